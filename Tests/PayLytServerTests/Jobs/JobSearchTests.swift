import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("A search for jobs", .timeLimit(.minutes(5)))
struct JobSearchTests {
  private static let keys = Secrets.fixture().pageTokens
  /// Jobs of user 1, some more than three looks go through.
  private static let count = 3 * SearchLimits.lookedAtOnce + 20
  /// Which of them are searched for: one in the second look of either direction, and the last.
  private static let wanted = [700, 701, count - 600, count]

  /// Open jobs, of which only few have the title that is searched for.
  private static func withJobs(
    _ body: @escaping @Sendable (Engine) async throws -> Void
  ) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      try await engine.commit(PutRow(row: User.fixture(1)))
      let terms = JobTerms(
        title: "Common", description: "x", steps: [.init(title: "All", amountMsat: 1000)],
        deadline: Timestamp.start.adding(seconds: 10_000_000_000), conditions: .fixture,
        fees: .fixture)
      try await engine.commit(
        CreateJob(
          caller: .client, request: nil, client: .entity(1), terms: terms, local: .fixture))
      let columns = Job.table.columns.map(\.name)
      let values = columns.map { column in
        switch column {
        case "id": "lpad(to_hex(number), 32, '0')::uuid"
        case "title":
          "CASE WHEN number IN (\(wanted.map { "\($0)" }.joined(separator: ", "))) "
            + "THEN 'Rare' ELSE title END"
        case "deadline_at": "deadline_at + (number % 7) * interval '1 second'"
        case "amount_msat": "1000 * (1 + number % 5)"
        default: column
        }
      }
      try Administrator.execute(
        """
        INSERT INTO job (\(columns.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) FROM job, generate_series(1, \(count)) AS number
        """, on: conninfo)
      try await body(engine)
    }
  }

  /// Of open jobs, or of those of user 1.
  private static func search(
    _ filter: String, mine: Bool = false, orderBy: String = ""
  ) throws -> ListSearch<JobRow> {
    try ListSearch(
      JobStatements.list, of: mine ? .one(.entity(1)) : .everybody, part: mine ? .own : .open,
      filter: filter, orderBy: orderBy)
  }

  @Test("each order finds all and each once, whatever one page may look at")
  func all() async throws {
    try await Self.withJobs { engine in
      let wanted = Set(Self.wanted.map { UUID(high: 0, low: UInt64($0)) })
      for isMine in [false, true] {
        for order in JobOrderTests.orders(mine: isMine) {
          var search = try Self.search("title = Rare", mine: isMine, orderBy: order)
          for looks in [1, 2, SearchLimits.looksPerPageMax] {
            search.looksMax = looks
            let (ids, pages) = try await ListSearchTests.all(search, size: 2, in: engine)
            #expect(ids.count == wanted.count && Set(ids) == wanted, "\(order) \(isMine) \(looks)")
            #expect(pages >= (looks == 1 ? 4 : 2), "a page looks at a bounded part of the list")
          }
        }
      }
    }
  }

  @Test("one look goes through so many jobs and says where it ended")
  func look() async throws {
    try await Self.withJobs { engine in
      let page = try Page(size: 10, token: "", scope: "x", keys: Self.keys)
      for order in JobOrderTests.orders(mine: true) {
        var search = try Self.search("title = Nothing", mine: true, orderBy: order)
        search.looksMax = 1
        let found = try await search.find(page, in: engine.database, deadline: nil)
        #expect(found.things.isEmpty && found.end != nil)
        #expect((found.end?.value == nil) == order.hasPrefix("create_time"))
      }
      var search = try Self.search("title = Rare", orderBy: "create_time")
      search.looksMax = 1
      let found = try await search.find(page, in: engine.database, deadline: nil)
      #expect(found.things.isEmpty, "the rare ones are further away")
      #expect(found.end == Page.Place(id: UUID(high: 0, low: 500), value: nil))
    }
  }

  @Test("a list without a filter has full pages")
  func unfiltered() async throws {
    try await Self.withJobs { engine in
      let (ids, pages) = try await ListSearchTests.all(Self.search(""), size: 200, in: engine)
      #expect(Set(ids).count == Self.count + 1 && ids.count == Self.count + 1)
      #expect(pages == (Self.count + 1 + 199) / 200)
    }
  }

  @Test("letters of all scripts are found without regard to case, in any locale")
  func letters() async throws {
    let titles = [
      "ÉTUDE ÄÖ Été", "İstanbul", "Écran für Ärzte", "ЛОГОТИП", "50% off_", "50 off",
      // The same letter as two code points.
      "Cafe\u{301}",
    ]
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      try await engine.commit(PutRow(row: User.fixture(1)))
      for title in titles {
        let terms = JobTerms(
          title: title, description: title, steps: [.init(title: "All", amountMsat: 1000)],
          deadline: Timestamp.start.adding(seconds: 10_000_000_000), conditions: .fixture,
          fees: .fixture)
        try await engine.commit(
          CreateJob(
            caller: .client, request: nil, client: .entity(1), terms: terms, local: .fixture))
      }
      let table: [(searched: String, found: [Int])] = [
        (":ÉTUDE", [0]), (":étude", [0]), (":Été", [0]), (":äö", [0]), ("=\"ÉTUDE ÄÖ Été\"", [0]),
        ("=\"étude äö été\"", [0]), ("=étude", []), (":etude", []), (":É", [0, 2]),
        (":İstanbul", [1]), (":İSTANBUL", [1]), (":tanbul", [1]), (":\"ÉCRAN FÜR ÄRZTE\"", [2]),
        (":ärzte", [2]), (":логотип", [3]), ("=Логотип", [3]), (":50%", [4]), (":off_", [4]),
        (":%", [4]), (":%\u{301}", []), (":café", []), (":CAFE\u{301}", [6]), (":cafe", [6]),
      ]
      for (searched, found) in table {
        for field in ["title", "description"] {
          let search = try Self.search("\(field)\(searched)", orderBy: "create_time")
          let page = try Page(size: 50, token: "", scope: "x", keys: Self.keys)
          let things = try await search.find(page, in: engine.database, deadline: nil).things
          #expect(
            things.map(\.[0].view.job.title) == found.map { titles[$0] }, "\(field)\(searched)")
        }
      }
    }
  }
}

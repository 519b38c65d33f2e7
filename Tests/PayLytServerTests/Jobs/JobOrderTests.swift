import PayLytAPI
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("The order of lists of jobs")
struct JobOrderTests {
  private static let key = [UInt8](repeating: 7, count: 32)

  /// All pages of two, in order.
  private func list(
    _ order: JobOrder, mine: Bool, _ database: Database
  ) async throws -> [PayLytServer.Job] {
    var (jobs, token): ([PayLytServer.Job], String) = ([], "")
    repeat {
      let page = try Page(size: 2, token: token, scope: "x", key: Self.key, hasKey: order.hasKey)
      let search = JobSearch(
        order: order, isMine: mine, user: .entity(1), filter: try ListFilter.jobs(""))
      let found = try await search.find(page, in: database, deadline: nil)
      let (messages, next) = page.cut(
        found.rows, orderedBy: order.hasKey ? { order.key(of: $0.view.job) } : nil,
        id: \.view.job.id, end: found.end
      ) { PayLytAPI.Job($0.view) }
      try #require(messages.count <= 2)
      jobs += found.rows.prefix(messages.count).map(\.view.job)
      token = next
    } while !token.isEmpty
    return jobs
  }

  @Test(
    "each order shows every job once, alike ones by their ids, whatever the pages",
    .timeLimit(.minutes(5)))
  func pages() async throws {
    try await withEngine { engine in
      for user in [UInt64(1), 2] { try await engine.commit(PutRow(row: User.fixture(user))) }
      // Three deadlines and four amounts, most of them twice.
      for number in 0..<9 {
        let terms = JobTerms(
          title: "Job \(number)", description: "x",
          steps: [.init(title: "All", amountMsat: Int64(number % 4 + 1) * 1000)],
          deadline: Timestamp.start.adding(seconds: Int64(10_000_000_000 + number % 3)),
          conditions: .fixture, fees: .fixture)
        try await engine.commit(
          CreateJob(
            caller: .client, request: nil, client: .entity(1), terms: terms, local: .fixture))
      }
      for mine in [false, true] {
        for order in JobOrder.all(mine: mine) {
          let jobs = try await list(order, mine: mine, engine.database)
          let places = jobs.map { (order.key(of: $0), $0.id) }
          let sorted = places.sorted { order.isDescending ? $0 > $1 : $0 < $1 }
          #expect(jobs.count == 9 && places.map(\.1) == sorted.map(\.1), "\(order) \(mine)")
        }
      }
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("each order is read along its index")
  func indexes() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let expected: [(order: String, mine: Bool, indexes: [String])] = [
      ("create_time", false, ["job_open"]), ("deadline", false, ["job_open_deadline"]),
      ("amount", false, ["job_open_amount"]),
      ("create_time", true, ["job_client", "job_freelancer"]),
      ("deadline", true, ["job_client_deadline", "job_freelancer_deadline"]),
    ]
    for (field, mine, indexes) in expected {
      for direction in ["", " desc"] {
        let order = try JobOrder(field + direction, mine: mine)
        let statement = JobStatements.list(order, mine: mine)
        let plan = try Administrator.plan(of: statement.definition, on: conninfo)
        for index in indexes { #expect(plan.contains("using \(index) on job"), "\(plan)") }
      }
    }
  }

  @Test(
    "an order is a field that an index serves",
    arguments: [
      ("", false, "create_time desc"), ("deadline", true, "deadline"),
      ("amount desc", false, "amount desc"), ("create_time", true, "create_time"),
    ])
  func read(text: String, mine: Bool, scope: String) throws {
    #expect(try JobOrder(text, mine: mine).scope == scope)
  }

  @Test(
    "anything else is refused by its field",
    arguments: [
      ("title", false), ("deadline asc", false), ("deadline desc desc", false), (" ", false),
      ("amount", true), ("deadline, amount", false),
    ])
  func refused(text: String, mine: Bool) {
    let refusal = #expect(throws: Refusal.self) { try JobOrder(text, mine: mine) }
    #expect(refusal?.field == "order_by" && refusal?.code == .invalidArgument)
  }

  @Test("a page token is good for its own order alone, and cannot be made")
  func tokens() throws {
    let rows = [(Int64(5), UUID.entity(1)), (6, .entity(2))]
    let page = try Page(size: 1, token: "", scope: "by deadline", key: Self.key, hasKey: true)
    let (_, token) = page.cut(rows, orderedBy: \.0, id: \.1) { _ in PayLytAPI.Job() }
    let next = try Page(
      size: 1, token: token, scope: "by deadline", key: Self.key, hasKey: true)
    #expect(next.after == .entity(1) && next.afterKey == 5)
    let others = [("by amount", true, token), ("by deadline", false, token)]
    for (scope, hasKey, token) in others + [("by deadline", true, token + "A")] {
      let refusal = #expect(throws: Refusal.self) {
        try Page(size: 1, token: token, scope: scope, key: Self.key, hasKey: hasKey)
      }
      #expect(refusal?.reason == "BAD_PAGE_TOKEN")
    }
  }
}

@Suite("A job without milestones")
struct WholeJobTests {
  private func request(
    title: String = "Logo", amount: PayLytAPI.Money?, _ steps: [Int64] = []
  ) -> CreateJobRequest {
    CreateJobRequest(
      title: title, description: "x",
      milestones: steps.map { MilestoneTerms(title: "Step", amount: .msat($0)) },
      deadline: ProtoTimestamp(seconds: 2_000_000_000), amount: amount)
  }

  @Test("its amount is its one milestone, with the job's title on one line")
  func whole() throws {
    let terms = try JobTerms(request(title: "A\nlogo", amount: .msat(7_000)), fees: .fixture)
    #expect(terms.steps == [.init(title: "A logo", amountMsat: 7_000)])
    #expect(terms.amountMsat == 7_000)
  }

  @Test("an amount beside milestones is their sum")
  func sum() throws {
    let both = try JobTerms(request(amount: .msat(3_000), [1_000, 2_000]), fees: .fixture)
    #expect(both.amountMsat == 3_000)
    let steps = try JobTerms(request(amount: nil, [1_000, 2_000]), fees: .fixture)
    #expect(steps.steps.count == 2)
  }

  @Test(
    "what has no price, or two of them, is refused by its field",
    arguments: [
      (nil, [], "milestones"), (PayLytAPI.Money.msat(0), [], "amount.units"),
      (.msat(-1_000), [], "amount.units"), (.msat(1), [], "amount.units"),
      (PayLytAPI.Money(asset: "NGN", units: 1_000), [], "amount.asset"),
      (.msat(2_000), [Int64(1_000)], "amount"),
      (PayLytAPI.Money(asset: "NGN", units: 1_000), [1_000], "amount"),
    ])
  func refused(amount: PayLytAPI.Money?, steps: [Int64], field: String) {
    let refusal = #expect(throws: Refusal.self) {
      try JobTerms(request(amount: amount, steps), fees: .fixture)
    }
    #expect(refusal?.field == field && refusal?.code == .invalidArgument)
  }
}

import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

/// Rows by the thousand, made by PostgreSQL: number n is made n seconds after the start, and its id
/// then too.
enum ManyRows {
  static let count = 2 * SearchLimits.lookedAtOnce + 100
  /// Those that are searched for: the first one, two at the end of a look from either side, and the
  /// last one.
  static let wanted = [1, 500, 501, 600, 601, count]
  /// Who has every third row; user 1 has the others.
  static let other: UInt64 = 5

  static let isWanted = "number IN (\(wanted.map { "\($0)" }.joined(separator: ", ")))"
  static let owner =
    "(CASE WHEN number % 3 = 0 THEN '\(UUID.entity(other))' ELSE '\(UUID.entity(1))' END)::uuid"
  static let time = "timestamptz '2025-06-15 15:06:40Z' + number * interval '1 second'"

  static func id(_ number: Int) -> UUID {
    UUID(
      time: Timestamp.start.adding(seconds: Int64(number)), random: 0)
  }

  private static let base =
    "(lpad(to_hex(1750000000000 + number::bigint * 1000), 12, '0') || '70008000000000000000')"
  static let uuid = "\(base)::uuid"

  /// Makes rows of a table out of the one that is in it.
  static func copy(
    _ table: String, _ columns: [String], _ changes: [String: String], count: Int = count,
    _ conninfo: String
  ) throws {
    let values = columns.map { changes[$0] ?? $0 }
    try Administrator.execute(
      """
      WITH made AS (
        INSERT INTO \(table) (\(columns.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", "))
        FROM \(table), generate_series(1, \(count)) AS number RETURNING id)
      DELETE FROM \(table) WHERE EXISTS (SELECT FROM made) AND id NOT IN (SELECT id FROM made)
      """, on: conninfo)
  }

  /// One row of each table: what `copy` makes more of.
  static func seeds(_ engine: Engine) async throws {
    try await engine.commit(PutRow(row: Payout.fixture(user: .entity(1))))
    try await engine.commit(
      PutRow(
        row: Deposit(
          id: .entity(30), user: .entity(1), provider: "simulator", reference: "r", providerID: "",
          paymentHash: [UInt8](repeating: 1, count: 32), paymentRequest: "lnbc", amountMsat: 1000,
          paidMsat: 0, state: .pending, createdAt: .start, expiresAt: .start, settledAt: nil)))
    let held = EscrowCase.fixture(.created)
    try await engine.commit(PutRow(row: held.escrow))
    for milestone in held.milestones { try await engine.commit(PutRow(row: milestone)) }
  }

  /// Gives each escrow the milestones of the one that is gone, so that a page has more rows than
  /// escrows.
  static func copyMilestones(_ conninfo: String) throws {
    let changes = [
      "id": "(overlay(escrow.id::text PLACING '0' || milestone.position FROM 35))::uuid",
      "escrow_id": "escrow.id",
    ]
    let columns = Milestone.table.columns.map(\.name)
    let values = columns.map { changes[$0] ?? "milestone.\($0)" }
    try Administrator.execute(
      """
      INSERT INTO milestone (\(columns.joined(separator: ", ")))
      SELECT \(values.joined(separator: ", ")) FROM escrow, milestone
      """, on: conninfo)
  }

  static func payouts(_ conninfo: String) throws {
    try copy(
      "payout", Payout.table.columns.map(\.name),
      [
        "id": uuid, "user_id": owner, "reference": "'r' || number", "created_at": time,
        "state": "CASE WHEN \(isWanted) THEN 4 ELSE 1 + number % 3 END",
      ], conninfo)
  }

  static func deposits(_ conninfo: String) throws {
    try copy(
      "deposit", Deposit.table.columns.map(\.name),
      [
        "id": uuid, "user_id": owner, "reference": "'r' || number", "created_at": time,
        "payment_hash": "sha256(number::text::bytea)",
        "state": "CASE WHEN \(isWanted) THEN 3 ELSE 1 END",
      ], conninfo)
  }

  /// Of an endpoint for each owner, out of one that is made here.
  static func deliveries(_ engine: Engine, _ conninfo: String) async throws {
    try await engine.commit(
      PutRow(
        row: PayLytServer.WebhookDelivery(
          id: .entity(40), endpoint: .entity(1), event: .entity(41), eventType: "x", position: 1,
          state: .pending, attempts: 0, nextAttemptAt: .start, lastStatus: 0, lastError: "",
          lastAttemptAt: nil, createdAt: .start)))
    try copy(
      "webhook_delivery", WebhookDelivery.table.columns.map(\.name),
      [
        "id": uuid, "endpoint_id": owner, "event_id": uuid, "created_at": time,
        "state": "CASE WHEN \(isWanted) THEN 3 ELSE 2 END",
      ], conninfo)
  }

  static func escrows(_ conninfo: String) throws {
    try copy(
      "escrow", Escrow.table.columns.map(\.name),
      [
        "id": uuid, "created_at": time, "state": "CASE WHEN \(isWanted) THEN 9 ELSE 1 END",
        // Half of them as the client, half of them as the freelancer.
        "client_id": "CASE WHEN number % 2 = 0 THEN \(owner) ELSE '\(UUID.entity(7))' END",
        "freelancer_id": "CASE WHEN number % 2 = 0 THEN '\(UUID.entity(7))' ELSE \(owner) END",
      ], conninfo)
    try copyMilestones(conninfo)
  }
}

@Suite("Searches through lists", .timeLimit(.minutes(5)))
struct ListSearchTests {
  /// The ids on all pages, and how many pages there were.
  static func all<Row>(
    _ search: ListSearch<Row>, size: Int32, in engine: Engine
  ) async throws -> (ids: [UUID], pages: Int) {
    let keys = Secrets.fixture().pageTokens
    var (ids, token, pages): ([UUID], String, Int) = ([], "", 0)
    repeat {
      let page = try Page(
        size: size, token: token, scope: "x", keys: keys, hasValue: search.order.field != nil)
      let found = try await search.find(page, in: engine.database, deadline: nil)
      let (messages, next) = page.cut(
        found.things, end: found.end, place: { search.place(of: $0[0]) }
      ) { _ in PayLytAPI.Job() }
      ids += found.things.prefix(messages.count).map { search.list.id($0[0]) }
      token = next
      pages += 1
    } while !token.isEmpty && pages < 100
    return (ids, pages)
  }

  private static func expectAll<Row>(
    _ list: SearchList<Row>, _ filter: String, in engine: Engine,
    _ owners: some Sequence<(owner: ListOwner, part: ListPart)>
  ) async throws {
    for (owner, part) in owners {
      let numbers = ManyRows.wanted.filter { number in
        switch owner {
        case .everybody: true
        case .one(let user): (user == .entity(ManyRows.other)) == (number % 3 == 0)
        }
      }
      for isDescending in [false, true] {
        var search = try ListSearch(
          list, of: owner, filter: filter, orderBy: "create_time\(isDescending ? " desc" : "")")
        #expect(search.part == part)
        let expected = numbers.map(ManyRows.id)
        for looks in [1, 2, SearchLimits.looksPerPageMax] {
          search.looksMax = looks
          for size in [Int32(1), 2, 200] {
            let (ids, pages) = try await all(search, size: size, in: engine)
            #expect(
              ids == (isDescending ? expected.reversed() : expected),
              "\(list.name) \(owner) \(looks) \(size)")
            #expect(pages <= numbers.count + 4)
          }
        }
      }
    }
  }

  @Test("each way finds all and each once, whatever one page may look at")
  func all() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      try await ManyRows.seeds(engine)
      try ManyRows.payouts(conninfo)
      try ManyRows.deposits(conninfo)
      try ManyRows.escrows(conninfo)
      let owners: [(ListOwner, ListPart)] = [
        (.one(.entity(1)), .own), (.one(.entity(ManyRows.other)), .own), (.everybody, .all),
      ]
      try await Self.expectAll(EscrowStatements.list, "state = CANCELLED", in: engine, owners)
      try await Self.expectAll(
        PayoutStatements.list,
        "state != RESERVED AND state != SUBMITTING AND state != SUBMITTED", in: engine, owners)
      try await Self.expectAll(
        PayoutStatements.list, "state = UNKNOWN", in: engine, [(.everybody, .ofState)])
      try await Self.expectAll(
        WalletStatements.deposits, "state = EXPIRED", in: engine, [(.everybody, .ofState)])
      try await ManyRows.deliveries(engine, conninfo)
      let deliveries = WebhookOutStatements.deliveries
      try await Self.expectAll(
        deliveries, deliveries.fields.filter(state: WebhookDelivery.State.failed), in: engine,
        owners.dropLast())
      let none = try ListSearch(
        PayoutStatements.list, of: .one(.entity(9)), filter: "")
      let (ids, pages) = try await Self.all(none, size: 10, in: engine)
      #expect(ids.isEmpty && pages == 1)
    }
  }

  @Test(
    "a time is a part of the list, both ends as they are said, and what is not in it is not read")
  func times() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      try await ManyRows.seeds(engine)
      try ManyRows.payouts(conninfo)
      // 15:06:40 and so many seconds.
      let table: [(filter: String, numbers: ClosedRange<Int>)] = [
        ("create_time >= 2025-06-15T15:06:50Z AND create_time < 2025-06-15T15:06:55Z", 10...14),
        ("create_time > 2025-06-15T15:06:50Z AND create_time <= 2025-06-15T15:06:55Z", 11...15),
        ("create_time = 2025-06-15T15:06:41Z", 1...1),
        ("create_time < 2025-06-15T15:06:43Z", 1...2),
        ("create_time > 2025-06-15T15:24:59Z", (ManyRows.count)...ManyRows.count),
      ]
      for (filter, numbers) in table {
        for owner in [ListOwner.everybody, .one(.entity(1))] {
          var search = try ListSearch(
            PayoutStatements.list, of: owner, filter: filter, orderBy: "create_time")
          search.looksMax = 5
          let (ids, _) = try await Self.all(search, size: 50, in: engine)
          let expected = numbers.filter { owner == .everybody || $0 % 3 != 0 }
          #expect(ids == expected.map(ManyRows.id), "\(filter)")
        }
      }
    }
  }

  @Test("the list of one state goes by the field of that name, wherever it stands")
  func stateByName() async throws {
    let whole = PayoutStatements.list
    let list = SearchList<PayLytServer.Payout>(
      "payout_turned", of: "payout", columns: Payout.table.columns.map(\.name),
      types: Payout.table.columns.map(\.type),
      fields: SearchFields(whole.fields.things, whole.fields.all.reversed()),
      parts: [.all: [ListPart.everything], .ofState: [ListPart.everything]], id: \.id,
      decode: Payout.table.decode)
    #expect(list.fields.all.first?.name != SearchFields.state)
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: list.definitions) { engine in
      try await ManyRows.seeds(engine)
      try ManyRows.payouts(conninfo)
      try await Self.expectAll(
        list, "asset = BTC AND state = UNKNOWN", in: engine, [(.everybody, .ofState)])
      let other = try ListSearch(
        list, of: .everybody, filter: "create_time = 2025-06-15T15:06:41Z")
      #expect(other.part == .all, "one moment is no state")
    }
    for definition in list.definitions where definition.name.contains("of_state") {
      let plan = try Administrator.plan(of: definition, on: conninfo)
      #expect(plan.contains("using payout_state on "), "\(plan)")
    }
  }

  @Test("each statement is read along its index", arguments: SearchedList.all)
  func indexes(list: SearchedList) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let expected: [String: [String]] = [
      "escrow_list_own": ["escrow_client", "escrow_freelancer"], "escrow_list_all": ["escrow_pkey"],
      "payout_list_own": ["payout_user"], "payout_list_all": ["payout_pkey"],
      "payout_list_of_state": ["payout_state"],
      "deposit_list_own": ["deposit_user"], "deposit_list_all": ["deposit_pkey"],
      "deposit_list_of_state": ["deposit_state"],
      "conversion_list_own": ["conversion_user"], "conversion_list_all": ["conversion_pkey"],
      "invoice_list_own": ["invoice_escrow"], "invoice_list_all": ["invoice_pkey"],
      "receipt_list_own": ["receipt_escrow"],
      "notification_list_own": ["notification_list"],
      "notification_list_unread": ["notification_list"],
      "user_list_own": ["app_user_pkey"], "user_list_all": ["app_user_pkey"],
      "user_list_of_state": ["app_user_state"],
      "job_list_own": ["job_client", "job_freelancer"], "job_list_open": ["job_open"],
      "job_list_own_deadline": ["job_client_deadline", "job_freelancer_deadline"],
      "job_list_open_deadline": ["job_open_deadline"],
      "job_list_open_amount": ["job_open_amount"], "job_list_all": ["job_pkey"],
      "webhook_delivery_list_own": ["webhook_delivery_list"],
      "correction_list_all": ["correction_pkey"],
      "correction_list_of_state": ["correction_state"],
    ]
    for definition in list.definitions {
      let way =
        definition.name.hasSuffix("_desc")
        ? String(definition.name.dropLast(5)) : definition.name
      let plan = try Administrator.plan(of: definition, on: conninfo)
      for index in try #require(expected[way], "\(way)") {
        #expect(plan.contains("using \(index) on "), "\(definition.name)\n\(plan)")
      }
      // Milestones are sorted within their escrow; nothing else is.
      let sorts = plan.split(separator: "\n").contains { line in
        line.contains("Sort  (") && !line.contains("Incremental Sort  (")
      }
      #expect(
        !plan.contains("Seq Scan") && (!sorts || way == "user_list_own"),
        "\(definition.name)\n\(plan)")
    }
  }
}

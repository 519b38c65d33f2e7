import Testing

@testable import PayLytServer

@Suite("A search for jobs by state and by people", .timeLimit(.minutes(5)))
struct JobStageTests {
  /// A job of user 1 for each state of its escrow, one whose escrow is gone, and one for each state
  /// without any.
  private static func withJobs(
    _ body: @escaping @Sendable (Engine) async throws -> Void
  ) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      for user in [UInt64(1), 2] { try await engine.commit(PutRow(row: User.fixture(user))) }
      let posted = try MemoryStore().carryOut(
        CreateJob(
          caller: .client, request: nil, client: .entity(1), terms: .fixture, local: .fixture))
      try await engine.commit(PutRow(row: posted.job))
      for state in EscrowState.allCases {
        try await engine.commit(PutRow(row: EscrowCase.fixture(state).escrow))
        let id = UUID.entity(50 + UInt64(state.rawValue))
        try Administrator.execute(
          "UPDATE escrow SET id = '\(id)' WHERE id = '\(UUID.entity(10))'", on: conninfo)
      }
      let escrows = (1...EscrowState.allCases.count + 1).map { UUID.entity(50 + UInt64($0)) }
      let assigned = escrows.map { "('\($0)'::uuid, 2)" }
      let others = JobState.allCases.filter { $0 != .assigned }.map { "(NULL, \($0.rawValue))" }
      let columns = Job.table.columns.map(\.name)
      let changes = [
        "id": "(lpad(to_hex(row_number() OVER ()), 30, '0') || '00')::uuid",
        "state": "made.state",
        "escrow_id": "made.escrow",
        "freelancer_id": "CASE WHEN made.state = 2 THEN '\(UUID.entity(2))'::uuid END",
      ]
      try Administrator.execute(
        """
        INSERT INTO job (\(columns.joined(separator: ", ")))
        SELECT \(columns.map { changes[$0] ?? "job.\($0)" }.joined(separator: ", "))
        FROM job, (VALUES \((assigned + others).joined(separator: ", "))) AS made(escrow, state)
        """, on: conninfo)
      try await body(engine)
    }
  }

  private static func jobs(
    _ filter: String, in engine: Engine, open: Bool = false
  ) async throws -> [JobView] {
    let search = try ListSearch(
      JobStatements.list, of: open ? .everybody : .one(.entity(1)), part: open ? .open : nil,
      filter: filter)
    let page = try Page(
      size: 200, token: "", scope: "x", keys: Secrets.fixture().pageTokens)
    return try await search.find(page, in: engine.database, deadline: nil).things.map(\.[0].view)
  }

  @Test("a state finds the jobs that are shown with it, and `!=` all others")
  func stages() async throws {
    try await Self.withJobs { engine in
      let all = try await Self.jobs("", in: engine)
      #expect(all.count == EscrowState.allCases.count + 1 + JobState.allCases.count)
      #expect(Set(all.map(\.stage)) == Set(JobStage.allCases))
      guard case .choice(let words) = JobStatements.list.fields["state"]?.kind else {
        Issue.record("a state is one of several words")
        return
      }
      #expect(words.count == JobStage.allCases.count)
      for (word, value) in words {
        let stage = try #require(JobStage(rawValue: Int16(value)))
        let found = try await Self.jobs("state = \(word)", in: engine)
        #expect(found == all.filter { $0.stage == stage }, "\(word)")
        let others = try await Self.jobs("state != \(word)", in: engine)
        #expect(others == all.filter { $0.stage != stage }, "\(word)")
        let open = try await Self.jobs("state = \(word)", in: engine, open: true)
        #expect(open == (stage == .open ? found : []), "\(word)")
      }
      #expect(try await Self.jobs("state = SPLIT AND state = OPEN", in: engine).isEmpty)
    }
  }

  @Test("a client and a freelancer find their jobs; who has none is nobody's equal")
  func people() async throws {
    try await Self.withJobs { engine in
      let all = try await Self.jobs("", in: engine)
      let (one, two) = ("users/\(UUID.entity(1))", "users/\(UUID.entity(2))")
      let taken = all.filter { $0.job.freelancer == .entity(2) }
      #expect(taken.count == EscrowState.allCases.count + 1)
      let table: [(filter: String, found: [JobView])] = [
        ("client = \(one)", all), ("client != \(one)", []), ("client = \(two)", []),
        ("freelancer = \(two)", taken),
        ("freelancer != \(two)", all.filter { $0.job.freelancer == nil }),
        ("freelancer != \(one)", all), ("freelancer = \(one)", []),
        ("client = \(one) AND freelancer = \(two)", taken),
        ("freelancer = \(two) AND freelancer != \(two)", []),
      ]
      for (filter, found) in table {
        #expect(try await Self.jobs(filter, in: engine) == found, "\(filter)")
      }
    }
  }
}

import Testing

@testable import PayLytServer

/// What is damaged here is mended before the end, so that the books can be compared.
@Suite("Damaged rows of the general ledger", .timeLimit(.minutes(5)))
struct DamagedRowTests {
  private struct Desk: Sendable {
    let engine: Engine
    let clock: ManualClock
    let conninfo: String
    let setAside: SetAside
    let runner: ScheduleRunner

    func execute(_ sql: String) throws { try Administrator.execute(sql, on: conninfo) }

    /// Lets time pass, and everything be done that is due.
    func run(seconds: Int64 = 0) async throws {
      clock.advance(seconds: seconds)
      while try await runner.step() {}
    }

    func state(_ name: GeneralName) async throws -> GeneralSchedule.State? {
      try await engine.database.query(
        GeneralScheduleStatements.schedule, [.uuid(name.key)]
      ).first?.state
    }

    func open(_ names: GeneralName...) async throws {
      for name in names { try await engine.commit(OpenGeneralAccount.fixture(name, min: 0)) }
    }

    func schedule(
      _ name: GeneralName, in seconds: Int64, from: GeneralName, to: GeneralName
    ) async throws {
      try await engine.commit(
        CreateSchedule.fixture(
          name, in: seconds, [.moving(4, from: from, to: to, as: name)], from: clock.now()))
    }
  }

  private static func with(
    _ body: @escaping @Sendable (Desk) async throws -> Void
  ) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withDatabase(conninfo, statements: Engine.service + EngineStatements.tests) {
      database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      let setAside = SetAside(
        "schedules", log: Log(level: .error, clock: clock, sink: { _ in }))
      let desk = Desk(
        engine: engine, clock: clock, conninfo: conninfo, setAside: setAside,
        runner: ScheduleRunner(
          database: database, committer: engine.committer, clock: clock, holder: .entity(1),
          setAside: setAside))
      try await engine.commit(OpenGeneralAccount.fixture("world"))
      // Five of `bad` are held until the tenth second, and the account has lost two of them.
      try await desk.open("bad", "ada", "ben")
      try await engine.commit(PostTransaction.moving(5, from: "world", to: "bad", as: "seed"))
      try await engine.commit(
        PostTransaction.moving(
          5, from: "bad", to: "world", as: "hold", pending: true, timeout: 10))
      try desk.execute("UPDATE general_account SET debits_pending = 3 WHERE name = 'bad'")
      try await body(desk)
      #expect(engine.bugs.isEmpty)
      try await #expect(engine.count(GeneralStatements.accountsOff) == 0)
    }
  }

  private static let mended = "UPDATE general_account SET debits_pending = 5 WHERE name = 'bad'"

  @Test("a hold that cannot be released stops whoever needs what it holds, and nobody else")
  func hold() async throws {
    try await Self.with { desk in
      try await desk.schedule("s.bad", in: 20, from: "bad", to: "ada")
      try await desk.schedule("s.same", in: 21, from: "world", to: "ada")
      try await desk.schedule("s.other", in: 22, from: "ada", to: "ben")
      try await desk.run(seconds: 30)
      #expect(try await desk.state("s.bad") == .scheduled)
      #expect(try await desk.state("s.same") == .executed)
      #expect(try await desk.state("s.other") == .executed)
      #expect(desk.setAside.rows(at: desk.clock.now()).count == 1)
      // It waits its time, and what comes after it goes on.
      try await desk.schedule("s.later", in: 5, from: "world", to: "ben")
      try desk.execute(Self.mended)
      try await desk.run(seconds: 10)
      #expect(try await desk.state("s.later") == .executed)
      #expect(try await desk.state("s.bad") == .scheduled)
      try await desk.run(seconds: 30)
      #expect(try await desk.state("s.bad") == .executed)
      #expect(desk.setAside.rows(at: desk.clock.now()).isEmpty)
    }
  }

  @Test("a schedule that cannot be read stops nobody")
  func unreadable() async throws {
    try await Self.with { desk in
      try desk.execute(Self.mended)
      try await desk.schedule("s.bad", in: 20, from: "world", to: "ada")
      try await desk.schedule("s.next", in: 21, from: "world", to: "ada")
      try desk.execute(
        """
        ALTER TABLE general_schedule DISABLE TRIGGER USER;
        CREATE TABLE kept AS SELECT transactions FROM general_schedule WHERE name = 's.bad';
        UPDATE general_schedule SET transactions = '\\xff' WHERE name = 's.bad';
        """)
      try await desk.run(seconds: 30)
      #expect(try await desk.state("s.next") == .executed)
      #expect(desk.setAside.rows(at: desk.clock.now()).count == 1)
      try desk.execute(
        """
        UPDATE general_schedule SET transactions = kept.transactions FROM kept
        WHERE name = 's.bad'
        """)
      try await desk.run(seconds: 30)
      #expect(try await desk.state("s.bad") == .executed)
    }
  }

  @Test("holds that are over are released beside one that cannot be")
  func holds() async throws {
    try await Self.with { desk in
      let expiry = PendingExpiry(
        database: desk.engine.database, committer: desk.engine.committer, clock: desk.clock)
      func pending() async throws -> [GeneralName] {
        try await desk.engine.database.query(
          GeneralStatements.dueOnAccounts,
          [.timestamp(desk.clock.now()), .uuidArray([GeneralName("world").key])])
      }
      for (number, name) in (["h.1", "h.2", "h.3"] as [GeneralName]).enumerated() {
        try await desk.engine.commit(
          PostTransaction.moving(
            1, from: "world", to: "ada", as: name, pending: true,
            timeout: Int64(11 + number)))
      }
      desk.clock.advance(seconds: 20)
      #expect(try await pending().count == 4)
      #expect(try await !expiry.step(desk.setAside))
      #expect(try await pending() == ["hold"])
      #expect(desk.setAside.rows(at: desk.clock.now()) == [GeneralName("hold").key])
      try desk.execute(Self.mended)
      // Its time has not come.
      #expect(try await !expiry.step(desk.setAside))
      #expect(try await pending() == ["hold"])
      desk.clock.advance(seconds: 30)
      #expect(try await !expiry.step(desk.setAside))
      #expect(try await pending().isEmpty)
      #expect(desk.setAside.rows(at: desk.clock.now()).isEmpty)
    }
  }
}

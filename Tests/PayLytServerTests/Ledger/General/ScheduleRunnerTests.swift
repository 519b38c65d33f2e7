import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("Carrying out what is due", .timeLimit(.minutes(5)))
struct ScheduleRunnerTests {
  private static func with(
    _ body: @escaping @Sendable (Engine, ManualClock, ScheduleRunner) async throws -> Void
  ) async throws {
    try await withDatabase(statements: Engine.service + EngineStatements.tests) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      try await engine.commit(OpenGeneralAccount.fixture("world"))
      try await engine.commit(OpenGeneralAccount.fixture("ada", min: 0))
      try await engine.commit(OpenGeneralAccount.fixture("ben", min: 0))
      try await body(engine, clock, runner(engine, clock, holder: 1))
      #expect(engine.bugs.isEmpty)
      try await #expect(engine.count(GeneralStatements.accountsOff) == 0)
    }
  }

  private static func runner(
    _ engine: Engine, _ clock: ManualClock, holder: UInt64
  ) -> ScheduleRunner {
    ScheduleRunner(
      database: engine.database, committer: engine.committer, clock: clock, holder: .entity(holder),
      setAside: SetAside("schedules", log: Log(level: .error, clock: clock)))
  }

  private static func run(_ runner: ScheduleRunner) async throws {
    while try await runner.step() {}
  }

  private static func schedule(_ engine: Engine, _ name: GeneralName) async throws
    -> GeneralSchedule
  {
    try #require(
      try await engine.database.query(GeneralScheduleStatements.schedule, [.uuid(name.key)]).first)
  }

  private static func posted(_ engine: Engine, _ name: GeneralName) async throws -> Int64 {
    try #require(
      try await engine.database.query(GeneralStatements.account, [.uuid(name.key)]).first
    ).sums.posted(.credit)
  }

  @Test("what is due is carried out in the order of due times, also what depends on another one")
  func order() async throws {
    try await Self.with { engine, clock, runner in
      // Created in another order than they are due; each needs the money of the one before.
      let list: [(GeneralName, Int64, TransactionTerms)] = [
        ("c", 30, .moving(5, from: "ben", to: "world", as: "third")),
        ("b", 20, .moving(5, from: "ada", to: "ben", as: "second")),
        ("a", 10, .moving(5, from: "world", to: "ada", as: "first")),
        // Of the same moment: by id.
        ("d.2", 40, .moving(7, from: "ada", to: "ben", as: "fifth")),
        ("d.1", 40, .moving(7, from: "world", to: "ada", as: "fourth")),
        // Comes too early for the money that it wants.
        ("e", 35, .moving(7, from: "ada", to: "ben", as: "too-early")),
      ]
      for (name, seconds, terms) in list {
        try await engine.commit(
          CreateSchedule.fixture(name, in: seconds, [terms], from: clock.now()))
      }
      clock.advance(seconds: 9)
      #expect(try await !runner.step())
      clock.advance(seconds: 60)
      try await Self.run(runner)
      for (name, _, _) in list where name != "e" {
        #expect(try await Self.schedule(engine, name).state == .executed, "\(name.text)")
      }
      let refused = try await Self.schedule(engine, "e")
      #expect(refused.state == .refused && refused.refusal?.reason == "INSUFFICIENT_FUNDS")
      #expect(refused.list == [list[5].2])
      #expect(try await Self.posted(engine, "ben") == 7)
      #expect(try await !runner.step())
    }
  }

  @Test("a series that was missed is made up for, each time before what was due after it")
  func missed() async throws {
    try await Self.with { engine, clock, runner in
      let day: Int64 = 86_400
      try await engine.commit(
        CreateSchedule.fixture(
          "wage", in: day, [.moving(10, from: "world", to: "ada", as: "wage")], every: (1, .day),
          count: 5, from: clock.now()))
      // Due after three wages, and possible only with all of them.
      try await engine.commit(
        CreateSchedule.fixture(
          "rent", in: 3 * day + 1, [.moving(30, from: "ada", to: "ben", as: "rent")],
          from: clock.now()))
      clock.advance(seconds: 10 * day)
      try await Self.run(runner)
      #expect(try await Self.schedule(engine, "rent").state == .executed)
      #expect(try await Self.posted(engine, "ada") == 20)
      let series = try await engine.database.query(
        GeneralScheduleStatements.ofSeriesAfter,
        [.uuid(nil), .int8(10), .text("wage"), .int2(nil)])
      #expect(series.map { $0.place?.occurrence } == [1, 2, 3, 4, 5])
      #expect(series.allSatisfy { $0.state == .executed })
      #expect(zip(series, series.dropFirst()).allSatisfy { $0.next == $1.name.text })
      #expect(series.last?.next == nil)
    }
  }

  @Test("two servers carry each one out once")
  func twice() async throws {
    try await Self.with { engine, clock, runner in
      for number in 1...40 {
        guard let name = GeneralName("s\(number)"), let transaction = GeneralName("t\(number)")
        else { return }
        try await engine.commit(
          CreateSchedule.fixture(
            name, in: 10, [.moving(1, from: "world", to: "ada", as: transaction)],
            from: clock.now()))
      }
      clock.advance(seconds: 10)
      let other = Self.runner(engine, clock, holder: 2)
      async let first: Void = Self.run(runner)
      async let second: Void = Self.run(other)
      _ = try await (first, second)
      // Whoever found that it was not its turn looks again later.
      try await Self.run(runner)
      #expect(try await Self.posted(engine, "ada") == 40)
    }
  }

  @Test("a server that is gone keeps its turn for seconds, and then another one goes on")
  func abandoned() async throws {
    try await Self.with { engine, clock, runner in
      try await engine.commit(
        CreateSchedule.fixture(
          "s", in: 10, [.moving(1, from: "world", to: "ada", as: "t")], from: clock.now()))
      clock.advance(seconds: 10)
      _ = try await engine.database.transaction { transaction in
        try await transaction.query(
          GeneralScheduleStatements.takeTurn,
          [
            .uuid(.entity(9)), .timestamp(clock.now()),
            .int8(GeneralLimits.scheduleTurnSeconds),
          ])
      }
      #expect(try await !runner.step())
      #expect(try await Self.posted(engine, "ada") == 0)
      clock.advance(seconds: GeneralLimits.scheduleTurnSeconds)
      try await Self.run(runner)
      #expect(try await Self.posted(engine, "ada") == 1)
    }
  }

  @Test("a hold that is over does not stand in the way of what is due")
  func holds() async throws {
    try await Self.with { engine, clock, runner in
      try await engine.commit(PostTransaction.moving(10, from: "world", to: "ada"))
      try await engine.commit(
        PostTransaction.moving(10, from: "ada", to: "ben", as: "hold", pending: true, timeout: 5))
      try await engine.commit(
        CreateSchedule.fixture(
          "s", in: 10, [.moving(10, from: "ada", to: "ben", as: "t")], from: clock.now()))
      clock.advance(seconds: 10)
      try await Self.run(runner)
      #expect(try await Self.schedule(engine, "s").state == .executed)
    }
  }

  @Test("by RPC: created, rehearsed, listed by due time, carried out and cancelled")
  func story() async throws {
    try await withBookkeeper { _, keepers in
      let keeper = keepers[0]
      let ledger = keeper.ledger
      let now = SystemClock().now()
      func request(
        _ id: String, in seconds: Int64, validateOnly: Bool = false
      ) -> CreateScheduleRequest {
        CreateScheduleRequest(
          requestID: "\(UUID.random())", scheduleID: id,
          dueTime: ProtoTimestamp(now.adding(seconds: seconds)),
          transactions: [Bookkeeper.draft("\(id).t", 5, from: "world", to: "ada")],
          recurrence: id == "c" ? Recurrence(unit: .month, every: 1) : nil,
          validateOnly: validateOnly)
      }
      let rehearsed = try await ledger.createSchedule(
        request("a", in: 3600, validateOnly: true), options: keeper.options)
      #expect(rehearsed.state == .scheduled && rehearsed.name == "ledgerSchedules/a")
      for (id, seconds) in [("c", 9000), ("b", 7200), ("a", 3600)] {
        let made = try await ledger.createSchedule(
          request(id, in: Int64(seconds)), options: keeper.options)
        #expect(made.transactions.map(\.transactionID) == ["\(id).t"])
      }
      let cancelled = try await ledger.cancelSchedule(
        CancelScheduleRequest(
          requestID: "\(UUID.random())", name: "ledgerSchedules/b", reason: "moved out"),
        options: keeper.options)
      #expect(cancelled.state == .cancelled && cancelled.endTime != nil)
      func list(_ filter: ListSchedulesRequest) async throws -> [String] {
        var filter = filter
        filter.pageSize = 1
        var found: [String] = []
        repeat {
          let page = try await ledger.listSchedules(filter, options: keeper.options)
          found += page.schedules.map(\.name)
          filter.pageToken = page.nextPageToken
        } while !filter.pageToken.isEmpty
        return found.map { String($0.dropFirst("ledgerSchedules/".count)) }
      }
      #expect(try await list(ListSchedulesRequest()) == ["a", "b", "c"])
      #expect(try await list(ListSchedulesRequest(state: .scheduled)) == ["a", "c"])
      #expect(try await list(ListSchedulesRequest(state: .executed)).isEmpty)
      #expect(try await list(ListSchedulesRequest(series: "ledgerSchedules/c")) == ["c"])
      let shown = try await ledger.getSchedule(
        GetScheduleRequest(name: "ledgerSchedules/c"), options: keeper.options)
      #expect(shown.recurrence?.unit == .month && shown.series == shown.name)
      #expect(
        await reason {
          _ = try await ledger.getSchedule(
            GetScheduleRequest(name: "ledgerSchedules/none"), options: keeper.options)
        } == "NOT_FOUND")
    }
  }
}

import PayLytRPC
import Schema
import Testing

@testable import PayLytServer

@Suite("Lost connections and races, each change once")
struct ExactlyOnceTests {
  private static let ada = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
  private static let pay = PostAll.paying(5, to: 1, request: .fixture(1))

  @Test("a connection that is lost before COMMIT: nothing happened, and the retry counts once")
  func lostBeforeCommit() async throws {
    try await withEngine { engine in
      try await engine.commit(PostAll.paying(1, to: 1))
      var pending: Task<CommitOutcome, any Error>?
      try await engine.holding([Self.ada]) {
        pending = engine.start(Self.pay)
        try await eventually { try await engine.count(EngineStatements.blocked) > 0 }
        _ = try await engine.count(EngineStatements.terminateWaiting, [.text("transactionid")])
        let lost = pending
        await #expect(throws: CommitError.unavailable) { _ = try await lost?.value }
      }
      let outcome = try await engine.commit(Self.pay)
      #expect(!outcome.isReplay)
      try await #expect(engine.balance(Self.ada) == 6)
    }
  }

  @Test("a repetition of what takes its time is told to come back, and gets the answer then")
  func inProgress() async throws {
    let clock = ManualClock()
    let conninfo = try await TestCluster.freshDatabase()
    try await withDatabase(
      conninfo, statements: Engine.service + EngineStatements.tests
    ) { database in
      let engine = Engine(database, stripe: 0, clock: clock)
      try await engine.commit(PostAll.paying(1, to: 1))
      var pending: Task<CommitOutcome, any Error>?
      try await engine.holding([Self.ada]) {
        pending = engine.start(Self.pay)
        try await eventually { try await engine.count(EngineStatements.blocked) > 0 }
        let soon = engine.start(Self.pay)
        clock.advance(seconds: 2)
        await #expect(throws: CommitError.inProgress) { try await engine.commit(Self.pay) }
        let error = CommitError.inProgress.rpcError
        #expect(error.code == .aborted)
        // Another request waits for its turn as ever.
        let other = engine.start(PostAll.paying(2, to: 2, request: .fixture(2)))
        _ = (soon, other)
      }
      let first = try await pending?.value
      #expect(first?.isReplay == false)
      try await #expect(engine.commit(Self.pay).isReplay)
      try await #expect(engine.balance(Self.ada) == 6)
    }
  }

  @Test("rows that were read before the lock that they are under are all read again after it")
  func readBeforeTheLock() async throws {
    try await withEngine { engine in
      let world = World()
      let held = try world.escrow(in: .paidLocked)
      try await engine.copy(world.store)
      let escrow = held.escrow.id
      var reading: Task<[Milestone], any Error>?
      try await engine.database.transaction { transaction in
        let locked = try await transaction.query(EngineStatements.lockEscrow, [.uuid(escrow)])
        #expect(locked == [1])
        // Names no escrow: the milestones tell which one it is.
        reading = engine.database.task {
          try await engine.fetch(Milestone.self, by: "escrow_id", .uuid(escrow))
        }
        try await eventually { try await engine.count(EngineStatements.blocked) > 0 }
        let noted = try await transaction.query(EngineStatements.noteDelivery, [.uuid(escrow)])
        #expect(noted == [2])
      }
      let read = try await reading?.value
      #expect(read?.map(\.deliveryNote) == ["meanwhile", "meanwhile"])
    }
  }

  /// A deferred trigger makes COMMIT take its time, and the connection is lost meanwhile: nothing
  /// was committed, which only a look at the journal can tell.
  @Test("a connection that is lost during a COMMIT that did not succeed: run again, once")
  func lostDuringCommit() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try Administrator.execute(Self.dawdlingCommit, on: conninfo)
    try await withEngine(conninfo) { engine in
      let pending = engine.start(Self.pay)
      try await engine.untilWaiting(in: "PgSleep")
      try Administrator.execute("DELETE FROM dawdling", on: conninfo)
      _ = try await engine.count(EngineStatements.terminateWaiting, [.text("PgSleep")])
      let outcome = try await pending.value
      #expect(!outcome.isReplay)
      try await #expect(engine.balance(Self.ada) == 5)
      try await #expect(engine.count(EngineStatements.journalRows) == 1)
      let again = try await engine.commit(Self.pay)
      #expect(again.isReplay && again.bytes == outcome.bytes)
    }
  }

  private static let dawdlingCommit = """
    CREATE TABLE dawdling AS SELECT 30 AS seconds;
    CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_sleep(seconds) FROM dawdling; RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION dawdle()
    """

  /// PostgreSQL waits for a standby that does not exist: the transaction is committed, only its
  /// confirmation is missing when the connection is lost.
  @Test(
    "a connection that is lost after COMMIT succeeded: nothing runs twice",
    arguments: [
      true, false,
    ])
  func lostAfterCommit(hasRequestID: Bool) async throws {
    try await Self.withOwnCluster { cluster, engine in
      try Self.setStandby("'nobody'", cluster)
      // The new setting takes a moment: until then commands are confirmed as ever.
      var sent: UInt64 = 0
      var pending: Task<CommitOutcome, any Error>?
      repeat {
        sent += 1
        pending = engine.start(
          PostAll.paying(1, to: 1, request: hasRequestID ? .fixture(sent) : nil))
        try await eventually {
          let waiting = try await engine.count(EngineStatements.waiting, [.text("SyncRep")])
          let committed = try await engine.count(EngineStatements.journalRows)
          return waiting > 0 || committed == sent
        }
      } while try await engine.count(EngineStatements.waiting, [.text("SyncRep")]) == 0
      _ = try await engine.count(EngineStatements.terminateWaiting, [.text("SyncRep")])
      try Self.setStandby("DEFAULT", cluster)
      let outcome = try await pending?.value
      #expect(outcome?.isReplay == false)
      try await #expect(engine.count(EngineStatements.journalRows) == Int64(sent))
      try await #expect(engine.balance(Self.ada) == Int64(sent))
      try await #expect(engine.discrepancies() == 0)
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("what PostgreSQL refuses at the end of a batch of reads costs its connection, and no more")
  func refusedAtTheSync() async throws {
    try await Self.withOwnCluster { cluster, engine in
      try cluster.execute("CREATE TABLE written (number int)")
      try Self.setStandby("'nobody'", cluster)
      // A notification takes a lock when it is committed, and this one waits there for a standby,
      // as soon as the setting has come through.
      var holder: Task<Int, any Error>
      var attempt = 0
      repeat {
        attempt += 1
        let row = "INSERT INTO written VALUES (\(attempt)); NOTIFY somewhere"
        holder = Task.detached { try cluster.execute(row) }
        let committed = "written WHERE number = \(attempt)"
        try await eventually {
          Self.isAny("count(*)", Self.waiting, cluster)
            || Self.isAny("count(*)", committed, cluster)
        }
      } while !Self.isAny("count(*)", Self.waiting, cluster)
      let notified = engine.database.task {
        try await engine.database.query(CommitStatements.notify)
      }
      try await eventually {
        Self.isAny(
          "count(pg_cancel_backend(pid))", "pg_stat_activity WHERE wait_event_type = 'Lock'",
          cluster)
      }
      try Self.setStandby("DEFAULT", cluster)
      _ = try await holder.value
      _ = try await notified.value
      try await #expect(engine.count(EngineStatements.journalRows) == 0)
    }
  }

  private static let waiting = "pg_stat_activity WHERE wait_event = 'SyncRep'"

  /// Whether something is found, and so there is something to divide by.
  private static func isAny(_ count: String, _ found: String, _ cluster: PrivateCluster) -> Bool {
    (try? cluster.execute("SELECT 1 / \(count) FROM \(found)")) != nil
  }

  /// Which standby every commit waits for.
  private static func setStandby(_ name: String, _ cluster: PrivateCluster) throws {
    try cluster.execute("ALTER SYSTEM SET synchronous_standby_names = \(name)")
    try cluster.execute("SELECT pg_reload_conf()")
  }

  /// With a PostgreSQL whose settings are nobody else's.
  private static func withOwnCluster(
    _ body: @escaping @Sendable (PrivateCluster, Engine) async throws -> Void
  ) async throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    let cluster = try PrivateCluster.start(in: directory)
    defer { cluster.stop() }
    _ = try await Migrator(conninfo: cluster.conninfo(), migrations: migrations).run()
    try await withEngine(cluster.conninfo()) { try await body(cluster, $0) }
  }

  @Test("while connections die all the time, every request takes effect once")
  func killer() async throws {
    try await withEngine { engine in
      let clients = (UInt64(0)..<6).map { client in
        engine.database.task {
          for number in UInt64(1)...15 {
            try await Self.insist(
              PostAll.paying(1, to: client % 3 + 1, request: .fixture(client * 100 + number)),
              engine)
          }
        }
      }
      let killer = engine.database.task {
        // Not for ever: on a slow machine nobody would ever get through.
        for _ in 0..<40 {
          _ = try await engine.count(EngineStatements.terminateWriters)
          try await Task.sleep(for: .milliseconds(10))
        }
      }
      for client in clients { try await client.value }
      try await killer.value
      try await #expect(engine.count(EngineStatements.transfers) == 90)
      try await #expect(engine.count(EngineStatements.journalRows) == 90)
      try await #expect(engine.balance(Self.ada) == 30)
      try await #expect(engine.discrepancies() == 0)
      #expect(engine.bugs.isEmpty)
    }
  }

  /// What a client does: the same request until it has an answer.
  private static func insist(_ command: PostAll, _ engine: Engine) async throws {
    for _ in 0..<500 {
      do {
        try await engine.commit(command)
        return
      } catch CommitError.unavailable, CommitError.outcomeUnknown, CommitError.contended,
        CommitError.inProgress
      {
        try await Task.sleep(for: .milliseconds(2))
      }
    }
    Issue.record("no answer")
  }

  @Test("of two registrations of one e-mail on two servers, one is accepted and one is told")
  func emailRace() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, stripe: 0) { first in
      try await withEngine(conninfo, stripe: 1) { second in
        let commands = (0..<40).map { number in
          Register(
            caller: .system("auth"), request: nil, email: "user\(number)@example.org",
            passwordHash: "x", displayName: "x", roles: [.client])
        }
        async let some = first.commitAll(commands)
        async let others = second.commitAll(commands.reversed())
        let (a, b) = await (some, Array(others.reversed()))
        for (one, other) in zip(a, b) {
          let failures = [one, other].compactMap { result -> (any Error)? in
            if case .failure(let error) = result { error } else { nil }
          }
          #expect(failures.count == 1)
          #expect(failures.first as? Refusal == AuthError.emailTaken.refusal)
        }
        #expect(first.bugs.isEmpty && second.bugs.isEmpty)
      }
    }
  }

  @Test("an event that two servers hear of at once is one row")
  func eventRace() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, stripe: 0) { first in
      try await withEngine(conninfo, stripe: 1) { second in
        let commands = (0..<40).map {
          RecordInboundEvent(provider: "bitnob", eventID: "evt-\($0)", type: "x", body: [])
        }
        async let some = first.commitAll(commands)
        async let others = second.commitAll(commands.reversed())
        for result in await some + others { #expect(throws: Never.self) { try result.get() } }
      }
      try await #expect(first.count(EngineStatements.inboundEvents) == 40)
    }
  }

  @Test("while the database is away, callers hear so and nothing is half done")
  func outage() async throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    let cluster = try PrivateCluster.start(in: directory)
    defer { cluster.stop() }
    _ = try await Migrator(conninfo: cluster.conninfo(), migrations: migrations).run()
    try await withEngine(
      cluster.conninfo(), configure: { $0.outageGrace = .milliseconds(50) }
    ) { engine in
      try await engine.commit(Self.pay)
      cluster.kill()
      try await eventually {
        do {
          try await engine.commit(PostAll.paying(1, to: 1, request: .fixture(2)))
          return false
        } catch {
          return error as? CommitError == .unavailable
        }
      }
      try cluster.start()
      try await Self.insist(PostAll.paying(1, to: 1, request: .fixture(2)), engine)
      // The connections for reads come back on their own.
      try await eventually { (try? await engine.balance(Self.ada)) == 6 }
      let replay = try await engine.commit(Self.pay)
      #expect(replay.isReplay)
    }
  }
}

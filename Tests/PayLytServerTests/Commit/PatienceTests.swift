import PayLytRPC
import PayLytRPCServices
import Testing

@testable import PayLytServer

@Suite("Callers and databases that lose their patience")
struct PatienceTests {
  private static let ada = AccountID(of: .entity(1), kind: .wallet, asset: .btc)

  @Test("a caller who goes away undoes nothing: what was begun is committed once")
  func cancelled() async throws {
    try await withEngine { engine in
      try await engine.commit(PostAll.paying(1, to: 1))
      let command = PostAll.paying(5, to: 1, request: .fixture(1))
      var gone: [Task<CommitOutcome, any Error>] = []
      try await engine.holding([Self.ada]) {
        let first = engine.start(command)
        try await eventually { try await engine.count(EngineStatements.blocked) > 0 }
        // One whose batch is under way, and one that waits for the next.
        let second = engine.start(PostAll.paying(7, to: 1, request: .fixture(2)))
        for task in [first, second] { task.cancel() }
        gone = [first, second]
      }
      for task in gone { _ = await task.result }
      try await #expect(engine.balance(Self.ada) == 13)
      try await #expect(engine.commit(command).isReplay)
      try await #expect(engine.balance(Self.ada) == 13)
    }
  }

  @Test("a race without end is given up, and the request is good again when it is over")
  func contended() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try Administrator.execute(
      """
      CREATE SEQUENCE runs;
      CREATE FUNCTION race() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM nextval('runs');
        RAISE EXCEPTION 'a race' USING ERRCODE = '40001';
      END $$;
      CREATE TRIGGER race AFTER INSERT ON journal FOR EACH STATEMENT EXECUTE FUNCTION race()
      """, on: conninfo)
    let runs = Statement<Int64>(
      "test_runs", "SELECT last_value FROM runs", parameters: [], columns: [.int8]
    ) { (row) throws(DatabaseError) in try row.int64(0) }
    try await withEngine(conninfo, statements: [runs.definition]) { engine in
      let command = PostAll.paying(5, to: 1, request: .fixture(1))
      await #expect(throws: CommitError.contended) { try await engine.commit(command) }
      try await #expect(engine.count(runs) == Int64(CommitLimits.attemptsMax))
      try await #expect(engine.count(EngineStatements.journalRows) == 0)
      try Administrator.execute("DROP TRIGGER race ON journal", on: conninfo)
      try await #expect(!engine.commit(command).isReplay)
      try await #expect(engine.balance(Self.ada) == 5)
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("when each COMMIT loses its session nobody knows, and the same request finds out later")
  func unknown() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try Administrator.execute(
      """
      CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_terminate_backend(pg_backend_pid());
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER leave AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION leave()
      """, on: conninfo)
    try await withEngine(conninfo) { engine in
      let command = PostAll.paying(5, to: 1, request: .fixture(1))
      await #expect(throws: CommitError.outcomeUnknown) { try await engine.commit(command) }
      try Administrator.execute("DROP TRIGGER leave ON journal", on: conninfo)
      try await #expect(!engine.commit(command).isReplay)
      try await #expect(engine.commit(command).isReplay)
      try await #expect(engine.balance(Self.ada) == 5)
      try await #expect(engine.count(EngineStatements.journalRows) == 1)
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test(
    "who is told to come back is told when",
    arguments: [
      (CommitError.overloaded, StatusCode.resourceExhausted), (.inProgress, .aborted),
      (.contended, .aborted), (.unavailable, .unavailable), (.outcomeUnknown, .unavailable),
    ])
  func retry(error: CommitError, code: StatusCode) {
    #expect(error.rpcError.code == code)
    #expect(error.rpcError.retryDelay ?? .zero > .zero)
  }

  @Test(
    "who cannot do better by coming back is not told to",
    arguments: [CommitError.deadlineExceeded, .internalError])
  func noRetry(error: CommitError) {
    #expect(error.rpcError.retryDelay == nil)
  }
}

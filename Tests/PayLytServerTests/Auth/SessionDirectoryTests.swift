import Testing

@testable import PayLytServer

@Suite("What a server remembers of sessions")
struct SessionDirectoryTests {
  private static let lock = Statement(
    "test_lock_sessions", "LOCK TABLE session IN ACCESS EXCLUSIVE MODE", parameters: [])
  private static let waiting = Statement<Int64>(
    "test_waiting_for_sessions",
    "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'session'::regclass",
    parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  /// The answer to the first read is on its way when the session ends.
  @Test("what was read before a logout is not believed after it", arguments: [true, false])
  func race(isOne: Bool) async throws {
    let statements = [Self.lock.definition, Self.waiting.definition]
    try await withEngine(statements: statements) { engine in
      let user = User.fixture()
      try await engine.commit(PutRow(row: user))
      var session = Session(id: .entity(30), user: user, device: .unknown, at: .start)
      try await engine.commit(PutRow(row: session))
      let id = session.id
      let directory = SessionDirectory()
      let early = try await engine.database.transaction { transaction in
        _ = try await transaction.run([Self.lock.bind([])])
        let early = engine.database.task {
          _ = try await directory.checkLive(id, at: .start, engine.database)
        }
        try await eventually { try await transaction.query(Self.waiting) == [1] }
        if isOne { directory.forget(id) } else { directory.forget(sessionsOf: user.id) }
        return early
      }
      // It saw the session alive, and nobody remembers that.
      try await early.value
      session.revoke(at: .start)
      try await engine.commit(PutRow(row: session, isKnown: true))
      await #expect(throws: AuthError.self) {
        try await directory.checkLive(id, at: .start, engine.database)
      }
    }
  }
}

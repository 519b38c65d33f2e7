import Testing

@testable import PayLytServer

@Suite("What a server remembers of API keys")
struct ApiKeyDirectoryTests {
  private static let lock = Statement(
    "test_lock_keys", "LOCK TABLE api_key IN ACCESS EXCLUSIVE MODE", parameters: [])
  private static let waiting = Statement<Int64>(
    "test_waiting_for_keys",
    "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'api_key'::regclass",
    parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  /// The answer to the first read is on its way when the key is revoked.
  @Test("what was read before a key ended is not believed after it")
  func race() async throws {
    try await withEngine(statements: [Self.lock.definition, Self.waiting.definition]) { engine in
      let key = ApiKey.fixture()
      try await engine.commit(PutRow(row: key))
      let service = ServiceContext(
        database: engine.database, committer: engine.committer, clock: ManualClock(),
        secrets: .fixture(), watch: .nobody(engine.database), sealed: Bell())
      let directory = ApiKeyDirectory()
      let early = try await engine.database.transaction { transaction in
        _ = try await transaction.run([Self.lock.bind([])])
        let early = engine.database.task { try await directory.checkLive(key.id, service) }
        try await eventually { try await transaction.query(Self.waiting) == [1] }
        directory.forget(key.id)
        return early
      }
      // It saw the key alive, and nobody remembers that.
      try await early.value
      var revoked = key
      try revoked.revoke(at: .start)
      try await engine.commit(PutRow(row: revoked, isKnown: true))
      await #expect(throws: ApiKeyError.invalid) { try await directory.checkLive(key.id, service) }
    }
  }

  @Test("a certificate's name is free again when its key is revoked, and not when it expires")
  func names() async throws {
    try await withEngine { engine in
      func known() async throws -> ApiKey? {
        try await engine.database.query(ApiKeyStatements.keyByCertificate, [.text("a.example")])
          .first
      }
      func make(_ id: UInt64) async throws -> ApiKey {
        try await engine.carryOut(
          CreateApiKey(
            caller: .admin, request: nil, id: .entity(id), displayName: "Mobile",
            credential: .certificate, scopes: ["jobs.read"], proof: [],
            certificateName: "a.example", expiresAt: .start))
      }
      #expect(try await known() == nil)
      let first = try await make(40)
      #expect(try await known() == first)
      #expect(!first.isLive(at: .start))
      let refusal = await #expect(throws: Refusal.self) { _ = try await make(41) }
      #expect(refusal?.reason == "CERTIFICATE_NAME_TAKEN")
      let revoked = try await engine.carryOut(
        RevokeApiKey(caller: .admin, request: nil, id: first.id, reason: "Over."))
      // Whoever still has that certificate is refused, and not a caller without a key.
      #expect(try await known() == revoked)
      let second = try await make(42)
      #expect(try await known() == second)
    }
  }
}

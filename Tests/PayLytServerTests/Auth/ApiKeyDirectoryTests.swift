import Testing

@testable import PayLytServer

@Suite("What a server remembers of API keys")
struct ApiKeyDirectoryTests {
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

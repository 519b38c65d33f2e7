import Testing

@testable import PayLytServer

@Suite("Keeping webhooks")
struct WebhookKeeperTests {
  @Test("secrets move to a new key, and what had its time is removed")
  func keeper() async throws {
    let old = DetailKeys([1: [UInt8](repeating: 1, count: 32)], current: 1)
    let both = DetailKeys(
      [1: [UInt8](repeating: 1, count: 32), 2: [UInt8](repeating: 2, count: 32)], current: 2)
    let (first, second) = (try #require(old), try #require(both))
    try await withEngine { engine in
      let content = WebhookEndpoint.Content(
        url: "https://example.com/", description: "", types: [])
      let table = WebhookEndpoint.secrets
      let key = [UInt8](repeating: 3, count: 32)
      for number in UInt64(1)...3 {
        let id = UUID.entity(number)
        try await engine.commit(
          CreateWebhookEndpoint(
            caller: .client, request: nil, user: .entity(1), endpoint: id, content: content,
            secret: first.seal(key, for: id, in: table), position: 0))
        try await engine.commit(
          RotateWebhookSecret(
            caller: .client, request: nil, user: .entity(1), endpoint: id,
            secret: first.seal(key, for: id, in: table), overlapSeconds: 60, etag: ""))
        try await engine.commit(
          PutRow(
            row: WebhookDelivery(
              id: .entity(20 + number), endpoint: id, event: .entity(30), eventType: "x",
              position: 1, state: number == 2 ? .pending : .delivered, attempts: 1,
              nextAttemptAt: .start, lastStatus: 200, lastError: "",
              lastAttemptAt: number == 3 ? SystemClock().now() : .start, createdAt: .start)))
      }
      let keeper = WebhookKeeper(
        database: engine.database, committer: engine.committer, keys: second,
        clock: SystemClock(), log: Log(level: .error, clock: SystemClock()))
      #expect(try await keeper.step() == false)
      let rows = try await engine.fetch(
        WebhookEndpoint.self, by: "live_user_id", .uuid(.entity(1)))
      #expect(rows.count == 3)
      for row in rows {
        #expect(row.secret.keyID == 2 && row.previous?.secret.keyID == 2 && row.version == 2)
        #expect(try row.signingSecrets(second, at: row.createdAt).map(\.key) == [key, key])
      }
      // Of three, one had ended long ago.
      var left: [UUID] = []
      for endpoint in UInt64(1)...3 {
        left += try await engine.search(
          WebhookOutStatements.deliveries, of: .one(.entity(endpoint))
        ).map(\.id)
      }
      #expect(left == [.entity(22), .entity(23)])
      #expect(engine.bugs.isEmpty)
    }
  }
}

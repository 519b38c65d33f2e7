import Testing

@testable import PayLytServer

/// Each move of an endpoint, from each state, by each caller.
@Suite("Moves of webhook endpoints")
struct WebhookEndpointTests {
  enum Move: CaseIterable, Sendable {
    case update, delete, disable, enable, rotate, test, redeliver, redeliverAll, fail
  }

  private static let endpoint = UUID.entity(40)
  private static let delivery = UUID.entity(50)
  private static let content = WebhookEndpoint.Content(
    url: "https://example.com/", description: "", types: ["escrow.*"])
  private static let secret = DetailKeys.fixture.seal(
    [UInt8](repeating: 3, count: 32), for: endpoint, in: WebhookEndpoint.secrets)

  /// An endpoint of user 1 in `state`, with a delivery that was given up.
  private static func store(_ state: WebhookEndpoint.State) throws -> MemoryStore {
    let store = MemoryStore()
    var row = WebhookEndpoint(
      id: endpoint, user: .entity(1), slot: 0, content: content, secret: secret, at: .start)
    switch state {
    case .enabled: break
    case .disabled: try row.disable(at: .start)
    case .failed: try row.fail("no answer", at: .start)
    case .deleted: row.delete(at: .start)
    }
    store.put(row)
    store.put(
      WebhookCursor(
        id: endpoint, position: 5, holder: .entity(60), leasedUntil: .start,
        pausedUntil: Timestamp.start.adding(seconds: 60), failures: 4, failingSince: .start,
        isPrompt: true))
    store.put(
      WebhookDelivery(
        id: delivery, endpoint: endpoint, event: .entity(70), eventType: "escrow.released",
        position: 4, state: .failed, attempts: 19, nextAttemptAt: .start, lastStatus: 500,
        lastError: "HTTP 500", lastAttemptAt: .start, createdAt: .start))
    return store
  }

  /// Makes the move. Returns why it was refused, if so.
  private static func make(
    _ move: Move, _ store: MemoryStore, user: UInt64 = 1, etag: String = ""
  ) -> Refusal? {
    let (caller, user) = (Caller.user(.entity(user), [.client]), UUID.entity(user))
    return switch move {
    case .update:
      store.refusal(
        of: UpdateWebhookEndpoint(
          caller: caller, request: nil, user: user, endpoint: endpoint, content: content,
          etag: etag))
    case .delete:
      store.refusal(
        of: DeleteWebhookEndpoint(
          caller: caller, request: nil, user: user, endpoint: endpoint, etag: etag))
    case .disable:
      store.refusal(
        of: DisableWebhookEndpoint(
          caller: caller, request: nil, user: user, endpoint: endpoint, etag: etag))
    case .enable:
      store.refusal(
        of: EnableWebhookEndpoint(
          caller: caller, request: nil, user: user, endpoint: endpoint, position: nil, etag: etag))
    case .rotate:
      store.refusal(
        of: RotateWebhookSecret(
          caller: caller, request: nil, user: user, endpoint: endpoint, secret: secret,
          overlapSeconds: 60, etag: etag))
    case .test:
      store.refusal(
        of: TestWebhookEndpoint(caller: caller, request: nil, user: user, endpoint: endpoint))
    case .redeliver:
      store.refusal(
        of: RedeliverWebhook(
          caller: caller, request: nil, user: user, endpoint: endpoint, delivery: delivery))
    case .redeliverAll:
      store.refusal(
        of: RedeliverWebhooks(
          caller: caller, request: nil, user: user, endpoint: endpoint, deliveries: [delivery]))
    case .fail: store.refusal(of: FailWebhookEndpoint(endpoint: endpoint, reason: "410"))
    }
  }

  /// What each move is refused with in each state; nil when it is made.
  private static func expected(_ move: Move, _ state: WebhookEndpoint.State) -> String? {
    switch (move, state) {
    // The service's own: it finds that there is nothing to do.
    case (.fail, _): nil
    case (_, .deleted): "NOT_FOUND"
    case (.update, _), (.delete, _), (.rotate, _): nil
    case (.enable, .enabled): "ENDPOINT_ENABLED"
    case (.enable, .disabled), (.enable, .failed): nil
    case (.disable, .enabled), (.test, .enabled), (.redeliver, .enabled),
      (.redeliverAll, .enabled):
      nil
    case (.disable, _), (.test, _), (.redeliver, _), (.redeliverAll, _): "ENDPOINT_DISABLED"
    }
  }

  @Test(
    "each move is made or refused as the table says, and a refused one changes nothing",
    arguments: Move.allCases, WebhookEndpoint.State.allCases)
  func moves(move: Move, state: WebhookEndpoint.State) throws {
    let store = try Self.store(state)
    let before = store.contents
    let refusal = Self.make(move, store)
    #expect(refusal?.reason == Self.expected(move, state))
    if refusal != nil { #expect(store.contents == before) }
  }

  @Test("to anybody else an endpoint is not there", arguments: Move.allCases.filter { $0 != .fail })
  func strangers(move: Move) throws {
    for state in WebhookEndpoint.State.allCases {
      let store = try Self.store(state)
      let before = store.contents
      #expect(Self.make(move, store, user: 2)?.code == .notFound)
      #expect(store.contents == before)
    }
  }

  @Test(
    "a stale etag is refused, and the one that was read is good",
    arguments: [Move.update, .delete, .disable, .rotate])
  func etags(move: Move) throws {
    let store = try Self.store(.enabled)
    #expect(Self.make(move, store, etag: "7")?.reason == "ETAG_MISMATCH")
    #expect(Self.make(move, store, etag: "1") == nil)
    #expect(Self.make(move, store, etag: "1") != nil)
  }

  @Test("whoever enables, tests or sends again does not wait for the endpoint's rest")
  func wakes() throws {
    for (move, state) in [
      (Move.enable, WebhookEndpoint.State.failed), (.test, .enabled), (.redeliver, .enabled),
      (.redeliverAll, .enabled),
    ] {
      let store = try Self.store(state)
      store.now = Timestamp.start.adding(seconds: 1)
      #expect(Self.make(move, store) == nil)
      let cursor = try #require(store.row(WebhookCursor.self, Self.endpoint))
      #expect(cursor.pausedUntil == store.now && cursor.failures == 0)
      #expect(cursor.failingSince == nil && cursor.position == 5)
    }
  }

  @Test("what is sent again is due at once, with all its tries")
  func again() throws {
    for move in [Move.redeliver, .redeliverAll] {
      let store = try Self.store(.enabled)
      #expect(Self.make(move, store) == nil)
      let delivery = try #require(store.row(WebhookDelivery.self, Self.delivery))
      #expect(delivery.state == .pending && delivery.attempts == 0)
      #expect(delivery.nextAttemptAt == store.now && delivery.lastStatus == 500)
    }
  }

  @Test("an endpoint goes on where it stopped, or without what it missed, and never back")
  func positions() throws {
    for (asked, expected) in [(nil, 5), (9, 9), (2, 5)] as [(Int64?, Int64)] {
      let store = try Self.store(.disabled)
      try store.carryOut(
        EnableWebhookEndpoint(
          caller: .client, request: nil, user: .entity(1), endpoint: Self.endpoint,
          position: asked, etag: ""))
      #expect(store.row(WebhookCursor.self, Self.endpoint)?.position == expected)
    }
  }

  @Test("both secrets sign until the overlap is over, and a deleted endpoint has none")
  func rotation() throws {
    let store = try Self.store(.enabled)
    #expect(Self.make(.rotate, store) == nil)
    let row = try #require(store.row(WebhookEndpoint.self, Self.endpoint))
    let later = store.now.adding(seconds: 60)
    #expect(try row.signingSecrets(.fixture, at: store.now).count == 2)
    #expect(try row.signingSecrets(.fixture, at: later).count == 1)
    #expect(Self.make(.delete, store) == nil)
    let deleted = try #require(store.row(WebhookEndpoint.self, Self.endpoint))
    #expect(deleted.secret.bytes.isEmpty && deleted.previous == nil)
  }

  @Test("a user has ten endpoints at most, and a deleted one makes room")
  func full() throws {
    let store = MemoryStore()
    func create(_ number: UInt64, user: UInt64 = 1) -> CreateWebhookEndpoint {
      CreateWebhookEndpoint(
        caller: .client, request: nil, user: .entity(user), endpoint: .entity(number),
        content: Self.content, secret: Self.secret, position: 3)
    }
    for number in UInt64(0)..<10 { try store.carryOut(create(100 + number)) }
    #expect(Set(store.rows(WebhookEndpoint.self).map(\.slot)) == Set(0..<10))
    #expect(store.refusal(of: create(120))?.reason == "ENDPOINTS_FULL")
    try store.carryOut(create(121, user: 2))
    try store.carryOut(
      DeleteWebhookEndpoint(
        caller: .client, request: nil, user: .entity(1), endpoint: .entity(103), etag: ""))
    #expect(try store.carryOut(create(122)).slot == 3)
    #expect(store.row(WebhookCursor.self, .entity(122))?.position == 3)
  }
}

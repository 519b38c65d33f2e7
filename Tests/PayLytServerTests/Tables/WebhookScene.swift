@testable import PayLytServer

/// A webhook endpoint of the client's, with a delivery that was given up.
struct WebhookScene: TableScene {
  enum State: String, CaseIterable {
    case absent, enabled, disabled
    /// By the service: nothing could be delivered.
    case failed
    case deleted
    /// Enabled, and the client has as many as a user may have.
    case full
  }

  enum Move: String, CaseIterable {
    case create = "CreateWebhookEndpoint"
    case update = "UpdateWebhookEndpoint"
    case updateStale = "UpdateWebhookEndpoint, stale"
    case delete = "DeleteWebhookEndpoint"
    case deleteStale = "DeleteWebhookEndpoint, stale"
    case disable = "DisableWebhookEndpoint"
    case disableStale = "DisableWebhookEndpoint, stale"
    case enable = "EnableWebhookEndpoint"
    case enableStale = "EnableWebhookEndpoint, stale"
    case rotate = "RotateWebhookSecret"
    case rotateStale = "RotateWebhookSecret, stale"
    case test = "TestWebhookEndpoint"
    case redeliver = "RedeliverWebhook"
    case redeliverUnknown = "RedeliverWebhook, unknown"
    case redeliverOther = "RedeliverWebhook, of another endpoint"
    case redeliverAll = "RedeliverWebhooks"
  }

  static let service = "WebhookService"
  private static let stale = """
                               client           freelancer   stranger    admin
    absent, deleted            NOT_FOUND        NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, disabled, failed  ETAG_MISMATCH    NOT_FOUND    NOT_FOUND   NOT_FOUND
    full                       ETAG_MISMATCH    NOT_FOUND    NOT_FOUND   NOT_FOUND

    """
  static let table = """
    CreateWebhookEndpoint      client           freelancer   stranger    admin
    absent, enabled, disabled  enabled          enabled      enabled     enabled
    failed, deleted            enabled          enabled      enabled     enabled
    full                       ENDPOINTS_FULL   enabled      enabled     enabled

    UpdateWebhookEndpoint      client           freelancer   stranger    admin
    absent, deleted            NOT_FOUND        NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, full              enabled          NOT_FOUND    NOT_FOUND   NOT_FOUND
    disabled                   disabled         NOT_FOUND    NOT_FOUND   NOT_FOUND
    failed                     failed           NOT_FOUND    NOT_FOUND   NOT_FOUND

    DeleteWebhookEndpoint      client           freelancer   stranger    admin
    absent, deleted            NOT_FOUND        NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, disabled, failed  deleted          NOT_FOUND    NOT_FOUND   NOT_FOUND
    full                       deleted          NOT_FOUND    NOT_FOUND   NOT_FOUND

    DisableWebhookEndpoint     client             freelancer   stranger    admin
    absent, deleted            NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, full              disabled           NOT_FOUND    NOT_FOUND   NOT_FOUND
    disabled, failed           ENDPOINT_DISABLED  NOT_FOUND    NOT_FOUND   NOT_FOUND

    EnableWebhookEndpoint      client             freelancer   stranger    admin
    absent, deleted            NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, full              ENDPOINT_ENABLED   NOT_FOUND    NOT_FOUND   NOT_FOUND
    disabled, failed           enabled            NOT_FOUND    NOT_FOUND   NOT_FOUND

    RotateWebhookSecret        client             freelancer   stranger    admin
    absent, deleted            NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, full              enabled            NOT_FOUND    NOT_FOUND   NOT_FOUND
    disabled                   disabled           NOT_FOUND    NOT_FOUND   NOT_FOUND
    failed                     failed             NOT_FOUND    NOT_FOUND   NOT_FOUND

    TestWebhookEndpoint        client             freelancer   stranger    admin
    absent, deleted            NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, full              enabled            NOT_FOUND    NOT_FOUND   NOT_FOUND
    disabled, failed           ENDPOINT_DISABLED  NOT_FOUND    NOT_FOUND   NOT_FOUND

    RedeliverWebhook           client             freelancer   stranger    admin
    absent, deleted            NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, full              pending            NOT_FOUND    NOT_FOUND   NOT_FOUND
    disabled, failed           ENDPOINT_DISABLED  NOT_FOUND    NOT_FOUND   NOT_FOUND

    RedeliverWebhook, unknown  client             freelancer   stranger    admin
    absent, deleted, full      NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, disabled, failed  NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND

    RedeliverWebhook, of another endpoint  client   freelancer   stranger    admin
    absent, deleted, full      NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, disabled, failed  NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND

    RedeliverWebhooks          client             freelancer   stranger    admin
    absent, deleted            NOT_FOUND          NOT_FOUND    NOT_FOUND   NOT_FOUND
    enabled, full              pending            NOT_FOUND    NOT_FOUND   NOT_FOUND
    disabled, failed           ENDPOINT_DISABLED  NOT_FOUND    NOT_FOUND   NOT_FOUND

    UpdateWebhookEndpoint, stale\(stale)
    DeleteWebhookEndpoint, stale\(stale)
    DisableWebhookEndpoint, stale\(stale)
    EnableWebhookEndpoint, stale\(stale)
    RotateWebhookSecret, stale\(stale)
    """

  let store = MemoryStore()
  private static let endpoint = UUID.entity(40)
  private static let delivery = UUID.entity(50)
  private static let foreign = UUID.entity(51)
  private static let content = WebhookEndpoint.Content(
    url: "https://example.com/", description: "", types: ["escrow.*"])

  init(in state: State) throws {
    for number in UInt64(1)...4 { store.put(User.fixture(number)) }
    for id in [Self.delivery, Self.foreign] {
      store.put(
        WebhookDelivery(
          id: id, endpoint: id == Self.delivery ? Self.endpoint : .entity(41),
          event: .entity(70), eventType: "escrow.released", position: 4, state: .failed,
          attempts: 19, nextAttemptAt: .start, lastStatus: 500, lastError: "HTTP 500",
          lastAttemptAt: .start, createdAt: .start))
    }
    guard state != .absent else { return }
    try store.carryOut(create(Self.endpoint, as: .client))
    // Something is done to it before, so that no version is the first one.
    _ = try carryOut(.update, as: .client)
    switch state {
    case .absent, .enabled: break
    case .disabled: _ = try carryOut(.disable, as: .client)
    case .failed:
      try store.carryOut(FailWebhookEndpoint(endpoint: Self.endpoint, reason: "410 Gone"))
    case .deleted: _ = try carryOut(.delete, as: .client)
    case .full:
      for number in 1..<UInt64(WebhookOutLimits.endpointsPerUserMax) {
        try store.carryOut(create(.entity(400 + number), as: .client))
      }
    }
    store.now = store.now.adding(seconds: 1)
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .create: return "\(try store.carryOut(create(.entity(60), as: who)).state)"
    case .update, .updateStale:
      return try changed(
        UpdateWebhookEndpoint(
          caller: who.caller, request: nil, user: who.user, endpoint: Self.endpoint,
          content: Self.content, etag: move == .update ? "" : "1"))
    case .delete, .deleteStale:
      return try changed(
        DeleteWebhookEndpoint(
          caller: who.caller, request: nil, user: who.user, endpoint: Self.endpoint,
          etag: move == .delete ? "" : "1"))
    case .disable, .disableStale:
      return try changed(
        DisableWebhookEndpoint(
          caller: who.caller, request: nil, user: who.user, endpoint: Self.endpoint,
          etag: move == .disable ? "" : "1"))
    case .enable, .enableStale:
      return try changed(
        EnableWebhookEndpoint(
          caller: who.caller, request: nil, user: who.user, endpoint: Self.endpoint,
          position: nil, etag: move == .enable ? "" : "1"))
    case .rotate, .rotateStale:
      return try changed(
        RotateWebhookSecret(
          caller: who.caller, request: nil, user: who.user, endpoint: Self.endpoint,
          secret: secret(for: Self.endpoint), overlapSeconds: 60,
          etag: move == .rotate ? "" : "1"))
    case .test:
      return try changed(
        TestWebhookEndpoint(
          caller: who.caller, request: nil, user: who.user, endpoint: Self.endpoint))
    case .redeliver: return try redeliver(Self.delivery, as: who)
    case .redeliverUnknown: return try redeliver(.entity(99), as: who)
    case .redeliverOther: return try redeliver(Self.foreign, as: who)
    case .redeliverAll:
      let again = try store.carryOut(
        RedeliverWebhooks(
          caller: who.caller, request: nil, user: who.user, endpoint: Self.endpoint,
          deliveries: [Self.delivery, Self.foreign, .entity(99)]))
      return again.map { "\($0.state)" }.joined(separator: " and ")
    }
  }

  private func changed<C: Command>(_ command: C) throws -> String
  where C.Answer == WebhookEndpoint {
    "\(try store.carryOut(command).state)"
  }

  private func redeliver(_ delivery: UUID, as who: TableCaller) throws -> String {
    let again = try store.carryOut(
      RedeliverWebhook(
        caller: who.caller, request: nil, user: who.user, endpoint: Self.endpoint,
        delivery: delivery))
    return "\(again.state)"
  }

  private func create(_ id: UUID, as who: TableCaller) -> CreateWebhookEndpoint {
    CreateWebhookEndpoint(
      caller: who.caller, request: nil, user: who.user, endpoint: id, content: Self.content,
      secret: secret(for: id), position: 3)
  }

  private func secret(for id: UUID) -> SealedDetails {
    DetailKeys.fixture.seal(
      [UInt8](repeating: 3, count: 32), for: id, in: WebhookEndpoint.secrets)
  }
}

import PayLytAPI
import PayLytJSON
import PayLytRPC
import StandardAPI

extension PayLytAPI.WebhookEndpoint {
  init(_ endpoint: WebhookEndpoint) {
    self.init(
      name: "webhookEndpoints/\(endpoint.id)", user: "users/\(endpoint.user)",
      url: endpoint.content.url, description: endpoint.content.description,
      eventTypes: endpoint.content.types, state: State(endpoint.state),
      stateReason: endpoint.stateReason,
      previousSecretExpireTime: endpoint.previous.map { ProtoTimestamp($0.expiresAt) },
      createTime: ProtoTimestamp(endpoint.createdAt),
      updateTime: ProtoTimestamp(endpoint.updatedAt), etag: endpoint.etag)
  }
}

extension PayLytAPI.WebhookEndpoint.State {
  init(_ state: WebhookEndpoint.State) {
    self =
      switch state {
      case .enabled: .enabled
      case .disabled: .disabled
      case .failed: .failed
      case .deleted: .deleted
      }
  }
}

extension PayLytAPI.WebhookDelivery {
  init(_ delivery: WebhookDelivery) {
    let isPending = delivery.state == .pending
    self.init(
      name: "webhookEndpoints/\(delivery.endpoint)/deliveries/\(delivery.id)",
      event: "events/\(delivery.event)", eventType: delivery.eventType,
      position: delivery.position, state: State(delivery.state), attempts: delivery.attempts,
      lastStatus: delivery.lastStatus, lastError: delivery.lastError,
      lastAttemptTime: delivery.lastAttemptAt.map { ProtoTimestamp($0) },
      nextAttemptTime: isPending ? ProtoTimestamp(delivery.nextAttemptAt) : nil,
      createTime: ProtoTimestamp(delivery.createdAt))
  }
}

extension PayLytAPI.WebhookDelivery.State {
  init(_ state: WebhookDelivery.State) {
    self =
      switch state {
      case .pending: .pending
      case .delivered: .delivered
      case .failed: .failed
      }
  }

  /// The one that is asked for; nil for all.
  ///
  /// - Throws: INVALID_ARGUMENT for one that we do not know.
  func wanted() throws(Refusal) -> WebhookDelivery.State? {
    switch self {
    case .unspecified: nil
    case .pending: .pending
    case .delivered: .delivered
    case .failed: .failed
    case .unrecognized: throw .invalid("state", "This is no state of a delivery.")
    }
  }
}

extension WebhookEndpoint.Content {
  /// - Throws: INVALID_ARGUMENT with the field.
  init(
    url: String, description: String, types: [String], _ policy: WebhookPolicy
  ) throws(Refusal) {
    guard let address = WebhookURL(url, policy) else {
      throw .invalid(
        "url", "Expected `https://host/path` on port 443 or above 1023, without user or fragment.")
    }
    _ = try EventPatterns(types, field: "event_types")
    self.init(
      url: address.text,
      description: description,
      types: types)
  }
}

extension Payload {
  /// The endpoint as it is now.
  static func endpoint(of endpoint: WebhookEndpoint?) -> Payload {
    endpoint.map { Payload(PayLytAPI.WebhookEndpoint($0)) } ?? .none(of: ())
  }
}

extension CreateWebhookEndpointRequest: ChangeRequest {}
extension UpdateWebhookEndpointRequest: ChangeRequest {}
extension DeleteWebhookEndpointRequest: ChangeRequest {}
extension DisableWebhookEndpointRequest: ChangeRequest {}
extension EnableWebhookEndpointRequest: ChangeRequest {}
extension RotateWebhookSecretRequest: ChangeRequest {}
extension TestWebhookEndpointRequest: ChangeRequest {}
extension RedeliverWebhookRequest: ChangeRequest {}
extension RedeliverWebhooksRequest: ChangeRequest {}

/// An event as an endpoint gets it: the one that `EventService` shows, in protobuf's JSON, in the
/// envelope of Standard Webhooks. The same bytes each time.
enum WebhookBody {
  /// Every type that a payload may have.
  private static let schema = ProtoSchema(
    PayLytAPIDescriptors.files + StandardAPIDescriptors.files)

  /// - Parameter party: whose endpoint it is; nil for admins, who read everything.
  /// - Throws: `WireError` when the payload is of a type that this build does not know.
  static func json(
    _ found: EventFeed.Part.Found, for party: UUID?, hasPayload: Bool = true
  ) throws(WireError) -> [UInt8] {
    var event = Event(found, for: party)
    if !hasPayload { event.payload = nil }
    let data = try event.json(schema)
    let body = JSONValue.object([
      .init("type", .string(event.type)), .init("timestamp", data["createTime"] ?? .null),
      .init("data", data),
    ])
    return Array(body.text().utf8)
  }
}

/// What all commands about one endpoint share: it must be the caller's, and not deleted.
private func found(
  _ id: UUID, of user: UUID, _ decision: Decision
) throws(Refusal) -> WebhookEndpoint {
  guard let endpoint = decision.row(WebhookEndpoint.self, id), endpoint.user == user,
    endpoint.state != .deleted
  else { throw .notFound("webhook endpoint \(id)") }
  return endpoint
}

extension Decision {
  fileprivate func changed(_ endpoint: WebhookEndpoint, _ event: String) {
    put(endpoint)
    record(event, subject: "webhookEndpoints/\(endpoint.id)", parties: [endpoint.user])
  }
}

/// A new endpoint. Its secret was sealed before, under the id that the row will have.
struct CreateWebhookEndpoint: Command {
  static let method = "WebhookService/CreateWebhookEndpoint"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID
  let content: WebhookEndpoint.Content
  let secret: SealedDetails
  /// Where the log ends now.
  let position: Int64

  func load(_ rows: Loader) {
    rows.want(WebhookEndpoint.self, by: "live_user_id", .uuid(user))
    rows.wantAccount(of: user)
  }

  func decide(_ decision: Decision) throws -> WebhookEndpoint {
    try decision.checkActive(user)
    let others = decision.rows(WebhookEndpoint.self, by: "live_user_id", .uuid(user))
    let taken = Set(others.map(\.slot))
    guard
      let slot = (0..<WebhookOutLimits.endpointsPerUserMax).first(where: { !taken.contains($0) })
    else { throw WebhookError.full }
    let made = WebhookEndpoint(
      id: endpoint, user: user, slot: slot, content: content, secret: secret, at: decision.now)
    decision.put(
      WebhookCursor(
        id: endpoint, position: position, holder: decision.newID(), leasedUntil: decision.now,
        pausedUntil: decision.now, failures: 0, failingSince: nil, isPrompt: false))
    decision.changed(made, "webhook_endpoint.created")
    return made
  }
}

/// What its owner changes about an endpoint. They differ in what they do to the row, no more.
protocol EndpointCommand: Command where Answer == WebhookEndpoint {
  /// What the event of the change is called.
  static var event: String { get }
  var user: UUID { get }
  var endpoint: UUID { get }
  /// Which version of it the caller has read; empty when they do not mind.
  var etag: String { get }

  func change(_ row: inout WebhookEndpoint, _ decision: Decision) throws
}

extension EndpointCommand {
  func load(_ rows: Loader) { rows.want(WebhookEndpoint.self, endpoint) }

  func decide(_ decision: Decision) throws -> WebhookEndpoint {
    var row = try found(endpoint, of: user, decision)
    try row.check(etag: etag)
    try change(&row, decision)
    decision.changed(row, Self.event)
    return row
  }
}

struct UpdateWebhookEndpoint: EndpointCommand {
  static let method = "WebhookService/UpdateWebhookEndpoint"
  static let event = "webhook_endpoint.updated"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID
  let content: WebhookEndpoint.Content
  let etag: String

  func change(_ row: inout WebhookEndpoint, _ decision: Decision) {
    row.edit(content, at: decision.now)
  }
}

struct DeleteWebhookEndpoint: EndpointCommand {
  static let method = "WebhookService/DeleteWebhookEndpoint"
  static let event = "webhook_endpoint.deleted"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID
  let etag: String

  func change(_ row: inout WebhookEndpoint, _ decision: Decision) {
    row.delete(at: decision.now)
  }
}

struct DisableWebhookEndpoint: EndpointCommand {
  static let method = "WebhookService/DisableWebhookEndpoint"
  static let event = "webhook_endpoint.disabled"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID
  let etag: String

  func change(_ row: inout WebhookEndpoint, _ decision: Decision) throws {
    try row.disable(at: decision.now)
  }
}

struct EnableWebhookEndpoint: EndpointCommand {
  static let method = "WebhookService/EnableWebhookEndpoint"
  static let event = "webhook_endpoint.enabled"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID
  /// Where the log ends now, to leave out what is before; nil to go on where it stopped.
  let position: Int64?
  let etag: String

  func load(_ rows: Loader) {
    rows.want(WebhookEndpoint.self, endpoint)
    rows.want(WebhookCursor.self, endpoint)
  }

  func change(_ row: inout WebhookEndpoint, _ decision: Decision) throws {
    try row.enable(at: decision.now)
    try decision.wake(endpoint, from: position)
  }
}

struct RotateWebhookSecret: EndpointCommand {
  static let method = "WebhookService/RotateWebhookSecret"
  static let event = "webhook_endpoint.secret_rotated"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID
  let secret: SealedDetails
  let overlapSeconds: Int64
  let etag: String

  func change(_ row: inout WebhookEndpoint, _ decision: Decision) {
    row.rotate(to: secret, until: decision.now.adding(seconds: overlapSeconds), at: decision.now)
  }
}

/// The decision itself is the event that is sent.
struct TestWebhookEndpoint: Command {
  static let method = "WebhookService/TestWebhookEndpoint"
  static let event = "webhook_endpoint.tested"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID

  func load(_ rows: Loader) {
    rows.want(WebhookEndpoint.self, endpoint)
    rows.want(WebhookCursor.self, endpoint)
  }

  func decide(_ decision: Decision) throws -> WebhookEndpoint {
    let tested = try found(endpoint, of: user, decision)
    try tested.checkEnabled()
    try decision.wake(endpoint)
    decision.record(Self.event, subject: "webhookEndpoints/\(endpoint)", parties: [user])
    return tested
  }
}

/// Nothing could be delivered, for too long or because the endpoint said so.
struct FailWebhookEndpoint: Command {
  static let method = "webhooks/fail"
  let caller = Caller.system("webhooks")
  let request: RequestIdentity? = nil
  let endpoint: UUID
  let reason: String

  func load(_ rows: Loader) { rows.want(WebhookEndpoint.self, endpoint) }

  func decide(_ decision: Decision) throws -> WebhookEndpoint? {
    guard var failed = decision.row(WebhookEndpoint.self, endpoint), failed.state == .enabled else {
      return nil
    }
    try failed.fail(reason, at: decision.now)
    decision.changed(failed, "webhook_endpoint.failed")
    return failed
  }
}

/// Seals the secrets under the current key.
struct ResealWebhookEndpoint: Command {
  static let method = "webhooks/reseal"
  let caller = Caller.system("webhooks")
  let request: RequestIdentity? = nil
  /// As it was read.
  let read: WebhookEndpoint
  let secret: SealedDetails
  let previous: WebhookEndpoint.Previous?

  func load(_ rows: Loader) { rows.want(WebhookEndpoint.self, read.id) }

  func decide(_ decision: Decision) throws -> Bool {
    guard var found = decision.row(WebhookEndpoint.self, read.id), found == read else {
      return false
    }
    found.reseal(secret, previous: previous)
    decision.changed(found, "webhook_endpoint.resealed")
    return true
  }
}

// MARK: Deliveries

extension Decision {
  /// Lets an endpoint that rests try again, from another place in the log or where it is.
  fileprivate func wake(_ endpoint: UUID, from position: Int64? = nil) throws {
    guard var cursor = row(WebhookCursor.self, endpoint) else {
      throw Refusal.damaged("webhook endpoint \(endpoint)")
    }
    if let position {
      cursor.position = max(cursor.position, position)
      // A turn that is under way must not move it back.
      cursor.holder = newID()
    }
    cursor.pausedUntil = now
    cursor.failingSince = nil
    cursor.failures = 0
    put(cursor)
  }
}

/// Sends an event once more.
struct RedeliverWebhook: Command {
  static let method = "WebhookService/RedeliverWebhook"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID
  let delivery: UUID

  func load(_ rows: Loader) {
    rows.want(WebhookEndpoint.self, endpoint)
    rows.want(WebhookCursor.self, endpoint)
    rows.want(WebhookDelivery.self, delivery)
  }

  func decide(_ decision: Decision) throws -> WebhookDelivery {
    let parent = try found(endpoint, of: user, decision)
    guard var again = decision.row(WebhookDelivery.self, delivery), again.endpoint == endpoint
    else { throw Refusal.notFound("delivery \(delivery)") }
    try parent.checkEnabled()
    again.redeliver(at: decision.now)
    decision.put(again)
    try decision.wake(endpoint)
    decision.record(
      "webhook_endpoint.redelivered", subject: "webhookEndpoints/\(endpoint)", parties: [user])
    return again
  }
}

/// Sends the events of a stretch of the log once more.
struct RedeliverWebhooks: Command {
  static let method = "WebhookService/RedeliverWebhooks"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let endpoint: UUID
  /// At most `WebhookOutLimits.redeliveriesMax`.
  let deliveries: [UUID]

  func load(_ rows: Loader) {
    rows.want(WebhookEndpoint.self, endpoint)
    rows.want(WebhookCursor.self, endpoint)
    for delivery in deliveries { rows.want(WebhookDelivery.self, delivery) }
  }

  func decide(_ decision: Decision) throws -> [WebhookDelivery] {
    try found(endpoint, of: user, decision).checkEnabled()
    // What was swept in between is gone.
    var again = deliveries.compactMap { decision.row(WebhookDelivery.self, $0) }
      .filter { $0.endpoint == endpoint }
    for index in again.indices {
      again[index].redeliver(at: decision.now)
      decision.put(again[index])
    }
    try decision.wake(endpoint)
    decision.record(
      "webhook_endpoint.redelivered", subject: "webhookEndpoints/\(endpoint)", parties: [user])
    return again
  }
}

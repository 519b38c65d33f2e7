/// A server of a user's that is told what happens.
struct WebhookEndpoint: Hashable, Sendable, Versioned {
  /// Raw values are stored and equal the API's.
  enum State: Int16, Sendable, CaseIterable {
    /// Next: disabled, failed, deleted.
    case enabled = 1
    /// By its owner. Next: enabled, deleted.
    case disabled = 2
    /// By the service. Next: enabled, deleted.
    case failed = 3
    /// Final.
    case deleted = 4
  }

  /// What its owner says of it.
  struct Content: Hashable, Sendable {
    let url: String
    let description: String
    /// Event types, with `.*` at the end of one that stands for many; none for all.
    let types: [String]
  }

  /// The secret before the current one, as long as it signs too.
  struct Previous: Hashable, Sendable {
    let secret: SealedDetails
    let expiresAt: Timestamp
  }

  let id: UUID
  let user: UUID
  /// Which of the user's places it has: there are so many as endpoints a user may have.
  let slot: Int16
  private(set) var content: Content
  private(set) var state: State
  /// Why the service disabled it; empty otherwise.
  private(set) var stateReason: String
  private(set) var secret: SealedDetails
  private(set) var previous: Previous?
  let createdAt: Timestamp
  private(set) var updatedAt: Timestamp
  private(set) var version: Int64

  /// Where its secrets are sealed for.
  static let secrets = "webhook_endpoint"

  mutating func edit(_ content: Content, at now: Timestamp) {
    self.content = content
    touch(now)
  }

  mutating func disable(at now: Timestamp) throws(WebhookError) {
    guard state == .enabled else { throw .disabled }
    state = .disabled
    touch(now)
  }

  /// Nothing can be delivered.
  mutating func fail(_ reason: String, at now: Timestamp) throws(WebhookError) {
    guard state == .enabled else { throw .disabled }
    state = .failed
    stateReason = reason
    touch(now)
  }

  mutating func enable(at now: Timestamp) throws(WebhookError) {
    guard state != .enabled else { throw .enabled }
    state = .enabled
    stateReason = ""
    touch(now)
  }

  mutating func rotate(to secret: SealedDetails, until expiry: Timestamp, at now: Timestamp) {
    previous = expiry > now ? Previous(secret: self.secret, expiresAt: expiry) : nil
    self.secret = secret
    touch(now)
  }

  /// The same secrets under another key. Nothing that its owner sees changes.
  mutating func reseal(_ secret: SealedDetails, previous: Previous?) {
    self.secret = secret
    self.previous = previous
  }

  mutating func delete(at now: Timestamp) {
    state = .deleted
    stateReason = ""
    secret = SealedDetails(keyID: secret.keyID, bytes: [])
    previous = nil
    touch(now)
  }

  func checkEnabled() throws(WebhookError) {
    guard state == .enabled else { throw .disabled }
  }

  /// What requests at this moment are signed with, the current one first.
  ///
  /// - Throws: `DetailKeys.Unreadable`.
  func signingSecrets(_ keys: DetailKeys, at now: Timestamp) throws -> [WebhookSecret] {
    let sealed = [secret] + (previous.map { $0.expiresAt > now ? [$0.secret] : [] } ?? [])
    return try sealed.map { WebhookSecret(key: try keys.open($0, of: id, in: Self.secrets)) }
  }

  private mutating func touch(_ now: Timestamp) {
    updatedAt = now
    version += 1
  }
}

extension WebhookEndpoint {
  init(
    id: UUID, user: UUID, slot: Int16, content: Content, secret: SealedDetails, at now: Timestamp
  ) {
    self.init(
      id: id, user: user, slot: slot, content: content, state: .enabled, stateReason: "",
      secret: secret, previous: nil, createdAt: now, updatedAt: now, version: 1)
  }
}

/// How far an endpoint has come in the log, and who sends to it.
struct WebhookCursor: Hashable, Sendable {
  /// The endpoint's.
  let id: UUID
  /// Every event up to here that the endpoint wants has its delivery.
  var position: Int64
  /// Which turn of which server it is; another one has lost it.
  var holder: UUID
  var leasedUntil: Timestamp
  /// Nothing is sent before, because the last attempts failed.
  var pausedUntil: Timestamp
  /// In a row.
  var failures: Int32
  /// Since when everything has failed.
  var failingSince: Timestamp?
  /// Whether the last attempt was answered well and in time. Those that are not, and those that
  /// were never asked, have a part of the turns only.
  var isPrompt: Bool
}

/// Why an endpoint refused a move.
enum WebhookError: Error, Equatable {
  case disabled
  case enabled
  case full
}

extension WebhookError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .disabled:
      Refusal(
        .failedPrecondition, reason: "ENDPOINT_DISABLED",
        message: "This endpoint is disabled. Enable it first.")
    case .enabled:
      Refusal(
        .failedPrecondition, reason: "ENDPOINT_ENABLED", message: "This endpoint is enabled.")
    case .full:
      Refusal(
        .failedPrecondition, reason: "ENDPOINTS_FULL",
        message: "You have \(WebhookOutLimits.endpointsPerUserMax) endpoints. Delete one first.")
    }
  }
}

import PayLytCrypto

/// What Bitnob tells us of its own accord.
struct BitnobEvent: Sendable, Equatable {
  /// The event's name decides; the status inside its data uses another vocabulary.
  enum Kind: Sendable, Equatable {
    case lightningReceived
    case lightningSendSucceeded
    case lightningSendFailed
    /// Something about a payout in local currency: it is asked about by its reference.
    case payoutChanged(String)
    /// Kept and acknowledged, not acted on.
    case unknown(String)

    init(name: String) {
      switch name {
      case "btc.lightning.received.success": self = .lightningReceived
      case "btc.lightning.send.success": self = .lightningSendSucceeded
      case "btc.lightning.send.failed": self = .lightningSendFailed
      case _ where name.hasPrefix("payouts.") || name.hasPrefix("payout."):
        self = .payoutChanged(name)
      default: self = .unknown(name)
      }
    }

    var name: String {
      switch self {
      case .lightningReceived: "btc.lightning.received.success"
      case .lightningSendSucceeded: "btc.lightning.send.success"
      case .lightningSendFailed: "btc.lightning.send.failed"
      case .payoutChanged(let name), .unknown(let name): name
      }
    }
  }

  /// The same for every delivery of the event; the hash of the body when it names none.
  let id: String
  let kind: Kind
  /// The provider's id of the invoice or payment.
  let resourceID: String?
  /// Ours.
  let reference: String?
  let paymentHash: [UInt8]?
  let status: String?
  /// When the provider says that it happened; part of what is signed. nil when it does not say.
  fileprivate(set) var sentAt: Timestamp?

  private struct Body: Decodable {
    struct Content: Decodable {
      let id: LenientText?
      let reference: String?
      let paymentHash: String?
      let status: String?
    }

    let event: String
    let eventId: LenientText?
    let timestamp: LenientMoment?
    let data: Content?
  }

  /// Reads a body; nil when it is no event. The signature is checked elsewhere, and before.
  init?(body: [UInt8]) {
    guard let parsed = BitnobJSON.decode(Body.self, from: body) else { return nil }
    kind = Kind(name: parsed.event)
    if let named = parsed.eventId?.value, !named.isEmpty {
      id = named
    } else {
      id = "sha256:" + Hex.encode(SHA256.hash(body))
    }
    resourceID = parsed.data?.id?.value
    reference = parsed.data?.reference
    paymentHash = parsed.data?.paymentHash.flatMap(Hex.decode)
    status = parsed.data?.status
    sentAt = parsed.timestamp?.value
  }

  /// Whether the event's own time is too far from `now`: somebody may be replaying it. The bound is
  /// wide, because a delivery that failed comes again with the time of the first.
  func isStale(at now: Timestamp) -> Bool {
    guard let sentAt else { return false }
    return (now.seconds - sentAt.seconds).magnitude > ProviderLimits.webhookSkewSecondsMax
  }
}

/// Why a webhook is turned away.
enum BitnobWebhookError: Error, Equatable {
  case missingSignature
  case wrongSignature
  case malformedBody
}

/// The lock on the webhook door: `x-bitnob-signature` is the lower-case hex of an HMAC over the
/// exact bytes of the body.
struct BitnobWebhook: Sendable {
  /// Public material shows two; which one holds is the account's.
  enum Scheme: String, Sendable, CaseIterable {
    /// HMAC-SHA512 over the body.
    case sha512
    /// HMAC-SHA256 over `timestamp.body`, with the seconds of `x-bitnob-timestamp`.
    case sha256
  }

  static let signatureHeader = "x-bitnob-signature"
  static let timestampHeader = "x-bitnob-timestamp"

  /// The current secret and, while it is being replaced, the one before.
  private let secrets: [[UInt8]]

  private let scheme: Scheme

  init(secret: [UInt8], previousSecret: [UInt8]? = nil, scheme: Scheme = .sha512) {
    self.scheme = scheme
    precondition(!secret.isEmpty, "a webhook without a secret is open to everyone")
    secrets = [secret] + (previousSecret.map { [$0] } ?? [])
  }

  /// Checks the signature, then reads the event.
  ///
  /// - Parameter timestamp: the header, which one of the schemes signs.
  func open(
    body: [UInt8], signature: String?, timestamp: String? = nil
  ) throws(BitnobWebhookError) -> BitnobEvent {
    guard let signature, !signature.isEmpty else { throw .missingSignature }
    var sentAt: Timestamp?
    if scheme == .sha256 {
      sentAt = timestamp.flatMap { Int64($0) }.flatMap { Timestamp(told: $0) }
      guard sentAt != nil else { throw .missingSignature }
    }
    let given = Array(signature.utf8)
    // Every secret is tried, so that the time does not tell which one it was.
    let matches = secrets.map { secret in
      let code = Hex.encode(code(of: body, timestamp, secret))
      return constantTimeEquals(Array(code.utf8), given)
    }
    guard matches.contains(true) else { throw .wrongSignature }
    guard var event = BitnobEvent(body: body) else { throw .malformedBody }
    if let sentAt { event.sentAt = sentAt }
    return event
  }

  private func code(of body: [UInt8], _ timestamp: String?, _ secret: [UInt8]) -> [UInt8] {
    switch scheme {
    case .sha512: HMAC.sha512(key: secret, message: body)
    case .sha256: HMAC.sha256(key: secret, message: Array("\(timestamp ?? "").".utf8) + body)
    }
  }
}

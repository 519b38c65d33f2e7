import PayLytCrypto

/// The secret of an endpoint: what signs each request to it (Standard Webhooks).
struct WebhookSecret: Sendable {
  private static let prefix = "whsec_"

  let key: [UInt8]

  init(key: [UInt8]) { self.key = key }

  static func random() -> WebhookSecret {
    WebhookSecret(key: SecureRandom.bytes(WebhookOutLimits.secretBytes))
  }

  /// How its owner gets it.
  var text: String { Self.prefix + Base64.encode(key) }

  /// `v1,` and the code over `id.timestamp.body`.
  func signature(id: String, timestamp: Int64, body: [UInt8]) -> String {
    let signed = Array("\(id).\(timestamp).".utf8) + body
    return "v1," + Base64.encode(HMAC.sha256(key: key, message: signed))
  }
}

extension WebhookSecret: CustomStringConvertible, CustomReflectable {
  var description: String { "WebhookSecret" }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}

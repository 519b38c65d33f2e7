import PayLytCrypto

/// The server's keys, all derived from one secret that the operator keeps.
///
/// It has no description: a secret that is printed by accident prints nothing.
struct Secrets: Sendable {
  /// Sign access tokens.
  let accessTokens: TokenKeys
  /// Signs receipts.
  let receipts: Ed25519.SigningKey
  /// Signs checkpoints of the audit log.
  let auditCheckpoints: Ed25519.SigningKey
  /// Authenticate refresh tokens.
  let refreshTokens: MACKeys
  /// Authenticates step-up tokens.
  let stepUpTokens: [UInt8]
  /// Authenticate mailed codes.
  let mailedCodes: MACKeys
  /// Key the fingerprints of requests: a request may hold a password, and a plain hash of it
  /// could be guessed.
  let fingerprints: MACKeys
  /// Encrypt details at rest, unless the operator names keys of their own: the current one, and
  /// those of secrets that are being replaced.
  let details: [[UInt8]]
  /// Makes the preimages of our own node's invoices.
  let preimages: [UInt8]
  /// Authenticate page tokens and resume tokens.
  let pageTokens: MACKeys
  /// Encrypts what services sign with.
  let apiKeys: SealingKeys

  /// - Parameter master: at least 32 bytes from a good random source.
  /// - Parameter accepted: masters whose tokens are good too: the next one before it is used, the
  ///   one before while its tokens live.
  init?(master: [UInt8], accepted: [[UInt8]] = []) {
    let masters = [master] + accepted
    guard masters.allSatisfy({ $0.count >= 32 }) else { return nil }
    func derive(_ label: String, from secret: [UInt8]) -> [UInt8] {
      HMAC.sha256(key: secret, message: Array("paylyt \(label) 1".utf8))
    }
    let tokens = masters.compactMap { Ed25519.SigningKey(seed: derive("access tokens", from: $0)) }
    func derive(_ label: String) -> [UInt8] { derive(label, from: master) }
    guard let signing = tokens.first,
      let receipts = Ed25519.SigningKey(seed: derive("receipts")),
      let checkpoints = Ed25519.SigningKey(seed: derive("audit checkpoints")),
      let apiKeys = SealingKeys(masters.map { derive("api keys", from: $0) })
    else { return nil }
    accessTokens = TokenKeys(signing: signing, accepted: tokens.dropFirst().map(\.verifyKey))
    self.receipts = receipts
    auditCheckpoints = checkpoints
    func authenticating(_ label: String) -> MACKeys {
      MACKeys(latest: derive(label), accepted: accepted.map { derive(label, from: $0) })
    }
    refreshTokens = authenticating("refresh tokens")
    stepUpTokens = derive("step-up tokens")
    mailedCodes = authenticating("mailed codes")
    fingerprints = authenticating("fingerprints")
    pageTokens = authenticating("page tokens")
    details = masters.map { derive("details", from: $0) }
    preimages = derive("preimages")
    self.apiKeys = apiKeys
  }
}

extension Secrets: CustomStringConvertible, CustomReflectable {
  var description: String { "Secrets" }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Encrypts under the latest of several keys, and opens what was encrypted under any of them.
struct SealingKeys: Sendable {
  private let latest: SecretBox
  private let accepted: [SecretBox]

  /// - Parameter keys: 32 bytes each, the latest first.
  init?(_ keys: [[UInt8]]) {
    let boxes = keys.compactMap { SecretBox(key: $0) }
    guard boxes.count == keys.count, let latest = boxes.first else { return nil }
    self.latest = latest
    accepted = Array(boxes.dropFirst())
  }

  func seal(_ text: [UInt8], context: [UInt8]) -> [UInt8] { latest.seal(text, context: context) }

  /// Decrypts what was sealed for the same context.
  func open(_ message: [UInt8], context: [UInt8]) throws(SecretBox.NotAuthentic) -> [UInt8] {
    for box in accepted {
      // Another key is no error: the latest one says whether any fits.
      if let text = try? box.open(message, context: context) { return text }
    }
    return try latest.open(message, context: context)
  }
}

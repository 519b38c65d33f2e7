import PayLytCrypto

/// The server's keys, all derived from one secret that the operator keeps.
///
/// It has no description: a secret that is printed by accident prints nothing.
struct Secrets: Sendable {
  /// Signs access tokens.
  let accessTokens: Ed25519.SigningKey
  /// Signs receipts.
  let receipts: Ed25519.SigningKey
  /// Signs checkpoints of the audit log.
  let auditCheckpoints: Ed25519.SigningKey
  /// Authenticates refresh tokens.
  let refreshTokens: [UInt8]
  /// Keys the fingerprints of requests: a request may hold a password, and a plain hash of it
  /// could be guessed.
  let fingerprints: [UInt8]
  /// Encrypts details at rest, unless the operator names keys of their own.
  let details: [UInt8]
  /// Makes the preimages of our own node's invoices.
  let preimages: [UInt8]
  /// Authenticates page tokens.
  let pageTokens: [UInt8]

  /// - Parameter master: at least 32 bytes from a good random source.
  init?(master: [UInt8]) {
    guard master.count >= 32 else { return nil }
    func derive(_ label: String) -> [UInt8] {
      HMAC.sha256(key: master, message: Array("paylyt \(label) 1".utf8))
    }
    guard let access = Ed25519.SigningKey(seed: derive("access tokens")),
      let receipts = Ed25519.SigningKey(seed: derive("receipts")),
      let checkpoints = Ed25519.SigningKey(seed: derive("audit checkpoints"))
    else { return nil }
    accessTokens = access
    self.receipts = receipts
    auditCheckpoints = checkpoints
    refreshTokens = derive("refresh tokens")
    fingerprints = derive("fingerprints")
    pageTokens = derive("page tokens")
    details = derive("details")
    preimages = derive("preimages")
  }
}

extension Secrets: CustomStringConvertible, CustomReflectable {
  var description: String { "Secrets" }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}

import PayLytCrypto

/// How a service proves that it calls. Raw values are stored and equal the API's.
enum ApiKeyCredential: Int16, Sendable, CaseIterable {
  case secret = 1
  case hmac = 2
  case ed25519 = 3
  case certificate = 4

  /// Whether each request carries a signature.
  var signs: Bool {
    switch self {
    case .hmac, .ed25519: true
    case .secret, .certificate: false
    }
  }
}

/// A service of the house, and what it may do.
struct ApiKey: Hashable, Sendable, Versioned {
  let id: UUID
  let displayName: String
  let credential: ApiKeyCredential
  let scopes: [String]
  /// Secret: its SHA-256. HMAC: the secret, encrypted. Ed25519: the public key.
  private(set) var proof: [UInt8]
  private(set) var previous: Previous?
  let certificateName: String?
  let createdAt: Timestamp
  /// As the journal names whoever made it.
  let creator: String
  let expiresAt: Timestamp?
  private(set) var rotatedAt: Timestamp?
  private(set) var revokedAt: Timestamp?
  private(set) var lastUsedAt: Timestamp?
  private(set) var version: Int64

  /// What it proved itself with before the last rotation.
  struct Previous: Hashable, Sendable {
    let proof: [UInt8]
    let until: Timestamp
  }

  var identity: ServiceIdentity { ServiceIdentity(key: id, scopes: Set(scopes)) }

  func isLive(at now: Timestamp) -> Bool {
    revokedAt == nil && expiresAt.map { now < $0 } ?? true
  }

  /// What is accepted now: the latest first.
  func proofs(at now: Timestamp) -> [[UInt8]] {
    guard let previous, now < previous.until else { return [proof] }
    return [proof, previous.proof]
  }

  mutating func rotate(
    to next: [UInt8], overlapSeconds: Int64, at now: Timestamp
  ) throws(ApiKeyError) {
    guard credential != .certificate else { throw .notRotatable }
    guard isLive(at: now) else { throw .ended }
    let until = now.adding(seconds: overlapSeconds)
    previous = overlapSeconds > 0 ? Previous(proof: proof, until: until) : nil
    proof = next
    rotatedAt = now
    version += 1
  }

  mutating func revoke(at now: Timestamp) throws(ApiKeyError) {
    guard revokedAt == nil else { throw .ended }
    revokedAt = now
    previous = nil
    version += 1
  }

  mutating func use(at now: Timestamp) { lastUsedAt = now }
}

extension ApiKey {
  init(
    id: UUID, displayName: String, credential: ApiKeyCredential, scopes: [String],
    proof: [UInt8], certificateName: String?, creator: String, expiresAt: Timestamp?,
    at now: Timestamp
  ) {
    self.init(
      id: id, displayName: displayName, credential: credential, scopes: scopes, proof: proof,
      previous: nil, certificateName: certificateName, createdAt: now, creator: creator,
      expiresAt: expiresAt, rotatedAt: nil, revokedAt: nil, lastUsedAt: nil, version: 1)
  }

  /// What the texts of its secrets begin with, which is all of a signing key's: `plk_` and the id.
  var prefix: String { Self.prefix(of: id) }

  static func prefix(of id: UUID) -> String { "plk_" + Base64URL.encode(id.bytes) }

  /// Reads `plk_<id>` or `plk_<id>.<secret>`.
  static func read(_ text: String) -> (id: UUID, secret: String?)? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.utf8.count <= 128, parts[0].hasPrefix("plk_"),
      let bytes = Base64URL.decode(String(parts[0].dropFirst(4))), bytes.count == 16
    else { return nil }
    return (UUID(bytes: bytes), parts.count == 2 ? String(parts[1]) : nil)
  }
}

/// Why a key was not taken, or not changed.
enum ApiKeyError: Error, Equatable {
  /// Unknown, expired, revoked, or with another secret: who guesses learns nothing.
  case invalid
  case signatureMissing
  case signatureInvalid
  case requestReplayed
  case scopeMissing(String)
  case ended
  case notRotatable
  case certificateNameTaken
}

extension ApiKeyError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .invalid:
      Refusal(
        .unauthenticated, reason: "API_KEY_INVALID",
        message: "The API key is not one of ours, or has ended.")
    case .signatureMissing:
      Refusal(
        .unauthenticated, reason: "SIGNATURE_MISSING",
        message: "This key signs each request: send `paylyt-timestamp`, `paylyt-nonce` and "
          + "`paylyt-signature`, and no secret.")
    case .signatureInvalid:
      Refusal(
        .unauthenticated, reason: "SIGNATURE_INVALID",
        message: "The signature does not fit the request, or its timestamp is off by more than "
          + "\(AuthLimits.signatureWindowSeconds) seconds.")
    case .requestReplayed:
      Refusal(
        .unauthenticated, reason: "REQUEST_REPLAYED",
        message: "The nonce was used before. Sign the request anew, with another one.")
    case .scopeMissing(let permission):
      Refusal(
        .permissionDenied, reason: "SCOPE_MISSING",
        message: "The API key's scopes do not include `\(permission)`.",
        values: ["permission": permission])
    case .ended:
      Refusal(.failedPrecondition, reason: "API_KEY_ENDED", message: "The key has ended.")
    case .notRotatable:
      Refusal(
        .failedPrecondition, reason: "API_KEY_NOT_ROTATABLE",
        message: "A certificate is renewed where it was issued; its name stays.")
    case .certificateNameTaken:
      Refusal(
        .alreadyExists, reason: "CERTIFICATE_NAME_TAKEN",
        message: "There is a key with this certificate name. Revoke it first.")
    }
  }
}

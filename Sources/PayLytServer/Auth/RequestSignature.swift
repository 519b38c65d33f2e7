import PayLytCrypto

/// What a service signs of a request, and whether the signature fits.
struct RequestSignature: Hashable, Sendable {
  /// `/paylyt.jobs.v1.JobService/GetJob`.
  let path: String
  /// Seconds since 1970.
  let timestamp: Int64
  let nonce: String
  let signature: [UInt8]
  /// The value of `authorization`, or nothing: a signature is not good beside another user's token.
  let authorization: String
  /// The request message's bytes before compression, or nothing.
  let body: [UInt8]

  /// The lines that are signed; proto/paylyt/auth/v1/api_key.proto is their manual.
  var signed: [UInt8] {
    let lines = [
      "paylyt-request-1", path, String(timestamp), nonce,
      Hex.encode(SHA256.hash(Array(authorization.utf8))), Hex.encode(SHA256.hash(body)),
    ]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Whether the timestamp may be taken at all.
  func isTimely(at now: Timestamp) -> Bool {
    (now.seconds - AuthLimits.signatureWindowSeconds...now.seconds
      + AuthLimits.signatureWindowSeconds).contains(timestamp)
  }

  var hasGoodNonce: Bool {
    AuthLimits.nonceCharacters.contains(nonce.utf8.count)
      && nonce.utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }

  /// - Parameter secrets: those that are accepted.
  func fitsHMAC(_ secrets: [[UInt8]]) -> Bool {
    secrets.contains { constantTimeEquals(HMAC.sha256(key: $0, message: signed), signature) }
  }

  /// - Parameter keys: the public keys that are accepted.
  func fitsEd25519(_ keys: [[UInt8]]) -> Bool {
    keys.contains { Ed25519.VerifyKey(bytes: $0)?.verify(signature, of: signed) ?? false }
  }

  /// What is remembered of it, until its timestamp is too old to be taken.
  func nonce(of key: UUID) -> RequestNonce {
    let hash = SHA256.hash(key.bytes + Array(nonce.utf8))
    let end = timestamp + AuthLimits.signatureWindowSeconds + 1
    return RequestNonce(
      id: UUID(bytes: hash.prefix(16)), expiresAt: Timestamp(microseconds: end * 1_000_000))
  }
}

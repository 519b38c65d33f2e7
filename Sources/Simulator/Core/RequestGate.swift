import PayLytCrypto
import PayLytHTTP

/// The nonces of the last minutes: each is good once.
struct NonceMemory: Sendable {
  private var expiry: [String: Int64] = [:]
  private var nextSweep: Int64 = 0

  /// - Returns: false for a nonce that was used before, or when there are too many to remember.
  mutating func use(_ nonce: String, now: Int64) -> Bool {
    if now >= nextSweep {
      expiry = expiry.filter { $0.value > now }
      nextSweep = now + Limits.clockSkewSecondsMax
    }
    guard expiry[nonce] == nil, expiry.count < Limits.noncesMax else { return false }
    // A timestamp may be ahead of our clock by the skew, and is good for as long after that.
    expiry[nonce] = now + 2 * Limits.clockSkewSecondsMax
    return true
  }
}

extension World {
  /// Lets a signed request in, as Bitnob does: client, timestamp, nonce, signature over the body.
  mutating func admit(_ request: HTTPServerRequest, now: Int64) throws(Refusal) {
    func header(_ name: String) throws(Refusal) -> String {
      guard let value = request.headers[name], !value.isEmpty else {
        throw Refusal(401, "unauthorized", "the header \(name) is missing")
      }
      return value
    }
    let client = try header("X-Auth-Client")
    let timestamp = try header("X-Auth-Timestamp")
    let nonce = try header("X-Auth-Nonce")
    let signature = try header("X-Auth-Signature")
    guard client == configuration.clientID else {
      throw Refusal(401, "unauthorized", "the client is unknown")
    }
    guard let seconds = Int64(timestamp), seconds >= 0,
      seconds.subtractingReportingOverflow(now).partialValue.magnitude
        <= UInt64(Limits.clockSkewSecondsMax)
    else { throw Refusal(401, "stale_timestamp", "the timestamp is outside the window") }
    guard nonce.utf8.count == 32, Hex.decode(nonce) != nil else {
      throw Refusal(401, "invalid_nonce", "the nonce must be 32 hex digits")
    }
    let message = Array("\(client):\(timestamp):\(nonce):".utf8) + request.body
    let expected = Hex.encode(HMAC.sha256(key: configuration.clientSecret, message: message))
    guard constantTimeEquals(Array(signature.utf8), Array(expected.utf8)) else {
      throw Refusal(401, "invalid_signature", "the signature is wrong")
    }
    guard nonces.use(nonce, now: now) else {
      throw Refusal(401, "nonce_reused", "the nonce was used before")
    }
  }
}

import FoundationEssentials
import PayLytCrypto

/// A JSON Web Token signed with EdDSA (RFC 7519, RFC 8037).
///
/// The algorithm is pinned: the header must be exactly the one of a key of ours, so neither `none`
/// nor another algorithm nor another key can be asked for.
enum AccessToken {
  private static let issuer = "paylyt"

  private struct Claims: Codable {
    let iss: String
    let sub: String
    let sid: String
    let roles: Int16
    let iat: Int64
    let exp: Int64
  }

  struct Verified: Hashable, Sendable {
    let principal: Principal
    let expiresAt: Timestamp
  }

  /// - Parameter now: when the token begins; the same moment makes the same token.
  static func sign(
    _ principal: Principal, session: UUID, keys: TokenKeys, at now: Timestamp
  ) throws -> (token: String, expiresAt: Timestamp) {
    let expires = now.seconds + AuthLimits.accessTokenSeconds
    let claims = Claims(
      iss: issuer, sub: principal.user.description, sid: session.description,
      roles: principal.roles.rawValue, iat: now.seconds, exp: expires)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let signed = keys.header + "." + Base64URL.encode(Array(try encoder.encode(claims)))
    let signature = keys.signing.sign(Array(signed.utf8))
    return (
      signed + "." + Base64URL.encode(signature), Timestamp(microseconds: expires * 1_000_000)
    )
  }

  /// - Throws: `.tokenInvalid` for anything that we did not sign, `.tokenExpired`.
  static func verify(
    _ token: String, keys: TokenKeys, at now: Timestamp
  ) throws(AuthError) -> Verified {
    guard token.utf8.count <= AuthLimits.accessTokenBytesMax else { throw .tokenInvalid }
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let key = keys.verifying[String(parts[0])],
      let payload = Base64URL.decode(String(parts[1])),
      let signature = Base64URL.decode(String(parts[2])),
      key.verify(signature, of: Array("\(parts[0]).\(parts[1])".utf8)),
      let claims = try? JSONDecoder().decode(Claims.self, from: Data(payload)),
      claims.iss == issuer, let user = UUID(claims.sub), let session = UUID(claims.sid)
    else { throw .tokenInvalid }
    let expiresAt = Timestamp(microseconds: claims.exp * 1_000_000)
    guard now < expiresAt else { throw .tokenExpired }
    return Verified(
      principal: Principal(user: user, roles: Roles(rawValue: claims.roles), session: session),
      expiresAt: expiresAt)
  }
}

/// The keys of access tokens: one signs; others are accepted while the secret is replaced.
struct TokenKeys: Sendable {
  let signing: Ed25519.SigningKey
  /// The first part of each token that is signed.
  let header: String
  /// By the first part of a token, exactly as we write it.
  let verifying: [String: Ed25519.VerifyKey]
  /// The one in use first.
  let all: [Ed25519.VerifyKey]

  init(signing: Ed25519.SigningKey, accepted: [Ed25519.VerifyKey] = []) {
    self.signing = signing
    header = Self.header(of: signing.verifyKey)
    all = [signing.verifyKey] + accepted.filter { $0 != signing.verifyKey }
    verifying = Dictionary(all.map { (Self.header(of: $0), $0) }) { first, _ in first }
  }

  /// The thumbprint of the key as a JSON Web Key (RFC 7638, RFC 8037 §2).
  static func id(of key: Ed25519.VerifyKey) -> String {
    let canonical = #"{"crv":"Ed25519","kty":"OKP","x":"\#(Base64URL.encode(key.bytes))"}"#
    return Base64URL.encode(SHA256.hash(Array(canonical.utf8)))
  }

  private static func header(of key: Ed25519.VerifyKey) -> String {
    Base64URL.encode(Array(#"{"alg":"EdDSA","kid":"\#(id(of: key))","typ":"JWT"}"#.utf8))
  }
}

/// The token that renews a session: session id, generation, and a MAC over both.
///
/// Nothing of it is stored, so a stolen database holds no tokens; an old generation is recognised
/// as ours, which is how a copied token is noticed.
enum RefreshToken {
  static func make(_ session: Session, key: [UInt8]) -> String {
    let body = session.id.bytes + session.generation.bigEndianBytes
    return Base64URL.encode(body + HMAC.sha256(key: key, message: body))
  }

  /// - Parameter keys: each is accepted.
  static func read(
    _ token: String, keys: MACKeys
  ) throws(AuthError) -> (session: UUID, generation: Int32) {
    guard token.utf8.count <= 128, let all = Base64URL.decode(token), all.count == 52 else {
      throw .tokenInvalid
    }
    let body = Array(all[..<20])
    guard keys.accept(all[20...], madeBy: { HMAC.sha256(key: $0, message: body) }) else {
      throw .tokenInvalid
    }
    return (UUID(bytes: body[..<16]), Int32(bigEndianBytes: body[16...]))
  }
}

/// Says, for a few minutes and for one session, that the second factor was proved: session, end,
/// and a MAC over both and the PIN's hash. A token of another session or user is none, and it ends
/// with the PIN that it proves.
enum StepUpToken {
  static func make(
    for session: UUID, pinHash: String, until end: Timestamp, key: [UInt8]
  ) -> String {
    let body = session.bytes + end.microseconds.bigEndianBytes
    return Base64URL.encode(body + HMAC.sha256(key: key, message: body + Array(pinHash.utf8)))
  }

  /// What a good token proves.
  struct Proof: Hashable, Sendable {
    /// Of the PIN that was proved.
    let pinHash: String
    let expiresAt: Timestamp
  }

  /// - Parameter pinHash: as it is now; nil when there is no PIN.
  /// - Returns: nil when it proves nothing.
  static func proof(
    _ token: String, for session: UUID, pinHash: String?, key: [UInt8], at now: Timestamp
  ) -> Proof? {
    guard let pinHash, token.utf8.count <= 128, let all = Base64URL.decode(token), all.count == 56
    else { return nil }
    let body = Array(all[..<24])
    let proof = HMAC.sha256(key: key, message: body + Array(pinHash.utf8))
    guard constantTimeEquals(proof, Array(all[24...])) else { return nil }
    let end = Timestamp(microseconds: Int64(bigEndianBytes: body[16...]))
    guard UUID(bytes: body[..<16]) == session, now < end else { return nil }
    return Proof(pinHash: pinHash, expiresAt: end)
  }
}

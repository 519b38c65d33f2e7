import FoundationEssentials
import PayLytCrypto

/// Who a call comes from, as its access token says.
struct Principal: Hashable, Sendable {
  let user: UUID
  let roles: Roles
  let session: UUID

  var caller: Caller { .user(user, roles) }
}

/// A JSON Web Token signed with EdDSA (RFC 7519, RFC 8037).
///
/// The algorithm is pinned: the header must be exactly ours, so neither `none` nor another
/// algorithm nor another key type can be asked for.
enum AccessToken {
  private static let header = Base64URL.encode(Array(#"{"alg":"EdDSA","typ":"JWT"}"#.utf8))
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

  static func sign(
    _ principal: Principal, key: Ed25519.SigningKey, at now: Timestamp
  ) throws -> (token: String, expiresAt: Timestamp) {
    let expires = now.seconds + AuthLimits.accessTokenSeconds
    let claims = Claims(
      iss: issuer, sub: principal.user.description, sid: principal.session.description,
      roles: principal.roles.rawValue, iat: now.seconds, exp: expires)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let signed = header + "." + Base64URL.encode(Array(try encoder.encode(claims)))
    let signature = key.sign(Array(signed.utf8))
    return (
      signed + "." + Base64URL.encode(signature), Timestamp(microseconds: expires * 1_000_000)
    )
  }

  /// - Throws: `.tokenInvalid` for anything that we did not sign, `.tokenExpired`.
  static func verify(
    _ token: String, key: Ed25519.VerifyKey, at now: Timestamp
  ) throws(AuthError) -> Verified {
    guard token.utf8.count <= AuthLimits.accessTokenBytesMax else { throw .tokenInvalid }
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == header,
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

/// The token that renews a session: session id, generation, and a MAC over both.
///
/// Nothing of it is stored, so a stolen database holds no tokens; an old generation is recognised
/// as ours, which is how a copied token is noticed.
enum RefreshToken {
  static func make(_ session: Session, key: [UInt8]) -> String {
    let body = session.id.bytes + session.generation.bigEndianBytes
    return Base64URL.encode(body + HMAC.sha256(key: key, message: body))
  }

  static func read(
    _ token: String, key: [UInt8]
  ) throws(AuthError) -> (session: UUID, generation: Int32) {
    guard token.utf8.count <= 128, let all = Base64URL.decode(token), all.count == 52 else {
      throw .tokenInvalid
    }
    let body = Array(all[..<20])
    guard constantTimeEquals(HMAC.sha256(key: key, message: body), Array(all[20...])) else {
      throw .tokenInvalid
    }
    return (UUID(bytes: body[..<16]), Int32(bigEndianBytes: body[16...]))
  }
}

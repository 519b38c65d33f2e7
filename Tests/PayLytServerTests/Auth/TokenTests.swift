import PayLytCrypto
import Testing

@testable import PayLytServer

@Suite("Access tokens")
struct AccessTokenTests {
  private let key: Ed25519.SigningKey
  private let keys: TokenKeys
  private let principal = Principal(
    user: .entity(1), roles: [.client, .freelancer], session: .entity(30))
  private let token: String

  init() throws {
    key = try #require(Ed25519.SigningKey(seed: [UInt8](repeating: 7, count: 32)))
    keys = TokenKeys(signing: key)
    token = try AccessToken.sign(principal, session: .entity(30), keys: keys, at: .start).token
  }

  /// header.payload.signature with parts replaced, and signed anew where a key is given.
  private func forged(
    header: String? = nil, payload: String? = nil, signedBy forger: Ed25519.SigningKey? = nil
  ) -> String {
    let parts = token.split(separator: ".").map { String($0) }
    let head = header.map { Base64URL.encode(Array($0.utf8)) } ?? parts[0]
    let body = payload.map { Base64URL.encode(Array($0.utf8)) } ?? parts[1]
    let signature = forger.map { Base64URL.encode($0.sign(Array("\(head).\(body)".utf8))) }
    return "\(head).\(body).\(signature ?? parts[2])"
  }

  private func claims(
    issuer: String = "paylyt", user: String = UUID.entity(1).description, expires: Int64
  ) -> String {
    """
    {"exp":\(expires),"iat":1750000000,"iss":"\(issuer)","roles":3,\
    "sid":"\(UUID.entity(30))","sub":"\(user)"}
    """
  }

  private func error(of token: String, at now: Timestamp = .start) -> AuthError? {
    do {
      _ = try AccessToken.verify(token, keys: keys, at: now)
      return nil
    } catch {
      return error
    }
  }

  @Test("a token says who, until its end")
  func roundTrip() throws {
    let verified = try AccessToken.verify(token, keys: keys, at: .start)
    #expect(verified.principal == principal)
    #expect(verified.expiresAt == Timestamp.start.adding(seconds: AuthLimits.accessTokenSeconds))
    #expect(error(of: token, at: verified.expiresAt.adding(milliseconds: -1)) == nil)
    #expect(error(of: token, at: verified.expiresAt) == .tokenExpired)
  }

  @Test("a token that we signed over the same claims is taken")
  func handmade() {
    #expect(error(of: forged(payload: claims(expires: 1_750_000_900), signedBy: key)) == nil)
  }

  @Test(
    "another algorithm than ours is refused, even with our own signature",
    arguments: [
      #"{"alg":"none","kid":"KID","typ":"JWT"}"#, #"{"alg":"HS256","kid":"KID","typ":"JWT"}"#,
      #"{"alg":"EdDSA"}"#, #"{"alg":"eddsa","kid":"KID","typ":"JWT"}"#,
      #"{"alg":"EdDSA","typ":"JWT"}"#, #"{"kid":"KID","typ":"JWT","alg":"EdDSA"}"#,
      #"{"alg":"EdDSA","kid":"../x","typ":"JWT"}"#, #"{"alg":"EdDSA","kid":"KID","typ":"JWT"} "#,
      "", "{}",
    ])
  func algorithm(header: String) {
    let header = header.replacing("KID", with: TokenKeys.id(of: key.verifyKey))
    #expect(error(of: forged(header: header, signedBy: key)) == .tokenInvalid)
  }

  @Test("a token without a signature is refused")
  func unsigned() {
    let parts = token.split(separator: ".")
    #expect(error(of: "\(parts[0]).\(parts[1]).") == .tokenInvalid)
    #expect(error(of: "\(parts[0]).\(parts[1])") == .tokenInvalid)
    let none = Base64URL.encode(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
    #expect(error(of: "\(none).\(parts[1]).") == .tokenInvalid)
  }

  @Test("claims that we did not sign are refused")
  func tampered() throws {
    #expect(error(of: forged(payload: claims(expires: 9_999_999_999))) == .tokenInvalid)
    let foreign = try #require(Ed25519.SigningKey(seed: [UInt8](repeating: 8, count: 32)))
    #expect(
      error(of: forged(payload: claims(expires: 1_750_000_900), signedBy: foreign))
        == .tokenInvalid)
    #expect(error(of: forged(signedBy: foreign)) == .tokenInvalid)
  }

  @Test("each single changed byte is noticed")
  func everyByte() {
    let bytes = Array(token.utf8)
    for index in bytes.indices {
      var changed = bytes
      changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      #expect(error(of: String(decoding: changed, as: UTF8.self)) == .tokenInvalid, "\(index)")
    }
  }

  @Test("each shorter token is refused")
  func truncated() {
    for length in 0..<token.utf8.count {
      #expect(error(of: String(token.prefix(length))) == .tokenInvalid, "\(length)")
    }
  }

  @Test("claims that are not ours are refused though we signed them")
  func claims() {
    for payload in [
      claims(issuer: "elsewhere", expires: 1_750_000_900),
      claims(user: "not-an-id", expires: 1_750_000_900), "{}", "[]", "", "null", #"{"exp":"soon"}"#,
      String(repeating: "[", count: 2000),
    ] {
      #expect(error(of: forged(payload: payload, signedBy: key)) == .tokenInvalid, "\(payload)")
    }
  }

  @Test(
    "a token of any other shape is refused",
    arguments: [
      "", ".", "..", "...", "a.b.c", "\u{0}", String(repeating: "a", count: 100_000), "é.é.é",
    ])
  func shape(token: String) {
    #expect(error(of: token) == .tokenInvalid)
    #expect(error(of: self.token + "." + token) == .tokenInvalid)
    #expect(error(of: token + self.token) == (token.isEmpty ? nil : .tokenInvalid))
  }
}

@Suite("Refresh tokens")
struct RefreshTokenTests {
  private let key = [UInt8](repeating: 1, count: 32)
  private let session = Session(
    id: UUID(high: .max, low: 0x8000_0000_0000_0100), user: .fixture(), device: .unknown, at: .start
  )

  private func error(of token: String) -> AuthError? {
    do {
      _ = try RefreshToken.read(token, keys: MACKeys(latest: key))
      return nil
    } catch {
      return error
    }
  }

  @Test("a token names its session and its generation", arguments: 1...20)
  func roundTrip(rotations: Int) throws {
    var session = session
    for _ in 1..<rotations { session.rotate(at: .start, by: nil) }
    let read = try RefreshToken.read(
      RefreshToken.make(session, key: key), keys: MACKeys(latest: key))
    #expect(read.session == session.id)
    #expect(read.generation == Int32(rotations))
  }

  @Test("each changed byte and each other length is refused")
  func forged() throws {
    let bytes = try #require(Base64URL.decode(RefreshToken.make(session, key: key)))
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      #expect(error(of: Base64URL.encode(changed)) == .tokenInvalid, "\(index)")
      #expect(error(of: Base64URL.encode(Array(bytes[..<index]))) == .tokenInvalid, "\(index)")
    }
    #expect(error(of: Base64URL.encode(bytes + [0])) == .tokenInvalid)
  }

  @Test("a token under another key is refused")
  func foreign() {
    let other = [UInt8](repeating: 2, count: 32)
    #expect(error(of: RefreshToken.make(session, key: other)) == .tokenInvalid)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "x", "====", String(repeating: "A", count: 70), String(repeating: "A", count: 100_000),
      "é",
    ])
  func other(token: String) {
    #expect(error(of: token) == .tokenInvalid)
  }
}

@Suite("The server's secrets")
struct SecretsTests {
  @Test("keys for different uses differ, and the same master makes the same ones")
  func derived() throws {
    let master = [UInt8](repeating: 3, count: 32)
    let secrets = try #require(Secrets(master: master))
    let again = try #require(Secrets(master: master))
    #expect(secrets.refreshTokens.latest == again.refreshTokens.latest)
    #expect(secrets.accessTokens.all == again.accessTokens.all)
    let all = [
      secrets.refreshTokens.latest, secrets.fingerprints.latest, secrets.pageTokens.latest,
      secrets.mailedCodes.latest, secrets.stepUpTokens,
      secrets.accessTokens.signing.verifyKey.bytes, secrets.receipts.verifyKey.bytes,
    ]
    #expect(Set(all).count == all.count)
  }

  @Test("while the secret is replaced, what is under the old one is still read, and no longer")
  func replaced() throws {
    let old = Secrets.fixture(3)
    let both = Secrets.fixture(4, accepting: 3)
    let new = Secrets.fixture(4)
    let context: [UInt8] = [7]
    let sealed = old.apiKeys.seal([1, 2], context: context)
    #expect(try both.apiKeys.open(sealed, context: context) == [1, 2])
    #expect(throws: SecretBox.NotAuthentic.self) {
      try new.apiKeys.open(sealed, context: context)
    }
    #expect(throws: SecretBox.NotAuthentic.self) {
      try both.apiKeys.open(sealed, context: [8])
    }
    let anew = both.apiKeys.seal([1, 2], context: context)
    #expect(try new.apiKeys.open(anew, context: context) == [1, 2])
    #expect(both.accessTokens.all.count == 2)
    for keys in [\Secrets.refreshTokens, \.mailedCodes, \.fingerprints, \.pageTokens] {
      #expect(both[keyPath: keys].latest == new[keyPath: keys].latest)
      #expect(both[keyPath: keys].accepted == [old[keyPath: keys].latest])
    }
    #expect(Secrets(master: [UInt8](repeating: 4, count: 32), accepted: [[1]]) == nil)
  }

  @Test("a master that is too short is refused", arguments: [0, 1, 31])
  func short(count: Int) {
    #expect(Secrets(master: [UInt8](repeating: 3, count: count)) == nil)
  }

  @Test("printed secrets show nothing")
  func printed() throws {
    let secrets = try #require(Secrets(master: [UInt8](repeating: 3, count: 32)))
    #expect("\(secrets)" == "Secrets")
    #expect(String(reflecting: secrets) == "Secrets")
    var dumped = ""
    dump(secrets, to: &dumped)
    #expect(!dumped.contains("refreshTokens"))
  }
}

@Suite("Permissions")
struct PermissionTests {
  @Test("money can be moved only by the role that owns it")
  func roles() {
    #expect(Permissions.roles["escrow.release"] == [.client])
    #expect(Permissions.roles["escrow.fund"] == [.client])
    #expect(Permissions.roles["escrow.submit"] == [.freelancer])
    #expect(Permissions.roles["ledger.read"] == [.admin])
    #expect(Permissions.roles.values.allSatisfy { !$0.isEmpty })
  }

  @Test("a permission that nobody defined is not known", arguments: ["", "Public", "escrow", "*"])
  func unknown(permission: String) {
    #expect(!Permissions.isKnown(permission))
  }
}

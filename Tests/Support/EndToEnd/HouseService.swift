import FoundationEssentials
import PayLytAPI
public import PayLytCrypto
public import PayLytRPC

/// A service of the house: an API key, and how it proves itself in each call.
public struct HouseService: Sendable {
  public enum Proof: Sendable {
    case secret
    case hmac([UInt8])
    case ed25519(Ed25519.SigningKey)
  }

  public let name: String
  public let proof: Proof
  /// `plk_…`, with the secret where that is the proof.
  public let key: String

  public init(name: String, proof: Proof, key: String) {
    self.name = name
    self.proof = proof
    self.key = key
  }

  /// A new service that proves itself by a secret text.
  public static func bySecret(_ scopes: [String], of admin: Person) async throws -> HouseService {
    let made = try await make(.secret, scopes, of: admin)
    return HouseService(name: made.apiKey?.name ?? "", proof: .secret, key: made.secret)
  }

  /// A new service that signs each request with a secret.
  public static func byHMAC(_ scopes: [String], of admin: Person) async throws -> HouseService {
    let made = try await make(.hmac, scopes, of: admin)
    guard let secret = Base64URL.decode(made.secret) else { throw Failure("the secret is no text") }
    return HouseService(
      name: made.apiKey?.name ?? "", proof: .hmac(secret), key: made.apiKey?.prefix ?? "")
  }

  /// A new service that signs each request with a key of its own.
  public static func byEd25519(_ scopes: [String], of admin: Person) async throws -> HouseService {
    guard let own = Ed25519.SigningKey(seed: SecureRandom.bytes(32)) else {
      throw Failure("32 bytes are no seed")
    }
    let made = try await make(.ed25519, scopes, publicKey: own.verifyKey.bytes, of: admin)
    guard made.secret.isEmpty else { throw Failure("a secret beside a public key") }
    return HouseService(
      name: made.apiKey?.name ?? "", proof: .ed25519(own), key: made.apiKey?.prefix ?? "")
  }

  private static func make(
    _ credential: ApiKey.Credential, _ scopes: [String], publicKey: [UInt8] = [], of admin: Person
  ) async throws -> CreateApiKeyResponse {
    try await admin.apiKeys.createApiKey(
      CreateApiKeyRequest(
        requestID: RequestID.new(), displayName: "A service", scopes: scopes,
        credential: credential, publicKey: publicKey), options: admin.options)
  }

  /// What a signed request says of itself; a test changes some of it after it was signed.
  public struct Signed: Sendable {
    public var timestamp: Int64
    public var nonce: String
    public var signature: [UInt8]

    public init(timestamp: Int64, nonce: String, signature: [UInt8]) {
      self.timestamp = timestamp
      self.nonce = nonce
      self.signature = signature
    }
  }

  /// Signs a request as proto/paylyt/auth/v1/api_key.proto tells.
  ///
  /// - Parameter user: for whom the service calls; nil for itself.
  public func sign(
    _ path: String, _ body: [UInt8], for user: Person? = nil, secondsOff: Int64 = 0
  ) -> Signed {
    let timestamp = Int64(Date().timeIntervalSince1970) + secondsOff
    let nonce = RequestID.new()
    let authorization = user.map { "Bearer \($0.session.accessToken)" } ?? ""
    let lines = [
      "paylyt-request-1", path, String(timestamp), nonce,
      Hex.encode(SHA256.hash(Array(authorization.utf8))), Hex.encode(SHA256.hash(body)),
    ]
    let message = Array(lines.joined(separator: "\n").utf8)
    let signature: [UInt8] =
      switch proof {
      case .secret: []
      case .hmac(let secret): HMAC.sha256(key: secret, message: message)
      case .ed25519(let key): key.sign(message)
      }
    return Signed(timestamp: timestamp, nonce: nonce, signature: signature)
  }

  /// How a call of the service goes out.
  public func options(
    _ signed: Signed? = nil, for user: Person? = nil, timeout: Duration = .seconds(60)
  ) throws -> CallOptions {
    var options = user?.options ?? .bounded
    options.timeout = timeout
    try options.metadata.add("paylyt-api-key", key)
    if let signed {
      try options.metadata.add("paylyt-timestamp", String(signed.timestamp))
      try options.metadata.add("paylyt-nonce", signed.nonce)
      try options.metadata.add("paylyt-signature", Base64URL.encode(signed.signature))
    }
    return options
  }
}

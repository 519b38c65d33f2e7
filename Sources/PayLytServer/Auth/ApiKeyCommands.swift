/// An admin lets a service of the house in.
struct CreateApiKey: Command {
  static let method = "ApiKeyService/CreateApiKey"
  let caller: Caller
  let request: RequestIdentity?
  /// Chosen beforehand: what the key proves itself with may be encrypted for it.
  let id: UUID
  let displayName: String
  let credential: ApiKeyCredential
  let scopes: [String]
  let proof: [UInt8]
  let certificateName: String?
  let expiresAt: Timestamp?

  func load(_ rows: Loader) {
    if let certificateName {
      rows.want(ApiKey.self, by: "certificate_name", .text(certificateName))
    }
  }

  func decide(_ decision: Decision) throws -> ApiKey {
    if let certificateName {
      let taken = decision.rows(ApiKey.self, by: "certificate_name", .text(certificateName))
      guard taken.isEmpty else { throw ApiKeyError.certificateNameTaken }
    }
    let key = ApiKey(
      id: id, displayName: displayName, credential: credential, scopes: scopes, proof: proof,
      certificateName: certificateName, creator: caller.name, expiresAt: expiresAt, at: decision.now
    )
    decision.put(key)
    decision.record("api_key.created", subject: "apiKeys/\(id)", parties: [])
    return key
  }
}

/// A key gets something new to prove itself with.
struct RotateApiKey: Command {
  static let method = "ApiKeyService/RotateApiKey"
  let caller: Caller
  let request: RequestIdentity?
  let id: UUID
  let proof: [UInt8]
  let overlapSeconds: Int64
  var etag = ""

  func load(_ rows: Loader) { rows.want(ApiKey.self, id) }

  func decide(_ decision: Decision) throws -> ApiKey {
    guard var key = decision.row(ApiKey.self, id) else { throw Refusal.notFound("apiKey \(id)") }
    try key.check(etag: etag)
    try key.rotate(to: proof, overlapSeconds: overlapSeconds, at: decision.now)
    decision.put(key)
    decision.record("api_key.rotated", subject: "apiKeys/\(id)", parties: [])
    return key
  }
}

/// A key ends for good.
struct RevokeApiKey: Command {
  static let method = "ApiKeyService/RevokeApiKey"
  let caller: Caller
  let request: RequestIdentity?
  let id: UUID
  let reason: String
  var etag = ""

  func load(_ rows: Loader) { rows.want(ApiKey.self, id) }

  func decide(_ decision: Decision) throws -> ApiKey {
    guard var key = decision.row(ApiKey.self, id) else { throw Refusal.notFound("apiKey \(id)") }
    try key.check(etag: etag)
    try key.revoke(at: decision.now)
    decision.put(key)
    decision.record("api_key.revoked", subject: "apiKeys/\(id)", parties: [], reason: reason)
    return key
  }
}

/// A key was used; noted once in a while.
struct NoteApiKeyUse: Command {
  static let method = "ApiKeyService/NoteUse"
  let caller = Caller.system("auth")
  let request: RequestIdentity? = nil
  let id: UUID

  func load(_ rows: Loader) { rows.want(ApiKey.self, id) }

  func decide(_ decision: Decision) throws -> Bool {
    guard var key = decision.row(ApiKey.self, id) else { return false }
    key.use(at: decision.now)
    decision.put(key)
    return true
  }
}

/// A signed request as it is remembered, so that it is taken once.
struct RequestNonce: Hashable, Sendable {
  /// A hash of key and nonce.
  let id: UUID
  let expiresAt: Timestamp
}

/// The nonce of a signed request is used up. On any server: the row is the same.
struct SpendNonce: Command {
  static let method = "ApiKeyService/SpendNonce"
  let caller = Caller.system("auth")
  let request: RequestIdentity? = nil
  let nonce: RequestNonce

  func load(_ rows: Loader) { rows.want(RequestNonce.self, nonce.id) }

  func decide(_ decision: Decision) throws -> Bool {
    guard decision.row(RequestNonce.self, nonce.id) == nil else {
      throw ApiKeyError.requestReplayed
    }
    decision.put(nonce)
    return true
  }
}

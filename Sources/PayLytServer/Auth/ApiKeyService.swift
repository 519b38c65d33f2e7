import PayLytAPI
import PayLytCrypto
import PayLytRPC
import StandardAPI

/// The RPC face of the keys of services.
struct ApiKeyService: ApiKeyServiceHandler {
  let service: ServiceContext
  let keys: ApiKeyDirectory

  func createApiKey(
    _ request: CreateApiKeyRequest, _ context: ServerContext
  ) async throws -> CreateApiKeyResponse {
    let id = UUID.fresh(at: service.clock.now())
    let terms = try ApiKeyTerms(request, at: service.clock.now())
    let fresh = FreshProof(terms.credential, publicKey: request.publicKey, of: id, service.secrets)
    let response = try await service.change(request, context) { asked in
      try Self.checkGrant(terms.scopes, by: asked.principal)
      return CreateApiKey(
        caller: asked.caller, request: asked.identity, id: id,
        displayName: terms.displayName, credential: terms.credential, scopes: terms.scopes,
        proof: fresh.proof, certificateName: terms.certificateName, expiresAt: terms.expiresAt)
    } answer: {
      CreateApiKeyResponse(apiKey: PayLytAPI.ApiKey($0))
    }
    // The secret is not stored: only the answer to the request that made the key has it.
    var answer = response
    if response.apiKey?.name == "apiKeys/\(id)", !request.validateOnly {
      answer.secret = fresh.secret
    }
    return answer
  }

  func getApiKey(
    _ request: GetApiKeyRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.ApiKey {
    PayLytAPI.ApiKey(try await read(ResourceName.parse(request.name, "apiKeys"), context))
  }

  func listApiKeys(
    _ request: ListApiKeysRequest, _ context: ServerContext
  ) async throws -> ListApiKeysResponse {
    let page = try service.page(of: "ListApiKeys", request.pageSize, request.pageToken)
    let found = try await service.database.query(
      ApiKeyStatements.keys, [page.before, page.limit], deadline: context.deadline)
    let (apiKeys, next) = page.cut(found, id: \.id) { PayLytAPI.ApiKey($0) }
    return ListApiKeysResponse(apiKeys: apiKeys, nextPageToken: next)
  }

  func rotateApiKey(
    _ request: RotateApiKeyRequest, _ context: ServerContext
  ) async throws -> RotateApiKeyResponse {
    let id = try ResourceName.parse(request.name, "apiKeys")
    _ = try service.identity(of: request, context.method, context.caller().caller)
    let key = try await read(id, context)
    try ApiKeyTerms.check(publicKey: request.publicKey, for: key.credential)
    let fresh = FreshProof(
      key.credential, publicKey: request.publicKey, of: id, service.secrets)
    let response = try await service.change(request, context) { asked in
      // Its new secret is in the answer.
      try Self.checkGrant(key.scopes, by: asked.principal)
      return RotateApiKey(
        caller: asked.caller, request: asked.identity, id: id, proof: fresh.proof,
        overlapSeconds: Int64(request.overlapSeconds), etag: request.etag)
    } answer: {
      RotateApiKeyResponse(apiKey: PayLytAPI.ApiKey($0))
    }
    keys.forget(id)
    var answer = response
    // A repetition hears what was decided then, and no secret: this one was never stored.
    if !request.validateOnly, try await read(id, context).proof == fresh.proof {
      answer.secret = fresh.secret
    }
    return answer
  }

  func revokeApiKey(
    _ request: RevokeApiKeyRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.ApiKey {
    let id = try ResourceName.parse(request.name, "apiKeys")
    let reason = request.reason
    let answer = try await service.change(request, context) { asked in
      RevokeApiKey(
        caller: asked.caller, request: asked.identity, id: id, reason: reason, etag: request.etag)
    } answer: {
      PayLytAPI.ApiKey($0)
    }
    keys.forget(id)
    return answer
  }

  /// A service gives on no more than it has.
  private static func checkGrant(_ scopes: [String], by principal: Principal) throws(ApiKeyError) {
    guard let own = principal.service?.scopes else { return }
    for scope in scopes where !own.contains(scope) { throw .scopeMissing(scope) }
  }

  private func read(_ id: UUID, _ context: ServerContext) async throws -> ApiKey {
    try await service.read(ApiKeyStatements.key, id, "apiKey", context)
  }
}

/// Something new that a key proves itself with, and the secret that its owner is told.
private struct FreshProof {
  let proof: [UInt8]
  /// Empty where the owner brings the proof.
  let secret: String

  init(
    _ credential: ApiKeyCredential, publicKey: [UInt8], of id: UUID, _ secrets: Secrets
  ) {
    let bytes = SecureRandom.bytes(AuthLimits.secretBytes)
    switch credential {
    case .secret:
      proof = SHA256.hash(bytes)
      secret = ApiKey.prefix(of: id) + "." + Base64URL.encode(bytes)
    case .hmac:
      proof = secrets.apiKeys.seal(bytes, context: id.bytes)
      secret = Base64URL.encode(bytes)
    case .ed25519:
      proof = publicKey
      secret = ""
    case .certificate:
      proof = []
      secret = ""
    }
  }
}

/// A key as it is asked for, its fields in range.
private struct ApiKeyTerms {
  let displayName: String
  let credential: ApiKeyCredential
  let scopes: [String]
  let certificateName: String?
  let expiresAt: Timestamp?

  init(_ request: CreateApiKeyRequest, at now: Timestamp) throws(Refusal) {
    displayName = request.displayName
    scopes = try Self.scopes(request.scopes)
    switch request.credential {
    case .secret: credential = .secret
    case .hmac: credential = .hmac
    case .ed25519: credential = .ed25519
    case .certificate: credential = .certificate
    case .unspecified, .unrecognized: throw .invalid("credential", "Say how the key proves itself.")
    }
    try Self.check(publicKey: request.publicKey, for: credential)
    let name = request.certificateName
    guard (credential == .certificate) == !name.isEmpty else {
      throw .invalid(
        "certificate_name", "The URI or DNS name of a certificate, for CREDENTIAL_CERTIFICATE only."
      )
    }
    certificateName = name.isEmpty ? nil : name
    guard let end = request.expireTime else {
      expiresAt = nil
      return
    }
    let time = try Timestamp(end, field: "expire_time")
    guard now < time, time < now.adding(seconds: AuthLimits.keyLifeSecondsMax) else {
      throw .invalid("expire_time", "Between now and ten years from now.")
    }
    expiresAt = time
  }

  static func check(publicKey: [UInt8], for credential: ApiKeyCredential) throws(Refusal) {
    let count = credential == .ed25519 ? Ed25519.VerifyKey.byteCount : 0
    guard publicKey.count == count else {
      throw .invalid("public_key", "32 bytes for CREDENTIAL_ED25519, none for others.")
    }
  }

  private static func scopes(_ asked: [String]) throws(Refusal) -> [String] {
    for (index, scope) in asked.enumerated() where !Permissions.isScope(scope) {
      throw .invalid("scopes[\(index)]", "There is no such permission; see ExplainAccess.")
    }
    return Set(asked).sorted()
  }
}

extension PayLytAPI.ApiKey {
  init(_ key: ApiKey) {
    self.init(
      name: "apiKeys/\(key.id)", displayName: key.displayName,
      credential: Credential(key.credential), scopes: key.scopes, prefix: key.prefix,
      certificateName: key.certificateName ?? "",
      publicKey: key.credential == .ed25519 ? key.proof : [],
      createTime: ProtoTimestamp(key.createdAt), expireTime: key.expiresAt.map { .init($0) },
      rotateTime: key.rotatedAt.map { .init($0) },
      overlapExpireTime: key.previous.map { .init($0.until) },
      revokeTime: key.revokedAt.map { .init($0) },
      lastUseTime: key.lastUsedAt.map { .init($0) }, creator: key.creator,
      etag: key.etag)
  }

}

extension PayLytAPI.ApiKey.Credential {
  init(_ credential: ApiKeyCredential) {
    self =
      switch credential {
      case .secret: .secret
      case .hmac: .hmac
      case .ed25519: .ed25519
      case .certificate: .certificate
      }
  }
}

extension CreateApiKeyRequest: ChangeRequest {}
extension RotateApiKeyRequest: ChangeRequest {}
extension RevokeApiKeyRequest: ChangeRequest {}

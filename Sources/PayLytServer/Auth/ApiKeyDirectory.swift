import PayLytCrypto
import PayLytRPC
import Synchronization

/// Which service of the house calls, as its key, its signature or its certificate says; remembered
/// for a moment, by all loops of a server together.
final class ApiKeyDirectory: Sendable {
  /// By what a caller names the key that it has.
  private enum Name: Hashable {
    case id(UUID)
    case certificate(String)
  }

  private struct Trust {
    /// nil when there is no such key.
    let key: ApiKey?
    let until: Timestamp
  }

  private struct State {
    var trusted: [Name: Trust] = [:]
    /// When each key's use was noted last.
    var noted: [UUID: Timestamp] = [:]
    /// How often something was forgotten: what was read before that may be over.
    var forgotten: UInt64 = 0
  }

  private let state = Mutex(State())

  /// The service that calls; nil when none says that it does.
  ///
  /// - Throws: `ApiKeyError` when one says so and cannot prove it.
  func identify(
    _ context: ServerContext, _ service: ServiceContext
  ) async throws -> ServiceIdentity? {
    let now = service.clock.now()
    if let text = context.metadata["paylyt-api-key"] {
      guard let (id, secret) = ApiKey.read(text),
        let key = try await self.key(.id(id), at: now, service), key.isLive(at: now)
      else { throw ApiKeyError.invalid }
      try await prove(key, secret: secret, context, at: now, service)
      return try await note(key, at: now, service)
    }
    guard let peer = context.peerIdentity else { return nil }
    for name in peer.uris + peer.dnsNames {
      guard let key = try await key(.certificate(name), at: now, service) else { continue }
      guard key.isLive(at: now) else { throw ApiKeyError.invalid }
      return try await note(key, at: now, service)
    }
    return nil
  }

  /// - Throws: `.invalid` once the key has ended: a stream may live longer than it.
  func checkLive(_ id: UUID, _ service: ServiceContext) async throws {
    let now = service.clock.now()
    guard let key = try await key(.id(id), at: now, service), key.isLive(at: now) else {
      throw ApiKeyError.invalid
    }
  }

  /// The key has changed here: it is looked at again.
  func forget(_ id: UUID) {
    state.withLock { state in
      state.forgotten += 1
      state.trusted = state.trusted.filter { $0.key != .id(id) && $0.value.key?.id != id }
    }
  }

  // MARK: Proofs

  private func prove(
    _ key: ApiKey, secret: String?, _ context: ServerContext, at now: Timestamp,
    _ service: ServiceContext
  ) async throws {
    let proofs = key.proofs(at: now)
    switch key.credential {
    case .secret:
      guard let secret, let bytes = Base64URL.decode(secret) else { throw ApiKeyError.invalid }
      let hash = SHA256.hash(bytes)
      guard proofs.contains(where: { constantTimeEquals($0, hash) }) else {
        throw ApiKeyError.invalid
      }
    case .hmac:
      guard secret == nil else { throw ApiKeyError.signatureMissing }
      let secrets = try Self.open(proofs, of: key, service.secrets)
      try await spend(context, of: key, service) { $0.fitsHMAC(secrets) }
    case .ed25519:
      guard secret == nil else { throw ApiKeyError.signatureMissing }
      try await spend(context, of: key, service) { $0.fitsEd25519(proofs) }
    case .certificate:
      // Only its certificate proves it; an id is no secret.
      throw ApiKeyError.invalid
    }
  }

  /// - Throws: `.invalid` when the server's own secret was replaced: the key must be rotated.
  private static func open(
    _ proofs: [[UInt8]], of key: ApiKey, _ secrets: Secrets
  ) throws(ApiKeyError) -> [[UInt8]] {
    do {
      return try proofs.map { try secrets.apiKeys.open($0, context: key.id.bytes) }
    } catch {
      throw .invalid
    }
  }

  /// Checks the request's signature and uses its nonce up.
  private func spend(
    _ context: ServerContext, of key: ApiKey, _ service: ServiceContext,
    fits: (RequestSignature) -> Bool
  ) async throws {
    let metadata = context.metadata
    guard let timestamp = metadata["paylyt-timestamp"].flatMap({ Int64($0) }),
      let nonce = metadata["paylyt-nonce"],
      let signature = metadata["paylyt-signature"].flatMap(Base64URL.decode)
    else { throw ApiKeyError.signatureMissing }
    let request = RequestSignature(
      path: context.method.path, timestamp: timestamp, nonce: nonce, signature: signature,
      authorization: metadata["authorization"] ?? "", body: try context.waitingRequest() ?? [])
    guard request.isTimely(at: service.world.now()), request.hasGoodNonce, fits(request) else {
      throw ApiKeyError.signatureInvalid
    }
    _ = try await service.committer.commit(
      SpendNonce(nonce: request.nonce(of: key.id)), deadline: context.deadline
    ) { .none(of: $0) }
  }

  // MARK: Rows

  private func key(
    _ name: Name, at now: Timestamp, _ service: ServiceContext
  ) async throws -> ApiKey? {
    let (trust, forgotten) = state.withLock { ($0.trusted[name], $0.forgotten) }
    if let trust, now < trust.until { return trust.key }
    let (statement, value): (Statement<ApiKey>, SQLValue) =
      switch name {
      case .id(let id): (ApiKeyStatements.key, .uuid(id))
      case .certificate(let name): (ApiKeyStatements.keyByCertificate, .text(name))
      }
    let key = try await service.database.query(statement, [value]).first
    state.withLock { state in
      guard state.forgotten == forgotten else { return }
      if state.trusted.count >= AuthLimits.cacheEntriesMax { state.trusted.removeAll() }
      state.trusted[name] = Trust(
        key: key, until: now.adding(milliseconds: AuthLimits.sessionTrustMilliseconds))
    }
    return key
  }

  private func note(
    _ key: ApiKey, at now: Timestamp, _ service: ServiceContext
  ) async throws -> ServiceIdentity {
    let isDue = state.withLock { state in
      let last = state.noted[key.id] ?? key.lastUsedAt
      if let last, now < last.adding(seconds: AuthLimits.lastUsedSeconds) { return false }
      if state.noted.count >= AuthLimits.cacheEntriesMax { state.noted.removeAll() }
      state.noted[key.id] = now
      return true
    }
    if isDue {
      _ = try await service.committer.commit(NoteApiKeyUse(id: key.id), deadline: nil) {
        .none(of: $0)
      }
    }
    return key.identity
  }
}

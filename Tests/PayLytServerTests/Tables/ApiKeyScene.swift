@testable import PayLytServer

/// The key of a service.
struct ApiKeyScene: TableScene {
  enum State: String, CaseIterable {
    case absent, live
    /// It is known by a certificate's name.
    case certified
    /// The proof before the last rotation is taken, too.
    case rotated
    case expired, revoked
  }

  enum Move: String, CaseIterable {
    case create = "CreateApiKey"
    /// With the certificate's name of `certified`.
    case createTaken = "CreateApiKey, taken"
    case rotate = "RotateApiKey"
    case rotateStale = "RotateApiKey, stale"
    case revoke = "RevokeApiKey"
    case revokeStale = "RevokeApiKey, stale"
  }

  static let service = "ApiKeyService"
  static let table = """
    CreateApiKey                           admin
    absent, live, certified, rotated       live
    expired, revoked                       live

    CreateApiKey, taken                    admin
    absent, live, rotated                  live
    certified                              CERTIFICATE_NAME_TAKEN
    expired, revoked                       live

    RotateApiKey                           admin
    absent                                 NOT_FOUND
    live, rotated                          rotated
    certified                              API_KEY_NOT_ROTATABLE
    expired, revoked                       API_KEY_ENDED

    RotateApiKey, stale                    admin
    absent                                 NOT_FOUND
    live, certified, rotated               ETAG_MISMATCH
    expired, revoked                       ETAG_MISMATCH

    RevokeApiKey                           admin
    absent                                 NOT_FOUND
    live, certified, rotated, expired      revoked
    revoked                                API_KEY_ENDED

    RevokeApiKey, stale                    admin
    absent                                 NOT_FOUND
    live, certified, rotated               ETAG_MISMATCH
    expired, revoked                       ETAG_MISMATCH
    """

  let store = MemoryStore()
  private static let key = UUID.entity(40)
  private static let certificate = "spiffe://paylyt/mobile"

  init(in state: State) throws {
    guard state != .absent else { return }
    let isCertified = state == .certified
    let end = Timestamp.start.adding(seconds: 3600)
    try store.carryOut(
      create(
        Self.key, isCertified ? .certificate : .hmac, isCertified ? Self.certificate : nil,
        expiresAt: end, as: .admin))
    switch state {
    case .absent, .live, .certified: break
    case .rotated: try store.carryOut(rotate(as: .admin))
    case .expired: store.now = end
    case .revoked: try store.carryOut(revoke(as: .admin))
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    let key: ApiKey
    switch move {
    case .create: key = try store.carryOut(create(.entity(41), .secret, nil, as: who))
    case .createTaken:
      key = try store.carryOut(create(.entity(41), .certificate, Self.certificate, as: who))
    case .rotate: key = try store.carryOut(rotate(as: who))
    case .rotateStale: key = try store.carryOut(rotate(as: who, etag: "0"))
    case .revoke: key = try store.carryOut(revoke(as: who))
    case .revokeStale: key = try store.carryOut(revoke(as: who, etag: "0"))
    }
    guard key.isLive(at: store.now) else { return key.revokedAt == nil ? "expired" : "revoked" }
    return key.previous == nil ? "live" : "rotated"
  }

  private func create(
    _ id: UUID, _ credential: ApiKeyCredential, _ certificate: String?,
    expiresAt: Timestamp? = nil, as who: TableCaller
  ) -> CreateApiKey {
    CreateApiKey(
      caller: who.caller, request: nil, id: id, displayName: "Mobile backend",
      credential: credential, scopes: ["jobs.read"], proof: [1], certificateName: certificate,
      expiresAt: expiresAt)
  }

  private func rotate(as who: TableCaller, etag: String = "") -> RotateApiKey {
    RotateApiKey(
      caller: who.caller, request: nil, id: Self.key, proof: [2], overlapSeconds: 600, etag: etag)
  }

  private func revoke(as who: TableCaller, etag: String = "") -> RevokeApiKey {
    RevokeApiKey(caller: who.caller, request: nil, id: Self.key, reason: "Lost.", etag: etag)
  }
}

import PayLytCrypto
import PayLytRPC
import Synchronization

/// Lets a call pass when its token is good, its session lives and its role has the permission that
/// the method's proto names. A method of ours without a permission is never callable.
struct Authenticator: ServerInterceptor {
  let key: Ed25519.VerifyKey
  let clock: any Clock
  let sessions: SessionDirectory
  let database: Database

  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws {
    guard context.method.service.hasPrefix("paylyt.") else { return try await next() }
    let permission = context.method.options.permission
    guard permission != Permissions.public else { return try await next() }
    let principal = try await authenticate(context)
    guard let allowed = Permissions.roles[permission], !allowed.isDisjoint(with: principal.roles)
    else {
      throw Refusal(
        .permissionDenied, reason: "SCOPE_MISSING",
        message: "Your roles do not include `\(permission)`.")
    }
    context.principal = principal
    try await next()
  }

  private func authenticate(_ context: ServerContext) async throws -> Principal {
    guard let header = context.metadata["authorization"] else { throw AuthError.tokenMissing }
    let scheme = "bearer "
    guard header.prefix(scheme.count).lowercased() == scheme else { throw AuthError.tokenMissing }
    let token = String(header.dropFirst(scheme.count))
    let now = clock.now()
    let verified = try sessions.verified(token, at: now) { () throws(AuthError) in
      try AccessToken.verify(token, key: key, at: now)
    }
    try await sessions.checkLive(verified.principal.session, at: now, database)
    return verified.principal
  }
}

extension ServerContext {
  /// Who calls; the authenticator has put it there before any handler runs.
  func caller() throws -> Principal {
    guard let principal = principal as? Principal else { throw AuthError.tokenMissing }
    return principal
  }
}

import PayLytCrypto
import PayLytRPC
import Synchronization

/// Lets a call pass when whoever it comes from may make it: the user, by a good token of a live
/// session and a role with the permission that the method's proto names; and the service of the
/// house through which it comes, by its key and its scopes. A method of ours without a permission
/// is never callable.
struct Authenticator: ServerInterceptor {
  let service: ServiceContext
  let sessions: SessionDirectory
  let keys: ApiKeyDirectory

  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws {
    guard context.method.service.hasPrefix("paylyt.") else { return try await next() }
    let permission = context.method.options.permission
    let identity = try await keys.identify(context, service)
    guard permission != Permissions.public else {
      // Whoever calls is not asked for; a service of the house is noted all the same.
      context.principal = identity.map {
        Principal(user: $0.key, roles: .service, session: nil, service: $0)
      }
      return try await next()
    }
    let principal = try await principal(context, through: identity, for: permission)
    // Ahead of the refusal: the log says who was refused.
    context.principal = principal
    if let refusal = Access.refusal(of: principal.grant, for: permission) { throw refusal }
    try await next()
  }

  private func principal(
    _ context: ServerContext, through identity: ServiceIdentity?, for permission: String
  ) async throws -> Principal {
    guard let header = context.metadata["authorization"] else {
      guard let identity else { throw AuthError.tokenMissing }
      return try identity.alone(for: permission)
    }
    let scheme = "bearer "
    guard header.prefix(scheme.count).lowercased() == scheme else { throw AuthError.tokenMissing }
    let token = String(header.dropFirst(scheme.count))
    let now = service.clock.now()
    let verified = try sessions.verified(token, at: now) { () throws(AuthError) in
      try AccessToken.verify(token, keys: service.secrets.accessTokens, at: now)
    }
    guard let session = verified.principal.session else { throw AuthError.tokenInvalid }
    let standing = try await sessions.checkLive(session, at: now, service.database)
    try standing.check(permission)
    // The roles that the user has now: the token may be older than a change of them.
    var principal = Principal(
      user: verified.principal.user, roles: standing.roles, session: session, service: identity)
    principal.isHeld = User.holdEnd(since: standing.passwordResetAt, at: now) != nil
    if let token = context.metadata["paylyt-step-up"] {
      principal.proof = StepUpToken.proof(
        token, for: session, pinHash: standing.pinHash, key: service.secrets.stepUpTokens, at: now)
    }
    return principal
  }
}

extension Principal {
  var grant: Access.Grant {
    Access.Grant(roles: roles, scopes: service?.scopes)
  }
}

extension ServerContext {
  /// Who calls; the authenticator has put it there before any handler runs.
  func caller() throws -> Principal {
    guard let principal = principal as? Principal else { throw AuthError.tokenMissing }
    return principal
  }

  /// Who calls, where only a person can.
  func person() throws -> (principal: Principal, session: UUID) {
    let principal = try caller()
    guard let session = principal.session else { throw AuthError.tokenMissing }
    return (principal, session)
  }

  /// From where a person calls, as precisely as failures are counted: the peer, or whom a service
  /// that may say so calls for.
  ///
  /// - Throws: INVALID_ARGUMENT when such a service names something else than one address: it would
  ///   be counted for nobody, or for everybody.
  func callerAddress() throws(Refusal) -> String {
    guard let scopes = (principal as? Principal)?.service?.scopes,
      scopes.contains(Permissions.proxy), let forwarded = metadata["paylyt-forwarded-for"]
    else { return AddressThrottle.address(ofPeer: peer) }
    guard let address = AddressThrottle.group(forwarded) else {
      throw .invalid(
        "paylyt-forwarded-for", "Send one IPv4 or IPv6 address, without port or brackets.")
    }
    return address
  }

  /// As a person's device calls itself.
  func device() throws(Refusal) -> Session.Device {
    Session.Device(named: metadata["paylyt-user-agent"] ?? "", at: try callerAddress())
  }
}

extension Session.Device {
  /// - Parameter name: as it calls itself, however long.
  init(named name: String, at address: String) {
    self.init(userAgent: name.bounded(toBytes: AuthLimits.userAgentBytesMax), address: address)
  }
}

import PayLytAPI
import PayLytCrypto
import PayLytRPC
import StandardAPI
import Synchronization

/// What makes guessing slow; all loops of a server share it.
struct SignInThrottles: Sendable {
  let failures = AddressThrottle()
  /// Wrong PINs, by account: each costs a hash before it can be counted there.
  let pins = AddressThrottle(.pins)
  /// Passwords that are looked at in spite of an account's lock, by account and address.
  let locksPassed = AddressThrottle(.locksPassed)
  let registrations = AddressThrottle(.registrations)
  let unknownEmails = UnknownEmails()
  /// E-mails to strangers, by who registers with their addresses. Not those below: who registers
  /// many keeps nobody beside them from a new password.
  let registrationMails = AddressThrottle(.mails)
  /// E-mails with codes, by who asks, and by who asks for whom.
  let mails = AddressThrottle(.mails)
  let mailsToOne = AddressThrottle(.mailsToOne)
  /// Those that confirm an address, by that address: accounts that come and go fill no mailbox.
  let confirmations = AddressThrottle(.mailsToOne)
}

/// The RPC face of accounts and sessions.
struct AuthService: AuthServiceHandler {
  let service: ServiceContext
  let sessions: SessionDirectory
  let throttles: SignInThrottles
  /// Where passwords are hashed: tens of milliseconds each, never on a loop.
  let blocking: BlockingPool
  /// A hash of no password, so that an unknown e-mail takes as long as a known one.
  let decoyHash: String
  /// Whether there is a server that sends e-mails.
  let mailsCodes: Bool

  func register(
    _ request: RegisterRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Session {
    let account = try NewAccount(request)
    let now = service.clock.now()
    let address = try context.callerAddress()
    try throttles.failures.check(address, at: now)
    try throttles.registrations.check(address, at: now)
    // Nobody is signed in: the e-mail stands for the caller in the idempotency key.
    var content = request
    content.requestID = ""
    let identity = try service.identity(
      of: request.requestID, method: Register.method, caller: account.email,
      content: content.wireBytes)
    let passwordHash = try await hash(request.password)
    // Each costs a hash, whatever becomes of it.
    throttles.registrations.fail(address, at: now)
    let known = try await user(of: account.email, context)
    let mailsCode =
      mailsCodes && known == nil
      && throttles.confirmations.waitSeconds(of: account.email, at: now) == nil
      && throttles.registrationMails.waitSeconds(of: address, at: now) == nil
    // Counted before anything is waited for: of many beside each other each sees the others.
    if mailsCode { throttles.registrationMails.fail(address, at: now) }
    let command = Register(
      caller: .system("auth"), request: identity, email: account.email,
      passwordHash: passwordHash, displayName: account.displayName, roles: account.roles,
      mailsCode: mailsCode)
    let user: PayLytAPI.User
    do {
      user = try await service.answer(command, context) { PayLytAPI.User(anonymous: $0) }
    } catch let refusal as Refusal {
      // That an e-mail is taken tells of an account: to ask is to guess.
      if refusal == AuthError.emailTaken.refusal { throttles.failures.fail(address, at: now) }
      throw refusal
    }
    // A repetition. Whoever kept the request has no more than its password, which may be another
    // one by now.
    var proved: ProvedPassword?
    if let known {
      proved = try await prove(request.password, of: known, context).password
    } else if mailsCode {
      throttles.confirmations.fail(account.email, at: now)
    }
    return try await open(ResourceName.parse(user.name, "users"), by: proved, context)
  }

  func login(_ request: LoginRequest, _ context: ServerContext) async throws -> PayLytAPI.Session {
    let email = request.email.lowercased()
    let found = try await user(of: email, context)
    let (user, password) = try await prove(request.password, of: found, orOf: email, context)
    return try await open(user, by: password, context)
  }

  func refreshSession(
    _ request: RefreshSessionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Session {
    let requestID = UUID(request.requestID)
    let (session, generation) = try RefreshToken.read(
      request.refreshToken, keys: service.secrets.refreshTokens)
    let command = RefreshSession(session: session, generation: generation, requestID: requestID)
    switch try await service.decided(command, context) {
    case .rotated(let opened): return try answer(opened)
    case .repeated(let opened):
      try context.markReplayed()
      return try answer(opened)
    case .reused:
      sessions.forget(session)
      throw AuthError.tokenReused
    }
  }

  func logout(_ request: LogoutRequest, _ context: ServerContext) async throws -> LogoutResponse {
    let (principal, session) = try context.person()
    let command = EndSession(caller: principal.caller, session: session)
    let response = try await service.answer(command, context) { _ in LogoutResponse() }
    sessions.forget(session)
    return response
  }

  // MARK: Sessions

  func listSessions(
    _ request: ListSessionsRequest, _ context: ServerContext
  ) async throws -> ListSessionsResponse {
    let principal = try context.caller()
    let user = try Self.user(request.parent, for: principal, with: "users.list")
    let page = try service.page(
      of: "ListSessions \(user)", request.pageSize, request.pageToken)
    let found = try await service.database.query(
      AuthStatements.liveSessions,
      [.uuid(user), page.before, .timestamp(service.clock.now()), page.limit],
      deadline: context.deadline)
    let (sessions, next) = page.cut(found, id: \.id) { SessionInfo($0, current: principal.session) }
    return ListSessionsResponse(sessions: sessions, nextPageToken: next)
  }

  func revokeSession(
    _ request: RevokeSessionRequest, _ context: ServerContext
  ) async throws -> RevokeSessionResponse {
    let principal = try context.caller()
    let (user, session) = try ResourceName.parseSession(request.name)
    guard principal.sees(thingsOf: user) else {
      throw Refusal.notFound("session \(session)")
    }
    try Self.check("users.manage", of: principal, for: user)
    let command = EndSession(caller: principal.caller, session: session, owner: user)
    let response = try await service.answer(command, context) { _ in RevokeSessionResponse() }
    sessions.forget(session)
    return response
  }

  func revokeAllSessions(
    _ request: RevokeAllSessionsRequest, _ context: ServerContext
  ) async throws -> RevokeAllSessionsResponse {
    let user = try Self.user(request.parent, for: try context.caller(), with: "users.manage")
    let response = try await service.change(request, context) { asked in
      let kept = request.keepCurrent ? asked.principal.session : nil
      return EndAllSessions(
        caller: asked.caller, request: asked.identity, user: user, kept: kept,
        endsAny: try await isSignedIn(user, besides: kept, context))
    } answer: { _ in
      RevokeAllSessionsResponse()
    }
    sessions.forget(sessionsOf: user, after: request)
    return response
  }

  private func isSignedIn(
    _ user: UUID, besides kept: UUID?, _ context: ServerContext
  ) async throws -> Bool {
    let newest = try await service.database.query(
      AuthStatements.liveSessions,
      [
        .uuid(user), .uuid(UUID(high: .max, low: .max)), .timestamp(service.clock.now()), .int8(2),
      ], deadline: context.deadline)
    return newest.contains { $0.id != kept }
  }

  // MARK: Password and PIN

  func changePassword(
    _ request: ChangePasswordRequest, _ context: ServerContext
  ) async throws -> ChangePasswordResponse {
    let (principal, session) = try context.person()
    // After a success the current password is another one: the repetition is known by its key
    // before the password is looked at, as where somebody outside is asked.
    let response = try await service.change(request, context, asksOutside: true) { asked in
      let user = try await reauthenticate(request.currentPassword, principal, context)
      return ChangePassword(
        caller: asked.caller, request: asked.identity, user: user.id, session: session,
        proved: ProvedPassword(hash: user.passwordHash),
        newHash: try await hash(request.newPassword))
    } answer: { _ in
      ChangePasswordResponse()
    }
    sessions.forget(sessionsOf: principal.user, after: request)
    return response
  }

  func setTransactionPin(
    _ request: SetTransactionPinRequest, _ context: ServerContext
  ) async throws -> SetTransactionPinResponse {
    let (principal, _) = try context.person()
    let answer = try await service.change(request, context) { asked in
      let user = try await reauthenticate(request.password, principal, context)
      return SetTransactionPin(
        caller: asked.caller, request: asked.identity, user: user.id,
        proved: ProvedPassword(hash: user.passwordHash),
        pinHash: try await hash(request.transactionPin),
        isSteppedUp: asked.principal.isSteppedUp(at: service.clock.now()))
    } answer: { _ in
      SetTransactionPinResponse()
    }
    // What the old PIN proved is over.
    sessions.forget(sessionsOf: principal.user, after: request)
    return answer
  }

  func stepUp(
    _ request: StepUpRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.StepUpToken {
    let (principal, session) = try context.person()
    let pin = request.transactionPin
    guard let user = try await me(principal, context), let pinHash = user.pinHash else {
      throw AuthError.pinNotSet
    }
    let now = service.clock.now()
    try user.pin.refuseLocked(at: now) { .pinThrottled(seconds: $0) }
    let isRight = try await throttles.pins.attempt("\(user.id)", at: now) {
      try await blocking.run { PasswordHash.verify(pin, against: pinHash) }
    }
    guard isRight else {
      _ = try await service.decided(
        FailPin(caller: principal.caller, user: principal.user), context)
      throw AuthError.badPin
    }
    _ = try await service.decided(
      StepUp(caller: principal.caller, user: principal.user, pinHash: pinHash), context)
    let end = service.clock.now().adding(seconds: AuthLimits.stepUpSeconds)
    return PayLytAPI.StepUpToken(
      token: StepUpToken.make(
        for: session, pinHash: pinHash, until: end, key: service.secrets.stepUpTokens),
      expireTime: ProtoTimestamp(end))
  }

  func getSigningKeys(
    _ request: GetSigningKeysRequest, _ context: ServerContext
  ) async throws -> GetSigningKeysResponse {
    GetSigningKeysResponse(
      keys: service.secrets.accessTokens.all.map { key in
        SigningKey(
          kty: "OKP", crv: "Ed25519", x: Base64URL.encode(key.bytes), kid: TokenKeys.id(of: key),
          alg: "EdDSA", use: "sig")
      })
  }

  // MARK: Steps

  func hash(_ secret: String) async throws -> String {
    try await blocking.run { Result { try PasswordHash.hash(secret) } }.get()
  }

  private func user(of email: String, _ context: ServerContext) async throws -> User? {
    try await service.database.query(
      AuthStatements.userByEmail, [.text(email)], deadline: context.deadline
    ).first
  }

  /// The caller's account as it is now.
  func me(_ principal: Principal, _ context: ServerContext) async throws -> User? {
    try await service.database.query(
      AuthStatements.user, [.uuid(principal.user)], deadline: context.deadline
    ).first
  }

  private func open(
    _ user: UUID, by proved: ProvedPassword?, _ context: ServerContext
  ) async throws -> PayLytAPI.Session {
    let command = OpenSession(user: user, device: try context.device(), proved: proved)
    return try answer(await service.decided(command, context))
  }

  /// The tokens of a session's latest generation: the same ones each time.
  private func answer(_ opened: OpenSession.Opened) throws -> PayLytAPI.Session {
    let (user, session) = (opened.user, opened.session)
    let (token, expiresAt) = try AccessToken.sign(
      Principal(user: user.id, roles: user.state.effective(user.roles), session: session.id),
      session: session.id, keys: service.secrets.accessTokens, at: session.refreshedAt)
    return PayLytAPI.Session(
      user: PayLytAPI.User(user), accessToken: token, accessExpireTime: ProtoTimestamp(expiresAt),
      refreshToken: RefreshToken.make(session, key: service.secrets.refreshTokens.latest),
      refreshExpireTime: ProtoTimestamp(session.expiresAt))
  }

  /// The caller, or whom an admin names who has `permission`. Anybody else does not exist for the
  /// caller.
  private static func user(
    _ name: String, for principal: Principal, with permission: String
  ) throws -> UUID {
    guard !name.isEmpty else { return principal.user }
    let user = try ResourceName.parse(name, "users", field: "parent")
    guard principal.sees(thingsOf: user) else {
      throw Refusal.notFound("user \(user)")
    }
    try check(permission, of: principal, for: user)
    return user
  }

  /// What every session may do for its own user needs `permission` for another one: a service is
  /// given that or not, whoever calls through it.
  ///
  /// - Throws: SCOPE_MISSING.
  private static func check(
    _ permission: String, of principal: Principal, for user: UUID
  ) throws(Refusal) {
    guard user != principal.user else { return }
    if let refusal = Access.refusal(of: principal.grant, for: permission) { throw refusal }
  }

  static func check(password: String, field: String) throws(Refusal) {
    guard AuthLimits.passwordBytes.contains(password.utf8.count) else {
      throw .invalid(field, "Between 10 and 256 bytes.")
    }
  }
}

/// A registration whose fields are in range.
private struct NewAccount {
  let email: String
  let displayName: String
  let roles: Roles

  init(_ request: RegisterRequest) throws(Refusal) {
    email = request.email.lowercased()
    displayName = request.displayName
    roles = try Roles(request.roles, allowing: [.client, .freelancer])
  }
}

extension SessionInfo {
  init(_ session: Session, current: UUID?) {
    self.init(
      name: "users/\(session.user)/sessions/\(session.id)",
      createTime: ProtoTimestamp(session.createdAt),
      refreshTime: ProtoTimestamp(session.refreshedAt),
      expireTime: ProtoTimestamp(session.expiresAt), userAgent: session.device.userAgent,
      address: session.device.address, isCurrent: session.id == current)
  }
}

extension RegisterRequest: IdentifiedRequest {}
extension RevokeAllSessionsRequest: ChangeRequest {}
extension ChangePasswordRequest: ChangeRequest {}
extension SetTransactionPinRequest: ChangeRequest {}

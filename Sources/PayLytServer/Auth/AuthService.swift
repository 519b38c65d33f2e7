import PayLytAPI
import PayLytCrypto
import PayLytRPC
import StandardAPI
import Synchronization

/// The RPC face of accounts and sessions.
struct AuthService: AuthServiceHandler {
  let service: ServiceContext
  let sessions: SessionDirectory
  /// Where passwords are hashed: tens of milliseconds each, never on a loop.
  let blocking: BlockingPool
  /// A hash of no password, so that an unknown e-mail takes as long as a known one.
  let decoyHash: String

  func register(
    _ request: RegisterRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Session {
    let account = try NewAccount(request)
    // Nobody is signed in: the e-mail stands for the caller in the idempotency key.
    var content = request
    content.requestID = ""
    let identity = try service.identity(
      of: request.requestID, method: Register.method, caller: account.email,
      content: content.wireBytes)
    let password = request.password
    let hash = try await blocking.run { Result { try PasswordHash.hash(password) } }.get()
    let command = Register(
      caller: .system("auth"), request: identity, email: account.email, passwordHash: hash,
      displayName: account.displayName, roles: account.roles)
    let user = try await service.answer(command, context) { PayLytAPI.User($0) }
    return try await open(ResourceName.parse(user.name, "users"), context)
  }

  func login(_ request: LoginRequest, _ context: ServerContext) async throws -> PayLytAPI.Session {
    let email = request.email.lowercased()
    guard email.utf8.count <= AuthLimits.emailBytesMax,
      request.password.utf8.count <= AuthLimits.passwordBytes.upperBound
    else { throw AuthError.badCredentials }
    let found = try await service.database.query(
      AuthStatements.userByEmail, [.text(email)], deadline: context.deadline
    ).first
    let now = service.clock.now()
    if let found, let until = found.lockedUntil, found.isLocked(at: now) {
      throw AuthError.loginThrottled(seconds: until.seconds - now.seconds + 1)
    }
    let hash = found?.passwordHash ?? decoyHash
    let isRight = try await blocking.run { PasswordHash.verify(request.password, against: hash) }
    guard let user = found else { throw AuthError.badCredentials }
    guard isRight else {
      _ = try await service.committer.commit(FailLogin(user: user.id), deadline: nil) {
        Payload($0.map { PayLytAPI.User($0) } ?? PayLytAPI.User())
      }
      throw AuthError.badCredentials
    }
    return try await open(user.id, context)
  }

  func refreshSession(
    _ request: RefreshSessionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Session {
    let (session, generation) = try RefreshToken.read(
      request.refreshToken, key: service.secrets.refreshTokens)
    let command = RefreshSession(session: session, generation: generation)
    let opened = try await carryOut(command, context)
    switch opened {
    case .rotated(let opened): return try answer(opened)
    case .reused:
      sessions.forget(session)
      throw AuthError.tokenReused
    }
  }

  func logout(_ request: LogoutRequest, _ context: ServerContext) async throws -> LogoutResponse {
    let principal = try context.caller()
    let command = Logout(caller: principal.caller, session: principal.session)
    let response = try await service.answer(command, context) { _ in LogoutResponse() }
    sessions.forget(principal.session)
    return response
  }

  func getMe(_ request: GetMeRequest, _ context: ServerContext) async throws -> PayLytAPI.User {
    let id = try context.caller().user
    let found = try await service.database.query(
      AuthStatements.user, [.uuid(id)], deadline: context.deadline)
    guard let user = found.first else { throw Refusal.notFound("user \(id)") }
    return PayLytAPI.User(user)
  }

  private func open(_ user: UUID, _ context: ServerContext) async throws -> PayLytAPI.Session {
    try answer(await carryOut(OpenSession(user: user), context))
  }

  /// Carries out a command whose answer must not be stored as it is: it leads to tokens.
  private func carryOut<C: Command>(
    _ command: C, _ context: ServerContext
  ) async throws -> C.Answer {
    let answer = Mutex<C.Answer?>(nil)
    _ = try await service.committer.commit(command, deadline: context.deadline) { decided in
      answer.withLock { $0 = decided }
      return Payload(PayLytAPI.User())
    }
    guard let decided = answer.withLock({ $0 }) else { throw CommitError.outcomeUnknown }
    return decided
  }

  private func answer(_ opened: OpenSession.Opened) throws -> PayLytAPI.Session {
    let principal = Principal(
      user: opened.user.id, roles: opened.user.roles, session: opened.session.id)
    let (token, expiresAt) = try AccessToken.sign(
      principal, key: service.secrets.accessTokens, at: service.clock.now())
    return PayLytAPI.Session(
      user: PayLytAPI.User(opened.user), accessToken: token,
      accessExpireTime: ProtoTimestamp(expiresAt),
      refreshToken: RefreshToken.make(opened.session, key: service.secrets.refreshTokens),
      refreshExpireTime: ProtoTimestamp(opened.session.expiresAt))
  }
}

/// A registration whose fields are in range.
private struct NewAccount {
  let email: String
  let displayName: String
  let roles: Roles

  init(_ request: RegisterRequest) throws(Refusal) {
    email = request.email.lowercased()
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    guard email.utf8.count <= AuthLimits.emailBytesMax, parts.count == 2,
      parts.allSatisfy({ !$0.isEmpty }), !email.contains(where: \.isWhitespace)
    else { throw .invalid("email", "Expected `name@domain`.") }
    guard AuthLimits.passwordBytes.contains(request.password.utf8.count) else {
      throw .invalid("password", "Between 10 and 256 bytes.")
    }
    displayName = try Texts.check(
      request.displayName, field: "display_name", maximum: AuthLimits.displayNameCharactersMax)
    var roles: Roles = []
    for (index, role) in request.roles.enumerated() {
      switch role {
      case .client: roles.insert(.client)
      case .freelancer: roles.insert(.freelancer)
      case .admin, .unspecified, .unrecognized:
        throw .invalid("roles[\(index)]", "ROLE_CLIENT or ROLE_FREELANCER.")
      }
    }
    guard !roles.isEmpty else {
      throw .invalid("roles", "ROLE_CLIENT, ROLE_FREELANCER or both.")
    }
    self.roles = roles
  }
}

extension PayLytAPI.User {
  init(_ user: User) {
    var roles: [Role] = []
    if user.roles.contains(.client) { roles.append(.client) }
    if user.roles.contains(.freelancer) { roles.append(.freelancer) }
    if user.roles.contains(.admin) { roles.append(.admin) }
    self.init(
      name: "users/\(user.id)", email: user.email, displayName: user.displayName, roles: roles,
      createTime: ProtoTimestamp(user.createdAt))
  }
}

extension RegisterRequest: IdentifiedRequest {}

import PayLytCrypto
import PayLytRPC

/// Passwords that are compared: who proves one, and for whom a wrong one counts.
extension AuthService {
  /// The account, when the password is its own. Failures are counted for the account and for the
  /// address.
  ///
  /// - Parameter email: for which failures are counted when there is no account, so that nobody can
  ///   tell.
  func prove(
    _ password: String, of found: User?, orOf email: String? = nil, _ context: ServerContext
  ) async throws -> User {
    let now = service.clock.now()
    let unknown = found == nil ? email : nil
    let locked =
      found?.password.lockedSeconds(at: now)
      ?? unknown.flatMap { throttles.unknownEmails.lockedSeconds(of: $0, at: now) }
    let isRight = try await compare(
      password, with: found?.passwordHash, countedFor: context.callerAddress(), at: now,
      lockedSeconds: locked)
    if let user = found, isRight { return user }
    if let unknown { try throttles.unknownEmails.fail(unknown, at: now) }
    if let user = found { _ = try await service.decided(FailLogin(user: user.id), context) }
    throw AuthError.badCredentials
  }

  /// The caller's account, when the password is its own. Failures are counted by themselves, for
  /// the account alone: the owner changes the password while strangers guess it, from wherever.
  func reauthenticate(
    _ password: String, _ principal: Principal, _ context: ServerContext
  ) async throws -> User {
    let now = service.clock.now()
    let found = try await me(principal, context)
    let isRight = try await compare(
      password, with: found?.passwordHash, countedFor: "\(principal.user)", at: now,
      lockedSeconds: found?.reauthentication.lockedSeconds(at: now))
    if let user = found, isRight { return user }
    _ = try await service.decided(
      FailLogin(caller: principal.caller, user: principal.user, isSignedIn: true), context)
    throw AuthError.badCredentials
  }

  /// Whether a password is the one behind a hash.
  ///
  /// - Parameter hash: nil where there is no account: this takes as long.
  /// - Parameter whom: for whom a failure is counted: many at once are not all looked at.
  /// - Parameter locked: how long no password is looked at; nil when one is.
  private func compare(
    _ password: String, with hash: String?, countedFor whom: String, at now: Timestamp,
    lockedSeconds locked: Int64?
  ) async throws -> Bool {
    if let seconds = locked { throw AuthError.loginThrottled(seconds: seconds) }
    guard password.utf8.count <= AuthLimits.passwordBytes.upperBound else {
      throw AuthError.badCredentials
    }
    let other = hash ?? decoyHash
    return try await throttles.failures.attempt(whom, at: now) {
      try await blocking.run { PasswordHash.verify(password, against: other) } && hash != nil
    }
  }
}

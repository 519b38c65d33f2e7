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
  ) async throws -> (user: UUID, password: ProvedPassword) {
    let now = service.clock.now()
    let address = try context.callerAddress()
    let unknown = found == nil ? email : nil
    let locked =
      found?.password.lockedSeconds(at: now)
      ?? unknown.flatMap { throttles.unknownEmails.lockedSeconds(of: $0, at: now) }
    var passesLock = false
    if locked != nil {
      passesLock = try await self.passesLock(of: found, from: address, at: now, context)
    }
    let isRight = try await compare(
      password, with: found?.passwordHash, countedFor: address, at: now,
      lockedSeconds: passesLock ? nil : locked)
    if let user = found, isRight {
      return (user.id, ProvedPassword(hash: user.passwordHash, passesLock: passesLock))
    }
    // Who is wrong in spite of a lock hears of the lock here, as others do: it tells nobody that
    // somebody is signed in at their address.
    if let unknown { try throttles.unknownEmails.fail(unknown, at: now) }
    if let user = found { _ = try await service.decided(FailLogin(user: user.id), context) }
    throw AuthError.badCredentials
  }

  /// Whether an account's lock does not count for an address: a session that was opened there still
  /// lives, and strangers who guess elsewhere do not keep its owner out. For whoever shares the
  /// address it counts after a few passwords.
  private func passesLock(
    of user: User?, from address: String, at now: Timestamp, _ context: ServerContext
  ) async throws -> Bool {
    // Of nobody, too: how long it takes does not tell who has an account.
    let isKnown = try await service.database.query(
      AuthStatements.livesFrom,
      [.uuid(user?.id ?? UUID(high: 0, low: 0)), .text(address), .timestamp(now)],
      deadline: context.deadline)
    guard let user, isKnown == [true] else { return false }
    let attempts = "\(user.id) \(address)"
    guard throttles.failures.waitSeconds(of: address, at: now) == nil,
      throttles.locksPassed.waitSeconds(of: attempts, at: now) == nil
    else { return false }
    throttles.locksPassed.fail(attempts, at: now)
    return true
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
    guard password.utf8.count <= AuthLimits.passwordBytes.upperBound else {
      throw AuthError.badCredentials
    }
    if let seconds = locked { throw AuthError.loginThrottled(seconds: seconds) }
    let other = hash ?? decoyHash
    return try await throttles.failures.attempt(whom, at: now) {
      try await blocking.run { PasswordHash.verify(password, against: other) } && hash != nil
    }
  }
}

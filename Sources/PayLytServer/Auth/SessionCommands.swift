/// A user proved who they are: a session begins.
struct OpenSession: Command {
  static let method = "AuthService/Login"
  let caller = Caller.system("auth")
  let request: RequestIdentity? = nil
  let user: UUID

  struct Opened: Sendable {
    let user: User
    let session: Session
  }

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> Opened {
    guard var user = decision.row(User.self, user) else { throw AuthError.badCredentials }
    // Guesses that ran beside each other were all checked before any of them was counted.
    if let until = user.lockedUntil, user.isLocked(at: decision.now) {
      throw AuthError.loginThrottled(seconds: until.seconds - decision.now.seconds + 1)
    }
    if user.failedLogins > 0 {
      user.succeedLogin()
      decision.put(user)
    }
    let session = Session(
      id: decision.newID(), user: user.id, createdAt: decision.now,
      expiresAt: decision.now.adding(seconds: AuthLimits.sessionSeconds))
    decision.put(session)
    decision.record("session.opened", subject: "users/\(user.id)", parties: [user.id])
    return Opened(user: user, session: session)
  }
}

/// A wrong password: counted, so that guessing becomes slow.
struct FailLogin: Command {
  static let method = "AuthService/Login"
  let caller = Caller.system("auth")
  let request: RequestIdentity? = nil
  let user: UUID

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> User? {
    guard var user = decision.row(User.self, user) else { return nil }
    user.failLogin(at: decision.now)
    decision.put(user)
    decision.record("session.refused", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// A refresh token is exchanged for the next one.
struct RefreshSession: Command {
  static let method = "AuthService/RefreshSession"
  let caller = Caller.system("auth")
  let request: RequestIdentity? = nil
  let session: UUID
  /// Of the token that was sent; its signature is checked already.
  let generation: Int32

  enum Outcome: Sendable {
    case rotated(OpenSession.Opened)
    /// An old token came back: somebody copied it. The session is revoked in the same commit.
    case reused
  }

  func load(_ rows: Loader) {
    guard let session = rows.row(Session.self, session) else { return }
    rows.want(User.self, session.user)
  }

  func decide(_ decision: Decision) throws -> Outcome {
    guard var session = decision.row(Session.self, session),
      let user = decision.row(User.self, session.user)
    else { throw AuthError.tokenInvalid }
    guard session.revokedAt == nil else { throw AuthError.tokenRevoked }
    guard session.isLive(at: decision.now) else { throw AuthError.tokenExpired }
    guard generation == session.generation else {
      session.revoke(at: decision.now)
      decision.put(session)
      decision.record(
        "session.revoked", subject: "users/\(user.id)", parties: [user.id],
        reason: "a refresh token was used twice")
      return .reused
    }
    session.rotate(expiresAt: decision.now.adding(seconds: AuthLimits.sessionSeconds))
    decision.put(session)
    decision.record("session.refreshed", subject: "users/\(user.id)", parties: [user.id])
    return .rotated(OpenSession.Opened(user: user, session: session))
  }
}

/// The user signs out. Doing it twice is no error.
struct Logout: Command {
  static let method = "AuthService/Logout"
  let caller: Caller
  let request: RequestIdentity? = nil
  let session: UUID

  func load(_ rows: Loader) { rows.want(Session.self, session) }

  func decide(_ decision: Decision) throws -> Bool {
    guard var session = decision.row(Session.self, session), session.revokedAt == nil else {
      return false
    }
    session.revoke(at: decision.now)
    decision.put(session)
    decision.record("session.closed", subject: "users/\(session.user)", parties: [session.user])
    return true
  }
}

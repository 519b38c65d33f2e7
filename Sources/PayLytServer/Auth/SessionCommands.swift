/// A user proved who they are: a session begins.
struct OpenSession: Command {
  static let method = "AuthService/Login"
  let caller = Caller.system("auth")
  let request: RequestIdentity? = nil
  let user: UUID
  var device = Session.Device.unknown
  /// The password that was proved; nil for an account that was made just now.
  var proved: ProvedPassword?

  struct Opened: Sendable {
    let user: User
    let session: Session
  }

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> Opened {
    guard var user = decision.row(User.self, user), user.state != .deleted else {
      throw AuthError.badCredentials
    }
    // Another password ends all sessions, and so those that are about to begin by the old one.
    if let proved, user.passwordHash != proved.hash { throw AuthError.badCredentials }
    if proved?.passesLock != true {
      try user.password.refuseLocked(at: decision.now) { .loginThrottled(seconds: $0) }
    }
    if user.password != .none {
      user.succeedLogin()
      decision.put(user)
    }
    let session = Session(id: decision.newID(), user: user, device: device, at: decision.now)
    decision.put(session)
    decision.record("session.opened", subject: "users/\(user.id)", parties: [user.id])
    return Opened(user: user, session: session)
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
  /// The caller's id of this request, where it sent one.
  var requestID: UUID?

  enum Outcome: Sendable {
    case rotated(OpenSession.Opened)
    /// The answer to this very request was lost; here it is again.
    case repeated(OpenSession.Opened)
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
    guard session.revokedAt == nil, session.epoch == user.sessionEpoch else {
      throw AuthError.tokenRevoked
    }
    guard session.isLive(at: decision.now, epoch: user.sessionEpoch) else {
      throw AuthError.tokenExpired
    }
    guard generation == session.generation else {
      guard !session.isRepetition(of: generation, by: requestID, at: decision.now) else {
        return .repeated(OpenSession.Opened(user: user, session: session))
      }
      session.revoke(at: decision.now)
      decision.put(session)
      decision.record(
        "session.revoked", subject: "users/\(user.id)", parties: [user.id],
        reason: "a refresh token was used twice")
      return .reused
    }
    session.rotate(at: decision.now, by: requestID)
    decision.put(session)
    decision.record("session.refreshed", subject: "users/\(user.id)", parties: [user.id])
    return .rotated(OpenSession.Opened(user: user, session: session))
  }
}

/// A session ends: its owner signs out, or it is ended from another one, or by an admin. Doing it
/// twice is no error.
struct EndSession: Command {
  static let method = "AuthService/RevokeSession"
  let caller: Caller
  let request: RequestIdentity? = nil
  let session: UUID
  /// Whose it must be; nil where that is known.
  var owner: UUID?

  func load(_ rows: Loader) { rows.want(Session.self, session) }

  /// - Returns: whether it was still there to be ended.
  func decide(_ decision: Decision) throws -> Bool {
    let found = decision.row(Session.self, session)
    if let owner, found?.user != owner { throw Refusal.notFound("session \(session)") }
    guard var session = found, session.revokedAt == nil else { return false }
    session.revoke(at: decision.now)
    decision.put(session)
    decision.record("session.closed", subject: "users/\(session.user)", parties: [session.user])
    return true
  }
}

/// All sessions of a user end, but for the one that is kept.
struct EndAllSessions: Command {
  static let method = "AuthService/RevokeAllSessions"
  let caller: Caller
  var request: RequestIdentity?
  let user: UUID
  let kept: UUID?
  /// Whether there was one to end when the caller asked: only then it is an event, which the user
  /// is told of. One that began after that is not what the caller wanted to end.
  var endsAny = true

  func load(_ rows: Loader) {
    rows.want(User.self, user)
    if let kept { rows.want(Session.self, kept) }
  }

  func decide(_ decision: Decision) throws -> User {
    guard var user = decision.row(User.self, user) else { throw Refusal.notFound("user \(user)") }
    guard endsAny else { return user }
    decision.endSessions(of: &user, but: kept)
    decision.put(user)
    decision.record("session.all_closed", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

extension Decision {
  func endSessions(of user: inout User, but kept: UUID?) {
    user.endSessions()
    guard let kept, var session = row(Session.self, kept), session.user == user.id,
      session.epoch == user.sessionEpoch - 1
    else { return }
    session.join(epoch: user.sessionEpoch)
    put(session)
  }
}

/// A wrong password: counted, so that guessing becomes slow.
struct FailLogin: Command {
  static let method = "AuthService/Login"
  var caller = Caller.system("auth")
  let request: RequestIdentity? = nil
  let user: UUID
  /// Whether it came from a session of the account.
  var isSignedIn = false

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> User? {
    guard var user = decision.row(User.self, user) else { return nil }
    let guesses = isSignedIn ? user.reauthentication : user.password
    try guesses.refuseLocked(at: decision.now) { .loginThrottled(seconds: $0) }
    if isSignedIn {
      user.failReauthentication(at: decision.now)
    } else {
      user.failLogin(at: decision.now)
    }
    decision.put(user)
    decision.record("session.refused", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// A wrong transaction PIN: counted like a wrong password.
struct FailPin: Command {
  static let method = "AuthService/StepUp"
  let caller: Caller
  let request: RequestIdentity? = nil
  let user: UUID

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> User? {
    guard var user = decision.row(User.self, user) else { return nil }
    try user.pin.refuseLocked(at: decision.now) { .pinThrottled(seconds: $0) }
    user.failPin(at: decision.now)
    decision.put(user)
    decision.record("session.step_up_refused", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// The transaction PIN was right.
struct StepUp: Command {
  static let method = "AuthService/StepUp"
  let caller: Caller
  let request: RequestIdentity? = nil
  let user: UUID
  /// What the PIN was compared with: it may have been replaced meanwhile.
  let pinHash: String

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> User {
    guard var user = decision.row(User.self, user), user.pinHash == pinHash else {
      throw AuthError.badPin
    }
    try user.pin.refuseLocked(at: decision.now) { .pinThrottled(seconds: $0) }
    if let hold = User.holdEnd(since: user.pinReplacedAt, at: decision.now) {
      throw AuthError.pinReplaced(seconds: decision.now.wholeSeconds(until: hold))
    }
    user.succeedPin()
    decision.put(user)
    decision.record("session.stepped_up", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// The owner, who has proved the password, replaces it. All other sessions end.
struct ChangePassword: Command {
  static let method = "AuthService/ChangePassword"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let session: UUID
  let proved: ProvedPassword
  let newHash: String

  func load(_ rows: Loader) {
    rows.want(User.self, user)
    rows.want(Session.self, session)
  }

  func decide(_ decision: Decision) throws -> User {
    var user = try decision.user(user, who: proved)
    user.changePassword(to: newHash)
    decision.endSessions(of: &user, but: session)
    decision.put(user)
    decision.record("user.password_changed", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// The owner, who has proved the password, sets the transaction PIN.
struct SetTransactionPin: Command {
  static let method = "AuthService/SetTransactionPin"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let proved: ProvedPassword
  let pinHash: String
  /// Whether the PIN that there is was proved.
  var isSteppedUp = false

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> User {
    var user = try decision.user(user, who: proved)
    // The password alone may be that of who reads the e-mails.
    let hold = User.holdEnd(since: user.passwordResetAt, at: decision.now)
    if !isSteppedUp, let hold {
      throw AuthError.pinHeld(seconds: decision.now.wholeSeconds(until: hold))
    }
    user.setPin(pinHash, isProved: isSteppedUp, at: decision.now)
    decision.put(user)
    decision.record("user.pin_set", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// The hash that a password was compared with, and fits. The decision sees whether it still stands.
struct ProvedPassword: Hashable, Sendable {
  let hash: String
  /// Whether it was compared in spite of the lock of strangers' guesses.
  var passesLock = false
}

extension Decision {
  fileprivate func user(_ id: UUID, who proved: ProvedPassword) throws(AuthError) -> User {
    guard var user = row(User.self, id), user.passwordHash == proved.hash else {
      throw .badCredentials
    }
    try user.reauthentication.refuseLocked(at: now) { .loginThrottled(seconds: $0) }
    // Who has taken an account over may be why it was stopped.
    guard user.state != .frozen else { throw .accountFrozen }
    user.succeedReauthentication()
    return user
  }
}

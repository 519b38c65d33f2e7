/// Somebody has forgotten the password of an e-mail's account: a code is mailed, if there is one.
struct RequestPasswordReset: Command {
  static let method = "AuthService/RequestPasswordReset"
  let caller = Caller.system("auth")
  let request: RequestIdentity?
  /// Lower case.
  let email: String

  func load(_ rows: Loader) {
    for user in rows.rows(User.self, by: "email", .text(email)) {
      rows.want(MailedCode.self, MailedCode.id(of: user.id, for: .passwordReset))
    }
  }

  /// - Returns: the code that is mailed, if one is; nothing tells that to whoever asked.
  func decide(_ decision: Decision) throws -> MailedCode? {
    guard let user = decision.rows(User.self, by: "email", .text(email)).first,
      user.isResetByMail
    else { return nil }
    let id = MailedCode.id(of: user.id, for: .passwordReset)
    var code = decision.row(MailedCode.self, id) ?? MailedCode(of: user.id, for: .passwordReset)
    guard decision.mail(&code) else { return nil }
    decision.record(
      "user.password_reset_asked", subject: "users/\(user.id)", parties: [user.id])
    return code
  }
}

/// Whoever reads the account's e-mails sets a new password. All sessions end.
struct ResetPassword: Command {
  static let method = "AuthService/ResetPassword"
  let caller = Caller.system("auth")
  let request: RequestIdentity?
  let proved: ProvedCode
  let newHash: String

  func load(_ rows: Loader) { rows.want(proved) }

  func decide(_ decision: Decision) throws -> User {
    var (code, user) = try decision.find(proved, for: .passwordReset)
    // Who has taken an account over may be why it was stopped.
    guard user.state != .frozen else { throw AuthError.accountFrozen }
    user.resetPassword(to: newHash, at: decision.now)
    decision.endSessions(of: &user, but: nil)
    code.end(at: decision.now)
    decision.put(user)
    decision.put(code)
    decision.record("user.password_reset", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

extension Decision {
  /// Has a code mailed, another one than before.
  ///
  /// - Returns: false when too many were; the latest stays good.
  func mail(_ code: inout MailedCode) -> Bool {
    guard code.renew(newID(), at: now) else { return false }
    put(code)
    put(Mail(of: code, id: newID(), at: now))
    return true
  }
}

extension Mail {
  /// One that tells a code; which one is decided when it is sent.
  init(of code: MailedCode, id: UUID, at now: Timestamp) {
    self.init(
      id: id, user: code.user, notification: nil, digestAt: nil, state: .pending, attempts: 0,
      nextAttemptAt: now, lastError: "", createdAt: now, code: code.id)
  }
}

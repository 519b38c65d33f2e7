/// A user has another code mailed that confirms their address.
struct RequestEmailConfirmation: Command {
  static let method = "AuthService/RequestEmailConfirmation"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID

  func load(_ rows: Loader) {
    rows.want(User.self, user)
    rows.want(MailedCode.self, MailedCode.id(of: user, for: .emailConfirmation))
  }

  func decide(_ decision: Decision) throws -> MailedCode {
    guard let found = decision.row(User.self, user), found.state != .deleted else {
      throw Refusal.notFound("user \(user)")
    }
    guard found.emailConfirmedAt == nil else { throw AuthError.emailConfirmed }
    let id = MailedCode.id(of: user, for: .emailConfirmation)
    var code = decision.row(MailedCode.self, id) ?? MailedCode(of: user, for: .emailConfirmation)
    guard decision.mail(&code) else {
      throw AuthError.mailsThrottled(seconds: code.waitSeconds(at: decision.now) ?? 1)
    }
    decision.record("user.email_confirmation_asked", subject: "users/\(user)", parties: [user])
    return code
  }
}

/// Whoever reads the account's e-mails says so.
struct ConfirmEmail: Command {
  static let method = "AuthService/ConfirmEmail"
  let caller = Caller.system("auth")
  let request: RequestIdentity?
  let proved: ProvedCode

  func load(_ rows: Loader) { rows.want(proved) }

  func decide(_ decision: Decision) throws -> User {
    var (code, user) = try decision.find(proved, for: .emailConfirmation)
    user.confirmEmail(at: decision.now)
    code.end(at: decision.now)
    decision.put(user)
    decision.put(code)
    decision.record("user.email_confirmed", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

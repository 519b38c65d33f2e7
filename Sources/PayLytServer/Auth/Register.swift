/// A new account.
struct Register: Command {
  static let method = "AuthService/Register"
  static let capability: Capability? = .registrations
  let caller: Caller
  let request: RequestIdentity?
  /// Lower case.
  let email: String
  let passwordHash: String
  let displayName: String
  let roles: Roles
  /// Whether a code is mailed that confirms the address.
  var mailsCode = false

  func load(_ rows: Loader) { rows.want(User.self, by: "email", .text(email)) }

  func decide(_ decision: Decision) throws -> User {
    guard decision.rows(User.self, by: "email", .text(email)).isEmpty else {
      throw AuthError.emailTaken
    }
    let user = User(
      id: decision.newID(), email: email, passwordHash: passwordHash, displayName: displayName,
      roles: roles, createdAt: decision.now)
    decision.put(user)
    var code = MailedCode(of: user.id, for: .emailConfirmation)
    if mailsCode { _ = decision.mail(&code) }
    decision.record("user.registered", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

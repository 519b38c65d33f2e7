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

  func load(_ rows: Loader) { rows.want(User.self, by: "email", .text(email)) }

  func decide(_ decision: Decision) throws -> User {
    guard decision.rows(User.self, by: "email", .text(email)).isEmpty else {
      throw AuthError.emailTaken
    }
    let user = User(
      id: decision.newID(), email: email, passwordHash: passwordHash, displayName: displayName,
      roles: roles, createdAt: decision.now)
    decision.put(user)
    decision.record("user.registered", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// A new account of somebody who operates the platform, made at the database: nobody registers as
/// one. It is none of the registrations that operators pause, and it is who ends a pause.
struct CreateAdmin: Command {
  static let method = "admin/create-user"
  let caller = Caller.system("admin")
  let request: RequestIdentity? = nil
  /// Lower case.
  let email: String
  let passwordHash: String
  let displayName: String

  private var account: Register {
    Register(
      caller: caller, request: request, email: email, passwordHash: passwordHash,
      displayName: displayName, roles: .admin)
  }

  func load(_ rows: Loader) { account.load(rows) }

  func decide(_ decision: Decision) throws -> User { try account.decide(decision) }
}

/// Who a call comes from.
struct Principal: Hashable, Sendable {
  /// Who acts: a user, or the API key of a service that calls for itself.
  let user: UUID
  let roles: Roles
  /// nil for a service that calls for itself.
  let session: UUID?
  /// The service of the house through which the call came.
  var service: ServiceIdentity?
  /// What proves the second factor; nil when nothing does.
  var proof: StepUpToken.Proof?
  /// Whether a mailed code has set the password a short while ago.
  var isHeld = false

  var caller: Caller { .user(user, roles) }

  init(user: UUID, roles: Roles, session: UUID?, service: ServiceIdentity? = nil) {
    self.user = user
    self.roles = roles
    self.session = session
    self.service = service
  }

  /// Whether the second factor is proved. A stream may outlive its proof.
  func isSteppedUp(at now: Timestamp) -> Bool { proof.map { now < $0.expiresAt } ?? false }

  /// Whether they see what is this user's: their own, and everybody's as an admin.
  func sees(thingsOf user: UUID) -> Bool { user == self.user || roles.contains(.admin) }
}

/// A service of the house, as its API key says.
struct ServiceIdentity: Hashable, Sendable {
  let key: UUID
  let scopes: Set<String>

  /// As the journal names it.
  var name: String { "apiKeys/\(key)" }

  /// Who calls when the service calls for itself: an admin within its scopes. What stands for users
  /// is nobody without one: else a visitor who sends no token would be the backend.
  ///
  /// - Throws: `.tokenMissing` where a user must be with it.
  func alone(for permission: String) throws(AuthError) -> Principal {
    guard !scopes.contains(Permissions.proxy), Permissions.servesAlone(permission) else {
      throw .tokenMissing
    }
    return Principal(user: key, roles: [.admin, .service], session: nil, service: self)
  }
}

/// A user is called something else.
struct UpdateUser: Command {
  static let method = "UserService/UpdateUser"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let displayName: String
  var etag = ""

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> User {
    var user = try decision.account(user, etag: etag)
    guard user.state != .deleted else { throw AccountError.deleted }
    user.rename(to: displayName)
    decision.put(user)
    decision.record("user.updated", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// An account is made anonymous for good, when its user has no business here any more.
struct DeleteUser: Command {
  static let method = "UserService/DeleteUser"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  var etag = ""

  func load(_ rows: Loader) {
    rows.want(User.self, user)
    rows.want(Profile.self, user)
    rows.want(KycCase.self, by: "user_id", .uuid(user))
    // Looked for under the user's lock, which whatever begins business takes, too: nothing can
    // begin that is not seen here.
    guard rows.row(User.self, user) != nil else { return }
    rows.wantBusiness(of: user)
    rows.want(WebhookEndpoint.self, by: "live_user_id", .uuid(user))
    rows.want(Beneficiary.self, by: "live_user_id", .uuid(user))
  }

  func decide(_ decision: Decision) throws -> User {
    var user = try decision.account(user, etag: etag)
    try user.erase()
    guard !decision.hasBusiness(user.id) else { throw IdentityError.hasBusiness }
    decision.put(user)
    if var profile = decision.row(Profile.self, user.id) {
      profile.content = Profile.Content()
      profile.touch(at: decision.now)
      decision.put(profile)
    }
    for var kyc in decision.rows(KycCase.self, by: "user_id", .uuid(user.id)) {
      kyc.erase()
      decision.put(kyc)
    }
    // Nobody is told any more, and the keeper wipes what is left of those who were paid.
    for var endpoint in decision.rows(WebhookEndpoint.self, by: "live_user_id", .uuid(user.id)) {
      endpoint.delete(at: decision.now)
      decision.put(endpoint)
    }
    for var beneficiary in decision.rows(Beneficiary.self, by: "live_user_id", .uuid(user.id)) {
      beneficiary.delete(at: decision.now)
      decision.put(beneficiary)
    }
    decision.record("user.deleted", subject: "users/\(user.id)", parties: [user.id])
    return user
  }
}

/// An admin gives a user other roles. Nobody is made an admin so: one admin could make the second
/// approver that large decisions need.
struct SetUserRoles: Command {
  static let method = "UserService/SetUserRoles"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let roles: Roles
  let reason: String
  var etag = ""

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> User {
    var user = try decision.account(user, etag: etag, notOf: caller)
    guard user.state != .deleted else { throw AccountError.deleted }
    guard !roles.contains(.admin) || user.roles.contains(.admin) else {
      throw Refusal.invalid("roles", "Admins are made by `paylyt admin create-user` alone.")
    }
    user.setRoles(roles)
    decision.put(user)
    decision.record(
      "user.roles_set", subject: "users/\(user.id)", parties: [user.id], reason: reason)
    return user
  }
}

/// An admin stops a user, or lets them go on.
struct FreezeUser: Command {
  static let method = "UserService/FreezeUser"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let isFrozen: Bool
  let reason: String
  var etag = ""

  var method: String { isFrozen ? Self.method : "UserService/UnfreezeUser" }

  func load(_ rows: Loader) { rows.want(User.self, user) }

  func decide(_ decision: Decision) throws -> User {
    var user = try decision.account(user, etag: etag, notOf: caller)
    try user.setFrozen(isFrozen, at: decision.now)
    decision.put(user)
    decision.record(
      isFrozen ? "user.frozen" : "user.unfrozen", subject: "users/\(user.id)",
      parties: [user.id], reason: reason)
    return user
  }
}

extension Decision {
  /// The account as the caller has read it.
  ///
  /// - Parameter caller: who must be somebody else.
  func account(_ id: UUID, etag: String, notOf caller: Caller? = nil) throws -> User {
    if case .user(id, _) = caller { throw AccountError.ownAccount }
    guard let user = row(User.self, id) else { throw Refusal.notFound("user \(id)") }
    try user.check(etag: etag)
    return user
  }
}

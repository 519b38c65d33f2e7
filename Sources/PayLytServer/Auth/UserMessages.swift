import PayLytAPI
import StandardAPI

extension PayLytAPI.User {
  init(_ user: User) {
    self.init(anonymous: user)
    email = user.state == .deleted ? "" : user.email
    displayName = user.displayName
  }

  /// Without what says who it is: how answers are kept, because what is kept is never erased.
  init(anonymous user: User) {
    self.init(
      name: "users/\(user.id)", roles: Role.list(user.roles),
      createTime: ProtoTimestamp(user.createdAt), state: State(user.state),
      kycTier: PayLytAPI.KycTier(user.kycTier), hasTransactionPin: user.pinHash != nil,
      etag: user.etag, emailConfirmed: user.emailConfirmedAt != nil)
  }
}

extension Roles {
  /// - Throws: INVALID_ARGUMENT for none, an unknown one, or one that is not in `allowed`.
  init(_ wire: [Role], allowing allowed: Roles) throws(Refusal) {
    self = []
    for (index, role) in wire.enumerated() {
      let known: Roles? =
        switch role {
        case .client: .client
        case .freelancer: .freelancer
        case .admin: .admin
        case .unspecified, .unrecognized: nil
        }
      guard let known, allowed.contains(known) else {
        throw .invalid("roles[\(index)]", "This is no role that can be given here.")
      }
      insert(known)
    }
    guard !isEmpty else { throw .invalid("roles", "At least one role.") }
  }
}

extension Role {
  static func list(_ roles: Roles) -> [Role] {
    var list: [Role] = []
    if roles.contains(.client) { list.append(.client) }
    if roles.contains(.freelancer) { list.append(.freelancer) }
    if roles.contains(.admin) { list.append(.admin) }
    return list
  }
}

extension PayLytAPI.User.State {
  init(_ state: UserState) {
    self =
      switch state {
      case .active: .active
      case .frozen: .frozen
      case .deleted: .deleted
      }
  }
}

extension PayLytAPI.KycTier {
  init(_ tier: KycTier) {
    self =
      switch tier {
      case .basic: .basic
      case .identified: .identified
      case .verified: .verified
      }
  }
}

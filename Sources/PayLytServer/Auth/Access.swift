import PayLytRPC

/// Who may call what, decided in one place for calls, for the table, and for who asks why.
enum Access {
  /// What a caller has: roles of a user, scopes of a service, or both when one calls for the other.
  struct Grant: Hashable, Sendable {
    let roles: Roles
    /// nil without a service.
    let scopes: Set<String>?
  }

  /// Why a caller may not use a permission; nil when it may.
  static func refusal(of grant: Grant, for permission: String) -> Refusal? {
    // A session looks after itself, whatever is left of its user's roles and the service is for.
    guard permission != Permissions.public, permission != Permissions.session else { return nil }
    guard let allowed = Permissions.roles[permission], !allowed.isDisjoint(with: grant.roles)
    else {
      return Refusal(
        .permissionDenied, reason: "SCOPE_MISSING",
        message: "Your roles do not include `\(permission)`.",
        values: ["permission": permission])
    }
    guard let scopes = grant.scopes else { return nil }
    return scopes.contains(permission) ? nil : ApiKeyError.scopeMissing(permission).refusal
  }

  /// One line of the table of who may call what.
  struct Line: Sendable {
    /// `paylyt.escrow.v1.EscrowService/ReleaseEscrow`.
    let method: String
    let options: MethodOptions

    var permission: String { options.permission }

    /// Those of people who have the permission.
    var roles: [String] {
      let allowed = Permissions.roles[permission] ?? []
      return Roles.people.filter { allowed.contains($0.role) }.map(\.name)
    }

    var servesAlone: Bool { Permissions.servesAlone(permission) }
  }

  /// - Parameter services: with their methods; others have no permissions.
  static func table(of services: [[MethodTypes]]) -> [Line] {
    services.joined().map(\.method).filter { $0.service.hasPrefix("paylyt.") }
      .map { Line(method: String($0.path.dropFirst()), options: $0.options) }
  }
}

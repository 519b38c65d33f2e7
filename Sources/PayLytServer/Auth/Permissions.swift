/// Who may call what: each permission that the protos name, and the roles that have it. Objects are
/// checked on top: a permission to release escrows is one to release one's own.
enum Permissions {
  /// Anybody, without a token.
  static let `public` = "public"
  /// What every session may do with itself; no service has a session.
  static let session = "auth.session"
  /// A scope of services only: they may say for which address they call.
  static let proxy = "auth.proxy"

  static let roles: [String: Roles] = [
    session: [.client, .freelancer, .admin],
    "jobs.post": [.client],
    "jobs.read": [.client, .freelancer, .admin],
    "jobs.agree": [.client, .freelancer],
    "jobs.accept": [.freelancer],
    "escrow.read": [.client, .freelancer, .admin],
    "escrow.fund": [.client],
    "escrow.submit": [.freelancer],
    "escrow.release": [.client],
    "escrow.review": [.client],
    "escrow.agree": [.client, .freelancer],
    "escrow.override": [.admin],
    "disputes.take_part": [.client, .freelancer],
    "disputes.read": [.client, .freelancer, .admin],
    "disputes.rule": [.admin],
    "escrow.freeze": [.admin],
    "escrow.unfreeze": [.admin],
    "fees.set": [.admin],
    "escrow.refund": [.client, .freelancer],
    "invoices.read": [.client, .freelancer, .admin],
    "wallets.read": [.client, .freelancer, .admin],
    "wallets.transfer": [.client, .freelancer],
    "wallets.deposit": [.client, .freelancer],
    "wallets.freeze": [.admin],
    "wallets.unfreeze": [.admin],
    "wallets.hand_over": [.admin],
    "payouts.create": [.client, .freelancer],
    "beneficiaries.read": [.client, .freelancer, .admin],
    "beneficiaries.write": [.client, .freelancer],
    "payouts.read": [.client, .freelancer, .admin],
    "fx.read": [.client, .freelancer, .admin],
    "fx.convert": [.client, .freelancer],
    "providers.read": [.admin],
    "providers.reconcile": [.admin],
    "admin.read": [.admin],
    "admin.pause": [.admin],
    "admin.resume": [.admin],
    "admin.replay": [.admin],
    "admin.discard": [.admin],
    "admin.correct": [.admin],
    "ledger.read": [.admin],
    "ledger.write": [.admin],
    "events.read": [.admin],
    "events.subscribe": [.client, .freelancer, .admin],
    "audit.read": [.admin],
    "users.read": [.client, .freelancer, .admin],
    "users.list": [.admin],
    "users.update": [.client, .freelancer, .admin],
    "users.delete": [.client, .freelancer, .admin],
    "users.manage": [.admin],
    "profiles.read": [.client, .freelancer, .admin],
    "profiles.write": [.client, .freelancer],
    "kyc.submit": [.client, .freelancer],
    "kyc.read": [.client, .freelancer, .admin],
    "kyc.review": [.admin],
    "api_keys.read": [.admin],
    "api_keys.write": [.admin],
    "access.read": [.admin],
    "notifications.read": [.client, .freelancer, .admin],
    "notifications.write": [.client, .freelancer, .admin],
    "sandbox.use": [.client, .freelancer, .admin],
    "dashboard.read": [.admin],
    "mails.read": [.admin],
    "mails.write": [.admin],
    "webhooks.read": [.client, .freelancer, .admin],
    "webhooks.write": [.client, .freelancer, .admin],
  ]

  /// Whether `permission` is one that a proto may name.
  static func isKnown(_ permission: String) -> Bool {
    permission == `public` || roles[permission] != nil
  }

  /// Whether a service may be given it.
  static func isScope(_ permission: String) -> Bool {
    permission == proxy || roles[permission] != nil
  }

  /// Permissions that a service never has on its own. Some are decisions that a person answers for:
  /// otherwise one admin with a key would count as two. Some are about what only users have, such
  /// as webhook endpoints. And a service may stop things, but not let them go on: what was stopped
  /// may belong to whoever made its key.
  static let ofPersons: Set<String> = [
    session, "disputes.rule", "escrow.override", "escrow.unfreeze", "fees.set", "kyc.review",
    "users.manage", "users.update", "users.delete", "api_keys.write", "wallets.hand_over",
    "wallets.unfreeze", "admin.resume", "admin.discard", "admin.correct", "webhooks.write",
  ]

  /// Whether a service with the scope may use it for itself: what admins may, it may, but for what
  /// a person answers for.
  static func servesAlone(_ permission: String) -> Bool {
    !ofPersons.contains(permission) && roles[permission]?.contains(.admin) ?? false
  }

  /// Whether it is left to a user whose account is stopped: to look, and to sign out.
  static func isForFrozen(_ permission: String) -> Bool {
    permission == session || permission.hasSuffix(".read") || permission.hasSuffix(".subscribe")
  }
}

/// Who may call what: each permission that the protos name, and the roles that have it. Objects are
/// checked on top: a permission to release escrows is one to release one's own.
enum Permissions {
  /// Anybody, without a token.
  static let `public` = "public"

  static let roles: [String: Roles] = [
    "auth.session": [.client, .freelancer, .admin],
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
    "fees.set": [.admin],
    "escrow.refund": [.client, .freelancer, .admin],
    "invoices.read": [.client, .freelancer, .admin],
    "wallets.read": [.client, .freelancer, .admin],
    "wallets.transfer": [.client, .freelancer],
    "wallets.deposit": [.client, .freelancer],
    "wallets.freeze": [.admin],
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
    "admin.replay": [.admin],
    "ledger.read": [.admin],
    "ledger.write": [.admin],
    "events.read": [.admin],
    "events.subscribe": [.client, .freelancer, .admin],
    "audit.read": [.admin],
  ]

  /// Whether `permission` is one that a proto may name.
  static func isKnown(_ permission: String) -> Bool {
    permission == `public` || roles[permission] != nil
  }
}

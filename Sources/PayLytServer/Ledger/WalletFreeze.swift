/// Whether a user may take money out of their wallet. It is looked at in the decision that would
/// move the money, whose accounts the freeze has locked too: what is frozen is frozen at once.
struct WalletFreeze: Hashable, Sendable {
  let user: UUID
  private(set) var isFrozen: Bool
  /// Why, for people.
  private(set) var reason: String
  private(set) var version: Int64
  private(set) var updatedAt: Timestamp

  /// A wallet that nobody has frozen yet.
  init(user: UUID) {
    self.init(
      user: user, isFrozen: false, reason: "", version: 0, updatedAt: Timestamp(microseconds: 0))
  }

  init(user: UUID, isFrozen: Bool, reason: String, version: Int64, updatedAt: Timestamp) {
    self.user = user
    self.isFrozen = isFrozen
    self.reason = reason
    self.version = version
    self.updatedAt = updatedAt
  }

  mutating func set(isFrozen: Bool, reason: String, at now: Timestamp) {
    self.isFrozen = isFrozen
    self.reason = reason
    version += 1
    updatedAt = now
  }
}

/// What a user owns, and whether it may leave.
struct WalletView: Hashable, Sendable {
  let user: UUID
  /// One for each asset that was ever moved.
  let balances: [Money]
  let freeze: WalletFreeze?
}

extension Decision {
  /// The balances of a wallet whose accounts were all named.
  func walletBalances(of user: UUID) -> [Money] {
    Asset.allCases.compactMap { asset in
      let account = row(Account.self, AccountID(of: user, kind: .wallet, asset: asset).uuid)
      return account.map { Money(asset: asset, units: $0.balance) }
    }
  }

  /// - Throws: PERMISSION_DENIED when nothing may leave the wallet.
  func checkNotFrozen(walletOf user: UUID) throws(Refusal) {
    guard row(WalletFreeze.self, user)?.isFrozen != true else { throw .walletFrozen }
  }
}

extension Refusal {
  static let walletFrozen = Refusal(
    .permissionDenied, reason: "WALLET_FROZEN",
    message: "This wallet is frozen: nothing may leave it. Ask the support why.")
}

extension WalletFreeze: StoredRow {
  var rowID: UUID { user }

  /// Its name sorts behind `ledger_account`: a batch has locked the wallet before it looks here.
  static let table = Table<WalletFreeze>(
    "wallet_freeze",
    columns: [
      .fixed("id", .uuid) { .uuid($0.user) },
      .mutable("is_frozen", .bool) { .bool($0.isFrozen) },
      .mutable("reason", .text) { .text($0.reason) },
      .mutable("version", .int8) { .int8($0.version) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ],
    // Read when the wallet's accounts are locked: most users have no row that could be.
    locking: .ownAtTheEnd
  ) { (row) throws(DatabaseError) in
    WalletFreeze(
      user: try row.uuid(0), isFrozen: try row.bool(1), reason: try row.text(2),
      version: try row.int64(3), updatedAt: try row.timestamp(4))
  }
}

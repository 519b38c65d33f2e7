extension Loader {
  /// Names the wallets of a user, in every asset.
  func wantWallets(of user: UUID) { want(AccountID.wallets(of: user)) }
}

extension Decision {
  /// Whether a user owns anything here. Its load names the wallets.
  func hasMoney(_ user: UUID) -> Bool {
    AccountID.wallets(of: user).contains { row(Account.self, $0.uuid)?.balance ?? 0 != 0 }
  }
}

extension AccountID {
  fileprivate static func wallets(of user: UUID) -> [AccountID] {
    Asset.allCases.map { AccountID(of: user, kind: .wallet, asset: $0) }
  }
}

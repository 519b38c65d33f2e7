/// An admin stops everything that would leave a wallet, or allows it again, if it is not their own.
///
/// It locks the wallet's accounts as every payment out of it does: a payment commits before the
/// freeze, or sees it.
struct SetWalletFreeze: Command {
  static let method = "WalletService/FreezeWallet"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let isFrozen: Bool
  let reason: String

  var method: String { isFrozen ? Self.method : "WalletService/UnfreezeWallet" }

  func load(_ rows: Loader) {
    for asset in Asset.allCases { rows.want(AccountID(of: user, kind: .wallet, asset: asset)) }
    rows.want(User.self, user)
    rows.want(WalletFreeze.self, user)
  }

  func decide(_ decision: Decision) throws -> WalletView {
    guard decision.row(User.self, user) != nil else { throw Refusal.notFound("wallet of \(user)") }
    guard isFrozen || !caller.isUser(user) else { throw Refusal.ownCase }
    var freeze = decision.row(WalletFreeze.self, user) ?? WalletFreeze(user: user)
    guard freeze.isFrozen != isFrozen else {
      throw Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: isFrozen ? "The wallet is frozen already." : "The wallet is not frozen.")
    }
    freeze.set(isFrozen: isFrozen, reason: reason, at: decision.now)
    decision.put(freeze)
    decision.record(
      isFrozen ? "wallet.frozen" : "wallet.unfrozen", subject: "users/\(user)/wallet",
      parties: [user], reason: reason)
    return WalletView(user: user, balances: decision.walletBalances(of: user), freeze: freeze)
  }
}

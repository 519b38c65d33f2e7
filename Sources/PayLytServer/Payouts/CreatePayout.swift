/// Sets money of a wallet aside for a payout: the amount and the highest fee.
struct CreatePayout: Command {
  static let method = "PayoutService/CreatePayout"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let amountMsat: Int64
  let feeLimitMsat: Int64
  let lightningAddress: String
  let provider: String

  private var wallet: AccountID { AccountID(of: user, kind: .wallet, asset: .btc) }

  func load(_ rows: Loader) {
    rows.want(wallet)
    rows.want(WalletFreeze.self, user)
  }

  func decide(_ decision: Decision) throws -> Payout {
    try decision.checkNotFrozen(walletOf: user)
    let payout = Payout(
      id: decision.newID(), user: user, amountMsat: amountMsat, feeLimitMsat: feeLimitMsat,
      lightningAddress: lightningAddress, provider: provider, at: decision.now)
    let posting = Posting(decision)
    decision.open(payout.account)
    try posting.transfer(
      payout.reservedMsat, debit: wallet, credit: payout.account, kind: .payoutReserve)
    decision.put(payout)
    decision.record("payout.reserved", subject: "payouts/\(payout.id)", parties: [payout.user])
    return payout
  }
}

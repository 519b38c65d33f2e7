/// Gives money of one wallet to another user.
struct TransferFunds: Command {
  static let method = "WalletService/TransferFunds"
  static let capability: Capability? = .transfers
  let caller: Caller
  let request: RequestIdentity?
  let from: UUID
  let to: UUID
  let amount: Money
  /// What the amount is worth, as limits count it; nil for bitcoin, and where nothing is limited.
  var worthMsat: Int64?
  var authority = Authority.unlimited

  /// What was done; nothing of it is stored beside the books and the journal.
  struct Done: Hashable, Sendable {
    let from: UUID
    let to: UUID
    let amount: Money
    let transaction: UUID
    let at: Timestamp
  }

  private var source: AccountID { AccountID(of: from, kind: .wallet, asset: amount.asset) }
  private var target: AccountID { AccountID(of: to, kind: .wallet, asset: amount.asset) }

  func load(_ rows: Loader) {
    rows.want(source, target)
    rows.want(User.self, to)
    rows.want(WalletFreeze.self, from)
    rows.wantStanding(of: from, authority)
  }

  func decide(_ decision: Decision) throws -> Done {
    guard to != from else {
      throw Refusal.invalid("to", "This is your own wallet.")
    }
    guard let receiver = decision.row(User.self, to), receiver.state != .deleted else {
      throw Refusal.notFound("user \(to)")
    }
    try decision.checkNotFrozen(walletOf: from)
    try decision.spend(worthMsat ?? amount.units, as: .payout, by: from, authority)
    let posting = Posting(decision)
    try posting.transfer(amount.units, debit: source, credit: target, kind: .transfer)
    decision.record(
      "wallet.transferred", subject: "users/\(from)/wallet", parties: [from, to])
    return Done(
      from: from, to: to, amount: amount, transaction: posting.id, at: decision.now)
  }
}

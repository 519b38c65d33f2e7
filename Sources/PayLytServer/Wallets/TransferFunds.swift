/// Gives money of one wallet to another user.
struct TransferFunds: Command {
  static let method = "WalletService/TransferFunds"
  static let capability: Capability? = .transfers
  let caller: Caller
  let request: RequestIdentity?
  let from: UUID
  let to: UUID
  let amount: Money
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
  }

  func decide(_ decision: Decision) throws -> Done {
    guard to != from else {
      throw Refusal.invalid("to", "This is your own wallet.")
    }
    guard decision.row(User.self, to) != nil else { throw Refusal.notFound("user \(to)") }
    try decision.checkNotFrozen(walletOf: from)
    let posting = Posting(decision)
    try posting.transfer(amount.units, debit: source, credit: target, kind: .transfer)
    decision.record(
      "wallet.transferred", subject: "users/\(from)/wallet", parties: [from, to])
    return Done(
      from: from, to: to, amount: amount, transaction: posting.id, at: decision.now)
  }
}

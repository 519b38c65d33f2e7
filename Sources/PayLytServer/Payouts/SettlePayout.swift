/// Takes in what the provider says about a payout and moves the reserved money accordingly.
struct SettlePayout: Command {
  static let method = "payouts/settle"
  let caller = Caller.system("payouts")
  let request: RequestIdentity? = nil
  let payout: UUID
  let outcome: Payout.Outcome
  /// Set where the outcome is our conclusion and not the provider's record of the payment: it holds
  /// only for the row that it was drawn from.
  var version: Int64?

  func load(_ rows: Loader) {
    rows.want(.platform(.providerFloat, asset: .btc, stripe: rows.stripe))
    guard let payout = rows.row(Payout.self, payout) else { return }
    rows.want(payout.account, payout.wallet)
  }

  func decide(_ decision: Decision) throws -> Payout {
    guard var payout = decision.row(Payout.self, payout) else {
      throw Refusal.notFound("payout \(payout)")
    }
    guard version == nil || version == payout.version else { throw Refusal.payoutMoved }
    let before = payout.state
    do throws(PayoutError) {
      try payout.settle(outcome, at: decision.now)
    } catch .feeOverLimit(let fee) {
      return try keepAsking(&payout, feeMsat: fee, decision)
    }
    try post(payout, decision)
    decision.put(payout)
    // Asking again without news is no event.
    if payout.state != before {
      decision.record(
        "payout.\(payout.state)", subject: "payouts/\(payout.id)", parties: [payout.user])
    }
    return payout
  }

  /// The provider says that it took more than it was allowed to. Until a person has looked, the
  /// money stays reserved and the provider is asked again, ever more rarely.
  private func keepAsking(
    _ payout: inout Payout, feeMsat: Int64, _ decision: Decision
  ) throws -> Payout {
    try payout.settle(.unknown, at: decision.now)
    decision.put(payout)
    decision.record(
      "payout.overcharged", subject: "payouts/\(payout.id)", parties: [payout.user],
      reason: "the provider charged \(feeMsat) millisatoshis")
    return payout
  }

  private func post(_ payout: Payout, _ decision: Decision) throws {
    let posting = Posting(decision)
    switch payout.state {
    case .succeeded:
      let paid = payout.amountMsat + payout.feeMsat
      try posting.transfer(
        paid, debit: payout.account,
        credit: .platform(.providerFloat, asset: .btc, stripe: decision.stripe),
        kind: .payoutSettle)
      try posting.transfer(
        payout.reservedMsat - paid, debit: payout.account, credit: payout.wallet,
        kind: .payoutReturn)
    case .failed:
      try posting.transfer(
        payout.reservedMsat, debit: payout.account, credit: payout.wallet, kind: .payoutReturn)
    case .reserved, .submitting, .submitted, .unknown: break
    }
  }
}

/// Commits that an attempt is about to leave. A crash after this is an unknown outcome, never a
/// second payment.
struct BeginPayoutAttempt: Command {
  static let method = "payouts/begin"
  static let capability: Capability? = .payouts
  let caller = Caller.system("payouts")
  let request: RequestIdentity? = nil
  let payout: UUID
  /// The row as the worker saw it: another server's worker may have been faster.
  let version: Int64
  let paymentRequest: String
  /// Of the invoice: 32 bytes; empty for a payout to a bank.
  var paymentHash: [UInt8] = []

  func load(_ rows: Loader) {
    if !paymentHash.isEmpty { rows.want(Payout.self, by: "payment_hash", .bytes(paymentHash)) }
    guard let payout = rows.row(Payout.self, payout) else { return }
    rows.wantAccount(of: payout.user)
    // The freeze is read under the lock of the wallet's account.
    rows.want(payout.wallet)
    rows.want(WalletFreeze.self, payout.user)
  }

  func decide(_ decision: Decision) throws -> Payout {
    guard var payout = decision.row(Payout.self, payout), payout.version == version else {
      throw Refusal.payoutMoved
    }
    // What has left once may have arrived, and is asked about whoever was stopped since.
    if payout.attempts == 0 {
      try decision.checkNotFrozen(walletOf: payout.user)
      try decision.checkActive(payout.user)
    }
    // Those outside know a payment by its hash: of two payouts of one invoice, one would be told
    // what became of the other. So the first that leaves keeps the invoice, even when it fails.
    let others =
      paymentHash.isEmpty
      ? [] : decision.rows(Payout.self, by: "payment_hash", .bytes(paymentHash))
    guard !others.contains(where: { $0.id != payout.id && $0.attempts > 0 }) else {
      throw PayoutError.invoiceInUse
    }
    try payout.beginAttempt(
      paymentRequest: paymentRequest, paymentHash: paymentHash, at: decision.now)
    decision.put(payout)
    decision.record("payout.submitting", subject: "payouts/\(payout.id)", parties: [payout.user])
    return payout
  }
}

extension Refusal {
  static let payoutMoved = Refusal(
    .aborted, reason: "PAYOUT_CHANGED", message: "The payout changed meanwhile.")
}

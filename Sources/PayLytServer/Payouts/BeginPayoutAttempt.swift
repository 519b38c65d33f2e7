/// Commits that an attempt is about to leave. A crash after this is an unknown outcome, never a
/// second payment.
struct BeginPayoutAttempt: Command {
  static let method = "payouts/begin"
  let caller = Caller.system("payouts")
  let request: RequestIdentity? = nil
  let payout: UUID
  /// The row as the worker saw it: another server's worker may have been faster.
  let version: Int64
  let paymentRequest: String

  func load(_ rows: Loader) { rows.want(Payout.self, payout) }

  func decide(_ decision: Decision) throws -> Payout {
    guard var payout = decision.row(Payout.self, payout), payout.version == version else {
      throw Refusal.payoutMoved
    }
    try payout.beginAttempt(paymentRequest: paymentRequest, at: decision.now)
    decision.put(payout)
    decision.record("payout.submitting", subject: "payouts/\(payout.id)", parties: [payout.user])
    return payout
  }
}

extension Refusal {
  static let payoutMoved = Refusal(
    .aborted, reason: "PAYOUT_CHANGED", message: "The payout changed meanwhile.")
}

/// Nothing could be sent yet: the payout stays reserved and is tried again.
struct PostponePayout: Command {
  static let method = "payouts/postpone"
  let caller = Caller.system("payouts")
  let request: RequestIdentity? = nil
  let payout: UUID
  let version: Int64
  /// What its owner reads meanwhile.
  let reason: String

  func load(_ rows: Loader) { rows.want(Payout.self, payout) }

  func decide(_ decision: Decision) throws -> Payout {
    guard var payout = decision.row(Payout.self, payout), payout.version == version else {
      throw Refusal.payoutMoved
    }
    try payout.postpone(because: reason, at: decision.now)
    decision.put(payout)
    return payout
  }
}

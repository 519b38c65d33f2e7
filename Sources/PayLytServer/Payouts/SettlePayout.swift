/// Takes in what the provider says about a payout and moves the reserved money accordingly.
struct SettlePayout: Command {
  static let method = "payouts/settle"
  let caller = Caller.system("payouts")
  let request: RequestIdentity? = nil
  let payout: UUID
  let outcome: Payout.Outcome
  var basis = Basis.record

  /// What the outcome follows from.
  enum Basis: Hashable, Sendable {
    /// The provider's record of the payment, whatever we have heard before.
    case record
    /// Our conclusion: it holds only for the row that it was drawn from.
    case row(version: Int64)
    /// The first attempt was refused before it began. That is final for as long as there was no
    /// other one, whoever has asked in vain meanwhile.
    case onlyAttempt
  }

  func load(_ rows: Loader) {
    rows.expect(.platform(.providerFloat, asset: .btc, stripe: rows.stripe))
    guard let payout = rows.row(Payout.self, payout) else { return }
    rows.expect(payout.account, payout.wallet)
    guard payout.terms.method.isRail || payout.terms.isOvercharged(by: outcome) else { return }
    rows.expect(.platform(.fxSpread, asset: .btc, stripe: rows.stripe))
    guard payout.terms.method.isRail else { return }
    for asset in [.btc, payout.terms.settlement.asset] {
      rows.expect(.platform(.fxPool, asset: asset, stripe: rows.stripe))
    }
  }

  func decide(_ decision: Decision) throws -> Payout {
    guard var payout = decision.row(Payout.self, payout) else {
      throw Refusal.notFound("payout \(payout)")
    }
    guard basis.holds(for: payout) else { throw Refusal.payoutMoved }
    switch (payout.state, outcome) {
    case (.failed, .succeeded): return try contradict(payout, decision)
    case (.failed, .reversed): return try contradict(payout, hasReturned: true, decision)
    case (.succeeded, .failed) where payout.terms.method.isRail:
      return try contradict(payout, decision)
    case _: break
    }
    let before = payout
    try payout.settle(outcome, at: decision.now)
    decision.put(payout)
    // Asking again without news is no event.
    if payout.state != before.state {
      try post(payout, after: before, decision)
      decision.record(
        "payout.\(payout.state)", subject: "payouts/\(payout.id)", parties: [payout.user],
        reason: payout.terms.isOvercharged(by: outcome) ? Self.overcharged : nil)
    }
    return payout
  }

  /// The money is the user's again, and may be spent by now; or it is gone, and the provider may
  /// have it. Only people can tell what to do.
  private func contradict(
    _ ended: Payout, hasReturned: Bool = false, _ decision: Decision
  ) throws -> Payout {
    var payout = ended
    guard try payout.contradict(hasReturned: hasReturned, at: decision.now) else { return payout }
    decision.put(payout)
    decision.record(
      "payout.contradicted", subject: "payouts/\(payout.id)", parties: [],
      reason: hasReturned ? "It was paid after it had failed, and came back." : nil)
    return payout
  }

  private static let overcharged =
    "The provider took more than it was allowed to; the platform bears the difference."

  private func post(_ payout: Payout, after before: Payout, _ decision: Decision) throws {
    let posting = Posting(decision)
    switch payout.state {
    case .succeeded: try arrive(payout, posting, decision)
    case .failed:
      try posting.transfer(
        payout.reservedUnits, debit: payout.account, credit: payout.wallet, kind: .payoutReturn)
    case .reversed:
      guard case .reversed(let returned, _, _) = outcome else {
        preconditionFailure("payout \(payout.id) came back without a reversal")
      }
      let wasHeardOf = before.state == .succeeded
      if !wasHeardOf { try arrive(payout, posting, decision) }
      try giveBack(
        payout, after: wasHeardOf ? before : payout, posting, returnedMsat: returned, decision)
    case .reserved, .submitting, .submitted, .unknown, .cancelled: break
    }
  }

  /// Amount and fee leave: bitcoin as it is, local currency through the pools. What the provider
  /// took more or less than it had quoted is the platform's, and so is what its fee is beyond the
  /// limit. The rest of the limit goes back.
  private func arrive(_ payout: Payout, _ posting: Posting, _ decision: Decision) throws {
    let float = AccountID.platform(.providerFloat, asset: .btc, stripe: decision.stripe)
    let paid = payout.terms.amount.units + payout.feeUnits
    let cover = payout.terms.coverMsat + payout.userFeeMsat
    let source: AccountID
    if payout.terms.amount.asset == .btc {
      source = payout.account
    } else {
      source = .platform(.fxPool, asset: .btc, stripe: decision.stripe)
      try posting.transfer(
        paid, debit: payout.account,
        credit: .platform(.fxPool, asset: payout.terms.amount.asset, stripe: decision.stripe),
        kind: .payoutCover)
    }
    let taken = payout.chargedMsat
    try posting.transfer(min(taken, cover), debit: source, credit: float, kind: .payoutSettle)
    let spread = AccountID.platform(.fxSpread, asset: .btc, stripe: decision.stripe)
    try posting.transfer(
      max(taken - cover, 0), debit: spread, credit: float, kind: .payoutSlippage)
    try posting.transfer(
      max(cover - taken, 0), debit: source, credit: spread, kind: .payoutSlippage)
    try posting.transfer(
      payout.terms.feeLimitUnits - payout.feeUnits, debit: payout.account, credit: payout.wallet,
      kind: .payoutReturn)
  }

  /// What had arrived came back: the user has the amount again, and of the fee what the provider
  /// does not keep. What it gave back more or less than it had quoted is the platform's.
  ///
  /// - Parameter arrived: the payout as its arrival was booked.
  private func giveBack(
    _ payout: Payout, after arrived: Payout, _ posting: Posting, returnedMsat: Int64,
    _ decision: Decision
  ) throws {
    let float = AccountID.platform(.providerFloat, asset: .btc, stripe: decision.stripe)
    let spread = AccountID.platform(.fxSpread, asset: .btc, stripe: decision.stripe)
    let asset = payout.terms.amount.asset
    let target =
      asset == .btc
      ? payout.wallet : AccountID.platform(.fxPool, asset: .btc, stripe: decision.stripe)
    // Below zero when the provider keeps more than it had charged.
    let feeBack = arrived.feeMsat - payout.feeMsat
    let cover = payout.terms.coverMsat + max(arrived.userFeeMsat - payout.userFeeMsat, 0)
    let returned = returnedMsat + feeBack
    let covered = min(max(returned, 0), cover)
    try posting.transfer(covered, debit: float, credit: target, kind: .payoutReversal)
    try posting.transfer(cover - covered, debit: spread, credit: target, kind: .payoutSlippage)
    try posting.transfer(
      max(returned - cover, 0), debit: float, credit: spread, kind: .payoutSlippage)
    try posting.transfer(max(-returned, 0), debit: spread, credit: float, kind: .payoutSlippage)
    guard asset != .btc else { return }
    try posting.transfer(
      payout.terms.amount.units + arrived.feeUnits - payout.feeUnits,
      debit: .platform(.fxPool, asset: asset, stripe: decision.stripe), credit: payout.wallet,
      kind: .payoutReversal)
  }
}

extension SettlePayout.Basis {
  fileprivate func holds(for payout: Payout) -> Bool {
    switch self {
    case .record: true
    case .row(let version): payout.version == version
    case .onlyAttempt:
      payout.attempts == 1 && (payout.state == .submitting || payout.state == .unknown)
    }
  }
}

extension PayoutTerms {
  /// Whether the provider took a higher fee than it was allowed to, or clearly more than its quote.
  func isOvercharged(by outcome: Payout.Outcome) -> Bool {
    let (fee, taken): (Int64, Int64)
    switch outcome {
    case .succeeded(let feeMsat, let charged, _): (fee, taken) = (feeMsat, charged ?? coverMsat)
    case .reversed(_, let kept, _): (fee, taken) = (kept ?? 0, coverMsat)
    case .failed, .pending, .unknown, .unheard, .initialized: return false
    }
    let slippage = Share.floor(of: coverMsat, basisPoints: PayoutLimits.slippageBasisPointsMax)
    return feeUnits(ofMsat: fee) > feeLimitUnits || taken > coverMsat + slippage + 1000
  }
}

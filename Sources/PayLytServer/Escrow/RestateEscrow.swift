/// One side agrees to other amounts, more milestones or another deadline; or takes that back. What
/// a scope needs less goes back to the client, what it needs more is taken from their wallet.
struct RestateEscrow: EscrowCommand {
  static let method = "EscrowService/RestateEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  /// What each milestone is worth then, by position; empty: as they are.
  let amounts: [Int64]
  /// What there is to be done beside them.
  var added: [NewMilestone] = []
  /// When the work is due then; nil: as it is.
  var deadline: Timestamp?
  var isWithdrawn = false
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) {
    loadCase(rows, authority)
    rows.want(.releases)
    rows.want(.transfers)
    rows.wantSides(of: escrow)
    guard !isWithdrawn, let found = rows.row(Escrow.self, escrow) else { return }
    rows.want(found.clientWallet)
    rows.want(WalletFreeze.self, found.client)
    rows.wantStanding(of: found.client, authority)
  }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] { escrow.accountsOfRefund }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    let side = try decision.side(of: caller, in: held.escrow)
    guard !isWithdrawn else { return try withdraw(&held, side, decision) }
    let before = held
    let isOtherHeard = decision.hears(
      theOtherThan: side, of: before.escrow, until: before.escrow.restatableUntil)
    let difference = try held.restate(
      amounts, adding: opened(behind: held, decision), deadline: deadline, by: side,
      isOtherHeard: isOtherHeard, at: decision.now)
    let more = held.proposedTotalMsat - before.escrow.totalMsat
    // After an earlier deadline the client may take everything back.
    let isSooner = deadline.map { $0 < before.escrow.terms.deadline } ?? false
    // And of more, others get their share, who were named when there was less.
    let given = more > 0 && before.escrow.payeeCount > 0 ? more : -more
    // What was delivered is nearly theirs; what is worth more instead is still to be done.
    let undone = held.deliveredLessMsat(than: before)
    try decision.checkGivenBack(
      max(isSooner ? before.escrow.availableMsat : 0, given, undone), by: side, of: held.escrow,
      authority)
    if let difference {
      if difference.toClientMsat > 0 { try decision.checkNotPaused(.releases) }
      try decision.refund(difference.toClientMsat, of: held.escrow, from: held.escrow.account)
      try decision.take(difference.toEscrowMsat, for: held.escrow, by: side, authority)
      decision.setTimersOfLocked(held.escrow)
    } else if side == .client {
      // It is taken when the freelancer agrees, and nobody asks the client again.
      try decision.checkStepUp(more, by: held.escrow.client, authority)
    }
    decision.put(held)
    decision.record(
      difference == nil ? "escrow.restatement_proposed" : "escrow.restated",
      subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }

  /// What is added, as milestones that nobody has agreed to yet.
  private func opened(behind held: EscrowCase, _ decision: Decision) -> [Milestone] {
    zip((held.milestones.count + 1)..., added).map { position, new in
      Milestone(
        opening: decision.newID(), escrow: escrow, position: Int16(position), title: new.title,
        amountMsat: new.amountMsat)
    }
  }

  private func withdraw(
    _ held: inout EscrowCase, _ side: Consents, _ decision: Decision
  ) throws -> EscrowCase {
    let before = held
    try held.withdrawRestatement(by: side, at: decision.now)
    guard held != before else { return held }
    decision.put(held)
    decision.record(
      "escrow.restatement_withdrawn", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }
}

extension Decision {
  /// Takes from the client's wallet what another scope costs more, by the word of `side`, which is
  /// the second one.
  fileprivate func take(
    _ amountMsat: Int64, for escrow: Escrow, by side: Consents, _ authority: Authority
  ) throws {
    guard amountMsat > 0 else { return }
    guard side == .freelancer else { return try take(amountMsat, for: escrow, authority) }
    do {
      // The second factor was the client's, when they agreed.
      let agreed = Authority(policy: authority.policy, isSteppedUp: true)
      try take(amountMsat, for: escrow, agreed)
    } catch let error as any RefusalConvertible {
      throw error.refusal.isPause ? error : error.refusal.ofTheClientsWallet
    }
  }

  /// As any transfer out of a wallet to somebody else.
  private func take(_ amountMsat: Int64, for escrow: Escrow, _ authority: Authority) throws {
    try checkNotPaused(.transfers)
    try checkNotFrozen(walletOf: escrow.client)
    try spend(amountMsat, as: .payout, by: escrow.client, authority)
    do throws(LedgerError) {
      try Posting(self).transfer(
        amountMsat, debit: escrow.clientWallet, credit: escrow.account, kind: .fundFromWallet)
    } catch {
      guard case .insufficientFunds(_, let short) = error else { throw error }
      throw EscrowError.walletShort(byMsat: short)
    }
  }
}

extension Refusal {
  /// What the freelancer hears of a wallet that is not theirs: not what is in it or left of its
  /// limits.
  fileprivate var ofTheClientsWallet: Refusal {
    Refusal(
      code, reason: reason,
      message: "The client's wallet does not pay for that now. They top it up by CreateDeposit "
        + "first, or ask the support.")
  }
}

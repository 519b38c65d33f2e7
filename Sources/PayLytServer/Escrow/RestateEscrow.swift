/// One side agrees to do less for less, or until another time; or takes that back.
struct RestateEscrow: EscrowCommand {
  static let method = "EscrowService/RestateEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  /// What each milestone is worth then, by position; empty: as they are.
  let amounts: [Int64]
  /// When the work is due then; nil: as it is.
  var deadline: Timestamp?
  var isWithdrawn = false
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) {
    loadCase(rows, authority)
    rows.want(.releases)
  }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] { escrow.accountsOfRefund }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard let side = held.escrow.side(of: caller) else { throw Refusal.onlyTheParties }
    guard !isWithdrawn else { return try withdraw(&held, side, decision) }
    let before = held.escrow
    let excess = try held.restate(
      amounts, deadline: deadline, by: side, at: decision.now)
    // After an earlier deadline the client may take everything back.
    let isSooner = deadline.map { $0 < before.terms.deadline } ?? false
    try decision.checkGivenBack(
      isSooner ? before.availableMsat : before.totalMsat - held.proposedTotalMsat, by: side,
      of: held.escrow, authority)
    if let excess {
      if excess > 0 { try decision.checkNotPaused(.releases) }
      try decision.refund(excess, of: held.escrow, from: held.escrow.account)
      decision.setTimersOfLocked(held.escrow)
    }
    decision.put(held)
    decision.record(
      excess == nil ? "escrow.restatement_proposed" : "escrow.restated",
      subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
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

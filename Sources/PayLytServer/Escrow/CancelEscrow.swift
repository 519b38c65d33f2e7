/// The client gives up before everything was paid.
struct CancelEscrow: EscrowCommand {
  static let method = "EscrowService/CancelEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  var etag = ""

  func load(_ rows: Loader) {
    loadCase(rows)
    rows.want(.releases)
  }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRefund
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isClient(caller) else { throw Refusal.onlyTheClient }
    let amount = try held.cancel(at: decision.now)
    if amount > 0 { try decision.checkNotPaused(.releases) }
    try decision.refund(amount, of: held.escrow, from: held.escrow.account)
    decision.put(held)
    decision.record("escrow.cancelled", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }
}

/// One of the two agrees to end it and give back what is held, or takes that back. Once both agree,
/// it is done.
struct ConsentCancel: EscrowCommand {
  static let method = "EscrowService/ConsentCancel"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let isWithdrawn: Bool
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) {
    loadCase(rows, authority)
    rows.want(.releases)
    rows.wantSides(of: escrow)
  }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] { escrow.accountsOfRefund }

  func decide(_ decision: Decision) throws -> EscrowCase {
    let before = try decision.escrowCase(escrow, for: caller, etag: etag)
    let side = try decision.side(of: caller, in: before.escrow)
    let isOtherHeard = decision.hears(
      theOtherThan: side, of: before.escrow, until: before.escrow.cancellableUntil)
    var held = before
    let amount = try held.consentCancel(
      by: side, isWithdrawn: isWithdrawn, isOtherHeard: isOtherHeard, at: decision.now)
    guard held != before else { return held }
    if !isWithdrawn {
      try decision.checkNotPaused(.releases)
      try decision.checkGivenBack(
        before.escrow.availableMsat, by: side, of: held.escrow, authority)
    }
    if let amount {
      try decision.refund(amount, of: held.escrow, from: held.escrow.account)
    }
    decision.put(held)
    decision.record(
      amount != nil
        ? "escrow.cancelled_mutually"
        : isWithdrawn ? "escrow.cancel_consent_withdrawn" : "escrow.cancel_consented",
      subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }
}

/// The client gives up before everything was paid.
struct CancelEscrow: EscrowCommand {
  static let method = "EscrowService/CancelEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  var etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRefund
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isClient(caller) else { throw Refusal.onlyTheClient }
    let amount = try held.cancel(at: decision.now)
    try decision.refund(amount, of: held.escrow)
    decision.put(held)
    decision.record("escrow.cancelled", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }
}

/// The client pays one milestone to the freelancer.
struct ReleaseMilestone: EscrowCommand {
  static let method = "EscrowService/ReleaseMilestone"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let position: Int16
  var etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRelease(stripe: stripe)
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isClient(caller) else { throw Refusal.onlyTheClient }
    let payment = try held.release(position: position, at: decision.now)
    try decision.pay(payment, of: held.escrow)
    decision.put(held)
    decision.record(
      held.escrow.state == .released ? "escrow.released" : "escrow.milestone_released",
      subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }
}

/// The client pays everything that is still held to the freelancer.
struct ReleaseEscrow: EscrowCommand {
  static let method = "EscrowService/ReleaseEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  var etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRelease(stripe: stripe)
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isClient(caller) else { throw Refusal.onlyTheClient }
    let payment = try held.releaseAll(at: decision.now)
    try decision.pay(payment, of: held.escrow)
    decision.put(held)
    decision.record("escrow.released", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }
}

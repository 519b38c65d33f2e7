/// What is held goes back to the client: by the freelancer's will, after the deadline, or by an
/// admin's ruling.
struct RefundEscrow: EscrowCommand {
  static let method = "EscrowService/RefundEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let reason: String
  var etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRefund
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    let claim: EscrowCase.RefundClaim =
      held.escrow.isFreelancer(caller)
      ? .byFreelancer : held.escrow.isClient(caller) ? .byClient : .byAdmin
    let amount = try held.refund(
      claim, graceSeconds: EscrowLimits.refundGraceSeconds, at: decision.now)
    try decision.refund(amount, of: held.escrow)
    decision.put(held)
    decision.record(
      "escrow.refunded", subject: "escrows/\(escrow)", parties: held.escrow.parties, reason: reason)
    return held
  }
}

/// The freelancer delivers one milestone.
struct SubmitMilestone: EscrowCommand {
  static let method = "EscrowService/SubmitMilestone"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let position: Int16
  let note: String
  var etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    []
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isFreelancer(caller) else { throw Refusal.onlyTheFreelancer }
    try held.submit(position: position, note: note, at: decision.now)
    decision.put(held)
    decision.setTimer(
      .reviewEnds, for: escrow, part: position,
      at: decision.now.adding(seconds: held.escrow.terms.inspectionSeconds))
    decision.record(
      "escrow.milestone_submitted", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }
}

/// The client wants a delivery done better.
struct RequestRevision: EscrowCommand {
  static let method = "EscrowService/RequestRevision"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let position: Int16
  let note: String
  var etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] { [] }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isClient(caller) else { throw Refusal.onlyTheClient }
    try held.requestRevision(position: position, note: note, at: decision.now)
    decision.put(held)
    decision.record(
      "escrow.revision_requested", subject: "escrows/\(escrow)", parties: held.escrow.parties,
      reason: note)
    return held
  }
}

/// More time to look at a delivery.
struct ExtendInspection: EscrowCommand {
  static let method = "EscrowService/ExtendInspection"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let position: Int16
  /// In `1...EscrowLimits.inspectionSeconds.upperBound`.
  let seconds: Int64
  var etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] { [] }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard let side = held.escrow.side(of: caller) else { throw Refusal.onlyTheParties }
    // The timer that runs looks again when it goes off too early.
    try held.extendInspection(
      position: position, seconds: seconds, by: side, at: decision.now)
    decision.put(held)
    decision.record(
      "escrow.inspection_extended", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return held
  }
}

/// An admin stops everything that would take money out of an escrow.
struct FreezeEscrow: EscrowCommand {
  static let method = "EscrowService/FreezeEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let reason: String
  var etag = ""

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] { [] }

  func decide(_ decision: Decision) throws -> EscrowCase {
    try decision.setFrozen(true, by: self, reason: reason)
  }
}

/// An admin lets it go on, whom it does not concern.
struct UnfreezeEscrow: EscrowCommand {
  static let method = "EscrowService/UnfreezeEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let reason: String
  var etag = ""

  func load(_ rows: Loader) {
    loadCase(rows)
    if let found = rows.row(Escrow.self, escrow) { rows.wantPayees(of: found) }
  }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] { [] }

  func decide(_ decision: Decision) throws -> EscrowCase {
    let held = try decision.escrowCase(escrow, for: caller).escrow
    guard !decision.concerns(caller, held) else { throw Refusal.ownCase }
    return try decision.setFrozen(false, by: self, reason: reason)
  }
}

extension Decision {
  fileprivate func setFrozen(
    _ isFrozen: Bool, by command: some EscrowCommand, reason: String
  ) throws -> EscrowCase {
    var held = try escrowCase(command.escrow, for: command.caller, etag: command.etag)
    guard command.caller.isAdmin else { throw Refusal.onlyAnAdmin }
    try held.setFrozen(isFrozen, at: now)
    put(held)
    record(
      isFrozen ? "escrow.frozen" : "escrow.unfrozen", subject: "escrows/\(command.escrow)",
      parties: held.escrow.parties, reason: reason)
    return held
  }
}

/// What is held goes back to the client: by the freelancer's will, or by the client's after the
/// deadline. An admin who wants that overrides, with the approval that it takes.
struct RefundEscrow: EscrowCommand {
  static let method = "EscrowService/RefundEscrow"
  static let capability: Capability? = .releases
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let reason: String
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) {
    loadCase(rows, authority)
    rows.wantSides(of: escrow)
  }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRefund
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    let side = try decision.side(of: caller, in: held.escrow)
    let amount = try held.refund(
      side == .client ? .byClient : .byFreelancer, graceSeconds: EscrowLimits.refundGraceSeconds,
      at: decision.now)
    try decision.checkGivenBack(amount, by: side, of: held.escrow, authority)
    try decision.refund(amount, of: held.escrow, from: held.escrow.account)
    decision.put(held)
    decision.record(
      "escrow.refunded", subject: "escrows/\(escrow)", parties: held.escrow.parties, reason: reason)
    return held
  }
}

/// Deadline and grace have passed and nothing was delivered: the money goes back by itself, where
/// the two agreed to that.
struct ReturnUnstarted: Command {
  static let method = "escrows/returnUnstarted"
  static let capability: Capability? = .releases
  let caller = Caller.system("timers")
  let request: RequestIdentity? = nil
  let escrow: UUID

  func load(_ rows: Loader) {
    guard let found = rows.row(Escrow.self, escrow) else { return }
    rows.want(Milestone.self, by: "escrow_id", .uuid(escrow))
    rows.expect(found.accountsOfRefund)
  }

  func decide(_ decision: Decision) throws -> Timer.Answer<EscrowCase> {
    var held = try decision.escrowCase(escrow, for: caller)
    let state = held.escrow.state
    guard state == .paidLocked || state == .disputed, held.isUnstarted else { return .done }
    let due = held.escrow.terms.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    guard decision.now >= due else { return .again(at: due) }
    guard state == .paidLocked, !held.escrow.isFrozen else {
      return .again(at: decision.now.adding(seconds: EscrowLimits.stoppedRetrySeconds))
    }
    let amount = try held.refund(
      .byTimer, graceSeconds: EscrowLimits.refundGraceSeconds, at: decision.now)
    try decision.refund(amount, of: held.escrow, from: held.escrow.account)
    decision.put(held)
    decision.record(
      "escrow.returned_unstarted", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return .changed(held)
  }
}

/// An admin's decision over an escrow that another one must confirm.
struct EscrowOverride: Hashable, Sendable {
  let id: UUID
  let escrow: UUID
  var proposedBy: UUID
  /// With the fee in it.
  var toFreelancerMsat: Int64
  var toClientMsat: Int64
  /// What the escrow had come to when it was decided on, as `Escrow.course`.
  var course: String
  var proposedAt: Timestamp
}

/// An admin decides where everything goes that is held; above the limit, two of them.
struct OverrideEscrow: EscrowCommand {
  static let method = "EscrowService/OverrideEscrow"
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  let toFreelancerMsat: Int64
  let toClientMsat: Int64
  let reason: String
  /// What one admin may decide alone.
  let approvalLimitMsat: Int64
  var etag = ""

  func load(_ rows: Loader) {
    loadRelease(rows)
    for known in rows.rows(EscrowOverride.self, by: "escrow_id", .uuid(escrow)) {
      rows.wantAccount(of: known.proposedBy)
    }
  }

  func accounts(of escrow: Escrow, stripe: UInt8) -> [AccountID] {
    escrow.accountsOfRelease(stripe: stripe) + escrow.accountsOfRefund
  }

  func decide(_ decision: Decision) throws -> EscrowCase {
    let before = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard case .user(let admin, _) = caller, caller.isAdmin else { throw Refusal.onlyAnAdmin }
    guard !decision.concerns(caller, before.escrow) else { throw EscrowError.ownCase }
    var held = before
    let (payment, refund) = try held.override(
      toFreelancerMsat: toFreelancerMsat, toClientMsat: toClientMsat, at: decision.now)
    let isSmall = before.escrow.availableMsat <= approvalLimitMsat
    guard try isSmall || isConfirmed(before.escrow, by: admin, decision) else {
      decision.record(
        "escrow.override_proposed", subject: "escrows/\(escrow)",
        parties: before.escrow.parties, reason: reason)
      return before
    }
    if let payment { try decision.pay(payment, of: held.escrow, from: held.escrow.account) }
    try decision.refund(refund, of: held.escrow, from: held.escrow.account)
    decision.put(held)
    decision.record(
      "escrow.overridden", subject: "escrows/\(escrow)", parties: held.escrow.parties,
      reason: reason)
    return held
  }

  /// Whether another admin has decided the same on the escrow as it is; if not, this is a proposal
  /// in place of the one that may be there.
  private func isConfirmed(
    _ escrow: Escrow, by admin: UUID, _ decision: Decision
  ) throws(EscrowError) -> Bool {
    let known = decision.rows(EscrowOverride.self, by: "escrow_id", .uuid(escrow.id)).first
    if let known, known.course == escrow.course, known.toFreelancerMsat == toFreelancerMsat,
      known.toClientMsat == toClientMsat, decision.counts(known.proposedBy, said: known.proposedAt)
    {
      guard known.proposedBy != admin else { throw .secondApproverNeeded }
      return true
    }
    decision.put(
      EscrowOverride(
        id: known?.id ?? decision.newID(), escrow: escrow.id, proposedBy: admin,
        toFreelancerMsat: toFreelancerMsat, toClientMsat: toClientMsat,
        course: escrow.course, proposedAt: decision.now))
    return false
  }
}

extension Escrow {
  /// What two admins must have seen alike: where it stands and what was moved. Not its version,
  /// which the parties change at will, for ever.
  fileprivate var course: String { "\(state) \(fundedMsat) \(releasedMsat) \(refundedMsat)" }
}

/// The two disagree: what is held is frozen until it is settled, ruled on, or the dispute is taken
/// back.
extension EscrowCase {
  /// Freezes all that is held. Returns it, in millisatoshis.
  mutating func openDispute(_ dispute: UUID, at now: Timestamp) throws(EscrowError) -> Int64 {
    try checkHolding("be disputed")
    let frozen = escrow.availableMsat
    escrow.disputedMsat = frozen
    escrow.stateBeforeDispute = escrow.state
    escrow.dispute = dispute
    escrow.state = .disputed
    dropProposals()
    touch(now)
    return frozen
  }

  /// The dispute is taken back: everything is as before, and the client's time to look at
  /// deliveries goes on where it stopped. Returns what is free again.
  mutating func withdrawDispute(openedAt: Timestamp, at now: Timestamp) throws(EscrowError) -> Int64
  {
    guard escrow.state == .disputed, let before = escrow.stateBeforeDispute else {
      throw .illegalTransition(from: escrow.state, move: "have its dispute withdrawn")
    }
    let freed = escrow.disputedMsat
    escrow.disputedMsat = 0
    escrow.stateBeforeDispute = nil
    escrow.state = before
    for index in milestones.indices {
      guard let until = milestones[index].reviewUntil else { continue }
      let left = max(0, until.microseconds - openedAt.microseconds)
      milestones[index].reviewUntil = Timestamp(microseconds: now.microseconds + left)
    }
    touch(now)
    return freed
  }

  /// The two agreed, or an admin ruled: the parts add up to what is frozen, exactly.
  mutating func settleDispute(
    toFreelancerMsat: Int64, toClientMsat: Int64, at now: Timestamp
  ) throws(EscrowError) -> (payment: Payment?, refundMsat: Int64) {
    guard escrow.state == .disputed else {
      throw .illegalTransition(from: escrow.state, move: "be settled")
    }
    let before = self
    let frozen = escrow.disputedMsat
    escrow.disputedMsat = 0
    escrow.stateBeforeDispute = nil
    do throws(EscrowError) {
      return try divide(
        frozen, toFreelancerMsat: toFreelancerMsat, toClientMsat: toClientMsat, at: now)
    } catch {
      self = before
      throw error
    }
  }
}

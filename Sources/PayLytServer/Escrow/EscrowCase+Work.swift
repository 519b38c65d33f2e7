/// Delivering, looking at it, and asking for more.
extension EscrowCase {
  /// The freelancer delivered milestone `position`; the client has the agreed time to look at it.
  mutating func submit(
    position: Int16, note: String, at now: Timestamp
  ) throws(EscrowError) {
    let index = try index(of: position)
    try checkHolding("submit")
    guard milestones[index].state.isOpen else {
      throw .milestoneNotOpen(position: position, state: milestones[index].state)
    }
    milestones[index].state = .submitted
    milestones[index].deliveryNote = note
    milestones[index].submittedAt = now
    milestones[index].reviewUntil = now.adding(seconds: escrow.terms.inspectionSeconds)
    milestones[index].isReviewProlonged = false
    if escrow.state == .paidLocked { escrow.state = .inReview }
    dropProposals()
    touch(now)
  }

  /// The client wants milestone `position` done better; the clock stops until it is delivered anew.
  mutating func requestRevision(
    position: Int16, note: String, at now: Timestamp
  ) throws(EscrowError) {
    let index = try index(of: position)
    try checkHolding("go back to work")
    guard milestones[index].state == .submitted else {
      throw .milestoneNotOpen(position: position, state: milestones[index].state)
    }
    guard milestones[index].revisions < escrow.terms.revisionsMax else {
      throw .revisionsUsedUp(escrow.terms.revisionsMax)
    }
    milestones[index].state = .revisionRequested
    milestones[index].revisions += 1
    milestones[index].revisionNote = note
    milestones[index].reviewUntil = nil
    let isOtherInReview = milestones.contains { $0.state == .submitted }
    if escrow.state == .inReview, !isOtherInReview { escrow.state = .paidLocked }
    touch(now)
  }

  /// The client cannot answer now, and silence is no answer then.
  mutating func keepInReview(
    position: Int16, until: Timestamp, at now: Timestamp
  ) throws(EscrowError) {
    milestones[try index(of: position)].reviewUntil = until
    touch(now)
  }

  /// More time to look at a delivery. The freelancer grants any; the client takes it once for each
  /// delivery, at most as long as the agreed time.
  mutating func extendInspection(
    position: Int16, seconds: Int64, by side: Consents, at now: Timestamp
  ) throws(EscrowError) {
    let index = try index(of: position)
    try checkHolding("be looked at longer")
    guard milestones[index].state == .submitted, let until = milestones[index].reviewUntil else {
      throw .milestoneNotOpen(position: position, state: milestones[index].state)
    }
    if side == .client {
      guard !milestones[index].isReviewProlonged else { throw .inspectionProlonged }
      guard seconds <= escrow.terms.inspectionSeconds else {
        throw .inspectionTooLong(escrow.terms.inspectionSeconds)
      }
      milestones[index].isReviewProlonged = true
    }
    let extended = until.adding(seconds: seconds)
    guard extended <= now.adding(seconds: EscrowLimits.inspectionSeconds.upperBound) else {
      throw .inspectionTooLong(EscrowLimits.inspectionSeconds.upperBound)
    }
    milestones[index].reviewUntil = extended
    touch(now)
  }

  /// An admin stops, or lets go on, what would take money out.
  mutating func setFrozen(_ isFrozen: Bool, at now: Timestamp) throws(EscrowError) {
    guard !escrow.state.isFinal else {
      throw .illegalTransition(from: escrow.state, move: isFrozen ? "be frozen" : "be unfrozen")
    }
    guard escrow.isFrozen != isFrozen else { throw isFrozen ? .frozen : .notFrozen }
    escrow.isFrozen = isFrozen
    touch(now)
  }

  /// The freelancer says with how many they share.
  mutating func setPayees(_ count: Int16, at now: Timestamp) throws(EscrowError) {
    guard !escrow.state.isFinal, escrow.state != .disputed else {
      throw .illegalTransition(from: escrow.state, move: "get other payees")
    }
    escrow.payeeCount = count
    touch(now)
  }
}

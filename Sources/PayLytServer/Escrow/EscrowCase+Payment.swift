/// Paying out: to the freelancer, or back to the client.
extension EscrowCase {
  /// What leaves the escrow for the freelancer: `grossMsat`, of which `feeMsat` is the platform's.
  struct Payment: Hashable {
    let grossMsat: Int64
    let feeMsat: Int64
    let titles: [String]
    var netMsat: Int64 { grossMsat - feeMsat }
  }

  /// What the client approves.
  enum Approval: Hashable {
    /// All that is still held.
    case all
    /// What is held for one milestone, or a part of it.
    case milestone(Int16, amountMsat: Int64?)
    /// So much of the work, milestone by milestone.
    case amount(Int64)
  }

  /// Who asks for a refund, and with which right.
  enum RefundClaim: Hashable {
    /// The freelancer gives the money back: always allowed.
    case byFreelancer
    /// The client takes it back: only after deadline and grace, with nothing submitted or released.
    case byClient
    /// The same by itself, where the two agreed to that.
    case byTimer
  }

  /// The client approved work.
  mutating func release(
    _ approval: Approval, at now: Timestamp
  ) throws(EscrowError) -> Payment {
    let indices: [Int]
    let limit: Int64?
    switch approval {
    case .all:
      (indices, limit) = (milestones.indices.filter { milestones[$0].state.isHeld }, nil)
    case .amount(let amount):
      (indices, limit) = (milestones.indices.filter { milestones[$0].state.isHeld }, amount)
    case .milestone(let position, let amount):
      (indices, limit) = ([try index(of: position)], amount)
    }
    try checkHolding("release")
    try checkNotFrozen()
    if case .milestone(let position, _) = approval, !milestones[indices[0]].state.isHeld {
      throw .milestoneNotOpen(position: position, state: milestones[indices[0]].state)
    }
    let held = indices.reduce(0) { $0 + milestones[$1].restMsat }
    guard (limit ?? held) <= held else { throw .amountOverHeld(held) }
    return pay(limit ?? held, from: indices, at: now)
  }

  /// Nobody objected while the client could: the delivery counts as accepted.
  mutating func releaseUnanswered(
    position: Int16, at now: Timestamp
  ) throws(EscrowError) -> Payment {
    let index = try index(of: position)
    guard let until = milestones[index].reviewUntil, now >= until else {
      throw .milestoneNotOpen(position: position, state: milestones[index].state)
    }
    return try release(.milestone(position, amountMsat: nil), at: now)
  }

  /// Whether nothing was delivered or released. What both have dropped since does not count.
  var isUnstarted: Bool {
    milestones.allSatisfy {
      ($0.submittedAt == nil || $0.state == .cancelled) && $0.releasedMsat == 0
    }
  }

  /// All that is held goes back to the client. Returns millisatoshis.
  mutating func refund(
    _ claim: RefundClaim, graceSeconds: Int64, at now: Timestamp
  ) throws(EscrowError) -> Int64 {
    try checkHolding("refund")
    let due = escrow.terms.deadline.adding(seconds: graceSeconds)
    let isUntouched = escrow.state == .paidLocked && isUnstarted
    switch claim {
    case .byFreelancer: break
    case .byClient: guard isUntouched, now >= due else { throw .refundNotDue(until: due) }
    case .byTimer:
      guard escrow.terms.isReturnedByTimer, isUntouched, now >= due else {
        throw .refundNotDue(until: due)
      }
    }
    try checkNotFrozen()
    return giveBack(milestonesBecome: .refunded, at: now)
  }

  /// One side agrees to end it, or takes that back, which changes nothing where it had not agreed.
  /// Returns what goes back to the client once both agree; nil before, and when the other one's
  /// agreement does not count or is too old to.
  mutating func consentCancel(
    by side: Consents, isWithdrawn: Bool, isOtherHeard: Bool = true, at now: Timestamp
  ) throws(EscrowError) -> Int64? {
    try checkHolding("be cancelled")
    if isWithdrawn {
      guard escrow.cancelConsents.contains(side) else { return nil }
      escrow.cancelConsents.subtract(side)
      escrow.cancellableUntil = nil
      touch(now)
      return nil
    }
    try checkNotFrozen()
    let isOpen = isOtherHeard && escrow.cancellableUntil.map { now < $0 } ?? false
    escrow.cancelConsents = isOpen ? escrow.cancelConsents.union(side) : side
    guard escrow.cancelConsents == .both else {
      escrow.cancellableUntil = now.adding(seconds: EscrowLimits.proposalSeconds)
      touch(now)
      return nil
    }
    escrow.cancellableUntil = nil
    return giveBack(milestonesBecome: .refunded, at: now)
  }

  /// An admin decides where everything goes that is held, whatever the two say.
  ///
  /// - Parameter toFreelancerMsat: with the fee in it; the rest is the client's.
  mutating func override(
    toFreelancerMsat: Int64, toClientMsat: Int64, at now: Timestamp
  ) throws(EscrowError) -> (payment: Payment?, refundMsat: Int64) {
    guard escrow.state.isHolding || escrow.state == .partiallyFunded && toFreelancerMsat == 0
    else { throw .illegalTransition(from: escrow.state, move: "be overridden") }
    if escrow.state == .partiallyFunded {
      guard toClientMsat == escrow.availableMsat else { throw .unbalanced(escrow.availableMsat) }
      return (nil, giveBack(milestonesBecome: .cancelled, at: now))
    }
    return try divide(
      escrow.availableMsat, toFreelancerMsat: toFreelancerMsat, toClientMsat: toClientMsat,
      at: now)
  }

  // MARK: Inside

  /// Pays `workMsat` of what is held for the milestones at `indices`, in their order.
  private mutating func pay(
    _ workMsat: Int64, from indices: [Int], at now: Timestamp
  ) -> Payment {
    var left = workMsat
    var titles: [String] = []
    for index in indices where left > 0 {
      let part = min(left, milestones[index].restMsat)
      left -= part
      titles.append(milestones[index].title)
      milestones[index].releasedMsat += part
      guard milestones[index].restMsat == 0 else { continue }
      milestones[index].state = .released
      milestones[index].reviewUntil = nil
    }
    let payment = charge(workMsat, titles)
    escrow.state = escrow.availableMsat == 0 ? .released : .partiallyReleased
    dropProposals()
    touch(now)
    return payment
  }

  /// Takes the fee for more work. Cumulative: the fees of the parts add up to the fee of the whole,
  /// whatever the parts are.
  ///
  /// - Parameter extraMsat: what leaves with it without a fee.
  private mutating func charge(
    _ workMsat: Int64, _ titles: [String], extraMsat: Int64 = 0
  ) -> Payment {
    let work = escrow.workReleasedMsat + workMsat
    let fee = escrow.terms.fees.total(of: work) - escrow.feeTakenMsat
    let clientFee = escrow.terms.fees.clientPart(of: work) - escrow.clientFeeTakenMsat
    escrow.feeTakenMsat += fee
    escrow.clientFeeTakenMsat += clientFee
    escrow.releasedMsat += workMsat + clientFee + extraMsat
    return Payment(
      grossMsat: workMsat + clientFee + extraMsat, feeMsat: fee, titles: titles)
  }

  /// Divides all that is held, and ends the escrow.
  mutating func divide(
    _ heldMsat: Int64, toFreelancerMsat: Int64, toClientMsat: Int64, at now: Timestamp
  ) throws(EscrowError) -> (payment: Payment?, refundMsat: Int64) {
    guard toFreelancerMsat >= 0, toClientMsat >= 0,
      toFreelancerMsat.addingReportingOverflow(toClientMsat) == (heldMsat, false)
    else { throw .unbalanced(heldMsat) }
    let held = milestones.indices.filter { milestones[$0].state.isHeld }
    escrow.refundedMsat += toClientMsat
    guard toFreelancerMsat > 0 else {
      end(.refunded, milestonesBecome: .refunded, at: now)
      return (nil, toClientMsat)
    }
    let work = workWorth(toFreelancerMsat)
    let clientFee =
      escrow.terms.fees.clientPart(of: escrow.workReleasedMsat + work)
      - escrow.clientFeeTakenMsat
    let payment = charge(
      work, held.map { milestones[$0].title }, extraMsat: toFreelancerMsat - work - clientFee)
    let isWhole = toClientMsat == 0
    end(
      isWhole ? .released : .split, milestonesBecome: isWhole ? .released : .split, at: now)
    return (payment, toClientMsat)
  }

  /// The most work that `grossMsat` pays for, with the client's part of its fee. Both grow
  /// together, so halving the range finds it.
  private func workWorth(_ grossMsat: Int64) -> Int64 {
    let fees = escrow.terms.fees
    let before = escrow.workReleasedMsat
    func cost(_ work: Int64) -> Int64 {
      work + fees.clientPart(of: before + work) - escrow.clientFeeTakenMsat
    }
    var (low, high) = (Int64(0), grossMsat)
    // At most 63 rounds.
    while low < high {
      let middle = high - (high - low) / 2
      if cost(middle) <= grossMsat { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

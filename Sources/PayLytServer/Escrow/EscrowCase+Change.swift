/// Agreeing on something else than before: other amounts, more milestones, another deadline. While
/// a part is paid it can only be less, as nobody has paid for more.
extension EscrowCase {
  /// What another scope costs more, or less: at most one of the two is above zero.
  struct Difference: Hashable {
    /// What the client pays on top.
    let toEscrowMsat: Int64
    /// What was paid beyond it.
    let toClientMsat: Int64
  }

  /// One side agrees to other amounts, to more milestones, and to another deadline. Once both have
  /// agreed to the same, it is so; an escrow that was paid in part is then locked.
  ///
  /// - Parameter amounts: what each milestone is worth then, by position; zero drops it. Empty: as
  ///   they are.
  /// - Parameter added: what there is to be done beside them; the positions follow theirs.
  /// - Parameter deadline: when the work is due then; nil: as it is.
  /// - Parameter isOtherHeard: whether the other side's word counts.
  /// - Returns: what it costs more or less than is held; nil while the other side has not agreed.
  mutating func restate(
    _ amounts: [Int64], adding added: [Milestone] = [], deadline: Timestamp? = nil,
    by side: Consents, isOtherHeard: Bool = true, at now: Timestamp
  ) throws(EscrowError) -> Difference? {
    try checkRestatable()
    // What was paid beyond a smaller scope would leave the escrow.
    try checkNotFrozen()
    if let deadline, deadline <= now { throw .deadlineNotAhead }
    let current = milestones.map(\.amountMsat)
    let amounts = amounts.isEmpty ? current : amounts
    let new = added.map { NewMilestone(title: $0.title, amountMsat: $0.amountMsat) }
    let total = try total(of: amounts, new)
    guard
      amounts != current || !new.isEmpty
        || deadline.map({ $0 != escrow.terms.deadline }) ?? false
    else { throw .nothingRestated }
    // Agreeing to something else than what the other one has proposed, or too late, or to what does
    // not count, is a proposal of one's own.
    let isSame =
      isOtherHeard && milestones.map(\.restatedMsat) == amounts && escrow.newMilestones == new
      && escrow.restatedDeadline == deadline && escrow.restatableUntil.map { now < $0 } ?? false
    escrow.restateConsents = isSame ? escrow.restateConsents.union(side) : side
    guard escrow.restateConsents == .both else {
      for index in milestones.indices { milestones[index].restatedMsat = amounts[index] }
      escrow.newMilestones = new
      escrow.restatedDeadline = deadline
      escrow.restatableUntil = now.adding(seconds: EscrowLimits.proposalSeconds)
      touch(now)
      return nil
    }
    let more = total - escrow.fundedMsat
    if let deadline { escrow.terms.deadline = deadline }
    apply(amounts, added, total: total)
    touch(now)
    return Difference(toEscrowMsat: max(0, more), toClientMsat: max(0, -more))
  }

  /// What is to be paid in, with the client's part of the fee, once both agree to what is proposed;
  /// as it is, where nothing is.
  var proposedTotalMsat: Int64 {
    let amounts =
      milestones.map { $0.restatedMsat ?? $0.amountMsat } + escrow.newMilestones.map(\.amountMsat)
    return escrow.terms.fees.clientPays(for: amounts.reduce(0, +))
  }

  /// What the freelancer would have less of for what was delivered already, once both agree to what
  /// is proposed or have agreed to it.
  func deliveredLessMsat(than before: EscrowCase) -> Int64 {
    zip(before.milestones, milestones).reduce(0) { sum, pair in
      let (old, new) = pair
      guard old.state == .submitted else { return sum }
      return sum + max(0, old.amountMsat - (new.restatedMsat ?? new.amountMsat))
    }
  }

  /// One side takes back what it has agreed to. Who has agreed to nothing changes nothing: admins
  /// may be deciding on the escrow as it is.
  mutating func withdrawRestatement(by side: Consents, at now: Timestamp) throws(EscrowError) {
    try checkRestatable()
    guard escrow.restateConsents.contains(side) else { return }
    escrow.restateConsents.subtract(side)
    if escrow.restateConsents.isEmpty { dropRestatement() }
    touch(now)
  }

  /// What one side has proposed or agreed to was about the work and the money as they were.
  mutating func dropProposals() {
    escrow.cancelConsents = []
    escrow.cancellableUntil = nil
    dropRestatement()
  }

  mutating func dropRestatement() {
    escrow.restateConsents = []
    escrow.restatedDeadline = nil
    escrow.newMilestones = []
    escrow.restatableUntil = nil
    for index in milestones.indices { milestones[index].restatedMsat = nil }
  }

  private func checkRestatable() throws(EscrowError) {
    guard escrow.state == .partiallyFunded || escrow.state.isHolding else {
      throw .illegalTransition(from: escrow.state, move: "be restated")
    }
  }

  /// What must be paid in for another scope, with the client's part of the fee.
  private func total(
    of amounts: [Int64], _ new: [NewMilestone]
  ) throws(EscrowError) -> Int64 {
    let isPaid = escrow.state.isHolding
    guard amounts.count == milestones.count,
      zip(milestones, amounts).allSatisfy({ scope(of: $0).contains($1) }),
      new.allSatisfy({ (1...EscrowLimits.amountMsatMax).contains($0.amountMsat) }),
      isPaid || new.isEmpty
    else { throw isPaid ? .notAScope : .notASmallerScope }
    guard milestones.count + new.count <= EscrowLimits.milestonesMax else { throw .milestonesFull }
    let sum = amounts.reduce(0, +) + new.reduce(0) { $0 + $1.amountMsat }
    guard sum > 0 else { throw isPaid ? .notAScope : .notASmallerScope }
    guard sum <= max(escrow.amountMsat, EscrowLimits.amountMsatMax) else { throw .scopeTooLarge }
    let total = escrow.terms.fees.clientPays(for: sum)
    guard isPaid || total <= escrow.fundedMsat else { throw .scopeOverFunded(escrow.fundedMsat) }
    return total
  }

  /// What a milestone can be worth in another scope: as much as was paid out of it, or more; no
  /// more than now while a part is paid, or once it was delivered, as it may release itself in a
  /// moment. What has ended stays as it is.
  private func scope(of milestone: Milestone) -> ClosedRange<Int64> {
    guard milestone.state.isHeld || milestone.state == .pending else {
      return milestone.amountMsat...milestone.amountMsat
    }
    let isOpen = escrow.state.isHolding && milestone.state != .submitted
    let most = isOpen ? EscrowLimits.amountMsatMax : 0
    return milestone.releasedMsat...max(milestone.amountMsat, most)
  }

  private mutating func apply(_ amounts: [Int64], _ added: [Milestone], total: Int64) {
    for index in milestones.indices {
      milestones[index].amountMsat = amounts[index]
      let state = milestones[index].state
      guard state.isHeld || state == .pending, milestones[index].restMsat == 0 else { continue }
      milestones[index].state = amounts[index] > 0 ? .released : .cancelled
      milestones[index].reviewUntil = nil
    }
    for var milestone in added {
      milestone.state = .funded
      milestones.append(milestone)
    }
    let amount = milestones.reduce(0) { $0 + $1.amountMsat }
    escrow.amountMsat = amount
    escrow.clientFeeMsat = total - amount
    escrow.fundedMsat = total
    guard escrow.state != .partiallyFunded else { return lock() }
    dropProposals()
    if escrow.availableMsat == 0 {
      // What was paid out already is all that there is to be done.
      escrow.state = .released
    } else if escrow.state == .inReview, !milestones.contains(where: { $0.state == .submitted }) {
      escrow.state = .paidLocked
    }
  }
}

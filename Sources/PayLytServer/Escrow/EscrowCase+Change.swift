/// Agreeing on something else than before. What nobody has worked for yet can become less, and the
/// deadline another one; never more, as nobody has paid for that.
extension EscrowCase {
  /// One side agrees to other amounts and another deadline. Once both have agreed to the same, it
  /// is so; an escrow that was paid in part is then locked.
  ///
  /// - Parameter amounts: what each milestone is worth then, by position; zero drops it. Empty: as
  ///   they are.
  /// - Parameter deadline: when the work is due then; nil: as it is.
  /// - Returns: what was paid beyond the smaller scope and goes back to the client; nil while the
  ///   other side has not agreed.
  mutating func restate(
    _ amounts: [Int64], deadline: Timestamp? = nil, by side: Consents, at now: Timestamp
  ) throws(EscrowError) -> Int64? {
    try checkRestatable()
    // What was paid beyond the smaller scope would leave the escrow.
    try checkNotFrozen()
    if let deadline, deadline <= now { throw .deadlineNotAhead }
    let amounts = amounts.isEmpty ? milestones.map(\.amountMsat) : amounts
    let total = try total(of: amounts)
    guard total < escrow.totalMsat || deadline.map({ $0 != escrow.terms.deadline }) ?? false
    else { throw .nothingRestated }
    // Agreeing to something else than what the other one has proposed, or too late, is a proposal
    // of one's own.
    let isSame =
      milestones.map(\.restatedMsat) == amounts && escrow.restatedDeadline == deadline
      && escrow.restatableUntil.map { now < $0 } ?? false
    escrow.restateConsents = isSame ? escrow.restateConsents.union(side) : side
    guard escrow.restateConsents == .both else {
      for index in milestones.indices { milestones[index].restatedMsat = amounts[index] }
      escrow.restatedDeadline = deadline
      escrow.restatableUntil = now.adding(seconds: EscrowLimits.proposalSeconds)
      touch(now)
      return nil
    }
    let excess = escrow.fundedMsat - total
    if let deadline { escrow.terms.deadline = deadline }
    apply(amounts, total: total)
    touch(now)
    return excess
  }

  /// What is to be paid in, with the client's part of the fee, once both agree to what is proposed;
  /// as it is, where nothing is.
  var proposedTotalMsat: Int64 {
    let amounts = milestones.map { $0.restatedMsat ?? $0.amountMsat }
    return escrow.terms.fees.clientPays(for: amounts.reduce(0, +))
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
    escrow.restatableUntil = nil
    for index in milestones.indices { milestones[index].restatedMsat = nil }
  }

  private func checkRestatable() throws(EscrowError) {
    guard escrow.state == .partiallyFunded || escrow.state.isHolding else {
      throw .illegalTransition(from: escrow.state, move: "be restated")
    }
  }

  /// What must be paid in for a smaller scope, with the client's part of the fee.
  private func total(of amounts: [Int64]) throws(EscrowError) -> Int64 {
    guard amounts.count == milestones.count, amounts.contains(where: { $0 > 0 }),
      zip(amounts, milestones).allSatisfy({ $1.scopeMsat.contains($0) })
    else { throw .notASmallerScope }
    let total = escrow.terms.fees.clientPays(for: amounts.reduce(0, +))
    guard total <= escrow.fundedMsat else { throw .scopeOverFunded(escrow.fundedMsat) }
    return total
  }

  private mutating func apply(_ amounts: [Int64], total: Int64) {
    for index in milestones.indices {
      milestones[index].amountMsat = amounts[index]
      let state = milestones[index].state
      guard state.isHeld || state == .pending, milestones[index].restMsat == 0 else { continue }
      milestones[index].state = amounts[index] > 0 ? .released : .cancelled
      milestones[index].reviewUntil = nil
    }
    let amount = amounts.reduce(0, +)
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

extension Milestone {
  /// What it can be worth in a smaller scope: as much as was paid out of it, or more. What has
  /// ended stays as it is.
  fileprivate var scopeMsat: ClosedRange<Int64> {
    state.isHeld || state == .pending ? releasedMsat...amountMsat : amountMsat...amountMsat
  }
}

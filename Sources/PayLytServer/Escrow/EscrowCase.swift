/// An escrow with its milestones, and every move that the two can make together.
///
/// Pure: no clock, no storage. Each move either refuses and changes nothing, or changes the case
/// and tells what has to move in the ledger. The moves stand in the files `EscrowCase….swift`;
/// nothing else changes a case.
struct EscrowCase: Hashable, Sendable {
  var escrow: Escrow
  /// By position.
  var milestones: [Milestone]

  init(escrow: Escrow, milestones: [Milestone]) {
    self.init(unchecked: escrow, milestones)
    checkInvariants()
  }

  /// From rows that were read.
  ///
  /// - Throws: DATA_LOSS when they contradict each other: a broken disk or a hand in the database
  ///   did that, and neither may end the server.
  init(stored escrow: Escrow, _ milestones: [Milestone]) throws(Refusal) {
    self.init(unchecked: escrow, milestones)
    guard fault == nil else { throw .damaged("escrow \(escrow.id)") }
  }

  private init(unchecked escrow: Escrow, _ milestones: [Milestone]) {
    self.escrow = escrow
    self.milestones = milestones.sorted { $0.position < $1.position }
  }

  /// Where a payment goes. The two add up to what was paid.
  struct Intake: Hashable {
    let toEscrowMsat: Int64
    let toClientMsat: Int64
  }

  // MARK: Paying in

  /// An invoice over what is due went out.
  ///
  /// - Parameter lost: how many were made before it of which nobody heard.
  mutating func issueInvoice(after lost: Int = 0, at now: Timestamp) throws(EscrowError) {
    guard escrow.state.isUnpaid else {
      throw .illegalTransition(from: escrow.state, move: "fund")
    }
    guard now < escrow.terms.fundBy else { throw .fundingWindowOver }
    if escrow.state == .created { escrow.state = .awaitingPayment }
    escrow.invoicesMade += Int32(lost) + 1
    touch(now)
  }

  /// Money arrived. It is never refused: what the escrow does not need is the client's.
  mutating func receive(paidMsat: Int64, at now: Timestamp) -> Intake {
    precondition(paidMsat > 0, "a payment of nothing")
    defer { touch(now) }
    switch escrow.state {
    case .created, .awaitingPayment, .partiallyFunded:
      let kept = min(paidMsat, escrow.dueMsat)
      escrow.fundedMsat += kept
      // Less than a satoshi is our own rounding: invoices ask for whole ones.
      if paidMsat - kept >= 1000 { escrow.isOverpaid = true }
      if escrow.dueMsat == 0 { lock() } else { escrow.state = .partiallyFunded }
      return Intake(toEscrowMsat: kept, toClientMsat: paidMsat - kept)
    case .paidLocked, .inReview, .partiallyReleased, .disputed:
      escrow.isOverpaid = true
      return Intake(toEscrowMsat: 0, toClientMsat: paidMsat)
    case .released, .refunded, .cancelled, .split, .expired:
      escrow.isPaidLate = true
      return Intake(toEscrowMsat: 0, toClientMsat: paidMsat)
    }
  }

  /// All that is due is there.
  mutating func lock() {
    escrow.state = .paidLocked
    dropRestatement()
    for index in milestones.indices where milestones[index].state == .pending {
      milestones[index].state = .funded
    }
  }

  /// The time for paying is over. Returns what was paid in part and goes back to the client.
  mutating func expire(at now: Timestamp) throws(EscrowError) -> Int64 {
    guard escrow.state.isUnpaid else {
      throw .illegalTransition(from: escrow.state, move: "expire")
    }
    guard now >= escrow.terms.fundBy else { throw .fundingWindowOpen(until: escrow.terms.fundBy) }
    guard escrow.state == .partiallyFunded else {
      end(.expired, milestonesBecome: .cancelled, at: now)
      return 0
    }
    try checkNotFrozen()
    return giveBack(milestonesBecome: .cancelled, at: now)
  }

  /// The client gives up before everything was paid. Returns the millisatoshis that go back.
  mutating func cancel(at now: Timestamp) throws(EscrowError) -> Int64 {
    guard escrow.state.isUnpaid else {
      throw .illegalTransition(from: escrow.state, move: "cancel")
    }
    guard escrow.state == .partiallyFunded else {
      end(.cancelled, milestonesBecome: .cancelled, at: now)
      return 0
    }
    try checkNotFrozen()
    return giveBack(milestonesBecome: .cancelled, at: now)
  }

  // MARK: For the moves in the other files

  func index(of position: Int16) throws(EscrowError) -> Int {
    guard let index = milestones.firstIndex(where: { $0.position == position }) else {
      throw .unknownMilestone(position: position)
    }
    return index
  }

  func checkHolding(_ move: String) throws(EscrowError) {
    guard escrow.state.isHolding else { throw .illegalTransition(from: escrow.state, move: move) }
  }

  func checkNotFrozen() throws(EscrowError) {
    guard !escrow.isFrozen else { throw .frozen }
  }

  mutating func giveBack(milestonesBecome state: MilestoneState, at now: Timestamp) -> Int64 {
    let rest = escrow.availableMsat
    escrow.refundedMsat += rest
    end(.refunded, milestonesBecome: state, at: now)
    return rest
  }

  /// Ends the escrow; milestones that ended before keep their state.
  mutating func end(
    _ state: EscrowState, milestonesBecome milestone: MilestoneState, at now: Timestamp
  ) {
    for index in milestones.indices {
      milestones[index].reviewUntil = nil
      guard milestones[index].state.isHeld || milestones[index].state == .pending else { continue }
      milestones[index].state = milestone
    }
    escrow.state = state
    dropRestatement()
    touch(now)
  }

  mutating func touch(_ now: Timestamp) {
    escrow.version += 1
    escrow.updatedAt = now
    checkInvariants()
  }

  /// A move of ours that breaks a promise is a bug of ours.
  private func checkInvariants() {
    if let fault { preconditionFailure("escrow \(escrow.id) \(fault)") }
  }

  /// The same promises that the schema makes, and what is wrong with them; nil when all are kept.
  private var fault: String? {
    // What a disk or a hand has damaged may be too much to add up.
    let sum = { (amounts: [Int64]) in amounts.reduce(Int128(0)) { $0 + Int128($1) } }
    let held = sum(milestones.filter(\.state.isHeld).map(\.restMsat))
    let feeLeft = escrow.clientFeeMsat - escrow.clientFeeTakenMsat
    if sum(milestones.map(\.amountMsat)) != escrow.amountMsat {
      return "is not the sum of its milestones"
    }
    let gone = sum([escrow.releasedMsat, escrow.refundedMsat, escrow.disputedMsat])
    if gone > escrow.fundedMsat { return "is overspent" }
    if sum([escrow.amountMsat, escrow.clientFeeMsat]) > Int64.max { return "asks for too much" }
    if escrow.disputedMsat < 0 { return "is in debt with its dispute" }
    if escrow.state.isHolding, held + Int128(feeLeft) != escrow.availableMsat {
      return "holds \(escrow.availableMsat) for \(held) and a fee of \(feeLeft)"
    }
    if escrow.state == .disputed, held + Int128(feeLeft) != escrow.disputedMsat {
      return "disputes \(escrow.disputedMsat) of \(held) and a fee of \(feeLeft)"
    }
    if (escrow.state == .disputed) != (escrow.disputedMsat > 0) {
      return "is \(escrow.state) with \(escrow.disputedMsat) in dispute"
    }
    if escrow.state.isFinal, escrow.availableMsat != 0 { return "ended with money" }
    return nil
  }
}

/// An escrow with its milestones, and every move that the two can make together.
///
/// Pure: no clock, no storage. Each move either refuses and changes nothing, or changes the case
/// and tells what has to move in the ledger.
struct EscrowCase: Hashable, Sendable {
  private(set) var escrow: Escrow
  /// By position.
  private(set) var milestones: [Milestone]

  init(escrow: Escrow, milestones: [Milestone]) {
    self.escrow = escrow
    self.milestones = milestones.sorted { $0.position < $1.position }
    checkInvariants()
  }

  /// Where a payment goes. The two add up to what was paid.
  struct Intake: Hashable {
    let toEscrowMsat: Int64
    let toClientMsat: Int64
  }

  /// What leaves the escrow for the freelancer: `grossMsat`, of which `feeMsat` is the platform's.
  struct Payment: Hashable {
    let grossMsat: Int64
    let feeMsat: Int64
    let titles: [String]
    var netMsat: Int64 { grossMsat - feeMsat }
  }

  /// Who asks for a refund, and with which right.
  enum RefundClaim: Hashable {
    /// The freelancer gives the money back: always allowed.
    case byFreelancer
    /// The client takes it back: only after deadline and grace, with nothing submitted or released.
    case byClient
    /// An admin decides.
    case byAdmin
  }

  // MARK: Paying in

  /// An invoice over what is due went out.
  mutating func issueInvoice(at now: Timestamp) throws(EscrowError) {
    switch escrow.state {
    case .created: escrow.state = .awaitingPayment
    case .awaitingPayment, .partiallyFunded: break
    case .paidLocked, .inReview, .partiallyReleased, .released, .refunded, .cancelled:
      throw .illegalTransition(from: escrow.state, move: "fund")
    }
    escrow.invoicesMade += 1
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
      if paidMsat > kept { escrow.isOverpaid = true }
      if escrow.dueMsat == 0 { lock() } else { escrow.state = .partiallyFunded }
      return Intake(toEscrowMsat: kept, toClientMsat: paidMsat - kept)
    case .paidLocked, .inReview, .partiallyReleased:
      escrow.isOverpaid = true
      return Intake(toEscrowMsat: 0, toClientMsat: paidMsat)
    case .released, .refunded, .cancelled:
      escrow.isPaidLate = true
      return Intake(toEscrowMsat: 0, toClientMsat: paidMsat)
    }
  }

  private mutating func lock() {
    escrow.state = .paidLocked
    for index in milestones.indices { milestones[index].state = .funded }
  }

  // MARK: Work

  /// The freelancer delivered milestone `position`.
  mutating func submit(
    position: Int16, note: String, at now: Timestamp
  ) throws(EscrowError) {
    let index = try index(of: position)
    guard escrow.state.isHolding else {
      throw .illegalTransition(from: escrow.state, move: "submit")
    }
    guard milestones[index].state == .funded else {
      throw .milestoneNotOpen(position: position, state: milestones[index].state)
    }
    milestones[index].state = .submitted
    milestones[index].deliveryNote = note
    milestones[index].submittedAt = now
    if escrow.state == .paidLocked { escrow.state = .inReview }
    touch(now)
  }

  // MARK: Paying out

  /// The client approved milestone `position`.
  mutating func release(position: Int16, at now: Timestamp) throws(EscrowError) -> Payment {
    let index = try index(of: position)
    guard escrow.state.isHolding else {
      throw .illegalTransition(from: escrow.state, move: "release")
    }
    guard milestones[index].state.isHeld else {
      throw .milestoneNotOpen(position: position, state: milestones[index].state)
    }
    return pay([index], at: now)
  }

  /// The client approved all that is still held.
  mutating func releaseAll(at now: Timestamp) throws(EscrowError) -> Payment {
    guard escrow.state.isHolding else {
      throw .illegalTransition(from: escrow.state, move: "release")
    }
    return pay(milestones.indices.filter { milestones[$0].state.isHeld }, at: now)
  }

  /// All that is held goes back to the client. Returns millisatoshis.
  mutating func refund(
    _ claim: RefundClaim, graceSeconds: Int64, at now: Timestamp
  ) throws(EscrowError) -> Int64 {
    guard escrow.state.isHolding else {
      throw .illegalTransition(from: escrow.state, move: "refund")
    }
    switch claim {
    case .byFreelancer, .byAdmin: break
    case .byClient:
      let due = escrow.deadline.adding(seconds: graceSeconds)
      guard escrow.state == .paidLocked, now >= due else { throw .refundNotDue(until: due) }
    }
    return giveBack(milestonesBecome: .refunded, at: now)
  }

  /// The client gives up before everything was paid. Returns the millisatoshis that go back.
  mutating func cancel(at now: Timestamp) throws(EscrowError) -> Int64 {
    switch escrow.state {
    case .created, .awaitingPayment:
      for index in milestones.indices { milestones[index].state = .cancelled }
      escrow.state = .cancelled
      touch(now)
      return 0
    case .partiallyFunded:
      return giveBack(milestonesBecome: .cancelled, at: now)
    case .paidLocked, .inReview, .partiallyReleased, .released, .refunded, .cancelled:
      throw .illegalTransition(from: escrow.state, move: "cancel")
    }
  }

  // MARK: Inside

  private mutating func pay(_ indices: [Int], at now: Timestamp) -> Payment {
    var gross: Int64 = 0
    for index in indices {
      gross += milestones[index].amountMsat
      milestones[index].state = .released
    }
    escrow.releasedMsat += gross
    // Cumulative: the fees of the parts add up to the fee of the whole, whatever the parts are.
    let feeSoFar = Share.floor(
      of: escrow.releasedMsat, basisPoints: Int64(escrow.feeBasisPoints))
    let fee = feeSoFar - escrow.feeTakenMsat
    escrow.feeTakenMsat = feeSoFar
    escrow.state = escrow.availableMsat == 0 ? .released : .partiallyReleased
    touch(now)
    return Payment(grossMsat: gross, feeMsat: fee, titles: indices.map { milestones[$0].title })
  }

  private mutating func giveBack(milestonesBecome state: MilestoneState, at now: Timestamp) -> Int64
  {
    let rest = escrow.availableMsat
    escrow.refundedMsat += rest
    for index in milestones.indices where milestones[index].state != .released {
      milestones[index].state = state
    }
    escrow.state = .refunded
    touch(now)
    return rest
  }

  private func index(of position: Int16) throws(EscrowError) -> Int {
    guard let index = milestones.firstIndex(where: { $0.position == position }) else {
      throw .unknownMilestone(position: position)
    }
    return index
  }

  private mutating func touch(_ now: Timestamp) {
    escrow.version += 1
    escrow.updatedAt = now
    checkInvariants()
  }

  /// The same promises that the schema makes, checked on the way in and after every move.
  private func checkInvariants() {
    let held = milestones.filter(\.state.isHeld).reduce(0) { $0 + $1.amountMsat }
    let total = milestones.reduce(0) { $0 + $1.amountMsat }
    precondition(total == escrow.amountMsat, "milestones do not add up to escrow \(escrow.id)")
    precondition(escrow.availableMsat >= 0, "escrow \(escrow.id) is overspent")
    precondition(
      !escrow.state.isHolding || held == escrow.availableMsat,
      "escrow \(escrow.id) holds \(escrow.availableMsat) for milestones of \(held)")
    precondition(
      !escrow.state.isFinal || escrow.availableMsat == 0, "escrow \(escrow.id) ended with money")
  }
}

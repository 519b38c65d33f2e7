import Testing

@testable import PayLytServer

/// Random lives of escrows: everybody does whatever comes to their minds, right or wrong, and time
/// goes on. After each step the books must add up and no money may be made or lost.
@Suite("Random lives of escrows")
struct EscrowLivesTests {
  private struct Life {
    let world: World
    var random: SeededRandom
    var escrows: [UUID] = []
    var paidMsat: Int64 = 0
    var accepted: Set<String> = []

    init(seed: UInt64) {
      world = World(seed: seed)
      random = SeededRandom(seed: seed)
    }

    private mutating func chance(_ percent: Int) -> Bool {
      Int.random(in: 0..<100, using: &random) < percent
    }

    mutating func open() throws {
      let conditions = EscrowConditions(
        feePayer: FeePayer.allCases.randomElement(using: &random) ?? .split,
        inspectionSeconds: .random(in: 1...500_000, using: &random),
        revisionsMax: .random(in: 0...3, using: &random), isReturnedByTimer: chance(50))
      var terms = JobTerms.fixture.with(conditions)
      terms = JobTerms(
        title: "Job", description: "Work", steps: terms.steps,
        deadline: world.store.now.adding(seconds: .random(in: 1...500_000, using: &random)),
        conditions: conditions, fees: terms.fees)
      if let id = try world.accept(try world.job(terms)).job.escrow { escrows.append(id) }
    }

    mutating func step() throws {
      if escrows.isEmpty || chance(4) { try open() }
      world.store.now = world.store.now.adding(seconds: .random(in: 0...40_000, using: &random))
      guard let escrow = escrows.suffix(3).randomElement(using: &random) else { return }
      do {
        try act(on: escrow)
      } catch is any RefusalConvertible {
        // Refused: nothing has changed, and the books are looked at all the same.
      }
    }

    private mutating func did(_ command: some Command) throws {
      let name = "\(type(of: command))"
      try world.store.carryOut(command)
      accepted.insert(name)
    }

    private mutating func act(on id: UUID) throws {
      let callers: [Caller] = [.client, .client, .freelancer, .freelancer, .admin, .stranger]
      let caller = callers.randomElement(using: &random) ?? .client
      let held = world.held(id)
      let position = Int16.random(in: 1...2, using: &random)
      if held.escrow.state == .disputed, chance(60) { return try dispute(held.escrow, caller) }
      switch Int.random(in: 0..<24, using: &random) {
      case 0, 1, 2, 3: try pay(held.escrow)
      case 4, 5:
        try did(
          SubmitMilestone(
            caller: .freelancer, request: nil, escrow: id, position: position, note: "x"))
      case 6:
        try did(
          RequestRevision(
            caller: chance(50) ? .client : caller, request: nil, escrow: id, position: position,
            note: "x"))
      case 7:
        try did(
          ExtendInspection(
            caller: chance(50) ? .client : caller, request: nil, escrow: id, position: position,
            seconds: 1000))
      case 8:
        let amount = Int64.random(in: 1...40_000_000, using: &random)
        try did(ReleaseEscrow(caller: caller, request: nil, escrow: id, amountMsat: amount))
      case 9:
        try did(
          ReleaseMilestone(caller: caller, request: nil, escrow: id, position: position))
      case 10: if chance(20) { try did(ReleaseEscrow(caller: caller, request: nil, escrow: id)) }
      case 11:
        if chance(50) {
          try did(RefundEscrow(caller: caller, request: nil, escrow: id, reason: "x"))
        }
      case 12:
        if chance(20) { try did(CancelEscrow(caller: caller, request: nil, escrow: id)) }
      case 13:
        try did(
          ConsentCancel(
            caller: caller, request: nil, escrow: id, isWithdrawn: chance(50)))
      case 14:
        let amounts: [Int64] =
          chance(50)
          ? [1_000_000, 0]
          : chance(50) ? [2_000_000, 1_000] : held.milestones.map { $0.releasedMsat }
        try did(
          RestateEscrow(
            caller: caller, request: nil, escrow: id, amounts: amounts,
            deadline: chance(20) ? world.store.now.adding(seconds: 100_000) : nil,
            isWithdrawn: chance(10)))
      case 15: try freeze(held.escrow)
      case 16:
        let weights = (0..<Int.random(in: 0...3, using: &random)).map { number in
          SetPayees.Share(
            user: .entity(UInt64(number) + 2), weight: .random(in: 1...9, using: &random))
        }
        try did(
          SetPayees(caller: .freelancer, request: nil, escrow: id, shares: weights))
      case 17: try override(held.escrow)
      case 18, 19, 20: try dispute(held.escrow, caller)
      default: try fire()
      }
    }

    private mutating func pay(_ escrow: Escrow) throws {
      let invoice = try world.invoice(for: escrow)
      let msat = chance(60) ? invoice.amountMsat : .random(in: 1...90_000_000, using: &random)
      if case .applied = try world.pay(invoice, msat: msat) { paidMsat += msat }
    }

    private mutating func freeze(_ escrow: Escrow) throws {
      if escrow.isFrozen {
        try did(UnfreezeEscrow(caller: .admin, request: nil, escrow: escrow.id, reason: "x"))
      } else if chance(30) {
        try did(FreezeEscrow(caller: .admin, request: nil, escrow: escrow.id, reason: "x"))
      }
    }

    private mutating func override(_ escrow: Escrow) throws {
      guard chance(30) else { return }
      let part = Int64.random(in: 0...max(0, escrow.availableMsat), using: &random)
      for admin in [Caller.admin, .user(.entity(6), [.admin])] {
        try did(
          OverrideEscrow(
            caller: admin, request: nil, escrow: escrow.id, toFreelancerMsat: part,
            toClientMsat: escrow.availableMsat - part, reason: "x",
            approvalLimitMsat: chance(50) ? .max : 0))
      }
    }

    private mutating func dispute(_ escrow: Escrow, _ caller: Caller) throws {
      guard escrow.state == .disputed, let id = escrow.dispute else {
        return try did(OpenDispute(caller: caller, request: nil, escrow: escrow.id, reason: "x"))
      }
      let part = Int64.random(in: 0...escrow.disputedMsat, using: &random)
      let rest = escrow.disputedMsat - part
      let offers = world.store.row(Dispute.self, id)?.offersMade ?? 0
      switch Int.random(in: 0..<12, using: &random) {
      case 0:
        try did(
          AddEvidence(
            caller: caller, request: nil, dispute: id,
            file: .fixture(world.store.newID(), at: world.store.now), note: ""))
      case 1, 2, 3, 4:
        try did(
          ProposeSettlement(
            caller: caller, request: nil, dispute: id, toFreelancerMsat: part,
            toClientMsat: rest))
      case 5, 6:
        try did(AcceptSettlement(caller: caller, request: nil, dispute: id, offer: offers))
      case 7, 8:
        try did(RejectSettlement(caller: caller, request: nil, dispute: id, offer: offers))
      case 9: try did(WithdrawDispute(caller: caller, request: nil, dispute: id))
      default:
        try did(
          ResolveDispute(
            caller: .admin, request: nil, dispute: id, toFreelancerMsat: part,
            toClientMsat: rest, reason: "x", approvalLimitMsat: .max))
      }
    }

    /// Lets a timer go off, due or not.
    private mutating func fire() throws {
      // In their order, so that a seed tells the same life each time.
      let timers = world.store.rows(Timer.self).sorted { $0.id < $1.id }
      guard let timer = timers.randomElement(using: &random) else { return }
      switch timer.kind {
      case .fundingEnds:
        if chance(70) { try world.expireInvoices(of: timer.subject) }
        try did(EndFunding(escrow: timer.subject))
      case .reviewEnds:
        try did(ReleaseUnanswered(escrow: timer.subject, position: timer.part))
      case .refundDue: try did(ReturnUnstarted(escrow: timer.subject))
      case .evidenceEnds: try did(EndEvidence(dispute: timer.subject))
      case .jobEnds: try did(ExpireJob(job: timer.subject))
      case .uploadEnds: break
      }
    }
  }

  /// Everything that came in is somewhere: in a wallet, an escrow, or with the platform.
  @Test("no step makes or loses money", arguments: 1...60)
  func lives(seed: UInt64) throws {
    var life = Life(seed: seed)
    for step in 1...150 {
      try life.step()
      let books = life.world.store.rows(Account.self)
      let owed = books.filter { $0.kind != .providerFloat }.reduce(0) { $0 + $1.balance }
      #expect(owed == life.paidMsat, "step \(step)")
      for id in life.escrows {
        let held = life.world.held(id)
        #expect(life.world.store.balance(held.escrow.account) == held.escrow.availableMsat)
        #expect(
          life.world.store.balance(held.escrow.disputedAccount) == held.escrow.disputedMsat)
      }
    }
    #expect(life.world.store.discrepancies.isEmpty)
  }

  @Test("the lives reach every command")
  func coverage() throws {
    var accepted: Set<String> = []
    for seed in UInt64(1)...60 {
      var life = Life(seed: seed)
      for _ in 1...150 { try life.step() }
      accepted.formUnion(life.accepted)
    }
    #expect(accepted.count >= 25, "\(accepted.sorted())")
  }
}

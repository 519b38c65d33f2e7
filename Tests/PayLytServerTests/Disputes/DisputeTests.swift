import Testing

@testable import PayLytServer

/// The commands on a dispute, as a column of a table.
enum DisputeAction: CaseIterable, Hashable {
  case evidence, propose, accept, reject, withdraw, rule

  var method: String {
    switch self {
    case .evidence: AddEvidence.method
    case .propose: ProposeSettlement.method
    case .accept: AcceptSettlement.method
    case .reject: RejectSettlement.method
    case .withdraw: WithdrawDispute.method
    case .rule: ResolveDispute.method
    }
  }

  func carryOut(_ store: MemoryStore, _ dispute: UUID, as caller: Caller) throws {
    switch self {
    case .evidence:
      try store.carryOut(
        AddEvidence(
          caller: caller, request: nil, dispute: dispute, file: .fixture(store.newID()), note: ""))
    case .propose:
      try store.carryOut(
        ProposeSettlement(
          caller: caller, request: nil, dispute: dispute, toFreelancerMsat: 40_000_000,
          toClientMsat: 60_000_000))
    case .accept:
      try store.carryOut(
        AcceptSettlement(caller: caller, request: nil, dispute: dispute, offer: 1))
    case .reject:
      try store.carryOut(
        RejectSettlement(caller: caller, request: nil, dispute: dispute, offer: 1))
    case .withdraw:
      try store.carryOut(WithdrawDispute(caller: caller, request: nil, dispute: dispute))
    case .rule:
      try store.carryOut(ResolveDispute.fixture(dispute, caller, toFreelancerMsat: 30_000_000))
    }
  }
}

extension ResolveDispute {
  /// A ruling over 100 000 000 msat, alone unless `limitMsat` is less.
  static func fixture(
    _ dispute: UUID, _ caller: Caller, toFreelancerMsat: Int64, limitMsat: Int64 = .max
  ) -> ResolveDispute {
    ResolveDispute(
      caller: caller, request: nil, dispute: dispute, toFreelancerMsat: toFreelancerMsat,
      toClientMsat: 100_000_000 - toFreelancerMsat, reason: "as agreed",
      approvalLimitMsat: limitMsat)
  }
}

extension StoredFile {
  static func fixture(_ id: UUID, at now: Timestamp = .start) -> StoredFile {
    StoredFile(
      id: id, name: "a.png", contentType: "image/png", sizeBytes: 1,
      sha256: [UInt8](repeating: 1, count: 32), uploader: .entity(1), createdAt: now)
  }
}

/// What each caller hears of each action in an open dispute that the client has opened and in which
/// the freelancer has made an offer.
struct DisputeRule: Sendable, CustomTestStringConvertible {
  let action: DisputeAction
  let caller: Caller
  /// nil when it is accepted.
  let reason: String?
  var testDescription: String { "\(action) by \(caller.name): \(reason ?? "accepted")" }

  static let all: [DisputeRule] = [
    .init(action: .evidence, caller: .client, reason: nil),
    .init(action: .evidence, caller: .freelancer, reason: nil),
    .init(action: .evidence, caller: .admin, reason: "NOT_A_PARTY"),
    .init(action: .propose, caller: .client, reason: nil),
    .init(action: .propose, caller: .freelancer, reason: nil),
    .init(action: .propose, caller: .admin, reason: "NOT_A_PARTY"),
    .init(action: .accept, caller: .client, reason: nil),
    .init(action: .accept, caller: .freelancer, reason: "OWN_OFFER"),
    .init(action: .accept, caller: .admin, reason: "NOT_A_PARTY"),
    .init(action: .reject, caller: .client, reason: nil),
    .init(action: .reject, caller: .freelancer, reason: "OWN_OFFER"),
    .init(action: .reject, caller: .admin, reason: "NOT_A_PARTY"),
    .init(action: .withdraw, caller: .client, reason: nil),
    .init(action: .withdraw, caller: .freelancer, reason: "NOT_THE_OPENER"),
    .init(action: .withdraw, caller: .admin, reason: "NOT_A_PARTY"),
    .init(action: .rule, caller: .client, reason: "NOT_AN_ADMIN"),
    .init(action: .rule, caller: .freelancer, reason: "NOT_AN_ADMIN"),
    .init(action: .rule, caller: .admin, reason: nil),
    .init(
      action: .rule, caller: .user(.entity(1), [.client, .admin]), reason: "OWN_CASE"),
  ]
}

@Suite("Disputes")
struct DisputeTests {
  /// An escrow over 100 000 sats that the client has put into dispute.
  static func disputed(
    _ state: EscrowState = .inReview, by caller: Caller = .client
  ) throws -> (World, Dispute) {
    let world = World()
    let escrow = try world.escrow(in: state).escrow
    let dispute = try world.store.carryOut(
      OpenDispute(caller: caller, request: nil, escrow: escrow.id, reason: "It is late."))
    return (world, dispute)
  }

  static func offered() throws -> (World, Dispute) {
    let (world, dispute) = try disputed()
    try DisputeAction.propose.carryOut(world.store, dispute.id, as: .freelancer)
    return (world, try #require(world.store.row(Dispute.self, dispute.id)))
  }

  @Test("opening one freezes all that is held, on an account of its own")
  func open() throws {
    let (world, dispute) = try Self.disputed()
    let held = world.held(dispute.escrow)
    #expect(held.escrow.state == .disputed && held.escrow.dispute == dispute.id)
    #expect(dispute.frozenMsat == 100_000_000 && dispute.openedBy == .client)
    #expect(world.store.balance(held.escrow.account) == 0)
    #expect(world.store.balance(held.escrow.disputedAccount) == 100_000_000)
    #expect(world.store.rows(Timer.self).contains { $0.kind == .evidenceEnds })
    #expect(world.store.events.last?.type == "dispute.opened")
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("only the two may open one, and only where money is held", arguments: EscrowState.allCases)
  func whereToOpen(state: EscrowState) throws {
    let isOpen = state.isHolding
    for (caller, reason) in [
      (Caller.client, isOpen ? nil : "ILLEGAL_TRANSITION"),
      (.freelancer, isOpen ? nil : "ILLEGAL_TRANSITION"), (.admin, "NOT_A_PARTY"),
      (.stranger, "NOT_FOUND"),
    ] {
      let world = World()
      let escrow = try world.escrow(in: state).escrow.id
      let before = world.store.contents
      let refusal = world.store.refusal(
        of: OpenDispute(caller: caller, request: nil, escrow: escrow, reason: "x"))
      #expect(refusal?.reason == reason, "\(caller.name)")
      #expect((world.store.contents == before) == (reason != nil))
    }
  }

  @Test("frozen money stays frozen, whoever asks for it")
  func frozen() throws {
    let (world, dispute) = try Self.disputed()
    let before = world.store.contents
    for action in EscrowAction.allCases where action != .fund {
      for caller in [Caller.client, .freelancer, .admin] {
        #expect(throws: (any Error).self) {
          try action.carryOut(world, dispute.escrow, as: caller)
        }
      }
    }
    #expect(world.store.contents == before)
  }

  @Test("of an escrow that the operators have frozen, nothing leaves by an offer, but by a ruling")
  func frozenEscrow() throws {
    let (world, dispute) = try Self.offered()
    try world.store.carryOut(
      FreezeEscrow(caller: .admin, request: nil, escrow: dispute.escrow, reason: "fraud"))
    let before = world.store.contents
    let accept = AcceptSettlement(caller: .client, request: nil, dispute: dispute.id, offer: 1)
    #expect(world.store.refusal(of: accept)?.reason == "ESCROW_FROZEN")
    #expect(world.store.contents == before)
    try world.store.carryOut(
      ResolveDispute.fixture(dispute.id, .admin, toFreelancerMsat: 30_000_000))
    #expect(world.held(dispute.escrow).escrow.state == .split)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("each caller is heard as in the table", arguments: DisputeRule.all)
  func rules(rule: DisputeRule) throws {
    let (world, dispute) = try Self.offered()
    let before = world.store.contents
    do {
      try rule.action.carryOut(world.store, dispute.id, as: rule.caller)
      #expect(rule.reason == nil)
    } catch let error as any RefusalConvertible {
      #expect(error.refusal.reason == rule.reason)
      #expect(world.store.contents == before)
    }
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("nobody else learns that there is one", arguments: DisputeAction.allCases)
  func stranger(action: DisputeAction) throws {
    let (world, dispute) = try Self.offered()
    #expect(throws: Refusal.notFound("dispute \(dispute.id)")) {
      try action.carryOut(world.store, dispute.id, as: .stranger)
    }
  }

  @Test("a closed one refuses everything", arguments: DisputeAction.allCases)
  func closed(action: DisputeAction) throws {
    for end in [DisputeAction.accept, .withdraw, .rule] {
      let (world, dispute) = try Self.offered()
      try end.carryOut(world.store, dispute.id, as: end == .rule ? .admin : .client)
      let before = world.store.contents
      do {
        try action.carryOut(
          world.store, dispute.id, as: action == .rule ? .admin : .client)
        Issue.record("\(action) after \(end)")
      } catch let error as any RefusalConvertible {
        #expect(error.refusal.reason == "DISPUTE_CLOSED", "\(action) after \(end)")
      }
      #expect(world.store.contents == before)
    }
  }

  @Test(
    "a division pays both in one transaction, exactly",
    arguments: [
      // to the freelancer, what is left of it after the fee, the escrow's end
      (Int64(0), Int64(0), EscrowState.refunded), (100_000_000, 97_500_000, .released),
      (30_000_000, 29_250_000, .split), (1, 1, .split), (99_999_999, 97_500_000, .split),
    ])
  func division(toFreelancer: Int64, net: Int64, end: EscrowState) throws {
    let (world, dispute) = try Self.disputed()
    let ruled = try world.store.carryOut(
      ResolveDispute.fixture(dispute.id, .admin, toFreelancerMsat: toFreelancer))
    #expect(ruled.state == .ruled && ruled.decidedMsat == toFreelancer)
    let held = world.held(dispute.escrow)
    #expect(held.escrow.state == end)
    #expect(world.store.wallet(.entity(2)) == net)
    #expect(world.store.wallet(.entity(1)) == 100_000_000 - toFreelancer)
    #expect(
      world.store.balance(.platform(.fees, asset: .btc, stripe: 0)) == toFreelancer - net)
    #expect(world.store.balance(held.escrow.disputedAccount) == 0)
    let receipts = world.store.rows(Receipt.self)
    #expect(receipts.reduce(0) { $0 + $1.grossMsat } == 100_000_000)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test(
    "parts that do not add up are refused, whoever sends them",
    arguments: [
      (Int64(100_000_000), Int64(1)), (0, 99_999_999), (-1, 100_000_001), (.max, .max),
      (50_000_000, 49_999_999),
    ])
  func unbalanced(toFreelancer: Int64, toClient: Int64) throws {
    let (world, dispute) = try Self.disputed()
    let before = world.store.contents
    let ruling = ResolveDispute(
      caller: .admin, request: nil, dispute: dispute.id, toFreelancerMsat: toFreelancer,
      toClientMsat: toClient, reason: "x", approvalLimitMsat: .max)
    let offer = ProposeSettlement(
      caller: .client, request: nil, dispute: dispute.id, toFreelancerMsat: toFreelancer,
      toClientMsat: toClient)
    #expect(world.store.refusal(of: ruling)?.reason == "PARTS_DO_NOT_ADD_UP")
    #expect(world.store.refusal(of: offer)?.reason == "PARTS_DO_NOT_ADD_UP")
    #expect(world.store.contents == before)
  }

  @Test("accepting takes the offer that was read, not another one")
  func offers() throws {
    let (world, dispute) = try Self.offered()
    try world.store.carryOut(
      ProposeSettlement(
        caller: .freelancer, request: nil, dispute: dispute.id, toFreelancerMsat: 90_000_000,
        toClientMsat: 10_000_000))
    let stale = AcceptSettlement(caller: .client, request: nil, dispute: dispute.id, offer: 1)
    #expect(world.store.refusal(of: stale)?.reason == "OFFER_GONE")
    let settled = try world.store.carryOut(
      AcceptSettlement(caller: .client, request: nil, dispute: dispute.id, offer: 2))
    #expect(settled.state == .settled && settled.decidedMsat == 90_000_000)
    #expect(world.store.wallet(.entity(1)) == 10_000_000)
  }

  @Test("each side may offer so often, whatever the other one does, and then waits for the ruling")
  func offersUsedUp() throws {
    let (world, dispute) = try Self.disputed()
    for caller in [Caller.freelancer, .client] {
      for _ in 0..<DisputeLimits.offersMax {
        try DisputeAction.propose.carryOut(world.store, dispute.id, as: caller)
      }
      let before = world.store.contents
      #expect(throws: DisputeError.offersUsedUp) {
        try DisputeAction.propose.carryOut(world.store, dispute.id, as: caller)
      }
      #expect(world.store.contents == before)
    }
    try DisputeAction.rule.carryOut(world.store, dispute.id, as: .admin)
  }

  @Test("a rejected offer is gone, and another one may follow")
  func rejected() throws {
    let (world, dispute) = try Self.offered()
    try DisputeAction.reject.carryOut(world.store, dispute.id, as: .client)
    #expect(
      world.store.refusal(
        of: AcceptSettlement(caller: .client, request: nil, dispute: dispute.id, offer: 1))?
        .reason == "OFFER_GONE")
    try DisputeAction.propose.carryOut(world.store, dispute.id, as: .client)
    try world.store.carryOut(
      AcceptSettlement(caller: .freelancer, request: nil, dispute: dispute.id, offer: 2))
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test(
    "taken back, all is as before and the clock goes on", arguments: [Caller.client, .freelancer])
  func withdrawn(caller: Caller) throws {
    let (world, dispute) = try Self.disputed(.inReview, by: caller)
    let until = try #require(world.held(dispute.escrow).milestones[0].reviewUntil)
    world.store.now = world.store.now.adding(seconds: 3 * 86_400)
    try world.store.carryOut(
      WithdrawDispute(caller: caller, request: nil, dispute: dispute.id))
    let held = world.held(dispute.escrow)
    #expect(held.escrow.state == .inReview && held.escrow.disputedMsat == 0)
    #expect(held.milestones[0].reviewUntil == until.adding(seconds: 3 * 86_400))
    #expect(world.store.balance(held.escrow.account) == 100_000_000)
    #expect(world.store.discrepancies.isEmpty)
    // Another one may follow.
    try world.store.carryOut(
      OpenDispute(caller: .freelancer, request: nil, escrow: dispute.escrow, reason: "again"))
  }

  @Test("above the limit, two admins must decide the same")
  func twoAdmins() throws {
    let (world, dispute) = try Self.disputed()
    let other = Caller.user(.entity(5), [.admin])
    func rule(_ caller: Caller, _ amount: Int64) throws -> Dispute {
      try world.store.carryOut(
        ResolveDispute.fixture(
          dispute.id, caller, toFreelancerMsat: amount, limitMsat: 99_999_999))
    }
    #expect(try rule(.admin, 10_000_000).state == .open)
    #expect(throws: DisputeError.secondApproverNeeded) { _ = try rule(.admin, 10_000_000) }
    // Another sum is a proposal of one's own.
    #expect(try rule(other, 20_000_000).proposal?.by == .entity(5))
    #expect(world.held(dispute.escrow).escrow.state == .disputed)
    #expect(try rule(.admin, 20_000_000).state == .ruled)
    #expect(world.store.wallet(.entity(2)) == 19_500_000)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("after the time for evidence it waits for a ruling, and takes no more files")
  func evidenceEnds() throws {
    let (world, dispute) = try Self.disputed()
    let early = try world.store.carryOut(EndEvidence(dispute: dispute.id))
    #expect(early.changed == nil && early.timer == .again(at: dispute.evidenceUntil))
    world.store.now = dispute.evidenceUntil
    #expect(throws: DisputeError.evidenceOver) {
      try DisputeAction.evidence.carryOut(world.store, dispute.id, as: .client)
    }
    let moved = try world.store.carryOut(EndEvidence(dispute: dispute.id))
    #expect(moved.changed?.state == .underReview && moved.timer == .done)
    let again = try world.store.carryOut(EndEvidence(dispute: dispute.id))
    #expect(again.changed == nil && again.timer == .done)
    try DisputeAction.rule.carryOut(world.store, dispute.id, as: .admin)
  }

  @Test("each side brings a bounded number of files")
  func evidenceFull() throws {
    let (world, dispute) = try Self.disputed()
    for _ in 0..<FileLimits.filesMax {
      try DisputeAction.evidence.carryOut(world.store, dispute.id, as: .client)
    }
    #expect(throws: DisputeError.evidenceFull) {
      try DisputeAction.evidence.carryOut(world.store, dispute.id, as: .client)
    }
    try DisputeAction.evidence.carryOut(world.store, dispute.id, as: .freelancer)
  }

  @Test("the fee that a client has paid in is divided with the rest")
  func clientFee() throws {
    let world = World()
    let conditions = EscrowConditions(
      feePayer: .client, inspectionSeconds: 60, revisionsMax: 0, isReturnedByTimer: false)
    let escrow = try world.escrow(in: .paidLocked, conditions).escrow
    #expect(escrow.fundedMsat == 102_500_000)
    let dispute = try world.store.carryOut(
      OpenDispute(caller: .client, request: nil, escrow: escrow.id, reason: "x"))
    #expect(dispute.frozenMsat == 102_500_000)
    try world.store.carryOut(
      ResolveDispute(
        caller: .admin, request: nil, dispute: dispute.id, toFreelancerMsat: 51_250_000,
        toClientMsat: 51_250_000, reason: "half", approvalLimitMsat: .max))
    #expect(world.store.wallet(.entity(2)) == 50_000_000)
    #expect(world.store.wallet(.entity(1)) == 51_250_000)
    #expect(world.store.balance(.platform(.fees, asset: .btc, stripe: 0)) == 1_250_000)
    #expect(world.store.discrepancies.isEmpty)
  }
}

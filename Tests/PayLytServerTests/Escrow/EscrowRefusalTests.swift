import Testing

@testable import PayLytServer

/// What no state of an escrow forbids, and its people or its past do.
@Suite("Moves of an escrow that its people forbid")
struct EscrowRefusalTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  /// Of 100 000 000 msat.
  private func override(
    _ escrow: UUID, toFreelancer amount: Int64 = 30_000_000, by caller: Caller = .admin,
    limit: Int64 = 99_999_999
  ) -> OverrideEscrow {
    OverrideEscrow(
      caller: caller, request: nil, escrow: escrow, toFreelancerMsat: amount,
      toClientMsat: 100_000_000 - amount, reason: "x", approvalLimitMsat: limit)
  }

  @Test(
    "nobody decides over an escrow of their own, whatever the amount",
    arguments: [UUID.entity(1), .entity(2)], [Int64(0), .max])
  func ownCase(party: UUID, limit: Int64) throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let before = store.contents
    let own = override(escrow, by: .user(party, [.client, .freelancer, .admin]), limit: limit)
    #expect(store.refusal(of: own)?.reason == "OWN_CASE")
    #expect(store.contents == before)
    try store.carryOut(override(escrow, limit: .max))
    #expect(world.held(escrow).escrow.state == .split)
  }

  @Test("above the limit one admin proposes, and only another one confirms just that")
  func twoAdmins() throws {
    let escrow = try world.escrow(in: .inReview).escrow.id
    let other = Caller.user(.entity(5), [.admin])
    try store.carryOut(override(escrow))
    let before = store.contents
    for _ in 1...2 {
      #expect(store.refusal(of: override(escrow))?.reason == "SECOND_APPROVER_NEEDED")
    }
    #expect(store.contents == before)
    // Another division is a proposal of its own, and the first admin may confirm it.
    try store.carryOut(override(escrow, toFreelancer: 40_000_000, by: other))
    #expect(world.held(escrow).escrow.state == .inReview)
    let again = override(escrow, toFreelancer: 40_000_000, by: other)
    #expect(store.refusal(of: again)?.reason == "SECOND_APPROVER_NEEDED")
    try store.carryOut(override(escrow, toFreelancer: 40_000_000))
    #expect(world.held(escrow).escrow.state == .split)
    #expect(store.wallet(.entity(2)) == 39_000_000)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a side that takes back what it never agreed to is not in the way of two admins")
  func withdrawnBetween() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    try store.carryOut(
      FreezeEscrow(caller: .admin, request: nil, escrow: escrow, reason: "x"))
    try store.carryOut(override(escrow))
    try store.carryOut(
      RestateEscrow(
        caller: .client, request: nil, escrow: escrow, amounts: [], isWithdrawn: true))
    try store.carryOut(override(escrow, by: .user(.entity(5), [.admin])))
    #expect(store.events.last?.type == "escrow.overridden")
    #expect(world.held(escrow).escrow.state == .split && store.discrepancies.isEmpty)
  }

  @Test("nor is a freelancer who says again and again with whom they share")
  func touchedBetween() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    try store.carryOut(override(escrow))
    try store.carryOut(
      SetPayees(caller: .freelancer, request: nil, escrow: escrow, shares: []))
    try store.carryOut(override(escrow, by: .user(.entity(5), [.admin])))
    #expect(world.held(escrow).escrow.state == .split && store.discrepancies.isEmpty)
  }

  @Test(
    "what an admin proposed counts while they are one, not stopped, and for 14 days",
    arguments: ["dismissed", "stopped", "long ago"])
  func staleProposal(why: String) throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    store.put(User.fixture(4, roles: .admin))
    try store.carryOut(override(escrow))
    var first = User.fixture(4, roles: why == "dismissed" ? .client : .admin)
    if why == "stopped" { try first.setFrozen(true, at: .start) }
    store.put(first)
    if why == "long ago" { store.now = store.now.adding(seconds: AuthLimits.proposalSeconds) }
    try store.carryOut(override(escrow, by: .user(.entity(5), [.admin])))
    #expect(store.events.last?.type == "escrow.override_proposed")
    #expect(world.held(escrow).escrow.state == .paidLocked)
    store.put(User.fixture(5, roles: .admin))
    try store.carryOut(override(escrow, by: .user(.entity(6), [.admin])))
    #expect(world.held(escrow).escrow.state == .split && store.discrepancies.isEmpty)
  }

  @Test("what was proposed before the escrow moved on has to be proposed again")
  func moved() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    try store.carryOut(override(escrow))
    try store.carryOut(
      SubmitMilestone(caller: .freelancer, request: nil, escrow: escrow, position: 1, note: "x"))
    let other = Caller.user(.entity(5), [.admin])
    try store.carryOut(override(escrow, by: other))
    #expect(world.held(escrow).escrow.state == .inReview)
    try store.carryOut(override(escrow))
    #expect(world.held(escrow).escrow.state == .split)
  }

  @Test("the client prolongs a review once, and then only the freelancer does")
  func prolonged() throws {
    let escrow = try world.escrow(in: .inReview).escrow.id
    func prolong(_ caller: Caller) -> ExtendInspection {
      ExtendInspection(
        caller: caller, request: nil, escrow: escrow, position: 1, seconds: 60)
    }
    try store.carryOut(prolong(.client))
    for _ in 1...2 {
      let before = store.contents
      #expect(store.refusal(of: prolong(.client))?.reason == "INSPECTION_PROLONGED")
      #expect(store.contents == before)
      try store.carryOut(prolong(.freelancer))
    }
  }

  @Test("of a milestone no more is released than is left of it")
  func overHeld() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    func release(_ amountMsat: Int64) -> ReleaseMilestone {
      ReleaseMilestone(
        caller: .client, request: nil, escrow: escrow, position: 1, amountMsat: amountMsat)
    }
    #expect(store.refusal(of: release(60_001_000))?.reason == "AMOUNT_OVER_HELD")
    try store.carryOut(release(20_000_000))
    let before = store.contents
    #expect(store.refusal(of: release(40_001_000))?.reason == "AMOUNT_OVER_HELD")
    #expect(store.contents == before)
    try store.carryOut(release(40_000_000))
    #expect(store.discrepancies.isEmpty)
  }

  @Test(
    "only the freelancer says who shares, whichever roles the others have",
    arguments: [
      (Caller.user(.entity(1), [.client, .freelancer]), "NOT_THE_FREELANCER"),
      (.admin, "NOT_THE_FREELANCER"), (.stranger, "NOT_FOUND"),
    ])
  func payees(caller: Caller, reason: String) throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let before = store.contents
    let share = SetPayees(
      caller: caller, request: nil, escrow: escrow, shares: [.init(user: .entity(1), weight: 1)])
    #expect(store.refusal(of: share)?.reason == reason)
    #expect(store.contents == before)
  }

  @Test(
    "a smaller scope is worth no more than what was paid, with the client's fee",
    arguments: [
      (FeePayer.freelancer, [Int64(30_000_000), 0], String?.none),
      (.freelancer, [30_000_001, 0], "SCOPE_OVER_FUNDED"),
      (.freelancer, [15_000_000, 15_000_001], "SCOPE_OVER_FUNDED"),
      (.freelancer, [60_000_000, 40_000_000], "SCOPE_OVER_FUNDED"),
      (.client, [29_268_292, 0], nil), (.client, [29_268_300, 0], "SCOPE_OVER_FUNDED"),
      (.client, [30_000_000, 0], "SCOPE_OVER_FUNDED"),
    ])
  func scope(payer: FeePayer, amounts: [Int64], reason: String?) throws {
    let conditions = EscrowConditions(
      feePayer: payer, inspectionSeconds: 60, revisionsMax: 0, isReturnedByTimer: false)
    // 30 000 000 msat were paid.
    let escrow = try world.escrow(in: .partiallyFunded, conditions).escrow.id
    let before = store.contents
    for caller in [Caller.client, .freelancer] {
      let restate = RestateEscrow(
        caller: caller, request: nil, escrow: escrow, amounts: amounts)
      #expect(store.refusal(of: restate)?.reason == reason)
    }
    #expect((store.contents == before) == (reason != nil))
    #expect(world.held(escrow).escrow.state == (reason == nil ? .paidLocked : .partiallyFunded))
    #expect(store.discrepancies.isEmpty)
  }
}

import Testing

@testable import PayLytServer

@Suite("Rulings that another admin is to confirm")
struct ProposedRulingTests {
  @Test("who hears of a proposed ruling does not escape it; the two may still settle")
  func proposedRuling() throws {
    let (world, dispute) = try DisputeTests.offered()
    try world.store.carryOut(
      ResolveDispute.fixture(
        dispute.id, .admin, toFreelancerMsat: 10_000_000, limitMsat: 99_999_999))
    let withdrawal = WithdrawDispute(caller: .client, request: nil, dispute: dispute.id)
    #expect(world.store.refusal(of: withdrawal)?.reason == "RULING_PROPOSED")
    try DisputeAction.accept.carryOut(world.store, dispute.id, as: .client)
    #expect(world.store.row(Dispute.self, dispute.id)?.state == .settled)
  }

  @Test(
    "what counts no more holds nobody back",
    arguments: [true, false])
  func withdrawn(isStopped: Bool) throws {
    let (world, dispute) = try DisputeTests.disputed()
    try world.store.carryOut(
      ResolveDispute.fixture(
        dispute.id, .user(.entity(4), .admin), toFreelancerMsat: 10_000_000, limitMsat: 99_999_999))
    let withdrawal = WithdrawDispute(caller: .client, request: nil, dispute: dispute.id)
    if isStopped {
      var admin = User.fixture(4, roles: .admin)
      try admin.setFrozen(true, at: .start)
      world.store.put(admin)
    } else {
      world.store.now = world.store.now.adding(seconds: AuthLimits.proposalSeconds - 1)
      #expect(world.store.refusal(of: withdrawal)?.reason == "RULING_PROPOSED")
      world.store.now = world.store.now.adding(seconds: 1)
    }
    #expect(try world.store.carryOut(withdrawal).state == .withdrawn)
  }

  @Test("a ruling that was proposed long ago is proposed anew")
  func lapsed() throws {
    let (world, dispute) = try DisputeTests.disputed()
    func rule(by admin: UInt64) throws -> DisputeState {
      try world.store.carryOut(
        ResolveDispute.fixture(
          dispute.id, .user(.entity(admin), .admin), toFreelancerMsat: 10_000_000,
          limitMsat: 99_999_999)
      ).state
    }
    let before = try rule(by: 4)
    world.store.now = world.store.now.adding(seconds: AuthLimits.proposalSeconds)
    #expect(try rule(by: 5) == before)
    #expect(try rule(by: 4) == .ruled)
  }

  @Test("a ruling that was proposed by who is no admin any more is confirmed by nobody")
  func dismissed() throws {
    let (world, dispute) = try DisputeTests.disputed()
    func rule(by admin: UInt64) throws -> Dispute {
      try world.store.carryOut(
        ResolveDispute.fixture(
          dispute.id, .user(.entity(admin), .admin), toFreelancerMsat: 10_000_000,
          limitMsat: 99_999_999))
    }
    #expect(try rule(by: 4).proposal?.by == .entity(4))
    world.store.put(User.fixture(4, roles: .client))
    #expect(try rule(by: 5).proposal?.by == .entity(5))
    #expect(try rule(by: 6).state == .ruled)
  }
}

import Testing

@testable import PayLytServer

@Suite("What those who share an escrow may not do with it")
struct PayeeRightsTests {
  private let world = World()
  private static let everything: Int64 = 100_000_000

  /// The freelancer shares with user 3, who became an admin since.
  private func shared() throws -> UUID {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    try world.store.carryOut(
      SetPayees(
        caller: .freelancer, request: nil, escrow: escrow,
        shares: [.init(user: .entity(3), weight: 1), .init(user: .entity(2), weight: 1)]))
    return escrow
  }

  private func override(
    _ escrow: UUID, by admin: UUID, limitMsat: Int64 = everything
  ) -> OverrideEscrow {
    OverrideEscrow(
      caller: .user(admin, .admin), request: nil, escrow: escrow,
      toFreelancerMsat: Self.everything, toClientMsat: 0, reason: "x",
      approvalLimitMsat: limitMsat)
  }

  @Test("a freelancer cannot make admins partial: none of them is named", arguments: [true, false])
  func admins(isStopped: Bool) throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    var admin = User.fixture(3, roles: .admin)
    if isStopped { try admin.setFrozen(true, at: .start) }
    world.store.put(admin)
    let before = world.store.contents
    let share = SetPayees(
      caller: .freelancer, request: nil, escrow: escrow,
      shares: [.init(user: .entity(2), weight: 9_999), .init(user: .entity(3), weight: 1)])
    #expect(world.store.refusal(of: share)?.field == "payees[1].user")
    #expect(world.store.contents == before)
  }

  @Test("an admin who shares in it overrides it as little as its two sides")
  func override() throws {
    let escrow = try shared()
    #expect(world.store.refusal(of: override(escrow, by: .entity(3)))?.reason == "OWN_CASE")
    #expect(try world.store.carryOut(override(escrow, by: .entity(4))).escrow.state == .released)
  }

  @Test("nor lets it go on that another one has stopped", arguments: [1, 2, 3] as [UInt64])
  func unfreeze(party: UInt64) throws {
    let escrow = try shared()
    try world.store.carryOut(
      FreezeEscrow(caller: .admin, request: nil, escrow: escrow, reason: "x"))
    func unfreeze(by admin: UInt64) -> UnfreezeEscrow {
      UnfreezeEscrow(
        caller: .user(.entity(admin), [.admin, .client]), request: nil, escrow: escrow, reason: "x")
    }
    #expect(world.store.refusal(of: unfreeze(by: party))?.reason == "OWN_CASE")
    #expect(try world.store.carryOut(unfreeze(by: 4)).escrow.isFrozen == false)
  }

  @Test("nor proposes what another one then confirms")
  func proposal() throws {
    let escrow = try shared()
    let proposed = override(escrow, by: .entity(3), limitMsat: 0)
    #expect(world.store.refusal(of: proposed)?.reason == "OWN_CASE")
  }

  @Test("an admin who shares in it does not rule about it; one who no longer does may")
  func ruling() throws {
    let escrow = try shared()
    let dispute = try world.store.carryOut(
      OpenDispute(caller: .freelancer, request: nil, escrow: escrow, reason: "x")
    ).id
    func rule(by admin: UUID) -> ResolveDispute {
      ResolveDispute(
        caller: .user(admin, .admin), request: nil, dispute: dispute,
        toFreelancerMsat: Self.everything, toClientMsat: 0, reason: "x",
        approvalLimitMsat: Self.everything)
    }
    #expect(world.store.refusal(of: rule(by: .entity(3)))?.reason == "OWN_CASE")
    #expect(try world.store.carryOut(rule(by: .entity(4))).state == .ruled)
  }

  @Test("the share of who has left since goes to the others, and in the end to the freelancer")
  func left() throws {
    let escrow = try shared()
    var gone = User.fixture(3)
    try gone.erase()
    world.store.put(gone)
    try world.store.carryOut(
      ReleaseMilestone(caller: .client, request: nil, escrow: escrow, position: 1))
    #expect(world.store.wallet(.entity(3)) == 0 && world.store.wallet(.entity(2)) == 58_500_000)
    try world.store.carryOut(
      SetPayees(
        caller: .freelancer, request: nil, escrow: escrow,
        shares: [.init(user: .entity(1), weight: 1)]))
    var client = User.fixture(1)
    try client.erase()
    world.store.put(client)
    try world.store.carryOut(
      ReleaseMilestone(caller: .client, request: nil, escrow: escrow, position: 2))
    #expect(world.store.wallet(.entity(2)) == 97_500_000)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("nobody shares who has left, and nothing is shared out of a frozen wallet")
  func refusals() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let share = SetPayees(
      caller: .freelancer, request: nil, escrow: escrow,
      shares: [.init(user: .entity(2), weight: 1), .init(user: .entity(3), weight: 1)])
    var gone = User.fixture(3)
    try gone.erase()
    world.store.put(gone)
    #expect(world.store.refusal(of: share)?.field == "payees[1].user")
    world.store.put(User.fixture(3))
    var freeze = WalletFreeze(user: .entity(2))
    freeze.set(isFrozen: true, reason: "x", at: world.store.now)
    world.store.put(freeze)
    #expect(world.store.refusal(of: share)?.reason == "WALLET_FROZEN")
    // What is the freelancer's own may become so again.
    try world.store.carryOut(
      SetPayees(caller: .freelancer, request: nil, escrow: escrow, shares: []))
  }
}

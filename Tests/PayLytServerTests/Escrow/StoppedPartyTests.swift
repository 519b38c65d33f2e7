import Testing

@testable import PayLytServer

/// Whoever is stopped may be the victim of somebody who speaks in their name.
@Suite("The word of a party who is stopped")
struct StoppedPartyTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  init() { for party in [UInt64(1), 2] { store.put(User.fixture(party)) } }

  private func stop(_ caller: Caller, _ isFrozen: Bool = true) throws {
    guard case .user(let user, _) = caller else { return }
    store.now = store.now.adding(seconds: 1)
    try store.carryOut(
      FreezeUser(caller: .admin, request: nil, user: user, isFrozen: isFrozen, reason: "x"))
    store.now = store.now.adding(seconds: 1)
  }

  private func other(_ caller: Caller) -> Caller { caller == .client ? .freelancer : .client }

  private func end(_ escrow: UUID, by caller: Caller) -> ConsentCancel {
    ConsentCancel(caller: caller, request: nil, escrow: escrow, isWithdrawn: false)
  }

  private func offer(_ dispute: UUID, by caller: Caller) -> ProposeSettlement {
    ProposeSettlement(
      caller: caller, request: nil, dispute: dispute, toFreelancerMsat: 90_000_000,
      toClientMsat: 10_000_000)
  }

  /// A session that ends within a second gives nothing away in it.
  @Test(
    "they give nothing away and agree to nothing",
    arguments: [
      ConsentCancel.method, RestateEscrow.method, RefundEscrow.method, SetPayees.method,
      ProposeSettlement.method, AcceptSettlement.method, WithdrawDispute.method,
    ])
  func stopped(method: String) throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    func dispute() throws -> UUID {
      try store.carryOut(
        OpenDispute(caller: .freelancer, request: nil, escrow: escrow, reason: "x")
      ).id
    }
    let command: any Command =
      switch method {
      case ConsentCancel.method: end(escrow, by: .freelancer)
      case RestateEscrow.method: RestateEscrow(escrow, .freelancer, [50_000_000, 40_000_000])
      case RefundEscrow.method:
        RefundEscrow(caller: .freelancer, request: nil, escrow: escrow, reason: "x")
      case SetPayees.method:
        SetPayees(caller: .freelancer, request: nil, escrow: escrow, shares: [])
      case ProposeSettlement.method: offer(try dispute(), by: .freelancer)
      case WithdrawDispute.method:
        WithdrawDispute(caller: .freelancer, request: nil, dispute: try dispute())
      default:
        AcceptSettlement(
          caller: .freelancer, request: nil,
          dispute: try store.carryOut(offer(try dispute(), by: .client)).id, offer: 1)
      }
    try stop(.freelancer)
    let before = store.contents
    let refusal = store.refusal(of: command)
    #expect(refusal?.reason == "ACCOUNT_FROZEN" && refusal?.isLasting == false)
    #expect(store.contents == before)
    try stop(.freelancer, false)
    #expect(store.refusal(of: command) == nil)
  }

  @Test(
    "an offer of theirs is accepted neither while they are stopped nor afterwards, another one is",
    arguments: [Caller.client, .freelancer])
  func offers(of caller: Caller) throws {
    let (escrow, last) = (try world.escrow(in: .inReview).escrow.id, other(caller))
    let dispute = try store.carryOut(
      OpenDispute(caller: .client, request: nil, escrow: escrow, reason: "x")
    ).id
    func accept(_ offer: Int32) -> AcceptSettlement {
      AcceptSettlement(caller: last, request: nil, dispute: dispute, offer: offer)
    }
    try store.carryOut(offer(dispute, by: caller))
    for isFrozen in [true, false] {
      try stop(caller, isFrozen)
      let before = store.contents
      #expect(store.refusal(of: accept(1))?.reason == "OFFER_VOID")
      #expect(store.contents == before)
    }
    // What they say themselves counts, and that they were stopped once does not matter to others.
    try store.carryOut(offer(dispute, by: caller))
    #expect(try store.carryOut(accept(2)).state == .settled)
    #expect(store.discrepancies.isEmpty)
  }

  @Test(
    "a consent to cancel or to another scope ends nothing and moves nothing",
    arguments: [Caller.client, .freelancer], [true, false])
  func consents(of caller: Caller, isLetGo: Bool) throws {
    world.topUp(30_000_000)
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let wallet = store.wallet(.entity(1))
    let more = RestateEscrow(escrow, caller, [], [.more])
    try store.carryOut(end(escrow, by: caller))
    try store.carryOut(more)
    try stop(caller)
    if isLetGo { try stop(caller, false) }
    // As after 14 days it is a first word, and the other one's is gone.
    let last = other(caller)
    let side: Consents = last == .client ? .client : .freelancer
    let held = try store.carryOut(end(escrow, by: last))
    #expect(held.escrow.state == .paidLocked && held.escrow.cancelConsents == side)
    let kept = try store.carryOut(RestateEscrow(escrow, last, [], [.more]))
    #expect(kept.milestones.count == 2 && kept.escrow.restateConsents == side)
    #expect(store.wallet(.entity(1)) == wallet)
    // Whoever is let go on decides anew.
    if !isLetGo { try stop(caller, false) }
    #expect(try store.carryOut(more).milestones.count == 3)
    #expect(store.wallet(.entity(1)) < wallet)
    try store.carryOut(end(escrow, by: last))
    #expect(try store.carryOut(end(escrow, by: caller)).escrow.state == .refunded)
    #expect(store.discrepancies.isEmpty)
  }
}

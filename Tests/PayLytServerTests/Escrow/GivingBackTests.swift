import Testing

@testable import PayLytServer

/// A stolen session of a freelancer gives no more away than one of a client.
@Suite("What a freelancer gives back needs the second factor")
struct GivingBackTests {
  private static let sat: Int64 = 1000
  private static let policy = AccessPolicy(stepUpAboveMsat: 40_000 * sat)
  private static let plain = Authority(policy: policy, isSteppedUp: false)
  private static let proved = Authority(policy: policy, isSteppedUp: true)

  private let world = World()
  private let escrow: UUID
  private var store: MemoryStore { world.store }

  /// 60 000 and 40 000 satoshis are held.
  init() throws { escrow = try world.escrow(in: .paidLocked).escrow.id }

  private func restate(
    _ sats: [Int64], deadline: Timestamp? = nil, by caller: Caller = .freelancer,
    _ authority: Authority = plain
  ) -> RestateEscrow {
    RestateEscrow(
      caller: caller, request: nil, escrow: escrow, amounts: sats.map { $0 * Self.sat },
      deadline: deadline, authority: authority)
  }

  private func end(
    by caller: Caller = .freelancer, isWithdrawn: Bool = false, _ authority: Authority = plain
  ) -> ConsentCancel {
    ConsentCancel(
      caller: caller, request: nil, escrow: escrow, isWithdrawn: isWithdrawn,
      authority: authority)
  }

  private func refund(_ authority: Authority) -> RefundEscrow {
    RefundEscrow(
      caller: .freelancer, request: nil, escrow: escrow, reason: "x", authority: authority)
  }

  private func expectStepUp(_ command: some Command) {
    let before = store.contents
    let refusal = store.refusal(of: command)
    #expect(refusal?.reason == "STEP_UP_REQUIRED" && refusal?.isLasting == false)
    #expect(store.contents == before)
  }

  private var unprovedSats: Int64 {
    (store.row(UserUsage.self, .entity(2))?.unprovedMsat ?? 0) / Self.sat
  }

  @Test("a smaller scope counts what it is smaller by, proposed or agreed to")
  func scope() throws {
    expectStepUp(restate([59_999, 0]))
    // The client gives nothing away.
    try store.carryOut(restate([59_999, 0], by: .client))
    expectStepUp(restate([59_999, 0]))
    #expect(
      try store.carryOut(restate([59_999, 0], Self.proved)).escrow.amountMsat == 59_999 * Self.sat)
    #expect(store.wallet(.entity(1)) == 40_001 * Self.sat && unprovedSats == 0)
    // From there on.
    try store.carryOut(restate([19_999, 0]))
    #expect(unprovedSats == 40_000)
    try store.carryOut(restate([19_999, 0], by: .client))
    #expect(store.wallet(.entity(1)) == 80_001 * Self.sat && store.discrepancies.isEmpty)
  }

  @Test("what was delivered counts as given back also where the rest is worth as much more")
  func delivered() throws {
    try store.carryOut(
      SubmitMilestone(caller: .freelancer, request: nil, escrow: escrow, position: 1, note: "x"))
    expectStepUp(restate([19_999, 80_001]))
    try store.carryOut(restate([19_999, 80_001], by: .client))
    expectStepUp(restate([19_999, 80_001]))
    // Less of what is still to be done is not theirs yet.
    try store.carryOut(restate([20_000, 80_000]))
    #expect(unprovedSats == 40_000)
    try store.carryOut(restate([20_000, 80_000], by: .client))
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a smaller scope counts the client's part of the fee that goes back with it")
  func scopeWithFee() throws {
    let conditions = EscrowConditions(
      feePayer: .client, inspectionSeconds: 86_400, revisionsMax: 2, isReturnedByTimer: false)
    let job = try world.accept(
      try world.job(JobTerms.fixture.with(conditions, fees: .fixture))
    ).job
    let id = try #require(job.escrow)
    try world.pay(try world.invoice(for: world.held(id).escrow))
    func less(_ sats: Int64) -> RestateEscrow {
      RestateEscrow(
        caller: .freelancer, request: nil, escrow: id,
        amounts: [60_000 * Self.sat, (40_000 - sats) * Self.sat], authority: Self.plain)
    }
    // 2.5 percent on top.
    expectStepUp(less(39_025))
    try store.carryOut(less(39_024))
    #expect((39_990...40_000).contains(unprovedSats))
  }

  @Test("a later deadline gives nothing back, an earlier one lets the client take everything")
  func deadline() throws {
    let agreed = world.held(escrow).escrow.terms.deadline
    let later = agreed.adding(seconds: 86_400)
    expectStepUp(restate([], deadline: agreed.adding(seconds: -1)))
    try store.carryOut(restate([], deadline: agreed.adding(seconds: -1), Self.proved))
    try store.carryOut(restate([], deadline: later))
    #expect(store.rows(UserUsage.self).isEmpty)
    expectStepUp(restate([59_999, 0], deadline: later))
  }

  @Test("a refund, and a consent to cancel, count what is held")
  func all() throws {
    expectStepUp(refund(Self.plain))
    expectStepUp(end())
    try store.carryOut(end(by: .client))
    expectStepUp(end())
    try store.carryOut(end(Self.proved))
    #expect(world.held(escrow).escrow.state == .refunded && unprovedSats == 0)
    #expect(store.wallet(.entity(1)) == 100_000 * Self.sat)
  }

  @Test("what is left after releases is given back with little ado")
  func rest() throws {
    try store.carryOut(ReleaseMilestone(caller: .client, request: nil, escrow: escrow, position: 1))
    try store.carryOut(end())
    #expect(unprovedSats == 40_000)
    // Taking it back gives nothing away.
    try store.carryOut(end(isWithdrawn: true))
    expectStepUp(refund(Self.plain))
    #expect(try store.carryOut(refund(Self.proved)).escrow.state == .refunded)
    #expect(store.discrepancies.isEmpty)
  }

  @Test(
    "who takes back a dispute gives up what was frozen for them",
    arguments: [Caller.client, .freelancer])
  func withdrawal(opener: Caller) throws {
    let dispute = try store.carryOut(
      OpenDispute(caller: opener, request: nil, escrow: escrow, reason: "x"))
    func withdraw(_ authority: Authority) -> WithdrawDispute {
      WithdrawDispute(caller: opener, request: nil, dispute: dispute.id, authority: authority)
    }
    expectStepUp(withdraw(Self.plain))
    // Nor with a mailbox alone, however little it is.
    expectStepUp(withdraw(Authority(policy: .unlimited, isSteppedUp: false, isHeld: true)))
    #expect(try store.carryOut(withdraw(Self.proved)).state == .withdrawn)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a settlement counts the client's part, offered or taken")
  func settlement() throws {
    let dispute = try store.carryOut(
      OpenDispute(caller: .client, request: nil, escrow: escrow, reason: "x"))
    func offer(by caller: Caller, _ sats: Int64, _ authority: Authority) -> ProposeSettlement {
      ProposeSettlement(
        caller: caller, request: nil, dispute: dispute.id, toFreelancerMsat: sats * Self.sat,
        toClientMsat: dispute.frozenMsat - sats * Self.sat, authority: authority)
    }
    func accept(_ authority: Authority) -> AcceptSettlement {
      AcceptSettlement(
        caller: .freelancer, request: nil, dispute: dispute.id, offer: 1, authority: authority)
    }
    expectStepUp(offer(by: .freelancer, 59_999, Self.plain))
    // Little for the freelancer is little that the client gives.
    try store.carryOut(offer(by: .client, 40_000, Self.plain))
    expectStepUp(accept(Self.plain))
    #expect(try store.carryOut(accept(Self.proved)).state == .settled)
    #expect(store.wallet(.entity(1)) == 60_000 * Self.sat && store.discrepancies.isEmpty)
  }
}

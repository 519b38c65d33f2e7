import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Changing the terms together, once something is paid", .timeLimit(.minutes(5)))
struct RestatementTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  private func restate(
    _ escrow: UUID, _ caller: Caller, _ amounts: [Int64] = [], deadline: Timestamp? = nil,
    isWithdrawn: Bool = false
  ) -> RestateEscrow {
    RestateEscrow(
      caller: caller, request: nil, escrow: escrow, amounts: amounts, deadline: deadline,
      isWithdrawn: isWithdrawn)
  }

  /// Both agree to the same.
  @discardableResult
  private func agree(
    _ escrow: UUID, _ amounts: [Int64] = [], deadline: Timestamp? = nil
  ) throws -> EscrowCase {
    try store.carryOut(restate(escrow, .freelancer, amounts, deadline: deadline))
    return try store.carryOut(restate(escrow, .client, amounts, deadline: deadline))
  }

  private func wallet(_ user: UInt64) -> Int64 {
    store.balance(AccountID(of: .entity(user), kind: .wallet, asset: .btc))
  }

  private func paid(_ payer: FeePayer, _ fees: FeeRates = .fixture) throws -> UUID {
    let conditions = EscrowConditions(
      feePayer: payer, inspectionSeconds: 7 * 86_400, revisionsMax: 2, isReturnedByTimer: true)
    let job = try world.accept(
      try world.job(JobTerms.fixture.with(conditions, fees: fees))
    ).job
    let id = try #require(job.escrow)
    try world.pay(try world.invoice(for: world.held(id).escrow))
    return id
  }

  @Test(
    "of what was paid, the difference goes back with the fee that belongs to it",
    arguments: [
      // who bears it, the fees -> what goes back, what the freelancer gets, of 60 000 instead of
      // 100 000 sats
      (FeePayer.freelancer, FeeRates.fixture, Int64(40_000_000), Int64(58_500_000)),
      (.client, .fixture, 41_000_000, 60_000_000), (.split, .fixture, 40_500_000, 59_250_000),
      (.freelancer, .dearer, 40_000_000, 53_000_000), (.client, .dearer, 44_000_000, 60_000_000),
      (.split, .dearer, 42_000_000, 56_500_000),
    ])
  func difference(payer: FeePayer, fees: FeeRates, back: Int64, gets: Int64) throws {
    let id = try paid(payer, fees)
    let held = try agree(id, [50_000_000, 10_000_000])
    #expect(held.escrow.state == .paidLocked && held.escrow.amountMsat == 60_000_000)
    #expect(held.escrow.fundedMsat == held.escrow.totalMsat)
    #expect(held.escrow.restateConsents.isEmpty && held.escrow.restatedDeadline == nil)
    #expect(held.milestones.allSatisfy { $0.restatedMsat == nil && $0.state == .funded })
    #expect(wallet(1) == back && store.discrepancies.isEmpty)
    #expect(store.rows(Receipt.self).map(\.grossMsat) == [back])
    try store.carryOut(ReleaseEscrow(caller: .client, request: nil, escrow: id))
    #expect(wallet(2) == gets && store.balance(held.escrow.account) == 0)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a milestone of which a part is paid goes down to that part, and is then released")
  func partlyReleased() throws {
    let id = try paid(.client)
    try store.carryOut(
      ReleaseEscrow(caller: .client, request: nil, escrow: id, amountMsat: 10_000_000))
    let before = store.contents
    let below = store.refusal(of: restate(id, .client, [9_999_000, 0]))
    #expect(below?.field == "amounts" && store.contents == before)
    let held = try agree(id, [10_000_000, 5_000_000])
    #expect(held.escrow.state == .partiallyReleased)
    #expect(held.milestones.map(\.state) == [.released, .funded])
    #expect(held.escrow.availableMsat == 5_125_000)
    // What has ended stays as it is.
    #expect(store.refusal(of: restate(id, .client, [9_000_000, 0]))?.field == "amounts")
    let over = try agree(id, [10_000_000, 0])
    #expect(
      over.escrow.state == .released && over.milestones.map(\.state) == [.released, .cancelled])
    #expect(store.balance(over.escrow.account) == 0 && wallet(2) == 10_000_000)
    #expect(wallet(1) == 102_500_000 - 10_250_000 && store.discrepancies.isEmpty)
  }

  @Test("what is under review can be dropped; the escrow then waits for the rest")
  func underReview() throws {
    let id = try world.escrow(in: .inReview).escrow.id
    let held = try agree(id, [0, 40_000_000])
    #expect(held.escrow.state == .paidLocked)
    #expect(held.milestones.map(\.state) == [.cancelled, .funded])
    #expect(held.milestones[0].submittedAt != nil)
    // The end of its review finds nothing to do.
    store.now = store.now.adding(seconds: 8 * 86_400)
    let ended = try store.carryOut(ReleaseUnanswered(escrow: id, position: 1))
    #expect(ended.changed == nil && ended.timer == .done)
    // What was delivered for it does not keep the client from what nothing was delivered for.
    store.now = held.escrow.terms.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    let refund = RefundEscrow(caller: .client, request: nil, escrow: id, reason: "x")
    #expect(try store.carryOut(refund).escrow.state == .refunded)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("what was released in part does not come back by its deadline, whatever was dropped since")
  func releasedInPart() throws {
    let id = try world.escrow(in: .paidLocked).escrow.id
    try store.carryOut(
      ReleaseEscrow(caller: .client, request: nil, escrow: id, amountMsat: 10_000_000))
    try store.carryOut(
      SubmitMilestone(caller: .freelancer, request: nil, escrow: id, position: 2, note: "x"))
    let held = try agree(id, [60_000_000, 0])
    #expect(held.escrow.state == .partiallyReleased)
    #expect(held.milestones.map(\.state) == [.funded, .cancelled])
    store.now = held.escrow.terms.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    let refund = RefundEscrow(caller: .client, request: nil, escrow: id, reason: "x")
    #expect(store.refusal(of: refund)?.reason == "REFUND_NOT_DUE")
  }

  /// It releases itself in a moment, and nobody asks the client then.
  @Test("what is under review is worth no more by agreement, whatever is worth less instead")
  func delivered() throws {
    let id = try world.escrow(in: .inReview).escrow.id
    let before = store.contents
    for amounts: [Int64] in [[100_000_000, 0], [60_001_000, 40_000_000]] {
      #expect(store.refusal(of: restate(id, .freelancer, amounts))?.field == "amounts")
    }
    #expect(store.contents == before)
    // What is not delivered may be worth more in its place.
    let held = try agree(id, [50_000_000, 50_000_000])
    #expect(held.milestones.map(\.amountMsat) == [50_000_000, 50_000_000])
    #expect(held.milestones[0].state == .submitted && held.milestones[0].reviewUntil != nil)
  }

  @Test(
    "a proposal is about the work as it was: whatever is done to it ends it, and so a consent to end",
    arguments: ["delivered", "released", "in part", "restated", "disputed"])
  func outdated(by event: String) throws {
    let id = try world.escrow(in: .paidLocked).escrow.id
    try store.carryOut(restate(id, .freelancer, [60_000_000, 10_000_000]))
    let end = ConsentCancel(caller: .freelancer, request: nil, escrow: id, isWithdrawn: false)
    #expect(try store.carryOut(end).escrow.cancelConsents == .freelancer)
    switch event {
    case "delivered":
      try store.carryOut(
        SubmitMilestone(caller: .freelancer, request: nil, escrow: id, position: 2, note: "x"))
    case "released":
      try store.carryOut(
        ReleaseMilestone(caller: .client, request: nil, escrow: id, position: 1))
    case "in part":
      try store.carryOut(
        ReleaseEscrow(caller: .client, request: nil, escrow: id, amountMsat: 1_000))
    case "restated":
      let deadline = store.now.adding(seconds: 60 * 86_400)
      try agree(id, deadline: deadline)
    default:
      try store.carryOut(TestDispute(escrow: id, step: .open))
      #expect(world.held(id).milestones.allSatisfy { $0.restatedMsat == nil })
      #expect(world.held(id).escrow.cancelConsents.isEmpty)
      return
    }
    // The other side proposes then, and agrees to nothing.
    let held = try store.carryOut(restate(id, .client, [60_000_000, 10_000_000]))
    #expect(held.escrow.restateConsents == .client && held.escrow.amountMsat == 100_000_000)
    let ending = ConsentCancel(caller: .client, request: nil, escrow: id, isWithdrawn: false)
    #expect(try store.carryOut(ending).escrow.cancelConsents == .client)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("what was proposed while a part was paid ends when all is")
  func paidMeanwhile() throws {
    let escrow = try world.escrow(in: .partiallyFunded).escrow
    try store.carryOut(restate(escrow.id, .freelancer, [20_000_000, 0]))
    try world.pay(try world.invoice(for: world.held(escrow.id).escrow))
    let held = try store.carryOut(restate(escrow.id, .client, [20_000_000, 0]))
    #expect(held.escrow.amountMsat == 100_000_000 && held.escrow.restateConsents == .client)
  }

  @Test("who takes back what they agreed to is not bound by it, and binds nobody else")
  func withdrawn() throws {
    let id = try world.escrow(in: .paidLocked).escrow.id
    try store.carryOut(restate(id, .freelancer, [1_000, 0]))
    // It is not the client's to take back.
    let before = store.contents
    let kept = try store.carryOut(restate(id, .client, isWithdrawn: true))
    #expect(kept.escrow.restateConsents == .freelancer && store.contents == before)
    let back = try store.carryOut(restate(id, .freelancer, isWithdrawn: true))
    #expect(back.escrow.restateConsents.isEmpty)
    #expect(back.milestones.allSatisfy { $0.restatedMsat == nil })
    let held = try store.carryOut(restate(id, .client, [1_000, 0]))
    #expect(held.escrow.restateConsents == .client && held.escrow.amountMsat == 100_000_000)
    #expect(
      store.events.map(\.type).suffix(3) == [
        "escrow.restatement_proposed", "escrow.restatement_withdrawn",
        "escrow.restatement_proposed",
      ])
  }

  @Test("who has agreed to nothing takes nothing back: nothing changes, and nobody is told")
  func nothingWithdrawn() throws {
    let id = try world.escrow(in: .paidLocked).escrow.id
    func ending(_ caller: Caller, isWithdrawn: Bool = true) -> ConsentCancel {
      ConsentCancel(caller: caller, request: nil, escrow: id, isWithdrawn: isWithdrawn)
    }
    try store.carryOut(ending(.freelancer, isWithdrawn: false))
    let held = world.held(id)
    let (contents, events) = (store.contents, store.events)
    #expect(try store.carryOut(ending(.client)) == held)
    for caller in [Caller.client, .freelancer] {
      #expect(try store.carryOut(restate(id, caller, isWithdrawn: true)) == held)
    }
    #expect(store.contents == contents && store.events.count == events.count)
    try store.carryOut(ending(.freelancer))
    #expect(store.events.last?.type == "escrow.cancel_consent_withdrawn")
    #expect(world.held(id).escrow.version == held.escrow.version + 1)
  }

  @Test("the deadline that both agreed to counts: for the refund, and for the timer")
  func deadline() throws {
    let id = try paid(.freelancer)
    let first = world.held(id).escrow.terms.deadline
    let second = first.adding(seconds: 20 * 86_400)
    #expect(
      try store.carryOut(restate(id, .freelancer, deadline: second)).escrow.restatedDeadline
        == second)
    // Another one is another proposal.
    let other = restate(id, .client, deadline: second.adding(seconds: 1))
    #expect(try store.carryOut(other).escrow.terms.deadline == first)
    let held = try agree(id, deadline: second)
    #expect(held.escrow.terms.deadline == second && wallet(1) == 0)
    let grace = EscrowLimits.refundGraceSeconds
    let due = second.adding(seconds: grace)
    #expect(
      store.rows(Timer.self).contains { $0.kind == .refundDue && $0.dueAt == due })
    store.now = first.adding(seconds: grace)
    let refund = RefundEscrow(caller: .client, request: nil, escrow: id, reason: "x")
    #expect(store.refusal(of: refund)?.reason == "REFUND_NOT_DUE")
    #expect(try store.carryOut(ReturnUnstarted(escrow: id)).timer == .again(at: due))
    store.now = due
    #expect(try store.carryOut(ReturnUnstarted(escrow: id)).changed?.escrow.state == .refunded)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a proposal whose deadline has passed meanwhile is no longer agreed to")
  func late() throws {
    let id = try paid(.freelancer)
    let soon = store.now.adding(seconds: 60)
    try store.carryOut(restate(id, .freelancer, deadline: soon))
    store.now = soon
    let before = store.contents
    #expect(store.refusal(of: restate(id, .client, deadline: soon))?.field == "deadline")
    #expect(store.contents == before)
  }

  @Test("a proposal can be agreed to for 14 days; after that, agreeing is a proposal of one's own")
  func lapsed() throws {
    let id = try paid(.freelancer)
    let amounts: [Int64] = [60_000_000, 10_000_000]
    let length = EscrowLimits.proposalSeconds
    let first = try store.carryOut(restate(id, .freelancer, amounts))
    #expect(first.escrow.restatableUntil == store.now.adding(seconds: length))
    store.now = store.now.adding(seconds: length)
    // Neither what the other one has said nor the money counts any more.
    let late = try store.carryOut(restate(id, .client, amounts))
    #expect(late.escrow.restateConsents == .client && late.escrow.amountMsat == 100_000_000)
    #expect(late.escrow.restatableUntil == store.now.adding(seconds: length))
    #expect(wallet(1) == 0)
    // Whoever says it again begins the 14 days anew.
    store.now = store.now.adding(seconds: length - 1)
    try store.carryOut(restate(id, .client, amounts))
    store.now = store.now.adding(seconds: length - 1)
    let held = try store.carryOut(restate(id, .freelancer, amounts))
    #expect(held.escrow.amountMsat == 70_000_000 && held.escrow.restatableUntil == nil)
    #expect(wallet(1) == 30_000_000 && store.discrepancies.isEmpty)
  }

  @Test("a consent to end counts for 14 days; after that, agreeing is a first consent")
  func lapsedConsent() throws {
    let id = try world.escrow(in: .paidLocked).escrow.id
    @discardableResult
    func agree(_ caller: Caller, isWithdrawn: Bool = false) throws -> Escrow {
      try store.carryOut(
        ConsentCancel(caller: caller, request: nil, escrow: id, isWithdrawn: isWithdrawn)
      ).escrow
    }
    let length = EscrowLimits.proposalSeconds
    #expect(try agree(.freelancer).cancellableUntil == store.now.adding(seconds: length))
    store.now = store.now.adding(seconds: length)
    let late = try agree(.client)
    #expect(late.state == .paidLocked && late.cancelConsents == .client)
    // Whoever says it again begins the 14 days anew, and who takes it back ends them.
    store.now = store.now.adding(seconds: length - 1)
    #expect(try agree(.client).cancellableUntil == store.now.adding(seconds: length))
    #expect(try agree(.client, isWithdrawn: true).cancellableUntil == nil)
    try agree(.client)
    store.now = store.now.adding(seconds: length - 1)
    // Also while an admin has stopped the escrow.
    try store.carryOut(FreezeEscrow(caller: .admin, request: nil, escrow: id, reason: "x"))
    #expect(try agree(.client, isWithdrawn: true).cancelConsents.isEmpty)
    try store.carryOut(UnfreezeEscrow(caller: .admin, request: nil, escrow: id, reason: "x"))
    try agree(.client)
    let ended = try agree(.freelancer)
    #expect(ended.state == .refunded && ended.cancellableUntil == nil)
    #expect(wallet(1) == 100_000_000 && store.discrepancies.isEmpty)
  }

  @Test("while releases are paused no money leaves, and what moves none is agreed")
  func paused() throws {
    let id = try paid(.freelancer)
    try store.carryOut(restate(id, .freelancer, [1_000, 0]))
    store.put(CapabilityState(id: Capability.releases.id, isPaused: true))
    let before = store.contents
    #expect(store.refusal(of: restate(id, .client, [1_000, 0])) == .paused(.releases))
    #expect(store.contents == before)
    let deadline = store.now.adding(seconds: 60 * 86_400)
    #expect(try agree(id, deadline: deadline).escrow.terms.deadline == deadline)
  }

  @Test("both agree, release and take back at once: the books are right")
  func race() async throws {
    try await withEngine { engine in
      let world = World()
      let escrows = try (0..<8).map { _ in try world.escrow(in: .paidLocked).escrow.id }
      try await engine.copy(world.store)
      for id in escrows {
        let changes = Self.changes(of: id)
        let releases = [Int16(1), 2].map {
          ReleaseMilestone(caller: .client, request: nil, escrow: id, position: $0)
        }
        async let agreed = engine.commitAll(changes)
        async let released = engine.commitAll(releases)
        for outcome in await agreed + released {
          if case .failure(let error) = outcome { #expect(error is Refusal) }
        }
        #expect(try await engine.discrepancies() == 0)
      }
      #expect(engine.bugs.isEmpty)
    }
  }

  private static func changes(of escrow: UUID) -> [RestateEscrow] {
    let amounts: [Int64] = [60_000_000, 1_000]
    let agreeing: [(Caller, Bool)] = [
      (.freelancer, false), (.client, false), (.freelancer, true), (.client, false),
      (.freelancer, false),
    ]
    return agreeing.map { caller, isWithdrawn in
      RestateEscrow(
        caller: caller, request: nil, escrow: escrow, amounts: amounts, isWithdrawn: isWithdrawn)
    }
  }
}

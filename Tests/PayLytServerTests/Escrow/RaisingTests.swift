import Testing

@testable import PayLytServer

extension RestateEscrow {
  init(
    _ escrow: UUID, _ caller: Caller, _ amounts: [Int64] = [], _ added: [NewMilestone] = [],
    _ authority: Authority = .unlimited
  ) {
    self.init(
      caller: caller, request: nil, escrow: escrow, amounts: amounts, added: added,
      authority: authority)
  }
}

extension NewMilestone {
  static let more = NewMilestone(title: "More of it", amountMsat: 20_000_000)
}

extension World {
  /// An escrow over 100 000 sats that is paid.
  func paid(_ payer: FeePayer = .freelancer, _ fees: FeeRates = .fixture) throws -> UUID {
    let conditions = EscrowConditions(
      feePayer: payer, inspectionSeconds: 7 * 86_400, revisionsMax: 2, isReturnedByTimer: true)
    let job = try accept(try job(JobTerms.fixture.with(conditions, fees: fees))).job
    let id = try #require(job.escrow)
    try pay(try invoice(for: held(id).escrow))
    return id
  }

  /// Somebody tops the client's wallet up.
  func topUp(_ msat: Int64) {
    let float = AccountID.platform(.providerFloat, asset: .btc, stripe: 0)
    let wallet = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
    for (id, isDebit) in [(float, true), (wallet, false)] {
      var account = store.row(Account.self, id.uuid) ?? Account(opening: id)
      if isDebit { account.debits += msat } else { account.credits += msat }
      store.put(account)
    }
    store.put(
      Transfer(
        id: store.newID(), transaction: store.newID(), debit: float, credit: wallet, asset: .btc,
        amount: msat, kind: .deposit, createdAt: store.now))
  }
}

/// More work and more money for it, once everything is paid.
@Suite("Changing the terms together, upwards", .timeLimit(.minutes(5)))
struct RaisingTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  /// Both agree to the same.
  @discardableResult
  private func agree(
    _ escrow: UUID, _ amounts: [Int64] = [], _ added: [NewMilestone] = [],
    last: Caller = .freelancer
  ) throws -> EscrowCase {
    try store.carryOut(
      RestateEscrow(escrow, last == .client ? .freelancer : .client, amounts, added))
    return try store.carryOut(RestateEscrow(escrow, last, amounts, added))
  }

  @Test(
    "what it costs more comes out of the client's wallet, with the fee that belongs to it",
    arguments: [
      // who bears it, the fees -> what is taken, what the freelancer gets, of 130 000 instead of
      // 100 000 sats
      (FeePayer.freelancer, FeeRates.fixture, Int64(30_000_000), Int64(126_750_000)),
      (.client, .fixture, 30_750_000, 130_000_000), (.split, .fixture, 30_375_000, 128_375_000),
      (.freelancer, .dearer, 30_000_000, 116_000_000), (.client, .dearer, 33_000_000, 130_000_000),
      (.split, .dearer, 31_500_000, 123_000_000),
    ], [Caller.client, .freelancer])
  func difference(
    situation: (payer: FeePayer, fees: FeeRates, taken: Int64, gets: Int64), last: Caller
  ) throws {
    world.topUp(50_000_000)
    let id = try world.paid(situation.payer, situation.fees)
    let held = try agree(id, [70_000_000, 40_000_000], [.more], last: last)
    #expect(held.escrow.state == .paidLocked && held.escrow.amountMsat == 130_000_000)
    #expect(held.escrow.fundedMsat == held.escrow.totalMsat)
    #expect(held.milestones.map(\.position) == [1, 2, 3])
    #expect(held.milestones.allSatisfy { $0.restatedMsat == nil && $0.state == .funded })
    #expect(held.milestones[2].title == "More of it" && held.escrow.newMilestones.isEmpty)
    #expect(store.wallet(.entity(1)) == 50_000_000 - situation.taken)
    let taken = store.rows(Transfer.self).filter { $0.kind == .fundFromWallet }
    #expect(taken.map(\.amount) == [situation.taken])
    #expect(store.rows(Receipt.self).isEmpty && store.discrepancies.isEmpty)
    #expect(store.events.last?.type == "escrow.restated")
    #expect(store.events.last?.parties == [.entity(1), .entity(2)])
    try store.carryOut(ReleaseEscrow(caller: .client, request: nil, escrow: id))
    #expect(store.wallet(.entity(2)) == situation.gets)
    #expect(store.balance(held.escrow.account) == 0 && store.discrepancies.isEmpty)
  }

  @Test("what is raised after a part was released costs what it would have from the beginning")
  func raisedInBetween() throws {
    world.topUp(60_000_000)
    for (payer, fees) in [(FeePayer.client, FeeRates.dearer), (.split, .fixture)] {
      let before = store.wallet(.entity(2))
      let id = try world.paid(payer, fees)
      try store.carryOut(
        ReleaseEscrow(caller: .client, request: nil, escrow: id, amountMsat: 70_000_001))
      // The first one has ended; of the second one a part is paid.
      let held = try agree(id, [60_000_000, 45_000_000], [.more])
      #expect(held.milestones.map(\.state) == [.released, .funded, .funded])
      #expect(held.escrow.state == .partiallyReleased)
      try store.carryOut(
        ReleaseMilestone(caller: .client, request: nil, escrow: id, position: 3))
      let over = try store.carryOut(ReleaseEscrow(caller: .client, request: nil, escrow: id))
      let terms = over.escrow.terms.fees
      #expect(over.escrow.state == .released)
      #expect(over.escrow.feeTakenMsat == terms.total(of: 125_000_000))
      #expect(over.escrow.fundedMsat == terms.clientPays(for: 125_000_000))
      #expect(store.wallet(.entity(2)) - before == terms.freelancerGets(for: 125_000_000))
      #expect(store.discrepancies.isEmpty)
    }
  }

  @Test(
    "raised, made smaller and released in any order, no fee is lost or negative", arguments: 1...100
  )
  func cumulative(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let terms = EscrowTerms.fixture(
      feeBasisPoints: .random(in: 0...1000, using: &random),
      fixedMsat: .random(in: 0...2_000_000, using: &random),
      minMsat: .random(in: 0...5_000_000, using: &random),
      maxMsat: .random(in: 5_000_000...9_000_000, using: &random),
      payer: FeePayer.allCases.randomElement(using: &random) ?? .client)
    var escrow = Escrow.fixture(state: .paidLocked, terms: terms)
    escrow.fundedMsat = escrow.totalMsat
    var held = EscrowCase(
      escrow: escrow,
      milestones: [.fixture(1, 60_000_000, .funded), .fixture(2, 40_000_000, .funded)])
    var (client, freelancer, platform) = (-escrow.totalMsat, Int64(0), Int64(0))
    for step in 0..<30 where held.escrow.state.isHolding {
      if Bool.random(using: &random) {
        let part = Int64.random(in: 1...30_000_000, using: &random)
        let left = held.milestones.filter(\.state.isHeld).reduce(0) { $0 + $1.restMsat }
        let payment = try held.release(.amount(min(part, left)), at: .start)
        #expect(payment.feeMsat >= 0 && payment.netMsat >= 0)
        freelancer += payment.netMsat
        platform += payment.feeMsat
      } else {
        let amounts = held.milestones.map { milestone in
          !milestone.state.isHeld
            ? milestone.amountMsat
            : milestone.releasedMsat + .random(in: 1...40_000_000, using: &random)
        }
        let added = [Milestone.fixture(Int16(amounts.count + 1), 1 + Int64(step) * 1_000_000)]
        _ = try held.restate(amounts, adding: added, by: .client, at: .start)
        let difference = try held.restate(amounts, adding: added, by: .freelancer, at: .start)
        client += (difference?.toClientMsat ?? 0) - (difference?.toEscrowMsat ?? 0)
      }
      #expect(held.escrow.fundedMsat == held.escrow.totalMsat)
      #expect(-client == freelancer + platform + held.escrow.availableMsat)
    }
    if held.escrow.state.isHolding {
      let payment = try held.release(.all, at: .start)
      (freelancer, platform) = (freelancer + payment.netMsat, platform + payment.feeMsat)
    }
    let work = held.milestones.reduce(0) { $0 + $1.amountMsat }
    #expect(platform == terms.fees.total(of: work) && -client == terms.fees.clientPays(for: work))
    #expect(freelancer == terms.fees.freelancerGets(for: work) && held.escrow.availableMsat == 0)
  }

  @Test("less here and more there counts together: the net difference moves, or nothing")
  func mixed() throws {
    world.topUp(5_000_000)
    let id = try world.paid()
    try agree(id, [70_000_000, 30_000_000])
    #expect(store.wallet(.entity(1)) == 5_000_000)
    // 10 000 and 20 000 less, 20 000 and 5 000 more.
    try agree(
      id, [60_000_000, 10_000_000], [.more, .init(title: "x", amountMsat: 5_000_000)])
    #expect(store.wallet(.entity(1)) == 10_000_000)
    try agree(id, [0, 0, 90_000_000, 15_000_000])
    let held = world.held(id)
    #expect(held.milestones.map(\.state) == [.cancelled, .cancelled, .funded, .funded])
    #expect(store.wallet(.entity(1)) == 0 && held.escrow.availableMsat == 105_000_000)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a new milestone is one from the second consent on: it is delivered, reviewed and released")
  func newMilestone() throws {
    world.topUp(20_000_000)
    let id = try world.paid()
    let submit = SubmitMilestone(
      caller: .freelancer, request: nil, escrow: id, position: 3, note: "x")
    let proposed = try store.carryOut(RestateEscrow(id, .freelancer, [], [.more]))
    #expect(proposed.milestones.count == 2 && proposed.escrow.newMilestones == [.more])
    #expect(proposed.escrow.amountMsat == 100_000_000)
    #expect(proposed.proposedTotalMsat == 120_000_000)
    #expect(store.refusal(of: submit)?.reason == "NOT_FOUND")
    try store.carryOut(RestateEscrow(id, .client, [], [.more]))
    let delivered = try store.carryOut(submit)
    #expect(delivered.escrow.state == .inReview)
    store.now = store.now.adding(seconds: 7 * 86_400)
    let released = try store.carryOut(ReleaseUnanswered(escrow: id, position: 3)).changed
    #expect(released?.escrow.state == .partiallyReleased)
    #expect(released?.milestones.map(\.state) == [.funded, .funded, .released])
    let rest = RefundEscrow(caller: .freelancer, request: nil, escrow: id, reason: "x")
    #expect(try store.carryOut(rest).escrow.state == .refunded)
    #expect(store.wallet(.entity(1)) == 100_000_000 && store.discrepancies.isEmpty)
  }

  @Test("another title, amount or order of what is new is a proposal of one's own")
  func otherMilestones() throws {
    world.topUp(100_000_000)
    let id = try world.paid()
    let two = [NewMilestone(title: "a", amountMsat: 1_000), .init(title: "b", amountMsat: 2_000)]
    try store.carryOut(RestateEscrow(id, .client, [], two))
    for other in [
      [two[1], two[0]], [two[0]], two + two, [two[0], .init(title: "c", amountMsat: 2_000)],
      [two[0], .init(title: "b", amountMsat: 3_000)],
    ] {
      let held = try store.carryOut(RestateEscrow(id, .freelancer, [], other))
      #expect(held.escrow.restateConsents == .freelancer && held.escrow.newMilestones == other)
      try store.carryOut(RestateEscrow(id, .client, [], two))
    }
    #expect(try store.carryOut(RestateEscrow(id, .freelancer, [], two)).milestones.count == 4)
  }

  @Test(
    "a proposal that is over leaves nothing of what it would have added",
    arguments: ["withdrawn", "replaced", "delivered", "released", "disputed", "refunded"])
  func dropped(by event: String) throws {
    let id = try world.paid()
    try store.carryOut(RestateEscrow(id, .client, [80_000_000, 0], [.more]))
    switch event {
    case "withdrawn":
      try store.carryOut(
        RestateEscrow(caller: .client, request: nil, escrow: id, amounts: [], isWithdrawn: true))
    case "replaced": try agree(id, [50_000_000, 40_000_000])
    case "delivered":
      try store.carryOut(
        SubmitMilestone(caller: .freelancer, request: nil, escrow: id, position: 1, note: "x"))
    case "released":
      try store.carryOut(ReleaseMilestone(caller: .client, request: nil, escrow: id, position: 2))
    case "disputed": try store.carryOut(TestDispute(escrow: id, step: .open))
    default:
      try store.carryOut(RefundEscrow(caller: .freelancer, request: nil, escrow: id, reason: "x"))
    }
    let held = world.held(id)
    #expect(held.escrow.newMilestones.isEmpty && held.milestones.count == 2)
    #expect(held.milestones.allSatisfy { $0.restatedMsat == nil })
    #expect(held.proposedTotalMsat == held.escrow.totalMsat && store.discrepancies.isEmpty)
  }

  private static let unfit: [(amounts: [Int64], new: Int, reason: String?)] = [
    ([60_000_000], 0, "INVALID_FIELD"), ([60_000_000, 50_000_000, 1_000], 0, "INVALID_FIELD"),
    ([0, 0], 0, "INVALID_FIELD"), ([-1_000, 50_000_000], 0, "INVALID_FIELD"),
    ([60_000_000, 20_000_000_000], 0, "INVALID_FIELD"), ([60_000_000, .max], 0, "INVALID_FIELD"),
    ([60_000_000, 19_940_000_000], 1, "INVALID_FIELD"),
    ([60_000_000, 40_000_000], 0, "INVALID_FIELD"), ([], 49, "MILESTONES_FULL"),
    ([], 48, nil), ([60_000_000, 19_940_000_000], 0, nil), ([0, 0], 1, nil),
  ]

  @Test("what does not fit is refused, and nothing changes", arguments: unfit)
  func badInput(amounts: [Int64], new: Int, reason: String?) throws {
    let id = try world.paid()
    let before = store.contents
    let added = Array(repeating: NewMilestone(title: "x", amountMsat: 1_000), count: new)
    for caller in [Caller.client, .freelancer] {
      let refusal = store.refusal(of: RestateEscrow(id, caller, amounts, added))
      guard reason != nil || caller == .client else { continue }
      #expect(refusal?.reason == reason)
      #expect(refusal?.field == (reason == "INVALID_FIELD" ? "amounts" : nil))
      #expect((store.contents == before) == (reason != nil))
    }
    for amount in [Int64(0), -1_000, EscrowLimits.amountMsatMax + 1, .max] {
      let bad = RestateEscrow(id, .client, [], [NewMilestone(title: "x", amountMsat: amount)])
      #expect(store.refusal(of: bad)?.field == "amounts")
    }
  }

  @Test("what has ended does not grow, nor does what is paid in part")
  func ended() throws {
    world.topUp(100_000_000)
    let released = try world.escrow(in: .partiallyReleased).escrow.id
    let partly = try world.escrow(in: .partiallyFunded).escrow.id
    let before = store.contents
    for command in [
      RestateEscrow(released, .client, [70_000_000, 40_000_000]),
      RestateEscrow(partly, .client, [60_000_000, 41_000_000]),
      RestateEscrow(partly, .client, [], [.more]),
      RestateEscrow(partly, .freelancer, [10_000_000, 0], [.init(title: "x", amountMsat: 1_000)]),
    ] {
      #expect(store.refusal(of: command)?.field == "amounts")
    }
    #expect(store.contents == before)
    // What a smaller scope has cancelled has ended, too.
    let id = try world.paid()
    try agree(id, [60_000_000, 0])
    #expect(store.refusal(of: RestateEscrow(id, .client, [60_000_000, 1_000]))?.field == "amounts")
  }

  @Test("of what was raised, a dispute freezes and divides all, and an override needs to see it")
  func disputed() throws {
    world.topUp(20_000_000)
    let id = try world.paid()
    let early = OverrideEscrow(
      caller: .admin, request: nil, escrow: id, toFreelancerMsat: 0, toClientMsat: 100_000_000,
      reason: "x", approvalLimitMsat: 0)
    try store.carryOut(early)
    try agree(id, [], [.more])
    let late = OverrideEscrow(
      caller: .user(.entity(6), [.admin]), request: nil, escrow: id, toFreelancerMsat: 0,
      toClientMsat: 100_000_000, reason: "x", approvalLimitMsat: 0)
    #expect(store.refusal(of: late)?.reason == "PARTS_DO_NOT_ADD_UP")
    try store.carryOut(TestDispute(escrow: id, step: .open))
    let held = try store.carryOut(
      TestDispute(escrow: id, step: .settle(toFreelancerMsat: 110_000_000)))
    #expect(held.escrow.state == .split)
    #expect(held.milestones.map(\.state) == [.split, .split, .split])
    #expect(store.wallet(.entity(1)) == 10_000_000 && store.wallet(.entity(2)) == 107_250_000)
    #expect(store.discrepancies.isEmpty)
  }
}

import Testing

@testable import PayLytServer

/// What a larger scope takes out of the client's wallet obeys what any transfer out of it does.
@Suite("What the client's wallet gives for a larger scope", .timeLimit(.minutes(5)))
struct RaisingLimitsTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  /// Why the wallet may not give it.
  private static let policy = AccessPolicy(
    caps: [.basic: .init(fundingMsat: nil, payoutMsat: 15_000_000)])

  @Test(
    "it obeys what keeps money in the client's wallet, whoever agrees last",
    arguments: ["short", "frozen", "limit", "paused"], [Caller.client, .freelancer])
  func kept(by cause: String, last: Caller) throws {
    world.topUp(cause == "short" ? 19_999_999 : 30_000_000)
    let id = try world.paid()
    let authority =
      cause == "limit" ? Authority(policy: Self.policy, isSteppedUp: true) : .unlimited
    let first: Caller = last == .client ? .freelancer : .client
    try store.carryOut(RestateEscrow(id, first, [], [.more], authority))
    let frozen = WalletFreeze(
      user: .entity(1), isFrozen: cause == "frozen", reason: "x", version: 1, updatedAt: store.now)
    store.put(frozen)
    store.put(User.fixture(1))
    store.put(CapabilityState(id: Capability.transfers.id, isPaused: cause == "paused"))
    let before = store.contents
    let refusal = store.refusal(of: RestateEscrow(id, last, [], [.more], authority))
    let isClient = last == .client
    let reason =
      switch cause {
      case "short": "INSUFFICIENT_FUNDS"
      case "frozen": "WALLET_FROZEN"
      case "limit": "DAILY_LIMIT_EXCEEDED"
      default: "CAPABILITY_PAUSED"
      }
    #expect(refusal?.reason == reason && store.contents == before)
    // Figures of the wallet are its owner's alone.
    #expect(isClient || refusal?.values.isEmpty == true)
    if cause == "short" {
      #expect(refusal?.message.contains("CreateDeposit") == true)
      #expect(refusal?.values["short_units"] == (isClient ? "1" : nil))
    }
    // What takes nothing out is agreed to all the same.
    try store.carryOut(RestateEscrow(id, first, [50_000_000, 50_000_000], [], authority))
    let held = try store.carryOut(RestateEscrow(id, last, [50_000_000, 50_000_000], [], authority))
    #expect(held.milestones.map(\.amountMsat) == [50_000_000, 50_000_000])
  }

  @Test("it counts toward the day's limit of what the client gives away")
  func dailyLimit() throws {
    world.topUp(40_000_000)
    store.put(User.fixture(1))
    let authority = Authority(policy: Self.policy, isSteppedUp: false)
    let id = try world.paid()
    let less = [NewMilestone(title: "x", amountMsat: 10_000_000)]
    try store.carryOut(RestateEscrow(id, .client, [], less, authority))
    #expect(store.row(UserUsage.self, .entity(1))?.payoutMsat ?? 0 == 0)
    try store.carryOut(RestateEscrow(id, .freelancer, [], less, authority))
    #expect(store.row(UserUsage.self, .entity(1))?.payoutMsat == 10_000_000)
    let transfer = TransferFunds(
      caller: .client, request: nil, from: .entity(1), to: .entity(2),
      amount: .msat(5_000_001), authority: authority)
    store.put(User.fixture(2))
    #expect(store.refusal(of: transfer)?.reason == "DAILY_LIMIT_EXCEEDED")
  }

  @Test("the client proves the second factor for what costs much, and nobody asks them again")
  func stepUp() throws {
    world.topUp(200_000_000)
    let policy = AccessPolicy(stepUpAboveMsat: 25_000_000)
    let plain = Authority(policy: policy, isSteppedUp: false)
    let proved = Authority(policy: policy, isSteppedUp: true)
    let id = try world.paid(.client)
    func expectStepUp(_ command: RestateEscrow) {
      let before = store.contents
      let refusal = store.refusal(of: command)
      #expect(refusal?.reason == "STEP_UP_REQUIRED" && refusal?.isLasting == false)
      #expect(store.contents == before)
    }
    var unproved: Int64 { store.row(UserUsage.self, .entity(1))?.unprovedMsat ?? 0 }
    // With the fee on top it is more than the limit.
    let much = [NewMilestone(title: "x", amountMsat: 24_400_000)]
    expectStepUp(RestateEscrow(id, .client, [], much, plain))
    // Nor with a mailbox alone, however little it is.
    expectStepUp(
      RestateEscrow(
        id, .client, [60_001_000, 40_000_000], [],
        Authority(policy: .unlimited, isSteppedUp: false, isHeld: true)))
    try store.carryOut(RestateEscrow(id, .client, [], much, proved))
    try store.carryOut(RestateEscrow(id, .freelancer, [], much, plain))
    #expect(world.held(id).milestones.count == 3 && unproved == 0)
    // The freelancer gives nothing away; the client who agrees does.
    try store.carryOut(
      RestateEscrow(id, .freelancer, [60_000_000, 40_000_000, 50_000_000], [], plain))
    #expect(store.row(UserUsage.self, .entity(2)) == nil)
    expectStepUp(RestateEscrow(id, .client, [60_000_000, 40_000_000, 50_000_000], [], plain))
    try store.carryOut(
      RestateEscrow(id, .client, [60_000_000, 40_000_000, 50_000_000], [], proved))
    #expect(unproved == 0)
    // Little counts, once, and together with what else is little.
    let little: [Int64] = [70_000_000, 40_000_000, 50_000_000]
    try store.carryOut(RestateEscrow(id, .client, little, [], plain))
    #expect(unproved == 10_250_000)
    try store.carryOut(RestateEscrow(id, .freelancer, little, [], plain))
    #expect(unproved == 10_250_000)
    expectStepUp(RestateEscrow(id, .client, [90_000_000, 40_000_000, 50_000_000], [], plain))
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a freelancer who shares gives away what is added, and proves the second factor for it")
  func shared() throws {
    world.topUp(50_000_000)
    let authority = Authority(policy: AccessPolicy(stepUpAboveMsat: 15_000_000), isSteppedUp: false)
    let id = try world.paid()
    let agree = RestateEscrow(id, .freelancer, [], [.more], authority)
    try store.carryOut(RestateEscrow(id, .client, [], [.more]))
    try store.carryOut(
      SetPayees(
        caller: .freelancer, request: nil, escrow: id,
        shares: [.init(user: .entity(2), weight: 9), .init(user: .entity(3), weight: 1)]))
    #expect(store.refusal(of: agree)?.reason == "STEP_UP_REQUIRED")
    try store.carryOut(
      SetPayees(caller: .freelancer, request: nil, escrow: id, shares: []))
    #expect(try store.carryOut(agree).milestones.count == 3)
  }

  @Test("both agree to more, and the wallet is emptied, at once: the books are right")
  func race() async throws {
    try await withEngine { engine in
      let world = World()
      world.topUp(60_000_000)
      let escrows = try (0..<8).map { _ in try world.escrow(in: .paidLocked).escrow.id }
      try await engine.copy(world.store)
      let wallet = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
      let changes = escrows.flatMap { escrow in
        [Caller.freelancer, .client, .freelancer].map { caller in
          RestateEscrow(escrow, caller, [50_000_000, 40_000_000], [.more])
        }
      }
      let transfers = (1...10).map { number in
        TransferFunds(
          caller: .client, request: nil, from: .entity(1), to: .entity(3),
          amount: .msat(Int64(number) * 1_000_000))
      }
      async let agreed = engine.commitAll(changes)
      async let given = engine.commitAll(transfers)
      for outcome in await agreed + given {
        if case .failure(let error) = outcome { #expect(error is any RefusalConvertible) }
      }
      #expect(try await engine.discrepancies() == 0)
      let raised = try await engine.fetch(Milestone.self, by: "escrow_id", .uuid(escrows[0]))
      #expect([2, 3].contains(raised.count))
      #expect(try await engine.balance(wallet) >= 0)
      #expect(engine.bugs.isEmpty)
    }
  }
}

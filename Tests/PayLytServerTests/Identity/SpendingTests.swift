import Testing

@testable import PayLytServer

@Suite("Limits on what users move")
struct SpendingTests {
  private let world = World()
  private static let sat: Int64 = 1000
  private static let policy = AccessPolicy(
    caps: [
      .basic: .init(fundingMsat: 150_000 * sat, payoutMsat: 50_000 * sat),
      .identified: .init(fundingMsat: nil, payoutMsat: 90_000 * sat),
    ], stepUpAboveMsat: 40_000 * sat)
  private static let plain = Authority(policy: policy, isSteppedUp: false)
  private static let proved = Authority(policy: policy, isSteppedUp: true)

  private var store: MemoryStore { world.store }

  init() throws {
    for number in UInt64(1)...2 { world.store.put(User.fixture(number)) }
    for asset in [Asset.btc, .ngn] {
      var wallet = Account(opening: AccountID(of: .entity(2), kind: .wallet, asset: asset))
      wallet.credits = 1_000_000 * Self.sat
      world.store.put(wallet)
    }
  }

  private func payout(
    _ sats: Int64, _ authority: Authority = proved, replaces: UUID? = nil
  ) -> CreatePayout {
    CreatePayout(
      caller: .freelancer, request: nil, user: .entity(2),
      order: .lightning(
        .lightning(
          .lightningAddress, amountMsat: sats * Self.sat, feeLimitMsat: 0,
          destination: "ada@example.org")), provider: "simulator", replaces: replaces,
      authority: authority)
  }

  private func transfer(
    _ sats: Int64, _ authority: Authority = proved
  ) -> TransferFunds {
    TransferFunds(
      caller: .freelancer, request: nil, from: .entity(2), to: .entity(1),
      amount: .msat(sats * Self.sat), authority: authority)
  }

  private func fund(_ escrow: UUID, _ authority: Authority = plain) throws -> Invoice {
    let escrow = try #require(store.row(Escrow.self, escrow))
    return try store.carryOut(
      FundEscrow(
        caller: .client, request: nil, escrow: escrow.id, made: world.made(for: escrow),
        authority: authority)
    ).invoice
  }

  private func used(_ number: UInt64, _ kind: Spending) -> Int64 {
    (store.row(UserUsage.self, .entity(number))?.used(kind) ?? 0) / Self.sat
  }

  @Test("above the limit a second factor is asked for, and nothing is counted without it")
  func stepUp() throws {
    try store.carryOut(payout(40_000, Self.plain))
    #expect(used(2, .payout) == 40_000)
    for refusal in [
      store.refusal(of: payout(40_001, Self.plain)),
      store.refusal(of: transfer(40_001, Self.plain)),
    ] {
      #expect(refusal?.reason == "STEP_UP_REQUIRED")
      #expect(refusal?.isLasting == false)
    }
    #expect(used(2, .payout) == 40_000)
  }

  @Test("what is moved without the second factor counts together, for an hour")
  func smallParts() throws {
    let first = store.now
    try store.carryOut(payout(15_000, Self.plain))
    // With the proof as much as one likes, and it does not count.
    try store.carryOut(transfer(1_000, Self.proved))
    store.now = first.adding(seconds: AuthLimits.unprovedSeconds - 1)
    try store.carryOut(transfer(25_000, Self.plain))
    for refusal in [
      store.refusal(of: transfer(1, Self.plain)), store.refusal(of: payout(1, Self.plain)),
    ] {
      #expect(refusal?.reason == "STEP_UP_REQUIRED" && refusal?.isLasting == false)
      #expect(refusal?.values["without_pin_maximum_msat"] == "0")
    }
    try store.carryOut(transfer(1, Self.proved))
    // An hour after the first one; what is refused then was not counted.
    store.now = first.adding(seconds: AuthLimits.unprovedSeconds)
    try store.carryOut(transfer(8_000, Self.plain))
    #expect(store.refusal(of: transfer(32_001, Self.plain))?.reason == "STEP_UP_REQUIRED")
    #expect(store.refusal(of: transfer(32_000, Self.plain))?.reason == "DAILY_LIMIT_EXCEEDED")
    let usage = try #require(store.row(UserUsage.self, .entity(2)))
    #expect(usage.unprovedMsat == 8_000 * Self.sat && usage.unprovedSince == store.now)
    #expect(used(2, .payout) == 49_001)
  }

  @Test("midnight ends a day's limit, and not the hour of the second factor")
  func midnight() throws {
    let midnight = Timestamp(microseconds: (store.now.seconds / 86_400 + 1) * 86_400_000_000)
    store.now = midnight.adding(seconds: -60)
    try store.carryOut(payout(40_000, Self.plain))
    store.now = midnight
    #expect(store.refusal(of: payout(1, Self.plain))?.reason == "STEP_UP_REQUIRED")
    try store.carryOut(payout(50_000))
    #expect(used(2, .payout) == 50_000)
  }

  @Test("a server whose clock is behind begins no day anew")
  func skew() throws {
    let midnight = Timestamp(microseconds: (store.now.seconds / 86_400 + 1) * 86_400_000_000)
    store.now = midnight
    try store.carryOut(payout(50_000))
    store.now = midnight.adding(seconds: -1)
    #expect(store.refusal(of: payout(1))?.reason == "DAILY_LIMIT_EXCEEDED")
    #expect(used(2, .payout) == 50_000)
  }

  @Test("releases of a milestone in small parts are one release to the second factor")
  func partsOfRelease() throws {
    let held = try world.escrow(in: .paidLocked).escrow
    func release(_ sats: Int64, _ authority: Authority = Self.plain) -> ReleaseEscrow {
      ReleaseEscrow(
        caller: .client, request: nil, escrow: held.id, amountMsat: sats * Self.sat,
        authority: authority)
    }
    for sats: Int64 in [20_000, 15_000, 5_000] { try store.carryOut(release(sats)) }
    let before = store.contents
    #expect(store.refusal(of: release(1))?.reason == "STEP_UP_REQUIRED")
    #expect(
      store.refusal(
        of: ReleaseMilestone(
          caller: .client, request: nil, escrow: held.id, position: 2, amountMsat: Self.sat,
          authority: Self.plain))?.reason == "STEP_UP_REQUIRED")
    #expect(store.contents == before)
    #expect(try store.carryOut(release(60_000, Self.proved)).escrow.state == .released)
  }

  @Test("payouts and transfers fill one day's limit together, to the last satoshi")
  func together() throws {
    try store.carryOut(payout(30_000))
    try store.carryOut(transfer(19_999))
    #expect(store.refusal(of: payout(2))?.reason == "DAILY_LIMIT_EXCEEDED")
    #expect(store.refusal(of: transfer(2))?.reason == "DAILY_LIMIT_EXCEEDED")
    try store.carryOut(payout(1))
    #expect(store.refusal(of: transfer(1))?.reason == "DAILY_LIMIT_EXCEEDED")
    #expect(used(2, .payout) == 50_000)
  }

  @Test("a transfer in a currency counts by what it is worth")
  func worth() throws {
    func give(_ worthSats: Int64, _ authority: Authority) -> TransferFunds {
      TransferFunds(
        caller: .freelancer, request: nil, from: .entity(2), to: .entity(1),
        amount: Money(asset: .ngn, units: 5), worthMsat: worthSats * Self.sat,
        authority: authority)
    }
    #expect(store.refusal(of: give(40_001, Self.plain))?.reason == "STEP_UP_REQUIRED")
    try store.carryOut(give(50_000, Self.proved))
    #expect(store.refusal(of: give(1, Self.proved))?.reason == "DAILY_LIMIT_EXCEEDED")
  }

  @Test("a day's limit begins anew at midnight UTC, and follows the tier")
  func days() throws {
    try store.carryOut(payout(50_000))
    let midnight = Timestamp(microseconds: (store.now.seconds / 86_400 + 1) * 86_400_000_000)
    store.now = midnight.adding(milliseconds: -1)
    #expect(store.refusal(of: payout(1))?.reason == "DAILY_LIMIT_EXCEEDED")
    store.now = midnight
    try store.carryOut(payout(50_000))
    #expect(used(2, .payout) == 50_000)
    var user = try #require(store.row(User.self, .entity(2)))
    user.setTier(.identified)
    store.put(user)
    try store.carryOut(payout(40_000))
    #expect(store.refusal(of: payout(1))?.reason == "DAILY_LIMIT_EXCEEDED")
    user.setTier(.verified)
    store.put(user)
    try store.carryOut(payout(300_000))
  }

  @Test("what takes a failed payout's place on its day counts once")
  func replaced() throws {
    var failed = try store.carryOut(payout(50_000))
    try failed.settle(.failed(reason: "no route"), at: store.now)
    store.put(failed)
    #expect(store.refusal(of: payout(1))?.reason == "DAILY_LIMIT_EXCEEDED")
    let unproved = payout(50_000, Self.plain, replaces: failed.id)
    #expect(store.refusal(of: unproved)?.reason == "STEP_UP_REQUIRED")
    let second = try store.carryOut(payout(50_000, replaces: failed.id))
    #expect(used(2, .payout) == 50_000)
    // The next day it counts like any other.
    failed = second
    try failed.settle(.failed(reason: "no route"), at: store.now)
    store.put(failed)
    store.now = store.now.adding(seconds: 86_400)
    try store.carryOut(payout(20_000))
    #expect(
      store.refusal(of: payout(50_000, replaces: failed.id))?.reason == "DAILY_LIMIT_EXCEEDED")
    try store.carryOut(payout(30_000, replaces: failed.id))
    #expect(used(2, .payout) == 50_000)
  }

  @Test("a release above the limit needs the second factor, too")
  func release() throws {
    let held = try world.escrow(in: .paidLocked)
    func release(_ authority: Authority) -> ReleaseEscrow {
      ReleaseEscrow(
        caller: .client, request: nil, escrow: held.escrow.id, authority: authority)
    }
    func milestone(_ authority: Authority) -> ReleaseMilestone {
      ReleaseMilestone(
        caller: .client, request: nil, escrow: held.escrow.id, position: 1, authority: authority)
    }
    #expect(store.refusal(of: release(Self.plain))?.reason == "STEP_UP_REQUIRED")
    #expect(store.refusal(of: milestone(Self.plain))?.reason == "STEP_UP_REQUIRED")
    #expect(store.row(Escrow.self, held.escrow.id)?.state == .paidLocked)
    #expect(try store.carryOut(release(Self.proved)).escrow.state == .released)
  }

  @Test("nor does a settlement, or money that others share, go past the second factor")
  func otherWays() throws {
    let held = try world.escrow(in: .paidLocked).escrow
    func shares(_ authority: Authority) -> SetPayees {
      SetPayees(
        caller: .freelancer, request: nil, escrow: held.id,
        shares: [.init(user: .entity(3), weight: 1)], authority: authority)
    }
    #expect(store.refusal(of: shares(Self.plain))?.reason == "STEP_UP_REQUIRED")
    try store.carryOut(shares(Self.proved))
    let dispute = try store.carryOut(
      OpenDispute(caller: .freelancer, request: nil, escrow: held.id, reason: "x"))
    func offer(by caller: Caller, _ satoshis: Int64, _ authority: Authority) -> ProposeSettlement {
      ProposeSettlement(
        caller: caller, request: nil, dispute: dispute.id,
        toFreelancerMsat: satoshis * Self.sat,
        toClientMsat: dispute.frozenMsat - satoshis * Self.sat, authority: authority)
    }
    func accept(_ offer: Int32, _ authority: Authority) -> AcceptSettlement {
      AcceptSettlement(
        caller: .client, request: nil, dispute: dispute.id, offer: offer, authority: authority)
    }
    #expect(
      store.refusal(of: offer(by: .client, 40_001, Self.plain))?.reason == "STEP_UP_REQUIRED")
    try store.carryOut(offer(by: .client, 40_000, Self.plain))
    // What the freelancer asks for is the client's to give, and the rest of it the freelancer's.
    #expect(
      store.refusal(of: offer(by: .freelancer, 59_999, Self.plain))?.reason == "STEP_UP_REQUIRED")
    try store.carryOut(offer(by: .freelancer, 60_000, Self.plain))
    #expect(store.refusal(of: accept(2, Self.plain))?.reason == "STEP_UP_REQUIRED")
    #expect(try store.carryOut(accept(2, Self.proved)).state == .settled)
  }

  @Test("each escrow's funding fills the client's day, and an invoice in place of another does not")
  func funding() throws {
    let first = try world.escrow(in: .created).escrow.id
    let second = try world.escrow(in: .created).escrow.id
    let invoice = try fund(first)
    #expect(used(1, .funding) == 100_000)
    // The open invoice is given again.
    #expect(try fund(first).id == invoice.id)
    #expect(throws: IdentityError.limitExceeded(remainingMsat: 50_000 * Self.sat)) {
      _ = try fund(second)
    }
    store.now = invoice.expiresAt
    try store.carryOut(ExpireInvoice(invoice: invoice.id))
    let again = try fund(first)
    #expect(again.id != invoice.id)
    #expect(used(1, .funding) == 100_000)
    try world.pay(again)
    #expect(throws: IdentityError.limitExceeded(remainingMsat: 50_000 * Self.sat)) {
      _ = try fund(second)
    }
    // Another day, before the time to pay is over.
    store.now = Timestamp(microseconds: (store.now.seconds / 86_400 + 1) * 86_400_000_000)
    _ = try fund(second)
    #expect(used(1, .funding) == 100_000)
  }

  @Test("an invoice in place of one of another day counts anew")
  func refreshed() throws {
    let first = try world.escrow(in: .created).escrow.id
    let second = try world.escrow(in: .created).escrow.id
    let yesterday = try fund(first)
    store.now = Timestamp(microseconds: (store.now.seconds / 86_400 + 1) * 86_400_000_000)
    _ = try fund(second)
    func refresh(_ authority: Authority) -> RefreshInvoice {
      RefreshInvoice(
        caller: .client, request: nil, invoice: yesterday.id,
        made: world.made(for: world.held(first).escrow), authority: authority)
    }
    let before = store.contents
    #expect(store.refusal(of: refresh(Self.plain))?.reason == "DAILY_LIMIT_EXCEEDED")
    #expect(store.contents == before)
    #expect(used(1, .funding) == 100_000)
    try store.carryOut(refresh(.unlimited))
  }

  @Test("the rest of a part that was paid is counted once")
  func parts() throws {
    let escrow = try world.escrow(in: .created).escrow.id
    let first = try fund(escrow)
    try world.pay(first, msat: 30_000 * Self.sat)
    let second = try fund(escrow)
    #expect(second.amountMsat == 70_000 * Self.sat)
    #expect(used(1, .funding) == 100_000)
  }

  /// What was asked for before, and what of it the next invoice's limit holds already.
  struct Asked: Sendable {
    /// Each invoice: its amount, what was paid, and whether that was after the last one was made.
    let earlier: [(asked: Int64, paid: Int64, isLate: Bool)]
    let counted: Int64
  }

  @Test(
    "what an invoice counts is what it asks for beyond what was asked for today",
    arguments: [
      Asked(earlier: [], counted: 0),
      Asked(earlier: [(20, 0, false)], counted: 20),
      Asked(earlier: [(20, 8, false)], counted: 12),
      Asked(earlier: [(20, 20, false)], counted: 0),
      Asked(earlier: [(20, 25, false)], counted: 0),
      Asked(earlier: [(20, 0, false), (20, 0, false)], counted: 20),
      Asked(earlier: [(20, 20, false), (20, 5, false)], counted: 15),
      Asked(earlier: [(20, 20, true), (20, 0, false)], counted: 0),
      Asked(earlier: [(20, 5, true), (20, 0, false)], counted: 15),
    ])
  func counted(asked: Asked) {
    let invoices = asked.earlier.enumerated().map { index, each in
      Invoice(
        id: .entity(UInt64(index)), escrow: .entity(10), provider: "", reference: "",
        providerID: "", paymentHash: [], paymentRequest: "", amountMsat: each.asked,
        paidMsat: each.paid, state: each.paid > 0 ? .settled : .expired,
        createdAt: Timestamp.start.adding(seconds: Int64(index)), expiresAt: .start,
        settledAt: each.paid > 0
          ? Timestamp.start.adding(seconds: each.isLate ? 100 : Int64(index)) : nil)
    }
    #expect(FundEscrow.countedMsat(of: invoices.reversed(), at: .start) == asked.counted)
    let tomorrow = Timestamp.start.adding(seconds: 86_400)
    #expect(FundEscrow.countedMsat(of: invoices, at: tomorrow) == 0)
  }

  @Test("who is frozen moves nothing, even where nothing is limited")
  func frozen() throws {
    let held = try world.escrow(in: .created)
    for number in UInt64(1)...2 {
      var user = try #require(store.row(User.self, .entity(number)))
      try user.setFrozen(true, at: .start)
      store.put(user)
    }
    for authority in [Authority.unlimited, Self.proved] {
      #expect(store.refusal(of: payout(1, authority))?.reason == "ACCOUNT_FROZEN")
      #expect(store.refusal(of: transfer(1, authority))?.reason == "ACCOUNT_FROZEN")
      #expect(throws: AuthError.accountFrozen) { _ = try fund(held.escrow.id, authority) }
    }
    #expect(store.rows(UserUsage.self).isEmpty)
  }

  @Test("on two servers at once, a day's limit holds")
  func twoServers() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let (users, accounts) = (store.rows(User.self), store.rows(Account.self))
    let give = transfer(3_000)
    try await withEngine(conninfo, stripe: 0) { first in
      try await withEngine(conninfo, stripe: 1) { second in
        for user in users { try await first.commit(PutRow(row: user)) }
        for account in accounts { try await first.commit(PutRow(row: account)) }
        let started = (0..<40).map { number in
          (number % 2 == 0 ? first : second).start(give)
        }
        var accepted = 0
        for task in started {
          do {
            _ = try await task.value
            accepted += 1
          } catch let refusal as Refusal {
            #expect(refusal.reason == "DAILY_LIMIT_EXCEEDED")
          }
        }
        #expect(accepted == 16)
        let usage = try await first.fetch(UserUsage.self, by: "id", .uuid(.entity(2)))
        #expect(usage.first?.payoutMsat == 48_000 * Self.sat)
        #expect(first.bugs.isEmpty && second.bugs.isEmpty)
      }
    }
  }
}

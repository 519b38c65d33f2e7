import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Commands on a payout")
struct PayoutCommandTests {
  private let world = World()
  private var store: MemoryStore { world.store }
  private let float = AccountID.platform(.providerFloat, asset: .btc, stripe: 0)

  /// The freelancer has 97 500 000 msat.
  init() throws { _ = try world.escrow(in: .released) }

  private func create(_ amountMsat: Int64 = 50_000_000, fee: Int64 = 500_000) -> CreatePayout {
    CreatePayout(
      caller: .freelancer, request: nil, user: .entity(2), amountMsat: amountMsat,
      feeLimitMsat: fee, lightningAddress: "ada@example.org", provider: "simulator")
  }

  private func begin(_ payout: Payout, _ request: String = "lnbc1") throws -> Payout {
    try store.carryOut(
      BeginPayoutAttempt(payout: payout.id, version: payout.version, paymentRequest: request))
  }

  @Test("a payout sets amount and highest fee aside")
  func reserve() throws {
    let payout = try store.carryOut(create())
    #expect(store.wallet(.entity(2)) == 47_000_000)
    #expect(store.balance(payout.account) == 50_500_000)
    #expect(store.events.last?.type == "payout.reserved")
    #expect(store.discrepancies.isEmpty)
  }

  @Test(
    "more than the wallet holds is refused",
    arguments: [(Int64(97_000_000), Int64(501_000)), (98_000_000, 0), (20_000_000_000, 0)])
  func notCovered(amount: Int64, fee: Int64) {
    let before = store.contents
    let refusal = store.refusal(of: create(amount, fee: fee))
    #expect(refusal?.reason == "INSUFFICIENT_FUNDS")
    #expect(refusal?.isLasting == true)
    #expect(store.contents == before)
  }

  @Test("nothing leaves a frozen wallet, and it does once it has thawed")
  func frozen() throws {
    var freeze = WalletFreeze(user: .entity(2))
    freeze.set(isFrozen: true, reason: "asked about", at: .start)
    store.put(freeze)
    let refusal = store.refusal(of: create())
    #expect(refusal?.reason == "WALLET_FROZEN")
    #expect(refusal?.isLasting == false)
    #expect(store.wallet(.entity(2)) == 97_500_000)
    freeze.set(isFrozen: false, reason: "answered", at: .start)
    store.put(freeze)
    try store.carryOut(create())
    #expect(store.wallet(.entity(2)) == 47_000_000)
  }

  @Test("somebody without a wallet has no money")
  func noWallet() {
    let command = CreatePayout(
      caller: .stranger, request: nil, user: .entity(3), amountMsat: 1_000, feeLimitMsat: 0,
      lightningAddress: "x@example.org", provider: "simulator")
    #expect(store.refusal(of: command)?.reason == "INSUFFICIENT_FUNDS")
  }

  @Test("success pays what was charged and returns the rest of the fee limit")
  func success() throws {
    let payout = try begin(try store.carryOut(create()))
    let settled = try store.carryOut(
      SettlePayout(payout: payout.id, outcome: .succeeded(feeMsat: 123_000, preimage: [9])))
    #expect(settled.state == .succeeded)
    #expect(store.balance(payout.account) == 0)
    #expect(store.wallet(.entity(2)) == 97_500_000 - 50_123_000)
    #expect(store.balance(float) == 100_000_000 - 50_123_000)
    #expect(store.events.last?.type == "payout.succeeded")
    #expect(store.discrepancies.isEmpty)
  }

  @Test("failure returns everything")
  func failure() throws {
    let payout = try begin(try store.carryOut(create()))
    try store.carryOut(SettlePayout(payout: payout.id, outcome: .failed(reason: "no route")))
    #expect(store.balance(payout.account) == 0)
    #expect(store.wallet(.entity(2)) == 97_500_000)
    #expect(store.balance(float) == 100_000_000)
    #expect(store.discrepancies.isEmpty)
  }

  @Test(
    "no answer moves nothing, and asking again without news is no event",
    arguments: [
      Payout.Outcome.pending, .unknown,
    ])
  func noAnswer(outcome: Payout.Outcome) throws {
    let payout = try begin(try store.carryOut(create()))
    let events = store.events.count
    for _ in 0..<3 {
      try store.carryOut(SettlePayout(payout: payout.id, outcome: outcome))
    }
    #expect(store.events.count == events + 1)
    #expect(store.balance(payout.account) == 50_500_000)
    #expect(store.wallet(.entity(2)) == 47_000_000)
  }

  @Test("what is final stays, whatever the provider says later")
  func final() throws {
    let payout = try begin(try store.carryOut(create()))
    try store.carryOut(SettlePayout(payout: payout.id, outcome: .failed(reason: "x")))
    let before = store.contents
    for outcome in [Payout.Outcome.failed(reason: "y"), .pending, .unknown] {
      #expect(
        store.refusal(of: SettlePayout(payout: payout.id, outcome: outcome))?.reason
          == "ILLEGAL_TRANSITION")
    }
    #expect(store.contents == before)
  }

  @Test("what is paid after it had failed moves nothing, and people are told once")
  func contradicted() throws {
    let payout = try begin(try store.carryOut(create()))
    try store.carryOut(SettlePayout(payout: payout.id, outcome: .failed(reason: "x")))
    func books() -> [String] { store.contents.filter { !$0.hasPrefix("Payout(") } }
    let (before, events) = (books(), store.events.count)
    for _ in 0..<3 {
      let kept = try store.carryOut(
        SettlePayout(payout: payout.id, outcome: .succeeded(feeMsat: 0, preimage: [])))
      #expect(kept.state == .failed && kept.contradiction == .open)
    }
    #expect(books() == before)
    #expect(store.events.count == events + 1)
    #expect(store.events.last?.type == "payout.contradicted" && store.events.last?.parties == [])
  }

  @Test("a payout that never left contradicts nobody")
  func neverLeft() throws {
    let payout = try store.carryOut(create())
    try store.carryOut(SettlePayout(payout: payout.id, outcome: .failed(reason: "x")))
    let success = SettlePayout(payout: payout.id, outcome: .succeeded(feeMsat: 0, preimage: []))
    #expect(store.refusal(of: success)?.reason == "ILLEGAL_TRANSITION")
  }

  @Test(
    "a fee over the limit ends the payout: the user pays the limit, the platform the rest, and it is told once"
  )
  func feeOverLimit() throws {
    let payout = try begin(try store.carryOut(create()))
    let outcome = Payout.Outcome.succeeded(feeMsat: 500_001, preimage: [])
    let paid = try store.carryOut(SettlePayout(payout: payout.id, outcome: outcome))
    #expect(paid.state == .succeeded && paid.feeUnits == 500_000 && paid.feeMsat == 500_001)
    #expect(paid.chargedMsat == 50_500_001)
    #expect(store.balance(payout.account) == 0)
    #expect(store.wallet(.entity(2)) == 97_500_000 - 50_500_000)
    #expect(store.balance(float) == 100_000_000 - 50_500_001)
    #expect(store.balance(.platform(.fxSpread, asset: .btc, stripe: 0)) == -1)
    #expect(store.discrepancies.isEmpty)
    #expect(store.events.last?.type == "payout.succeeded" && store.events.last?.reason != nil)
    let before = store.contents
    #expect(
      store.refusal(of: SettlePayout(payout: payout.id, outcome: outcome))?.reason
        == "ILLEGAL_TRANSITION")
    #expect(store.contents == before)
  }

  @Test("a fee within the limit is nothing to tell of")
  func feeWithinLimit() throws {
    let payout = try begin(try store.carryOut(create()))
    try store.carryOut(
      SettlePayout(payout: payout.id, outcome: .succeeded(feeMsat: 500_000, preimage: [])))
    let event = try #require(store.events.last)
    #expect(event.type == "payout.succeeded" && event.reason == nil)
  }

  @Test("a worker that saw an older version changes nothing")
  func version() throws {
    let payout = try store.carryOut(create())
    _ = try begin(payout)
    let before = store.contents
    #expect(throws: Refusal.payoutMoved) { _ = try begin(payout, "lnbc2") }
    #expect(throws: Refusal.payoutMoved) {
      try store.carryOut(PostponePayout(payout: payout.id, version: payout.version, reason: "away"))
    }
    #expect(store.contents == before)
  }

  @Test("a payout that is not there is refused")
  func unknown() {
    #expect(
      store.refusal(of: SettlePayout(payout: .entity(77), outcome: .pending))?.code == .notFound)
    #expect(
      store.refusal(of: PostponePayout(payout: .entity(77), version: 1, reason: ""))?.code
        == .aborted)
  }
}

import Testing

@testable import PayLytServer

@Suite("Payouts that a bank sends back")
struct RailReversalTests {
  @Test(
    "money that a bank sends back is the user's again, without the fee",
    arguments: [
      Asset.btc, .ngn,
    ])
  func reversal(source: Asset) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(source)
      try await desk.step(payout)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let paid = try await desk.row(payout)
      try await desk.turn("payouts/\(payout.reference)/reverse", "{}")
      try await #expect(desk.worker.ask(reference: payout.reference))
      try await #expect(desk.row(payout).state == .reversed)
      let whole = source == .btc ? RailDesk.bitcoin : RailDesk.naira
      try await #expect(desk.wallet(source) == whole - paid.feeUnits)
      try await #expect(desk.worker.ask(reference: payout.reference))
      try await #expect(desk.wallet(source) == whole - paid.feeUnits)
      try await desk.expectSameBooks()
    }
  }

  /// Whether the provider keeps its fee, of a payout that we had heard to have arrived or not.
  struct Return: Sendable, CustomTestStringConvertible {
    let source: Asset
    let wasHeardOf: Bool
    let keepsFee: Bool?

    var testDescription: String {
      let fee = keepsFee.map { $0 ? "kept" : "given back" } ?? "as it is usual"
      return "\(source), \(wasHeardOf ? "heard of" : "unheard"), fee \(fee)"
    }

    var feeSat: Int64 { keepsFee ?? wasHeardOf ? 20 : 0 }

    static let all = [Asset.btc, .ngn].flatMap { source in
      [true, false].flatMap { heard in
        [true, false, nil].map { Return(source: source, wasHeardOf: heard, keepsFee: $0) }
      }
    }
  }

  @Test(
    "what comes back costs the fee that the provider keeps, whether or not we knew that it arrived",
    arguments: Return.all)
  func keptFee(_ back: Return) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(back.source)
      try await desk.arm("finalize_payout", "hold_payment")
      try await #expect(desk.step(payout) == .submitted)
      if back.wasHeardOf {
        try await desk.turn("payouts/\(payout.reference)/settle", "{}")
        try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      }
      let keeps = back.keepsFee.map { #"{"keeps_fee":\#($0)}"# } ?? "{}"
      try await desk.turn("payouts/\(payout.reference)/reverse", keeps)
      try await #expect(desk.worker.ask(reference: payout.reference))
      let done = try await desk.row(payout)
      #expect(done.state == .reversed)
      #expect(done.feeUnits == payout.terms.feeUnits(ofMsat: back.feeSat * 1000))
      #expect(done.feeMsat == back.feeSat * 1000)
      let whole = back.source == .btc ? RailDesk.bitcoin : RailDesk.naira
      try await #expect(desk.wallet(back.source) == whole - done.feeUnits)
      try await #expect(desk.engine.balance(payout.account) == 0)
      try await #expect(desk.platform(.fxSpread) == 0)
      try await desk.expectSameBooks()
      let compared = try await RailPayoutTests.compare(desk)
      #expect(compared.findings.isEmpty && compared.entriesHere == (back.feeSat == 0 ? 0 : 1))
      // Told again, it is not booked again.
      try await #expect(desk.worker.ask(reference: payout.reference))
      try await #expect(desk.wallet(back.source) == whole - done.feeUnits)
      try await desk.expectSameBooks()
    }
  }

  @Test(
    "what the provider gives back more or less than it had taken, or keeps on top, is the platform's",
    arguments: [
      // Returned, kept: the fee was 20 sats, of 50 000.
      (Int64(50_003_000), Int64?.some(20_000), Int64(3_000)), (49_990_000, 20_000, -10_000),
      (50_000_000, 25_000, -5_000), (0, 25_000, -50_005_000), (50_000_000, nil, 0),
      (50_001_000, 12_000, 1_000),
    ], [Asset.btc, .ngn])
  func slippage(back: (Int64, Int64?, Int64), source: Asset) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(source)
      try await desk.step(payout)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let floated = try await desk.platform(.providerFloat)
      // The numbers are those of bitcoin; naira cost as much as they did.
      let moved = payout.terms.coverMsat - 50_000_000
      let returned = back.0 == 0 ? 0 : back.0 + moved
      let done = try await desk.engine.carryOut(
        SettlePayout(
          payout: payout.id,
          outcome: .reversed(returnedMsat: returned, keptFeeMsat: back.1, reason: "closed")))
      let feeBack = 20_000 - (back.1 ?? 20_000)
      try await #expect(desk.platform(.providerFloat) == floated + returned + feeBack)
      let spread = back.0 == 0 ? back.2 - moved : back.2
      try await #expect(desk.platform(.fxSpread) == spread)
      let whole = source == .btc ? RailDesk.bitcoin : RailDesk.naira
      let fee = payout.terms.feeUnits(ofMsat: min(20_000, back.1 ?? 20_000))
      #expect(done.feeUnits == fee)
      try await #expect(desk.wallet(source) == whole - fee)
    }
  }

  @Test(
    "a fee over the limit costs the user the limit and the platform the rest, also when it comes back",
    arguments: [Asset.btc, .ngn], [true, false])
  func overcharged(source: Asset, wasHeardOf: Bool) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(source)
      try await desk.arm("finalize_payout", "hold_payment")
      try await #expect(desk.step(payout) == .submitted)
      let (cover, limit) = (payout.terms.coverMsat, payout.terms.feeLimitUnits)
      let (whole, amount) =
        source == .btc
        ? (RailDesk.bitcoin, cover) : (RailDesk.naira, payout.terms.amount.units)
      // A thousand satoshis more than the limit.
      let fee = payout.terms.feeLimitMsat + 1_000_000
      if wasHeardOf {
        let arrived = try await desk.engine.carryOut(
          SettlePayout(
            payout: payout.id,
            outcome: .succeeded(feeMsat: fee, chargedMsat: nil, preimage: [])))
        #expect(arrived.state == .succeeded && arrived.feeUnits == limit)
        try await #expect(desk.wallet(source) == whole - amount - limit)
        try await #expect(desk.platform(.fxSpread) == -1_000_000)
      }
      let back = Payout.Outcome.reversed(returnedMsat: cover, keptFeeMsat: fee, reason: "closed")
      let done = try await desk.engine.carryOut(SettlePayout(payout: payout.id, outcome: back))
      #expect(done.state == .reversed && done.feeUnits == limit && done.feeMsat == fee)
      try await #expect(desk.wallet(source) == whole - limit)
      try await #expect(desk.engine.balance(payout.account) == 0)
      try await #expect(desk.platform(.fxSpread) == -1_000_000)
      try await #expect(desk.platform(.providerFloat) == RailDesk.bitcoin - fee)
      await #expect(throws: PayoutError.illegalTransition(from: .reversed).refusal) {
        try await desk.engine.commit(SettlePayout(payout: payout.id, outcome: back))
      }
    }
  }

  @Test("of a fee over the limit the user gets back only what was theirs")
  func overchargeGivenBack() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.arm("finalize_payout", "hold_payment")
      try await desk.step(payout)
      let fee = payout.terms.feeLimitMsat + 7_000
      for outcome in [
        Payout.Outcome.succeeded(feeMsat: fee, chargedMsat: nil, preimage: []),
        .reversed(returnedMsat: payout.terms.coverMsat, keptFeeMsat: 0, reason: "closed"),
      ] { try await desk.engine.commit(SettlePayout(payout: payout.id, outcome: outcome)) }
      try await #expect(desk.wallet() == RailDesk.bitcoin)
      try await #expect(desk.platform(.fxSpread) == 0)
      try await #expect(desk.platform(.providerFloat) == RailDesk.bitcoin)
    }
  }

  @Test("what a bank sends back days later is found by asking, when no webhook tells of it")
  func polledReversal() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.step(payout)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let paid = try await desk.row(payout)
      let watcher = ReversalWatcher(
        database: desk.engine.database, worker: desk.worker, clock: desk.clock)
      // Nothing has come back: asked about every hour, which changes nothing of the payout.
      for _ in 0..<3 {
        desk.clock.advance(seconds: PayoutLimits.reversalPauseSeconds)
        try await #expect(watcher.step() == false)
        try await #expect(desk.row(payout).version == paid.version)
      }
      try await desk.turn("payouts/\(payout.reference)/reverse", "{}")
      // It was asked about just now.
      try await #expect(watcher.step() == false)
      try await #expect(desk.row(payout).state == .succeeded)
      desk.clock.advance(seconds: 3 * 86_400)
      try await #expect(watcher.step() == false)
      try await #expect(desk.row(payout).state == .reversed)
      try await #expect(desk.wallet() == RailDesk.bitcoin - paid.feeUnits)
      try await desk.expectSameBooks()
    }
  }

  @Test("after thirty days nobody asks any more; who has heard may have it asked")
  func tooOldToReverse() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.step(payout)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      try await desk.turn("payouts/\(payout.reference)/reverse", "{}")
      desk.clock.advance(seconds: PayoutLimits.reversalSeconds)
      let watcher = ReversalWatcher(
        database: desk.engine.database, worker: desk.worker, clock: desk.clock)
      _ = try await watcher.step()
      try await #expect(desk.row(payout).state == .succeeded)
      try await desk.worker.requery(desk.row(payout))
      try await #expect(desk.row(payout).state == .reversed)
      try await desk.expectSameBooks()
    }
  }
}

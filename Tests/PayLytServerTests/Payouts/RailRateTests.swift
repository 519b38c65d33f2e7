import Testing

@testable import PayLytServer

/// The simulator's rail takes the market's rate: 1 000 satoshis for 1 500 naira.
@Suite("The rates of payouts to banks")
struct RailRateTests {
  @Test(
    "a quote that is far from the market counts as none, in either direction",
    arguments: [
      (Int64(10_000), false), (112, false), (109, true), (100, true), (92, true), (88, false),
      (1, false),
    ], [Asset.btc, .ngn])
  func market(price: (Int64, Bool), source: Asset) async throws {
    try await RailDesk.with { desk in
      let (percent, isTaken) = price
      let rail = OtherWords(rail: desk.rail, price: percent)
      let amount: Money =
        source == .btc ? .msat(50_000_000) : Money(asset: .ngn, units: 7_000_000)
      if isTaken {
        _ = try await desk.engine.carryOut(try await desk.quote(amount, source, on: rail))
      } else {
        // Where the corridor's bounds do not refuse it already.
        await #expect(throws: (any Error).self) {
          _ = try await desk.quote(amount, source, on: rail)
        }
      }
    }
  }

  @Test(
    "a quote is used for a quarter of an hour, and for half a minute where its price is ours",
    arguments: [(Asset.btc, Int64(900)), (.ngn, 30)], [Int64(0), 86_400, 315_360_000, -880])
  func life(source: (Asset, Int64), moreSeconds: Int64) async throws {
    try await RailDesk.with { desk in
      let (asset, seconds) = source
      let amount: Money =
        asset == .btc ? .msat(50_000_000) : Money(asset: .ngn, units: 7_000_000)
      let rail = OtherWords(rail: desk.rail, moreSeconds: moreSeconds)
      let quote = try await desk.engine.carryOut(
        try await desk.quote(amount, asset, on: rail))
      let life = min(seconds, 900 + moreSeconds)
      #expect(quote.expiresAt == desk.clock.now().adding(seconds: life))
      let lock = min(900 + moreSeconds, seconds + PayoutLimits.lockSecondsMax)
      #expect(quote.lockedUntil == desk.clock.now().adding(seconds: lock))
      desk.clock.advance(seconds: life)
      await #expect(throws: PayoutQuoteError.expired.refusal) {
        try await desk.engine.commit(
          CreatePayout(
            caller: .freelancer, request: nil, user: .entity(2), order: .quote(quote.id),
            provider: desk.rail.name))
      }
    }
  }

  @Test("what was ordered in time is handed over again as long as the rail has locked its rate")
  func handedOverLater() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(.ngn)
      try await desk.arm("initialize_payout", "down", count: 1)
      try await #expect(desk.step(payout) == .unknown)
      var state = PayoutState.unknown
      for _ in 0..<4 where !state.isFinal { state = try await desk.step(payout, seconds: 200) }
      #expect(state == .succeeded)
      try await desk.expectSameBooks()
    }
  }

  @Test(
    "the refusal says that the provider is not there", arguments: [112, 88] as [Int64])
  func reason(percent: Int64) async throws {
    try await RailDesk.with { desk in
      await #expect(throws: ProviderError.unavailable(reason: "the quote is far from the market")) {
        _ = try await desk.quote(
          Money(asset: .ngn, units: 999_000), .ngn,
          on: OtherWords(rail: desk.rail, price: percent))
      }
    }
  }

  @Test(
    "a currency is never paid out for less than it is sold for",
    arguments: [Int64(92), 100, 101, 102, 109], [Int64(100_000), 999_999, 7_000_000])
  func neverBelow(percent: Int64, minor: Int64) async throws {
    try await RailDesk.with { desk in
      let order = Money(asset: .ngn, units: minor)
      let made = try await desk.quote(
        order, .ngn, on: OtherWords(rail: desk.rail, price: percent)
      ).made
      #expect(made.settlement == order)
      // Whoever changes as much bitcoin as the rail takes gets no more than the payout costs.
      let pair = try #require(AssetPair(from: .btc, to: .ngn))
      let mid = try await desk.orders.rates.rate(of: .ngn).mid
      let sold = try ConversionTerms(pair, .giving(made.coverMsat), mid: mid, spread: 50).toUnits
      #expect(made.amount.asset == .ngn)
      #expect(made.amount.units >= max(minor, sold))
      #expect(made.amount.units <= max(minor, sold + 1))
      // At the market's rate, and a little above it, it costs what is paid out.
      #expect((made.amount.units == minor) == (percent <= 100))
    }
  }

  @Test("what costs more than is paid out is booked as such, and given back as such")
  func dearer() async throws {
    try await RailDesk.with { desk in
      let rail = OtherWords(rail: desk.rail, price: 105)
      let quote = try await desk.engine.carryOut(
        try await desk.quote(Money(asset: .ngn, units: 7_000_000), .ngn, on: rail))
      #expect(quote.amount.units > 7_000_000 && quote.settlement.units == 7_000_000)
      let payout = try await desk.engine.carryOut(
        CreatePayout(
          caller: .freelancer, request: nil, user: .entity(2), order: .quote(quote.id),
          provider: desk.rail.name))
      try await desk.step(payout)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let paid = try await desk.row(payout)
      try await #expect(
        desk.wallet(.ngn) == RailDesk.naira - quote.amount.units - paid.feeUnits)
      try await desk.turn("payouts/\(payout.reference)/reverse", "{}")
      try await #expect(desk.worker.ask(reference: payout.reference))
      try await #expect(desk.wallet(.ngn) == RailDesk.naira - paid.feeUnits)
      try await desk.expectSameBooks()
    }
  }

  @Test(
    "people are told of a rail that takes clearly more than it had quoted",
    arguments: [(Int64(50_000_000), false), (50_501_000, false), (50_502_000, true)])
  func slippage(taken: Int64, isTold: Bool) throws {
    let terms = PayoutTerms(
      method: .bank, amount: .msat(50_000_000), feeLimitUnits: 100_000, coverMsat: 50_000_000,
      settlement: Money(asset: .ngn, units: 7_500_000), destination: "", beneficiary: nil,
      quote: nil, providerQuoteID: "")
    let outcome = Payout.Outcome.succeeded(feeMsat: 0, chargedMsat: taken, preimage: [])
    #expect(terms.isOvercharged(by: outcome) == isTold)
  }
}

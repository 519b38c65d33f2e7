import PayLytAPI
import Testing

@testable import PayLytServer

@Suite("How much of a currency may be open")
struct ExposureTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  /// The freelancer has 97 500 000 msat.
  init() throws { _ = try world.escrow(in: .released) }

  private static func limits(_ units: Int64) -> ExposureLimits {
    var limits = ExposureLimits()
    limits.limit(.ngn, to: units)
    return limits
  }

  private static func terms(
    _ from: Asset, _ to: Asset, _ units: Int64
  ) throws -> ConversionTerms {
    let pair = try #require(AssetPair(from: from, to: to))
    let mid = try #require(BitcoinRate(15, per: 100))
    return try ConversionTerms(pair, .giving(units), mid: mid, spread: 100)
  }

  private func execute(
    _ from: Asset, _ to: Asset, _ units: Int64, _ exposure: ExposureLimits
  ) throws -> ExecuteQuote {
    let quote = try store.carryOut(
      CreateFxQuote(
        caller: .freelancer, request: nil, user: .entity(2),
        terms: try Self.terms(from, to, units), quoteSeconds: 30))
    return ExecuteQuote(
      caller: .freelancer, request: nil, user: .entity(2), quote: quote.id, exposure: exposure)
  }

  private var open: Int64 {
    (0..<UInt8(AccountKind.stripes)).reduce(0) { sum, stripe in
      sum + store.balance(.platform(.fxPool, asset: .ngn, stripe: stripe))
        - store.balance(.platform(.losses, asset: .ngn, stripe: stripe))
    }
  }

  @Test("up to the limit is changed, and not one unit further, over all stripes")
  func bound() throws {
    // What other servers have left: 600 000 are owed.
    for (stripe, units) in [(3, 400_000), (9, 200_000)] as [(UInt8, Int64)] {
      let pool = AccountID.platform(.fxPool, asset: .ngn, stripe: stripe)
      let wallet = AccountID(of: .entity(3), kind: .wallet, asset: .ngn)
      try store.carryOut(
        PostAll(request: nil, moves: [.init(amount: units, debit: pool, credit: wallet)]))
    }
    let limit = Self.limits(1_000_000)
    try store.carryOut(try execute(.btc, .ngn, 2_000_000, limit))
    #expect(open == -900_000)
    let over = try execute(.btc, .ngn, 666_680, limit)
    let before = store.contents
    #expect(store.refusal(of: over)?.reason == "EXPOSURE_LIMIT")
    #expect(store.contents == before)
    // 100 000 naira to the last unit.
    try store.carryOut(try execute(.btc, .ngn, 666_667, limit))
    #expect(open == -1_000_000)
    #expect(store.refusal(of: try execute(.btc, .ngn, 7, limit))?.reason == "EXPOSURE_LIMIT")
    #expect(store.discrepancies.isEmpty)
  }

  @Test("what a correction gives away is owed as well, and changing it leads nowhere further")
  func corrected() throws {
    let wallet = AccountID(of: .entity(2), kind: .wallet, asset: .ngn)
    try store.carryOut(
      PostAll(
        request: nil,
        moves: [
          .init(
            amount: 900_000, debit: .platform(.losses, asset: .ngn, stripe: 5), credit: wallet)
        ]))
    #expect(open == -900_000)
    let limit = Self.limits(1_000_000)
    #expect(store.refusal(of: try execute(.btc, .ngn, 700_000, limit))?.reason == "EXPOSURE_LIMIT")
    try store.carryOut(try execute(.ngn, .btc, 900_000, limit))
    #expect(open == 0 && store.discrepancies.isEmpty)
  }

  @Test("what leads back is welcome, however far it is; and beyond zero the limit holds again")
  func back() throws {
    try store.carryOut(try execute(.btc, .ngn, 20_000_000, .unlimited))
    #expect(open == -3_000_000)
    let limit = Self.limits(100_000)
    let wallet = store.balance(AccountID(of: .entity(2), kind: .wallet, asset: .ngn))
    try store.carryOut(try execute(.ngn, .btc, wallet, limit))
    #expect(open == wallet - 3_000_000)
    // Other people's naira, more than the platform wants to hold.
    let theirs = AccountID(of: .entity(2), kind: .wallet, asset: .ngn)
    try store.carryOut(
      PostAll(
        request: nil,
        moves: [
          .init(
            amount: 1_000_000, debit: .platform(.rounding, asset: .ngn, stripe: 0), credit: theirs)
        ]))
    #expect(
      store.refusal(of: try execute(.ngn, .btc, 1_000_000, limit))?.reason == "EXPOSURE_LIMIT")
    try store.carryOut(try execute(.ngn, .btc, -open + 100_000, limit))
    #expect(open == 100_000)
  }

  @Test("a currency without a limit has none")
  func unlimited() throws {
    var limits = ExposureLimits()
    limits.limit(.usd, to: 1)
    try store.carryOut(try execute(.btc, .ngn, 90_000_000, limits))
    #expect(open == -13_500_000)
  }

  @Test("a release at a quote is held to the same limit, and moves nothing when it is over it")
  func release() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow
    let quote = try store.carryOut(
      CreateFxQuote(
        caller: .freelancer, request: nil, user: .entity(2),
        terms: try Self.terms(.btc, .ngn, 97_500_000), quoteSeconds: 30))
    func release(_ limits: ExposureLimits) -> ReleaseEscrow {
      var release = ReleaseEscrow(
        caller: .client, request: nil, escrow: escrow.id, quote: quote.id)
      release.exposure = limits
      return release
    }
    let before = store.contents
    #expect(store.refusal(of: release(Self.limits(14_624_999)))?.reason == "EXPOSURE_LIMIT")
    #expect(store.contents == before)
    try store.carryOut(release(Self.limits(14_625_000)))
    #expect(open == -14_625_000)
  }

  @Test("two servers that change at the same time stay below the limit together")
  func concurrent() async throws {
    let terms = try Self.terms(.btc, .ngn, 1_000_000)
    let limit = Self.limits(10 * 150_000)
    try await withEngine { first in
      try await first.commit(PostAll.paying(100_000_000, to: 2))
      let second = Engine(first.database, stripe: 40)
      var commands: [ExecuteQuote] = []
      for _ in 0..<30 {
        let quote = try await first.carryOut(
          CreateFxQuote(
            caller: .freelancer, request: nil, user: .entity(2), terms: terms, quoteSeconds: 900))
        commands.append(
          ExecuteQuote(
            caller: .freelancer, request: nil, user: .entity(2), quote: quote.id,
            exposure: limit))
      }
      let (half, rest) = (Array(commands[..<15]), Array(commands[15...]))
      async let some = first.commitAll(half)
      async let others = second.commitAll(rest)
      let outcomes = await some + others
      #expect(outcomes.count { (try? $0.get()) != nil } == 10)
      let ids = ExposureLimits.accounts(of: .ngn).map(\.uuid)
      let accounts = try await first.database.query(
        LedgerStatements.accounts, [.uuidArray(ids)])
      #expect(ExposureLimits.open(in: accounts)[.ngn] == -1_500_000)
      try await #expect(first.discrepancies() == 0)
      #expect(first.bugs.isEmpty && second.bugs.isEmpty)
    }
  }

  @Test(
    "the keeper measures what is open, and removes quotes that nobody used a day after their end")
  func keeper() async throws {
    let terms = try Self.terms(.btc, .ngn, 1_000_000)
    try await withDatabase(statements: Engine.service + EngineStatements.tests) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      try await engine.commit(PostAll.paying(10_000_000, to: 2))
      func quote() async throws -> FxQuote {
        try await engine.carryOut(
          CreateFxQuote(
            caller: .freelancer, request: nil, user: .entity(2), terms: terms, quoteSeconds: 30))
      }
      let (used, unused) = (try await quote(), try await quote())
      try await engine.commit(
        ExecuteQuote(caller: .freelancer, request: nil, user: .entity(2), quote: used.id))
      let registry = MetricRegistry()
      let gauge = ExchangeGauge(
        database: database, metrics: ExchangeMetrics(registry, Self.limits(1_000_000)))
      let sweeper = Sweeper(
        database: database, duties: [.init(sweep: ExchangeStatements.sweep, clock: clock)])
      func kept(_ quotes: FxQuote...) async throws -> [Bool] {
        var found: [Bool] = []
        for quote in quotes {
          let rows = try await database.query(ExchangeStatements.quote, [.uuid(quote.id)])
          found.append(!rows.isEmpty)
        }
        return found
      }
      try await #expect(sweeper.step() == false)
      try await #expect(kept(used, unused) == [true, true])
      clock.advance(seconds: 30 + ExchangeLimits.quoteKeptSeconds)
      let young = try await quote()
      try await #expect(sweeper.step() == false)
      try await #expect(kept(unused) == [true])
      clock.advance(seconds: 1)
      try await #expect(sweeper.step() == false)
      try await #expect(kept(used, unused, young) == [true, false, true])
      try await #expect(gauge.step() == false)
      let text = MetricsPage(registry: registry).text
      #expect(text.contains(#"paylyt_fx_exposure_units{currency="NGN"} -150000"#))
      #expect(text.contains(#"paylyt_fx_exposure_limit_units{currency="NGN"} 1000000"#))
    }
  }

  @Test("the limits are read from the configuration, and nothing else is taken for one")
  func configuration() throws {
    func limits(_ text: String) throws -> ExposureLimits {
      try Configuration.exposure(text)
    }
    let read = try limits("NGN=500000000,USD=1")
    #expect(read[.ngn] == 500_000_000 && read[.usd] == 1 && read[.kes] == nil)
    for text in [
      "", "NGN", "NGN=", "NGN=0", "NGN=-1", "NGN=1,", "BTC=1", "EUR=1", "NGN=1,NGN=2", "NGN=1.5",
      "NGN=1=2", "NGN=9223372036854775807",
    ] {
      #expect(throws: CommandLineOptions.Misuse.self, "\(text)") { try limits(text) }
    }
  }
}

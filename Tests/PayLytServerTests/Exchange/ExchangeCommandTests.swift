import Testing

@testable import PayLytServer

@Suite("Commands of the exchange")
struct ExchangeCommandTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  /// The freelancer has 97 500 000 msat.
  init() throws { _ = try world.escrow(in: .released) }

  private static let policy = ExchangePolicy(spreadBasisPoints: 100, quoteSeconds: 30)

  private func terms(
    _ from: Asset, _ to: Asset, _ amount: ConversionTerms.Amount
  ) throws -> ConversionTerms {
    let pair = try #require(AssetPair(from: from, to: to))
    let mid = try #require(BitcoinRate(15_000_000_025, per: 100_000_000_000))
    return try ConversionTerms(pair, amount, mid: mid, spread: 100)
  }

  private func quote(
    _ from: Asset = .btc, _ to: Asset = .ngn,
    _ amount: ConversionTerms.Amount = .giving(10_000_000)
  ) throws -> FxQuote {
    try store.carryOut(
      CreateFxQuote(
        caller: .freelancer, request: nil, user: .entity(2), terms: try terms(from, to, amount),
        quoteSeconds: 30))
  }

  private func execute(
    _ quote: UUID, by caller: Caller = .freelancer, as user: UUID = .entity(2)
  ) -> ExecuteQuote {
    ExecuteQuote(caller: caller, request: nil, user: user, quote: quote)
  }

  private func balance(_ asset: Asset) -> Int64 {
    store.balance(AccountID(of: .entity(2), kind: .wallet, asset: asset))
  }

  private func platform(_ kind: AccountKind, _ asset: Asset) -> Int64 {
    store.balance(.platform(kind, asset: asset, stripe: 0))
  }

  @Test("a quote moves nothing; executing it moves exactly what it shows, through both pools")
  func convert() throws {
    let quote = try quote()
    #expect(balance(.btc) == 97_500_000 && balance(.ngn) == 0)
    let conversion = try store.carryOut(execute(quote.id))
    #expect(conversion.terms == quote.terms)
    #expect(balance(.btc) == 87_500_000)
    #expect(balance(.ngn) == quote.terms.toUnits && quote.terms.toUnits == 1_485_000)
    #expect(platform(.fxPool, .btc) == 10_000_000)
    #expect(platform(.fxPool, .ngn) == -quote.terms.grossUnits)
    #expect(platform(.fxSpread, .ngn) == quote.terms.spreadUnits)
    #expect(platform(.rounding, .ngn) == quote.terms.roundingUnits)
    #expect(store.row(FxQuote.self, quote.id)?.state(at: store.now) == .executed)
    #expect(store.events.last?.type == "fx.converted")
    #expect(store.discrepancies.isEmpty)
  }

  @Test("all of it there and back leaves the platform the spread, and the user less")
  func thereAndBack() throws {
    try store.carryOut(execute(try quote(.btc, .ngn, .giving(97_500_000)).id))
    #expect(balance(.btc) == 0)
    try store.carryOut(execute(try quote(.ngn, .btc, .giving(balance(.ngn))).id))
    #expect(balance(.ngn) == 0)
    #expect((1...97_499_999).contains(balance(.btc)))
    #expect(store.discrepancies.isEmpty)
  }

  @Test("a quote is good until its time is over, and only once")
  func once() throws {
    let (used, old) = (try quote(), try quote())
    store.now = store.now.adding(seconds: 29)
    try store.carryOut(execute(used.id))
    #expect(store.refusal(of: execute(used.id))?.reason == "QUOTE_USED")
    store.now = store.now.adding(seconds: 1)
    let before = store.contents
    #expect(store.refusal(of: execute(old.id))?.reason == "QUOTE_EXPIRED")
    #expect(store.refusal(of: execute(used.id))?.reason == "QUOTE_USED")
    #expect(store.contents == before)
  }

  @Test(
    "who has too little, another one's quote, or a frozen wallet, changes nothing",
    arguments: ["INSUFFICIENT_FUNDS", "NOT_FOUND", "WALLET_FROZEN"])
  func refused(reason: String) throws {
    let amount: Int64 = reason == "INSUFFICIENT_FUNDS" ? 97_500_001 : 1_000_000
    let quote = try quote(.btc, .ngn, .giving(amount))
    if reason == "WALLET_FROZEN" {
      var freeze = WalletFreeze(user: .entity(2))
      freeze.set(isFrozen: true, reason: "asked by the police", at: store.now)
      store.put(freeze)
    }
    let before = store.contents
    let command =
      reason == "NOT_FOUND"
      ? execute(quote.id, by: .stranger, as: .entity(3)) : execute(quote.id)
    #expect(store.refusal(of: command)?.reason == reason)
    #expect(store.contents == before)
  }

  @Test("a quote that is not there is refused")
  func unknown() {
    #expect(store.refusal(of: execute(.entity(77)))?.code == .notFound)
  }

  @Test("what was stored is what is read, and a second server cannot use a quote again")
  func stored() async throws {
    let terms = try terms(.btc, .ngn, .giving(10_000_000))
    try await withEngine { engine in
      try await engine.commit(PostAll.paying(20_000_000, to: 2))
      let quote = try await engine.carryOut(
        CreateFxQuote(
          caller: .freelancer, request: nil, user: .entity(2), terms: terms, quoteSeconds: 900))
      let read = try await engine.database.query(ExchangeStatements.quote, [.uuid(quote.id)])
      #expect(read == [quote])
      let command = ExecuteQuote(
        caller: .freelancer, request: nil, user: .entity(2), quote: quote.id)
      let outcomes = await engine.commitAll([command, command, command])
      #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1)
      let conversions = try await engine.search(
        ExchangeStatements.conversions, of: .one(.entity(2)))
      #expect(conversions.map(\.terms) == [terms])
      try await #expect(
        engine.balance(AccountID(of: .entity(2), kind: .wallet, asset: .btc)) == 10_000_000)
      try await #expect(engine.discrepancies() == 0)
      #expect(engine.bugs.isEmpty)
    }
  }
}

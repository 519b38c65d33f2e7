import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of the exchange.
struct FxService: FxServiceHandler {
  let service: ServiceContext
  let rates: ExchangeRates
  let policy: ExchangePolicy

  func getRate(
    _ request: GetRateRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.ExchangeRate {
    guard let currency = Asset(rawValue: request.currency), currency != .btc else {
      throw Refusal.invalid("currency", Self.currencies)
    }
    let market = try await rates.rate(of: currency)
    let spread = policy.spreadBasisPoints
    guard let sell = market.mid.selling(spread: spread), let buy = market.mid.buying(spread: spread)
    else { throw ExchangeError.rateUnusable }
    return PayLytAPI.ExchangeRate(
      currency: currency.rawValue, mid: Rate(market.mid), sellBitcoin: Rate(sell),
      buyBitcoin: Rate(buy), spreadBasisPoints: Int32(spread),
      rateTime: ProtoTimestamp(market.asOf))
  }

  func createQuote(
    _ request: CreateQuoteRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Quote {
    let now = service.clock.now()
    return try await service.change(request, context, asksOutside: true) { asked in
      let pair = try Self.pair(request)
      let amount = try Self.amount(request, pair)
      // A rate is a read: also a rehearsal may ask for it.
      let market = try await rates.rate(of: pair.currency)
      return CreateFxQuote(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        terms: try ConversionTerms(
          pair, amount, mid: market.mid, spread: policy.spreadBasisPoints),
        quoteSeconds: policy.quoteSeconds)
    } answer: {
      PayLytAPI.Quote($0, at: now)
    }
  }

  func getQuote(
    _ request: GetQuoteRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Quote {
    let id = try ResourceName.parse(request.name, "quotes")
    let principal = try context.caller()
    let quote = try await service.read(ExchangeStatements.quote, id, "quote", context) {
      $0.user == principal.user
    }
    return PayLytAPI.Quote(quote, at: service.clock.now())
  }

  func executeQuote(
    _ request: ExecuteQuoteRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Conversion {
    try await service.change(request, context) { asked in
      ExecuteQuote(
        caller: asked.caller, request: asked.identity, user: asked.principal.user,
        quote: try ResourceName.parse(request.name, "quotes"), exposure: policy.exposure)
    } answer: {
      PayLytAPI.Conversion($0)
    }
  }

  func getConversion(
    _ request: GetConversionRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Conversion {
    let id = try ResourceName.parse(request.name, "conversions")
    let principal = try context.caller()
    let conversion = try await service.read(
      ExchangeStatements.conversion, id, "conversion", context
    ) { principal.sees(thingsOf: $0.user) }
    return PayLytAPI.Conversion(conversion)
  }

  func listConversions(
    _ request: ListConversionsRequest, _ context: ServerContext
  ) async throws -> ListConversionsResponse {
    let (conversions, next) = try await service.search(
      ExchangeStatements.conversions, request,
      of: try ListOwner(request.parent, for: try context.caller()), context
    ) { PayLytAPI.Conversion($0) }
    return ListConversionsResponse(conversions: conversions, nextPageToken: next)
  }

  private static let currencies = "NGN, KES, GHS or USD."

  private static func pair(_ request: CreateQuoteRequest) throws(Refusal) -> AssetPair {
    guard let from = Asset(rawValue: request.fromAsset) else {
      throw .invalid("from_asset", "BTC, \(currencies)")
    }
    guard let to = Asset(rawValue: request.toAsset) else {
      throw .invalid("to_asset", "BTC, \(currencies)")
    }
    guard let pair = AssetPair(from: from, to: to) else {
      throw .invalid("to_asset", "One of the two is BTC, and only one.")
    }
    return pair
  }

  private static func amount(
    _ request: CreateQuoteRequest, _ pair: AssetPair
  ) throws(Refusal) -> ConversionTerms.Amount {
    func check(_ units: Int64, _ asset: Asset, _ field: String) throws(Refusal) -> Int64 {
      let maximum =
        asset == .btc ? ExchangeLimits.amountSatsMax * 1000 : ExchangeLimits.amountMinorMax
      guard (1...maximum).contains(units) else {
        throw .invalid(field, "Between 1 and \(maximum) smallest units.")
      }
      return units
    }
    switch request.amount {
    case .fromUnits(let units): return .giving(try check(units, pair.from, "from_units"))
    case .toUnits(let units): return .receiving(try check(units, pair.to, "to_units"))
    case nil: throw .invalid("from_units", "Say how much to give, or how much to receive.")
    }
  }
}

extension Rate {
  init(_ rate: BitcoinRate) {
    self.init(numerator: rate.numerator, denominator: rate.denominator)
  }
}

extension PayLytAPI.Quote {
  init(_ quote: FxQuote, at now: Timestamp) {
    let state: State =
      switch quote.state(at: now) {
      case .open: .open
      case .executed: .executed
      case .expired: .expired
      }
    self.init(
      name: "quotes/\(quote.id)", state: state, from: PayLytAPI.Money(quote.terms.from),
      to: PayLytAPI.Money(quote.terms.to), rate: Rate(quote.terms.rate),
      spread: PayLytAPI.Money(
        Money(asset: quote.terms.pair.to, units: quote.terms.spreadUnits)),
      expireTime: ProtoTimestamp(quote.expiresAt),
      conversion: quote.conversion.map { "conversions/\($0)" } ?? "",
      createTime: ProtoTimestamp(quote.createdAt))
  }
}

extension PayLytAPI.Conversion {
  init(_ conversion: Conversion) {
    let terms = conversion.terms
    self.init(
      name: "conversions/\(conversion.id)", user: "users/\(conversion.user)",
      from: PayLytAPI.Money(terms.from), to: PayLytAPI.Money(terms.to), rate: Rate(terms.rate),
      spread: PayLytAPI.Money(Money(asset: terms.pair.to, units: terms.spreadUnits)),
      ledgerTransaction: conversion.transaction.description,
      createTime: ProtoTimestamp(conversion.createdAt))
    switch conversion.origin {
    case .quote(let id): quote = "quotes/\(id)"
    case .release(let id): escrow = "escrows/\(id)"
    }
  }
}

extension CreateQuoteRequest: ChangeRequest {}
extension ExecuteQuoteRequest: ChangeRequest {}

extension ListConversionsRequest: SearchRequest {}

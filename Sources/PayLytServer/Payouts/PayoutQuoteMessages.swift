import PayLytAPI
import PayLytRPC

/// The rate of a payout to a bank or to mobile money, as the rail locks it and the market allows.
extension PayoutOrders {
  func quote(
    _ request: CreatePayoutQuoteRequest, _ asked: Asked, deadline: Deadline?
  ) async throws -> CreatePayoutQuote {
    let user = asked.principal.user
    let found = try await beneficiary(request.beneficiary, of: user, deadline: deadline)
    guard let kind = found.method.railKind, let rail = corridors.rail else {
      throw Refusal.invalid("beneficiary", "A bank account or mobile money.")
    }
    let (corridor, currency) = try await corridors.corridor(country: found.country, kind)
    // Each quote has a reference of its own: two of one reference, made by requests side by side or
    // after a lost answer, could not be told apart later on. One that is not used costs nothing.
    let asking = try Asking(
      request, corridor, currency, reference: "payout-\(UUID.fresh(at: clock.now()))")
    let mid = try await rates.rate(of: currency).mid
    let offered = try await offer(asking, mid, asked.isRehearsal ? nil : rail)
    guard let selling = mid.selling(spread: policy.spreadBasisPoints) else {
      throw ExchangeError.rateUnusable
    }
    return CreatePayoutQuote(
      caller: asked.caller, request: asked.identity, user: user, beneficiary: found.id,
      made: try asking.made(
        offered, found, by: rail.name, selling: selling,
        until: clock.now().adding(seconds: asking.quoteSeconds(policy))))
  }

  /// What is asked of a rail.
  private struct Asking {
    let corridor: RailCorridor
    let currency: Asset
    /// What the wallet pays with.
    let source: Asset
    let order: RailQuoteOrder

    init(
      _ request: CreatePayoutQuoteRequest, _ corridor: RailCorridor, _ currency: Asset,
      reference: String
    ) throws(Refusal) {
      self.corridor = corridor
      self.currency = currency
      source = try PayoutOrders.source(request.sourceAsset, currency)
      order = RailQuoteOrder(
        amount: try PayoutOrders.amount(request.amount, source, currency, corridor),
        country: corridor.country, currency: currency.rawValue, reference: reference)
    }

    /// Bitcoin pays what the rail takes, whenever it is. A price in a currency is ours: for longer
    /// than a conversion's it would be a gift to whoever waits until bitcoin has risen.
    func quoteSeconds(_ policy: ExchangePolicy) -> Int64 {
      source == .btc
        ? PayoutLimits.quoteSecondsMax : min(policy.quoteSeconds, PayoutLimits.quoteSecondsMax)
    }

    /// - Parameter selling: what bitcoin buys here of the currency.
    /// - Parameter end: when it is over at the latest, however long the rail carries it out.
    func made(
      _ quote: RailQuote, _ beneficiary: Beneficiary, by rail: String, selling: BitcoinRate,
      until end: Timestamp
    ) throws(ExchangeError) -> CreatePayoutQuote.Made {
      let cover = quote.satoshis * 1000
      let settlement = Money(asset: currency, units: quote.settlementMinor)
      let amount: Money
      if source == .btc {
        amount = .msat(cover)
      } else {
        amount = try price(of: cover, settlement, selling)
      }
      let terms = PayoutTerms(
        method: beneficiary.method, amount: amount, feeLimitUnits: 0, coverMsat: cover,
        settlement: settlement, destination: beneficiary.masked, beneficiary: beneficiary.id,
        quote: nil, providerQuoteID: quote.quoteID)
      return CreatePayoutQuote.Made(
        provider: rail, providerQuoteID: quote.quoteID, reference: order.reference,
        amount: amount,
        feeLimitUnits: terms.feeUnits(
          ofMsat: PayoutTerms.usualFeeLimit(
            amountMsat: cover, satsMin: PayoutLimits.railFeeLimitSatsMin)),
        settlement: settlement, coverMsat: cover,
        expiresAt: min(quote.expiresAt, end),
        lockedUntil: min(
          quote.expiresAt, end.adding(seconds: PayoutLimits.lockSecondsMax)))
    }

    /// What is paid out; or, where the rail takes more bitcoin for it than the currency is sold for
    /// here, what those buy. Else it would pay to change bitcoin here and have it paid out, again
    /// and again.
    private func price(
      of coverMsat: Int64, _ settlement: Money, _ selling: BitcoinRate
    ) throws(ExchangeError) -> Money {
      guard let pair = AssetPair(from: currency, to: .btc) else { throw .rateUnusable }
      guard let worth = selling.needed(for: coverMsat, pair) else { throw .amountTooLarge }
      return Money(asset: currency, units: max(settlement.units, worth))
    }
  }

  /// What the rail offers, or would if it were asked. It does not say why it refuses an amount in
  /// bitcoin: outside of the corridor's bounds, which count in its currency, it is by the market's
  /// rate.
  private func offer(
    _ asking: Asking, _ mid: BitcoinRate, _ rail: (any PayoutRail)?
  ) async throws -> RailQuote {
    guard let rail else { return try check(try estimate(asking, mid), asking, mid) }
    let offered: RailQuote
    do throws(ProviderError) {
      offered = try await rail.quote(asking.order)
    } catch {
      if case .refused = error, case .giving = asking.order.amount {
        try Self.checkBounds(try estimate(asking, mid).settlementMinor, asking.corridor)
      }
      throw error
    }
    return try check(offered, asking, mid)
  }

  /// Stands for the quote that a rehearsal does not ask for: by the market's rate, and nobody is
  /// bound by it.
  private func estimate(_ asking: Asking, _ mid: BitcoinRate) throws -> RailQuote {
    guard let pair = AssetPair(from: .btc, to: asking.currency) else {
      throw ExchangeError.rateUnusable
    }
    let fixed: ConversionTerms.Amount =
      switch asking.order.amount {
      case .giving(let satoshis): .giving(satoshis * 1000)
      case .settling(let minor): .receiving(minor)
      }
    let terms = try ConversionTerms(pair, fixed, mid: mid, spread: 0)
    return RailQuote(
      quoteID: "none", satoshis: (terms.fromUnits + 999) / 1000, settlementMinor: terms.toUnits,
      expiresAt: clock.now().adding(seconds: PayoutLimits.quoteSecondsMax))
  }

  private static func source(_ text: String, _ currency: Asset) throws(Refusal) -> Asset {
    guard !text.isEmpty else { return .btc }
    guard let asset = Asset(rawValue: text), asset == .btc || asset == currency else {
      throw .invalid("source_asset", "BTC or \(currency.rawValue).")
    }
    return asset
  }

  private static func amount(
    _ money: PayLytAPI.Money?, _ source: Asset, _ currency: Asset, _ corridor: RailCorridor
  ) throws(Refusal) -> RailQuoteOrder.Amount {
    guard let money, money.asset == currency.rawValue else {
      guard source == .btc else {
        throw .invalid("amount.asset", "\(currency.rawValue), as what pays it.")
      }
      guard money.map({ $0.asset == Asset.btc.rawValue }) ?? true else {
        throw .invalid("amount.asset", "BTC or \(currency.rawValue).")
      }
      let msat = try Amounts.wholeSats(
        money, field: "amount", satsMax: PayoutLimits.amountSatsMax)
      return .giving(satoshis: msat / 1000)
    }
    guard money.units > 0 else { throw .invalid("amount.units", "More than zero.") }
    try checkBounds(money.units, corridor)
    return .settling(minor: money.units)
  }

  private static func checkBounds(_ minor: Int64, _ corridor: RailCorridor) throws(Refusal) {
    guard corridor.bounds.contains(minor) else {
      throw Refusal(
        .failedPrecondition, reason: "LIMIT_EXCEEDED",
        message: "Between \(corridor.bounds.lowerBound) and \(corridor.bounds.upperBound) "
          + "minor units of \(corridor.currency) at once.",
        values: [
          "asset": corridor.currency, "minimum_units": "\(corridor.bounds.lowerBound)",
          "maximum_units": "\(corridor.bounds.upperBound)",
        ])
    }
  }

  /// What the rail sent must be the quote that was asked for.
  private func check(
    _ quote: RailQuote, _ asking: Asking, _ mid: BitcoinRate
  ) throws -> RailQuote {
    let isAsked =
      switch asking.order.amount {
      case .giving(let satoshis): quote.satoshis == satoshis
      case .settling(let minor): quote.settlementMinor == minor
      }
    guard isAsked, (1...PayoutLimits.amountSatsMax).contains(quote.satoshis),
      quote.settlementMinor > 0, quote.expiresAt > clock.now(), !quote.quoteID.isEmpty
    else { throw ProviderError.unavailable(reason: "the quote is not the one that was asked for") }
    try Self.checkBounds(quote.settlementMinor, asking.corridor)
    guard Self.isNear(quote, asking.currency, mid) else {
      log.error("payout quote far from the market", ["reference": asking.order.reference])
      throw ProviderError.unavailable(reason: "the quote is far from the market")
    }
    return quote
  }

  /// A rail that is far off, in either direction, counts in another unit or is broken. What is one
  /// satoshi off is rounded.
  private static func isNear(_ quote: RailQuote, _ currency: Asset, _ mid: BitcoinRate) -> Bool {
    guard let pair = AssetPair(from: .btc, to: currency),
      let worth = mid.needed(for: quote.settlementMinor, pair)
    else { return false }
    let allowed = Share.floor(of: worth, basisPoints: PayoutLimits.quoteBasisPointsMax)
    return abs(quote.satoshis * 1000 - worth) <= allowed + 1000
  }
}

extension PayoutMethod {
  fileprivate var railKind: RailAccount.Kind? {
    switch self {
    case .bank: .bank
    case .mobileMoney: .mobileMoney
    case .lightningAddress, .bolt11: nil
    }
  }
}

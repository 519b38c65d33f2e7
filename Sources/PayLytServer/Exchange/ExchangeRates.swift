import Synchronization

/// The market's rates, asked for at most every few seconds and never used when they are old.
final class ExchangeRates: Sendable {
  private let source: any RateSource
  private let clock: any Clock
  private let known = Mutex<[Asset: (rate: MarketRate, fetchedAt: Timestamp)]>([:])

  /// What the market says about a currency.
  struct MarketRate: Hashable, Sendable {
    let mid: BitcoinRate
    let asOf: Timestamp
  }

  init(source: any RateSource, clock: any Clock) {
    self.source = source
    self.clock = clock
  }

  /// - Throws: `ProviderError`, `ExchangeError`.
  func rate(of currency: Asset) async throws -> MarketRate {
    precondition(currency != .btc, "a bitcoin is a bitcoin")
    let now = clock.now()
    let cached = known.withLock { $0[currency] }
    if let cached, now < cached.fetchedAt.adding(seconds: ExchangeLimits.rateCacheSeconds) {
      return cached.rate
    }
    let found = try await source.rate(currency: currency.rawValue)
    guard found.asOf.adding(seconds: ExchangeLimits.rateAgeSecondsMax) >= now else {
      throw ExchangeError.rateStale
    }
    guard
      let mid = BitcoinRate(
        Int128(found.numerator), per: Int128(found.denominator) * Self.msatPerBitcoin)
    else { throw ExchangeError.rateUnusable }
    let rate = MarketRate(mid: mid, asOf: found.asOf)
    known.withLock { $0[currency] = (rate, now) }
    return rate
  }

  /// What money is worth in bitcoin, rounded up.
  ///
  /// - Throws: as `rate(of:)`.
  func worthMsat(of money: Money) async throws -> Int64 {
    guard let pair = AssetPair(from: .btc, to: money.asset) else { return money.units }
    return try await rate(of: money.asset).mid.needed(for: money.units, pair) ?? .max
  }

  private static let msatPerBitcoin: Int128 = 100_000_000_000
}

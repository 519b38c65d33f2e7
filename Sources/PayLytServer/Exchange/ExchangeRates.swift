import Synchronization

/// The market's rates, asked for at most every few seconds, whether or not the source has them, and
/// never used when they are old.
final class ExchangeRates: Sendable {
  private let source: any RateSource
  private let clock: any Clock
  private let known = Mutex<[Asset: Known]>([:])

  private struct Known {
    let answer: Result<MarketRate, ProviderError>
    let at: Timestamp
  }

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
    let last = known.withLock { $0[currency] }
    if let last, now < last.at.adding(seconds: ExchangeLimits.rateCacheSeconds) {
      return try last.answer.get()
    }
    let found: ProviderRate
    do throws(ProviderError) {
      found = try await source.rate(currency: currency.rawValue)
    } catch {
      // That a caller went away says nothing of the source.
      if !Task.isCancelled {
        known.withLock { $0[currency] = Known(answer: .failure(error), at: clock.now()) }
      }
      throw error
    }
    guard found.asOf.adding(seconds: ExchangeLimits.rateAgeSecondsMax) >= now else {
      throw ExchangeError.rateStale
    }
    guard
      let mid = BitcoinRate(
        Int128(found.numerator), per: Int128(found.denominator) * Self.msatPerBitcoin)
    else { throw ExchangeError.rateUnusable }
    let rate = MarketRate(mid: mid, asOf: found.asOf)
    known.withLock { $0[currency] = Known(answer: .success(rate), at: now) }
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

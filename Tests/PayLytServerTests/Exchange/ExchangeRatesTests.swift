import Synchronization
import Testing

@testable import PayLytServer

@Suite("The market's rates")
struct ExchangeRatesTests {
  private let clock = ManualClock()
  private let provider: FakeProvider

  init() throws { provider = try FakeProvider() }

  private func answer(_ numerator: Int64 = 15_000_000_025, ageSeconds: Int64 = 0) {
    let asOf = clock.now().adding(seconds: -ageSeconds)
    provider.set { script in
      script.rate = { () throws(ProviderError) in
        ProviderRate(currency: "NGN", numerator: numerator, denominator: 1, asOf: asOf)
      }
    }
  }

  @Test("a rate is minor units for millisatoshis, and kept for a few seconds")
  func cached() async throws {
    let rates = ExchangeRates(source: provider, clock: clock)
    answer()
    let first = try await rates.rate(of: .ngn)
    #expect(first.mid == BitcoinRate(15_000_000_025, per: 100_000_000_000))
    clock.advance(seconds: ExchangeLimits.rateCacheSeconds - 1)
    answer(1_000)
    try await #expect(rates.rate(of: .ngn) == first)
    clock.advance(seconds: 1)
    answer(1_000)
    try await #expect(rates.rate(of: .ngn) != first)
  }

  @Test("an old rate is no rate")
  func stale() async throws {
    let rates = ExchangeRates(source: provider, clock: clock)
    answer(ageSeconds: ExchangeLimits.rateAgeSecondsMax + 1)
    await #expect(throws: ExchangeError.rateStale) { _ = try await rates.rate(of: .ngn) }
    answer(ageSeconds: ExchangeLimits.rateAgeSecondsMax)
    _ = try await rates.rate(of: .ngn)
  }

  @Test("that there is no rate is known for as long, unless it was the caller who went away")
  func failure() async throws {
    let rates = ExchangeRates(source: provider, clock: clock)
    let down = ProviderError.unavailable(reason: "down")
    provider.set { script in script.rate = { () throws(ProviderError) in throw down } }
    let gone = Task {
      try? await Task.sleep(for: .seconds(600))
      return try await rates.rate(of: .ngn)
    }
    gone.cancel()
    await #expect(throws: down) { _ = try await gone.value }
    answer()
    let known = try await rates.rate(of: .ngn)
    clock.advance(seconds: ExchangeLimits.rateCacheSeconds)
    provider.set { script in script.rate = { () throws(ProviderError) in throw down } }
    await #expect(throws: down) { _ = try await rates.rate(of: .ngn) }
    answer()
    clock.advance(seconds: ExchangeLimits.rateCacheSeconds - 1)
    await #expect(throws: down) { _ = try await rates.rate(of: .ngn) }
    clock.advance(seconds: 1)
    try await #expect(rates.rate(of: .ngn).mid == known.mid)
  }

  @Test("a provider that is away gives no rate, whatever it said before")
  func away() async throws {
    let rates = ExchangeRates(source: provider, clock: clock)
    answer()
    _ = try await rates.rate(of: .ngn)
    provider.set { script in
      script.rate = { () throws(ProviderError) in throw .unavailable(reason: "down") }
    }
    clock.advance(seconds: ExchangeLimits.rateCacheSeconds)
    await #expect(throws: ProviderError.unavailable(reason: "down")) {
      _ = try await rates.rate(of: .ngn)
    }
  }
}

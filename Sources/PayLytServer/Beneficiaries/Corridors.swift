import Synchronization

/// Where local currency can be paid out to, as the rail says; asked for now and then.
final class Corridors: Sendable {
  /// nil: nothing is paid out in local currency.
  let rail: (any PayoutRail)?
  private let clock: any Clock
  private let known = Mutex<(corridors: [RailCorridor], until: Timestamp)?>(nil)

  init(rail: (any PayoutRail)?, clock: any Clock) {
    self.rail = rail
    self.clock = clock
  }

  /// While the rail is away, what it said last is believed.
  ///
  /// - Throws: `.unavailable` when it never said anything.
  func all() async throws(ProviderError) -> [RailCorridor] {
    guard let rail else { return [] }
    let now = clock.now()
    let cached = known.withLock { $0 }
    if let cached, now < cached.until { return cached.corridors }
    do throws(ProviderError) {
      let found = try await rail.corridors()
      let until = now.adding(seconds: BeneficiaryLimits.corridorCacheSeconds)
      known.withLock { $0 = (found, until) }
      return found
    } catch {
      guard let cached else { throw error }
      return cached.corridors
    }
  }

  /// - Throws: FAILED_PRECONDITION when nothing is paid out there.
  func corridor(country: String, _ kind: RailAccount.Kind) async throws -> (RailCorridor, Asset) {
    let found = try await all().first { $0.country == country && $0.kinds.contains(kind) }
    guard let found, let currency = Asset(rawValue: found.currency), currency != .btc else {
      throw Refusal(
        .failedPrecondition, reason: "NO_CORRIDOR",
        message: "Nothing is paid out there. ListCorridors shows where to.")
    }
    return (found, currency)
  }
}

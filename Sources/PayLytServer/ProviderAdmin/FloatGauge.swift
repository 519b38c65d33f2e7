import Synchronization

/// Measures how far what the providers hold for us is from what our books say.
///
/// The comparison of the books goes by the providers' lists of payments. What left in another way,
/// or was charged beside them, shows in this figure alone.
struct FloatGauge: Sendable {
  let database: Database
  let accounts: [any ProviderAccount]
  let metrics: FloatMetrics

  /// Returns false: there is no more to measure. While a provider does not answer, the figure stays
  /// as it is.
  func step() async throws -> Bool {
    var held: Int64 = 0
    do throws(ProviderError) {
      for account in accounts { held += try await account.balanceMsat() }
    } catch {
      return false
    }
    metrics.set(differenceMsat: held - (try await ProviderFloat.msat(in: database)))
    return false
  }
}

/// What operators see of it: nothing before it was measured, since a zero would be a figure, too.
final class FloatMetrics: Sendable {
  private let registry: MetricRegistry
  private let difference = Mutex<Gauge?>(nil)

  init(_ registry: MetricRegistry) { self.registry = registry }

  func set(differenceMsat: Int64) {
    let gauge = difference.withLock { known in
      let gauge =
        known
        ?? registry.gauge(
          "paylyt_float_difference_msat",
          "What the providers say that they hold for us, less what our books say, in millisatoshis."
        )
      known = gauge
      return gauge
    }
    gauge.set(differenceMsat)
  }
}

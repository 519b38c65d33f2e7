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
    metrics.difference.set(held - (try await ProviderFloat.msat(in: database)))
    return false
  }
}

/// What operators see of it.
struct FloatMetrics: Sendable {
  let difference: Gauge

  init(_ registry: MetricRegistry) {
    difference = registry.gauge(
      "paylyt_float_difference_msat",
      "What the providers say that they hold for us, less what our books say, in millisatoshis.")
  }
}

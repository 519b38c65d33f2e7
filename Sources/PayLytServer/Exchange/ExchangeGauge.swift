/// Measures how much of each currency is open.
struct ExchangeGauge: Sendable {
  let database: Database
  let metrics: ExchangeMetrics

  /// Returns false: there is no more to measure.
  func step() async throws -> Bool {
    let ids = ExposureLimits.allAccounts.map(\.uuid)
    let accounts = try await database.query(LedgerStatements.accounts, [.uuidArray(ids)])
    for (asset, units) in ExposureLimits.open(in: accounts) { metrics.set(asset, units) }
    return false
  }
}

/// What operators see of the exchange.
struct ExchangeMetrics: Sendable {
  private let exposures: [Asset: Gauge]

  init(_ registry: MetricRegistry, _ limits: ExposureLimits) {
    exposures = Dictionary(
      uniqueKeysWithValues: Asset.currencies.map { asset in
        let label = [(name: "currency", value: asset.rawValue)]
        registry.gauge(
          "paylyt_fx_exposure_limit_units",
          "How far from zero the exposure may go, in minor units; 0: no limit.", label
        ).set(limits[asset] ?? 0)
        return (
          asset,
          registry.gauge(
            "paylyt_fx_exposure_units",
            "What is open in a currency, in minor units; below zero the platform owes it.",
            label)
        )
      })
  }

  func set(_ asset: Asset, _ units: Int64) { exposures[asset]?.set(units) }
}

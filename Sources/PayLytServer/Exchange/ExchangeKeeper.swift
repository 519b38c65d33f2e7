/// Removes quotes that nobody used, and measures how much of each currency is open.
struct ExchangeKeeper: Sendable {
  let database: Database
  let clock: any Clock
  let metrics: ExchangeMetrics

  /// Returns whether there may be more to remove.
  func step() async throws -> Bool {
    try await measure()
    let end = clock.now().adding(seconds: -ExchangeLimits.quoteKeptSeconds)
    let values: [SQLValue] = [.timestamp(end), .int8(ExchangeLimits.sweptBatch)]
    let swept = try await database.transaction { transaction in
      let quotes = try await transaction.query(ExchangeStatements.sweep, values).count
      return quotes + (try await transaction.query(ExchangeStatements.sweepPayouts, values).count)
    }
    return swept >= Int(ExchangeLimits.sweptBatch)
  }

  private func measure() async throws {
    let ids = ExposureLimits.allPools.map(\.uuid)
    let pools = try await database.query(LedgerStatements.accounts, [.uuidArray(ids)])
    for (asset, units) in ExposureLimits.open(in: pools) { metrics.set(asset, units) }
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
            "What conversions left in a currency, in minor units; below zero the platform owes it.",
            label)
        )
      })
  }

  func set(_ asset: Asset, _ units: Int64) { exposures[asset]?.set(units) }
}

/// Measures what stands still and should not.
struct StandingGauge: Sendable {
  let database: Database
  let clock: any Clock
  let metrics: StandingMetrics

  /// Rows of one kind that are counted: a few milliseconds.
  static let countedMax: Int64 = 10_000

  /// Returns false: there is no more to measure.
  func step() async throws -> Bool {
    let now = clock.now()
    let found = try await database.query(
      AdminStatements.standing,
      [
        .timestamp(now.adding(seconds: -PayoutLimits.stuckAfterSeconds)), .int8(Self.countedMax),
      ])
    let unsealed = try await database.query(AuditStatements.oldestUnsealed)
    if let figures = found.first {
      metrics.set(figures, oldestUnsealed: unsealed.first ?? nil, at: now)
    }
    return false
  }
}

/// What stands still.
struct StandingFigures: Hashable, Sendable {
  /// When the payout was ordered that is open for the longest time.
  let oldestPayout: Timestamp?
  let deadLetters: Int64
  let waitingMails: Int64
}

/// What operators see of it.
struct StandingMetrics: Sendable {
  private let oldestPayout: Gauge
  private let deadLetters: Gauge
  private let oldestUnsealed: Gauge
  private let waitingMails: Gauge

  init(_ registry: MetricRegistry) {
    oldestPayout = registry.gauge(
      "paylyt_payouts_open_oldest_seconds", "Age of the oldest payout without an end; 0: none.")
    deadLetters = registry.gauge(
      "paylyt_dead_letters", "Dead letters, without those of wallets; counted up to 10000.")
    oldestUnsealed = registry.gauge(
      "paylyt_unsealed_oldest_seconds", "Age of the oldest change that is not sealed; 0: none.")
    waitingMails = registry.gauge(
      "paylyt_mails_waiting", "E-mails that are not sent yet; counted up to 10000.")
  }

  /// - Parameter unsealed: when the change was made that has waited longest to be sealed.
  func set(_ figures: StandingFigures, oldestUnsealed unsealed: Timestamp?, at now: Timestamp) {
    func age(_ since: Timestamp?) -> Int64 {
      since.map { max(0, (now.microseconds - $0.microseconds) / 1_000_000) } ?? 0
    }
    oldestPayout.set(age(figures.oldestPayout))
    deadLetters.set(figures.deadLetters)
    oldestUnsealed.set(age(unsealed))
    waitingMails.set(figures.waitingMails)
  }
}

import Synchronization

/// Goes through the rows of a table whose details are under another key than the current one, and
/// has them sealed anew.
///
/// A round goes by id, so one that cannot be read holds up none behind it. When a round is over and
/// as many are left as could not be read, there is nothing to do before their number changes: this
/// server does not learn another key.
final class ResealRounds<Row: Sendable>: Sendable {
  private struct Place {
    /// Where the round goes on; nil between two rounds.
    var after: UUID?
    var unreadable: Int64 = 0
    /// What the last round left.
    var left: Int64 = 0
  }

  private let currentID: Int32
  private let batch: Int64
  private let count: Statement<Int64>
  private let rows: Statement<Row>
  private let id: @Sendable (Row) -> UUID
  private let gauge: Gauge
  private let place = Mutex(Place())

  /// - Parameter count: how many rows are not under the key $1.
  /// - Parameter rows: those of them after the id $2, in the order of ids, up to $3.
  /// - Parameter gauge: tells how many there were when the last round began.
  init(
    to currentID: Int32, batch: Int64, count: Statement<Int64>, rows: Statement<Row>,
    id: @escaping @Sendable (Row) -> UUID, gauge: Gauge
  ) {
    self.currentID = currentID
    self.batch = batch
    self.count = count
    self.rows = rows
    self.id = id
    self.gauge = gauge
  }

  /// Looks at the next rows.
  ///
  /// - Parameter report: is told of rows that cannot be read, of the first few in a round.
  /// - Returns: whether the round goes on.
  func step(
    in database: any Store, reseal: (Row) async throws -> Void,
    report: (Row, DetailKeys.Unreadable) -> Void
  ) async throws -> Bool {
    guard let after = try await begin(database) else { return false }
    let found = try await database.query(rows, [.int4(currentID), .uuid(after), .int8(batch)])
    var unreadable = place.withLock { $0.unreadable }
    for row in found {
      do {
        try await reseal(row)
      } catch let error as DetailKeys.Unreadable {
        unreadable += 1
        if unreadable <= Self.reportedMax { report(row, error) }
      }
    }
    let next = found.count < Int(batch) ? nil : found.last.map(id)
    place.withLock { place in
      place = Place(
        after: next, unreadable: next == nil ? 0 : unreadable,
        left: next == nil ? unreadable : place.left)
    }
    return next != nil
  }

  /// - Returns: after which row to go on; nil when there is nothing to do.
  private func begin(_ database: any Store) async throws -> UUID? {
    if let after = place.withLock({ $0.after }) { return after }
    let others = try await database.query(count, [.int4(currentID)]).first ?? 0
    gauge.set(others)
    return others == place.withLock { $0.left } ? nil : UUID(high: 0, low: 0)
  }

  /// Log lines of one round about rows that cannot be read: a lost key may concern all of them.
  private static var reportedMax: Int64 { 20 }
}

/// How many rows of each table have details under another key than the current one.
struct DetailMetrics: Sendable {
  let beneficiaries: Gauge
  let webhooks: Gauge
  let kycCases: Gauge
  let holds: Gauge

  init(_ registry: MetricRegistry) {
    func gauge(_ table: String) -> Gauge {
      registry.gauge(
        "paylyt_details_under_other_keys",
        "Rows whose details are not sealed under the current key.",
        [(name: "table", value: table)])
    }
    beneficiaries = gauge("beneficiary")
    webhooks = gauge("webhook_endpoint")
    kycCases = gauge("kyc_case")
    holds = gauge("hold_invoice")
  }
}

import Synchronization

/// The bounds of rounds through what is not paid.
enum UnpaidLimits {
  /// Rows of one step: each is asked about at a provider.
  static let batch = 50
  /// A webhook usually comes within seconds: what is younger is left alone.
  static let ageSecondsMin: Int64 = 10
  /// For how long after its end a late payment is looked for.
  static let afterEndSeconds: Int64 = 24 * 3600
}

/// Goes through what is not paid, in case a webhook was lost: for as long as it can be paid, and
/// for a day after that. In the order in which rows end, a batch at a time, and again from the
/// first one after the last: each gets its turn, however many there are, and however many end in
/// one moment.
final class UnpaidRound<Row: Sendable>: Sendable {
  /// Where a row stands in the order.
  struct Place: Hashable, Sendable, Comparable {
    let expiresAt: Timestamp
    let id: UUID

    static func < (a: Place, b: Place) -> Bool {
      a.expiresAt != b.expiresAt ? a.expiresAt < b.expiresAt : a.id < b.id
    }
  }

  private let statement: Statement<Row>
  private let place: @Sendable (Row) -> Place
  /// Of the row that the last batch ended with; nil at the beginning of a round.
  private let last = Mutex<Place?>(nil)

  /// - Parameter statement: the rows after the moment $1 and the id $2 that were made before $3, in
  ///   order, at most $4.
  init(
    _ statement: Statement<Row>, place: @escaping @Sendable (Row) -> Place
  ) {
    self.statement = statement
    self.place = place
  }

  /// The next rows.
  func next(from database: any Store, at now: Timestamp) async throws -> [Row] {
    let oldest = now.adding(seconds: -UnpaidLimits.afterEndSeconds)
    let first = Place(expiresAt: oldest, id: UUID(high: 0, low: 0))
    let from = max(first, last.withLock { $0 } ?? first)
    let rows = try await database.query(
      statement,
      [
        .timestamp(from.expiresAt), .uuid(from.id),
        .timestamp(now.adding(seconds: -UnpaidLimits.ageSecondsMin)),
        .int8(Int64(UnpaidLimits.batch)),
      ])
    last.withLock { $0 = rows.count < UnpaidLimits.batch ? nil : rows.last.map(place) }
    return rows
  }
}

import Synchronization

/// Goes through rows in the order in which they end, a batch at a time, and begins again after the
/// last: each gets its turn, however many there are, and however many end in one moment.
final class ExpiryRound<Row: Sendable>: Sendable {
  /// Where a row stands in the order.
  struct Place: Hashable, Sendable, Comparable {
    let expiresAt: Timestamp
    let id: UUID

    static func < (a: Place, b: Place) -> Bool {
      a.expiresAt != b.expiresAt ? a.expiresAt < b.expiresAt : a.id < b.id
    }
  }

  private let statement: Statement<Row>
  private let batch: Int
  private let place: @Sendable (Row) -> Place
  /// Of the row that the last batch ended with; nil at the beginning of a round.
  private let last = Mutex<Place?>(nil)

  /// - Parameter statement: the rows after the moment $1 and the id $2 that were made before $3, in
  ///   order, at most $4.
  init(
    _ statement: Statement<Row>, batch: Int, place: @escaping @Sendable (Row) -> Place
  ) {
    self.statement = statement
    self.batch = batch
    self.place = place
  }

  /// The next rows.
  ///
  /// - Parameter oldest: what ended before is left out.
  /// - Parameter madeBefore: what is younger is left out, too.
  func next(
    from database: any Store, oldest: Timestamp, madeBefore: Timestamp
  ) async throws -> [Row] {
    let first = Place(expiresAt: oldest, id: UUID(high: 0, low: 0))
    let from = max(first, last.withLock { $0 } ?? first)
    let rows = try await database.query(
      statement,
      [.timestamp(from.expiresAt), .uuid(from.id), .timestamp(madeBefore), .int8(Int64(batch))])
    last.withLock { $0 = rows.count < batch ? nil : rows.last.map(place) }
    return rows
  }
}

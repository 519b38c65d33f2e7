import Synchronization

/// The bounds of rounds through what is not paid.
enum UnpaidLimits {
  /// Rows that one look takes: each is asked about at a provider.
  static let batch = 50
  /// Questions that are under way at once: a provider whose webhooks are lost has enough to do.
  static let askedAtOnce = 4
  /// A webhook usually comes within seconds: what is younger is left alone.
  static let ageSecondsMin: Int64 = 10
  /// For how long after its end a row is asked about whose provider has not answered since: longer
  /// than any outage of servers or providers.
  static let unheardSeconds: Int64 = 31 * 86_400
  /// For how long after its end a late payment is looked for.
  static let afterEndSeconds: Int64 = 24 * 3600
}

/// Goes through what is not paid, in case a webhook was lost. First through all that can still be
/// paid or was not asked about since its end; then, a batch at a time, through what is known to be
/// over, for a day after its end. In the order in which rows end, and again from the first one
/// after the last: each gets its turn, however many there are, and however many end in one moment.
final class UnpaidRound<Row: Sendable>: Sendable {
  /// Where a row stands in the order.
  struct Place: Hashable, Sendable, Comparable {
    let expiresAt: Timestamp
    let id: UUID

    static func < (a: Place, b: Place) -> Bool {
      a.expiresAt != b.expiresAt ? a.expiresAt < b.expiresAt : a.id < b.id
    }
  }

  /// Where the last batch of each kind ended; nil at the beginning of a round.
  private struct Progress {
    var pending: Place?
    var ended: Place?
  }

  private let pending: Statement<Row>
  private let ended: Statement<Row>
  private let place: @Sendable (Row) -> Place
  private let progress = Mutex(Progress())

  /// - Parameters:
  ///   - pending: the rows after the moment $1 and the id $2 that were made before $3, in order, at
  ///     most $4.
  ///   - ended: the same of those that nobody should pay any more.
  init(
    pending: Statement<Row>, ended: Statement<Row>, place: @escaping @Sendable (Row) -> Place
  ) {
    self.pending = pending
    self.ended = ended
    self.place = place
  }

  /// Asks about the next rows, some of them side by side. Returns whether the rest should be asked
  /// about at once: not when nobody answers.
  ///
  /// - Parameter ask: returns whether there was an answer.
  func step(
    from database: any Store, at now: Timestamp, _ ask: @escaping @Sendable (Row) async -> Bool
  ) async throws -> Bool {
    var rows = try await next(
      pending, \.pending, upTo: UnpaidLimits.unheardSeconds, from: database, at: now)
    let goesOn = rows.count == UnpaidLimits.batch
    if !goesOn {
      rows += try await next(
        ended, \.ended, upTo: UnpaidLimits.afterEndSeconds, from: database, at: now)
    }
    let isHeard = await withTaskGroup(of: Bool.self) { group in
      var isHeard = false
      var rest = rows[...]
      for row in rest.prefix(UnpaidLimits.askedAtOnce) { group.addTask { await ask(row) } }
      rest = rest.dropFirst(UnpaidLimits.askedAtOnce)
      while let answer = await group.next() {
        isHeard = isHeard || answer
        if let row = rest.popFirst() { group.addTask { await ask(row) } }
      }
      return isHeard
    }
    return goesOn && isHeard
  }

  /// - Parameter age: of those that end this long ago and longer nothing is asked any more.
  private func next(
    _ statement: Statement<Row>,
    _ last: any WritableKeyPath<Progress, Place?> & Sendable,
    upTo age: Int64, from database: any Store, at now: Timestamp
  ) async throws -> [Row] {
    let oldest = now.adding(seconds: -age)
    let first = Place(expiresAt: oldest, id: UUID(high: 0, low: 0))
    let from = max(first, progress.withLock { $0[keyPath: last] } ?? first)
    let rows = try await database.query(
      statement,
      [
        .timestamp(from.expiresAt), .uuid(from.id),
        .timestamp(now.adding(seconds: -UnpaidLimits.ageSecondsMin)),
        .int8(Int64(UnpaidLimits.batch)),
      ])
    progress.withLock {
      $0[keyPath: last] = rows.count < UnpaidLimits.batch ? nil : rows.last.map(place)
    }
    return rows
  }
}

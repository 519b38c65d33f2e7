/// How many there are of a state, and how much that is together.
struct StateCount: Hashable, Sendable {
  let state: Int16
  let count: Int64
  let msat: Int64
}

/// Single figures, each counted up to a bound.
struct DashboardCounts: Hashable, Sendable {
  let users: Int64
  let openJobs: Int64
  let deadMails: Int64
  let failedEndpoints: Int64
  /// Of the books.
  let accounts: Int64
}

/// What moved in one step.
struct SeriesPoint: Hashable, Sendable {
  let start: Timestamp
  let kind: TransferKind
  let amount: Money
  let transfers: Int64
}

/// An event as the list of activity shows it.
struct ActivityEntry: Hashable, Sendable {
  let position: Int64
  /// nil when it is no event, or not one that was asked for.
  let event: Shown?

  struct Shown: Hashable, Sendable {
    let id: UUID
    let type: String
    let subject: String
    let actor: String
    let reason: String?
    let createdAt: Timestamp
  }
}

enum DashboardStatements {
  // Of each table the newest $1 rows are counted, so that a look costs the same on every day.

  static let escrows = states("dashboard_escrows", of: "escrow", "amount_msat")

  static let payouts = states("dashboard_payouts", of: "payout", "cover_msat")

  private static func states(
    _ name: String, of table: String, _ amount: String
  ) -> Statement<StateCount> {
    Statement<StateCount>(
      name,
      """
      SELECT state, count(*), sum(amount)::bigint
      FROM (SELECT state, \(amount) AS amount FROM \(table) ORDER BY id DESC LIMIT $1) AS newest
      GROUP BY state ORDER BY state
      """, parameters: [.int8], columns: [.int2, .int8, .int8]
    ) {
      (row) throws(DatabaseError) in
      StateCount(state: try row.int16(0), count: try row.int64(1), msat: try row.int64(2))
    }
  }

  static let counts = Statement<DashboardCounts>(
    "dashboard_counts",
    """
    SELECT (SELECT count(*) FROM (SELECT FROM app_user LIMIT $1) AS found),
      (SELECT count(*) FROM (SELECT FROM job WHERE state = 1 LIMIT $1) AS found),
      (SELECT count(*) FROM (SELECT FROM mail WHERE state = 3 LIMIT $1) AS found),
      (SELECT count(*) FROM (SELECT FROM webhook_endpoint WHERE state = 3 LIMIT $1) AS found),
      (SELECT count(*) FROM (SELECT FROM ledger_account LIMIT $2) AS found)
    """,
    parameters: [.int8, .int8], columns: [.int8, .int8, .int8, .int8, .int8]
  ) { (row) throws(DatabaseError) in
    DashboardCounts(
      users: try row.int64(0), openJobs: try row.int64(1), deadMails: try row.int64(2),
      failedEndpoints: try row.int64(3), accounts: try row.int64(4))
  }

  /// Whether there are more than $3 transfers between two ids. Ids begin with their time, so the
  /// primary key finds them.
  static let isTooLong = Statement<Bool>(
    "dashboard_series_length",
    """
    SELECT count(*) > $3 FROM (
      SELECT FROM ledger_transfer WHERE id >= $1 AND id < $2 LIMIT $3 + 1) AS found
    """,
    parameters: [.uuid, .uuid, .int8], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  /// What moved from $3 to $4, which lie between the ids $1 and $2, in steps of $5 seconds; only of
  /// the kinds $6, if any. In whole numbers: the same by numeric and by intervals for each row took
  /// three times as long.
  static let series = Statement<SeriesPoint>(
    "dashboard_series",
    """
    SELECT date_bin((SELECT $5 * interval '1 second'), created_at, $3) AS step,
      kind, asset, sum(amount)::bigint, count(*)
    FROM ledger_transfer
    WHERE id >= $1 AND id < $2 AND created_at >= $3 AND created_at < $4
      AND (cardinality($6) = 0 OR kind = ANY($6))
    GROUP BY step, kind, asset ORDER BY step, kind, asset
    """,
    parameters: [.uuid, .uuid, .timestamptz, .timestamptz, .int8, .int2Array],
    columns: [.timestamptz, .int2, .text, .int8, .int8]
  ) { (row) throws(DatabaseError) in
    SeriesPoint(
      start: try row.timestamp(0), kind: try row.value(1, TransferKind.self),
      amount: Money(asset: try row.asset(2), units: try row.int64(3)),
      transfers: try row.int64(4))
  }

  /// Positions before $1, at most $2 of them, newest first; of each its event, if it is of $3.
  static let activity = Statement<ActivityEntry>(
    "dashboard_activity",
    """
    SELECT sealed.position, entry.id, entry.event_type, entry.subject, entry.actor, entry.reason,
      entry.created_at
    FROM (SELECT position, journal_id FROM sealed_entry WHERE position < $1
      ORDER BY position DESC LIMIT $2) AS sealed
    \(CommitStatements.joinSealedJournal)
      ON entry.event_type IS NOT NULL AND ($3::text IS NULL OR entry.actor = $3)
    ORDER BY sealed.position DESC
    """,
    parameters: [.int8, .int8, .text],
    columns: [.int8, .uuid, .text, .text, .text, .text, .timestamptz]
  ) { (row) throws(DatabaseError) in
    ActivityEntry(
      position: try row.int64(0),
      event: row.isNull(1)
        ? nil
        : ActivityEntry.Shown(
          id: try row.uuid(1), type: try row.text(2), subject: try row.optionalText(3) ?? "",
          actor: try row.text(4), reason: try row.optionalText(5),
          createdAt: try row.timestamp(6)))
  }

  static let all = [
    escrows.definition, payouts.definition, counts.definition, isTooLong.definition,
    series.definition, activity.definition,
  ]
}

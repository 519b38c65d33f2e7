extension CapabilitySwitch: StoredRow {
  var rowID: UUID { capability.id }

  static let table = Table<CapabilitySwitch>(
    "capability_switch",
    columns: [
      .fixed("id", .uuid) { .uuid($0.rowID) },
      .fixed("capability", .int2) { .int2($0.capability.rawValue) },
      .mutable("is_paused", .bool) { .bool($0.isPaused) },
      .mutable("reason", .text) { .text($0.reason) },
      .mutable("version", .int8) { .int8($0.version) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.capabilitySwitch() }
}

extension RowReader {
  /// The columns of `CapabilitySwitch.table`, from 0.
  func capabilitySwitch() throws(DatabaseError) -> CapabilitySwitch {
    CapabilitySwitch(
      capability: try value(1, Capability.self), isPaused: try bool(2), reason: try text(3),
      version: try int64(4), updatedAt: try timestamp(5))
  }
}

enum AdminStatements {
  static let switches = Statement<CapabilitySwitch>(
    "capability_switches",
    "SELECT \(CapabilitySwitch.table.columns.map(\.name).joined(separator: ", ")) "
      + "FROM capability_switch",
    parameters: [], columns: CapabilitySwitch.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.capabilitySwitch() }

  /// What is dead, before the id $1, newest first: of kind $2, or of all kinds when that is 0.
  /// Payouts from before $3 that have no end, and those that ended the other way later on; what
  /// came back after that is noted as reversed. Wallets of deleted users in which there is money.
  static let deadLetters = Statement<DeadLetter>(
    "dead_letters",
    """
    SELECT kind, id, what, about, note, attempts, since FROM (
      SELECT 1::int2 AS kind, id, type AS what, event_id AS about, note, attempts,
        received_at AS since FROM inbound_event WHERE state = 4
      UNION ALL
      SELECT 2::int2, id, kind::text, subject_id::text, note, attempts, due_at
      FROM timer WHERE state = 2
      UNION ALL
      SELECT 3::int2, id, provider, reference,
        (CASE contradiction WHEN 3 THEN 8 ELSE state END)::text, attempts, created_at
      FROM payout WHERE contradiction IN (1, 3) OR state IN (2, 3, 4) AND created_at <= $3
      UNION ALL
      SELECT 4::int2, app_user.id, 'wallet', 'users/' || app_user.id, '', 0,
        coalesce(max(transfer.created_at), app_user.created_at)
      FROM app_user
      JOIN ledger_account AS wallet ON wallet.credits > wallet.debits AND wallet.id
        BETWEEN app_user.id AND (left(app_user.id::text, 34) || 'ff')::uuid
      LEFT JOIN ledger_transfer AS transfer ON transfer.credit_account = wallet.id
      WHERE app_user.state = 3 GROUP BY app_user.id
    ) AS letter
    WHERE id < $1 AND ($2 = 0 OR kind = $2) ORDER BY id DESC LIMIT $4
    """,
    parameters: [.uuid, .int2, .timestamptz, .int8],
    columns: [.int2, .uuid, .text, .text, .text, .int4, .timestamptz]
  ) { (row) throws(DatabaseError) in
    let kind = try row.value(0, DeadLetter.Kind.self)
    // Kinds and states are numbers in the rows.
    let what = try row.text(2)
    let note = try row.text(4)
    return DeadLetter(
      name: DeadLetter.Name(kind, try row.uuid(1)),
      what: kind == .timer
        ? Int16(what).flatMap(Timer.Kind.init(rawValue:)).map { "\($0)" } ?? what : what,
      about: try row.text(3),
      note: kind == .payout
        ? Int16(note).flatMap(PayoutState.init(rawValue:)).map { "\($0)" } ?? note : note,
      attempts: try row.int32(5), since: try row.timestamp(6))
  }

  /// What stands still; a payout is a dead letter when it is open since before $1. Of each kind of
  /// dead letter and of e-mails up to $2 are counted. Each part has an index of its own.
  static let standing = Statement<StandingFigures>(
    "admin_standing",
    """
    SELECT (SELECT min(created_at) FROM payout WHERE state < 5),
      (SELECT count(*) FROM (SELECT FROM inbound_event WHERE state = 4 LIMIT $2) AS found)
        + (SELECT count(*) FROM (SELECT FROM timer WHERE state = 2 LIMIT $2) AS found)
        + (SELECT count(*) FROM (SELECT FROM payout
            WHERE contradiction IN (1, 3) OR state IN (2, 3, 4) AND created_at <= $1
            LIMIT $2) AS found),
      (SELECT count(*) FROM (SELECT FROM mail WHERE state = 1 LIMIT $2) AS found)
    """,
    parameters: [.timestamptz, .int8], columns: [.timestamptz, .int8, .int8]
  ) { (row) throws(DatabaseError) in
    StandingFigures(
      oldestPayout: try row.optionalTimestamp(0), deadLetters: try row.int64(1),
      waitingMails: try row.int64(2))
  }

  static let all = [switches.definition, deadLetters.definition, standing.definition]
}

import PayLytRPC

extension JournalEntry: StoredRow {
  var rowID: UUID { id }

  static let table = Table<JournalEntry>(
    "journal",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .fixed("request_key", .uuid) { .uuid($0.requestKey) },
      .fixed("fingerprint", .bytea) { .bytes($0.fingerprint) },
      .fixed("actor", .text) { .text($0.actor) },
      .fixed("method", .text) { .text($0.method) },
      .fixed("status", .int2) { .int2(Int16($0.status.rawValue)) },
      .fixed("response", .bytea) { .bytes($0.response) },
      .fixed("event_type", .text) { .text($0.eventType) },
      .fixed("subject", .text) { .text($0.subject) },
      .fixed("payload_type", .text) { .text($0.payloadType) },
      .fixed("reason", .text) { .text($0.reason) },
      .fixed("parties", .bytea) { .bytes($0.parties.flatMap(\.bytes)) },
    ],
    keys: [RowKey("request_key", .uuid) { $0.requestKey.map { .uuid($0) } }], isOrdered: true
  ) { (row) throws(DatabaseError) in try row.journalEntry() }
}

extension RowReader {
  /// The columns of `JournalEntry.table`, from 0.
  func journalEntry() throws(DatabaseError) -> JournalEntry {
    guard let status = StatusCode(rawValue: Int32(try int16(6))) else {
      throw .column(6, .isMalformed)
    }
    return JournalEntry(
      id: try uuid(0), createdAt: try timestamp(1), requestKey: try optionalUUID(2),
      fingerprint: try bytes(3), actor: try text(4), method: try text(5), status: status,
      response: try bytes(7), eventType: try optionalText(8), subject: try optionalText(9),
      payloadType: try optionalText(10), reason: try optionalText(11),
      parties: UUID.list(try bytes(12)))
  }
}

/// The commit engine's own statements.
enum CommitStatements {
  /// Wakes whoever watches the journal, on every server, after a commit. It waits for a lock of all
  /// that notify.
  static let notify = Statement(
    "journal_notify", "NOTIFY \(channel)", parameters: [], isAlone: true)

  static let channel = "paylyt_journal"

  /// What was decided about a request before; none or one.
  static let earlier = Statement<JournalEntry>(
    "journal_by_request",
    "SELECT \(JournalEntry.table.columns.map(\.name).joined(separator: ", ")) FROM journal "
      + "WHERE request_key = $1",
    parameters: [.uuid], columns: JournalEntry.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.journalEntry() }

  /// Joins the journal rows, as `entry`, of the sealed entries that a statement calls `sealed`;
  /// conditions on them follow.
  ///
  /// Behind OFFSET 0 those are not asked of the whole journal: a plan that was made while it was
  /// short would read all of it once for each position.
  static let joinSealedJournal =
    "LEFT JOIN LATERAL (SELECT * FROM journal WHERE id = sealed.journal_id OFFSET 0) AS entry"

  static let all = [notify.definition, earlier.definition]
}

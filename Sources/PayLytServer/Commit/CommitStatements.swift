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
    keys: [RowKey("request_key", .uuid) { $0.requestKey.map { .uuid($0) } }]
  ) { (row) throws(DatabaseError) in
    guard let status = StatusCode(rawValue: Int32(try row.int16(6))) else {
      throw .column(6, .isMalformed)
    }
    return JournalEntry(
      id: try row.uuid(0), createdAt: try row.timestamp(1), requestKey: try row.optionalUUID(2),
      fingerprint: try row.bytes(3), actor: try row.text(4), method: try row.text(5),
      status: status, response: try row.bytes(7), eventType: try row.optionalText(8),
      subject: try row.optionalText(9), payloadType: try row.optionalText(10),
      reason: try row.optionalText(11),
      parties: UUID.list(try row.bytes(12)))
  }
}

/// The commit engine's own statements.
enum CommitStatements {
  /// Wakes whoever watches the journal, on every server, after a commit.
  static let notify = Statement(
    "journal_notify", "NOTIFY \(channel)", parameters: [])

  static let channel = "paylyt_journal"
}

extension InboundEvent: StoredRow {
  var rowID: UUID { id }

  static let table = Table<InboundEvent>(
    "inbound_event",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("provider", .text) { .text($0.provider) },
      .fixed("event_id", .text) { .text($0.eventID) },
      .fixed("type", .text) { .text($0.type) },
      .fixed("body", .bytea) { .bytes($0.body) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("attempts", .int4) { .int4($0.attempts) },
      .mutable("unanswered", .int4) { .int4($0.unanswered) },
      .mutable("next_attempt_at", .timestamptz) { .timestamp($0.nextAttemptAt) },
      .mutable("note", .text) { .text($0.note) },
      .fixed("received_at", .timestamptz) { .timestamp($0.receivedAt) },
    ],
    keys: [RowKey("event_id", .text) { .text($0.eventID) }]
  ) { (row) throws(DatabaseError) in try row.inboundEvent() }
}

extension RowReader {
  /// The columns of `InboundEvent.table`, from 0.
  func inboundEvent() throws(DatabaseError) -> InboundEvent {
    InboundEvent(
      id: try uuid(0), provider: try text(1), eventID: try text(2), type: try text(3),
      body: try bytes(4), state: try value(5, InboundEvent.State.self), attempts: try int32(6),
      unanswered: try int32(7), nextAttemptAt: try timestamp(8), note: try text(9),
      receivedAt: try timestamp(10))
  }
}

enum WebhookStatements {
  private static let columns = InboundEvent.table.columns.map(\.name).joined(separator: ", ")

  /// Events that wait and are due, oldest first.
  static let waiting = Statement<InboundEvent>(
    "inbound_event_waiting",
    """
    SELECT \(columns) FROM inbound_event WHERE state = 1 AND next_attempt_at <= $1
    ORDER BY next_attempt_at, id LIMIT $2
    """,
    parameters: [.timestamptz, .int8], columns: InboundEvent.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.inboundEvent() }

  /// The hash of what a payment to us with the provider $1 pays, by our reference $2.
  static let hashOfReference = Statement<[UInt8]>(
    "inbound_event_hash",
    """
    SELECT payment_hash FROM invoice WHERE provider = $1 AND reference = $2
    UNION ALL SELECT payment_hash FROM deposit WHERE provider = $1 AND reference = $2
    """,
    parameters: [.text, .text], columns: [.bytea]
  ) { (row) throws(DatabaseError) in try row.bytes(0) }

  /// Events that were applied or ignored. A provider delivers one again for days, not for weeks.
  static let sweepSettled = Sweep(
    "inbound_event_sweep_settled", of: "inbound_event", by: .id, where: "state IN (2, 3)",
    keptSeconds: WebhookLimits.settledKeptSeconds)
  /// Dead letters that nobody has looked at.
  static let sweepFailed = Sweep(
    "inbound_event_sweep_failed", of: "inbound_event", by: .id, where: "state = 4",
    keptSeconds: WebhookLimits.failedKeptSeconds)

  static let all = [
    waiting.definition, hashOfReference.definition, sweepSettled.definition, sweepFailed.definition,
  ]
}

/// An endpoint that a server has taken for one turn.
struct WebhookTurn: Hashable, Sendable {
  let endpoint: UUID
  let holder: UUID
  let user: UUID
  let host: String
  let types: [String]
  /// Whether its owner is an admin, who sees everything until they are stopped.
  let seesAll: Bool
  /// Whether it answered well and in time when it was asked last.
  let isPrompt: Bool
  let position: Int64
  let failures: Int32
  let failingSince: Timestamp?

  /// Whose events it gets; nil for all.
  var party: UUID? { seesAll ? nil : user }
}

/// A delivery that is due, and the event that it carries; nil when that cannot be read.
struct DueDelivery: Sendable {
  let id: UUID
  let attempts: Int32
  let event: EventFeed.Part.Found?
}

/// What the sender asks and writes. No decision is made of it and the journal has no row of it: an
/// admin's endpoint would be told of its own deliveries without end.
enum WebhookSendStatements {
  /// As `UserState.effective` has it.
  private static let seesAll = "((app_user.roles & 4) <> 0 AND app_user.state = 1)"

  /// Endpoints with something to send or to look at, at $1, those first that have waited longest:
  /// none of the users $3 or on the hosts $4, and only where $5 one that is not prompt. One that
  /// another server takes at the same moment is passed over instead of waited for.
  static let candidates = Statement<WebhookTurn>(
    "webhook_candidates",
    """
    SELECT cursor.id, $2::uuid, endpoint.user_id, endpoint.types, \(seesAll),
      cursor.position, cursor.failures, cursor.failing_since, endpoint.host, cursor.is_prompt
    FROM webhook_cursor AS cursor
    JOIN webhook_endpoint AS endpoint ON endpoint.id = cursor.id
    JOIN app_user ON app_user.id = endpoint.user_id
    WHERE endpoint.state = 1 AND cursor.leased_until <= $1 AND cursor.paused_until <= $1
      AND endpoint.user_id <> ALL($3) AND endpoint.host <> ALL($4) AND (cursor.is_prompt OR $5)
      AND (
        EXISTS (SELECT FROM webhook_delivery AS waiting WHERE waiting.endpoint_id = cursor.id
          AND waiting.state = 1 AND waiting.next_attempt_at <= $1)
        OR EXISTS (SELECT FROM sealed_party AS ahead WHERE ahead.party = endpoint.user_id
          AND ahead.position > cursor.position)
        OR (\(seesAll)
          AND EXISTS (SELECT FROM sealed_entry AS ahead WHERE ahead.position > cursor.position)))
    ORDER BY cursor.leased_until, cursor.id LIMIT $6 FOR UPDATE OF cursor SKIP LOCKED
    """,
    parameters: [.timestamptz, .uuid, .uuidArray, .textArray, .bool, .int8],
    columns: [
      .uuid, .uuid, .uuid, .text, .bool, .int8, .int4, .timestamptz, .text, .bool,
    ]
  ) { (row) throws(DatabaseError) in
    WebhookTurn(
      endpoint: try row.uuid(0), holder: try row.uuid(1), user: try row.uuid(2),
      host: try row.text(8), types: WebhookEndpoint.types(try row.text(3)),
      seesAll: try row.bool(4), isPrompt: try row.bool(9), position: try row.int64(5),
      failures: try row.int32(6), failingSince: try row.optionalTimestamp(7))
  }

  /// Takes the endpoints $1 of what `candidates` has found and holds, for $2 until $3.
  static let take = Statement(
    "webhook_take",
    "UPDATE webhook_cursor SET holder = $2, leased_until = $3 WHERE id = ANY($1)",
    parameters: [.uuidArray, .uuid, .timestamptz])

  /// Moves the cursor of $1 to $3 and makes the deliveries of what was passed, if it is still $2's.
  static let advance = Statement(
    "webhook_advance",
    """
    WITH moved AS (
      UPDATE webhook_cursor SET position = $3 WHERE id = $1 AND holder = $2 RETURNING id
    )
    INSERT INTO webhook_delivery (id, endpoint_id, event_id, event_type, position, state, attempts,
      next_attempt_at, last_status, last_error, created_at)
    SELECT new.id, moved.id, new.event, new.type, new.position, 1, 0, $4, 0, '', $4
    FROM moved, unnest($5, $6, $7, $8) AS new(id, event, type, position)
    ON CONFLICT (endpoint_id, event_id) DO NOTHING
    """,
    parameters: [
      .uuid, .uuid, .int8, .timestamptz, .uuidArray, .uuidArray, .textArray, .int8Array,
    ])

  private static let entryColumns = JournalEntry.table.columns.map { "entry.\($0.name)" }
    .joined(separator: ", ")

  /// What is due at $2 for an endpoint, in the order of the log; payloads of no more than $3 bytes
  /// in all, but for the first one.
  static let due = Statement<DueDelivery>(
    "webhook_due",
    """
    SELECT \(entryColumns), entry.delivery_id, entry.attempts, entry.position FROM (
      SELECT entry.*, delivery.id AS delivery_id, delivery.attempts, delivery.position,
        sum(length(entry.response)) OVER (ORDER BY delivery.position) AS bytes
      FROM (SELECT * FROM webhook_delivery WHERE endpoint_id = $1 AND state = 1
        AND next_attempt_at <= $2 ORDER BY position LIMIT \(WebhookOutLimits.turnDeliveries))
        AS delivery
      JOIN journal AS entry ON entry.id = delivery.event_id) AS entry
    WHERE entry.bytes <= $3 OR entry.bytes = length(entry.response) ORDER BY entry.position
    """,
    parameters: [.uuid, .timestamptz, .int8],
    columns: JournalEntry.table.columns.map(\.type) + [.uuid, .int4, .int8]
  ) { (row) throws(DatabaseError) in
    let count = JournalEntry.table.columns.count
    let (id, attempts) = (try row.uuid(count), try row.int32(count + 1))
    let position = try row.int64(count + 2)
    do {
      let entry = try JournalEntry.table.decode(row)
      return DueDelivery(
        id: id, attempts: attempts, event: EventFeed.Part.Found(position: position, entry: entry))
    } catch {
      return DueDelivery(id: id, attempts: attempts, event: nil)
    }
  }

  /// Keeps what came of an attempt, whoever has the endpoint by now; the endpoint's own figures
  /// only for $2, who has it for longer then. Returns a row when that was so.
  static let record = Statement<UUID>(
    "webhook_record",
    """
    WITH recorded AS (
      UPDATE webhook_delivery SET state = $4, attempts = attempts + 1, next_attempt_at = $5,
        last_status = $6, last_error = $7, last_attempt_at = $8
      WHERE id = $3 AND state = 1
    )
    UPDATE webhook_cursor SET leased_until = $9, paused_until = $10, failures = $11,
      failing_since = $12, is_prompt = $13
    WHERE id = $1 AND holder = $2 RETURNING id
    """,
    parameters: [
      .uuid, .uuid, .uuid, .int2, .timestamptz, .int4, .text, .timestamptz, .timestamptz,
      .timestamptz, .int4, .timestamptz, .bool,
    ], columns: [.uuid]
  ) { (row) throws(DatabaseError) in try row.uuid(0) }

  /// Ends a turn.
  static let release = Statement(
    "webhook_release",
    "UPDATE webhook_cursor SET leased_until = $3, paused_until = greatest(paused_until, $4) "
      + "WHERE id = $1 AND holder = $2",
    parameters: [.uuid, .uuid, .timestamptz, .timestamptz])

  /// Removes deliveries that have ended and were last tried before $1, and those of deleted
  /// endpoints.
  static let sweep = Statement<UUID>(
    "webhook_sweep",
    """
    DELETE FROM webhook_delivery WHERE id IN (
      (SELECT id FROM webhook_delivery WHERE state <> 1 AND last_attempt_at < $1 LIMIT $2)
      UNION ALL
      (SELECT delivery.id FROM webhook_endpoint AS endpoint
       JOIN webhook_delivery AS delivery ON delivery.endpoint_id = endpoint.id
       WHERE endpoint.state = 4 LIMIT $2)
    ) RETURNING id
    """,
    parameters: [.timestamptz, .int8], columns: [.uuid]
  ) { (row) throws(DatabaseError) in try row.uuid(0) }

  static let all = [
    candidates.definition, take.definition, advance.definition, due.definition,
    record.definition, release.definition, sweep.definition,
  ]
}

extension WebhookEndpoint: StoredRow {
  var rowID: UUID { id }

  static let table = Table<WebhookEndpoint>(
    "webhook_endpoint",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .mutable("live_user_id", .uuid) { .uuid($0.liveUser) },
      .fixed("slot", .int2) { .int2($0.slot) },
      .mutable("url", .text) { .text($0.content.url) },
      .mutable("description", .text) { .text($0.content.description) },
      .mutable("types", .text) { .text($0.content.types.joined(separator: " ")) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("state_reason", .text) { .text($0.stateReason) },
      .mutable("key_id", .int4) { .int4($0.secret.keyID) },
      .mutable("secret", .bytea) { .bytes($0.secret.bytes) },
      .mutable("previous_key_id", .int4) { .int4($0.previous?.secret.keyID) },
      .mutable("previous_secret", .bytea) { .bytes($0.previous?.secret.bytes) },
      .mutable("previous_expires_at", .timestamptz) { .timestamp($0.previous?.expiresAt) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
      .mutable("version", .int8) { .int8($0.version) },
      .mutable("host", .text) { .text(WebhookURL.host(of: $0.content.url)) },
    ],
    keys: [RowKey("live_user_id", .uuid) { $0.liveUser.map { .uuid($0) } }]
  ) { (row) throws(DatabaseError) in try row.webhookEndpoint() }

  /// Deleted ones are found by their id only.
  fileprivate var liveUser: UUID? { state == .deleted ? nil : user }
}

extension WebhookCursor: StoredRow {
  var rowID: UUID { id }

  static let table = Table<WebhookCursor>(
    "webhook_cursor",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .mutable("position", .int8) { .int8($0.position) },
      .mutable("holder", .uuid) { .uuid($0.holder) },
      .mutable("leased_until", .timestamptz) { .timestamp($0.leasedUntil) },
      .mutable("paused_until", .timestamptz) { .timestamp($0.pausedUntil) },
      .mutable("failures", .int4) { .int4($0.failures) },
      .mutable("failing_since", .timestamptz) { .timestamp($0.failingSince) },
      .mutable("is_prompt", .bool) { .bool($0.isPrompt) },
    ]
  ) { (row) throws(DatabaseError) in try row.webhookCursor() }
}

extension WebhookDelivery: StoredRow {
  var rowID: UUID { id }

  static let table = Table<WebhookDelivery>(
    "webhook_delivery",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("endpoint_id", .uuid) { .uuid($0.endpoint) },
      .fixed("event_id", .uuid) { .uuid($0.event) },
      .fixed("event_type", .text) { .text($0.eventType) },
      .fixed("position", .int8) { .int8($0.position) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("attempts", .int4) { .int4($0.attempts) },
      .mutable("next_attempt_at", .timestamptz) { .timestamp($0.nextAttemptAt) },
      .fixed("last_status", .int4) { .int4($0.lastStatus) },
      .fixed("last_error", .text) { .text($0.lastError) },
      .fixed("last_attempt_at", .timestamptz) { .timestamp($0.lastAttemptAt) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.webhookDelivery() }
}

extension RowReader {
  /// The columns of `WebhookEndpoint.table`, from 0.
  func webhookEndpoint() throws(DatabaseError) -> WebhookEndpoint {
    var previous: WebhookEndpoint.Previous?
    if let key = try optionalInt32(11), let bytes = try optionalBytes(12),
      let expiry = try optionalTimestamp(13)
    {
      previous = WebhookEndpoint.Previous(
        secret: SealedDetails(keyID: key, bytes: bytes), expiresAt: expiry)
    }
    return WebhookEndpoint(
      id: try uuid(0), user: try uuid(1), slot: try int16(3),
      content: WebhookEndpoint.Content(
        url: try text(4), description: try text(5), types: WebhookEndpoint.types(try text(6))),
      state: try value(7, WebhookEndpoint.State.self), stateReason: try text(8),
      secret: SealedDetails(keyID: try int32(9), bytes: try bytes(10)), previous: previous,
      createdAt: try timestamp(14), updatedAt: try timestamp(15), version: try int64(16))
  }

  /// The columns of `WebhookCursor.table`, from 0.
  func webhookCursor() throws(DatabaseError) -> WebhookCursor {
    WebhookCursor(
      id: try uuid(0), position: try int64(1), holder: try uuid(2),
      leasedUntil: try timestamp(3), pausedUntil: try timestamp(4), failures: try int32(5),
      failingSince: try optionalTimestamp(6), isPrompt: try bool(7))
  }

  /// The columns of `WebhookDelivery.table`, from 0.
  func webhookDelivery() throws(DatabaseError) -> WebhookDelivery {
    WebhookDelivery(
      id: try uuid(0), endpoint: try uuid(1), event: try uuid(2), eventType: try text(3),
      position: try int64(4), state: try value(5, WebhookDelivery.State.self),
      attempts: try int32(6), nextAttemptAt: try timestamp(7), lastStatus: try int32(8),
      lastError: try text(9), lastAttemptAt: try optionalTimestamp(10),
      createdAt: try timestamp(11))
  }
}

extension WebhookEndpoint {
  /// As the column holds them.
  static func types(_ text: String) -> [String] { text.split(separator: " ").map { String($0) } }
}

enum WebhookOutStatements {
  private static let endpointColumns = WebhookEndpoint.table.columns.map(\.name)
    .joined(separator: ", ")
  private static let deliveryColumns = WebhookDelivery.table.columns.map(\.name)
    .joined(separator: ", ")

  static let endpoint = Statement<WebhookEndpoint>(
    "webhook_endpoint_get", "SELECT \(endpointColumns) FROM webhook_endpoint WHERE id = $1",
    parameters: [.uuid], columns: WebhookEndpoint.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.webhookEndpoint() }

  /// A user's endpoints before an id, newest first, without deleted ones.
  static let endpointsOfUser = Statement<WebhookEndpoint>(
    "webhook_endpoint_list",
    """
    SELECT \(endpointColumns) FROM webhook_endpoint
    WHERE live_user_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8], columns: WebhookEndpoint.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.webhookEndpoint() }

  /// Endpoints with a secret that is not sealed under the key $1, after an id.
  static let underOtherKeys = Statement<WebhookEndpoint>(
    "webhook_endpoint_under_other_keys",
    """
    SELECT \(endpointColumns) FROM webhook_endpoint
    WHERE length(secret) > 0 AND (key_id <> $1 OR previous_key_id <> $1) AND id > $2
    ORDER BY id LIMIT $3
    """,
    parameters: [.int4, .uuid, .int8], columns: WebhookEndpoint.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.webhookEndpoint() }

  static let countUnderOtherKeys = Statement<Int64>(
    "webhook_endpoint_count_under_other_keys",
    """
    SELECT count(*) FROM webhook_endpoint
    WHERE length(secret) > 0 AND (key_id <> $1 OR previous_key_id <> $1)
    """,
    parameters: [.int4], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let delivery = Statement<WebhookDelivery>(
    "webhook_delivery_get", "SELECT \(deliveryColumns) FROM webhook_delivery WHERE id = $1",
    parameters: [.uuid], columns: WebhookDelivery.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.webhookDelivery() }

  /// Deliveries of an endpoint. Each event and each attempt would pay for an index by state, so a
  /// search looks at a bounded part of them.
  static let deliveries = SearchList<WebhookDelivery>(
    "webhook_delivery_list", of: "webhook_delivery",
    columns: WebhookDelivery.table.columns.map(\.name),
    types: WebhookDelivery.table.columns.map(\.type),
    fields: SearchFields(
      "Deliveries", [SearchField("state", "state", .oneOf(WebhookDelivery.State.self))]),
    parts: [.own: ["endpoint_id = $1"]], id: \.id
  ) { (row) throws(DatabaseError) in try row.webhookDelivery() }

  /// Deliveries of an endpoint between two positions, in order; given up ones only where $4.
  static let deliveriesBetween = Statement<WebhookDelivery>(
    "webhook_delivery_between",
    """
    SELECT \(deliveryColumns) FROM webhook_delivery
    WHERE endpoint_id = $1 AND position BETWEEN $2 AND $3 AND (state = 3 OR NOT $4)
    ORDER BY position LIMIT $5
    """,
    parameters: [.uuid, .int8, .int8, .bool, .int8],
    columns: WebhookDelivery.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.webhookDelivery() }

  static let all =
    [
      endpoint.definition, endpointsOfUser.definition, underOtherKeys.definition,
      countUnderOtherKeys.definition, delivery.definition, deliveriesBetween.definition,
    ] + deliveries.definitions + WebhookSendStatements.all
}

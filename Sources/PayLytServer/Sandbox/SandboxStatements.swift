extension SandboxOffset: StoredRow {
  var rowID: UUID { id }

  static let table = Table<SandboxOffset>(
    "sandbox_offset",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .mutable("seconds", .int8) { .int8($0.seconds) },
    ]
  ) { (row) throws(DatabaseError) in
    SandboxOffset(id: try row.uuid(0), seconds: try row.int64(1))
  }
}

extension SandboxFault: StoredRow {
  var rowID: UUID { id }

  static let table = Table<SandboxFault>(
    "sandbox_fault",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("slot", .int2) { .int2($0.slot) },
      .mutable("number", .uuid) { .uuid($0.number) },
      .mutable("method", .text) { .text($0.method) },
      .mutable("kind", .int2) { .int2($0.kind.rawValue) },
      .mutable("code", .int2) { .int2($0.code) },
      .mutable("delay_ms", .int4) { .int4($0.delayMilliseconds) },
      .mutable("calls_left", .int4) { .int4($0.callsLeft) },
    ],
    keys: [RowKey("user_id", .uuid) { .uuid($0.user) }]
  ) { (row) throws(DatabaseError) in try row.sandboxFault() }
}

extension RowReader {
  /// The columns of `SandboxFault.table`, from 0.
  func sandboxFault() throws(DatabaseError) -> SandboxFault {
    SandboxFault(
      id: try uuid(0), user: try uuid(1), slot: try int16(2), number: try uuid(3),
      method: try text(4), kind: try value(5, SandboxFault.Kind.self), code: try int16(6),
      delayMilliseconds: try int32(7), callsLeft: try int32(8))
  }
}

enum SandboxStatements {
  private static let columns = SandboxFault.table.columns.map(\.name).joined(separator: ", ")

  static let ahead = Statement<Int64>(
    "sandbox_ahead", "SELECT seconds FROM sandbox_offset", parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let faults = Statement<SandboxFault>(
    "sandbox_faults",
    """
    SELECT \(columns) FROM sandbox_fault WHERE user_id = $1 AND calls_left > 0 ORDER BY number DESC
    """,
    parameters: [.uuid], columns: SandboxFault.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.sandboxFault() }

  /// Whether a call of the user $1 to the method $2 is hit.
  static let waits = Statement<Bool>(
    "sandbox_waits",
    "SELECT EXISTS (SELECT FROM sandbox_fault WHERE user_id = $1 AND method = $2 "
      + "AND calls_left > 0)",
    parameters: [.uuid, .text], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  /// Uses up one call of the oldest fault of a user and a method.
  static let use = Statement<SandboxFault>(
    "sandbox_use",
    """
    UPDATE sandbox_fault SET calls_left = calls_left - 1 WHERE id = (
      SELECT id FROM sandbox_fault WHERE user_id = $1 AND method = $2 AND calls_left > 0
      ORDER BY number LIMIT 1 FOR UPDATE) RETURNING \(columns)
    """,
    parameters: [.uuid, .text], columns: SandboxFault.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.sandboxFault() }

  /// Whose the call $2 is, or the payment with the reference $3 or the hash $4, or the escrow $5.
  private static let owners = """
    SELECT $2::uuid
    UNION ALL SELECT user_id FROM payout
      WHERE $3 <> '' AND reference = $3 OR $4 <> ''::bytea AND payment_hash = $4
    UNION ALL SELECT user_id FROM payout_quote WHERE $3 <> '' AND reference = $3
    UNION ALL SELECT user_id FROM deposit WHERE $4 <> ''::bytea AND payment_hash = $4
    UNION ALL SELECT client_id FROM escrow WHERE id = $5
    UNION ALL SELECT e.client_id FROM invoice i JOIN escrow e ON e.id = i.escrow_id
      WHERE $4 <> ''::bytea AND i.payment_hash = $4
    """

  /// Whether a use of the provider, the operation $1, is hit.
  static let providerWaits = Statement<Bool>(
    "sandbox_provider_waits",
    """
    SELECT EXISTS (SELECT FROM sandbox_fault
      WHERE method = $1 AND calls_left > 0 AND user_id IN (\(owners)))
    """,
    parameters: [.text, .uuid, .text, .bytea, .uuid], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  static let useOfProvider = Statement<SandboxFault>(
    "sandbox_provider_use",
    """
    UPDATE sandbox_fault SET calls_left = calls_left - 1 WHERE id = (
      SELECT id FROM sandbox_fault
      WHERE method = $1 AND calls_left > 0 AND user_id IN (\(owners))
      ORDER BY number LIMIT 1 FOR UPDATE) RETURNING \(columns)
    """,
    parameters: [.text, .uuid, .text, .bytea, .uuid],
    columns: SandboxFault.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.sandboxFault() }

  static let all = [
    ahead.definition, faults.definition, waits.definition, use.definition,
    providerWaits.definition, useOfProvider.definition,
  ]
}

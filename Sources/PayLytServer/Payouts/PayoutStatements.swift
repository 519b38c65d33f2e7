extension Payout: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Payout>(
    "payout",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .fixed("amount_msat", .int8) { .int8($0.amountMsat) },
      .fixed("fee_limit_msat", .int8) { .int8($0.feeLimitMsat) },
      .mutable("fee_msat", .int8) { .int8($0.feeMsat) },
      .fixed("lightning_address", .text) { .text($0.lightningAddress) },
      .fixed("provider", .text) { .text($0.provider) },
      .fixed("reference", .text) { .text($0.reference) },
      .mutable("payment_request", .text) { .text($0.paymentRequest) },
      .mutable("preimage", .bytea) { .bytes($0.preimage) },
      .mutable("failure_reason", .text) { .text($0.failureReason) },
      .mutable("attempts", .int4) { .int4($0.attempts) },
      .mutable("next_attempt_at", .timestamptz) { .timestamp($0.nextAttemptAt) },
      .mutable("version", .int8) { .int8($0.version) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.payout() }
}

extension RowReader {
  /// The columns of `Payout.table`, from 0.
  func payout() throws(DatabaseError) -> Payout {
    Payout(
      id: try uuid(0), user: try uuid(1), state: try value(2, PayoutState.self),
      amountMsat: try int64(3), feeLimitMsat: try int64(4), feeMsat: try int64(5),
      lightningAddress: try text(6), provider: try text(7), reference: try text(8),
      paymentRequest: try text(9), preimage: try bytes(10), failureReason: try text(11),
      attempts: try int32(12), nextAttemptAt: try timestamp(13), version: try int64(14),
      createdAt: try timestamp(15), updatedAt: try timestamp(16))
  }
}

enum PayoutStatements {
  private static let columns = Payout.table.columns.map(\.name).joined(separator: ", ")
  private static let types = Payout.table.columns.map(\.type)

  static let payout = Statement<Payout>(
    "payout_get", "SELECT \(columns) FROM payout WHERE id = $1",
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.payout() }

  /// A user's payouts before an id, newest first.
  static let payoutsOfUser = Statement<Payout>(
    "payout_list",
    "SELECT \(columns) FROM payout WHERE user_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
    parameters: [.uuid, .uuid, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.payout() }

  /// Payouts that are not final and due for the worker.
  static let due = Statement<Payout>(
    "payout_due",
    """
    SELECT \(columns) FROM payout WHERE state < 5 AND next_attempt_at <= $1
    ORDER BY next_attempt_at LIMIT $2
    """,
    parameters: [.timestamptz, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.payout() }

  static let byReference = Statement<Payout>(
    "payout_by_reference", "SELECT \(columns) FROM payout WHERE provider = $1 AND reference = $2",
    parameters: [.text, .text], columns: types
  ) { (row) throws(DatabaseError) in try row.payout() }

  static let all = [
    payout.definition, payoutsOfUser.definition, due.definition, byReference.definition,
  ]
}

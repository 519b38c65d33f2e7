extension Beneficiary: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Beneficiary>(
    "beneficiary",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .mutable("live_user_id", .uuid) { .uuid($0.liveUser) },
      .fixed("slot", .int2) { .int2($0.slot) },
      .fixed("method", .int2) { .int2($0.method.rawValue) },
      .fixed("label", .text) { .text($0.label) },
      .fixed("country", .text) { .text($0.country) },
      .fixed("currency", .text) { .text($0.currency.rawValue) },
      .fixed("masked", .text) { .text($0.masked) },
      .mutable("key_id", .int4) { .int4($0.details.keyID) },
      .mutable("details", .bytea) { .bytes($0.details.bytes) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("deleted_at", .timestamptz) { .timestamp($0.deletedAt) },
      .mutable("version", .int8) { .int8($0.version) },
    ], keys: [RowKey("live_user_id", .uuid) { $0.liveUser.map { .uuid($0) } }]
  ) { (row) throws(DatabaseError) in try row.beneficiary() }

  /// Deleted ones are found by their id only.
  fileprivate var liveUser: UUID? { isDeleted ? nil : user }
}

extension RowReader {
  /// The columns of `Beneficiary.table`, from 0.
  func beneficiary() throws(DatabaseError) -> Beneficiary {
    Beneficiary(
      id: try uuid(0), user: try uuid(1), slot: try int16(3),
      method: try value(4, PayoutMethod.self), label: try text(5), country: try text(6),
      currency: try asset(7), masked: try text(8),
      details: SealedDetails(keyID: try int32(9), bytes: try bytes(10)),
      createdAt: try timestamp(11), deletedAt: try optionalTimestamp(12),
      version: try int64(13))
  }
}

enum BeneficiaryStatements {
  private static let columns = Beneficiary.table.columns.map(\.name).joined(separator: ", ")
  private static let types = Beneficiary.table.columns.map(\.type)

  static let beneficiary = Statement<Beneficiary>(
    "beneficiary_get", "SELECT \(columns) FROM beneficiary WHERE id = $1",
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.beneficiary() }

  /// A user's beneficiaries before an id, newest first, without deleted ones.
  static let beneficiariesOfUser = Statement<Beneficiary>(
    "beneficiary_list",
    """
    SELECT \(columns) FROM beneficiary
    WHERE live_user_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.beneficiary() }

  /// What is not sealed under the current key, after an id.
  static let underOtherKeys = Statement<Beneficiary>(
    "beneficiary_under_other_keys",
    """
    SELECT \(columns) FROM beneficiary WHERE key_id <> $1 AND id > $2 AND length(details) > 0
    ORDER BY id LIMIT $3
    """,
    parameters: [.int4, .uuid, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.beneficiary() }

  /// Two ranges of the index: it costs nothing while there are none.
  static let countUnderOtherKeys = Statement<Int64>(
    "beneficiary_count_under_other_keys",
    """
    SELECT count(*) FROM beneficiary
    WHERE (key_id < $1 OR key_id > $1) AND length(details) > 0
    """,
    parameters: [.int4], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  /// Deleted ones whose details no open payout needs.
  static let unneeded = Statement<Beneficiary>(
    "beneficiary_unneeded",
    """
    SELECT \(columns) FROM beneficiary
    WHERE deleted_at IS NOT NULL AND length(details) > 0 AND NOT EXISTS (
      SELECT 1 FROM payout WHERE payout.beneficiary_id = beneficiary.id AND payout.state < 5)
    ORDER BY deleted_at LIMIT $1
    """,
    parameters: [.int8], columns: types
  ) { (row) throws(DatabaseError) in try row.beneficiary() }

  static let all = [
    beneficiary.definition, beneficiariesOfUser.definition, underOtherKeys.definition,
    countUnderOtherKeys.definition, unneeded.definition,
  ]
}

extension GeneralAccount: StoredRow {
  var rowID: UUID { id }

  static let table = Table<GeneralAccount>(
    "general_account",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("name", .text) { .text($0.name.text) },
      .fixed("asset", .text) { .text($0.asset.text) },
      .fixed("is_debit_normal", .bool) { .bool($0.normalSide == .debit) },
      .fixed("balance_min", .int8) { .int8($0.balanceMin) },
      .fixed("balance_max", .int8) { .int8($0.balanceMax) },
      .fixed("code", .int4) { .int4($0.code) },
      .fixed("metadata", .bytea) { .bytes($0.annotations.bytes) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("debits_posted", .int8) { .int8($0.sums.debits.posted) },
      .mutable("credits_posted", .int8) { .int8($0.sums.credits.posted) },
      .mutable("debits_pending", .int8) { .int8($0.sums.debits.pending) },
      .mutable("credits_pending", .int8) { .int8($0.sums.credits.pending) },
      .mutable("entries", .int8) { .int8($0.entries) },
      .mutable("last_entry_at", .timestamptz) { .timestamp($0.lastEntryAt) },
      .mutable("holds_expire_from", .timestamptz) { .timestamp($0.holdsExpireFrom) },
      .mutable("closed_at", .timestamptz) { .timestamp($0.closedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.generalAccount() }
}

extension GeneralTransaction: StoredRow {
  var rowID: UUID { id }

  static let table = Table<GeneralTransaction>(
    "general_transaction",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("name", .text) { .text($0.name.text) },
      .fixed("name_key", .uuid) { .uuid($0.name.key) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .fixed("is_two_phase", .bool) { .bool($0.isTwoPhase) },
      .fixed("postings", .int2) { .int2($0.postings) },
      .fixed("code", .int4) { .int4($0.code) },
      .fixed("description", .text) { .text($0.description) },
      .fixed("metadata", .bytea) { .bytes($0.annotations.bytes) },
      .fixed("timeout_seconds", .int8) { .int8($0.timeoutSeconds) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .fixed("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .mutable("resolved_at", .timestamptz) { .timestamp($0.resolvedAt) },
      .fixed("reverses", .text) { .text($0.reverses) },
      .mutable("reversed_by", .text) { .text($0.reversedBy) },
      .fixed("effective_at", .timestamptz) { .timestamp($0.effectiveAt) },
      .fixed("reference", .text) { .text($0.reference) },
      .fixed("balancing", .int2) { .int2($0.balancing.rawValue) },
      .fixed("amount_max", .int8) { .int8($0.amountMax) },
    ],
    keys: [RowKey(nameKey, .uuid) { .uuid($0.name.key) }]
  ) { (row) throws(DatabaseError) in try row.generalTransaction() }

  static let nameKey = "name_key"
}

extension GeneralEntry: StoredRow {
  /// Follows from the transaction: its id with the entry's number in the last byte.
  var rowID: UUID { transaction.subordinate(UInt8(number)) }

  static let table = Table<GeneralEntry>(
    "general_entry",
    columns: [
      .fixed("id", .uuid) { .uuid($0.rowID) },
      .fixed("account_id", .uuid) { .uuid($0.account) },
      .fixed("sequence", .int8) { .int8($0.sequence) },
      .fixed("transaction_id", .uuid) { .uuid($0.transaction) },
      .fixed("number", .int2) { .int2($0.number) },
      .fixed("kind", .int2) { .int2($0.kind.rawValue) },
      .fixed("is_debit", .bool) { .bool($0.side == .debit) },
      .fixed("asset", .text) { .text($0.asset.text) },
      .fixed("posted", .int8) { .int8($0.posted) },
      .fixed("pending", .int8) { .int8($0.pending) },
      .fixed("debits_posted", .int8) { .int8($0.sums.debits.posted) },
      .fixed("credits_posted", .int8) { .int8($0.sums.credits.posted) },
      .fixed("debits_pending", .int8) { .int8($0.sums.debits.pending) },
      .fixed("credits_pending", .int8) { .int8($0.sums.credits.pending) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .fixed("effective_at", .timestamptz) { .timestamp($0.effectiveAt) },
    ],
    keys: [RowKey(transactionKey, .uuid) { .uuid($0.transaction) }], isOrdered: true
  ) { (row) throws(DatabaseError) in try row.generalEntry() }

  static let transactionKey = "transaction_id"
}

/// Each reads the columns of its table, from 0.
extension RowReader {
  func generalAccount() throws(DatabaseError) -> GeneralAccount {
    GeneralAccount(
      name: GeneralName(stored: try text(1), key: try uuid(0)), asset: try assetCode(2),
      normalSide: try side(3),
      balanceMin: try optionalInt64(4), balanceMax: try optionalInt64(5), code: try int32(6),
      annotations: Annotations(stored: try bytes(7)), createdAt: try timestamp(8),
      sums: try generalSums(9), entries: try int64(13), lastEntryAt: try timestamp(14),
      holdsExpireFrom: try optionalTimestamp(15), closedAt: try optionalTimestamp(16))
  }

  func generalTransaction() throws(DatabaseError) -> GeneralTransaction {
    GeneralTransaction(
      id: try uuid(0), name: GeneralName(stored: try text(1), key: try uuid(2)),
      state: try value(3, GeneralTransactionState.self), isTwoPhase: try bool(4),
      postings: try int16(5), code: try int32(6), description: try text(7),
      annotations: Annotations(stored: try bytes(8)), timeoutSeconds: try int64(9),
      createdAt: try timestamp(10), expiresAt: try optionalTimestamp(11),
      resolvedAt: try optionalTimestamp(12), reverses: try optionalText(13),
      reversedBy: try optionalText(14), effectiveAt: try optionalTimestamp(15),
      reference: try text(16), balancing: try value(17, Balancing.self),
      amountMax: try optionalInt64(18))
  }

  func generalEntry() throws(DatabaseError) -> GeneralEntry {
    let kind = try value(5, GeneralEntryKind.self)
    let number = try int16(4)
    return GeneralEntry(
      account: try uuid(1), sequence: try int64(2), transaction: try uuid(3),
      leg: kind.resolves ? number - Int16(GeneralLimits.postingsMax) : number, kind: kind,
      side: try side(6), asset: try assetCode(7), posted: try int64(8), pending: try int64(9),
      sums: try generalSums(10), createdAt: try timestamp(14), effectiveAt: try timestamp(15))
  }

  /// Posted and pending amounts: debits, credits, debits, credits.
  func generalSums(_ first: Int) throws(DatabaseError) -> GeneralSums {
    GeneralSums(
      debits: .init(posted: try int64(first), pending: try int64(first + 2)),
      credits: .init(posted: try int64(first + 1), pending: try int64(first + 3)))
  }

  func assetCode(_ column: Int) throws(DatabaseError) -> AssetCode {
    guard let code = AssetCode(try text(column)) else { throw .column(column, .isMalformed) }
    return code
  }

  /// From whether it is the debit side.
  func side(_ column: Int) throws(DatabaseError) -> Side { try bool(column) ? .debit : .credit }
}

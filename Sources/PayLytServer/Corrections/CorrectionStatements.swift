extension Correction: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Correction>(
    "correction",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("kind", .int2) { .int2($0.kind.rawValue) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("asset", .text) { .text($0.amount.asset.rawValue) },
      .fixed("units", .int8) { .int8($0.amount.units) },
      .fixed("subject", .text) { .text($0.subject) },
      .fixed("reason", .text) { .text($0.reason) },
      .fixed("proposer", .uuid) { .uuid($0.proposer) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("approver", .uuid) { .uuid($0.approver) },
      .mutable("transaction_id", .uuid) { .uuid($0.transaction) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("decided_at", .timestamptz) { .timestamp($0.decidedAt) },
      .mutable("version", .int8) { .int8($0.version) },
    ]
  ) { (row) throws(DatabaseError) in try row.correction() }
}

extension RowReader {
  /// The columns of `Correction.table`, from 0.
  fileprivate func correction() throws(DatabaseError) -> Correction {
    Correction(
      id: try uuid(0), kind: try value(1, CorrectionKind.self), user: try optionalUUID(2),
      amount: Money(asset: try asset(3), units: try int64(4)), subject: try text(5),
      reason: try text(6), proposer: try uuid(7), state: try value(8, CorrectionState.self),
      approver: try optionalUUID(9), transaction: try optionalUUID(10),
      createdAt: try timestamp(11), decidedAt: try optionalTimestamp(12),
      version: try int64(13))
  }
}

enum CorrectionStatements {
  private static let columns = Correction.table.columns.map(\.name)
  private static let types = Correction.table.columns.map(\.type)

  static let correction = Statement<Correction>(
    "correction_get",
    "SELECT \(columns.joined(separator: ", ")) FROM correction WHERE id = $1",
    parameters: [.uuid], columns: types, decode: Correction.table.decode)

  static let corrections = SearchList<Correction>(
    "correction_list", of: "correction", columns: columns, types: types,
    fields: SearchFields(
      "Corrections",
      [
        SearchField("state", "state", .oneOf(CorrectionState.self)),
        SearchField("kind", "kind", .oneOf(CorrectionKind.self)),
        SearchField("user", "user_id", .user),
        SearchField("subject", "subject", .code),
        SearchField("create_time", "created_at", .moment),
      ]),
    parts: [.all: [ListPart.everything], .ofState: [ListPart.everything]],
    id: \.id, decode: Correction.table.decode)

  static let all = [correction.definition] + corrections.definitions
}

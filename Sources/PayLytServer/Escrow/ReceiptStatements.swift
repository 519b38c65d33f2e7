extension Receipt: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Receipt>(
    "receipt",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .fixed("transaction_id", .uuid) { .uuid($0.transaction) },
      .fixed("kind", .int2) { .int2($0.kind.rawValue) },
      .fixed("client_id", .uuid) { .uuid($0.client) },
      .fixed("freelancer_id", .uuid) { .uuid($0.freelancer) },
      .fixed("gross_msat", .int8) { .int8($0.grossMsat) },
      .fixed("fee_msat", .int8) { .int8($0.feeMsat) },
      .fixed("lines", .text) { .text($0.lines.joined(separator: "\n")) },
      .fixed("parts", .bytea) {
        .bytes($0.parts.flatMap { $0.user.bytes + $0.amountMsat.bigEndianBytes })
      },
      .fixed("issued_at", .timestamptz) { .timestamp($0.issuedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.receipt() }
}

extension FeeSchedule: StoredRow {
  /// All versions stand in one series; whoever adds one locks it.
  static let series = "default"

  var rowID: UUID { id }

  static let table = Table<FeeSchedule>(
    "fee_schedule",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("series", .text) { _ in .text(series) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ] + FeeRates.columns.of(\.rates),
    keys: [RowKey("series", .text) { _ in .text(series) }]
  ) { (row) throws(DatabaseError) in try row.feeSchedule() }
}

extension EscrowOverride: StoredRow {
  var rowID: UUID { id }

  static let table = Table<EscrowOverride>(
    "escrow_override",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .mutable("proposed_by", .uuid) { .uuid($0.proposedBy) },
      .mutable("to_freelancer_msat", .int8) { .int8($0.toFreelancerMsat) },
      .mutable("to_client_msat", .int8) { .int8($0.toClientMsat) },
      .mutable("course", .text) { .text($0.course) },
      .mutable("proposed_at", .timestamptz) { .timestamp($0.proposedAt) },
    ],
    keys: [RowKey("escrow_id", .uuid) { .uuid($0.escrow) }]
  ) { (row) throws(DatabaseError) in
    EscrowOverride(
      id: try row.uuid(0), escrow: try row.uuid(1), proposedBy: try row.uuid(2),
      toFreelancerMsat: try row.int64(3), toClientMsat: try row.int64(4),
      course: try row.text(5), proposedAt: try row.timestamp(6))
  }
}

extension RowReader {
  /// The columns of `Receipt.table`, from 0.
  func receipt() throws(DatabaseError) -> Receipt {
    Receipt(
      id: try uuid(0), escrow: try uuid(1), transaction: try uuid(2),
      kind: try value(3, Receipt.Kind.self), client: try uuid(4), freelancer: try uuid(5),
      grossMsat: try int64(6), feeMsat: try int64(7), lines: try lines(8), parts: try parts(9),
      issuedAt: try timestamp(10))
  }

  /// The columns of `FeeSchedule.table`, from 0.
  func feeSchedule() throws(DatabaseError) -> FeeSchedule {
    FeeSchedule(id: try uuid(0), rates: try feeRates(from: 3), createdAt: try timestamp(2))
  }

  /// An id and an amount, 24 bytes each.
  private func parts(_ column: Int) throws(DatabaseError) -> [PayeePart] {
    let all = try bytes(column)
    guard all.count % 24 == 0 else { throw .column(column, .isMalformed) }
    return stride(from: 0, to: all.count, by: 24).map { start in
      PayeePart(
        user: UUID(bytes: all[start..<start + 16]),
        amountMsat: Int64(bigEndianBytes: all[start + 16..<start + 24]))
    }
  }
}

enum ReceiptStatements {
  private static let columns = Receipt.table.columns.map(\.name).joined(separator: ", ")
  private static let feeColumns = FeeSchedule.table.columns.map(\.name).joined(separator: ", ")

  /// Of one escrow.
  static let list = SearchList<Receipt>(
    "receipt_list", of: "receipt", columns: Receipt.table.columns.map(\.name),
    types: Receipt.table.columns.map(\.type),
    fields: SearchFields(
      "Receipts",
      [
        SearchField("kind", "kind", .oneOf(Receipt.Kind.self)),
        SearchField("issue_time", "issued_at", .moment),
      ]),
    time: "issue_time", parts: [.own: ["escrow_id = $1"]], id: \.id
  ) { (row) throws(DatabaseError) in try row.receipt() }

  static let receipt = Statement<Receipt>(
    "receipt_get", "SELECT \(columns) FROM receipt WHERE id = $1 AND escrow_id = $2",
    parameters: [.uuid, .uuid], columns: Receipt.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.receipt() }

  static let feeSchedule = Statement<FeeSchedule>(
    "fee_schedule_get", "SELECT \(feeColumns) FROM fee_schedule WHERE version = $1",
    parameters: [.int4], columns: FeeSchedule.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.feeSchedule() }

  /// The fees of terms that are written now, then the versions before, down from version $1.
  static let feeSchedules = Statement<FeeSchedule>(
    "fee_schedule_list",
    "SELECT \(feeColumns) FROM fee_schedule WHERE version < $1 ORDER BY version DESC LIMIT $2",
    parameters: [.int4, .int8], columns: FeeSchedule.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.feeSchedule() }

  static let all =
    [receipt.definition, feeSchedule.definition, feeSchedules.definition] + list.definitions
}

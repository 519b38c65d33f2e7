extension Escrow: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Escrow>(
    "escrow",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("job_id", .uuid) { .uuid($0.job) },
      .fixed("client_id", .uuid) { .uuid($0.client) },
      .fixed("freelancer_id", .uuid) { .uuid($0.freelancer) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .fixed("amount_msat", .int8) { .int8($0.amountMsat) },
      .mutable("funded_msat", .int8) { .int8($0.fundedMsat) },
      .mutable("released_msat", .int8) { .int8($0.releasedMsat) },
      .mutable("refunded_msat", .int8) { .int8($0.refundedMsat) },
      .fixed("fee_basis_points", .int4) { .int4($0.feeBasisPoints) },
      .mutable("fee_taken_msat", .int8) { .int8($0.feeTakenMsat) },
      .mutable("invoices_made", .int4) { .int4($0.invoicesMade) },
      .mutable("is_paid_late", .bool) { .bool($0.isPaidLate) },
      .mutable("is_overpaid", .bool) { .bool($0.isOverpaid) },
      .fixed("deadline_at", .timestamptz) { .timestamp($0.deadline) },
      .mutable("version", .int8) { .int8($0.version) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.escrow() }
}

extension Milestone: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Milestone>(
    "milestone",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .fixed("position", .int2) { .int2($0.position) },
      .fixed("title", .text) { .text($0.title) },
      .fixed("amount_msat", .int8) { .int8($0.amountMsat) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("delivery_note", .text) { .text($0.deliveryNote) },
      .mutable("submitted_at", .timestamptz) { .timestamp($0.submittedAt) },
    ],
    keys: [RowKey("escrow_id", .uuid) { .uuid($0.escrow) }],
    locking: .under(Escrow.self) { $0.escrow }
  ) { (row) throws(DatabaseError) in try row.milestone() }
}

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
      .fixed("issued_at", .timestamptz) { .timestamp($0.issuedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.receipt() }
}

extension RowReader {
  /// The columns of `Escrow.table`, from 0.
  func escrow() throws(DatabaseError) -> Escrow {
    Escrow(
      id: try uuid(0), job: try uuid(1), client: try uuid(2), freelancer: try uuid(3),
      state: try value(4, EscrowState.self), amountMsat: try int64(5), fundedMsat: try int64(6),
      releasedMsat: try int64(7), refundedMsat: try int64(8), feeBasisPoints: try int32(9),
      feeTakenMsat: try int64(10), invoicesMade: try int32(11), isPaidLate: try bool(12),
      isOverpaid: try bool(13), deadline: try timestamp(14), version: try int64(15),
      createdAt: try timestamp(16), updatedAt: try timestamp(17))
  }

  /// The columns of `Milestone.table`, from `first`.
  func milestone(from first: Int = 0) throws(DatabaseError) -> Milestone {
    Milestone(
      id: try uuid(first), escrow: try uuid(first + 1), position: try int16(first + 2),
      title: try text(first + 3), amountMsat: try int64(first + 4),
      state: try value(first + 5, MilestoneState.self), deliveryNote: try text(first + 6),
      submittedAt: try optionalTimestamp(first + 7))
  }

  /// The columns of `Escrow.table`, then those of `Milestone.table`.
  func escrowCaseRow() throws(DatabaseError) -> EscrowCaseRow {
    EscrowCaseRow(escrow: try escrow(), milestone: try milestone(from: Escrow.table.columns.count))
  }

  /// The columns of `Receipt.table`, from 0.
  func receipt() throws(DatabaseError) -> Receipt {
    Receipt(
      id: try uuid(0), escrow: try uuid(1), transaction: try uuid(2),
      kind: try value(3, Receipt.Kind.self), client: try uuid(4), freelancer: try uuid(5),
      grossMsat: try int64(6), feeMsat: try int64(7),
      lines: try lines(8), issuedAt: try timestamp(9))
  }

  /// Split by byte: to Swift, a title's last CR and the LF after it are one character.
  private func lines(_ column: Int) throws(DatabaseError) -> [String] {
    try text(column).utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
  }
}

/// One milestone beside its escrow.
struct EscrowCaseRow: Hashable, Sendable {
  let escrow: Escrow
  let milestone: Milestone
}

extension EscrowCase {
  /// The cases that a joined statement has read, in its order.
  static func gather(_ rows: [EscrowCaseRow]) -> [EscrowCase] {
    var cases: [EscrowCase] = []
    var rest = rows[...]
    while let escrow = rest.first?.escrow {
      let own = rest.prefix { $0.escrow.id == escrow.id }
      cases.append(EscrowCase(escrow: escrow, milestones: own.map(\.milestone)))
      rest = rest.dropFirst(own.count)
    }
    return cases
  }
}

/// Escrow and milestones always come out of one statement: two would see two moments, and a release
/// between them would look like money that is missing.
enum EscrowStatements {
  private static let escrowColumns = Escrow.table.columns.map(\.name).joined(separator: ", ")
  private static let milestoneColumns = Milestone.table.columns.map { "milestone.\($0.name)" }
    .joined(separator: ", ")
  private static let receiptColumns = Receipt.table.columns.map(\.name).joined(separator: ", ")
  private static let joinedTypes =
    Escrow.table.columns.map(\.type) + Milestone.table.columns.map(\.type)

  private static func joined(_ escrows: String) -> String {
    let columns = Escrow.table.columns.map { "held.\($0.name)" }.joined(separator: ", ")
    return """
      SELECT \(columns), \(milestoneColumns) FROM (\(escrows)) AS held
      JOIN milestone ON milestone.escrow_id = held.id ORDER BY held.id DESC, milestone.position
      """
  }

  static let escrow = Statement<EscrowCaseRow>(
    "escrow_get", joined("SELECT \(escrowColumns) FROM escrow WHERE id = $1"),
    parameters: [.uuid], columns: joinedTypes
  ) { (row) throws(DatabaseError) in try row.escrowCaseRow() }

  /// The escrows that a user is a party of, before an id, newest first.
  static let escrowsOfParty = Statement<EscrowCaseRow>(
    "escrow_list",
    joined(
      """
      (SELECT \(escrowColumns) FROM escrow WHERE client_id = $1 AND id < $2
       ORDER BY id DESC LIMIT $3)
      UNION ALL
      (SELECT \(escrowColumns) FROM escrow WHERE freelancer_id = $1 AND id < $2
       ORDER BY id DESC LIMIT $3)
      ORDER BY 1 DESC LIMIT $3
      """),
    parameters: [.uuid, .uuid, .int8], columns: joinedTypes
  ) { (row) throws(DatabaseError) in try row.escrowCaseRow() }

  static let receipts = Statement<Receipt>(
    "receipt_list", "SELECT \(receiptColumns) FROM receipt WHERE escrow_id = $1 ORDER BY id",
    parameters: [.uuid], columns: Receipt.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.receipt() }

  /// Escrows whose amounts disagree with their account in the ledger.
  static let escrowsOff = Statement<Int64>(
    "escrow_off",
    """
    SELECT count(*) FROM escrow LEFT JOIN ledger_account AS account
      ON account.id = (overlay(escrow.id::text PLACING '21' FROM 35))::uuid
    WHERE funded_msat - released_msat - refunded_msat
      <> coalesce(account.credits - account.debits, 0)
    """,
    parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let all = [
    escrow.definition, escrowsOfParty.definition, receipts.definition, escrowsOff.definition,
  ]
}

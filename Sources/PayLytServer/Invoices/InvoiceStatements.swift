extension Invoice: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Invoice>(
    "invoice",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .fixed("provider", .text) { .text($0.provider) },
      .fixed("reference", .text) { .text($0.reference) },
      .fixed("provider_id", .text) { .text($0.providerID) },
      .fixed("payment_hash", .bytea) { .bytes($0.paymentHash) },
      .fixed("payment_request", .text) { .text($0.paymentRequest) },
      .fixed("amount_msat", .int8) { .int8($0.amountMsat) },
      .mutable("paid_msat", .int8) { .int8($0.paidMsat) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .fixed("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .mutable("settled_at", .timestamptz) { .timestamp($0.settledAt) },
      .fixed("is_hold", .bool) { .bool($0.isHold) },
    ],
    keys: [
      RowKey("payment_hash", .bytea) { .bytes($0.paymentHash) },
      RowKey("escrow_id", .uuid) { .uuid($0.escrow) },
    ],
    locking: .under(Escrow.self) { $0.escrow }
  ) { (row) throws(DatabaseError) in try row.invoice() }
}

extension RowReader {
  /// The columns of `Invoice.table`, from 0.
  func invoice() throws(DatabaseError) -> Invoice {
    Invoice(
      id: try uuid(0), escrow: try uuid(1), provider: try text(2), reference: try text(3),
      providerID: try text(4), paymentHash: try bytes(5), paymentRequest: try text(6),
      amountMsat: try int64(7), paidMsat: try int64(8), state: try value(9, InvoiceState.self),
      createdAt: try timestamp(10), expiresAt: try timestamp(11),
      settledAt: try optionalTimestamp(12), isHold: try bool(13))
  }

  /// The columns of `HoldInvoice.table`, from `first`.
  fileprivate func holdInvoice(from first: Int = 0) throws(DatabaseError) -> HoldInvoice {
    HoldInvoice(
      id: try uuid(first), escrow: try uuid(first + 1),
      preimage: SealedDetails(keyID: try int32(first + 2), bytes: try bytes(first + 3)),
      phase: try value(first + 4, HoldPhase.self), heldAt: try optionalTimestamp(first + 5),
      createdAt: try timestamp(first + 6), updatedAt: try timestamp(first + 7))
  }
}

extension HoldInvoice: StoredRow {
  var rowID: UUID { id }

  static let table = Table<HoldInvoice>(
    "hold_invoice",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .fixed("key_id", .int4) { .int4($0.preimage.keyID) },
      .mutable("preimage", .bytea) { .bytes($0.preimage.bytes) },
      .mutable("state", .int2) { .int2($0.phase.rawValue) },
      .mutable("held_at", .timestamptz) { .timestamp($0.heldAt) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ],
    locking: .under(Escrow.self) { $0.escrow }
  ) { (row) throws(DatabaseError) in try row.holdInvoice() }
}

enum InvoiceStatements {
  private static let columns = Invoice.table.columns.map(\.name).joined(separator: ", ")
  private static let types = Invoice.table.columns.map(\.type)

  static let invoice = Statement<Invoice>(
    "invoice_get", "SELECT \(columns) FROM invoice WHERE id = $1",
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.invoice() }

  /// Nothing that is shown of an invoice changes but with its state.
  static let versions = Statement.versions(
    "invoice_versions", of: "invoice", version: "state")

  static let invoicesOfEscrow = Statement<Invoice>(
    "invoice_of_escrow", "SELECT \(columns) FROM invoice WHERE escrow_id = $1 ORDER BY id",
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.invoice() }

  /// Of one escrow, or all of them.
  static let list = SearchList<Invoice>(
    "invoice_list", of: "invoice", columns: Invoice.table.columns.map(\.name), types: types,
    fields: SearchFields(
      "Invoices",
      [
        SearchField("state", "state", .oneOf(InvoiceState.self)),
        SearchField("amount", "amount_msat", .number),
        SearchField("create_time", "created_at", .moment),
      ]),
    parts: [.own: ["escrow_id = $1"], .all: [ListPart.everything]], id: \.id
  ) { (row) throws(DatabaseError) in try row.invoice() }

  /// Pending ones, the soonest to expire first (`UnpaidRound`).
  static let pending = Statement<Invoice>(
    "invoice_pending",
    """
    SELECT \(columns) FROM invoice
    WHERE state = 1 AND (expires_at, id) > ($1, $2) AND created_at < $3
    ORDER BY expires_at, id LIMIT $4
    """,
    parameters: [.timestamptz, .uuid, .timestamptz, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.invoice() }

  /// Those that are over, and may be paid all the same.
  static let ended = Statement<Invoice>(
    "invoice_ended",
    """
    SELECT \(columns) FROM invoice
    WHERE state IN (3, 4) AND (expires_at, id) > ($1, $2) AND created_at < $3
    ORDER BY expires_at, id LIMIT $4
    """,
    parameters: [.timestamptz, .uuid, .timestamptz, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.invoice() }

  static let invoiceByHash = Statement<Invoice>(
    "invoice_by_hash", "SELECT \(columns) FROM invoice WHERE payment_hash = $1",
    parameters: [.bytea], columns: types
  ) { (row) throws(DatabaseError) in try row.invoice() }

  /// A payment that is not over, with its invoice.
  struct LiveHold: Sendable {
    let invoice: Invoice
    let hold: HoldInvoice
    /// Whether nothing has changed as long as nobody pays.
    let isAwaited: Bool
  }

  /// Of those whose time has come to be asked about, after an id.
  static let liveHolds: Statement<LiveHold> = {
    let hold = HoldInvoice.table.columns
    func list(_ names: [String], of table: String) -> String {
      names.map { "\(table).\($0)" }.joined(separator: ", ")
    }
    let count = types.count
    return Statement(
      "invoice_live_holds",
      """
      SELECT \(list(Invoice.table.columns.map(\.name), of: "i")),
        \(list(hold.map(\.name), of: "h")),
        h.state = 1 AND i.state = 1 AND i.expires_at > $3 AND e.state IN (1, 2, 3)
      FROM hold_invoice h JOIN invoice i USING (id) JOIN escrow e ON e.id = h.escrow_id
      WHERE h.state < 4 AND h.id > $1 ORDER BY h.id LIMIT $2
      """,
      parameters: [.uuid, .int8, .timestamptz], columns: types + hold.map(\.type) + [.bool]
    ) { (row) throws(DatabaseError) in
      LiveHold(
        invoice: try row.invoice(), hold: try row.holdInvoice(from: count),
        isAwaited: try row.bool(count + hold.count))
    }
  }()

  static let all =
    [
      liveHolds.definition, invoice.definition, invoicesOfEscrow.definition, pending.definition,
      ended.definition, versions.definition, invoiceByHash.definition,
    ] + list.definitions
}

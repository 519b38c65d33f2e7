extension ReconciliationRun: StoredRow {
  var rowID: UUID { id }

  static let table = Table<ReconciliationRun>(
    "reconciliation_run",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("provider", .text) { .text($0.provider) },
      .fixed("is_automatic", .bool) { .bool($0.isAutomatic) },
      .mutable("open_provider", .text) { .text($0.openProvider) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .fixed("from_at", .timestamptz) { .timestamp($0.from) },
      .fixed("to_at", .timestamptz) { .timestamp($0.to) },
      .mutable("entries_here", .int8) { .int8($0.entriesHere) },
      .mutable("entries_there", .int8) { .int8($0.entriesThere) },
      .mutable("findings", .int8) { .int8($0.findings) },
      .mutable("balance_msat", .int8) { .int8($0.balanceMsat) },
      .mutable("failure", .int2) { .int2($0.failure?.rawValue) },
      .mutable("note", .text) { .text($0.note) },
      .mutable("version", .int8) { .int8($0.version) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ],
    keys: [RowKey("open_provider", .text) { $0.openProvider.map { .text($0) } }]
  ) { (row) throws(DatabaseError) in try row.reconciliationRun() }
}

extension ReconciliationFinding: StoredRow {
  var rowID: UUID { id }

  static let table = Table<ReconciliationFinding>(
    "reconciliation_finding",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("run_id", .uuid) { .uuid($0.run) },
      .fixed("kind", .int2) { .int2($0.content.kind.rawValue) },
      .fixed("direction", .int2) { .int2($0.content.direction.rawValue) },
      .fixed("payment_hash", .bytea) { .bytes($0.content.paymentHash) },
      .fixed("reference", .text) { .text($0.content.reference) },
      .fixed("here_msat", .int8) { .int8($0.content.hereMsat) },
      .fixed("there_msat", .int8) { .int8($0.content.thereMsat) },
    ]
  ) { (row) throws(DatabaseError) in try row.reconciliationFinding() }
}

extension RowReader {
  /// The columns of `ReconciliationRun.table`, from 0.
  func reconciliationRun() throws(DatabaseError) -> ReconciliationRun {
    ReconciliationRun(
      id: try uuid(0), provider: try text(1), isAutomatic: try bool(2),
      state: try value(4, ReconciliationRun.State.self), from: try timestamp(5),
      to: try timestamp(6), entriesHere: try int64(7), entriesThere: try int64(8),
      findings: try int64(9), balanceMsat: isNull(10) ? nil : try int64(10),
      failure: isNull(11) ? nil : try value(11, ReconciliationRun.Failure.self),
      note: try text(12), version: try int64(13), createdAt: try timestamp(14),
      updatedAt: try timestamp(15))
  }

  /// The columns of `ReconciliationFinding.table`, from 0.
  func reconciliationFinding() throws(DatabaseError) -> ReconciliationFinding {
    ReconciliationFinding(
      id: try uuid(0), run: try uuid(1),
      content: .init(
        kind: try value(2, ReconciliationFinding.Kind.self),
        direction: try value(3, BookEntry.Direction.self), paymentHash: try bytes(4),
        reference: try text(5), hereMsat: isNull(6) ? nil : try int64(6),
        thereMsat: isNull(7) ? nil : try int64(7)))
  }

  /// Hash, reference, amount.
  fileprivate func movement() throws(DatabaseError) -> ReconciliationStatements.Movement {
    .init(paymentHash: try bytes(0), reference: try text(1), amountMsat: try int64(2))
  }
}

enum ReconciliationStatements {
  /// One movement as our books have it.
  struct Movement: Hashable, Sendable {
    let paymentHash: [UInt8]
    let reference: String
    let amountMsat: Int64
  }

  private static let runColumns = ReconciliationRun.table.columns.map(\.name)
    .joined(separator: ", ")
  private static let runTypes = ReconciliationRun.table.columns.map(\.type)
  private static let findingColumns = ReconciliationFinding.table.columns.map(\.name)
    .joined(separator: ", ")
  private static let movementTypes: [SQLType] = [.bytea, .text, .int8]

  static let run = Statement<ReconciliationRun>(
    "reconciliation_run_get", "SELECT \(runColumns) FROM reconciliation_run WHERE id = $1",
    parameters: [.uuid], columns: runTypes
  ) { (row) throws(DatabaseError) in try row.reconciliationRun() }

  /// Before the id $1, newest first.
  static let runs = Statement<ReconciliationRun>(
    "reconciliation_runs",
    "SELECT \(runColumns) FROM reconciliation_run WHERE id < $1 ORDER BY id DESC LIMIT $2",
    parameters: [.uuid, .int8], columns: runTypes
  ) { (row) throws(DatabaseError) in try row.reconciliationRun() }

  /// Runs that are not done: at most one for each provider.
  static let open = Statement<ReconciliationRun>(
    "reconciliation_open",
    "SELECT \(runColumns) FROM reconciliation_run WHERE open_provider IS NOT NULL ORDER BY id",
    parameters: [], columns: runTypes
  ) { (row) throws(DatabaseError) in try row.reconciliationRun() }

  /// The newest runs of a provider that the server has made by itself, at most $2.
  static let lastAutomatic = Statement<ReconciliationRun>(
    "reconciliation_last_automatic",
    """
    SELECT \(runColumns) FROM reconciliation_run WHERE provider = $1 AND is_automatic
    ORDER BY id DESC LIMIT $2
    """,
    parameters: [.text, .int8], columns: runTypes
  ) { (row) throws(DatabaseError) in try row.reconciliationRun() }

  static let finding = Statement<ReconciliationFinding>(
    "reconciliation_finding_get",
    "SELECT \(findingColumns) FROM reconciliation_finding WHERE id = $1", parameters: [.uuid],
    columns: ReconciliationFinding.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.reconciliationFinding() }

  /// Of the run $1 before the id $2, newest first.
  static let findings = Statement<ReconciliationFinding>(
    "reconciliation_findings",
    """
    SELECT \(findingColumns) FROM reconciliation_finding
    WHERE run_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8], columns: ReconciliationFinding.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.reconciliationFinding() }

  /// The same of kind $4, which is not said to be this one, as in `Statement.ofState`.
  static let findingsOfKind = Statement<ReconciliationFinding>(
    "reconciliation_findings_of_kind",
    """
    SELECT \(findingColumns) FROM reconciliation_finding
    WHERE run_id = $1 AND (kind, id) < ($4, $2) AND kind >= $4
    ORDER BY kind DESC, id DESC LIMIT $3
    """,
    parameters: [.uuid, .uuid, .int8, .int2],
    columns: ReconciliationFinding.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.reconciliationFinding() }

  /// What came in over a provider from $2 until $3.
  static let receivedWithin = Statement<Movement>(
    "reconciliation_received_within",
    """
    SELECT payment_hash, reference, paid_msat FROM invoice
    WHERE provider = $1 AND state = 2 AND settled_at >= $2 AND settled_at < $3
    UNION ALL
    SELECT payment_hash, reference, paid_msat FROM deposit
    WHERE provider = $1 AND state = 2 AND settled_at >= $2 AND settled_at < $3
    LIMIT $4
    """,
    parameters: [.text, .timestamptz, .timestamptz, .int8], columns: movementTypes
  ) { (row) throws(DatabaseError) in try row.movement() }

  /// What came in by these hashes, at any time.
  static let receivedByHash = Statement<Movement>(
    "reconciliation_received_by_hash",
    """
    SELECT payment_hash, reference, paid_msat FROM invoice
    WHERE state = 2 AND payment_hash = ANY($1)
    UNION ALL
    SELECT payment_hash, reference, paid_msat FROM deposit
    WHERE state = 2 AND payment_hash = ANY($1)
    """,
    parameters: [.byteaArray], columns: movementTypes
  ) { (row) throws(DatabaseError) in try row.movement() }

  /// Those of the hashes $1 by which money may come in that our books do not have.
  static let awaited = Statement<[UInt8]>(
    "reconciliation_awaited",
    """
    SELECT payment_hash FROM invoice WHERE state <> 2 AND payment_hash = ANY($1)
    UNION ALL SELECT payment_hash FROM deposit WHERE state <> 2 AND payment_hash = ANY($1)
    """,
    parameters: [.byteaArray], columns: [.bytea]
  ) { (row) throws(DatabaseError) in try row.bytes(0) }

  /// What left over Lightning from $2 until $3, with its fee.
  static let sentWithin = Statement<Movement>(
    "reconciliation_sent_within",
    """
    SELECT payment_hash, reference, charged_msat FROM payout
    WHERE provider = $1 AND state = 5 AND updated_at >= $2 AND updated_at < $3
      AND payment_hash <> '' LIMIT $4
    """,
    parameters: [.text, .timestamptz, .timestamptz, .int8], columns: movementTypes
  ) { (row) throws(DatabaseError) in try row.movement() }

  static let sentByHash = Statement<Movement>(
    "reconciliation_sent_by_hash",
    """
    SELECT payment_hash, reference, charged_msat FROM payout
    WHERE state = 5 AND payment_hash = ANY($1)
    """,
    parameters: [.byteaArray], columns: movementTypes
  ) { (row) throws(DatabaseError) in try row.movement() }

  /// A payout to a bank as our books have it.
  struct RailPayout: Hashable, Sendable {
    let reference: String
    let providerQuoteID: String
    let coverMsat: Int64
    /// The fee that the rail named before it let it go.
    let namedFeeMsat: Int64?
    /// Whether it came back.
    let isReversed: Bool
    /// What left our float: of what came back the fee; nil when nothing did.
    let chargedMsat: Int64?
  }

  /// What a rail was told to pay, and how it ended from $2 until $3.
  static let endedOnRail = Statement<RailPayout>(
    "reconciliation_ended_on_rail",
    """
    SELECT reference, cover_msat, state = 8,
      CASE state WHEN 5 THEN charged_msat WHEN 8 THEN nullif(fee_msat, 0) END, named_fee_msat,
      provider_quote_id
    FROM payout
    WHERE provider = $1 AND state IN (5, 6, 8) AND attempts > 0 AND method IN (3, 4)
      AND updated_at >= $2 AND updated_at < $3 LIMIT $4
    """,
    parameters: [.text, .timestamptz, .timestamptz, .int8],
    columns: [.text, .int8, .bool, .int8, .int8, .text]
  ) { (row) throws(DatabaseError) in
    RailPayout(
      reference: try row.text(0), providerQuoteID: try row.text(5), coverMsat: try row.int64(1),
      namedFeeMsat: row.isNull(4) ? nil : try row.int64(4), isReversed: try row.bool(2),
      chargedMsat: row.isNull(3) ? nil : try row.int64(3))
  }

  static let all = [
    endedOnRail.definition, run.definition, runs.definition, open.definition,
    lastAutomatic.definition, finding.definition, findings.definition,
    findingsOfKind.definition,
    receivedWithin.definition, receivedByHash.definition, awaited.definition,
    sentWithin.definition,
    sentByHash.definition,
  ]
}

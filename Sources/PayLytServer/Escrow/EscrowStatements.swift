extension Escrow: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Escrow>(
    "escrow",
    columns: agreedColumns + [
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("amount_msat", .int8) { .int8($0.amountMsat) },
      .mutable("client_fee_msat", .int8) { .int8($0.clientFeeMsat) },
      .mutable("funded_msat", .int8) { .int8($0.fundedMsat) },
      .mutable("released_msat", .int8) { .int8($0.releasedMsat) },
      .mutable("refunded_msat", .int8) { .int8($0.refundedMsat) },
      .mutable("disputed_msat", .int8) { .int8($0.disputedMsat) },
      .mutable("fee_taken_msat", .int8) { .int8($0.feeTakenMsat) },
      .mutable("client_fee_taken_msat", .int8) { .int8($0.clientFeeTakenMsat) },
      .mutable("invoices_made", .int4) { .int4($0.invoicesMade) },
      .mutable("is_paid_late", .bool) { .bool($0.isPaidLate) },
      .mutable("is_overpaid", .bool) { .bool($0.isOverpaid) },
      .mutable("is_frozen", .bool) { .bool($0.isFrozen) },
      .mutable("state_before_dispute", .int2) { .int2($0.stateBeforeDispute?.rawValue) },
      .mutable("dispute_id", .uuid) { .uuid($0.dispute) },
      .mutable("cancel_consents", .int2) { .int2($0.cancelConsents.rawValue) },
      .mutable("cancellable_until", .timestamptz) { .timestamp($0.cancellableUntil) },
      .mutable("restate_consents", .int2) { .int2($0.restateConsents.rawValue) },
      .mutable("restated_deadline_at", .timestamptz) { .timestamp($0.restatedDeadline) },
      .mutable("new_milestones", .text) { $0.newMilestones.storedForm },
      .mutable("restatable_until", .timestamptz) { .timestamp($0.restatableUntil) },
      .mutable("payee_count", .int2) { .int2($0.payeeCount) },
      .mutable("version", .int8) { .int8($0.version) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
    ],
    keys: [
      .inStates("client_id", .uuid, of: \.state, where: { !$0.isFinal }) { .uuid($0.client) },
      .inStates("freelancer_id", .uuid, of: \.state, where: { !$0.isFinal }) {
        .uuid($0.freelancer)
      },
    ]
  ) { (row) throws(DatabaseError) in try row.escrow() }

  /// What was agreed on, and with whom.
  private static let agreedColumns: [Column<Escrow>] =
    [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("job_id", .uuid) { .uuid($0.job) },
      .fixed("client_id", .uuid) { .uuid($0.client) },
      .fixed("freelancer_id", .uuid) { .uuid($0.freelancer) },
      .fixed("fee_payer", .int2) { .int2($0.terms.fees.payer.rawValue) },
      .mutable("deadline_at", .timestamptz) { .timestamp($0.terms.deadline) },
      .fixed("fund_by", .timestamptz) { .timestamp($0.terms.fundBy) },
      .fixed("inspection_seconds", .int8) { .int8($0.terms.inspectionSeconds) },
      .fixed("revisions_max", .int2) { .int2($0.terms.revisionsMax) },
      .fixed("is_returned_by_timer", .bool) { .bool($0.terms.isReturnedByTimer) },
    ] + FeeRates.columns.of(\.terms.fees.rates, prefix: "fee_")
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
      .mutable("amount_msat", .int8) { .int8($0.amountMsat) },
      .mutable("released_msat", .int8) { .int8($0.releasedMsat) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("delivery_note", .text) { .text($0.deliveryNote) },
      .mutable("submitted_at", .timestamptz) { .timestamp($0.submittedAt) },
      .mutable("review_until", .timestamptz) { .timestamp($0.reviewUntil) },
      .mutable("is_review_prolonged", .bool) { .bool($0.isReviewProlonged) },
      .mutable("revisions", .int2) { .int2($0.revisions) },
      .mutable("revision_note", .text) { .text($0.revisionNote) },
      .mutable("restated_msat", .int8) { .int8($0.restatedMsat) },
    ],
    keys: [RowKey("escrow_id", .uuid) { .uuid($0.escrow) }],
    locking: .under(Escrow.self) { $0.escrow }
  ) { (row) throws(DatabaseError) in try row.milestone() }
}

extension Payee: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Payee>(
    "escrow_payee",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("escrow_id", .uuid) { .uuid($0.escrow) },
      .mutable("user_id", .uuid) { .uuid($0.user) },
      .mutable("weight", .int4) { .int4($0.weight) },
      .fixed("position", .int2) { .int2($0.position) },
    ],
    keys: [RowKey("escrow_id", .uuid) { .uuid($0.escrow) }]
  ) { (row) throws(DatabaseError) in try row.payee() }
}

extension RowReader {
  /// The columns of `Escrow.table`, from 0.
  func escrow() throws(DatabaseError) -> Escrow {
    Escrow(
      id: try uuid(0), job: try uuid(1), client: try uuid(2), freelancer: try uuid(3),
      terms: try escrowTerms(from: 4), state: try value(15, EscrowState.self),
      amountMsat: try int64(16), clientFeeMsat: try int64(17), fundedMsat: try int64(18),
      releasedMsat: try int64(19), refundedMsat: try int64(20), disputedMsat: try int64(21),
      feeTakenMsat: try int64(22), clientFeeTakenMsat: try int64(23),
      invoicesMade: try int32(24), isPaidLate: try bool(25), isOverpaid: try bool(26),
      isFrozen: try bool(27),
      stateBeforeDispute: isNull(28) ? nil : try value(28, EscrowState.self),
      dispute: try optionalUUID(29), cancelConsents: Consents(rawValue: try int16(30)),
      cancellableUntil: try optionalTimestamp(31),
      restateConsents: Consents(rawValue: try int16(32)),
      restatedDeadline: try optionalTimestamp(33), newMilestones: try newMilestones(34),
      restatableUntil: try optionalTimestamp(35), payeeCount: try int16(36),
      version: try int64(37), createdAt: try timestamp(38), updatedAt: try timestamp(39))
  }

  /// One a line, the amount before the title. Split by byte: a title may begin with what joins
  /// the space before it.
  private func newMilestones(_ column: Int) throws(DatabaseError) -> [NewMilestone] {
    var milestones: [NewMilestone] = []
    for line in try lines(column) {
      let parts = line.utf8.split(
        separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let amount = Int64(Substring(parts[0])) else {
        throw .column(column, .isMalformed)
      }
      milestones.append(NewMilestone(title: String(Substring(parts[1])), amountMsat: amount))
    }
    return milestones
  }

  private func escrowTerms(from first: Int) throws(DatabaseError) -> EscrowTerms {
    EscrowTerms(
      fees: FeeTerms(
        rates: try feeRates(from: first + 6), payer: try value(first, FeePayer.self)),
      deadline: try timestamp(first + 1), fundBy: try timestamp(first + 2),
      inspectionSeconds: try int64(first + 3), revisionsMax: try int16(first + 4),
      isReturnedByTimer: try bool(first + 5))
  }

  /// The columns of `Milestone.table`, from `first`.
  func milestone(from first: Int = 0) throws(DatabaseError) -> Milestone {
    Milestone(
      id: try uuid(first), escrow: try uuid(first + 1), position: try int16(first + 2),
      title: try text(first + 3), amountMsat: try int64(first + 4),
      releasedMsat: try int64(first + 5), state: try value(first + 6, MilestoneState.self),
      deliveryNote: try text(first + 7), submittedAt: try optionalTimestamp(first + 8),
      reviewUntil: try optionalTimestamp(first + 9), isReviewProlonged: try bool(first + 10),
      revisions: try int16(first + 11), revisionNote: try text(first + 12),
      restatedMsat: isNull(first + 13) ? nil : try int64(first + 13))
  }

  /// The columns of `Escrow.table`, then those of `Milestone.table`.
  func escrowCaseRow() throws(DatabaseError) -> EscrowCaseRow {
    EscrowCaseRow(escrow: try escrow(), milestone: try milestone(from: Escrow.table.columns.count))
  }

  /// The columns of `Payee.table`, from 0.
  func payee() throws(DatabaseError) -> Payee {
    Payee(
      id: try uuid(0), escrow: try uuid(1), user: try uuid(2), weight: try int32(3),
      position: try int16(4))
  }
}

extension [NewMilestone] {
  /// As the column has them.
  fileprivate var storedForm: SQLValue {
    .text(map { "\($0.amountMsat) \($0.title)" }.joined(separator: "\n"))
  }
}

/// One milestone beside its escrow.
struct EscrowCaseRow: Hashable, Sendable {
  let escrow: Escrow
  let milestone: Milestone
}

extension EscrowCase {
  /// - Parameter rows: of one escrow, at least one.
  /// - Throws: DATA_LOSS when they contradict each other.
  init(stored rows: [EscrowCaseRow]) throws(Refusal) {
    try self.init(stored: rows[0].escrow, rows.map(\.milestone))
  }
}

/// Escrow and milestones always come out of one statement: two would see two moments, and a release
/// between them would look like money that is missing.
enum EscrowStatements {
  private static let escrowColumns = Escrow.table.columns.map(\.name).joined(separator: ", ")
  private static let milestoneColumns = Milestone.table.columns.map { "milestone.\($0.name)" }
    .joined(separator: ", ")
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

  static let versions = Statement.versions("escrow_versions", of: "escrow")

  /// The escrows that a user is a party of, or all of them.
  static let list = SearchList<EscrowCaseRow>(
    "escrow_list", of: "escrow", columns: Escrow.table.columns.map(\.name), types: joinedTypes,
    fields: SearchFields(
      "Escrows",
      [
        SearchField("state", "state", .oneOf(EscrowState.self)),
        SearchField("frozen", "is_frozen", .flag),
        SearchField("amount", "amount_msat", .number),
        SearchField("deadline", "deadline_at", .moment),
        SearchField("create_time", "created_at", .moment),
        SearchField("update_time", "updated_at", .moment),
      ]),
    parts: [.own: ["client_id = $1", "freelancer_id = $1"], .all: [ListPart.everything]],
    joined: (
      columns: Milestone.table.columns.map { "milestone.\($0.name)" },
      join: "JOIN milestone ON milestone.escrow_id = held.id", order: "milestone.position"
    ),
    id: \.escrow.id
  ) { (row) throws(DatabaseError) in try row.escrowCaseRow() }

  /// Who shares in an escrow now and has not left, in their order.
  static let payees = Statement<Payee>(
    "escrow_payee_list",
    """
    SELECT escrow_payee.id, escrow_id, user_id, weight, position FROM escrow_payee
    JOIN app_user ON app_user.id = user_id AND app_user.state <> 3
    WHERE escrow_id = $1 AND weight > 0 ORDER BY position
    """,
    parameters: [.uuid], columns: Payee.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.payee() }

  /// Which of these users are there.
  static let knownUsers = Statement<UUID>(
    "escrow_known_users", "SELECT id FROM app_user WHERE id = ANY($1)", parameters: [.uuidArray],
    columns: [.uuid]
  ) { (row) throws(DatabaseError) in try row.uuid(0) }

  /// Escrows whose amounts disagree with their account in the ledger.
  static let escrowsOff = Statement<Int64>(
    "escrow_off",
    """
    SELECT count(*) FROM escrow
    LEFT JOIN ledger_account AS account
      ON account.id = (overlay(escrow.id::text PLACING '21' FROM 35))::uuid
    LEFT JOIN ledger_account AS disputed
      ON disputed.id = (overlay(escrow.id::text PLACING '91' FROM 35))::uuid
    WHERE funded_msat - released_msat - refunded_msat - disputed_msat
      <> coalesce(account.credits - account.debits, 0)
      OR disputed_msat <> coalesce(disputed.credits - disputed.debits, 0)
    """,
    parameters: [], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let all =
    [
      escrow.definition, payees.definition, knownUsers.definition, escrowsOff.definition,
      versions.definition,
    ] + list.definitions
}

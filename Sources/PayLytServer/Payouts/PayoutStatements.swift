extension Payout: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Payout>(
    "payout",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .fixed("method", .int2) { .int2($0.terms.method.rawValue) },
      .fixed("asset", .text) { .text($0.terms.amount.asset.rawValue) },
      .fixed("amount_units", .int8) { .int8($0.terms.amount.units) },
      .fixed("fee_limit_units", .int8) { .int8($0.terms.feeLimitUnits) },
      .mutable("fee_units", .int8) { .int8($0.feeUnits) },
      .mutable("charged_msat", .int8) { .int8($0.chargedMsat) },
      .mutable("fee_msat", .int8) { .int8($0.feeMsat) },
      .fixed("cover_msat", .int8) { .int8($0.terms.coverMsat) },
      .fixed("settlement_asset", .text) { .text($0.terms.settlement.asset.rawValue) },
      .fixed("settlement_units", .int8) { .int8($0.terms.settlement.units) },
      .fixed("destination", .text) { .text($0.terms.destination) },
      .fixed("beneficiary_id", .uuid) { .uuid($0.terms.beneficiary) },
      .fixed("quote_id", .uuid) { .uuid($0.terms.quote) },
      .fixed("provider_quote_id", .text) { .text($0.terms.providerQuoteID) },
      .fixed("replaces", .uuid) { .uuid($0.replaces) },
      .mutable("replaced_by", .uuid) { .uuid($0.replacedBy) },
      .fixed("provider", .text) { .text($0.provider) },
      .fixed("reference", .text) { .text($0.reference) },
      .mutable("payment_request", .text) { .text($0.paymentRequest) },
      .mutable("payment_hash", .bytea) { .bytes($0.paymentHash) },
      .mutable("preimage", .bytea) { .bytes($0.preimage) },
      .mutable("failure_reason", .text) { .text($0.failureReason) },
      .mutable("attempts", .int4) { .int4($0.attempts) },
      .mutable("next_attempt_at", .timestamptz) { .timestamp($0.nextAttemptAt) },
      .mutable("version", .int8) { .int8($0.version) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("updated_at", .timestamptz) { .timestamp($0.updatedAt) },
      .mutable("contradiction", .int2) { .int2($0.contradiction.rawValue) },
      .mutable("named_fee_msat", .int8) { .int8($0.namedFeeMsat) },
    ],
    keys: [
      RowKey("payment_hash", .bytea) { $0.paymentHash.isEmpty ? nil : .bytes($0.paymentHash) },
      .inStates("user_id", .uuid, of: \.state, where: { !$0.isFinal }) { .uuid($0.user) },
    ]
  ) { (row) throws(DatabaseError) in try row.payout() }
}

extension RowReader {
  /// The columns of `Payout.table`, from 0.
  func payout() throws(DatabaseError) -> Payout {
    let reference = try text(20)
    let terms = PayoutTerms(
      method: try value(3, PayoutMethod.self),
      amount: Money(asset: try asset(4), units: try int64(5)), feeLimitUnits: try int64(6),
      coverMsat: try int64(10), settlement: Money(asset: try asset(11), units: try int64(12)),
      destination: try text(13), beneficiary: try optionalUUID(14), quote: try optionalUUID(15),
      providerQuoteID: try text(16), reference: isNull(15) ? nil : reference)
    return Payout(
      id: try uuid(0), user: try uuid(1), state: try value(2, PayoutState.self), terms: terms,
      feeUnits: try int64(7), chargedMsat: try int64(8),
      feeMsat: try int64(9), namedFeeMsat: isNull(31) ? nil : try int64(31),
      replaces: try optionalUUID(17),
      replacedBy: try optionalUUID(18), provider: try text(19), reference: reference,
      paymentRequest: try text(21), paymentHash: try bytes(22), preimage: try bytes(23),
      failureReason: try text(24), attempts: try int32(25),
      contradiction: try value(30, Payout.Contradiction.self), nextAttemptAt: try timestamp(26),
      version: try int64(27), createdAt: try timestamp(28), updatedAt: try timestamp(29))
  }

  /// The columns of `PayoutQuote.table`, from 0.
  func payoutQuote() throws(DatabaseError) -> PayoutQuote {
    PayoutQuote(
      id: try uuid(0), user: try uuid(1), beneficiary: try uuid(2), provider: try text(3),
      providerQuoteID: try text(4), reference: try text(5),
      amount: Money(asset: try asset(6), units: try int64(7)), feeLimitUnits: try int64(8),
      settlement: Money(asset: try asset(9), units: try int64(10)), coverMsat: try int64(11),
      payout: try optionalUUID(12), expiresAt: try timestamp(13),
      lockedUntil: try timestamp(14), createdAt: try timestamp(15))
  }
}

extension PayoutQuote: StoredRow {
  var rowID: UUID { id }

  static let table = Table<PayoutQuote>(
    "payout_quote",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("beneficiary_id", .uuid) { .uuid($0.beneficiary) },
      .fixed("provider", .text) { .text($0.provider) },
      .fixed("provider_quote_id", .text) { .text($0.providerQuoteID) },
      .fixed("reference", .text) { .text($0.reference) },
      .fixed("asset", .text) { .text($0.amount.asset.rawValue) },
      .fixed("amount_units", .int8) { .int8($0.amount.units) },
      .fixed("fee_limit_units", .int8) { .int8($0.feeLimitUnits) },
      .fixed("settlement_asset", .text) { .text($0.settlement.asset.rawValue) },
      .fixed("settlement_units", .int8) { .int8($0.settlement.units) },
      .fixed("cover_msat", .int8) { .int8($0.coverMsat) },
      .mutable("payout_id", .uuid) { .uuid($0.payout) },
      .fixed("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .fixed("locked_until", .timestamptz) { .timestamp($0.lockedUntil) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.payoutQuote() }
}

enum PayoutStatements {
  private static let columns = Payout.table.columns.map(\.name).joined(separator: ", ")
  private static let types = Payout.table.columns.map(\.type)

  static let payout = Statement<Payout>(
    "payout_get", "SELECT \(columns) FROM payout WHERE id = $1",
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.payout() }

  static let versions = Statement.versions("payout_versions", of: "payout")

  /// A user's payouts, or all of them.
  static let list = SearchList<Payout>(
    "payout_list", of: "payout", columns: Payout.table.columns.map(\.name),
    types: Payout.table.columns.map(\.type),
    fields: SearchFields(
      "Payouts",
      [
        SearchField("state", "state", .oneOf(PayoutState.self)),
        SearchField("method", "method", .oneOf(PayoutMethod.self)),
        SearchField("asset", "asset", .asset),
        SearchField("create_time", "created_at", .moment),
        SearchField("update_time", "updated_at", .moment),
      ]),
    parts: [
      .own: ["user_id = $1"], .all: [ListPart.everything], .ofState: [ListPart.everything],
    ],
    id: \.id
  ) { (row) throws(DatabaseError) in try row.payout() }

  /// Payouts that are not final and due for the worker at $1, but for $2, those of the users $3,
  /// and those for which one of the hosts $4 must be asked (`Payout.askedHost`).
  static let due = Statement<Payout>(
    "payout_due",
    """
    SELECT \(columns) FROM payout WHERE state < 5 AND next_attempt_at <= $1
      AND id <> ALL($2) AND user_id <> ALL($3)
      AND NOT (state = 1 AND method = 1 AND split_part(destination, '@', 2) = ANY($4))
    ORDER BY next_attempt_at LIMIT $5
    """,
    parameters: [.timestamptz, .uuidArray, .uuidArray, .textArray, .int8], columns: types
  ) { (row) throws(DatabaseError) in try row.payout() }

  /// Takes payouts to banks that have arrived and may come back, or that were handed over, failed,
  /// and may arrive after all and come back, as long as they have not: due at $1, ended after $2.
  /// They are due again after the first pause for what ended after $3, else after the second one;
  /// until then nobody else takes them.
  static let takeEnded = Statement<Payout>(
    "payout_take_ended",
    """
    UPDATE payout SET next_attempt_at =
      CASE WHEN updated_at > $3 THEN $4::timestamptz ELSE $5::timestamptz END
    FROM (
      SELECT id AS due FROM payout
      WHERE state IN (5, 6) AND method IN (3, 4) AND attempts > 0
        AND (state = 5 OR contradiction < 3) AND next_attempt_at <= $1 AND updated_at > $2
      ORDER BY next_attempt_at LIMIT $6 FOR UPDATE SKIP LOCKED) AS taken
    WHERE payout.id = taken.due RETURNING \(columns)
    """,
    parameters: [.timestamptz, .timestamptz, .timestamptz, .timestamptz, .timestamptz, .int8],
    columns: types
  ) { (row) throws(DatabaseError) in try row.payout() }

  static let byReference = Statement<Payout>(
    "payout_by_reference", "SELECT \(columns) FROM payout WHERE provider = $1 AND reference = $2",
    parameters: [.text, .text], columns: types
  ) { (row) throws(DatabaseError) in try row.payout() }

  static let quote = Statement<PayoutQuote>(
    "payout_quote_get",
    "SELECT \(PayoutQuote.table.columns.map(\.name).joined(separator: ", ")) "
      + "FROM payout_quote WHERE id = $1",
    parameters: [.uuid], columns: PayoutQuote.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.payoutQuote() }

  /// Whether money comes to us by the invoice of the hash $1: an escrow's, or a deposit's.
  static let isOwnInvoice = Statement<Bool>(
    "payout_own_invoice",
    """
    SELECT EXISTS (SELECT FROM invoice WHERE payment_hash = $1)
      OR EXISTS (SELECT FROM deposit WHERE payment_hash = $1)
    """,
    parameters: [.bytea], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  static let all =
    [
      isOwnInvoice.definition, quote.definition, payout.definition, due.definition,
      byReference.definition,
      takeEnded.definition, versions.definition,
    ] + list.definitions
}

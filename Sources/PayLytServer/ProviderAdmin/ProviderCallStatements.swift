extension RowReader {
  /// The columns of `ProviderCallStatements`, from 0.
  fileprivate func providerCall() throws(DatabaseError) -> ProviderCall {
    let amount: Money? = isNull(6) ? nil : Money(asset: try asset(6), units: try int64(7))
    let subject = ProviderCall.Subject(
      provider: try text(1), operation: try value(2, ProviderCall.Operation.self),
      reference: try text(4), paymentHash: try bytes(5), amount: amount)
    return ProviderCall(
      subject, id: try uuid(0), started: try timestamp(14), ended: try optionalTimestamp(15),
      outcome: try value(3, ProviderCall.Outcome.self), answer: try text(8),
      facts: .init(
        attempts: try int32(12), status: try text(9), requestID: try text(10),
        detail: try text(11)),
      times: try int64(13))
  }
}

enum ProviderCallStatements {
  private static let columns = """
    id, provider, operation, outcome, reference, payment_hash, asset, units, answer, status,
    request_id, detail, attempts, times, started_at, ended_at
    """
  private static let types: [SQLType] = [
    .uuid, .text, .int2, .int2, .text, .bytea, .text, .int8, .text, .text, .text, .text, .int4,
    .int8, .timestamptz, .timestamptz,
  ]

  /// Keeps calls, or what came of those that are there.
  private static let keep = Statement(
    "provider_call_keep",
    """
    INSERT INTO provider_call (\(columns), kept_until)
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::int2[], $4::int2[], $5::text[], $6::bytea[],
      $7::text[], $8::int8[], $9::text[], $10::text[], $11::text[], $12::text[], $13::int4[],
      $14::int8[], $15::timestamptz[], $16::timestamptz[], $17::timestamptz[])
    ON CONFLICT (id) DO UPDATE SET outcome = excluded.outcome,
      payment_hash = excluded.payment_hash, asset = excluded.asset, units = excluded.units,
      answer = excluded.answer, status = excluded.status, request_id = excluded.request_id,
      detail = excluded.detail, attempts = excluded.attempts, times = excluded.times,
      ended_at = excluded.ended_at
    """,
    parameters: types.map { $0.array } + [.timestamptzArray])

  static func store(_ calls: [ProviderCall]) -> BoundStatement {
    keep.bind([
      .uuidArray(calls.map(\.id)), .textArray(calls.map(\.provider)),
      .int2Array(calls.map(\.operation.rawValue)), .int2Array(calls.map(\.outcome.rawValue)),
      .textArray(calls.map(\.reference)), .bytesArray(calls.map(\.paymentHash)),
      .textArray(calls.map { $0.amount?.asset.rawValue }),
      .int8Array(calls.map { $0.amount?.units }),
      .textArray(calls.map(\.answer)), .textArray(calls.map(\.facts.status)),
      .textArray(calls.map(\.facts.requestID)), .textArray(calls.map(\.facts.detail)),
      .int4Array(calls.map(\.facts.attempts)), .int8Array(calls.map(\.times)),
      .timestampArray(calls.map(\.startedAt)), .timestampArray(calls.map(\.endedAt)),
      .timestampArray(calls.map(\.keptUntil)),
    ])
  }

  static let call = Statement<ProviderCall>(
    "provider_call_get", "SELECT \(columns) FROM provider_call WHERE id = $1",
    parameters: [.uuid], columns: types
  ) { (row) throws(DatabaseError) in try row.providerCall() }

  // MARK: Reading, newest first

  /// What all lists are narrowed by: before an id, from an id on, and a provider, an operation and
  /// an outcome, each of them all when it is empty or 0.
  private static let narrowed = """
    id < $1 AND id >= $2 AND ($3 = '' OR provider = $3) AND ($4 = 0 OR operation = $4)
    """
  private static let narrowing: [SQLType] = [.uuid, .uuid, .text, .int2, .int2, .int8]

  private static func list(
    _ name: String, _ body: String, _ parameters: [SQLType] = []
  ) -> Statement<ProviderCall> {
    Statement<ProviderCall>(
      name, "\(body) ORDER BY id DESC LIMIT $6", parameters: narrowing + parameters, columns: types
    ) { (row) throws(DatabaseError) in try row.providerCall() }
  }

  static let recent = list(
    "provider_call_recent",
    "SELECT \(columns) FROM provider_call WHERE \(narrowed) AND ($5 = 0 OR outcome = $5)")

  /// Those without a known outcome.
  static let inDoubt = list(
    "provider_call_in_doubt",
    "SELECT \(columns) FROM provider_call WHERE outcome = $5 AND outcome IN (1, 5) AND \(narrowed)")

  /// Those about a reference or a payment; an empty one is none.
  static let about = list(
    "provider_call_about",
    """
    SELECT \(columns) FROM (
      SELECT * FROM provider_call WHERE reference = $7 AND reference <> ''
      UNION ALL
      SELECT * FROM provider_call
      WHERE payment_hash = $8 AND payment_hash <> '' AND reference <> $7
    ) AS call WHERE \(narrowed) AND ($5 = 0 OR outcome = $5)
    """, [.text, .bytea])

  /// By what calls about a payout or an invoice are found.
  struct Trail: Hashable, Sendable {
    let reference: String
    let paymentHash: [UInt8]
  }

  private static func trail(_ table: String) -> Statement<Trail> {
    Statement<Trail>(
      "provider_call_of_\(table)",
      "SELECT reference, payment_hash FROM \(table) WHERE id = $1",
      parameters: [.uuid], columns: [.text, .bytea]
    ) { (row) throws(DatabaseError) in
      Trail(reference: try row.text(0), paymentHash: try row.bytes(1))
    }
  }

  static let ofPayout = trail("payout")
  static let ofInvoice = trail("invoice")

  // MARK: Keeping

  /// Calls whose server ended before there was an answer.
  static let closeLost = Statement<Int64>(
    "provider_call_close_lost",
    """
    WITH lost AS (
      SELECT id FROM provider_call WHERE outcome = 1 AND started_at < $1 ORDER BY id LIMIT $3
      FOR UPDATE SKIP LOCKED
    ), closed AS (
      UPDATE provider_call SET outcome = 5, ended_at = $2,
        answer = 'the server ended before there was an answer'
      FROM lost WHERE provider_call.id = lost.id RETURNING 1)
    SELECT count(*) FROM closed
    """,
    parameters: [.timestamptz, .timestamptz, .int8], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  static let sweep = Sweep("provider_call_sweep", of: "provider_call", by: .column("kept_until"))

  static let all = [
    keep.definition, call.definition, recent.definition, inDoubt.definition, about.definition,
    ofPayout.definition, ofInvoice.definition, closeLost.definition, sweep.definition,
  ]
}

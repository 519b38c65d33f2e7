extension FxQuote: StoredRow {
  var rowID: UUID { id }

  static let table = Table<FxQuote>(
    "fx_quote",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .mutable("conversion_id", .uuid) { .uuid($0.conversion) },
      .fixed("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ] + ConversionTerms.columns.of(\.terms)
  ) { (row) throws(DatabaseError) in try row.fxQuote() }
}

extension ExposureGate: StoredRow {
  var rowID: UUID { id }

  static let table = Table<ExposureGate>(
    "fx_exposure_gate",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      // What can change is locked when it is loaded.
      .mutable("passages", .int8) { .int8($0.passages) },
    ]
  ) { (row) throws(DatabaseError) in
    ExposureGate(id: try row.uuid(0), passages: try row.int64(1))
  }
}

extension Conversion: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Conversion>(
    "conversion",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("quote_id", .uuid) {
        if case .quote(let id) = $0.origin { .uuid(id) } else { .null }
      },
      .fixed("escrow_id", .uuid) {
        if case .release(let id) = $0.origin { .uuid(id) } else { .null }
      },
      .fixed("transaction_id", .uuid) { .uuid($0.transaction) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
    ] + ConversionTerms.columns.of(\.terms)
  ) { (row) throws(DatabaseError) in try row.conversion() }
}

extension ConversionTerms {
  /// In quotes as in conversions.
  fileprivate static let columns: [Column<ConversionTerms>] = [
    .fixed("from_asset", .text) { .text($0.pair.from.rawValue) },
    .fixed("to_asset", .text) { .text($0.pair.to.rawValue) },
    .fixed("from_units", .int8) { .int8($0.fromUnits) },
    .fixed("to_units", .int8) { .int8($0.toUnits) },
    .fixed("gross_units", .int8) { .int8($0.grossUnits) },
    .fixed("spread_units", .int8) { .int8($0.spreadUnits) },
    .fixed("rate_numerator", .int8) { .int8($0.rate.numerator) },
    .fixed("rate_denominator", .int8) { .int8($0.rate.denominator) },
  ]
}

extension RowReader {
  /// The columns of `FxQuote.table`, from 0.
  func fxQuote() throws(DatabaseError) -> FxQuote {
    FxQuote(
      id: try uuid(0), user: try uuid(1), terms: try conversionTerms(from: 5),
      conversion: try optionalUUID(2), expiresAt: try timestamp(3), createdAt: try timestamp(4))
  }

  /// The columns of `Conversion.table`, from 0.
  func conversion() throws(DatabaseError) -> Conversion {
    let origin: Conversion.Origin
    if let quote = try optionalUUID(2) {
      origin = .quote(quote)
    } else {
      origin = .release(escrow: try uuid(3))
    }
    return Conversion(
      id: try uuid(0), user: try uuid(1), origin: origin, terms: try conversionTerms(from: 6),
      transaction: try uuid(4), createdAt: try timestamp(5))
  }

  /// The columns of `ConversionTerms.columns`.
  private func conversionTerms(from first: Int) throws(DatabaseError) -> ConversionTerms {
    guard let pair = AssetPair(from: try asset(first), to: try asset(first + 1)) else {
      throw .column(first, .isMalformed)
    }
    let rate = BitcoinRate(
      Int128(try int64(first + 6)), per: Int128(try int64(first + 7)))
    guard let rate else { throw .column(first + 6, .isMalformed) }
    return ConversionTerms(
      pair: pair, rate: rate, fromUnits: try int64(first + 2), toUnits: try int64(first + 3),
      grossUnits: try int64(first + 4), spreadUnits: try int64(first + 5))
  }
}

enum ExchangeStatements {
  private static func columns<Row>(_ table: Table<Row>) -> String {
    table.columns.map(\.name).joined(separator: ", ")
  }

  static let quote = Statement<FxQuote>(
    "fx_quote_get", "SELECT \(columns(FxQuote.table)) FROM fx_quote WHERE id = $1",
    parameters: [.uuid], columns: FxQuote.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.fxQuote() }

  static let conversion = Statement<Conversion>(
    "conversion_get", "SELECT \(columns(Conversion.table)) FROM conversion WHERE id = $1",
    parameters: [.uuid], columns: Conversion.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.conversion() }

  /// A user's conversions, or all of them.
  static let conversions = SearchList<Conversion>(
    "conversion_list", of: "conversion", columns: Conversion.table.columns.map(\.name),
    types: Conversion.table.columns.map(\.type),
    fields: SearchFields(
      "Conversions",
      [
        SearchField("from_asset", "from_asset", .asset),
        SearchField("to_asset", "to_asset", .asset),
        SearchField("create_time", "created_at", .moment),
      ]),
    parts: [.own: ["user_id = $1"], .all: [ListPart.everything]],
    id: \.id
  ) { (row) throws(DatabaseError) in try row.conversion() }

  /// Quotes that nobody used.
  static let sweep = sweep(of: "fx_quote", use: "conversion_id")
  /// The same for quotes of payouts.
  static let sweepPayouts = sweep(of: "payout_quote", use: "payout_id")

  private static func sweep(of table: String, use: String) -> Sweep {
    Sweep(
      "\(table)_sweep", of: table, by: .column("expires_at"), where: "\(use) IS NULL",
      keptSeconds: ExchangeLimits.quoteKeptSeconds)
  }

  static let all =
    [
      sweep.definition, sweepPayouts.definition, quote.definition, conversion.definition,
    ] + conversions.definitions
}

/// One SQL statement of the service: its text, what goes in, and how a row comes out.
///
/// It is prepared under its name on every connection, and its types are compared with the
/// database's when a connection opens.
struct Statement<Row: Sendable>: Sendable {
  /// Unique in the catalog, stable, at most 63 bytes: `escrow_load`.
  let name: String
  let sql: String
  let parameters: [SQLType]
  let columns: [SQLType]
  /// Whether it is sent with a sync of its own, so that it neither holds up other reads nor is
  /// undone with them.
  var isAlone = false
  let decode: @Sendable (borrowing RowReader) throws(DatabaseError) -> Row

  init(
    _ name: String, _ sql: String, parameters: [SQLType], columns: [SQLType],
    decode: @escaping @Sendable (borrowing RowReader) throws(DatabaseError) -> Row
  ) {
    self.name = name
    self.sql = sql
    self.parameters = parameters
    self.columns = columns
    self.decode = decode
  }

  /// What the catalog prepares.
  var definition: StatementDefinition {
    StatementDefinition(name: name, sql: sql, parameters: parameters, columns: columns)
  }

  /// The statement with its values, ready to be sent by a transaction.
  ///
  /// The values must have the declared types: binary values of another type would be read wrongly.
  func bind(_ values: [SQLValue]) -> BoundStatement {
    precondition(values.count == parameters.count, "\(name) takes \(parameters.count) values")
    for (index, value) in values.enumerated() {
      precondition(
        value.type == nil || value.type == parameters[index],
        "\(name): parameter \(index + 1) is \(parameters[index])")
    }
    return BoundStatement(name: name, values: values)
  }

  func bind(_ values: SQLValue...) -> BoundStatement { bind(values) }
}

extension Statement where Row == Void {
  /// A statement that returns no rows.
  init(_ name: String, _ sql: String, parameters: [SQLType], isAlone: Bool = false) {
    self.init(name, sql, parameters: parameters, columns: []) { (_) throws(DatabaseError) in }
    self.isAlone = isAlone
  }
}

/// A statement without its row type, as a connection prepares it.
struct StatementDefinition: Sendable, Equatable {
  let name: String
  let sql: String
  let parameters: [SQLType]
  let columns: [SQLType]
}

/// A prepared statement and the values to run it with.
struct BoundStatement: Sendable {
  let name: String
  let values: [SQLValue]
}

/// Every statement of the service, in the order in which connections prepare them.
struct StatementCatalog: Sendable {
  let statements: [StatementDefinition]

  /// - Precondition: names are unique, and none is one of the layer's own (`paylyt_…`).
  init(_ statements: [StatementDefinition] = []) {
    var names: Set<String> = []
    for statement in statements {
      precondition(names.insert(statement.name).inserted, "two statements named \(statement.name)")
      precondition(!statement.name.hasPrefix("paylyt_"), "\(statement.name) is reserved")
      precondition((1...63).contains(statement.name.utf8.count), "\(statement.name): name length")
    }
    self.statements = SessionStatements.all + statements
  }
}

/// The layer's own statements.
enum SessionStatements {
  static let begin = Statement(
    "paylyt_begin", "BEGIN ISOLATION LEVEL READ COMMITTED", parameters: [])
  static let beginRepeatableRead = Statement(
    "paylyt_begin_rr", "BEGIN ISOLATION LEVEL REPEATABLE READ", parameters: [])
  static let beginSerializable = Statement(
    "paylyt_begin_s", "BEGIN ISOLATION LEVEL SERIALIZABLE", parameters: [])
  /// For one transaction: plans for tables as they are, of any kind.
  static let planFreely = Statement<String>(
    "paylyt_plan_freely",
    """
    SELECT set_config('plan_cache_mode', 'force_custom_plan', true)
      || set_config('enable_seqscan', 'on', true) || set_config('enable_hashjoin', 'on', true)
      || set_config('enable_mergejoin', 'on', true) || set_config('enable_material', 'on', true)
    """,
    parameters: [], columns: [.text]
  ) { (row) throws(DatabaseError) in try row.text(0) }
  static let commit = Statement("paylyt_commit", "COMMIT", parameters: [])
  static let rollback = Statement("paylyt_rollback", "ROLLBACK", parameters: [])
  static let setStatementTimeout = Statement<String>(
    "paylyt_timeout", "SELECT set_config('statement_timeout', $1, true)", parameters: [.text],
    columns: [.text]
  ) { (row) throws(DatabaseError) in try row.text(0) }

  static let all = [
    begin.definition, beginRepeatableRead.definition, beginSerializable.definition,
    planFreely.definition, commit.definition, rollback.definition,
    setStatementTimeout.definition,
  ]
}

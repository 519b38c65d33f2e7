/// The set-based statements of one table: one round for all rows of a batch.
struct TableStatements<Row: StoredRow>: Sendable {
  /// Loads rows, and locks them where they have a lock of their own; one for each key, `id` first.
  let loads: [Statement<Row>]
  let insert: Statement<Void>
  /// nil for an append-only table.
  let update: Statement<Void>?
  /// For rows that nobody has loaded: adds to their sums, or makes them; nil without sums.
  let add: Statement<Void>?

  init(_ table: Table<Row>) {
    let columns = table.columns
    let names = columns.map(\.name).joined(separator: ", ")
    // Locked in id order, so that two batches that want the same rows queue instead of deadlock. It
    // is the order of the id's bytes: one that the primary key could give would be a reason to walk
    // through all of it, as long as the planner believes that the table is small.
    let lock = table.locksRows ? " ORDER BY uuid_send(id) FOR NO KEY UPDATE" : ""
    loads = ([Table<Row>.idKey] + table.keys).map { key in
      Statement(
        "\(table.name)_load_by_\(key.column)",
        "SELECT \(names) FROM \(table.name) WHERE \(key.column) = ANY($1)\(lock)",
        parameters: [key.type.array], columns: columns.map(\.type), decode: table.decode)
    }
    insert = Statement(
      "\(table.name)_insert",
      "INSERT INTO \(table.name) (\(names)) SELECT * FROM unnest(\(Self.arrays(columns)))",
      parameters: columns.map(\.type.array))
    add = Self.addition(table)
    let written = columns.filter { $0.isMutable }
    guard !written.isEmpty else {
      update = nil
      return
    }
    let changes = written.map { "\($0.name) = new.\($0.name)" }.joined(separator: ", ")
    let sent = [columns[0]] + written
    update = Statement(
      "\(table.name)_update",
      "UPDATE \(table.name) AS old SET \(changes) FROM unnest(\(Self.arrays(sent))) "
        + "AS new(\(sent.map(\.name).joined(separator: ", "))) WHERE old.id = new.id",
      parameters: sent.map(\.type.array))
  }

  /// One row after the other by id, as they are locked. A plain update writes less than the one of
  /// an insertion that finds its row there, so that is left for two who make it at once.
  private static func addition(_ table: Table<Row>) -> Statement<Void>? {
    let sums = table.columns.filter { $0.isSum }.map(\.name)
    guard !sums.isEmpty else { return nil }
    let names = table.columns.map(\.name).joined(separator: ", ")
    func sum(_ old: String, _ new: String) -> String {
      sums.map { "\($0) = \(old).\($0) + \(new).\($0)" }.joined(separator: ", ")
    }
    return Statement(
      "\(table.name)_add",
      """
      WITH new(\(names)) AS MATERIALIZED (SELECT * FROM unnest(\(arrays(table.columns)))),
      known AS (
        UPDATE \(table.name) AS old SET \(sum("old", "new")) FROM new WHERE old.id = new.id
        RETURNING old.id)
      INSERT INTO \(table.name) (\(names))
        SELECT * FROM new WHERE id NOT IN (SELECT id FROM known)
      ON CONFLICT (id) DO UPDATE SET \(sum(table.name, "excluded"))
      """,
      parameters: table.columns.map(\.type.array))
  }

  var definitions: [StatementDefinition] {
    loads.map(\.definition) + [insert.definition]
      + [update, add].compactMap { $0?.definition }
  }

  private static func arrays(_ columns: [Column<Row>]) -> String {
    columns.enumerated().map { "$\($0.offset + 1)::\($0.element.type)[]" }.joined(separator: ", ")
  }
}

extension Table {
  func insertion(of rows: [Row], _ statements: TableStatements<Row>) -> BoundStatement {
    statements.insert.bind(columns.map { Self.array($0, rows) })
  }

  func update(of rows: [Row], _ statements: TableStatements<Row>) -> BoundStatement {
    guard let update = statements.update else { preconditionFailure("\(name) is append-only") }
    return update.bind(
      ([columns[0]] + columns.filter { $0.isMutable }).map { Self.array($0, rows) })
  }

  func addition(of rows: [Row], _ statements: TableStatements<Row>) -> BoundStatement {
    guard let add = statements.add else { preconditionFailure("\(name) has no sums") }
    return add.bind(columns.map { Self.array($0, rows) })
  }

  private static func array(_ column: Column<Row>, _ rows: [Row]) -> SQLValue {
    .column(column.type, rows.map(column.value))
  }
}

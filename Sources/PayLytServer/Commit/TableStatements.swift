/// The statements of one table: one for all rows that a batch has of it.
struct TableStatements<Row: StoredRow>: Sendable {
  /// Loads rows, and locks them where they have a lock of their own; one for each key, `id` first.
  let loads: [Statement<Row>]
  private let insert: Change
  /// nil for an append-only table.
  private let update: Change?
  /// For rows that nobody has loaded: adds to their sums, or makes them; nil without sums.
  private let add: Statement<Void>?

  /// One statement for many rows, and one for a row alone: who commits for one caller pays for no
  /// arrays, which cost as much as ten plain values.
  private struct Change: Sendable {
    let columns: [Column<Row>]
    let many: Statement<Void>
    let one: Statement<Void>

    func bind(_ rows: [Row]) -> BoundStatement {
      if rows.count == 1 { return one.bind(columns.map { $0.value(rows[0]) }) }
      return many.bind(columns.map { Self.array($0, rows) })
    }

    static func array(_ column: Column<Row>, _ rows: [Row]) -> SQLValue {
      .column(column.type, rows.map(column.value))
    }
  }

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
        "SELECT \(names) FROM \(table.name) WHERE \(key.column) = ANY($1)"
          + "\(key.condition.map { " AND \($0)" } ?? "")\(lock)",
        parameters: [key.type.array], columns: columns.map(\.type), decode: table.decode)
    }
    insert = Self.insertion(table, names)
    update = Self.update(table)
    add = Self.addition(table, names)
  }

  func insertion(of rows: [Row]) -> BoundStatement { insert.bind(rows) }

  func update(of rows: [Row]) -> BoundStatement {
    guard let update else { preconditionFailure("\(Row.table.name) is append-only") }
    return update.bind(rows)
  }

  func addition(of rows: [Row]) -> BoundStatement {
    guard let add else { preconditionFailure("\(Row.table.name) has no sums") }
    return add.bind(Row.table.columns.map { Change.array($0, rows) })
  }

  /// Whether its rows can come to name others.
  var hasChangingRows: Bool { update != nil }

  /// The column that the database fills where rows keep an order. Its default does so for each row,
  /// at the price of a snapshot, which grows with the transactions under way: a statement for many
  /// rows asks once.
  static var orderColumn: String { "written_by" }

  private static func insertion(_ table: Table<Row>, _ names: String) -> Change {
    let (columns, into) = (table.columns, "INSERT INTO \(table.name)")
    let values = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let (order, value) =
      table.isOrdered ? (", \(orderColumn)", ", (SELECT journal_order())") : ("", "")
    return Change(
      columns: columns,
      many: Statement(
        "\(table.name)_insert",
        "\(into) (\(names)\(order)) SELECT *\(value) FROM unnest(\(arrays(columns)))",
        parameters: columns.map(\.type.array)),
      one: Statement(
        "\(table.name)_insert_one", "\(into) (\(names)) VALUES (\(values))",
        parameters: columns.map(\.type)))
  }

  private static func update(_ table: Table<Row>) -> Change? {
    let written = table.columns.filter { $0.isMutable }
    guard !written.isEmpty else { return nil }
    let sent = [table.columns[0]] + written
    let changes = written.map { "\($0.name) = new.\($0.name)" }.joined(separator: ", ")
    let assignments = written.enumerated().map { "\($0.element.name) = $\($0.offset + 2)" }
      .joined(separator: ", ")
    return Change(
      columns: sent,
      many: Statement(
        "\(table.name)_update",
        "UPDATE \(table.name) AS old SET \(changes) FROM unnest(\(arrays(sent))) "
          + "AS new(\(sent.map(\.name).joined(separator: ", "))) WHERE old.id = new.id",
        parameters: sent.map(\.type.array)),
      one: Statement(
        "\(table.name)_update_one", "UPDATE \(table.name) SET \(assignments) WHERE id = $1",
        parameters: sent.map(\.type)))
  }

  /// One row after the other by id, as they are locked. A plain update writes less than the one of
  /// an insertion that finds its row there, so that is left for two who make it at once.
  private static func addition(_ table: Table<Row>, _ names: String) -> Statement<Void>? {
    let sums = table.columns.filter { $0.isSum }.map(\.name)
    guard !sums.isEmpty else { return nil }
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
    let changes = [insert, update].compactMap { $0 }.flatMap { [$0.many, $0.one] }
    return loads.map(\.definition) + (changes + [add].compactMap(\.self)).map(\.definition)
  }

  private static func arrays(_ columns: [Column<Row>]) -> String {
    columns.enumerated().map { "$\($0.offset + 1)::\($0.element.type)[]" }.joined(separator: ", ")
  }
}

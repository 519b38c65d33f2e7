/// The rows of one table that a batch works on: what was loaded, what was changed, what is new.
final class LoadedRows<Row: StoredRow> {
  private enum Origin {
    case loaded, inserted
  }

  private struct Entry {
    var row: Row
    let origin: Origin
    var isChanged: Bool
  }

  private let table: Table<Row>
  private let keys: [RowKey<Row>]
  private let statements: TableStatements<Row>
  private var entries: [UUID: Entry] = [:]
  /// For each key: the ids of the rows with a value, and which values were loaded or are wanted.
  private var index: [[KeyValue: Set<UUID>]]
  private var known: [Set<KeyValue>]
  private var wanted: [Set<KeyValue>]

  init(_ statements: TableStatements<Row>) {
    self.table = Row.table
    self.statements = statements
    keys = [Table<Row>.idKey] + table.keys
    index = Array(repeating: [:], count: keys.count)
    known = Array(repeating: [], count: keys.count)
    wanted = known
  }

  func want(_ column: String, _ value: KeyValue) {
    let key = position(of: column)
    if !known[key].contains(value) { wanted[key].insert(value) }
  }

  func row(_ id: UUID) -> Row? {
    precondition(
      entries[id] != nil || known[0].contains(.uuid(id)),
      "\(table.name) \(id) is read but was not named in load")
    return entries[id]?.row
  }

  /// By id.
  func rows(_ column: String, _ value: KeyValue) -> [Row] {
    let key = position(of: column)
    precondition(
      known[key].contains(value), "\(table.name) is read by a \(column) that load did not name")
    return (index[key][value] ?? []).sorted().compactMap { entries[$0]?.row }
  }

  /// What is asked for by this key and not loaded yet; the caller loads it and admits the rows.
  private func takeWanted(_ key: Int) -> Set<KeyValue> {
    let values = wanted[key]
    wanted[key] = []
    known[key].formUnion(values)
    return values
  }

  /// Takes in a row from the store. One that is here already is kept: it may have changed since.
  private func admit(_ row: Row) {
    guard entries[row.rowID] == nil else { return }
    entries[row.rowID] = Entry(row: row, origin: .loaded, isChanged: false)
    known[0].insert(.uuid(row.rowID))
    reindex(row)
  }

  /// What is to be stored, by id.
  var changes: (inserted: [Row], updated: [Row]) {
    let changed = entries.values.filter(\.isChanged).sorted { $0.row.rowID < $1.row.rowID }
    return (
      changed.filter { $0.origin == .inserted }.map(\.row),
      changed.filter { $0.origin == .loaded }.map(\.row)
    )
  }

  /// Loads what is wanted from `rows` instead of a database: how commands run in a unit test.
  ///
  /// - Returns: whether anything was wanted.
  func load(from rows: some Collection<Row>) -> Bool {
    var isWanted = false
    for (key, definition) in keys.enumerated() {
      let values = takeWanted(key)
      guard !values.isEmpty else { continue }
      isWanted = true
      for row in rows {
        if let value = definition.value(row), values.contains(value) { admit(row) }
      }
    }
    return isWanted
  }

  /// The row if it is there by now: for `Loader`, which asks before everything is loaded.
  func loaded(_ id: UUID) -> Row? { entries[id]?.row }

  func loaded(_ column: String, _ value: KeyValue) -> [Row] {
    (index[position(of: column)][value] ?? []).sorted().compactMap { entries[$0]?.row }
  }

  /// Inserts or replaces a row; returns what undoes it.
  func put(_ row: Row) -> () -> Void {
    let id = row.rowID
    let previous = entries[id]
    let change = Entry(
      row: row, origin: previous?.origin ?? .inserted, isChanged: true)
    if let previous { unindex(previous.row) }
    entries[id] = change
    reindex(row)
    return { [self] in
      unindex(row)
      entries[id] = previous
      if let previous { reindex(previous.row) }
    }
  }

  private func position(of column: String) -> Int {
    guard let position = keys.firstIndex(where: { $0.column == column }) else {
      preconditionFailure("\(table.name) is not loaded by \(column)")
    }
    return position
  }

  private func reindex(_ row: Row) {
    for (key, definition) in keys.enumerated() {
      guard let value = definition.value(row) else { continue }
      index[key][value, default: []].insert(row.rowID)
    }
  }

  private func unindex(_ row: Row) {
    for (key, definition) in keys.enumerated() {
      guard let value = definition.value(row) else { continue }
      index[key][value]?.remove(row.rowID)
    }
  }
}

/// What a batch does with a table without knowing its rows.
protocol BatchTable: AnyObject {
  var name: String { get }
  /// The statements that load what is wanted, each with what to do with its result.
  func takeLoads() -> [PendingLoad]
  /// The statements that store what changed: inserts first.
  func writes() -> [BoundStatement]
}

/// A load that is on its way.
struct PendingLoad {
  let statement: BoundStatement
  let accept: (borrowing QueryResult) throws(DatabaseError) -> Void
}

extension LoadedRows: BatchTable {
  var name: String { table.name }

  func takeLoads() -> [PendingLoad] {
    keys.indices.compactMap { key in
      let values = takeWanted(key)
      guard !values.isEmpty else { return nil }
      let statement = statements.loads[key]
      let array = SQLValue.array(of: keys[key].type, values.map(\.sqlValue))
      return PendingLoad(statement: statement.bind([array])) {
        [self] result throws(DatabaseError) in
        for row in try result.rows(of: statement) { admit(row) }
      }
    }
  }

  func writes() -> [BoundStatement] {
    let (inserted, updated) = changes
    var writes: [BoundStatement] = []
    if !inserted.isEmpty { writes.append(table.insertion(of: inserted, statements)) }
    if !updated.isEmpty { writes.append(table.update(of: updated, statements)) }
    return writes
  }
}

/// The rows of one table that a batch works on: what was loaded, what was changed, what is new.
final class LoadedRows<Row: StoredRow> {
  private let table: Table<Row>
  private let statements: TableStatements<Row>
  private unowned let set: WorkingSet
  private var directory: RowDirectory
  /// By their number in the directory.
  private var rows: [Row] = []
  /// Rows that were read before the row that they are under was locked.
  private var early: [UUID] = []
  /// What is added to rows that nobody has named, each with its sums alone.
  private var additions: [UUID: Row] = [:]

  init(_ statements: TableStatements<Row>, _ set: WorkingSet) {
    self.table = Row.table
    self.statements = statements
    self.set = set
    directory = RowDirectory(keyCount: table.keys.count)
  }

  func want(_ id: UUID) { directory.want(id) }

  func want(_ column: String, _ value: KeyValue) {
    if let id = Self.id(column, value) { return want(id) }
    directory.want(position(of: column), value)
  }

  func expect(_ id: UUID) { directory.expect(id) }

  func isNamed(_ id: UUID) -> Bool { directory.isNamed(id) }

  func isLoaded(_ id: UUID) -> Bool { directory.number(of: id) != nil }

  func row(_ id: UUID) -> Row? {
    guard let number = directory.number(of: id) else {
      precondition(
        directory.isNamed(id), "\(table.name) \(id) is read but was not named in load")
      return nil
    }
    return rows[number]
  }

  /// By id.
  func rows(_ column: String, _ value: KeyValue) -> [Row] {
    if let id = Self.id(column, value) { return row(id).map { [$0] } ?? [] }
    let key = position(of: column)
    precondition(
      directory.isNamed(key, value),
      "\(table.name) is read by a \(column) that load did not name")
    return directory.numbers(key, value).map { rows[$0] }
  }

  /// Takes in a row from the store. One that is here already is kept: it may have changed since.
  private func admit(_ row: Row) {
    guard directory.number(of: row.rowID) == nil else { return }
    let number = directory.add(row.rowID, isNew: false)
    let row = withAdditions(row, number)
    reindex(number, from: nil, to: row)
    rows.append(row)
    guard case .under(let want, let isHeld) = table.locking, !isHeld(row, set) else { return }
    want(row, set)
    early.append(row.rowID)
  }

  /// The row as it will be with what earlier commands add to it. Sums that do not fit are left to
  /// the database, which refuses them.
  private func withAdditions(_ row: Row, _ number: Int) -> Row {
    guard let sums = additions[row.rowID], let total = table.total?(row, sums) else { return row }
    additions[row.rowID] = nil
    directory.setChanged(number, true)
    return total
  }

  /// Takes in a row that is read again. Nothing has been decided on it yet.
  private func readmit(_ row: Row) {
    guard let number = directory.number(of: row.rowID) else { return admit(row) }
    reindex(number, from: rows[number], to: row)
    rows[number] = row
  }

  /// What is to be stored, by id; rows to insert that keep an order are in that.
  var changes: (inserted: [Row], updated: [Row], added: [Row]) {
    (
      directory.changed(isNew: true, isByID: !table.isOrdered).map { rows[$0] },
      directory.changed(isNew: false, isByID: true).map { rows[$0] },
      additions.values.sorted { $0.rowID < $1.rowID }
    )
  }

  /// Loads what is wanted from `store` instead of a database: how commands run in a unit test.
  ///
  /// - Returns: whether anything was wanted.
  func load(from store: some Collection<Row>) -> Bool {
    let again = takeEarly()
    let ids = Set(directory.takeWantedIDs())
    for row in store where ids.contains(row.rowID) { admit(row) }
    var isWanted = !ids.isEmpty || !again.isEmpty
    for (key, definition) in table.keys.enumerated() {
      let values = Set(directory.takeWanted(key))
      guard !values.isEmpty else { continue }
      isWanted = true
      for row in store {
        if let value = definition.value(row), values.contains(value) { admit(row) }
      }
    }
    return isWanted
  }

  /// Wants the row, and gives it if it is there by now: for `Loader`, which asks before everything
  /// is loaded.
  func find(_ id: UUID) -> Row? {
    directory.want(id)
    guard let number = directory.number(of: id) else {
      directory.noteMissed(id)
      set.answers.lacks(isAwaited: directory.isAwaited(id))
      return nil
    }
    directory.noteReader(set.answers.command, of: number)
    return rows[number]
  }

  func find(_ column: String, _ value: KeyValue) -> [Row] {
    if let id = Self.id(column, value) { return find(id).map { [$0] } ?? [] }
    let key = position(of: column)
    directory.want(key, value)
    directory.noteLookUp(key, value)
    set.answers.lacks(isAwaited: directory.isAwaited(key, value))
    return directory.numbers(key, value).map { number in
      directory.noteReader(set.answers.command, of: number)
      return rows[number]
    }
  }

  /// Inserts or replaces a row; returns what undoes it.
  func put(_ row: Row) -> () -> Void {
    guard let number = directory.number(of: row.rowID) else {
      if directory.wasMissed(row.rowID) { set.answers.areStale = true }
      let number = directory.add(row.rowID, isNew: true)
      rows.append(row)
      reindex(number, from: nil, to: row)
      return { [self] in
        reindex(number, from: row, to: nil)
        directory.remove(number)
      }
    }
    if directory.isRead(number, byOthersThan: set.answers.command) { set.answers.areStale = true }
    let previous = rows[number]
    let wasChanged = directory.setChanged(number, true)
    rows[number] = row
    reindex(number, from: previous, to: row)
    return { [self] in
      reindex(number, from: row, to: previous)
      rows[number] = previous
      directory.setChanged(number, wasChanged)
    }
  }

  /// Adds to the sums of a row that nobody has named, whatever they are; it is made if it is not
  /// there. Returns what undoes it; nil when a sum does not fit.
  func add(_ sums: Row) -> (() -> Void)? {
    let id = sums.rowID
    precondition(!directory.isNamed(id), "\(table.name) \(id) is loaded: change that")
    let before = additions[id]
    guard let total = table.total else { preconditionFailure("\(table.name) has no sums") }
    guard let sum = before.map({ total($0, sums) }) ?? sums else { return nil }
    additions[id] = sum
    return { [self] in additions[id] = before }
  }

  /// The primary key, which every table can be loaded by.
  private static func id(_ column: String, _ value: KeyValue) -> UUID? {
    guard column == "id", case .uuid(let id) = value else { return nil }
    return id
  }

  private func position(of column: String) -> Int {
    guard let position = table.keys.firstIndex(where: { $0.column == column }) else {
      preconditionFailure("\(table.name) is not loaded by \(column)")
    }
    return position
  }

  private func reindex(_ number: Int, from old: Row?, to new: Row?) {
    for (key, definition) in table.keys.enumerated() {
      let (from, to) = (old.flatMap(definition.value), new.flatMap(definition.value))
      if directory.move(number, key, from: from, to: to) { set.answers.areStale = true }
    }
  }

  private func takeEarly() -> [UUID] {
    defer { early.removeAll() }
    return early
  }
}

/// What a batch does with a table without knowing its rows.
protocol BatchTable: AnyObject {
  var hasWishes: Bool { get }
  var isLockedAtTheEnd: Bool { get }
  /// Whether its rows can come to name others.
  var hasChangingRows: Bool { get }
  /// The statements that load what is wanted, each with what to do with its result.
  func takeLoads() -> [PendingLoad]
  /// The statements that store what changed: inserts first, additions last.
  func writes() -> [BoundStatement]
}

/// A load that is on its way.
struct PendingLoad {
  let statement: BoundStatement
  let accept: (borrowing QueryResult) throws(DatabaseError) -> Void
}

extension LoadedRows: BatchTable {
  var hasWishes: Bool { directory.hasWishes || !early.isEmpty }

  var isLockedAtTheEnd: Bool {
    guard case .ownAtTheEnd = table.locking else { return false }
    return true
  }

  var hasChangingRows: Bool { statements.hasChangingRows }

  func takeLoads() -> [PendingLoad] {
    var loads: [PendingLoad] = []
    let again = takeEarly()
    if !again.isEmpty { loads.append(loadAgain(statements.loads[0], .uuidArray(again))) }
    let ids = directory.takeWantedIDs()
    if !ids.isEmpty { loads.append(load(statements.loads[0], .uuidArray(ids))) }
    for (key, definition) in table.keys.enumerated() {
      let values = directory.takeWanted(key)
      guard !values.isEmpty else { continue }
      loads.append(
        load(
          statements.loads[key + 1], .column(definition.type, values.map(\.sqlValue))))
    }
    return loads
  }

  private func load(_ statement: Statement<Row>, _ values: SQLValue) -> PendingLoad {
    PendingLoad(statement: statement.bind([values])) { [self] result throws(DatabaseError) in
      for row in try result.rows(of: statement) { admit(row) }
    }
  }

  private func loadAgain(_ statement: Statement<Row>, _ ids: SQLValue) -> PendingLoad {
    PendingLoad(statement: statement.bind([ids])) { [self] result throws(DatabaseError) in
      for row in try result.rows(of: statement) { readmit(row) }
    }
  }

  func writes() -> [BoundStatement] {
    let (inserted, updated, added) = changes
    var writes: [BoundStatement] = []
    if !inserted.isEmpty { writes.append(statements.insertion(of: inserted)) }
    if !updated.isEmpty { writes.append(statements.update(of: updated)) }
    if !added.isEmpty { writes.append(statements.addition(of: added)) }
    return writes
  }
}

/// Everything that one batch reads and writes, in memory between its two round trips.
///
/// A refused command leaves nothing behind: its changes are undone before the next one decides.
final class WorkingSet {
  private let schema: CommitSchema
  private var tables: [ObjectIdentifier: any BatchTable] = [:]
  /// As in the schema: so that all batches lock in the same order.
  private var ordered: [(rank: Int, table: any BatchTable)] = []
  /// What the naming of rows has been told.
  var answers = Answers()
  private var undo: [() -> Void] = []

  init(_ schema: CommitSchema) {
    self.schema = schema
  }

  func rows<Row: StoredRow>(_: Row.Type) -> LoadedRows<Row> {
    let id = ObjectIdentifier(Row.self)
    if let existing = tables[id] as? LoadedRows<Row> { return existing }
    let made = LoadedRows<Row>(schema.statements(of: Row.self), self)
    tables[id] = made
    let rank = schema.rank(of: Row.self)
    ordered.insert((rank, made), at: ordered.firstIndex { $0.rank > rank } ?? ordered.endIndex)
    return made
  }

  func put<Row: StoredRow>(_ row: Row) {
    undo.append(rows(Row.self).put(row))
  }

  /// Whether the sums fit.
  func add<Row: StoredRow>(_ sums: Row) -> Bool {
    guard let step = rows(Row.self).add(sums) else { return false }
    undo.append(step)
    return true
  }

  /// Runs one command's decision; when it throws, all its changes are undone.
  func attempt<Value>(_ body: () throws -> Value) rethrows -> Value {
    undo.removeAll(keepingCapacity: true)
    do {
      return try body()
    } catch {
      for step in undo.reversed() { step() }
      undo.removeAll(keepingCapacity: true)
      throw error
    }
  }

  /// The statements that load what commands asked for since the last call. Always in the same
  /// order of tables, so that batches lock in the same order (`RowLocking`).
  func takeLoads() -> [PendingLoad] {
    let wanted = ordered.map(\.table).filter { $0.hasWishes }
    let first = wanted.filter { !$0.isLockedAtTheEnd }
    let mayNameMore = first.contains { $0.hasChangingRows }
    return (mayNameMore ? first : wanted).flatMap { $0.takeLoads() }
  }

  func writes() -> [BoundStatement] {
    ordered.flatMap { $0.table.writes() }
  }
}

/// What the commands of a batch have been told while they named rows.
struct Answers {
  /// The command that asks or decides, by its place in the batch.
  var command = 0
  /// Whether it is to ask again, because something that it looked for is yet to be loaded.
  private(set) var isIncomplete = false
  /// Whether a decision has changed what another command was told.
  var areStale = false

  mutating func begin(_ command: Int) {
    self.command = command
    isIncomplete = false
  }

  mutating func lacks(isAwaited: Bool) {
    if isAwaited { isIncomplete = true }
  }
}

/// The tables that commands work on, each with its statements, in the order in which batches lock
/// them.
struct CommitSchema: Sendable {
  private var byType: [ObjectIdentifier: any Sendable] = [:]
  private var ranks: [ObjectIdentifier: Int] = [:]
  private(set) var definitions: [StatementDefinition] = []

  mutating func add<Row: StoredRow>(_: Row.Type) {
    let statements = TableStatements(Row.table)
    byType[ObjectIdentifier(Row.self)] = statements
    ranks[ObjectIdentifier(Row.self)] = ranks.count
    definitions += statements.definitions
  }

  func rank<Row: StoredRow>(of _: Row.Type) -> Int { ranks[ObjectIdentifier(Row.self)] ?? 0 }

  func statements<Row: StoredRow>(of _: Row.Type) -> TableStatements<Row> {
    guard let found = byType[ObjectIdentifier(Row.self)] as? TableStatements<Row> else {
      preconditionFailure("\(Row.table.name) is not part of the schema")
    }
    return found
  }
}

/// Everything that one batch reads and writes, in memory between its two round trips.
///
/// A refused command leaves nothing behind: its changes are undone before the next one decides.
final class WorkingSet {
  private let schema: CommitSchema
  private var tables: [ObjectIdentifier: any BatchTable] = [:]
  /// By name: so that all batches lock in the same order.
  private var ordered: [any BatchTable] = []
  private let wishes = Wishes()
  private var undo: [() -> Void] = []

  init(_ schema: CommitSchema) {
    self.schema = schema
  }

  func rows<Row: StoredRow>(_: Row.Type) -> LoadedRows<Row> {
    let id = ObjectIdentifier(Row.self)
    if let existing = tables[id] as? LoadedRows<Row> { return existing }
    let made = LoadedRows<Row>(schema.statements(of: Row.self), wishes)
    tables[id] = made
    ordered.insert(made, at: ordered.firstIndex { $0.name > made.name } ?? ordered.endIndex)
    return made
  }

  func put<Row: StoredRow>(_ row: Row) {
    undo.append(rows(Row.self).put(row))
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
  /// order of tables, so that batches lock in the same order.
  func takeLoads() -> [PendingLoad] {
    // Asked before each decision, and mostly nothing is wanted.
    guard wishes.count > 0 else { return [] }
    wishes.count = 0
    return ordered.flatMap { $0.takeLoads() }
  }

  func writes() -> [BoundStatement] {
    ordered.flatMap { $0.writes() }
  }
}

/// The tables that commands work on, each with its statements.
struct CommitSchema: Sendable {
  private var byType: [ObjectIdentifier: any Sendable] = [:]
  private(set) var definitions: [StatementDefinition] = []

  mutating func add<Row: StoredRow>(_: Row.Type) {
    let statements = TableStatements(Row.table)
    byType[ObjectIdentifier(Row.self)] = statements
    definitions += statements.definitions
  }

  func statements<Row: StoredRow>(of _: Row.Type) -> TableStatements<Row> {
    guard let found = byType[ObjectIdentifier(Row.self)] as? TableStatements<Row> else {
      preconditionFailure("\(Row.table.name) is not part of the schema")
    }
    return found
  }
}

@testable import PayLytServer

/// PostgreSQL as the commit engine sees it, in memory: rows that a transaction has loaded are
/// locked until it ends, transactions that wait for each other in a circle are a deadlock, unique
/// constraints hold, and a COMMIT is all or nothing.
///
/// It carries out the statements that the service makes from its tables, whatever these are; the
/// few reads that are written by hand are in `MemoryReads`.
final class MemoryDatabase: @unchecked Sendable {
  struct Change {
    let table: String
    let before: MemoryRow?
    var after: MemoryRow
  }

  private struct Lock: Hashable {
    let table: String
    let id: UUID
  }

  private(set) var tables: [String: MemoryTable] = [:]
  private let definitions: [String: StatementDefinition]
  private var owners: [Lock: Int] = [:]
  /// Which transaction waits for which other one.
  private var waiting: [Int: Int] = [:]
  private var transactions = 0
  /// Told of every transaction that is durable, in order, and how many were when it looked first.
  var onCommit: ([Change], _ since: Int) -> Void = { _, _ in }
  private var commits = 0
  private var firstLooks: [Int: Int] = [:]
  /// A bug for the judge to find.
  var sabotage = Sabotage()

  init() {
    let all = ServiceStatements.schema.definitions
    definitions = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
    for definition in all where definition.name.hasSuffix("_insert") {
      let name = String(definition.name.dropLast("_insert".count))
      tables[name] = MemoryTable(name, all.filter { $0.name.hasPrefix("\(name)_") })
    }
  }

  func table(_ name: String) -> MemoryTable {
    guard let table = tables[name] else { preconditionFailure("no table \(name)") }
    return table
  }

  // MARK: Transactions

  func begin() -> Int {
    transactions += 1
    return transactions
  }

  /// Carries out loads, with their locks.
  ///
  /// - Returns: nil while another transaction holds a row.
  func load(_ statements: [BoundStatement], _ transaction: Int) -> Loaded? {
    waiting[transaction] = nil
    if firstLooks[transaction] == nil { firstLooks[transaction] = commits }
    var results: [QueryResult] = []
    for statement in statements {
      guard let (name, column) = Self.parseLoad(statement.name) else {
        preconditionFailure("\(statement.name) is no load of a batch")
      }
      if let source = Self.views[name] {
        results.append(view(name, of: source, statement))
        continue
      }
      let table = table(name)
      var ids = table.ids(column, statement.values[0].elements.compactMap { KeyValue($0) })
      if name == "journal", sabotage.forgetsRequests { ids = [] }
      for id in ids {
        guard let holder = lock(Lock(table: name, id: id), for: transaction) else { continue }
        waiting[transaction] = holder
        guard isCircle(from: transaction) else { return nil }
        end(transaction)
        return .failure(.sqlState(.deadlockDetected))
      }
      let rows = ids.compactMap { table.row($0)?.values }
      results.append(.of(rows, types: table.types))
    }
    return .success(results)
  }

  typealias Loaded = Result<[QueryResult], DatabaseError>

  /// Carries out writes and COMMIT.
  ///
  /// - Returns: nil while another transaction holds a row that is added to.
  func commit(
    _ statements: [BoundStatement], _ transaction: Int
  ) -> Result<Void, DatabaseError>? {
    waiting[transaction] = nil
    for statement in statements where statement.name.hasSuffix("_add") {
      let table = String(statement.name.dropLast("_add".count))
      for case .uuid(let id) in statement.values[0].elements {
        guard let holder = lock(Lock(table: table, id: id), for: transaction) else { continue }
        waiting[transaction] = holder
        guard isCircle(from: transaction) else { return nil }
        end(transaction)
        return .failure(.sqlState(.deadlockDetected))
      }
    }
    defer { end(transaction) }
    var changes: [Change] = []
    for statement in statements {
      let alone = statement.name.hasSuffix("_one") ? "_one".count : 0
      guard let definition = definitions[String(statement.name.dropLast(alone))] else {
        preconditionFailure("\(statement.name) is no write of a batch")
      }
      changes += writes(of: statement, definition)
    }
    if sabotage.losesCommits { return .success(()) }
    sabotage.change(&changes)
    for change in changes where change.table != "journal" || !sabotage.forgetsRequests {
      let isNew = change.before == nil
      guard table(change.table).accepts(change.after, isNew: isNew) else {
        return .failure(.sqlState(.uniqueViolation, table: change.table))
      }
    }
    for change in changes { tables[change.table]?.put(change.after) }
    commits += 1
    onCommit(changes, firstLooks[transaction] ?? commits - 1)
    return sabotage.deniesCommits ? .failure(.unavailable) : .success(())
  }

  func end(_ transaction: Int) {
    owners = owners.filter { $0.value != transaction }
    waiting[transaction] = nil
    firstLooks[transaction] = nil
  }

  // MARK: Inside

  /// Views, and the table of which each shows some columns: they are read and not locked.
  private static let views = ["capability_state": "capability_switch"]

  private func view(
    _ name: String, of source: String, _ statement: BoundStatement
  ) -> QueryResult {
    let (view, rows) = (table(name), table(source))
    let ids = rows.ids("id", statement.values[0].elements.compactMap { KeyValue($0) })
    let found = ids.compactMap { rows.row($0) }.map { row in view.columns.map { row[$0] } }
    return .of(found, types: view.types)
  }

  private static func parseLoad(_ name: String) -> (table: String, column: String)? {
    guard let range = name.firstRange(of: "_load_by_") else { return nil }
    return (String(name[..<range.lowerBound]), String(name[range.upperBound...]))
  }

  /// Takes the lock, or returns who has it.
  private func lock(_ lock: Lock, for transaction: Int) -> Int? {
    if sabotage.ignoresLocks { return nil }
    if let owner = owners[lock], owner != transaction { return owner }
    owners[lock] = transaction
    return nil
  }

  private func isCircle(from transaction: Int) -> Bool {
    var next = waiting[transaction]
    while let current = next {
      if current == transaction { return true }
      next = waiting[current]
    }
    return false
  }

  private func writes(
    of statement: BoundStatement, _ definition: StatementDefinition
  ) -> [Change] {
    let isInsert = definition.name.hasSuffix("_insert")
    let isAddition = definition.name.hasSuffix("_add")
    let suffix = isAddition ? "_add" : isInsert ? "_insert" : "_update"
    let name = String(definition.name.dropLast(suffix.count))
    let table = table(name)
    let columns =
      isInsert || isAddition
      ? table.columns : MemoryTable.list(in: definition.sql, behind: "AS new(")
    // A row that is written alone comes as plain values.
    let isAlone = statement.name != definition.name
    let arrays = statement.values.map { isAlone ? [$0] : $0.elements }
    return arrays[0].indices.map { index in
      let values = arrays.map { $0[index] }
      if isAddition { return addition(to: table, table.row(of: values), definition) }
      if isInsert { return Change(table: name, before: nil, after: table.row(of: values)) }
      guard case .uuid(let id) = values[0], let before = table.row(id) else {
        preconditionFailure("an update of a row of \(name) that is not there")
      }
      var after = before
      for (column, value) in zip(columns, values) { after[column] = value }
      return Change(table: name, before: before, after: after)
    }
  }
}

extension MemoryDatabase {
  /// A row with new sums; as it comes when there is none.
  private func addition(
    to table: MemoryTable, _ sums: MemoryRow, _ definition: StatementDefinition
  ) -> Change {
    guard let before = table.row(sums.id("id")) else {
      return Change(table: table.name, before: nil, after: sums)
    }
    var after = before
    for column in table.columns where definition.sql.contains("\(column) = old.\(column) + ") {
      after[column] = .int8(before.number(column) + sums.number(column))
    }
    return Change(table: table.name, before: before, after: after)
  }
}

/// Bugs that a store, an engine or a command could have, planted on purpose: each invariant must
/// find its own.
struct Sabotage {
  /// What is written is not what was decided.
  var change: (inout [MemoryDatabase.Change]) -> Void = { _ in }
  var ignoresLocks = false
  /// COMMIT is answered, and nothing was stored.
  var losesCommits = false
  /// COMMIT stored everything, and is said to have failed for sure.
  var deniesCommits = false
  /// Requests are carried out each time that they are sent.
  var forgetsRequests = false
}

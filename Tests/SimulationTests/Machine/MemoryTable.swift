import Schema

@testable import PayLytServer

/// One row as PostgreSQL sees it: values by column, nothing of the service's own types.
struct MemoryRow: Equatable {
  let columns: [String: Int]
  var values: [SQLValue]

  subscript(column: String) -> SQLValue {
    get { values[position(column)] }
    set { values[position(column)] = newValue }
  }

  private func position(_ column: String) -> Int {
    guard let position = columns[column] else { preconditionFailure("no column \(column)") }
    return position
  }

  func number(_ column: String) -> Int64 {
    switch self[column] {
    case .int2(let value): Int64(value)
    case .int4(let value): Int64(value)
    case .int8(let value): value
    case .timestamp(let value): value.microseconds
    default: preconditionFailure("\(column) is no number")
    }
  }

  func id(_ column: String) -> UUID {
    guard case .uuid(let value) = self[column] else { preconditionFailure("\(column) is no id") }
    return value
  }

  func text(_ column: String) -> String {
    guard case .text(let value) = self[column] else { preconditionFailure("\(column) is no text") }
    return value
  }

  func bytes(_ column: String) -> [UInt8] {
    guard case .bytes(let value) = self[column] else {
      preconditionFailure("\(column) is no bytes")
    }
    return value
  }

  func flag(_ column: String) -> Bool { self[column] == .bool(true) }
  func isNull(_ column: String) -> Bool { self[column] == .null }
}

/// One table: its rows by id, and an index for each key and each unique constraint.
struct MemoryTable {
  let name: String
  let columns: [String]
  let types: [SQLType]
  private let positions: [String: Int]
  private let uniques: [[Int]]
  private var rows: [UUID: MemoryRow] = [:]
  private var indexes: [String: [KeyValue: Set<UUID>]]
  private var taken: [[[KeyValue]: UUID]]

  /// - Parameter definitions: the table's statements, as the service makes them.
  init(_ name: String, _ definitions: [StatementDefinition]) {
    guard let insert = definitions.first(where: { $0.name == "\(name)_insert" }),
      let load = definitions.first(where: { $0.name == "\(name)_load_by_id" })
    else { preconditionFailure("\(name) has no statements of the form that a batch sends") }
    self.name = name
    // What the database fills in by itself is of no table here.
    columns = MemoryTable.list(in: insert.sql, behind: "INSERT INTO \(name) (")
      .filter { $0 != TableStatements<JournalEntry>.orderColumn }
    types = load.columns
    precondition(columns.count == types.count, "\(name) is loaded and stored alike")
    let positions = Dictionary(
      uniqueKeysWithValues: columns.enumerated().map { ($0.element, $0.offset) })
    self.positions = positions
    let prefix = "\(name)_load_by_"
    let keys = definitions.filter { $0.name.hasPrefix(prefix) && $0.name != load.name }
    indexes = Dictionary(
      uniqueKeysWithValues: keys.map { (String($0.name.dropFirst(prefix.count)), [:]) })
    uniques = UniqueConstraints.all.filter { $0.table == name }
      .map { $0.columns.compactMap { positions[$0] } }
    taken = uniques.map { _ in [:] }
  }

  /// The names between what stands before them and the next parenthesis.
  static func list(in sql: String, behind start: String) -> [String] {
    guard let range = sql.firstRange(of: start) else {
      preconditionFailure("no statement of a batch: \(sql)")
    }
    return sql[range.upperBound...].prefix { $0 != ")" }.split(separator: ",")
      .map { $0.filter { $0 != " " } }
  }

  var all: [MemoryRow] { rows.values.sorted { $0.id("id") < $1.id("id") } }

  func row(_ id: UUID) -> MemoryRow? { rows[id] }

  func row(of values: [SQLValue]) -> MemoryRow { MemoryRow(columns: positions, values: values) }

  /// The ids of the rows whose `column` has one of `values`, in order.
  func ids(_ column: String, _ values: [KeyValue]) -> [UUID] {
    if column == "id" {
      let ids = values.compactMap { value -> UUID? in
        if case .uuid(let id) = value, rows[id] != nil { id } else { nil }
      }
      return Set(ids).sorted()
    }
    guard let index = indexes[column] else { preconditionFailure("\(name) has no key \(column)") }
    return values.reduce(into: Set<UUID>()) { $0.formUnion(index[$1] ?? []) }.sorted()
  }

  /// Whether a row could be stored: no other one has its id or a unique value of it.
  func accepts(_ row: MemoryRow, isNew: Bool) -> Bool {
    if isNew, rows[row.id("id")] != nil { return false }
    return uniques.indices.allSatisfy { index in
      guard let key = key(of: row, uniques[index]), let owner = taken[index][key] else {
        return true
      }
      return owner == row.id("id")
    }
  }

  mutating func put(_ row: MemoryRow) {
    let id = row.id("id")
    if let old = rows[id] { unindex(old, id) }
    rows[id] = row
    for column in indexes.keys {
      if let value = KeyValue(row[column]) { indexes[column]?[value, default: []].insert(id) }
    }
    for index in uniques.indices {
      if let key = key(of: row, uniques[index]) { taken[index][key] = id }
    }
  }

  private mutating func unindex(_ row: MemoryRow, _ id: UUID) {
    for column in indexes.keys {
      if let value = KeyValue(row[column]) { indexes[column]?[value]?.remove(id) }
    }
    for index in uniques.indices {
      if let key = key(of: row, uniques[index]) { taken[index][key] = nil }
    }
  }

  /// nil when a value is NULL: then nothing is equal to it.
  private func key(of row: MemoryRow, _ columns: [Int]) -> [KeyValue]? {
    let values = columns.compactMap { KeyValue(row.values[$0]) }
    return values.count == columns.count ? values : nil
  }
}

extension KeyValue {
  init?(_ value: SQLValue) {
    switch value {
    case .uuid(let value): self = .uuid(value)
    case .text(let value): self = .text(value)
    case .bytes(let value): self = .bytes(value)
    case .int2(let value): self = .text("\(value)")
    case .int4(let value): self = .text("\(value)")
    case .int8(let value): self = .text("\(value)")
    case .bool(let value): self = .text("\(value)")
    case .timestamp(let value): self = .text("\(value.microseconds)")
    default: return nil
    }
  }
}

/// The unique constraints of the schema, read from its migrations: what is unique there is unique
/// here, without a second list.
enum UniqueConstraints {
  struct Constraint: Hashable {
    let table: String
    let columns: [String]
  }

  static let all: [Constraint] = {
    var found: [Constraint] = []
    var table = ""
    for line in migrations.flatMap({ $0.sql.split(separator: "\n") }) {
      let words = line.split { " (),;".contains($0) }.map(String.init)
      if line.hasPrefix("CREATE TABLE"), words.count > 2 { table = words[2] }
      if line.hasPrefix(")") { table = "" }
      // What is unique among some rows only is left to PostgreSQL. The condition may be on the
      // next line, so an index that counts for all rows ends with its own.
      let isWhole = line.hasSuffix(");") && !line.contains(" WHERE ")
      if line.hasPrefix("CREATE UNIQUE INDEX"), isWhole, words.count > 5 {
        found.append(Constraint(table: words[5], columns: Array(words[6...])))
      }
      guard !table.isEmpty, line.hasPrefix("  "), !words.isEmpty, !line.contains("--") else {
        continue
      }
      let isUnique = words.contains("UNIQUE") || words.contains("PRIMARY")
      if words[0] == "UNIQUE" || words.starts(with: ["PRIMARY", "KEY"]) {
        let names = words.drop { $0 == "UNIQUE" || $0 == "PRIMARY" || $0 == "KEY" }
        found.append(Constraint(table: table, columns: Array(names)))
      } else if isUnique, words[0] != "CONSTRAINT" {
        found.append(Constraint(table: table, columns: [words[0]]))
      }
    }
    return found
  }()
}

/// A value that is one row of one table: what commands read, change and insert.
protocol StoredRow: Sendable, Equatable {
  static var table: Table<Self> { get }
  /// The primary key.
  var rowID: UUID { get }
}

/// How one kind of row is stored: from this, the set-based statements are made.
struct Table<Row: StoredRow>: Sendable {
  let name: String
  /// In the order in which `decode` reads them; the first is the primary key `id`.
  let columns: [Column<Row>]
  /// What rows can be loaded by, beside their id.
  let keys: [RowKey<Row>]
  let locking: RowLocking<Row>
  /// Whether a row's place among all of them is kept, behind what it was decided on: such rows are
  /// inserted in the order of the decisions, others by id (`Audit/AuditStatements.swift`).
  let isOrdered: Bool
  /// For rows with sums: a row with the sums of both, nil when one does not fit.
  let total: (@Sendable (Row, Row) -> Row?)?
  let decode: @Sendable (borrowing RowReader) throws(DatabaseError) -> Row

  init(
    _ name: String, columns: [Column<Row>], keys: [RowKey<Row>] = [],
    locking: RowLocking<Row> = .own, isOrdered: Bool = false,
    total: (@Sendable (Row, Row) -> Row?)? = nil,
    decode: @escaping @Sendable (borrowing RowReader) throws(DatabaseError) -> Row
  ) {
    precondition(columns.first?.name == "id", "\(name): the first column is the primary key")
    self.name = name
    self.columns = columns
    self.keys = keys
    self.locking = locking
    self.isOrdered = isOrdered
    self.total = total
    precondition(
      (total != nil) == columns.contains { $0.isSum }, "\(name): sums, and how they are added")
    self.decode = decode
  }

  /// Whether loading a row locks it. What never changes needs no lock.
  var locksRows: Bool {
    guard columns.contains(where: \.isMutable) else { return false }
    return switch locking {
    case .own, .ownAtTheEnd: true
    case .under: false
    }
  }

  /// The key that every table has.
  static var idKey: RowKey<Row> { RowKey("id", .uuid) { .uuid($0.rowID) } }
}

/// What keeps a row as it was loaded until the commit.
///
/// All batches of all servers lock in one order, so that they queue instead of deadlocking: by
/// table (`ServiceStatements.schema`), and in a table by id.
enum RowLocking<Row>: Sendable {
  case own
  /// A lock of its own, taken when nothing else is left to load: many kinds of rows name these.
  case ownAtTheEnd
  /// The lock of another row, which is loaded with it whether a command asks for that or not: a
  /// milestone under its escrow. A lock is a write, and this saves it. A row that was read before
  /// the other one was locked is read again: that the other one is named does not make it so.
  case under(@Sendable (Row, WorkingSet) -> Void, isHeld: @Sendable (Row, WorkingSet) -> Bool)

  static func under<Guard: StoredRow>(
    _: Guard.Type, _ id: @escaping @Sendable (Row) -> UUID
  ) -> RowLocking {
    .under { row, set in
      set.rows(Guard.self).want(id(row))
    } isHeld: { row, set in
      set.rows(Guard.self).isLoaded(id(row))
    }
  }
}

/// One column: its type, and the value of a row.
struct Column<Row>: Sendable {
  let name: String
  let type: SQLType
  /// Whether an update writes it. Columns that never change are not sent again.
  let isMutable: Bool
  /// Whether it can be added to without having been read (`Decision.add`).
  let isSum: Bool
  let value: @Sendable (Row) -> SQLValue

  static func fixed(
    _ name: String, _ type: SQLType, _ value: @escaping @Sendable (Row) -> SQLValue
  ) -> Column {
    Column(name: name, type: type, isMutable: false, isSum: false, value: value)
  }

  static func mutable(
    _ name: String, _ type: SQLType, _ value: @escaping @Sendable (Row) -> SQLValue
  ) -> Column {
    Column(name: name, type: type, isMutable: true, isSum: false, value: value)
  }

  static func sum(
    _ name: String, _ value: @escaping @Sendable (Row) -> Int64
  ) -> Column {
    Column(name: name, type: .int8, isMutable: true, isSum: true) { .int8(value($0)) }
  }
}

extension Array {
  /// The columns of a part, in the table of rows that have it.
  ///
  /// - Parameter prefix: before their names.
  func of<Part, Row>(
    _ part: @escaping @Sendable (Row) -> Part, prefix: String = "", areMutable: Bool = false
  ) -> [Column<Row>] where Element == Column<Part> {
    map { column in
      Column<Row>(
        name: prefix + column.name, type: column.type, isMutable: areMutable, isSum: false
      ) { column.value(part($0)) }
    }
  }
}

/// A column that rows are loaded by, all of them or those alone that something is true of.
struct RowKey<Row>: Sendable {
  let column: String
  let type: SQLType
  /// In SQL, of what rows: the others stay where they are, however many there are.
  let condition: String?
  /// nil for a row that is not found by this key.
  let value: @Sendable (Row) -> KeyValue?

  init(
    _ column: String, _ type: SQLType, where condition: String? = nil,
    _ value: @escaping @Sendable (Row) -> KeyValue?
  ) {
    self.column = column
    self.type = type
    self.condition = condition
    self.value = value
  }

  /// Rows in certain states.
  static func inStates<State: RawRepresentable & CaseIterable & Sendable>(
    _ column: String, _ type: SQLType, of state: @escaping @Sendable (Row) -> State,
    where isWanted: @escaping @Sendable (State) -> Bool,
    _ value: @escaping @Sendable (Row) -> KeyValue
  ) -> RowKey where State.RawValue == Int16 {
    let states = State.allCases.filter(isWanted).map { String($0.rawValue) }
    return RowKey(column, type, where: "state IN (\(states.joined(separator: ", ")))") { row in
      isWanted(state(row)) ? value(row) : nil
    }
  }
}

/// The value of a key. Texts are equal when their bytes are, as in PostgreSQL: to Swift, a composed
/// and a decomposed letter are the same text.
enum KeyValue: Hashable, Sendable {
  case uuid(UUID)
  case text(String)
  case bytes([UInt8])

  static func == (a: KeyValue, b: KeyValue) -> Bool {
    switch (a, b) {
    case (.uuid(let a), .uuid(let b)): a == b
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.bytes(let a), .bytes(let b)): a == b
    case (.uuid, _), (.text, _), (.bytes, _): false
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .uuid(let value): hasher.combine(value)
    case .text(let value): for byte in value.utf8 { hasher.combine(byte) }
    case .bytes(let value): hasher.combine(value)
    }
  }

  var sqlValue: SQLValue {
    switch self {
    case .uuid(let value): .uuid(value)
    case .text(let value): .text(value)
    case .bytes(let value): .bytes(value)
    }
  }
}

/// A row that a search looked at.
struct Searched<Row: Sendable>: Sendable {
  let row: Row
  /// Whether it is what was searched for.
  let isFound: Bool
  /// Whether the look ended with it, and not the list.
  let endsLook: Bool
}

/// The part of a table that a list goes through; each has an index.
enum ListPart: String, Sendable, CaseIterable {
  /// What belongs to the user, or to another resource, of the first parameter.
  case own
  /// The same, unread.
  case unread
  case all
  /// All of the one state that is asked for.
  case ofState = "of_state"

  /// The condition of the last two. It names the owner because all statements take one.
  static let everything = "$1::uuid IS NOT NULL"

  /// By what the rows of the part are ordered, and the place in that of an id. The one state is not
  /// said to be one: the planner would take the whole table's index, and pass over all others.
  fileprivate func place(_ id: String) -> String { self == .ofState ? "($6, \(id))" : id }
  fileprivate var key: String { self == .ofState ? "(state, id)" : "id" }
  fileprivate func order(_ direction: String) -> String {
    self == .ofState ? "state\(direction), id\(direction)" : "id\(direction)"
  }
}

/// The statements of a list that can be searched, in the order of its ids and so of time: one for
/// each part of the table and each direction, so that each has the plan of its index.
///
/// One look goes through `SearchLimits.lookedAtOnce` rows and gives those that the filter finds;
/// when it found too few, also the one that it ended with, so that the next look goes on behind
/// that.
struct SearchList<Row: Sendable>: Sendable {
  private struct Key: Hashable {
    let part: ListPart
    let isDescending: Bool
  }

  let name: String
  let fields: SearchFields
  /// Of the thing in a row; rows of one thing stand side by side.
  let id: @Sendable (Row) -> UUID
  private let statements: [Key: Statement<Searched<Row>>]

  /// - Parameter parts: of each, what holds of its rows: of several conditions, one of them, and
  ///   each for itself. They take the owner as $1; `.ofState` takes the first field's value as $6.
  /// - Parameter joined: columns of what every row is shown with, and how that is joined to `held`;
  ///   rows of one thing are in the order of `joined.order`.
  init(
    _ name: String, of table: String, columns: [String], types: [SQLType], fields: SearchFields,
    parts: [ListPart: [String]], joined: (columns: [String], join: String, order: String)? = nil,
    id: @escaping @Sendable (Row) -> UUID,
    decode: @escaping @Sendable (borrowing RowReader) throws(DatabaseError) -> Row
  ) {
    self.name = name
    self.fields = fields
    self.id = id
    let shown = columns.map { "held.\($0)" } + (joined?.columns ?? [])
    var statements: [Key: Statement<Searched<Row>>] = [:]
    for (part, conditions) in parts {
      for isDescending in [false, true] {
        let direction = isDescending ? " DESC" : ""
        let ahead = Self.ahead(part, of: table, columns, conditions, isDescending: isDescending)
        let sql = """
          SELECT \(shown.joined(separator: ", ")), held.is_found,
            held.number = \(SearchLimits.lookedAtOnce)
          FROM (
            SELECT * FROM (
              SELECT *, row_number() OVER (ORDER BY id\(direction)) AS number,
                \(fields.condition(from: 6)) AS is_found
              FROM (\(ahead)) AS ahead) AS looked_at
            WHERE is_found OR number = \(SearchLimits.lookedAtOnce)
            ORDER BY id\(direction) LIMIT $3) AS held
          \(joined?.join ?? "")
          ORDER BY held.id\(direction)\(joined.map { ", \($0.order)" } ?? "")
          """
        statements[Key(part: part, isDescending: isDescending)] = Statement(
          "\(name)_\(part.rawValue)\(isDescending ? "_desc" : "")", sql,
          parameters: [.uuid, .uuid, .int8, .uuid, .uuid] + fields.types,
          columns: types + [.bool, .bool]
        ) { (row) throws(DatabaseError) in
          Searched(
            row: try decode(row), isFound: try row.bool(types.count),
            endsLook: try row.bool(types.count + 1))
        }
      }
    }
    self.statements = statements
  }

  var definitions: [StatementDefinition] { statements.values.map(\.definition) }

  /// Takes the owner, the id of the place, how many, the lowest and the highest id, and the filter.
  func statement(_ part: ListPart, isDescending: Bool) -> Statement<Searched<Row>> {
    guard let statement = statements[Key(part: part, isDescending: isDescending)] else {
      preconditionFailure("\(name) is not listed by \(part)")
    }
    return statement
  }

  func has(_ part: ListPart) -> Bool { statements[Key(part: part, isDescending: true)] != nil }

  /// The rows that a look goes through.
  private static func ahead(
    _ part: ListPart, of table: String, _ columns: [String], _ conditions: [String],
    isDescending: Bool
  ) -> String {
    let (comparison, direction) = isDescending ? ("<", " DESC") : (">", "")
    let halves = conditions.map { condition in
      """
      (SELECT \(columns.joined(separator: ", ")) FROM \(table)
       WHERE \(condition) AND \(part.key) \(comparison) \(part.place("$2"))
         AND \(part.key) >= \(part.place("$4")) AND \(part.key) <= \(part.place("$5"))
       ORDER BY \(part.order(direction)) LIMIT \(SearchLimits.lookedAtOnce))
      """
    }
    guard halves.count > 1 else { return halves.joined() }
    return """
      \(halves.joined(separator: " UNION ALL "))
      ORDER BY 1\(direction) LIMIT \(SearchLimits.lookedAtOnce)
      """
  }
}

extension Statement where Row: StoredRow {
  /// What is of state $3, before the id $1 and newest first, $2 rows at most: along the index of a
  /// table on `(state, id)`.
  ///
  /// The state is not said to be this one, as little as in `ListPart.ofState`.
  static func ofState(_ name: String) -> Statement<Row> {
    let columns = Row.table.columns
    return Statement<Row>(
      name,
      """
      SELECT \(columns.map(\.name).joined(separator: ", ")) FROM \(Row.table.name)
      WHERE (state, id) < ($3, $1) AND state >= $3 ORDER BY state DESC, id DESC LIMIT $2
      """,
      parameters: [.uuid, .int8, .int2], columns: columns.map(\.type), decode: Row.table.decode)
  }
}

extension SearchFields {
  /// Of the parameters of a filter.
  var types: [SQLType] { all.flatMap(\.types) }

  /// Whether a row is what the filter asks for, whose parameters begin with number `first`.
  func condition(from first: Int) -> String {
    var next = first
    return all.map { field in
      defer { next += field.types.count }
      return field.condition(from: next)
    }.joined(separator: " AND ")
  }
}

extension SearchField {
  fileprivate var types: [SQLType] {
    switch kind {
    case .number, .optionalNumber, .flag, .choice: [.int8, .int8, .int8Array]
    case .moment: [.timestamptz, .timestamptz, .timestamptzArray]
    case .code: [.textArray, .textArray]
    case .text: [.textArray]
    }
  }

  fileprivate func condition(from first: Int) -> String {
    switch kind {
    case .number, .moment, .choice: Self.isWithin(column, first)
    case .optionalNumber:
      """
      CASE WHEN \(column) IS NULL THEN $\(first) = \(Int64.min) AND $\(first + 1) = \(Int64.max)
        AND cardinality($\(first + 2)) = 0 ELSE \(Self.isWithin(column, first)) END
      """
    case .flag: Self.isWithin("\(column)::int", first)
    case .code: "\(column) = ALL($\(first)) AND \(column) <> ALL($\(first + 1))"
    case .text:
      // Long texts are folded only when something is searched in them.
      """
      (cardinality($\(first)) = 0 OR \(Self.folded(column)) LIKE ALL (ARRAY(
        SELECT \(Self.folded("pattern")) FROM unnest($\(first)) AS pattern)))
      """
    }
  }

  private static func isWithin(_ column: String, _ first: Int) -> String {
    "\(column) BETWEEN $\(first) AND $\(first + 1) AND \(column) <> ALL($\(first + 2))"
  }

  /// By Unicode's rules and by no locale's, whatever that of the database is: `lower` alone would
  /// know ASCII only in the C locale.
  private static func folded(_ text: String) -> String {
    "lower(\(text) COLLATE \"und-x-icu\")"
  }
}

extension ListFilter {
  /// What `SearchFields.condition` takes.
  var parameters: [SQLValue] {
    zip(fields.all, conditions).flatMap { (field, condition) -> [SQLValue] in
      switch field.kind {
      case .number, .optionalNumber, .flag, .choice: condition.bounds.numbers
      case .moment: condition.bounds.moments
      case .code: [.textArray(condition.equal), .textArray(condition.notEqual)]
      case .text: [.textArray(condition.patterns)]
      }
    }
  }
}

extension ListFilter.Bounds {
  fileprivate var numbers: [SQLValue] { [.int8(low), .int8(high), .int8Array(without)] }

  /// Ends that PostgreSQL can hold.
  fileprivate var moments: [SQLValue] {
    [
      .timestamp(max(Timestamp(microseconds: low), .firstOfLists)),
      .timestamp(min(max(Timestamp(microseconds: high), .firstOfLists), .endOfLists)),
      .timestampArray(without.map { Timestamp(microseconds: $0) }),
    ]
  }
}

extension Timestamp {
  /// 1970 and the year 10 000: before and behind every moment that a list is searched or ordered
  /// by, and such that PostgreSQL can hold them.
  static let firstOfLists = Timestamp(microseconds: 0)
  static let endOfLists = Timestamp(microseconds: 253_402_300_800 * 1_000_000)
}

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
  /// What is open to everybody.
  case open
  /// All of the one state that is asked for.
  case ofState = "of_state"

  /// The condition of a part that has none.
  static let everything = "true"
}

/// The statements of a list that can be searched, in the order of its ids and so of time, or of a
/// field: one for each part of the table, order and direction, so that each has the plan of its
/// index.
///
/// One look goes through `SearchLimits.lookedAtOnce` rows and gives those that the filter finds;
/// when it found too few, also the one that it ended with, so that the next look goes on behind
/// that.
struct SearchList<Row: Sendable>: Sendable {
  private struct Key: Hashable {
    let part: ListPart
    let order: ListOrder
  }

  let name: String
  let fields: SearchFields
  /// The field whose order is that of the ids.
  let time: String
  let orders: [SearchOrder<Row>]
  /// Of the thing in a row; rows of one thing stand side by side.
  let id: @Sendable (Row) -> UUID
  private var statements: [Key: Statement<Searched<Row>>] = [:]

  /// - Parameter parts: of each, what holds of its rows: of several conditions, one of them, and
  ///   each for itself. They take the owner as $1; `.ofState` goes by the field of that name.
  /// - Parameter joined: columns of what every row is shown with, and how that is joined to `held`;
  ///   rows of one thing are in the order of `joined.order`.
  init(
    _ name: String, of table: String, columns: [String], types: [SQLType], fields: SearchFields,
    time: String = "create_time", parts: [ListPart: [String]], orders: [SearchOrder<Row>] = [],
    joined: (columns: [String], join: String, order: String?)? = nil,
    id: @escaping @Sendable (Row) -> UUID,
    decode: @escaping @Sendable (borrowing RowReader) throws(DatabaseError) -> Row
  ) {
    self.name = name
    self.fields = fields
    self.time = time
    self.orders = orders
    self.id = id
    let shown = columns.map { "held.\($0)" } + (joined?.columns ?? [])
    for (part, conditions) in parts {
      for order in self.orders(of: part) {
        let way = SearchWay(part, order, fields)
        let first = "ORDER BY \(way.order()) LIMIT \(SearchLimits.lookedAtOnce)"
        let halves = conditions.map { condition in
          """
          (SELECT \(columns.joined(separator: ", ")) FROM \(table)
           WHERE \(condition) AND \(way.isAhead) \(first))
          """
        }
        let ahead = halves.joined(separator: " UNION ALL ") + (halves.count > 1 ? first : "")
        let sql = """
          SELECT \(shown.joined(separator: ", ")), held.is_found,
            held.number = \(SearchLimits.lookedAtOnce)
          FROM (
            SELECT * FROM (
              SELECT *, row_number() OVER (ORDER BY \(way.order())) AS number,
                \(fields.condition(from: SearchFields.firstParameter)) AS is_found
              FROM (\(ahead)) AS ahead) AS looked_at
            WHERE is_found OR number = \(SearchLimits.lookedAtOnce)
            ORDER BY \(way.order()) LIMIT $3) AS held
          \(joined?.join ?? "")
          ORDER BY \(way.order(of: "held."))\((joined?.order).map { ", \($0)" } ?? "")
          """
        statements[Key(part: part, order: order)] = Statement(
          [name, part.rawValue, order.field, order.isDescending ? "desc" : nil]
            .compactMap(\.self).joined(separator: "_"), sql,
          parameters: [.uuid, .uuid, .int8, .uuid, .uuid] + fields.types + way.types,
          columns: types + [.bool, .bool]
        ) { (row) throws(DatabaseError) in
          Searched(
            row: try decode(row), isFound: try row.bool(types.count),
            endsLook: try row.bool(types.count + 1))
        }
      }
    }
  }

  var definitions: [StatementDefinition] { statements.values.map(\.definition) }

  /// Takes the owner, the id of the place, how many, the lowest and the highest id, the filter, and
  /// what `parameters` gives.
  func statement(_ part: ListPart, _ order: ListOrder) -> Statement<Searched<Row>> {
    guard let statement = statements[Key(part: part, order: order)] else {
      preconditionFailure("\(name) is not listed by \(part), \(order)")
    }
    return statement
  }

  func has(_ part: ListPart) -> Bool {
    statements[Key(part: part, order: ListOrder(field: nil, isDescending: true))] != nil
  }

  /// What comes before the id of a place; nil for where the list begins.
  func parameters(_ order: ListOrder, at value: Int64?) -> [SQLValue] {
    fields[order.field].map { field in
      let ends = ListFilter.Bounds(low: value ?? .min, high: value ?? .max)
      return [field.values(of: .init(bounds: ends))[order.isDescending ? 1 : 0]]
    } ?? []
  }
}

/// How an order of a list is said in SQL: what rows are compared by, and the place in it of an id.
private struct SearchWay {
  /// What comes before the ids, and the parameter with the place in that.
  private let lead: (column: String, parameter: String)?
  private let isDescending: Bool
  /// Of the parameters behind those of the filter.
  let types: [SQLType]
  /// Whether the ids that are asked for are a range of it.
  private let isOfTime: Bool

  init(_ part: ListPart, _ order: ListOrder, _ fields: SearchFields) {
    isDescending = order.isDescending
    isOfTime = order.field == nil
    if let field = fields[order.field] {
      lead = (field.column, "$\(SearchFields.firstParameter + fields.types.count)")
      types = [field.types[0]]
    } else {
      // The one state is not said to be one: the planner would take the whole table's index, and
      // pass over all others.
      lead = part == .ofState ? fields.lowest(of: SearchFields.state) : nil
      types = []
    }
  }

  /// Behind the place, and among the ids that are asked for.
  var isAhead: String {
    let key = lead.map { "(\($0.column), id)" } ?? "id"
    func place(_ id: String) -> String { lead.map { "(\($0.parameter), \(id))" } ?? id }
    let behind = "\(key) \(isDescending ? "<" : ">") \(place("$2"))"
    guard isOfTime else { return behind }
    return "\(behind) AND \(key) >= \(place("$4")) AND \(key) <= \(place("$5"))"
  }

  func order(of table: String = "") -> String {
    [lead?.column, "id"].compactMap(\.self).map { "\(table)\($0)\(isDescending ? " DESC" : "")" }
      .joined(separator: ", ")
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
  subscript(name: String?) -> SearchField? { all.first { $0.name == name } }

  /// Of the parameters of a filter.
  var types: [SQLType] { all.flatMap(\.types) }

  /// The number of the first parameter of a list's filter.
  static let firstParameter = 6

  /// The column of a field, and the parameter with the lowest value that is asked for: of one value
  /// alone, this one.
  fileprivate func lowest(of name: String) -> (column: String, parameter: String) {
    guard let index = all.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("\(things) have no field \(name)")
    }
    let before = all[..<index].flatMap(\.types).count
    return (all[index].column, "$\(Self.firstParameter + before)")
  }

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
    case .code, .asset: [.textArray, .textArray]
    case .text: [.textArray]
    case .user: [.uuidArray, .uuidArray]
    }
  }

  fileprivate func condition(from first: Int) -> String {
    switch kind {
    case .choice where isLookedUp:
      "(\(Self.isAnything(first)) OR \(Self.isWithin("(\(column))", first)))"
    case .number, .moment, .choice: Self.isWithin(column, first)
    case .optionalNumber:
      """
      CASE WHEN \(column) IS NULL THEN \(Self.isAnything(first))
      ELSE \(Self.isWithin(column, first)) END
      """
    case .flag: Self.isWithin("\(column)::int", first)
    case .code, .asset: "\(column) = ALL($\(first)) AND \(column) <> ALL($\(first + 1))"
    case .user:
      // Nobody is nobody's equal.
      """
      (cardinality($\(first)) = 0 OR \(column) IS NOT NULL AND \(column) = ALL($\(first)))
        AND (\(column) IS NULL OR \(column) <> ALL($\(first + 1)))
      """
    case .text:
      // Long texts are folded only when something is searched in them.
      """
      (cardinality($\(first)) = 0 OR \(Self.folded(column)) LIKE ALL (ARRAY(
        SELECT \(Self.folded("pattern")) FROM unnest($\(first)) AS pattern)))
      """
    }
  }

  /// Whether nothing is asked of a field with bounds.
  private static func isAnything(_ first: Int) -> String {
    "$\(first) = \(Int64.min) AND $\(first + 1) = \(Int64.max) AND cardinality($\(first + 2)) = 0"
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
  var parameters: [SQLValue] { zip(fields.all, conditions).flatMap { $0.values(of: $1) } }
}

extension SearchField {
  fileprivate func values(of condition: ListFilter.Condition) -> [SQLValue] {
    let bounds = condition.bounds
    switch kind {
    case .number, .optionalNumber, .flag, .choice:
      return [.int8(bounds.low), .int8(bounds.high), .int8Array(bounds.without)]
    case .moment:
      // Ends that PostgreSQL can hold.
      let ends = [bounds.low, bounds.high].map { end in
        min(max(Timestamp(microseconds: end), .firstOfLists), .endOfLists)
      }
      return ends.map { .timestamp($0) } + [
        .timestampArray(bounds.without.map { Timestamp(microseconds: $0) })
      ]
    case .code, .asset: return [.textArray(condition.equal), .textArray(condition.notEqual)]
    case .text: return [.textArray(condition.patterns)]
    case .user:
      return [condition.equal, condition.notEqual].map { .uuidArray($0.compactMap { UUID($0) }) }
    }
  }
}

extension Timestamp {
  /// 1970 and the year 10 000: before and behind every moment that a list is searched or ordered
  /// by, and such that PostgreSQL can hold them.
  static let firstOfLists = Timestamp(microseconds: 0)
  static let endOfLists = Timestamp(microseconds: 253_402_300_800 * 1_000_000)
}

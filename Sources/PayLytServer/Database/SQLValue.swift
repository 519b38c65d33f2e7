/// One value bound to a statement, sent in PostgreSQL's binary format. Elements of an array may be
/// NULL; arrays have one dimension.
enum SQLValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int2(Int16)
  case int4(Int32)
  case int8(Int64)
  case text(String)
  case bytes([UInt8])
  case uuid(UUID)
  case timestamp(Timestamp)
  case boolArray([Bool?])
  case int2Array([Int16?])
  case int4Array([Int32?])
  case int8Array([Int64?])
  case textArray([String?])
  case bytesArray([[UInt8]?])
  case uuidArray([UUID?])
  case timestampArray([Timestamp?])
  /// An array of scalars of one type, each of that type or `.null`: a column of many rows.
  case column(SQLType, [SQLValue])

  /// The type that this value is sent as; nil for NULL, which fits any.
  var type: SQLType? {
    switch self {
    case .null: nil
    case .bool: .bool
    case .int2: .int2
    case .int4: .int4
    case .int8: .int8
    case .text: .text
    case .bytes: .bytea
    case .uuid: .uuid
    case .timestamp: .timestamptz
    case .boolArray: .boolArray
    case .int2Array: .int2Array
    case .int4Array: .int4Array
    case .int8Array: .int8Array
    case .textArray: .textArray
    case .bytesArray: .byteaArray
    case .uuidArray: .uuidArray
    case .timestampArray: .timestamptzArray
    case .column(let type, _): type.array
    }
  }

  // NULL or a value: an optional column is bound without a ternary at each call.
  static func bool(_ value: Bool?) -> SQLValue { value.map { .bool($0) } ?? .null }
  static func int2(_ value: Int16?) -> SQLValue { value.map { .int2($0) } ?? .null }
  static func int4(_ value: Int32?) -> SQLValue { value.map { .int4($0) } ?? .null }
  static func int8(_ value: Int64?) -> SQLValue { value.map { .int8($0) } ?? .null }
  static func text(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
  static func bytes(_ value: [UInt8]?) -> SQLValue { value.map { .bytes($0) } ?? .null }
  static func uuid(_ value: UUID?) -> SQLValue { value.map { .uuid($0) } ?? .null }
  static func timestamp(_ value: Timestamp?) -> SQLValue { value.map { .timestamp($0) } ?? .null }

  /// Checks the values of one statement against the bounds of `DatabaseLimits`.
  ///
  /// - Throws: `.parametersTooLarge`.
  static func check(_ values: [SQLValue]) throws(DatabaseError) {
    guard values.count <= DatabaseLimits.parametersMax else { throw .parametersTooLarge }
    var total = 0
    for value in values {
      total += value.byteCountMax
      guard total <= DatabaseLimits.parameterBytesMax else { throw .parametersTooLarge }
    }
  }

  /// At most so many bytes on the wire; an element of an array has a length of four bytes.
  private var byteCountMax: Int {
    switch self {
    case .null: 0
    case .bool, .int2, .int4, .int8, .timestamp: 8
    case .uuid: 16
    case .text(let value): value.utf8.count
    case .bytes(let value): value.count
    case .boolArray(let values): 20 + 5 * values.count
    case .int2Array(let values): 20 + 6 * values.count
    case .int4Array(let values): 20 + 8 * values.count
    case .int8Array(let values): 20 + 12 * values.count
    case .timestampArray(let values): 20 + 12 * values.count
    case .uuidArray(let values): 20 + 20 * values.count
    case .textArray(let values): values.reduce(20) { $0 + 4 + ($1?.utf8.count ?? 0) }
    case .bytesArray(let values): values.reduce(20) { $0 + 4 + ($1?.count ?? 0) }
    case .column(_, let values): values.reduce(20) { $0 + 4 + $1.byteCountMax }
    }
  }
}

/// The PostgreSQL types that the service speaks; the raw value is the type's OID (pg_type.dat).
enum SQLType: UInt32, Sendable, CaseIterable {
  case bool = 16
  case bytea = 17
  case int8 = 20
  case int2 = 21
  case int4 = 23
  case text = 25
  case timestamptz = 1184
  case uuid = 2950
  case boolArray = 1000
  case byteaArray = 1001
  case int2Array = 1005
  case int4Array = 1007
  case textArray = 1009
  case int8Array = 1016
  case timestamptzArray = 1185
  case uuidArray = 2951
}

extension SQLType: CustomStringConvertible {
  var description: String {
    switch self {
    case .bool: "bool"
    case .bytea: "bytea"
    case .int8: "int8"
    case .int2: "int2"
    case .int4: "int4"
    case .text: "text"
    case .timestamptz: "timestamptz"
    case .uuid: "uuid"
    case .boolArray: "bool[]"
    case .byteaArray: "bytea[]"
    case .int2Array: "int2[]"
    case .int4Array: "int4[]"
    case .textArray: "text[]"
    case .int8Array: "int8[]"
    case .timestamptzArray: "timestamptz[]"
    case .uuidArray: "uuid[]"
    }
  }
}

extension SQLType {
  /// The array type of a scalar type.
  var array: SQLType {
    switch self {
    case .bool: .boolArray
    case .bytea: .byteaArray
    case .int2: .int2Array
    case .int4: .int4Array
    case .int8: .int8Array
    case .text: .textArray
    case .timestamptz: .timestamptzArray
    case .uuid: .uuidArray
    case .boolArray, .byteaArray, .int2Array, .int4Array, .int8Array, .textArray,
      .timestamptzArray, .uuidArray:
      preconditionFailure("a column of a table is no array")
    }
  }
}

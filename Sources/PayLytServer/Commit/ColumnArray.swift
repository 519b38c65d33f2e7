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

extension SQLValue {
  /// The scalars of one column, gathered into one array parameter. NULL stays NULL.
  static func array(of type: SQLType, _ values: [SQLValue]) -> SQLValue {
    switch type {
    case .bool: .boolArray(values.map { if case .bool(let value) = $0 { value } else { nil } })
    case .bytea: .bytesArray(values.map { if case .bytes(let value) = $0 { value } else { nil } })
    case .int2: .int2Array(values.map { if case .int2(let value) = $0 { value } else { nil } })
    case .int4: .int4Array(values.map { if case .int4(let value) = $0 { value } else { nil } })
    case .int8: .int8Array(values.map { if case .int8(let value) = $0 { value } else { nil } })
    case .text: .textArray(values.map { if case .text(let value) = $0 { value } else { nil } })
    case .timestamptz:
      .timestampArray(values.map { if case .timestamp(let value) = $0 { value } else { nil } })
    case .uuid: .uuidArray(values.map { if case .uuid(let value) = $0 { value } else { nil } })
    case .boolArray, .byteaArray, .int2Array, .int4Array, .int8Array, .textArray,
      .timestamptzArray, .uuidArray:
      preconditionFailure("a column of a table is no array")
    }
  }
}

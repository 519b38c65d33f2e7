internal import CPQ

@testable import PayLytServer

extension QueryResult {
  /// A result as libpq hands it out, so that rows are read by the code that reads them from
  /// PostgreSQL.
  static func of(_ rows: [[SQLValue]], types: [SQLType]) -> QueryResult {
    guard let raw = unsafe PQmakeEmptyPGresult(nil, PGRES_TUPLES_OK) else {
      preconditionFailure("out of memory")
    }
    var attributes: [PGresAttDesc] = unsafe types.map { type in
      var attribute = unsafe PGresAttDesc()
      unsafe attribute.format = 1
      unsafe attribute.typid = type.rawValue
      return unsafe attribute
    }
    let isDescribed = unsafe PQsetResultAttrs(raw, Int32(types.count), &attributes)
    precondition(types.isEmpty || isDescribed == 1, "a result of these columns")
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        let isSet = unsafe put(raw, Int32(row), Int32(column), value.wireBytes)
        precondition(isSet, "a value of a result")
      }
    }
    return QueryResult(unsafe ResultHandle(adopting: raw))
  }

  private static func put(
    _ raw: OpaquePointer, _ row: Int32, _ column: Int32, _ bytes: [UInt8]?
  ) -> Bool {
    guard let bytes else { return unsafe PQsetvalue(raw, row, column, nil, -1) == 1 }
    var characters = bytes.map { CChar(bitPattern: $0) }
    return unsafe PQsetvalue(raw, row, column, &characters, Int32(bytes.count)) == 1
  }
}

extension SQLValue {
  /// The value of one column in PostgreSQL's binary format; nil for NULL.
  var wireBytes: [UInt8]? {
    switch self {
    case .null: nil
    case .bool(let value): [value ? 1 : 0]
    case .int2(let value): value.bigEndianBytes
    case .int4(let value): value.bigEndianBytes
    case .int8(let value): value.bigEndianBytes
    case .text(let value): Array(value.utf8)
    case .bytes(let value): value
    case .uuid(let value): value.bytes
    case .timestamp(let value):
      (value.microseconds - ParameterBuffer.epochMicroseconds).bigEndianBytes
    case .boolArray, .int2Array, .int4Array, .int8Array, .textArray, .bytesArray, .uuidArray,
      .timestampArray, .column:
      preconditionFailure("no column of a table is an array")
    }
  }

  /// The elements of an array.
  var elements: [SQLValue] {
    switch self {
    case .boolArray(let values): values.map { .bool($0) }
    case .int2Array(let values): values.map { .int2($0) }
    case .int4Array(let values): values.map { .int4($0) }
    case .int8Array(let values): values.map { .int8($0) }
    case .textArray(let values): values.map { .text($0) }
    case .bytesArray(let values): values.map { .bytes($0) }
    case .uuidArray(let values): values.map { .uuid($0) }
    case .timestampArray(let values): values.map { .timestamp($0) }
    case .column(_, let values): values
    case .null, .bool, .int2, .int4, .int8, .text, .bytes, .uuid, .timestamp:
      preconditionFailure("not an array")
    }
  }
}

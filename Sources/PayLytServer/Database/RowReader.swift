internal import CPQ

/// One row of a result, lent to a statement's decoder. Columns are counted from 0.
///
/// Reads straight from libpq's memory: only the values that the decoder keeps are allocated. It
/// cannot be copied, so it does not outlive the result that it points into.
@safe struct RowReader: ~Copyable {
  private let result: OpaquePointer
  private let row: Int32

  init(_ result: OpaquePointer, row: Int32) {
    unsafe self.result = result
    self.row = row
  }

  // Each read throws `.column` for a NULL, for another type, and for malformed bytes.

  func bool(_ column: Int) throws(DatabaseError) -> Bool {
    try unsafe ColumnBytes(required(column, .bool), column).integer(UInt8.self) != 0
  }

  func int16(_ column: Int) throws(DatabaseError) -> Int16 {
    try unsafe ColumnBytes(required(column, .int2), column).integer(Int16.self)
  }

  func int32(_ column: Int) throws(DatabaseError) -> Int32 {
    try unsafe ColumnBytes(required(column, .int4), column).integer(Int32.self)
  }

  func int64(_ column: Int) throws(DatabaseError) -> Int64 {
    try unsafe ColumnBytes(required(column, .int8), column).integer(Int64.self)
  }

  func text(_ column: Int) throws(DatabaseError) -> String {
    try unsafe ColumnBytes(required(column, .text), column).text()
  }

  func bytes(_ column: Int) throws(DatabaseError) -> [UInt8] {
    try unsafe Array(required(column, .bytea))
  }

  func uuid(_ column: Int) throws(DatabaseError) -> UUID {
    try unsafe ColumnBytes(required(column, .uuid), column).uuid()
  }

  func timestamp(_ column: Int) throws(DatabaseError) -> Timestamp {
    try unsafe ColumnBytes(required(column, .timestamptz), column).timestamp()
  }

  // MARK: NULL becomes nil

  func isNull(_ column: Int) -> Bool { unsafe PQgetisnull(result, row, Int32(column)) != 0 }

  func optionalBool(_ column: Int) throws(DatabaseError) -> Bool? {
    isNull(column) ? nil : try bool(column)
  }

  func optionalInt16(_ column: Int) throws(DatabaseError) -> Int16? {
    isNull(column) ? nil : try int16(column)
  }

  func optionalInt32(_ column: Int) throws(DatabaseError) -> Int32? {
    isNull(column) ? nil : try int32(column)
  }

  func optionalInt64(_ column: Int) throws(DatabaseError) -> Int64? {
    isNull(column) ? nil : try int64(column)
  }

  func optionalText(_ column: Int) throws(DatabaseError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  func optionalBytes(_ column: Int) throws(DatabaseError) -> [UInt8]? {
    isNull(column) ? nil : try bytes(column)
  }

  func optionalUUID(_ column: Int) throws(DatabaseError) -> UUID? {
    isNull(column) ? nil : try uuid(column)
  }

  func optionalTimestamp(_ column: Int) throws(DatabaseError) -> Timestamp? {
    isNull(column) ? nil : try timestamp(column)
  }

  /// The lines of a text, without empty ones. Split by byte: to Swift, a line's last CR and the LF
  /// after it are one character.
  func lines(_ column: Int) throws(DatabaseError) -> [String] {
    try text(column).utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
  }

  // MARK: Arrays

  func boolArray(_ column: Int) throws(DatabaseError) -> [Bool?] {
    try unsafe array(column, .boolArray) { e throws(DatabaseError) in
      try unsafe e.integer(UInt8.self) != 0
    }
  }

  func int16Array(_ column: Int) throws(DatabaseError) -> [Int16?] {
    try unsafe array(column, .int2Array) { e throws(DatabaseError) in
      try unsafe e.integer(Int16.self)
    }
  }

  func int32Array(_ column: Int) throws(DatabaseError) -> [Int32?] {
    try unsafe array(column, .int4Array) { e throws(DatabaseError) in
      try unsafe e.integer(Int32.self)
    }
  }

  func int64Array(_ column: Int) throws(DatabaseError) -> [Int64?] {
    try unsafe array(column, .int8Array) { e throws(DatabaseError) in
      try unsafe e.integer(Int64.self)
    }
  }

  func textArray(_ column: Int) throws(DatabaseError) -> [String?] {
    try unsafe array(column, .textArray) { e throws(DatabaseError) in try unsafe e.text() }
  }

  func bytesArray(_ column: Int) throws(DatabaseError) -> [[UInt8]?] {
    try unsafe array(column, .byteaArray) { e throws(DatabaseError) in unsafe Array(e.bytes) }
  }

  func uuidArray(_ column: Int) throws(DatabaseError) -> [UUID?] {
    try unsafe array(column, .uuidArray) { e throws(DatabaseError) in try unsafe e.uuid() }
  }

  func timestampArray(_ column: Int) throws(DatabaseError) -> [Timestamp?] {
    try unsafe array(column, .timestamptzArray) { e throws(DatabaseError) in
      try unsafe e.timestamp()
    }
  }

  private func array<Element>(
    _ column: Int, _ type: SQLType,
    _ decode: (ColumnBytes) throws(DatabaseError) -> Element
  ) throws(DatabaseError) -> [Element?] {
    try unsafe ColumnBytes(required(column, type), column).array(decode)
  }

  /// The bytes of one field, checked for its type; they live as long as the result.
  private func required(
    _ column: Int, _ type: SQLType
  ) throws(DatabaseError) -> UnsafeRawBufferPointer {
    let actual = unsafe PQftype(result, Int32(column))
    guard actual == type.rawValue else { throw .column(column, .hasType(actual, wanted: type)) }
    guard unsafe PQgetisnull(result, row, Int32(column)) == 0 else {
      throw .column(column, .isNull)
    }
    let length = Int(unsafe PQgetlength(result, row, Int32(column)))
    return unsafe UnsafeRawBufferPointer(
      start: PQgetvalue(result, row, Int32(column)), count: length)
  }
}

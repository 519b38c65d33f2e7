/// The bytes of one value in PostgreSQL's binary format, and how each type is read from them.
@unsafe struct ColumnBytes {
  let bytes: UnsafeRawBufferPointer
  private let column: Int

  init(_ bytes: UnsafeRawBufferPointer, _ column: Int) {
    unsafe self.bytes = bytes
    unsafe self.column = column
  }

  func integer<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type
  ) throws(DatabaseError) -> Value {
    guard unsafe bytes.count == MemoryLayout<Value>.size else { throw unsafe malformed }
    return unsafe Value(bigEndian: bytes.loadUnaligned(as: Value.self))
  }

  /// The database's encoding is UTF-8 and PostgreSQL checks what it stores, so nothing is repaired.
  func text() throws(DatabaseError) -> String {
    unsafe String(decoding: bytes, as: UTF8.self)
  }

  func uuid() throws(DatabaseError) -> UUID {
    guard unsafe bytes.count == 16 else { throw unsafe malformed }
    return unsafe UUID(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }

  /// `infinity` and `-infinity` are no moments and count as malformed.
  func timestamp() throws(DatabaseError) -> Timestamp {
    let value = try unsafe integer(Int64.self)
    let (sum, overflow) = value.addingReportingOverflow(ParameterBuffer.epochMicroseconds)
    guard !overflow, value != .min else { throw unsafe malformed }
    return Timestamp(microseconds: sum)
  }

  /// An array of one dimension, or the empty array, in the format of array_send (arrayfuncs.c).
  func array<Element>(
    _ decode: (ColumnBytes) throws(DatabaseError) -> Element
  ) throws(DatabaseError) -> [Element?] {
    let dimensions = try unsafe length(at: 0)
    guard dimensions != 0 else { return [] }
    let count = try unsafe length(at: 12)
    guard dimensions == 1, (0...DatabaseLimits.arrayElementsMax).contains(count) else {
      throw unsafe malformed
    }
    var elements: [Element?] = []
    elements.reserveCapacity(count)
    var position = 20
    for _ in 0..<count {
      let length = try unsafe length(at: position)
      position += 4
      guard length >= 0 else {
        elements.append(nil)
        continue
      }
      guard unsafe position + length <= bytes.count else { throw unsafe malformed }
      let element = unsafe UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
      elements.append(try unsafe decode(ColumnBytes(element, column)))
      position += length
    }
    return elements
  }

  private func length(at position: Int) throws(DatabaseError) -> Int {
    guard unsafe position + 4 <= bytes.count else { throw unsafe malformed }
    return unsafe Int(
      Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: Int32.self)))
  }

  private var malformed: DatabaseError { unsafe .column(column, .isMalformed) }
}

internal import CPQ

/// The parameters of one statement in PostgreSQL's binary format, ready for libpq.
///
/// One buffer serves all statements of a loop: libpq copies what it is given before it returns, so
/// after the first few statements nothing is allocated. Confined to its loop.
@safe final class ParameterBuffer {
  /// PostgreSQL counts microseconds from 2000-01-01, we from 1970-01-01 (datatype/timestamp.h).
  static let epochMicroseconds: Int64 = 946_684_800_000_000

  private var base: UnsafeMutableRawPointer
  private var capacity: Int
  private var count = 0
  private var offsets: [Int] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []
  private var pointers: [UnsafePointer<CChar>?]

  init() {
    capacity = 4096
    unsafe pointers = []
    unsafe base = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
  }

  deinit { unsafe base.deallocate() }

  /// Encodes `values`, which were checked (`SQLValue.check`), and lends them to `body` as the
  /// arrays that `PQsendQueryPrepared` wants: how many, values, lengths, formats.
  func withEncoded<Result>(
    _ values: [SQLValue],
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    count = 0
    offsets.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    for value in values { append(value) }
    while formats.count < values.count { formats.append(1) }
    unsafe pointers.removeAll(keepingCapacity: true)
    // Only now, because the buffer moves when it grows.
    for offset in offsets {
      let start = unsafe offset < 0 ? nil : UnsafePointer<CChar>(OpaquePointer(base + offset))
      unsafe pointers.append(start)
    }
    return unsafe pointers.withUnsafeBufferPointer { pointers in
      unsafe lengths.withUnsafeBufferPointer { lengths in
        unsafe formats.withUnsafeBufferPointer { formats in
          unsafe body(
            Int32(values.count), pointers.baseAddress, lengths.baseAddress, formats.baseAddress)
        }
      }
    }
  }

  private func append(_ value: SQLValue) {
    let start = count
    if case .null = value { offsets.append(-1) } else { offsets.append(start) }
    put(value)
    lengths.append(Int32(count - start))
  }

  /// NULL puts nothing.
  private func put(_ value: SQLValue) {
    switch value {
    case .null: break
    case .bool(let value): put(value)
    case .int2(let value): put(value)
    case .int4(let value): put(value)
    case .int8(let value): put(value)
    case .text(let value): put(value)
    case .bytes(let value): put(value)
    case .uuid(let value): put(value)
    case .timestamp(let value): put(value)
    case .boolArray(let values): putArray(values, of: .bool) { self.put($0) }
    case .int2Array(let values): putArray(values, of: .int2) { self.put($0) }
    case .int4Array(let values): putArray(values, of: .int4) { self.put($0) }
    case .int8Array(let values): putArray(values, of: .int8) { self.put($0) }
    case .textArray(let values): putArray(values, of: .text) { self.put($0) }
    case .bytesArray(let values): putArray(values, of: .bytea) { self.put($0) }
    case .uuidArray(let values): putArray(values, of: .uuid) { self.put($0) }
    case .timestampArray(let values): putArray(values, of: .timestamptz) { self.put($0) }
    case .column(let type, let values): putColumn(values, of: type)
    }
  }

  private func putColumn(_ values: [SQLValue], of type: SQLType) {
    let flagsPosition = putArrayHead(count: values.count, of: type)
    var hasNull = false
    for value in values {
      let lengthPosition = count
      self.put(Int32(-1))
      if case .null = value {
        hasNull = true
        continue
      }
      precondition(value.type == type, "a column holds values of one type")
      put(value)
      overwrite(Int32(count - lengthPosition - 4), at: lengthPosition)
    }
    if hasNull { overwrite(1, at: flagsPosition) }
  }

  /// - Returns: where the flags are, to be set when a NULL occurs.
  private func putArrayHead(count elements: Int, of type: SQLType) -> Int {
    put(Int32(elements == 0 ? 0 : 1))
    let flagsPosition = count
    put(Int32(0))
    put(Int32(bitPattern: type.rawValue))
    if elements > 0 {
      put(Int32(elements))
      put(Int32(1))
    }
    return flagsPosition
  }

  /// array_send of utils/adt/arrayfuncs.c: dimensions, whether NULLs occur, the element type, the
  /// length and lower bound of each dimension, then each element behind its length (-1 is NULL).
  private func putArray<Element>(
    _ values: [Element?], of type: SQLType, _ put: (Element) -> Void
  ) {
    let flagsPosition = putArrayHead(count: values.count, of: type)
    var hasNull = false
    for value in values {
      let lengthPosition = count
      self.put(Int32(-1))
      guard let value else {
        hasNull = true
        continue
      }
      put(value)
      overwrite(Int32(count - lengthPosition - 4), at: lengthPosition)
    }
    if hasNull { overwrite(1, at: flagsPosition) }
  }

  private func put(_ value: Bool) { put(UInt8(value ? 1 : 0)) }

  private func put(_ value: UUID) {
    put(value.high)
    put(value.low)
  }

  /// A moment that PostgreSQL cannot hold is sent as one that it refuses (22008), not wrapped.
  private func put(_ value: Timestamp) {
    let (shifted, overflow) = value.microseconds.subtractingReportingOverflow(
      Self.epochMicroseconds)
    put(overflow || shifted == .min || shifted == .max ? Int64.min + 1 : shifted)
  }

  private func put(_ value: String) {
    var value = value
    value.withUTF8 { unsafe put(UnsafeRawBufferPointer($0)) }
  }

  private func put(_ value: [UInt8]) { unsafe value.withUnsafeBytes { unsafe put($0) } }

  private func put(_ bytes: UnsafeRawBufferPointer) {
    reserve(bytes.count)
    if let source = bytes.baseAddress {
      unsafe (base + count).copyMemory(from: source, byteCount: bytes.count)
    }
    count += bytes.count
  }

  private func put<Value: FixedWidthInteger & BitwiseCopyable>(_ value: Value) {
    reserve(MemoryLayout<Value>.size)
    unsafe base.storeBytes(of: value.bigEndian, toByteOffset: count, as: Value.self)
    count += MemoryLayout<Value>.size
  }

  private func overwrite(_ value: Int32, at position: Int) {
    unsafe base.storeBytes(of: value.bigEndian, toByteOffset: position, as: Int32.self)
  }

  private func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    let grown = max(2 * capacity, count + extra)
    let moved = UnsafeMutableRawPointer.allocate(byteCount: grown, alignment: 8)
    unsafe moved.copyMemory(from: base, byteCount: count)
    unsafe base.deallocate()
    unsafe base = moved
    capacity = grown
  }
}

import CNGHTTP2

/// A block of header fields in one flat buffer: no allocation per field, and none at all when the
/// buffer is reused.
///
/// The fields stay bytes until somebody asks for text; most fields of most calls are never asked.
struct HeaderFields: Sendable {
  struct Field: Sendable {
    let nameEnd: UInt32
    let valueEnd: UInt32
  }

  /// The fields one after the other, and room for more: `used` bytes have a meaning.
  private(set) var bytes: [UInt8] = []
  private var used = 0
  private(set) var fields: [Field] = []
  /// A received field has a name that ends in `-bin`: its value may be malformed.
  private(set) var hasBinary = false
  /// What the head of nearly every request says, noted instead of stored.
  private(set) var isPost = false
  private(set) var isGRPC = false
  /// Fields that say something else about the call may be among those that are stored.
  private(set) var mayQualify = false

  var count: Int { fields.count }

  mutating func append(name: String, value: String) {
    var name = name
    var value = value
    name.withUTF8 { name in
      value.withUTF8 { value in
        unsafe store(UnsafeRawBufferPointer(name), UnsafeRawBufferPointer(value))
      }
    }
  }

  /// Appends a field as it was received.
  @inline(__always)
  mutating func append(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
    if name.count > 4, unsafe name[name.count - 1] == UInt8(ascii: "n"),
      unsafe name[name.count - 4] == UInt8(ascii: "-")
    {
      hasBinary = hasBinary || (unsafe name.suffix(4).elementsEqual("-bin".utf8))
    }
    unsafe store(name, value)
  }

  /// Notes what a field says (`paylyt_field_says`).
  ///
  /// - Returns: whether that is all, so that it need not be stored.
  @inline(__always)
  mutating func note(_ says: paylyt_says) -> Bool {
    switch says {
    case PAYLYT_SAYS_NOTHING: return true
    case PAYLYT_SAYS_POST: isPost = true
    case PAYLYT_SAYS_GRPC: isGRPC = true
    case PAYLYT_MAY_QUALIFY:
      mayQualify = true
      return false
    default: return false
    }
    return true
  }

  @inline(__always)
  private mutating func store(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    let start = used
    let nameEnd = start + name.count
    let valueEnd = nameEnd + value.count
    if valueEnd > bytes.count { makeRoom(valueEnd) }
    unsafe bytes.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      if let source = name.baseAddress { unsafe memcpy(base + start, source, name.count) }
      if let source = value.baseAddress { unsafe memcpy(base + nameEnd, source, value.count) }
    }
    fields.append(
      Field(nameEnd: UInt32(truncatingIfNeeded: nameEnd), valueEnd: UInt32(valueEnd)))
    used = valueEnd
  }

  /// The head of a usual call fits at once; a larger one doubles the room.
  @inline(never)
  private mutating func makeRoom(_ count: Int) {
    if fields.isEmpty { fields.reserveCapacity(Limits.headerFieldsUsual) }
    let room = max(count, 2 * bytes.count, Limits.headerBytesUsual)
    let more = [UInt8](repeating: 0, count: room - bytes.count)
    if bytes.isEmpty { bytes = more } else { bytes += more }
  }

  mutating func removeAll() {
    used = 0
    if !fields.isEmpty { fields.removeAll(keepingCapacity: true) }
    hasBinary = false
    isPost = false
    isGRPC = false
    mayQualify = false
  }

  /// Forgets everything, and gives back a buffer of more than `bytesMax`.
  mutating func removeAll(keeping bytesMax: Int) {
    if bytes.count > bytesMax { self = HeaderFields() } else { removeAll() }
  }

  func nameRange(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(fields[index - 1].valueEnd))..<Int(fields[index].nameEnd)
  }

  func valueRange(_ index: Int) -> Range<Int> {
    Int(fields[index].nameEnd)..<Int(fields[index].valueEnd)
  }

  func name(_ index: Int) -> String { String(decoding: bytes[nameRange(index)], as: UTF8.self) }

  func value(_ index: Int) -> String { String(decoding: bytes[valueRange(index)], as: UTF8.self) }

  /// Whether a field's name is `name`, without making a string of it.
  func isNamed(_ index: Int, _ name: StaticString) -> Bool { equals(nameRange(index), name) }

  func hasValue(_ index: Int, _ value: StaticString) -> Bool { equals(valueRange(index), value) }

  /// The value of the first field with that name.
  func first(_ name: StaticString) -> String? {
    for index in 0..<count where isNamed(index, name) { return value(index) }
    return nil
  }

  @inline(__always)
  private func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return unsafe bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return true }
      return unsafe memcmp(base + range.lowerBound, text.utf8Start, range.count) == 0
    }
  }
}

/// A block of header fields in one flat buffer: no allocation per field, and none at all when the
/// buffer is reused.
///
/// The fields stay bytes until somebody asks for text; most fields of most calls are never asked.
struct HeaderFields: Sendable {
  struct Field: Sendable {
    let nameEnd: Int
    let valueEnd: Int
  }

  private(set) var bytes: [UInt8] = []
  private(set) var fields: [Field] = []
  /// A received field has a name that ends in `-bin`: its value may be malformed.
  private(set) var hasBinary = false

  /// Bytes as SETTINGS_MAX_HEADER_LIST_SIZE counts them (RFC 9113 §6.5.2).
  var size: Int { bytes.count + 32 * fields.count }
  var count: Int { fields.count }

  mutating func append(name: String, value: String) {
    bytes.append(contentsOf: name.utf8)
    let nameEnd = bytes.count
    bytes.append(contentsOf: value.utf8)
    fields.append(Field(nameEnd: nameEnd, valueEnd: bytes.count))
  }

  /// Appends a field as it was received.
  mutating func append(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
    if fields.isEmpty {
      // Room for the head of a usual call, taken once.
      bytes.reserveCapacity(Limits.headerBytesUsual)
      fields.reserveCapacity(Limits.headerFieldsUsual)
    }
    if name.count > 4, unsafe name[name.count - 1] == UInt8(ascii: "n"),
      unsafe name[name.count - 4] == UInt8(ascii: "-")
    {
      hasBinary = hasBinary || (unsafe name.suffix(4).elementsEqual("-bin".utf8))
    }
    unsafe bytes.append(contentsOf: name)
    let nameEnd = bytes.count
    unsafe bytes.append(contentsOf: value)
    fields.append(Field(nameEnd: nameEnd, valueEnd: bytes.count))
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    hasBinary = false
  }

  func nameRange(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : fields[index - 1].valueEnd)..<fields[index].nameEnd
  }

  func valueRange(_ index: Int) -> Range<Int> { fields[index].nameEnd..<fields[index].valueEnd }

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

  private func equals(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<range.count
      where unsafe bytes[range.lowerBound + offset] != text.utf8Start[offset] { return false }
      return true
    }
  }
}

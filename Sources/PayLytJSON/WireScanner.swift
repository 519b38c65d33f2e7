import PayLytRPC

/// Walks protobuf's wire format (protobuf.dev, "Encoding"), value by value.
struct WireScanner {
  enum Value {
    case varint(UInt64)
    case fixed64(UInt64)
    case fixed32(UInt32)
    case bytes(ArraySlice<UInt8>)
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// - Returns: the next field's number and value; `nil` at the end.
  mutating func next() throws(WireError) -> (UInt32, Value)? {
    guard !rest.isEmpty else { return nil }
    let tag = try varint()
    guard let number = UInt32(exactly: tag >> 3), number > 0 else { throw Self.malformed }
    switch tag & 7 {
    case 0: return (number, .varint(try varint()))
    case 1: return (number, .fixed64(try fixed(8)))
    case 2:
      guard let length = Int(exactly: try varint()), length <= rest.count else {
        throw Self.malformed
      }
      defer { rest = rest.dropFirst(length) }
      return (number, .bytes(rest.prefix(length)))
    case 5: return (number, .fixed32(UInt32(truncatingIfNeeded: try fixed(4))))
    case _: throw Self.malformed
    }
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func varint() throws(WireError) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<10 {
      guard let byte = rest.popFirst(), index < 9 || byte <= 1 else { throw Self.malformed }
      value |= UInt64(byte & 0x7f) << UInt64(7 * index)
      if byte < 0x80 { return value }
    }
    throw Self.malformed
  }

  /// A number of that many bytes, the lowest first.
  mutating func fixed(_ count: Int) throws(WireError) -> UInt64 {
    guard rest.count >= count else { throw Self.malformed }
    var value: UInt64 = 0
    for byte in rest.prefix(count).reversed() { value = value << 8 | UInt64(byte) }
    rest = rest.dropFirst(count)
    return value
  }

  private static let malformed = WireError(
    fieldPath: "", reason: "These bytes are no protobuf message.")
}

/// The other direction.
struct WireSink {
  private(set) var bytes: [UInt8] = []

  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(_ number: UInt32, _ value: WireScanner.Value) {
    let tag = UInt64(number) << 3
    switch value {
    case .varint(let bits):
      append(varint: tag)
      append(varint: bits)
    case .fixed64(let bits):
      append(varint: tag | 1)
      append(bits, count: 8)
    case .fixed32(let bits):
      append(varint: tag | 5)
      append(UInt64(bits), count: 4)
    case .bytes(let content):
      append(varint: tag | 2)
      append(varint: UInt64(content.count))
      bytes += content
    }
  }

  private mutating func append(_ bits: UInt64, count: Int) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * index))) }
  }
}

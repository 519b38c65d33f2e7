/// Walks protobuf's wire format (protobuf.dev, "Encoding") without understanding it.
///
/// It holds the bytes by address: it must not outlive them.
@unsafe struct WireReader {
  /// The three low bits of a tag.
  enum WireType: UInt8 {
    case varint = 0
    case fixed64 = 1
    case lengthDelimited = 2
    case startGroup = 3
    case endGroup = 4
    case fixed32 = 5
  }

  struct Tag {
    let fieldNumber: UInt32
    let wireType: WireType
  }

  private(set) var position: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>

  /// Field numbers are 1 to 2^29 - 1, so a tag has at most 32 bits.
  private static let tagBytesMax = 5
  private static let lengthBytesMax = 5
  private static let varintBytesMax = 10

  init(start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>) {
    unsafe position = start
    unsafe self.end = end
  }

  var isAtEnd: Bool { unsafe position >= end }

  var bytesLeft: Int { unsafe end - position }

  @inline(__always)
  mutating func readTag() throws(WireError) -> Tag {
    var bits = unsafe UInt64(position.pointee)
    if bits < 0x80 {
      unsafe position += 1
    } else {
      guard let long = unsafe readVarint(bytesMax: Self.tagBytesMax) else {
        throw WireError(fieldPath: "", reason: "A field's tag is cut off or too long.")
      }
      bits = long
    }
    guard bits >> 3 != 0, bits <= UInt32.max else {
      throw WireError(fieldPath: "", reason: "A field number is outside 1 to 536870911.")
    }
    guard let wireType = WireType(rawValue: UInt8(bits & 7)) else {
      throw WireError(fieldPath: "", reason: "Field \(bits >> 3) has an unknown wire type.")
    }
    return Tag(fieldNumber: UInt32(bits >> 3), wireType: wireType)
  }

  /// Skips the value that follows a tag.
  ///
  /// - Returns: the content, for a length-delimited value; an empty range for others.
  @inline(__always)
  mutating func readValue(_ type: WireType) throws(WireError) -> UnsafeBufferPointer<UInt8> {
    switch type {
    case .varint: try unsafe skipVarint()
    case .fixed64: try unsafe skip(8)
    case .fixed32: try unsafe skip(4)
    case .lengthDelimited: return try unsafe readLengthDelimited()
    case .startGroup, .endGroup:
      throw WireError(fieldPath: "", reason: "Groups are not part of proto3.")
    }
    return unsafe UnsafeBufferPointer(start: position, count: 0)
  }

  /// Skips a number of at most ten bytes; nine hold 63 bits, so the tenth can only add one.
  @inline(__always)
  mutating func skipVarint() throws(WireError) {
    let longest = unsafe min(Self.varintBytesMax, bytesLeft)
    var index = 0
    while index < longest {
      let byte = unsafe position[index]
      index &+= 1
      if byte < 0x80 {
        if unsafe index == Self.varintBytesMax, byte > 1 { break }
        unsafe position += index
        return
      }
    }
    throw WireError(fieldPath: "", reason: "The number is cut off or longer than 64 bits.")
  }

  private mutating func skip(_ count: Int) throws(WireError) {
    guard unsafe bytesLeft >= count else {
      throw WireError(fieldPath: "", reason: "The value is cut off.")
    }
    unsafe position += count
  }

  @inline(__always)
  private mutating func readLengthDelimited() throws(WireError) -> UnsafeBufferPointer<UInt8> {
    guard let length = unsafe readVarint(bytesMax: Self.lengthBytesMax) else {
      throw WireError(fieldPath: "", reason: "The length is cut off or too long.")
    }
    guard unsafe length <= UInt64(bytesLeft) else {
      throw WireError(
        fieldPath: "",
        reason: "The length is \(length) bytes, but only \(unsafe bytesLeft) are left.")
    }
    let content = unsafe UnsafeBufferPointer(start: position, count: Int(length))
    unsafe position += Int(length)
    return unsafe content
  }

  /// - Returns: nil if the number does not end within `bytesMax` bytes or has more than 64 bits.
  @inline(__always)
  private mutating func readVarint(bytesMax: Int) -> UInt64? {
    if unsafe position < end, unsafe position.pointee < 0x80 {
      let value = unsafe UInt64(position.pointee)
      unsafe position += 1
      return value
    }
    return unsafe readLongVarint(bytesMax: bytesMax)
  }

  private mutating func readLongVarint(bytesMax: Int) -> UInt64? {
    var value: UInt64 = 0
    let count = unsafe min(bytesMax, bytesLeft)
    for index in 0..<count {
      let byte = unsafe position[index]
      // Nine bytes hold 63 bits, so the tenth can only add one.
      if index == 9, byte > 1 { return nil }
      value |= UInt64(byte & 0x7F) << UInt64(7 * index)
      if byte < 0x80 {
        unsafe position += index + 1
        return value
      }
    }
    return nil
  }
}

import Glibc

/// What generated code calls to read the C messages that protobuf-c unpacked.
///
/// Everything is copied; nothing keeps a pointer.
@unsafe public enum Wire {
  /// A string that `WireCheck` found to be UTF-8 without NUL.
  public static func string(_ start: UnsafeMutablePointer<CChar>?) -> String {
    guard let start = unsafe start else { return "" }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: strlen(start))
    let span = unsafe Span<UInt8>(_unsafeBytes: bytes)
    return String(
      copying: unsafe UTF8Span(unchecked: span, isKnownASCII: bytes.isPlainASCII))
  }

  /// A repeated field, or bytes, whose elements are the same in C.
  @inlinable public static func array<Element>(
    _ start: UnsafeMutablePointer<Element>?, _ count: Int
  ) -> [Element] {
    guard count > 0 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// A repeated field, element by element.
  @inlinable public static func array<C, Element>(
    _ start: UnsafeMutablePointer<C>?, _ count: Int, _ convert: (C) -> Element
  ) -> [Element] {
    guard count > 0 else { return [] }
    return unsafe UnsafeBufferPointer(start: start, count: count).map(convert)
  }

  /// A map field. Where a key comes twice the last one holds, as the specification says.
  @inlinable public static func dictionary<Entry, Key: WireMapKey, Value>(
    _ start: UnsafeMutablePointer<UnsafeMutablePointer<Entry>?>?, _ count: Int,
    _ convert: (Entry) -> (Key, Value)
  ) -> [Key: Value] {
    guard count > 0 else { return [:] }
    var dictionary: [Key: Value] = [:]
    dictionary.reserveCapacity(count)
    for index in 0..<count {
      guard let entry = unsafe start?[index] else { continue }
      let (key, value) = unsafe convert(entry.pointee)
      dictionary[key] = value
    }
    return dictionary
  }

  @inlinable public static func message<Message: WireMessage, C>(
    _ source: UnsafeMutablePointer<C>?
  ) -> Message {
    guard let source = unsafe source else { return Message() }
    return unsafe Message(unpacked: UnsafeRawPointer(source))
  }

  @inlinable public static func messageIfPresent<Message: WireMessage, C>(
    _ source: UnsafeMutablePointer<C>?
  ) -> Message? {
    guard let source = unsafe source else { return nil }
    return unsafe Message(unpacked: UnsafeRawPointer(source))
  }
}

extension UnsafeRawBufferPointer {
  /// Whether every byte is from 1 to 127: text that needs no closer look. Eight bytes at once.
  @inline(__always)
  var isPlainASCII: Bool {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    guard let start = baseAddress else { return true }
    var seen: UInt64 = 0
    guard count >= 8 else {
      for index in 0..<count {
        let byte = unsafe start.load(fromByteOffset: index, as: UInt8.self)
        seen |= UInt64(byte | (byte &- 1))
      }
      return seen & 0x80 == 0
    }
    var index = 0
    while index < count {
      // The last word overlaps the one before it.
      let at = Swift.min(index, count &- 8)
      let word = unsafe start.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // A byte of zero borrows from the bit above it.
      seen |= word | (word &- ones)
      index &+= 8
    }
    return seen & highBits == 0
  }
}

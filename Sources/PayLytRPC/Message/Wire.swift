/// What generated code calls to read the C messages that protobuf-c unpacked.
///
/// Everything is copied; nothing keeps a pointer.
@unsafe public enum Wire {
  /// A string that `WireCheck` found to be UTF-8 without NUL.
  public static func string(_ start: UnsafeMutablePointer<CChar>?) -> String {
    guard let start = unsafe start else { return "" }
    return unsafe String(cString: start)
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

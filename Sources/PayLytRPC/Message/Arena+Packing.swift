import Glibc

// What generated code calls to build the C messages that protobuf-c packs.
extension Arena {
  /// A C message at its defaults, with `unknownFields` to be sent on.
  @inlinable public func make<C>(
    _ initialize: (UnsafeMutablePointer<C>?) -> Void, keeping unknownFields: UnknownFields
  ) -> UnsafeMutablePointer<C> {
    let message = unsafe make(initialize)
    if !unknownFields.isEmpty { unsafe unknownFields.pack(into: message, self) }
    return unsafe message
  }

  /// A C message, or an entry of a map, at its defaults.
  @inlinable public func make<C>(
    _ initialize: (UnsafeMutablePointer<C>?) -> Void
  ) -> UnsafeMutablePointer<C> {
    let message = unsafe allocate(
      byteCount: MemoryLayout<C>.size, alignment: MemoryLayout<C>.alignment
    ).assumingMemoryBound(to: C.self)
    unsafe initialize(message)
    return unsafe message
  }

  /// A C string.
  ///
  /// A NUL would end it early. No PayLyt peer accepts one, so it leaves as U+FFFD, which shows,
  /// instead of cutting the text, which does not.
  public func string(_ string: String) -> UnsafeMutablePointer<CChar> {
    // Nearly all text lies in one piece.
    let copy = unsafe string.utf8.withContiguousStorageIfAvailable { unsafe text($0) }
    guard let copy = unsafe copy, unsafe strlen(copy) == string.utf8.count else {
      return unsafe self.string(string.withoutNUL())
    }
    return unsafe copy
  }

  @inline(__always)
  private func text(_ utf8: UnsafeBufferPointer<UInt8>) -> UnsafeMutablePointer<CChar> {
    let copy = unsafe allocate(byteCount: utf8.count + 1, alignment: 1)
    if let source = utf8.baseAddress { unsafe memcpy(copy, source, utf8.count) }
    unsafe copy.storeBytes(of: 0, toByteOffset: utf8.count, as: UInt8.self)
    return unsafe copy.assumingMemoryBound(to: CChar.self)
  }

  /// A repeated field, or bytes, whose elements are the same in C.
  @inlinable public func array<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element>? {
    guard !elements.isEmpty else { return nil }
    let copy = unsafe uninitialized(Element.self, count: elements.count)
    unsafe elements.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe copy.initialize(from: start, count: source.count)
    }
    return unsafe copy
  }

  /// A repeated field, element by element.
  @inlinable public func array<Element, C>(
    _ elements: [Element], _ convert: (Element) -> C
  ) -> UnsafeMutablePointer<C>? {
    guard !elements.isEmpty else { return nil }
    let copy = unsafe uninitialized(C.self, count: elements.count)
    for (index, element) in elements.enumerated() {
      unsafe (copy + index).initialize(to: convert(element))
    }
    return unsafe copy
  }

  /// A map field: its entries in the order of their keys.
  @inlinable public func entries<Key: WireMapKey, Value, C>(
    _ dictionary: [Key: Value], _ convert: (Key, Value) -> C
  ) -> UnsafeMutablePointer<C>? {
    guard !dictionary.isEmpty else { return nil }
    let sorted = dictionary.sorted { Key.precedes($0.key, $1.key) }
    return unsafe array(sorted) { convert($0.key, $0.value) }
  }

  @inlinable public func message<Message: WireMessage, C>(
    _ message: Message
  ) -> UnsafeMutablePointer<C> {
    unsafe message.pack(into: self).assumingMemoryBound(to: C.self)
  }

  @inlinable public func messageIfPresent<Message: WireMessage, C>(
    _ message: Message?
  ) -> UnsafeMutablePointer<C>? {
    guard let message else { return nil }
    return unsafe self.message(message)
  }

  @inlinable func uninitialized<C>(_: C.Type, count: Int) -> UnsafeMutablePointer<C> {
    unsafe allocate(
      byteCount: count * MemoryLayout<C>.stride, alignment: MemoryLayout<C>.alignment
    ).assumingMemoryBound(to: C.self)
  }
}

extension String {
  /// The text in one piece, with U+FFFD in place of each NUL.
  fileprivate func withoutNUL() -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}

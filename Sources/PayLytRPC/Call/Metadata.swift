/// Custom metadata of a call: an ordered multi-map of lower-case keys.
///
/// A key that ends in `-bin` holds bytes (base64 on the wire), every other key holds printable
/// ASCII (gRPC PROTOCOL-HTTP2, "Custom-Metadata"). Names that the protocol itself uses are refused.
public struct Metadata: Sendable, Equatable {
  public enum Value: Sendable, Equatable {
    case text(String)
    case bytes([UInt8])
  }

  public struct Entry: Sendable, Equatable {
    public let key: String
    public let value: Value
  }

  public private(set) var entries: [Entry] = []

  public init() {}

  public var isEmpty: Bool { entries.isEmpty }

  /// Adds a text value after those that the key already has. The key's case is ignored, and so are
  /// spaces at both ends of the value: HTTP/2 forbids them (RFC 9113 §8.2.1), gRPC strips them.
  public mutating func add(_ key: String, _ value: String) throws(MetadataError) {
    let key = try Self.validated(key)
    guard !Self.isBinary(key) else { throw .bytesExpected(key: key) }
    guard value.utf8.allSatisfy({ (0x20...0x7e).contains($0) }) else {
      throw .unprintable(key: key)
    }
    var trimmed = value.drop { $0 == " " }
    while trimmed.last == " " { trimmed.removeLast() }
    entries.append(Entry(key: key, value: .text(String(trimmed))))
  }

  /// Adds a bytes value after those that the key already has. The key must end in `-bin`.
  public mutating func add(_ key: String, bytes: [UInt8]) throws(MetadataError) {
    let key = try Self.validated(key)
    guard Self.isBinary(key) else { throw .textExpected(key: key) }
    entries.append(Entry(key: key, value: .bytes(bytes)))
  }

  mutating func append(contentsOf other: Metadata) { entries += other.entries }

  /// Removes every value of a key.
  public mutating func removeAll(_ key: String) {
    let key = key.lowercased()
    entries.removeAll { $0.key == key }
  }

  /// The first text value of a key.
  public subscript(key: String) -> String? {
    let key = key.lowercased()
    for entry in entries where entry.key == key {
      if case .text(let text) = entry.value { return text }
    }
    return nil
  }

  /// Every text value of a key, in the order of the wire.
  public func values(_ key: String) -> [String] {
    let key = key.lowercased()
    return entries.compactMap { entry in
      guard entry.key == key, case .text(let text) = entry.value else { return nil }
      return text
    }
  }

  /// The first bytes value of a key that ends in `-bin`.
  public func bytes(_ key: String) -> [UInt8]? {
    let key = key.lowercased()
    for entry in entries where entry.key == key {
      if case .bytes(let bytes) = entry.value { return bytes }
    }
    return nil
  }

  static func isBinary(_ key: String) -> Bool { key.hasSuffix("-bin") }

  /// What a peer sent: the name was checked by HTTP/2 already.
  mutating func append(received key: String, _ value: Value) {
    entries.append(Entry(key: key, value: value))
  }

  private static func validated(_ key: String) throws(MetadataError) -> String {
    let key = key.lowercased()
    guard !key.isEmpty, key.utf8.allSatisfy(isKeyByte) else { throw .invalidKey(key) }
    guard !ReservedHeader.isReserved(key) else { throw .reserved(key: key) }
    return key
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

/// Why a pair cannot be metadata.
public enum MetadataError: Error, Equatable, Sendable {
  /// A key is one or more of `a-z 0-9 - _ .`.
  case invalidKey(String)
  /// HTTP/2 or gRPC itself uses this name.
  case reserved(key: String)
  /// Text values are printable ASCII; use a `-bin` key for anything else.
  case unprintable(key: String)
  /// A key that ends in `-bin` holds bytes.
  case bytesExpected(key: String)
  /// Only a key that ends in `-bin` holds bytes.
  case textExpected(key: String)
}

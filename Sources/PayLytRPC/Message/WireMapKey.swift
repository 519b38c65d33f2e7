/// A type that the specification allows as a map's key. Entries are packed in the order of their
/// keys, so that equal messages have equal bytes.
public protocol WireMapKey: Hashable {
  static func precedes(_ first: Self, _ second: Self) -> Bool
}

extension String: WireMapKey {
  /// By UTF-8 bytes, as protobuf's deterministic serializers sort.
  public static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }
}

extension Bool: WireMapKey {
  public static func precedes(_ first: Bool, _ second: Bool) -> Bool { !first && second }
}

extension WireMapKey where Self: Comparable {
  public static func precedes(_ first: Self, _ second: Self) -> Bool { first < second }
}

extension Int32: WireMapKey {}
extension Int64: WireMapKey {}
extension UInt32: WireMapKey {}
extension UInt64: WireMapKey {}

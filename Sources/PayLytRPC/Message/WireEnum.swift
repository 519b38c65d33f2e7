/// A protobuf enum as a Swift enum. Numbers that its proto here does not name are kept as
/// `unrecognized`, because a newer peer may use them.
public protocol WireEnum: RawRepresentable<Int32>, Hashable, Sendable, CaseIterable {
  init(rawValue: Int32)
}

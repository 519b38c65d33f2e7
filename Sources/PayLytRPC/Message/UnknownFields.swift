import CProtobufC

/// Fields of a message that its proto here does not know: a newer peer sent them, and they are sent
/// on unchanged, after the known ones.
public struct UnknownFields: Sendable, Equatable {
  @usableFromInline struct Field: Sendable, Equatable {
    let number: UInt32
    let wireType: UInt32
    /// As on the wire, the length in front included.
    let bytes: [UInt8]
  }

  /// `nil` when there are none, as nearly always: copying that costs nothing.
  @usableFromInline let some: [Field]?

  var fields: [Field] { some ?? [] }

  @inlinable public init() {
    some = nil
  }

  @inlinable public var isEmpty: Bool { some == nil }

  /// Copies the unknown fields of the C message at `source`.
  @unsafe public init(unpacked source: UnsafeRawPointer) {
    let head = unsafe source.assumingMemoryBound(to: ProtobufCMessage.self)
    let count = unsafe Int(head.pointee.n_unknown_fields)
    guard count > 0 else {
      some = nil
      return
    }
    some = unsafe Wire.array(head.pointee.unknown_fields, count) { field in
      Field(
        number: unsafe field.tag, wireType: unsafe field.wire_type.rawValue,
        bytes: unsafe Wire.array(field.data, field.len))
    }
  }

  /// Hands the fields to the C message at `target`, in memory of `arena`.
  @unsafe @usableFromInline
  func pack(into target: UnsafeMutableRawPointer, _ arena: Arena) {
    let head = unsafe target.assumingMemoryBound(to: ProtobufCMessage.self)
    unsafe head.pointee.n_unknown_fields = UInt32(fields.count)
    unsafe head.pointee.unknown_fields = arena.array(fields) { field in
      unsafe ProtobufCMessageUnknownField(
        tag: field.number, wire_type: ProtobufCWireType(rawValue: field.wireType),
        len: field.bytes.count, data: arena.array(field.bytes))
    }
  }
}

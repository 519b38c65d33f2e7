/// A protobuf message as a Swift value. The code generator writes the conformances: one Swift
/// struct over each C struct of protobuf-c, which does the packing and unpacking.
public protocol WireMessage: Sendable, Equatable {
  /// The message with every field at its default.
  init()

  /// The type's name in its proto: `paylyt.escrow.v1.Escrow`.
  static var fullName: String { get }

  /// The wire format by which bytes are checked before protobuf-c sees them.
  static var wireLayout: WireLayout { get }

  /// Copies the C message at `source`; nothing of it is kept.
  ///
  /// - Parameter source: a C struct of this type, unpacked from bytes that `WireCheck` accepted.
  @unsafe init(unpacked source: UnsafeRawPointer)

  /// Builds this value's C message; it lives as long as `arena`.
  @unsafe func pack(into arena: Arena) -> UnsafeMutableRawPointer

  /// Compares the fields with the rules of their proto (paylyt/common/v1/options.proto), those of
  /// messages in it too. Requests have rules; answers have none.
  func checkFields(_ found: inout FieldViolations)
}

extension WireMessage {
  @inlinable public func checkFields(_ found: inout FieldViolations) {}

  /// - Throws: INVALID_ARGUMENT that names each field that breaks a rule of its proto.
  @inlinable public func checkFields() throws(RPCError) {
    var found = FieldViolations()
    checkFields(&found)
    if found.count > 0 { throw RPCError(violations: found) }
  }
}

extension WireMessage {
  /// Checks `wireBytes` against the proto, then unpacks them.
  ///
  /// - Throws: `WireError` that names the field. Hostile bytes cost at most
  ///   `Limits.messageMemoryMax` bytes of memory, and never a crash.
  @unsafe public init(wireBytes: UnsafeRawBufferPointer) throws(WireError) {
    let message = try unsafe UnpackedMessage(wireBytes, Self.wireLayout)
    defer { unsafe message.giveBack() }
    self = unsafe Self(unpacked: message.pointer)
  }

  /// Checks `wireBytes` against the proto, then unpacks them.
  ///
  /// - Throws: `WireError` that names the field.
  public init(wireBytes: [UInt8]) throws(WireError) {
    self = try unsafe wireBytes.span.withUnsafeBytes { bytes throws(WireError) in
      try unsafe Self(wireBytes: bytes)
    }
  }

  /// Appends the message's wire bytes, as protobuf-c packs them, to `buffer`.
  ///
  /// The bytes are deterministic: fields by number, maps by key, unknown fields last.
  public func appendWireBytes(to buffer: inout [UInt8]) {
    buffer += wireBytes
  }

  /// How many bytes the message has on the wire.
  public var wireSize: Int {
    let message = unsafe PackedMessage { unsafe pack(into: $0) }
    defer { unsafe message.giveBack() }
    return unsafe message.size
  }

  /// The message's wire bytes, as protobuf-c packs them.
  public var wireBytes: [UInt8] {
    let message = unsafe PackedMessage { unsafe pack(into: $0) }
    defer { unsafe message.giveBack() }
    return unsafe message.bytes
  }
}

import CProtobufC

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
}

extension WireMessage {
  /// Checks `wireBytes` against the proto, then unpacks them.
  ///
  /// - Throws: `WireError` that names the field. Hostile bytes cost at most
  ///   `Limits.messageMemoryMax` bytes of memory, and never a crash.
  @unsafe public init(wireBytes: UnsafeRawBufferPointer) throws(WireError) {
    if let merged = try unsafe WireCheck.check(wireBytes, as: Self.wireLayout) {
      self = try Self(wireBytes: merged)
      return
    }
    self = try unsafe withArena(bytesMax: Limits.messageMemoryMax) {
      arena throws(WireError) in
      let data = unsafe wireBytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      let message = unsafe protobuf_c_message_unpack(
        Self.wireLayout.descriptor, arena.allocator, wireBytes.count, data)
      // The bytes are well formed, so only memory can be missing.
      guard let message = unsafe message else {
        throw WireError(
          fieldPath: "",
          reason: "The message needs more than \(Limits.messageMemoryMax) bytes of memory.")
      }
      return unsafe Self(unpacked: UnsafeRawPointer(message))
    }
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
    unsafe withArena(bytesMax: .max) { arena in
      let message = unsafe pack(into: arena).assumingMemoryBound(to: ProtobufCMessage.self)
      let size = unsafe protobuf_c_message_get_packed_size(message)
      let packed = unsafe arena.allocate(byteCount: size, alignment: 1)
      let written = unsafe protobuf_c_message_pack(
        message, packed.assumingMemoryBound(to: UInt8.self))
      precondition(written == size, "protobuf-c measured \(size) bytes, then packed \(written)")
      unsafe buffer.append(contentsOf: UnsafeRawBufferPointer(start: packed, count: size))
    }
  }

  /// The message's wire bytes, as protobuf-c packs them.
  public var wireBytes: [UInt8] {
    var buffer: [UInt8] = []
    appendWireBytes(to: &buffer)
    return buffer
  }
}

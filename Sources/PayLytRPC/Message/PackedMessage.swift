import CProtobufC

/// A message as protobuf-c will write it: built in an arena and measured, so that its bytes go
/// straight to where they are wanted.
@unsafe struct PackedMessage {
  private let arena: Arena
  private let message: UnsafePointer<ProtobufCMessage>
  /// Bytes on the wire.
  let size: Int

  /// - Parameter pack: builds the C message in the arena.
  init(_ pack: (Arena) -> UnsafeMutableRawPointer) {
    unsafe arena = Arena.take(bytesMax: .max)
    unsafe message = UnsafePointer(pack(arena).assumingMemoryBound(to: ProtobufCMessage.self))
    unsafe size = protobuf_c_message_get_packed_size(message)
  }

  /// Writes the message's `size` bytes.
  func write(to target: UnsafeMutableRawPointer) {
    let written = unsafe protobuf_c_message_pack(
      message, target.assumingMemoryBound(to: UInt8.self))
    let size = unsafe size
    precondition(written == size, "protobuf-c measured \(size) bytes, then packed \(written)")
  }

  var bytes: [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      if let start = buffer.baseAddress { unsafe write(to: UnsafeMutableRawPointer(start)) }
      count = unsafe size
    }
  }

  /// Ends the message.
  func giveBack() { unsafe arena.giveBack() }
}

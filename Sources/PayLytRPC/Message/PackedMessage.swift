import CProtobufC
import Glibc

/// A message as protobuf-c will write it, with its size: built in an arena, so that its bytes go to
/// where they are wanted without an allocation.
@unsafe struct PackedMessage {
  private let arena: Arena
  private let message: UnsafePointer<ProtobufCMessage>
  /// The wire bytes of a small message, behind it in the arena: packing it costs little more than
  /// measuring it does.
  private let packed: UnsafeMutableRawPointer?
  /// Bytes on the wire.
  let size: Int

  /// - Parameter pack: builds the C message in the arena.
  init(_ pack: (Arena) -> UnsafeMutableRawPointer) {
    unsafe arena = Arena.take(bytesMax: .max)
    unsafe message = UnsafePointer(pack(arena).assumingMemoryBound(to: ProtobufCMessage.self))
    unsafe packed = arena.roomForWireBytes()
    if let packed = unsafe packed {
      unsafe size = protobuf_c_message_pack(message, packed.assumingMemoryBound(to: UInt8.self))
    } else {
      unsafe size = protobuf_c_message_get_packed_size(message)
    }
  }

  /// Writes the message's `size` bytes.
  func write(to target: UnsafeMutableRawPointer) {
    if let packed = unsafe packed {
      unsafe memcpy(target, packed, size)
      return
    }
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

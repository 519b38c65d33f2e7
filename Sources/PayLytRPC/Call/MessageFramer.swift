/// Puts messages on the wire: a flag byte, the length as four bytes, the message (gRPC
/// PROTOCOL-HTTP2, "Length-Prefixed-Message").
enum MessageFramer {
  static let prefixBytes = 5

  /// Appends one message to `queue`, compressed when there is an encoding.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the message has more than `bytesMax` bytes; the queue is
  ///   then as it was.
  static func append(
    _ message: some WireMessage, to queue: inout ByteQueue, bytesMax: Int,
    encoding: MessageEncoding? = nil
  ) throws(RPCError) {
    try unsafe append(to: &queue, bytesMax: bytesMax, encoding: encoding) {
      unsafe message.pack(into: $0)
    }
  }

  /// Appends the message that `pack` makes in an arena.
  static func append(
    to queue: inout ByteQueue, bytesMax: Int, encoding: MessageEncoding? = nil,
    _ pack: (Arena) -> UnsafeMutableRawPointer
  ) throws(RPCError) {
    let message = unsafe PackedMessage(pack)
    defer { unsafe message.giveBack() }
    let size = unsafe message.size
    guard size <= bytesMax else {
      throw RPCError(.resourceExhausted, "A message of \(size) bytes is larger than \(bytesMax).")
    }
    if let encoding {
      return try append(unsafe message.bytes, to: &queue, compressedWith: encoding)
    }
    unsafe queue.append(byteCount: prefixBytes + size) { target in
      unsafe write(flag: 0, length: size, to: target)
      unsafe message.write(to: target + prefixBytes)
    }
  }

  private static func append(
    _ bytes: [UInt8], to queue: inout ByteQueue, compressedWith encoding: MessageEncoding
  ) throws(RPCError) {
    let compressed = try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(RPCError) in
      try unsafe encoding.compress(UnsafeRawBufferPointer(bytes))
    }
    unsafe queue.append(byteCount: prefixBytes) { target in
      unsafe write(flag: 1, length: compressed.count, to: target)
    }
    queue.append(compressed)
  }

  @inline(__always)
  private static func write(flag: UInt8, length: Int, to target: UnsafeMutableRawPointer) {
    unsafe target.storeBytes(of: flag, as: UInt8.self)
    unsafe target.storeBytes(
      of: UInt32(truncatingIfNeeded: length).bigEndian, toByteOffset: 1, as: UInt32.self)
  }
}

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
    if let encoding {
      return try append(message, to: &queue, bytesMax: bytesMax, compressedWith: encoding)
    }
    let before = queue.count
    try queue.append { (buffer: inout [UInt8]) throws(RPCError) in
      if buffer.isEmpty { buffer.reserveCapacity(Limits.messageBytesUsual) }
      let start = buffer.count
      buffer.append(contentsOf: [0, 0, 0, 0, 0])
      message.appendWireBytes(to: &buffer)
      writeLength(at: start, in: &buffer)
    }
    let count = queue.count - before - prefixBytes
    guard count <= bytesMax else {
      queue.truncate(to: before)
      throw RPCError(
        .resourceExhausted, "A message of \(count) bytes is larger than \(bytesMax).")
    }
  }

  private static func append(
    _ message: some WireMessage, to queue: inout ByteQueue, bytesMax: Int,
    compressedWith encoding: MessageEncoding
  ) throws(RPCError) {
    let bytes = message.wireBytes
    guard bytes.count <= bytesMax else {
      throw RPCError(
        .resourceExhausted, "A message of \(bytes.count) bytes is larger than \(bytesMax).")
    }
    let compressed = try unsafe bytes.withUnsafeBufferPointer { (bytes) throws(RPCError) in
      try unsafe encoding.compress(UnsafeRawBufferPointer(bytes))
    }
    queue.append { (buffer: inout [UInt8]) in
      let start = buffer.count
      buffer.append(contentsOf: [1, 0, 0, 0, 0])
      buffer += compressed
      writeLength(at: start, in: &buffer)
    }
  }

  /// Fills in the length of the message whose prefix is at `start` and that ends the buffer.
  private static func writeLength(at start: Int, in buffer: inout [UInt8]) {
    let count = buffer.count - start - prefixBytes
    for index in 1...4 {
      buffer[start + index] = UInt8(truncatingIfNeeded: count >> (32 - 8 * index))
    }
  }
}

/// Puts messages on the wire: a flag byte, the length as four bytes, the message (gRPC
/// PROTOCOL-HTTP2, "Length-Prefixed-Message").
enum MessageFramer {
  static let prefixBytes = 5

  /// Appends one uncompressed message to `queue`.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` when the message has more than `bytesMax` bytes; the queue is
  ///   then as it was.
  static func append(
    _ message: some WireMessage, to queue: inout ByteQueue, bytesMax: Int
  ) throws(RPCError) {
    let before = queue.count
    try queue.append { (buffer: inout [UInt8]) throws(RPCError) in
      if buffer.isEmpty { buffer.reserveCapacity(Limits.messageBytesUsual) }
      let start = buffer.count
      buffer.append(contentsOf: [0, 0, 0, 0, 0])
      message.appendWireBytes(to: &buffer)
      let count = buffer.count - start - prefixBytes
      for index in 1...4 {
        buffer[start + index] = UInt8(truncatingIfNeeded: count >> (32 - 8 * index))
      }
    }
    let count = queue.count - before - prefixBytes
    guard count <= bytesMax else {
      queue.truncate(to: before)
      throw RPCError(
        .resourceExhausted, "A message of \(count) bytes is larger than \(bytesMax).")
    }
  }
}

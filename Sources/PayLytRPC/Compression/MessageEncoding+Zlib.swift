import CZlib

extension MessageEncoding {
  /// Bytes of zlib's window, and the format around the compressed bytes.
  fileprivate var windowBits: Int32 {
    switch self {
    case .gzip: 31
    case .deflate: 15
    }
  }

  /// Compresses one message.
  ///
  /// - Throws: `INTERNAL` when there is no memory for it.
  func compress(_ message: UnsafeRawBufferPointer) throws(RPCError) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe paylyt_deflate_start(&stream, windowBits) == Z_OK else {
      throw RPCError(.internalError, "There is no memory to compress a message.")
    }
    defer { unsafe deflateEnd(&stream) }
    let bound = Int(unsafe deflateBound(&stream, UInt(message.count)))
    var code: Int32 = Z_OK
    let output = unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      unsafe stream.lend(message)
      unsafe stream.next_out = buffer.baseAddress
      unsafe stream.avail_out = UInt32(clamping: buffer.count)
      code = unsafe CZlib.deflate(&stream, Z_FINISH)
      count = unsafe buffer.count - Int(stream.avail_out)
    }
    precondition(code == Z_STREAM_END, "deflateBound was too small: \(code)")
    return output
  }

  /// Decompresses one message.
  ///
  /// Memory is taken as the bytes come out, and never for more than `bytesMax`: a small message
  /// that would become gigabytes is refused after that many.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` past `bytesMax`, `INTERNAL` for bytes that are not of this
  ///   encoding, are cut off, or go on after the end.
  func decompress(
    _ message: UnsafeRawBufferPointer, bytesMax: Int
  ) throws(RPCError) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe paylyt_inflate_start(&stream, windowBits) == Z_OK else {
      throw RPCError(.internalError, "There is no memory to decompress a message.")
    }
    defer { unsafe inflateEnd(&stream) }
    unsafe stream.lend(message)
    var output: [UInt8] = []
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Limits.inflateBytes)
    defer { unsafe piece.deallocate() }
    while true {
      unsafe stream.next_out = piece.baseAddress
      unsafe stream.avail_out = UInt32(clamping: piece.count)
      let code = unsafe inflate(&stream, Z_NO_FLUSH)
      let count = unsafe piece.count - Int(stream.avail_out)
      guard output.count + count <= bytesMax else {
        throw RPCError(
          .resourceExhausted, "A message is larger than \(bytesMax) bytes when decompressed.")
      }
      unsafe output.append(contentsOf: piece[..<count])
      guard code != Z_STREAM_END else { break }
      guard code == Z_OK, count > 0 || (unsafe stream.avail_in > 0) else {
        throw RPCError(.internalError, "A message is no valid \(name).")
      }
    }
    guard unsafe stream.avail_in == 0 else {
      throw RPCError(.internalError, "A message goes on after the end of its \(name).")
    }
    return output
  }
}

extension z_stream {
  /// Lends the input; zlib reads it and never writes to it.
  fileprivate mutating func lend(_ bytes: UnsafeRawBufferPointer) {
    unsafe next_in = UnsafeMutablePointer(
      mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    unsafe avail_in = UInt32(clamping: bytes.count)
  }
}

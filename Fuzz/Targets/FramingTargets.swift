@testable import PayLytRPC

/// Messages as they come off a stream.
enum FramingTargets {
  private static let bytesMax = 1 << 16

  /// The first byte says how long the pieces are, and whether an encoding was named.
  static func deframe(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    var deframer = MessageDeframer(messageBytesMax: bytesMax)
    if first & 1 == 1 { deframer.encoding = first & 2 == 2 ? .gzip : .deflate }
    let pieceBytes = Int(first >> 2) + 1
    let input = Array(bytes.dropFirst())
    var credited = 0
    var taken = 0
    var start = 0
    while start < input.count {
      let piece = input[start..<min(start + pieceBytes, input.count)]
      start += pieceBytes
      do throws(RPCError) {
        try unsafe piece.withUnsafeBufferPointer { (bytes) throws(RPCError) in
          try unsafe deframer.receive(UnsafeRawBufferPointer(bytes))
        }
      } catch {
        precondition(error.code != .ok)
        return
      }
      taken += piece.count
      credited += deframer.takeCredit()
      while deframer.readyCount > 0, first & 4 == 4 || start >= input.count {
        let count = unsafe deframer.withMessage { $0.count }
        precondition(count <= bytesMax, "a message over the limit was let in")
        if deframer.isMessageCompressed { _ = try? deframer.decompressedMessage() }
        credited += deframer.dropMessage()
      }
    }
    credited += deframer.takeCredit()
    precondition(credited == taken, "\(taken) bytes came, \(credited) were given back")
  }

  static func inflate(_ bytes: [UInt8]) {
    for encoding in MessageEncoding.allCases {
      let out = try? unsafe bytes.withUnsafeBytes { bytes in
        try unsafe encoding.decompress(bytes, bytesMax: bytesMax)
      }
      guard let out else { continue }
      precondition(out.count <= bytesMax, "a bomb went off")
      let again = try? unsafe out.withUnsafeBytes { bytes in
        let packed = try unsafe encoding.compress(bytes)
        return try unsafe packed.withUnsafeBytes {
          try unsafe encoding.decompress($0, bytesMax: bytesMax)
        }
      }
      precondition(again == out, "\(encoding) does not give back what it was given")
    }
  }
}

/// Takes messages off the wire, and says how much of the peer's window may be given back.
///
/// A message's length is checked as soon as its prefix is there: of one that is too long no more is
/// held than came with it. Memory is bounded by one message of the largest size plus one window:
/// the bytes of a message that is still arriving are given back to the peer at once (a message may
/// be larger than the window), those of messages that wait to be taken only when they are.
struct MessageDeframer {
  /// Bytes that one message may have, compressed and as it is.
  let messageBytesMax: Int
  /// What the peer has named in `grpc-encoding`; messages may be compressed with it.
  var encoding: MessageEncoding?
  /// Complete messages that wait to be taken.
  private(set) var readyCount = 0

  private var queue = ByteQueue()
  /// Bytes in `queue` up to the first prefix that is not followed by its whole message.
  private var scanned = 0
  /// Bytes that have arrived and were not given back to the peer's window.
  private var owed = 0

  init(messageBytesMax: Int) { self.messageBytesMax = messageBytesMax }

  /// Whether a message has begun that is not complete.
  var hasPartialMessage: Bool { queue.count > scanned }

  /// Bytes that are held.
  var bufferedCount: Int { queue.count }

  /// Takes bytes as they arrive.
  ///
  /// - Throws: `RESOURCE_EXHAUSTED` for a message over the limit, `INTERNAL` for a compressed one
  ///   when no encoding was named, or a flag that does not exist.
  mutating func receive(_ bytes: UnsafeRawBufferPointer) throws(RPCError) {
    unsafe queue.append(bytes)
    owed += bytes.count
    while queue.count - scanned >= MessageFramer.prefixBytes {
      let (flag, length) = unsafe queue.withUnsafeBytes { bytes in
        let prefix = unsafe UnsafeRawBufferPointer(rebasing: bytes[scanned...])
        return unsafe (prefix[0], Self.length(prefix))
      }
      if flag != 0 || length > messageBytesMax { try check(flag: flag, length: length) }
      guard queue.count - scanned >= MessageFramer.prefixBytes + length else { return }
      scanned += MessageFramer.prefixBytes + length
      readyCount += 1
    }
  }

  /// The bytes that the peer may send in place of those that need not be held against it.
  mutating func takeCredit() -> Int {
    guard readyCount == 0 else { return 0 }
    defer { owed = 0 }
    return owed
  }

  /// Lends the next complete message; `readyCount` says that there is one.
  func withMessage<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    precondition(readyCount > 0, "no message is complete")
    return try unsafe queue.withUnsafeBytes { (bytes) throws(Failure) in
      let end = MessageFramer.prefixBytes + (unsafe Self.length(bytes))
      return try unsafe body(
        UnsafeRawBufferPointer(rebasing: bytes[MessageFramer.prefixBytes..<end]))
    }
  }

  /// Whether the next complete message is compressed.
  var isMessageCompressed: Bool {
    readyCount > 0 && (unsafe queue.withUnsafeBytes { unsafe $0[0] == 1 })
  }

  /// The next complete message, decompressed; `isMessageCompressed` says that it is.
  func decompressedMessage() throws(RPCError) -> [UInt8] {
    guard let encoding else { return [] }
    return try unsafe withMessage { (bytes) throws(RPCError) in
      try unsafe encoding.decompress(bytes, bytesMax: messageBytesMax)
    }
  }

  /// Drops the message that `withMessage` lends.
  ///
  /// - Returns: how many bytes the peer may send in its place.
  mutating func dropMessage() -> Int {
    precondition(readyCount > 0, "no message is complete")
    let length = unsafe queue.withUnsafeBytes { unsafe Self.length($0) }
    let count = MessageFramer.prefixBytes + length
    queue.removeFirst(count)
    scanned -= count
    readyCount -= 1
    let credit = readyCount == 0 ? owed : min(owed, count)
    owed -= credit
    return credit
  }

  /// Forgets everything that has arrived, and a buffer that is larger than most messages need.
  mutating func dropAll() {
    queue.removeAll(keeping: Limits.pooledBufferBytesMax)
    encoding = nil
    readyCount = 0
    scanned = 0
    owed = 0
  }

  /// Refuses a message by its prefix; a compressed one is fine when an encoding was named.
  private func check(flag: UInt8, length: Int) throws(RPCError) {
    guard flag == 0 || (flag == 1 && encoding != nil) else {
      throw RPCError(
        .internalError,
        flag == 1
          ? "A message is compressed, but no grpc-encoding was named."
          : "A message has the flag \(flag), which does not exist.")
    }
    guard length <= messageBytesMax else {
      throw RPCError(
        .resourceExhausted, "A message of \(length) bytes is larger than \(messageBytesMax).")
    }
  }

  private static func length(_ prefix: UnsafeRawBufferPointer) -> Int {
    unsafe Int(prefix[1]) << 24 | Int(prefix[2]) << 16 | Int(prefix[3]) << 8 | Int(prefix[4])
  }
}

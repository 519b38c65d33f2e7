/// Bytes that wait, first in first out, in one contiguous buffer.
struct ByteQueue {
  private var storage: [UInt8] = []
  private var start = 0

  var count: Int { storage.count - start }
  var isEmpty: Bool { storage.count == start }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    unsafe storage.append(contentsOf: bytes)
  }

  /// Lets `body` append to the buffer; it must not remove anything.
  mutating func append<Failure: Error>(
    _ body: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try body(&storage)
  }

  func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe storage.withUnsafeBufferPointer { (bytes) throws(Failure) in
      try unsafe body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...]))
    }
  }

  /// Drops the first `count` bytes. An emptied queue keeps a small buffer and gives back a big one.
  mutating func removeFirst(_ count: Int) {
    precondition(count <= self.count, "a queue of \(self.count) bytes has no \(count)")
    start += count
    if isEmpty {
      start = 0
      storage.removeAll(keepingCapacity: storage.capacity <= Limits.keptBufferBytesMax)
    } else if start >= Limits.keptBufferBytesMax, start >= storage.count / 2 {
      storage.removeSubrange(..<start)
      start = 0
    }
  }

  /// Drops the last bytes, back to a length that the queue had before.
  mutating func truncate(to count: Int) {
    precondition(count <= self.count, "a queue cannot be truncated to more than it holds")
    storage.removeLast(self.count - count)
  }
}

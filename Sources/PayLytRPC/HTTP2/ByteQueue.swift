/// Bytes that wait, first in first out, in one contiguous buffer.
struct ByteQueue {
  /// The queue is `storage[start..<end]`. What follows is room, so that bytes are written in place
  /// by whoever makes them.
  private var storage: [UInt8] = []
  private var start = 0
  private var end = 0

  var count: Int { end - start }
  var isEmpty: Bool { start == end }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    unsafe append(byteCount: bytes.count) { target in
      unsafe target.copyMemory(from: source, byteCount: bytes.count)
    }
  }

  mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe append($0) }
  }

  /// Appends `byteCount` bytes, every one of which `write` sets.
  @inline(__always)
  mutating func append(byteCount: Int, _ write: (UnsafeMutableRawPointer) -> Void) {
    if end + byteCount > storage.count { makeRoom(for: byteCount) }
    unsafe storage.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe write(base + end)
    }
    end += byteCount
  }

  @inline(never)
  private mutating func makeRoom(for byteCount: Int) {
    if start >= Limits.messageBytesUsual, start >= count { moveToFront() }
    guard end + byteCount > storage.count else { return }
    // A queue that fills up is copied a few times only, and a large one does not waste memory.
    let growth = storage.count <= Limits.keptBufferBytesMax ? 4 : 2
    let room = max(end + byteCount, growth * storage.count, Limits.messageBytesUsual)
    if storage.isEmpty {
      storage = [UInt8](repeating: 0, count: room)
    } else {
      storage += repeatElement(0, count: room - storage.count)
    }
  }

  private mutating func moveToFront() {
    unsafe storage.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe base.copyMemory(from: base + start, byteCount: end - start)
    }
    end -= start
    start = 0
  }

  @inline(__always)
  func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe storage.withUnsafeBufferPointer { (bytes) throws(Failure) in
      let first = unsafe bytes.baseAddress.map { unsafe UnsafeRawPointer($0) + start }
      return try unsafe body(UnsafeRawBufferPointer(start: first, count: end - start))
    }
  }

  /// Moves the first `count` bytes to `target`.
  ///
  /// Of a queue that is a class's property, `withUnsafeBytes` would count a reference to the bytes.
  mutating func move(_ count: Int, to target: UnsafeMutableRawPointer) {
    precondition(count <= self.count, "a queue of \(self.count) bytes has no \(count)")
    unsafe storage.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe target.copyMemory(from: base + start, byteCount: count)
    }
    removeFirst(count)
  }

  /// Drops the first `count` bytes. An emptied queue keeps a small buffer and gives back a big one.
  mutating func removeFirst(_ count: Int) {
    precondition(count <= self.count, "a queue of \(self.count) bytes has no \(count)")
    start += count
    if start == end {
      removeAll()
    } else if start >= Limits.keptBufferBytesMax, start >= end / 2 {
      moveToFront()
    }
  }

  /// Drops everything, and a buffer of more than `bytesMax` too.
  mutating func removeAll(keeping bytesMax: Int = Limits.keptBufferBytesMax) {
    start = 0
    end = 0
    if storage.count > bytesMax { storage = [] }
  }
}

import CProtobufC
import Glibc

/// Memory for one C message tree: a bump allocator that is given back at once, so that unpacking
/// and packing cost no malloc per field.
///
/// The value is a handle: it and everything allocated from it live until `withArena` returns.
@unsafe public struct Arena {
  @unsafe fileprivate struct State {
    var cursor: UnsafeMutableRawPointer
    var end: UnsafeMutableRawPointer
    /// The chunk in use. Each chunk begins with the address of the one before it, or nil.
    var chunk: UnsafeMutableRawPointer
    var nextChunkSize: Int
    /// Bytes of all chunks so far, never above `bytesMax`.
    var bytesTaken: Int
    let bytesMax: Int
    /// What protobuf-c calls for memory; it hands `state` back.
    var allocator: ProtobufCAllocator
  }

  /// Lies at the head of the first chunk, so that a small message costs one malloc in all.
  fileprivate let state: UnsafeMutablePointer<State>

  /// Room at the head of a chunk for the address of the chunk before it, keeping 16-byte alignment.
  private static let linkSize = 16
  /// The largest size that glibc serves from its per-thread cache.
  private static let firstChunkSize = 1_024
  private static let chunkSizeMax = 1 << 20

  fileprivate init?(bytesMax: Int) {
    guard let chunk = unsafe malloc(Self.firstChunkSize) else { return nil }
    unsafe chunk.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
    unsafe state = chunk.advanced(by: Self.linkSize).assumingMemoryBound(to: State.self)
    let allocator = unsafe ProtobufCAllocator(
      alloc: { state, size in
        guard let state = unsafe state?.assumingMemoryBound(to: State.self) else { return nil }
        return unsafe Arena(state: state).take(size, alignment: 16)
      },
      // Everything is given back at once; protobuf-c requires the function nevertheless.
      free: { _, _ in },
      allocator_data: state)
    unsafe state.initialize(
      to: State(
        cursor: UnsafeMutableRawPointer(state + 1), end: chunk + Self.firstChunkSize, chunk: chunk,
        nextChunkSize: 4 * Self.firstChunkSize, bytesTaken: Self.firstChunkSize,
        bytesMax: bytesMax, allocator: allocator))
  }

  private init(state: UnsafeMutablePointer<State>) {
    unsafe self.state = state
  }

  /// protobuf-c's view of this arena.
  var allocator: UnsafeMutablePointer<ProtobufCAllocator> {
    let offset = unsafe MemoryLayout<State>.offset(of: \State.allocator)
    guard let offset else { preconditionFailure("the allocator is a stored field") }
    return unsafe (UnsafeMutableRawPointer(state) + offset)
      .assumingMemoryBound(to: ProtobufCAllocator.self)
  }

  /// `size` bytes, or nil when the arena's bound is reached or the machine is out of memory.
  @inline(__always)
  private func take(_ size: Int, alignment: Int) -> UnsafeMutableRawPointer? {
    let start = unsafe state.pointee.cursor.alignedUp(toMultipleOf: alignment)
    if unsafe size <= start.distance(to: state.pointee.end) {
      unsafe state.pointee.cursor = start + size
      return unsafe start
    }
    return unsafe takeFromNewChunk(size)
  }

  @inline(never)
  private func takeFromNewChunk(_ size: Int) -> UnsafeMutableRawPointer? {
    let room = unsafe state.pointee.bytesMax - state.pointee.bytesTaken
    guard unsafe size <= room - Self.linkSize else { return nil }
    let chunkSize = unsafe max(size + Self.linkSize, min(state.pointee.nextChunkSize, room))
    guard let chunk = unsafe malloc(chunkSize) else { return nil }
    unsafe chunk.storeBytes(of: state.pointee.chunk, as: UnsafeMutableRawPointer?.self)
    unsafe state.pointee.chunk = chunk
    unsafe state.pointee.bytesTaken += chunkSize
    unsafe state.pointee.nextChunkSize = min(2 * chunkSize, Self.chunkSizeMax)
    let start = unsafe chunk + Self.linkSize
    unsafe state.pointee.cursor = start + size
    unsafe state.pointee.end = chunk + chunkSize
    return unsafe start
  }

  /// `byteCount` uninitialised bytes for a message that is being packed.
  ///
  /// What is packed is a value that the process already holds, so like for any Swift value only
  /// the machine bounds it, and running out of memory ends the process.
  public func allocate(byteCount: Int, alignment: Int) -> UnsafeMutableRawPointer {
    guard let memory = unsafe take(byteCount, alignment: alignment) else {
      preconditionFailure("no memory for \(byteCount) bytes of a message")
    }
    return unsafe memory
  }

  fileprivate func release() {
    var next = unsafe Optional(state.pointee.chunk)
    while let chunk = unsafe next {
      unsafe next = chunk.load(as: UnsafeMutableRawPointer?.self)
      unsafe free(chunk)
    }
  }
}

/// Lends an arena to `body`; everything in it is gone when `body` returns.
///
/// - Parameter bytesMax: what the arena may take from the machine, in bytes.
func withArena<Result, Failure: Error>(
  bytesMax: Int, _ body: (Arena) throws(Failure) -> Result
) throws(Failure) -> Result {
  guard let arena = unsafe Arena(bytesMax: bytesMax) else {
    preconditionFailure("no memory for a message")
  }
  defer { unsafe arena.release() }
  return try unsafe body(arena)
}

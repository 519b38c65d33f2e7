import CProtobufC
import Glibc

/// Memory for one C message tree: a bump allocator that is given back at once, so that unpacking
/// and packing cost no malloc per field, nor per message: each thread keeps a first chunk.
///
/// The value is a handle: it and everything allocated from it live until `giveBack`, which must
/// follow `take` on the same thread.
@unsafe public struct Arena {
  @unsafe fileprivate struct State {
    var cursor: UnsafeMutableRawPointer
    var end: UnsafeMutableRawPointer
    /// The chunk in use. Each chunk begins with the address of the one before it, or nil.
    var chunk: UnsafeMutableRawPointer
    var nextChunkSize: Int
    /// Bytes of all chunks so far, never above `bytesMax`.
    var bytesTaken: Int
    var bytesMax: Int
    /// What protobuf-c calls for memory; it hands `state` back.
    var allocator: ProtobufCAllocator
  }

  /// Lies at the head of the first chunk, and stays there while the thread keeps it.
  fileprivate let state: UnsafeMutablePointer<State>

  /// Room at the head of a chunk for the address of the chunk before it, keeping 16-byte alignment.
  private static let linkSize = 16
  private static let firstChunkSize = 4 << 10
  private static let chunkSizeMax = 1 << 20

  /// An empty arena: the thread's own, or a new one while that is in use.
  ///
  /// - Parameter bytesMax: what the arena may take from the machine, in bytes.
  @inline(never)
  static func take(bytesMax: Int) -> Arena {
    guard let kept = unsafe paylyt_exchange_kept(nil) else {
      return unsafe Arena(bytesMax: bytesMax)
    }
    let arena = unsafe Arena(state: (kept + linkSize).assumingMemoryBound(to: State.self))
    unsafe arena.state.pointee.bytesMax = bytesMax
    return unsafe arena
  }

  /// Ends the arena and everything in it.
  @inline(never)
  func giveBack() {
    if unsafe state.pointee.bytesTaken > Self.firstChunkSize { unsafe releaseChunks() }
    unsafe state.pointee.cursor = UnsafeMutableRawPointer(state + 1)
    // Another arena of this thread may have been given back meanwhile.
    unsafe free(paylyt_exchange_kept(state.pointee.chunk))
  }

  private init(bytesMax: Int) {
    guard let chunk = unsafe malloc(Self.firstChunkSize) else {
      preconditionFailure("no memory for a message")
    }
    unsafe chunk.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
    unsafe state = (chunk + Self.linkSize).assumingMemoryBound(to: State.self)
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

  /// Room behind the values of a C message for the bytes that they will be on the wire; `nil` when
  /// the first chunk has not as much.
  ///
  /// What a C message takes is a fourth of its bytes on the wire or more. The worst are numbers of
  /// 32 bits: a negative one has ten bytes there, and a tag of five in front. Text, bytes and
  /// messages cost a pointer of eight bytes beside their own, and at most ten in front of them.
  func roomForWireBytes() -> UnsafeMutableRawPointer? {
    guard unsafe state.pointee.bytesTaken == Self.firstChunkSize else { return nil }
    let cursor = unsafe state.pointee.cursor
    let used = unsafe cursor - UnsafeMutableRawPointer(state + 1)
    return unsafe 4 * used <= cursor.distance(to: state.pointee.end) ? cursor : nil
  }

  /// Frees all chunks but the first.
  @inline(never)
  private func releaseChunks() {
    var chunk = unsafe state.pointee.chunk
    while let next = unsafe chunk.load(as: UnsafeMutableRawPointer?.self) {
      unsafe free(chunk)
      unsafe chunk = next
    }
    unsafe state.pointee.chunk = chunk
    unsafe state.pointee.end = chunk + Self.firstChunkSize
    unsafe state.pointee.nextChunkSize = 4 * Self.firstChunkSize
    unsafe state.pointee.bytesTaken = Self.firstChunkSize
  }
}

/// A C message that was unpacked from checked bytes, and the memory in which it lies.
@unsafe public struct UnpackedMessage {
  private let arena: Arena
  /// The C struct; it lives until `giveBack`.
  public let pointer: UnsafeRawPointer

  /// Checks the bytes against the proto, then unpacks them.
  ///
  /// - Throws: `WireError` that names the field. Hostile bytes cost at most
  ///   `Limits.messageMemoryMax` bytes of memory, and never a crash.
  init(_ bytes: UnsafeRawBufferPointer, _ layout: WireLayout) throws(WireError) {
    if let merged = try unsafe WireCheck.check(bytes, as: layout) {
      unsafe self = try merged.span.withUnsafeBytes { (bytes) throws(WireError) in
        try unsafe UnpackedMessage(bytes, layout)
      }
      return
    }
    let arena = unsafe Arena.take(bytesMax: Limits.messageMemoryMax)
    let message = unsafe protobuf_c_message_unpack(
      layout.descriptor, arena.allocator, bytes.count,
      bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    // The bytes are well formed, so only memory can be missing.
    guard let message = unsafe message else {
      unsafe arena.giveBack()
      throw WireError(
        fieldPath: "",
        reason: "The message needs more than \(Limits.messageMemoryMax) bytes of memory.")
    }
    unsafe self.arena = unsafe arena
    unsafe pointer = UnsafeRawPointer(message)
  }

  public func giveBack() { unsafe arena.giveBack() }
}

import COpenSSL
import Synchronization

/// The large buffers that OpenSSL takes for a moment: for a handshake (22 KiB), and for the records
/// that are read or written (17 KiB). They come out of one region.
///
/// From the heap, they would leave holes between the small blocks that a session keeps, and small
/// blocks in these holes would keep the next buffers from fitting: 10 KiB for each idle connection.
///
/// `@unchecked Sendable`: the region never moves, and each block of it is somebody's alone; which
/// ones are nobody's is behind the mutex.
@safe final class TLSMemory: @unchecked Sendable {
  /// Whether OpenSSL uses it: it can be told only before it has taken any memory. Otherwise it goes
  /// on with the heap, and nothing but that memory is lost.
  static let isUsed =
    unsafe CRYPTO_set_mem_functions(
      { size, _, _ in unsafe TLSMemory.shared.allocate(size) },
      { pointer, size, _, _ in unsafe TLSMemory.shared.reallocate(pointer, size) },
      { pointer, _, _ in unsafe TLSMemory.shared.free(pointer) }) == 1

  private static let shared = TLSMemory()

  private let start: UnsafeMutableRawPointer
  private let end: UnsafeMutableRawPointer
  /// Blocks that nobody has; the one that was given back last is the first to go.
  private let idle: Mutex<[Int]>

  init() {
    let count = Limits.tlsBlocksMax * Limits.tlsBlockBytes
    unsafe start = .allocate(byteCount: count, alignment: 4096)
    unsafe end = unsafe start + count
    idle = Mutex(Array((0..<Limits.tlsBlocksMax).reversed()))
  }

  deinit { unsafe start.deallocate() }

  /// Whether a block of that size stays for a moment only.
  private static func isLarge(_ size: Int) -> Bool {
    size > Limits.tlsSmallBlockBytesMax && size <= Limits.tlsBlockBytes
  }

  func owns(_ pointer: UnsafeMutableRawPointer) -> Bool {
    unsafe pointer >= start && pointer < end
  }

  func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    if Self.isLarge(size), let block = idle.withLock({ $0.popLast() }) {
      return unsafe start + block * Limits.tlsBlockBytes
    }
    return unsafe malloc(size)
  }

  func free(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer = unsafe pointer else { return }
    guard unsafe owns(pointer) else { return unsafe COpenSSL.free(pointer) }
    let block = unsafe (pointer - start) / Limits.tlsBlockBytes
    idle.withLock { $0.append(block) }
  }

  func reallocate(
    _ pointer: UnsafeMutableRawPointer?, _ size: Int
  ) -> UnsafeMutableRawPointer? {
    guard let pointer = unsafe pointer else { return unsafe allocate(size) }
    guard unsafe owns(pointer) else { return unsafe realloc(pointer, size) }
    guard size > 0 else {
      unsafe free(pointer)
      return nil
    }
    guard size > Limits.tlsBlockBytes else { return unsafe pointer }
    guard let larger = unsafe malloc(size) else { return nil }
    unsafe larger.copyMemory(from: pointer, byteCount: Limits.tlsBlockBytes)
    unsafe free(pointer)
    return unsafe larger
  }
}

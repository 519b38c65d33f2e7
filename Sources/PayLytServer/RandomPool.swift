import PayLytCrypto
import Synchronization

/// Random numbers of the operating system, fetched many at a time: a system call for each would
/// cost more than the id that it is for.
final class RandomPool: Sendable {
  /// Numbers in one fetch.
  private static let batch = 256
  private let numbers = Mutex<[UInt64]>([])

  func next() -> UInt64 {
    numbers.withLock { numbers in
      if numbers.isEmpty { numbers = Self.fetch() }
      return numbers.removeLast()
    }
  }

  private static func fetch() -> [UInt64] {
    let bytes = SecureRandom.bytes(batch * 8)
    return stride(from: 0, to: bytes.count, by: 8).map { start in
      UInt64(bigEndianBytes: bytes[start..<start + 8])
    }
  }
}

import CSodium

/// Unpredictable bytes from the kernel, for keys, nonces and tokens.
///
/// It is also a `RandomNumberGenerator`, so code that takes its randomness as a parameter gets this
/// one in production and a seeded one in tests.
public struct SecureRandom: RandomNumberGenerator, Sendable {
  public init() { readySodium() }

  /// - Parameter count: in `0...Limits.randomBytesMax`.
  public static func bytes(_ count: Int) -> [UInt8] {
    precondition((0...Limits.randomBytesMax).contains(count), "\(count) random bytes at once")
    readySodium()
    var bytes = [UInt8](repeating: 0, count: count)
    unsafe randombytes_buf(&bytes, count)
    return bytes
  }

  public mutating func next() -> UInt64 {
    UInt64(randombytes_random()) << 32 | UInt64(randombytes_random())
  }
}

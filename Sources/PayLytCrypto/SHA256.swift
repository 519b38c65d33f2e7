import COpenSSL

/// SHA-256 (FIPS 180-4), of a whole message or piece by piece.
///
/// OpenSSL's, which has the processor's own instructions for it: five times as fast as libsodium's,
/// and each sealed entry takes several.
public struct SHA256: Sendable {
  /// Bytes of a digest.
  public static let byteCount = 32

  private var state = SHA256_CTX()

  public init() { _ = unsafe SHA256_Init(&state) }

  /// Adds `bytes` to the message.
  public mutating func update(_ bytes: [UInt8]) {
    _ = unsafe SHA256_Update(&state, bytes, bytes.count)
  }

  /// The digest of everything added so far: 32 bytes. More may be added afterwards.
  public func finalized() -> [UInt8] {
    var last = state
    return unsafe [UInt8](unsafeUninitializedCapacity: Self.byteCount) { digest, count in
      _ = unsafe SHA256_Final(digest.baseAddress, &last)
      count = Self.byteCount
    }
  }

  /// The digest of `bytes`: 32 bytes.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalized()
  }
}

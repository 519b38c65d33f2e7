import CSodium

/// SHA-256 (FIPS 180-4), of a whole message or piece by piece.
public struct SHA256: Sendable {
  /// Bytes of a digest.
  public static let byteCount = 32

  private var state = crypto_hash_sha256_state()

  public init() {
    readySodium()
    _ = unsafe crypto_hash_sha256_init(&state)
  }

  /// Adds `bytes` to the message.
  public mutating func update(_ bytes: [UInt8]) {
    _ = unsafe crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  /// The digest of everything added so far: 32 bytes. More may be added afterwards.
  public func finalized() -> [UInt8] {
    var last = state
    var digest = [UInt8](repeating: 0, count: Self.byteCount)
    _ = unsafe crypto_hash_sha256_final(&last, &digest)
    return digest
  }

  /// The digest of `bytes`: 32 bytes.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    readySodium()
    var digest = [UInt8](repeating: 0, count: byteCount)
    _ = unsafe crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }
}

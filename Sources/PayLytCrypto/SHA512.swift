import CSodium

/// SHA-512 (FIPS 180-4) of a whole message.
public enum SHA512 {
  /// Bytes of a digest.
  public static let byteCount = 64

  /// The digest of `bytes`: 64 bytes.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    readySodium()
    var digest = [UInt8](repeating: 0, count: byteCount)
    _ = unsafe crypto_hash_sha512(&digest, bytes, UInt64(bytes.count))
    return digest
  }
}

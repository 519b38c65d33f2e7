import CSodium

/// Keyed message authentication (RFC 2104) over SHA-2; keys of any length.
///
/// Compare codes with `constantTimeEquals`, never with `==`.
public enum HMAC {
  /// HMAC-SHA-256: 32 bytes.
  public static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8] {
    readySodium()
    var state = crypto_auth_hmacsha256_state()
    var code = [UInt8](repeating: 0, count: SHA256.byteCount)
    _ = unsafe crypto_auth_hmacsha256_init(&state, key, key.count)
    _ = unsafe crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
    _ = unsafe crypto_auth_hmacsha256_final(&state, &code)
    return code
  }

  /// HMAC-SHA-512: 64 bytes.
  public static func sha512(key: [UInt8], message: [UInt8]) -> [UInt8] {
    readySodium()
    var state = crypto_auth_hmacsha512_state()
    var code = [UInt8](repeating: 0, count: SHA512.byteCount)
    _ = unsafe crypto_auth_hmacsha512_init(&state, key, key.count)
    _ = unsafe crypto_auth_hmacsha512_update(&state, message, UInt64(message.count))
    _ = unsafe crypto_auth_hmacsha512_final(&state, &code)
    return code
  }
}

/// Whether two byte strings are equal, in a time that depends on their lengths only.
public func constantTimeEquals(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  return unsafe sodium_memcmp(left, right, left.count) == 0
}

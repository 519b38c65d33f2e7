import CSodium

/// Passwords as Argon2id strings (RFC 9106) that carry their own salt and cost.
///
/// Both functions BLOCK for tens of milliseconds by design: call them from a blocking pool, never
/// from an event loop.
public enum PasswordHash {
  /// What one guess costs an attacker, and one login costs us.
  public struct Parameters: Sendable, Equatable {
    /// Bytes of memory, at least 8192.
    public let memoryBytes: Int
    /// Passes over that memory, at least 1.
    public let passes: UInt64

    public init(memoryBytes: Int, passes: UInt64) {
      precondition(memoryBytes >= 8192, "Argon2id needs 8 KiB at least")
      precondition(passes >= 1, "Argon2id needs one pass at least")
      self.memoryBytes = memoryBytes
      self.passes = passes
    }

    /// 19 MiB and two passes: the smallest pair that OWASP recommends, 40 ms on the machines at
    /// hand.
    public static let standard = Parameters(memoryBytes: 19 << 20, passes: 2)
  }

  public enum Failure: Error, Equatable {
    /// More than `Limits.passwordBytesMax` bytes.
    case passwordTooLong
    /// The machine had no memory for the computation.
    case outOfMemory
  }

  /// Hashes `password` with a fresh salt. Blocks.
  ///
  /// - Returns: a text of the form `$argon2id$v=19$m=…,t=…,p=1$salt$hash`, to be stored as it is.
  public static func hash(
    _ password: String, parameters: Parameters = .standard
  ) throws(Failure) -> String {
    readySodium()
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    guard bytes.count <= Limits.passwordBytesMax else { throw .passwordTooLong }
    var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let code = unsafe crypto_pwhash_str(
      &text, bytes, UInt64(bytes.count), parameters.passes, parameters.memoryBytes)
    guard code == 0 else { throw .outOfMemory }
    return String(
      decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether `password` is the one that `hash` was made from. Blocks.
  ///
  /// A malformed hash, an overlong password and a machine without memory all answer false: the
  /// login is refused.
  public static func verify(_ password: String, against hash: String) -> Bool {
    readySodium()
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    guard bytes.count <= Limits.passwordBytesMax, let text = storedText(hash) else { return false }
    return unsafe crypto_pwhash_str_verify(text, bytes, UInt64(bytes.count)) == 0
  }

  /// The hash as libsodium wants it: zero-padded to its fixed size.
  private static func storedText(_ hash: String) -> [CChar]? {
    let bytes = hash.utf8.map { CChar(bitPattern: $0) }
    guard bytes.count < Int(crypto_pwhash_STRBYTES), !bytes.contains(0) else { return nil }
    return bytes + [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES) - bytes.count)
  }
}

import CSodium

/// Authenticated encryption of details at rest: XChaCha20-Poly1305 with a random nonce per message.
///
/// A sealed message is nonce (24 bytes), ciphertext (as long as the text), tag (16 bytes). The
/// nonce is wide enough to be drawn at random for ever; it is drawn here and not passed in, because
/// using one twice would reveal both texts.
public struct SecretBox: Sendable {
  public static let keyByteCount = 32
  /// Bytes by which a sealed message is longer than its text.
  public static let overheadByteCount = nonceByteCount + tagByteCount

  private static let nonceByteCount = 24
  private static let tagByteCount = 16

  /// The message was altered, cut, sealed with another key, or for another context.
  public struct NotAuthentic: Error, Equatable {}

  private let key: [UInt8]

  /// - Returns: nil unless the key has 32 bytes.
  public init?(key: [UInt8]) {
    guard key.count == Self.keyByteCount else { return nil }
    readySodium()
    self.key = key
  }

  /// Encrypts `text`. `context` (a table and row id, say) is authenticated but not stored: a
  /// message moved to another row no longer opens.
  public func seal(_ text: [UInt8], context: [UInt8] = []) -> [UInt8] {
    let nonce = SecureRandom.bytes(Self.nonceByteCount)
    var sealed = [UInt8](repeating: 0, count: text.count + Self.tagByteCount)
    _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
      &sealed, nil, text, UInt64(text.count), context, UInt64(context.count), nil, nonce, key)
    return nonce + sealed
  }

  /// Decrypts what `seal` made with the same key and context.
  public func open(_ message: [UInt8], context: [UInt8] = []) throws(NotAuthentic) -> [UInt8] {
    guard message.count >= Self.overheadByteCount else { throw NotAuthentic() }
    let nonce = Array(message[..<Self.nonceByteCount])
    let sealed = Array(message[Self.nonceByteCount...])
    var text = [UInt8](repeating: 0, count: sealed.count - Self.tagByteCount)
    let code = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
      &text, nil, nil, sealed, UInt64(sealed.count), context, UInt64(context.count), nonce, key)
    guard code == 0 else { throw NotAuthentic() }
    return text
  }
}

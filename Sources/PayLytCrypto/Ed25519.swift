import CSodium

/// Ed25519 signatures (RFC 8032 §5.1).
public enum Ed25519 {
  public static let seedByteCount = 32
  public static let signatureByteCount = 64

  /// A private key, made from 32 bytes of seed.
  public struct SigningKey: Sendable {
    public let verifyKey: VerifyKey
    /// Seed and public key, as libsodium keeps them.
    private let secret: [UInt8]

    /// - Returns: nil unless the seed has 32 bytes.
    public init?(seed: [UInt8]) {
      guard seed.count == Ed25519.seedByteCount else { return nil }
      readySodium()
      var publicBytes = [UInt8](repeating: 0, count: VerifyKey.byteCount)
      var secret = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_SECRETKEYBYTES))
      let code = unsafe crypto_sign_ed25519_seed_keypair(&publicBytes, &secret, seed)
      guard code == 0, let verifyKey = VerifyKey(bytes: publicBytes) else { return nil }
      self.verifyKey = verifyKey
      self.secret = secret
    }

    /// A key that nobody has had before.
    public static func random() -> SigningKey {
      guard let key = SigningKey(seed: SecureRandom.bytes(Ed25519.seedByteCount)) else {
        preconditionFailure("a seed of 32 bytes is always a key")
      }
      return key
    }

    /// The signature of `message`: 64 bytes, the same ones each time.
    public func sign(_ message: [UInt8]) -> [UInt8] {
      var signature = [UInt8](repeating: 0, count: Ed25519.signatureByteCount)
      _ = unsafe crypto_sign_ed25519_detached(
        &signature, nil, message, UInt64(message.count), secret)
      return signature
    }
  }

  /// A public key.
  public struct VerifyKey: Sendable, Hashable {
    public static let byteCount = 32
    public let bytes: [UInt8]

    /// - Returns: nil unless there are 32 bytes. A point that is not on the curve, or of small
    ///   order, verifies nothing.
    public init?(bytes: [UInt8]) {
      guard bytes.count == Self.byteCount else { return nil }
      readySodium()
      self.bytes = bytes
    }

    /// Whether `signature` was made over `message` by the holder of the private key.
    public func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
      guard signature.count == Ed25519.signatureByteCount else { return false }
      return unsafe crypto_sign_ed25519_verify_detached(
        signature, message, UInt64(message.count), bytes) == 0
    }
  }
}

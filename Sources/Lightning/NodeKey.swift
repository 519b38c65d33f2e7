import CSecp256k1
import PayLytCrypto

/// The private key of a Lightning node (secp256k1): it signs invoices.
public struct NodeKey: Sendable {
  private let secret: [UInt8]
  public let publicKey: NodeID

  /// - Returns: nil unless there are 32 bytes that are a number in `1..<n` of the curve.
  public init?(secret: [UInt8]) {
    guard secret.count == 32, let publicKey = NodeID(secret: secret) else { return nil }
    self.secret = secret
    self.publicKey = publicKey
  }

  /// A key that nobody has had before.
  public static func random() -> NodeKey {
    // One draw in 2¹²⁸ is no key; two in a row mean that the randomness is broken.
    for _ in 0..<2 {
      if let key = NodeKey(secret: SecureRandom.bytes(32)) { return key }
    }
    preconditionFailure("the source of randomness is broken")
  }

  /// Signs a 32-byte digest deterministically (RFC 6979), with a low S.
  ///
  /// - Returns: r and s (64 bytes), then the recovery id in `0...3`.
  func sign(digest: [UInt8]) -> [UInt8] {
    precondition(digest.count == SHA256.byteCount, "a digest has 32 bytes")
    let context = SigningContext()
    var signature = secp256k1_ecdsa_recoverable_signature()
    let signed = unsafe secp256k1_ecdsa_sign_recoverable(
      context.raw, &signature, digest, secret, nil, nil)
    precondition(signed == 1, "the key was checked when it was made")
    var compact = [UInt8](repeating: 0, count: 64)
    var recovery: Int32 = 0
    _ = unsafe secp256k1_ecdsa_recoverable_signature_serialize_compact(
      context.raw, &compact, &recovery, &signature)
    return compact + [UInt8(recovery)]
  }
}

/// The public key of a Lightning node: 33 bytes, compressed, a point of secp256k1.
public struct NodeID: Sendable, Hashable, CustomStringConvertible {
  public static let byteCount = 33
  public let bytes: [UInt8]

  /// - Returns: nil unless the bytes are a point of the curve.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    var key = secp256k1_pubkey()
    let context = unsafe paylyt_secp256k1_verify_context()
    guard unsafe secp256k1_ec_pubkey_parse(context, &key, bytes, bytes.count) == 1
    else { return nil }
    self.bytes = bytes
  }

  init?(secret: [UInt8]) {
    let context = SigningContext()
    guard unsafe secp256k1_ec_seckey_verify(context.raw, secret) == 1 else { return nil }
    var key = secp256k1_pubkey()
    guard unsafe secp256k1_ec_pubkey_create(context.raw, &key, secret) == 1 else { return nil }
    bytes = Self.serialized(&key)
  }

  /// Who made `signature` (64 bytes) over `digest`, with S high or low; nil when nobody could have.
  init?(recoveredFrom signature: [UInt8], recovery: UInt8, digest: [UInt8]) {
    guard signature.count == 64, recovery < 4, digest.count == SHA256.byteCount else { return nil }
    let context = unsafe paylyt_secp256k1_verify_context()
    var recoverable = secp256k1_ecdsa_recoverable_signature()
    var key = secp256k1_pubkey()
    guard
      unsafe secp256k1_ecdsa_recoverable_signature_parse_compact(
        context, &recoverable, signature, Int32(recovery)) == 1,
      unsafe secp256k1_ecdsa_recover(context, &key, &recoverable, digest) == 1
    else { return nil }
    bytes = Self.serialized(&key)
  }

  /// Whether this node made `signature` (64 bytes) over `digest`. A high S is refused: with the
  /// key given there must be one signature only (BOLT 11).
  func verify(_ signature: [UInt8], digest: [UInt8]) -> Bool {
    guard signature.count == 64, digest.count == SHA256.byteCount else { return false }
    let context = unsafe paylyt_secp256k1_verify_context()
    var key = secp256k1_pubkey()
    var parsed = secp256k1_ecdsa_signature()
    guard
      unsafe secp256k1_ec_pubkey_parse(context, &key, bytes, bytes.count) == 1,
      unsafe secp256k1_ecdsa_signature_parse_compact(context, &parsed, signature) == 1
    else { return false }
    return unsafe secp256k1_ecdsa_verify(context, &parsed, digest, &key) == 1
  }

  public var description: String { Hex.encode(bytes) }

  private static func serialized(_ key: inout secp256k1_pubkey) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: byteCount)
    var count = byteCount
    let compressed = paylyt_secp256k1_compressed
    let context = unsafe paylyt_secp256k1_verify_context()
    _ = unsafe secp256k1_ec_pubkey_serialize(context, &bytes, &count, &key, compressed)
    return bytes
  }
}

/// Owns a context that can use private keys, blinded afresh; destroyed when this value dies.
///
/// One for each operation: nothing is shared between threads, and no two signatures leak through
/// the same blinding.
@safe private struct SigningContext: ~Copyable {
  let raw: OpaquePointer

  init() {
    guard let raw = unsafe secp256k1_context_create(paylyt_secp256k1_none) else {
      preconditionFailure("out of memory")
    }
    unsafe self.raw = raw
    let seed = SecureRandom.bytes(32)
    _ = unsafe secp256k1_context_randomize(raw, seed)
  }

  deinit { unsafe secp256k1_context_destroy(raw) }
}

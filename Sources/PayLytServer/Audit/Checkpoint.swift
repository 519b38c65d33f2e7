import PayLytCrypto

/// A signed statement about one batch of the log and, by the chain, about all before it.
struct Checkpoint: Hashable, Sendable {
  let firstPosition: Int64
  let lastPosition: Int64
  /// Of the last entry.
  let chainHash: [UInt8]
  /// Merkle tree hash of the batch.
  let rootHash: [UInt8]
  /// `identity` of the checkpoint before; zeros for the first.
  let previousHash: [UInt8]
  let sealedAt: Timestamp
  let publicKey: [UInt8]
  let signature: [UInt8]

  static let domain = "paylyt audit checkpoint 1"

  /// Signs a batch. The key is part of what is signed: a checkpoint of an earlier key is vouched
  /// for by the next one, which is over its identity.
  init(
    positions: ClosedRange<Int64>, chainHash: [UInt8], rootHash: [UInt8], after: Checkpoint?,
    at sealedAt: Timestamp, key: Ed25519.SigningKey
  ) {
    let unsigned = Checkpoint(
      firstPosition: positions.lowerBound, lastPosition: positions.upperBound,
      chainHash: chainHash, rootHash: rootHash, previousHash: after?.identity ?? HashChain.start,
      sealedAt: sealedAt, publicKey: key.verifyKey.bytes, signature: [])
    self = unsigned.with(signature: key.sign(unsigned.signedBytes))
  }

  init(
    firstPosition: Int64, lastPosition: Int64, chainHash: [UInt8], rootHash: [UInt8],
    previousHash: [UInt8], sealedAt: Timestamp, publicKey: [UInt8], signature: [UInt8]
  ) {
    self.firstPosition = firstPosition
    self.lastPosition = lastPosition
    self.chainHash = chainHash
    self.rootHash = rootHash
    self.previousHash = previousHash
    self.sealedAt = sealedAt
    self.publicKey = publicKey
    self.signature = signature
  }

  var size: Int64 { lastPosition - firstPosition + 1 }

  var signedBytes: [UInt8] {
    var bytes = CanonicalBytes(domain: Self.domain)
    bytes.append(firstPosition)
    bytes.append(lastPosition)
    bytes.append(chainHash)
    bytes.append(rootHash)
    bytes.append(previousHash)
    bytes.append(sealedAt.microseconds)
    bytes.append(publicKey)
    return bytes.bytes
  }

  /// What the next checkpoint is over: the signed bytes and the signature.
  var identity: [UInt8] { SHA256.hash(signedBytes + signature) }

  /// Whether the holder of `publicKey` signed this.
  var isSignatureGood: Bool {
    Ed25519.VerifyKey(bytes: publicKey)?.verify(signature, of: signedBytes) ?? false
  }

  private func with(signature: [UInt8]) -> Checkpoint {
    Checkpoint(
      firstPosition: firstPosition, lastPosition: lastPosition, chainHash: chainHash,
      rootHash: rootHash, previousHash: previousHash, sealedAt: sealedAt, publicKey: publicKey,
      signature: signature)
  }
}

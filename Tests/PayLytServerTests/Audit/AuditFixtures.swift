import PayLytCrypto

@testable import PayLytServer

extension Ed25519.SigningKey {
  /// The same key for the same number.
  static func fixture(_ number: UInt8 = 1) -> Ed25519.SigningKey {
    guard let key = Ed25519.SigningKey(seed: [UInt8](repeating: number, count: 32)) else {
      preconditionFailure("32 bytes are a seed")
    }
    return key
  }
}

extension AuditContent {
  /// Decision `number` of a log, with everything in it that can be absent.
  static func fixture(
    _ number: UInt64, writtenBy: Int64? = nil, place: Int64? = nil, createdAt: Timestamp = .start,
    requestKey: UUID? = .entity(77), fingerprint: [UInt8] = [1, 2, 3], actor: String = "users/a",
    method: String = "EscrowService/ReleaseEscrow", status: Int16 = 0,
    response: [UInt8] = [9, 8, 7], eventType: String? = "escrow.released",
    subject: String? = "escrows/1", payloadType: String? = "paylyt.escrow.v1.Escrow",
    reason: String? = "done", parties: [UInt8] = UUID.entity(1).bytes
  ) -> AuditContent {
    AuditContent(
      id: .entity(number), writtenBy: writtenBy ?? Int64(number), place: place ?? Int64(number),
      createdAt: createdAt, requestKey: requestKey, fingerprint: fingerprint, actor: actor,
      method: method,
      status: status, response: response, eventType: eventType, subject: subject,
      payloadType: payloadType, reason: reason, parties: parties)
  }
}

extension SealedBatch {
  /// A log of so many batches of three entries.
  static func log(of count: Int, key: Ed25519.SigningKey = .fixture()) -> [SealedBatch] {
    var head = SealedHead.empty
    return (0..<count).map { number in
      let rows = (0..<3).map { AuditContent.fixture(UInt64(number * 3 + $0 + 1)) }
      let batch = SealedBatch(rows, after: head, at: .start, key: key)
      head = SealedHead(
        position: batch.checkpoint.lastPosition, hash: batch.checkpoint.chainHash,
        checkpoint: batch.checkpoint)
      return batch
    }
  }

  var leaves: [AuditVerifier.Leaf] {
    links.map { AuditVerifier.Leaf(canonical: $0.entry.canonical, link: $0.hash) }
  }
}

extension Checkpoint {
  func changed(
    firstPosition: Int64? = nil, lastPosition: Int64? = nil, chainHash: [UInt8]? = nil,
    rootHash: [UInt8]? = nil, previousHash: [UInt8]? = nil, sealedAt: Timestamp? = nil,
    publicKey: [UInt8]? = nil, signature: [UInt8]? = nil
  ) -> Checkpoint {
    Checkpoint(
      firstPosition: firstPosition ?? self.firstPosition,
      lastPosition: lastPosition ?? self.lastPosition, chainHash: chainHash ?? self.chainHash,
      rootHash: rootHash ?? self.rootHash, previousHash: previousHash ?? self.previousHash,
      sealedAt: sealedAt ?? self.sealedAt, publicKey: publicKey ?? self.publicKey,
      signature: signature ?? self.signature)
  }

  /// The same statement, signed by somebody.
  func signed(by key: Ed25519.SigningKey) -> Checkpoint {
    let unsigned = changed(publicKey: key.verifyKey.bytes)
    return unsigned.changed(signature: key.sign(unsigned.signedBytes))
  }
}

extension [UInt8] {
  func flipping(bit: Int) -> [UInt8] {
    var bytes = self
    bytes[bit / 8] ^= 1 << (bit % 8)
    return bytes
  }
}

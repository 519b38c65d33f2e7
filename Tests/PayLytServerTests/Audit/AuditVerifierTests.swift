import PayLytCrypto
import Testing

@testable import PayLytServer

@Suite("The audit log, verified from its bytes alone")
struct AuditVerifierTests {
  private static func verify(
    _ batches: [(leaves: [AuditVerifier.Leaf], checkpoint: Checkpoint)],
    trusting key: Ed25519.SigningKey = .fixture()
  ) -> AuditProblem? {
    var verifier = AuditVerifier()
    do {
      for batch in batches { try verifier.accept(batch.leaves, batch.checkpoint) }
      try verifier.finish(trusting: key.verifyKey)
      return nil
    } catch {
      return error
    }
  }

  private static var log: [(leaves: [AuditVerifier.Leaf], checkpoint: Checkpoint)] {
    SealedBatch.log(of: 3).map { ($0.leaves, $0.checkpoint) }
  }

  @Test("a log as it was sealed is right, of any length", arguments: 0...3)
  func right(length: Int) {
    #expect(Self.verify(Array(Self.log.prefix(length))) == nil)
  }

  @Test("one flipped bit in an entry or its link is found at its position", arguments: 1...9)
  func entryBit(position: Int) {
    let log = Self.log
    let (batch, index) = (position - 1).quotientAndRemainder(dividingBy: 3)
    let leaf = log[batch].leaves[index]
    var expected = [AuditProblem](
      repeating: AuditProblem(kind: .entryChanged, position: Int64(position)), count: 0)
    for bit in 0..<leaf.canonical.count * 8 {
      var broken = log
      broken[batch].leaves[index] = AuditVerifier.Leaf(
        canonical: leaf.canonical.flipping(bit: bit), link: leaf.link)
      Self.verify(broken).map { expected.append($0) }
    }
    for bit in 0..<256 {
      var broken = log
      broken[batch].leaves[index] = AuditVerifier.Leaf(
        canonical: leaf.canonical, link: leaf.link.flipping(bit: bit))
      Self.verify(broken).map { expected.append($0) }
    }
    #expect(expected.count == leaf.canonical.count * 8 + 256)
    #expect(
      expected.allSatisfy { $0 == AuditProblem(kind: .entryChanged, position: Int64(position)) })
  }

  @Test("one flipped bit in a checkpoint is found at its batch", arguments: 0...2)
  func checkpointBit(batch: Int) {
    let log = Self.log
    let mark = log[batch].checkpoint
    var broken = (0..<64).flatMap { bit -> [Checkpoint] in
      [
        mark.changed(firstPosition: mark.firstPosition ^ (1 << bit)),
        mark.changed(lastPosition: mark.lastPosition ^ (1 << bit)),
        mark.changed(sealedAt: Timestamp(microseconds: mark.sealedAt.microseconds ^ (1 << bit))),
      ]
    }
    for bit in 0..<256 {
      broken.append(mark.changed(chainHash: mark.chainHash.flipping(bit: bit)))
      broken.append(mark.changed(rootHash: mark.rootHash.flipping(bit: bit)))
      broken.append(mark.changed(previousHash: mark.previousHash.flipping(bit: bit)))
      broken.append(mark.changed(publicKey: mark.publicKey.flipping(bit: bit)))
      broken.append(mark.changed(signature: mark.signature.flipping(bit: bit)))
      broken.append(mark.changed(signature: mark.signature.flipping(bit: 256 + bit)))
    }
    let expected = AuditProblem(kind: .signatureBad, position: Int64(batch * 3 + 1))
    for checkpoint in broken {
      var changed = log
      changed[batch].checkpoint = checkpoint
      #expect(Self.verify(changed) == expected)
    }
  }

  @Test("whoever holds the key cannot change a batch without changing all that follow")
  func resigned() {
    let key = Ed25519.SigningKey.fixture()
    var log = Self.log
    log[1].checkpoint = log[1].checkpoint.changed(sealedAt: Timestamp.start.adding(seconds: 1))
      .signed(by: key)
    #expect(Self.verify(log) == AuditProblem(kind: .checkpointMisplaced, position: 7))
    log = Self.log
    log[1].checkpoint = log[1].checkpoint.changed(rootHash: HashChain.start).signed(by: key)
    #expect(Self.verify(log) == AuditProblem(kind: .rootChanged, position: 4))
    log = Self.log
    log[1].checkpoint = log[1].checkpoint.changed(chainHash: HashChain.start).signed(by: key)
    #expect(Self.verify(log) == AuditProblem(kind: .checkpointChainChanged, position: 6))
  }

  @Test("a missing entry, an entry too many and a missing batch are found")
  func missing() {
    var log = Self.log
    log[1].leaves.removeLast()
    #expect(Self.verify(log) == AuditProblem(kind: .entryMissing, position: 6))
    log = Self.log
    log[1].leaves.remove(at: 1)
    #expect(Self.verify(log) == AuditProblem(kind: .entryChanged, position: 5))
    log = Self.log
    log[0].leaves.append(log[1].leaves[0])
    #expect(Self.verify(log) == AuditProblem(kind: .entryMissing, position: 3))
    log = Self.log
    log.remove(at: 1)
    #expect(Self.verify(log) == AuditProblem(kind: .checkpointMisplaced, position: 4))
  }

  @Test("a log of another key is right in itself and not ours")
  func otherKey() {
    let log = SealedBatch.log(of: 2, key: .fixture(2)).map { ($0.leaves, $0.checkpoint) }
    #expect(Self.verify(log, trusting: .fixture(2)) == nil)
    #expect(Self.verify(log) == AuditProblem(kind: .keyUnknown, position: 4))
  }

  @Test("a new key vouches for what the one before it signed")
  func rotated() {
    let old = SealedBatch.log(of: 1, key: .fixture(2))[0]
    let head = SealedHead(
      position: 3, hash: old.checkpoint.chainHash, checkpoint: old.checkpoint)
    let new = SealedBatch([.fixture(4)], after: head, at: .start, key: .fixture())
    let log = [old, new].map { ($0.leaves, $0.checkpoint) }
    #expect(Self.verify(log) == nil)
    #expect(
      Self.verify(log, trusting: .fixture(2)) == AuditProblem(kind: .keyUnknown, position: 4))
  }

  @Test("an entry is proved to be in its batch, and in no other", arguments: 0..<3)
  func inclusion(index: Int) {
    let log = SealedBatch.log(of: 2)
    let leaves = log[0].leaves.map { MerkleTree.leaf($0.canonical) }
    let path = MerkleTree.path(to: index, in: leaves[...])
    func holds(
      _ canonical: [UInt8], _ checkpoint: Checkpoint, _ key: Ed25519.SigningKey = .fixture()
    ) -> Bool {
      AuditVerifier.verifyInclusion(
        canonical, index: Int64(index), path: path, in: checkpoint, trusting: key.verifyKey)
    }
    let canonical = log[0].leaves[index].canonical
    #expect(holds(canonical, log[0].checkpoint))
    #expect(!holds(canonical, log[1].checkpoint))
    #expect(!holds(canonical, log[0].checkpoint, .fixture(2)))
    #expect(!holds(canonical.flipping(bit: 500), log[0].checkpoint))
    #expect(!holds(canonical, log[0].checkpoint.changed(lastPosition: 4)))
  }

  @Test("everything in an entry is part of its bytes")
  func canonical() {
    let changed: [AuditContent] = [
      .fixture(1), .fixture(2, writtenBy: 1, place: 1), .fixture(1, writtenBy: 2),
      .fixture(1, place: 2),
      .fixture(1, createdAt: Timestamp.start.adding(milliseconds: 1)),
      .fixture(1, requestKey: nil), .fixture(1, requestKey: .entity(78)),
      .fixture(1, fingerprint: []), .fixture(1, actor: "users/b"), .fixture(1, method: ""),
      .fixture(1, status: 9), .fixture(1, response: [9, 8]), .fixture(1, eventType: nil),
      .fixture(1, subject: nil), .fixture(1, subject: ""), .fixture(1, payloadType: nil),
      .fixture(1, reason: nil), .fixture(1, reason: ""), .fixture(1, parties: []),
      // The border between two texts.
      .fixture(1, actor: "users/aE", method: "scrowService/ReleaseEscrow"),
    ]
    let forms = Set(changed.map { AuditEntry(position: 1, content: $0).canonical })
    #expect(forms.count == changed.count)
    #expect(!forms.contains(AuditEntry(position: 2, content: .fixture(1)).canonical))
  }
}

import PayLytCrypto

/// Something that is not as it was sealed.
struct AuditProblem: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable, CaseIterable {
    case entryChanged
    case entryMissing, entryMisplaced, indexChanged, rootChanged, checkpointChainChanged
    case signatureBad, checkpointMisplaced, checkpointMissing, keyUnknown, entryUnsealed
  }

  let kind: Kind
  /// The first position that is affected.
  let position: Int64

  var description: String {
    switch kind {
    case .entryChanged: "The entry or its link of the chain was changed."
    case .entryMissing: "There is no entry here."
    case .entryMisplaced: "The entry was committed before the one at the position before."
    case .indexChanged: "The entry is not found by the subject or the parties that it has."
    case .rootChanged: "The Merkle root is not that of the batch's entries."
    case .checkpointChainChanged: "The checkpoint's chain hash is not that of its last entry."
    case .signatureBad: "The checkpoint is not what its key signed."
    case .checkpointMisplaced: "The checkpoint does not follow the one before it."
    case .checkpointMissing: "No checkpoint covers the entries from here on."
    case .keyUnknown: "The last checkpoint is signed with another key than this one."
    case .entryUnsealed: "A decision from before the end of this batch has no place in the log."
    }
  }
}

/// Verifies a log batch by batch, from canonical bytes, links and checkpoints alone: it needs no
/// database, no server, and nothing of what made the log. An export is verified with it.
struct AuditVerifier: Sendable {
  /// An entry as an export has it.
  struct Leaf: Hashable, Sendable {
    let canonical: [UInt8]
    let link: [UInt8]
  }

  /// What was verified so far, and what the next batch must follow.
  private(set) var head: SealedHead

  /// - Parameter head: what is trusted already: nothing, or a head that was verified before.
  init(after head: SealedHead = .empty) { self.head = head }

  /// Takes in the next batch, or nothing of it.
  mutating func accept(_ leaves: [Leaf], _ checkpoint: Checkpoint) throws(AuditProblem) {
    try Self.check(checkpoint, after: head)
    var hash = head.hash
    for (index, leaf) in leaves.enumerated() {
      hash = HashChain.link(after: hash, leaf.canonical)
      guard hash == leaf.link else {
        throw AuditProblem(kind: .entryChanged, position: head.position + Int64(index) + 1)
      }
    }
    let next = head.position + Int64(leaves.count) + 1
    guard leaves.count == checkpoint.size else {
      throw AuditProblem(kind: .entryMissing, position: min(next, checkpoint.lastPosition))
    }
    guard hash == checkpoint.chainHash else {
      throw AuditProblem(kind: .checkpointChainChanged, position: checkpoint.lastPosition)
    }
    guard MerkleTree.root(leaves.map { MerkleTree.leaf($0.canonical) }[...]) == checkpoint.rootHash
    else { throw AuditProblem(kind: .rootChanged, position: checkpoint.firstPosition) }
    head = SealedHead(position: checkpoint.lastPosition, hash: hash, checkpoint: checkpoint)
  }

  /// The last checkpoint must be signed with `key`. Earlier ones may have had other keys: the later
  /// checkpoints vouch for them.
  func finish(trusting key: Ed25519.VerifyKey) throws(AuditProblem) {
    guard let last = head.checkpoint, last.publicKey != key.bytes else { return }
    throw AuditProblem(kind: .keyUnknown, position: last.firstPosition)
  }

  /// Everything that a checkpoint says without its entries.
  static func check(
    _ checkpoint: Checkpoint, after head: SealedHead
  ) throws(AuditProblem) {
    let expected = head.position + 1
    guard checkpoint.isSignatureGood else {
      throw AuditProblem(kind: .signatureBad, position: expected)
    }
    let previous = head.checkpoint?.identity ?? HashChain.start
    guard checkpoint.firstPosition == expected, checkpoint.size >= 1,
      checkpoint.size <= Int64(AuditLimits.batchMax), checkpoint.previousHash == previous
    else { throw AuditProblem(kind: .checkpointMisplaced, position: expected) }
  }

  /// Whether an entry is part of a batch that the holder of `key` signed.
  ///
  /// - Parameter path: the audit path, from the leaf up.
  static func verifyInclusion(
    _ canonical: [UInt8], index: Int64, path: [[UInt8]], in checkpoint: Checkpoint,
    trusting key: Ed25519.VerifyKey
  ) -> Bool {
    checkpoint.publicKey == key.bytes && checkpoint.isSignatureGood && checkpoint.size >= 1
      && MerkleTree.verify(
        leaf: MerkleTree.leaf(canonical), index: index, size: checkpoint.size, path: path,
        root: checkpoint.rootHash)
  }
}

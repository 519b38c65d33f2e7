import PayLytCrypto

/// What the sealer adds to the log in one transaction.
struct SealedBatch: Hashable, Sendable {
  /// An entry with its link of the chain.
  struct Link: Hashable, Sendable {
    let entry: AuditEntry
    let hash: [UInt8]
  }

  let links: [Link]
  let checkpoint: Checkpoint

  /// Seals rows in their order, behind what is sealed already.
  ///
  /// - Parameter rows: not empty, each before the next.
  init(
    _ rows: [AuditContent], after head: SealedHead, at now: Timestamp, key: Ed25519.SigningKey
  ) {
    precondition(!rows.isEmpty, "there is nothing to seal")
    var links: [Link] = []
    var leaves: [[UInt8]] = []
    var hash = head.hash
    for row in rows {
      let entry = AuditEntry(position: head.position + Int64(links.count) + 1, content: row)
      let canonical = entry.canonical
      hash = HashChain.link(after: hash, canonical)
      links.append(Link(entry: entry, hash: hash))
      leaves.append(MerkleTree.leaf(canonical))
    }
    self.links = links
    checkpoint = Checkpoint(
      positions: head.position + 1...head.position + Int64(rows.count), chainHash: hash,
      rootHash: MerkleTree.root(leaves[...]), after: head.checkpoint, at: now, key: key)
  }
}

/// The end of the sealed log.
struct SealedHead: Hashable, Sendable {
  /// 0 when nothing is sealed.
  let position: Int64
  let hash: [UInt8]
  let checkpoint: Checkpoint?

  static let empty = SealedHead(position: 0, hash: HashChain.start, checkpoint: nil)
}

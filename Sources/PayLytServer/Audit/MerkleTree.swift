import PayLytCrypto

/// Merkle tree hashes as RFC 6962 §2.1 defines them: leaves and nodes are hashed with different
/// first bytes, and a tree that is no power of two is split at the largest one below its size.
enum MerkleTree {
  /// SHA-256(0x00 || bytes).
  static func leaf(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update([0])
    hash.update(bytes)
    return hash.finalized()
  }

  /// The tree hash over leaf hashes; of none, the hash of nothing.
  static func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    guard let first = leaves.first else { return SHA256.hash([]) }
    guard leaves.count > 1 else { return first }
    let middle = leaves.startIndex + split(leaves.count)
    return node(root(leaves[..<middle]), root(leaves[middle...]))
  }

  /// The audit path of leaf `index` (§2.1.1): the hashes that lead from it to the root, from the
  /// leaf up. At most 1 + log2 of the number of leaves.
  static func path(to index: Int, in leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
    precondition((0..<leaves.count).contains(index), "no leaf \(index) in \(leaves.count)")
    guard leaves.count > 1 else { return [] }
    let size = split(leaves.count)
    let middle = leaves.startIndex + size
    return index < size
      ? path(to: index, in: leaves[..<middle]) + [root(leaves[middle...])]
      : path(to: index - size, in: leaves[middle...]) + [root(leaves[..<middle])]
  }

  /// Whether `path` leads from a leaf to `root` in a tree of `size` leaves.
  ///
  /// Follows RFC 9162 §2.1.3.2: a path that is too short or too long is refused.
  static func verify(
    leaf: [UInt8], index: Int64, size: Int64, path: [[UInt8]], root: [UInt8]
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var (position, last, hash) = (index, size - 1, leaf)
    for step in path {
      guard last > 0 else { return false }
      if position & 1 == 1 || position == last {
        hash = node(step, hash)
        while position & 1 == 0, position != 0 {
          position >>= 1
          last >>= 1
        }
      } else {
        hash = node(hash, step)
      }
      position >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  /// SHA-256(0x01 || left || right).
  private static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update([1])
    hash.update(left)
    hash.update(right)
    return hash.finalized()
  }

  /// The largest power of two smaller than `count`, which is at least 2.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}

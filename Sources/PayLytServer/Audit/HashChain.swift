import PayLytCrypto

/// The chain that fixes the order and content of all entries: each link is over the one before.
enum HashChain {
  static let domain = "paylyt audit link 1"
  /// What the first link is over.
  static let start = [UInt8](repeating: 0, count: SHA256.byteCount)

  /// h(n) = SHA-256(domain || h(n-1) || canonical(n)).
  static func link(after previous: [UInt8], _ canonical: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(Array(domain.utf8))
    hash.update(previous)
    hash.update(canonical)
    return hash.finalized()
  }
}

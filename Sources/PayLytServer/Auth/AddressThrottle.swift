import Synchronization

/// Makes guessing slow for one address, whatever account it tries: failures fill a bucket that
/// leaks slowly. In memory, for each server.
final class AddressThrottle: Sendable {
  private struct Bucket {
    /// When all of its failures will have leaked away.
    var emptyAt: Timestamp
  }

  private let buckets = Mutex<[String: Bucket]>([:])

  private static var depth: Int64 {
    Int64(AuthLimits.addressFailuresFree) * AuthLimits.addressFailureSeconds
  }

  /// The addresses that are remembered.
  var count: Int { buckets.withLock { $0.count } }

  /// - Throws: `.loginThrottled` when the address has failed too often.
  func check(_ address: String, at now: Timestamp) throws(AuthError) {
    guard let bucket = buckets.withLock({ $0[address] }) else { return }
    let seconds = bucket.emptyAt.seconds - now.seconds - Self.depth
    guard seconds < 0 else { throw .loginThrottled(seconds: seconds + 1) }
  }

  func fail(_ address: String, at now: Timestamp) {
    buckets.withLock { buckets in
      if buckets.count >= AuthLimits.addressesMax, buckets[address] == nil {
        buckets = buckets.filter { now < $0.value.emptyAt }
        // All of them fail right now: the accounts' own locks remain.
        guard buckets.count < AuthLimits.addressesMax else { return }
      }
      let from = max(buckets[address]?.emptyAt ?? now, now)
      let added = from.adding(seconds: AuthLimits.addressFailureSeconds)
      let most = now.adding(seconds: Self.depth + AuthLimits.addressFailureSeconds)
      buckets[address] = Bucket(emptyAt: min(added, most))
    }
  }

  /// The part of a peer's `address:port` that one person has: an IPv4 address, or the /64 of an
  /// IPv6 one, from which its owner may take as many as they like.
  static func address(ofPeer peer: String) -> String {
    var host = peer[..<(peer.lastIndex(of: ":") ?? peer.endIndex)]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    return group(String(host))
  }

  static func group(_ address: String) -> String {
    guard address.contains(":") else { return address }
    let groups = address.split(separator: ":", omittingEmptySubsequences: false)
    // `::` stands for zeros; what is before it is at most the part that counts.
    let head = groups.prefix { !$0.isEmpty }.prefix(4)
    return head.joined(separator: ":") + "::/64"
  }
}

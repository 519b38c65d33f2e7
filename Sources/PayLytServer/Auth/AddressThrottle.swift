import PayLytRPC
import Synchronization

/// Makes guessing slow for one address, whatever account it tries: failures fill a bucket that
/// leaks slowly. So it is with what an address may do only so often, such as to register. In
/// memory, for each server.
final class AddressThrottle: Sendable {
  /// How much an address may do.
  struct Allowance: Sendable {
    /// At once.
    let free: Int
    /// How soon one more.
    let seconds: Int64
    /// What whoever has to wait hears.
    let refusal: @Sendable (_ seconds: Int64) -> AuthError

    static let failures = Allowance(
      free: AuthLimits.addressFailuresFree, seconds: AuthLimits.addressFailureSeconds
    ) { .loginThrottled(seconds: $0) }
    static let pins = Allowance(
      free: Int(AuthLimits.failedPinsFree) + 1, seconds: AuthLimits.pinFailureSeconds
    ) { .pinThrottled(seconds: $0) }
    static let locksPassed = Allowance(
      free: Int(AuthLimits.failedLoginsFree), seconds: AuthLimits.lockPassedSeconds
    ) { .loginThrottled(seconds: $0) }
    static let registrations = Allowance(
      free: AuthLimits.registrationsFree, seconds: AuthLimits.registrationSeconds
    ) { .registrationsThrottled(seconds: $0) }
    static let mails = Allowance(
      free: AuthLimits.mailsFree, seconds: AuthLimits.mailSeconds
    ) { .mailsThrottled(seconds: $0) }
    static let mailsToOne = Allowance(
      free: AuthLimits.mailsToOneFree, seconds: AuthLimits.mailToOneSeconds
    ) { .mailsThrottled(seconds: $0) }

    static let questions = Allowance(
      free: AuthLimits.questionsFree, seconds: AuthLimits.questionSeconds
    ) { .rateLimited(seconds: $0) }

    fileprivate var depth: Int64 { Int64(free) * seconds }
  }

  private struct Bucket {
    /// Since when it was never empty.
    let filledSince: Timestamp
    /// When all of its failures will have leaked away.
    var emptyAt: Timestamp
  }

  private let allowance: Allowance
  private let buckets = Mutex<[String: Bucket]>([:])

  init(_ allowance: Allowance = .failures) { self.allowance = allowance }

  /// The addresses that are remembered.
  var count: Int { buckets.withLock { $0.count } }

  /// - Throws: the allowance's refusal when the address has failed too often.
  func check(_ address: String, at now: Timestamp) throws(AuthError) {
    if let seconds = waitSeconds(of: address, at: now) { throw allowance.refusal(seconds) }
  }

  /// Counts what the address does now.
  ///
  /// - Throws: the allowance's refusal when it has done so too often; this is not counted then.
  func take(_ address: String, at now: Timestamp) throws(AuthError) {
    let wait = buckets.withLock { buckets in
      let seconds = waitSeconds(of: buckets[address], at: now)
      if seconds == nil { fill(&buckets, address, at: now) }
      return seconds
    }
    if let seconds = wait { throw allowance.refusal(seconds) }
  }

  /// How long the address has to wait; nil when it has not.
  func waitSeconds(of address: String, at now: Timestamp) -> Int64? {
    waitSeconds(of: buckets.withLock { $0[address] }, at: now)
  }

  func fail(_ address: String, at now: Timestamp) {
    buckets.withLock { fill(&$0, address, at: now) }
  }

  /// Makes an attempt that costs something even to look at. It counts from its beginning, so that
  /// many beside each other are counted, too; one that is good, or is not made, costs nothing.
  ///
  /// - Parameter body: says whether the attempt was good.
  /// - Throws: the allowance's refusal when the address has failed too often; what `body` throws.
  func attempt(
    _ address: String, at now: Timestamp, _ body: () async throws -> Bool
  ) async throws -> Bool {
    try take(address, at: now)
    var isFree = true
    defer { if isFree { giveBack(address, from: now) } }
    isFree = try await body()
    return isFree
  }

  private func waitSeconds(of bucket: Bucket?, at now: Timestamp) -> Int64? {
    guard let bucket else { return nil }
    let seconds = bucket.emptyAt.seconds - now.seconds - allowance.depth
    return seconds < 0 ? nil : seconds + 1
  }

  private func fill(_ buckets: inout [String: Bucket], _ address: String, at now: Timestamp) {
    if buckets.count >= AuthLimits.addressesMax, buckets[address] == nil {
      buckets = buckets.filter { now < $0.value.emptyAt }
      // All of them fail right now: the accounts' own locks remain.
      guard buckets.count < AuthLimits.addressesMax else { return }
    }
    let full = buckets[address].flatMap { now < $0.emptyAt ? $0 : nil }
    let bucket = full ?? Bucket(filledSince: now, emptyAt: now)
    let added = bucket.emptyAt.adding(seconds: allowance.seconds)
    let most = now.adding(seconds: allowance.depth + allowance.seconds)
    buckets[address] = Bucket(filledSince: bucket.filledSince, emptyAt: min(added, most))
  }

  /// Takes back what was filled in at `then`, where it has not leaked away.
  private func giveBack(_ address: String, from then: Timestamp) {
    buckets.withLock { buckets in
      guard var bucket = buckets[address], bucket.filledSince <= then else { return }
      bucket.emptyAt = bucket.emptyAt.adding(seconds: -allowance.seconds)
      buckets[address] = then < bucket.emptyAt ? bucket : nil
    }
  }

  /// The part of a peer's `address:port` that one person has; what is no address stands for itself.
  static func address(ofPeer peer: String) -> String {
    var host = peer[..<(peer.lastIndex(of: ":") ?? peer.endIndex)]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    return group(String(host)) ?? String(host)
  }

  /// The part of a numeric address that one person has (`SocketAddress.network`). nil when it is no
  /// address.
  static func group(_ address: String) -> String? {
    guard let network = try? SocketAddress(host: address, port: 0).network else { return nil }
    guard network.count > 4 else { return network.map { "\($0)" }.joined(separator: ".") }
    let groups = stride(from: 0, to: 8, by: 2).map { (index) -> String in
      String(UInt16(network[index]) << 8 | UInt16(network[index + 1]), radix: 16)
    }
    return groups.joined(separator: ":") + "::/64"
  }
}

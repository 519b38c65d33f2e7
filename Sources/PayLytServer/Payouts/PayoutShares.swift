import Synchronization

/// How the turns of one server are shared. Users say whose services are asked for invoices: those
/// that answer slowly, or not at all, hold up nobody but who sends there.
struct PayoutShares: Hashable, Sendable {
  private var underWay: [UUID: Payout] = [:]

  var payouts: Set<UUID> { Set(underWay.keys) }
  var hasRoom: Bool { underWay.count < PayoutLimits.atOnce }

  /// Those with as many turns as they may have.
  var fullUsers: [UUID] { Set(underWay.values.map(\.user)).filter(isFull).sorted() }
  var fullHosts: [String] { Set(underWay.values.compactMap(\.askedHost)).filter(isFull).sorted() }

  /// Begins the turn of a payout, if there is room for it.
  ///
  /// - Returns: whether there was.
  mutating func begin(_ payout: Payout) -> Bool {
    guard hasRoom, underWay[payout.id] == nil, !isFull(payout.user),
      !(payout.askedHost.map(isFull) ?? false)
    else { return false }
    underWay[payout.id] = payout
    return true
  }

  mutating func end(_ payout: Payout) { underWay[payout.id] = nil }

  private func isFull(_ user: UUID) -> Bool {
    underWay.values.count { $0.user == user } >= PayoutLimits.ofUserAtOnce
  }

  private func isFull(_ host: String) -> Bool {
    underWay.values.count { $0.askedHost == host } >= PayoutLimits.ofHostAtOnce
  }
}

/// The turns of one server that are under way.
final class PayoutTurns: Sendable {
  private let state = Mutex(PayoutShares())

  var shares: PayoutShares { state.withLock { $0 } }

  /// - Returns: those for which there was room.
  func begin(_ payouts: [Payout]) -> [Payout] {
    state.withLock { shares in payouts.filter { shares.begin($0) } }
  }

  func end(_ payout: Payout) { state.withLock { $0.end(payout) } }
}

extension Payout {
  /// Whose service is asked for an invoice, as `PayoutStatements.due` reads it too; nil where none
  /// is. A beneficiary's address is masked, but for its host.
  var askedHost: String? {
    guard state == .reserved, terms.method == .lightningAddress else { return nil }
    return terms.destination.split(separator: "@", maxSplits: 1).last.map(String.init)
  }
}

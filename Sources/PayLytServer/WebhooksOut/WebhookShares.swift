import Synchronization

/// How the turns of one server are shared, so that endpoints that answer slowly, or not at all,
/// hold up nobody but those that are like them and those of the same user or on the same host.
struct WebhookShares: Hashable, Sendable {
  private var users: [UUID: Int] = [:]
  private var hosts: [String: Int] = [:]
  private var slow = 0
  private var count = 0

  /// Turns that may begin.
  var room: Int { WebhookOutLimits.endpointsAtOnce - count }

  /// Whether an endpoint may have a turn whose last answer was no good one, or that has had none.
  var hasRoomForSlow: Bool { slow < WebhookOutLimits.slowEndpointsAtOnce }

  /// Those with as many turns as they may have.
  var fullUsers: [UUID] {
    users.filter { $0.value >= WebhookOutLimits.endpointsOfUserAtOnce }.keys.sorted()
  }
  var fullHosts: [String] {
    hosts.filter { $0.value >= WebhookOutLimits.endpointsOfHostAtOnce }.keys.sorted()
  }

  /// Begins a turn, if there is room for it.
  ///
  /// - Returns: whether there was.
  mutating func begin(_ turn: WebhookTurn) -> Bool {
    guard room > 0, turn.isPrompt || hasRoomForSlow,
      users[turn.user, default: 0] < WebhookOutLimits.endpointsOfUserAtOnce,
      hosts[turn.host, default: 0] < WebhookOutLimits.endpointsOfHostAtOnce
    else { return false }
    users[turn.user, default: 0] += 1
    hosts[turn.host, default: 0] += 1
    if !turn.isPrompt { slow += 1 }
    count += 1
    return true
  }

  /// - Precondition: the turn has begun.
  mutating func end(_ turn: WebhookTurn) {
    users[turn.user] = Self.oneLess(users[turn.user])
    hosts[turn.host] = Self.oneLess(hosts[turn.host])
    if !turn.isPrompt { slow -= 1 }
    count -= 1
  }

  /// - Returns: nil for none, so that nothing is kept of those without a turn.
  private static func oneLess(_ count: Int?) -> Int? {
    guard let count, count > 1 else { return nil }
    return count - 1
  }
}

/// The turns of one server that are under way.
final class WebhookTurns: Sendable {
  private let state = Mutex(WebhookShares())

  var shares: WebhookShares { state.withLock { $0 } }

  /// - Precondition: there is room for them; only whoever gives out turns begins one.
  func begin(_ turns: [WebhookTurn]) {
    state.withLock { shares in
      for turn in turns {
        let hasBegun = shares.begin(turn)
        precondition(hasBegun, "there is no room for a turn of \(turn.endpoint)")
      }
    }
  }

  func end(_ turn: WebhookTurn) { state.withLock { $0.end(turn) } }
}

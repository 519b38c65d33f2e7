/// Which pings of a client a server bears (gRPC A8, "Server Enforcement").
public struct PingPolicy: Sendable, Equatable {
  /// Pings that come closer together than this are strikes, unless the server has sent something in
  /// between.
  public var intervalMin: Duration
  /// Whether the same holds while no call is open; else a ping every two hours is borne then.
  public var allowsPingsWithoutCalls: Bool

  public init(intervalMin: Duration = .seconds(300), allowsPingsWithoutCalls: Bool = false) {
    self.intervalMin = intervalMin
    self.allowsPingsWithoutCalls = allowsPingsWithoutCalls
  }
}

/// Counts the pings of one client that come too early.
struct PingGuard {
  private let intervalMin: UInt64
  private let idleIntervalMin: UInt64
  private var last: UInt64?
  private var strikes = 0

  init(_ policy: PingPolicy) {
    intervalMin = policy.intervalMin.wholeNanoseconds
    idleIntervalMin =
      policy.allowsPingsWithoutCalls ? intervalMin : Limits.idlePingInterval.wholeNanoseconds
  }

  /// Takes one ping.
  ///
  /// - Parameters:
  ///   - hasCalls: whether a call is open.
  ///   - hasSent: whether headers or data have left for the client since its last ping.
  /// - Returns: whether the client is still within bounds.
  mutating func accepts(now: UInt64, hasCalls: Bool, hasSent: Bool) -> Bool {
    defer { last = now }
    guard !hasSent else {
      strikes = 0
      return true
    }
    let interval = hasCalls ? intervalMin : idleIntervalMin
    if let last, now &- last < interval { strikes += 1 }
    return strikes <= Limits.pingStrikesMax
  }
}

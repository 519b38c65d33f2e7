/// How one side finds out that the other is gone although no packet says so (gRPC keepalive.md).
public struct Keepalive: Sendable, Equatable {
  /// How long a connection may be silent before the other side is asked for a sign of life; `nil`
  /// never asks.
  public var time: Duration?
  /// How long the answer may take before the connection is closed.
  public var timeout: Duration

  public init(time: Duration? = nil, timeout: Duration = .seconds(20)) {
    self.time = time
    self.timeout = timeout
  }
}

/// The life sign of one connection, without I/O.
struct KeepaliveClock {
  enum Action: Equatable {
    case wait
    case ping
    /// The other side has not answered in time.
    case giveUp
  }

  private let time: UInt64?
  private let timeout: UInt64
  private var askedAt: UInt64?

  init(_ keepalive: Keepalive) {
    time = keepalive.time?.wholeNanoseconds
    timeout = keepalive.timeout.wholeNanoseconds
  }

  /// - Parameters:
  ///   - now: nanoseconds of the loop's clock.
  ///   - heardAt: when the other side was heard last; any byte is a sign of life.
  mutating func check(now: UInt64, heardAt: UInt64) -> Action {
    if let asked = askedAt, heardAt > asked { askedAt = nil }
    if let askedAt { return now &- askedAt >= timeout ? .giveUp : .wait }
    guard let time, now &- heardAt >= time else { return .wait }
    askedAt = now
    return .ping
  }

  /// The other side was sent something that it answers.
  mutating func asked(at now: UInt64) { askedAt = now }

  /// Forgets a question that is open: nobody waits for its answer.
  mutating func reset() { askedAt = nil }
}

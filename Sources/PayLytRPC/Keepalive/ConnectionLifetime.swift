/// How long a server's connections live (gRPC A9). `nil` is without bound.
public struct ConnectionLifetime: Sendable, Equatable {
  /// After this a connection takes no new calls: clients connect anew and spread over the servers
  /// that there are by then. It varies by a tenth, so that they do not all come at once.
  public var ageMax: Duration?
  /// How long the calls of such a connection may go on.
  public var ageGrace: Duration?
  /// After this time without a call a connection is ended.
  public var idleMax: Duration?
  /// The same while no further connection finds room.
  public var idleMaxWhenFull = Limits.idleTimeWhenFull

  public init(ageMax: Duration? = nil, ageGrace: Duration? = nil, idleMax: Duration? = nil) {
    self.ageMax = ageMax
    self.ageGrace = ageGrace
    self.idleMax = idleMax
  }
}

/// The age of one connection, without I/O.
struct LifetimeClock {
  enum Action: Equatable {
    case wait
    /// Take no new calls.
    case drain
    /// The grace is over.
    case close
  }

  private let drainAt: UInt64?
  private let grace: UInt64?
  private let idleMax: UInt64?
  private let idleMaxWhenFull: UInt64
  private var idleSince: UInt64?
  private var drainedAt: UInt64?

  /// - Parameter spread: in -1...1, drawn by the caller.
  init(_ lifetime: ConnectionLifetime, now: UInt64, spread: Double) {
    drainAt = lifetime.ageMax.map { now &+ ($0 * (1 + 0.1 * spread)).wholeNanoseconds }
    grace = lifetime.ageGrace?.wholeNanoseconds
    idleMax = lifetime.idleMax?.wholeNanoseconds
    idleMaxWhenFull = lifetime.idleMaxWhenFull.wholeNanoseconds
    idleSince = now
  }

  /// - Parameter now: nanoseconds of the loop's clock.
  /// - Parameter isFull: whether no further connection finds room.
  mutating func check(now: UInt64, hasCalls: Bool, isFull: Bool = false) -> Action {
    if let drainedAt {
      guard let grace, now &- drainedAt >= grace else { return .wait }
      return .close
    }
    if hasCalls { idleSince = nil } else if idleSince == nil { idleSince = now }
    let isOld = drainAt.map { now >= $0 } ?? false
    guard isOld || isIdle(now, isFull: isFull) else { return .wait }
    drainedAt = now
    return .drain
  }

  private func isIdle(_ now: UInt64, isFull: Bool) -> Bool {
    guard let idleSince else { return false }
    let idle = now &- idleSince
    return isFull && idle >= idleMaxWhenFull || idleMax.map { idle >= $0 } ?? false
  }

  /// A call has ended or begun: idleness is counted from here.
  mutating func callChanged(now: UInt64) { idleSince = now }
}

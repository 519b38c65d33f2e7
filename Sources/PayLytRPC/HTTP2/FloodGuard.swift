/// How much of something is accepted in a second of the loop's clock; each second counts anew.
struct RateLimit {
  private let perSecondMax: Int
  private var windowStart: UInt64 = 0
  private var count = 0

  init(perSecondMax: Int) { self.perSecondMax = perSecondMax }

  /// Counts one more.
  ///
  /// - Parameter now: nanoseconds of the loop's clock.
  /// - Returns: whether it is still within bounds.
  mutating func accepts(now: UInt64) -> Bool {
    if now &- windowStart >= 1_000_000_000 {
      windowStart = now
      count = 0
    }
    count += 1
    return count <= perSecondMax
  }
}

/// Counts the frames that cost the receiver work and the sender nothing: resets of young streams
/// (CVE-2023-44487), PING and SETTINGS floods, empty DATA, PRIORITY and WINDOW_UPDATE storms.
struct FloodGuard {
  enum Kind {
    case reset
    /// Each demands an answer: PING, SETTINGS.
    case answered
    /// Allowed, but moves nothing: PRIORITY, WINDOW_UPDATE, empty DATA.
    case idle
  }

  private var resets = RateLimit(perSecondMax: Limits.resetsPerSecondMax)
  private var answered = RateLimit(perSecondMax: Limits.answeredFramesPerSecondMax)
  private var idle = RateLimit(perSecondMax: Limits.idleFramesPerSecondMax)

  /// Counts one frame.
  ///
  /// - Parameter now: nanoseconds of the loop's clock.
  /// - Returns: whether the peer is still within bounds.
  mutating func accepts(_ kind: Kind, now: UInt64) -> Bool {
    switch kind {
    case .reset: resets.accepts(now: now)
    case .answered: answered.accepts(now: now)
    case .idle: idle.accepts(now: now)
    }
  }
}

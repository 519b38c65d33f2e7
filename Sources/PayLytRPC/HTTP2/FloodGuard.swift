/// Counts the frames that cost the receiver work and the sender nothing: resets of young streams
/// (CVE-2023-44487), PING and SETTINGS floods, empty DATA, PRIORITY and WINDOW_UPDATE storms.
///
/// Counters start anew each second of the loop's clock.
struct FloodGuard {
  enum Kind {
    case reset
    /// Each demands an answer: PING, SETTINGS.
    case answered
    /// Allowed, but moves nothing: PRIORITY, WINDOW_UPDATE, empty DATA, unknown frames.
    case idle
  }

  private var windowStart: UInt64 = 0
  private var resets = 0
  private var answered = 0
  private var idle = 0

  /// Counts one frame.
  ///
  /// - Parameter now: nanoseconds of the loop's clock.
  /// - Returns: whether the peer is still within bounds.
  mutating func accepts(_ kind: Kind, now: UInt64) -> Bool {
    if now &- windowStart >= 1_000_000_000 {
      windowStart = now
      resets = 0
      answered = 0
      idle = 0
    }
    switch kind {
    case .reset:
      resets += 1
      return resets <= Limits.resetsPerSecondMax
    case .answered:
      answered += 1
      return answered <= Limits.answeredFramesPerSecondMax
    case .idle:
      idle += 1
      return idle <= Limits.idleFramesPerSecondMax
    }
  }
}

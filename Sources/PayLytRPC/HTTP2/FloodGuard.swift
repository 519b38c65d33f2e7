/// Counts the frames that cost the receiver work and the sender nothing: resets of young streams
/// (CVE-2023-44487), PING and SETTINGS floods, empty DATA, PRIORITY and WINDOW_UPDATE storms.
///
/// Counters start anew each second of the loop's clock.
struct FloodGuard {
  /// Streams that the peer may open in a second.
  private let streamsPerSecondMax: Int

  enum Kind {
    case reset
    /// A stream is opened.
    case opening
    /// Each demands an answer: PING, SETTINGS.
    case answered
    /// Allowed, but moves nothing: PRIORITY, WINDOW_UPDATE, empty DATA, unknown frames.
    case idle
  }

  private var windowStart: UInt64 = 0
  private var resets = 0
  private var openings = 0
  private var answered = 0
  private var idle = 0

  init(streamsPerSecondMax: Int = Limits.streamsPerSecondMax) {
    self.streamsPerSecondMax = streamsPerSecondMax
  }

  /// Counts one frame.
  ///
  /// - Parameter now: nanoseconds of the loop's clock.
  /// - Returns: whether the peer is still within bounds.
  mutating func accepts(_ kind: Kind, now: UInt64) -> Bool {
    if now &- windowStart >= 1_000_000_000 {
      windowStart = now
      resets = 0
      openings = 0
      answered = 0
      idle = 0
    }
    switch kind {
    case .reset:
      resets += 1
      return resets <= Limits.resetsPerSecondMax
    case .opening:
      openings += 1
      return openings <= streamsPerSecondMax
    case .answered:
      answered += 1
      return answered <= Limits.answeredFramesPerSecondMax
    case .idle:
      idle += 1
      return idle <= Limits.idleFramesPerSecondMax
    }
  }
}

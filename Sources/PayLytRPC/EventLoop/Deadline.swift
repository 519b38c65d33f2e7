/// A moment of the monotonic clock that a piece of work must not outlive.
///
/// It is absolute, so it can be handed down through layers without growing on the way.
public struct Deadline: Hashable, Comparable, Sendable {
  /// The moment, in nanoseconds of CLOCK_MONOTONIC (`monotonicNanoseconds()`).
  public let nanoseconds: UInt64

  public init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

  /// The moment `duration` from now; a negative duration has passed already.
  public init(after duration: Duration) {
    let (sum, overflow) = monotonicNanoseconds().addingReportingOverflow(duration.wholeNanoseconds)
    nanoseconds = overflow ? .max : sum
  }

  /// How long until then; zero when it has passed.
  public var remaining: Duration {
    let now = monotonicNanoseconds()
    guard nanoseconds > now else { return .zero }
    return .nanoseconds(Int64(clamping: nanoseconds - now))
  }

  public var hasPassed: Bool { nanoseconds <= monotonicNanoseconds() }

  public static func < (a: Deadline, b: Deadline) -> Bool { a.nanoseconds < b.nanoseconds }
}

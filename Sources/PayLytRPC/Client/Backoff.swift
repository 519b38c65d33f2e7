/// How long a client waits before it connects again (gRPC connection-backoff.md).
public struct Backoff: Sendable, Equatable {
  public var initial: Duration
  public var multiplier: Double
  public var max: Duration
  /// The share by which a delay varies in both directions, so that clients do not come in step.
  public var jitter: Double

  public init(
    initial: Duration = .milliseconds(200), multiplier: Double = 1.6,
    max: Duration = .seconds(30), jitter: Double = 0.2
  ) {
    self.initial = initial
    self.multiplier = multiplier
    self.max = max
    self.jitter = jitter
  }

  /// The delay after a number of failures in a row.
  ///
  /// - Parameters:
  ///   - failures: at least 1.
  ///   - spread: in -1...1, drawn by the caller.
  func delay(afterFailures failures: Int, spread: Double) -> Duration {
    var delay = initial
    for _ in 1..<Swift.max(failures, 1) where delay < max { delay = delay * multiplier }
    return Swift.min(delay, max) * (1 + jitter * spread)
  }
}

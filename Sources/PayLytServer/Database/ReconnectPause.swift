/// The pauses between attempts to connect: doubling from `minimum` to `maximum`, each shortened by
/// a random part so that many servers do not knock at the same moment.
struct ReconnectPause {
  let minimum: Duration
  let maximum: Duration
  private var attempts = 0

  init(minimum: Duration, maximum: Duration) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The next pause.
  ///
  /// - Parameter jitter: uniformly random in `0..<1`; the pause is 50 to 100 % of its nominal
  ///   value.
  mutating func next(jitter: Double) -> Duration {
    // 2^20 times the minimum is past any maximum that makes sense.
    let nominal = min(minimum * (1 << min(attempts, 20)), maximum)
    attempts += 1
    return nominal * (0.5 + jitter / 2)
  }

  mutating func reset() { attempts = 0 }
}

import Synchronization

/// How long events took from their decision to the moment they were handed to a subscriber who was
/// waiting for them: a histogram whose buckets are 12 % wide.
///
/// The decision comes before the commit, so the time from commit to delivery is shorter still.
final class DeliveryLatency: Sendable {
  /// Eight buckets for each power of two, from 1 microsecond to 2^32 (over an hour).
  private static let bucketsPerOctave = 8
  private static let bucketCount = 32 * bucketsPerOctave

  /// What was recorded since the last look.
  struct Summary: Hashable, Sendable {
    let count: Int
    /// Microseconds that so many of a hundred did not exceed: the upper end of their bucket.
    let p50: Int64
    let p99: Int64
    let max: Int64
  }

  private struct State {
    var counts = [Int](repeating: 0, count: DeliveryLatency.bucketCount)
    var max: Int64 = 0
  }

  private let state = Mutex(State())
  private let total: Histogram?

  /// - Parameter total: counts the same for as long as the server runs.
  init(total: Histogram? = nil) { self.total = total }

  /// - Parameter microseconds: a negative time, between two clocks, counts as none.
  func record(microseconds: Int64) {
    let bounded = Swift.max(1, microseconds)
    total?.record(UInt64(min(bounded, .max / 1_000)) * 1_000)
    state.withLock { state in
      state.counts[Self.bucket(of: bounded)] += 1
      state.max = Swift.max(state.max, bounded)
    }
  }

  /// nil when nothing was recorded. Begins anew.
  func take() -> Summary? {
    let taken = state.withLock { state in
      defer { state = State() }
      return state
    }
    let count = taken.counts.reduce(0, +)
    guard count > 0 else { return nil }
    func percentile(_ percent: Int) -> Int64 {
      let rank = (count * percent + 99) / 100
      var seen = 0
      for (bucket, number) in taken.counts.enumerated() {
        seen += number
        if seen >= rank { return min(Self.upperEnd(of: bucket), taken.max) }
      }
      return taken.max
    }
    return Summary(count: count, p50: percentile(50), p99: percentile(99), max: taken.max)
  }

  private static func bucket(of value: Int64) -> Int {
    let octave = 63 - value.leadingZeroBitCount
    let step = octave >= 3 ? Int(value >> (octave - 3)) & 7 : Int(value << (3 - octave)) & 7
    return min(octave * bucketsPerOctave + step, bucketCount - 1)
  }

  private static func upperEnd(of bucket: Int) -> Int64 {
    let (octave, step) = bucket.quotientAndRemainder(dividingBy: bucketsPerOctave)
    let width = Int64(8 + step + 1)
    return octave >= 3 ? width << (octave - 3) : width >> (3 - octave)
  }
}

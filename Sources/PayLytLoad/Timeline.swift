/// Latency over time: a coarse histogram for each interval of a run.
///
/// Its size is bounded: when a run is longer than `LoadLimits.intervalsMax` intervals, each two
/// become one and intervals are twice as long from then on.
struct Timeline: Sendable {
  struct Interval: Sendable {
    /// Nanoseconds, by the moment at which calls were due.
    var latency = Histogram(precisionBits: 4)
    var failures: UInt64 = 0
  }

  /// Nanoseconds of one interval.
  private(set) var width: UInt64
  private(set) var intervals: [Interval] = []

  init(width: UInt64 = 1_000_000_000) {
    precondition(width > 0, "an interval of no length")
    self.width = width
  }

  /// - Parameter offset: nanoseconds from the run's start to when the call was due.
  mutating func record(at offset: UInt64, latency: UInt64) {
    intervals[makeInterval(at: offset)].latency.record(latency)
  }

  mutating func recordFailure(at offset: UInt64) {
    intervals[makeInterval(at: offset)].failures += 1
  }

  mutating func merge(_ other: Timeline) {
    var other = other
    while other.width < width { other.fold() }
    while width < other.width { fold() }
    for (index, interval) in other.intervals.enumerated() {
      let own = makeInterval(at: UInt64(index) * width)
      intervals[own].latency.merge(interval.latency)
      intervals[own].failures += interval.failures
    }
  }

  private mutating func makeInterval(at offset: UInt64) -> Int {
    while offset / width >= UInt64(LoadLimits.intervalsMax) { fold() }
    let index = Int(offset / width)
    while intervals.count <= index { intervals.append(Interval()) }
    return index
  }

  private mutating func fold() {
    width *= 2
    var folded: [Interval] = []
    for index in stride(from: 0, to: intervals.count, by: 2) {
      var interval = intervals[index]
      if index + 1 < intervals.count {
        interval.latency.merge(intervals[index + 1].latency)
        interval.failures += intervals[index + 1].failures
      }
      folded.append(interval)
    }
    intervals = folded
  }
}

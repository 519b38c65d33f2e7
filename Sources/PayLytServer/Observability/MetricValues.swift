import Synchronization

/// A number that only grows.
final class Counter: Sendable {
  private let value = Atomic<UInt64>(0)

  func add(_ amount: UInt64 = 1) { value.wrappingAdd(amount, ordering: .relaxed) }

  var current: UInt64 { value.load(ordering: .relaxed) }
}

/// A number that goes up and down.
final class Gauge: Sendable {
  private let value = Atomic<Int64>(0)

  func add(_ amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }
  func set(_ amount: Int64) { value.store(amount, ordering: .relaxed) }

  var current: Int64 { value.load(ordering: .relaxed) }
}

/// How many values fell below each of some bounds.
final class Histogram: Sendable {
  /// What is measured, and so how it is written: durations are kept in nanoseconds and written in
  /// seconds, the base unit of the Prometheus conventions.
  enum Unit: Sendable {
    case nanoseconds, plain
  }

  let unit: Unit
  /// Ascending, inclusive; above the last one there is only the whole.
  let bounds: [UInt64]
  private let counts: [Counter]
  private let total = Counter()

  init(_ unit: Unit, bounds: [UInt64]) {
    precondition(!bounds.isEmpty && zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 })
    self.unit = unit
    self.bounds = bounds
    counts = (0...bounds.count).map { _ in Counter() }
  }

  /// From a tenth of a millisecond to half a minute, three steps to each factor of ten.
  static func ofDurations() -> Histogram {
    let millisecond: UInt64 = 1_000_000
    let bounds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 300_000]
    return Histogram(.nanoseconds, bounds: bounds.map { UInt64($0) * millisecond / 10 })
  }

  /// Powers of two up to `max`.
  static func ofCounts(upTo max: UInt64) -> Histogram {
    Histogram(.plain, bounds: Array(sequence(first: 1) { $0 < max ? $0 * 2 : nil }))
  }

  func record(_ value: UInt64) {
    let bucket = bounds.firstIndex { value <= $0 } ?? bounds.count
    counts[bucket].add()
    total.add(value)
  }

  /// How many values were at most each bound, then how many there were, and their sum.
  ///
  /// The count is that of the buckets read here, so that a page is consistent in itself while
  /// values go on arriving.
  var current: (cumulative: [UInt64], count: UInt64, sum: UInt64) {
    var running: UInt64 = 0
    let all = counts.map { count in
      running &+= count.current
      return running
    }
    return (Array(all.dropLast()), running, total.current)
  }
}

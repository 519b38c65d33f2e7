/// Counts of durations in buckets whose width grows with the value, so that each is known to a
/// fixed relative error (as HdrHistogram does), in integers only.
///
/// Values below `2 * steps` have a bucket of their own; above, each power of two has `steps`
/// buckets. A reported value is the upper end of its bucket: never better than what was measured.
struct Histogram: Sendable, Equatable {
  /// Buckets for each power of two, as a power of two: 7 is a relative error below 0.8 %.
  let precisionBits: Int
  private(set) var count: UInt64 = 0
  private(set) var sum: UInt64 = 0
  private(set) var maximum: UInt64 = 0
  private var buckets: [UInt64] = []

  init(precisionBits: Int = 7) {
    precondition((1...14).contains(precisionBits), "a precision of 1 to 14 bits")
    self.precisionBits = precisionBits
  }

  mutating func record(_ value: UInt64, times: UInt64 = 1) {
    let index = index(of: value)
    // Grown when it is needed: most durations lie in a few powers of two.
    if index >= buckets.count {
      buckets.append(contentsOf: repeatElement(0, count: index + 1 - buckets.count))
    }
    buckets[index] += times
    count += times
    sum &+= value &* times
    maximum = max(maximum, value)
  }

  /// - Precondition: both have the same precision.
  mutating func merge(_ other: Histogram) {
    precondition(precisionBits == other.precisionBits, "two precisions")
    if other.buckets.count > buckets.count {
      buckets.append(contentsOf: repeatElement(0, count: other.buckets.count - buckets.count))
    }
    for (index, times) in other.buckets.enumerated() { buckets[index] += times }
    count += other.count
    sum &+= other.sum
    maximum = max(maximum, other.maximum)
  }

  /// The value that `permyriad` hundredths of a percent of all values do not exceed; 0 when there
  /// are none. 5000 is the median, 9990 is p99.9.
  func value(permyriad: UInt64) -> UInt64 {
    precondition(permyriad <= 10_000, "a part of the whole")
    guard count > 0 else { return 0 }
    // The rank, rounded up and at least the first.
    let (high, low) = count.multipliedFullWidth(by: permyriad)
    let (quotient, remainder) = UInt64(10_000).dividingFullWidth((high, low))
    let rank = max(1, quotient + (remainder > 0 ? 1 : 0))
    var seen: UInt64 = 0
    for (index, times) in buckets.enumerated() {
      seen += times
      if seen >= rank { return min(upperEnd(of: index), maximum) }
    }
    return maximum
  }

  var mean: UInt64 { count == 0 ? 0 : sum / count }

  private func index(of value: UInt64) -> Int {
    let steps = UInt64(1) << UInt64(precisionBits)
    guard value >= 2 * steps else { return Int(value) }
    let power = 63 - value.leadingZeroBitCount
    let shift = power - precisionBits
    return shift * Int(steps) + Int(value >> UInt64(shift))
  }

  private func upperEnd(of index: Int) -> UInt64 {
    let steps = 1 << precisionBits
    guard index >= 2 * steps else { return UInt64(index) }
    let shift = index / steps - 1
    let lead = UInt64(index - shift * steps)
    return (lead << UInt64(shift)) | ((UInt64(1) << UInt64(shift)) - 1)
  }
}

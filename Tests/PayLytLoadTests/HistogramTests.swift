import Testing

@testable import PayLytLoad

@Suite("Histogram")
struct HistogramTests {
  @Test(
    "a value is reported to one part in 128, never too low",
    arguments: [
      0, 1, 255, 256, 257, 1_000, 65_535, 123_456_789, 1 << 40, UInt64.max,
    ] as [UInt64])
  func precision(value: UInt64) {
    var histogram = Histogram()
    histogram.record(value)
    histogram.record(.max)
    let reported = histogram.value(permyriad: 5000)
    #expect(reported >= value)
    #expect(reported - value <= value / 128)
  }

  @Test(
    "percentiles of 1...1000 are the ranks that they name",
    arguments: [
      (1, 1), (5000, 500), (9000, 900), (9900, 990), (9990, 999), (10_000, 1000),
    ] as [(UInt64, UInt64)])
  func ranks(permyriad: UInt64, expected: UInt64) {
    var histogram = Histogram(precisionBits: 10)
    for value in 1...1000 { histogram.record(UInt64(value)) }
    #expect(histogram.value(permyriad: permyriad) == expected)
  }

  @Test("merging is the same as recording into one")
  func merging() {
    var whole = Histogram()
    var parts = [Histogram(), Histogram()]
    for step in 0..<10_000 {
      let value = Randomness.mixed(UInt64(step)) >> UInt64(step % 50 + 10)
      whole.record(value)
      parts[step % 2].record(value)
    }
    var merged = parts[0]
    merged.merge(parts[1])
    #expect(merged == whole)
    #expect(merged.count == 10_000)
  }

  @Test("nothing recorded reports nothing")
  func empty() {
    #expect(Histogram().value(permyriad: 9900) == 0)
    #expect(Histogram().mean == 0)
  }

  @Test("a reported value is never above what was seen")
  func maximum() {
    var histogram = Histogram()
    histogram.record(1_000_001)
    #expect(histogram.value(permyriad: 9990) == 1_000_001)
  }
}

@Suite("Latency over time")
struct TimelineTests {
  @Test("a run that is longer than the intervals folds two into one and loses nothing")
  func folding() {
    var timeline = Timeline(width: 1)
    let length = UInt64(LoadLimits.intervalsMax) * 5
    for moment in 0..<length { timeline.record(at: moment, latency: moment) }
    timeline.recordFailure(at: length - 1)
    #expect(timeline.width == 8)
    #expect(timeline.intervals.count <= LoadLimits.intervalsMax)
    #expect(timeline.intervals.reduce(0) { $0 + $1.latency.count } == length)
    #expect(timeline.intervals.last?.failures == 1)
    #expect(timeline.intervals[0].latency.maximum == 7)
  }

  @Test("two lines of different widths merge into the wider one")
  func merging() {
    var wide = Timeline(width: 4)
    wide.record(at: 5, latency: 10)
    var narrow = Timeline(width: 1)
    narrow.record(at: 7, latency: 20)
    narrow.record(at: 0, latency: 30)
    wide.merge(narrow)
    #expect(wide.width == 4)
    #expect(wide.intervals.map(\.latency.count) == [1, 2])
    #expect(wide.intervals[1].latency.maximum == 20)
  }

  @Test("the sparkline is tallest where p99 is highest, and no wider than asked")
  func sparkline() {
    var timeline = Timeline(width: 1)
    for moment in 0..<200 { timeline.record(at: UInt64(moment), latency: 100) }
    timeline.record(at: 100, latency: 100_000)
    let line = Chart.sparkline(timeline, columns: 50)
    #expect(line.count == 50)
    #expect(Array(line)[25] == "█")
    #expect(line.filter { $0 == "▁" }.count == 49)
  }

  @Test("the drawing is one document with three curves and a mark for each second with failures")
  func drawing() {
    var timeline = Timeline()
    for second in 0..<10 {
      timeline.record(at: UInt64(second) * 1_000_000_000, latency: 1_000_000)
    }
    timeline.recordFailure(at: 3_000_000_000)
    let svg = Chart.svg(timeline, title: "a < b & c")
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.split(separator: "<polyline ").count == 4)
    #expect(svg.split(separator: "<circle ").count == 2)
    #expect(svg.contains("a &lt; b &amp; c"))
  }

  @Test(
    "durations are written with three digits",
    arguments: [
      (999, "999 ns"), (12_340, "12.3 µs"), (1_500_000, "1.50 ms"), (2_000_000_000, "2.00 s"),
      (123_456_789, "123 ms"),
    ] as [(UInt64, String)])
  func durations(nanoseconds: UInt64, text: String) {
    #expect(Texts.duration(nanoseconds) == text)
  }
}

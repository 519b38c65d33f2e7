import FoundationEssentials
import PayLytRPC

/// What a run found out: as text for people, as JSON for programs, as a drawing.
struct LoadReport: Sendable {
  let plan: LoadPlan
  let figures: Figures
  /// Nanoseconds.
  let elapsed: UInt64
  /// Where the work of a next run begins.
  let workUsed: Int

  init(_ plan: LoadPlan, _ figures: Figures, elapsed: UInt64, workUsed: Int) {
    self.plan = plan
    self.figures = figures
    self.elapsed = elapsed
    self.workUsed = workUsed
  }

  func write(to plan: LoadPlan) throws {
    if Console.isTerminal && plan.showsProgress { Console.write("\r\u{1b}[K") }
    Console.write(text)
    if let path = plan.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      try writePrivateFile(path, Array(try encoder.encode(JSONForm(self))) + [10])
    }
    if let path = plan.svg {
      try writePrivateFile(path, Array(Chart.svg(figures.timeline, title: title).utf8))
    }
  }

  /// Answered calls a second, over the time in which they were measured.
  var rate: Double {
    guard let measured = figures.measured, measured.last > measured.first else { return 0 }
    return Double(figures.total.succeeded) * 1e9 / Double(measured.last - measured.first)
  }

  private var title: String {
    let content =
      switch plan.content {
      case .mix(let mix, _):
        mix.weights.map { "\($0.operation.rawValue) \($0.weight)" }.joined(separator: ", ")
      case .calls(let file, let isRepeated):
        "calls of \(file)" + (isRepeated ? ", over and over" : "")
      }
    let pace = plan.rate.map { "open loop, \($0)/s" } ?? "closed loop"
    return "\(content); \(pace), \(plan.inFlight) in flight, \(plan.connections) connections"
  }

  var text: String {
    let seconds = Int((Double(elapsed) / 1e9).rounded())
    var lines = ["\(title), ramp-up \(plan.rampUpSeconds) s of \(seconds) s left out", ""]
    let width = max(12, 2 + (figures.operations.keys.map(\.description.count).max() ?? 0))
    lines.append(
      Self.row(["", "calls/s", "p50", "p90", "p99", "p99.9", "max", "failed"], width))
    for (name, measured) in figures.operations.sorted(by: { $0.key < $1.key }) {
      lines.append(row(name.description, measured, width))
    }
    if figures.operations.count > 1 { lines.append(row("all", figures.total, width)) }
    lines += figures.failures.sorted { $0.value > $1.value }.map { failure, count in
      "  \(count) x \(failure.name): \(failure.code) \(failure.reason)"
    }
    lines.append("")
    lines.append("p99 over time  \(Chart.sparkline(figures.timeline))")
    switch plan.content {
    case .mix: lines.append("next piece of work: --work-from \(workUsed)")
    case .calls: lines.append("next call: --from \(workUsed)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ name: String, _ measured: Figures.OperationFigures, _ width: Int) -> String {
    let share =
      figures.total.succeeded == 0
      ? 0 : Double(measured.succeeded) / Double(figures.total.succeeded)
    let values = [5000, 9000, 9900, 9990].map {
      Texts.duration(measured.latency.value(permyriad: $0))
    }
    return Self.row(
      [name, "\(Int(rate * share))"] + values
        + [Texts.duration(measured.latency.maximum), "\(measured.failed)"],
      width)
  }

  private static func row(_ cells: [String], _ width: Int) -> String {
    cells.enumerated().map { index, cell in
      index == 0 ? Texts.padded(cell, width) : Texts.aligned(cell, 11)
    }.joined()
  }
}

/// The report for programs. Durations are nanoseconds.
private struct JSONForm: Encodable {
  struct Latency: Encodable {
    let count, mean, p50, p90, p99, p999, max: UInt64

    init(_ histogram: Histogram) {
      count = histogram.count
      mean = histogram.mean
      p50 = histogram.value(permyriad: 5000)
      p90 = histogram.value(permyriad: 9000)
      p99 = histogram.value(permyriad: 9900)
      p999 = histogram.value(permyriad: 9990)
      max = histogram.maximum
    }
  }

  struct OperationForm: Encodable {
    let succeeded, failed, replayed, resent: UInt64
    let latency: Latency

    init(_ figures: Figures.OperationFigures) {
      succeeded = figures.succeeded
      failed = figures.failed
      replayed = figures.replayed
      resent = figures.resent
      latency = Latency(figures.latency)
    }
  }

  struct FailureForm: Encodable {
    let operation, code, reason: String
    let count: UInt64
  }

  struct IntervalForm: Encodable {
    let count, p50, p99, max, failures: UInt64
  }

  /// Of a mix.
  let mix: [String: UInt32]?
  /// Of prepared calls: the file.
  let calls: String?
  let rate, seconds: Int?
  let inFlight, connections, loops, rampUpSeconds, workUsed: Int
  let elapsed, intervalWidth: UInt64
  let callsPerSecond: Double
  let total: OperationForm
  let operations: [String: OperationForm]
  let failures: [FailureForm]
  let intervals: [IntervalForm]

  init(_ report: LoadReport) {
    let plan = report.plan
    switch plan.content {
    case .mix(let drawn, _):
      mix = Dictionary(
        uniqueKeysWithValues: drawn.weights.map { ($0.operation.rawValue, $0.weight) })
      calls = nil
    case .calls(let file, _): (mix, calls) = (nil, file)
    }
    rate = plan.rate
    inFlight = plan.inFlight
    connections = plan.connections
    loops = plan.loops
    seconds = plan.seconds
    rampUpSeconds = plan.rampUpSeconds
    workUsed = report.workUsed
    elapsed = report.elapsed
    intervalWidth = report.figures.timeline.width
    callsPerSecond = report.rate
    total = OperationForm(report.figures.total)
    operations = Dictionary(
      uniqueKeysWithValues: report.figures.operations.map {
        ($0.key.description, OperationForm($0.value))
      })
    failures = report.figures.failures.map {
      FailureForm(
        operation: $0.key.name.description, code: $0.key.code.description,
        reason: $0.key.reason, count: $0.value)
    }.sorted { ($1.count, $0.code, $0.reason) < ($0.count, $1.code, $1.reason) }
    intervals = report.figures.timeline.intervals.map {
      IntervalForm(
        count: $0.latency.count, p50: $0.latency.value(permyriad: 5000),
        p99: $0.latency.value(permyriad: 9900), max: $0.latency.maximum, failures: $0.failures)
    }
  }
}

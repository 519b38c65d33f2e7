/// The line that tells how a run goes: overwritten each second on a terminal, a line of its own
/// every five seconds in a log.
struct Progress {
  private static let secondsInLogs: UInt64 = 5
  private let seconds: Int?
  private var before = Figures()
  private var beforeAt: UInt64 = 0
  private var shown: UInt64 = 0

  init(seconds: Int?) { self.seconds = seconds }

  mutating func show(_ figures: Figures, elapsed: UInt64, inFlight: Int) {
    let second = elapsed / 1_000_000_000
    guard Console.isTerminal || second >= shown + Self.secondsInLogs else { return }
    shown = second
    let line = text(figures, elapsed: elapsed, inFlight: inFlight)
    Console.write(Console.isTerminal ? "\r\u{1b}[K\(line)" : line + "\n")
    before = figures
    beforeAt = elapsed
  }

  private func text(_ figures: Figures, elapsed: UInt64, inFlight: Int) -> String {
    let total = figures.total
    let done = total.succeeded - before.total.succeeded
    let rate = Double(done) * 1e9 / Double(max(1, elapsed - beforeAt))
    let errors = figures.failures.values.reduce(0, +)
    let parts = [
      "\(elapsed / 1_000_000_000)" + (seconds.map { " of \($0)" } ?? "") + " s", "\(Int(rate))/s",
      "\(inFlight) in flight",
      "p50 \(Texts.duration(total.latency.value(permyriad: 5000)))",
      "p99 \(Texts.duration(total.latency.value(permyriad: 9900)))", "\(errors) errors",
    ]
    return parts.joined(separator: "  ")
  }
}

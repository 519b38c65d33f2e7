import PayLytRPC
import Synchronization

/// What a run has measured so far. One for each loop while it runs, merged to look at them.
struct Figures: Sendable {
  /// Why calls failed, as the server said it.
  struct Failure: Hashable, Sendable {
    let name: CallName
    let code: StatusCode
    /// The stable reason, where there is one.
    let reason: String
  }

  struct OperationFigures: Sendable {
    /// Nanoseconds from when a call was due to its answer, ramp-up left out.
    var latency = Histogram()
    var succeeded: UInt64 = 0
    var failed: UInt64 = 0
    /// Answers that said that they repeat an earlier one: to a call that was sent again.
    var replayed: UInt64 = 0
    var resent: UInt64 = 0
  }

  private(set) var operations: [CallName: OperationFigures] = [:]
  private(set) var failures: [Failure: UInt64] = [:]
  private(set) var timeline = Timeline()
  /// Nanoseconds from the first to the last moment at which a measured call ended.
  private(set) var measured: (first: UInt64, last: UInt64)?

  var total: OperationFigures {
    operations.values.reduce(into: OperationFigures()) { $0.merge($1) }
  }

  mutating func succeed(
    _ name: CallName, _ arrival: Schedule.Arrival, endedAt end: UInt64, isReplay: Bool
  ) {
    let latency = end > arrival.due ? end - arrival.due : 0
    timeline.record(at: arrival.due, latency: latency)
    guard !arrival.isRampUp else { return }
    operations[name, default: OperationFigures()].succeeded += 1
    operations[name, default: OperationFigures()].latency.record(latency)
    if isReplay { operations[name, default: OperationFigures()].replayed += 1 }
    touch(end)
  }

  mutating func fail(_ failure: Failure, _ arrival: Schedule.Arrival, endedAt end: UInt64) {
    timeline.recordFailure(at: arrival.due)
    let isKnown = failures[failure] != nil || failures.count < LoadLimits.failureKindsMax
    let kind =
      isKnown
      ? failure : Failure(name: failure.name, code: failure.code, reason: "(others)")
    failures[kind, default: 0] += 1
    guard !arrival.isRampUp else { return }
    operations[failure.name, default: OperationFigures()].failed += 1
    touch(end)
  }

  mutating func resend(_ name: CallName) {
    operations[name, default: OperationFigures()].resent += 1
  }

  mutating func merge(_ other: Figures) {
    for (name, figures) in other.operations {
      operations[name, default: OperationFigures()].merge(figures)
    }
    failures.merge(other.failures) { $0 + $1 }
    timeline.merge(other.timeline)
    if let other = other.measured {
      touch(other.first)
      touch(other.last)
    }
  }

  private mutating func touch(_ moment: UInt64) {
    measured = (min(measured?.first ?? moment, moment), max(measured?.last ?? moment, moment))
  }
}

extension Figures.OperationFigures {
  mutating func merge(_ other: Self) {
    latency.merge(other.latency)
    succeeded += other.succeeded
    failed += other.failed
    replayed += other.replayed
    resent += other.resent
  }
}

/// The figures of one loop: written by its calls, read once a second from outside.
final class FiguresBox: Sendable {
  private let figures = Mutex(Figures())

  func update(_ change: (inout Figures) -> Void) { figures.withLock { change(&$0) } }

  var now: Figures { figures.withLock { $0 } }
}

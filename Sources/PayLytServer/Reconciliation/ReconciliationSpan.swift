/// A span of time that the server compares by itself. They follow each other without a hole,
/// whatever people have compared in between.
struct ReconciliationSpan: Hashable, Sendable {
  let from: Timestamp
  /// After `from`.
  let to: Timestamp

  /// What comes next; nil as long as nothing is due.
  ///
  /// - Parameter last: the newest one that the server has made; nil when there is none.
  static func due(after last: ReconciliationRun?, at now: Timestamp) -> ReconciliationSpan? {
    let end = now.adding(seconds: -ReconciliationLimits.settlingSeconds)
    guard let last else {
      return ReconciliationSpan(
        from: now.adding(seconds: -ReconciliationLimits.firstWindowSeconds), lengthMax: .max,
        end: end)
    }
    guard !last.state.isOpen,
      last.goesOnAtOnce || now >= last.createdAt.adding(seconds: ReconciliationLimits.everySeconds)
    else { return nil }
    let (from, lengthMax) = last.next(until: end)
    return ReconciliationSpan(
      from: max(from, now.adding(seconds: -ReconciliationLimits.windowSecondsMax)),
      lengthMax: lengthMax, end: end)
  }

  /// From `from` until `end`, or a part of that. Without any time in between, one second.
  private init(from: Timestamp, lengthMax: Int64, end: Timestamp) {
    let from = min(from, end.adding(seconds: -1))
    let length = min(end.microseconds - from.microseconds, lengthMax)
    self.init(from: from, to: Timestamp(microseconds: from.microseconds + length))
  }

  private init(from: Timestamp, to: Timestamp) {
    self.from = from
    self.to = to
  }
}

extension ReconciliationRun {
  private var length: Int64 { to.microseconds - from.microseconds }

  /// Whether it ended long before what could be compared when it was made.
  private var isBehind: Bool {
    let end = createdAt.adding(seconds: -ReconciliationLimits.settlingSeconds)
    return to < end.adding(seconds: -ReconciliationLimits.overlapSeconds)
  }

  /// Whether nothing is won by waiting: there is more to catch up with, or another span to try.
  fileprivate var goesOnAtOnce: Bool {
    switch failure {
    case nil: isBehind
    case .tooMuch: isDivisible || isBehind
    case .tooFarBack: length > ReconciliationLimits.overlapSeconds * 1_000_000
    case .notAnswered: false
    }
  }

  /// Whether a shorter one may be tried.
  private var isDivisible: Bool { length > ReconciliationLimits.spanSecondsMin * 1_000_000 }

  /// Where the next one begins, and how long it may be at most, in microseconds.
  fileprivate func next(until end: Timestamp) -> (from: Timestamp, lengthMax: Int64) {
    switch failure {
    case nil:
      // Of a short one only half is compared again: each has to be a step forward.
      let overlap = min(ReconciliationLimits.overlapSeconds * 1_000_000, length / 2)
      return (Timestamp(microseconds: to.microseconds - overlap), isBehind ? length * 2 : .max)
    case .tooMuch:
      // What even the shortest holds too much of is left to people, so that the rest is compared.
      return isDivisible ? (from, length / 2) : (to, length)
    case .tooFarBack:
      let later = (end.microseconds - from.microseconds) / 2
      return (from.adding(seconds: later / 1_000_000), .max)
    case .notAnswered: return (from, isBehind ? length : .max)
    }
  }
}

import Testing

@testable import PayLytServer

@Suite("What the server compares by itself")
struct ReconciliationSpanTests {
  private static let now = Timestamp.start.adding(seconds: 365 * 86_400)
  /// Of what is compared at that moment.
  private static let end = now.adding(seconds: -ReconciliationLimits.settlingSeconds)

  /// A run that is over: of the seconds from `from` until `to` before the end, made `age` ago.
  private static func run(
    _ from: Int64, _ to: Int64, age: Int64 = 0, _ failure: ReconciliationRun.Failure? = nil
  ) -> ReconciliationRun {
    run(end.adding(seconds: -from), end.adding(seconds: -to), age: age, failure)
  }

  private static func run(
    _ from: Timestamp, _ to: Timestamp, age: Int64 = 0, _ failure: ReconciliationRun.Failure?
  ) -> ReconciliationRun {
    let made = now.adding(seconds: -age)
    var run = ReconciliationRun(
      queueing: .entity(1), provider: "bitnob", isAutomatic: true, from: from, to: to, at: made)
    run.begin(at: made)
    if let failure {
      run.fail(failure, "", at: made)
    } else {
      run.finish(.init(), at: made)
    }
    return run
  }

  /// As seconds before the end.
  private static func due(after run: ReconciliationRun?) -> [Int64]? {
    ReconciliationSpan.due(after: run, at: now).map { span in
      [span.from, span.to].map { (end.microseconds - $0.microseconds) / 1_000_000 }
    }
  }

  @Test("the first one is of the last day")
  func first() {
    let first = Self.due(after: nil)
    #expect(first == [ReconciliationLimits.firstWindowSeconds - 300, 0])
  }

  @Test("one that is not over is waited for")
  func open() {
    var run = ReconciliationRun(
      queueing: .entity(1), provider: "bitnob", isAutomatic: true, from: .start,
      to: Timestamp.start.adding(seconds: 1), at: .start)
    #expect(Self.due(after: run) == nil)
    run.begin(at: .start)
    #expect(Self.due(after: run) == nil)
  }

  @Test(
    "the next begins where the last one ended, or failed; what is behind does not wait an hour",
    arguments: [
      // Up to date: after an hour, with ten minutes once more.
      (run(4200, 3600, age: 3599), nil), (run(7200, 3600, age: 3600), [4200, 0]),
      // Behind: at once, and up to twice as long.
      (run(9000, 5000), [5600, 0]), (run(90_000, 80_000), [80_600, 60_600]),
      // Of a short one, half is compared again.
      (run(80_004, 80_000), [80_002, 79_994]),
      (run(9000, 0, .tooMuch), [9000, 4500]), (run(90_000, 80_000, .tooMuch), [90_000, 85_000]),
      (run(80_001, 80_000, .tooMuch), [80_000, 79_999]),
      (run(1, 0, age: 3599, .tooMuch), nil), (run(3601, 3600, age: 3600, .tooMuch), [3600, 3599]),
      (run(9000, 0, .tooFarBack), [4500, 0]), (run(90_000, 80_000, .tooFarBack), [45_000, 0]),
      (run(1, 0, age: 3599, .tooFarBack), nil),
      (run(9000, 3600, age: 3599, .notAnswered), nil),
      (run(9000, 3600, age: 3600, .notAnswered), [9000, 0]),
      (run(90_000, 80_000, age: 3600, .notAnswered), [90_000, 80_000]),
      // Not longer ago than a run may be long.
      (run(40 * 86_400, 3600, age: 3600, .notAnswered), [31 * 86_400 - 300, 0]),
    ] as [(ReconciliationRun, [Int64]?)])
  func next(last: ReconciliationRun, expected: [Int64]?) {
    #expect(Self.due(after: last) == expected)
  }

  @Test("however little one run may hold, all is compared, without a hole", arguments: [1, 7, 600])
  func whole(seconds: Int64) {
    var covered = Self.end.adding(seconds: seconds * -2000)
    var (last, runs) = (Self.run(seconds * 2000, 0, .tooMuch), 0)
    // It stops, for an hour, when there is nothing to catch up with.
    while runs < 10_000, let next = ReconciliationSpan.due(after: last, at: Self.now) {
      #expect(next.from <= covered && next.from < next.to, "a hole after \(covered)")
      let fits = next.to <= next.from.adding(seconds: seconds)
      if fits { covered = max(covered, next.to) }
      last = Self.run(next.from, next.to, fits ? nil : .tooMuch)
      runs += 1
    }
    #expect(covered >= Self.end.adding(seconds: -ReconciliationLimits.overlapSeconds))
    #expect(runs < 10_000)
  }
}

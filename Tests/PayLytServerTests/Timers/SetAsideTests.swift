import Synchronization
import Testing

@testable import PayLytServer

@Suite("Rows that workers leave alone")
struct SetAsideTests {
  private struct Broken: Error {}

  private static func make() -> (SetAside, Gauge) {
    let count = Gauge()
    let log = Log(level: .error, clock: ManualClock(), sink: { _ in })
    return (SetAside("test", log: log, count: count), count)
  }

  @Test("the pause grows twofold, to a bit more than an hour, and begins anew after a success")
  func pauses() {
    let (aside, count) = Self.make()
    let row = UUID.entity(1)
    var now = Timestamp.start
    #expect(aside.rows(at: now).isEmpty)
    for pause: Int64 in [30, 60, 120, 240, 480, 960, 1920, 3840, 3840, 3840] {
      aside.add(row, because: Broken(), at: now)
      #expect(aside.rows(at: now.adding(seconds: pause - 1)) == [row])
      now = now.adding(seconds: pause)
      #expect(aside.rows(at: now).isEmpty && count.current == 1)
    }
    aside.remove(row)
    #expect(count.current == 0)
    aside.add(row, because: Broken(), at: now)
    #expect(aside.rows(at: now.adding(seconds: 29)) == [row])
    #expect(aside.rows(at: now.adding(seconds: 30)).isEmpty)
  }

  @Test("what nobody hears of any more is forgotten")
  func forgotten() {
    let (aside, count) = Self.make()
    aside.add(.entity(1), because: Broken(), at: .start)
    _ = aside.rows(at: Timestamp.start.adding(seconds: 30 + SetAsideLimits.keptSeconds - 1))
    #expect(count.current == 1)
    _ = aside.rows(at: Timestamp.start.adding(seconds: 30 + SetAsideLimits.keptSeconds))
    #expect(count.current == 0)
  }

  @Test("of too many, those are tried whose time comes first")
  func bounded() {
    let (aside, count) = Self.make()
    let overfull = UInt64(SetAsideLimits.rowsMax) + 5
    for number in 1...overfull {
      aside.add(
        .entity(number), because: Broken(), at: Timestamp.start.adding(seconds: Int64(number)))
    }
    #expect(count.current == Int64(SetAsideLimits.rowsMax))
    let end = Timestamp.start.adding(seconds: 31)
    let left = aside.rows(at: end)
    #expect(!left.contains(.entity(5)) && left.contains(.entity(6)))
  }

  static let errors: [(any Error, Bool)] = [
    (CommitError.unavailable, true), (CommitError.overloaded, true),
    (CommitError.outcomeUnknown, true), (CommitError.contended, true),
    (CommitError.internalError, false), (DatabaseError.unavailable, true),
    (DatabaseError.timeout, true), (DatabaseError.column(3, .isMalformed), false),
    (DatabaseError.sqlState(.serializationFailure), true),
    (DatabaseError.sqlState(.checkViolation), false), (CancellationError(), true),
    (Refusal.damaged("account x"), false), (Refusal.notFound("payout x"), false),
    (Refusal.payoutMoved, true), (Broken(), false),
  ]

  @Test("what may go well a moment later is nobody's fault and stops the step", arguments: 0..<15)
  func momentary(number: Int) async throws {
    let (error, isMomentary) = Self.errors[number]
    let (aside, count) = Self.make()
    var isThrown = false
    do {
      try await aside.attempt(.entity(1), at: .start) { throw error }
    } catch {
      isThrown = true
    }
    #expect(isThrown == isMomentary)
    #expect(count.current == (isMomentary ? 0 : 1))
    try await aside.attempt(.entity(1), at: .start) {}
    #expect(count.current == 0)
  }
}

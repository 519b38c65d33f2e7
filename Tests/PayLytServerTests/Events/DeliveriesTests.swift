import Testing

@testable import PayLytServer

@Suite("Deliveries to a consumer")
struct DeliveriesTests {
  private static func sent(_ positions: [Int64], after start: Int64 = 0) -> Deliveries {
    var deliveries = Deliveries(after: start, inFlightMax: 4, patience: 100, patienceMax: 1_000)
    for position in positions { deliveries.send(position, at: 0) }
    return deliveries
  }

  @Test(
    "a consumer has come as far as everything before is acknowledged",
    arguments: [
      ([], 4), ([5], 6), ([7], 4), ([9], 4), ([5, 7], 8), ([7, 9], 4), ([5, 7, 9], 9),
      ([4, 5, 6, 100], 6),
    ] as [([Int64], Int64)])
  func acknowledged(positions: [Int64], expected: Int64) {
    var deliveries = Self.sent([5, 7, 9], after: 3)
    deliveries.acknowledge(positions)
    #expect(deliveries.acknowledged == expected)
  }

  @Test("what is of no concern is passed, but not what is in flight")
  func passed() {
    var deliveries = Self.sent([], after: 3)
    deliveries.pass(20)
    #expect(deliveries.acknowledged == 20)
    deliveries.send(25, at: 0)
    deliveries.pass(30)
    deliveries.pass(10)
    #expect(deliveries.acknowledged == 24)
    #expect(deliveries.read == 30)
    deliveries.acknowledge([25])
    #expect(deliveries.acknowledged == 30)
  }

  @Test("there is room for so many unacknowledged events and no more")
  func room() {
    var deliveries = Self.sent([1, 2, 3, 4])
    #expect(deliveries.room == 0)
    deliveries.acknowledge([2, 2])
    #expect(deliveries.room == 1)
  }

  @Test("what is not acknowledged in time is due again, and again, in order")
  func due() {
    var deliveries = Self.sent([1, 2, 3])
    #expect(deliveries.takeDue(at: 99).isEmpty)
    deliveries.acknowledge([2])
    #expect(deliveries.nextDue == 100)
    #expect(deliveries.takeDue(at: 100).map(\.position) == [1, 3])
    #expect(deliveries.takeDue(at: 299).isEmpty)
    #expect(deliveries.takeDue(at: 300).map(\.delivery) == [3, 3])
    deliveries.acknowledge([1, 3])
    #expect(deliveries.nextDue == nil)
  }

  @Test(
    "each pause before the same event comes again is twice as long, up to the longest",
    arguments: [
      (100, 1_000, [100, 200, 400, 800, 1_000, 1_000]),
      (100, 50, [100, 100, 100]),
      (1 << 61, 1 << 62, [1 << 61, 1 << 62]),
      (1, .max, (0..<63).map { 1 << $0 }),
    ] as [(UInt64, UInt64, [UInt64])])
  func pauses(patience: UInt64, longest: UInt64, expected: [UInt64]) {
    var deliveries = Deliveries(
      after: 0, inFlightMax: 1, patience: patience, patienceMax: longest)
    deliveries.send(1, at: 0)
    var pauses: [UInt64] = []
    var now: UInt64 = 0
    while pauses.count < expected.count, let due = deliveries.nextDue, due > now {
      pauses.append(due - now)
      now = due
      #expect(deliveries.takeDue(at: now).map(\.delivery) == [Int32(pauses.count) + 1])
    }
    #expect(pauses == expected)
  }

  @Test("an event that comes for the hundredth time waits no longer, and one that is new no less")
  func manyDeliveries() {
    var deliveries = Deliveries(after: 0, inFlightMax: 2, patience: 3, patienceMax: 10)
    deliveries.send(1, at: 0)
    for _ in 0..<100 { _ = deliveries.takeDue(at: deliveries.nextDue ?? 0) }
    let now = (deliveries.nextDue ?? 0) - 10
    deliveries.send(2, at: now)
    #expect(deliveries.nextDue == now + 3)
    deliveries.acknowledge([2])
    #expect(deliveries.takeDue(at: now + 9).isEmpty)
    #expect(deliveries.takeDue(at: now + 10).map(\.delivery) == [102])
  }
}

@Suite("The latency of deliveries")
struct DeliveryLatencyTests {
  @Test(
    "percentiles are right within the width of a bucket, in each order of magnitude",
    arguments: [1, 7, 8, 100, 1_000, 15_000, 1_000_000] as [Int64])
  func percentiles(unit: Int64) throws {
    let latency = DeliveryLatency()
    for value in 1...100 { latency.record(microseconds: Int64(value) * unit) }
    let summary = try #require(latency.take())
    #expect(summary.count == 100)
    #expect(summary.max == 100 * unit)
    #expect((50 * unit...50 * unit * 9 / 8 + 1).contains(summary.p50))
    #expect((99 * unit...100 * unit).contains(summary.p99))
    #expect(latency.take() == nil)
  }

  @Test("a time between two clocks that disagree counts as none, and an endless one is kept")
  func extremes() throws {
    let latency = DeliveryLatency()
    latency.record(microseconds: -5)
    latency.record(microseconds: .max)
    let summary = try #require(latency.take())
    #expect(summary.p50 <= 2)
    #expect(summary.max == .max)
  }
}

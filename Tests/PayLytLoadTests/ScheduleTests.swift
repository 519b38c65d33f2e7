import Testing

@testable import PayLytLoad

@Suite("When calls are due")
struct ScheduleTests {
  private static let second: UInt64 = 1_000_000_000

  @Test("an open loop spaces calls evenly, whatever the server does")
  func even() {
    let schedule = Schedule(.open(rate: 1000), rampUp: 0, length: Self.second)
    var due: [UInt64] = []
    // The elapsed time does not matter: a client that is late has late calls, not fewer.
    while let arrival = schedule.take(elapsed: 500_000_000) { due.append(arrival.due) }
    #expect(due.count == 1000)
    #expect(due[1] - due[0] == 1_000_000)
    #expect(due.last == 999_000_000)
  }

  @Test("a ramp-up offers half of the calls, rising, and then the full rate")
  func rampUp() {
    let schedule = Schedule(.open(rate: 1000), rampUp: Self.second, length: 2 * Self.second)
    var ramp = 0
    var steady = 0
    var last: UInt64 = 0
    while let arrival = schedule.take(elapsed: 0) {
      #expect(arrival.due >= last)
      last = arrival.due
      if arrival.isRampUp { ramp += 1 } else { steady += 1 }
    }
    #expect((499...501).contains(ramp))
    #expect((999...1001).contains(steady))
  }

  @Test("a closed loop is due at once and ends in time")
  func closed() {
    let schedule = Schedule(.closed, rampUp: 10, length: 100)
    #expect(schedule.take(elapsed: 42)?.due == 42)
    #expect(schedule.take(elapsed: 5)?.isRampUp == true)
    #expect(schedule.take(elapsed: 100) == nil)
  }

  @Test("lanes of a closed loop begin one after the other")
  func lanes() {
    let schedule = Schedule(.closed, rampUp: 100, length: 1000)
    #expect([0, 1, 2, 3].map { schedule.start(ofLane: $0, of: 4) } == [0, 25, 50, 75])
  }
}

@Suite("Mixes")
struct MixTests {
  @Test(
    "a mix is read in each of its forms",
    arguments: [
      ("release", [Operation.release]), ("release=70,read=30", [.release, .read]),
      ("reads", [.read, .list]),
      ("# comment\nrelease 70 # most\nsubmit 10\n", [.release, .submit]),
    ])
  func forms(text: String, operations: [Operation]) throws {
    #expect(try Mix(text).weights.map(\.operation) == operations)
  }

  @Test(
    "what is no mix is refused",
    arguments: [
      "", "steal", "release=0", "release=1,release=2", "release=-5", "read 1000001", "# nothing",
    ])
  func refused(text: String) {
    #expect(throws: LoadError.self) { try Mix(text) }
  }

  @Test("operations are drawn by their weight, and the same each time")
  func draws() throws {
    let mix = try Mix("release=70,read=30")
    let drawn = (0..<10_000).map { mix.operation(of: UInt64($0), seed: 7) }
    let releases = drawn.filter { $0 == .release }.count
    #expect((6_800...7_200).contains(releases))
    #expect(drawn == (0..<10_000).map { mix.operation(of: UInt64($0), seed: 7) })
    #expect(drawn != (0..<10_000).map { mix.operation(of: UInt64($0), seed: 8) })
  }
}

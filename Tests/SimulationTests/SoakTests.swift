import FoundationEssentials
import Glibc
import Testing

@testable import PayLytServer

/// What `make soak` runs: as long as wanted, or one seed.
private enum Soak {
  static let environment = ProcessInfo.processInfo.environment
  static let minutes = environment["PAYLYT_SOAK_MINUTES"].flatMap(Double.init)
  static let seed = environment["PAYLYT_SOAK_SEED"].flatMap { UInt64($0) }
  static let isWanted = minutes != nil || seed != nil
}

@Suite("Soak", .enabled(if: Soak.isWanted), .serialized)
struct SoakTests {
  @Test("one seed, told again", .enabled(if: Soak.seed != nil))
  func again() throws {
    let seed = try #require(Soak.seed)
    guard let failure = Story(seed: seed, steps: Story.stepsUsual).tell() else {
      print("seed \(seed) holds")
      return
    }
    Issue.record("\(failure.minimized().report)")
  }

  @Test("new seeds, until the time is over", .enabled(if: Soak.minutes != nil && Soak.seed == nil))
  func onAndOn() async throws {
    let minutes = try #require(Soak.minutes)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(minutes * 60)
    let first = UInt64.random(in: 0...1 << 40)
    var seed = first
    while clock.now < end {
      // The last words of a story that ends the process.
      print("seed \(seed)", terminator: "\r")
      fflush(nil)
      if let failure = Story(seed: seed, steps: Story.stepsUsual).tell() {
        Issue.record("\(failure.minimized().report)")
        return
      }
      seed += 1
      if (seed - first) % 40 == 0 {
        // Beside them, the same users on PostgreSQL.
        let judge = try await PostgresStory.tell(seed: seed, rounds: 10)
        #expect(judge.violations.isEmpty, "seed \(seed) on PostgreSQL")
      }
      if (seed - first) % 100 == 0 { print("\(seed - first) stories from seed \(first) on: right") }
    }
    print("\(seed - first) stories from seed \(first) on: all right")
  }
}

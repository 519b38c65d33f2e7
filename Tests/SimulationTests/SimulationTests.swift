import Testing

@testable import PayLytServer

@Suite("Simulated lives of users, servers and their failures")
struct SimulationTests {
  @Test("every invariant holds after every step", arguments: UInt64(1)...12)
  func holds(seed: UInt64) {
    let failure = Story(seed: seed, steps: Story.stepsUsual).tell()?.minimized()
    if let failure { Issue.record("\(failure.report)") }
  }

  @Test("the same seed tells the same story, another one another")
  func repeats() {
    func lines(_ seed: UInt64) -> [String] {
      let simulation = Simulation(seed: seed)
      simulation.run(steps: 1000)
      simulation.rest()
      return simulation.story
    }
    let first = lines(7)
    #expect(first == lines(7))
    #expect(first != lines(8))
  }

  @Test("every kind of failure happens within a few stories")
  func everythingGoesWrong() {
    var missing = Set(Fault.allCases)
    for seed in UInt64(1)...40 where !missing.isEmpty {
      let simulation = Simulation(seed: seed)
      simulation.run(steps: Story.stepsUsual) { _ in missing.isSubset(of: simulation.injected) }
      missing.subtract(simulation.injected)
    }
    #expect(missing.isEmpty, "\(missing.map(\.rawValue))")
  }

  @Test("payouts to banks end in every way within a few stories")
  func banks() throws {
    let lines = Workload.lines
    let index = try #require(lines.firstIndex { $0.command == "\(CreatePayoutQuote.self)" })
    var missing: Set = ["payout.succeeded", "payout.failed", "payout.reversed"]
    for round in 1...12 where !missing.isEmpty {
      let simulation = Simulation(seed: UInt64(lines.count * round + index))
      simulation.run(steps: Story.stepsUsual) { missing.isSubset(of: $0.endings) }
      #expect(simulation.judge.violations.isEmpty, "seed \(simulation.seed)")
      missing.subtract(simulation.judge.endings)
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  /// The story of a seed is about one command, so there is one for each that shows it.
  @Test(
    "every command of the table takes effect in the story about it",
    arguments: Workload.lines.indices)
  func everythingHappens(index: Int) {
    let (command, count) = (Workload.lines[index].command, UInt64(Workload.lines.count))
    let seeds = (UInt64(1)...8).map { count * $0 + UInt64(index) }
    let hasHappened = seeds.contains { seed in
      let simulation = Simulation(seed: seed)
      #expect(simulation.subject.command == command)
      simulation.run(steps: Story.stepsUsual) { $0.happened[command] != nil }
      #expect(simulation.judge.violations.isEmpty, "seed \(seed)")
      return simulation.judge.happened[command] != nil
    }
    #expect(hasHappened, "\(command)")
  }
}

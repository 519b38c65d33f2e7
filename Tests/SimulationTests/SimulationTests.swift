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

  @Test("every command of the table takes effect in some story")
  func everythingHappens() {
    var missing = Set(Workload.lines.map(\.command))
    for seed in UInt64(101)...120 where !missing.isEmpty {
      let simulation = Simulation(seed: seed)
      simulation.run(steps: Story.stepsUsual)
      simulation.rest()
      missing.subtract(simulation.judge.happened.keys)
    }
    #expect(missing.isEmpty)
  }
}

@testable import PayLytServer

/// One simulation that can be told again: a seed, so many steps, without some of them.
struct Story {
  let seed: UInt64
  var steps: Int
  var skipped: Set<Int> = []
  var plant: @Sendable (Simulation) -> Void = { _ in }

  /// Steps of a story when nobody says otherwise.
  static let stepsUsual = 3000

  /// What went wrong, with the lines of what happened; nil when all is right.
  struct Failure {
    let story: Story
    let violations: [Violation]
    let lines: [String]
  }

  func tell() -> Failure? {
    let simulation = Simulation(seed: seed)
    plant(simulation)
    simulation.run(steps: steps, skipping: skipped)
    if simulation.judge.violations.isEmpty { simulation.rest() }
    let violations = simulation.judge.violations
    if violations.isEmpty { return nil }
    return Failure(story: self, violations: violations, lines: simulation.story)
  }
}

extension Story.Failure {
  /// Reruns at most.
  private static let tellingsMax = 200

  /// The same failure with fewer steps: first the shortest beginning that shows it, then without
  /// every stretch of steps that it does not need.
  func minimized() -> Story.Failure {
    var best = shortestBeginning()
    var left = Self.tellingsMax
    var stretch = best.story.steps / 2
    while stretch > 0, left > 0 {
      var start = 1
      while start <= best.story.steps, left > 0 {
        var shorter = best.story
        let candidate = Set(start..<min(start + stretch, shorter.steps + 1))
        if !candidate.isSubset(of: shorter.skipped) {
          left -= 1
          shorter.skipped.formUnion(candidate)
          if let again = shorter.tell(), isSame(again) { best = again }
        }
        start += stretch
      }
      stretch /= 2
    }
    return best
  }

  /// By bisection: every step is followed by a look at all invariants, so what is found in step n
  /// is not there before; what only shows at rest may need fewer steps than were taken.
  private func shortestBeginning() -> Story.Failure {
    var best = self
    var low = 0
    var high = min(story.steps, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      var shorter = story
      shorter.steps = middle
      if let again = shorter.tell(), isSame(again) {
        best = again
        high = middle
      } else {
        low = middle
      }
    }
    return best
  }

  private func isSame(_ other: Story.Failure) -> Bool {
    other.violations.contains { $0.invariant == violations[0].invariant }
  }

  /// What a person needs who wants to see it again.
  var report: String {
    """
    seed \(story.seed) fails after \(story.steps - story.skipped.count) steps:
    \(violations.map(\.description).joined(separator: "\n"))
    -- what happened
    \(lines.joined(separator: "\n"))
    -- again: make soak SEED=\(story.seed)
    """
  }
}

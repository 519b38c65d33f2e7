/// What chance decides, from a seed: SplitMix64, so that the same seed makes the same story.
struct Draw: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The chance of one step: another step's does not depend on it, so that a story can be told
  /// again without some of its steps.
  init(seed: UInt64, step: Int) {
    var mixer = Draw(seed: seed &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(truncatingIfNeeded: step))
    state = mixer.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int64>) -> Int64 { .random(in: range, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }

  /// Mostly one of the last: what is old is often over.
  mutating func recent<Element>(of elements: [Element]) -> Element? {
    one(of: chance(75) ? Array(elements.suffix(5)) : elements)
  }

  /// One of `choices`, as often as its weight says.
  mutating func weighted<Choice>(_ choices: [(choice: Choice, weight: Int)]) -> Choice {
    var left = Int.random(in: 0..<choices.reduce(0) { $0 + $1.weight }, using: &self)
    for (choice, weight) in choices {
      left -= weight
      if left < 0 { return choice }
    }
    preconditionFailure("weights add up")
  }
}

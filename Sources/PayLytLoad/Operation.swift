/// What a load run can do, by the names of mixes, journals and reports.
public enum Operation: String, Sendable, CaseIterable {
  /// EscrowService/ReleaseMilestone by the client: money moves. Uses up the work.
  case release
  /// EscrowService/SubmitMilestone by the freelancer. Uses up the work, from its other end.
  case submit
  /// EscrowService/GetEscrow by the client.
  case read
  /// EscrowService/ListEscrows by the client, first page.
  case list
  /// EscrowService/WatchEscrow by the client: until the first state arrives.
  case watch
  /// JobService/CreateJob by the client.
  case createJob = "create-job"
  /// A whole deal: a job is posted, taken, funded, waited for until it is paid, and released. Five
  /// calls, whose latency counts together. Makes its own work.
  case fundRelease = "fund-release"

  /// Whether an acknowledgement says that something was written.
  var isWritten: Bool {
    switch self {
    case .release, .submit, .createJob, .fundRelease: true
    case .read, .list, .watch: false
    }
  }

  /// Whether it takes an escrow, or somebody to deal with, of a work file.
  var needsWork: Bool {
    switch self {
    case .list, .createJob: false
    case .release, .submit, .read, .watch, .fundRelease: true
    }
  }
}

/// How often each operation is drawn.
public struct Mix: Sendable, Equatable {
  /// In the order of `Operation.allCases`, each more than zero, at least one.
  public let weights: [(operation: Operation, weight: UInt32)]

  public static func == (a: Mix, b: Mix) -> Bool {
    a.weights.elementsEqual(b.weights) { $0 == $1 }
  }

  /// Mixes that have a name of their own.
  private static let named: [String: String] = [
    "holds": "release=1",
    "mixed": "release=30 submit=10 read=50 list=5 create-job=5",
    "reads": "read=90 list=10",
    "watch-streams": "watch=1",
  ]

  /// Reads `release`, `release=70,read=30`, the text of a mix file (`release 70` on lines, `#`
  /// begins a comment), or the name of a mix.
  ///
  /// - Throws: `LoadError` that says what is wrong.
  public init(_ text: String) throws(LoadError) {
    var weights: [Operation: UInt32] = [:]
    let source = Self.named[text] ?? text
    for line in source.split(whereSeparator: \.isNewline) {
      let statement = line.prefix { $0 != "#" }
      var words = statement.split { " \t,=".contains($0) }[...]
      while let word = words.popFirst() {
        guard let operation = Operation(rawValue: String(word)) else {
          throw LoadError("there is no operation \(word); there are \(Self.known)")
        }
        var weight: UInt32 = 1
        if let number = words.first.flatMap({ Int($0) }) {
          words.removeFirst()
          guard (1...1_000_000).contains(number) else {
            throw LoadError("the weight of \(word) is from 1 to 1000000")
          }
          weight = UInt32(number)
        }
        guard weights.updateValue(weight, forKey: operation) == nil else {
          throw LoadError("\(word) is there twice")
        }
      }
    }
    guard !weights.isEmpty else { throw LoadError("a mix of nothing") }
    self.weights = Operation.allCases.compactMap { operation in
      weights[operation].map { (operation, $0) }
    }
  }

  /// The operation of one arrival: the same number always draws the same one.
  func operation(of arrival: UInt64, seed: UInt64) -> Operation {
    let total = weights.reduce(UInt64(0)) { $0 + UInt64($1.weight) }
    var rest = Randomness.mixed(arrival ^ Randomness.mixed(seed)) % total
    for (operation, weight) in weights {
      guard rest >= UInt64(weight) else { return operation }
      rest -= UInt64(weight)
    }
    preconditionFailure("a draw past the end of the mix")
  }

  /// The names of all operations and mixes.
  public static var known: String {
    (Operation.allCases.map(\.rawValue) + named.keys.sorted()).joined(separator: ", ")
  }
}

/// What the person who runs the client can put right, as a sentence.
public struct LoadError: Error, Equatable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}

/// Numbers that look random and follow from a seed.
enum Randomness {
  /// The finalizer of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every bit.
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

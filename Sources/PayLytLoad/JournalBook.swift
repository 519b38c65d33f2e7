import PayLytAPI

/// An escrow as the server shows it, without what the comparison does not need.
struct EscrowState: Sendable {
  enum Milestone: Sendable, Hashable {
    case waiting, submitted, released, other
  }

  /// From position 1.
  let milestones: [Milestone]
  /// Amounts of the milestones in smallest units, in the same order.
  let amounts: [Int64]
  let releasedUnits: Int64
  let version: Int64
}

extension EscrowState {
  init(_ escrow: Escrow) {
    self.init(
      milestones: escrow.milestones.map {
        switch $0.state {
        case .funded: .waiting
        case .submitted: .submitted
        case .released: .released
        case .unspecified, .pending, .refunded, .cancelled, .revisionRequested, .disputed, .split,
          .unrecognized:
          .other
        }
      },
      amounts: escrow.milestones.map { $0.amount?.units ?? 0 },
      releasedUnits: escrow.released?.units ?? 0, version: escrow.version)
  }
}

/// A journal, ordered by what it is about.
struct JournalBook: Sendable {
  private struct Entry {
    let outcome: JournalLine.Outcome
    let operation: Operation
    let version: Int64
  }

  private struct Subject: Hashable {
    let escrow: Identifier
    let milestone: Int
  }

  /// A deal from its beginning to its release, as it was acknowledged.
  struct Deal: Sendable, Hashable {
    let escrow: Identifier
    /// The number of the user who can see it.
    let client: Int
    let version: Int64
  }

  private var entries: [Subject: [Entry]] = [:]
  private(set) var deals: [Deal] = []
  /// Acknowledged jobs, by resource name.
  private(set) var jobs: [String] = []
  private(set) var acknowledged = 0
  private(set) var unknown = 0
  private var repeated: [String] = []

  init(path: String) throws(LoadError) {
    try Journal.read(path) { (line) throws(LoadError) in try add(line) }
    findRepeated()
  }

  init(_ lines: [JournalLine]) throws(LoadError) {
    for line in lines { try add(line) }
    findRepeated()
  }

  /// What two requests were told that only one can have made.
  private mutating func findRepeated() {
    let seen = jobs.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    repeated += seen.filter { $0.value > 1 }.keys.sorted().map {
      "doubled: \($0) was acknowledged for two requests"
    }
    let dealt = deals.reduce(into: [String: Int]()) { $0["\($1.escrow)", default: 0] += 1 }
    repeated += dealt.filter { $0.value > 1 }.keys.sorted().map {
      "doubled: escrow \($0) was dealt for two requests"
    }
  }

  private mutating func add(_ line: JournalLine) throws(LoadError) {
    switch line.outcome {
    case .acknowledged: acknowledged += 1
    case .unknown: unknown += 1
    }
    if line.operation == .createJob {
      if line.outcome == .acknowledged { jobs.append(line.subject) }
      return
    }
    if line.operation == .fundRelease, line.outcome == .unknown { return }
    let parts = line.subject.split(separator: "/")
    guard parts.count == 2, let escrow = Identifier(parts[0]), let milestone = Int(parts[1]) else {
      throw LoadError("\(line.subject) is no milestone")
    }
    if line.operation == .fundRelease {
      deals.append(Deal(escrow: escrow, client: milestone, version: line.version))
      return
    }
    entries[Subject(escrow: escrow, milestone: milestone), default: []].append(
      Entry(outcome: line.outcome, operation: line.operation, version: line.version))
  }

  /// What is wrong with the journal itself, or with it and the work.
  func findings(in work: WorkFile) -> [String] {
    let known = Set(work.escrows.map(\.id))
    let strangers = Set(entries.keys.map(\.escrow)).subtracting(known)
    return repeated + strangers.map { "escrow \($0) of the journal is not in the work" }.sorted()
  }

  /// Compares the escrow of a whole deal: all of it is released, in one go.
  func compare(_ deal: Deal, with state: EscrowState, receipts: [Int64]) -> [String] {
    var findings: [String] = []
    if state.milestones.contains(where: { $0 != .released }) || state.version < deal.version {
      findings.append("lost: escrow \(deal.escrow): its deal was acknowledged")
    }
    if receipts != [state.releasedUnits] || state.releasedUnits != state.amounts.reduce(0, +) {
      findings.append(
        "doubled or lost: escrow \(deal.escrow) has receipts over \(receipts), "
          + "released \(state.releasedUnits)")
    }
    return findings
  }

  /// Compares one escrow with what the journal says of it.
  func compare(
    _ escrow: Identifier, with state: EscrowState, receipts: [Int64]
  ) -> [String] {
    var findings: [String] = []
    var releasedUnits: Int64 = 0
    for (index, milestone) in state.milestones.enumerated() {
      let entries = entries[Subject(escrow: escrow, milestone: index + 1)] ?? []
      let name = "escrow \(escrow), milestone \(index + 1)"
      findings += compare(entries, with: milestone, version: state.version, name)
      if milestone == .released { releasedUnits += state.amounts[index] }
    }
    if releasedUnits != state.releasedUnits {
      findings.append(
        "wrong: escrow \(escrow) released \(state.releasedUnits), "
          + "its milestones add up to \(releasedUnits)")
    }
    let released = state.milestones.filter { $0 == .released }.count
    if receipts.count != released || receipts.reduce(0, +) != state.releasedUnits {
      findings.append(
        "doubled or lost: escrow \(escrow) has \(receipts.count) receipts over "
          + "\(receipts.reduce(0, +)) for \(released) releases over \(state.releasedUnits)")
    }
    return findings
  }

  private func compare(
    _ entries: [Entry], with state: EscrowState.Milestone, version: Int64, _ name: String
  ) -> [String] {
    var findings: [String] = []
    func count(_ operation: Operation, _ outcome: JournalLine.Outcome) -> Int {
      entries.filter { $0.operation == operation && $0.outcome == outcome }.count
    }
    for operation in [Operation.release, .submit] where count(operation, .acknowledged) > 1 {
      findings.append("doubled: \(name): \(operation.rawValue) was acknowledged for two requests")
    }
    if count(.release, .acknowledged) > 0, state != .released {
      findings.append("lost: \(name): its release was acknowledged")
    }
    if count(.submit, .acknowledged) > 0, state != .submitted, state != .released {
      findings.append("lost: \(name): its submission was acknowledged")
    }
    if state == .released, !entries.contains(where: { $0.operation == .release }) {
      findings.append("invented: \(name) is released and nobody asked for it")
    }
    if state == .submitted, !entries.contains(where: { $0.operation == .submit }) {
      findings.append("invented: \(name) is submitted and nobody asked for it")
    }
    if let newest = entries.map(\.version).max(), newest > version {
      findings.append("lost: \(name): version \(newest) was acknowledged, now it is \(version)")
    }
    return findings
  }
}

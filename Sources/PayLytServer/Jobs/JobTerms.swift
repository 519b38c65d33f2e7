import PayLytCrypto

/// What both sides agree on, in one canonical byte form.
struct JobTerms: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    let title: String
    let amountMsat: Int64
  }

  let title: String
  let description: String
  let steps: [Step]
  let deadline: Timestamp
  let conditions: EscrowConditions
  let fees: FeeRates

  var amountMsat: Int64 { steps.reduce(0) { $0 + $1.amountMsat } }

  /// SHA-256 over each part with its length before it, so that no two terms share their bytes.
  var sha256: [UInt8] {
    var bytes = Array("paylyt job terms 3".utf8)
    func add(_ text: String) {
      add(Int64(text.utf8.count))
      bytes.append(contentsOf: text.utf8)
    }
    func add(_ number: Int64) { bytes += number.bigEndianBytes }
    add(title)
    add(description)
    add(deadline.microseconds)
    add(Int64(conditions.feePayer.rawValue))
    add(conditions.inspectionSeconds)
    add(Int64(conditions.revisionsMax))
    add(conditions.isReturnedByTimer ? 1 : 0)
    add(Int64(fees.version))
    add(Int64(fees.basisPoints))
    add(fees.fixedMsat)
    add(fees.minMsat)
    add(fees.maxMsat)
    add(Int64(steps.count))
    for step in steps {
      add(step.title)
      add(step.amountMsat)
    }
    return SHA256.hash(bytes)
  }
}

extension JobTerms {
  /// The terms of a job as its rows have them.
  init(_ job: Job, _ milestones: [JobMilestone]) {
    self.init(
      title: job.title, description: job.description,
      steps: milestones.filter { !$0.isRemoved }.sorted { $0.number < $1.number }
        .map { Step(title: $0.title, amountMsat: $0.amountMsat) },
      deadline: job.deadline, conditions: job.conditions, fees: job.fees)
  }
}

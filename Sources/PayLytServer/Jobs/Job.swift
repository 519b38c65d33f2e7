/// What a job's own row knows; from assigned on, what users see follows from the escrow.
enum JobState: Int16, Sendable, CaseIterable {
  /// Next: assigned, cancelled.
  case open = 1
  /// Final here; the escrow goes on.
  case assigned = 2
  /// Final.
  case cancelled = 3
}

/// Work that is offered.
struct Job: Hashable, Sendable, Versioned {
  let id: UUID
  let client: UUID
  private(set) var freelancer: UUID?
  let title: String
  let description: String
  let amountMsat: Int64
  let localCurrency: Asset
  /// Minor units: what `amountMsat` was worth when the job was posted, rounded down.
  let localMinor: Int64
  let rateNumerator: Int64
  let rateDenominator: Int64
  let rateAt: Timestamp
  let deadline: Timestamp
  /// SHA-256 of the terms: what the freelancer agrees to.
  let termsSHA256: [UInt8]
  private(set) var state: JobState
  private(set) var escrow: UUID?
  private(set) var version: Int64
  let createdAt: Timestamp

  /// The freelancer takes the job under the terms that they read.
  mutating func assign(
    to freelancer: UUID, terms: [UInt8], escrow: UUID, at now: Timestamp
  ) throws(JobError) {
    guard freelancer != client else { throw .ownJob }
    guard state == .open else { throw .notOpen(state) }
    guard now < deadline else { throw .deadlinePassed }
    guard terms == termsSHA256 else { throw .termsChanged }
    state = .assigned
    self.freelancer = freelancer
    self.escrow = escrow
    version += 1
  }

  mutating func cancel() throws(JobError) {
    guard state == .open else { throw .notOpen(state) }
    state = .cancelled
    version += 1
  }
}

/// One step of a job and its price.
struct JobMilestone: Hashable, Sendable {
  let id: UUID
  let job: UUID
  /// From 1.
  let position: Int16
  let title: String
  let amountMsat: Int64
}

/// Why a job refused a move.
enum JobError: Error, Equatable {
  case notOpen(JobState)
  case ownJob
  /// Whoever took it now could not deliver in time.
  case deadlinePassed
  case termsChanged
}

extension JobError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .notOpen(let state):
      Refusal(
        .failedPrecondition, reason: "JOB_NOT_OPEN", message: "The job is \(state), not open.")
    case .ownJob:
      Refusal(
        .failedPrecondition, reason: "OWN_JOB", message: "A client cannot take their own job.")
    case .deadlinePassed:
      Refusal(
        .failedPrecondition, reason: "DEADLINE_PASSED", message: "The job's deadline has passed.")
    case .termsChanged:
      Refusal(
        .failedPrecondition, reason: "TERMS_CHANGED",
        message: "These are not the job's terms. Read the job again.")
    }
  }
}

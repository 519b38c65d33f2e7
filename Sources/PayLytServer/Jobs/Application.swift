/// The life of an application. Raw values are stored and equal the API's.
enum ApplicationState: Int16, Sendable, CaseIterable {
  /// Next: accepted, rejected, withdrawn.
  case pending = 1
  /// Next: pending, rejected, withdrawn, when the job opens again.
  case accepted = 2
  /// By the client, or because the job ended without anybody. Final.
  case rejected = 3
  /// Next: pending, when the freelancer applies again.
  case withdrawn = 4
  /// Rejected because another one was accepted. Next: pending, when the job opens again.
  case passedOver = 5

  /// Whether the client may still come to it.
  var stands: Bool {
    switch self {
    case .pending, .accepted, .passedOver: true
    case .rejected, .withdrawn: false
    }
  }
}

/// A freelancer's offer to do a job under the terms that they have read. One for each freelancer
/// and job.
struct Application: Hashable, Sendable, Versioned {
  let id: UUID
  let job: UUID
  let freelancer: UUID
  /// What they write to the client.
  var proposal: String
  var state: ApplicationState
  /// The terms that they have agreed to.
  var termsSHA256: [UInt8]
  var termsVersion: Int32
  var version: Int64
  let createdAt: Timestamp
  var updatedAt: Timestamp

  mutating func move(to next: ApplicationState, at now: Timestamp) {
    state = next
    version += 1
    updatedAt = now
  }

  func checkPending() throws(JobError) {
    guard state == .pending else { throw .applicationNotPending(state) }
  }
}

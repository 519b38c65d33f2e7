/// A job's state as users see it: from assigned on, the escrow tells. Raw values equal the API's.
enum JobStage: Int16, Sendable, CaseIterable {
  case open = 1
  case assigned = 2
  case paidLocked = 3
  case submitted = 4
  case released = 5
  case refunded = 6
  case cancelled = 7
  case draft = 8
  case expired = 9
  case disputed = 10
  case split = 11

  init(_ state: JobState, _ escrow: EscrowState?) {
    switch (state, escrow) {
    case (.open, _): self = .open
    case (.draft, _): self = .draft
    case (.expired, _), (.assigned, .expired): self = .expired
    case (.cancelled, _), (.assigned, .cancelled): self = .cancelled
    case (.assigned, .none), (.assigned, .created), (.assigned, .awaitingPayment),
      (.assigned, .partiallyFunded):
      self = .assigned
    case (.assigned, .paidLocked), (.assigned, .partiallyReleased): self = .paidLocked
    case (.assigned, .inReview): self = .submitted
    case (.assigned, .released): self = .released
    case (.assigned, .refunded): self = .refunded
    case (.assigned, .disputed): self = .disputed
    case (.assigned, .split): self = .split
    }
  }
}

/// A job as users see it: with its milestones, and the state that its escrow gives it.
struct JobView: Hashable, Sendable {
  let job: Job
  /// The ones that are not removed, by number.
  let milestones: [JobMilestone]
  /// nil until the job is assigned.
  let escrowState: EscrowState?

  var stage: JobStage { JobStage(job.state, escrowState) }

  /// Whether nothing can happen to it any more.
  var isOver: Bool {
    switch job.state {
    case .cancelled, .expired: true
    case .open, .draft: false
    case .assigned: escrowState?.isFinal ?? false
    }
  }

  func isVisible(to caller: Caller) -> Bool {
    switch caller {
    case .system: true
    case .user(let id, let roles):
      job.state == .open || id == job.client || id == job.freelancer || roles.contains(.admin)
    }
  }
}

extension Decision {
  /// The job with its milestones, when the caller may see it.
  ///
  /// - Throws: NOT_FOUND; ABORTED when `etag` is that of another version.
  func jobView(_ id: UUID, for caller: Caller, etag: String = "") throws(Refusal) -> JobView {
    guard let job = row(Job.self, id) else { throw .notFound("job \(id)") }
    let milestones = rows(JobMilestone.self, by: "job_id", .uuid(id))
      .filter { !$0.isRemoved }.sorted { $0.number < $1.number }
    let state = job.escrow.flatMap { row(Escrow.self, $0)?.state }
    let view = JobView(job: job, milestones: milestones, escrowState: state)
    guard view.isVisible(to: caller) else { throw .notFound("job \(id)") }
    try job.check(etag: etag)
    return view
  }
}

extension Loader {
  func wantJob(_ id: UUID) {
    want(JobMilestone.self, by: "job_id", .uuid(id))
    if let escrow = row(Job.self, id)?.escrow { want(Escrow.self, escrow) }
  }
}

/// The client offers a draft to everybody.
struct PublishJob: Command {
  static let method = "JobService/PublishJob"
  static let capability: Capability? = .jobs
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  var etag = ""

  func load(_ rows: Loader) { rows.wantJob(job) }

  func decide(_ decision: Decision) throws -> JobView {
    let view = try decision.ownJob(job, of: caller, etag: etag)
    var job = view.job
    try job.publish(at: decision.now)
    decision.put(job)
    decision.setTimer(.jobEnds, for: job.id, at: job.deadline)
    decision.record("job.published", subject: "jobs/\(job.id)", parties: [job.client])
    return JobView(job: job, milestones: view.milestones, escrowState: nil)
  }
}

/// The client changes what a job says.
struct UpdateJob: Command {
  /// What is changed; nil is left as it is.
  struct Changes: Hashable, Sendable {
    var title: String?
    var description: String?
    var deadline: Timestamp?
    var conditions: EscrowConditions?
    var requiresApplication: Bool?
  }

  static let method = "JobService/UpdateJob"
  static let capability: Capability? = .jobs
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let changes: Changes
  /// The fees of the moment, for terms that become others.
  let fees: FeeRates
  var etag = ""

  func load(_ rows: Loader) { rows.wantJob(job) }

  func decide(_ decision: Decision) throws -> JobView {
    let view = try decision.ownJob(job, of: caller, etag: etag)
    if let deadline = changes.deadline, deadline <= decision.now {
      throw Refusal.invalid("deadline", "The deadline must be in the future.")
    }
    var job = view.job
    job.title = changes.title ?? job.title
    job.description = changes.description ?? job.description
    job.deadline = changes.deadline ?? job.deadline
    job.conditions = changes.conditions ?? job.conditions
    job.requiresApplication = changes.requiresApplication ?? job.requiresApplication
    if changes.deadline != nil, job.state == .open {
      decision.setTimer(.jobEnds, for: job.id, at: job.deadline)
    }
    return try decision.storeTerms(job, view.milestones, fees)
  }
}

/// The client changes one step of a job, adds one, or takes one out.
struct EditMilestone: Command {
  enum Edit: Hashable, Sendable {
    case add(JobTerms.Step)
    case update(Int16, JobTerms.Step)
    case remove(Int16)
  }

  static let method = "JobService/UpdateMilestone"
  static let capability: Capability? = .jobs
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let edit: Edit
  /// The fees of the moment, for terms that become others.
  let fees: FeeRates
  var etag = ""

  var method: String {
    switch edit {
    case .add: "JobService/AddMilestone"
    case .update: Self.method
    case .remove: "JobService/RemoveMilestone"
    }
  }

  func load(_ rows: Loader) { rows.wantJob(job) }

  func decide(_ decision: Decision) throws -> JobView {
    let view = try decision.ownJob(job, of: caller, etag: etag)
    guard view.job.state.isEditable else { throw JobError.notEditable(view.job.state) }
    // With those that were removed: their numbers are not used again.
    var all = decision.rows(JobMilestone.self, by: "job_id", .uuid(job))
    let changed: Int
    switch edit {
    case .add(let step):
      guard view.milestones.count < EscrowLimits.milestonesMax,
        let last = all.map(\.number).max(), last < EscrowLimits.milestoneNumberMax
      else { throw JobError.milestonesFull }
      all.append(
        JobMilestone(
          id: decision.newID(), job: job, number: last + 1, title: step.title,
          amountMsat: step.amountMsat, isRemoved: false))
      changed = all.count - 1
    case .update(let number, let step):
      changed = try index(of: number, in: all)
      all[changed].title = step.title
      all[changed].amountMsat = step.amountMsat
    case .remove(let number):
      changed = try index(of: number, in: all)
      guard view.milestones.count > 1 else { throw JobError.lastMilestone }
      all[changed].isRemoved = true
    }
    decision.put(all[changed])
    let left = all.filter { !$0.isRemoved }.sorted { $0.number < $1.number }
    return try decision.storeTerms(view.job, left, fees)
  }

  private func index(of number: Int16, in all: [JobMilestone]) throws(Refusal) -> Int {
    guard let index = all.firstIndex(where: { $0.number == number && !$0.isRemoved }) else {
      throw .notFound("milestone \(number)")
    }
    return index
  }
}

extension Decision {
  /// A job that the caller has posted.
  fileprivate func ownJob(_ id: UUID, of caller: Caller, etag: String) throws(Refusal) -> JobView {
    let view = try jobView(id, for: caller, etag: etag)
    guard case .user(view.job.client, _) = caller else { throw .onlyTheClient }
    return view
  }

  /// The job with other terms: they have another hash and the fees of now, and what it is worth
  /// follows. Terms that stay as they were keep their fees, too.
  fileprivate func storeTerms(
    _ edited: Job, _ milestones: [JobMilestone], _ fees: FeeRates
  ) throws -> JobView {
    guard edited.state.isEditable else { throw JobError.notEditable(edited.state) }
    var job = edited
    if JobTerms(job, milestones).sha256 != job.termsSHA256 { job.fees = fees }
    let terms = JobTerms(job, milestones)
    guard terms.amountMsat <= EscrowLimits.amountSatsMax * 1000,
      let local = job.local.value(of: terms.amountMsat)
    else {
      throw Refusal.invalid(
        "milestone.amount.units",
        "At most \(EscrowLimits.amountSatsMax) satoshis for the whole job.")
    }
    job.amountMsat = terms.amountMsat
    job.local = local
    if terms.sha256 != job.termsSHA256 {
      job.termsSHA256 = terms.sha256
      job.termsVersion += 1
    }
    job.touch(now)
    put(job)
    record("job.updated", subject: "jobs/\(job.id)", parties: [job.client])
    return JobView(job: job, milestones: milestones, escrowState: nil)
  }
}

/// The freelancer agrees to the terms. Of a job that anybody may take, it is theirs from the same
/// commit on, and its escrow exists; where the client picks, their application holds for the terms
/// as they are now.
struct AcceptTerms: Command {
  static let method = "JobService/AcceptTerms"
  static let capability: Capability? = .jobs
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let freelancer: UUID
  let agreement: Job.Agreement
  var etag = ""

  func load(_ rows: Loader) {
    rows.wantAccount(of: freelancer)
    rows.wantJob(job)
    rows.want(Application.self, by: "job_id", .uuid(job))
  }

  func decide(_ decision: Decision) throws -> JobView {
    try decision.checkActive(freelancer)
    let view = try decision.jobView(job, for: caller, etag: etag)
    guard view.job.requiresApplication else {
      return try decision.assign(view, to: freelancer, agreement)
    }
    try view.job.checkOffer(to: freelancer, agreement, at: decision.now)
    let applications = decision.rows(Application.self, by: "job_id", .uuid(job))
    guard var own = applications.first(where: { $0.freelancer == freelancer }) else {
      throw JobError.applicationRequired
    }
    try own.checkPending()
    own.termsSHA256 = view.job.termsSHA256
    own.termsVersion = view.job.termsVersion
    own.move(to: .pending, at: decision.now)
    decision.put(own)
    decision.record(
      "job.terms_accepted", subject: "jobs/\(job)", parties: [view.job.client, freelancer])
    return view
  }
}

extension Decision {
  /// The job is the freelancer's, and its escrow is opened. Who else has applied is passed over.
  func assign(
    _ view: JobView, to freelancer: UUID, _ agreement: Job.Agreement
  ) throws -> JobView {
    var job = view.job
    let id = newID()
    try job.assign(to: freelancer, agreement, escrow: id, at: now)
    put(job)
    let escrow = Escrow(
      opening: id, job: job.id, client: job.client, freelancer: freelancer,
      amountMsat: job.amountMsat,
      terms: EscrowTerms(job.conditions, fees: job.fees, deadline: job.deadline, openedAt: now),
      at: now)
    put(escrow)
    for (index, step) in view.milestones.enumerated() {
      put(
        Milestone(
          opening: newID(), escrow: id, position: Int16(index + 1), title: step.title,
          amountMsat: step.amountMsat))
    }
    put(
      TermsAcceptance(
        id: newID(), job: job.id, freelancer: freelancer, escrow: id,
        termsSHA256: job.termsSHA256, termsVersion: job.termsVersion, acceptedAt: now))
    for var application in rows(Application.self, by: "job_id", .uuid(job.id))
    where application.state == .pending {
      application.move(
        to: application.freelancer == freelancer ? .accepted : .passedOver, at: now)
      put(application)
    }
    setTimer(.fundingEnds, for: id, at: escrow.terms.fundBy)
    record("job.assigned", subject: "jobs/\(job.id)", parties: [job.client, freelancer])
    return JobView(job: job, milestones: view.milestones, escrowState: .created)
  }
}

/// That a freelancer agreed to exactly these terms. Never changed.
struct TermsAcceptance: Hashable, Sendable {
  let id: UUID
  let job: UUID
  let freelancer: UUID
  let escrow: UUID
  let termsSHA256: [UInt8]
  let termsVersion: Int32
  let acceptedAt: Timestamp
}

/// A freelancer applies for an open job under the terms that they have read.
struct ApplyToJob: Command {
  static let method = "JobService/ApplyToJob"
  static let capability: Capability? = .jobs
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let freelancer: UUID
  let proposal: String
  let agreement: Job.Agreement
  var etag = ""

  func load(_ rows: Loader) { rows.wantApplications(job) }

  func decide(_ decision: Decision) throws -> Application {
    let view = try decision.jobView(job, for: caller, etag: etag)
    try view.job.checkOffer(to: freelancer, agreement, at: decision.now)
    let all = decision.rows(Application.self, by: "job_id", .uuid(job))
    let earlier = all.first { $0.freelancer == freelancer }
    guard earlier == nil || earlier?.state == .withdrawn else { throw JobError.alreadyApplied }
    guard all.count(where: \.state.stands) < EscrowLimits.applicationsMax,
      earlier != nil || all.count < EscrowLimits.applicantsMax
    else { throw JobError.applicationsFull }
    let application: Application
    if var own = earlier {
      own.proposal = proposal
      own.termsSHA256 = view.job.termsSHA256
      own.termsVersion = view.job.termsVersion
      own.move(to: .pending, at: decision.now)
      application = own
    } else {
      application = Application(
        id: decision.newID(), job: job, freelancer: freelancer, proposal: proposal,
        state: .pending, termsSHA256: view.job.termsSHA256, termsVersion: view.job.termsVersion,
        version: 1, createdAt: decision.now, updatedAt: decision.now)
    }
    return decision.store(application, "application.made", view.job)
  }
}

/// The client takes one of those who applied.
struct AcceptApplication: Command {
  static let method = "JobService/AcceptApplication"
  static let capability: Capability? = .jobs
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let application: UUID
  var etag = ""

  func load(_ rows: Loader) {
    rows.wantApplications(job)
    if let chosen = rows.row(Application.self, application) {
      rows.wantAccount(of: chosen.freelancer)
    }
  }

  func decide(_ decision: Decision) throws -> JobView {
    let (view, chosen) = try decision.application(application, of: job, for: caller, etag: etag)
    guard case .user(view.job.client, _) = caller else { throw Refusal.onlyTheClient }
    try chosen.checkPending()
    guard decision.isActive(chosen.freelancer) else { throw JobError.freelancerUnavailable }
    return try decision.assign(
      view, to: chosen.freelancer,
      Job.Agreement(sha256: chosen.termsSHA256, version: chosen.termsVersion))
  }
}

/// The client does not want this one.
struct RejectApplication: Command {
  static let method = "JobService/RejectApplication"
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let application: UUID
  var etag = ""

  func load(_ rows: Loader) { rows.wantApplications(job) }

  func decide(_ decision: Decision) throws -> Application {
    var (view, own) = try decision.application(application, of: job, for: caller, etag: etag)
    guard case .user(view.job.client, _) = caller else { throw Refusal.onlyTheClient }
    try own.checkPending()
    own.move(to: .rejected, at: decision.now)
    return decision.store(own, "application.rejected", view.job)
  }
}

/// The freelancer takes it back.
struct WithdrawApplication: Command {
  static let method = "JobService/WithdrawApplication"
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let application: UUID
  var etag = ""

  func load(_ rows: Loader) { rows.wantApplications(job) }

  func decide(_ decision: Decision) throws -> Application {
    var (view, own) = try decision.application(application, of: job, for: caller, etag: etag)
    guard case .user(own.freelancer, _) = caller else { throw Refusal.onlyTheFreelancer }
    try own.checkPending()
    own.move(to: .withdrawn, at: decision.now)
    return decision.store(own, "application.withdrawn", view.job)
  }
}

extension Loader {
  fileprivate func wantApplications(_ job: UUID) {
    wantJob(job)
    want(Application.self, by: "job_id", .uuid(job))
  }
}

extension Application {
  /// To the client of the job, and to who made it.
  func isVisible(to caller: Caller, client: UUID) -> Bool {
    switch caller {
    case .system: true
    case .user(let id, let roles):
      id == client || id == freelancer || roles.contains(.admin)
    }
  }
}

extension Decision {
  /// - Throws: NOT_FOUND when there is none that the caller may see; ABORTED when `etag` is that of
  ///   another version.
  fileprivate func application(
    _ id: UUID, of job: UUID, for caller: Caller, etag: String
  ) throws(Refusal) -> (JobView, Application) {
    let applications = rows(Application.self, by: "job_id", .uuid(job))
    guard let found = applications.first(where: { $0.id == id }), let owner = row(Job.self, job),
      found.isVisible(to: caller, client: owner.client)
    else { throw .notFound("application \(id)") }
    try found.check(etag: etag)
    return (try jobView(job, for: .system("jobs")), found)
  }

  fileprivate func store(_ application: Application, _ event: String, _ job: Job) -> Application {
    put(application)
    record(
      event, subject: "jobs/\(job.id)/applications/\(application.id)",
      parties: [job.client, application.freelancer])
    return application
  }
}

extension Decision {
  /// The job has ended: nobody's application waits any longer.
  ///
  /// - Returns: whose did.
  func rejectApplications(for job: UUID) -> [UUID] {
    var applicants: [UUID] = []
    for var application in rows(Application.self, by: "job_id", .uuid(job)) {
      switch application.state {
      case .pending, .passedOver: application.move(to: .rejected, at: now)
      case .accepted, .rejected, .withdrawn: continue
      }
      put(application)
      applicants.append(application.freelancer)
    }
    return applicants
  }
}

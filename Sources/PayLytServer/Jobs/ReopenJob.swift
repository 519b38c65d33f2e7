/// One of the two steps back before anything is paid: the job may be taken by another one.
struct DeclineJob: Command {
  static let method = "JobService/DeclineJob"
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let reason: String
  var etag = ""

  func load(_ rows: Loader) { rows.wantReopening(job) }

  func decide(_ decision: Decision) throws -> JobView {
    let view = try decision.jobView(job, for: caller, etag: etag)
    guard let id = view.job.escrow else { throw JobError.notAssigned(view.job.state) }
    var held = try decision.escrowCase(id, for: caller)
    guard held.escrow.side(of: caller) != nil else { throw Refusal.onlyTheParties }
    guard held.escrow.state != .partiallyFunded else {
      throw EscrowError.illegalTransition(from: .partiallyFunded, move: "be declined")
    }
    _ = try held.cancel(at: decision.now)
    decision.put(held)
    let reopened = try decision.reopen(
      view, acceptedBecomes: held.escrow.isClient(caller) ? .rejected : .withdrawn)
    decision.record(
      "job.declined", subject: "jobs/\(job)", parties: held.escrow.parties, reason: reason)
    return reopened
  }
}

/// The time for paying is over: the escrow ends, what was paid in part goes back, and the job may
/// be taken by another one.
struct EndFunding: Command {
  static let method = "jobs/endFunding"
  let caller = Caller.system("timers")
  let request: RequestIdentity? = nil
  let escrow: UUID

  func load(_ rows: Loader) {
    guard let found = rows.row(Escrow.self, escrow) else { return }
    rows.want(Milestone.self, by: "escrow_id", .uuid(escrow))
    rows.want(Invoice.self, by: "escrow_id", .uuid(escrow))
    rows.expect(found.accountsOfRefund)
    rows.wantReopening(found.job)
    rows.want(.releases)
  }

  func decide(_ decision: Decision) throws -> Timer.Answer<EscrowCase> {
    var held = try decision.escrowCase(escrow, for: caller)
    guard held.escrow.state.isUnpaid else { return .done }
    // A payment may be under way as long as an invoice can be paid, and a moment longer.
    let invoices = decision.rows(Invoice.self, by: "escrow_id", .uuid(escrow))
    guard !invoices.contains(where: { $0.state == .held }) else {
      // It is here, and in a moment it counts.
      let soon = decision.now.adding(seconds: EscrowLimits.fundingGraceSeconds)
      return .again(at: soon)
    }
    let unheard = invoices.filter { $0.state == .pending }.map(\.expiresAt).max()
    let end = max(held.escrow.terms.fundBy, unheard ?? held.escrow.terms.fundBy)
    let due = end.adding(seconds: EscrowLimits.fundingGraceSeconds)
    guard decision.now >= due else { return .again(at: due) }
    // The clock alone does not say that nobody has paid in time: that is for the provider to say,
    // and then the invoice is no longer pending. One that is away does not keep the job for ever.
    if let unheard, decision.now < unheard.adding(seconds: EscrowLimits.unheardSecondsMax) {
      return .again(at: decision.now.adding(seconds: EscrowLimits.fundingGraceSeconds))
    }
    guard !held.escrow.isFrozen else {
      return .again(at: decision.now.adding(seconds: EscrowLimits.stoppedRetrySeconds))
    }
    let back = try held.expire(at: decision.now)
    if back > 0 { try decision.checkNotPaused(.releases) }
    try decision.refund(back, of: held.escrow, from: held.escrow.account)
    decision.put(held)
    _ = try decision.reopen(
      decision.jobView(held.escrow.job, for: caller), acceptedBecomes: .pending)
    decision.record(
      back > 0 ? "escrow.refunded_underpaid" : "escrow.expired", subject: "escrows/\(escrow)",
      parties: held.escrow.parties)
    return .changed(held)
  }
}

extension Loader {
  /// What reopening a job reads: its open escrow, and who has applied. It is the client's business
  /// again, whose account must not be deleted in the same moment.
  func wantReopening(_ job: UUID) {
    wantJob(job)
    want(Application.self, by: "job_id", .uuid(job))
    guard let job = row(Job.self, job) else { return }
    wantAccount(of: job.client)
    if let escrow = job.escrow { want(Milestone.self, by: "escrow_id", .uuid(escrow)) }
  }
}

extension Decision {
  /// Those who applied stay.
  ///
  /// - Parameter state: of the application that had been accepted.
  fileprivate func reopen(
    _ view: JobView, acceptedBecomes state: ApplicationState
  ) throws -> JobView {
    var job = view.job
    try job.reopen(at: now)
    put(job)
    for var application in rows(Application.self, by: "job_id", .uuid(job.id)) {
      switch application.state {
      case .accepted: application.move(to: state, at: now)
      case .passedOver: application.move(to: .pending, at: now)
      case .pending, .rejected, .withdrawn: continue
      }
      put(application)
    }
    // The job's own timer may have gone off while it was taken.
    setTimer(.jobEnds, for: job.id, at: job.deadline)
    return JobView(job: job, milestones: view.milestones, escrowState: nil)
  }
}

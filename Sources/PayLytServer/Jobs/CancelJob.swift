/// The client withdraws a job that nobody has accepted, or a draft.
struct CancelJob: Command {
  static let method = "JobService/CancelJob"
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  var etag = ""

  func load(_ rows: Loader) {
    rows.wantJob(job)
    rows.want(Application.self, by: "job_id", .uuid(job))
  }

  func decide(_ decision: Decision) throws -> JobView {
    let view = try decision.jobView(job, for: caller, etag: etag)
    var job = view.job
    guard case .user(job.client, _) = caller else { throw Refusal.onlyTheClient }
    try job.cancel(at: decision.now)
    decision.put(job)
    let applicants = decision.rejectApplications(for: job.id)
    decision.record(
      "job.cancelled", subject: "jobs/\(job.id)", parties: [job.client] + applicants)
    return JobView(job: job, milestones: view.milestones, escrowState: view.escrowState)
  }
}

/// Nobody took the job before its deadline.
struct ExpireJob: Command {
  static let method = "jobs/expire"
  let caller = Caller.system("timers")
  let request: RequestIdentity? = nil
  let job: UUID

  func load(_ rows: Loader) {
    rows.wantJob(job)
    rows.want(Application.self, by: "job_id", .uuid(job))
  }

  func decide(_ decision: Decision) throws -> Timer.Answer<JobView> {
    let view = try decision.jobView(job, for: caller)
    var job = view.job
    // An assigned one gets another timer when it opens again.
    guard job.state == .open else { return .done }
    guard decision.now >= job.deadline else {
      return .again(at: job.deadline)
    }
    try job.expire(at: decision.now)
    decision.put(job)
    let applicants = decision.rejectApplications(for: job.id)
    decision.record(
      "job.expired", subject: "jobs/\(job.id)", parties: [job.client] + applicants)
    return .changed(JobView(job: job, milestones: view.milestones, escrowState: nil))
  }
}

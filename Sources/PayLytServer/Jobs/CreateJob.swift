/// A client posts a job: open at once, or as a draft that only they see.
struct CreateJob: Command {
  static let method = "JobService/CreateJob"
  static let capability: Capability? = .jobs
  let caller: Caller
  let request: RequestIdentity?
  let client: UUID
  let terms: JobTerms
  let local: Job.LocalValue
  var requiresApplication = false
  var isDraft = false

  func load(_ rows: Loader) { rows.wantAccount(of: client) }

  func decide(_ decision: Decision) throws -> JobView {
    try decision.checkActive(client)
    guard terms.deadline > decision.now else {
      throw Refusal.invalid("deadline", "The deadline must be in the future.")
    }
    let job = Job(
      id: decision.newID(), client: client, freelancer: nil, title: terms.title,
      description: terms.description, amountMsat: terms.amountMsat, local: local,
      deadline: terms.deadline, conditions: terms.conditions, fees: terms.fees,
      requiresApplication: requiresApplication, termsVersion: 1, termsSHA256: terms.sha256,
      state: isDraft ? .draft : .open, escrow: nil, version: 1, createdAt: decision.now,
      updatedAt: decision.now)
    let milestones = terms.steps.enumerated().map { index, step in
      JobMilestone(
        id: decision.newID(), job: job.id, number: Int16(index + 1), title: step.title,
        amountMsat: step.amountMsat, isRemoved: false)
    }
    decision.put(job)
    for milestone in milestones { decision.put(milestone) }
    if !isDraft { decision.setTimer(.jobEnds, for: job.id, at: job.deadline) }
    decision.record("job.created", subject: "jobs/\(job.id)", parties: [job.client])
    return JobView(job: job, milestones: milestones, escrowState: nil)
  }
}

/// The freelancer takes the job; its escrow exists from the same commit on.
struct AcceptTerms: Command {
  static let method = "JobService/AcceptTerms"
  let caller: Caller
  let request: RequestIdentity?
  let job: UUID
  let freelancer: UUID
  let termsSHA256: [UInt8]
  var etag = ""

  func load(_ rows: Loader) { rows.wantJob(job) }

  func decide(_ decision: Decision) throws -> JobView {
    let view = try decision.jobView(job, for: caller, etag: etag)
    var job = view.job
    let escrow = decision.newID()
    try job.assign(to: freelancer, terms: termsSHA256, escrow: escrow, at: decision.now)
    decision.put(job)
    decision.put(
      Escrow(
        id: escrow, job: job.id, client: job.client, freelancer: freelancer, state: .created,
        amountMsat: job.amountMsat, fundedMsat: 0, releasedMsat: 0, refundedMsat: 0,
        feeBasisPoints: EscrowLimits.feeBasisPoints, feeTakenMsat: 0, invoicesMade: 0,
        isPaidLate: false, isOverpaid: false, deadline: job.deadline, version: 1,
        createdAt: decision.now, updatedAt: decision.now))
    for step in view.milestones {
      decision.put(
        Milestone(
          id: decision.newID(), escrow: escrow, position: step.position, title: step.title,
          amountMsat: step.amountMsat, state: .pending, deliveryNote: "", submittedAt: nil))
    }
    decision.record("job.assigned", subject: "jobs/\(job.id)", parties: [job.client, freelancer])
    return JobView(job: job, milestones: view.milestones, escrowState: .created)
  }
}

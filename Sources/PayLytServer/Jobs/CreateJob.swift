/// A client posts a job; it is open at once.
struct CreateJob: Command {
  static let method = "JobService/CreateJob"
  let caller: Caller
  let request: RequestIdentity?
  let client: UUID
  let terms: JobTerms
  let local: LocalValue

  /// The amount in the client's currency, as quoted before the decision.
  struct LocalValue: Hashable, Sendable {
    let currency: Asset
    /// Minor units.
    let minor: Int64
    let rateNumerator: Int64
    let rateDenominator: Int64
    let rateAt: Timestamp
  }

  func load(_ rows: Loader) {}

  func decide(_ decision: Decision) throws -> JobView {
    guard terms.deadline > decision.now else {
      throw Refusal.invalid("deadline", "The deadline must be in the future.")
    }
    let job = Job(
      id: decision.newID(), client: client, freelancer: nil, title: terms.title,
      description: terms.description, amountMsat: terms.amountMsat,
      localCurrency: local.currency, localMinor: local.minor,
      rateNumerator: local.rateNumerator, rateDenominator: local.rateDenominator,
      rateAt: local.rateAt, deadline: terms.deadline, termsSHA256: terms.sha256, state: .open,
      escrow: nil, version: 1, createdAt: decision.now)
    let milestones = terms.steps.enumerated().map { index, step in
      JobMilestone(
        id: decision.newID(), job: job.id, position: Int16(index + 1), title: step.title,
        amountMsat: step.amountMsat)
    }
    decision.put(job)
    for milestone in milestones { decision.put(milestone) }
    decision.record("job.created", subject: "jobs/\(job.id)", parties: [job.client])
    return JobView(job: job, milestones: milestones, escrowState: nil)
  }
}

import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of jobs.
struct JobService: JobServiceHandler {
  let service: ServiceContext
  let rates: any RateSource

  func createJob(
    _ request: CreateJobRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context, asksOutside: true) { asked in
      let terms = try JobTerms(request)
      guard let currency = Asset(rawValue: request.localCurrency), currency != .btc else {
        throw Refusal.invalid("local_currency", "NGN, KES, GHS or USD.")
      }
      return CreateJob(
        caller: asked.caller, request: asked.identity, client: asked.principal.user, terms: terms,
        local: try await localValue(of: terms.amountMsat, in: currency))
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func getJob(_ request: GetJobRequest, _ context: ServerContext) async throws -> PayLytAPI.Job {
    let id = try ResourceName.parse(request.name, "jobs")
    let caller = try context.caller().caller
    let found = try await service.database.query(
      JobStatements.job, [.uuid(id)], deadline: context.deadline)
    guard let view = try await views(found, context).first, view.isVisible(to: caller) else {
      throw Refusal.notFound("job \(id)")
    }
    return PayLytAPI.Job(view)
  }

  func listJobs(
    _ request: ListJobsRequest, _ context: ServerContext
  ) async throws -> ListJobsResponse {
    let principal = try context.caller()
    let scope = request.mine ? "ListJobs mine \(principal.user)" : "ListJobs open"
    let page = try Page(
      size: request.pageSize, token: request.pageToken, scope: scope,
      key: service.secrets.pageTokens)
    let found =
      request.mine
      ? try await service.database.query(
        JobStatements.jobsOfParty, [.uuid(principal.user), page.before, page.limit],
        deadline: context.deadline)
      : try await service.database.query(
        JobStatements.openJobs, [page.before, page.limit], deadline: context.deadline)
    let (rows, next) = page.cut(found, scope: scope, key: service.secrets.pageTokens) {
      $0.job.id
    }
    let views = try await views(rows, context)
    return ListJobsResponse(jobs: views.map { PayLytAPI.Job($0) }, nextPageToken: next)
  }

  func acceptTerms(
    _ request: AcceptTermsRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      guard request.termsSha256.count == 32 else {
        throw Refusal.invalid("terms_sha256", "The 32 bytes of the job's terms_sha256.")
      }
      return AcceptTerms(
        caller: asked.caller, request: asked.identity,
        job: try ResourceName.parse(request.name, "jobs"), freelancer: asked.principal.user,
        termsSHA256: request.termsSha256, etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func cancelJob(
    _ request: CancelJobRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      CancelJob(
        caller: asked.caller, request: asked.identity,
        job: try ResourceName.parse(request.name, "jobs"), etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  private func views(_ rows: [JobRow], _ context: ServerContext) async throws -> [JobView] {
    guard !rows.isEmpty else { return [] }
    // Milestones of a job never change after it was posted: a second read sees the same.
    let milestones = try await service.database.query(
      JobStatements.milestones, [.uuidArray(rows.map(\.job.id))], deadline: context.deadline)
    let byJob = Dictionary(grouping: milestones, by: \.job)
    return rows.map {
      JobView(job: $0.job, milestones: byJob[$0.job.id] ?? [], escrowState: $0.escrowState)
    }
  }

  /// What the amount is worth now, rounded down.
  private func localValue(
    of amountMsat: Int64, in currency: Asset
  ) async throws -> CreateJob.LocalValue {
    let quote: ProviderRate
    do throws(ProviderError) {
      quote = try await rates.rate(currency: currency.rawValue)
    } catch {
      throw error.refusal
    }
    let (denominator, overflow) = quote.denominator.multipliedReportingOverflow(
      by: Self.msatPerBitcoin)
    guard !overflow,
      let minor = Share.convert(
        amountMsat, numerator: quote.numerator, denominator: denominator)
    else { throw Refusal.invalid("local_currency", "The amount has no value in this currency.") }
    return CreateJob.LocalValue(
      currency: currency, minor: minor, rateNumerator: quote.numerator,
      rateDenominator: denominator, rateAt: quote.asOf)
  }

  private static let msatPerBitcoin: Int64 = 100_000_000_000
}

extension JobTerms {
  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ request: CreateJobRequest) throws(Refusal) {
    guard (1...EscrowLimits.milestonesMax).contains(request.milestones.count) else {
      throw .invalid("milestones", "Between 1 and \(EscrowLimits.milestonesMax) milestones.")
    }
    var steps: [Step] = []
    var total: Int64 = 0
    for (index, milestone) in request.milestones.enumerated() {
      let field = "milestones[\(index)]"
      let step = Step(
        title: try Texts.check(
          milestone.title, field: "\(field).title", maximum: EscrowLimits.titleCharactersMax),
        amountMsat: try Amounts.wholeSats(
          milestone.amount, field: "\(field).amount", satsMax: EscrowLimits.amountSatsMax))
      guard !step.title.contains("\n") else {
        throw .invalid("\(field).title", "A title is one line.")
      }
      total += step.amountMsat
      steps.append(step)
    }
    guard total <= EscrowLimits.amountSatsMax * 1000 else {
      throw .invalid(
        "milestones", "At most \(EscrowLimits.amountSatsMax) satoshis together.")
    }
    self.init(
      title: try Texts.check(
        request.title, field: "title", maximum: EscrowLimits.titleCharactersMax),
      description: try Texts.check(
        request.description, field: "description", maximum: EscrowLimits.noteCharactersMax),
      steps: steps, deadline: try Timestamp(request.deadline, field: "deadline"))
  }
}

extension PayLytAPI.Job {
  init(_ view: JobView) {
    let job = view.job
    self.init(
      name: "jobs/\(job.id)", title: job.title, description: job.description,
      client: "users/\(job.client)", freelancer: job.freelancer.map { "users/\($0)" } ?? "",
      amount: .msat(job.amountMsat),
      localValue: PayLytAPI.Money(Money(asset: job.localCurrency, units: job.localMinor)),
      rate: Rate(numerator: job.rateNumerator, denominator: job.rateDenominator),
      rateTime: ProtoTimestamp(job.rateAt), deadline: ProtoTimestamp(job.deadline),
      milestones: view.milestones.map {
        MilestoneTerms(title: $0.title, amount: .msat($0.amountMsat))
      },
      state: State(job.state, view.escrowState), termsSha256: job.termsSHA256,
      escrow: job.escrow.map { "escrows/\($0)" } ?? "", createTime: ProtoTimestamp(job.createdAt),
      etag: job.etag)
  }
}

extension PayLytAPI.Job.State {
  /// From assigned on, the escrow tells.
  init(_ state: JobState, _ escrow: EscrowState?) {
    switch (state, escrow) {
    case (.open, _): self = .open
    case (.cancelled, _), (.assigned, .cancelled): self = .cancelled
    case (.assigned, .none), (.assigned, .created), (.assigned, .awaitingPayment),
      (.assigned, .partiallyFunded):
      self = .assigned
    case (.assigned, .paidLocked), (.assigned, .partiallyReleased): self = .paidLocked
    case (.assigned, .inReview): self = .submitted
    case (.assigned, .released): self = .released
    case (.assigned, .refunded): self = .refunded
    }
  }
}

extension CreateJobRequest: ChangeRequest {}
extension AcceptTermsRequest: ChangeRequest {}
extension CancelJobRequest: ChangeRequest {}

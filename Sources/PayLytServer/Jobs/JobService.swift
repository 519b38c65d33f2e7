import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of jobs.
struct JobService: JobServiceHandler {
  let service: ServiceContext
  let rates: any RateSource
  let loop: EventLoop

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
        local: try await localValue(of: terms.amountMsat, in: currency),
        requiresApplication: request.requiresApplication, isDraft: request.draft)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func getJob(_ request: GetJobRequest, _ context: ServerContext) async throws -> PayLytAPI.Job {
    let id = try ResourceName.parse(request.name, "jobs")
    let caller = try context.caller().caller
    let found = try await service.database.query(
      JobStatements.job, [.uuid(id)], deadline: context.deadline)
    guard let view = found.first?.view, view.isVisible(to: caller) else {
      throw Refusal.notFound("job \(id)")
    }
    return PayLytAPI.Job(view)
  }

  func listJobs(
    _ request: ListJobsRequest, _ context: ServerContext
  ) async throws -> ListJobsResponse {
    let principal = try context.caller()
    let filter = try JobFilter(request.filter)
    let order = try JobOrder(request.orderBy, mine: request.mine)
    let kind = request.mine ? "mine \(principal.user)" : "open"
    let scope = "ListJobs \(kind) by \(order.scope) \(request.filter)"
    let key = service.secrets.pageTokens
    let page = try Page(
      size: request.pageSize, token: request.pageToken, scope: scope, key: key,
      hasKey: order.hasKey)
    let search = JobSearch(
      order: order, isMine: request.mine, user: principal.user, filter: filter)
    let found = try await search.find(page, in: service.database, deadline: context.deadline)
    let (jobs, next) = page.cut(
      found.rows, scope: scope, key: key,
      orderedBy: order.hasKey ? { order.key(of: $0.view.job) } : nil,
      id: \.view.job.id, end: found.end
    ) { PayLytAPI.Job($0.view) }
    return ListJobsResponse(jobs: jobs, nextPageToken: next)
  }

  func acceptTerms(
    _ request: AcceptTermsRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      AcceptTerms(
        caller: asked.caller, request: asked.identity,
        job: try ResourceName.parse(request.name, "jobs"), freelancer: asked.principal.user,
        agreement: Job.Agreement(request.termsSha256, version: request.termsVersion),
        fees: try await fees(context), etag: request.etag)
    } answer: {
      PayLytAPI.Job($0)
    }
  }

  func declineJob(
    _ request: DeclineJobRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context) { asked in
      DeclineJob(
        caller: asked.caller, request: asked.identity,
        job: try ResourceName.parse(request.name, "jobs"),
        reason: request.reason,
        etag: request.etag)
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

  /// The platform's fees of this moment.
  func fees(_ context: ServerContext) async throws -> FeeSchedule {
    let found = try await service.database.query(
      ReceiptStatements.feeSchedules, [.int4(.max), .int8(1)], deadline: context.deadline)
    guard let latest = found.first else { preconditionFailure("there is no fee schedule") }
    return latest
  }

  /// What the amount is worth now, rounded down.
  private func localValue(
    of amountMsat: Int64, in currency: Asset
  ) async throws -> Job.LocalValue {
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
    return Job.LocalValue(
      currency: currency, minor: minor, rateNumerator: quote.numerator,
      rateDenominator: denominator, rateAt: quote.asOf)
  }

  private static let msatPerBitcoin: Int64 = 100_000_000_000
}

extension CreateJobRequest: ChangeRequest {}
extension AcceptTermsRequest: ChangeRequest {}
extension DeclineJobRequest: ChangeRequest {}
extension CancelJobRequest: ChangeRequest {}

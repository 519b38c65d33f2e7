import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of jobs.
struct JobService: JobServiceHandler {
  let service: ServiceContext
  let rates: ExchangeRates

  func createJob(
    _ request: CreateJobRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.Job {
    try await service.change(request, context, asksOutside: true) { asked in
      let terms = try JobTerms(request, fees: try await fees(context))
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
    return PayLytAPI.Job(try await service.job(id, context).view)
  }

  func listJobs(
    _ request: ListJobsRequest, _ context: ServerContext
  ) async throws -> ListJobsResponse {
    guard !request.mine || request.parent.isEmpty else {
      throw Refusal.invalid("parent", "Either this or `mine`.")
    }
    let isMarket = !request.mine && request.parent.isEmpty
    let (jobs, next) = try await service.search(
      JobStatements.list, request,
      of: isMarket ? .everybody : try ListOwner(request.parent, for: try context.caller()),
      part: isMarket ? .open : nil, context
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
        etag: request.etag)
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

  /// The platform's fees of this moment: what is written now is agreed on with them.
  func fees(_ context: ServerContext) async throws -> FeeRates {
    let found = try await service.database.query(
      ReceiptStatements.feeSchedules, [.int4(.max), .int8(1)], deadline: context.deadline)
    guard let latest = found.first else { preconditionFailure("there is no fee schedule") }
    return latest.rates
  }

  /// What the amount is worth now, rounded down. That nobody knows is no reason not to post a job.
  private func localValue(
    of amountMsat: Int64, in currency: Asset
  ) async throws -> Job.LocalValue {
    guard let market = try await market(of: currency) else {
      return Job.LocalValue(currency: currency, worth: nil)
    }
    guard
      let minor = Share.convert(
        amountMsat, numerator: market.mid.numerator, denominator: market.mid.denominator)
    else { throw Refusal.invalid("local_currency", "The amount has no value in this currency.") }
    return Job.LocalValue(
      currency: currency,
      worth: Job.Worth(
        minor: minor, rateNumerator: market.mid.numerator,
        rateDenominator: market.mid.denominator, rateAt: market.asOf))
  }

  /// nil when the provider does not answer, or has no fresh rate.
  private func market(of currency: Asset) async throws -> ExchangeRates.MarketRate? {
    do {
      return try await rates.rate(of: currency)
    } catch is ProviderError {
      return nil
    } catch is ExchangeError {
      return nil
    }
  }
}

extension ServiceContext {
  /// The job as it is now; NOT_FOUND when the caller may not see it.
  func job(_ id: UUID, _ context: ServerContext) async throws -> JobRow {
    let caller = try context.caller().caller
    return try await read(JobStatements.job, id, "job", context) {
      $0.view.isVisible(to: caller)
    }
  }
}

extension ListJobsRequest: SearchRequest {}
extension CreateJobRequest: ChangeRequest {}
extension AcceptTermsRequest: ChangeRequest {}
extension DeclineJobRequest: ChangeRequest {}
extension CancelJobRequest: ChangeRequest {}

import PayLytAPI
import PayLytRPC

/// The RPC face of the providers, for admins.
struct ProviderService: ProviderServiceHandler {
  let service: ServiceContext
  let providers: [ProviderDuties]
  let log: Log

  func getProviderHealth(
    _ request: GetProviderHealthRequest, _ context: ServerContext
  ) async throws -> GetProviderHealthResponse {
    GetProviderHealthResponse(
      providers: providers.map { provider in
        ProviderHealth(
          provider: provider.account.name, condition: .init(provider.account.condition),
          duties: provider.duties)
      })
  }

  func getProviderBalances(
    _ request: GetProviderBalancesRequest, _ context: ServerContext
  ) async throws -> GetProviderBalancesResponse {
    var balances: [ProviderBalance] = []
    for provider in providers {
      do throws(ProviderError) {
        balances.append(
          ProviderBalance(
            provider: provider.account.name,
            balance: .msat(try await provider.account.balanceMsat())))
      } catch {
        log.info("balance not told", ["provider": provider.account.name, "error": "\(error)"])
        balances.append(ProviderBalance(provider: provider.account.name))
      }
    }
    let float = try await ProviderFloat.msat(in: service.database, deadline: context.deadline)
    return GetProviderBalancesResponse(balances: balances, ledgerFloat: .msat(float))
  }

  func getProviderCall(
    _ request: GetProviderCallRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.ProviderCall {
    let id = try ResourceName.parse(request.name, "providerCalls")
    return PayLytAPI.ProviderCall(
      try await service.read(ProviderCallStatements.call, id, "provider call", context))
  }

  func listProviderCalls(
    _ request: ListProviderCallsRequest, _ context: ServerContext
  ) async throws -> ListProviderCallsResponse {
    let filter = try ProviderCallFilter(request)
    let page = try service.page(
      of: "ListProviderCalls \(request.subject)\n\(request.reference)\n\(filter.scope)",
      request.pageSize, request.pageToken)
    let found = try await calls(request, filter.values(page), context)
    let (calls, next) = page.cut(found, id: \.id) { PayLytAPI.ProviderCall($0) }
    return ListProviderCallsResponse(calls: calls, nextPageToken: next)
  }

  private func calls(
    _ request: ListProviderCallsRequest, _ values: [SQLValue], _ context: ServerContext
  ) async throws -> [ProviderCall] {
    let database = service.database
    if let trail = try await trail(request, context) {
      return try await database.query(
        ProviderCallStatements.about, values + [.text(trail.reference), .bytes(trail.paymentHash)],
        deadline: context.deadline)
    }
    let isDoubt = request.outcome == .unknown || request.outcome == .underWay
    return try await database.query(
      isDoubt ? ProviderCallStatements.inDoubt : ProviderCallStatements.recent, values,
      deadline: context.deadline)
  }

  /// What the request asks about; nil for everything.
  private func trail(
    _ request: ListProviderCallsRequest, _ context: ServerContext
  ) async throws -> ProviderCallStatements.Trail? {
    guard !request.subject.isEmpty else {
      return request.reference.isEmpty
        ? nil : .init(reference: request.reference, paymentHash: [])
    }
    let isPayout = request.subject.hasPrefix("payouts/")
    let id = try ResourceName.parse(
      request.subject, isPayout ? "payouts" : "invoices", field: "subject")
    let found = try await service.database.query(
      isPayout ? ProviderCallStatements.ofPayout : ProviderCallStatements.ofInvoice, [.uuid(id)],
      deadline: context.deadline)
    guard let trail = found.first else { throw Refusal.notFound(request.subject) }
    guard request.reference.isEmpty || request.reference == trail.reference else {
      throw Refusal.invalid("reference", "Not that of the subject: leave one of them out.")
    }
    return trail
  }
}

extension ProviderHealth.Condition {
  init(_ condition: CircuitBreaker.Condition) {
    self =
      switch condition {
      case .closed: .answering
      case .open: .leftAlone
      case .probing: .probing
      }
  }
}

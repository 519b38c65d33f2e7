import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of comparisons with the providers' books.
struct ReconciliationService: ReconciliationServiceHandler {
  let service: ServiceContext
  /// Whose books can be compared.
  let providers: [String]
  /// Tells the worker that a run waits.
  let nudge: @Sendable () -> Void

  func runReconciliation(
    _ request: RunReconciliationRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.ReconciliationRun {
    let run = try await service.change(request, context) { asked in
      guard providers.contains(request.provider) else {
        throw Refusal.invalid("provider", "One of: \(providers.joined(separator: ", ")).")
      }
      let from = try Timestamp(request.startTime, field: "start_time")
      let to = try Timestamp(request.endTime, field: "end_time")
      guard to <= service.clock.now() else {
        throw Refusal.invalid("end_time", "Not in the future.")
      }
      guard from < to,
        to.seconds - from.seconds <= ReconciliationLimits.windowSecondsMax
      else {
        throw Refusal.invalid("start_time", "Before the end, and at most 31 days.")
      }
      return QueueReconciliation(
        caller: asked.caller, request: asked.identity, provider: request.provider, from: from,
        to: to)
    } answer: {
      PayLytAPI.ReconciliationRun($0)
    }
    nudge()
    return run
  }

  func getReconciliationRun(
    _ request: GetReconciliationRunRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.ReconciliationRun {
    PayLytAPI.ReconciliationRun(
      try await run(try ResourceName.parse(request.name, "reconciliationRuns"), context))
  }

  private func run(_ id: UUID, _ context: ServerContext) async throws -> ReconciliationRun {
    try await service.read(ReconciliationStatements.run, id, "reconciliation run", context)
  }

  func listReconciliationRuns(
    _ request: ListReconciliationRunsRequest, _ context: ServerContext
  ) async throws -> ListReconciliationRunsResponse {
    let page = try service.page(of: "ListReconciliationRuns", request.pageSize, request.pageToken)
    let found = try await service.database.query(
      ReconciliationStatements.runs, [page.before, page.limit], deadline: context.deadline)
    let (runs, next) = page.cut(found, id: \.id) { PayLytAPI.ReconciliationRun($0) }
    return ListReconciliationRunsResponse(runs: runs, nextPageToken: next)
  }

  func getReconciliationFinding(
    _ request: GetReconciliationFindingRequest, _ context: ServerContext
  ) async throws -> PayLytAPI.ReconciliationFinding {
    let (run, id) = try ResourceName.parse(request.name, "reconciliationRuns", in: "findings")
    let found = try await service.read(
      ReconciliationStatements.finding, id, "reconciliation finding", context
    ) { $0.run == run }
    return PayLytAPI.ReconciliationFinding(found)
  }

  func listReconciliationFindings(
    _ request: ListReconciliationFindingsRequest, _ context: ServerContext
  ) async throws -> ListReconciliationFindingsResponse {
    let id = try ResourceName.parse(request.parent, "reconciliationRuns", field: "parent")
    let kind = try ReconciliationFinding.Kind.optional(request.kind)
    let page = try service.page(
      of: "ListReconciliationFindings \(id) \(kind?.rawValue ?? 0)",
      request.pageSize, request.pageToken)
    _ = try await run(id, context)
    let ofRun = [SQLValue.uuid(id), page.before, page.limit]
    let (statement, values) =
      if let kind {
        (ReconciliationStatements.findingsOfKind, ofRun + [.int2(kind.rawValue)])
      } else {
        (ReconciliationStatements.findings, ofRun)
      }
    let found = try await service.database.query(statement, values, deadline: context.deadline)
    let (findings, next) = page.cut(found, id: \.id) { PayLytAPI.ReconciliationFinding($0) }
    return ListReconciliationFindingsResponse(findings: findings, nextPageToken: next)
  }
}

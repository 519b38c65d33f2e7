import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of what operators look at.
struct DashboardService: DashboardServiceHandler {
  let service: ServiceContext
  let log: SealedLog
  let exposure: ExposureLimits

  func getDashboard(
    _ request: GetDashboardRequest, _ context: ServerContext
  ) async throws -> Dashboard {
    let now = service.clock.now()
    let most = SQLValue.int8(DashboardLimits.countedMax + 1)
    // Side by side on connections that only read: nobody who commits waits for a look.
    async let escrows = service.database.query(
      DashboardStatements.escrows, [most], deadline: context.deadline)
    async let payouts = service.database.query(
      DashboardStatements.payouts, [most], deadline: context.deadline)
    async let counts = service.database.query(
      DashboardStatements.counts, [most, .int8(DashboardLimits.accountsMax + 1)],
      deadline: context.deadline)
    let ids = ExposureLimits.allAccounts.map(\.uuid)
    async let accounts = service.database.query(
      LedgerStatements.accounts, [.uuidArray(ids)], deadline: context.deadline)
    let found = try await (
      escrows: escrows, payouts: payouts, counts: counts.first, accounts: accounts
    )
    var dashboard = Dashboard(readTime: ProtoTimestamp(now))
    dashboard.add(escrows: found.escrows, payouts: found.payouts, found.counts)
    dashboard.exposures = Dashboard.Exposure.all(ExposureLimits.open(in: found.accounts), exposure)
    dashboard.balances =
      dashboard.atLeast.contains("balances")
      ? try await platformBalances(context)
      : try await service.database.query(LedgerStatements.trialBalance, deadline: context.deadline)
        .map { Dashboard.Balance($0) }
    return dashboard
  }

  /// The platform's own positions: a bounded number of accounts, whose ids are known.
  private func platformBalances(_ context: ServerContext) async throws -> [Dashboard.Balance] {
    let accounts = try await service.database.query(
      LedgerStatements.accounts, [.uuidArray(AccountID.platform.map(\.uuid))],
      deadline: context.deadline)
    return TrialBalanceLine.lines(of: accounts).map { Dashboard.Balance($0) }
  }

  func queryTimeSeries(
    _ request: QueryTimeSeriesRequest, _ context: ServerContext
  ) async throws -> QueryTimeSeriesResponse {
    let question = try TimeSeriesQuestion(request, now: service.clock.now())
    let ids = [question.firstID, question.endID].map { SQLValue.uuid($0) }
    let isTooLong = try await service.database.query(
      DashboardStatements.isTooLong, ids + [.int8(DashboardLimits.transfersMax)],
      deadline: context.deadline)
    guard isTooLong == [false] else {
      throw Refusal(
        .outOfRange, reason: "TOO_MANY_TRANSFERS",
        message: "This time has more than \(DashboardLimits.transfersMax) transfers. Ask for less.")
    }
    let points = try await service.database.query(
      DashboardStatements.series,
      ids + [
        .timestamp(question.start), .timestamp(question.end), .int8(question.stepSeconds),
        .int2Array(question.kinds.map(\.rawValue)),
      ], deadline: context.deadline)
    return QueryTimeSeriesResponse(
      points: points.map { point in
        QueryTimeSeriesResponse.Point(
          startTime: ProtoTimestamp(point.start), kind: point.kind.name,
          amount: PayLytAPI.Money(point.amount), transfers: point.transfers)
      })
  }

  func listActivity(
    _ request: ListActivityRequest, _ context: ServerContext
  ) async throws -> ListActivityResponse {
    let actor = request.actor
    let page = try service.page(of: "ListActivity \(actor)", request.pageSize, request.pageToken)
    if request.pageToken.isEmpty { try await log.catchUp(context) }
    var position = page.afterPosition == 0 ? Int64.max : page.afterPosition
    var found: [Activity] = []
    var room = Page.Room()
    var scanned: Int64 = 0
    var hasMore = true
    while hasMore, found.count < page.size, scanned < DashboardLimits.scannedMax {
      let wanted = Int64(page.size - found.count)
      let part = try await service.database.query(
        DashboardStatements.activity,
        [.int8(position), .int8(wanted), .text(actor.isEmpty ? nil : actor)],
        deadline: context.deadline)
      for entry in part {
        if let activity = Activity(entry) {
          guard room.takes(activity) else {
            return ListActivityResponse(
              activities: found, nextPageToken: page.token(after: position))
          }
          found.append(activity)
        }
        position = entry.position
      }
      scanned += wanted
      hasMore = part.count == Int(wanted) && position > 1
    }
    return ListActivityResponse(
      activities: found, nextPageToken: hasMore ? page.token(after: position) : "")
  }
}

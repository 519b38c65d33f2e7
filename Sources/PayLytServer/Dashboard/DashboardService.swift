import PayLytAPI
import PayLytRPC
import StandardAPI

/// The RPC face of what operators look at.
struct DashboardService: DashboardServiceHandler {
  let service: ServiceContext
  let log: SealedLog

  func getDashboard(
    _ request: GetDashboardRequest, _ context: ServerContext
  ) async throws -> Dashboard {
    let now = service.clock.now()
    // Repeatable read: all of it looks at the same moment.
    return try await service.database.transaction(
      isolation: .repeatableRead, deadline: context.deadline
    ) { transaction in
      let results = try await transaction.run([
        LedgerStatements.trialBalance.bind(), DashboardStatements.escrows.bind(),
        DashboardStatements.payouts.bind(), DashboardStatements.counts.bind(),
      ])
      let counts = try results[3].rows(of: DashboardStatements.counts).first
      return Dashboard(
        readTime: ProtoTimestamp(now),
        balances: try results[0].rows(of: LedgerStatements.trialBalance).map { line in
          let normal = line.kind.isDebitNormal
          let units = normal ? line.debits - line.credits : line.credits - line.debits
          return Dashboard.Balance(
            accountKind: line.kind.name,
            balance: PayLytAPI.Money(Money(asset: line.asset, units: units)),
            accounts: line.accounts)
        },
        escrows: try results[1].rows(of: DashboardStatements.escrows).map { found in
          Dashboard.EscrowsByState(
            state: PayLytAPI.Escrow.State(rawValue: Int32(found.state)), escrows: found.count,
            amount: .msat(found.msat))
        },
        payouts: try results[2].rows(of: DashboardStatements.payouts).map { found in
          Dashboard.PayoutsByState(
            state: PayLytAPI.Payout.State(rawValue: Int32(found.state)), payouts: found.count,
            amount: .msat(found.msat))
        },
        users: counts?.users ?? 0, openJobs: counts?.openJobs ?? 0,
        deadMails: counts?.deadMails ?? 0,
        failedWebhookEndpoints: counts?.failedEndpoints ?? 0)
    }
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
    let scope = "ListActivity \(actor)"
    let key = service.secrets.pageTokens
    let page = try Page(
      size: request.pageSize, token: request.pageToken, scope: scope, key: key)
    if request.pageToken.isEmpty { try await log.catchUp(context) }
    var position = page.afterPosition == 0 ? Int64.max : page.afterPosition
    var found: [Activity] = []
    var scanned: Int64 = 0
    var hasMore = true
    while hasMore, found.count < page.size, scanned < DashboardLimits.scannedMax {
      let wanted = Int64(page.size - found.count)
      let part = try await service.database.query(
        DashboardStatements.activity,
        [.int8(position), .int8(wanted), .text(actor.isEmpty ? nil : actor)],
        deadline: context.deadline)
      found += part.compactMap { Activity($0) }
      scanned += wanted
      position = part.last?.position ?? position
      hasMore = part.count == Int(wanted) && position > 1
    }
    return ListActivityResponse(
      activities: found, nextPageToken: hasMore ? Page.token(position, scope: scope, key: key) : "")
  }
}

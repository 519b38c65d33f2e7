import PayLytAPI
import StandardAPI

/// Which time, in which steps, and what of it.
struct TimeSeriesQuestion: Hashable, Sendable {
  let start: Timestamp
  let end: Timestamp
  let stepSeconds: Int64
  /// None for all.
  let kinds: [TransferKind]

  /// - Throws: INVALID_ARGUMENT with the field.
  init(_ request: QueryTimeSeriesRequest, now: Timestamp) throws(Refusal) {
    start = try Timestamp(request.startTime, field: "start_time")
    if let wire = request.endTime {
      end = try Timestamp(wire, field: "end_time")
    } else {
      end = now
    }
    guard start.seconds >= 0 else { throw .invalid("start_time", "Not before 1970.") }
    guard start < end else { throw .invalid("end_time", "The end is after the start.") }
    stepSeconds = request.stepSeconds
    guard (end.seconds - start.seconds) / stepSeconds < DashboardLimits.stepsMax else {
      throw .invalid("step_seconds", "At most \(DashboardLimits.stepsMax) steps.")
    }
    var kinds: [TransferKind] = []
    for (index, name) in request.kinds.enumerated() {
      guard let kind = TransferKind.allCases.first(where: { $0.name == name }) else {
        throw .invalid("kinds[\(index)]", "This is no kind of transfer.")
      }
      kinds.append(kind)
    }
    self.kinds = kinds
  }

  /// Every id of this time is between the two. The ids of one decision are made up to some seconds
  /// before it is kept.
  var firstID: UUID { UUID(startOf: start.adding(seconds: -60)) }
  var endID: UUID { UUID(startOf: end.adding(seconds: 60)) }
}

extension Activity {
  /// - Returns: nil for a position that is not wanted.
  init?(_ entry: ActivityEntry) {
    guard let event = entry.event else { return nil }
    self.init(
      event: "events/\(event.id)", type: event.type, subject: event.subject, actor: event.actor,
      reason: event.reason ?? "", createTime: ProtoTimestamp(event.createdAt),
      position: entry.position)
  }
}

extension Dashboard {
  /// Counts that reached their bound are named in `at_least`.
  mutating func add(escrows: [StateCount], payouts: [StateCount], _ counts: DashboardCounts?) {
    self.escrows = escrows.map { found in
      EscrowsByState(
        state: PayLytAPI.Escrow.State(rawValue: Int32(found.state)), escrows: found.count,
        amount: .msat(found.msat))
    }
    self.payouts = payouts.map { found in
      PayoutsByState(
        state: PayLytAPI.Payout.State(rawValue: Int32(found.state)), payouts: found.count,
        amount: .msat(found.msat))
    }
    func sum(_ states: [StateCount]) -> Int64 { states.reduce(0) { $0 + $1.count } }
    let most = DashboardLimits.countedMax
    let figures = [
      ("escrows", sum(escrows)), ("payouts", sum(payouts)), ("users", counts?.users ?? 0),
      ("open_jobs", counts?.openJobs ?? 0), ("dead_mails", counts?.deadMails ?? 0),
      ("failed_webhook_endpoints", counts?.failedEndpoints ?? 0),
    ]
    atLeast = figures.filter { $0.1 > most }.map(\.0)
    if (counts?.accounts ?? 0) > DashboardLimits.accountsMax { atLeast.append("balances") }
    users = min(most, counts?.users ?? 0)
    openJobs = min(most, counts?.openJobs ?? 0)
    deadMails = min(most, counts?.deadMails ?? 0)
    failedWebhookEndpoints = min(most, counts?.failedEndpoints ?? 0)
  }
}

extension Dashboard.Balance {
  init(_ line: TrialBalanceLine) {
    self.init(
      accountKind: line.kind.name,
      balance: PayLytAPI.Money(Money(asset: line.asset, units: line.balance)),
      accounts: line.accounts)
  }
}

extension Dashboard.Exposure {
  /// Of each currency that was changed, or has a limit.
  ///
  /// - Parameter open: what conversions left in each currency, in minor units.
  static func all(_ open: [Asset: Int64], _ limits: ExposureLimits) -> [Dashboard.Exposure] {
    Asset.currencies.compactMap { currency in
      guard open[currency] != nil || limits[currency] != nil else { return nil }
      return Dashboard.Exposure(
        open: PayLytAPI.Money(Money(asset: currency, units: open[currency] ?? 0)),
        limit: limits[currency].map { PayLytAPI.Money(Money(asset: currency, units: $0)) })
    }
  }
}

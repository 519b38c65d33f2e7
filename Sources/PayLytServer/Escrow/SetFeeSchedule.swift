/// An admin sets the fees of terms that are written from now on.
struct SetFeeSchedule: Command {
  static let method = "EscrowService/SetFeeSchedule"
  let caller: Caller
  let request: RequestIdentity?
  let basisPoints: Int32
  let fixedMsat: Int64
  let minMsat: Int64
  /// `Int64.max` when there is none.
  let maxMsat: Int64
  /// The version that the caller has read; zero when they do not mind.
  let replaces: Int32

  func load(_ rows: Loader) {
    rows.want(FeeSchedule.self, by: "series", .text(FeeSchedule.series))
  }

  func decide(_ decision: Decision) throws -> FeeSchedule {
    guard caller.isAdmin else { throw Refusal.onlyAnAdmin }
    let versions = decision.rows(FeeSchedule.self, by: "series", .text(FeeSchedule.series))
    let latest = versions.map(\.rates.version).max() ?? 0
    guard replaces == 0 || replaces == latest else {
      throw Refusal(
        .aborted, reason: "ETAG_MISMATCH",
        message: "Version \(latest) is the latest one. Read it and decide anew.")
    }
    let schedule = FeeSchedule(
      id: decision.newID(),
      rates: FeeRates(
        version: latest + 1, basisPoints: basisPoints, fixedMsat: fixedMsat, minMsat: minMsat,
        maxMsat: maxMsat), createdAt: decision.now)
    decision.put(schedule)
    decision.record("fees.set", subject: "feeSchedules/\(schedule.rates.version)", parties: [])
    return schedule
  }
}

extension Caller {
  var isAdmin: Bool {
    guard case .user(_, let roles) = self else { return false }
    return roles.contains(.admin)
  }
}

extension Refusal {
  static let onlyAnAdmin = Refusal(
    .permissionDenied, reason: "NOT_AN_ADMIN", message: "Only an admin may do this.")
}

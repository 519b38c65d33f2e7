/// Posts what was to be posted later and is due, all of it or nothing. Nothing happens when that
/// was decided meanwhile: however often it is tried, it is posted once.
struct ExecuteSchedule: Command {
  static let method = "ledger/execute"
  let caller = Caller.system("ledger")
  let request: RequestIdentity? = nil
  let name: GeneralName
  /// When holds that were over had been released.
  let releasedUpTo: Timestamp?

  func load(_ rows: Loader) {
    guard let schedule = rows.row(GeneralSchedule.self, name.key) else { return }
    for terms in schedule.postings { rows.want(terms) }
  }

  func decide(_ decision: Decision) throws -> GeneralSchedule? {
    guard var schedule = decision.row(GeneralSchedule.self, name.key),
      schedule.isDue(at: decision.now)
    else { return nil }
    _ = try decision.postLinked(schedule.postings, releasedUpTo: releasedUpTo)
    let next = schedule.end(nil, at: decision.now) { GeneralName(decision.newID()) }
    decision.put(schedule)
    if let next { decision.put(next) }
    decision.record("ledger.schedule_executed", subject: name.scheduleName, parties: [])
    return schedule
  }
}

/// Keeps why nothing was posted of what was due.
struct RefuseSchedule: Command {
  static let method = "ledger/refuse"
  let caller = Caller.system("ledger")
  let request: RequestIdentity? = nil
  let name: GeneralName
  let refusal: ScheduleRefusal

  func load(_ rows: Loader) { rows.want(GeneralSchedule.self, name.key) }

  func decide(_ decision: Decision) throws -> GeneralSchedule? {
    guard var schedule = decision.row(GeneralSchedule.self, name.key),
      schedule.isDue(at: decision.now)
    else { return nil }
    let next = schedule.end(refusal, at: decision.now) { GeneralName(decision.newID()) }
    decision.put(schedule)
    if let next { decision.put(next) }
    decision.record(
      "ledger.schedule_refused", subject: name.scheduleName, parties: [], reason: refusal.reason)
    return schedule
  }
}

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
    guard let schedule = decision.dueSchedule(name) else { return nil }
    _ = try decision.postLinked(schedule.postings, releasedUpTo: releasedUpTo)
    decision.record("ledger.schedule_executed", subject: name.scheduleName, parties: [])
    return decision.end(schedule, nil)
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
    guard let schedule = decision.dueSchedule(name) else { return nil }
    decision.record(
      "ledger.schedule_refused", subject: name.scheduleName, parties: [], reason: refusal.reason)
    return decision.end(schedule, refusal)
  }
}

extension Decision {
  /// The schedule while it is due; nil when it was decided on meanwhile.
  fileprivate func dueSchedule(_ name: GeneralName) -> GeneralSchedule? {
    row(GeneralSchedule.self, name.key).flatMap { $0.isDue(at: now) ? $0 : nil }
  }

  /// Keeps how a schedule ended, and the one that follows it in its series.
  fileprivate func end(
    _ schedule: GeneralSchedule, _ refusal: ScheduleRefusal?
  ) -> GeneralSchedule {
    var ended = schedule
    let next = ended.end(refusal, at: now) { GeneralName(newID()) }
    put(ended)
    if let next { put(next) }
    return ended
  }
}

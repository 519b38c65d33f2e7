/// Keeps transactions that are to be posted later.
struct CreateSchedule: Command {
  static let method = "LedgerService/CreateSchedule"
  let caller: Caller
  let request: RequestIdentity?
  let name: GeneralName
  let dueAt: Timestamp
  /// Each with a name, all of them different.
  let list: [TransactionTerms]
  let countsWhenDue: Bool
  /// The first place of a series; nil: it happens once.
  let place: SeriesPlace?

  struct Created: Sendable {
    let schedule: GeneralSchedule
    /// Whether it had been created before.
    let isReplay: Bool
  }

  func load(_ rows: Loader) {
    rows.want(GeneralSchedule.self, name.key)
    for terms in list { rows.want(terms) }
  }

  func decide(_ decision: Decision) throws -> Created {
    let schedule = GeneralSchedule(
      id: name.key, name: name, dueAt: dueAt, list: list, countsWhenDue: countsWhenDue,
      place: place, createdAt: decision.now)
    if let existing = decision.row(GeneralSchedule.self, name.key) {
      if let field = schedule.difference(from: existing) {
        throw GeneralLedgerError.scheduleIDReused(name.text, field: field)
      }
      return Created(
        schedule: GeneralSchedule(
          existing, state: .scheduled, endedAt: nil, refusal: nil, next: nil), isReplay: true)
    }
    guard dueAt > decision.now,
      dueAt <= decision.now.adding(seconds: GeneralLimits.scheduleAheadSecondsMax)
    else { throw GeneralLedgerError.dueTimeOutOfRange }
    // What can be known today is said today. Limits are about the day on which it is due.
    for (index, terms) in schedule.postings.enumerated() {
      do {
        try decision.check(terms, dueAt: dueAt)
      } catch {
        throw error.refusal.inside("transactions[\(index)]")
      }
    }
    decision.put(schedule)
    decision.record("ledger.schedule_created", subject: name.scheduleName, parties: [])
    return Created(schedule: schedule, isReplay: false)
  }
}

extension Decision {
  /// Whether a transaction that is to be posted later could be posted today, but for limits.
  ///
  /// - Throws: `GeneralLedgerError`.
  fileprivate func check(
    _ terms: TransactionTerms, dueAt: Timestamp
  ) throws(GeneralLedgerError) {
    if let name = terms.name, transaction(name) != nil {
      throw .transactionIDTaken(name.text)
    }
    try check(effectiveAt: terms.effectiveAt, bookedAt: dueAt)
    try GeneralPosting(decision: self, releasedUpTo: nil).check(terms.legs())
  }
}

/// Puts transactions away that were to be posted later; of a series, all that would have followed.
struct CancelSchedule: Command {
  static let method = "LedgerService/CancelSchedule"
  let caller: Caller
  let request: RequestIdentity?
  let name: GeneralName
  /// Empty: none is given.
  let reason: String

  func load(_ rows: Loader) { rows.want(GeneralSchedule.self, name.key) }

  func decide(_ decision: Decision) throws -> GeneralSchedule {
    guard var schedule = decision.row(GeneralSchedule.self, name.key) else {
      throw GeneralLedgerError.scheduleNotFound(name.text)
    }
    // It is as the caller wants it.
    guard schedule.state != .cancelled else { return schedule }
    try schedule.cancel(at: decision.now)
    decision.put(schedule)
    decision.record(
      "ledger.schedule_cancelled", subject: name.scheduleName, parties: [],
      reason: reason.isEmpty ? nil : reason)
    return schedule
  }
}

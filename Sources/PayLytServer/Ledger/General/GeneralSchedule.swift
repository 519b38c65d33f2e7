/// Transactions that are posted later, by themselves: all of them or none. One that recurs is
/// followed by another schedule each time that it comes to its end.
struct GeneralSchedule: Hashable, Sendable {
  /// Raw values are stored.
  enum State: Int16, Sendable, CaseIterable {
    /// Next: executed or refused when it is due, cancelled before.
    case scheduled = 1
    /// Final.
    case executed = 2
    /// Final: nothing of it was posted, and `refusal` says why.
    case refused = 3
    /// Final.
    case cancelled = 4
  }

  let id: UUID
  let name: GeneralName
  private(set) var state = State.scheduled
  let dueAt: Timestamp
  /// Each has a name; the names are different.
  let list: [TransactionTerms]
  /// Whether what it posts counts when it was due, and not when it is booked.
  let countsWhenDue: Bool
  /// Which one of its series; nil: it is alone.
  let place: SeriesPlace?
  let createdAt: Timestamp
  private(set) var endedAt: Timestamp?
  private(set) var refusal: ScheduleRefusal?
  /// The name of the one that follows it in its series.
  private(set) var next: String?

  /// What is posted: as it stands, or each under a name of its own for each time.
  var postings: [TransactionTerms] {
    guard let place else { return list.map { counting($0) } }
    return list.map { terms in
      var numbered = terms
      if place.occurrence > 1 {
        numbered.name = terms.name.flatMap { GeneralName("\($0.text).\(place.occurrence)") }
      }
      return counting(numbered)
    }
  }

  private func counting(_ terms: TransactionTerms) -> TransactionTerms {
    guard countsWhenDue, terms.effectiveAt == nil else { return terms }
    var counted = terms
    counted.effectiveAt = dueAt
    return counted
  }

  func isDue(at now: Timestamp) -> Bool { state == .scheduled && dueAt <= now }

  // MARK: Its end

  /// - Parameter refusal: why nothing was posted; nil when everything was.
  /// - Returns: the one that follows it.
  mutating func end(
    _ refusal: ScheduleRefusal?, at now: Timestamp, nextName: () -> GeneralName
  ) -> GeneralSchedule? {
    precondition(isDue(at: now), "schedule \(name.text) is not due")
    state = refusal == nil ? .executed : .refused
    self.refusal = refusal
    endedAt = now
    guard let following = place?.following, following.isWithinCount else { return nil }
    let name = nextName()
    next = name.text
    return GeneralSchedule(
      id: name.key, name: name, dueAt: following.dueAt, list: list, countsWhenDue: countsWhenDue,
      place: following, createdAt: now)
  }

  /// - Throws: `.scheduleEnded`.
  mutating func cancel(at now: Timestamp) throws(GeneralLedgerError) {
    guard state == .scheduled else { throw .scheduleEnded(name.text, state) }
    state = .cancelled
    endedAt = now
  }

  /// The first attribute in which a schedule that is there is another one.
  func difference(from existing: GeneralSchedule) -> String? {
    if existing.dueAt != dueAt { return "due_time" }
    if existing.list != list { return "transactions" }
    if existing.place != place { return "recurrence" }
    if existing.countsWhenDue != countsWhenDue { return "effective_at_due_time" }
    return nil
  }

  // MARK: Stored

  init(
    id: UUID, name: GeneralName, dueAt: Timestamp, list: [TransactionTerms], countsWhenDue: Bool,
    place: SeriesPlace?, createdAt: Timestamp
  ) {
    self.id = id
    self.name = name
    self.dueAt = dueAt
    self.list = list
    self.countsWhenDue = countsWhenDue
    self.place = place
    self.createdAt = createdAt
  }

  /// As it is stored with its end.
  init(
    _ begun: GeneralSchedule, state: State, endedAt: Timestamp?, refusal: ScheduleRefusal?,
    next: String?
  ) {
    self = begun
    self.state = state
    self.endedAt = endedAt
    self.refusal = refusal
    self.next = next
  }
}

/// Why nothing of a schedule was posted, as the call would have ended.
struct ScheduleRefusal: Hashable, Sendable {
  /// The number of a gRPC status code.
  let code: Int32
  let reason: String
  let message: String
  /// The field at fault; empty when it is none.
  let field: String
}

/// Where a schedule stands in its series.
struct SeriesPlace: Hashable, Sendable {
  /// Raw values are stored.
  enum Unit: Int16, Sendable, CaseIterable {
    case day = 1
    case week = 2
    case month = 3
  }

  /// The name of the first one.
  let series: String
  /// From 1.
  let occurrence: Int64
  let unit: Unit
  /// How many units lie between two.
  let every: Int64
  /// How many there are in all; 0: until somebody cancels the next one.
  let count: Int64
  /// When the first one was due: from it all others follow, so that a short month moves none.
  let firstDueAt: Timestamp

  var isWithinCount: Bool { count == 0 || occurrence <= count }

  var following: SeriesPlace {
    SeriesPlace(
      series: series, occurrence: occurrence + 1, unit: unit, every: every, count: count,
      firstDueAt: firstDueAt)
  }

  /// In UTC; a day that its month does not have is the last one of that month.
  var dueAt: Timestamp {
    let steps = (occurrence - 1) * every
    return switch unit {
    case .day: firstDueAt.adding(seconds: steps * 86_400)
    case .week: firstDueAt.adding(seconds: steps * 7 * 86_400)
    case .month: firstDueAt.adding(months: steps)
    }
  }
}

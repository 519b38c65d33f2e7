import PayLytAPI
import PayLytRPC
import StandardAPI

// How schedules look on the wire, and how requests for them are read.

extension GeneralName {
  static let schedules = "ledgerSchedules"

  var scheduleName: String { "\(Self.schedules)/\(text)" }
}

extension LedgerSchedule {
  init(_ schedule: GeneralSchedule) {
    self.init(
      name: schedule.name.scheduleName, state: State(schedule.state),
      dueTime: ProtoTimestamp(schedule.dueAt),
      transactions: schedule.postings.map { TransactionDraft($0) },
      createTime: ProtoTimestamp(schedule.createdAt),
      endTime: schedule.endedAt.map { ProtoTimestamp($0) },
      refusal: schedule.refusal.map { refusal in
        TransactionRefusal(
          code: refusal.code, reason: refusal.reason, message: refusal.message,
          field: refusal.field)
      },
      recurrence: schedule.place.map { Recurrence($0) },
      series: schedule.place.map { "\(GeneralName.schedules)/\($0.series)" } ?? "",
      occurrence: schedule.place?.occurrence ?? 1,
      next: schedule.next.map { "\(GeneralName.schedules)/\($0)" } ?? "")
  }
}

extension LedgerSchedule.State {
  init(_ state: GeneralSchedule.State) {
    self =
      switch state {
      case .scheduled: .scheduled
      case .executed: .executed
      case .refused: .refused
      case .cancelled: .cancelled
      }
  }

  /// What a list asks for; nil: all.
  func filter(field: String) throws(Refusal) -> GeneralSchedule.State? {
    switch self {
    case .unspecified: nil
    case .scheduled: .scheduled
    case .executed: .executed
    case .refused: .refused
    case .cancelled: .cancelled
    case .unrecognized: throw .invalid(field, "A state of a schedule.")
    }
  }
}

extension Recurrence {
  init(_ place: SeriesPlace) {
    let unit: Unit =
      switch place.unit {
      case .day: .day
      case .week: .week
      case .month: .month
      }
    self.init(unit: unit, every: Int32(place.every), count: Int32(place.count))
  }
}

extension TransactionDraft {
  init(_ terms: TransactionTerms) {
    self.init(
      transactionID: terms.name?.text ?? "",
      postings: terms.postings.map { posting in
        LedgerPosting(
          account: posting.account.accountName, side: PayLytAPI.Side(posting.side),
          amount: posting.amount)
      },
      pending: terms.isPending, timeoutSeconds: terms.timeoutSeconds, code: terms.code,
      description: terms.description, metadata: terms.annotations.pairs,
      effectiveTime: terms.effectiveAt.map { ProtoTimestamp($0) },
      balancing: PayLytAPI.Balancing(terms.balancing), reference: terms.reference)
  }
}

extension TransactionTerms {
  /// How a schedule keeps what is to be posted: as a request for a linked batch of it.
  static func stored(_ list: [TransactionTerms]) -> [UInt8] {
    BatchPostTransactionsRequest(transactions: list.map { TransactionDraft($0) }).wireBytes
  }

  /// - Returns: nil for what `stored` never made.
  static func list(stored bytes: [UInt8]) -> [TransactionTerms]? {
    do {
      let stored = try BatchPostTransactionsRequest(wireBytes: bytes)
      return try list(stored.transactions, field: "transactions")
    } catch {
      return nil
    }
  }
}

extension Payload {
  /// What an event of a schedule tells; nothing when nothing happened.
  static func schedule(_ schedule: GeneralSchedule?) -> Payload {
    schedule.map { Payload(LedgerSchedule($0)) } ?? .none(of: schedule)
  }
}

extension CreateSchedule {
  init(
    _ request: CreateScheduleRequest, caller: Caller, identity: RequestIdentity
  ) throws(Refusal) {
    let name = try GeneralName(id: request.scheduleID, field: "schedule_id")
    let dueAt = try Timestamp(request.dueTime, field: "due_time")
    let list = try TransactionTerms.list(request.transactions, field: "transactions")
    let place = try request.recurrence.map { (recurrence) throws(Refusal) in
      try SeriesPlace(recurrence, series: name.text, firstDueAt: dueAt)
    }
    for (index, terms) in list.enumerated() where place != nil {
      let field = "transactions[\(index)]"
      guard terms.effectiveAt == nil else {
        throw .invalid(
          "\(field).effective_time", "Each time counts at its own: effective_at_due_time.")
      }
      let most = GeneralLimits.nameCharactersMax - GeneralLimits.occurrenceCharactersMax
      guard terms.name?.text.utf8.count ?? 0 <= most else {
        throw .invalid("\(field).transaction_id", "At most \(most) characters where it recurs.")
      }
    }
    self.init(
      caller: caller, request: identity, name: name, dueAt: dueAt, list: list,
      countsWhenDue: request.effectiveAtDueTime, place: place)
  }
}

extension SeriesPlace {
  /// The first place of a series.
  init(_ recurrence: Recurrence, series: String, firstDueAt: Timestamp) throws(Refusal) {
    let unit: Unit
    switch recurrence.unit {
    case .day: unit = .day
    case .week: unit = .week
    case .month: unit = .month
    case .unspecified, .unrecognized:
      throw .invalid("recurrence.unit", "UNIT_DAY, UNIT_WEEK or UNIT_MONTH.")
    }
    guard (1...GeneralLimits.recurrenceEveryMax).contains(Int64(recurrence.every)) else {
      throw .invalid("recurrence.every", "1 to \(GeneralLimits.recurrenceEveryMax).")
    }
    guard
      recurrence.count == 0
        || (2...GeneralLimits.recurrenceCountMax).contains(Int64(recurrence.count))
    else {
      throw .invalid(
        "recurrence.count", "2 to \(GeneralLimits.recurrenceCountMax), or 0: without end.")
    }
    self.init(
      series: series, occurrence: 1, unit: unit, every: Int64(recurrence.every),
      count: Int64(recurrence.count), firstDueAt: firstDueAt)
  }
}

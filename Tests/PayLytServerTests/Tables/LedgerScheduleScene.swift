@testable import PayLytServer

/// The schedule `s` of the general ledger, which moves 50 from `ada` to `ben`.
struct LedgerScheduleScene: TableScene {
  enum State: String, CaseIterable {
    case absent, scheduled
    /// Its time has come, and nobody has looked yet.
    case due
    case executed, refused, cancelled
    /// One of a series has ended, and the next is scheduled.
    case followed
  }

  enum Move: String, CaseIterable {
    case create = "CreateSchedule"
    case createOther = "CreateSchedule, of another amount"
    case createLate = "CreateSchedule, due before"
    case createUnbalanced = "CreateSchedule, unbalanced"
    case cancel = "CancelSchedule"
  }

  static let service = "LedgerService"
  static let table = """
    CreateSchedule                  admin                       service
    absent                          scheduled                   scheduled
    scheduled, due                  (scheduled)                 (scheduled)
    executed, refused, cancelled    (scheduled)                 (scheduled)
    followed                        SCHEDULE_ID_REUSED          SCHEDULE_ID_REUSED

    CreateSchedule, of another amount   admin                   service
    absent                          scheduled                   scheduled
    scheduled, due, followed        SCHEDULE_ID_REUSED          SCHEDULE_ID_REUSED
    executed, refused, cancelled    SCHEDULE_ID_REUSED          SCHEDULE_ID_REUSED

    CreateSchedule, due before      admin                       service
    absent                          DUE_TIME_OUT_OF_RANGE       DUE_TIME_OUT_OF_RANGE
    scheduled, due, followed        SCHEDULE_ID_REUSED          SCHEDULE_ID_REUSED
    executed, refused, cancelled    SCHEDULE_ID_REUSED          SCHEDULE_ID_REUSED

    CreateSchedule, unbalanced      admin                       service
    absent                          UNBALANCED                  UNBALANCED
    scheduled, due, followed        SCHEDULE_ID_REUSED          SCHEDULE_ID_REUSED
    executed, refused, cancelled    SCHEDULE_ID_REUSED          SCHEDULE_ID_REUSED

    CancelSchedule                  admin                       service
    absent                          NOT_FOUND                   NOT_FOUND
    scheduled, due                  cancelled                   cancelled
    executed, refused, followed     SCHEDULE_ENDED              SCHEDULE_ENDED
    cancelled                       (cancelled)                 (cancelled)
    """

  let store: MemoryStore

  init(in state: State) throws {
    store = try MemoryStore.general()
    if state != .refused {
      try store.carryOut(PostTransaction.moving(200, from: "world", to: "ada"))
    }
    guard state != .absent else { return }
    try store.carryOut(
      CreateSchedule.fixture(
        "s", in: 60, [.moving(50, from: "ada", to: "ben", as: "t")],
        every: state == .followed ? (1, .day) : nil))
    switch state {
    case .absent, .scheduled: break
    case .due: store.now = store.now.adding(seconds: 60)
    case .cancelled: try store.carryOut(CancelSchedule.fixture("s"))
    case .executed, .refused, .followed:
      store.now = store.now.adding(seconds: 60)
      try store.execute("s")
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .create: return try create(60, [.debit("ada", 50), .credit("ben", 50)], who)
    case .createOther: return try create(60, [.debit("ada", 51), .credit("ben", 51)], who)
    case .createLate: return try create(-1, [.debit("ada", 50), .credit("ben", 50)], who)
    case .createUnbalanced: return try create(60, [.debit("ada", 50), .credit("ben", 49)], who)
    case .cancel:
      let schedule = try store.carryOut(
        CancelSchedule(caller: who.caller, request: nil, name: "s", reason: ""))
      return "\(schedule.state)"
    }
  }

  private func create(
    _ seconds: Int64, _ postings: [TransactionTerms.Posting], _ who: TableCaller
  ) throws -> String {
    let created = try store.carryOut(
      CreateSchedule(
        caller: who.caller, request: nil, name: "s",
        dueAt: Timestamp.start.adding(seconds: seconds),
        list: [.fixture("t", postings)], countsWhenDue: false, place: nil))
    return "\(created.schedule.state)"
  }
}

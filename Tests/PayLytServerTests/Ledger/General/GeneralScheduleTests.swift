import PayLytAPI
import StandardAPI
import Testing

@testable import PayLytServer

extension CreateSchedule {
  /// - Parameter seconds: from the store's beginning.
  static func fixture(
    _ name: GeneralName, in seconds: Int64, _ list: [TransactionTerms], countsWhenDue: Bool = false,
    every: (Int64, SeriesPlace.Unit)? = nil, count: Int64 = 0, from start: Timestamp = .start
  ) -> CreateSchedule {
    let dueAt = start.adding(seconds: seconds)
    return CreateSchedule(
      caller: .admin, request: nil, name: name, dueAt: dueAt, list: list,
      countsWhenDue: countsWhenDue,
      place: every.map { every, unit in
        SeriesPlace(
          series: name.text, occurrence: 1, unit: unit, every: every, count: count,
          firstDueAt: dueAt)
      })
  }
}

extension CancelSchedule {
  static func fixture(_ name: GeneralName) -> CancelSchedule {
    CancelSchedule(caller: .admin, request: nil, name: name, reason: "")
  }
}

extension TransactionTerms {
  /// From one account to another.
  static func moving(
    _ amount: Int64, from: GeneralName, to: GeneralName, as name: GeneralName,
    pending: Bool = false, timeout: Int64 = 0, effectiveAt: Timestamp? = nil
  ) -> TransactionTerms {
    .fixture(
      name, [.debit(from, amount), .credit(to, amount)], pending: pending, timeout: timeout,
      effectiveAt: effectiveAt)
  }
}

extension MemoryStore {
  func schedule(_ name: GeneralName) -> GeneralSchedule? { row(GeneralSchedule.self, name.key) }

  /// As the worker does, with no hold in the way.
  @discardableResult
  func execute(_ name: GeneralName) throws -> GeneralSchedule? {
    do {
      return try carryOut(ExecuteSchedule(name: name, releasedUpTo: now))
    } catch {
      guard let refusal = ScheduleRefusal(error) else { throw error }
      return try carryOut(RefuseSchedule(name: name, refusal: refusal))
    }
  }
}

@Suite("Transactions that are posted later")
struct GeneralScheduleTests {
  private static func store() throws -> MemoryStore {
    let store = try MemoryStore.general()
    try store.carryOut(PostTransaction.moving(100, from: "world", to: "ada", as: "first"))
    return store
  }

  private static let rent = TransactionTerms.moving(60, from: "ada", to: "ben", as: "rent")

  @Test("nothing happens before its time, everything at it, and nothing again after it")
  func once() throws {
    let store = try Self.store()
    let created = try store.carryOut(CreateSchedule.fixture("s", in: 60, [Self.rent]))
    #expect(!created.isReplay && created.schedule.state == .scheduled)
    store.now = store.now.adding(seconds: 59)
    #expect(try store.execute("s") == nil)
    #expect(store.amounts("ben") == [0, 0, 0])
    store.now = store.now.adding(seconds: 1)
    #expect(try store.execute("s")?.state == .executed)
    let told = store.events.count
    for _ in 0..<3 { #expect(try store.execute("s") == nil) }
    #expect(store.amounts("ada") == [40, 0, 0] && store.amounts("ben") == [60, 0, 0])
    #expect(store.events.count == told)
    #expect(store.events.last?.type == "ledger.schedule_executed")
    #expect(store.generalTransaction("rent")?.state == .posted)
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("a linked group is posted as a whole or not at all, with the reason kept")
  func linked() throws {
    let store = try Self.store()
    let group = [
      Self.rent, TransactionTerms.moving(50, from: "ada", to: "ben", as: "too-much"),
    ]
    try store.carryOut(CreateSchedule.fixture("s", in: 60, group))
    store.now = store.now.adding(seconds: 61)
    let refused = try #require(try store.execute("s"))
    #expect(refused.state == .refused && refused.refusal?.reason == "INSUFFICIENT_FUNDS")
    #expect(refused.refusal?.message.hasPrefix("transactions[1]: ") == true)
    #expect(refused.endedAt == store.now)
    #expect(store.amounts("ada") == [100, 0, 0])
    #expect(store.events.last?.reason == "INSUFFICIENT_FUNDS")
    // It is final: money that comes later changes nothing.
    try store.carryOut(PostTransaction.moving(100, from: "world", to: "ada"))
    #expect(try store.execute("s") == nil)
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("what is pending is held from its time on, and its timeout begins then")
  func pending() throws {
    let store = try Self.store()
    let hold = TransactionTerms.moving(
      60, from: "ada", to: "ben", as: "hold", pending: true, timeout: 30)
    try store.carryOut(CreateSchedule.fixture("s", in: 60, [hold]))
    store.now = store.now.adding(seconds: 60)
    try store.execute("s")
    #expect(store.amounts("ada") == [100, 0, 60])
    #expect(store.generalTransaction("hold")?.expiresAt == store.now.adding(seconds: 30))
  }

  @Test("it counts when it was due, where that is wanted, however late the server is")
  func effective() throws {
    let store = try Self.store()
    try store.carryOut(
      CreateSchedule.fixture("s", in: 60, [Self.rent], countsWhenDue: true))
    store.now = store.now.adding(seconds: 7200)
    let schedule = try #require(try store.execute("s"))
    let entries = store.rows(GeneralEntry.self).filter {
      $0.transaction == store.generalTransaction("rent")?.id
    }
    #expect(entries.count == 2 && entries.allSatisfy { $0.effectiveAt == schedule.dueAt })
    #expect(entries.allSatisfy { $0.createdAt == store.now })
  }

  @Test("what was posted under the same id and content meanwhile is not posted again")
  func known() throws {
    let store = try Self.store()
    try store.carryOut(CreateSchedule.fixture("s", in: 60, [Self.rent]))
    try store.carryOut(PostTransaction.moving(60, from: "ada", to: "ben", as: "rent"))
    store.now = store.now.adding(seconds: 60)
    #expect(try store.execute("s")?.state == .executed)
    #expect(store.amounts("ben") == [60, 0, 0])
  }

  @Test("the same schedule again is the one that is there; another one is refused")
  func repeated() throws {
    let store = try Self.store()
    try store.carryOut(CreateSchedule.fixture("s", in: 60, [Self.rent]))
    store.now = store.now.adding(seconds: 60)
    try store.execute("s")
    let again = try store.carryOut(CreateSchedule.fixture("s", in: 60, [Self.rent]))
    #expect(again.isReplay && again.schedule.state == .scheduled)
    let others: [(String, CreateSchedule)] = [
      ("due_time", .fixture("s", in: 61, [Self.rent])),
      ("effective_at_due_time", .fixture("s", in: 60, [Self.rent], countsWhenDue: true)),
      ("recurrence", .fixture("s", in: 60, [Self.rent], every: (1, .day))),
      (
        "transactions",
        .fixture("s", in: 60, [.moving(61, from: "ada", to: "ben", as: "rent")])
      ),
    ]
    for (field, other) in others {
      #expect(throws: GeneralLedgerError.scheduleIDReused("s", field: field)) {
        try store.carryOut(other)
      }
    }
  }

  @Test("what can be known today is refused today, and limits are not")
  func checked() throws {
    let store = try Self.store()
    try store.carryOut(OpenGeneralAccount.fixture("shut"))
    try store.carryOut(
      CloseGeneralAccount(caller: .admin, request: nil, name: "shut", reason: ""))
    let far = Timestamp.start.adding(seconds: 400 * 86_400)
    let refused: [(String, Int64, TransactionTerms)] = [
      ("DUE_TIME_OUT_OF_RANGE", 0, Self.rent), ("DUE_TIME_OUT_OF_RANGE", -1, Self.rent),
      ("DUE_TIME_OUT_OF_RANGE", 11 * 366 * 86_400, Self.rent),
      ("NOT_FOUND", 60, .moving(1, from: "ada", to: "nobody", as: "t")),
      ("ACCOUNT_CLOSED", 60, .moving(1, from: "ada", to: "shut", as: "t")),
      ("UNBALANCED", 60, .fixture("t", [.debit("ada", 2), .credit("ben", 1)])),
      ("TRANSACTION_ID_REUSED", 60, .moving(1, from: "ada", to: "ben", as: "first")),
      (
        "EFFECTIVE_TIME_OUT_OF_RANGE", 60,
        .moving(1, from: "ada", to: "ben", as: "t", effectiveAt: far)
      ),
    ]
    for (reason, seconds, terms) in refused {
      let command = CreateSchedule.fixture("s", in: seconds, [terms])
      #expect(store.refusal(of: command)?.reason == reason)
    }
    #expect(store.rows(GeneralSchedule.self).isEmpty)
    try store.carryOut(
      CreateSchedule.fixture("s", in: 60, [.moving(9_999, from: "ada", to: "ben", as: "t")]))
  }

  @Test("a cancelled one never happens, and neither does what would have followed")
  func cancelled() throws {
    let store = try Self.store()
    try store.carryOut(CreateSchedule.fixture("s", in: 60, [Self.rent], every: (1, .day)))
    #expect(try store.carryOut(CancelSchedule.fixture("s")).state == .cancelled)
    let told = store.events.count
    #expect(try store.carryOut(CancelSchedule.fixture("s")).state == .cancelled)
    #expect(store.events.count == told)
    store.now = store.now.adding(seconds: 60)
    #expect(try store.execute("s") == nil)
    #expect(store.rows(GeneralSchedule.self).count == 1)
    #expect(store.amounts("ada") == [100, 0, 0])
  }

  @Test("a series goes on after each end, refused or not, until its count is reached")
  func series() throws {
    let store = try Self.store()
    let first = CreateSchedule.fixture("s", in: 60, [Self.rent], every: (2, .day), count: 3)
    try store.carryOut(first)
    var name: GeneralName? = "s"
    var states: [GeneralSchedule.State] = []
    var names: [String] = []
    while let current = name, let schedule = store.schedule(current) {
      store.now = schedule.dueAt
      let ended = try #require(try store.execute(current))
      #expect(ended.place?.occurrence == Int64(states.count + 1))
      #expect(ended.place?.series == "s")
      #expect(ended.dueAt == first.dueAt.adding(seconds: Int64(states.count) * 2 * 86_400))
      states.append(ended.state)
      names.append(ended.postings[0].name?.text ?? "")
      name = ended.next.flatMap { GeneralName($0) }
    }
    // 100 are there for one rent of 60.
    #expect(states == [.executed, .refused, .refused])
    #expect(names == ["rent", "rent.2", "rent.3"])
    #expect(store.amounts("ben") == [60, 0, 0])
    #expect(store.rows(GeneralSchedule.self).count == 3)
  }

  @Test(
    "a month that has no such day takes its last one, and the next has its own again",
    arguments: [
      (1, ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]),
      (13, ["2027-01-31", "2028-02-29", "2029-03-31", "2030-04-30"]),
      (12, ["2027-01-31", "2028-01-31", "2029-01-31", "2030-01-31"]),
    ] as [(Int64, [String])])
  func months(every: Int64, days: [String]) throws {
    let first = try #require(Timestamp(utc: "\(days[0])T23:59:59Z"))
    var place = SeriesPlace(
      series: "s", occurrence: 1, unit: .month, every: every, count: 0, firstDueAt: first)
    for day in days {
      #expect(place.dueAt == Timestamp(utc: "\(day)T23:59:59Z"))
      place = place.following
    }
  }

  @Test("months are counted over years and leap days, and from moments within a second")
  func calendar() throws {
    let leap = try #require(Timestamp(utc: "2028-02-29T00:00:00Z"))
    #expect(leap.adding(months: 12) == Timestamp(utc: "2029-02-28T00:00:00Z"))
    #expect(leap.adding(months: 48) == Timestamp(utc: "2032-02-29T00:00:00Z"))
    #expect(leap.adding(months: 0) == leap)
    let late = Timestamp(microseconds: leap.microseconds + 86_399_999_999)
    #expect(
      late.adding(months: 1).microseconds
        == (Timestamp(utc: "2028-03-29T00:00:00Z")?.microseconds ?? 0) + 86_399_999_999)
    let turn = try #require(Timestamp(utc: "2026-12-15T12:00:00Z"))
    #expect(turn.adding(months: 1) == Timestamp(utc: "2027-01-15T12:00:00Z"))
  }

  @Test("who shares an account with an earlier one comes in a later wave")
  func waves() throws {
    func schedule(_ name: GeneralName, _ from: GeneralName, _ to: GeneralName) -> GeneralSchedule {
      GeneralSchedule(
        id: name.key, name: name, dueAt: .start,
        list: [.moving(1, from: from, to: to, as: name)], countsWhenDue: false, place: nil,
        createdAt: .start)
    }
    let due = [
      schedule("1", "a", "b"), schedule("2", "c", "d"), schedule("3", "b", "c"),
      schedule("4", "e", "f"), schedule("5", "c", "e"),
    ]
    let waves = ScheduleRunner.waves(due).map { $0.map(\.name.text) }
    #expect(waves == [["1", "2", "4"], ["3"], ["5"]])
  }

  @Test("what a request cannot mean is refused with its field")
  func requests() throws {
    let draft = TransactionDraft(Self.rent)
    let due = ProtoTimestamp(Timestamp.start)
    func request(_ change: (inout CreateScheduleRequest) -> Void) -> CreateScheduleRequest {
      var request = CreateScheduleRequest(scheduleID: "s", dueTime: due, transactions: [draft])
      change(&request)
      return request
    }
    let bad: [(String, CreateScheduleRequest)] = [
      ("schedule_id", request { $0.scheduleID = "a b" }),
      ("due_time", request { $0.dueTime = nil }),
      ("transactions", request { $0.transactions = [] }),
      ("transactions[1].transaction_id", request { $0.transactions = [draft, draft] }),
      ("transactions[0].transaction_id", request { $0.transactions[0].transactionID = "" }),
      ("recurrence.unit", request { $0.recurrence = Recurrence(every: 1) }),
      ("recurrence.every", request { $0.recurrence = Recurrence(unit: .day) }),
      ("recurrence.count", request { $0.recurrence = Recurrence(unit: .day, every: 1, count: 1) }),
      (
        "transactions[0].effective_time",
        request {
          $0.recurrence = Recurrence(unit: .day, every: 1)
          $0.transactions[0].effectiveTime = due
        }
      ),
      (
        "transactions[0].transaction_id",
        request {
          $0.recurrence = Recurrence(unit: .day, every: 1)
          $0.transactions[0].transactionID = String(repeating: "x", count: 90)
        }
      ),
    ]
    for (field, request) in bad {
      let refusal = #expect(throws: Refusal.self) {
        try CreateSchedule(
          request, caller: .admin, identity: RequestIdentity(key: .entity(1), fingerprint: []))
      }
      #expect(refusal?.field == field)
    }
    let good = try CreateSchedule(
      request { $0.recurrence = Recurrence(unit: .month, every: 1, count: 12) }, caller: .admin,
      identity: RequestIdentity(key: .entity(1), fingerprint: []))
    #expect(good.list == [Self.rent] && good.place?.count == 12)
  }
}

import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("The time at which things count", .timeLimit(.minutes(5)))
struct EffectiveTimeTests {
  private static let day: Int64 = 86_400

  private static func moving(
    _ amount: Int64, as name: GeneralName, effectiveAt: Timestamp?, pending: Bool = false
  ) -> PostTransaction {
    PostTransaction(
      caller: .admin, request: nil,
      terms: .fixture(
        name, [.debit("world", amount), .credit("ada", amount)], pending: pending,
        effectiveAt: effectiveAt))
  }

  @Test(
    "it may count long before it is booked and some time after, and no further",
    arguments: [
      (-GeneralLimits.effectivePastSecondsMax, true),
      (-GeneralLimits.effectivePastSecondsMax - 1, false), (0, true),
      (GeneralLimits.effectiveFutureSecondsMax, true),
      (GeneralLimits.effectiveFutureSecondsMax + 1, false),
    ])
  func bounds(seconds: Int64, isAccepted: Bool) throws {
    let store = try MemoryStore.general()
    let command = Self.moving(5, as: "t", effectiveAt: store.now.adding(seconds: seconds))
    if isAccepted {
      try store.carryOut(command)
    } else {
      let refusal = GeneralLedgerError.effectiveTimeOutOfRange.refusal
      #expect(throws: refusal.naming(field: "transaction.effective_time")) {
        try store.carryOut(command)
      }
      // Where it is one of several, its answer says which one.
      let part = PostTransaction(
        caller: command.caller, request: nil, terms: command.terms, draftBytes: 1)
      #expect(throws: GeneralLedgerError.effectiveTimeOutOfRange) { try store.carryOut(part) }
    }
    #expect(store.amounts("ada") == [isAccepted ? 5 : 0, 0, 0])
  }

  @Test("entries keep both times, and each step of a hold counts when the transaction does")
  func entries() throws {
    let store = try MemoryStore.general()
    let past = store.now.adding(seconds: -3 * Self.day)
    let plain = try store.carryOut(Self.moving(1, as: "a", effectiveAt: nil))
    #expect(plain.made.allSatisfy { $0.entry.effectiveAt == $0.entry.createdAt })
    let held = try store.carryOut(Self.moving(5, as: "b", effectiveAt: past, pending: true))
    #expect(held.made.allSatisfy { $0.entry.effectiveAt == past && $0.entry.createdAt > past })
    let committed = try store.carryOut(CommitPending.fixture("b"))
    #expect(committed.made.allSatisfy { $0.entry.effectiveAt == past })
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("another effective time is another content")
  func again() throws {
    let store = try MemoryStore.general()
    let past = store.now.adding(seconds: -Self.day)
    try store.carryOut(Self.moving(5, as: "t", effectiveAt: past))
    #expect(try store.carryOut(Self.moving(5, as: "t", effectiveAt: past)).isReplay)
    for other in [nil, past.adding(seconds: 1)] {
      #expect(throws: GeneralLedgerError.transactionIDReused("t", field: "effective_time")) {
        try store.carryOut(Self.moving(5, as: "t", effectiveAt: other))
      }
    }
  }

  @Test(
    "a reversal counts when it is booked, or when what it undoes did", arguments: [false, true])
  func reversal(countsAsOriginal: Bool) throws {
    let store = try MemoryStore.general()
    let past = store.now.adding(seconds: -Self.day)
    try store.carryOut(Self.moving(5, as: "t", effectiveAt: past))
    var command = ReverseTransaction.fixture("t", as: "r")
    command.countsAsOriginal = countsAsOriginal
    let view = try store.carryOut(command)
    for made in view.made {
      #expect(made.entry.effectiveAt == (countsAsOriginal ? past : made.entry.createdAt))
    }
  }

  // MARK: By RPC

  private static func time(_ days: Int64, from now: Timestamp) -> ProtoTimestamp {
    ProtoTimestamp(now.adding(seconds: days * day))
  }

  private static func posted(
    _ books: Bookkeeper, _ days: Int64, from now: Timestamp
  ) async throws -> Int64 {
    try await books.ledger.getBalance(
      GetBalanceRequest(
        name: "ledgerAccounts/ada", asOf: time(days, from: now), timeKind: .effective),
      options: books.options
    ).posted
  }

  /// Amounts into `ada` and how many days from now they count; nil: when they are booked.
  private static let amounts: [(amount: Int64, days: Int64?)] = [
    (1, nil), (10, -30), (100, -10), (1_000, 20), (10_000, nil), (100_000, -10), (1_000_000, -40),
  ]

  private static func post(_ books: Bookkeeper, from now: Timestamp) async throws {
    for (number, (amount, days)) in amounts.enumerated() {
      var draft = Bookkeeper.draft("t\(number)", amount, from: "world", to: "ada")
      draft.effectiveTime = days.map { time($0, from: now) }
      let result = try await books.post(draft)
      #expect(result.transaction?.effectiveTime == draft.effectiveTime)
    }
  }

  @Test("balances by either time are what the entries up to then add up to")
  func balances() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      let now = SystemClock().now()
      try await Self.post(books, from: now)
      for days: Int64 in [-50, -40, -35, -30, -20, -10, -5, 1, 19, 20, 21, 300] {
        let expected = Self.amounts.filter { ($0.days ?? 0) <= days }.reduce(0) { $0 + $1.amount }
        try await #expect(Self.posted(books, days, from: now) == expected, "\(days) days")
        let balance = try await books.ledger.getTrialBalance(
          GetTrialBalanceRequest(asOf: Self.time(days, from: now), timeKind: .effective),
          options: books.options)
        let general = balance.lines.filter { $0.accountKind == "general" }
        #expect(general.reduce(0) { $0 + $1.credits } == expected, "\(days) days")
        #expect(balance.difference == 0)
      }
      // What was known then is another question.
      let booked = try await books.balance("ada", at: Self.time(-5, from: now))
      #expect(booked.posted == 0)
      try await #expect(books.balance("ada").posted == 1_111_111)
    }
  }

  @Test("a statement by effective time is in its order, with balances that follow it")
  func statement() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      let now = SystemClock().now()
      try await Self.post(books, from: now)
      for (start, end, amounts): (Int64?, Int64?, [Int64]) in [
        (nil, 366, [1_000_000, 10, 100, 100_000, 1, 10_000, 1_000]),
        (-30, -9, [10, 100, 100_000]), (-29, -10, []), (-10, 20, [100, 100_000, 1, 10_000]),
        (20, 21, [1_000]),
      ] {
        var parts: [AccountStatementPart] = []
        let stream = try await books.ledger.streamAccountStatement(
          StreamAccountStatementRequest(
            name: "ledgerAccounts/ada", startTime: start.map { Self.time($0, from: now) },
            endTime: end.map { Self.time($0, from: now) }, timeKind: .effective),
          options: books.options)
        for try await part in stream { parts.append(part) }
        guard case .opening(let opening)? = parts.first?.part,
          case .closing(let closing)? = parts.last?.part
        else {
          Issue.record("no opening or closing balance")
          continue
        }
        var running = opening.posted
        var shown: [Int64] = []
        for part in parts {
          guard case .entry(let entry)? = part.part else { continue }
          shown.append(entry.posted)
          running += entry.posted
          #expect(entry.balance?.posted == running)
        }
        #expect(shown == amounts)
        #expect(closing.posted == running)
        let before = Self.amounts.filter { ($0.days ?? 0) < start ?? -400 }
        #expect(opening.posted == before.reduce(0) { $0 + $1.amount })
      }
    }
  }

  @Test("transactions are found by their reference, and reversals with them")
  func reference() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      for number in 1...5 {
        var draft = Bookkeeper.draft("t\(number)", 5, from: "world", to: "ada")
        draft.reference = number % 2 == 0 ? "order-2" : "order-1"
        try await books.post(draft)
      }
      _ = try await books.ledger.reverseTransaction(
        ReverseTransactionRequest(
          requestID: "\(UUID.random())", name: "ledgerTransactions/t2", transactionID: "r"),
        options: books.options)
      for (reference, names) in [
        ("order-1", ["t5", "t3", "t1"]), ("order-2", ["r", "t4", "t2"]), ("order-3", []),
      ] {
        var found: [String] = []
        var token = ""
        repeat {
          let page = try await books.ledger.listTransactions(
            ListTransactionsRequest(pageSize: 2, pageToken: token, reference: reference),
            options: books.options)
          found += page.transactions.map(\.name)
          token = page.nextPageToken
        } while !token.isEmpty
        #expect(found == names.map { "ledgerTransactions/\($0)" })
      }
    }
  }

  @Test("a balancing transaction says what it moved and what it was to move")
  func balancing() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      try await books.post(Bookkeeper.draft("t", 70, from: "world", to: "ada"))
      var draft = Bookkeeper.draft("u", 500, from: "ada", to: "ben")
      draft.balancing = .debit
      let result = try await books.post(draft)
      #expect(result.transaction?.postings.map(\.amount) == [70, 70])
      #expect(result.transaction?.amountMax == 500 && result.transaction?.balancing == .debit)
      draft.transactionID = "v"
      await #expect(reason { try await books.post(draft) } == "NOTHING_TO_MOVE")
      draft.postings.append(draft.postings[0])
      await #expect(reason { try await books.post(draft) } == "INVALID_FIELD")
    }
  }
}

import Testing

@testable import PayLytServer

@Suite("Posting to the general ledger")
struct GeneralPostingTests {
  @Test("a transaction changes each account by its legs, and leaves their entries")
  func posted() throws {
    let store = try MemoryStore.general()
    let view = try store.carryOut(
      PostTransaction.fixture(
        "t1",
        [.debit("cash", 700), .credit("ada", 500), .credit("ben", 150), .credit("world", 50)]))
    #expect(store.amounts("cash") == [700, 0, 0])
    #expect(store.amounts("ada") == [500, 0, 0])
    #expect(store.amounts("ben") == [150, 0, 0])
    #expect(view.made.map(\.account.text) == ["cash", "ada", "ben", "world"])
    #expect(view.made.map(\.entry.sequence) == [1, 1, 1, 1])
    #expect(view.made.map(\.entry.leg) == [1, 2, 3, 4])
    #expect(view.transaction.state == .posted && view.transaction.resolvedAt == nil)
    #expect(store.events.last?.type == "ledger.transaction_posted")
    #expect(store.events.last?.subject == "ledgerTransactions/t1")
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("an account may occur more than once, and limits hold for the whole transaction")
  func twice() throws {
    let store = try MemoryStore.general()
    // In between, ada would be 100 below zero.
    let view = try store.carryOut(
      PostTransaction.fixture(
        "t1",
        [.debit("ada", 100), .credit("ben", 100), .debit("world", 130), .credit("ada", 130)]))
    #expect(store.amounts("ada") == [30, 0, 0])
    #expect(view.made.map(\.entry.sequence) == [1, 1, 1, 2])
    #expect(store.generalDiscrepancies.isEmpty)
  }

  /// What must be refused, with the accounts of `MemoryStore.general` and 100 in ada.
  static let refused: [(name: String, postings: [TransactionTerms.Posting], reason: String)] = [
    ("more than there is", [.debit("ada", 101), .credit("ben", 101)], "INSUFFICIENT_FUNDS"),
    ("more than there is in cash", [.debit("ada", 1), .credit("cash", 1)], "INSUFFICIENT_FUNDS"),
    ("unequal sides", [.debit("ada", 5), .credit("ben", 4)], "UNBALANCED"),
    ("two of one side", [.debit("ada", 5), .debit("ben", 5)], "UNBALANCED"),
    ("an unknown account", [.debit("ada", 5), .credit("nobody", 5)], "NOT_FOUND"),
    (
      "equal in sum, not in each asset", [.debit("ada", 5), .credit("euros", 5)], "UNBALANCED"
    ),
    (
      "a sum too large for 64 bits",
      [.debit("world", .max), .credit("full", .max), .debit("world", 1), .credit("full", 1)],
      "SUM_TOO_LARGE"
    ),
    (
      "more than may be there", [.debit("world", 51), .credit("jar", 51)], "BALANCE_LIMIT_EXCEEDED"
    ),
    ("beyond the credit line", [.debit("line", 31), .credit("ben", 31)], "INSUFFICIENT_FUNDS"),
  ]

  @Test("what breaks a rule is refused and leaves nothing", arguments: refused.indices)
  func refusals(index: Int) throws {
    let (name, postings, reason) = Self.refused[index]
    let store = try MemoryStore.general()
    try store.carryOut(OpenGeneralAccount.fixture("euros", asset: "EUR"))
    try store.carryOut(OpenGeneralAccount.fixture("full"))
    try store.carryOut(OpenGeneralAccount.fixture("jar", max: 50))
    try store.carryOut(OpenGeneralAccount.fixture("line", min: -30))
    try store.carryOut(PostTransaction.moving(100, from: "world", to: "ada"))
    let before = store.contents
    for pending in [false, true] {
      let refusal = store.refusal(of: PostTransaction.fixture("t", postings, pending: pending))
      #expect(refusal?.reason == reason, "\(name)")
      #expect(store.contents == before, "\(name)")
    }
  }

  @Test("what just keeps within a limit is accepted")
  func allowed() throws {
    let store = try MemoryStore.general()
    try store.carryOut(OpenGeneralAccount.fixture("jar", max: 50))
    try store.carryOut(OpenGeneralAccount.fixture("line", min: -30))
    try store.carryOut(PostTransaction.moving(50, from: "world", to: "jar"))
    try store.carryOut(PostTransaction.moving(30, from: "line", to: "ben"))
    try store.carryOut(PostTransaction.moving(30, from: "ben", to: "ada"))
    #expect(store.amounts("line") == [-30, 0, 0])
    #expect(store.amounts("ben") == [0, 0, 0])
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("two assets in one transaction each balance by themselves")
  func exchange() throws {
    let store = try MemoryStore.general()
    for name: GeneralName in ["euros", "euro-pool"] {
      try store.carryOut(OpenGeneralAccount.fixture(name, asset: "EUR/2"))
    }
    try store.carryOut(
      PostTransaction.fixture(
        nil,
        [
          .debit("world", 110), .credit("ada", 110), .debit("euro-pool", 100),
          .credit("euros", 100),
        ]))
    #expect(store.amounts("ada") == [110, 0, 0] && store.amounts("euros") == [100, 0, 0])
    #expect(store.amounts("euro-pool") == [-100, 0, 0])
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("the same id and content is answered as it was, whatever has happened since")
  func replayed() throws {
    let store = try MemoryStore.general()
    let first = try store.carryOut(
      PostTransaction.moving(100, from: "world", to: "ada", as: "t1", pending: true, timeout: 60))
    try store.carryOut(CommitPending.fixture("t1", [60, 60]))
    let before = store.contents
    store.now = store.now.adding(seconds: 100)
    let again = try store.carryOut(
      PostTransaction.moving(100, from: "world", to: "ada", as: "t1", pending: true, timeout: 60))
    #expect(again.isReplay && !first.isReplay)
    #expect(again.transaction == first.transaction && again.made == first.made)
    #expect(store.contents == before)
  }

  /// The same id with other content, and what is said to differ.
  static let changes: [(TransactionTerms, String)] = [
    (
      .fixture("t1", [.debit("world", 9), .credit("ada", 9)], pending: true, timeout: 60),
      "postings"
    ),
    (
      .fixture("t1", [.debit("world", 8), .credit("ben", 8)], pending: true, timeout: 60),
      "postings"
    ),
    (
      .fixture("t1", [.credit("world", 8), .debit("ada", 8)], pending: true, timeout: 60),
      "postings"
    ),
    (
      .fixture(
        "t1", [.debit("world", 8), .credit("ada", 7), .credit("ada", 1)], pending: true,
        timeout: 60), "postings"
    ),
    (.fixture("t1", [.debit("world", 8), .credit("ada", 8)]), "pending"),
    (.fixture("t1", [.debit("world", 8), .credit("ada", 8)], pending: true), "timeout_seconds"),
    (
      .fixture("t1", [.debit("world", 8), .credit("ada", 8)], pending: true, timeout: 60, code: 1),
      "code"
    ),
    (
      .fixture(
        "t1", [.debit("world", 8), .credit("ada", 8)], pending: true, timeout: 60,
        description: "x"), "description"
    ),
    (
      .fixture(
        "t1", [.debit("world", 8), .credit("ada", 8)], pending: true, timeout: 60,
        metadata: ["a": "b"]), "metadata"
    ),
  ]

  @Test("the same id with other content is refused, and says what differs", arguments: 0..<9)
  func reused(index: Int) throws {
    let (terms, field) = Self.changes[index]
    let store = try MemoryStore.general()
    try store.carryOut(
      PostTransaction.moving(8, from: "world", to: "ada", as: "t1", pending: true, timeout: 60))
    let before = store.contents
    let reused = GeneralLedgerError.transactionIDReused("t1", field: field)
    #expect(throws: reused) {
      try store.carryOut(PostTransaction(caller: .admin, request: nil, terms: terms))
    }
    #expect(reused.refusal.message.contains("another transaction t1, with other `\(field)`."))
    #expect(store.contents == before)
  }

  @Test("a refused transaction does not use up its id")
  func idLeft() throws {
    let store = try MemoryStore.general()
    let command = PostTransaction.moving(5, from: "ada", to: "ben", as: "t1")
    #expect(store.refusal(of: command)?.reason == "INSUFFICIENT_FUNDS")
    try store.carryOut(PostTransaction.moving(5, from: "world", to: "ada"))
    #expect(try !store.carryOut(command).isReplay)
    #expect(store.amounts("ben") == [5, 0, 0])
  }

  @Test("entries of an account are later and later, even when the clock goes back")
  func clock() throws {
    let store = try MemoryStore.general()
    try store.carryOut(PostTransaction.moving(5, from: "world", to: "ada"))
    store.now = store.now.adding(seconds: -3600)
    let view = try store.carryOut(PostTransaction.moving(1, from: "ada", to: "ben"))
    let times = store.rows(GeneralEntry.self).filter { $0.account == store.general("ada").id }
      .sorted { $0.sequence < $1.sequence }.map(\.createdAt)
    #expect(times.count == 2 && times[0] < times[1])
    #expect(view.made.allSatisfy { $0.entry.createdAt == view.transaction.createdAt })
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("an account is opened once; the same again is answered, another one is refused")
  func opened() throws {
    let store = try MemoryStore.general()
    try store.carryOut(PostTransaction.moving(5, from: "world", to: "ada"))
    let again = try store.carryOut(OpenGeneralAccount.fixture("ada", min: 0))
    #expect(again.isReplay && again.account.entries == 0)
    #expect(again.account.sums == GeneralSums())
    let others: [(OpenGeneralAccount, String)] = [
      (.fixture("ada", asset: "EUR", min: 0), "asset"),
      (.fixture("ada", normal: .debit, min: 0), "normal_side"),
      (.fixture("ada"), "balance_min"), (.fixture("ada", min: 0, max: 1), "balance_max"),
      (.fixture("ada", min: 0, code: 1), "code"),
      (.fixture("ada", min: 0, metadata: ["a": "b"]), "metadata"),
    ]
    for (command, field) in others {
      #expect(throws: GeneralLedgerError.accountIDReused("ada", field: field)) {
        try store.carryOut(command)
      }
    }
  }

  @Test(
    "names and assets outside of their form are none",
    arguments: ["", "a b", "a/b", "ä", "a\u{0}", String(repeating: "a", count: 101)])
  func names(text: String) {
    #expect(GeneralName(text) == nil)
    #expect(AssetCode(text) == nil)
  }

  @Test(
    "assets are a word of capitals and digits, with decimals or without",
    arguments: [
      ("USD", true), ("USD/2", true), ("B", true), ("X1/18", true), ("A234567890123456", true),
      ("A2345678901234567", false), ("usd", false), ("1USD", false), ("USD/", false),
      ("USD/100", false), ("USD/2/2", false), ("USD/x", false), ("/2", false), ("US D", false),
    ])
  func assets(text: String, isOne: Bool) {
    #expect((AssetCode(text) != nil) == isOne)
  }

  @Test(
    "metadata is stored and compared without regard to its order",
    arguments: [
      [:], ["a": ""], ["a": "b", "c": "d"], ["k": "ä\n"], ["b": "1", "a": "2", "c": "3"],
    ])
  func annotations(pairs: [String: String]) {
    let stored = Annotations(pairs)
    #expect(Annotations(stored: stored.bytes).pairs == pairs)
    #expect(Annotations(Dictionary(uniqueKeysWithValues: pairs.reversed())) == stored)
  }
}

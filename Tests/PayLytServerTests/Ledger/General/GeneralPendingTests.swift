import Testing

@testable import PayLytServer

@Suite("Pending transactions and reversals")
struct GeneralPendingTests {
  /// 100 in ada, of which `t` holds 80 for ben for a minute.
  private static func held() throws -> MemoryStore {
    let store = try MemoryStore.general()
    try store.carryOut(PostTransaction.moving(100, from: "world", to: "ada", as: "first"))
    try store.carryOut(
      PostTransaction.moving(80, from: "ada", to: "ben", as: "t", pending: true, timeout: 60))
    return store
  }

  @Test("what is held counts against what is available, and not as posted")
  func hold() throws {
    let store = try Self.held()
    #expect(store.amounts("ada") == [100, 0, 80])
    #expect(store.amounts("ben") == [0, 80, 0])
    #expect(store.general("ada").sums.available(.credit) == 20)
    #expect(
      store.refusal(of: PostTransaction.moving(21, from: "ada", to: "ben"))?.reason
        == "INSUFFICIENT_FUNDS")
    // What only is on its way cannot be taken out.
    #expect(
      store.refusal(of: PostTransaction.moving(1, from: "ben", to: "ada"))?.reason
        == "INSUFFICIENT_FUNDS")
    try store.carryOut(PostTransaction.moving(20, from: "ada", to: "ben"))
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("what is expected counts towards the most that an account may hold")
  func expected() throws {
    let store = try MemoryStore.general()
    try store.carryOut(OpenGeneralAccount.fixture("jar", max: 50))
    try store.carryOut(PostTransaction.moving(30, from: "world", to: "jar", as: "t", pending: true))
    #expect(
      store.refusal(of: PostTransaction.moving(21, from: "world", to: "jar"))?.reason
        == "BALANCE_LIMIT_EXCEEDED")
    try store.carryOut(VoidPending.fixture("t"))
    try store.carryOut(PostTransaction.moving(50, from: "world", to: "jar"))
    #expect(store.amounts("jar") == [50, 0, 0])
  }

  @Test(
    "a commit posts what it names and releases the rest",
    arguments: [(nil, 80), ([80, 80], 80), ([1, 1], 1), ([79, 79], 79)] as [([Int64]?, Int64)])
  func commit(amounts: [Int64]?, posted: Int64) throws {
    let store = try Self.held()
    let view = try store.carryOut(CommitPending.fixture("t", amounts))
    #expect(store.amounts("ada") == [100 - posted, 0, 0])
    #expect(store.amounts("ben") == [posted, 0, 0])
    #expect(view.transaction.state == .posted && view.transaction.resolvedAt != nil)
    #expect(view.made.map(\.entry.number) == [101, 102])
    #expect(store.events.last?.type == "ledger.transaction_committed")
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("of many legs, each is committed by its own amount")
  func legs() throws {
    let store = try Self.held()
    try store.carryOut(
      PostTransaction.fixture(
        "split", [.debit("world", 60), .credit("ada", 40), .credit("ben", 20)], pending: true))
    for amounts: [Int64] in [[30, 30, 1], [61, 40, 21], [60, 41, 19]] {
      #expect(store.refusal(of: CommitPending.fixture("split", amounts)) != nil, "\(amounts)")
    }
    try store.carryOut(CommitPending.fixture("split", [30, 30, 0]))
    #expect(store.amounts("ada") == [130, 0, 80])
    #expect(store.amounts("ben") == [0, 80, 0])
    // Only what was posted is reversed.
    let reversal = try store.carryOut(ReverseTransaction.fixture("split"))
    #expect(reversal.made.map(\.account.text) == ["world", "ada"])
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("a void releases everything")
  func void() throws {
    let store = try Self.held()
    let view = try store.carryOut(VoidPending.fixture("t"))
    #expect(store.amounts("ada") == [100, 0, 0] && store.amounts("ben") == [0, 0, 0])
    #expect(view.transaction.state == .voided)
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("an account that has lost what is held on it is DATA_LOSS, and nothing changes")
  func damaged() throws {
    let store = try Self.held()
    var account = try #require(store.row(GeneralAccount.self, GeneralName("ada").key))
    #expect(account.sums.debits.pending > 0)
    account.sums[.debit].pending -= 1
    store.put(account)
    let before = store.contents
    store.now = store.now.adding(seconds: 61)
    let refusal = store.refusal(of: ExpirePending(name: "t"))
    #expect(refusal == .damaged("ledger account ada"))
    #expect(store.contents == before)
  }

  /// What `t` was made into, what is asked of it then, and why not.
  static let illegal: [(before: String, command: String, reason: String)] = [
    ("committed", "commit", "PENDING_ALREADY_COMMITTED"),
    ("committed", "void", "PENDING_ALREADY_COMMITTED"),
    ("voided", "commit", "PENDING_ALREADY_VOIDED"),
    ("voided", "void", "PENDING_ALREADY_VOIDED"),
    ("voided", "reverse", "NOT_POSTED"),
    ("expired", "commit", "PENDING_EXPIRED"),
    ("expired", "void", "PENDING_EXPIRED"),
    ("expired", "reverse", "NOT_POSTED"),
    ("over", "commit", "PENDING_EXPIRED"),
    ("over", "void", "PENDING_EXPIRED"),
    ("pending", "reverse", "NOT_POSTED"),
    ("pending", "commit too much", "COMMIT_EXCEEDS_PENDING"),
    ("pending", "commit unbalanced", "UNBALANCED"),
    ("pending", "commit too few", "INVALID_FIELD"),
    ("posted", "commit", "NOT_PENDING"),
    ("posted", "void", "NOT_PENDING"),
    ("reversed", "reverse", "ALREADY_REVERSED"),
    ("a reversal", "reverse", "REVERSAL_OF_REVERSAL"),
    ("unknown", "commit", "NOT_FOUND"),
    ("unknown", "void", "NOT_FOUND"),
    ("unknown", "reverse", "NOT_FOUND"),
  ]

  @Test("a transaction becomes what it may become, and nothing else", arguments: illegal.indices)
  func illegalMoves(index: Int) throws {
    let (before, command, reason) = Self.illegal[index]
    let store = try Self.held()
    var name: GeneralName = "t"
    switch before {
    case "committed": try store.carryOut(CommitPending.fixture("t"))
    case "voided": try store.carryOut(VoidPending.fixture("t"))
    case "expired":
      store.now = store.now.adding(seconds: 61)
      let view = try store.carryOut(ExpirePending(name: "t"))
      #expect(view?.transaction.state == .expired)
    case "over": store.now = store.now.adding(seconds: 61)
    case "posted": name = "first"
    case "reversed":
      name = "first"
      try store.carryOut(VoidPending.fixture("t"))
      try store.carryOut(ReverseTransaction.fixture("first"))
    case "a reversal":
      name = "back"
      try store.carryOut(VoidPending.fixture("t"))
      try store.carryOut(ReverseTransaction.fixture("first", as: "back"))
    case "unknown": name = "nothing"
    default: break
    }
    let contents = store.contents
    let refusal =
      switch command {
      case "commit": store.refusal(of: CommitPending.fixture(name))
      case "commit too much": store.refusal(of: CommitPending.fixture(name, [81, 81]))
      case "commit unbalanced": store.refusal(of: CommitPending.fixture(name, [80, 79]))
      case "commit too few": store.refusal(of: CommitPending.fixture(name, [80]))
      case "void": store.refusal(of: VoidPending.fixture(name))
      default: store.refusal(of: ReverseTransaction.fixture(name))
      }
    #expect(refusal?.reason == reason, "\(before), \(command)")
    #expect(store.contents == contents)
  }

  @Test("its time is over at the moment that was named, not before")
  func boundary() throws {
    let store = try Self.held()
    let over = try #require(store.generalTransaction("t")?.expiresAt)
    store.now = Timestamp(microseconds: over.microseconds - 1)
    #expect(try store.carryOut(ExpirePending(name: "t")) == nil)
    try store.carryOut(CommitPending.fixture("t"))
    let other = try Self.held()
    other.now = over
    #expect(other.refusal(of: CommitPending.fixture("t"))?.reason == "PENDING_EXPIRED")
    #expect(try other.carryOut(ExpirePending(name: "t"))?.transaction.state == .expired)
    #expect(other.amounts("ada") == [100, 0, 0])
    // Whoever comes second finds nothing to do.
    let contents = other.contents
    #expect(try other.carryOut(ExpirePending(name: "t")) == nil)
    #expect(other.contents == contents)
  }

  @Test("a hold that is over is never the reason of a refusal")
  func holdsDue() throws {
    let store = try Self.held()
    let command = PostTransaction.moving(50, from: "ada", to: "ben")
    #expect(store.refusal(of: command)?.reason == "INSUFFICIENT_FUNDS")
    store.now = store.now.adding(seconds: 61)
    // Nobody has released it yet: the decision asks for that first.
    #expect(store.refusal(of: command)?.reason == "HOLDS_DUE")
    try store.carryOut(ExpirePending(name: "t"))
    try store.carryOut(command)
    #expect(store.amounts("ada") == [50, 0, 0])
    #expect(store.general("ada").holdsExpireFrom == nil)
  }

  @Test("after what was over is released, a refusal is a refusal")
  func stillShort() throws {
    let store = try Self.held()
    try store.carryOut(
      PostTransaction.moving(20, from: "ada", to: "ben", as: "late", pending: true, timeout: 900))
    store.now = store.now.adding(seconds: 61)
    try store.carryOut(ExpirePending(name: "t"))
    let moving = PostTransaction.moving(90, from: "ada", to: "ben")
    // The bound is a lower one: it may name a hold that was released.
    #expect(store.refusal(of: moving)?.reason == "HOLDS_DUE")
    let again = PostTransaction(
      caller: .admin, request: nil, terms: moving.terms, releasedUpTo: store.now)
    #expect(store.refusal(of: again)?.reason == "INSUFFICIENT_FUNDS")
  }

  @Test("a reversal posts the other sides, once, linked both ways")
  func reversed() throws {
    let store = try MemoryStore.general()
    try store.carryOut(
      PostTransaction.fixture(
        "t", [.debit("world", 30), .credit("ada", 10), .credit("ben", 20)]))
    let view = try store.carryOut(ReverseTransaction.fixture("t", as: "t-back"))
    #expect(store.amounts("ada") == [0, 0, 0] && store.amounts("world") == [0, 0, 0])
    #expect(view.transaction.reverses == "t")
    #expect(store.generalTransaction("t")?.reversedBy == "t-back")
    #expect(store.generalTransaction("t")?.state == .posted)
    #expect(store.events.last?.type == "ledger.transaction_reversed")
    // The same again is answered, another one is refused.
    let contents = store.contents
    let again = try store.carryOut(ReverseTransaction.fixture("t", as: "t-back"))
    #expect(again.isReplay && again.made == view.made && again.transaction == view.transaction)
    #expect(
      store.refusal(of: ReverseTransaction.fixture("t", as: "other"))?.reason
        == "ALREADY_REVERSED")
    #expect(store.contents == contents)
    #expect(store.generalDiscrepancies.isEmpty)
  }

  @Test("a reversal keeps to the limits, and its id to what it was used for")
  func reversalRefused() throws {
    let store = try MemoryStore.general()
    try store.carryOut(PostTransaction.moving(30, from: "world", to: "ada", as: "t"))
    try store.carryOut(PostTransaction.moving(1, from: "ada", to: "ben", as: "spent"))
    let contents = store.contents
    #expect(store.refusal(of: ReverseTransaction.fixture("t"))?.reason == "INSUFFICIENT_FUNDS")
    #expect(
      store.refusal(of: ReverseTransaction.fixture("spent", as: "t"))?.reason
        == "TRANSACTION_ID_REUSED")
    #expect(
      store.refusal(of: ReverseTransaction.fixture("spent", as: "spent"))?.reason
        == "TRANSACTION_ID_REUSED")
    #expect(store.contents == contents)
  }

  @Test("a closed account takes nothing until it is opened again, and one with holds is not closed")
  func closed() throws {
    let store = try Self.held()
    let close = CloseGeneralAccount(caller: .admin, request: nil, name: "ada", reason: "moved")
    let reopen = ReopenGeneralAccount(caller: .admin, request: nil, name: "ada", reason: "")
    #expect(store.refusal(of: close)?.reason == "ACCOUNT_HAS_PENDING")
    // What is over is nobody's hold, and no refusal that lasts.
    store.now = store.now.adding(seconds: 61)
    let due = store.refusal(of: close)
    #expect(due?.reason == "HOLDS_DUE" && due?.isLasting == false)
    var released = close
    released.releasedUpTo = store.now
    #expect(store.refusal(of: released)?.reason == "ACCOUNT_HAS_PENDING")
    try store.carryOut(ExpirePending(name: "t"))
    #expect(try store.carryOut(close).closedAt == store.now)
    #expect(store.events.last?.reason == "moved")
    let contents = store.contents
    for pending in [false, true] {
      for (from, to): (GeneralName, GeneralName) in [("ada", "ben"), ("world", "ada")] {
        let refusal = store.refusal(
          of: PostTransaction.moving(1, from: from, to: to, pending: pending))
        #expect(refusal?.reason == "ACCOUNT_CLOSED")
      }
    }
    #expect(store.refusal(of: ReverseTransaction.fixture("first"))?.reason == "ACCOUNT_CLOSED")
    // Again: nothing happens, and nothing is told.
    try store.carryOut(close)
    #expect(store.contents == contents && store.amounts("ada") == [100, 0, 0])
    #expect(try store.carryOut(reopen).closedAt == nil)
    try store.carryOut(PostTransaction.moving(1, from: "ada", to: "ben"))
    let events = store.events.count
    try store.carryOut(reopen)
    #expect(store.events.count == events)
    let unknown = CloseGeneralAccount(caller: .admin, request: nil, name: "nobody", reason: "")
    #expect(store.refusal(of: unknown)?.reason == "NOT_FOUND")
  }
}

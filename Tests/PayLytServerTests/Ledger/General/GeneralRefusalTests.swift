import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

/// What one transaction may be refused for, whichever way it comes.
enum BadTransaction: String, CaseIterable, Sendable {
  case closed = "ACCOUNT_CLOSED"
  case full = "BALANCE_LIMIT_EXCEEDED"
  case ages = "EFFECTIVE_TIME_OUT_OF_RANGE"
  case short = "INSUFFICIENT_FUNDS"
  case empty = "NOTHING_TO_MOVE"
  case nobody = "NOT_FOUND"
  case reused = "TRANSACTION_ID_REUSED"
  case uneven = "UNBALANCED"

  /// Beside `world`, `ada` and `ben` there are `full`, which holds 10 at most, and `closed`; the
  /// transaction `known` was posted.
  func terms(at now: Timestamp) -> TransactionTerms {
    switch self {
    case .closed: .fixture("bad", [.debit("world", 5), .credit("closed", 5)])
    case .full: .fixture("bad", [.debit("world", 11), .credit("full", 11)])
    case .ages:
      .fixture(
        "bad", [.debit("world", 5), .credit("ada", 5)],
        effectiveAt: now.adding(seconds: -GeneralLimits.effectivePastSecondsMax - 60))
    case .short: .fixture("bad", [.debit("ben", 1), .credit("ada", 1)])
    case .empty:
      .fixture("bad", [.debit("ben", 5), .credit("ada", 5)], balancing: .debit)
    case .nobody: .fixture("bad", [.debit("world", 5), .credit("nobody", 5)])
    case .reused: .fixture("known", [.debit("world", 6), .credit("ada", 6)])
    case .uneven: .fixture("bad", [.debit("world", 5), .credit("ada", 4)])
    }
  }
}

@Suite("What transactions of the general ledger are refused for", .timeLimit(.minutes(5)))
struct GeneralRefusalTests {
  private static let good = TransactionTerms.fixture(
    "good", [.debit("world", 5), .credit("ada", 5)])

  private static func store() throws -> MemoryStore {
    let store = try MemoryStore.general()
    try store.carryOut(OpenGeneralAccount.fixture("full", max: 10))
    try store.carryOut(OpenGeneralAccount.fixture("closed"))
    try store.carryOut(
      CloseGeneralAccount(caller: .admin, request: nil, name: "closed", reason: ""))
    try store.carryOut(PostTransaction.moving(5, from: "world", to: "ada", as: "known"))
    return store
  }

  @Test(
    "a linked list is refused for one of its transactions, which it names, and none is posted",
    arguments: BadTransaction.allCases)
  func linked(bad: BadTransaction) throws {
    let store = try Self.store()
    let terms = bad.terms(at: store.now)
    let before = store.contents
    let single = PostTransaction(caller: .admin, request: nil, terms: terms)
    #expect(store.refusal(of: single)?.reason == bad.rawValue)
    // A list with one that is there already is another matter.
    let list = bad == .reused ? [terms] : [Self.good, terms]
    let refusal = store.refusal(
      of: PostLinkedTransactions(caller: .admin, request: nil, list: list))
    #expect(refusal?.reason == bad.rawValue)
    #expect(refusal?.field?.hasPrefix("transactions[\(list.count - 1)]") == true)
    #expect(store.contents == before)
    try store.carryOut(
      PostLinkedTransactions(caller: .admin, request: nil, list: [Self.good]))
    let partly = [Self.good, terms]
    let reason = store.refusal(
      of: PostLinkedTransactions(caller: .admin, request: nil, list: partly))?.reason
    #expect(reason == (bad == .reused ? bad.rawValue : "LINKED_PARTLY_POSTED"))
  }

  @Test("a hold that is over asks linked transactions and reversals to release it first")
  func holdsDue() throws {
    let store = try Self.store()
    try store.carryOut(PostTransaction.moving(95, from: "world", to: "ada", as: "t"))
    try store.carryOut(
      PostTransaction.moving(100, from: "ada", to: "ben", as: "h", pending: true, timeout: 60))
    store.now = store.now.adding(seconds: 61)
    let before = store.contents
    let list = PostLinkedTransactions(
      caller: .admin, request: nil,
      list: [Self.good, .fixture("out", [.debit("ada", 50), .credit("ben", 50)])])
    let reverse = ReverseTransaction.fixture("t")
    #expect(store.refusal(of: list)?.reason == "HOLDS_DUE")
    #expect(store.refusal(of: reverse)?.reason == "HOLDS_DUE")
    #expect(store.contents == before)
    try store.carryOut(ExpirePending(name: "h"))
    try store.carryOut(list)
    #expect(store.refusal(of: reverse)?.reason == "INSUFFICIENT_FUNDS")
  }

  @Test("what counted long ago is reversed now, and not as of then")
  func oldReversal() throws {
    let store = try Self.store()
    let then = store.now.adding(seconds: 60 - GeneralLimits.effectivePastSecondsMax)
    try store.carryOut(
      PostTransaction(
        caller: .admin, request: nil,
        terms: .fixture("t", [.debit("world", 5), .credit("ada", 5)], effectiveAt: then)))
    store.now = store.now.adding(seconds: 61)
    var reverse = ReverseTransaction.fixture("t")
    reverse.countsAsOriginal = true
    let before = store.contents
    #expect(store.refusal(of: reverse)?.reason == "EFFECTIVE_TIME_OUT_OF_RANGE")
    #expect(store.contents == before)
    try store.carryOut(ReverseTransaction.fixture("t"))
  }

  // MARK: By RPC

  private static func draft(_ terms: TransactionTerms) -> TransactionDraft {
    TransactionDraft(
      transactionID: terms.name?.text ?? "",
      postings: terms.postings.map { posting in
        LedgerPosting(
          account: "ledgerAccounts/\(posting.account.text)",
          side: posting.side == .debit ? .debit : .credit, amount: posting.amount)
      }, effectiveTime: terms.effectiveAt.map { ProtoTimestamp($0) },
      balancing: terms.balancing == .debit ? .debit : .unspecified)
  }

  private static func imported(
    _ books: Bookkeeper, _ drafts: [TransactionDraft]
  ) async throws -> [ImportTransactionsResponse] {
    let call = try await books.ledger.importTransactions(options: books.options)
    let sender = Task {
      for draft in drafts {
        try await call.send(ImportTransactionsRequest(transaction: draft))
      }
      try await call.finishSending()
    }
    var answers: [ImportTransactionsResponse] = []
    for try await answer in call.responses { answers.append(answer) }
    try await sender.value
    return answers
  }

  /// Hears the refusal of one item.
  private static func hear(_ refusal: TransactionRefusal?, of method: String) throws -> String {
    let refusal = try #require(refusal)
    let code = try #require(StatusCode(rawValue: refusal.code))
    DeclaredReasons.check(refusal.reason, code, of: "LedgerService/\(method)")
    return refusal.reason
  }

  @Test("an item of an import or of an independent list is refused for the same, and alone")
  func items() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      for (id, most) in [("full", Int64(10)), ("closed", nil)] as [(String, Int64?)] {
        _ = try await books.ledger.createAccount(
          CreateAccountRequest(
            requestID: "\(UUID.random())", accountID: id,
            account: LedgerAccount(asset: "USD/2", normalSide: .credit, balanceMax: most)),
          options: books.options)
      }
      _ = try await books.ledger.closeAccount(
        CloseAccountRequest(requestID: "\(UUID.random())", name: "ledgerAccounts/closed"),
        options: books.options)
      try await books.post(Bookkeeper.draft("known", 5, from: "world", to: "ada"))
      let all = BadTransaction.allCases
      let now = SystemClock().now()
      let drafts = all.map { Self.draft($0.terms(at: now)) } + [Self.draft(Self.good)]
      let answers = try await Self.imported(books, drafts)
      #expect(answers.map(\.status) == all.map { _ in .refused } + [.posted])
      for (bad, answer) in zip(all, answers) {
        #expect(try Self.hear(answer.refusal, of: "ImportTransactions") == bad.rawValue)
      }
      let list = try await books.ledger.batchPostTransactions(
        BatchPostTransactionsRequest(
          requestID: "\(UUID.random())", mode: .independent,
          // Each id once.
          transactions: drafts.enumerated().map { index, draft in
            var draft = draft
            if draft.transactionID == "bad" { draft.transactionID = "bad\(index)" }
            return draft
          }), options: books.options)
      for (bad, outcome) in zip(all, list.outcomes) {
        #expect(
          try Self.hear(outcome.refusal, of: "BatchPostTransactions") == bad.rawValue)
      }
      #expect(list.outcomes.last?.refusal == nil)
      #expect(try await books.balance("ada").posted == 10)
    }
  }

  /// Nobody works in the background, so that holds are over and still there.
  @Test("one call releases a bounded number of holds that are over, and the next one goes on")
  func manyHolds() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let node = try await Node.start(on: conninfo, seals: false)
    do {
      let books = Bookkeeper(node, try await node.admin(on: conninfo))
      try await books.open("world")
      try await books.open("ada", min: 0)
      try await books.open("ben", min: 0)
      let count = GeneralLimits.releaseStepsMax * GeneralLimits.expiredPerStep + 1
      try await books.post(Bookkeeper.draft("first", Int64(count), from: "world", to: "ada"))
      let held = try await Self.imported(
        books,
        (1...count).map {
          Bookkeeper.draft("h\($0)", 1, from: "ada", to: "ben", pending: true, timeout: 1)
        })
      #expect(held.allSatisfy { $0.status == .posted })
      try await Task.sleep(for: .milliseconds(1_010))
      let next = Bookkeeper.draft("next", 1, from: "ada", to: "ben")
      let early = try await Self.imported(books, [next])
      #expect(try Self.hear(early.first?.refusal, of: "ImportTransactions") == "HOLDS_DUE")
      let late = try await Self.imported(books, [next])
      #expect(late.map(\.status) == [.posted])
      // The last one is in nobody's way any more.
      #expect(try await books.balance("ada").pendingOut == 1)
    } catch {
      await node.stop()
      throw error
    }
    await node.stop()
  }
}

import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("Many transactions at once", .timeLimit(.minutes(5)))
struct LedgerBatchTests {
  private static func batch(
    _ books: Bookkeeper, _ mode: BatchPostTransactionsRequest.Mode, _ drafts: [TransactionDraft],
    request: UUID = .random(), validateOnly: Bool = false
  ) async throws -> (response: BatchPostTransactionsResponse, isMarked: Bool) {
    let answer: UnaryResponse<BatchPostTransactionsResponse> = try await books.channel.unary(
      LedgerServiceMethods.batchPostTransactions,
      BatchPostTransactionsRequest(
        requestID: "\(request)", mode: mode, transactions: drafts, validateOnly: validateOnly),
      books.options)
    return (answer.message, answer.initialMetadata["paylyt-idempotent-replayed"] == "true")
  }

  /// 100 to ada, 60 of them to ben, then more than is left.
  private static let drafts = [
    Bookkeeper.draft("t1", 100, from: "world", to: "ada"),
    Bookkeeper.draft("t2", 60, from: "ada", to: "ben"),
    Bookkeeper.draft("t3", 60, from: "ada", to: "ben"),
  ]

  @Test("linked transactions are posted together, each on top of the ones before")
  func linked() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      let request = UUID.random()
      let drafts = Array(Self.drafts[..<2])
      let dry = try await Self.batch(books, .linked, drafts, validateOnly: true)
      #expect(try await books.balance("ada").posted == 0)
      let first = try await Self.batch(books, .linked, drafts, request: request)
      #expect(first.response.outcomes.map(\.transactionID) == ["t1", "t2"])
      #expect(!first.isMarked)
      let ends = first.response.outcomes.compactMap { $0.result?.entries[0].balance?.posted }
      #expect(ends == [-100, 40])
      #expect(
        dry.response.outcomes.map { $0.result?.transaction?.postings }
          == first.response.outcomes.map { $0.result?.transaction?.postings })
      // The same request, and the same list under another one.
      for again in [request, .random()] {
        let second = try await Self.batch(books, .linked, drafts, request: again)
        #expect(second.response == first.response && second.isMarked)
      }
      #expect(try await books.balance("ben").posted == 60)
      await #expect(
        reason { _ = try await Self.batch(books, .linked, Self.drafts) }
          == "LINKED_PARTLY_POSTED")
    }
  }

  @Test("when one of a linked list is refused, none is posted, and the list says which")
  func linkedRefused() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      do {
        _ = try await Self.batch(books, .linked, Self.drafts)
        Issue.record("accepted")
      } catch let error as RPCError {
        #expect(error.errorInfo?.reason == "INSUFFICIENT_FUNDS")
        #expect(error.fieldViolations.map(\.field) == ["transactions[2]"])
      }
      for account in ["world", "ada", "ben"] {
        #expect(try await books.balance(account).sequence == 0)
      }
    }
  }

  @Test("independent transactions are decided in order, each with its own outcome")
  func independent() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      let request = UUID.random()
      let drafts = Self.drafts + [Bookkeeper.draft("t4", 40, from: "ada", to: "ben")]
      let first = try await Self.batch(books, .independent, drafts, request: request)
      #expect(
        first.response.outcomes.map { $0.refusal?.reason ?? "" }
          == ["", "", "INSUFFICIENT_FUNDS", ""])
      #expect(first.response.outcomes.map { $0.result != nil } == [true, true, false, true])
      #expect(try await books.balance("ben").posted == 100)
      // Whatever has happened since, the same request has the same answer.
      try await books.post(Bookkeeper.draft("more", 500, from: "world", to: "ada"))
      let again = try await Self.batch(books, .independent, drafts, request: request)
      #expect(again.response == first.response && again.isMarked && !first.isMarked)
      // A new one tries again what was refused.
      let new = try await Self.batch(books, .independent, drafts)
      #expect(new.response.outcomes.allSatisfy { $0.refusal == nil } && !new.isMarked)
      #expect(try await books.balance("ben").posted == 160)
      // And an id stands for one list.
      await #expect(
        reason {
          _ = try await Self.batch(
            books, .independent,
            drafts + [Bookkeeper.draft("t5", 1, from: "world", to: "ada")], request: request)
        } == "IDEMPOTENCY_KEY_REUSED")
      await #expect(
        reason {
          _ = try await books.ledger.getTransaction(
            GetTransactionRequest(name: "ledgerTransactions/t5"), options: books.options)
        } == "NOT_FOUND")
    }
  }

  // MARK: Import

  /// Sends transactions while it takes the answers.
  ///
  /// - Parameter count: of answers after which the stream is cut; nil: none.
  private static func importing(
    _ books: Bookkeeper, _ drafts: [TransactionDraft], cutAfter count: Int? = nil
  ) async throws -> [ImportTransactionsResponse] {
    let call = try await books.ledger.importTransactions(options: books.options)
    let sender = Task {
      for draft in drafts {
        try await call.send(ImportTransactionsRequest(transaction: draft))
      }
      try await call.finishSending()
    }
    var answers: [ImportTransactionsResponse] = []
    var responses = call.responses.makeAsyncIterator()
    while answers.count != count, let answer = try await responses.next() {
      answers.append(answer)
    }
    if count != nil {
      call.cancel()
      sender.cancel()
      _ = await sender.result
    } else {
      try await sender.value
    }
    return answers
  }

  private static func many(_ count: Int) -> [TransactionDraft] {
    (1...count).map { Bookkeeper.draft("i\($0)", Int64($0), from: "world", to: "ada") }
  }

  @Test("each item of an import has its answer, in order, and a bad one ends nothing")
  func imported() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      var drafts = Self.many(1000)
      drafts[10].postings[0].amount = -5
      drafts[20].transactionID = ""
      drafts[30].postings[1].account = "ledgerAccounts/nobody"
      drafts[40].postings[1].amount += 1
      drafts[50] = Bookkeeper.draft("i51", 1_000_000, from: "ben", to: "ada")
      drafts[60] = drafts[0]
      drafts[70] = Bookkeeper.draft("i1", 7, from: "world", to: "ada")
      drafts[80].description = String(repeating: "x", count: 1001)
      drafts[90].effectiveTime = ProtoTimestamp(seconds: -4_000_000_000)
      let answers = try await Self.importing(books, drafts)
      #expect(answers.map(\.number) == (1...1000).map { Int64($0) })
      #expect(answers.map(\.transactionID) == drafts.map(\.transactionID))
      let reasons = answers.indices.reduce(into: [Int: String]()) { found, index in
        if let refusal = answers[index].refusal { found[index] = refusal.reason }
      }
      #expect(
        reasons == [
          10: "INVALID_FIELD", 20: "INVALID_FIELD", 30: "NOT_FOUND", 40: "UNBALANCED",
          50: "INSUFFICIENT_FUNDS", 70: "TRANSACTION_ID_REUSED", 80: "INVALID_FIELD",
          90: "EFFECTIVE_TIME_OUT_OF_RANGE",
        ])
      // As they are in the transaction, whoever refuses it.
      #expect(answers[80].refusal?.field == "description")
      #expect(answers[20].refusal?.field == "transaction_id")
      #expect(answers[10].refusal?.field == "postings[0].amount")
      #expect(answers[90].refusal?.field == "effective_time")
      #expect(answers[60].status == .exists)
      #expect(answers.count { $0.status == .posted } == 991)
      let bad = [11, 21, 31, 41, 51, 61, 71, 81, 91].reduce(0, +)
      #expect(try await books.balance("ada").posted == Int64(500_500 - bad))
    }
  }

  @Test("an import that is cut in the middle is resumed on another server, nothing twice")
  func resumed() async throws {
    try await withBookkeeper(nodes: 2) { conninfo, keepers in
      let drafts = Self.many(1500)
      let first = try await Self.importing(keepers[0], drafts, cutAfter: 400)
      #expect(first.allSatisfy { $0.status == .posted })
      // Everything again: what was answered is there.
      let second = try await Self.importing(keepers[1], drafts)
      #expect(second.count == 1500)
      #expect(second[..<400].allSatisfy { $0.status == .exists })
      #expect(second.allSatisfy { $0.status == .exists || $0.status == .posted })
      #expect(try await keepers[0].balance("ada").posted == 1500 * 1501 / 2)
      #expect(try await keepers[0].balance("ada").sequence == 1500)
      try await withEngine(conninfo) { engine in
        try await #expect(engine.count(GeneralStatements.accountsOff) == 0)
      }
    }
  }

  // MARK: Streams

  private static func export(
    _ books: Bookkeeper, after token: String = "", upTo count: Int = .max
  ) async throws -> (entries: [LedgerEntry], token: String) {
    let stream = try await books.ledger.exportJournal(
      ExportJournalRequest(resumeToken: token), options: books.options)
    var entries: [LedgerEntry] = []
    var last = token
    for try await response in stream {
      entries.append(try #require(response.entry))
      last = response.resumeToken
      if entries.count == count {
        stream.cancel()
        break
      }
    }
    return (entries, last)
  }

  @Test("an export resumes behind its token, and keeps the order of each account")
  func exported() async throws {
    try await withBookkeeper(nodes: 2) { _, keepers in
      _ = try await Self.importing(keepers[0], Self.many(700))
      let part = try await Self.export(keepers[0], upTo: 601)
      #expect(part.entries.count == 601)
      // Another test on the same PostgreSQL may hold the end back: then a later call has it.
      try await keepers[1].post(Bookkeeper.draft("late", 5, from: "ada", to: "ben", pending: true))
      var all = part.entries
      var token = part.token
      try await eventually {
        let rest = try await Self.export(keepers[1], after: token)
        all += rest.entries
        token = rest.token
        return all.count >= 1402
      }
      #expect(all.count == 1402)
      for account in ["world", "ada"] {
        let sequences = all.filter { $0.account == "ledgerAccounts/\(account)" }.map(\.sequence)
        #expect(sequences == (1...Int64(sequences.count)).map { $0 }, "\(account)")
      }
      #expect(all.suffix(2).map(\.kind) == [.hold, .hold])
      // What was exported is the books: the last balance of each account.
      for account in ["world", "ada", "ben"] {
        let last = all.last { $0.account == "ledgerAccounts/\(account)" }
        #expect(try await last?.balance == keepers[0].balance(account))
      }
      let nothing = try await Self.export(keepers[0], after: token)
      #expect(nothing.entries.isEmpty)
      await #expect(
        reason { _ = try await Self.export(keepers[0], after: "nonsense") } == "BAD_PAGE_TOKEN")
    }
  }

  /// Holds an account, as a batch does that decides on it.
  private static let hold = Statement<Int64>(
    "test_hold_general_account",
    """
    WITH held AS (SELECT FROM general_account WHERE id = $1 FOR UPDATE) SELECT count(*) FROM held
    """,
    parameters: [.uuid], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  @Test("an entry is exported behind the one that its decision waited for")
  func waited() async throws {
    try await withBookkeeper(nodes: 2) { conninfo, keepers in
      let names = ["a", "b", "c", "d"].sorted {
        (GeneralName($0)?.key ?? .random()) < (GeneralName($1)?.key ?? .random())
      }
      for name in names { try await keepers[0].open(name) }
      try await withEngine(conninfo, statements: [Self.hold.definition]) { engine in
        let older = try await engine.database.transaction { transaction in
          let key = GeneralName(names[1])?.key
          try await #expect(transaction.query(Self.hold, [.uuid(key)]) == [1])
          // It has locked the first account, so its transaction has its id, and waits.
          let older = engine.database.task {
            try await keepers[0].post(
              TransactionDraft(
                transactionID: "older",
                postings: [
                  LedgerPosting(account: "ledgerAccounts/\(names[0])", side: .debit, amount: 2),
                  LedgerPosting(account: "ledgerAccounts/\(names[1])", side: .credit, amount: 1),
                  LedgerPosting(account: "ledgerAccounts/\(names[2])", side: .credit, amount: 1),
                ]))
          }
          try await eventually { try await engine.count(EngineStatements.blocked) > 0 }
          try await keepers[1].post(Bookkeeper.draft("younger", 1, from: names[3], to: names[2]))
          return older
        }
        try await #expect(older.value.entries.last?.sequence == 2)
      }
      var entries: [LedgerEntry] = []
      try await eventually {
        entries = try await Self.export(keepers[0]).entries
        return entries.count >= 5
      }
      #expect(
        entries.map(\.transaction)
          == ["younger", "younger", "older", "older", "older"].map { "ledgerTransactions/\($0)" })
      let shared = entries.filter { $0.account == "ledgerAccounts/\(names[2])" }
      #expect(shared.map(\.sequence) == [1, 2])
    }
  }

  private static func parts(
    _ books: Bookkeeper, _ account: String, from start: ProtoTimestamp? = nil,
    to end: ProtoTimestamp? = nil
  ) async throws -> [AccountStatementPart.PartOneof] {
    let stream = try await books.ledger.streamAccountStatement(
      StreamAccountStatementRequest(
        name: "ledgerAccounts/\(account)", startTime: start, endTime: end),
      options: books.options)
    var parts: [AccountStatementPart.PartOneof] = []
    for try await response in stream { parts.append(try #require(response.part)) }
    return parts
  }

  @Test("a statement has the balances at both ends and everything between them")
  func statement() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      _ = try await Self.importing(books, Self.many(600))
      let all = try await Self.parts(books, "ada")
      #expect(all.count == 602)
      let first = try await books.ledger.getTransaction(
        GetTransactionRequest(name: "ledgerTransactions/i101"), options: books.options)
      let last = try await books.ledger.getTransaction(
        GetTransactionRequest(name: "ledgerTransactions/i111"), options: books.options)
      let part = try await Self.parts(
        books, "ada", from: first.transaction?.createTime, to: last.transaction?.createTime)
      guard case .opening(let opening) = part.first, case .closing(let closing) = part.last else {
        Issue.record("\(part)")
        return
      }
      let entries = part.dropFirst().dropLast().compactMap { part -> LedgerEntry? in
        if case .entry(let entry) = part { entry } else { nil }
      }
      // From the start on, and before the end.
      #expect(entries.map(\.posted) == (101...110).map { Int64($0) })
      #expect(opening.posted + entries.map(\.posted).reduce(0, +) == closing.posted)
      #expect(closing.posted == 110 * 111 / 2)
      let quiet = try await Self.parts(books, "ben")
      #expect(quiet.count == 2)
      var early = try #require(first.transaction?.createTime)
      early.seconds -= 3600
      await #expect(
        reason {
          _ = try await Self.parts(
            books, "ada", from: first.transaction?.createTime, to: early)
        } == "INVALID_FIELD")
      await #expect(reason { _ = try await Self.parts(books, "nobody") } == "NOT_FOUND")
    }
  }
}

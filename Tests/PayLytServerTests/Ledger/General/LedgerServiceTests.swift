import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import StandardAPI
import Testing

@testable import PayLytServer

/// A caller of the general ledger over a real connection.
struct Bookkeeper {
  let channel: Channel
  let ledger: LedgerServiceClient
  let options: CallOptions

  init(_ node: Node, _ admin: Guest) {
    channel = node.channel
    ledger = LedgerServiceClient(node.channel)
    options = admin.options
  }

  @discardableResult
  func open(_ id: String, min: Int64? = nil, code: Int32 = 0) async throws -> LedgerAccount {
    try await ledger.createAccount(
      CreateAccountRequest(
        requestID: "\(UUID.random())", accountID: id,
        account: LedgerAccount(
          asset: "USD/2", normalSide: .credit, balanceMin: min, code: code)),
      options: options)
  }

  static func draft(
    _ id: String, _ amount: Int64, from: String, to: String, pending: Bool = false,
    timeout: Int64 = 0
  ) -> TransactionDraft {
    TransactionDraft(
      transactionID: id,
      postings: [
        LedgerPosting(account: "ledgerAccounts/\(from)", side: .debit, amount: amount),
        LedgerPosting(account: "ledgerAccounts/\(to)", side: .credit, amount: amount),
      ], pending: pending, timeoutSeconds: timeout)
  }

  @discardableResult
  func post(
    _ draft: TransactionDraft, request: UUID = .random(), validateOnly: Bool = false
  ) async throws -> TransactionResult {
    try await ledger.postTransaction(
      PostTransactionRequest(
        requestID: "\(request)", transaction: draft, validateOnly: validateOnly),
      options: options)
  }

  func balance(_ id: String, at time: ProtoTimestamp? = nil) async throws -> LedgerBalance {
    try await ledger.getBalance(
      GetBalanceRequest(name: "ledgerAccounts/\(id)", asOf: time), options: options)
  }
}

/// Runs `body` with a server, an admin and the accounts `world`, `ada` and `ben`; the last two
/// cannot be overdrawn.
func withBookkeeper(
  nodes count: Int = 1, _ body: (String, [Bookkeeper]) async throws -> Void
) async throws {
  try await withNodes(count) { conninfo, nodes in
    let admin = try await nodes[0].admin(on: conninfo)
    let keepers = nodes.map { Bookkeeper($0, admin) }
    try await keepers[0].open("world")
    try await keepers[0].open("ada", min: 0)
    try await keepers[0].open("ben", min: 0)
    try await body(conninfo, keepers)
  }
}

/// The stable reason of a call that must fail; nil when it does not.
func reason(_ call: () async throws -> Void) async -> String? {
  do {
    try await call()
    return nil
  } catch let error as RPCError {
    return error.errorInfo?.reason ?? "\(error.code)"
  } catch {
    return "\(error)"
  }
}

/// How often each stable reason is heard of `count` calls at once; "OK" of those that do not fail.
func reasons(
  ofAtOnce count: Int, _ call: @escaping @Sendable (_ number: Int) async throws -> Void
) async -> [String: Int] {
  await withTaskGroup { group in
    for number in 0..<count {
      group.addTask { await reason { try await call(number) } }
    }
    return await group.reduce(into: [:]) { $0[$1 ?? "OK", default: 0] += 1 }
  }
}

@Suite("The general ledger by RPC", .timeLimit(.minutes(5)))
struct LedgerServiceTests {
  @Test("what is posted is shown as it is stored")
  func story() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      var draft = Bookkeeper.draft("t1", 100, from: "world", to: "ada")
      draft.code = 7
      draft.description = "Grüße"
      draft.metadata = ["order": "4711", "b": ""]
      let posted = try await books.post(draft)
      let transaction = try #require(posted.transaction)
      #expect(transaction.name == "ledgerTransactions/t1" && transaction.state == .posted)
      #expect(transaction.metadata == draft.metadata && transaction.description == "Grüße")
      #expect(transaction.postings.map(\.posted) == [100, 100])
      #expect(posted.entries.map(\.account) == ["ledgerAccounts/world", "ledgerAccounts/ada"])
      #expect(posted.entries.map { $0.balance?.posted } == [-100, 100])
      let found = try await books.ledger.getTransaction(
        GetTransactionRequest(name: transaction.name), options: books.options)
      #expect(found == posted)
      let account = try await books.ledger.getAccount(
        GetAccountRequest(name: "ledgerAccounts/ada"), options: books.options)
      #expect(try await account.balance == books.balance("ada"))
      #expect(account.balance?.available == 100 && account.balanceMin == 0)
      let entries = try await books.ledger.listEntries(
        ListEntriesRequest(parent: account.name), options: books.options)
      #expect(entries.entries == [posted.entries[1]])
      let all = try await books.ledger.listTransactions(
        ListTransactionsRequest(), options: books.options)
      #expect(all.transactions == [transaction])
    }
  }

  @Test("a pending transaction is committed in part, and shows both steps")
  func pending() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      try await books.post(Bookkeeper.draft("first", 100, from: "world", to: "ada"))
      let held = try await books.post(
        Bookkeeper.draft("t", 80, from: "ada", to: "ben", pending: true, timeout: 3600))
      #expect(held.transaction?.state == .pending && held.transaction?.expireTime != nil)
      #expect(held.transaction?.postings.map(\.posted) == [0, 0])
      let balance = try await books.balance("ada")
      #expect([balance.posted, balance.pendingOut, balance.available] == [100, 80, 20])
      let pending = try await books.ledger.listTransactions(
        ListTransactionsRequest(state: .pending), options: books.options)
      #expect(pending.transactions.map(\.name) == ["ledgerTransactions/t"])
      let committed = try await books.ledger.commitPending(
        CommitPendingRequest(
          requestID: "\(UUID.random())", name: "ledgerTransactions/t", amounts: [50, 50]),
        options: books.options)
      #expect(committed.transaction?.postings.map(\.posted) == [50, 50])
      #expect(committed.entries.map(\.kind) == [.commit, .commit])
      #expect(committed.entries.map(\.pending) == [-80, -80])
      let found = try await books.ledger.getTransaction(
        GetTransactionRequest(name: "ledgerTransactions/t"), options: books.options)
      #expect(found.transaction == committed.transaction)
      #expect(found.entries == held.entries + committed.entries)
      let none = try await books.ledger.listTransactions(
        ListTransactionsRequest(state: .pending), options: books.options)
      #expect(none.transactions.isEmpty)
      await #expect(
        reason {
          _ = try await books.ledger.voidPending(
            VoidPendingRequest(
              requestID: "\(UUID.random())", name: "ledgerTransactions/t"),
            options: books.options)
        } == "PENDING_ALREADY_COMMITTED")
    }
  }

  @Test("the same id and content is answered the same under any request id, and marked")
  func replayed() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      let draft = Bookkeeper.draft("t", 10, from: "world", to: "ada")
      let request = UUID.random()
      func post(_ request: UUID) async throws -> (result: TransactionResult, isMarked: Bool) {
        let answer: UnaryResponse<TransactionResult> = try await books.channel.unary(
          LedgerServiceMethods.postTransaction,
          PostTransactionRequest(requestID: "\(request)", transaction: draft), books.options)
        let mark = answer.initialMetadata["paylyt-idempotent-replayed"]
        return (answer.message, mark == "true")
      }
      let first = try await post(request)
      #expect(!first.isMarked)
      try await books.post(Bookkeeper.draft("u", 5, from: "world", to: "ada"))
      for again in [request, .random()] {
        let second = try await post(again)
        #expect(second.result == first.result && second.isMarked)
      }
      await #expect(
        reason { try await books.post(Bookkeeper.draft("t", 11, from: "world", to: "ada")) }
          == "TRANSACTION_ID_REUSED")
      await #expect(
        reason { try await books.open("ada", min: -5) } == "ACCOUNT_ID_REUSED")
      #expect(try await books.balance("ada").posted == 15)
    }
  }

  @Test("a rehearsal answers with the resulting balances and keeps nothing")
  func rehearsed() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      let draft = Bookkeeper.draft("t", 10, from: "world", to: "ada")
      let request = UUID.random()
      for _ in 0..<2 {
        let result = try await books.post(draft, request: request, validateOnly: true)
        #expect(result.entries.map { $0.balance?.available } == [-10, 10])
      }
      #expect(try await books.balance("ada").posted == 0)
      await #expect(
        reason {
          try await books.post(
            Bookkeeper.draft("t", 1, from: "ada", to: "ben"), validateOnly: true)
        } == "INSUFFICIENT_FUNDS")
      try await books.post(draft, request: request)
      #expect(try await books.balance("ada").posted == 10)
    }
  }

  @Test("the balance at a past time is the one after the last entry up to it")
  func asOf() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      var moments: [(time: ProtoTimestamp, balance: LedgerBalance)] = []
      for step in 1...4 {
        let result = try await books.post(
          Bookkeeper.draft("t\(step)", Int64(step), from: "world", to: "ada", pending: step == 3))
        let time = try #require(result.transaction?.createTime)
        moments.append((time, try await books.balance("ada")))
      }
      _ = try await books.ledger.commitPending(
        CommitPendingRequest(requestID: "\(UUID.random())", name: "ledgerTransactions/t3"),
        options: books.options)
      for (time, balance) in moments {
        #expect(try await books.balance("ada", at: time) == balance)
      }
      // Before the first entry there was nothing.
      var early = moments[0].time
      early.seconds -= 3600
      let nothing = try await books.balance("ada", at: early)
      #expect(nothing.posted == 0 && nothing.sequence == 0 && nothing.entryTime == nil)
      let balance = try await books.ledger.getTrialBalance(
        GetTrialBalanceRequest(asOf: moments[1].time), options: books.options)
      #expect(balance.lines.filter { $0.accountKind == "general" }.map(\.debits) == [3])
      #expect(balance.difference == 0)
      let now = try await books.ledger.getTrialBalance(
        GetTrialBalanceRequest(verify: true), options: books.options)
      #expect(now.verified)
      #expect(now.lines.filter { $0.accountKind == "general" }.map(\.debits) == [10])
      #expect(now.accountsOff == 0 && now.difference == 0)
    }
  }

  @Test("lists are cut into pages without a gap, and filtered")
  func pages() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      for number in 0..<5 { try await books.open("shop:\(number)", code: Int32(number % 2)) }
      for number in 0..<5 {
        try await books.post(
          Bookkeeper.draft("t\(number)", 1, from: "world", to: "shop:\(number)"))
      }
      var names: [String] = []
      var token = ""
      repeat {
        let page = try await books.ledger.listAccounts(
          ListAccountsRequest(pageSize: 2, pageToken: token, idPrefix: "shop:"),
          options: books.options)
        names += page.accounts.map(\.name)
        #expect(page.accounts.allSatisfy { $0.balance?.posted == 1 })
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(names == (0..<5).map { "ledgerAccounts/shop:\($0)" })
      let odd = try await books.ledger.listAccounts(
        ListAccountsRequest(idPrefix: "shop:", asset: "USD/2", code: 1), options: books.options)
      #expect(odd.accounts.map(\.name) == ["ledgerAccounts/shop:1", "ledgerAccounts/shop:3"])
      let other = try await books.ledger.listAccounts(
        ListAccountsRequest(asset: "EUR"), options: books.options)
      #expect(other.accounts.isEmpty)
      var sequences: [Int64] = []
      token = ""
      repeat {
        let page = try await books.ledger.listEntries(
          ListEntriesRequest(parent: "ledgerAccounts/world", pageSize: 2, pageToken: token),
          options: books.options)
        sequences += page.entries.map(\.sequence)
        token = page.nextPageToken
      } while !token.isEmpty
      #expect(sequences == [5, 4, 3, 2, 1])
      // A token belongs to its list.
      let page = try await books.ledger.listAccounts(
        ListAccountsRequest(pageSize: 1), options: books.options)
      await #expect(
        reason {
          _ = try await books.ledger.listTransactions(
            ListTransactionsRequest(pageToken: page.nextPageToken), options: books.options)
        } == "BAD_PAGE_TOKEN")
    }
  }

  @Test("a hold that is over is released by the worker, or at once by whoever needs the money")
  func expiry() async throws {
    try await withBookkeeper { _, keepers in
      let books = keepers[0]
      try await books.post(Bookkeeper.draft("first", 100, from: "world", to: "ada"))
      try await books.post(
        Bookkeeper.draft("t", 100, from: "ada", to: "ben", pending: true, timeout: 1))
      await #expect(
        reason { try await books.post(Bookkeeper.draft("u", 60, from: "ada", to: "ben")) }
          == "INSUFFICIENT_FUNDS")
      try await Task.sleep(for: .milliseconds(1010))
      try await books.post(Bookkeeper.draft("v", 60, from: "ada", to: "ben"))
      try await books.post(
        Bookkeeper.draft("w", 40, from: "ada", to: "ben", pending: true, timeout: 1))
      try await eventually { try await books.balance("ada").pendingOut == 0 }
      let expired = try await books.ledger.listTransactions(
        ListTransactionsRequest(state: .expired), options: books.options)
      #expect(
        expired.transactions.map(\.name) == ["ledgerTransactions/w", "ledgerTransactions/t"])
      #expect(try await books.balance("ada").posted == 40)
      try await books.post(
        Bookkeeper.draft("x", 40, from: "ada", to: "ben", pending: true, timeout: 1))
      try await Task.sleep(for: .milliseconds(1010))
      let closed = try await books.ledger.closeAccount(
        CloseAccountRequest(requestID: "\(UUID.random())", name: "ledgerAccounts/ada"),
        options: books.options)
      #expect(closed.closeTime != nil)
    }
  }

  @Test("of many who end the same hold on two servers, one does")
  func race() async throws {
    try await withBookkeeper(nodes: 2) { conninfo, keepers in
      try await keepers[0].post(Bookkeeper.draft("first", 1000, from: "world", to: "ada"))
      for round in 0..<10 {
        let name = "ledgerTransactions/t\(round)"
        try await keepers[0].post(
          Bookkeeper.draft("t\(round)", 10, from: "ada", to: "ben", pending: true))
        let outcomes = await withTaskGroup(of: String.self) { group in
          for number in 0..<8 {
            group.addTask {
              let books = keepers[number % 2]
              let refused = await reason {
                if number < 4 {
                  _ = try await books.ledger.commitPending(
                    CommitPendingRequest(requestID: "\(UUID.random())", name: name),
                    options: books.options)
                } else {
                  _ = try await books.ledger.voidPending(
                    VoidPendingRequest(requestID: "\(UUID.random())", name: name),
                    options: books.options)
                }
              }
              return refused ?? "done"
            }
          }
          return await group.reduce(into: [String]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == "done" } == 1, "\(outcomes)")
        let others = Set(outcomes).subtracting(["done"])
        #expect(
          others == ["PENDING_ALREADY_COMMITTED"] || others == ["PENDING_ALREADY_VOIDED"],
          "\(outcomes)")
      }
      let balance = try await keepers[1].balance("ada")
      #expect(balance.pendingOut == 0 && balance.posted % 10 == 0)
      #expect(try await balance.posted + keepers[0].balance("ben").posted == 1000)
      try await withEngine(conninfo) { engine in
        try await #expect(engine.count(GeneralStatements.accountsOff) == 0)
      }
    }
  }

  @Test("users may neither read nor write the general ledger")
  func denied() async throws {
    try await withNodes(1) { _, nodes in
      let user = try await nodes[0].register("Ada", roles: [.client, .freelancer])
      let ledger = LedgerServiceClient(nodes[0].channel)
      await #expect(
        reason {
          _ = try await ledger.listAccounts(ListAccountsRequest(), options: user.options)
        } == "SCOPE_MISSING")
    }
  }
}

import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

/// Servers on one database, each with the secret that it has in one step of docs/OPERATIONS.md,
/// "Replacing the secret", and the books of one admin at each.
@Suite("Calls while the secret is replaced", .timeLimit(.minutes(5)))
struct SecretReplacementRPCTests {
  private static func withServers(
    _ secrets: [Secrets], _ body: ([Bookkeeper]) async throws -> Void
  ) async throws {
    try await withNodes(secrets.count, secrets: { secrets[$0] }) { conninfo, nodes in
      let email = "admin-\(UUID.random())@example.com"
      try await AdminCommand.createUser(
        email: email, name: "An operator", password: "a long password", database: conninfo)
      var books: [Bookkeeper] = []
      // A server that no longer accepts the old secret takes no access token under it.
      for node in nodes { books.append(Bookkeeper(node, try await node.login(email))) }
      try await books[0].open("world")
      try await books[0].open("ada", min: 0)
      try await body(books)
    }
  }

  private static func post(
    _ amount: Int64, at books: Bookkeeper, request: UUID
  ) async throws -> UnaryResponse<TransactionResult> {
    try await books.channel.unary(
      LedgerServiceMethods.postTransaction,
      PostTransactionRequest(
        requestID: "\(request)",
        transaction: Bookkeeper.draft("", amount, from: "world", to: "ada")), books.options)
  }

  private static func postBatch(
    _ drafts: [TransactionDraft], at books: Bookkeeper, request: UUID
  ) async throws -> UnaryResponse<BatchPostTransactionsResponse> {
    try await books.channel.unary(
      LedgerServiceMethods.batchPostTransactions,
      BatchPostTransactionsRequest(
        requestID: "\(request)", mode: .independent, transactions: drafts), books.options)
  }

  @Test(
    "a repeated request gets its stored answer, whichever of the two secrets its server has",
    arguments: [(first: 0, second: 1), (1, 0)])
  func repeated(first: Int, second: Int) async throws {
    let secrets = [Secrets.fixture(1, accepting: 2), .fixture(2, accepting: 1)]
    try await Self.withServers(secrets) { books in
      let request = UUID.random()
      let answer = try await Self.post(70, at: books[first], request: request)
      let again = try await Self.post(70, at: books[second], request: request)
      #expect(again.message == answer.message)
      #expect(answer.isMarked == false && again.isMarked)
      #expect(try await books[0].balance("ada").posted == 70)
      for place in books {
        await #expect(
          reason { _ = try await Self.post(71, at: place, request: request) }
            == "IDEMPOTENCY_KEY_REUSED")
      }
      // Its parts are requests of their own; the second one is refused, which is kept as well.
      let drafts = [
        Bookkeeper.draft("t1", 30, from: "ada", to: "world"),
        Bookkeeper.draft("t2", 60, from: "ada", to: "world"),
      ]
      let batch = UUID.random()
      let outcomes = try await Self.postBatch(drafts, at: books[first], request: batch)
      #expect(
        outcomes.message.outcomes.map { $0.refusal?.reason ?? "" } == ["", "INSUFFICIENT_FUNDS"])
      let same = try await Self.postBatch(drafts, at: books[second], request: batch)
      #expect(same.message == outcomes.message)
      #expect(outcomes.isMarked == false && same.isMarked)
      #expect(try await books[0].balance("ada").posted == 40)
    }
  }

  /// One under the old secret, one that has replaced it, and one that no longer accepts it.
  private static let steps = [Secrets.fixture(1), .fixture(2, accepting: 1), .fixture(2)]

  @Test("a request of before is known for as long as its secret is accepted, and then as another's")
  func noLongerAccepted() async throws {
    try await Self.withServers(Self.steps) { books in
      let request = UUID.random()
      let answer = try await Self.post(70, at: books[0], request: request)
      let again = try await Self.post(70, at: books[1], request: request)
      #expect(again.message == answer.message && again.isMarked)
      await #expect(
        reason { _ = try await Self.post(70, at: books[2], request: request) }
          == "IDEMPOTENCY_KEY_REUSED")
      // What is new is stored under the new one.
      let next = UUID.random()
      _ = try await Self.post(5, at: books[1], request: next)
      #expect(try await Self.post(5, at: books[2], request: next).isMarked)
      #expect(try await books[0].balance("ada").posted == 75)
    }
  }

  @Test("page tokens and resume tokens are good for as long as their secret is accepted")
  func tokens() async throws {
    try await Self.withServers(Self.steps) { books in
      func page(_ token: String, at place: Int) async throws -> ListAccountsResponse {
        try await books[place].ledger.listAccounts(
          ListAccountsRequest(pageSize: 1, pageToken: token), options: books[place].options)
      }
      let first = try await page("", at: 0)
      let second = try await page(first.nextPageToken, at: 1)
      #expect(first.accounts.map(\.name) == ["ledgerAccounts/ada"])
      #expect(second.accounts.map(\.name) == ["ledgerAccounts/world"])
      await #expect(reason { _ = try await page(first.nextPageToken, at: 2) } == "BAD_PAGE_TOKEN")
    }
  }

  @Test("a subscription and an export go on where they were")
  func resumed() async throws {
    try await Self.withServers(Self.steps) { books in
      func events(
        _ count: Int, at place: Int, after token: String = ""
      ) async throws -> (subjects: [String], token: String) {
        let stream = try await EventServiceClient(books[place].channel).subscribe(
          SubscribeRequest(
            filter: EventFilter(types: ["ledger.account_opened"]), resumeToken: token,
            start: token.isEmpty ? .beginning : .unspecified), options: books[place].options)
        var (subjects, last): ([String], String) = ([], token)
        for try await response in stream {
          last = response.resumeToken
          guard let event = response.event else { continue }
          subjects.append(event.subject)
          if subjects.count == count { break }
        }
        stream.cancel()
        return (subjects, last)
      }
      let first = try await events(1, at: 0)
      #expect(first.subjects == ["ledgerAccounts/world"])
      #expect(try await events(1, at: 1, after: first.token).subjects == ["ledgerAccounts/ada"])
      await #expect(
        reason { _ = try await events(1, at: 2, after: first.token) } == "BAD_PAGE_TOKEN")

      func entries(
        at place: Int, after token: String = ""
      ) async throws -> [ExportJournalResponse] {
        let stream = try await books[place].ledger.exportJournal(
          ExportJournalRequest(resumeToken: token), options: books[place].options)
        var found: [ExportJournalResponse] = []
        for try await response in stream { found.append(response) }
        return found
      }
      _ = try await Self.post(1, at: books[0], request: .random())
      // Another test on the same PostgreSQL may hold the end back: then a later call has it.
      var exported: [ExportJournalResponse] = []
      try await eventually {
        exported = try await entries(at: 0)
        return exported.count == 2
      }
      let rest = try await entries(at: 1, after: exported[0].resumeToken)
      #expect(rest.map(\.entry) == exported[1...].map(\.entry))
      await #expect(
        reason { _ = try await entries(at: 2, after: exported[0].resumeToken) }
          == "BAD_PAGE_TOKEN")
    }
  }
}

extension UnaryResponse {
  fileprivate var isMarked: Bool { initialMetadata["paylyt-idempotent-replayed"] == "true" }
}

import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

@testable import PayLytServer

@Suite("Pages of lists", .timeLimit(.minutes(5)))
struct PageTests {
  private static let keys = Secrets.fixture().pageTokens

  /// A message of some more bytes than it is long.
  private static func message(_ length: Int) -> PayLytAPI.Job {
    PayLytAPI.Job(description: String(repeating: "x", count: length))
  }

  @Test("a message's size is that of its bytes", arguments: [0, 1, 200, 70_000, 1_000_000])
  func size(length: Int) {
    let message = Self.message(length)
    #expect(message.wireSize == message.wireBytes.count)
  }

  @Test(
    "a page ends at its rows or at its bytes, with at least one row, and all pages have all rows",
    arguments: [
      (length: 10, rows: 7, size: Int32(3), pages: [3, 3, 1]),
      (length: 10, rows: 6, size: 3, pages: [3, 3]),
      (length: 10, rows: 0, size: 3, pages: [0]),
      (length: Page.bytesMax / 3, rows: 7, size: 50, pages: [2, 2, 2, 1]),
      (length: Page.bytesMax / 3, rows: 2, size: 50, pages: [2]),
      (length: Page.bytesMax / 3, rows: 3, size: 1, pages: [1, 1, 1]),
      (length: Page.bytesMax + 1, rows: 3, size: 50, pages: [1, 1, 1]),
    ])
  func cut(length: Int, rows count: Int, size: Int32, pages expected: [Int]) throws {
    let rows = (0..<count).map { (value: Int64($0 / 2), id: UUID.entity(UInt64($0))) }
    for hasValue in [false, true] {
      var pages: [Int] = []
      var token = ""
      repeat {
        let page = try Page(
          size: size, token: token, scope: "x", keys: Self.keys, hasValue: hasValue)
        let ahead = rows.drop { row in page.after.map { row.id <= $0 } ?? false }
        let (messages, next) = page.cut(
          Array(ahead.prefix(page.size + 1)),
          place: { Page.Place(id: $0.id, value: hasValue ? $0.value : nil) }
        ) { _ in Self.message(length) }
        pages.append(messages.count)
        token = next
      } while !token.isEmpty && pages.count <= count
      #expect(pages == expected)
    }
  }

  @Test("a search that stopped looking has a page after it, even when it found nothing")
  func stopped() throws {
    let page = try Page(size: 5, token: "", scope: "x", keys: Self.keys)
    for rows in [[], [UUID.entity(1)]] {
      let (messages, token) = page.cut(
        rows, end: Page.Place(id: .entity(9)), place: { Page.Place(id: $0) }
      ) { _ in Self.message(1) }
      #expect(messages.count == rows.count)
      let next = try Page(size: 5, token: token, scope: "x", keys: Self.keys)
      #expect(next.after == .entity(9))
    }
  }

  @Test("a page token is good for its own order alone, and cannot be made")
  func tokens() throws {
    let place = Page.Place(id: .entity(1), value: 5)
    let token = Page.token(place, scope: "by deadline", key: Self.keys.latest)
    let next = try Page(
      size: 1, token: token, scope: "by deadline", keys: Self.keys, hasValue: true)
    #expect(next.place == place && next.after == .entity(1))
    let others = [("by amount", true, token), ("by deadline", false, token)]
    for (scope, hasValue, token) in others + [("by deadline", true, token + "A")] {
      let refusal = #expect(throws: Refusal.self) {
        try Page(size: 1, token: token, scope: scope, keys: Self.keys, hasValue: hasValue)
      }
      #expect(refusal?.reason == "BAD_PAGE_TOKEN")
    }
  }

  @Test("a token under another key is good where that is accepted, and the next one is our own")
  func acceptedKey() throws {
    let other = MACKeys(latest: [1], accepted: [Self.keys.latest])
    let token = Page.token(5, scope: "x", key: Self.keys.latest)
    let page = try Page(size: 1, token: token, scope: "x", keys: other)
    #expect(page.afterPosition == 5)
    let next = page.token(after: 6)
    #expect(next == Page.token(6, scope: "x", key: other.latest))
    let refusal = #expect(throws: Refusal.self) {
      try Page(size: 1, token: next, scope: "x", keys: Self.keys)
    }
    #expect(refusal?.reason == "BAD_PAGE_TOKEN")
  }

  @Test("long texts of one user break the list of jobs for nobody")
  func longJobs() async throws {
    try await withNodes(1) { conninfo, nodes in
      let text = String(repeating: "\u{1F600}", count: 10_000)
      try await withEngine(conninfo) { engine in
        try await engine.commit(PutRow(row: User.fixture(1)))
        let terms = JobTerms(
          title: "Long", description: text, steps: [.init(title: "All", amountMsat: 1000)],
          deadline: .farAway, conditions: .fixture, fees: .fixture)
        // More than one message can hold.
        for outcome in await engine.commitAll(
          (0..<120).map { _ in
            CreateJob(
              caller: .client, request: nil, client: .entity(1), terms: terms, local: .fixture)
          })
        { _ = try outcome.get() }
      }
      let guest = try await nodes[0].register("ada", roles: [.freelancer])
      var names: [String] = []
      var request = ListJobsRequest(pageSize: 200)
      repeat {
        let answer = try await JobServiceClient(nodes[0].channel).listJobs(
          request, options: guest.options)
        #expect(answer.wireSize <= Page.bytesMax + 1000)
        names += answer.jobs.map(\.name)
        request.pageToken = answer.nextPageToken
      } while !request.pageToken.isEmpty
      #expect(names.count == 120 && Set(names).count == 120)
    }
  }
}

extension Timestamp {
  fileprivate static let farAway = Timestamp.start.adding(seconds: 10_000_000_000)
}

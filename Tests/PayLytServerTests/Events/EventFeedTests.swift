import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Reading the event log", .timeLimit(.minutes(5)))
struct EventFeedTests {
  private static let party = UUID.entity(5)

  /// Lets events happen whose payloads are so long, and seals them.
  private static func happen(_ lengths: [Int], in engine: Engine) async throws {
    for length in lengths {
      let event = Happen(subject: "things/1", type: "test.long", parties: [party])
      _ = try await engine.committer.commit(event, deadline: nil) { _ in
        Payload(type: "test.Answer", bytes: [UInt8](repeating: 0, count: length))
      }
      // No event: it ends no part and is in none.
      try await engine.commit(Happen(subject: "things/2", type: "other.short", parties: [party]))
    }
    try await engine.sealAll(engine.sealer())
  }

  private static func question(subject: String? = nil, party: UUID? = nil) -> EventQuestion {
    EventQuestion(types: ["test.long"], prefixes: [], subject: subject, party: party)
  }

  @Test(
    "one read takes no more bytes than it may, but for its first event, and misses nothing",
    arguments: [question(), question(subject: "things/1"), question(party: party)])
  func budget(question: EventQuestion) async throws {
    try await withEngine(statements: SealingStatements.all) { engine in
      let lengths = [900, 100, 1, 0, 1001, 0, 500, 500, 2000, 2000, 999]
      try await Self.happen(lengths, in: engine)
      let feed = EventFeed(database: engine.database, question: question)
      var parts: [[Int]] = []
      var position: Int64 = 0
      var hasMore = true
      while hasMore {
        let part = try await feed.read(after: position, bytesMax: 1000)
        try #require(part.position > position, "a read leads on")
        #expect(part.bytes <= 1000 || part.events.count == 1)
        #expect(part.events.map(\.position) == part.events.map(\.position).sorted())
        parts.append(part.events.map { $0.entry.response.count })
        (position, hasMore) = (part.position, part.hasMore)
      }
      #expect(parts == [[900, 100], [1, 0], [1001], [0, 500, 500], [2000], [2000], [999]])
      #expect(try await position == feed.lastPosition() || question.subject != nil)
    }
  }

  @Test("short events come as many at once as were asked for")
  func short() async throws {
    try await withEngine(statements: SealingStatements.all) { engine in
      try await Self.happen([Int](repeating: 3, count: 9), in: engine)
      let feed = EventFeed(
        database: engine.database, question: Self.question(subject: "things/1"))
      let first = try await feed.read(after: 0, limit: 7)
      #expect(first.events.count == 7 && first.hasMore)
      let rest = try await feed.read(after: first.position, limit: 7)
      #expect(rest.events.count == 2 && !rest.hasMore)
    }
  }

  @Test("a webhook's turn takes no more bytes than it may, but for its first event")
  func webhook() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      try await engine.commit(PutRow(row: User.fixture(5)))
      try await Self.happen([900, 100, 1, 5000, 7], in: engine)
      try Administrator.execute(
        """
        INSERT INTO webhook_endpoint (id, user_id, live_user_id, slot, url, host, description,
          types, state, state_reason, key_id, secret, created_at, updated_at, version)
        SELECT id, id, id, 0, 'https://example.com', 'example.com', '', '', 1, '', 0, '\\x01',
          now(), now(), 1
        FROM app_user LIMIT 1;
        INSERT INTO webhook_delivery (id, endpoint_id, event_id, event_type, position, state,
          attempts, next_attempt_at, last_status, last_error, created_at)
        SELECT gen_random_uuid(), app_user.id, journal.id, event_type, position, 1,
          0, now(), 0, '', now()
        FROM (SELECT id FROM app_user LIMIT 1) AS app_user, sealed_entry
        JOIN journal ON journal.id = journal_id WHERE event_type = 'test.long'
        """, on: conninfo)
      let endpoint = User.fixture(5).id
      for (bytes, lengths) in [
        (Int64(1001), [900, 100, 1]), (10, [900]), (7000, [900, 100, 1, 5000, 7]),
      ] {
        let due = try await engine.database.query(
          WebhookSendStatements.due,
          [.uuid(endpoint), .timestamp(SystemClock().now().adding(seconds: 60)), .int8(bytes)])
        #expect(due.map { $0.event?.entry.response.count } == lengths)
      }
    }
  }
}

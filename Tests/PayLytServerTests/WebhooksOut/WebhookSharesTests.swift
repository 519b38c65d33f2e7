import Glibc
import PayLytAPI
import PayLytHTTP
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("How endpoints share what is sent", .timeLimit(.minutes(5)))
struct WebhookSharesTests {
  private static func turn(
    _ number: Int, user: Int, host: String, isPrompt: Bool = true
  ) -> WebhookTurn {
    WebhookTurn(
      endpoint: .entity(UInt64(number)), holder: .entity(0), user: .entity(UInt64(user)),
      host: host, types: [], seesAll: false, isPrompt: isPrompt, position: 0, failures: 0,
      failingSince: nil)
  }

  struct Crowd: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let turn: @Sendable (Int) -> WebhookTurn
    let begun: Int
  }

  private static let crowds = [
    Crowd(testDescription: "one user", turn: { turn($0, user: 1, host: "h\($0)") }, begun: 4),
    Crowd(testDescription: "one host", turn: { turn($0, user: $0, host: "h") }, begun: 8),
    Crowd(
      testDescription: "slow ones",
      turn: { turn($0, user: $0, host: "h\($0)", isPrompt: false) }, begun: 16),
    Crowd(
      testDescription: "everybody", turn: { turn($0, user: $0, host: "h\($0)") }, begun: 32),
  ]

  @Test(
    "nobody has more turns than their share, and what has ended leaves nothing behind",
    arguments: crowds)
  func shares(crowd: Crowd) {
    var shares = WebhookShares()
    let begun = (1...100).map(crowd.turn).filter { shares.begin($0) }
    #expect(begun.count == crowd.begun)
    #expect(shares.room == WebhookOutLimits.endpointsAtOnce - crowd.begun)
    #expect(shares.hasRoomForSlow == (begun.first?.isPrompt == true))
    #expect(shares.fullUsers == (crowd.begun == 4 ? [.entity(1)] : []))
    #expect(shares.fullHosts == (crowd.begun == 8 ? ["h"] : []))
    for turn in begun { shares.end(turn) }
    #expect(shares == WebhookShares())
  }

  @Test("a prompt endpoint of somebody else's has a turn while slow ones fill their half")
  func others() {
    var shares = WebhookShares()
    for number in 1...50 {
      _ = shares.begin(Self.turn(number, user: number, host: "h\(number)", isPrompt: false))
    }
    let slow = shares.begin(Self.turn(51, user: 51, host: "h51", isPrompt: false))
    let prompt = shares.begin(Self.turn(52, user: 52, host: "h52"))
    #expect(!slow && prompt)
  }

  @Test(
    "the host of an address is whose server it is",
    arguments: [
      ("https://Example.com", "example.com"), ("https://a.b:8443/x:y?z", "a.b"),
      ("http://127.0.0.1:80/", "127.0.0.1"), ("https://a.b?x=/", "a.b"), ("", ""),
    ])
  func hosts(url: String, host: String) { #expect(WebhookURL.host(of: url) == host) }

  // MARK: On a database

  /// Endpoints with something to send, numbered from 101, one on each of a user's hosts. Those of
  /// the last user alone are prompt; all wait in the order of their numbers.
  private static func make(_ hosts: [[String]], on conninfo: String, in engine: Engine) async throws
  {
    var number = 100
    for (user, hosts) in hosts.enumerated() {
      let owner = User.fixture(UInt64(user + 1))
      try await engine.commit(PutRow(row: owner))
      for host in hosts {
        number += 1
        let id = UUID.entity(UInt64(number))
        try await engine.commit(
          CreateWebhookEndpoint(
            caller: .client, request: nil, user: owner.id, endpoint: id,
            content: PayLytServer.WebhookEndpoint.Content(
              url: "https://\(host)/", description: "", types: []),
            secret: SealedDetails(keyID: 1, bytes: [1]), position: 0))
        try await engine.commit(
          PutRow(
            row: PayLytServer.WebhookDelivery(
              id: .entity(UInt64(number) + 10_000), endpoint: id, event: id, eventType: "x",
              position: 1, state: .pending, attempts: 0, nextAttemptAt: .start, lastStatus: 0,
              lastError: "", lastAttemptAt: nil, createdAt: .start)))
      }
    }
    let last = User.fixture(UInt64(hosts.count)).id
    try Administrator.execute(
      """
      UPDATE webhook_cursor SET is_prompt = endpoint.user_id = '\(last)',
        paused_until = '2020-01-01',
        leased_until = timestamptz '2020-01-01'
          + interval '1 second' * (SELECT count(*) FROM webhook_endpoint AS earlier
              WHERE earlier.id < endpoint.id)
      FROM webhook_endpoint AS endpoint WHERE endpoint.id = webhook_cursor.id
      """, on: conninfo)
  }

  private static func sender(_ engine: Engine) -> WebhookSender {
    let clock = SystemClock()
    return WebhookSender(
      database: engine.database, committer: engine.committer, keys: .fixture,
      http: HTTPClient(loop: engine.database.loop), clock: clock, world: clock,
      log: Log(level: .error, clock: clock), metrics: ServerMetrics(clock: clock).webhooks)
  }

  @Test("those who wait longest come first, within the shares, and nobody is taken twice")
  func taken() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      // Three with ten slow endpoints each, on hosts of their own, and one with a prompt one.
      try await Self.make(
        (1...3).map { user in (1...10).map { "h\($0).u\(user).example" } } + [["good.example"]],
        on: conninfo, in: engine)
      let sender = Self.sender(engine)
      let first = try await sender.take(WebhookShares())
      var shares = WebhookShares()
      for turn in first.turns {
        let hasBegun = shares.begin(turn)
        #expect(hasBegun)
      }
      // Four of each of the three, the oldest first, and the one that is prompt.
      let expected = [101, 102, 103, 104, 111, 112, 113, 114, 121, 122, 123, 124, 131]
      #expect(Set(first.turns.map(\.endpoint)) == Set(expected.map { .entity(UInt64($0)) }))
      #expect(first.turns.last?.isPrompt == true && !first.hasMore)
      // Nothing of theirs has ended.
      #expect(try await sender.take(shares).turns.isEmpty)
      let ended = try #require(first.turns.first)
      shares.end(ended)
      let next = try await sender.take(shares)
      #expect(next.turns.map(\.user) == [ended.user])
      #expect(!first.turns.map(\.endpoint).contains(next.turns[0].endpoint))
    }
  }

  // MARK: With sockets

  /// A machine that takes every connection and never says anything.
  private final class Silence {
    let port: UInt16
    private let listener: Int32
    private var connections: [Int32] = []

    init() throws {
      let number = socket(
        AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let code = unsafe withUnsafeMutablePointer(to: &name) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
          guard unsafe bind(number, address, length) == 0, listen(number, 128) == 0 else {
            return Int32(-1)
          }
          return unsafe getsockname(number, address, &length)
        }
      }
      guard code == 0 else { throw SystemError("bind", code: errno) }
      listener = number
      port = UInt16(bigEndian: name.sin_port)
    }

    deinit { for descriptor in connections + [listener] { close(descriptor) } }

    /// How many have come by now.
    func count() -> Int {
      while true {
        let accepted = accept(listener, nil, nil)
        guard accepted >= 0 else { return connections.count }
        connections.append(accepted)
      }
    }
  }

  @Test("a machine that never answers, asked for forty endpoints, keeps nobody else's from theirs")
  func silence() async throws {
    let silence = try Silence()
    // An answer that never comes is waited for as long as this test may run.
    let patient = WebhookPolicy(allowsPrivateAddresses: true, answerSeconds: 600)
    try await WebhookReceiver.with { receiver in
      try await withNodes(1, webhooks: patient) { conninfo, nodes in
        let hooks = WebhookServiceClient(nodes[0].channel)
        func endpoint(_ guest: Guest, _ url: String) async throws {
          _ = try await hooks.createWebhookEndpoint(
            CreateWebhookEndpointRequest(requestID: "\(UUID.random())", url: url),
            options: guest.options)
        }
        let guest = try await nodes[0].register("ada", roles: [.client])
        try await endpoint(guest, receiver.url)
        try await eventually { receiver.received.count == 1 }
        for user in 2...5 {
          let other = try await nodes[0].register("eve", roles: [.client])
          for number in 1...10 {
            try await endpoint(other, "http://127.0.\(user).\(number):\(silence.port)/")
          }
        }
        // All that they may have of the places hang.
        try await eventually { silence.count() >= 16 }
        try await withEngine(conninfo, stripe: 3) { engine in
          try await engine.commit(
            Happen(subject: "things/1", type: "ledger.account_opened", parties: [guest.id]))
        }
        try await eventually { receiver.received.contains { $0.text.contains("things/1") } }
      }
    }
  }

  @Test("a server that stops leaves an endpoint to the others at once")
  func stopped() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo) { engine in
      try await Self.make([["a.example"]], on: conninfo, in: engine)
      let sender = Self.sender(engine)
      let turn = try #require(try await sender.take(WebhookShares()).turns.first)
      #expect(try await sender.take(WebhookShares()).turns.isEmpty)
      let stopped = Task(executorPreference: engine.database.loop) { await sender.carryOut(turn) }
      stopped.cancel()
      await stopped.value
      #expect(try await sender.take(WebhookShares()).turns.map(\.endpoint) == [turn.endpoint])
    }
  }
}

import PayLytAPI
import PayLytHTTP
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Sending webhooks", .timeLimit(.minutes(5)))
struct WebhookSenderTests {
  /// An endpoint of a user, on servers that share a database.
  private struct Scene {
    let conninfo: String
    let nodes: [Node]
    let guest: Guest
    let receiver: WebhookReceiver

    var hooks: WebhookServiceClient { WebhookServiceClient(nodes[0].channel) }

    func endpoint(types: [String] = [], url: String? = nil) async throws -> WebhookEndpoint {
      try await hooks.createWebhookEndpoint(
        CreateWebhookEndpointRequest(
          requestID: "\(UUID.random())", url: url ?? receiver.url, eventTypes: types),
        options: guest.options)
    }

    func get(_ endpoint: WebhookEndpoint) async throws -> WebhookEndpoint {
      try await hooks.getWebhookEndpoint(
        GetWebhookEndpointRequest(name: endpoint.name), options: guest.options)
    }

    func secret(_ endpoint: WebhookEndpoint) async throws -> WebhookSecret {
      try await hooks.getWebhookSecret(
        GetWebhookSecretRequest(name: endpoint.name), options: guest.options)
    }

    func deliveries(_ endpoint: WebhookEndpoint) async throws -> [WebhookDelivery] {
      try await hooks.listWebhookDeliveries(
        ListWebhookDeliveriesRequest(parent: endpoint.name, pageSize: 200), options: guest.options
      ).deliveries
    }

    /// Lets events happen to the user, one after the other.
    func happen(
      _ subjects: [String], type: String = "ledger.account_opened", to parties: [UUID]? = nil
    )
      async throws
    {
      let parties = parties ?? [guest.id]
      try await withEngine(conninfo, stripe: 3) { engine in
        for subject in subjects {
          try await engine.commit(Happen(subject: subject, type: type, parties: parties))
        }
      }
    }

    func untilReceived(_ count: Int) async throws {
      try await eventually { receiver.received.count >= count }
    }
  }

  private typealias WebhookEndpoint = PayLytAPI.WebhookEndpoint
  private typealias WebhookSecret = PayLytAPI.WebhookSecret
  private typealias WebhookDelivery = PayLytAPI.WebhookDelivery

  private static func withScene(
    servers: Int = 1, webhooks: WebhookPolicy = WebhookPolicy(allowsPrivateAddresses: true),
    _ body: (Scene) async throws -> Void
  ) async throws {
    try await WebhookReceiver.with { receiver in
      try await withNodes(servers, webhooks: webhooks) { conninfo, nodes in
        let guest = try await nodes[0].register("ada", roles: [.client])
        try await body(
          Scene(conninfo: conninfo, nodes: nodes, guest: guest, receiver: receiver))
      }
    }
  }

  @Test("two servers send each event that the user may see and wants, once, signed and in order")
  func once() async throws {
    try await Self.withScene(servers: 2) { scene in
      let endpoint = try await scene.endpoint(types: ["ledger.*"])
      let secret = try await scene.secret(endpoint).secret
      let wanted = (0..<40).map { "things/\($0)" }
      try await scene.happen(Array(wanted[..<20]))
      try await scene.happen(["things/unwanted"], type: "job.created")
      try await scene.happen(["things/foreign"], to: [.entity(77)])
      try await scene.happen(Array(wanted[20...]))
      try await scene.untilReceived(40)
      let received = scene.receiver.received
      #expect(Set(received.map(\.id)).count == 40)
      for one in received {
        #expect(one.isSigned(with: secret) && one.signatures.count == 1)
        #expect(UUID(one.id) != nil)
      }
      let order = received.compactMap { one in
        wanted.firstIndex { one.text.contains("\"subject\":\"\($0)\"") }
      }
      #expect(order == Array(0..<40))
      try await eventually {
        try await scene.deliveries(endpoint).allSatisfy { $0.state == .delivered }
      }
      let deliveries = try await scene.deliveries(endpoint)
      #expect(deliveries.count == 40)
      #expect(deliveries.allSatisfy { $0.attempts == 1 && $0.lastStatus == 200 })
      #expect(Set(deliveries.map(\.event)) == Set(received.map { "events/\($0.id)" }))
    }
  }

  @Test("where time was let pass, a request is of now for receivers, whose clocks stand still")
  func sandbox() async throws {
    try await WebhookReceiver.with { receiver in
      try await withNodes(1, sandbox: true) { conninfo, nodes in
        let guest = try await nodes[0].register("ada", roles: [.client])
        let scene = Scene(conninfo: conninfo, nodes: nodes, guest: guest, receiver: receiver)
        _ = try await SandboxServiceClient(nodes[0].channel).advanceSandboxClock(
          AdvanceSandboxClockRequest(requestID: "\(UUID.random())", seconds: 600),
          options: guest.options)
        let endpoint = try await scene.endpoint()
        let secret = try await scene.secret(endpoint).secret
        try await scene.untilReceived(1)
        let one = receiver.received[0]
        #expect(one.isSigned(with: secret))
        #expect(try #require(Int64(one.timestamp)) <= SystemClock().now().seconds)
      }
    }
  }

  @Test("what fails is tried again with the same id and body, and holds up nothing for ever")
  func retries() async throws {
    try await Self.withScene { scene in
      // A redirect is not followed. However much somebody says, their status counts.
      scene.receiver.answer { _, number in
        switch number {
        case 1: HTTPServerResponse(status: 302, headers: ["location": "http://127.0.0.1:9/"])
        case _: .text(200, String(repeating: "x", count: 200_000))
        }
      }
      let endpoint = try await scene.endpoint()
      try await scene.happen(["things/1", "things/2"])
      // Ours are created, and the two: each once, and the first one more.
      try await scene.untilReceived(2)
      try await eventually {
        try await scene.deliveries(endpoint).contains {
          $0.state == .pending && $0.attempts == 1 && $0.lastStatus == 302
        }
      }
      // The other one may wait for its first turn still.
      let waiting = try await scene.deliveries(endpoint).first { $0.lastStatus == 302 }
      let delivery = try #require(waiting)
      #expect(delivery.lastError == "HTTP 302" && delivery.nextAttemptTime != nil)
      // Sent again by hand, it does not wait for its time.
      _ = try await scene.hooks.redeliverWebhook(
        RedeliverWebhookRequest(requestID: "\(UUID.random())", name: delivery.name),
        options: scene.guest.options)
      let id = String(delivery.event.dropFirst("events/".count))
      try await eventually { scene.receiver.received.filter { $0.id == id }.count == 2 }
      let both = scene.receiver.received.filter { $0.id == id }
      #expect(both[0].body == both[1].body)
      try await eventually {
        try await scene.deliveries(endpoint).allSatisfy { $0.state == .delivered }
      }
    }
  }

  @Test("an endpoint that says 410 is disabled, with an event, and goes on when it is enabled")
  func gone() async throws {
    try await Self.withScene { scene in
      scene.receiver.answer { _, _ in .text(410, "") }
      let endpoint = try await scene.endpoint(types: ["ledger.account_opened"])
      try await scene.happen(["things/1"])
      try await eventually { try await scene.get(endpoint).state == .failed }
      #expect(try await scene.get(endpoint).stateReason == "It answered 410 Gone.")
      let stream = try await EventServiceClient(scene.nodes[0].channel).subscribe(
        SubscribeRequest(
          filter: EventFilter(types: ["webhook_endpoint.failed"]), start: .beginning),
        options: scene.guest.options)
      var told: PayLytAPI.Event?
      for try await response in stream where response.event != nil {
        told = response.event
        break
      }
      stream.cancel()
      #expect(told?.subject == endpoint.name)
      try await scene.happen(["things/2"])
      scene.receiver.answer { _, _ in .text(200, "") }
      let before = scene.receiver.received.count
      _ = try await scene.hooks.enableWebhookEndpoint(
        EnableWebhookEndpointRequest(requestID: "\(UUID.random())", name: endpoint.name),
        options: scene.guest.options)
      try await scene.untilReceived(before + 1)
      try await eventually {
        scene.receiver.received.contains { $0.text.contains("\"subject\":\"things/2\"") }
      }
    }
  }

  @Test("while a secret is replaced both sign, and nothing that is stored holds either")
  func rotation() async throws {
    try await Self.withScene { scene in
      let endpoint = try await scene.endpoint(types: ["ledger.account_opened"])
      let first = try await scene.secret(endpoint).secret
      let rotated = try await scene.hooks.rotateWebhookSecret(
        RotateWebhookSecretRequest(
          requestID: "\(UUID.random())", name: endpoint.name, overlapSeconds: 3600,
          etag: endpoint.etag), options: scene.guest.options)
      #expect(rotated.previousSecretExpireTime != nil)
      let second = try await scene.secret(endpoint)
      #expect(second.previousSecret == first && second.secret != first)
      try await scene.happen(["things/1"])
      try await scene.untilReceived(1)
      let one = try #require(scene.receiver.received.first)
      #expect(one.signatures.count == 2)
      #expect(one.isSigned(with: first) && one.isSigned(with: second.secret))
      let secrets = [first, second.secret]
      try await withEngine(scene.conninfo, statements: [Self.holding.definition]) { engine in
        for secret in secrets {
          let found = try await engine.count(Self.holding, [.text(secret)])
          #expect(found == 0)
        }
      }
    }
  }

  /// Rows that have a text, or the key that it stands for, in the clear.
  private static let holding = Statement<Int64>(
    "test_holding_secret",
    """
    SELECT (SELECT count(*) FROM journal
        WHERE position(convert_to($1, 'UTF8') IN response) > 0
          OR position(decode(substr($1, 7), 'base64') IN response) > 0)
      + (SELECT count(*) FROM webhook_endpoint
        WHERE position(decode(substr($1, 7), 'base64') IN secret) > 0
          OR position(decode(substr($1, 7), 'base64') IN previous_secret) > 0)
    """,
    parameters: [.text], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  @Test("an event that cannot be read holds up none behind it, and its delivery says so")
  func damaged() async throws {
    try await Self.withScene { scene in
      let endpoint = try await scene.endpoint(types: ["ledger.account_opened"])
      func pause(_ until: String) throws {
        try Administrator.execute(
          "UPDATE webhook_cursor SET paused_until = \(until)", on: scene.conninfo)
      }
      func damage(_ subject: String) throws {
        try Administrator.execute(
          """
          ALTER TABLE journal DISABLE TRIGGER USER;
          UPDATE journal SET created_at = 'infinity' WHERE subject = '\(subject)';
          """, on: scene.conninfo)
      }
      try pause("now() + interval '1 day'")
      try await scene.happen(["things/1", "things/2", "things/3"])
      try await untilSealed(scene.conninfo)
      try damage("things/2")
      try pause("now()")
      try await scene.untilReceived(2)
      let texts = scene.receiver.received.map(\.text)
      #expect(texts[0].contains("things/1") && texts[1].contains("things/3"))
      // What is damaged after its delivery was made is given up.
      try await eventually {
        try await scene.deliveries(endpoint).count { $0.state == .delivered } == 2
      }
      try damage("things/1")
      _ = try await scene.hooks.redeliverWebhooks(
        RedeliverWebhooksRequest(requestID: "\(UUID.random())", parent: endpoint.name),
        options: scene.guest.options)
      try await scene.untilReceived(3)
      #expect(scene.receiver.received.last?.text.contains("things/3") == true)
      try await eventually {
        try await scene.deliveries(endpoint).contains { $0.state == .failed }
      }
      let failed = try await scene.deliveries(endpoint).filter { $0.state == .failed }
      #expect(failed.map(\.lastError) == ["this event cannot be read"])
    }
  }

  @Test("a test goes to its endpoint only, whatever that wants")
  func test() async throws {
    try await Self.withScene { scene in
      let tested = try await scene.endpoint(types: ["mail.retried"])
      let other = try await scene.endpoint(types: [
        "webhook_endpoint.tested", "ledger.account_opened",
      ])
      _ = try await scene.hooks.testWebhookEndpoint(
        TestWebhookEndpointRequest(requestID: "\(UUID.random())", name: tested.name),
        options: scene.guest.options)
      try await scene.untilReceived(1)
      // What comes after the test has passed it.
      try await scene.happen(["things/after"])
      try await scene.untilReceived(2)
      let texts = scene.receiver.received.map(\.text)
      #expect(texts[0].contains(tested.name) && texts[0].contains("webhook_endpoint.tested"))
      #expect(texts[1].contains("things/after"))
      let (here, there) = (try await scene.deliveries(tested), try await scene.deliveries(other))
      #expect(here.map(\.eventType) == ["webhook_endpoint.tested"])
      #expect(there.map(\.eventType) == ["ledger.account_opened"])
    }
  }

  @Test("a stretch of the log is sent again, what was given up alone where that is asked for")
  func range() async throws {
    try await Self.withScene { scene in
      let endpoint = try await scene.endpoint(types: ["ledger.account_opened"])
      try await scene.happen((0..<5).map { "things/\($0)" })
      try await eventually {
        try await scene.deliveries(endpoint).count { $0.state == .delivered } == 5
      }
      let positions = try await scene.deliveries(endpoint).map(\.position).sorted()
      func again(_ first: Int64, _ last: Int64, onlyFailed: Bool = false) async throws
        -> RedeliverWebhooksResponse
      {
        try await scene.hooks.redeliverWebhooks(
          RedeliverWebhooksRequest(
            requestID: "\(UUID.random())", parent: endpoint.name, startPosition: first,
            endPosition: last, onlyFailed: onlyFailed), options: scene.guest.options)
      }
      let some = try await again(positions[1], positions[3])
      #expect(some.deliveries == 3 && some.lastPosition == positions[3])
      try await scene.untilReceived(8)
      let none = try await again(0, 0, onlyFailed: true)
      #expect(none.deliveries == 0 && none.lastPosition == 0)
      try await eventually {
        try await scene.deliveries(endpoint).allSatisfy { $0.state == .delivered }
      }
      #expect(scene.receiver.received.count == 8)
    }
  }

  @Test("a request never goes to this machine where the policy does not say so")
  func privateAddresses() async throws {
    try await Self.withScene(webhooks: WebhookPolicy()) { scene in
      // The form of the address is fine; where it leads is seen when it is connected to.
      let port = scene.receiver.url.split(separator: ":").last?.prefix { $0 != "/" } ?? ""
      let endpoint = try await scene.endpoint(
        types: ["ledger.account_opened"], url: "https://localhost:\(port)/")
      try await scene.happen(["things/1"])
      try await eventually { try await scene.deliveries(endpoint).first?.attempts == 1 }
      let delivery = try #require(try await scene.deliveries(endpoint).first)
      #expect(delivery.lastError == "the address is not a public one")
      #expect(delivery.lastStatus == 0 && delivery.state == .pending)
      #expect(scene.receiver.received.isEmpty)
    }
  }

  @Test("an endpoint that fails for three days is disabled")
  func hopeless() async throws {
    try await Self.withScene { scene in
      scene.receiver.answer { _, _ in .text(500, "") }
      let endpoint = try await scene.endpoint(types: ["ledger.account_opened"])
      let id = try ResourceName.parse(endpoint.name, "webhookEndpoints")
      try Administrator.execute(
        "UPDATE webhook_cursor SET failures = 20, failing_since = now() - interval '4 days' "
          + "WHERE id = '\(id)'", on: scene.conninfo)
      try await scene.happen(["things/1"])
      try await eventually { try await scene.get(endpoint).state == .failed }
      #expect(try await scene.get(endpoint).stateReason.contains("HTTP 500"))
    }
  }
}

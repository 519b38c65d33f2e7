import PayLytCrypto
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("Bitnob webhooks", .timeLimit(.minutes(1)))
struct WebhookTests {
  private static let secret = Array("current".utf8)
  private static let body = Array(
    #"{"event":"btc.lightning.received.success","event_id":"evt_1","data":{"id":7,"reference":"r"}}"#
      .utf8)

  private func sign(_ body: [UInt8], _ secret: [UInt8] = secret) -> String {
    Hex.encode(HMAC.sha512(key: secret, message: body))
  }

  @Test("the current and the previous secret open the door, no other does")
  func secrets() throws {
    let previous = Array("previous".utf8)
    let webhook = BitnobWebhook(secret: Self.secret, previousSecret: previous)
    for secret in [Self.secret, previous] {
      let event = try webhook.open(body: Self.body, signature: sign(Self.body, secret))
      #expect(event.id == "evt_1")
      #expect(event.resourceID == "7")
      #expect(event.kind == .lightningReceived)
    }
    let foreign = sign(Self.body, Array("other".utf8))
    #expect(throws: BitnobWebhookError.wrongSignature) {
      try webhook.open(body: Self.body, signature: foreign)
    }
    let rotated = BitnobWebhook(secret: Self.secret)
    let old = sign(Self.body, previous)
    #expect(throws: BitnobWebhookError.wrongSignature) {
      try rotated.open(body: Self.body, signature: old)
    }
  }

  @Test("a changed body, a changed signature and another spelling are turned away")
  func tampered() throws {
    let webhook = BitnobWebhook(secret: Self.secret)
    let signature = sign(Self.body)
    for index in stride(from: 0, to: Self.body.count, by: 9) {
      var body = Self.body
      body[index] ^= 1
      #expect(throws: BitnobWebhookError.wrongSignature) {
        try webhook.open(body: body, signature: signature)
      }
    }
    for wrong in [
      signature.uppercased(), " " + signature, String(signature.dropLast()), "sha512=" + signature,
      Hex.encode(HMAC.sha256(key: Self.secret, message: Self.body)),
    ] {
      #expect(throws: BitnobWebhookError.wrongSignature) {
        try webhook.open(body: Self.body, signature: wrong)
      }
    }
    for missing in [nil, ""] as [String?] {
      #expect(throws: BitnobWebhookError.missingSignature) {
        try webhook.open(body: Self.body, signature: missing)
      }
    }
  }

  @Test(
    "a signed body that is no event is turned away",
    arguments: ["", "{}", "[]", "null", #"{"event":1}"#, "\u{0}", "{\"event\":\"x\""])
  func malformed(text: String) {
    let body = Array(text.utf8)
    #expect(throws: BitnobWebhookError.malformedBody) {
      try BitnobWebhook(secret: Self.secret).open(body: body, signature: sign(body))
    }
  }

  @Test(
    "events keep their names; one without an id is named after its body",
    arguments: [
      ("btc.lightning.received.success", BitnobEvent.Kind.lightningReceived),
      ("btc.lightning.send.success", .lightningSendSucceeded),
      ("btc.lightning.send.failed", .lightningSendFailed),
      ("payouts.withdrawal.success", .payoutChanged("payouts.withdrawal.success")),
    ])
  func kinds(name: String, kind: BitnobEvent.Kind) throws {
    let body = Array(#"{"event":"\#(name)"}"#.utf8)
    let event = try BitnobWebhook(secret: Self.secret).open(body: body, signature: sign(body))
    #expect(event.kind == kind)
    #expect(event.kind.name == name)
    #expect(event.id == "sha256:" + Hex.encode(SHA256.hash(body)))
  }

  @Test(
    "an event is stale when its own signed time is more than half an hour away",
    arguments: [
      (#""timestamp":1000000"#, false), (#""timestamp":998200"#, false),
      (#""timestamp":998199"#, true), (#""timestamp":1001801"#, true),
      (#""timestamp":"1970-01-12T13:46:40Z""#, false), (#""data":null"#, false),
    ])
  func stale(field: String, isStale: Bool) throws {
    let body = Array(#"{"event":"x",\#(field)}"#.utf8)
    let event = try BitnobWebhook(secret: Self.secret).open(body: body, signature: sign(body))
    #expect(event.isStale(at: Timestamp(microseconds: 1_000_000 * 1_000_000)) == isStale)
  }

  @Test("a delivery that is not taken comes again, three times in all")
  func retried() async throws {
    try await Bench.with { bench in
      bench.door.refuseNext(2)
      _ = try await bench.provider.createInvoice(bench.order())
      try await bench.turn("POST", "invoices/inv-1/pay")
      try await bench.door.wait(for: 3)
      #expect(Set(bench.door.deliveries.map(\.body)).count == 1)
      bench.door.refuseNext(5)
      _ = try await bench.provider.createInvoice(bench.order("inv-2"))
      try await bench.turn("POST", "invoices/inv-2/pay")
      try await bench.door.wait(for: 6)
      try await Task.sleep(for: .milliseconds(100))
      #expect(bench.door.deliveries.count == 6)
    }
  }

  @Test("webhooks go wrong as told: twice, in another order, forged, stale, not at all")
  func faults() async throws {
    try await Bench.with { bench in
      func pay(_ reference: String, _ kind: FaultKind) async throws {
        _ = try await bench.provider.createInvoice(bench.order(reference))
        try await bench.arm(kind, "webhook")
        try await bench.turn("POST", "invoices/\(reference)/pay")
      }
      func event(_ index: Int) throws -> BitnobEvent {
        let delivery = bench.door.deliveries[index]
        return try bench.webhook.open(body: delivery.body, signature: delivery.signature)
      }
      try await pay("twice", .duplicateWebhook)
      try await bench.door.wait(for: 2)
      #expect(try event(0) == event(1))
      try await pay("later", .reorderWebhook)
      try await pay("lost", .noWebhook)
      try await pay("forged", .forgedSignature)
      try await bench.door.wait(for: 4)
      #expect(throws: BitnobWebhookError.wrongSignature) { try event(2) }
      #expect(try event(3).reference == "later")
      try await pay("stale", .staleTimestamp)
      try await bench.door.wait(for: 5)
      #expect(try event(4).reference == "stale")
      let stale = String(decoding: bench.door.deliveries[4].body, as: UTF8.self)
      #expect(stale.contains("\"timestamp\":\(bench.clock.now().seconds - 3600)"))
    }
  }

  @Test("the other scheme signs the time too: a changed time, body, secret or scheme is refused")
  func timed() throws {
    let webhook = BitnobWebhook(
      secret: Self.secret, previousSecret: Array("older".utf8), scheme: .sha256)
    func sign(_ time: String, _ secret: [UInt8] = Self.secret) -> String {
      Hex.encode(HMAC.sha256(key: secret, message: Array("\(time).".utf8) + Self.body))
    }
    let time = "1750000000"
    for secret in [Self.secret, Array("older".utf8)] {
      let event = try webhook.open(
        body: Self.body, signature: sign(time, secret), timestamp: time)
      #expect(event.sentAt == Timestamp(microseconds: 1_750_000_000_000_000))
    }
    let refused: [(body: [UInt8], signature: String?, time: String?)] = [
      (Self.body, sign(time), "1750000001"), (Self.body, sign(time), nil),
      (Self.body, sign(time), ""), (Self.body, sign("x"), "x"), (Self.body, sign("-1"), "-1"),
      (Self.body, sign("99999999999999"), "99999999999999"), (Self.body, nil, time),
      (Self.body + [32], sign(time), time), (Self.body, sign(time, [1]), time),
      (Self.body, Hex.encode(HMAC.sha512(key: Self.secret, message: Self.body)), time),
    ]
    for (body, signature, time) in refused {
      #expect(throws: BitnobWebhookError.self) {
        try webhook.open(body: body, signature: signature, timestamp: time)
      }
    }
    #expect(throws: BitnobWebhookError.wrongSignature) {
      try BitnobWebhook(secret: Self.secret).open(
        body: Self.body, signature: sign(time), timestamp: time)
    }
  }

  @Test("the simulator signs the time when it is told to")
  func timedDelivery() async throws {
    try await Bench.with {
      $0.signsTime = true
    } _: { bench in
      let made = try await bench.provider.createInvoice(bench.order())
      try await bench.turn("POST", "invoices/\(made.providerID)/pay")
      try await bench.door.wait(for: 1)
      let delivery = bench.door.deliveries[0]
      let webhook = BitnobWebhook(secret: bench.configuration.webhookSecret, scheme: .sha256)
      let event = try webhook.open(
        body: delivery.body, signature: delivery.signature, timestamp: delivery.timestamp)
      #expect(event.kind == .lightningReceived)
    }
  }
}

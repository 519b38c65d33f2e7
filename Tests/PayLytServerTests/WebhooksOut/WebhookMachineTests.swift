import PayLytAPI
import PayLytCrypto
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Webhook endpoints")
struct WebhookMachineTests {
  @Test(
    "an address is taken in the one form that every parser reads alike",
    arguments: [
      "https://example.com", "https://example.com/hooks?x=1&y=%20", "https://a-b.example:8443/x",
      "https://EXAMPLE.com:443/", "https://203.0.113.9/hook", "https://localhost/",
    ])
  func goodURL(text: String) {
    #expect(WebhookURL(text, WebhookPolicy())?.text == text)
  }

  @Test(
    "every other address is refused",
    arguments: [
      "", "example.com", "http://example.com/", "ftp://example.com/", "https://",
      "https:///path", "https://user@example.com/", "https://user:pass@example.com/",
      "https://example.com:22/", "https://example.com:80/", "https://example.com:0/",
      "https://example.com:99999/", "https://example.com:0443/", "https://example.com:+443/",
      "https://example.com:/", "https://example.com:443:443/", "https://[::1]/",
      "https://exa mple.com/", "https://example.com/#part", "https://example.com\\@evil.com/",
      "https://example..com/", "https://.example.com/", "https://-example.com/",
      "https://example.com./", "https://ex\u{e4}mple.com/", "https://example.com/\r\nHost: x",
      "https://" + String(repeating: "a", count: 64) + ".com/",
      "https://example.com/" + String(repeating: "a", count: 2_000),
    ])
  func badURL(text: String) {
    #expect(WebhookURL(text, WebhookPolicy()) == nil)
  }

  @Test("only where the policy says so may requests go anywhere, in the clear")
  func policy() {
    let open = WebhookPolicy(allowsPrivateAddresses: true)
    for text in ["http://127.0.0.1:8080/x", "http://localhost:80/", "https://10.0.0.1:22/"] {
      #expect(WebhookURL(text, open) != nil)
      #expect(WebhookURL(text, WebhookPolicy()) == nil)
    }
  }

  @Test("signatures are those of the Standard Webhooks specification")
  func signature() throws {
    // The vector of its reference implementations.
    let key = try #require(Base64.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let secret = WebhookSecret(key: key)
    #expect(secret.text == "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    let signature = secret.signature(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330,
      body: Array(#"{"test": 2432232314}"#.utf8))
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    #expect("\(secret)" == "WebhookSecret")
    #expect(!String(reflecting: secret).contains("MfKQ"))
  }

  @Test("the tries end after about three days, each later than the one before until the bound")
  func schedule() {
    var total: Int64 = 0
    var last: Int64 = 0
    for attempts in 1..<WebhookOutLimits.attemptsMax {
      let pause = WebhookRetry.pauseMilliseconds(after: attempts, asked: nil, jitter: 0)
      #expect(pause.map { $0 >= last } == true)
      last = pause ?? 0
      total += last
    }
    #expect(last == WebhookOutLimits.retrySecondsMax * 1000)
    #expect((70...80).contains(total / 3_600_000))
    for attempts in [WebhookOutLimits.attemptsMax, .max] {
      #expect(WebhookRetry.pauseMilliseconds(after: attempts, asked: nil, jitter: 0) == nil)
    }
  }

  @Test(
    "a pause is what the schedule says, or longer when the endpoint asks for it, within bounds",
    arguments: [
      (1, nil, 0, 5_000), (2, nil, 0, 20_000), (3, nil, 200, 96_000), (3, nil, -200, 64_000),
      (1, 60, 0, 60_000), (1, 1, 0, 5_000), (1, -5, 0, 5_000), (1, .max, 0, 21_600_000),
    ] as [(Int32, Int64?, Int64, Int64)])
  func pause(attempts: Int32, asked: Int64?, jitter: Int64, milliseconds: Int64) {
    let pause = WebhookRetry.pauseMilliseconds(after: attempts, asked: asked, jitter: jitter)
    #expect(pause == milliseconds)
  }

  @Test(
    "an endpoint that fails rests ever longer",
    arguments: [(0, 0), (2, 0), (3, 2), (4, 4), (9, 128), (11, 300), (.max, 300)]
      as [(Int32, Int64)])
  func rest(failures: Int32, seconds: Int64) {
    #expect(WebhookRetry.restSeconds(after: failures) == seconds)
  }

  @Test(
    "it is given up when it has failed for long and often",
    arguments: [
      (10, 3 * 86_400, true), (9, 3 * 86_400, false), (1_000, 3 * 86_400 - 1, false),
      (10, nil, false),
    ] as [(Int32, Int64?, Bool)])
  func hopeless(failures: Int32, seconds: Int64?, isHopeless: Bool) {
    let since = seconds.map { Timestamp.start.adding(seconds: -$0) }
    #expect(
      WebhookRetry.isHopeless(failures: failures, since: since, at: .start) == isHopeless)
  }

  private static func event(
    _ payload: [UInt8], type: String?, reason: String? = nil
  ) -> EventFeed.Part.Found {
    EventFeed.Part.Found(
      position: 7,
      entry: JournalEntry(
        id: .entity(9), createdAt: .start, requestKey: nil, fingerprint: [], actor: "users/a",
        method: "m", status: .ok, response: payload, eventType: "escrow.released",
        subject: "escrows/1", payloadType: type, reason: reason, parties: []))
  }

  private static let head =
    #"{"type":"escrow.released","timestamp":"2025-06-15T15:06:40Z","data":{"#
    + #""name":"events/\#(UUID.entity(9))","type":"escrow.released","subject":"escrows/1","#
    + #""actor":"users/a","method":"m","#

  @Test("a body is the event in protobuf's JSON, whatever it holds")
  func body() throws {
    let escrow = PayLytAPI.Escrow(
      name: "escrows/1", state: .released, amount: .msat(9_007_199_254_740_993))
    let found = Self.event(
      escrow.wireBytes, type: PayLytAPI.Escrow.fullName, reason: "a \"b\"\n\u{1}")
    let body = try WebhookBody.json(found, for: nil)
    let expected =
      Self.head + #""reason":"a \"b\"\n\u0001","payload":{"#
      + #""@type":"type.googleapis.com/paylyt.escrow.v1.Escrow","name":"escrows/1","#
      + #""state":"STATE_RELEASED","amount":{"asset":"BTC","units":"9007199254740993"}},"#
      + #""createTime":"2025-06-15T15:06:40Z","position":"7"}}"#
    #expect(String(decoding: body, as: UTF8.self) == expected)
    #expect(try WebhookBody.json(found, for: nil) == body)
    // Somebody else than one of those who read it gave the reason.
    let toUser = String(decoding: try WebhookBody.json(found, for: .entity(1)), as: UTF8.self)
    #expect(!toUser.contains("reason") && toUser.contains("STATE_RELEASED"))
  }

  @Test(
    "a payload that this build cannot read is refused, and the event goes without it",
    arguments: [([1], "paylyt.later.v9.Thing"), ([0xff], PayLytAPI.Escrow.fullName)]
      as [([UInt8], String)])
  func unknownPayload(bytes: [UInt8], type: String) throws {
    let found = Self.event(bytes, type: type)
    #expect(throws: WireError.self) { try WebhookBody.json(found, for: nil) }
    let body = try WebhookBody.json(found, for: nil, hasPayload: false)
    let expected = Self.head + #""createTime":"2025-06-15T15:06:40Z","position":"7"}}"#
    #expect(String(decoding: body, as: UTF8.self) == expected)
  }
}

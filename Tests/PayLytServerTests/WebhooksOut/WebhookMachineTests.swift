import PayLytCrypto
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

  @Test(
    "moments are written after RFC 3339",
    arguments: [
      (0, "1970-01-01T00:00:00.000000Z"), (951_782_400_000_001, "2000-02-29T00:00:00.000001Z"),
      (1_750_000_000_123_456, "2025-06-15T15:06:40.123456Z"),
      (4_107_542_399_999_999, "2100-02-28T23:59:59.999999Z"),
      (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
      (-1, "1969-12-31T23:59:59.999999Z"), (-2_208_988_800_000_000, "1900-01-01T00:00:00.000000Z"),
    ] as [(Int64, String)])
  func moments(microseconds: Int64, text: String) {
    #expect(Timestamp(microseconds: microseconds).text == text)
  }

  @Test("a body is JSON, whatever an event holds")
  func body() {
    let entry = JournalEntry(
      id: .entity(9), createdAt: .start, requestKey: nil, fingerprint: [], actor: "users/a",
      method: "m", status: .ok, response: [1, 2, 255], eventType: "escrow.released",
      subject: "escrows/1", payloadType: "paylyt.escrow.v1.Escrow", reason: "a \"b\"\n\u{1}",
      parties: [])
    let body = WebhookBody.json(EventFeed.Part.Found(position: 7, entry: entry))
    let expected =
      #"{"type":"escrow.released","timestamp":"2025-06-15T15:06:40.000000Z","data":{"#
      + #""event":"events/\#(UUID.entity(9))","position":7,"subject":"escrows/1","#
      + #""actor":"users/a","reason":"a \"b\"\u000a\u0001","payload":{"#
      + #""@type":"type.googleapis.com/paylyt.escrow.v1.Escrow","protobuf":"AQL/"}}}"#
    #expect(String(decoding: body, as: UTF8.self) == expected)
  }
}

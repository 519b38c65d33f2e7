import Lightning
import PayLytCrypto
import PayLytHTTP
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("Simulator", .timeLimit(.minutes(1)))
struct SimulatorTests {
  private func signed(
    _ bench: Bench, _ path: String, timestamp: Int64, nonce: [UInt8], body: [UInt8]? = nil,
    signs signedBody: [UInt8]? = nil
  ) async throws -> Int {
    let headers = BitnobSignature.headers(
      clientID: bench.configuration.clientID, secret: bench.configuration.clientSecret,
      timestamp: timestamp, nonce: nonce, body: signedBody ?? body ?? [])
    let url = "http://127.0.0.1:\(bench.simulator.port)\(path)"
    let method = body == nil ? "GET" : "POST"
    return try await bench.http.send(HTTPRequest(method, url, headers: headers, body: body)).status
  }

  @Test("a request is let in once, in its time, with its own body")
  func gate() async throws {
    try await Bench.with { bench in
      let now = bench.clock.now().seconds
      let nonce = [UInt8](repeating: 1, count: 16)
      #expect(try await signed(bench, "/api/whoami", timestamp: now, nonce: nonce) == 200)
      #expect(try await signed(bench, "/api/whoami", timestamp: now, nonce: nonce) == 401)
      for (offset, status) in [(-301, 401), (-300, 200), (300, 200), (301, 401)] {
        let fresh = SecureRandom.bytes(16)
        #expect(
          try await signed(bench, "/api/whoami", timestamp: now + Int64(offset), nonce: fresh)
            == status)
      }
      for short in [[], .init(repeating: 1, count: 15)] as [[UInt8]] {
        #expect(try await signed(bench, "/api/whoami", timestamp: now, nonce: short) == 401)
      }
      let body = Array(#"{"payment_hash":"00"}"#.utf8)
      let path = "/api/lightning/invoices/verify"
      let swapped = try await signed(
        bench, path, timestamp: now, nonce: SecureRandom.bytes(16), body: body, signs: [])
      #expect(swapped == 401)
      let honest = try await signed(
        bench, path, timestamp: now, nonce: SecureRandom.bytes(16), body: body)
      #expect(honest == 404)
    }
  }

  @Test(
    "bad bodies and unknown calls are answered, not crashed on",
    arguments: [
      ("/api/lightning/invoices", "", 400), ("/api/lightning/invoices", "[", 400),
      ("/api/lightning/invoices", #"{"amount":-5,"reference":"x"}"#, 422),
      ("/api/lightning/invoices", #"{"amount":9223372036854775807,"reference":"x"}"#, 422),
      ("/api/lightning/invoices", #"{"amount":1.5,"reference":"x"}"#, 400),
      ("/api/lightning/invoices", #"{"amount":1}"#, 422),
      ("/api/lightning/invoices", #"{"amount":1,"reference":"x","expiry":0}"#, 422),
      ("/api/lightning/payments/send", #"{"request":"lnbc1","reference":"x"}"#, 400),
      ("/api/lightning/payments/send", #"{"request":"x"}"#, 422),
      ("/api/lightning/decode", #"{"request":""}"#, 400), ("/api/nothing", "{}", 404),
      ("/nothing", "{}", 404), ("/", "{}", 404),
    ])
  func badBodies(path: String, text: String, status: Int) async throws {
    try await Bench.with { bench in
      let answered = try await signed(
        bench, path, timestamp: bench.clock.now().seconds, nonce: SecureRandom.bytes(16),
        body: Array(text.utf8))
      #expect(answered == status)
    }
  }

  @Test("the other calls of the API answer too")
  func otherCalls() async throws {
    try await Bench.with { bench in
      let made = try await bench.provider.createInvoice(bench.order())
      let order = try await bench.payment()
      let now = bench.clock.now().seconds
      for path in [
        "/api/whoami", "/api/balances", "/api/trading/prices?currency=KES",
        "/api/lightning/invoices?page=1&page_size=5&status=pending",
        "/api/lightning/invoices/\(made.providerID)",
      ] {
        let status = try await signed(
          bench, path, timestamp: now, nonce: SecureRandom.bytes(16))
        #expect(status == 200, "\(path)")
      }
      for path in ["/api/lightning/decode", "/api/lightning/payments/initiate"] {
        let body = Array(#"{"request":"\#(order.invoice.text)"}"#.utf8)
        let status = try await signed(
          bench, path, timestamp: now, nonce: SecureRandom.bytes(16), body: body)
        #expect(status == 200, "\(path)")
      }
    }
  }

  @Test("the same seed makes the same invoices, another seed others")
  func seeded() throws {
    func invoices(_ seed: String) throws -> [String] {
      var configuration = SimulatorConfiguration()
      configuration.seed = Array(seed.utf8)
      var world = World(configuration)
      return try (0..<3).map { number in
        try world.createInvoice(
          amountSat: 10, memo: "", expirySeconds: 60, reference: "\(number)", now: 1_750_000_000
        ).invoice.text
      }
    }
    #expect(try invoices("a") == invoices("a"))
    #expect(try Set(invoices("a")).isDisjoint(with: invoices("b")))
    #expect(try Set(invoices("a")).count == 3)
  }

  @Test("after random traffic the book balances and equals what the records say", arguments: 1...6)
  func traffic(seed: Int) throws {
    var random = SeededGenerator(state: UInt64(seed))
    var configuration = SimulatorConfiguration()
    configuration.seed = [UInt8(seed)]
    configuration.openingFloatSat = 50_000
    var world = World(configuration)
    var now: Int64 = 1_750_000_000
    for step in 0..<250 {
      now += Int64.random(in: 0...120, using: &random)
      let amount = Int64.random(in: 1...5000, using: &random)
      // Most moves are legal, some are refused: a refusal must change nothing.
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        _ = try? world.createInvoice(
          amountSat: amount, memo: "", expirySeconds: 300,
          reference: "\(Int.random(in: 0..<step + 1, using: &random))", now: now)
      case 1:
        let name = "inv_\(Int.random(in: 1...(world.invoices.count + 1), using: &random))"
        _ = try? world.payInvoice(
          name, amountMsat: Bool.random(using: &random) ? nil : amount * 1000,
          isLate: Bool.random(using: &random), now: now)
      case 2, 3:
        let invoice = try world.remoteInvoice(
          user: "ada", amountMsat: amount * 1000, metadataHash: .init(repeating: 1, count: 32),
          now: now)
        _ = try? world.sendPayment(
          invoice.text, reference: "p\(Int.random(in: 0..<step + 1, using: &random))",
          maxFeeSat: Int64.random(in: 0...5, using: &random),
          holds: Bool.random(using: &random), now: now)
      case 4:
        let own = world.invoices.randomElement(using: &random)
        if let own {
          _ = try? world.sendPayment(
            own.invoice.text, reference: "own\(step)", maxFeeSat: 10,
            holds: Bool.random(using: &random), now: now)
        }
      default:
        let id = "pay_\(Int.random(in: 1...(world.payments.count + 1), using: &random))"
        if Bool.random(using: &random) {
          _ = try? world.settlePayment(id, now: now)
        } else {
          _ = try? world.failPayment(id, reason: "no_route", now: now)
        }
      }
      #expect(world.book.sum == 0)
      #expect(world.book.balance(.float) >= 0)
    }
    let paidIn = world.invoices.reduce(Int64(0)) { sum, record in
      if case .paid(let amount, _) = record.state { sum + amount } else { sum }
    }
    let out = world.payments.filter {
      if case .failed = $0.state { false } else { true }
    }
    #expect(world.book.balance(.paidIn) == -paidIn)
    #expect(world.book.balance(.paidOut) == out.reduce(0) { $0 + $1.amountMsat })
    #expect(world.book.balance(.fees) == out.reduce(0) { $0 + $1.feeMsat })
    #expect(!world.invoices.isEmpty && !world.payments.isEmpty && paidIn > 0 && !out.isEmpty)
  }

  @Test(
    "flags that make no sense are refused with a reason",
    arguments: [
      ["--nothing", "1"], ["--listen"], ["--listen", "127.0.0.1"], ["--listen", ":1"],
      ["--listen", "127.0.0.1:65536"], ["--network", "doge"], ["--node-key", "00"],
      ["--auto-pay-after-ms", "-1"], ["--float-sat", "x"], ["--webhook-url", "ftp://x"],
      ["--client-secret", ""], ["--webhook-signature", "md5"], ["--lnd-listen", "127.0.0.1:1"],
      ["--lnd-tls-key", "k"],
      ["--lnd-listen", "1", "--lnd-tls-certificate", "c", "--lnd-tls-key", "k"],
      [
        "--lnd-listen", "127.0.0.1:1", "--lnd-tls-certificate", "c", "--lnd-tls-key", "k",
        "--lnd-macaroon", "no hex",
      ],
    ])
  func flags(arguments: [String]) {
    guard case .refused = SimulatorFlags.parse(arguments) else {
      Issue.record("accepted")
      return
    }
  }

  @Test("flags set what they name")
  func goodFlags() {
    let parsed = SimulatorFlags.parse([
      "--listen", "127.0.0.1:8080", "--network", "bc", "--seed", "x", "--auto-pay-after-ms", "5",
      "--client-id", "c", "--webhook-url", "http://127.0.0.1:1/", "--node-key",
      String(repeating: "01", count: 32), "--lnd-listen", "127.0.0.2:10009",
      "--lnd-tls-certificate", "tls.cert", "--lnd-tls-key", "tls.key", "--lnd-macaroon", "02ff",
      "--webhook-signature", "sha256",
    ])
    guard case .run(let configuration) = parsed else {
      Issue.record("\(parsed)")
      return
    }
    #expect(configuration.host == "127.0.0.1" && configuration.port == 8080)
    #expect(configuration.network == .mainnet)
    #expect(configuration.seed == SHA256.hash(Array("x".utf8)))
    #expect(configuration.autoPayAfterMilliseconds == 5)
    #expect(configuration.clientID == "c")
    #expect(configuration.nodeKey != nil)
    #expect(configuration.signsTime)
    #expect(configuration.lnd?.host == "127.0.0.2" && configuration.lnd?.port == 10_009)
    #expect(configuration.lnd?.certificateFile == "tls.cert")
    #expect(configuration.lnd?.keyFile == "tls.key")
    #expect(configuration.lnd?.macaroon == [2, 0xff])
  }
}

/// SplitMix64: small, seeded, the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

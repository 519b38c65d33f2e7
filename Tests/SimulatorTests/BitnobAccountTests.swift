import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("Bitnob adapter: who we are there, and what operators see", .timeLimit(.minutes(1)))
struct BitnobAccountTests {
  @Test(
    "a key that is good for our network is welcome, another one is named as what is wrong",
    arguments: [
      (Network.regtest, Network.regtest, "", ""), (.mainnet, .mainnet, "", ""),
      (.regtest, .mainnet, "", "its test environment, and --network is bc"),
      (.mainnet, .testnet, "", "its live environment, and --network is tb"),
      (.regtest, .regtest, "secret", "--provider-client-secret-file"),
      (.regtest, .regtest, "client", "--provider-client-id"),
    ])
  func greeting(theirs: Network, ours: Network, wrong: String, says: String) async throws {
    try await Bench.with {
      $0.network = theirs
    } adapter: {
      $0.network = ours
      if wrong == "secret" { $0.secret = [1] }
      if wrong == "client" { $0.clientID = "somebody" }
    } _: { bench in
      switch await bench.provider.introduce() {
      case .welcome: #expect(says.isEmpty)
      case .unwelcome(let reason):
        #expect(!says.isEmpty && reason.contains(says), "\(reason)")
        // Support asks for the number of the request.
        #expect(wrong.isEmpty || reason.contains("request req_"), "\(reason)")
      case .silent(let reason): Issue.record("silent: \(reason)")
      }
    }
  }

  @Test("a provider that is away or unclear says nothing of our key, and is asked once")
  func silence() async throws {
    try await Bench.with { bench in
      for kind in [FaultKind.down, .error500, .error429] {
        try await bench.arm(kind, "whoami")
        guard case .silent = await bench.provider.introduce() else {
          Issue.record("\(kind)")
          return
        }
      }
      bench.clock.advance(seconds: 1)
      #expect(await bench.provider.introduce() == .welcome)
    }
  }

  @Test("the log has the provider's number of a refused request, its reason, and no account")
  func refused() async throws {
    try await Bench.with { bench in
      let rail = BitnobRail(beside: bench.provider)
      let order = RailQuoteOrder(
        amount: .giving(satoshis: 50_000), country: "NG", currency: "NGN", reference: "payout-1")
      let quote = try await rail.quote(order)
      let account = RailAccount(
        kind: .bank, country: "NG", institution: "058", number: "0123450000", holder: "Ada")
      let error = await failure { () async throws(ProviderError) in
        try await rail.initialize(quote.quoteID, to: account, reference: "payout-1")
      }
      #expect(error == .refused(reason: "the receiver's account cannot be paid"))
      let line = try #require(bench.lines.all.last { $0.contains("provider refused") })
      #expect(line.contains("req_") && line.contains("invalid_beneficiary"))
      #expect(line.contains(#""status":"422""#) && line.contains("/initialize"))
      #expect(!bench.lines.all.contains { $0.contains("0123450000") || $0.contains("Ada") })
    }
  }

  @Test(
    "what may go to the log is bounded, and long numbers are left out of it",
    arguments: [
      ("no money", "no money"), ("account 0123456789 is closed", "account # is closed"),
      ("status 42200 of 12", "status 42200 of 12"), ("+2348012345678", "+#"),
      ("Σ 123456", "Σ #"), ("", ""),
      (String(repeating: "a", count: 400), String(repeating: "a", count: 300)),
    ])
  func loggable(said: String, shown: String) {
    #expect(ProviderText.loggable(said, max: ProviderLimits.reasonCharactersMax) == shown)
  }

  @Test(
    "an explanation is found wherever the provider put it, and told in our words",
    arguments: [
      (#"{"error":"quote_expired"}"#, "quote_expired", "the quote has expired"),
      (#"{"message":"Insufficient BTC balance"}"#, "", "the provider cannot pay now"),
      (
        #"{"error":{"code":17,"message":"no route"},"details":{"field":["x"]}}"#, "17",
        "there is no route to the receiver"
      ),
      (#"{"error":"E_1","details":"sorry"}"#, "E_1", "the provider refused it"),
    ])
  func words(body: String, code: String, means: String) throws {
    let refusal = try #require(BitnobJSON.decode(BitnobRefusal.self, from: Array(body.utf8)))
    #expect(refusal.code ?? "" == code)
    #expect(BitnobWords.refusal(refusal) == means)
    #expect((refusal.details != nil) == body.contains("details"))
  }

  @Test("a payout's news go to its own address, too, and once to one that is the account's")
  func callback() async throws {
    try await Bench.with { bench in
      let transport = bench.provider.transport
      let loop = bench.loop
      let other = Bench.Door()
      let server = try await HTTPServer.start(on: loop) { other.take($0) }
      for (number, callback) in [
        "http://127.0.0.1:\(server.port)/x", bench.configuration.webhookURL ?? "",
      ].enumerated() {
        let provider = BitnobProvider(
          BitnobConfiguration(
            baseURL: transport.configuration.baseURL, clientID: bench.configuration.clientID,
            clientSecret: bench.configuration.clientSecret, allowsLoopbackHTTP: true,
            network: .regtest, customerID: "cus_1", callbackURL: callback),
          http: bench.http, strangers: bench.http, clock: bench.clock,
          log: bench.lines.log(bench.clock))
        let rail = BitnobRail(beside: provider)
        let reference = "payout-\(number)"
        let quote = try await rail.quote(
          RailQuoteOrder(
            amount: .giving(satoshis: 50_000), country: "NG", currency: "NGN",
            reference: reference))
        let account = RailAccount(
          kind: .bank, country: "NG", institution: "058", number: "0123456789", holder: "Ada")
        let named = try await rail.initialize(quote.quoteID, to: account, reference: reference)
        #expect(named.state == .initiated)
      }
      try await other.wait(for: 1)
      try await bench.door.wait(for: 2)
      #expect(other.deliveries.count == 1 && bench.door.deliveries.count == 2)
      let told = try other.deliveries.map {
        try bench.webhook.open(body: $0.body, signature: $0.signature).reference
      }
      #expect(told == ["payout-0"])
      await server.stop(grace: .milliseconds(100))
    }
  }

  @Test(
    "the simulator takes a payout with all its fields only, and says which is missing",
    arguments: [
      (
        "", #"{"to_currency":"NGN","amount":"0.0005","country":"NG","reference":"r"}"#, "from_asset"
      ),
      (
        "/QT_1/initialize",
        #"{"customer_id":"c","callback_url":"ftp://x","reference":"r","beneficiary":"#
          + #"{"type":"BANK","country":"NG","account_number":"0123456789"}}"#, "callback_url"
      ),
    ])
  func strict(path: String, body: String, field: String) async throws {
    try await Bench.with { bench in
      let body = Array(body.utf8)
      let headers = BitnobSignature.headers(
        clientID: bench.configuration.clientID, secret: bench.configuration.clientSecret,
        timestamp: bench.clock.now().seconds, nonce: SecureRandom.bytes(16), body: body)
      let url = "http://127.0.0.1:\(bench.simulator.port)/api/payouts/quotes\(path)"
      let answer = try await bench.http.send(
        HTTPRequest("POST", url, headers: headers, body: body))
      #expect(answer.status == 422 && answer.headers["X-Request-Id"] != nil)
      let refusal = try #require(BitnobJSON.decode(BitnobRefusal.self, from: answer.body))
      #expect(refusal.isOwn && refusal.details?.contains(field) == true)
    }
  }

  @Test("a pause that the provider asked for is not ended by an answer that was under way")
  func pause() {
    let breaker = CircuitBreaker()
    let now = Timestamp(microseconds: 0)
    breaker.pause(seconds: 60, from: now)
    breaker.recordSuccess()
    breaker.pause(seconds: 1, from: now)
    #expect(!breaker.admits(at: now.adding(seconds: 59)))
    #expect(breaker.admits(at: now.adding(seconds: 60)))
    breaker.recordSuccess()
    #expect(breaker.condition == .closed)
  }
}

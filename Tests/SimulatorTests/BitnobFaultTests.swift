import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("Bitnob adapter: what failures mean", .timeLimit(.minutes(1)))
struct BitnobFaultTests {
  @Test(
    "a payment whose answer is lost is unknown, exists, and is found by its reference",
    arguments: [(FaultKind.dropAfterEffect, true), (.error500, false), (.down, false)])
  func lostAnswer(kind: FaultKind, exists: Bool) async throws {
    try await Bench.with { bench in
      let order = try await bench.payment()
      try await bench.arm(kind, "send_payment")
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.sendPayment(order)
      }
      #expect(error?.kind == "unknown")
      let found = try await bench.provider.payment(reference: "pay-1")
      #expect((found != nil) == exists)
      // Sent again under the same reference it is paid once in either case.
      guard case .succeeded = try await bench.provider.sendPayment(order).state else {
        Issue.record("not paid")
        return
      }
      #expect(bench.simulator.book.balance(.paidOut) == 5_000_000)
    }
  }

  @Test("an invoice whose answer is lost is unknown, and asking again finds it")
  func lostInvoice() async throws {
    try await Bench.with { bench in
      try await bench.arm(.dropAfterEffect, "create_invoice")
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.createInvoice(bench.order())
      }
      #expect(error?.kind == "unknown")
      let made = try await bench.provider.createInvoice(bench.order())
      #expect(made.providerID == "inv_1")
    }
  }

  @Test("a provider that asks for patience has done nothing")
  func tooFast() async throws {
    try await Bench.with { bench in
      let order = try await bench.payment()
      try await bench.arm(.error429, "send_payment")
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.sendPayment(order)
      }
      #expect(error?.kind == "unavailable")
      // It is left alone for the second that it asked for.
      let early = await failure { () async throws(ProviderError) in
        try await bench.provider.payment(reference: "pay-1")
      }
      #expect(early?.kind == "unavailable")
      bench.clock.advance(seconds: 1)
      #expect(try await bench.provider.payment(reference: "pay-1") == nil)
    }
  }

  @Test("a read is tried again, a few times", arguments: [(2, true), (3, false)])
  func reads(faults: Int, isAnswered: Bool) async throws {
    for kind in [FaultKind.error500, .dropAfterEffect, .down] {
      try await Bench.with { bench in
        let made = try await bench.provider.createInvoice(bench.order())
        try await bench.arm(kind, "verify_invoice", count: faults)
        let error = await failure { () async throws(ProviderError) in
          try await bench.provider.invoiceStatus(paymentHash: made.invoice.paymentHash)
        }
        #expect(error?.kind == (isAnswered ? nil : "unavailable"))
      }
    }
  }

  @Test("a payment is never sent twice by itself")
  func sentOnce() async throws {
    try await Bench.with { bench in
      let order = try await bench.payment()
      try await bench.arm(.error500, "send_payment", count: 1)
      _ = await failure { () async throws(ProviderError) in
        try await bench.provider.sendPayment(order)
      }
      #expect(try await bench.provider.payment(reference: "pay-1") == nil)
    }
  }

  @Test("a provider that is not there has done nothing, and is left alone after five failures")
  func breaker() async throws {
    let loop = try EventLoop.start(named: "gone")
    let gone = try await HTTPServer.start(on: loop) { _ in .text(200, "") }
    let port = gone.port
    await gone.stop()
    loop.stop()
    loop.join()
    try await Bench.with(adapter: { $0.port = port }) { bench in
      for attempt in 1...8 {
        let error = await failure { () async throws(ProviderError) in
          try await bench.provider.createInvoice(bench.order())
        }
        guard case .unavailable(let reason) = error else {
          Issue.record("\(String(describing: error))")
          return
        }
        #expect(reason.contains("left alone") == (attempt > 5))
      }
      bench.clock.advance(seconds: 30)
      let probe = await failure { () async throws(ProviderError) in
        try await bench.provider.createInvoice(bench.order())
      }
      guard case .unavailable(let reason) = probe else {
        Issue.record("\(String(describing: probe))")
        return
      }
      #expect(!reason.contains("left alone"))
    }
  }

  /// Rates are asked for more often than anything else, and each failure was one of them all.
  @Test("each duty is left alone for its own failures, and all when the provider asks for quiet")
  func duties() async throws {
    try await Bench.with { bench in
      func heard(
        _ ask: () async throws(ProviderError) -> Void
      ) async -> String? {
        guard case .unavailable(let reason) = await failure(ask) else { return nil }
        return reason.contains("left alone") ? "left alone" : reason
      }
      let rail = BitnobRail(beside: bench.provider)
      func rate() async throws(ProviderError) { _ = try await bench.provider.rate(currency: "NGN") }
      func order() async throws(ProviderError) {
        _ = try await bench.provider.createInvoice(bench.order())
      }
      func corridors() async throws(ProviderError) { _ = try await rail.corridors() }
      let failures = ProviderLimits.breakerFailuresMax
      try await bench.arm(.error500, "prices", count: failures)
      for _ in 1...failures { _ = await heard(rate) }
      #expect(await heard(rate) == "left alone" && bench.provider.condition == .open)
      #expect(await heard(order) == nil)
      #expect(await heard(corridors) == nil)
      bench.clock.advance(seconds: ProviderLimits.breakerSeconds)
      #expect(await heard(rate) == nil && bench.provider.condition == .closed)
      try await bench.arm(.error429, "prices")
      _ = await heard(rate)
      #expect(await heard(order) == "left alone")
      #expect(await heard(corridors) == "left alone")
    }
  }

  @Test("wrong credentials and a wrong clock do nothing and fail nothing for good")
  func credentials() async throws {
    for change in [true, false] {
      try await Bench.with(adapter: {
        if change { $0.secret = Array("wrong".utf8) } else { $0.clientID = "somebody" }
      }) { bench in
        let error = await failure { () async throws(ProviderError) in
          try await bench.provider.createInvoice(bench.order())
        }
        #expect(error?.kind == "unavailable")
        let invoices = try await bench.turn("GET", "invoices")
        #expect(String(decoding: invoices.body, as: UTF8.self) == #"{"invoices":[]}"#)
      }
    }
  }

  @Test(
    "an answer that is no JSON, the wrong JSON, or somebody else's 404 proves nothing",
    arguments: [
      (200, "<html>", "unknown", "unavailable"), (200, "{}", "unknown", "unavailable"),
      (200, #"{"success":false,"message":"no"}"#, "unknown", "unavailable"),
      (404, "<html>not here</html>", "unavailable", "unavailable"),
      (404, #"{"message":"no Route matched with those values"}"#, "unavailable", "unavailable"),
      (404, #"{"success":false,"message":"none"}"#, "refused", nil),
      (404, #"{"error":{"code":"not_found","message":"none"}}"#, "refused", nil),
      (302, "", "unknown", "unavailable"), (418, "", "unknown", "unavailable"),
      (422, #"{"message":"never"}"#, "refused", "refused"),
    ])
  func strange(status: Int, body: String, send: String, read: String?) async throws {
    let loop = try EventLoop.start(named: "strange")
    let server = try await HTTPServer.start(on: loop) { request in
      // What paying would take is told as it should be: what is strange is the payment's answer.
      guard !request.path.hasSuffix("/initiate"), !request.path.hasSuffix("/invoices") else {
        return .json(200, Array(#"{"data":{"route_found":true,"invoices":[]}}"#.utf8))
      }
      return .json(status, Array(body.utf8))
    }
    try await Bench.with(adapter: { $0.port = server.port }) { bench in
      let order = try await bench.payment()
      let sending = await failure { () async throws(ProviderError) in
        try await bench.provider.sendPayment(order)
      }
      #expect(sending?.kind == send)
      let reading = await failure { () async throws(ProviderError) in
        try await bench.provider.payment(reference: "pay-1")
      }
      #expect(reading?.kind == read)
      #expect(sending.map { "\($0)".contains("never") } == false)
    }
    await server.stop()
    loop.stop()
    loop.join()
  }

  @Test("an answer is read however the provider spells it")
  func lenient() async throws {
    let loop = try EventLoop.start(named: "lenient")
    let preimage = [UInt8](repeating: 9, count: 32)
    let hash = Hex.encode(SHA256.hash(preimage))
    let answers = [
      #"{"status":"success","data":{"is_paid":"true","preimage":"\#(Hex.encode(preimage))","#
        + #""settled_at":1750000000,"amount_received_sat":"7"}}"#,
      #"{"success":true,"data":{"is_paid":true,"settled_at":"2025-06-15T15:06:40Z","#
        + #""preimage":"","amount_received_msat":7000}}"#,
      #"{"data":{"is_paid":true,"settled_at":"2025-06-15T15:06:40.000Z"}}"#,
      #"{"status":true,"data":{"is_paid":true,"preimage":"\#(hash)"}}"#,
      #"{"data":{"is_paid":false,"expires_at":"1970-01-01T00:00:01Z"}}"#,
      #"{"data":{"is_paid":false,"expires_at":"2125-06-15T15:06:40Z"}}"#,
      #"{"data":{"is_paid":false}}"#,
      // Over by our clock alone, which may be ahead.
      #"{"data":{"is_paid":false,"expires_at":1749999970}}"#,
      #"{"data":{"is_paid":false,"expires_at":1749999940}}"#,
      // What is paid and not yet on our account is under way, however late.
      #"{"data":{"is_paid":true,"ledger_credited":false,"expires_at":"1970-01-01T00:00:01Z"}}"#,
    ]
    let server = try await HTTPServer.start(on: loop) { request in
      let index = Int(request.path.split(separator: "/").first ?? "") ?? 0
      return .json(200, Array(answers[index].utf8))
    }
    let moment = Timestamp(microseconds: 1_750_000_000_000_000)
    let expected: [ProviderInvoiceStatus?] = [
      .paid(.init(amountMsat: 7000, settledAt: moment, preimage: preimage)),
      .paid(.init(amountMsat: 7000, settledAt: moment, preimage: [])),
      .paid(.init(amountMsat: nil, settledAt: moment, preimage: [])),
      // The hash itself as the preimage proves nothing.
      nil,
      .expired, .pending, .pending, .pending, .expired, .pending,
    ]
    for (index, status) in expected.enumerated() {
      let http = HTTPClient(loop: loop, configuration: .anywhere)
      let provider = BitnobProvider(
        BitnobConfiguration(
          baseURL: "http://127.0.0.1:\(server.port)/\(index)", clientID: "c", clientSecret: [1],
          allowsLoopbackHTTP: true, network: .regtest),
        http: http, strangers: http, clock: Bench.TestClock(),
        log: Bench.Lines().log(Bench.TestClock()), pause: { _ in })
      let answer = try? await provider.invoiceStatus(paymentHash: try #require(Hex.decode(hash)))
      #expect(answer == status)
    }
    await server.stop()
    loop.stop()
    loop.join()
  }
}

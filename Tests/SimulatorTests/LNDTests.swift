import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer
@testable import SimulatorCore

/// Our adapter against a node that speaks LND's gRPC over TLS, on one loop.
@Suite("An LND node as the Lightning provider")
struct LNDTests {
  struct Desk: Sendable {
    let loop: EventLoop
    let simulator: Simulator
    let provider: LNDProvider
    let clock: Bench.TestClock
    let certificate: String
    let http: HTTPClient

    func turn(_ method: String, _ path: String, _ body: String = "{}") async throws {
      let url = "http://127.0.0.1:\(simulator.port)/sim/\(path)"
      let response = try await http.send(HTTPRequest(method, url, body: Array(body.utf8)))
      #expect(response.status == 200, "\(path)")
    }

    func arm(_ operation: String, _ kind: String, count: Int = 1) async throws {
      try await turn(
        "POST", "faults", #"{"operation":"\#(operation)","kind":"\#(kind)","count":\#(count)}"#)
    }

    func node(
      macaroon: [UInt8] = LNDTests.macaroon, certificate: String? = nil
    ) throws -> LNDProvider {
      try LNDProvider(
        LNDConfiguration(
          host: "127.0.0.1", port: try #require(simulator.nodePort),
          certificateFile: certificate ?? self.certificate, macaroon: macaroon,
          preimageKey: [7], network: .regtest, allowsLoopbackHTTP: true),
        http: http, strangers: http, loop: loop, clock: clock, log: Log(level: .error, clock: clock)
      )
    }

    func order(
      _ amountMsat: Int64 = 50_000_000, reference: String = "pay-1", maxFeeMsat: Int64 = 100_000
    ) async throws -> PaymentOrder {
      let address = try LightningAddress("ada@127.0.0.1:\(simulator.port)")
      return PaymentOrder(
        invoice: try await provider.resolve(address, amountMsat: amountMsat, reference: ""),
        reference: reference, maxFeeMsat: maxFeeMsat)
    }
  }

  static let macaroon: [UInt8] = [0x02, 0x01, 0x03, 0x6c]

  static func with(_ body: @escaping @Sendable (Desk) async throws -> Void) async throws {
    let loop = try EventLoop.start(named: "lnd")
    let directory = try LNDFiles.make()
    defer { LNDFiles.remove(directory) }
    let clock = Bench.TestClock()
    var configuration = SimulatorConfiguration()
    configuration.seed = SHA256.hash(Array("lnd".utf8))
    configuration.lnd = SimulatedLND(
      certificateFile: directory + "/tls.cert", keyFile: directory + "/tls.key",
      macaroon: macaroon)
    let simulator = try await Simulator.start(configuration, on: loop) { clock.now().seconds }
    let http = HTTPClient(loop: loop, configuration: .anywhere)
    let outcome: Result<Void, any Error>
    do {
      let port = try #require(simulator.nodePort)
      let provider = try LNDProvider(
        LNDConfiguration(
          host: "127.0.0.1", port: port, certificateFile: directory + "/tls.cert",
          macaroon: macaroon, preimageKey: [7], network: .regtest, allowsLoopbackHTTP: true),
        http: http, strangers: http, loop: loop, clock: clock, log: Log(level: .error, clock: clock)
      )
      let desk = Desk(
        loop: loop, simulator: simulator, provider: provider, clock: clock,
        certificate: directory + "/tls.cert", http: http)
      try await loop.run { try await body(desk) }
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    await simulator.stop()
    loop.stop()
    loop.join()
    try outcome.get()
  }

  static func order(_ reference: String = "ref-1") -> InvoiceOrder {
    InvoiceOrder(
      amountMsat: 42_000, memo: "a deposit", expirySeconds: 600, reference: reference)
  }

  // MARK: Invoices

  @Test("an invoice follows from its reference: asking again gets the same one, after a loss too")
  func invoices() async throws {
    try await Self.with { desk in
      let first = try await desk.provider.createInvoice(Self.order())
      #expect(first.invoice.amountMsat == 42_000)
      #expect(try await desk.provider.createInvoice(Self.order()) == first)
      #expect(try await desk.provider.createInvoice(Self.order("ref-2")) != first)
      try await desk.arm("create_invoice", "drop_after_effect")
      await #expect(throws: ProviderError.self) {
        _ = try await desk.provider.createInvoice(Self.order("ref-3"))
      }
      let third = try await desk.provider.createInvoice(Self.order("ref-3"))
      #expect(third.invoice.amountMsat == 42_000)
    }
  }

  @Test("what the node says of an invoice, from open to paid, expired or unknown")
  func status() async throws {
    try await Self.with { desk in
      let made = try await desk.provider.createInvoice(Self.order())
      let hash = made.invoice.paymentHash
      #expect(try await desk.provider.invoiceStatus(paymentHash: hash) == .pending)
      try await desk.turn(
        "POST", "invoices/\(made.providerID)/pay", #"{"amount_sat":50}"#)
      guard case .paid(let receipt) = try await desk.provider.invoiceStatus(paymentHash: hash)
      else {
        Issue.record("it is paid")
        return
      }
      #expect(receipt.amountMsat == 50_000 && SHA256.hash(receipt.preimage) == hash)
      let late = try await desk.provider.createInvoice(Self.order("ref-2"))
      desk.clock.advance(seconds: 601)
      #expect(
        try await desk.provider.invoiceStatus(paymentHash: late.invoice.paymentHash) == .expired)
      let again = try await desk.provider.createInvoice(Self.order("ref-2"))
      #expect(!late.isOver && again.isOver && again.invoice == late.invoice)
      await #expect(throws: ProviderError.self) {
        _ = try await desk.provider.invoiceStatus(paymentHash: [UInt8](repeating: 9, count: 32))
      }
    }
  }

  @Test("a time that no calendar has is none, and no crash", arguments: [Int64.max, -1])
  func timeless(seconds: Int64) async throws {
    try await Self.with { desk in
      let settled = NodeInvoice(
        rHash: [1], settleDate: seconds, amtPaidMsat: 1_000, state: .settled)
      #expect(
        try desk.provider.status(of: settled, [1])
          == .paid(.init(amountMsat: 1_000, settledAt: nil, preimage: [])))
      var draft = InvoiceDraft(
        network: .regtest, amountMsat: 1000, timestamp: desk.clock.now().seconds,
        paymentHash: .init(repeating: 1, count: 32),
        paymentSecret: .init(repeating: 2, count: 32), purpose: .text(""))
      draft.expirySeconds = abs(seconds)
      let made = ProviderInvoice(providerID: "x", invoice: try draft.signed(by: .random()))
      #expect(made.expiresAt <= .lastTold && made.expiresAt > desk.clock.now())
    }
  }

  // MARK: Payments

  @Test("a payment is made once for its invoice, with its exact fee, and the books say so")
  func pay() async throws {
    try await Self.with { desk in
      let before = try await desk.provider.balanceMsat()
      let order = try await desk.order()
      let payment = try await desk.provider.sendPayment(order)
      guard case .succeeded(let fee, let preimage) = payment.state else {
        Issue.record("it is paid: \(payment)")
        return
      }
      #expect(SHA256.hash(preimage) == order.invoice.paymentHash && fee == 50_000)
      await #expect(throws: ProviderError.outcomeUnknown(reason: "invoice is already paid")) {
        _ = try await desk.provider.sendPayment(order)
      }
      #expect(
        try await desk.provider.payment(
          reference: "pay-1", paymentHash: order.invoice.paymentHash) == payment)
      #expect(try await desk.provider.balanceMsat() == before - 50_050_000)
      let book = desk.simulator.book
      #expect(book.balance(.paidOut) == 50_000_000 && book.balance(.fees) == 50_000)
    }
  }

  @Test(
    "whatever is lost on the way, the outcome is unknown, and asking by the hash tells it",
    arguments: ["drop_after_effect", "error500", "down"])
  func lost(kind: String) async throws {
    try await Self.with { desk in
      let order = try await desk.order()
      try await desk.arm("send_payment", kind)
      do {
        _ = try await desk.provider.sendPayment(order)
        Issue.record("the answer was lost")
      } catch ProviderError.outcomeUnknown {}
      let found = try await desk.provider.payment(
        reference: "pay-1", paymentHash: order.invoice.paymentHash)
      if kind == "drop_after_effect" {
        guard case .succeeded = found?.state else {
          Issue.record("it was paid")
          return
        }
      } else {
        #expect(found == nil)
        guard case .succeeded = try await desk.provider.sendPayment(order).state else {
          Issue.record("it can be paid")
          return
        }
      }
      #expect(desk.simulator.book.balance(.paidOut) == 50_000_000)
    }
  }

  @Test("a payment that hangs is pending until it arrives or does not", arguments: [true, false])
  func pending(arrives: Bool) async throws {
    try await Self.with { desk in
      let order = try await desk.order()
      let hash = order.invoice.paymentHash
      try await desk.arm("send_payment", "hold_payment")
      let sending = Task(executorPreference: desk.loop) {
        try await desk.provider.sendPayment(order)
      }
      var found: ProviderPayment?
      for _ in 0..<200 where found == nil {
        found = try await desk.provider.payment(reference: "pay-1", paymentHash: hash)
      }
      #expect(found?.state == .pending)
      let name = "lnd-" + Hex.encode(hash)
      try await desk.turn("POST", "payments/\(name)/\(arrives ? "settle" : "fail")")
      let payment = try await sending.value
      switch payment.state {
      case .succeeded: #expect(arrives)
      case .failed: #expect(!arrives)
      case .pending: Issue.record("it is over")
      }
      #expect(desk.simulator.book.balance(.paidOut) == (arrives ? 50_000_000 : 0))
    }
  }

  @Test("a fee over the limit is a failure, and nothing is gone")
  func feeLimit() async throws {
    try await Self.with { desk in
      let payment = try await desk.provider.sendPayment(try await desk.order(maxFeeMsat: 0))
      #expect(payment.state == .failed(reason: "there is no route within the fee limit"))
      #expect(desk.simulator.book.balance(.paidOut) == 0)
    }
  }

  // MARK: Hold invoices

  @Test("held money is nobody's until it is settled or sent back", arguments: [true, false])
  func hold(settles: Bool) async throws {
    try await Self.with { desk in
      let preimage = [UInt8](repeating: 5, count: 32)
      let hash = SHA256.hash(preimage)
      let before = try await desk.provider.balanceMsat()
      let made = try await desk.provider.createHoldInvoice(Self.order(), paymentHash: hash)
      #expect(made.invoice.paymentHash == hash)
      #expect(
        try await desk.provider.createHoldInvoice(Self.order(), paymentHash: hash) == made)
      #expect(try await desk.provider.holdState(paymentHash: hash) == .open)
      await #expect(throws: ProviderError.self) {
        try await desk.provider.settleHold(preimage: preimage)
      }
      try await desk.turn("POST", "invoices/\(made.providerID)/pay")
      #expect(try await desk.provider.holdState(paymentHash: hash) == .held(amountMsat: 42_000))
      #expect(try await desk.provider.invoiceStatus(paymentHash: hash) == .pending)
      #expect(try await desk.provider.balanceMsat() == before)
      for _ in 0..<2 {
        if settles {
          try await desk.provider.settleHold(preimage: preimage)
        } else {
          try await desk.provider.cancelHold(paymentHash: hash)
        }
      }
      #expect(
        try await desk.provider.holdState(paymentHash: hash)
          == (settles ? .settled(amountMsat: 42_000) : .cancelled))
      #expect(try await desk.provider.balanceMsat() == before + (settles ? 42_000 : 0))
    }
  }

  // MARK: The door

  @Test("another macaroon, or another certificate than the pinned one, gets nothing")
  func strangers() async throws {
    try await Self.with { desk in
      await #expect(throws: ProviderError.self) {
        _ = try await desk.node(macaroon: [1]).balanceMsat()
      }
      let other = try LNDFiles.make()
      defer { LNDFiles.remove(other) }
      await #expect(throws: ProviderError.self) {
        _ = try await desk.node(certificate: other + "/tls.cert").balanceMsat()
      }
      #expect(try await desk.node().balanceMsat() > 0)
      #expect(await desk.provider.introduce() == .welcome)
      guard case .unwelcome(let reason) = await (try desk.node(macaroon: [1])).introduce() else {
        Issue.record("welcome")
        return
      }
      #expect(reason.contains("--lnd-macaroon-file"))
      // That somebody else listens there may pass.
      guard case .silent = await (try desk.node(certificate: other + "/tls.cert")).introduce()
      else {
        Issue.record("not silent")
        return
      }
    }
  }

  @Test("a node that is away is left alone after some failures, and asked again later")
  func breaker() async throws {
    try await Self.with { desk in
      try await desk.arm("balances", "down", count: ProviderLimits.breakerFailuresMax)
      for _ in 0..<ProviderLimits.breakerFailuresMax {
        await #expect(throws: ProviderError.self) { _ = try await desk.provider.balanceMsat() }
      }
      #expect(desk.provider.condition == .open)
      await #expect(throws: ProviderError.self) { _ = try await desk.provider.balanceMsat() }
      desk.clock.advance(seconds: ProviderLimits.breakerSeconds)
      _ = try await desk.provider.balanceMsat()
      #expect(desk.provider.condition == .closed)
    }
  }
}

/// A certificate as LND makes one for itself.
enum LNDFiles {
  static func make() throws -> String {
    let directory = "/tmp/paylyt-lnd-\(Hex.encode(SecureRandom.bytes(8)))"
    try Files.makeDirectory(directory, mode: 0o700)
    try DevelopmentCertificate().write(
      certificateFile: directory + "/tls.cert", keyFile: directory + "/tls.key")
    return directory
  }

  static func remove(_ directory: String) {
    // The test is over: a directory that cannot be removed is only left over in /tmp.
    try? Files.remove(directory)
  }
}

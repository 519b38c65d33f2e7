import Lightning
import PayLytCrypto
import PayLytHTTP
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("Bitnob adapter: invoices", .timeLimit(.minutes(1)))
struct BitnobInvoiceTests {
  @Test("an invoice is made, shown, paid, reported by webhook, and its preimage proves it")
  func life() async throws {
    try await Bench.with { bench in
      let made = try await bench.provider.createInvoice(bench.order())
      #expect(made.invoice.amountMsat == 5_000_000)
      #expect(made.invoice.purpose == .text("escrow"))
      #expect(made.invoice.network == .regtest)
      #expect(made.invoice.expiresAt == bench.clock.now().seconds + 900)
      let hash = made.invoice.paymentHash
      #expect(try await bench.provider.invoiceStatus(paymentHash: hash) == .pending)
      let paid = try await bench.turn("POST", "invoices/\(made.providerID)/pay")
      #expect(paid.status == 200)
      guard case .paid(let receipt) = try await bench.provider.invoiceStatus(paymentHash: hash)
      else {
        Issue.record("not paid")
        return
      }
      #expect(receipt.amountMsat == 5_000_000)
      #expect(receipt.settledAt == bench.clock.now())
      #expect(SHA256.hash(receipt.preimage) == hash)
      try await bench.door.wait(for: 1)
      let delivery = bench.door.deliveries[0]
      let event = try bench.webhook.open(body: delivery.body, signature: delivery.signature)
      #expect(event.kind == .lightningReceived)
      #expect(event.reference == "inv-1")
      #expect(event.resourceID == made.providerID)
      #expect(event.paymentHash == hash)
      #expect(bench.simulator.book.balance(.paidIn) == -5_000_000)
    }
  }

  @Test("the same reference gives the same invoice, another order under it is refused")
  func reference() async throws {
    try await Bench.with { bench in
      let first = try await bench.provider.createInvoice(bench.order())
      let again = try await bench.provider.createInvoice(bench.order())
      #expect(first == again)
      let other = try await bench.provider.createInvoice(bench.order("inv-2"))
      #expect(other.invoice.paymentHash != first.invoice.paymentHash)
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.createInvoice(bench.order(sat: 5001))
      }
      #expect(error?.kind == "refused")
    }
  }

  @Test(
    "an order that no provider takes is refused before it leaves",
    arguments: [0, -1000, 1, 999, 1500, 20_000_001_000] as [Int64])
  func amount(msat: Int64) async throws {
    try await Bench.with { bench in
      let order = InvoiceOrder(
        amountMsat: msat, memo: "", expirySeconds: 60, reference: "inv-1")
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.createInvoice(order)
      }
      #expect(error?.kind == "refused")
      let invoices = try await bench.turn("GET", "invoices")
      #expect(String(decoding: invoices.body, as: UTF8.self) == #"{"invoices":[]}"#)
    }
  }

  @Test("an invoice expires, and what arrives late is still seen with its amount")
  func late() async throws {
    try await Bench.with { bench in
      let made = try await bench.provider.createInvoice(bench.order())
      let hash = made.invoice.paymentHash
      bench.clock.advance(seconds: 900)
      #expect(try await bench.provider.invoiceStatus(paymentHash: hash) == .expired)
      #expect(try await bench.turn("POST", "invoices/inv-1/pay").status == 409)
      let late = try await bench.turn("POST", "invoices/inv-1/pay", #"{"late":true}"#)
      #expect(late.status == 200)
      guard case .paid(let receipt) = try await bench.provider.invoiceStatus(paymentHash: hash)
      else {
        Issue.record("not paid")
        return
      }
      #expect(receipt.amountMsat == 5_000_000)
      #expect(try await bench.turn("POST", "invoices/inv-1/pay", #"{"late":true}"#).status == 409)
      // The reference has its one invoice; whether that is of use is for the caller to say.
      let again = try await bench.provider.createInvoice(bench.order())
      #expect(!made.isOver && again.isOver && again.invoice == made.invoice)
      let deposit = await failure { () async throws(ProviderError) in try again.payable() }
      #expect(deposit == .refused(reason: "the invoice of this reference is over"))
      #expect(
        try await bench.provider.createInvoice(bench.order("inv-2")).payable().isOver == false)
    }
  }

  @Test("what arrives may be less or more than what was asked for", arguments: [1, 4999, 10_000])
  func otherAmount(sat: Int64) async throws {
    try await Bench.with { bench in
      let made = try await bench.provider.createInvoice(bench.order())
      try await bench.turn("POST", "invoices/inv-1/pay", #"{"amount_sat":\#(sat)}"#)
      let status = try await bench.provider.invoiceStatus(paymentHash: made.invoice.paymentHash)
      guard case .paid(let receipt) = status else {
        Issue.record("not paid")
        return
      }
      #expect(receipt.amountMsat == sat * 1000)
      #expect(bench.simulator.book.balance(.paidIn) == -sat * 1000)
    }
  }

  @Test("an invoice that the provider does not know is refused")
  func unknown() async throws {
    try await Bench.with { bench in
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.invoiceStatus(paymentHash: .init(repeating: 7, count: 32))
      }
      #expect(error == .refused(reason: "the provider knows no such invoice"))
    }
  }

  @Test("with auto-pay each invoice is paid by itself")
  func autoPay() async throws {
    try await Bench.with {
      $0.autoPayAfterMilliseconds = 10
    } _: { bench in
      _ = try await bench.provider.createInvoice(bench.order())
      _ = try await bench.provider.createInvoice(bench.order())
      try await bench.door.wait(for: 1)
      #expect(bench.simulator.book.balance(.paidIn) == -5_000_000)
    }
  }

  /// Whoever makes the invoice holds the simulator's world at that moment.
  @Test("an invoice is paid by itself, too, when the pause is over before it has begun")
  func autoPayAtOnce() async throws {
    try await Bench.with({
      $0.autoPayAfterMilliseconds = 0
      $0.pause = { _ in }
    }) { bench in
      let made = try await bench.provider.createInvoice(bench.order())
      try await bench.door.wait(for: 1)
      let hash = made.invoice.paymentHash
      guard case .paid = try await bench.provider.invoiceStatus(paymentHash: hash) else {
        Issue.record("not paid")
        return
      }
    }
  }

  @Test("the price of a bitcoin is an exact fraction")
  func rate() async throws {
    try await Bench.with { bench in
      let rate = try await bench.provider.rate(currency: "NGN")
      #expect(rate.numerator == 15_000_000_025 * 100)
      #expect(rate.denominator == 100)
      #expect(rate.asOf == bench.clock.now())
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.rate(currency: "XXX")
      }
      #expect(error?.kind == "refused")
    }
  }

  @Test("what is paid and not yet on our account there is not taken in yet")
  func notCredited() async throws {
    try await Bench.with { bench in
      let made = try await bench.provider.createInvoice(bench.order())
      let hash = made.invoice.paymentHash
      try await bench.turn("POST", "invoices/\(made.providerID)/pay")
      try await bench.arm(.notCredited, "verify_invoice")
      #expect(try await bench.provider.invoiceStatus(paymentHash: hash) == .pending)
      guard case .paid = try await bench.provider.invoiceStatus(paymentHash: hash) else {
        Issue.record("it is ours now")
        return
      }
    }
  }
}

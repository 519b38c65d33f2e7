import Lightning
import PayLytCrypto
import PayLytHTTP
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("Bitnob adapter: payments", .timeLimit(.minutes(1)))
struct BitnobPaymentTests {
  @Test("a payment to a Lightning address arrives once, with fee and proof")
  func life() async throws {
    try await Bench.with { bench in
      let order = try await bench.payment()
      #expect(try await bench.provider.payment(reference: "pay-1") == nil)
      let payment = try await bench.provider.sendPayment(order)
      guard case .succeeded(let fee, let preimage) = payment.state else {
        Issue.record("\(payment)")
        return
      }
      #expect(fee == 5000)
      #expect(SHA256.hash(preimage) == order.invoice.paymentHash)
      #expect(try await bench.provider.sendPayment(order) == payment)
      #expect(try await bench.provider.payment(reference: "pay-1") == payment)
      let book = bench.simulator.book
      #expect(book.balance(.paidOut) == 5_000_000)
      #expect(book.balance(.fees) == 5000)
      #expect(book.sum == 0)
      try await bench.door.wait(for: 1)
      let delivery = bench.door.deliveries[0]
      let event = try bench.webhook.open(body: delivery.body, signature: delivery.signature)
      #expect(event.kind == .lightningSendSucceeded)
      #expect(event.reference == "pay-1")
    }
  }

  @Test("what the provider does not know by its reference is looked for in its list, by the hash")
  func listed() async throws {
    try await Bench.with { bench in
      let order = try await bench.payment()
      let hash = order.invoice.paymentHash
      #expect(try await bench.provider.payment(reference: "pay-1", paymentHash: hash) == nil)
      _ = try await bench.provider.sendPayment(order)
      let found = try await bench.provider.payment(reference: "forgotten", paymentHash: hash)
      #expect(found?.reference == "forgotten")
      #expect(found?.state == .succeeded(feeMsat: 5000, preimage: []))
      let other = [UInt8](repeating: 9, count: 32)
      #expect(try await bench.provider.payment(reference: "forgotten", paymentHash: other) == nil)
    }
  }

  @Test("another invoice under a used reference is refused")
  func reference() async throws {
    try await Bench.with { bench in
      _ = try await bench.provider.sendPayment(try await bench.payment())
      let other = try await bench.payment()
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.sendPayment(other)
      }
      #expect(error?.kind == "refused")
      #expect(bench.simulator.book.balance(.paidOut) == 5_000_000)
    }
  }

  @Test("a payment that cannot work fails for good, with the reason, and costs nothing")
  func failures() async throws {
    try await Bench.with { bench in
      let now = bench.clock.now().seconds
      let stranger = try InvoiceDraft(
        network: .regtest, amountMsat: 1000, timestamp: now,
        paymentHash: .init(repeating: 1, count: 32),
        paymentSecret: .init(repeating: 2, count: 32), purpose: .text("")
      ).signed(by: .random())
      let paid = try await bench.payment("first")
      _ = try await bench.provider.sendPayment(paid)
      let again = PaymentOrder(
        invoice: paid.invoice, reference: "second", maxFeeMsat: 100_000)
      let payment = try await bench.provider.sendPayment(again)
      #expect(payment.state == .failed(reason: "the invoice is paid already"))
      #expect(try await bench.provider.payment(reference: again.reference) == payment)
      // The provider's own words are for operators.
      #expect(
        bench.lines.all.contains {
          $0.contains("invoice_already_paid") && $0.contains(again.reference)
        })
      let old = try await bench.payment("old")
      bench.clock.advance(seconds: 600)
      let stingy = try await bench.payment("stingy", maxFeeSat: 4)
      let hopeless = [
        (
          PaymentOrder(invoice: stranger, reference: "stranger", maxFeeMsat: 1_000_000),
          "there is no route to the receiver"
        ), (stingy, "it would cost more than the fee limit"), (old, "the invoice has expired"),
      ]
      for (order, reason) in hopeless {
        let error = await failure { () async throws(ProviderError) in
          try await bench.provider.sendPayment(order)
        }
        #expect(error == .refused(reason: reason))
        #expect(try await bench.provider.payment(reference: order.reference) == nil, "\(reason)")
      }
      #expect(bench.simulator.book.balance(.paidOut) == 5_000_000)
    }
  }

  @Test("a payment beyond the balance is refused and leaves no trace")
  func balance() async throws {
    try await Bench.with {
      $0.openingFloatSat = 5004
    } _: { bench in
      let order = try await bench.payment()
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.sendPayment(order)
      }
      #expect(error == .refused(reason: "the provider cannot pay now"))
      #expect(bench.lines.all.contains { $0.contains("insufficient_balance") })
      #expect(try await bench.provider.payment(reference: "pay-1") == nil)
      #expect(bench.simulator.book.balance(.float) == 5_004_000)
    }
  }

  @Test("a payment that is held is pending until it settles or fails", arguments: [true, false])
  func held(succeeds: Bool) async throws {
    try await Bench.with { bench in
      try await bench.arm(.holdPayment, "send_payment")
      let order = try await bench.payment()
      #expect(try await bench.provider.sendPayment(order).state == .pending)
      #expect(bench.simulator.book.balance(.paidOut) == 5_000_000)
      let knob = succeeds ? "payments/pay-1/settle" : "payments/pay-1/fail"
      #expect(try await bench.turn("POST", knob).status == 200)
      #expect(try await bench.turn("POST", knob).status == 409)
      let payment = try #require(try await bench.provider.payment(reference: "pay-1"))
      #expect(bench.simulator.book.balance(.paidOut) == (succeeds ? 5_000_000 : 0))
      #expect(bench.simulator.book.balance(.fees) == (succeeds ? 5000 : 0))
      if succeeds {
        guard case .succeeded = payment.state else {
          Issue.record("\(payment)")
          return
        }
      } else {
        #expect(payment.state == .failed(reason: "there is no route to the receiver"))
      }
      try await bench.door.wait(for: 1)
      let delivery = bench.door.deliveries[0]
      let event = try bench.webhook.open(body: delivery.body, signature: delivery.signature)
      #expect(event.kind == (succeeds ? .lightningSendSucceeded : .lightningSendFailed))
    }
  }

  @Test(
    "an address's service that breaks the rules is refused",
    arguments: [
      (FaultKind.wrongAmount, "the address's service asks for another amount"),
      (.wrongHash, "the address's invoice does not commit to what its service showed"),
    ])
  func dishonest(kind: FaultKind, reason: String) async throws {
    try await Bench.with { bench in
      try await bench.arm(kind, "lnurl_callback")
      let address = try bench.address()
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.resolve(address, amountMsat: 1000, reference: "")
      }
      #expect(error == .refused(reason: reason))
    }
  }

  @Test("an address that is nobody's, and an amount that it does not take, are refused")
  func nobody() async throws {
    try await Bench.with { bench in
      for (user, amount) in [("nobody", 1000), ("ada", 999), ("ada", 20_000_000_001)] {
        let address = try bench.address(user)
        let error = await failure { () async throws(ProviderError) in
          try await bench.provider.resolve(
            address, amountMsat: Int64(amount), reference: "")
        }
        #expect(error?.kind == "refused")
      }
    }
  }

  @Test(
    "an address inside a private network is not asked",
    arguments: [
      "a@10.0.0.1", "a@169.254.169.254", "a@192.168.1.1:8080", "a@2130706433", "a@intranet",
      "a@0x7f000001", "a@metadata.localhost",
    ])
  func privatePlaces(text: String) async throws {
    try await Bench.with { bench in
      let address = try LightningAddress(text)
      let error = await failure { () async throws(ProviderError) in
        try await bench.provider.resolve(address, amountMsat: 1000, reference: "")
      }
      #expect(
        error == .refused(reason: "the address's service is not at a public https place"))
    }
  }
}

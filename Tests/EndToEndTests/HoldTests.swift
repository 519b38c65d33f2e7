import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd {
  /// Payments that our own node holds back, over its gRPC API.
  @Suite("Held payments", .timeLimit(.minutes(3)))
  struct HoldTests {
    /// Waits until the node says so of an invoice.
    private static func node(_ deployment: Deployment, says status: String, of invoice: Invoice)
      async throws
    {
      try await eventually("the node says \(status)", within: .seconds(60)) {
        try await deployment.simulator.invoices()
          .first { $0.request == invoice.paymentRequest }?.status == status
      }
    }

    private static func read(_ invoice: Invoice, by person: Person) async throws -> Invoice {
      try await person.invoices.getInvoice(
        GetInvoiceRequest(name: invoice.name), options: person.options)
    }

    /// A payment that the server has decided to take, and the node does not take its word.
    private static func decided(_ deal: Deal, _ deployment: Deployment) async throws -> Invoice {
      let invoice = try await deal.fund(hold: true)
      try await deployment.simulator.arm("down", for: "settle_hold", count: 100_000)
      try await deployment.simulator.pay(invoice.paymentHash)
      try await eventually("it is decided", within: .seconds(60)) {
        try await read(invoice, by: deal.client).state == .held
      }
      return invoice
    }

    @Test("what is wanted is taken; what is cancelled, or another amount, goes back to the payer")
    func story() async throws {
      try await Deployment.with(hasNode: true) { deployment in
        let admin = try await Person.admin(of: deployment)
        let wanted = try await Deal.accepted(on: deployment)
        let paid = try await wanted.fund(hold: true)
        #expect(paid.hold && paid.state == .pending)
        #expect(try await wanted.fund(hold: true).paymentRequest == paid.paymentRequest)
        try await deployment.simulator.pay(paid.paymentHash)
        #expect(try await wanted.reaches(.paidLocked).funded == .sats(50_000))
        try await Self.node(deployment, says: "paid", of: paid)

        // The escrow ends while the payment is on its way: unpaid, its invoice is taken back.
        let ended = try await Deal.accepted(on: deployment)
        let unwanted = try await ended.fund(hold: true)
        try await ended.cancel()
        try await Self.node(deployment, says: "cancelled", of: unwanted)

        // It is paid with less than was asked for.
        let short = try await Deal.accepted(on: deployment)
        let underpaid = try await short.fund(hold: true)
        try await deployment.simulator.pay(underpaid.paymentHash, sats: 49_999)
        try await Self.node(deployment, says: "cancelled", of: underpaid)
        try await eventually("the invoice is cancelled here") {
          try await Self.read(underpaid, by: short.client).state == .cancelled
        }
        let again = try await short.fund(hold: true)
        #expect(again.paymentHash != underpaid.paymentHash)
        try await deployment.simulator.pay(again.paymentHash)
        try await short.reaches(.paidLocked)

        let books = try await Books.read(by: admin, of: deployment)
        #expect(books.areRight && books.floatMsat == 100_000_000, "\(books)")
        #expect(try await deployment.simulator.floatMsat() == 100_000_000)
      }
    }

    @Test("a server that dies between its decision and the node's answer goes on where it stopped")
    func killed() async throws {
      try await Deployment.with(hasNode: true) { deployment in
        let deal = try await Deal.accepted(on: deployment)
        let invoice = try await Self.decided(deal, deployment)
        try await deployment.server.kill()
        try await deployment.simulator.disarm()
        try await deployment.restart()
        let channel = try deployment.server.channel()
        let client = deal.client.on(channel)
        let after = try await Deal(
          client: client, freelancer: deal.freelancer.on(channel), name: deal.job.name)
        #expect(try await after.reaches(.paidLocked).funded == .sats(50_000))
        #expect(try await Self.read(invoice, by: client).state == .settled)
        let admin = try await Person.admin(of: deployment)
        let books = try await Books.read(by: admin, of: deployment)
        #expect(books.areRight && books.floatMsat == 50_000_000, "\(books)")
      }
    }

    @Test(
      "what the node gives back by itself is nobody's, and the escrow waits for another payment")
    func timedOut() async throws {
      try await Deployment.with(hasNode: true) { deployment in
        let deal = try await Deal.accepted(on: deployment)
        let invoice = try await Self.decided(deal, deployment)
        try await deployment.simulator.timeOut(invoice.paymentHash)
        try await eventually("it is over here, too", within: .seconds(60)) {
          try await Self.read(invoice, by: deal.client).state == .cancelled
        }
        #expect(try await deal.read().state == .awaitingPayment)
        try await deployment.simulator.disarm()
        let next = try await deal.fund(hold: true)
        try await deployment.simulator.pay(next.paymentHash)
        try await deal.reaches(.paidLocked)
      }
    }
  }
}

extension EndToEnd.OneServer {
  @Suite("Held payments, where the provider cannot")
  struct NoHoldTests {
    @Test("asking for a hold invoice is refused, in a rehearsal too, and changes nothing")
    func refused() async throws {
      let deal = try await Deal.accepted(on: try Deployment.shared)
      let before = try await deal.read()
      for isRehearsal in [true, false] {
        let error = try await refusal(of: {
          try await deal.client.escrows.fundEscrow(
            FundEscrowRequest(
              requestID: RequestID.new(), name: deal.escrow, hold: true,
              validateOnly: isRehearsal), options: deal.client.options)
        })
        #expect(error.code == .failedPrecondition)
        #expect(error.reason == "HOLD_INVOICES_UNSUPPORTED")
      }
      #expect(try await deal.read() == before)
    }
  }
}

import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  /// What comes of it comes from the provider: its webhook, and its answer when it is asked.
  @Suite("Payments of whoever pays, by RPC")
  struct SandboxPaymentTests {
    private static func pay(
      _ name: String, _ amount: Money? = nil, isLate: Bool = false, by person: Person,
      requestID: String = RequestID.new(), isRehearsal: Bool = false
    ) async throws -> SandboxPayment {
      try await SandboxServiceClient(person.channel).payInvoice(
        PayInvoiceRequest(
          requestID: requestID, name: name, amount: amount, late: isLate,
          validateOnly: isRehearsal), options: person.options)
    }

    @Test("an invoice is paid once under a request id, and by those alone who may see it")
    func once() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let invoice = try await deal.fund()
      let stranger = try await Person.register([.client], on: try deployment.server.channel())
      let foreign = try await refusal(of: { try await Self.pay(invoice.name, by: stranger) })
      #expect(foreign.code == .notFound)
      let before = try await deployment.simulator.floatMsat()
      // A rehearsal pays nothing, and tells what would be paid.
      let tried = try await Self.pay(invoice.name, by: deal.client, isRehearsal: true)
      #expect(tried == SandboxPayment(invoice: invoice.name, amount: invoice.amount))
      #expect(try await deployment.simulator.floatMsat() == before)
      let id = RequestID.new()
      let paid = try await Self.pay(invoice.name, by: deal.freelancer, requestID: id)
      #expect(paid == tried)
      try await deal.reaches(.paidLocked)
      #expect(try await Self.pay(invoice.name, by: deal.freelancer, requestID: id) == paid)
      #expect(
        try await deployment.simulator.floatMsat() == before + (invoice.amount?.units ?? 0))
      for isRehearsal in [false, true] {
        let again = try await refusal(of: {
          try await Self.pay(invoice.name, by: deal.client, isRehearsal: isRehearsal)
        })
        #expect(again.reason == "ILLEGAL_TRANSITION")
      }
    }

    @Test("less than was asked for is a part, more is too much; each counts as it came")
    func amounts() async throws {
      let deployment = try Deployment.shared
      let part = try await Deal.accepted(on: deployment)
      _ = try await Self.pay(try await part.fund().name, .sats(10_000), by: part.client)
      #expect(try await part.reaches(.partiallyFunded).funded == .sats(10_000))
      let more = try await Deal.accepted(on: deployment)
      let invoice = try await more.fund()
      let over = Money(asset: "BTC", units: (invoice.amount?.units ?? 0) + 7_000_000)
      _ = try await Self.pay(invoice.name, over, by: more.client)
      #expect(try await more.reaches(.paidLocked).overpaid)
      #expect(try await more.client.balanceMsat() == 7_000_000)
    }

    @Test("a deposit is paid, by its owner alone")
    func deposits() async throws {
      let channel = try Deployment.shared.server.channel()
      let (ada, bob) = (
        try await Person.register([.client], on: channel),
        try await Person.register([.client], on: channel)
      )
      let deposit = try await ada.wallets.createDeposit(
        CreateDepositRequest(requestID: RequestID.new(), amount: .sats(5_000)),
        options: ada.options)
      let foreign = try await refusal(of: { try await Self.pay(deposit.name, by: bob) })
      #expect(foreign.code == .notFound)
      let changes = try await ada.wallets.watchDeposit(
        WatchDepositRequest(name: deposit.name), options: ada.options)
      var seen = changes.makeAsyncIterator()
      #expect(try await seen.next() == deposit)
      _ = try await Self.pay(deposit.name, .sats(4_000), by: ada)
      // Its end ends the stream.
      let settled = try #require(try await seen.next())
      #expect(settled.state == .settled && settled.paid == .sats(4_000))
      #expect(try await seen.next() == nil)
      #expect(try await ada.balanceMsat() == 4_000_000)
    }

    @Test("a deposit is shown as link and picture, to its owner alone")
    func picture() async throws {
      let channel = try Deployment.shared.server.channel()
      let (ada, bob) = (
        try await Person.register([.client], on: channel),
        try await Person.register([.client], on: channel)
      )
      var request = CreateDepositRequest(
        requestID: RequestID.new(), amount: .sats(5_000), validateOnly: true)
      let rehearsed = try await ada.wallets.createDeposit(request, options: ada.options)
      #expect(rehearsed.paymentURI.isEmpty && rehearsed.qrText.isEmpty)
      #expect(rehearsed.bip21URI.isEmpty)
      request.validateOnly = false
      let deposit = try await ada.wallets.createDeposit(request, options: ada.options)
      #expect(deposit.paymentURI == "lightning:" + deposit.paymentRequest)
      #expect(deposit.qrText == deposit.paymentURI.uppercased())
      #expect(deposit.bip21URI == "bitcoin:?amount=0.00005&lightning=" + deposit.paymentRequest)
      let code = try await ada.invoices.renderQr(
        .init(name: deposit.name, format: .png), options: ada.options)
      #expect(code.contentType == "image/png" && code.content.count > 500)
      let foreign = try await refusal {
        try await bob.invoices.renderQr(
          .init(name: deposit.name, format: .png), options: bob.options)
      }
      #expect(foreign.code == .notFound)
    }

    @Test("an invoice whose time was let pass is paid late, into the wallet of who paid it")
    func late() async throws {
      try await Deployment.with { deployment in
        let deal = try await Deal.accepted(on: deployment)
        let invoice = try await deal.fund()
        let channel = try deployment.server.channel()
        _ = try await SandboxServiceClient(channel).advanceSandboxClock(
          AdvanceSandboxClockRequest(requestID: RequestID.new(), seconds: 30 * 86_400),
          options: deal.client.options)
        // Sessions end with the time.
        let client = try await Person.login(deal.client.email, on: channel)
        let later = Deal(deal, client: client)
        try await later.reaches(.expired)
        for isRehearsal in [false, true] {
          let over = try await refusal(of: {
            try await Self.pay(invoice.name, by: client, isRehearsal: isRehearsal)
          })
          #expect(over.reason == "ILLEGAL_TRANSITION")
        }
        let paid = try await Self.pay(invoice.name, isLate: true, by: client)
        #expect(paid.late && paid.amount == invoice.amount)
        try await eventually("the payment is in the wallet") {
          try await client.balanceMsat() == invoice.amount?.units
        }
        #expect(try await later.read().paidLate)
      }
    }

    @Test("where the provider is not the simulator, or is not there, nobody pays")
    func elsewhere() async throws {
      try await Deployment.with { deployment in
        let deal = try await Deal.accepted(on: deployment)
        let invoice = try await deal.fund()
        // Somebody who knows none of its paths: this server's own door for webhooks.
        let door = deployment.server.addresses.webhook
        let stranger = String(door.dropLast("/webhooks/bitnob".count))
        for (provider, reason) in [
          (stranger, "NOT_SIMULATED"), ("http://127.0.0.1:1", "PROVIDER_DOWN"),
        ] {
          let other = try await deployment.addServer(provider: provider)
          let person = deal.client.on(try other.channel())
          let refused = try await refusal(of: { try await Self.pay(invoice.name, by: person) })
          #expect(refused.reason == reason)
        }
        #expect(try await deal.read().state == .awaitingPayment)
      }
    }
  }
}

import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd {
  /// A provider that is away, slow, or does not say what it did.
  @Suite("Provider faults", .sharedDeployment, .timeLimit(.minutes(3)))
  struct ProviderFaultTests {
    /// A fault that no call met must not meet the next test's.
    init() async throws {
      try await Deployment.shared.simulator.disarm()
    }

    private func freelancerWithMoney() async throws -> Deal {
      let deal = try await Deal.funded(on: try Deployment.shared)
      try await deal.releaseAll()
      return deal
    }

    private func payOut(
      _ person: Person, user: String = "ada", sats: Int64 = 10_000
    ) async throws -> Payout {
      let address = try Deployment.shared.simulator.lightningAddress(of: user)
      return try await person.payouts.createPayout(
        CreatePayoutRequest(
          requestID: RequestID.new(), amount: .sats(sats), lightningAddress: address),
        options: person.options)
    }

    /// The states that a payout goes through, to the end.
    private func follow(_ payout: Payout, by person: Person) async throws -> [Payout] {
      var seen: [Payout] = []
      let changes = try await person.payouts.watchPayout(
        WatchPayoutRequest(name: payout.name), options: person.options)
      for try await change in changes { seen.append(change) }
      return seen
    }

    private func booksAreRight() async throws {
      let deployment = try Deployment.shared
      let admin = try await Person.admin(of: deployment)
      let books = try await Books.read(by: admin, of: deployment)
      #expect(books.areRight, "\(books)")
    }

    @Test("a server whose provider does not let it in says what to look at, and does not start")
    func unwelcome() async throws {
      let deployment = try Deployment.shared
      try await TemporaryDirectory.with { directory in
        let failure = await #expect(throws: Failure.self) {
          _ = try await RunningServer.start(
            [
              "--database", deployment.server.addresses.database, "--webhook-listen",
              "127.0.0.1:0", "--provider-url", deployment.simulator.url, "--provider-client-id",
              SimulatorProgram.clientID, "--network", "bcrt", "--sandbox",
            ],
            environment: [
              "PAYLYT_PROVIDER_CLIENT_SECRET": "another", "PAYLYT_WEBHOOK_SECRET": "x",
            ], dataDirectory: directory.path + "/server")
        }
        let told = failure.map { "\($0)" } ?? ""
        #expect(told.contains("the provider bitnob does not let us in"))
        #expect(told.contains("--provider-client-secret-file") && told.contains("request req_"))
      }
    }

    @Test(
      "while the provider is down the escrow keeps its state, and the same request works later",
      arguments: ["down", "error500"])
    func down(kind: String) async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let before = try await deal.read()
      try await deployment.simulator.arm(kind, for: "create_invoice")
      let request = FundEscrowRequest(requestID: RequestID.new(), name: deal.escrow)
      let error = try await refusal {
        try await deal.client.escrows.fundEscrow(request, options: deal.client.options)
      }
      #expect(error.code == .unavailable)
      #expect(error.reason == "PROVIDER_DOWN")
      #expect(error.retryDelay != nil)
      #expect(try await deal.read() == before)
      let funding = try await deal.client.escrows.fundEscrow(
        request, options: deal.client.options)
      #expect(funding.escrow?.state == .awaitingPayment)
    }

    @Test("a provider that is not there at all takes nothing else with it")
    func absent() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      // Nobody listens on port 1.
      let other = try await deployment.addServer(provider: "http://127.0.0.1:1")
      let client = deal.client.on(try other.channel())
      let unfunded = try await refusal { try await Deal(deal, client: client).fund() }
      #expect(unfunded.code == .unavailable)
      #expect(unfunded.reason == "PROVIDER_DOWN")
      let unpriced = try await client.jobs.createJob(
        Deal.jobRequest(sats: [1_000]), options: client.options)
      #expect(unpriced.state == .open && unpriced.localValue == nil)
      #expect(try await Deal(deal, client: client).read().state == .created)
      try await other.stop()
      #expect(try await deal.fund().amount == .sats(50_000))
    }

    /// An invoice is made, and nobody hears of it before its time is over.
    private static func loseInvoice(
      of deal: Deal, _ simulator: SimulatorProgram, hold: Bool
    ) async throws -> SimulatorProgram.Invoice {
      let before = Set(try await simulator.invoices().map(\.request))
      try await simulator.arm("short_life", for: "create_invoice")
      try await simulator.arm("drop_after_effect", for: "create_invoice")
      let error = try await refusal { try await deal.fund(hold: hold) }
      #expect(error.reason == "PROVIDER_DOWN")
      var lost: SimulatorProgram.Invoice?
      try await eventually("the lost invoice is over", within: .seconds(60)) {
        lost = try await simulator.invoices().first { !before.contains($0.request) }
        // A node takes a hold invoice back by itself.
        return lost?.status == "expired" || lost?.status == "cancelled"
      }
      guard let lost else { throw Failure("no invoice was made") }
      return lost
    }

    @Test("an invoice that nobody heard of and that is over makes room for the next one")
    func lostForGood() async throws {
      try await Deployment.with { deployment in
        let (deal, simulator) = (try await Deal.accepted(on: deployment), deployment.simulator)
        let over = try await Self.loseInvoice(of: deal, simulator, hold: false)
        #expect(try await deal.read().state == .created)
        let invoice = try await deal.fund()
        #expect(try await deal.fund().name == invoice.name)
        let listed = try await deal.client.invoices.listInvoices(
          ListInvoicesRequest(parent: deal.escrow), options: deal.client.options)
        #expect(
          Dictionary(grouping: listed.invoices, by: \.state).mapValues {
            Set($0.map(\.paymentRequest))
          } == [.pending: [invoice.paymentRequest], .expired: [over.request]])
        // What somebody pays on the lost one all the same counts as any late payment.
        let lost = listed.invoices.filter { $0.state == .expired }
        try await simulator.payLate(lost[0].paymentHash)
        #expect(try await deal.reaches(.paidLocked).funded == .sats(50_000))
        try await simulator.pay(invoice.paymentHash)
        try await eventually("the second payment is the client's") {
          try await deal.client.balanceMsat() == 50_000_000
        }
        let admin = try await Person.admin(of: deployment)
        let books = try await Books.read(by: admin, of: deployment)
        #expect(books.areRight && books.floatMsat == 100_000_000, "\(books)")
        #expect(try await simulator.floatMsat() == 100_000_000)
      }
    }

    @Test("so does a hold invoice; nobody can pay the lost one any more")
    func lostHold() async throws {
      try await Deployment.with(hasNode: true) { deployment in
        let (deal, simulator) = (try await Deal.accepted(on: deployment), deployment.simulator)
        let lost = try await Self.loseInvoice(of: deal, simulator, hold: true)
        let invoice = try await deal.fund(hold: true)
        #expect(invoice.hold && invoice.paymentRequest != lost.request)
        let listed = try await deal.client.invoices.listInvoices(
          ListInvoicesRequest(parent: deal.escrow), options: deal.client.options)
        #expect(
          Set(listed.invoices.map(\.paymentRequest)) == [invoice.paymentRequest, lost.request])
        try await eventually("the node takes the lost one back", within: .seconds(60)) {
          try await simulator.invoices().first { $0.request == lost.request }?.status
            == "cancelled"
        }
        try await simulator.pay(invoice.paymentHash)
        #expect(try await deal.reaches(.paidLocked).funded == .sats(50_000))
      }
    }

    @Test("when the reply with the invoice is lost, the same request finds the same invoice")
    func lostInvoice() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      try await deployment.simulator.arm("drop_after_effect", for: "create_invoice")
      let error = try await refusal { try await deal.fund() }
      #expect(error.code == .unavailable)
      #expect(try await deal.read().state == .created)
      let invoice = try await deal.fund()
      let escrow = deal.escrow.replacing("escrows/", with: "")
      let made = try await deployment.simulator.invoices().filter {
        $0.reference.contains(escrow)
      }
      #expect(made.map(\.request) == [invoice.paymentRequest])
      try await deployment.simulator.pay(invoice.paymentHash)
      #expect(try await deal.reaches(.paidLocked).funded == .sats(50_000))
    }

    @Test("a payout whose reply is lost is unknown, asked for, and paid exactly once")
    func lostPayout() async throws {
      let deployment = try Deployment.shared
      let deal = try await freelancerWithMoney()
      try await deployment.simulator.arm("no_webhook", for: "webhook")
      try await deployment.simulator.arm("drop_after_effect", for: "send_payment")
      let payout = try await payOut(deal.freelancer)
      let seen = try await follow(payout, by: deal.freelancer)
      #expect(seen.map(\.state).contains(.unknown))
      let last = try #require(seen.last)
      #expect(last.state == .succeeded)
      let payments = try await deployment.simulator.payments().filter {
        $0.reference == payout.providerReference
      }
      #expect(payments.map(\.status) == ["success"])
      let paid = 10_000_000 + (last.fee?.units ?? 0)
      #expect(try await deal.freelancer.balanceMsat() == 48_750_000 - paid)
      try await booksAreRight()
      try await tells(of: payout)
    }

    /// What an admin reads about a payout whose answer was lost.
    private func tells(of payout: Payout) async throws {
      let admin = try await Person.admin(of: try Deployment.shared)
      let service = ProviderServiceClient(admin.channel)
      var calls: [ProviderCall] = []
      // What moved no money is written beside.
      try await eventually("the last question is there") {
        calls = try await service.listProviderCalls(
          ListProviderCallsRequest(subject: payout.name), options: admin.options
        ).calls.reversed()
        return calls.last?.operation == .getPayment && calls.last?.answer.hasPrefix("paid") == true
      }
      #expect(calls.first?.operation == .resolveAddress)
      let sent = calls.filter { $0.operation == .sendPayment }
      // What it would cost is asked first.
      #expect(sent.map(\.outcome) == [.unknown] && sent.map(\.attempts) == [2])
      #expect(sent.first?.amount == .sats(10_000))
      let last = try #require(calls.last)
      #expect(last.outcome == .ok && last.status == "HTTP 200")
      #expect(last.reference == payout.providerReference && !last.providerRequestID.isEmpty)
      let doubtful = try await service.listProviderCalls(
        ListProviderCallsRequest(
          reference: payout.providerReference, outcome: .unknown), options: admin.options)
      #expect(doubtful.calls.map(\.name) == sent.map(\.name))
      // The same without a server.
      let deployment = try Deployment.shared
      let printed = try await ChildProgram.run(
        try Place.program("paylyt"),
        [
          "admin", "provider-calls", "--database", deployment.server.addresses.database,
          "--subject", payout.name,
        ], in: deployment.directory)
      #expect(printed.contains("sendPayment") && printed.contains(payout.providerReference))
    }

    @Test("a payout that the provider refuses gives the money back", arguments: [false, true])
    func failedPayout(late: Bool) async throws {
      let deployment = try Deployment.shared
      let deal = try await freelancerWithMoney()
      if late { try await deployment.simulator.arm("hold_payment", for: "send_payment") }
      let payout = try await payOut(deal.freelancer, user: late ? "ada" : "nobody")
      async let seen = follow(payout, by: deal.freelancer)
      if late {
        try await eventually("the provider has it") {
          try await deployment.simulator.payments().contains {
            $0.reference == payout.providerReference
          }
        }
        #expect(try await deal.freelancer.balanceMsat() < 48_750_000 - 10_000_000)
        try await deployment.simulator.finish(payout.providerReference, succeeds: false)
      }
      let last = try #require(try await seen.last)
      #expect(last.state == .failed)
      #expect(!last.failureReason.isEmpty)
      #expect(try await deal.freelancer.balanceMsat() == 48_750_000)
      try await booksAreRight()
    }

    @Test("a payout that takes its time is settled when the provider says so")
    func heldPayout() async throws {
      let deployment = try Deployment.shared
      let deal = try await freelancerWithMoney()
      try await deployment.simulator.arm("hold_payment", for: "send_payment")
      let payout = try await payOut(deal.freelancer)
      async let seen = follow(payout, by: deal.freelancer)
      try await eventually("the provider has it") {
        try await deal.freelancer.payouts.getPayout(
          GetPayoutRequest(name: payout.name), options: deal.freelancer.options
        ).state == .submitted
      }
      try await deployment.simulator.finish(payout.providerReference, succeeds: true)
      let states = try await seen.map(\.state)
      #expect(states.last == .succeeded)
      try await booksAreRight()
    }

    @Test(
      "an address whose invoice is not what was asked for is not paid",
      arguments: ["wrong_amount", "wrong_hash"])
    func cheatingAddress(kind: String) async throws {
      let deployment = try Deployment.shared
      let deal = try await freelancerWithMoney()
      try await deployment.simulator.arm(kind, for: "lnurl_callback")
      let payout = try await payOut(deal.freelancer)
      let last = try #require(try await follow(payout, by: deal.freelancer).last)
      #expect(last.state == .failed)
      let payments = try await deployment.simulator.payments()
      #expect(!payments.contains { $0.reference == payout.providerReference })
      #expect(try await deal.freelancer.balanceMsat() == 48_750_000)
    }

    @Test("a provider that is slow delays the caller up to their deadline, and nobody else")
    func slow() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      try await deployment.simulator.arm("delay", for: "create_invoice", milliseconds: 20_000)
      var options = deal.client.options
      options.timeout = .seconds(1)
      let error = try await refusal {
        try await deal.client.escrows.fundEscrow(
          FundEscrowRequest(requestID: RequestID.new(), name: deal.escrow), options: options)
      }
      #expect(error.code == .deadlineExceeded)
      #expect(try await deal.read().state == .created)
    }
  }
}

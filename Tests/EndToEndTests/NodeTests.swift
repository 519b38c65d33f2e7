import EndToEndSupport
import FoundationEssentials
import PayLytAPI
import PayLytRPC
import StandardAPI
import Testing

extension EndToEnd {
  /// The built server with an LND node beside it, over TLS with its own certificate and a macaroon.
  @Suite("Lightning over our own node", .timeLimit(.minutes(3)))
  struct NodeTests {
    /// A deployment whose server's last words are shown when something goes wrong.
    private static func withNode(
      paysAfterMilliseconds: Int? = nil, _ body: (Deployment) async throws -> Void
    ) async throws {
      try await Deployment.with(
        paysAfterMilliseconds: paysAfterMilliseconds, hasNode: true
      ) { deployment in
        do {
          try await body(deployment)
        } catch {
          Issue.record("\(error)\n\(deployment.server.process.printed.suffix(8000))")
        }
      }
    }

    @Test("an escrow is funded, released and paid out over the node, and the books are right")
    func story() async throws {
      try await Self.withNode { deployment in
        let admin = try await Person.admin(of: deployment)
        let deal = try await Deal.accepted(on: deployment)
        let invoice = try await deal.fund()
        // The node keeps the invoice, and it is the same one for whoever asks again.
        #expect(try await deal.fund().paymentRequest == invoice.paymentRequest)
        try await deployment.simulator.pay(invoice.paymentHash)
        #expect(try await deal.reaches(.paidLocked).funded == .sats(50_000))
        #expect(try await deal.releaseAll().state == .released)
        let payout = try await deal.freelancer.payOut(
          sats: 40_000, to: deployment.simulator.lightningAddress(of: "ada"))
        #expect(payout.state == .succeeded)
        #expect(payout.preimage.count == 32)
        let paid = try await deployment.simulator.payments()
        #expect(paid.map(\.amountSat) == [40_000])
        #expect(paid.map(\.feeSat) == [40])
        #expect(payout.fee == .sats(40))
        #expect(try await deal.freelancer.balanceMsat() == (48_750 - 40_040) * 1000)
        let books = try await Books.read(by: admin, of: deployment)
        #expect(books.areRight, "\(books)")
        try await providers(admin, books)
        try await eventually("a second has passed since the last payment") {
          try await Task.sleep(for: .seconds(1))
          return true
        }
        let run = try await compared(admin)
        #expect(run.state == .done && run.findings == 0, "\(run)")
        #expect(run.entriesHere == 2 && run.entriesThere == 2)
      }
    }

    @Test("a payment whose answer is lost is asked about by its hash, and made exactly once")
    func lostAnswer() async throws {
      try await Self.withNode(paysAfterMilliseconds: 1) { deployment in
        let admin = try await Person.admin(of: deployment)
        let deal = try await Deal.accepted(on: deployment)
        _ = try await deal.askForInvoice()
        try await deal.reaches(.paidLocked)
        try await deal.releaseAll()
        try await deployment.simulator.arm("drop_after_effect", for: "send_payment")
        let payout = try await deal.freelancer.payOut(
          sats: 40_000, to: deployment.simulator.lightningAddress(of: "ada"))
        #expect(payout.state == .succeeded)
        #expect(try await deployment.simulator.payments().count == 1)
        let calls = try await ProviderServiceClient(admin.channel).listProviderCalls(
          ListProviderCallsRequest(subject: payout.name, operation: .sendPayment),
          options: admin.options)
        #expect(calls.calls.map(\.provider) == ["lnd"])
        #expect(calls.calls.map(\.outcome) == [.unknown])
        let books = try await Books.read(by: admin, of: deployment)
        #expect(books.areRight, "\(books)")
      }
    }

    /// Compares the books of the last minutes with the node's, as an admin asks for it.
    private func compared(_ admin: Person) async throws -> ReconciliationRun {
      let service = ReconciliationServiceClient(admin.channel)
      let now = Int64(Date().timeIntervalSince1970)
      var run: ReconciliationRun?
      // The server's own, at its start, may not be done yet.
      try await eventually("it is queued") {
        do {
          run = try await service.runReconciliation(
            RunReconciliationRequest(
              requestID: RequestID.new(), provider: "lnd",
              startTime: ProtoTimestamp(seconds: now - 3600),
              endTime: ProtoTimestamp(seconds: now)), options: admin.options)
          return true
        } catch let error as RPCError where error.reason == "RECONCILIATION_RUNNING" {
          return false
        }
      }
      let name = try #require(run).name
      try await eventually("it is done") {
        run = try await service.getReconciliationRun(
          GetReconciliationRunRequest(name: name), options: admin.options)
        return run?.state == .done || run?.state == .failed
      }
      return try #require(run)
    }

    /// What admins see of both providers.
    private func providers(_ admin: Person, _ books: Books) async throws {
      let service = ProviderServiceClient(admin.channel)
      let health = try await service.getProviderHealth(
        GetProviderHealthRequest(), options: admin.options
      ).providers
      #expect(health.map(\.provider) == ["bitnob", "lnd"])
      #expect(health.map(\.duties) == [["payouts", "rates"], ["lightning"]])
      #expect(health.allSatisfy { $0.condition == .answering })
      let told = try await service.getProviderBalances(
        GetProviderBalancesRequest(), options: admin.options)
      #expect(told.balances.map { $0.balance != nil } == [true, true])
      #expect(told.ledgerFloat?.units == books.floatMsat)
    }
  }
}

import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  /// Where the money goes when the story takes another turn.
  @Suite("Money of escrows")
  struct EscrowMoneyTests {
    private func books() async throws -> Books {
      let deployment = try Deployment.shared
      return try await Books.read(by: try await Person.admin(of: deployment), of: deployment)
    }

    @Test("the freelancer gives everything back, without a fee")
    func refund() async throws {
      let deal = try await Deal.funded(on: try Deployment.shared)
      let escrow = try await deal.refund(by: deal.freelancer)
      #expect(escrow.state == .refunded)
      #expect(escrow.refunded == .sats(50_000))
      #expect(escrow.feeTaken == .sats(0))
      #expect(try await deal.client.balanceMsat() == 50_000_000)
      #expect(try await deal.freelancer.balanceMsat() == 0)
      let receipts = try await deal.client.escrows.listReceipts(
        ListReceiptsRequest(parent: deal.escrow), options: deal.client.options
      ).receipts
      #expect(receipts.map(\.kind) == [.refund])
      #expect(try await books().areRight)
    }

    @Test("after a part was released, only the rest is given back")
    func refundOfTheRest() async throws {
      let deal = try await Deal.funded(on: try Deployment.shared)
      try await deal.release(2)
      let escrow = try await deal.refund(by: deal.freelancer)
      #expect(escrow.refunded == .sats(20_000))
      #expect(escrow.milestones.map(\.state) == [.refunded, .released])
      #expect(try await deal.client.balanceMsat() == 20_000_000)
      #expect(try await deal.freelancer.balanceMsat() == 29_250_000)
    }

    @Test("the client cannot take the money back before it is due")
    func refundNotDue() async throws {
      let deal = try await Deal.funded(on: try Deployment.shared)
      let error = try await refusal { try await deal.refund(by: deal.client) }
      #expect(error.code == .failedPrecondition)
      #expect(error.reason == "REFUND_NOT_DUE")
      #expect(try await deal.read().state == .paidLocked)
    }

    @Test("an admin gives it back to the client by an override, not by a refund of their own")
    func overrideByAdmin() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.funded(on: deployment)
      let admin = try await Person.admin(of: deployment)
      let error = try await refusal { try await deal.refund(by: admin) }
      #expect(error.reason == "SCOPE_MISSING")
      let escrow = try await admin.escrows.overrideEscrow(
        OverrideEscrowRequest(
          requestID: RequestID.new(), name: deal.escrow, toFreelancer: .sats(0),
          toClient: .sats(50_000), reason: "The freelancer is gone."), options: admin.options)
      #expect(escrow.state == .refunded)
      #expect(try await deal.client.balanceMsat() == 50_000_000)
    }

    @Test("an escrow without money is given up; a payment that comes later is the client's")
    func cancelAndLatePayment() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let invoice = try await deal.fund()
      #expect(try await deal.cancel().state == .cancelled)
      try await deployment.simulator.pay(invoice.paymentHash)
      try await eventually("the late payment is in the wallet") {
        try await deal.client.balanceMsat() == 50_000_000
      }
      let escrow = try await deal.read()
      #expect(escrow.state == .cancelled)
      #expect(escrow.paidLate)
      #expect(escrow.funded == .sats(0))
      #expect(try await books().areRight)
    }

    @Test("a part that was paid goes back when the client gives up")
    func cancelOfAPart() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let invoice = try await deal.fund()
      try await deployment.simulator.pay(invoice.paymentHash, sats: 12_345)
      try await deal.reaches(.partiallyFunded)
      #expect(try await deal.cancel().state == .refunded)
      #expect(try await deal.client.balanceMsat() == 12_345_000)
    }

    @Test("a release is paid in local currency at the freelancer's quote, as the preview said")
    func converted() async throws {
      let deal = try await Deal.funded(on: try Deployment.shared)
      let preview = try await deal.client.escrows.previewRelease(
        .init(name: deal.escrow), options: deal.client.options)
      #expect(preview.net == .sats(48_750) && preview.converted == nil)
      let exchange = FxServiceClient(deal.freelancer.channel)
      func release() async throws -> (Quote, Escrow) {
        let quote = try await exchange.createQuote(
          .init(
            requestID: RequestID.new(), fromAsset: "BTC", toAsset: "NGN",
            amount: .fromUnits(preview.net?.units ?? 0)), options: deal.freelancer.options)
        let shown = try await deal.client.escrows.previewRelease(
          .init(name: deal.escrow, quote: quote.name), options: deal.client.options)
        #expect(shown.converted == quote.to)
        let escrow = try await deal.client.escrows.releaseEscrow(
          .init(requestID: RequestID.new(), name: deal.escrow, quote: quote.name),
          options: deal.client.options)
        return (quote, escrow)
      }
      let (quote, escrow) = try await release()
      #expect(escrow.state == .released && escrow.released == .sats(50_000))
      let wallet = try await deal.freelancer.wallets.getWallet(
        .init(), options: deal.freelancer.options)
      #expect(wallet.balances.filter { $0.units != 0 } == [quote.to])
      let conversions = try await exchange.listConversions(
        .init(), options: deal.freelancer.options)
      #expect(conversions.conversions.map(\.escrow) == [deal.escrow])
      #expect(try await books().areRight)
    }

    @Test("what was paid too much goes to the client's wallet")
    func overpaid() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let invoice = try await deal.fund()
      try await deployment.simulator.pay(invoice.paymentHash, sats: 51_000)
      let escrow = try await deal.reaches(.paidLocked)
      #expect(escrow.overpaid)
      #expect(escrow.funded == .sats(50_000))
      #expect(try await deal.client.balanceMsat() == 1_000_000)
      #expect(try await books().areRight)
    }

    @Test("what was paid too little is asked for by a second invoice over the rest")
    func underpaid() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let first = try await deal.fund()
      try await deployment.simulator.pay(first.paymentHash, sats: 20_000)
      let part = try await deal.reaches(.partiallyFunded)
      #expect(part.funded == .sats(20_000))
      #expect(part.milestones.allSatisfy { $0.state == .pending })
      let early = try await refusal { try await deal.release(1) }
      #expect(early.reason == "ILLEGAL_TRANSITION")
      let second = try await deal.fund()
      #expect(second.name != first.name)
      #expect(second.amount == .sats(30_000))
      try await deployment.simulator.pay(second.paymentHash)
      let whole = try await deal.reaches(.paidLocked)
      #expect(whole.funded == .sats(50_000))
      #expect(!whole.overpaid)
    }

    @Test("while an invoice can be paid, asking again gives the same one")
    func sameInvoice() async throws {
      let deal = try await Deal.accepted(on: try Deployment.shared)
      let first = try await deal.fund()
      let second = try await deal.fund()
      #expect(first.paymentRequest == second.paymentRequest)
    }

    @Test("more work is paid from the client's wallet when the second one agrees to it")
    func raised() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.funded(on: deployment)
      func restate(_ person: Person, isRehearsal: Bool = false) async throws -> Escrow {
        try await person.escrows.restateEscrow(
          RestateEscrowRequest(
            requestID: RequestID.new(), name: deal.escrow, amounts: [.sats(20_000), .sats(25_000)],
            newMilestones: [NewMilestone(title: "Ünïcode, too", amount: .sats(15_000))],
            validateOnly: isRehearsal),
          options: person.options)
      }
      let proposed = try await restate(deal.client)
      #expect(proposed.newMilestones.map(\.amount) == [.sats(15_000)])
      #expect(try await deal.read() == proposed && proposed.milestones.count == 2)
      for isRehearsal in [true, false] {
        let error = try await refusal {
          try await restate(deal.freelancer, isRehearsal: isRehearsal)
        }
        #expect(error.code == .failedPrecondition && error.reason == "INSUFFICIENT_FUNDS")
      }
      let deposit = try await deal.client.wallets.createDeposit(
        CreateDepositRequest(requestID: RequestID.new(), amount: .sats(12_000)),
        options: deal.client.options)
      try await deployment.simulator.pay(deposit.paymentHash)
      try await eventually("the deposit is in the wallet") {
        try await deal.client.balanceMsat() == 12_000_000
      }
      let tried = try await restate(deal.freelancer, isRehearsal: true)
      #expect(tried.milestones.map(\.state) == [.funded, .funded, .funded])
      #expect(try await deal.client.balanceMsat() == 12_000_000)
      let raised = try await restate(deal.freelancer)
      #expect(raised.amount == .sats(60_000) && raised.funded == .sats(60_000))
      #expect(raised.milestones.map(\.title) == ["Step 1", "Step 2", "Ünïcode, too"])
      #expect(raised.newMilestones.isEmpty)
      #expect(try await deal.client.balanceMsat() == 2_000_000)
      let entries = try await deal.client.wallets.listWalletEntries(
        .init(), options: deal.client.options
      ).entries
      #expect(entries.map(\.kind).sorted() == ["deposit", "fund_from_wallet"])
      try await deal.submit(3)
      try await deal.release(3)
      #expect(try await deal.releaseAll().state == .released)
      #expect(try await deal.freelancer.balanceMsat() == 58_500_000)
      #expect(try await books().areRight)
    }

    @Test("a wallet cannot pay out more than it holds")
    func insufficientFunds() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.funded(on: deployment)
      try await deal.releaseAll()
      let error = try await refusal {
        try await deal.freelancer.payouts.createPayout(
          CreatePayoutRequest(
            requestID: RequestID.new(), amount: .sats(48_750),
            lightningAddress: deployment.simulator.lightningAddress(of: "ada")),
          options: deal.freelancer.options)
      }
      #expect(error.code == .failedPrecondition)
      #expect(error.reason == "INSUFFICIENT_FUNDS")
      #expect(try await deal.freelancer.balanceMsat() == 48_750_000)
    }
  }
}

import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd.OneServer {
  /// Whose call it is decides what is there at all.
  @Suite("Access to objects")
  struct AccessTests {
    /// Every call that names a resource, made by `caller` for what belongs to a deal of others.
    private static func calls(
      of caller: Person, on deal: Deal, invoice: String, payout: String
    ) -> [(String, Role, () async throws -> Void)] {
      let options = caller.options
      let id = RequestID.new()
      let (escrow, first, job) = (deal.escrow, deal.milestone(1), deal.job.name)
      let terms = deal.job.termsSha256
      return [
        (
          "GetJob", .client,
          { _ = try await caller.jobs.getJob(.init(name: job), options: options) }
        ),
        (
          "CancelJob", .client,
          { _ = try await caller.jobs.cancelJob(.init(requestID: id, name: job), options: options) }
        ),
        (
          "AcceptTerms", .freelancer,
          {
            _ = try await caller.jobs.acceptTerms(
              .init(requestID: id, name: job, termsSha256: terms), options: options)
          }
        ),
        (
          "GetEscrow", .client,
          { _ = try await caller.escrows.getEscrow(.init(name: escrow), options: options) }
        ),
        (
          "FundEscrow", .client,
          {
            _ = try await caller.escrows.fundEscrow(
              .init(requestID: id, name: escrow), options: options)
          }
        ),
        (
          "SubmitMilestone", .freelancer,
          {
            _ = try await caller.escrows.submitMilestone(
              .init(requestID: id, name: first, deliveryNote: "mine"), options: options)
          }
        ),
        (
          "ReleaseMilestone", .client,
          {
            _ = try await caller.escrows.releaseMilestone(
              .init(requestID: id, name: first), options: options)
          }
        ),
        (
          "ReleaseEscrow", .client,
          {
            _ = try await caller.escrows.releaseEscrow(
              .init(requestID: id, name: escrow), options: options)
          }
        ),
        (
          "RefundEscrow", .client,
          {
            _ = try await caller.escrows.refundEscrow(
              .init(requestID: id, name: escrow, reason: "mine"), options: options)
          }
        ),
        (
          "CancelEscrow", .client,
          {
            _ = try await caller.escrows.cancelEscrow(
              .init(requestID: id, name: escrow), options: options)
          }
        ),
        (
          "ListReceipts", .client,
          { _ = try await caller.escrows.listReceipts(.init(parent: escrow), options: options) }
        ),
        (
          "WatchEscrow", .client,
          {
            for try await _ in try await caller.escrows.watchEscrow(
              .init(name: escrow), options: options)
            {}
          }
        ),
        (
          "GetInvoice", .client,
          { _ = try await caller.invoices.getInvoice(.init(name: invoice), options: options) }
        ),
        (
          "RenderQr", .client,
          {
            _ = try await caller.invoices.renderQr(
              .init(name: invoice, format: .svg), options: options)
          }
        ),
        (
          "GetPayout", .client,
          { _ = try await caller.payouts.getPayout(.init(name: payout), options: options) }
        ),
        (
          "WatchPayout", .client,
          {
            for try await _ in try await caller.payouts.watchPayout(
              .init(name: payout), options: options)
            {}
          }
        ),
        (
          "GetWallet", .client,
          {
            _ = try await caller.wallets.getWallet(
              .init(name: deal.client.name + "/wallet"), options: options)
          }
        ),
      ]
    }

    @Test("what belongs to others is not there, on every call, and stays as it was")
    func foreign() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let invoice = try await deal.fund()
      try await deployment.simulator.pay(invoice.paymentHash)
      try await deal.reaches(.paidLocked)
      try await deal.release(1)
      let payout = try await deal.freelancer.payouts.createPayout(
        CreatePayoutRequest(
          requestID: RequestID.new(), amount: .sats(1),
          lightningAddress: deployment.simulator.lightningAddress(of: "ada")),
        options: deal.freelancer.options)
      let before = try await deal.read()
      let channel = try deployment.server.channel()
      let stranger = try await Person.register([.client, .freelancer], on: channel)
      let calls = Self.calls(
        of: stranger, on: deal, invoice: invoice.name, payout: payout.name)
      for (name, _, call) in calls {
        let error = try await refusal(of: call)
        #expect(error.code == .notFound, "\(name): \(error)")
        #expect(error.reason == "NOT_FOUND", "\(name)")
      }
      #expect(try await deal.read() == before)
    }

    @Test("lists show only what is the caller's")
    func lists() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.funded(on: deployment)
      try await deal.release(1)
      let stranger = try await Person.register(
        [.client, .freelancer], on: try deployment.server.channel())
      let options = stranger.options
      #expect(
        try await stranger.escrows.listEscrows(.init(), options: options).escrows.isEmpty)
      #expect(
        try await stranger.jobs.listJobs(.init(mine: true), options: options).jobs.isEmpty)
      #expect(
        try await stranger.payouts.listPayouts(.init(), options: options).payouts.isEmpty)
      #expect(
        try await stranger.wallets.listWalletEntries(.init(), options: options).entries.isEmpty)
      let own = try await deal.client.escrows.listEscrows(.init(), options: deal.client.options)
      #expect(own.escrows.map(\.name) == [deal.escrow])
    }

    @Test("a party without the role is told so, and the books are for admins alone")
    func roles() async throws {
      let deal = try await Deal.funded(on: try Deployment.shared)
      let (client, freelancer) = (deal.client, deal.freelancer)
      let calls: [() async throws -> Void] = [
        { try await Deal(deal, client: freelancer).releaseAll() },
        { _ = try await Deal(deal, client: freelancer).fund() },
        { try await Deal(deal, freelancer: client).submit(1) },
        { _ = try await client.ledger.getTrialBalance(.init(), options: client.options) },
        { _ = try await client.ledger.listTransfers(.init(), options: client.options) },
        { _ = try await freelancer.events.listEvents(.init(), options: freelancer.options) },
      ]
      for call in calls {
        let error = try await refusal(of: call)
        #expect(error.code == .permissionDenied)
        #expect(error.reason == "SCOPE_MISSING")
      }
    }

    @Test("who has both roles still is only the one side of an escrow that they are")
    func bothRoles() async throws {
      let deployment = try Deployment.shared
      let channel = try deployment.server.channel()
      async let first = Person.register([.client, .freelancer], on: channel)
      async let second = Person.register([.client, .freelancer], on: channel)
      let deal = try await Deal.accepted(by: first, second, sats: [1_000])
      let invoice = try await deal.fund()
      try await deployment.simulator.pay(invoice.paymentHash)
      try await deal.reaches(.paidLocked)
      let swapped = Deal(deal, client: deal.freelancer, freelancer: deal.client)
      let release = try await refusal { try await swapped.releaseAll() }
      #expect(release.code == .permissionDenied)
      #expect(release.reason == "NOT_THE_CLIENT")
      let submit = try await refusal { try await swapped.submit(1) }
      #expect(submit.reason == "NOT_THE_FREELANCER")
    }
  }
}

import EndToEndSupport
import PayLytAPI
import PayLytCrypto
import PayLytRPC
import Synchronization
import Testing

extension EndToEnd {
  @Suite("The whole story") struct StoryTests {
    @Test("an escrow runs from job to payout, and the books are right", .timeLimit(.minutes(3)))
    func story() async throws {
      try await Deployment.with(paysAfterMilliseconds: 100) { deployment in
        let admin = try await Person.admin(of: deployment)
        let deal = try await Deal.accepted(on: deployment)
        try await posted(deal)
        let seen = Seen()
        async let watching: Void = watch(deal, seen)
        try await eventually("it is watched") { !seen.states.isEmpty }
        try await funded(deal)
        let released = try await released(deal)
        try await watching
        let states = seen.states
        #expect(states.first == .created)
        #expect(states.contains(.paidLocked))
        #expect(states.last == .released)
        try await receipts(of: deal, released)
        try await paidOut(deal, deployment)
        try await books(by: admin, deal, deployment)
      }
    }

    /// What a watcher sees; a state that stays is one.
    private final class Seen: Sendable {
      private let list = Mutex<[Escrow.State]>([])
      var states: [Escrow.State] { list.withLock { $0 } }
      func add(_ state: Escrow.State) {
        list.withLock { if $0.last != state { $0.append(state) } }
      }
    }

    private func posted(_ deal: Deal) async throws {
      let job = deal.job
      #expect(job.state == .assigned)
      #expect(job.amount == .sats(50_000))
      // 1500 NGN for 1000 satoshis is the simulator's price.
      #expect(job.localValue?.asset == "NGN")
      #expect((job.localValue?.units ?? 0) > 0)
      #expect(job.freelancer == deal.freelancer.name)
    }

    /// Collects every state that a watcher sees, to the end.
    private func watch(_ deal: Deal, _ seen: Seen) async throws {
      var version: Int64 = 0
      let request = WatchEscrowRequest(name: deal.escrow)
      let changes = try await deal.freelancer.escrows.watchEscrow(
        request, options: deal.freelancer.options)
      for try await change in changes {
        #expect(change.version > version)
        version = change.version
        seen.add(change.state)
      }
    }

    private func funded(_ deal: Deal) async throws {
      let invoice = try await deal.fund()
      #expect(invoice.amount == .sats(50_000))
      let decoded = try await deal.client.invoices.decodeInvoice(
        DecodeInvoiceRequest(paymentRequest: invoice.paymentRequest),
        options: deal.client.options)
      #expect(decoded.amount == invoice.amount)
      #expect(decoded.paymentHash == invoice.paymentHash)
      #expect(decoded.network == "bcrt")
      for format in [RenderQrRequest.Format.svg, .terminal] {
        let code = try await deal.client.invoices.renderQr(
          RenderQrRequest(name: invoice.name, format: format), options: deal.client.options)
        #expect(code.content.count > 500)
      }
      let held = try await deal.reaches(.paidLocked)
      #expect(held.available == .sats(50_000))
      #expect(held.milestones.map(\.state) == [.funded, .funded])
      let settled = try await deal.client.invoices.getInvoice(
        GetInvoiceRequest(name: invoice.name), options: deal.client.options)
      #expect(settled.state == .settled)
    }

    private func released(_ deal: Deal) async throws -> Escrow {
      let submitted = try await deal.submit(1)
      #expect(submitted.state == .inReview)
      let half = try await deal.release(1)
      #expect(half.state == .partiallyReleased)
      #expect(half.released == .sats(20_000))
      #expect(half.available == .sats(30_000))
      let whole = try await deal.releaseAll()
      #expect(whole.state == .released)
      #expect(whole.available == .sats(0))
      // 2.5 percent.
      #expect(whole.feeTaken == .sats(1_250))
      return whole
    }

    private func receipts(of deal: Deal, _ escrow: Escrow) async throws {
      let seed = HMAC.sha256(
        key: RunningServer.masterSecret, message: Array("paylyt receipts 1".utf8))
      let key = try #require(Ed25519.SigningKey(seed: seed)).verifyKey
      for reader in [deal.client, deal.freelancer] {
        let receipts = try await reader.escrows.listReceipts(
          ListReceiptsRequest(parent: deal.escrow), options: reader.options
        ).receipts
        #expect(receipts.map(\.lines) == [["Step 1"], ["Step 2"]])
        #expect(receipts.reduce(0) { $0 + ($1.gross?.units ?? 0) } == escrow.released?.units)
        for var receipt in receipts {
          let signature = receipt.signature
          (receipt.signature, receipt.keyID) = ([], "")
          #expect(key.verify(signature, of: receipt.wireBytes))
          receipt.net?.units += 1
          #expect(!key.verify(signature, of: receipt.wireBytes))
        }
      }
    }

    private func paidOut(_ deal: Deal, _ deployment: Deployment) async throws {
      let freelancer = deal.freelancer
      let before = try await freelancer.balanceMsat()
      #expect(before == 48_750_000)
      let request = CreatePayoutRequest(
        requestID: RequestID.new(), amount: .sats(40_000),
        lightningAddress: deployment.simulator.lightningAddress(of: "ada"))
      let created = try await freelancer.payouts.createPayout(
        request, options: freelancer.options)
      let changes = try await freelancer.payouts.watchPayout(
        WatchPayoutRequest(name: created.name), options: freelancer.options)
      var last = created
      for try await change in changes { last = change }
      #expect(last.state == .succeeded)
      #expect(last.preimage.count == 32)
      let fee = try #require(last.fee?.units)
      #expect(try await freelancer.balanceMsat() == before - 40_000_000 - fee)
      let paid = try await deployment.simulator.payments()
      #expect(paid.map(\.reference) == [created.providerReference])
      #expect(paid.map(\.amountSat) == [40_000])
      let kinds = try await freelancer.wallets.listWalletEntries(
        ListWalletEntriesRequest(), options: freelancer.options
      ).entries.map(\.kind)
      #expect(kinds == ["payout_return", "payout_reserve", "release", "release"])
    }

    private func books(
      by admin: Person, _ deal: Deal, _ deployment: Deployment
    ) async throws {
      let books = try await Books.read(by: admin, of: deployment)
      #expect(books.areRight, "\(books)")
      #expect(books.credit("escrow") == 0)
      #expect(books.credit("payout_in_transit") == 0)
      #expect(books.credit("fees") == 1_250_000)
      #expect(books.credit("wallet") == (try await deal.freelancer.balanceMsat()))
      let events = try await admin.events.listEvents(
        ListEventsRequest(subject: deal.escrow), options: admin.options
      ).events
      #expect(
        events.map(\.type) == [
          "escrow.invoice_issued", "escrow.paid_locked", "escrow.milestone_submitted",
          "escrow.milestone_released", "escrow.released",
        ])
      #expect(
        events.map(\.actor) == [
          deal.client.name, "system/webhooks", deal.freelancer.name, deal.client.name,
          deal.client.name,
        ])
      for event in events {
        let payload = try #require(event.payload)
        #expect(payload.typeURL.hasPrefix("type.googleapis.com/paylyt.escrow.v1."))
      }
      let all = try await admin.events.listEvents(
        ListEventsRequest(pageSize: 200), options: admin.options
      ).events
      #expect(all.map(\.position) == all.map(\.position).sorted())
      #expect(all.contains { $0.type == "payout.succeeded" })
    }
  }
}

import EndToEndSupport
import PayLytAPI
import PayLytRPC
import Synchronization
import Testing

extension EndToEnd.OneServer {
  /// Invoices that are shown, replaced, given up, and paid all the same.
  @Suite("Invoices")
  struct InvoiceStoryTests {
    @Test("an invoice is shown as link and picture, replaced, and paid late all the same")
    func life() async throws {
      let deployment = try Deployment.shared
      let deal = try await Deal.accepted(on: deployment)
      let client = deal.client
      let first = try await deal.fund()
      #expect(first.paymentURI == "lightning:" + first.paymentRequest)
      #expect(first.qrText == first.paymentURI.uppercased())
      #expect(first.bip21URI == "bitcoin:?amount=0.0005&lightning=" + first.paymentRequest)
      for (format, type) in [
        (RenderQrRequest.Format.svg, "image/svg+xml"), (.png, "image/png"),
        (.terminal, "text/plain; charset=utf-8"),
      ] {
        let code = try await client.invoices.renderQr(
          .init(name: first.name, format: format), options: client.options)
        #expect(code.contentType == type && code.content.count > 500)
      }

      let seen = Seen()
      async let watching: Void = seen.watch(first.name, as: deal.freelancer)
      try await eventually("it is watched") { !seen.states.isEmpty }
      let second = try await client.invoices.refreshInvoice(
        .init(requestID: RequestID.new(), name: first.name, etag: first.etag),
        options: client.options)
      #expect(second.name != first.name && second.state == .pending)
      #expect(second.paymentHash != first.paymentHash && second.amount == first.amount)
      let list = try await client.invoices.listInvoices(
        .init(parent: deal.escrow), options: client.options)
      #expect(list.invoices.map(\.name) == [second.name, first.name])
      #expect(list.invoices.map(\.state) == [.pending, .cancelled])

      // The payer had scanned the first one.
      try await deployment.simulator.pay(first.paymentHash)
      let held = try await deal.reaches(.paidLocked)
      #expect(held.funded == .sats(50_000) && !held.overpaid && !held.paidLate)
      try await watching
      #expect(seen.states.last == .settled)
      let over = try await refusal {
        try await client.invoices.refreshInvoice(
          .init(requestID: RequestID.new(), name: second.name), options: client.options)
      }
      #expect(over.code == .failedPrecondition)
    }

    @Test("a cancelled invoice is offered no more, and the next one is another")
    func cancelled() async throws {
      let deal = try await Deal.accepted(on: try Deployment.shared)
      let first = try await deal.fund()
      let request = CancelInvoiceRequest(requestID: RequestID.new(), name: first.name)
      let cancelled = try await deal.client.invoices.cancelInvoice(
        request, options: deal.client.options)
      #expect(cancelled.state == .cancelled && cancelled.etag != first.etag)
      let again = try await deal.client.invoices.cancelInvoice(
        request, options: deal.client.options)
      #expect(again == cancelled)
      let second = try await deal.fund()
      #expect(second.name != first.name && second.paymentHash != first.paymentHash)
    }

    /// What a watcher sees until the invoice is settled.
    private final class Seen: Sendable {
      private let list = Mutex<[Invoice.State]>([])
      var states: [Invoice.State] { list.withLock { $0 } }

      func watch(_ invoice: String, as person: Person) async throws {
        let changes = try await person.invoices.watchInvoice(
          .init(name: invoice), options: person.options)
        for try await change in changes { list.withLock { $0.append(change.state) } }
      }
    }
  }
}

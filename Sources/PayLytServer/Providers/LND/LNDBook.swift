import LNDAPI
import PayLytCrypto
import PayLytRPC

/// Pages are the node's own indexes, oldest first.
extension LNDProvider: ProviderBook {
  func entries(
    _ direction: BookEntry.Direction, from: Timestamp, to: Timestamp, page: String?
  ) async throws(ProviderError) -> BookPage {
    let offset = page.flatMap(UInt64.init) ?? 0
    let start = UInt64(max(0, from.seconds - ProviderLimits.bookAgeSeconds))
    // What was made later can only have been final later. The second itself is in it.
    let end = UInt64(max(0, to.seconds + 1))
    switch direction {
    case .received: return try await receipts(offset, start, end)
    case .sent: return try await payments(offset, start, end, from: from)
    }
  }

  private func receipts(
    _ offset: UInt64, _ start: UInt64, _ end: UInt64
  ) async throws(ProviderError) -> BookPage {
    let request = ListInvoiceRequest(
      indexOffset: offset, numMaxInvoices: UInt64(ProviderLimits.bookPage),
      creationDateStart: start, creationDateEnd: end)
    let answer = try await transport.call { (options) throws(RPCError) -> ListInvoiceResponse in
      try await transport.lightning.listInvoices(request, options: options)
    }
    var entries: [BookEntry] = []
    for invoice in answer.invoices where invoice.state == .settled && invoice.rHash.count == 32 {
      guard let at = Timestamp(told: invoice.settleDate) else {
        throw .unavailable(reason: "an entry of the list cannot be read")
      }
      entries.append(
        BookEntry(
          direction: .received, paymentHash: invoice.rHash, reference: "",
          amountMsat: invoice.amtPaidMsat, at: at))
    }
    let isLast = answer.invoices.count < Int(ProviderLimits.bookPage)
    return BookPage(entries: entries, next: isLast ? nil : "\(answer.lastIndexOffset)")
  }

  private func payments(
    _ offset: UInt64, _ start: UInt64, _ end: UInt64, from: Timestamp
  ) async throws(ProviderError) -> BookPage {
    let request = ListPaymentsRequest(
      indexOffset: offset, maxPayments: UInt64(ProviderLimits.nodePaymentsPage),
      creationDateStart: start, creationDateEnd: end)
    let answer = try await transport.call { (options) throws(RPCError) -> ListPaymentsResponse in
      try await transport.lightning.listPayments(request, options: options)
    }
    var entries: [BookEntry] = []
    for payment in answer.payments where payment.status == .succeeded {
      let (amount, overflow) = payment.valueMsat.addingReportingOverflow(payment.feeMsat)
      guard let hash = Hex.decode(payment.paymentHash), hash.count == 32, !overflow else {
        throw .unavailable(reason: "an entry of the list cannot be read")
      }
      entries.append(
        BookEntry(
          direction: .sent, paymentHash: hash, reference: "", amountMsat: amount,
          at: payment.settledAt ?? payment.createdAt.paidWithin(spanFrom: from)))
    }
    let isLast = answer.payments.count < Int(ProviderLimits.nodePaymentsPage)
    return BookPage(entries: entries, next: isLast ? nil : "\(answer.lastIndexOffset)")
  }
}

extension LNDAPI.Payment {
  fileprivate var createdAt: Timestamp { Timestamp(microseconds: creationTimeNs / 1000) }

  /// When the last of its parts arrived, which a receiver may put off for days; nil when the node
  /// does not say.
  fileprivate var settledAt: Timestamp? {
    htlcs.filter { $0.status == .succeeded && $0.resolveTimeNs > 0 }.map(\.resolveTimeNs).max()
      .map { Timestamp(microseconds: $0 / 1000) }
  }
}

import PayLytRPC

/// Asks the provider about unpaid invoices, in case a webhook was lost.
struct InvoiceWatcher: Sendable {
  let database: any Store
  let providers: LightningProviders
  let clock: any Clock
  let log: Log
  let onPaid: @Sendable (Invoice, _ paidMsat: Int64) async throws -> Void
  let onExpired: @Sendable (Invoice) async throws -> Void
  private let round = UnpaidRound(
    pending: InvoiceStatements.pending, ended: InvoiceStatements.ended
  ) {
    .init(expiresAt: $0.expiresAt, id: $0.id)
  }

  /// Asks about the next invoices. Returns whether there are more that can still be paid.
  func step() async throws -> Bool {
    let now = clock.now()
    return try await round.step(from: database, at: now) { await look(at: $0, now) }
  }

  /// Asks about what somebody else has heard of, however long ago it ended.
  func ask(paymentHash: [UInt8]) async throws {
    let found = try await database.query(InvoiceStatements.invoiceByHash, [.bytes(paymentHash)])
    guard let invoice = found.first, invoice.state != .settled else { return }
    log.warning("payment was not heard of", ["invoice": "\(invoice.id)"])
    _ = await look(at: invoice, clock.now())
  }

  /// Returns whether there was an answer, and it was taken in.
  private func look(at invoice: Invoice, _ now: Timestamp) async -> Bool {
    do {
      let provider = try providers.named(invoice.provider)
      let end = invoice.expiresAt
      switch try await provider.statusOfUnpaid(invoice.paymentHash, until: end, at: now) {
      case .paid(let receipt):
        let paid = receipt.amountMsat ?? invoice.amountMsat
        if paid > 0 { try await onPaid(invoice, paid) }
      case .pending: break
      case .expired:
        if invoice.state == .pending, now >= end { try await onExpired(invoice) }
      }
      return true
    } catch {
      log.info("invoice not checked", ["invoice": "\(invoice.id)", "error": "\(error)"])
      return false
    }
  }
}

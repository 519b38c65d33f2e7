import PayLytRPC

/// Asks the provider about unpaid invoices, in case a webhook was lost.
struct InvoiceWatcher: Sendable {
  let database: any Store
  let providers: LightningProviders
  let clock: any Clock
  let log: Log
  let onPaid: @Sendable (Invoice, _ paidMsat: Int64) async throws -> Void
  let onExpired: @Sendable (Invoice) async throws -> Void
  private let round = UnpaidRound(InvoiceStatements.watched) {
    .init(expiresAt: $0.expiresAt, id: $0.id)
  }

  /// Asks about the next invoices. Returns false: it never hurries.
  func step() async throws -> Bool {
    let now = clock.now()
    for invoice in try await round.next(from: database, at: now) { await look(at: invoice, now) }
    return false
  }

  /// Asks about what somebody else has heard of, however long ago it ended.
  func ask(paymentHash: [UInt8]) async throws {
    let found = try await database.query(InvoiceStatements.invoiceByHash, [.bytes(paymentHash)])
    guard let invoice = found.first, invoice.state != .settled else { return }
    log.warning("payment was not heard of", ["invoice": "\(invoice.id)"])
    await look(at: invoice, clock.now())
  }

  private func look(at invoice: Invoice, _ now: Timestamp) async {
    do {
      let provider = try providers.named(invoice.provider)
      switch try await provider.invoiceStatus(paymentHash: invoice.paymentHash) {
      case .paid(let receipt):
        let paid = receipt.amountMsat ?? invoice.amountMsat
        if paid > 0 { try await onPaid(invoice, paid) }
      case .pending: break
      case .expired:
        if invoice.state == .pending, now >= invoice.expiresAt { try await onExpired(invoice) }
      }
    } catch {
      log.info("invoice not checked", ["invoice": "\(invoice.id)", "error": "\(error)"])
    }
  }
}

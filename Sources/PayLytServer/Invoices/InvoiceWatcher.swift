import PayLytRPC

/// Asks the provider about unpaid invoices, in case a webhook was lost: as long as they can be
/// paid, and for a day after that, because a payment may arrive late.
struct InvoiceWatcher: Sendable {
  /// Invoices asked about in one step.
  private static let batch = 50
  /// A webhook usually comes within seconds: younger invoices are left alone.
  private static let ageSecondsMin: Int64 = 10
  private static let watchAfterExpirySeconds: Int64 = 24 * 3600

  let database: any Store
  let providers: LightningProviders
  let clock: any Clock
  let log: Log
  let onPaid: @Sendable (Invoice, _ paidMsat: Int64) async throws -> Void
  let onExpired: @Sendable (Invoice) async throws -> Void
  private let round = ExpiryRound(InvoiceStatements.watched, batch: Self.batch) {
    .init(expiresAt: $0.expiresAt, id: $0.id)
  }

  /// Asks about the next invoices. Returns false: it never hurries.
  func step() async throws -> Bool {
    let now = clock.now()
    let invoices = try await round.next(
      from: database, oldest: now.adding(seconds: -Self.watchAfterExpirySeconds),
      madeBefore: now.adding(seconds: -Self.ageSecondsMin))
    for invoice in invoices { await look(at: invoice, now) }
    return false
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

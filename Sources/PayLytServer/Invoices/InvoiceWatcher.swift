import PayLytRPC
import Synchronization

/// Asks the provider about unpaid invoices, in case a webhook was lost: as long as they can be
/// paid, and for a day after that, because a payment may arrive late.
final class InvoiceWatcher: Sendable {
  /// Invoices asked about in one step.
  private static let batch: Int64 = 50
  /// A webhook usually comes within seconds: younger invoices are left alone.
  private static let ageSecondsMin: Int64 = 10
  private static let watchAfterExpirySeconds: Int64 = 24 * 3600

  private let database: any Store
  private let providers: LightningProviders
  private let clock: any Clock
  private let log: Log
  private let onPaid: @Sendable (Invoice, _ paidMsat: Int64) async throws -> Void
  private let onExpired: @Sendable (Invoice) async throws -> Void
  /// Where the last step ended: all invoices get their turn, however many there are.
  private let cursor = Mutex(Timestamp(microseconds: 0))

  init(
    database: any Store, providers: LightningProviders, clock: any Clock, log: Log,
    onPaid: @escaping @Sendable (Invoice, Int64) async throws -> Void,
    onExpired: @escaping @Sendable (Invoice) async throws -> Void
  ) {
    self.database = database
    self.providers = providers
    self.clock = clock
    self.log = log
    self.onPaid = onPaid
    self.onExpired = onExpired
  }

  /// Asks about the next invoices. Returns false: it never hurries.
  func step() async throws -> Bool {
    let now = clock.now()
    let oldest = now.adding(seconds: -Self.watchAfterExpirySeconds)
    let from = cursor.withLock { max($0, oldest) }
    let invoices = try await database.query(
      InvoiceStatements.watched,
      [
        .timestamp(from), .timestamp(now.adding(seconds: -Self.ageSecondsMin)),
        .int8(Self.batch),
      ])
    cursor.withLock { cursor in
      let isLast = invoices.count < Int(Self.batch)
      cursor = isLast ? Timestamp(microseconds: 0) : (invoices.last?.expiresAt ?? oldest)
    }
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

import LNDAPI
import PayLytRPC
import Synchronization

/// Listens to the node for invoices that are paid, as webhooks do elsewhere: what it misses, the
/// watchers of invoices and deposits find by asking.
final class LNDInvoiceStream: Sendable {
  private let provider: LNDProvider
  private let log: Log
  private let onPaid: @Sendable (_ paymentHash: [UInt8], _ paidMsat: Int64) async throws -> Void
  /// Behind which settlement the next subscription begins.
  private let settleIndex = Mutex<UInt64>(0)

  init(
    provider: LNDProvider, log: Log,
    onPaid: @escaping @Sendable ([UInt8], Int64) async throws -> Void
  ) {
    self.provider = provider
    self.log = log
    self.onPaid = onPaid
  }

  /// Listens until the task is cancelled; a stream that ends is opened again behind the last
  /// settlement that was taken in.
  func run() async {
    var pause = ProviderLimits.firstPause
    while !Task.isCancelled {
      do {
        try await listen()
        pause = ProviderLimits.firstPause
      } catch {
        log.info("node not heard", ["error": "\(error)"])
      }
      try? await Task.sleep(for: pause)
      pause = min(pause * 2, ProviderLimits.streamPauseMax)
    }
  }

  private func listen() async throws {
    let from = settleIndex.withLock { $0 }
    let stream = try await provider.transport.call(timeout: ProviderLimits.streamLife) {
      (options) throws(RPCError) -> ResponseStream<NodeInvoice> in
      try await provider.transport.lightning.subscribeInvoices(
        InvoiceSubscription(settleIndex: from), options: options)
    }
    for try await invoice in stream where invoice.state == .settled {
      if case .paid(let receipt) = try provider.status(of: invoice, invoice.rHash) {
        try await onPaid(invoice.rHash, receipt.amountMsat ?? invoice.amtPaidMsat)
      }
      settleIndex.withLock { $0 = max($0, invoice.settleIndex) }
    }
  }
}

import LNDAPI
import PayLytRPC
import Synchronization

/// Listens to the node for invoices that are paid, as webhooks do elsewhere: what it misses, the
/// watchers of invoices and deposits find by asking.
final class LNDInvoiceStream: Sendable {
  private let provider: LNDProvider
  private let onLoss: @Sendable (any Error) -> Void
  private let onPaid: @Sendable (_ paymentHash: [UInt8], _ paidMsat: Int64) async throws -> Void
  /// Behind which settlement the next subscription begins.
  private let settleIndex = Mutex<UInt64>(0)

  init(
    provider: LNDProvider, onLoss: @escaping @Sendable (any Error) -> Void,
    onPaid: @escaping @Sendable ([UInt8], Int64) async throws -> Void
  ) {
    self.provider = provider
    self.onLoss = onLoss
    self.onPaid = onPaid
  }

  /// Listens until the task is cancelled; a stream that ends is opened again behind the last
  /// settlement that was taken in.
  func run() async {
    var pause = ProviderLimits.firstPause
    while !Task.isCancelled {
      let before = settleIndex.withLock { $0 }
      do {
        try await listen()
        pause = ProviderLimits.firstPause
      } catch let error as RPCError where error.code == .deadlineExceeded {
        // Its time was over; nothing is wrong.
        pause = ProviderLimits.firstPause
      } catch {
        onLoss(error)
        if settleIndex.withLock({ $0 }) > before { pause = ProviderLimits.firstPause }
      }
      do {
        try await Task.sleep(for: pause)
      } catch {
        return
      }
      pause = min(pause * 2, ProviderLimits.streamPauseMax)
    }
  }

  private func listen() async throws {
    let from = settleIndex.withLock { $0 }
    // Beside the breaker: that a stream was opened says nothing of the node.
    let options = try provider.transport.options(timeout: ProviderLimits.streamLife)
    let stream = try await provider.transport.lightning.subscribeInvoices(
      InvoiceSubscription(settleIndex: from), options: options)
    for try await invoice in stream where invoice.state == .settled {
      if case .paid(let receipt) = try provider.status(of: invoice, invoice.rHash) {
        try await onPaid(invoice.rHash, receipt.amountMsat ?? invoice.amtPaidMsat)
      }
      settleIndex.withLock { $0 = max($0, invoice.settleIndex) }
    }
  }
}

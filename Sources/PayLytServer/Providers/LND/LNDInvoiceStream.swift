import LNDAPI
import PayLytRPC
import Synchronization

/// Listens to the node for invoices that are paid, as webhooks do elsewhere: what it misses, the
/// watchers of invoices and deposits find by asking.
final class LNDInvoiceStream: Sendable {
  private let provider: LNDProvider
  private let onLoss: @Sendable (any Error) -> Void
  private let onSkip: @Sendable (_ paymentHash: [UInt8], any Error) -> Void
  private let isMomentary: @Sendable (any Error) -> Bool
  private let onPaid: @Sendable (_ paymentHash: [UInt8], _ paidMsat: Int64) async throws -> Void
  /// Behind which settlement the next subscription begins.
  private let settleIndex = Mutex<UInt64>(0)

  /// - Parameters:
  ///   - onLoss: told when the node is not heard, or a payment could not be booked just now.
  ///   - onSkip: told of a payment that could not be booked for a reason of its own.
  ///   - isMomentary: whether what `onPaid` has thrown may go well a moment later.
  init(
    provider: LNDProvider, onLoss: @escaping @Sendable (any Error) -> Void,
    onSkip: @escaping @Sendable ([UInt8], any Error) -> Void,
    isMomentary: @escaping @Sendable (any Error) -> Bool,
    onPaid: @escaping @Sendable ([UInt8], Int64) async throws -> Void
  ) {
    self.provider = provider
    self.onLoss = onLoss
    self.onSkip = onSkip
    self.isMomentary = isMomentary
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
      do {
        try await take(invoice)
      } catch {
        // One that cannot be booked must not keep those behind it from being heard.
        guard error is ProviderError || !isMomentary(error) else { throw error }
        onSkip(invoice.rHash, error)
      }
      settleIndex.withLock { $0 = max($0, invoice.settleIndex) }
    }
  }

  private func take(_ invoice: NodeInvoice) async throws {
    guard case .paid(let receipt) = try provider.status(of: invoice, invoice.rHash) else { return }
    try await onPaid(invoice.rHash, receipt.amountMsat ?? invoice.amtPaidMsat)
  }
}

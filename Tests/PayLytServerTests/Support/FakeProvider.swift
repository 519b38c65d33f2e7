import Lightning
import Synchronization

@testable import PayLytServer

/// A Lightning provider that answers what the test tells it, and remembers what it was sent.
final class FakeProvider: LightningProvider, RateSource {
  typealias Answer<Value> = @Sendable () async throws(ProviderError) -> Value

  struct Script: Sendable {
    var resolve: Answer<BOLT11Invoice>
    var send: Answer<ProviderPayment.State> = { () throws(ProviderError) in .pending }
    var payment: Answer<ProviderPayment.State?> = { () throws(ProviderError) in nil }
    var invoice: Answer<ProviderInvoiceStatus> = { () throws(ProviderError) in .pending }
    var rate: Answer<ProviderRate> = { () throws(ProviderError) in
      throw .unavailable(reason: "no test asks for it")
    }
  }

  let name: String
  private let script: Mutex<Script>
  private let orders = Mutex<[PaymentOrder]>([])

  /// An invoice that a Lightning address would give: mostly for an hour from the tests' time on.
  static func invoice(
    amountMsat: Int64 = 50_000_000, at seconds: Int64 = Timestamp.start.seconds,
    expirySeconds: Int64 = 3600
  ) throws -> BOLT11Invoice {
    var draft = InvoiceDraft(
      network: .regtest, amountMsat: amountMsat, timestamp: seconds,
      paymentHash: [UInt8](repeating: 1, count: 32),
      paymentSecret: [UInt8](repeating: 2, count: 32), purpose: .text("test"))
    draft.expirySeconds = expirySeconds
    return try draft.signed(by: .random())
  }

  init(name: String = "simulator") throws {
    self.name = name
    let invoice = try Self.invoice()
    script = Mutex(Script(resolve: { () throws(ProviderError) in invoice }))
  }

  func set(_ change: (inout Script) -> Void) { script.withLock { change(&$0) } }

  var sent: [PaymentOrder] { orders.withLock { $0 } }

  func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
    throw .unavailable(reason: "no test asks for it")
  }

  func invoiceStatus(
    paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoiceStatus {
    try await script.withLock { $0 }.invoice()
  }

  func resolve(
    _ address: LightningAddress, amountMsat: Int64, reference: String
  ) async throws(ProviderError) -> BOLT11Invoice {
    try await script.withLock { $0 }.resolve()
  }

  func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
    orders.withLock { $0.append(order) }
    let state = try await script.withLock { $0 }.send()
    return ProviderPayment(reference: order.reference, providerID: "p", state: state)
  }

  func payment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment? {
    let state = try await script.withLock { $0 }.payment()
    return state.map { ProviderPayment(reference: reference, providerID: "p", state: $0) }
  }

  func rate(currency: String) async throws(ProviderError) -> ProviderRate {
    try await script.withLock { $0 }.rate()
  }
}

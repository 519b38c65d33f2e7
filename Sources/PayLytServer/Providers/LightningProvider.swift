import Lightning

/// The port to whoever holds our bitcoin and speaks Lightning for us.
///
/// Every call tells what its failure means for the money: see `ProviderError`.
protocol LightningProvider: Sendable {
  /// How rows name the provider, such as `bitnob`.
  var name: String { get }

  /// The same provider, where it can hold payments back; nil where it cannot.
  var holdInvoices: (any HoldInvoiceProvider)? { get }

  /// Asks for an invoice, or gets the one that was made for the same reference before.
  ///
  /// The invoice was decoded here: it asks for the ordered amount. One that was made before may be
  /// over by now (`ProviderInvoice.isOver`).
  func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice

  /// What the provider knows about an invoice. A read: never `.outcomeUnknown`.
  ///
  /// - Parameter paymentHash: 32 bytes.
  func invoiceStatus(
    paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoiceStatus

  /// Turns an address into an invoice over exactly `amountMsat` that commits to what the service
  /// showed (LUD-16, LUD-06). A read: never `.outcomeUnknown`.
  ///
  /// - Parameter reference: of the payment that it is for, for those who look into it later; empty
  ///   when nothing is paid.
  func resolve(
    _ address: LightningAddress, amountMsat: Int64, reference: String
  ) async throws(ProviderError) -> BOLT11Invoice

  /// Pays an invoice. The same reference is paid once, however often it is sent.
  ///
  /// - Throws: `.outcomeUnknown` when the payment may be under way: ask `payment`, and
  ///   never pay under another reference before that has answered.
  func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment

  /// What became of a payment. A read: never `.outcomeUnknown`.
  ///
  /// - Parameter paymentHash: of the invoice that the reference pays; some providers know no other
  ///   name.
  /// - Returns: nil when the provider itself says that it knows no such payment.
  func payment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment?
}

/// The port to whoever knows the market.
protocol RateSource: Sendable {
  /// What a bitcoin costs. A read: never `.outcomeUnknown`.
  ///
  /// - Parameter currency: an upper-case ISO 4217 code.
  func rate(currency: String) async throws(ProviderError) -> ProviderRate
}

/// Why a provider did not do what it was asked, by what that means for the money. The reason of a
/// refusal is in our own words, because users may read it: what a provider says may be about us,
/// and is for the log alone.
enum ProviderError: Error, Equatable {
  /// A definite no: nothing happened, and asking again will not help.
  case refused(reason: String)
  /// Nothing happened, because the request did not reach the provider or was turned away at its
  /// door: try again later.
  case unavailable(reason: String)
  /// It may have happened. Only asking by reference can tell.
  case outcomeUnknown(reason: String)
}

extension ProviderError {
  /// Whose Lightning address it is has no place: mostly the address is misspelt. It is no refusal,
  /// because nobody tells that apart from names that cannot be looked up at the moment.
  static let unknownDomain = ProviderError.unavailable(
    reason: "the domain of the address is not found")

  /// The same of a read, which has no outcome that could be unknown.
  var ofRead: ProviderError {
    switch self {
    case .refused, .unavailable: self
    case .outcomeUnknown(let reason): .unavailable(reason: reason)
    }
  }
}

struct InvoiceOrder: Sendable {
  /// Whole satoshis, positive.
  let amountMsat: Int64
  /// Shown to the payer, at most `ProviderLimits.memoBytesMax` bytes.
  let memo: String
  let expirySeconds: Int64
  /// Ours; the provider answers it with the same invoice each time.
  let reference: String
}

struct ProviderInvoice: Sendable, Equatable {
  let providerID: String
  let invoice: BOLT11Invoice
  /// By our clock; only a sandbox has another one than the invoice.
  var expiresAt: Timestamp
  /// Whether it cannot be paid in time any more: it was made for this reference earlier, and nobody
  /// heard the answer.
  let isOver: Bool

  init(providerID: String, invoice: BOLT11Invoice, isOver: Bool = false) {
    self.providerID = providerID
    self.invoice = invoice
    self.isOver = isOver
    // An invoice may name a time that no calendar has.
    expiresAt = Timestamp(told: invoice.expiresAt) ?? .lastTold
  }
}

extension ProviderInvoice {
  /// The invoice, where one that is over is of no use.
  ///
  /// - Throws: `.refused` when it is over.
  func payable() throws(ProviderError) -> ProviderInvoice {
    guard !isOver else { throw .refused(reason: "the invoice of this reference is over") }
    return self
  }
}

extension LightningProvider {
  /// What becomes of an unpaid invoice. One that the provider has not known for a day after its end
  /// is over: nobody can pay it there, and what holds on to it would wait for ever.
  func statusOfUnpaid(
    _ paymentHash: [UInt8], until end: Timestamp, at now: Timestamp
  ) async throws(ProviderError) -> ProviderInvoiceStatus {
    do throws(ProviderError) {
      return try await invoiceStatus(paymentHash: paymentHash)
    } catch {
      guard case .refused = error, now >= end.adding(seconds: ProviderLimits.unknownSecondsMax)
      else { throw error }
      return .expired
    }
  }
}

enum ProviderInvoiceStatus: Sendable, Equatable {
  case pending
  case paid(Receipt)
  case expired

  struct Receipt: Sendable, Equatable {
    /// What arrived; nil when the provider does not say, which then is what the invoice asked for.
    let amountMsat: Int64?
    var settledAt: Timestamp?
    /// 32 bytes that hash to the payment hash, or empty when the provider keeps it.
    let preimage: [UInt8]
  }
}

struct PaymentOrder: Sendable {
  let invoice: BOLT11Invoice
  /// Ours, for the life of the payment.
  let reference: String
  /// The most that routing may cost, millisatoshis.
  let maxFeeMsat: Int64
}

struct ProviderPayment: Sendable, Equatable {
  enum State: Sendable, Equatable {
    case pending
    /// `preimage` is 32 bytes that hash to the payment hash, or empty when the provider keeps it.
    case succeeded(feeMsat: Int64, preimage: [UInt8])
    case failed(reason: String)
  }

  let reference: String
  let providerID: String
  let state: State
}

/// Minor units of a currency for one bitcoin, exactly `numerator / denominator`.
struct ProviderRate: Sendable, Equatable {
  let currency: String
  /// Positive.
  let numerator: Int64
  /// Positive.
  let denominator: Int64
  var asOf: Timestamp
}

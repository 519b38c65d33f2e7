/// The port to a provider that can hold a payment back until we say what becomes of it.
protocol HoldInvoiceProvider: Sendable {
  /// An invoice over a hash whose preimage we keep; the same one for the same hash.
  func createHoldInvoice(
    _ order: InvoiceOrder, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoice

  /// A read: never `.outcomeUnknown`. An invoice that it does not have (any more) is over.
  func holdState(paymentHash: [UInt8]) async throws(ProviderError) -> HoldState

  /// Takes the held money. Again is harmless.
  func settleHold(preimage: [UInt8]) async throws(ProviderError)

  /// Sends the held money back. Again is harmless.
  func cancelHold(paymentHash: [UInt8]) async throws(ProviderError)
}

enum HoldState: Hashable, Sendable {
  case open
  /// Paid and held: it goes back by itself when it is held too long.
  case held(amountMsat: Int64)
  case settled(amountMsat: Int64)
  case cancelled
}

extension LightningProvider {
  var holdInvoices: (any HoldInvoiceProvider)? { nil }
}

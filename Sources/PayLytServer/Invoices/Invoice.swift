/// The life of an invoice. Raw values are stored and equal the API's.
enum InvoiceState: Int16, Sendable, CaseIterable {
  /// Next: settled, expired, cancelled.
  case pending = 1
  /// Final.
  case settled = 2
  /// Not final: a payment may still arrive late. Next: settled.
  case expired = 3
  /// Next: settled, when the payment was under way already.
  case cancelled = 4
}

/// A Lightning invoice that a provider made for an escrow. Amounts are millisatoshis.
struct Invoice: Hashable, Sendable {
  let id: UUID
  let escrow: UUID
  let provider: String
  /// Ours: the provider knows the invoice by it.
  let reference: String
  let providerID: String
  /// 32 bytes.
  let paymentHash: [UInt8]
  /// BOLT11.
  let paymentRequest: String
  let amountMsat: Int64
  var paidMsat: Int64
  var state: InvoiceState
  let createdAt: Timestamp
  let expiresAt: Timestamp
  var settledAt: Timestamp?

  /// Records the payment; what was paid may be more or less than what was asked for.
  mutating func settle(paidMsat: Int64, at now: Timestamp) {
    precondition(state != .settled && paidMsat > 0, "invoice \(id) is settled once")
    self.paidMsat = paidMsat
    state = .settled
    settledAt = now
  }

  func isPayable(at now: Timestamp) -> Bool { state == .pending && now < expiresAt }
}

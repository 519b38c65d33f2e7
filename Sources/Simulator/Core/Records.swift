import Lightning

/// An invoice that the client asked for.
struct InvoiceRecord: Sendable {
  enum State: Sendable, Equatable {
    case pending
    /// What arrived, in millisatoshis, and when, in seconds since 1970.
    case paid(amountMsat: Int64, at: Int64)
    /// A hold invoice that was paid: nobody owns the money yet.
    case held(amountMsat: Int64)
    case cancelled
  }

  let id: String
  let reference: String
  let amountSat: Int64
  let memo: String
  let invoice: BOLT11Invoice
  /// Empty while the client keeps it: a hold invoice.
  var preimage: [UInt8]
  let createdAt: Int64
  var state = State.pending
  /// Whether a payment waits for the client's word.
  var isHold = false
  /// Whether the client's own node made it: the provider knows nothing of it and tells nothing.
  var isOfNode = false
  /// How whoever paid it calls the payment; nil when they did not say.
  var payment: String?

  func status(at now: Int64) -> String {
    switch state {
    case .paid: "paid"
    case .cancelled: "cancelled"
    case .held: "held"
    case .pending: invoice.isExpired(at: now) ? "expired" : "pending"
    }
  }
}

/// A payment that the client asked for.
struct PaymentRecord: Sendable {
  enum State: Sendable, Equatable {
    case pending
    case succeeded(preimage: [UInt8])
    case failed(reason: String)
  }

  let id: String
  let reference: String
  let invoice: BOLT11Invoice
  let amountMsat: Int64
  let feeMsat: Int64
  /// The simulated user who is paid, when it is one.
  let user: String?
  let createdAt: Int64
  /// As of an invoice.
  let isOfNode: Bool
  var state: State
  /// When it arrived.
  var settledAt: Int64?
}

/// An invoice that a simulated user asked for: money for it leaves the provider.
struct RemoteInvoice: Sendable {
  let user: String
  let preimage: [UInt8]
  var isPaid = false
}

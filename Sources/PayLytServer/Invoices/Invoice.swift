/// The life of an invoice. Raw values are stored and equal the API's.
enum InvoiceState: Int16, Sendable, CaseIterable {
  /// Next: held, settled, expired, cancelled.
  case pending = 1
  /// Final.
  case settled = 2
  /// Not final: a payment may still arrive late. Next: settled.
  case expired = 3
  /// Next: settled, when the payment was under way already.
  case cancelled = 4
  /// Paid, and our node holds the payment until it is told to take it. Next: settled, cancelled.
  case held = 5
}

/// A Lightning invoice that a provider made for an escrow. Amounts are millisatoshis.
struct Invoice: Hashable, Sendable, Versioned {
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
  /// Whether our node holds the payment back until we say what becomes of it: see `HoldInvoice`.
  private(set) var isHold = false

  /// Records the payment; what was paid may be more or less than what was asked for.
  mutating func settle(paidMsat: Int64, at now: Timestamp) {
    precondition(state != .settled && paidMsat > 0, "invoice \(id) is settled once")
    self.paidMsat = paidMsat
    state = .settled
    settledAt = now
  }

  /// The payment is here, and wanted.
  mutating func hold() {
    precondition(state == .pending && isHold, "invoice \(id) is \(state)")
    state = .held
  }

  /// By how far it has come: it goes through these only upwards.
  var version: Int64 {
    switch state {
    case .pending: 1
    case .held: 2
    case .expired: 3
    case .cancelled: 4
    case .settled: 5
    }
  }

  /// Nobody should pay it any more.
  mutating func cancel() throws(InvoiceError) {
    guard state == .pending else { throw .notPending(state) }
    state = .cancelled
  }

  /// Another one takes its place.
  ///
  /// - Returns: whether that changed it.
  mutating func giveUp(at now: Timestamp) throws(InvoiceError) -> Bool {
    switch state {
    case .pending: state = now < expiresAt ? .cancelled : .expired
    case .expired, .cancelled: return false
    case .held, .settled: throw .settled
    }
    return true
  }

  func isPayable(at now: Timestamp) -> Bool { state == .pending && now < expiresAt }

  /// Whether money may come on it that the escrow counts on: no other one is asked for meanwhile.
  func isAwaited(at now: Timestamp) -> Bool { state == .held || isPayable(at: now) }
}

/// Why an invoice refused a move.
enum InvoiceError: Error, Equatable {
  case notPending(InvoiceState)
  /// What was paid counts; what is missing is asked for with FundEscrow.
  case settled
}

extension InvoiceError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .notPending(let state):
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "The invoice is \(Refusal.words(state)).")
    case .settled:
      Refusal(
        .failedPrecondition, reason: "ILLEGAL_TRANSITION",
        message: "The invoice is paid. What is then still due is asked for by FundEscrow.")
    }
  }
}

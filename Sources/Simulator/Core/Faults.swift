/// What can go wrong on purpose.
enum FaultKind: String, Codable, Sendable, CaseIterable {
  /// The answer comes late.
  case delay
  /// Everything happens, and the connection is cut instead of answered.
  case dropAfterEffect = "drop_after_effect"
  /// Nothing happens and the answer is 500.
  case error500
  /// Nothing happens and the answer is 429 with `Retry-After`.
  case error429
  /// Nothing happens and the answer is a proxy's 503.
  case down
  /// A payment is taken and stays pending until the test settles it; of an invoice: nobody pays it
  /// by itself.
  case holdPayment = "hold_payment"
  /// The event is delivered twice.
  case duplicateWebhook = "duplicate_webhook"
  /// The event is delivered after the next one.
  case reorderWebhook = "reorder_webhook"
  /// The event's signature is made with another secret.
  case forgedSignature = "forged_signature"
  /// The event says that it is an hour old.
  case staleTimestamp = "stale_timestamp"
  /// The event is lost.
  case noWebhook = "no_webhook"
  /// An invoice is paid, and the money is not on the client's account yet.
  case notCredited = "not_credited"
  /// An invoice lives for a second, whatever was asked for.
  case shortLife = "short_life"
  /// The address's invoice asks for one satoshi more.
  case wrongAmount = "wrong_amount"
  /// The address's invoice commits to something else.
  case wrongHash = "wrong_hash"
}

/// Something that a fault can hit.
enum Operation: String, Codable, Sendable, CaseIterable {
  case createInvoice = "create_invoice"
  case getInvoice = "get_invoice"
  case listInvoices = "list_invoices"
  case verifyInvoice = "verify_invoice"
  case decode
  case initiatePayment = "initiate_payment"
  case sendPayment = "send_payment"
  case getPayment = "get_payment"
  case balances
  case prices
  case whoami
  case createPayoutQuote = "create_payout_quote"
  case initializePayout = "initialize_payout"
  case finalizePayout = "finalize_payout"
  case fetchPayout = "fetch_payout"
  case beneficiaryLookup = "beneficiary_lookup"
  case supportedCountries = "supported_countries"
  case payoutLimits = "payout_limits"
  case lnurlRequest = "lnurl_request"
  case lnurlCallback = "lnurl_callback"
  case settleHold = "settle_hold"
  case cancelHold = "cancel_hold"
  case webhook
}

/// The faults that are armed: each hits the next `count` uses of its operation.
struct Faults: Sendable {
  struct Armed: Sendable, Codable, Equatable {
    /// Nil hits every operation.
    var operation: Operation?
    var kind: FaultKind
    var count: Int
    /// For `delay`.
    var delayMilliseconds: Int64?
  }

  private(set) var armed: [Armed] = []

  /// - Returns: whether there was room and the fault makes sense.
  mutating func arm(_ fault: Armed) -> Bool {
    guard armed.count < Limits.faultsMax, fault.count > 0,
      (0...Limits.delayMillisecondsMax).contains(fault.delayMilliseconds ?? 0)
    else { return false }
    armed.append(fault)
    return true
  }

  mutating func disarmAll() { armed = [] }

  /// Uses up one of the faults of `kind` that wait for `operation`.
  mutating func take(_ kind: FaultKind, for operation: Operation) -> Armed? {
    let index = armed.firstIndex {
      $0.kind == kind && ($0.operation == nil || $0.operation == operation)
    }
    guard let index else { return nil }
    let fault = armed[index]
    armed[index].count -= 1
    if armed[index].count == 0 { armed.remove(at: index) }
    return fault
  }
}

/// Somebody out there has paid an invoice because its user asked for it: what is kept is that they
/// did. The payment itself comes to us from the provider, as any other.
struct PayInvoice: Command {
  static let method = "SandboxService/PayInvoice"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  /// `invoices/{uuid}` or `deposits/{uuid}`.
  let invoice: String
  let amountMsat: Int64
  let isLate: Bool

  struct Paid: Hashable, Sendable {
    let invoice: String
    let amountMsat: Int64
    let isLate: Bool
  }

  func load(_ rows: Loader) {}

  func decide(_ decision: Decision) throws -> Paid {
    decision.record("sandbox.invoice_paid", subject: invoice, parties: [user])
    return Paid(invoice: invoice, amountMsat: amountMsat, isLate: isLate)
  }
}

/// What can be paid: the invoice of an escrow or of a deposit, as its user sees it.
struct PayableInvoice: Sendable {
  let paymentHash: [UInt8]
  let amountMsat: Int64
  let expiresAt: Timestamp
  let isPaid: Bool
  /// Whether a hold invoice was given up: nobody can pay it any more.
  let isTakenBack: Bool

  /// Its end is that of this clock: a provider's may be another day.
  func check(isLate: Bool, at now: Timestamp) throws(Refusal) {
    guard isLate || isPaid || now < expiresAt else {
      throw Self.refusal("The invoice is over. A payment can still arrive `late`.")
    }
  }

  func checkUnpaid() throws(Refusal) {
    guard !isPaid else { throw Self.refusal("The invoice is paid.") }
    guard !isTakenBack else { throw Self.refusal("The invoice was taken back.") }
  }

  fileprivate static func refusal(_ message: String) -> Refusal {
    Refusal(.failedPrecondition, reason: "ILLEGAL_TRANSITION", message: message)
  }
}

extension SimulatedPayer.Failure: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .notPayable:
      PayableInvoice.refusal("The invoice is paid, was taken back, or is over.")
    case .unknownInvoice:
      PayableInvoice.refusal(
        "The simulator does not know the invoice: it was started anew. Make another one.")
    case .notSimulated:
      Refusal(
        .failedPrecondition, reason: "NOT_SIMULATED",
        message: "The payment provider here is not the simulator. Pay it with a wallet.")
    case .unavailable:
      Refusal(
        .unavailable, reason: "PROVIDER_DOWN",
        message: "The simulator does not answer. Send it again with the same request_id.")
    }
  }
}

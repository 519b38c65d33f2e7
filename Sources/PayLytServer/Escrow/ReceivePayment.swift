/// A provider says that an invoice was paid: by webhook, or when asked.
///
/// Harmless in any order and any number of times: an invoice is settled once.
struct ReceivePayment: Command {
  enum Outcome: Hashable, Sendable {
    case applied(EscrowCase)
    /// This payment is in the books already.
    case alreadyApplied
    /// No invoice of ours.
    case unknownInvoice
  }

  static let method = "payments/receive"
  let caller: Caller
  let request: RequestIdentity? = nil
  let paymentHash: [UInt8]
  /// What the provider credited us with. More than zero.
  let paidMsat: Int64
  /// The webhook that told us, finished in the same commit.
  let event: UUID?

  func load(_ rows: Loader) {
    if let event { rows.want(InboundEvent.self, event) }
    rows.expect(.platform(.providerFloat, asset: .btc, stripe: rows.stripe))
    let invoices = rows.rows(Invoice.self, by: "payment_hash", .bytes(paymentHash))
    guard let invoice = invoices.first else { return }
    rows.want(Milestone.self, by: "escrow_id", .uuid(invoice.escrow))
    guard let escrow = rows.row(Escrow.self, invoice.escrow) else { return }
    rows.expect(escrow.account, escrow.clientWallet)
  }

  func decide(_ decision: Decision) throws -> Outcome {
    let invoices = decision.rows(Invoice.self, by: "payment_hash", .bytes(paymentHash))
    guard var invoice = invoices.first else {
      finishEvent(decision, .ignored, "no invoice of ours")
      return .unknownInvoice
    }
    guard invoice.state != .settled else {
      finishEvent(decision, .applied, "the invoice was settled before")
      return .alreadyApplied
    }
    guard paidMsat > 0 else { throw Refusal.invalid("paid_msat", "A payment is more than zero.") }
    var held = try decision.escrowCase(invoice.escrow, for: caller)
    invoice.settle(paidMsat: paidMsat, at: decision.now)
    let intake = held.receive(paidMsat: paidMsat, at: decision.now)
    try post(intake, held.escrow, decision)
    decision.put(invoice)
    decision.put(held)
    if intake.toEscrowMsat > 0, held.escrow.state == .paidLocked {
      decision.setTimersOfLocked(held.escrow)
    }
    decision.record(
      Self.eventType(held.escrow), subject: "escrows/\(held.escrow.id)",
      parties: held.escrow.parties)
    finishEvent(decision, .applied, "invoice \(invoice.id)")
    return .applied(held)
  }

  private func post(
    _ intake: EscrowCase.Intake, _ escrow: Escrow, _ decision: Decision
  ) throws {
    let float = AccountID.platform(.providerFloat, asset: .btc, stripe: decision.stripe)
    let posting = Posting(decision)
    try posting.transfer(intake.toEscrowMsat, debit: float, credit: escrow.account, kind: .fund)
    try posting.transfer(
      intake.toClientMsat, debit: float, credit: escrow.clientWallet,
      kind: escrow.isPaidLate ? .fundLate : .fundExcess)
  }

  private static func eventType(_ escrow: Escrow) -> String {
    switch escrow.state {
    case .paidLocked: escrow.isOverpaid ? "escrow.overpaid" : "escrow.paid_locked"
    case .partiallyFunded: "escrow.partially_funded"
    case .inReview, .partiallyReleased, .disputed: "escrow.overpaid"
    case .released, .refunded, .cancelled, .split, .expired: "escrow.paid_late"
    case .created, .awaitingPayment: preconditionFailure("a payment always moves the escrow on")
    }
  }

  private func finishEvent(_ decision: Decision, _ state: InboundEvent.State, _ note: String) {
    guard let event, var row = decision.row(InboundEvent.self, event), row.state == .waiting else {
      return
    }
    row.finish(state, note)
    decision.put(row)
  }
}

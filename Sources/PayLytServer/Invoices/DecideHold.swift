/// Our node says how it is with a hold invoice, and this decides what it is told: to take the
/// payment while it is still wanted, or to send it back at once.
///
/// The decision is committed before the node is told. Whatever is lost after that, the node is
/// asked again, and each answer leads here: harmless in any order and any number of times.
struct DecideHold: Command {
  /// What is to be done outside now.
  enum Order: Hashable, Sendable {
    /// Nothing: it waits to be paid.
    case wait
    case take
    case sendBack
    /// It was taken, and the books do not know.
    case book(paidMsat: Int64)
    /// It is over, and everything is written down.
    case over
  }

  struct Answer: Sendable {
    let order: Order
    /// As it is after the decision.
    let invoice: Invoice
  }

  static let method = "invoices/decideHold"
  let caller = Caller.system("invoices")
  let request: RequestIdentity? = nil
  let invoice: UUID
  let seen: HoldState

  func load(_ rows: Loader) {
    rows.want(HoldInvoice.self, invoice)
    guard let invoice = rows.row(Invoice.self, invoice) else { return }
    rows.want(Escrow.self, invoice.escrow)
  }

  func decide(_ decision: Decision) throws -> Answer {
    guard let hold = decision.row(HoldInvoice.self, invoice),
      let found = decision.row(Invoice.self, invoice),
      let escrow = decision.row(Escrow.self, found.escrow)
    else { throw Refusal.damaged("hold invoice \(invoice)") }
    let order = hold.phase.isOver ? .over : order(hold, found, escrow, decision)
    return Answer(order: order, invoice: decision.row(Invoice.self, invoice) ?? found)
  }

  private func order(
    _ hold: HoldInvoice, _ invoice: Invoice, _ escrow: Escrow, _ decision: Decision
  ) -> Order {
    switch seen {
    case .open: return open(hold, invoice, escrow, decision)
    case .held(let amountMsat): return held(amountMsat, hold, invoice, escrow, decision)
    case .settled(let amountMsat):
      guard invoice.state == .settled else { return .book(paidMsat: amountMsat) }
      end(hold, .taken, decision)
    case .cancelled:
      end(hold, .returned, decision)
      close(invoice, escrow, decision)
    }
    return .over
  }

  /// Nobody has paid. What nobody should pay any more is taken back, so that nobody can.
  private func open(
    _ hold: HoldInvoice, _ invoice: Invoice, _ escrow: Escrow, _ decision: Decision
  ) -> Order {
    switch hold.phase {
    case .open:
      guard !invoice.isPayable(at: decision.now) || !escrow.state.isUnpaid else { return .wait }
      var hold = hold
      hold.sendBack(at: decision.now)
      decision.put(hold)
      return .sendBack
    case .returning: return .sendBack
    // The node has held it before: it will say so again, or that it is over.
    case .taking, .taken, .returned: return .wait
    }
  }

  private func held(
    _ heldMsat: Int64, _ hold: HoldInvoice, _ invoice: Invoice, _ escrow: Escrow,
    _ decision: Decision
  ) -> Order {
    var (hold, invoice) = (hold, invoice)
    let flaw = flaw(heldMsat, hold, invoice, escrow, at: decision.now)
    switch (hold.phase, flaw) {
    case (.returning, _): return .sendBack
    case (.taking, nil): return .take
    case (.open, nil):
      hold.take(at: decision.now)
      invoice.hold()
      decision.put(hold)
      decision.put(invoice)
      decision.record(
        "invoice.payment_held", subject: "invoices/\(invoice.id)", parties: escrow.parties)
      return .take
    case (.open, .some(let flaw)), (.taking, .some(let flaw)):
      hold.sendBack(at: decision.now)
      decision.put(hold)
      if invoice.state == .pending || invoice.state == .held {
        invoice.state = .cancelled
        decision.put(invoice)
      }
      decision.record(
        "invoice.payment_returned", subject: "invoices/\(invoice.id)", parties: escrow.parties,
        reason: flaw.reason)
      return .sendBack
    case (.taken, _), (.returned, _): return .over
    }
  }

  /// Why the payment is not wanted; nil when it is.
  private func flaw(
    _ heldMsat: Int64, _ hold: HoldInvoice, _ invoice: Invoice, _ escrow: Escrow,
    at now: Timestamp
  ) -> HoldFlaw? {
    switch invoice.state {
    case .pending, .held: break
    case .expired, .cancelled, .settled: return .invoice(invoice.state)
    }
    guard escrow.state.isUnpaid else { return .escrow(escrow.state) }
    guard heldMsat == invoice.amountMsat else {
      return .wrongAmount(askedMsat: invoice.amountMsat, heldMsat: heldMsat)
    }
    // It was rounded up to whole satoshis.
    guard invoice.amountMsat - escrow.dueMsat < 1000 else { return .notDue }
    return hold.isTooLate(at: now) ? .tooLate : nil
  }

  private func end(_ hold: HoldInvoice, _ phase: HoldPhase, _ decision: Decision) {
    var hold = hold
    hold.end(phase, at: decision.now)
    decision.put(hold)
  }

  /// Nothing can come on it any more.
  private func close(_ invoice: Invoice, _ escrow: Escrow, _ decision: Decision) {
    var invoice = invoice
    switch invoice.state {
    case .pending: invoice.state = decision.now >= invoice.expiresAt ? .expired : .cancelled
    // The node gave it back before it could be told to take it.
    case .held: invoice.state = .cancelled
    case .settled, .expired, .cancelled: return
    }
    let wasHeld = decision.row(Invoice.self, invoice.id)?.state == .held
    decision.put(invoice)
    decision.record(
      wasHeld
        ? "invoice.payment_returned"
        : invoice.state == .expired ? "invoice.expired" : "invoice.cancelled",
      subject: "invoices/\(invoice.id)", parties: escrow.parties,
      reason: wasHeld ? HoldFlaw.tooLate.reason : nil)
  }
}

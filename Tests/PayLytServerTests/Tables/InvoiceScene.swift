@testable import PayLytServer

/// An invoice of an escrow, by everybody who may ask for another one or give it up.
struct InvoiceScene: TableScene {
  enum State: String, CaseIterable {
    case absent, pending
    /// Over, but nobody has looked yet.
    case overdue
    case expired, cancelled, held
    /// A part of what is due was paid on it.
    case settled
    /// Nobody has paid, and the escrow takes no money any more.
    case pointless
  }

  enum Move: String, CaseIterable {
    case cancel = "CancelInvoice"
    case cancelStale = "CancelInvoice, stale"
    case refresh = "RefreshInvoice"
    case refreshStale = "RefreshInvoice, stale"
    /// What the provider made was made for the escrow as it was before.
    case refreshLate = "RefreshInvoice, too late"
  }

  static let service = "InvoiceService"
  static let table = """
    CancelInvoice               client               freelancer       stranger
    absent                      NOT_FOUND            NOT_FOUND        NOT_FOUND
    pending, overdue            cancelled            NOT_THE_CLIENT   NOT_FOUND
    pointless                   cancelled            NOT_THE_CLIENT   NOT_FOUND
    expired, cancelled          ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    settled, held               ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND

    CancelInvoice, stale        client               freelancer       stranger
    absent                      NOT_FOUND            NOT_FOUND        NOT_FOUND
    pending, overdue, expired   ETAG_MISMATCH        ETAG_MISMATCH    NOT_FOUND
    cancelled, held, settled    ETAG_MISMATCH        ETAG_MISMATCH    NOT_FOUND
    pointless                   ETAG_MISMATCH        ETAG_MISMATCH    NOT_FOUND

    RefreshInvoice              client                    freelancer       stranger
    absent                      NOT_FOUND                 NOT_FOUND        NOT_FOUND
    pending, cancelled          cancelled, then pending   NOT_THE_CLIENT   NOT_FOUND
    overdue, expired            expired, then pending     NOT_THE_CLIENT   NOT_FOUND
    settled, held               ILLEGAL_TRANSITION        NOT_THE_CLIENT   NOT_FOUND
    pointless                   ILLEGAL_TRANSITION        NOT_THE_CLIENT   NOT_FOUND

    RefreshInvoice, stale       client               freelancer       stranger
    absent                      NOT_FOUND            NOT_FOUND        NOT_FOUND
    pending, overdue, expired   ETAG_MISMATCH        ETAG_MISMATCH    NOT_FOUND
    cancelled, held, settled    ETAG_MISMATCH        ETAG_MISMATCH    NOT_FOUND
    pointless                   ETAG_MISMATCH        ETAG_MISMATCH    NOT_FOUND

    RefreshInvoice, too late    client               freelancer       stranger
    absent                      NOT_FOUND            NOT_FOUND        NOT_FOUND
    pending, overdue, expired   ESCROW_CHANGED       NOT_THE_CLIENT   NOT_FOUND
    cancelled                   ESCROW_CHANGED       NOT_THE_CLIENT   NOT_FOUND
    settled, held, pointless    ILLEGAL_TRANSITION   NOT_THE_CLIENT   NOT_FOUND
    """

  private let world = World()
  private let escrow: UUID
  private let invoice: UUID
  var store: MemoryStore { world.store }

  init(in state: State) throws {
    let fresh = try world.escrow(in: .created).escrow
    escrow = fresh.id
    let made = try world.invoice(for: fresh)
    invoice = state == .absent ? .entity(99) : made.id
    switch state {
    case .absent, .pending: break
    case .overdue: store.now = made.expiresAt
    case .expired:
      store.now = made.expiresAt
      try store.carryOut(ExpireInvoice(invoice: made.id))
    case .cancelled:
      try store.carryOut(CancelInvoice(caller: .client, request: nil, invoice: made.id))
    case .held:
      var held = Invoice(
        id: made.id, escrow: made.escrow, provider: made.provider, reference: made.reference,
        providerID: made.providerID, paymentHash: made.paymentHash,
        paymentRequest: made.paymentRequest, amountMsat: made.amountMsat, paidMsat: 0,
        state: .pending, createdAt: made.createdAt, expiresAt: made.expiresAt, isHold: true)
      held.hold()
      store.put(held)
    case .settled: try world.pay(made, msat: 30_000_000)
    case .pointless:
      try store.carryOut(CancelEscrow(caller: .client, request: nil, escrow: escrow))
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .cancel, .cancelStale:
      let cancelled = try store.carryOut(
        CancelInvoice(
          caller: who.caller, request: nil, invoice: invoice,
          etag: move == .cancel ? "" : "0"))
      return "\(cancelled.state)"
    case .refresh, .refreshStale, .refreshLate:
      let made = move == .refreshLate ? nil : world.made(for: world.held(escrow).escrow)
      let next = try store.carryOut(
        RefreshInvoice(
          caller: who.caller, request: nil, invoice: invoice, made: made,
          etag: move == .refreshStale ? "0" : ""))
      let old = store.row(Invoice.self, invoice)?.state
      return "\(old ?? .pending), then \(next.state)"
    }
  }
}

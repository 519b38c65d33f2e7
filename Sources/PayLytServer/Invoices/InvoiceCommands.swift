/// The client does not want an invoice to be paid any more.
struct CancelInvoice: Command {
  static let method = "InvoiceService/CancelInvoice"
  let caller: Caller
  let request: RequestIdentity?
  let invoice: UUID
  var etag = ""

  func load(_ rows: Loader) {
    guard let invoice = rows.row(Invoice.self, invoice) else { return }
    rows.want(Escrow.self, invoice.escrow)
  }

  func decide(_ decision: Decision) throws -> Invoice {
    var (found, escrow) = try decision.invoice(invoice, ofClient: caller, etag: etag)
    try found.cancel()
    decision.put(found)
    decision.record(
      "invoice.cancelled", subject: "invoices/\(found.id)", parties: escrow.parties)
    return found
  }
}

/// The client asks for another invoice in place of one that expired, was cancelled, or is not
/// wanted any more. What is paid on the old one all the same finds it by its hash, and counts.
struct RefreshInvoice: Command {
  static let method = "InvoiceService/RefreshInvoice"
  static let capability: Capability? = .funding
  let caller: Caller
  let request: RequestIdentity?
  let invoice: UUID
  /// What the provider made; nil when the caller saw another invoice that can still be paid.
  let made: FundEscrow.Made?
  var etag = ""
  var authority = Authority.unlimited

  func load(_ rows: Loader) {
    guard let invoice = rows.row(Invoice.self, invoice) else { return }
    rows.wantFunding(of: invoice.escrow, made, authority)
  }

  func decide(_ decision: Decision) throws -> Invoice {
    var (old, escrow) = try decision.invoice(invoice, ofClient: caller, etag: etag)
    let held = try decision.escrowCase(escrow.id, for: caller)
    let isOver = try old.giveUp(at: decision.now)
    if isOver { decision.put(old) }
    let (funding, isNew) = try decision.issueInvoice(for: held, made, authority)
    if isOver || isNew {
      decision.record(
        "invoice.refreshed", subject: "invoices/\(funding.invoice.id)", parties: escrow.parties)
    }
    return funding.invoice
  }
}

extension Decision {
  /// An invoice of an escrow that the caller pays for.
  ///
  /// - Throws: NOT_FOUND; ABORTED when `etag` is that of another version.
  fileprivate func invoice(
    _ id: UUID, ofClient caller: Caller, etag: String
  ) throws(Refusal) -> (Invoice, Escrow) {
    guard let invoice = row(Invoice.self, id), let escrow = row(Escrow.self, invoice.escrow),
      escrow.isVisible(to: caller)
    else { throw .notFound("invoice \(id)") }
    try invoice.check(etag: etag)
    guard escrow.isClient(caller) else { throw .onlyTheClient }
    return (invoice, escrow)
  }
}

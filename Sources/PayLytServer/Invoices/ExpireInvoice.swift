/// An invoice's time is over and the provider has seen no payment. A late one is still taken in.
struct ExpireInvoice: Command {
  static let method = "invoices/expire"
  let caller = Caller.system("invoices")
  let request: RequestIdentity? = nil
  let invoice: UUID

  func load(_ rows: Loader) {
    guard let invoice = rows.row(Invoice.self, invoice) else { return }
    rows.want(Escrow.self, invoice.escrow)
  }

  func decide(_ decision: Decision) throws -> Bool {
    guard var invoice = decision.row(Invoice.self, invoice), invoice.state == .pending,
      decision.now >= invoice.expiresAt
    else { return false }
    invoice.state = .expired
    decision.put(invoice)
    decision.record(
      "invoice.expired", subject: "invoices/\(invoice.id)",
      parties: decision.row(Escrow.self, invoice.escrow)?.parties ?? [])
    return true
  }
}

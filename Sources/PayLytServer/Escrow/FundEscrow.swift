/// The client asks for an invoice. The provider has been asked before the decision, under a
/// reference that follows from the escrow, so asking twice makes one invoice.
struct FundEscrow: Command {
  static let method = "EscrowService/FundEscrow"
  static let capability: Capability? = .funding
  let caller: Caller
  let request: RequestIdentity?
  let escrow: UUID
  /// What the provider made; nil when the caller saw an invoice that can still be paid.
  let made: Made?
  var etag = ""

  struct Made: Hashable, Sendable {
    let provider: String
    let reference: String
    let providerID: String
    let paymentHash: [UInt8]
    let paymentRequest: String
    let amountMsat: Int64
    let expiresAt: Timestamp
  }

  struct Funding: Sendable {
    let held: EscrowCase
    let invoice: Invoice
  }

  /// The provider's dedupe key of an escrow's next invoice. The amount is part of it: after a part
  /// was paid, another invoice is meant.
  static func reference(for escrow: Escrow) -> String {
    "escrow-\(escrow.id)-\(escrow.invoicesMade + 1)-\(invoiceMsat(for: escrow))"
  }

  /// What is due, rounded up to whole satoshis: providers know nothing smaller. What is more than
  /// one invoice can carry is left to the next one.
  static func invoiceMsat(for escrow: Escrow) -> Int64 {
    min((escrow.dueMsat + 999) / 1000, EscrowLimits.invoiceSatsMax) * 1000
  }

  /// An invoice can be paid for its usual time, and not after the escrow's own time is over.
  static func expirySeconds(for escrow: Escrow, at now: Timestamp) -> Int64 {
    let left = escrow.terms.fundBy.seconds - now.seconds
    return min(EscrowLimits.invoiceExpirySeconds, max(left, EscrowLimits.invoiceExpirySecondsMin))
  }

  func load(_ rows: Loader) {
    rows.want(Escrow.self, escrow)
    rows.want(Milestone.self, by: "escrow_id", .uuid(escrow))
    rows.want(Invoice.self, by: "escrow_id", .uuid(escrow))
    if let made { rows.want(Invoice.self, by: "payment_hash", .bytes(made.paymentHash)) }
  }

  func decide(_ decision: Decision) throws -> Funding {
    var held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isClient(caller) else { throw Refusal.onlyTheClient }
    let reference = Self.reference(for: held.escrow)
    // Refused by the state first: the caller learns the real reason, and an invoice that is still
    // open is not offered for an escrow that needs no money.
    var issued = held
    try issued.issueInvoice(at: decision.now)
    let invoices = decision.rows(Invoice.self, by: "escrow_id", .uuid(escrow))
    if let open = invoices.last(where: { $0.isPayable(at: decision.now) }) {
      return Funding(held: held, invoice: open)
    }
    guard let made, made.reference == reference else {
      throw Refusal(
        .aborted, reason: "ESCROW_CHANGED", message: "The escrow changed meanwhile. Send it again.")
    }
    // A payment finds its invoice by this hash, so it must not mean two.
    guard decision.rows(Invoice.self, by: "payment_hash", .bytes(made.paymentHash)).isEmpty else {
      throw Refusal(
        .unavailable, reason: "PROVIDER_REPEATED_INVOICE",
        message: "The payment provider made no new invoice. Send it again later.")
    }
    held = issued
    let invoice = Invoice(
      id: decision.newID(), escrow: escrow, provider: made.provider, reference: made.reference,
      providerID: made.providerID, paymentHash: made.paymentHash,
      paymentRequest: made.paymentRequest, amountMsat: made.amountMsat, paidMsat: 0,
      state: .pending, createdAt: decision.now, expiresAt: made.expiresAt, settledAt: nil)
    decision.put(invoice)
    decision.put(held)
    decision.record(
      "escrow.invoice_issued", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    return Funding(held: held, invoice: invoice)
  }
}

extension FundEscrow.Made {
  /// Stands for the invoice that a rehearsal does not ask for: nothing in it can be paid.
  init(rehearsing escrow: Escrow, at now: Timestamp) {
    self.init(
      provider: "", reference: FundEscrow.reference(for: escrow), providerID: "",
      paymentHash: [], paymentRequest: "", amountMsat: FundEscrow.invoiceMsat(for: escrow),
      expiresAt: now.adding(seconds: EscrowLimits.invoiceExpirySeconds))
  }
}

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
  var authority = Authority.unlimited

  struct Made: Hashable, Sendable {
    let provider: String
    let reference: String
    let providerID: String
    let paymentHash: [UInt8]
    let paymentRequest: String
    let amountMsat: Int64
    let expiresAt: Timestamp
    /// What a hold invoice has beside it.
    var hold: Hold?
    /// Since when it could be paid; nil: since now.
    var madeAt: Timestamp?
    /// Made before it under the numbers before its own, and over: the answers were lost. They are
    /// recorded with it, so that a payment that somebody makes all the same is heard of.
    var lost: [Made] = []

    func following(_ lost: [Made]) -> Made {
      var made = self
      made.lost = lost
      return made
    }
  }

  struct Hold: Hashable, Sendable {
    /// The id that the invoice will have: its preimage was sealed for it.
    let invoice: UUID
    let preimage: SealedDetails
  }

  struct Funding: Sendable {
    let held: EscrowCase
    let invoice: Invoice
  }

  /// The provider's dedupe key of an escrow's next invoice. The amount is part of it: after a part
  /// was paid, another invoice is meant.
  ///
  /// - Parameter lost: how many were made of which nobody heard.
  static func reference(for escrow: Escrow, after lost: Int = 0) -> String {
    "escrow-\(escrow.id)-\(Int(escrow.invoicesMade) + lost + 1)-\(invoiceMsat(for: escrow))"
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

  /// What today's limit holds already of the next invoice: it asks again for what was not paid of
  /// the one before. What came late, on one before that, is no longer asked for.
  static func countedMsat(of invoices: [Invoice], at now: Timestamp) -> Int64 {
    let earlier = invoices.sorted { $0.createdAt < $1.createdAt }
    guard let last = earlier.last, last.createdAt.utcDay == now.utcDay else { return 0 }
    let late = earlier.dropLast().filter { invoice in
      invoice.settledAt.map { $0 >= last.createdAt } ?? false
    }
    return max(0, last.amountMsat - last.paidMsat - late.reduce(0) { $0 + $1.paidMsat })
  }

  func load(_ rows: Loader) { rows.wantFunding(of: escrow, made, authority) }

  func decide(_ decision: Decision) throws -> Funding {
    let held = try decision.escrowCase(escrow, for: caller, etag: etag)
    guard held.escrow.isClient(caller) else { throw Refusal.onlyTheClient }
    let (funding, isNew) = try decision.issueInvoice(for: held, made, authority)
    if isNew {
      decision.record(
        "escrow.invoice_issued", subject: "escrows/\(escrow)", parties: held.escrow.parties)
    }
    return funding
  }
}

extension Loader {
  /// What `issueInvoice` reads.
  func wantFunding(of escrow: UUID, _ made: FundEscrow.Made?, _ authority: Authority) {
    if let held = row(Escrow.self, escrow) { wantStanding(of: held.client, authority) }
    want(Milestone.self, by: "escrow_id", .uuid(escrow))
    want(Invoice.self, by: "escrow_id", .uuid(escrow))
    guard let made else { return }
    for made in made.lost + [made] {
      want(Invoice.self, by: "payment_hash", .bytes(made.paymentHash))
    }
  }
}

extension Decision {
  /// The invoice of an escrow that can be paid now: the one that there is, or else what the
  /// provider made.
  func issueInvoice(
    for held: EscrowCase, _ made: FundEscrow.Made?, _ authority: Authority
  ) throws -> (FundEscrow.Funding, isNew: Bool) {
    let escrow = held.escrow
    // Refused by the state first: the caller learns the real reason, and an invoice that is still
    // open is not offered for an escrow that needs no money.
    var issued = held
    let lost = made?.lost ?? []
    try issued.issueInvoice(after: lost.count, at: now)
    let invoices = rows(Invoice.self, by: "escrow_id", .uuid(escrow.id))
    if let open = invoices.last(where: { $0.isAwaited(at: now) }) {
      return (FundEscrow.Funding(held: held, invoice: open), false)
    }
    guard let made, made.reference == FundEscrow.reference(for: escrow, after: lost.count)
    else {
      throw Refusal(
        .aborted, reason: "ESCROW_CHANGED", message: "The escrow changed meanwhile. Send it again.")
    }
    // A payment finds its invoice by this hash, so it must not mean two.
    let hashes = Set((lost + [made]).map(\.paymentHash))
    guard hashes.count == lost.count + 1,
      hashes.allSatisfy({ rows(Invoice.self, by: "payment_hash", .bytes($0)).isEmpty })
    else {
      throw Refusal(
        .unavailable, reason: "PROVIDER_REPEATED_INVOICE",
        message: "The payment provider made no new invoice. Send it again later.")
    }
    try spend(
      made.amountMsat, counted: FundEscrow.countedMsat(of: invoices, at: now), as: .funding,
      by: escrow.client, authority)
    for lost in lost { store(lost, of: escrow.id, isOver: true) }
    let invoice = store(made, of: escrow.id, isOver: false)
    put(issued)
    return (FundEscrow.Funding(held: issued, invoice: invoice), true)
  }

  /// The rows of an invoice.
  @discardableResult
  private func store(_ made: FundEscrow.Made, of escrow: UUID, isOver: Bool) -> Invoice {
    let state: InvoiceState = !isOver ? .pending : now < made.expiresAt ? .cancelled : .expired
    let createdAt = made.madeAt ?? now
    let invoice = Invoice(
      id: made.hold?.invoice ?? newID(at: createdAt), escrow: escrow, provider: made.provider,
      reference: made.reference,
      providerID: made.providerID, paymentHash: made.paymentHash,
      paymentRequest: made.paymentRequest, amountMsat: made.amountMsat, paidMsat: 0,
      state: state, createdAt: createdAt, expiresAt: made.expiresAt, settledAt: nil,
      isHold: made.hold != nil)
    put(invoice)
    if let hold = made.hold {
      put(
        HoldInvoice(
          id: invoice.id, escrow: escrow, preimage: hold.preimage, createdAt: now,
          updatedAt: now))
    }
    return invoice
  }
}

extension FundEscrow.Made {
  init(
    _ made: ProviderInvoice, for order: InvoiceOrder, by provider: String,
    hold: FundEscrow.Hold? = nil
  ) {
    self.init(
      provider: provider, reference: order.reference, providerID: made.providerID,
      paymentHash: made.invoice.paymentHash, paymentRequest: made.invoice.text,
      amountMsat: order.amountMsat,
      expiresAt: made.expiresAt, hold: hold,
      madeAt: made.isOver
        ? made.expiresAt.adding(seconds: made.invoice.timestamp - made.invoice.expiresAt) : nil)
  }

  /// Stands for the invoice that a rehearsal does not ask for: nothing in it can be paid.
  init(rehearsing escrow: Escrow, at now: Timestamp) {
    self.init(
      provider: "", reference: FundEscrow.reference(for: escrow), providerID: "",
      paymentHash: [], paymentRequest: "", amountMsat: FundEscrow.invoiceMsat(for: escrow),
      expiresAt: now.adding(seconds: EscrowLimits.invoiceExpirySeconds))
  }
}

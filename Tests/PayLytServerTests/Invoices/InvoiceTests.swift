import Testing

@testable import PayLytServer

@Suite("Invoices, replaced and given up")
struct InvoiceTests {
  private static func refresh(
    _ world: World, _ invoice: Invoice, as caller: Caller = .client, etag: String = ""
  ) -> RefreshInvoice {
    RefreshInvoice(
      caller: caller, request: nil, invoice: invoice.id,
      made: world.made(for: world.held(invoice.escrow).escrow), etag: etag)
  }

  private static func cancel(
    _ invoice: Invoice, as caller: Caller = .client, etag: String = ""
  ) -> CancelInvoice {
    CancelInvoice(caller: caller, request: nil, invoice: invoice.id, etag: etag)
  }

  /// An escrow's only invoice; a settled one has paid a part of what is due.
  private static func invoice(in state: InvoiceState, _ world: World) throws -> Invoice {
    let made = try world.invoice(for: try world.escrow(in: .created).escrow)
    switch state {
    case .pending: break
    case .settled: try world.pay(made, msat: 30_000_000)
    case .expired:
      world.store.now = made.expiresAt
      try world.store.carryOut(ExpireInvoice(invoice: made.id))
    case .cancelled: try world.store.carryOut(Self.cancel(made))
    case .held:
      var held = Invoice(
        id: made.id, escrow: made.escrow, provider: made.provider, reference: made.reference,
        providerID: made.providerID, paymentHash: made.paymentHash,
        paymentRequest: made.paymentRequest, amountMsat: made.amountMsat, paidMsat: 0,
        state: .pending, createdAt: made.createdAt, expiresAt: made.expiresAt, isHold: true)
      held.hold()
      world.store.put(held)
    }
    return try current(made, world)
  }

  private static func current(_ invoice: Invoice, _ world: World) throws -> Invoice {
    try #require(world.store.row(Invoice.self, invoice.id))
  }

  @Test(
    "each state and caller has its answer, and a refusal changes nothing",
    arguments: InvoiceState.allCases)
  func table(state: InvoiceState) throws {
    for (caller, reason) in [
      (Caller.client, String?.none), (.freelancer, "NOT_THE_CLIENT"), (.admin, "NOT_THE_CLIENT"),
      (.stranger, "NOT_FOUND"),
    ] {
      let refreshed: String? =
        state == .settled || state == .held ? "ILLEGAL_TRANSITION" : nil
      let cancelled: String? = state == .pending ? nil : "ILLEGAL_TRANSITION"
      var world = World()
      var invoice = try Self.invoice(in: state, world)
      var before = world.store.contents
      let refresh = world.store.refusal(of: Self.refresh(world, invoice, as: caller))
      #expect(refresh?.reason == reason ?? refreshed)
      #expect((world.store.contents == before) == (refresh != nil))

      world = World()
      invoice = try Self.invoice(in: state, world)
      before = world.store.contents
      let cancel = world.store.refusal(of: Self.cancel(invoice, as: caller))
      #expect(cancel?.reason == reason ?? cancelled)
      #expect((world.store.contents == before) == (cancel != nil))
    }
  }

  @Test("an invoice that is not there is NOT_FOUND, and another version is to be read again")
  func unknownOrStale() throws {
    let world = World()
    let invoice = try Self.invoice(in: .pending, world)
    let before = world.store.contents
    let nobody = CancelInvoice(caller: .client, request: nil, invoice: .entity(99))
    #expect(world.store.refusal(of: nobody)?.code == .notFound)
    for refusal in [
      world.store.refusal(of: Self.cancel(invoice, etag: "0")),
      world.store.refusal(of: Self.refresh(world, invoice, etag: "0")),
    ] {
      #expect(refusal?.reason == "ETAG_MISMATCH" && refusal?.isLasting == false)
    }
    #expect(world.store.contents == before)
    try world.store.carryOut(Self.cancel(invoice, etag: invoice.etag))
  }

  @Test("the version of an invoice grows with each state that it can come to")
  func versions() throws {
    let ways: [[InvoiceState]] = [
      [.pending, .expired, .settled], [.pending, .cancelled, .settled],
      [.pending, .held, .cancelled], [.pending, .held, .settled],
    ]
    for way in ways {
      let world = World()
      var invoice = try Self.invoice(in: .pending, world)
      let versions = way.map { state in
        invoice.state = state
        return invoice.version
      }
      #expect(versions == versions.sorted() && Set(versions).count == versions.count)
    }
  }

  @Test("one that can still be paid is cancelled for the new one; asking again makes no third")
  func replaced() throws {
    let world = World()
    let first = try Self.invoice(in: .pending, world)
    let second = try world.store.carryOut(Self.refresh(world, first))
    #expect(second.reference != first.reference && second.state == .pending)
    #expect(try Self.current(first, world).state == .cancelled)
    #expect(world.held(first.escrow).escrow.invoicesMade == 2)
    #expect(world.store.events.last?.type == "invoice.refreshed")
    let before = world.store.contents
    let again = RefreshInvoice(caller: .client, request: nil, invoice: first.id, made: nil)
    #expect(try world.store.carryOut(again) == second)
    #expect(world.store.contents == before)
    // It is the one that FundEscrow offers, too.
    #expect(try world.invoice(for: world.held(first.escrow).escrow) == second)
  }

  @Test("one whose time is over is expired by being replaced, though nobody has looked yet")
  func outOfTime() throws {
    let world = World()
    let first = try Self.invoice(in: .pending, world)
    world.store.now = first.expiresAt
    _ = try world.store.carryOut(Self.refresh(world, first))
    #expect(try Self.current(first, world).state == .expired)
  }

  @Test(
    "what is paid on a replaced invoice counts, late or not, and a second payment is the client's",
    arguments: [InvoiceState.pending, .expired, .cancelled])
  func latePayment(state: InvoiceState) throws {
    let world = World()
    let old = try Self.invoice(in: state, world)
    let new = try world.store.carryOut(Self.refresh(world, old))
    try world.pay(old)
    let held = world.held(old.escrow).escrow
    #expect(held.state == .paidLocked && held.fundedMsat == old.amountMsat && !held.isOverpaid)
    #expect(try Self.current(old, world).state == .settled)
    #expect(try world.pay(old) == .alreadyApplied)
    try world.pay(new)
    #expect(world.held(old.escrow).escrow.isOverpaid)
    #expect(world.store.wallet(.entity(1)) == new.amountMsat)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("the rest of what was paid in part is asked for by the new one")
  func rest() throws {
    let world = World()
    let first = try Self.invoice(in: .expired, world)
    let second = try world.store.carryOut(Self.refresh(world, first))
    try world.pay(first, msat: 30_000_000)
    let third = try world.store.carryOut(Self.refresh(world, second))
    #expect(third.amountMsat == 70_000_000)
    try world.pay(third)
    #expect(world.held(first.escrow).escrow.state == .paidLocked)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("an escrow that needs no money, or whose time is over, gets no new invoice")
  func notNeeded() throws {
    let world = World()
    let first = try Self.invoice(in: .expired, world)
    let second = try world.store.carryOut(Self.refresh(world, first))
    let window = world.held(first.escrow).escrow.terms.fundBy
    let now = world.store.now
    world.store.now = window
    #expect(world.store.refusal(of: Self.refresh(world, second))?.reason == "FUNDING_WINDOW_OVER")
    world.store.now = now
    try world.pay(second)
    let before = world.store.contents
    #expect(world.store.refusal(of: Self.refresh(world, first))?.reason == "ILLEGAL_TRANSITION")
    #expect(world.store.contents == before)
  }

  @Test(
    "an invoice that was made for another state of the escrow is not recorded, nor the old lost")
  func stale() throws {
    let world = World()
    let first = try Self.invoice(in: .pending, world)
    let before = world.store.contents
    let stale = world.made(for: try world.escrow(in: .created).escrow)
    let unchanged = try Self.current(first, world)
    for made in [stale, nil] {
      let refusal = world.store.refusal(
        of: RefreshInvoice(caller: .client, request: nil, invoice: first.id, made: made))
      #expect(refusal?.reason == "ESCROW_CHANGED" && refusal?.isLasting == false)
    }
    #expect(try Self.current(first, world) == unchanged && before != world.store.contents)
  }
}

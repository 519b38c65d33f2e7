import PayLytCrypto
import Testing

@testable import PayLytServer

@Suite("Payments that our node holds back")
struct HoldInvoiceTests {
  private static let preimage = [UInt8](repeating: 5, count: 32)
  private static let invoiceID = UUID.entity(60)

  /// The hold invoice of a new escrow, with its payment in `phase`.
  private static func hold(_ phase: HoldPhase, _ world: World) throws -> Invoice {
    let escrow = try world.escrow(in: .created).escrow
    var made = world.made(for: escrow)
    made.hold = FundEscrow.Hold(
      invoice: invoiceID,
      preimage: DetailKeys.fixture.seal(preimage, for: invoiceID, in: HoldInvoice.secrets))
    let invoice = try world.store.carryOut(
      FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: made)
    ).invoice
    switch phase {
    case .open: break
    case .taking: #expect(try see(.held(amountMsat: invoice.amountMsat), world) == .take)
    case .returning: #expect(try see(.held(amountMsat: 1), world) == .sendBack)
    case .taken:
      #expect(try see(.held(amountMsat: invoice.amountMsat), world) == .take)
      try world.pay(invoice)
      #expect(try see(.settled(amountMsat: invoice.amountMsat), world) == .over)
    case .returned: #expect(try see(.cancelled, world) == .over)
    }
    return try #require(world.store.row(Invoice.self, invoice.id))
  }

  private static func see(_ seen: HoldState, _ world: World) throws -> DecideHold.Order {
    try world.store.carryOut(DecideHold(invoice: invoiceID, seen: seen)).order
  }

  private static func phase(_ world: World) -> HoldPhase? {
    world.store.row(HoldInvoice.self, invoiceID)?.phase
  }

  private static func state(_ world: World) -> InvoiceState? {
    world.store.row(Invoice.self, invoiceID)?.state
  }

  @Test("an invoice and the sealed secret of its payment are made together, under one id")
  func made() throws {
    let world = World()
    let invoice = try Self.hold(.open, world)
    let row = try #require(world.store.row(HoldInvoice.self, invoice.id))
    #expect(invoice.isHold && invoice.state == .pending && row.escrow == invoice.escrow)
    let opened = try DetailKeys.fixture.open(
      row.preimage, of: row.id, in: HoldInvoice.secrets)
    #expect(opened == Self.preimage)
  }

  struct Situation: Sendable, CustomTestStringConvertible {
    let phase: HoldPhase
    let seen: HoldState
    let order: DecideHold.Order
    let becomes: HoldPhase
    let invoice: InvoiceState
    var testDescription: String { "\(phase) and \(seen)" }
  }

  /// The whole price of the fixture's deal.
  private static let asked: Int64 = 100_000_000

  @Test(
    "in each phase, each word of the node leads to one order",
    arguments: [
      Situation(phase: .open, seen: .open, order: .wait, becomes: .open, invoice: .pending),
      Situation(
        phase: .open, seen: .held(amountMsat: asked), order: .take, becomes: .taking,
        invoice: .held),
      Situation(
        phase: .open, seen: .held(amountMsat: asked - 1), order: .sendBack, becomes: .returning,
        invoice: .cancelled),
      Situation(
        phase: .open, seen: .held(amountMsat: asked + 1), order: .sendBack, becomes: .returning,
        invoice: .cancelled),
      Situation(
        phase: .open, seen: .settled(amountMsat: asked), order: .book(paidMsat: asked),
        becomes: .open, invoice: .pending),
      Situation(
        phase: .open, seen: .cancelled, order: .over, becomes: .returned, invoice: .cancelled),
      Situation(phase: .taking, seen: .open, order: .wait, becomes: .taking, invoice: .held),
      Situation(
        phase: .taking, seen: .held(amountMsat: asked), order: .take, becomes: .taking,
        invoice: .held),
      Situation(
        phase: .taking, seen: .settled(amountMsat: asked), order: .book(paidMsat: asked),
        becomes: .taking, invoice: .held),
      Situation(
        phase: .taking, seen: .cancelled, order: .over, becomes: .returned, invoice: .cancelled),
      Situation(
        phase: .returning, seen: .open, order: .sendBack, becomes: .returning,
        invoice: .cancelled),
      Situation(
        phase: .returning, seen: .held(amountMsat: asked), order: .sendBack, becomes: .returning,
        invoice: .cancelled),
      Situation(
        phase: .returning, seen: .settled(amountMsat: asked), order: .book(paidMsat: asked),
        becomes: .returning, invoice: .cancelled),
      Situation(
        phase: .returning, seen: .cancelled, order: .over, becomes: .returned,
        invoice: .cancelled),
      Situation(
        phase: .taken, seen: .held(amountMsat: asked), order: .over, becomes: .taken,
        invoice: .settled),
      Situation(
        phase: .taken, seen: .cancelled, order: .over, becomes: .taken, invoice: .settled),
      Situation(
        phase: .returned, seen: .held(amountMsat: asked), order: .over, becomes: .returned,
        invoice: .cancelled),
      Situation(
        phase: .returned, seen: .settled(amountMsat: asked), order: .over, becomes: .returned,
        invoice: .cancelled),
    ])
  func table(_ situation: Situation) throws {
    let world = World()
    let invoice = try Self.hold(situation.phase, world)
    #expect(invoice.amountMsat == Self.asked)
    let before = world.store.events.count
    #expect(try Self.see(situation.seen, world) == situation.order)
    #expect(Self.phase(world) == situation.becomes)
    #expect(Self.state(world) == situation.invoice)
    let isNews = invoice.state != situation.invoice
    #expect(world.store.events.count == before + (isNews ? 1 : 0))
    // Again changes nothing, except for what is over.
    let after = world.store.contents
    _ = try Self.see(situation.seen, world)
    #expect(world.store.contents == after)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("what is over keeps no secret", arguments: [HoldPhase.taken, .returned])
  func wiped(phase: HoldPhase) throws {
    let world = World()
    _ = try Self.hold(phase, world)
    #expect(world.store.row(HoldInvoice.self, Self.invoiceID)?.preimage.bytes == [])
  }

  enum Loss: CaseIterable, Sendable {
    case escrowCancelled, invoiceCancelled, invoiceReplaced, fundingOver, paidOtherwise
  }

  /// What makes a payment unwanted after the invoice went out.
  private static func lose(_ loss: Loss, _ invoice: Invoice, _ world: World) throws {
    switch loss {
    case .escrowCancelled:
      try world.store.carryOut(
        CancelEscrow(caller: .client, request: nil, escrow: invoice.escrow))
    case .invoiceCancelled:
      try world.store.carryOut(
        CancelInvoice(caller: .client, request: nil, invoice: invoice.id))
    case .invoiceReplaced:
      try world.store.carryOut(
        RefreshInvoice(
          caller: .client, request: nil, invoice: invoice.id,
          made: world.made(for: world.held(invoice.escrow).escrow)))
    case .fundingOver:
      world.store.now = world.held(invoice.escrow).escrow.terms.fundBy
        .adding(seconds: EscrowLimits.fundingGraceSeconds)
      try world.store.carryOut(ExpireInvoice(invoice: invoice.id))
      try world.store.carryOut(EndFunding(escrow: invoice.escrow))
    case .paidOtherwise:
      try lose(.invoiceReplaced, invoice, world)
      let other = try #require(world.store.rows(Invoice.self).first { $0.id != invoice.id })
      try world.pay(other)
    }
  }

  @Test(
    "a payment that nobody wants any more goes back, and nothing is booked",
    arguments: Loss.allCases)
  func unwanted(loss: Loss) throws {
    let world = World()
    let invoice = try Self.hold(.open, world)
    try Self.lose(loss, invoice, world)
    let transfers = world.store.rows(Transfer.self).count
    // Unpaid, it is taken back, so that nobody can pay it.
    #expect(try Self.see(.open, world) == .sendBack)
    #expect(try Self.see(.held(amountMsat: invoice.amountMsat), world) == .sendBack)
    #expect(try Self.see(.cancelled, world) == .over)
    #expect(Self.phase(world) == .returned)
    #expect(world.store.rows(Transfer.self).count == transfers)
  }

  @Test("one that was paid before we looked goes back with the reason in its event")
  func reason() throws {
    let world = World()
    let invoice = try Self.hold(.open, world)
    try Self.lose(.escrowCancelled, invoice, world)
    #expect(try Self.see(.held(amountMsat: invoice.amountMsat), world) == .sendBack)
    let event = try #require(world.store.events.last)
    #expect(event.type == "invoice.payment_returned" && event.subject == "invoices/\(invoice.id)")
    #expect(event.reason == "The escrow is cancelled." && event.parties.count == 2)
  }

  @Test("while it is being taken, the escrow may end: the node holds it still, and it goes back")
  func cancelledMeanwhile() throws {
    let world = World()
    let invoice = try Self.hold(.taking, world)
    try world.store.carryOut(
      CancelEscrow(caller: .client, request: nil, escrow: invoice.escrow))
    #expect(try Self.see(.held(amountMsat: invoice.amountMsat), world) == .sendBack)
    #expect(Self.phase(world) == .returning && Self.state(world) == .cancelled)
  }

  @Test("when it was taken after all, it is the client's: never lost")
  func takenAfterAll() throws {
    let world = World()
    let invoice = try Self.hold(.taking, world)
    try world.store.carryOut(
      CancelEscrow(caller: .client, request: nil, escrow: invoice.escrow))
    let seen = HoldState.settled(amountMsat: invoice.amountMsat)
    #expect(try Self.see(seen, world) == .book(paidMsat: invoice.amountMsat))
    try world.pay(invoice)
    #expect(try Self.see(seen, world) == .over)
    #expect(world.store.wallet(.entity(1)) == invoice.amountMsat)
    #expect(Self.phase(world) == .taken && world.store.discrepancies.isEmpty)
  }

  @Test("what cannot be taken for hours is sent back, long before the node must")
  func tooLate() throws {
    let world = World()
    let invoice = try Self.hold(.taking, world)
    let seen = HoldState.held(amountMsat: invoice.amountMsat)
    world.store.now = world.store.now.adding(seconds: HoldLimits.takeSecondsMax - 1)
    #expect(try Self.see(seen, world) == .take)
    world.store.now = world.store.now.adding(seconds: 1)
    #expect(try Self.see(seen, world) == .sendBack)
    #expect(world.store.events.last?.reason == HoldFlaw.tooLate.reason)
    // Ten minutes a block, of which the node keeps 18 for itself.
    #expect(HoldLimits.takeSecondsMax < Int64(ProviderLimits.holdBlocks - 18) * 600 / 2)
  }

  @Test("an escrow is not given up while a payment for it is held")
  func waits() throws {
    let world = World()
    let invoice = try Self.hold(.taking, world)
    let end = world.held(invoice.escrow).escrow.terms.fundBy
    world.store.now = end.adding(seconds: 2 * EscrowLimits.fundingGraceSeconds)
    let answer = try world.store.carryOut(EndFunding(escrow: invoice.escrow))
    #expect(answer.changed == nil)
    #expect(world.held(invoice.escrow).escrow.state == .awaitingPayment)
    // Nor is another one asked for.
    #expect(
      world.store.refusal(
        of: CancelInvoice(caller: .client, request: nil, invoice: invoice.id))?.reason
        == "ILLEGAL_TRANSITION")
  }

  @Test("an invoice that needs more than the escrow by now is not taken")
  func notDue() throws {
    let world = World()
    let invoice = try Self.hold(.open, world)
    // A part comes on an invoice from before.
    let old = Invoice(
      id: .entity(61), escrow: invoice.escrow, provider: "simulator", reference: "old",
      providerID: "old", paymentHash: [UInt8](repeating: 99, count: 32), paymentRequest: "lnbc",
      amountMsat: invoice.amountMsat, paidMsat: 0, state: .cancelled, createdAt: .start,
      expiresAt: .start)
    world.store.put(old)
    try world.pay(old, msat: 10_000_000)
    #expect(try Self.see(.held(amountMsat: invoice.amountMsat), world) == .sendBack)
    #expect(world.store.events.last?.reason == HoldFlaw.notDue.reason)
  }
}

import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Paying into an escrow")
struct FundingTests {
  @Test("asking again while the invoice is open gives the same invoice and changes nothing")
  func sameInvoice() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    let first = try world.invoice(for: escrow)
    let before = world.store.contents
    let again = try world.store.carryOut(
      FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: nil))
    #expect(again.invoice == first)
    #expect(world.store.contents == before)
  }

  @Test("after the invoice expired, the next one has another reference")
  func nextInvoice() throws {
    let world = World()
    let created = try world.escrow(in: .created).escrow
    let first = try world.invoice(for: created)
    world.store.now = first.expiresAt
    let second = try world.invoice(for: world.held(created.id).escrow)
    #expect(second.reference != first.reference)
    #expect(second.id != first.id)
    #expect(world.held(created.id).escrow.invoicesMade == 2)
  }

  @Test("an invoice that was made for another state of the escrow is not recorded")
  func stale() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    let stale = world.made(for: escrow)
    try world.pay(try world.invoice(for: escrow), msat: 30_000_000)
    for made in [stale, nil] {
      let refusal = world.store.refusal(
        of: FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: made))
      #expect(refusal?.reason == "ESCROW_CHANGED")
      #expect(refusal?.isLasting == false)
    }
    let rest = try world.invoice(for: world.held(escrow.id).escrow)
    #expect(rest.amountMsat == 70_000_000)
  }

  @Test("an invoice with a payment hash that another one has is not recorded")
  func repeatedHash() throws {
    let world = World()
    let first = try world.escrow(in: .created).escrow
    let known = try world.invoice(for: first)
    let second = try world.escrow(in: .created).escrow
    let made = FundEscrow.Made(
      provider: "simulator", reference: FundEscrow.reference(for: second), providerID: "x",
      paymentHash: known.paymentHash, paymentRequest: "lnbc", amountMsat: 100_000_000,
      expiresAt: world.store.now.adding(seconds: 60))
    let refusal = world.store.refusal(
      of: FundEscrow(caller: .client, request: nil, escrow: second.id, made: made))
    #expect(refusal?.reason == "PROVIDER_REPEATED_INVOICE")
    #expect(refusal?.code == .unavailable)
    let own = try world.invoice(for: second)
    let before = world.store.contents
    let repeated = FundEscrow.Made(
      provider: "simulator", reference: FundEscrow.reference(for: world.held(second.id).escrow),
      providerID: "x", paymentHash: known.paymentHash, paymentRequest: "lnbc",
      amountMsat: 100_000_000, expiresAt: world.store.now.adding(seconds: 60))
    let refresh = world.store.refusal(
      of: RefreshInvoice(caller: .client, request: nil, invoice: own.id, made: repeated))
    #expect(refresh?.reason == "PROVIDER_REPEATED_INVOICE")
    #expect(world.store.contents == before)
  }

  /// What a provider has made for an escrow: two invoices of which nobody heard, and one that can
  /// be paid.
  private static func afterLost(_ world: World, _ escrow: Escrow) -> FundEscrow.Made {
    let now = world.store.now
    let made = (0...2).map { lost in
      var made = world.made(for: escrow)
      made = FundEscrow.Made(
        provider: made.provider, reference: FundEscrow.reference(for: escrow, after: lost),
        providerID: made.providerID, paymentHash: made.paymentHash,
        paymentRequest: made.paymentRequest, amountMsat: made.amountMsat,
        expiresAt: now.adding(seconds: lost < 2 ? -60 : 3600),
        madeAt: lost < 2 ? now.adding(seconds: -3660) : nil)
      return made
    }
    return made[2].following(Array(made.prefix(2)))
  }

  @Test("invoices whose answers were lost are recorded with the next one; each has a number")
  func lost() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    let made = Self.afterLost(world, escrow)
    let funding = try world.store.carryOut(
      FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: made))
    #expect(funding.invoice.reference == made.reference && funding.invoice.state == .pending)
    #expect(world.held(escrow.id).escrow.invoicesMade == 3)
    let all = world.store.rows(Invoice.self)
    #expect(Set(all.map(\.reference)).count == 3)
    let over = all.filter { $0.state == .expired }
    #expect(Set(over.map(\.paymentHash)) == Set(made.lost.map(\.paymentHash)))
    // A payment on one of them is heard of, as any late one is, once.
    try world.pay(over[0])
    #expect(world.held(escrow.id).escrow.state == .paidLocked)
    #expect(try world.pay(over[0]) == .alreadyApplied)
    try world.pay(over[1])
    #expect(world.held(escrow.id).escrow.isOverpaid)
    #expect(world.store.wallet(escrow.client) == 100_000_000)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("a lost invoice stands in lists where it was made, and is found by that time")
  func lostInLists() async throws {
    try await withEngine { engine in
      let world = World()
      let escrow = try world.escrow(in: .created).escrow
      let made = Self.afterLost(world, escrow)
      let next = try world.store.carryOut(
        FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: made)
      ).invoice
      try await engine.copy(world.store)
      func found(_ filter: String) async throws -> [Invoice] {
        try await engine.search(InvoiceStatements.list, of: .one(escrow.id), filter: filter)
      }
      let all = try await found("")
      #expect(all.map(\.state) == [.pending, .expired, .expired] && all.first == next)
      // They were made 61 minutes before 15:06:40.
      let early = try await found("create_time < 2025-06-15T14:06:40Z")
      #expect(early == Array(all.dropFirst()) && early.count == 2)
      try await #expect(found("create_time > 2025-06-15T14:06:40Z") == [next])
    }
  }

  @Test("what is refused of the next invoice records nothing of the lost ones")
  func lostRefused() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    let made = Self.afterLost(world, escrow)
    let other = try world.invoice(for: try world.escrow(in: .created).escrow)
    let repeated = FundEscrow.Made(
      provider: "simulator", reference: made.lost[0].reference, providerID: "x",
      paymentHash: other.paymentHash, paymentRequest: "lnbc", amountMsat: 100_000_000,
      expiresAt: world.store.now)
    let before = world.store.contents
    for (made, reason) in [
      (made.following([]), "ESCROW_CHANGED"), (made.following([made.lost[0]]), "ESCROW_CHANGED"),
      (made.following([made.lost[0], made.lost[0]]), "PROVIDER_REPEATED_INVOICE"),
      (made.following([made.lost[0], repeated]), "PROVIDER_REPEATED_INVOICE"),
      (made.following([made.lost[0], made]), "PROVIDER_REPEATED_INVOICE"),
    ] {
      let refusal = world.store.refusal(
        of: FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: made))
      #expect(refusal?.reason == reason && refusal?.isLasting == false)
    }
    #expect(world.store.contents == before)
  }

  @Test("lost invoices use nothing up of the day's limit")
  func lostAndLimits() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    let policy = AccessPolicy(caps: [.basic: .init(fundingMsat: 100_000_000)])
    let authority = Authority(policy: policy, isSteppedUp: false)
    func fund(_ made: FundEscrow.Made) throws -> Invoice {
      try world.store.carryOut(
        FundEscrow(
          caller: .client, request: nil, escrow: escrow.id, made: made, authority: authority)
      ).invoice
    }
    let first = try fund(Self.afterLost(world, escrow))
    #expect(world.store.row(UserUsage.self, .entity(1))?.fundingMsat == 100_000_000)
    // The next one takes the place of the last one, not of a lost one.
    try world.pay(first, msat: 40_000_000)
    let second = try fund(world.made(for: world.held(escrow.id).escrow))
    #expect(second.amountMsat == 60_000_000)
    #expect(world.store.row(UserUsage.self, .entity(1))?.fundingMsat == 100_000_000)
  }

  /// Two invoices were out; the first was paid late and locked the escrow.
  @Test("an escrow that is paid offers no invoice, though one is still open")
  func noInvoiceWhenPaid() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    let first = try world.invoice(for: escrow)
    world.store.now = first.expiresAt
    let second = try world.invoice(for: world.held(escrow.id).escrow)
    try world.pay(first)
    #expect(second.isPayable(at: world.store.now))
    #expect(
      world.store.refusal(
        of: FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: nil))?.reason
        == "ILLEGAL_TRANSITION")
    try world.pay(second)
    #expect(world.held(escrow.id).escrow.isOverpaid)
    #expect(world.store.wallet(escrow.client) == 100_000_000)
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("one payment counts once, however often and late it is told")
  func once() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    let invoice = try world.invoice(for: escrow)
    guard case .applied(let held) = try world.pay(invoice) else {
      Issue.record("the payment was not applied")
      return
    }
    #expect(held.escrow.state == .paidLocked)
    #expect(world.store.events.last?.type == "escrow.paid_locked")
    let before = world.store.contents
    for amount in [invoice.amountMsat, 1, .max] {
      #expect(try world.pay(invoice, msat: amount) == .alreadyApplied)
    }
    #expect(world.store.contents == before)
  }

  @Test("a payment of an invoice that is not ours is ignored")
  func unknownInvoice() throws {
    let world = World()
    let before = world.store.contents
    let command = ReceivePayment(
      caller: .system("webhooks"), paymentHash: [UInt8](repeating: 9, count: 32), paidMsat: 1,
      event: nil)
    #expect(try world.store.carryOut(command) == .unknownInvoice)
    #expect(world.store.contents == before)
  }

  @Test("a payment of nothing or less is refused", arguments: [Int64(0), -1, .min])
  func noPayment(msat: Int64) throws {
    let world = World()
    let invoice = try world.invoice(for: try world.escrow(in: .created).escrow)
    #expect(
      world.store.refusal(
        of: ReceivePayment(
          caller: .system("webhooks"), paymentHash: invoice.paymentHash, paidMsat: msat,
          event: nil))?.code == .invalidArgument)
  }

  @Test(
    "what the escrow does not need is the client's, under its own kind of transfer",
    arguments: [
      (EscrowState.awaitingPayment, Int64(100_000_000), Int64(0), [TransferKind.fund]),
      (.awaitingPayment, 40_000_000, 0, [.fund]),
      (.awaitingPayment, 100_500_000, 500_000, [.fund, .fundExcess]),
      (.cancelled, 100_000_000, 100_000_000, [.fundLate]),
    ])
  func excess(
    state: EscrowState, paid: Int64, toClient: Int64, kinds: [TransferKind]
  ) throws {
    let world = World()
    let escrow = try world.escrow(in: state).escrow
    let invoice = try #require(world.store.rows(Invoice.self).first { $0.escrow == escrow.id })
    try world.pay(invoice, msat: paid)
    #expect(world.store.wallet(escrow.client) == toClient)
    #expect(world.store.balance(escrow.account) == paid - toClient)
    #expect(Set(world.store.rows(Transfer.self).map(\.kind)) == Set(kinds))
    #expect(world.held(escrow.id).escrow.isPaidLate == (state == .cancelled))
    #expect(world.store.discrepancies.isEmpty)
  }

  @Test("a payment that the books cannot count is refused, and the invoice stays open")
  func uncountable() throws {
    let world = World()
    let escrow = try world.escrow(in: .created).escrow
    try world.pay(try world.invoice(for: escrow), msat: .max)
    let other = try world.escrow(in: .awaitingPayment).escrow
    let invoice = try #require(world.store.rows(Invoice.self).first { $0.escrow == other.id })
    let before = world.store.contents
    #expect(throws: Refusal.sumTooLarge) { try world.pay(invoice, msat: .max) }
    #expect(world.store.contents == before)
  }
}

import Testing

@testable import PayLytServer

@Suite("Payouts to banks, over the provider's API and its own book")
struct RailPayoutTests {
  @Test("a payout from bitcoin is paid once, with the fee, and both books agree")
  func fromBitcoin() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      #expect(payout.terms.settlement == Money(asset: .ngn, units: 7_500_000))
      try await #expect(desk.wallet() == RailDesk.bitcoin - 50_500_000)
      try await #expect(desk.step(payout) == .submitted)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let done = try await desk.row(payout)
      #expect(done.feeUnits == 20_000)
      try await #expect(desk.wallet() == RailDesk.bitcoin - 50_020_000)
      try await #expect(desk.platform(.fxSpread) == 0)
      try await desk.expectSameBooks()
      try await #expect(desk.step(payout, seconds: 10_000) == .succeeded)
    }
  }

  @Test("a payout from local currency goes through the pools; the fee is paid in it, rounded up")
  func fromNaira() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(.ngn)
      let cover = payout.terms.coverMsat
      try await #expect(desk.step(payout) == .submitted)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let done = try await desk.row(payout)
      #expect(done.feeUnits == (20_000 * 7_000_000 + cover - 1) / cover)
      try await #expect(desk.wallet(.ngn) == RailDesk.naira - 7_000_000 - done.feeUnits)
      try await #expect(desk.wallet() == RailDesk.bitcoin)
      try await #expect(desk.platform(.fxPool) == -(cover + 20_000))
      try await desk.expectSameBooks()
    }
  }

  @Test("the smallest payout of a corridor bears the provider's fee")
  func smallest() async throws {
    try await RailDesk.with { desk in
      // 1 050 naira: the corridor begins at 1 000.
      let quote = try await desk.engine.carryOut(try await desk.quote(.msat(700_000), .btc))
      let payout = try await desk.engine.carryOut(
        CreatePayout(
          caller: .freelancer, request: nil, user: .entity(2), order: .quote(quote.id),
          provider: desk.rail.name))
      var state = payout.state
      for _ in 0..<12 where !state.isFinal { state = try await desk.step(payout, seconds: 5) }
      #expect(state == .succeeded)
      // The fee is 20 satoshis; what was set aside for it beyond is back.
      try await #expect(desk.wallet() == RailDesk.bitcoin - 720_000)
      try await desk.expectSameBooks()
    }
  }

  /// Whatever is lost, and wherever the worker died, the payout ends paid once or not at all.
  @Test(
    "a lost answer, an error, or an outage at any step is asked about, and paid once",
    arguments: ["initialize_payout", "finalize_payout", "fetch_payout"],
    ["drop_after_effect", "error500", "down", "error429"])
  func faults(operation: String, kind: String) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.arm(operation, kind, count: 4)
      for _ in 0..<4 {
        let state = try await desk.step(payout, seconds: 20)
        #expect(state != .failed)
      }
      try await desk.disarm()
      var state = try await desk.row(payout).state
      for _ in 0..<12 where !state.isFinal { state = try await desk.step(payout, seconds: 70) }
      #expect(state == .succeeded)
      try await #expect(desk.wallet() == RailDesk.bitcoin - 50_020_000)
      try await desk.expectSameBooks()
    }
  }

  /// Each step is what the worker does before it dies; nothing but the rows is left.
  @Test(
    "after a crash between any two steps another worker goes on from the rows",
    arguments: 0...3)
  func crash(after steps: Int) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      let account = try #require(BeneficiaryTests.bank.account)
      if steps > 0 {
        try await desk.engine.commit(
          BeginPayoutAttempt(payout: payout.id, version: payout.version, paymentRequest: ""))
      }
      if steps > 1 {
        _ = try await desk.rail.initialize(
          payout.terms.providerQuoteID, to: account, reference: payout.reference)
      }
      if steps > 2 {
        _ = try await desk.rail.finalize(
          payout.terms.providerQuoteID, reference: payout.reference)
      }
      var state = payout.state
      for _ in 0..<12 where !state.isFinal { state = try await desk.step(payout, seconds: 30) }
      #expect(state == .succeeded)
      try await #expect(desk.wallet() == RailDesk.bitcoin - 50_020_000)
      try await desk.expectSameBooks()
    }
  }

  @Test("what the provider refuses, or lets expire, or fails, goes back to the wallet")
  func failures() async throws {
    try await RailDesk.with { desk in
      let failing = try await desk.order(request: 1)
      try await desk.arm("finalize_payout", "hold_payment")
      try await #expect(desk.step(failing) == .submitted)
      try await #expect(desk.step(failing, seconds: 5) == .submitted)
      try await desk.turn("payouts/\(failing.reference)/fail", #"{"reason":"account_closed"}"#)
      try await #expect(desk.step(failing, seconds: 60) == .failed)
      try await #expect(desk.row(failing).failureReason == "the receiver's account cannot be paid")
      let expiring = try await desk.order(request: 2)
      desk.clock.advance(seconds: 901)
      try await #expect(desk.step(expiring) == .failed)
      try await #expect(desk.wallet() == RailDesk.bitcoin)
      try await desk.expectSameBooks()
    }
  }

  @Test("a provider that stays away until the quote is over has paid nothing")
  func awayForGood() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.arm("initialize_payout", "down", count: 100)
      try await #expect(desk.step(payout) == .unknown)
      try await #expect(desk.step(payout, seconds: 901) == .failed)
      try await #expect(desk.wallet() == RailDesk.bitcoin)
      try await desk.expectSameBooks()
    }
  }

  static func compare(
    _ desk: RailDesk, _ rail: (any PayoutRail)? = nil
  ) async throws -> ReconciliationRun.Result {
    try await Reconciler(
      database: desk.engine.database, book: ReconciliationTests.FakeBook(),
      provider: try FakeProvider(), rail: rail ?? desk.rail
    ).compare(from: .start, to: desk.clock.now().adding(seconds: 1))
  }

  @Test(
    "payouts to banks are compared with the rail's records, one by one",
    arguments: [Asset.btc, .ngn])
  func compared(source: Asset) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(source, request: 1)
      try await desk.step(payout)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let failing = try await desk.order(.ngn, request: 2)
      try await desk.arm("finalize_payout", "hold_payment")
      try await desk.step(failing)
      try await desk.turn("payouts/\(failing.reference)/fail", "{}")
      try await #expect(desk.step(failing, seconds: 60) == .failed)
      let right = try await Self.compare(desk)
      #expect(right.findings.isEmpty && right.entriesHere == 1 && right.entriesThere == 1)
      let row = try await desk.row(payout)
      #expect(row.chargedMsat == row.terms.coverMsat + 20_000)
      // It comes back, and nobody has told us.
      try await desk.turn("payouts/\(payout.reference)/reverse", "{}")
      let wrong = try await Self.compare(desk)
      let finding = try #require(wrong.findings.first)
      #expect(wrong.findings.count == 1 && finding.kind == .amountDiffers)
      #expect(finding.reference == payout.reference && finding.direction == .sent)
      #expect(finding.hereMsat == row.chargedMsat && finding.thereMsat == 20_000)
      try await desk.worker.requery(desk.row(payout))
      try await #expect(Self.compare(desk).findings.isEmpty)
    }
  }

  @Test(
    "a payout that a bank pays after it had failed is found by asking, and by the comparison of the books",
    arguments: [true, false])
  func paidAfterAll(isTold: Bool) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.arm("finalize_payout", "hold_payment")
      try await desk.step(payout)
      try await desk.turn("payouts/\(payout.reference)/fail", "{}")
      try await #expect(desk.step(payout, seconds: 60) == .failed)
      // It is asked about for a while, which changes nothing as long as it has failed there, too.
      let watcher = ReversalWatcher(
        database: desk.engine.database, worker: desk.worker, clock: desk.clock)
      desk.clock.advance(seconds: PayoutLimits.reversalPauseSeconds)
      try await #expect(watcher.step() == false)
      let failed = try await desk.row(payout)
      #expect(failed.contradiction == Payout.Contradiction.none)
      let rail = OtherWords(rail: desk.rail, fetched: .completed(satoshis: nil))
      let worker = desk.worker(rail)
      if isTold {
        try await #expect(worker.ask(reference: payout.reference))
      } else {
        desk.clock.advance(seconds: 3 * 86_400)
        _ = try await ReversalWatcher(
          database: desk.engine.database, worker: worker, clock: desk.clock
        ).step()
      }
      let done = try await desk.row(payout)
      #expect(done.state == .failed && done.contradiction == .open)
      try await #expect(desk.wallet() == RailDesk.bitcoin)
      let compared = try await Self.compare(desk, rail)
      #expect(compared.findings.map(\.kind) == [.missingHere])
    }
  }

  @Test(
    "a fee that the rail names only before it lets the money go is what is charged and compared",
    arguments: [Asset.btc, .ngn], [true, false])
  func feeNamedOnce(source: Asset, comesBackUnheard: Bool) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(source)
      let rail = OtherWords(rail: desk.rail, namesFees: false)
      let worker = desk.worker(rail)
      if comesBackUnheard { try await desk.arm("finalize_payout", "hold_payment") }
      _ = try await worker.step()
      try await #expect(desk.row(payout).namedFeeMsat == 20_000)
      if comesBackUnheard {
        try await desk.turn("payouts/\(payout.reference)/reverse", #"{"keeps_fee":true}"#)
      }
      desk.clock.advance(seconds: 5)
      _ = try await worker.step()
      let done = try await desk.row(payout)
      #expect(done.state == (comesBackUnheard ? .reversed : .succeeded))
      #expect(done.feeMsat == 20_000)
      #expect(done.feeUnits == payout.terms.feeUnits(ofMsat: 20_000))
      try await desk.expectSameBooks()
      try await #expect(Self.compare(desk, rail).findings.isEmpty)
    }
  }

  @Test("a failed payout is replaced once, under a new reference, and only then")
  func replacement() async throws {
    try await RailDesk.with { desk in
      let first = try await desk.order(request: 1)
      await #expect(throws: PayoutError.illegalTransition(from: .reserved).refusal) {
        _ = try await desk.order(request: 2, replaces: first.id)
      }
      try await desk.arm("finalize_payout", "hold_payment")
      try await desk.step(first)
      try await desk.turn("payouts/\(first.reference)/fail", "{}")
      try await #expect(desk.step(first, seconds: 60) == .failed)
      let second = try await desk.order(request: 3, replaces: first.id)
      #expect(second.replaces == first.id && second.reference != first.reference)
      await #expect(throws: PayoutError.replaced.refusal) {
        _ = try await desk.order(request: 4, replaces: first.id)
      }
      try await desk.step(second)
      try await #expect(desk.step(second, seconds: 5) == .succeeded)
      try await #expect(desk.wallet() == RailDesk.bitcoin - 50_020_000)
      try await desk.expectSameBooks()
    }
  }

  @Test("a quote is used once, in its time, by its own user; a deleted receiver gets nothing")
  func quotes() async throws {
    try await RailDesk.with { desk in
      func use(_ quote: UUID, by user: UInt64 = 2) -> CreatePayout {
        CreatePayout(
          caller: .stranger, request: nil, user: .entity(user), order: .quote(quote),
          provider: "bitnob")
      }
      func quote(_ request: UInt64) async throws -> UUID {
        try await desk.engine.carryOut(
          try await desk.quote(.msat(20_000_000), .btc, request: request)
        ).id
      }
      let (used, old, other) = (try await quote(1), try await quote(2), try await quote(3))
      try await desk.engine.commit(use(used))
      await #expect(throws: PayoutQuoteError.used.refusal) {
        try await desk.engine.commit(use(used))
      }
      await #expect(throws: Refusal.self) { try await desk.engine.commit(use(old, by: 3)) }
      try await desk.engine.commit(
        DeleteBeneficiary(
          caller: .freelancer, request: nil, user: .entity(2), beneficiary: .entity(30)))
      await #expect(throws: Refusal.self) { try await desk.engine.commit(use(other)) }
      desk.clock.advance(seconds: 901)
      await #expect(throws: PayoutQuoteError.expired.refusal) {
        try await desk.engine.commit(use(old))
      }
      try await #expect(desk.wallet() == RailDesk.bitcoin - 20_200_000)
    }
  }

  @Test(
    "an amount in bitcoin outside of the corridor's bounds is refused as such, rehearsed or not",
    arguments: [1000, 100_000, 600_000, 1_400_000_000, 14_000_000_000] as [Int64], [true, false])
  func bounds(msat: Int64, isRehearsal: Bool) async throws {
    try await RailDesk.with { desk in
      let error = await #expect(throws: Refusal.self) {
        _ = try await desk.quote(.msat(msat), .btc, isRehearsal: isRehearsal)
      }
      #expect(error?.reason == "LIMIT_EXCEEDED")
    }
  }

  @Test("an invoice is paid up to the limit of a payout, whether the amount is said again or not")
  func invoiceAmount() async throws {
    try await RailDesk.with { desk in
      let largest = PayoutLimits.amountSatsMax * 1000
      for (number, msat) in [(UInt64(61), largest), (62, largest + 1)] {
        let invoice = try FakeProvider.invoice(amountMsat: msat)
        try await desk.add(number, .bolt11(invoice.text))
      }
      for amount in [nil, Money.msat(largest)] {
        guard case .lightning(let terms) = try await desk.lightning(to: 61, amount: amount) else {
          Issue.record("an invoice is paid over Lightning")
          return
        }
        #expect(terms.amount == .msat(largest))
      }
      for amount in [nil, Money.msat(largest), .msat(largest + 1000)] {
        let error = await #expect(throws: Refusal.self) {
          _ = try await desk.lightning(to: 62, amount: amount)
        }
        #expect(error?.reason == "INVALID_FIELD")
      }
    }
  }

  @Test("a rehearsed quote has the market's amounts, the same bounds, and nobody is asked for it")
  func rehearsed() async throws {
    try await RailDesk.with { desk in
      let tried = try await desk.quote(.msat(20_000_000), .btc, isRehearsal: true).made
      let locked = try await desk.quote(.msat(20_000_000), .btc).made
      #expect(tried.amount == locked.amount && tried.feeLimitUnits == locked.feeLimitUnits)
      #expect(tried.settlement == locked.settlement)
      #expect(tried.providerQuoteID == "none" && locked.providerQuoteID != "none")
      let naira = Money(asset: .ngn, units: 1_000_000)
      let exact = try await desk.quote(naira, .ngn, request: 2, isRehearsal: true).made
      #expect(exact.settlement == naira && exact.amount == naira && exact.coverMsat > 0)
      let small = await #expect(throws: Refusal.self) {
        _ = try await desk.quote(Money(asset: .ngn, units: 99_999), .btc, isRehearsal: true)
      }
      #expect(small?.reason == "LIMIT_EXCEEDED")
    }
  }

  @Test("a payout outside of the corridor's bounds is refused before anything is asked for")
  func bounds() async throws {
    try await RailDesk.with { desk in
      for units: Int64 in [99_999, 200_000_001] {
        let refusal = await #expect(throws: Refusal.self) {
          _ = try await desk.quote(Money(asset: .ngn, units: units), .btc)
        }
        #expect(refusal?.reason == "LIMIT_EXCEEDED")
      }
      let refusal = await #expect(throws: Refusal.self) {
        _ = try await desk.quote(.msat(1_000_000), .ngn)
      }
      #expect(refusal?.field == "amount.asset")
    }
  }

  @Test("the adapter knows the corridors, whose account it is, and that there is none")
  func lookUp() async throws {
    try await RailDesk.with { desk in
      let corridors = try await desk.rail.corridors()
      #expect(corridors.map(\.country) == ["NG", "KE", "GH"])
      #expect(corridors[1].kinds == [.bank, .mobileMoney])
      #expect(corridors[0].bounds == 100_000...200_000_000)
      let account = try #require(BeneficiaryTests.bank.account)
      try await #expect(desk.rail.accountHolder(account) == "HOLDER OF 6789")
      let nobody = RailAccount(
        kind: .bank, country: "NG", institution: "058", number: "0123450000", holder: "x")
      try await #expect(desk.rail.accountHolder(nobody) == nil)
      try await #expect(desk.rail.payout(reference: "payout-of-nobody") == nil)
    }
  }
}

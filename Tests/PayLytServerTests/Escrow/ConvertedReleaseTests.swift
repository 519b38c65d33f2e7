import Testing

@testable import PayLytServer

/// Releases that the freelancer gets in local currency. The fixture's first milestone pays them
/// 58 500 000 msat of 60 000 000, all of it 97 500 000 of 100 000 000.
@Suite("A release at a quote")
struct ConvertedReleaseTests {
  private let world = World()
  private var store: MemoryStore { world.store }

  private func quote(
    _ msat: Int64, of user: UInt64 = 2, from: Asset = .btc, to: Asset = .ngn
  ) throws -> FxQuote {
    let pair = try #require(AssetPair(from: from, to: to))
    let mid = try #require(BitcoinRate(15_000_000_025, per: 100_000_000_000))
    return try store.carryOut(
      CreateFxQuote(
        caller: .user(.entity(user), [.freelancer]), request: nil, user: .entity(user),
        terms: try ConversionTerms(pair, .giving(msat), mid: mid, spread: 100), quoteSeconds: 30))
  }

  private func wallet(_ user: UInt64, _ asset: Asset) -> Int64 {
    store.balance(AccountID(of: .entity(user), kind: .wallet, asset: asset))
  }

  private func release(_ escrow: UUID, at quote: UUID?, by caller: Caller = .client)
    -> ReleaseEscrow
  {
    ReleaseEscrow(caller: caller, request: nil, escrow: escrow, quote: quote)
  }

  @Test("the freelancer gets exactly what the quote shows, in one transaction with the release")
  func converted() throws {
    let escrow = try world.escrow(in: .inReview).escrow.id
    let before = store.rows(Transfer.self).count
    let quote = try quote(97_500_000)
    let held = try store.carryOut(release(escrow, at: quote.id))
    #expect(held.escrow.state == .released && held.escrow.feeTakenMsat == 2_500_000)
    #expect(wallet(2, .btc) == 0 && wallet(2, .ngn) == quote.terms.toUnits)
    #expect(quote.terms.toUnits > 0)
    #expect(store.row(FxQuote.self, quote.id)?.state(at: store.now) == .executed)
    let conversion = try #require(store.rows(Conversion.self).first)
    #expect(conversion.origin == .release(escrow: escrow) && conversion.user == .entity(2))
    #expect(store.row(FxQuote.self, quote.id)?.conversion == conversion.id)
    let receipt = try #require(store.rows(Receipt.self).first)
    #expect(receipt.transaction == conversion.transaction)
    #expect(receipt.parts == [PayeePart(user: .entity(2), amountMsat: 97_500_000)])
    let moved = store.rows(Transfer.self).filter { $0.transaction == conversion.transaction }
    #expect(store.rows(Transfer.self).count == before + moved.count)
    #expect(
      Set(moved.map(\.kind)).isSuperset(of: [.release, .fee, .convertOut, .convertIn]))
    #expect(store.discrepancies.isEmpty)
  }

  @Test("one milestone is paid in local currency, and the next one in bitcoin")
  func milestones() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let quote = try quote(58_500_000)
    try store.carryOut(
      ReleaseMilestone(
        caller: .client, request: nil, escrow: escrow, position: 1, quote: quote.id))
    #expect(wallet(2, .btc) == 0 && wallet(2, .ngn) == quote.terms.toUnits)
    try store.carryOut(release(escrow, at: nil))
    #expect(wallet(2, .btc) == 39_000_000 && wallet(2, .ngn) == quote.terms.toUnits)
    #expect(store.discrepancies.isEmpty)
  }

  @Test("of a shared release, the freelancer's own part is changed")
  func shared() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    try store.carryOut(
      SetPayees(
        caller: .freelancer, request: nil, escrow: escrow,
        shares: [.init(user: .entity(2), weight: 3), .init(user: .entity(3), weight: 1)]))
    let whole = try quote(97_500_000)
    #expect(store.refusal(of: release(escrow, at: whole.id))?.reason == "QUOTE_MISMATCH")
    let own = try quote(73_125_000)
    try store.carryOut(release(escrow, at: own.id))
    #expect(wallet(2, .btc) == 0 && wallet(2, .ngn) == own.terms.toUnits)
    #expect(wallet(3, .btc) == 24_375_000)
    #expect(store.discrepancies.isEmpty)
  }

  /// All of it, or the first milestone.
  private func refusal(
    ofMilestone isMilestone: Bool, _ escrow: UUID, at quote: UUID, _ exposure: ExposureLimits
  ) -> Refusal? {
    guard isMilestone else {
      var release = release(escrow, at: quote)
      release.exposure = exposure
      return store.refusal(of: release)
    }
    return store.refusal(
      of: ReleaseMilestone(
        caller: .client, request: nil, escrow: escrow, position: 1, quote: quote,
        exposure: exposure))
  }

  @Test(
    "a quote that is not for this release is refused, and nothing is released",
    arguments: [
      "NOT_FOUND", "NOT_FOUND of another", "QUOTE_MISMATCH", "QUOTE_MISMATCH of the other way",
      "QUOTE_EXPIRED", "QUOTE_USED", "EXPOSURE_LIMIT",
    ], [false, true])
  func refused(situation: String, isMilestone: Bool) throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let due: Int64 = isMilestone ? 58_500_000 : 97_500_000
    var id = UUID.entity(99)
    var exposure = ExposureLimits.unlimited
    switch situation {
    case "NOT_FOUND of another": id = try quote(due, of: 1).id
    case "QUOTE_MISMATCH": id = try quote(due - 1).id
    case "QUOTE_MISMATCH of the other way": id = try quote(due, from: .ngn, to: .btc).id
    case "QUOTE_EXPIRED":
      id = try quote(due).id
      store.now = store.now.adding(seconds: 30)
    case "QUOTE_USED":
      id = try quote(97_500_000).id
      let other = try world.escrow(in: .paidLocked).escrow.id
      try store.carryOut(release(other, at: id))
    case "EXPOSURE_LIMIT":
      id = try quote(due).id
      exposure.limit(.ngn, to: 1)
    default: break
    }
    let before = store.contents
    let refusal = refusal(ofMilestone: isMilestone, escrow, at: id, exposure)
    #expect(refusal?.reason == String(situation.prefix { $0 != " " }))
    #expect(store.contents == before)
    try store.carryOut(release(escrow, at: nil))
  }

  @Test("while conversions are paused, a release is paid in bitcoin or not at all")
  func paused() throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let quote = try quote(97_500_000)
    store.put(CapabilityState(id: Capability.conversions.id, isPaused: true))
    let before = store.contents
    #expect(store.refusal(of: release(escrow, at: quote.id)) == .paused(.conversions))
    #expect(store.contents == before)
    try store.carryOut(release(escrow, at: nil))
    #expect(wallet(2, .btc) == 97_500_000)
  }

  @Test(
    "who may not release may not with a quote either",
    arguments: [
      (Caller.freelancer, "NOT_THE_CLIENT"), (.admin, "NOT_THE_CLIENT"), (.stranger, "NOT_FOUND"),
    ])
  func callers(caller: Caller, reason: String) throws {
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let quote = try quote(97_500_000)
    let before = store.contents
    #expect(store.refusal(of: release(escrow, at: quote.id, by: caller))?.reason == reason)
    #expect(store.contents == before)
  }

  @Test(
    "a state that forbids the release leaves the quote good",
    arguments: [
      EscrowState.created, .awaitingPayment, .partiallyFunded, .released, .refunded, .cancelled,
      .disputed, .split, .expired,
    ])
  func states(state: EscrowState) throws {
    let escrow = try world.escrow(in: state).escrow.id
    let quote = try quote(97_500_000)
    #expect(store.refusal(of: release(escrow, at: quote.id))?.reason == "ILLEGAL_TRANSITION")
    #expect(store.row(FxQuote.self, quote.id)?.state(at: store.now) == .open)
  }
}

import Testing

@testable import PayLytServer

@Suite("Payouts that end before anything has left, and those of which that is not sure")
struct RefusedPayoutTests {
  @Test("the refusal of the only attempt counts, whoever has asked in vain while it was made")
  func askedMeanwhile() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      let worker = desk.worker
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in
          // Somebody looks while the provider is still at it.
          if let row = try? await desk.row { await worker.requery(row) }
          throw .refused(reason: "there is no route to the receiver")
        }
      }
      try await #expect(desk.step() == .failed)
      let row = try await desk.row
      #expect(row.attempts == 1 && row.failureReason == "there is no route to the receiver")
      try await #expect(desk.wallet == 100_000_000)
    }
  }

  @Test("what an account has ordered goes back when it is stopped, and does not leave later on")
  func stoppedAccount() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      let gone = ProviderError.unavailable(reason: "away")
      desk.provider.set { script in script.resolve = { () throws(ProviderError) in throw gone } }
      try await #expect(desk.step() == .reserved)
      var user = User.fixture(2, roles: .freelancer)
      try user.setFrozen(true, at: .start)
      try await desk.engine.commit(PutRow(row: user))
      let invoice = try FakeProvider.invoice()
      desk.provider.set { script in
        script.resolve = { () throws(ProviderError) in invoice }
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      try await #expect(desk.step(seconds: 3600) == .failed)
      try await #expect(desk.wallet == 100_000_000)
      #expect(desk.provider.sent.isEmpty)
      try await #expect(desk.row.failureReason == "The account was stopped before it was sent.")
    }
  }

  @Test("what waits for a frozen wallet waits for a day")
  func frozenWallet() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      var freeze = WalletFreeze(user: .entity(2))
      freeze.set(isFrozen: true, reason: "asked about", at: .start)
      try await desk.engine.commit(PutRow(row: freeze))
      try await #expect(desk.step() == .reserved)
      try await #expect(desk.step(seconds: 12 * 3600) == .reserved)
      try await #expect(desk.step(seconds: 12 * 3600) == .failed)
      try await #expect(desk.wallet == 100_000_000)
      #expect(desk.provider.sent.isEmpty)
    }
  }

  @Test("a fee above the limit ends the first attempt, and of a later one nobody knows")
  func laterFee() async throws {
    try await RailDesk.with { desk in
      let dear = desk.worker(OtherWords(rail: desk.rail, namedFee: 100_000))
      let first = try await desk.order()
      _ = try await dear.step()
      try await #expect(desk.row(first).state == .failed)
      let second = try await desk.order(request: 2)
      _ = try await desk.worker(OtherWords(rail: desk.rail, losesFinalize: true)).step()
      try await #expect(desk.row(second).state == .unknown)
      let reserved = RailDesk.bitcoin - second.reservedUnits
      for _ in 0..<3 {
        desk.clock.advance(seconds: PayoutLimits.resendAfterSeconds)
        _ = try await dear.step()
        try await #expect(desk.row(second).state == .unknown)
        try await #expect(desk.wallet() == reserved)
      }
      // Nothing is on its way any more when the quote has been over for long.
      desk.clock.advance(seconds: 900 + PayoutLimits.expiryGraceSeconds)
      _ = try await dear.step()
      try await #expect(desk.row(second).state == .failed)
      try await #expect(desk.wallet() == RailDesk.bitcoin)
    }
  }

  @Test(
    "what a rail says of another quote is not believed, whoever asks",
    arguments: [RailPayout.State.expired, .completed(satoshis: nil)])
  func otherQuote(word: RailPayout.State) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.arm("finalize_payout", "hold_payment")
      try await #expect(desk.step(payout) == .submitted)
      let confused = desk.worker(
        OtherWords(rail: desk.rail, fetched: word, otherQuote: "QT_of_somebody"))
      desk.clock.advance(seconds: 300)
      _ = try await confused.step()
      try await #expect(desk.row(payout).state == .submitted)
      try await #expect(!confused.ask(reference: payout.reference))
      try await #expect(desk.wallet() == RailDesk.bitcoin - payout.reservedUnits)
      try await desk.turn("payouts/\(payout.reference)/settle", "{}")
      try await #expect(desk.step(payout, seconds: 300) == .succeeded)
      try await #expect(!confused.ask(reference: payout.reference))
      try await #expect(desk.row(payout).contradiction == Payout.Contradiction.none)
      try await desk.expectSameBooks()
    }
  }

  @Test("each quote has a reference of its own, also where one request makes two")
  func references() async throws {
    try await RailDesk.with { desk in
      let first = try await desk.quote(.msat(50_000_000), .btc).made
      let second = try await desk.quote(.msat(50_000_000), .btc).made
      #expect(first.reference != second.reference)
      #expect(first.providerQuoteID != second.providerQuoteID)
    }
  }
}

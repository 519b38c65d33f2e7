import Testing

@testable import PayLytServer

@Suite("Payouts that their provider had, and says not to know")
struct LostPayoutTests {
  /// Whether the provider knows the payout again, or was away in between, when it is asked next.
  enum Next: CaseIterable {
    case found
    case stillLost
  }

  @Test(
    "one answer that there is no such payout gives nothing back of what the rail works on",
    arguments: Next.allCases, [true, false])
  func rail(next: Next, wasAway: Bool) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.arm("finalize_payout", "hold_payment")
      try await #expect(desk.step(payout) == .submitted)
      let reserved = RailDesk.bitcoin - payout.reservedUnits
      // The quote is over, and so is the time of grace.
      try await #expect(desk.step(payout, seconds: 2100) == .submitted)
      if wasAway {
        try await desk.arm("fetch_payout", "down")
        try await #expect(desk.step(payout, seconds: 300) == .submitted)
        try await desk.disarm()
      }
      let forgetful = desk.worker(OtherWords(rail: desk.rail, forgets: true))
      desk.clock.advance(seconds: 300)
      _ = try await forgetful.step()
      try await #expect(desk.row(payout).state == .unknown)
      // Asked before its turn, it is too early to tell.
      desk.clock.advance(seconds: PayoutLimits.resendAfterSeconds - 1)
      try await #expect(forgetful.requery(desk.row(payout)))
      try await #expect(desk.row(payout).state == .unknown)
      try await #expect(desk.wallet() == reserved)
      switch next {
      case .found:
        try await desk.turn("payouts/\(payout.reference)/settle", "{}")
        try await #expect(desk.step(payout, seconds: 300) == .succeeded)
        try await #expect(desk.wallet() == RailDesk.bitcoin - 50_020_000)
        try await desk.expectSameBooks()
      case .stillLost:
        desk.clock.advance(seconds: 300)
        _ = try await forgetful.step()
        try await #expect(desk.row(payout).state == .failed)
        try await #expect(desk.wallet() == RailDesk.bitcoin)
      }
    }
  }

  @Test(
    "one answer that there is no such payment gives nothing back of what the provider works on",
    arguments: Next.allCases, [true, false])
  func lightning(next: Next, wasAway: Bool) async throws {
    try await PayoutWorkerTests.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .pending }
        script.payment = { () throws(ProviderError) in .pending }
      }
      try await #expect(desk.step() == .submitted)
      let reserved = try await desk.wallet
      // The invoice is over.
      try await #expect(desk.step(seconds: 4000) == .submitted)
      if wasAway {
        desk.provider.set { script in
          script.payment = { () throws(ProviderError) in throw .unavailable(reason: "away") }
        }
        try await #expect(desk.step(seconds: 3600) == .submitted)
      }
      desk.provider.set { script in script.payment = { () throws(ProviderError) in nil } }
      try await #expect(desk.step(seconds: 3600) == .unknown)
      desk.clock.advance(seconds: PayoutLimits.resendAfterSeconds - 1)
      try await #expect(desk.worker.requery(desk.row))
      try await #expect(desk.row.state == .unknown)
      try await #expect(desk.wallet == reserved)
      if next == .found {
        desk.provider.set { script in
          script.payment = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
        }
      }
      try await #expect(desk.step(seconds: 3600) == (next == .found ? .succeeded : .failed))
      #expect(desk.provider.sent.count == 1)
    }
  }

  /// As a custodian may say "invoice already paid", whose look-ups lag behind.
  @Test(
    "what a provider calls failed when it is sent once more is asked about before it is believed",
    arguments: Next.allCases)
  func failedAnew(next: Next) async throws {
    try await PayoutWorkerTests.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "timeout") }
        script.payment = { () throws(ProviderError) in nil }
      }
      try await #expect(desk.step() == .unknown)
      let reserved = try await desk.wallet
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .failed(reason: "invoice already paid") }
      }
      try await #expect(desk.step(seconds: PayoutLimits.resendAfterSeconds) == .unknown)
      try await #expect(desk.row.attempts == 2)
      try await #expect(desk.wallet == reserved)
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in
          next == .found ? .succeeded(feeMsat: 0, preimage: []) : .failed(reason: "no route")
        }
      }
      try await #expect(desk.step(seconds: 300) == (next == .found ? .succeeded : .failed))
      try await #expect(desk.wallet == (next == .found ? 50_000_000 : 100_000_000))
      #expect(desk.provider.sent.count == 2)
    }
  }

  @Test(
    "nor is a rail that is handed the same quote once more", arguments: Next.allCases,
    [RailPayout.State.failed(reason: "duplicate reference"), .expired])
  func railFailedAnew(next: Next, word: RailPayout.State) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      _ = try await desk.worker(OtherWords(rail: desk.rail, losesFinalize: true)).step()
      try await #expect(desk.row(payout).state == .unknown)
      let reserved = try await desk.wallet()
      desk.clock.advance(seconds: PayoutLimits.resendAfterSeconds)
      _ = try await desk.worker(OtherWords(rail: desk.rail, sent: word)).step()
      try await #expect(desk.row(payout).attempts == 2)
      try await #expect(desk.row(payout).state == .unknown)
      try await #expect(desk.wallet() == reserved)
      let found = next == .found ? RailPayout.State.completed(satoshis: nil) : word
      desk.clock.advance(seconds: 300)
      _ = try await desk.worker(OtherWords(rail: desk.rail, fetched: found)).step()
      try await #expect(desk.row(payout).state == (next == .found ? .succeeded : .failed))
    }
  }
}

import Testing

@testable import PayLytServer

@Suite("What stops the payout worker, and what does not")
struct PayoutObstacleTests {
  /// As many as the worker takes at once, and due before the others.
  @Test("payouts that cannot be carried on are left alone for a while, and others go on")
  func damaged() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      for _ in 0..<PayoutLimits.workBatch {
        try await desk.engine.commit(
          CreatePayout(
            caller: .freelancer, request: nil, user: .entity(2), amountMsat: 10_000,
            feeLimitMsat: 0, lightningAddress: "ada@example.org", provider: desk.provider.name))
      }
      // Their beneficiaries are gone.
      try Administrator.execute(
        """
        ALTER TABLE payout DISABLE TRIGGER USER;
        UPDATE payout SET beneficiary_id = '\(UUID.entity(99))',
          next_attempt_at = next_attempt_at - interval '1 minute' WHERE id <> '\(desk.payout)';
        """, on: desk.conninfo)
      try await #expect(desk.worker.step())
      try await #expect(desk.row.state == .reserved)
      let aside = desk.worker.setAside.rows(at: desk.clock.now())
      #expect(aside.count == Int(PayoutLimits.workBatch))
      try await #expect(!desk.worker.step())
      try await #expect(desk.row.state == .succeeded)
      #expect(desk.provider.sent.count == 1)
      try Administrator.execute("UPDATE payout SET beneficiary_id = NULL", on: desk.conninfo)
      desk.clock.advance(seconds: 30)
      _ = try await desk.worker.step()
      // Their address leads to an invoice that was paid: each fails, and the money is back.
      try await #expect(desk.wallet == 50_000_000)
      #expect(desk.worker.setAside.rows(at: desk.clock.now()).isEmpty)
    }
  }

  @Test("what the provider pays after it had failed is heard, moves nothing, and is told once")
  func paidAfterAll() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .failed(reason: "no route") }
        script.payment = { () throws(ProviderError) in .failed(reason: "no route") }
      }
      try await #expect(desk.step() == .failed)
      let reference = "payout-\(desk.payout)"
      try await #expect(desk.worker.ask(reference: reference))
      try await #expect(desk.row.contradiction == Payout.Contradiction.none)
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in throw .unavailable(reason: "away") }
      }
      try await #expect(!desk.worker.ask(reference: reference))
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      try await #expect(desk.worker.ask(reference: reference))
      let row = try await desk.row
      #expect(row.state == .failed && row.contradiction == .open)
      try await #expect(desk.wallet == 100_000_000)
      try await #expect(desk.worker.ask(reference: reference))
      try await #expect(desk.row == row)
    }
  }

  @Test("a provider that does not answer was not heard")
  func unheard() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "cut") }
        script.payment = { () throws(ProviderError) in throw .unavailable(reason: "away") }
      }
      try await #expect(desk.step() == .unknown)
      let reference = "payout-\(desk.payout)"
      try await #expect(!desk.worker.ask(reference: reference))
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      try await #expect(desk.worker.ask(reference: reference))
      try await #expect(desk.row.state == .succeeded)
    }
  }
}

import Testing

@testable import PayLytServer

@Suite("What stops the payout worker, and what does not")
struct PayoutObstacleTests {
  /// As many as the worker takes of one user at once, and due before the others.
  @Test("payouts that cannot be carried on are left alone for a while, and others go on")
  func damaged() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      for _ in 0..<PayoutLimits.ofUserAtOnce {
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
      _ = try await desk.worker.step()
      try await #expect(desk.row.state == .reserved)
      let aside = desk.worker.setAside.rows(at: desk.clock.now())
      #expect(aside.count == PayoutLimits.ofUserAtOnce)
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

  /// As LND's "self-payments not allowed" is, which it says before anything is stored.
  @Test(
    "what the provider neither takes nor knows goes back after a day, however long its invoice is good"
  )
  func neverTaken() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      let invoice = try FakeProvider.invoice(expirySeconds: 10 * 365 * 86_400)
      desk.provider.set { script in
        script.resolve = { () throws(ProviderError) in invoice }
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "no") }
      }
      try await #expect(desk.step() == .unknown)
      for _ in 1..<24 { try await #expect(desk.step(seconds: 3600) == .unknown) }
      let sent = desk.provider.sent.count
      #expect(sent == 24)
      // Only what the provider says itself ends it.
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in throw .unavailable(reason: "away") }
      }
      try await #expect(desk.step(seconds: 3 * 86_400) == .unknown)
      desk.provider.set { script in script.payment = { () throws(ProviderError) in nil } }
      try await #expect(desk.step(seconds: 3600) == .failed)
      #expect(desk.provider.sent.count == sent)
      try await #expect(desk.wallet == 100_000_000)
    }
  }

  @Test(
    "an invoice by which money comes to this platform is no receiver of a payout",
    arguments: [true, false])
  func ownInvoice(isDeposit: Bool) async throws {
    try await RailDesk.with { desk in
      let invoice = try FakeProvider.invoice(amountMsat: 1_000_000)
      try await desk.add(61, .bolt11(invoice.text))
      _ = try await desk.lightning(to: 61)
      if isDeposit {
        let made = Deposit.Made(
          provider: "x", reference: "r", providerID: "", paymentHash: invoice.paymentHash,
          paymentRequest: invoice.text, amountMsat: 1_000_000, expiresAt: .start)
        try await desk.engine.commit(
          PutRow(row: Deposit(id: .entity(70), user: .entity(3), made: made, at: .start)))
      } else {
        try await desk.engine.commit(
          PutRow(
            row: Invoice(
              id: .entity(70), escrow: .entity(71), provider: "x", reference: "r", providerID: "",
              paymentHash: invoice.paymentHash, paymentRequest: invoice.text,
              amountMsat: 1_000_000, paidMsat: 0, state: .expired, createdAt: .start,
              expiresAt: .start, settledAt: nil)))
      }
      let error = await #expect(throws: Refusal.self) { _ = try await desk.lightning(to: 61) }
      #expect(error?.reason == "INVALID_FIELD" && error?.field == "beneficiary")
    }
  }

  @Test("a Lightning address that answers with an invoice of this platform gets nothing")
  func ownInvoiceOfAddress() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      let invoice = try FakeProvider.invoice()
      desk.provider.set { script in
        script.resolve = { () throws(ProviderError) in invoice }
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "self-payment") }
      }
      let made = Deposit.Made(
        provider: "x", reference: "r", providerID: "", paymentHash: invoice.paymentHash,
        paymentRequest: invoice.text, amountMsat: 50_000_000, expiresAt: .start)
      try await desk.engine.commit(
        PutRow(row: Deposit(id: .entity(70), user: .entity(3), made: made, at: .start)))
      try await #expect(desk.step() == .failed)
      let row = try await desk.row
      #expect(row.attempts == 0 && row.paymentHash.isEmpty)
      #expect(row.failureReason.contains("an invoice of this platform"))
      #expect(desk.provider.sent.isEmpty)
      try await #expect(desk.wallet == 100_000_000)
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

import Testing

@testable import PayLytServer

@Suite("Payouts in a sandbox that is ahead")
struct SandboxPayoutTests {
  @Test("an invoice is paid that is good outside, and an old one is not", arguments: [true, false])
  func invoices(isOld: Bool) async throws {
    try await withDatabase(
      statements: Engine.service + EngineStatements.tests, configure: { $0.readers = 1 }
    ) { database in
      let world = ManualClock()
      let sandbox = SandboxTime(world)
      sandbox.advance(to: 86_400)
      let engine = Engine(database, stripe: 0, clock: sandbox)
      let provider = try FakeProvider()
      try await engine.commit(PostAll.paying(100_000_000, to: 2))
      let made = world.now().seconds - (isOld ? 7200 : 0)
      let invoice = try FakeProvider.invoice(amountMsat: 1_000_000, at: made)
      let beneficiary = Beneficiary(
        id: .entity(60), user: .entity(2), destination: .bolt11(invoice.text), label: "x",
        currency: .btc, keys: .fixture, at: sandbox.now())
      try await engine.commit(
        CreateBeneficiary(caller: .freelancer, request: nil, beneficiary: beneficiary))
      let payout = try await engine.carryOut(
        CreatePayout(
          caller: .freelancer, request: nil, user: .entity(2),
          order: .lightning(
            .lightning(
              .bolt11, amountMsat: 1_000_000, feeLimitMsat: 5000,
              destination: beneficiary.masked, beneficiary: beneficiary.id)),
          provider: provider.name))
      let log = Log(level: .error, clock: sandbox)
      let worker = PayoutWorker(
        database: database, committer: engine.committer, providers: LightningProviders(provider),
        rail: nil, keys: .fixture, clock: sandbox, log: log,
        setAside: SetAside("payouts", log: log), worldClock: world)
      _ = try await worker.step()
      let row = try #require(
        try await database.query(PayoutStatements.payout, [.uuid(payout.id)]).first)
      #expect(row.state == (isOld ? .failed : .submitted))
      #expect(row.failureReason == (isOld ? "The invoice has expired." : ""))
      #expect(engine.bugs.isEmpty)
    }
  }
}

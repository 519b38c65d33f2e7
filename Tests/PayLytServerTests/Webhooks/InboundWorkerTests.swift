import PayLytCrypto
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The worker of inbound events")
struct InboundWorkerTests {
  private static let paid = ProviderInvoiceStatus.paid(
    .init(amountMsat: 100_000_000, settledAt: nil, preimage: []))

  /// An escrow that awaits its payment, a provider, and a worker.
  private struct Desk: Sendable {
    let engine: Engine
    let provider: FakeProvider
    let clock: ManualClock
    let worker: InboundWorker
    let escrow: Escrow
    let invoice: Invoice
    let conninfo: String

    func tell(_ id: String, _ body: String) async throws -> UUID {
      try await engine.carryOut(
        RecordInboundEvent(provider: "simulator", eventID: id, type: "x", body: Array(body.utf8))
      ).event.id
    }

    func tellPaid(_ id: String, _ hash: [UInt8]) async throws -> UUID {
      try await tell(
        id,
        """
        {"event":"btc.lightning.received.success","eventId":"\(id)",\
        "data":{"paymentHash":"\(Hex.encode(hash))"}}
        """)
    }

    /// Another worker, which does something else with deposits.
    func worker(
      deposits: @escaping @Sendable ([UInt8], Int64?) async throws -> Bool
    ) -> InboundWorker {
      InboundWorker(
        database: worker.database, committer: worker.committer, providers: worker.providers,
        clock: clock, log: worker.log, setAside: worker.setAside, deposits: deposits
      ) { _ in true }
    }

    func stands(_ event: UUID) async throws -> InboundEvent.State? {
      try await state(event)?.state
    }

    func state(_ event: UUID) async throws -> InboundEvent? {
      try await engine.fetch(InboundEvent.self, by: "id", .uuid(event)).first
    }
  }

  private func withDesk(_ body: @escaping @Sendable (Desk) async throws -> Void) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withDatabase(
      conninfo, statements: Engine.service + EngineStatements.tests,
      configure: { $0.readers = 1 }
    ) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      let world = World()
      let escrow = try world.escrow(in: .awaitingPayment).escrow
      try await engine.copy(world.store)
      let provider = try FakeProvider()
      let log = Log(level: .error, clock: clock)
      let deposits = DepositWatcher(
        database: database, committer: engine.committer, providers: LightningProviders(provider),
        clock: clock, log: log)
      let worker = InboundWorker(
        database: database, committer: engine.committer, providers: LightningProviders(provider),
        clock: clock, log: log, setAside: SetAside("events", log: log),
        deposits: { try await deposits.receive(paymentHash: $0, paidMsat: $1) }
      ) { _ in true }
      let invoice = try #require(world.store.rows(Invoice.self).first)
      try await body(
        Desk(
          engine: engine, provider: provider, clock: clock, worker: worker, escrow: escrow,
          invoice: invoice, conninfo: conninfo))
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test("what the provider shows as paid locks the escrow; what it does not show waits")
  func paid() async throws {
    try await withDesk { desk in
      let event = try await desk.tellPaid("evt-1", desk.invoice.paymentHash)
      _ = try await desk.worker.step()
      let waiting = try await desk.state(event)
      #expect(waiting?.state == .waiting && waiting?.attempts == 1)
      desk.provider.set { $0.invoice = { () throws(ProviderError) in Self.paid } }
      desk.clock.advance(seconds: 60)
      _ = try await desk.worker.step()
      let applied = try await desk.state(event)
      #expect(applied?.state == .applied)
      try await #expect(desk.engine.balance(desk.escrow.account) == 100_000_000)
      let again = try await desk.tellPaid("evt-2", desk.invoice.paymentHash)
      _ = try await desk.worker.step()
      let second = try await desk.state(again)
      #expect(second?.state == .applied)
      try await #expect(desk.engine.balance(desk.escrow.account) == 100_000_000)
    }
  }

  @Test(
    "in a sandbox an event is lost, or late, or comes twice, and the payment counts once at most")
  func faults() async throws {
    try await withDesk { desk in
      desk.provider.set { $0.invoice = { () throws(ProviderError) in Self.paid } }
      var worker = desk.worker
      worker.fault = { _ in .lost }
      let lost = try await desk.tellPaid("evt-1", desk.invoice.paymentHash)
      _ = try await worker.step()
      try await #expect(desk.stands(lost) == .ignored)
      try await #expect(desk.engine.balance(desk.escrow.account) == 0)
      worker.fault = { _ in .late(milliseconds: 30_000) }
      let late = try await desk.tellPaid("evt-2", desk.invoice.paymentHash)
      _ = try await worker.step()
      _ = try await worker.step()
      try await #expect(desk.stands(late) == .waiting)
      try await #expect(desk.engine.balance(desk.escrow.account) == 0)
      desk.clock.advance(seconds: 30)
      _ = try await worker.step()
      try await #expect(desk.stands(late) == .applied)
      worker.fault = { _ in .twice }
      let twice = try await desk.tellPaid("evt-3", desk.invoice.paymentHash)
      _ = try await worker.step()
      try await #expect(desk.stands(twice) == .applied)
      try await #expect(desk.engine.balance(desk.escrow.account) == 100_000_000)
    }
  }

  @Test("a receipt that names our reference alone is asked about by the hash of what we had made")
  func reference() async throws {
    try await withDesk { desk in
      desk.provider.set { $0.invoice = { () throws(ProviderError) in Self.paid } }
      func tell(_ id: String, _ reference: String) async throws -> UUID {
        try await desk.tell(
          id,
          """
          {"event":"btc.lightning.received.success","eventId":"\(id)",\
          "data":{"reference":"\(reference)","status":"success"}}
          """)
      }
      let strange = try await tell("evt-1", "nobody's")
      let event = try await tell("evt-2", desk.invoice.reference)
      _ = try await desk.worker.step()
      try await #expect(desk.stands(strange) == .ignored)
      try await #expect(desk.stands(event) == .applied)
      try await #expect(desk.engine.balance(desk.escrow.account) == 100_000_000)
    }
  }

  @Test("what the provider shows as paid for a deposit is credited to its wallet, once")
  func deposit() async throws {
    try await withDesk { desk in
      let hash = [UInt8](repeating: 9, count: 32)
      let deposit = try await desk.engine.carryOut(
        CreateDeposit(
          caller: .freelancer, request: nil, user: .entity(2),
          made: Deposit.Made(
            provider: "simulator", reference: "d", providerID: "1", paymentHash: hash,
            paymentRequest: "lnbc1", amountMsat: 1_000,
            expiresAt: Timestamp.start.adding(seconds: 60))))
      desk.provider.set { $0.invoice = { () throws(ProviderError) in Self.paid } }
      for id in ["evt-1", "evt-2"] {
        let event = try await desk.tellPaid(id, hash)
        _ = try await desk.worker.step()
        let closed = try await desk.state(event)
        #expect(closed?.state == .ignored)
      }
      try await #expect(desk.engine.balance(deposit.wallet) == 100_000_000)
    }
  }

  @Test(
    "what is not about our money is put aside",
    arguments: [
      "{}", "not json", #"{"event":"something.new"}"#,
      #"{"event":"btc.lightning.received.success","data":{}}"#,
      #"{"event":"btc.lightning.received.success","data":{"paymentHash":"00"}}"#,
      #"{"event":"btc.lightning.send.failed","data":{}}"#,
    ])
  func ignored(body: String) async throws {
    try await withDesk { desk in
      let event = try await desk.tell("evt-1", body)
      _ = try await desk.worker.step()
      let found = try await desk.state(event)
      #expect(found?.state == .ignored)
    }
  }

  /// The books cannot count a payment of 2^63 - 1 twice; that must not stop the others.
  @Test("an event that cannot be applied is given up in the end, and nobody waits for it")
  func poison() async throws {
    try await withDesk { desk in
      try await desk.engine.commit(PostAll.paying(.max, to: 9))
      desk.provider.set { $0.invoice = { () throws(ProviderError) in Self.paid } }
      let poison = try await desk.tellPaid("evt-1", desk.invoice.paymentHash)
      let other = try await desk.tell("evt-2", #"{"event":"something.new"}"#)
      for _ in 0..<WebhookLimits.attemptsMax {
        _ = try await desk.worker.step()
        desk.clock.advance(seconds: 3600)
      }
      let failed = try await desk.state(poison)
      let ignored = try await desk.state(other)
      #expect(failed?.state == .failed && ignored?.state == .ignored)
      try await #expect(desk.engine.balance(desk.escrow.account) == 0)
    }
  }

  @Test("a provider that is away for hours makes no dead letter of what it told before")
  func outage() async throws {
    try await withDesk { desk in
      desk.provider.set {
        $0.invoice = { () throws(ProviderError) in throw .unavailable(reason: "away") }
      }
      let event = try await desk.tellPaid("evt-1", desk.invoice.paymentHash)
      for _ in 0..<2 * WebhookLimits.attemptsMax {
        _ = try await desk.worker.step()
        desk.clock.advance(seconds: WebhookLimits.pauseSecondsMax)
      }
      try await #expect(desk.stands(event) == .waiting)
      desk.provider.set { $0.invoice = { () throws(ProviderError) in .pending } }
      _ = try await desk.worker.step()
      try await #expect(desk.stands(event) == .waiting)
      desk.clock.advance(seconds: 2)
      desk.provider.set { $0.invoice = { () throws(ProviderError) in Self.paid } }
      _ = try await desk.worker.step()
      try await #expect(desk.stands(event) == .applied)
    }
  }

  @Test(
    "a stop, or a database that is away, costs an event nothing",
    arguments: [
      CancellationError(), DatabaseError.cancelled, DatabaseError.unavailable,
      CommitError.overloaded,
    ] as [any Error])
  func momentary(error: any Error) async throws {
    try await withDesk { desk in
      desk.provider.set { $0.invoice = { () throws(ProviderError) in Self.paid } }
      let id = try await desk.tellPaid("evt-1", desk.invoice.paymentHash)
      let event = try await desk.state(id)
      let stopped = desk.worker(deposits: { _, _ in throw error })
      await #expect(throws: (any Error).self) { try await stopped.step() }
      try await #expect(desk.state(id) == event)
      _ = try await desk.worker.step()
      try await #expect(desk.stands(id) == .applied)
    }
  }

  @Test("an event that not even its failure can be noted of stops nobody, and is tried again")
  func unwritable() async throws {
    try await withDesk { desk in
      let stuck = try await desk.tell("evt-1", #"{"event":"something.new"}"#)
      let other = try await desk.tell("evt-2", #"{"event":"something.new"}"#)
      try Administrator.execute(
        """
        ALTER TABLE inbound_event ADD CONSTRAINT stuck CHECK (event_id <> 'evt-1' OR state = 1)
        """, on: desk.conninfo)
      _ = try await desk.worker.step()
      try await #expect(desk.stands(stuck) == .waiting)
      try await #expect(desk.stands(other) == .ignored)
      let asked = desk.engine.bugs.count
      #expect(asked > 0)
      // Before its time it is left alone.
      _ = try await desk.worker.step()
      #expect(desk.engine.bugs.count == asked)
      try Administrator.execute(
        "ALTER TABLE inbound_event DROP CONSTRAINT stuck", on: desk.conninfo)
      desk.clock.advance(seconds: 30)
      _ = try await desk.worker.step()
      try await #expect(desk.stands(stuck) == .ignored)
    }
  }
}

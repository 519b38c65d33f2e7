import Lightning
import PayLytCrypto
import Synchronization
import Testing

@testable import PayLytServer

@Suite("The worker of held payments")
struct HoldWorkerTests {
  /// A node whose answers get lost as a test wants, and which does what it is told all the same.
  private final class Node: LightningProvider, HoldInvoiceProvider {
    struct State {
      var hold = HoldState.open
      /// How many answers are lost, after the effect.
      var lost = 0
      var told: [String] = []
    }

    let name = "node"
    let state = Mutex(State())
    var holdInvoices: (any HoldInvoiceProvider)? { self }

    func createHoldInvoice(
      _ order: InvoiceOrder, paymentHash: [UInt8]
    ) async throws(ProviderError) -> ProviderInvoice {
      throw .unavailable(reason: "no test asks for it")
    }

    func holdState(paymentHash: [UInt8]) async throws(ProviderError) -> HoldState {
      state.withLock { $0.hold }
    }

    func settleHold(preimage: [UInt8]) async throws(ProviderError) {
      try tell("settle \(Hex.encode(preimage.prefix(2)))") { state in
        if case .held(let amount) = state.hold { state.hold = .settled(amountMsat: amount) }
      }
    }

    func cancelHold(paymentHash: [UInt8]) async throws(ProviderError) {
      try tell("cancel") { state in
        if case .settled = state.hold { return }
        state.hold = .cancelled
      }
    }

    private func tell(
      _ what: String, _ effect: (inout State) -> Void
    ) throws(ProviderError) {
      let isLost = state.withLock { state in
        state.told.append(what)
        effect(&state)
        defer { state.lost -= 1 }
        return state.lost > 0
      }
      if isLost { throw .outcomeUnknown(reason: "the answer is lost") }
    }

    func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
      throw .unavailable(reason: "no test asks for it")
    }
    func invoiceStatus(
      paymentHash: [UInt8]
    ) async throws(ProviderError) -> ProviderInvoiceStatus { .pending }
    func resolve(
      _ address: LightningAddress, amountMsat: Int64, reference: String
    ) async throws(ProviderError) -> BOLT11Invoice {
      throw .unavailable(reason: "no test asks for it")
    }
    func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
      throw .unavailable(reason: "no test asks for it")
    }
    func payment(
      reference: String, paymentHash: [UInt8]
    ) async throws(ProviderError) -> ProviderPayment? { nil }
  }
  private static let id = UUID.entity(60)
  private static let preimage = [UInt8](repeating: 0xab, count: 32)

  private struct Scene: Sendable {
    let node: Node
    let engine: Engine
    let clock: ManualClock
    let invoice: Invoice
    let keys: DetailKeys
    let gauge = Gauge()

    /// As after a start: nothing is remembered but the rows.
    func step() async throws {
      let worker = HoldWorker(
        database: engine.database, committer: engine.committer, clock: clock,
        providers: LightningProviders(node), keys: keys, log: Log(level: .error, clock: clock),
        gauge: gauge
      ) { invoice, paid in
        try await engine.commit(
          ReceivePayment(
            caller: .system("invoices"), paymentHash: invoice.paymentHash, paidMsat: paid,
            event: nil))
      }
      #expect(try await worker.step() == false)
    }

    func phase() async throws -> HoldPhase? {
      try await engine.fetch(HoldInvoice.self, by: "id", .uuid(HoldWorkerTests.id)).first?.phase
    }

    func escrow() async throws -> EscrowState? {
      try await engine.fetch(Escrow.self, by: "id", .uuid(invoice.escrow)).first?.state
    }
  }

  /// A hold invoice that nobody has paid, in a database.
  private static func with(
    sealed: DetailKeys = .fixture, keys: DetailKeys = .fixture,
    _ body: @escaping @Sendable (Scene) async throws -> Void
  ) async throws {
    try await withDatabase(statements: Engine.service + EngineStatements.tests) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      let world = World()
      let escrow = try world.escrow(in: .created).escrow
      var made = world.made(for: escrow)
      made = FundEscrow.Made(
        provider: "node", reference: made.reference, providerID: made.providerID,
        paymentHash: SHA256.hash(preimage), paymentRequest: made.paymentRequest,
        amountMsat: made.amountMsat, expiresAt: made.expiresAt,
        hold: .init(
          invoice: id,
          preimage: sealed.seal(preimage, for: id, in: HoldInvoice.secrets)))
      let invoice = try world.store.carryOut(
        FundEscrow(caller: .client, request: nil, escrow: escrow.id, made: made)
      ).invoice
      try await engine.copy(world.store)
      for row in world.store.rows(HoldInvoice.self) { try await engine.commit(PutRow(row: row)) }
      try await body(
        Scene(node: Node(), engine: engine, clock: clock, invoice: invoice, keys: keys))
      #expect(try await engine.discrepancies() == 0)
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("a payment that is wanted is taken and booked, and its secret is wiped")
  func taken() async throws {
    try await Self.with { scene in
      try await scene.step()
      #expect(try await scene.engine.count(EngineStatements.transfers) == 0)
      scene.node.state.withLock { $0.hold = .held(amountMsat: scene.invoice.amountMsat) }
      try await scene.step()
      #expect(try await scene.phase() == .taken)
      #expect(try await scene.escrow() == .paidLocked)
      #expect(scene.node.state.withLock { $0.told } == ["settle abab"])
      let row = try await scene.engine.fetch(HoldInvoice.self, by: "id", .uuid(Self.id)).first
      #expect(row?.preimage.bytes == [])
      try await scene.step()
      #expect(try await scene.engine.count(EngineStatements.transfers) == 1)
    }
  }

  @Test("whatever answer is lost, the node is asked again, and the payment is booked once")
  func lostAnswers() async throws {
    try await Self.with { scene in
      scene.node.state.withLock {
        $0.hold = .held(amountMsat: scene.invoice.amountMsat)
        $0.lost = 1
      }
      try await scene.step()
      // It was taken, and we do not know.
      #expect(try await scene.phase() == .taking)
      #expect(try await scene.escrow() == .awaitingPayment)
      try await scene.step()
      #expect(try await scene.phase() == .taken)
      #expect(try await scene.escrow() == .paidLocked)
      #expect(scene.node.state.withLock { $0.told.count } == 1)
      #expect(try await scene.engine.count(EngineStatements.transfers) == 1)
    }
  }

  @Test("what is not wanted goes back, though the first word of it is lost")
  func returned() async throws {
    try await Self.with { scene in
      scene.node.state.withLock {
        $0.hold = .held(amountMsat: scene.invoice.amountMsat - 1)
        $0.lost = 1
      }
      try await scene.step()
      #expect(try await scene.phase() == .returning)
      try await scene.step()
      #expect(try await scene.phase() == .returned)
      #expect(scene.node.state.withLock { $0.told } == ["cancel"])
      #expect(try await scene.engine.count(EngineStatements.transfers) == 0)
    }
  }

  @Test("one whose secret is under the key of a secret that was replaced is taken all the same")
  func replacedSecret() async throws {
    let old = [UInt8](repeating: 1, count: 32)
    let before = try #require(Secrets(master: old))
    let after = try #require(
      Secrets(master: [UInt8](repeating: 2, count: 32), accepted: [old]))
    let sealed = try #require(DetailKeys(derived: before.details))
    let keys = try #require(DetailKeys(derived: after.details))
    try await Self.with(sealed: sealed, keys: keys) { scene in
      scene.node.state.withLock { $0.hold = .held(amountMsat: scene.invoice.amountMsat) }
      try await scene.step()
      #expect(try await scene.phase() == .taken)
      #expect(scene.gauge.current == 1)
      try await scene.step()
      #expect(scene.gauge.current == 0)
    }
  }

  @Test("one whose secret cannot be read is not taken, and goes back in time")
  func unreadable() async throws {
    let other = try #require(DetailKeys([9: [UInt8](repeating: 9, count: 32)], current: 9))
    try await Self.with(keys: other) { scene in
      scene.node.state.withLock { $0.hold = .held(amountMsat: scene.invoice.amountMsat) }
      try await scene.step()
      #expect(try await scene.phase() == .taking)
      scene.clock.advance(seconds: HoldLimits.takeSecondsMax)
      try await scene.step()
      #expect(try await scene.phase() == .returned)
      #expect(scene.node.state.withLock { $0.told } == ["cancel"])
    }
  }
}

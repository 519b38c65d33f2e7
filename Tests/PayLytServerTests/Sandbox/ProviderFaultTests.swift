import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Faults of the provider, in a sandbox")
struct ProviderFaultTests {
  private static func set(
    _ operation: ProviderOperation, _ kind: SandboxFault.Kind, by user: UUID = .entity(2),
    calls: Int32 = 1
  ) -> PayLytServer.SetFault {
    PayLytServer.SetFault(
      caller: .freelancer, request: nil, user: user, target: operation.method, kind: kind, code: 0,
      delayMilliseconds: kind == .delay ? 1 : 0, calls: calls)
  }

  private struct Scene: Sendable {
    let engine: Engine
    let faults: ProviderFaults
    let inner: FakeProvider
    let provider: SandboxProvider

    func pay(_ reference: String) async throws -> String {
      let order = PaymentOrder(
        invoice: try FakeProvider.invoice(), reference: reference, maxFeeMsat: 1)
      do throws(ProviderError) {
        switch try await provider.sendPayment(order).state {
        case .pending: return "pending"
        case .succeeded: return "succeeded"
        case .failed: return "failed"
        }
      } catch {
        switch error {
        case .refused: return "refused"
        case .unavailable: return "unavailable"
        case .outcomeUnknown: return "unknown"
        }
      }
    }
  }

  /// With a payout of user 2 and an unpaid escrow of user 1.
  private static func with(_ body: @escaping @Sendable (Scene) async throws -> Void) async throws {
    try await withEngine { engine in
      try await engine.commit(PutRow(row: Payout.fixture()))
      let faults = ProviderFaults(database: engine.database)
      let inner = try FakeProvider()
      try await body(
        Scene(
          engine: engine, faults: faults, inner: inner,
          provider: SandboxProvider(
            inner: inner,
            rules: SandboxRules(faults: faults, time: SandboxTime(ManualClock())))))
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test(
    "a payment goes wrong as its owner asked, as often, and no other one does",
    arguments: [
      (SandboxFault.Kind.refuse, "refused", 0), (.fail, "failed", 0), (.timeOut, "unknown", 0),
      (.loseAnswer, "unknown", 1), (.delay, "pending", 1),
    ] as [(SandboxFault.Kind, String, Int)])
  func payments(kind: SandboxFault.Kind, outcome: String, asked: Int) async throws {
    try await Self.with { scene in
      let reference = Payout.fixture().reference
      // Somebody else's fault, and one of another operation.
      try await scene.engine.commit(Self.set(.sendPayment, kind, by: .entity(3)))
      try await scene.engine.commit(Self.set(.finalizePayout, .timeOut))
      #expect(try await scene.pay(reference) == "pending")
      try await scene.engine.commit(Self.set(.sendPayment, kind))
      #expect(try await scene.pay("payout-of-nobody") == "pending")
      let before = scene.inner.sent.count
      #expect(try await scene.pay(reference) == outcome)
      #expect(scene.inner.sent.count == before + asked)
      #expect(try await scene.pay(reference) == "pending")
    }
  }

  @Test("a read is only late, or unanswered: never an unknown outcome")
  func reads() async throws {
    try await Self.with { scene in
      let reference = Payout.fixture().reference
      try await scene.engine.commit(Self.set(.getPayment, .timeOut))
      await #expect(throws: ProviderError.unavailable(reason: "you asked the sandbox for this")) {
        _ = try await scene.provider.payment(reference: reference, paymentHash: [])
      }
      #expect(try await scene.provider.payment(reference: reference, paymentHash: []) == nil)
    }
  }

  @Test("what a call asks for is its caller's, before there is a row; an escrow's is its client's")
  func owners() async throws {
    try await Self.with { scene in
      let world = World()
      let escrow = try world.escrow(in: .awaitingPayment).escrow
      try await scene.engine.copy(world.store)
      let invoice = try #require(world.store.rows(PayLytServer.Invoice.self).first)
      func order(_ reference: String) -> InvoiceOrder {
        InvoiceOrder(amountMsat: 1000, memo: "", expirySeconds: 60, reference: reference)
      }
      let refused = ProviderError.refused(reason: "you asked the sandbox for this")
      let asked = ProviderError.unavailable(reason: "no test asks for it")
      func create(_ reference: String, as user: UUID?) async -> ProviderError? {
        await ProviderFaults.$caller.withValue(user) { () async -> ProviderError? in
          do throws(ProviderError) {
            _ = try await scene.provider.createInvoice(order(reference))
            return nil
          } catch {
            return error
          }
        }
      }
      try await scene.engine.commit(Self.set(.createInvoice, .refuse, by: .entity(1), calls: 2))
      #expect(await create("deposit-x", as: .entity(3)) == asked)
      #expect(await create("deposit-x", as: .entity(1)) == refused)
      #expect(await create("escrow-\(escrow.id)-1-1000", as: nil) == refused)
      #expect(await create("escrow-\(escrow.id)-1-1000", as: nil) == asked)
      // The watcher asks by the hash alone.
      try await scene.engine.commit(Self.set(.getInvoice, .timeOut, by: .entity(1)))
      await #expect(throws: ProviderError.self) {
        _ = try await scene.provider.invoiceStatus(paymentHash: invoice.paymentHash)
      }
      #expect(
        try await scene.provider.invoiceStatus(paymentHash: invoice.paymentHash) == .pending)
    }
  }

  @Test("each operation fails in its own ways, and the others are refused with their field")
  func kinds() throws {
    for operation in ProviderOperation.allCases {
      #expect(ProviderOperation(method: operation.method) == operation)
      #expect(!operation.kinds.isEmpty)
    }
    for method in ["provider/", "provider/sendpayment", "SendPayment", "paylyt/SendPayment"] {
      #expect(ProviderOperation(method: method) == nil)
    }
  }

  @Test("over the service: what fits is kept, what does not names its field")
  func service() async throws {
    try await withNodes(1, sandbox: true) { _, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      let sandbox = SandboxServiceClient(nodes[0].channel)
      func set(
        _ method: String, _ kind: PayLytAPI.Fault.Kind, code: Int32 = 0, delay: Int32 = 0
      ) async -> StatusCode? {
        await refusal {
          _ = try await sandbox.setFault(
            SetFaultRequest(
              requestID: "\(UUID.random())", method: method, kind: kind, code: code,
              delayMilliseconds: delay, calls: 1), options: ada.options)
        }
      }
      #expect(await set("provider/SendPayment", .fail) == nil)
      #expect(await set("provider/Webhook", .duplicate) == nil)
      #expect(await set("provider/Webhook", .delay, delay: 5_000) == nil)
      #expect(await set("provider/Webhook", .refuse) == .invalidArgument)
      #expect(await set("provider/GetPayment", .loseAnswer) == .invalidArgument)
      #expect(await set("provider/SendPayment", .fail, code: 14) == .invalidArgument)
      #expect(await set("provider/Nothing", .fail) == .invalidArgument)
      #expect(
        await set("paylyt.escrow.v1.EscrowService/FundEscrow", .timeOut) == .invalidArgument)
      let listed = try await sandbox.listFaults(ListFaultsRequest(), options: ada.options)
      #expect(listed.faults.count == 3)
    }
  }
}

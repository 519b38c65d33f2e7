import Lightning
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

@Suite("How payouts share the worker", .timeLimit(.minutes(5)))
struct PayoutTurnTests {
  private static func payout(_ number: Int, user: Int, to host: String) -> Payout {
    Payout(
      id: .entity(UInt64(number)), user: .entity(UInt64(user)),
      terms: .lightning(
        .lightningAddress, amountMsat: 1000, feeLimitMsat: 0, destination: "n\(number)@\(host)"),
      provider: "simulator", at: .start)
  }

  struct Crowd: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let payout: @Sendable (Int) -> Payout
    let begun: Int
  }

  private static let crowds = [
    Crowd(
      testDescription: "one user", payout: { payout($0, user: 1, to: "h\($0)") },
      begun: PayoutLimits.ofUserAtOnce),
    Crowd(
      testDescription: "one host", payout: { payout($0, user: $0, to: "h") },
      begun: PayoutLimits.ofHostAtOnce),
    Crowd(
      testDescription: "one host, and nobody asks it any more",
      payout: { number in
        var sent = payout(number, user: number, to: "h")
        #expect(throws: Never.self) { try sent.beginAttempt(paymentRequest: "lnbc", at: .start) }
        return sent
      }, begun: PayoutLimits.atOnce),
    Crowd(
      testDescription: "everybody", payout: { payout($0, user: $0, to: "h\($0)") },
      begun: PayoutLimits.atOnce),
  ]

  @Test(
    "nobody has more turns than their share, and what has ended leaves nothing behind",
    arguments: crowds)
  func shares(crowd: Crowd) throws {
    var shares = PayoutShares()
    let begun = (1...100).map(crowd.payout).filter { shares.begin($0) }
    #expect(begun.count == crowd.begun && shares.payouts == Set(begun.map(\.id)))
    let isOfUser = crowd.testDescription == "one user"
    let isOfHost = crowd.testDescription == "one host"
    #expect(shares.fullUsers == (isOfUser ? [.entity(1)] : []))
    #expect(shares.fullHosts == (isOfHost ? ["h"] : []))
    #expect(shares.hasRoom == (isOfUser || isOfHost))
    let isTwice = shares.begin(try #require(begun.first))
    #expect(!isTwice)
    for payout in begun { shares.end(payout) }
    #expect(shares == PayoutShares())
  }

  /// Its services at `.slow` do not answer before they are let go.
  private final class SlowProvider: LightningProvider {
    let name: String
    private let others: FakeProvider
    private let state = Mutex((waiting: 0, isLetGo: false))

    init(beside others: FakeProvider) { (name, self.others) = (others.name, others) }

    var waiting: Int { state.withLock { $0.waiting } }

    func letGo() { state.withLock { $0.isLetGo = true } }

    func resolve(
      _ address: LightningAddress, amountMsat: Int64, reference: String
    ) async throws(ProviderError) -> BOLT11Invoice {
      if address.host.hasSuffix(".slow") {
        state.withLock { $0.waiting += 1 }
        defer { state.withLock { $0.waiting -= 1 } }
        while !state.withLock({ $0.isLetGo }), !Task.isCancelled {
          try? await Task.sleep(for: .milliseconds(5))
        }
        throw .refused(reason: "nobody")
      }
      return try await others.resolve(address, amountMsat: amountMsat, reference: reference)
    }

    func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
      try await others.createInvoice(order)
    }

    func invoiceStatus(
      paymentHash: [UInt8]
    ) async throws(ProviderError) -> ProviderInvoiceStatus {
      try await others.invoiceStatus(paymentHash: paymentHash)
    }

    func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
      try await others.sendPayment(order)
    }

    func payment(
      reference: String, paymentHash: [UInt8]
    ) async throws(ProviderError) -> ProviderPayment? {
      try await others.payment(reference: reference, paymentHash: paymentHash)
    }
  }

  @Test(
    "addresses that hang hold up their user or their host alone, and what ends makes room at once",
    arguments: [true, false])
  func slow(isOneUser: Bool) async throws {
    try await PayoutWorkerTests.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      // More than one look sees, and due before the other one.
      for number in 1...Int(PayoutLimits.dueMax) + 6 {
        let user: UInt64 = isOneUser ? 3 : 100 + UInt64(number)
        try await desk.engine.commit(PostAll.paying(1000, to: user))
        try await desk.engine.commit(
          CreatePayout(
            caller: .freelancer, request: nil, user: .entity(user), amountMsat: 1000,
            feeLimitMsat: 0, lightningAddress: isOneUser ? "a@h\(number).slow" : "a@one.slow",
            provider: desk.provider.name))
      }
      try Administrator.execute(
        "UPDATE payout SET next_attempt_at = next_attempt_at + interval '1 minute' "
          + "WHERE id = '\(desk.payout)'", on: desk.conninfo)
      let provider = SlowProvider(beside: desk.provider)
      let log = Log(level: .error, clock: desk.clock)
      let payouts = PayoutWorker(
        database: desk.engine.database, committer: desk.engine.committer,
        providers: LightningProviders(provider), rail: nil, keys: .fixture, clock: desk.clock,
        log: log, setAside: desk.worker.setAside)
      let (bell, loop) = (Bell(), desk.engine.database.loop)
      // As in WorkerBuilder.
      let worker = Worker(
        "payouts", every: .seconds(3600), with: bell, on: loop, log: log,
        metrics: ServerMetrics(clock: desk.clock).worker("payouts")
      ) { group in try await payouts.begin(in: &group, freed: bell) }
      let running = Task(executorPreference: loop) { await worker.run() }
      let share = isOneUser ? PayoutLimits.ofUserAtOnce : PayoutLimits.ofHostAtOnce
      try await eventually { provider.waiting == share }
      desk.clock.advance(seconds: 60)
      bell.ring()
      try await eventually { try await desk.row.state == .succeeded }
      #expect(provider.waiting == share)
      provider.letGo()
      try await eventually {
        try await desk.engine.database.query(
          PayoutStatements.due,
          [
            .timestamp(desk.clock.now()), .uuidArray([]), .uuidArray([]), .textArray([]), .int8(1),
          ]
        ).isEmpty
      }
      running.cancel()
      await running.value
    }
  }
}

extension PayoutWorker {
  /// Begins the turns of what is due, and waits for their end. Returns whether there may be more.
  func step() async throws -> Bool {
    let begun = await withDiscardingTaskGroup { group in
      do {
        return Result<Bool, any Error>.success(try await begin(in: &group, freed: Bell()))
      } catch {
        return .failure(error)
      }
    }
    return try begun.get()
  }
}

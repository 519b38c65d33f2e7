import Lightning
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The payout worker")
struct PayoutWorkerTests {
  /// A freelancer with 100 000 sats, one payout of 50 000 with a fee limit of 500, and a worker.
  struct Desk: Sendable {
    let engine: Engine
    let provider: FakeProvider
    let clock: ManualClock
    let payout: UUID
    let worker: PayoutWorker
    let conninfo: String

    var row: Payout {
      get async throws {
        try #require(
          try await engine.database.query(PayoutStatements.payout, [.uuid(payout)]).first)
      }
    }

    var wallet: Int64 {
      get async throws {
        try await engine.balance(AccountID(of: .entity(2), kind: .wallet, asset: .btc))
      }
    }

    /// A second payout, of 20 000 sats, of the same user.
    func another() async throws -> Payout {
      try await engine.carryOut(
        CreatePayout(
          caller: .freelancer, request: nil, user: .entity(2), amountMsat: 20_000_000,
          feeLimitMsat: 500_000, lightningAddress: "bob@example.org", provider: provider.name))
    }

    /// Lets time pass until the payout is due, and the worker look.
    @discardableResult
    func step(seconds: Int64 = 0) async throws -> PayoutState {
      clock.advance(seconds: seconds)
      _ = try await worker.step()
      return try await row.state
    }
  }

  private static let whole: Int64 = 100_000_000
  private static let reserved: Int64 = 50_500_000

  static func withDesk(_ body: @escaping @Sendable (Desk) async throws -> Void) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withDatabase(conninfo, statements: Engine.service + EngineStatements.tests) {
      database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      let provider = try FakeProvider()
      try await engine.commit(PostAll.paying(Self.whole, to: 2))
      let payout = try await engine.carryOut(
        CreatePayout(
          caller: .freelancer, request: nil, user: .entity(2), amountMsat: 50_000_000,
          feeLimitMsat: 500_000, lightningAddress: "ada@example.org", provider: provider.name))
      let worker = PayoutWorker(
        database: database, committer: engine.committer, providers: LightningProviders(provider),
        rail: nil,
        keys: .fixture, clock: clock, log: Log(level: .error, clock: clock),
        setAside: SetAside("payouts", log: Log(level: .error, clock: clock)))
      let desk = Desk(
        engine: engine, provider: provider, clock: clock, payout: payout.id, worker: worker,
        conninfo: conninfo)
      try await body(desk)
      #expect(engine.bugs.isEmpty)
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test("a payment that succeeds at once is paid once, and the rest of the fee limit returns")
  func success() async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in
          .succeeded(feeMsat: 2_000, preimage: [UInt8](repeating: 3, count: 32))
        }
      }
      try await #expect(desk.step() == .succeeded)
      try await #expect(desk.wallet == Self.whole - 50_002_000)
      try await #expect(desk.step(seconds: 10_000) == .succeeded)
      let order = try #require(desk.provider.sent.first)
      #expect(desk.provider.sent.count == 1)
      #expect(order.reference == "payout-\(desk.payout)" && order.maxFeeMsat == 500_000)
    }
  }

  @Test(
    "a definite no to the first attempt, or to the address, returns the money",
    arguments: [
      true, false,
    ])
  func refused(isAddress: Bool) async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        if isAddress {
          script.resolve = { () throws(ProviderError) in throw .refused(reason: "nobody") }
        } else {
          script.send = { () throws(ProviderError) in throw .refused(reason: "no route") }
        }
      }
      try await #expect(desk.step() == .failed)
      try await #expect(desk.wallet == Self.whole)
      #expect(desk.provider.sent.count == (isAddress ? 0 : 1))
    }
  }

  @Test(
    "an address that does not answer is tried for a day, as its owner reads, then the money returns",
    arguments: [
      (ProviderError.unavailable(reason: "down"), "The receiver could not be reached."),
      (.unknownDomain, "The domain of the address is not found."),
    ])
  func unreachable(error: ProviderError, reason: String) async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.resolve = { () throws(ProviderError) in throw error }
      }
      for _ in 0..<10 {
        try await #expect(desk.step(seconds: 3600) == .reserved)
        try await #expect(desk.row.failureReason == reason)
      }
      try await #expect(desk.wallet == Self.whole - Self.reserved)
      try await #expect(desk.step(seconds: PayoutLimits.reservedForSeconds) == .failed)
      try await #expect(desk.row.failureReason == reason)
      try await #expect(desk.wallet == Self.whole)
      #expect(desk.provider.sent.isEmpty)
    }
  }

  @Test(
    "an unknown outcome is asked about, never paid anew, until there is an answer",
    arguments: [
      ProviderPayment.State.succeeded(feeMsat: 0, preimage: []), .failed(reason: "no route"),
    ])
  func unknown(answer: ProviderPayment.State) async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "timeout") }
        script.payment = { () throws(ProviderError) in .pending }
      }
      try await #expect(desk.step() == .unknown)
      for _ in 0..<5 { try await #expect(desk.step(seconds: 3600) == .submitted) }
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in throw .unavailable(reason: "down") }
      }
      try await #expect(desk.step(seconds: 3600) == .submitted)
      try await #expect(desk.wallet == Self.whole - Self.reserved)
      desk.provider.set { script in script.payment = { () throws(ProviderError) in answer } }
      let final = try await desk.step(seconds: 3600)
      #expect(final.isFinal)
      try await #expect(
        desk.wallet == (final == .failed ? Self.whole : Self.whole - 50_000_000))
      #expect(desk.provider.sent.count == 1)
    }
  }

  /// The second refusal says "paid already" or "reference used": it is no news of the first time.
  @Test(
    "what the provider does not know is sent again late, under the same reference, and a refusal then is no failure"
  )
  func resend() async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "timeout") }
      }
      try await #expect(desk.step() == .unknown)
      try await #expect(desk.step(seconds: 5) == .unknown)
      try await #expect(desk.step(seconds: 54) == .unknown)
      #expect(desk.provider.sent.count == 1)
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .refused(reason: "paid already") }
      }
      try await #expect(desk.step(seconds: 600) == .unknown)
      #expect(desk.provider.sent.count == 2)
      #expect(Set(desk.provider.sent.map(\.reference)).count == 1)
      #expect(Set(desk.provider.sent.map(\.invoice.text)).count == 1)
      try await #expect(desk.wallet == Self.whole - Self.reserved)
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      try await #expect(desk.step(seconds: 3600) == .succeeded)
      try await #expect(desk.wallet == Self.whole - 50_000_000)
    }
  }

  @Test("asking in vain every few seconds does not put the next sending off")
  func askedInVain() async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "timeout") }
      }
      try await #expect(desk.step() == .unknown)
      for _ in 1...7 { try await #expect(desk.step(seconds: 15) == .unknown) }
      #expect(desk.provider.sent.count == 1)
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      try await #expect(desk.step(seconds: 15) == .succeeded)
      #expect(desk.provider.sent.count == 2)
    }
  }

  @Test("what was never sent, and whose invoice expired, returns the money")
  func expired() async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "timeout") }
      }
      try await #expect(desk.step() == .unknown)
      try await #expect(desk.step(seconds: 4000) == .failed)
      try await #expect(desk.wallet == Self.whole)
    }
  }

  @Test("after a crash between the commit of an attempt and its sending, the same payment is sent")
  func crash() async throws {
    try await Self.withDesk { desk in
      let invoice = try FakeProvider.invoice()
      let payout = try await desk.row
      try await desk.engine.commit(
        BeginPayoutAttempt(
          payout: payout.id, version: payout.version, paymentRequest: invoice.text))
      try await #expect(desk.step(seconds: 5) == .unknown)
      #expect(desk.provider.sent.isEmpty)
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      try await #expect(desk.step(seconds: 120) == .succeeded)
      #expect(desk.provider.sent.map(\.invoice.text) == [invoice.text])
      try await #expect(desk.row.attempts == 2)
    }
  }

  @Test("one invoice is paid by one payout: another one for it returns the money")
  func sameInvoice() async throws {
    try await Self.withDesk { desk in
      let second = try await desk.another()
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      _ = try await desk.worker.step()
      var rows: [Payout] = []
      for id in [desk.payout, second.id] {
        rows += try await desk.engine.fetch(Payout.self, by: "id", .uuid(id))
      }
      #expect(Set(rows.map(\.state)) == [.succeeded, .failed])
      #expect(
        rows.filter { $0.state == .failed }.map(\.failureReason) == [
          "Another payout has tried to pay this invoice."
        ])
      #expect(desk.provider.sent.count == 1)
      let paid = rows.filter { $0.state == .succeeded }.map(\.terms.amount.units)
      try await #expect(desk.wallet == Self.whole - paid[0])
    }
  }

  @Test("an invoice that one payout failed to pay is no other's: who asks would hear of the first")
  func failedInvoice() async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .failed(reason: "no route") }
      }
      try await #expect(desk.step() == .failed)
      let second = try await desk.another()
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      _ = try await desk.worker.step()
      let rows = try await desk.engine.fetch(Payout.self, by: "id", .uuid(second.id))
      #expect(rows.map(\.state) == [.failed])
      #expect(desk.provider.sent.count == 1)
      try await #expect(desk.wallet == Self.whole)
    }
  }

  @Test(
    "while payouts are paused nothing is sent; what was sent is still asked about")
  func paused() async throws {
    try await Self.withDesk { desk in
      func pause(_ isPaused: Bool) async throws {
        try await desk.engine.commit(
          SetCapability(
            caller: .admin, request: nil, capability: .payouts, isPaused: isPaused, reason: "x"))
      }
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "timeout") }
      }
      try await pause(true)
      try await #expect(desk.step() == .reserved)
      try await #expect(desk.step(seconds: 2 * PayoutLimits.reservedForSeconds) == .reserved)
      #expect(desk.provider.sent.isEmpty)
      try await pause(false)
      desk.provider.set { script in
        let now = desk.clock.now().seconds
        script.resolve = { () throws(ProviderError) in
          do {
            return try FakeProvider.invoice(at: now)
          } catch {
            throw .unavailable(reason: "\(error)")
          }
        }
      }
      try await #expect(desk.step(seconds: 4000) == .unknown)
      try await pause(true)
      // The provider knows nothing of it, and it is not sent again.
      try await #expect(desk.step(seconds: 1000) == .unknown)
      #expect(desk.provider.sent.count == 1)
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      try await #expect(desk.step(seconds: 4000) == .succeeded)
    }
  }

  @Test("what was begun with one provider is not asked of another, and never paid there")
  func otherProvider() async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in throw .outcomeUnknown(reason: "timeout") }
      }
      try await #expect(desk.step() == .unknown)
      let node = try FakeProvider(name: "node")
      node.set { script in
        script.payment = { () throws(ProviderError) in nil }
        script.send = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      func worker(_ providers: LightningProviders) -> PayoutWorker {
        PayoutWorker(
          database: desk.engine.database, committer: desk.engine.committer, providers: providers,
          rail: nil, keys: .fixture, clock: desk.clock,
          log: Log(level: .error, clock: desk.clock), setAside: desk.worker.setAside)
      }
      desk.clock.advance(seconds: 1000)
      _ = try await worker(LightningProviders(node)).step()
      try await #expect(desk.row.state == .unknown)
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      desk.clock.advance(seconds: 4000)
      _ = try await worker(LightningProviders(node, others: [desk.provider])).step()
      try await #expect(desk.row.state == .succeeded)
      #expect(node.sent.isEmpty && desk.provider.sent.count == 1)
    }
  }

  /// Both read the row as reserved; the first one's payment leaves while the second one asks the
  /// address, which says no to it.
  @Test("a worker that is slower than another one's attempt does not return the money")
  func slowWorker() async throws {
    try await Self.withDesk { desk in
      let invoice = try FakeProvider.invoice()
      desk.provider.set { script in
        script.resolve = { () async throws(ProviderError) in
          do {
            let payout = try await desk.row
            try await desk.engine.commit(
              BeginPayoutAttempt(
                payout: payout.id, version: payout.version, paymentRequest: invoice.text))
          } catch {
            throw .unavailable(reason: "\(error)")
          }
          throw .refused(reason: "one invoice a minute")
        }
      }
      try await #expect(desk.step() == .submitting)
      try await #expect(desk.wallet == Self.whole - Self.reserved)
      #expect(desk.provider.sent.isEmpty)
    }
  }

  @Test("news about a payment that never left, or about nobody's, is no reason to act")
  func nudge() async throws {
    try await Self.withDesk { desk in
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: []) }
      }
      for reference in ["payout-\(desk.payout)", "payout-of-nobody"] {
        try await #expect(desk.worker.ask(reference: reference))
      }
      try await #expect(desk.row.state == .reserved)
      #expect(desk.provider.sent.isEmpty)
    }
  }
}

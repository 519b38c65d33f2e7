import PayLytCrypto
import Synchronization
import Testing

@testable import PayLytServer

/// BOLT 11 counts in seconds: what is made in one second ends in one moment.
@Suite("Unpaid invoices and deposits that end in one moment")
struct UnpaidRoundTests {
  private static let count = 2 * UnpaidLimits.batch + 7

  private static func withPaid(
    _ body: @escaping @Sendable (Engine, LightningProviders, ManualClock) async throws -> Void
  ) async throws {
    try await withDatabase(
      statements: Engine.service + EngineStatements.tests, configure: { $0.readers = 1 }
    ) { database in
      let clock = ManualClock()
      let provider = try FakeProvider()
      provider.set { script in
        script.invoice = { () throws(ProviderError) in
          .paid(.init(amountMsat: 1000, settledAt: nil, preimage: []))
        }
      }
      let engine = Engine(database, stripe: 0, clock: clock)
      try await body(engine, LightningProviders(provider), clock)
      #expect(engine.bugs.isEmpty)
    }
  }

  private static func hash(_ number: Int) -> [UInt8] { SHA256.hash(number.bigEndianBytes) }

  @Test("each invoice is asked about in one round, and again in the next one")
  func invoices() async throws {
    try await Self.withPaid { engine, providers, clock in
      let world = World()
      let escrow = try world.escrow(in: .created).escrow
      try await engine.copy(world.store)
      let end = clock.now().adding(seconds: 3600)
      let tasks = (0..<Self.count).map { number in
        engine.start(
          PutRow(
            row: Invoice(
              id: .entity(UInt64(number)), escrow: escrow.id, provider: "simulator",
              reference: "\(number)", providerID: "", paymentHash: Self.hash(number),
              paymentRequest: "lnbc", amountMsat: 1000, paidMsat: 0, state: .pending,
              createdAt: .start, expiresAt: end)))
      }
      for task in tasks { _ = try await task.value }
      clock.advance(seconds: 60)
      let paid = Mutex<[UUID: Int]>([:])
      let watcher = InvoiceWatcher(
        database: engine.database, providers: providers, clock: clock,
        log: Log(level: .error, clock: clock),
        onPaid: { invoice, _ in paid.withLock { $0[invoice.id, default: 0] += 1 } },
        onExpired: { _ in })
      for isMore in [true, true, false] { try await #expect(watcher.step() == isMore) }
      #expect(paid.withLock { $0.count } == Self.count)
      #expect(paid.withLock { $0.values.allSatisfy { $0 == 1 } })
      for _ in 0..<3 { _ = try await watcher.step() }
      #expect(paid.withLock { $0.values.allSatisfy { $0 == 2 } })
    }
  }

  @Test("each paid deposit is taken in, whose webhook was lost")
  func deposits() async throws {
    try await Self.withPaid { engine, providers, clock in
      for number in UInt64(1)...4 { try await engine.commit(PutRow(row: User.fixture(number))) }
      let end = clock.now().adding(seconds: 3600)
      let tasks = (0..<Self.count).map { number in
        engine.start(PutRow(row: Self.deposit(number, until: end)))
      }
      for task in tasks { _ = try await task.value }
      clock.advance(seconds: 60)
      let watcher = DepositWatcher(
        database: engine.database, committer: engine.committer, providers: providers, clock: clock,
        log: Log(level: .error, clock: clock))
      // What is paid is not asked about again: of what is left, none may be passed over.
      while try await watcher.step() {}
      let wallet = AccountID(of: .entity(2), kind: .wallet, asset: .btc)
      try await #expect(engine.balance(wallet) == Int64(Self.count) * 1000)
      try await #expect(engine.discrepancies() == 0)
    }
  }
  /// Anybody can make deposits that nobody pays.
  @Test("what can still be paid does not wait for what is over")
  func pendingFirst() async throws {
    try await Self.withPaid { engine, providers, clock in
      for number in UInt64(1)...4 { try await engine.commit(PutRow(row: User.fixture(number))) }
      let tasks = (0..<Self.count).map { number in
        var deposit = Self.deposit(number, until: clock.now().adding(seconds: 60))
        _ = deposit.expire(at: deposit.expiresAt)
        return engine.start(PutRow(row: deposit))
      }
      for task in tasks { _ = try await task.value }
      let paid = Self.deposit(Self.count, until: clock.now().adding(seconds: 3600))
      try await engine.commit(PutRow(row: paid))
      clock.advance(seconds: 120)
      let watcher = DepositWatcher(
        database: engine.database, committer: engine.committer,
        providers: providers, clock: clock,
        log: Log(level: .error, clock: clock))
      try await #expect(watcher.step() == false)
      let found = try await engine.fetch(
        Deposit.self, by: "payment_hash", .bytes(paid.paymentHash))
      #expect(found.map(\.state) == [.settled])
      // What is over gets its turn, too.
      let wallet = AccountID(of: .entity(2), kind: .wallet, asset: .btc)
      try await #expect(engine.balance(wallet) == 1000 * Int64(1 + UnpaidLimits.batch))
    }
  }

  @Test("what ended in an outage of days is asked about all the same")
  func longOutage() async throws {
    try await Self.withPaid { engine, providers, clock in
      for number in UInt64(1)...4 { try await engine.commit(PutRow(row: User.fixture(number))) }
      let deposit = Self.deposit(1, until: clock.now().adding(seconds: 3600))
      try await engine.commit(PutRow(row: deposit))
      clock.advance(seconds: 6 * 86_400)
      let watcher = DepositWatcher(
        database: engine.database, committer: engine.committer, providers: providers, clock: clock,
        log: Log(level: .error, clock: clock))
      _ = try await watcher.step()
      let found = try await engine.fetch(
        Deposit.self, by: "payment_hash", .bytes(deposit.paymentHash))
      #expect(found.map(\.state) == [.settled])
    }
  }

  @Test("what the provider has not known for a day after its end is over")
  func unknown() async throws {
    try await Self.withPaid { engine, _, clock in
      for number in UInt64(1)...4 { try await engine.commit(PutRow(row: User.fixture(number))) }
      let deposit = Self.deposit(1, until: clock.now().adding(seconds: 3600))
      try await engine.commit(PutRow(row: deposit))
      let provider = try FakeProvider()
      provider.set { script in
        script.invoice = { () throws(ProviderError) in throw .refused(reason: "unknown") }
      }
      let watcher = DepositWatcher(
        database: engine.database, committer: engine.committer,
        providers: LightningProviders(provider), clock: clock,
        log: Log(level: .error, clock: clock, sink: { _ in }))
      func state() async throws -> DepositState? {
        _ = try await watcher.step()
        return try await engine.fetch(
          Deposit.self, by: "payment_hash", .bytes(deposit.paymentHash)
        ).first?.state
      }
      clock.advance(seconds: 3600 + ProviderLimits.unknownSecondsMax - 1)
      try await #expect(state() == .pending)
      clock.advance(seconds: 1)
      try await #expect(state() == .expired)
    }
  }

  @Test("while the provider is away, nobody hurries")
  func away() async throws {
    try await Self.withPaid { engine, _, clock in
      for number in UInt64(1)...4 { try await engine.commit(PutRow(row: User.fixture(number))) }
      let end = clock.now().adding(seconds: 3600)
      let tasks = (0..<Self.count).map { number in
        engine.start(PutRow(row: Self.deposit(number, until: end)))
      }
      for task in tasks { _ = try await task.value }
      clock.advance(seconds: 60)
      let provider = try FakeProvider()
      provider.set { script in
        script.invoice = { () throws(ProviderError) in throw .unavailable(reason: "away") }
      }
      let watcher = DepositWatcher(
        database: engine.database, committer: engine.committer,
        providers: LightningProviders(provider), clock: clock,
        log: Log(level: .error, clock: clock, sink: { _ in }))
      try await #expect(watcher.step() == false)
    }
  }

  private static func deposit(_ number: Int, until end: Timestamp) -> Deposit {
    Deposit(
      id: .entity(UInt64(number)), user: .entity(2),
      made: Deposit.Made(
        provider: "simulator", reference: "\(number)", providerID: "",
        paymentHash: hash(number), paymentRequest: "lnbc", amountMsat: 1000, expiresAt: end),
      at: .start)
  }
}

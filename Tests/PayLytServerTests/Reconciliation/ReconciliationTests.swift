import Synchronization
import Testing

@testable import PayLytServer

@Suite("Comparing the books")
struct ReconciliationTests {
  /// A provider's book that the test writes, in pages of two.
  final class FakeBook: ProviderBook, ProviderAccount {
    let name = "simulator"
    let condition = CircuitBreaker.Condition.closed
    func introduce() async -> ProviderGreeting { .welcome }
    private let pages = Mutex<Result<[BookEntry], ProviderError>>(.success([]))
    private let isEndless = Mutex(false)

    func set(_ entries: Result<[BookEntry], ProviderError>) { pages.withLock { $0 = entries } }

    /// Whether there is another page after each.
    func set(isEndless: Bool) { self.isEndless.withLock { $0 = isEndless } }

    func entries(
      _ direction: BookEntry.Direction, from: Timestamp, to: Timestamp, page: String?
    ) async throws(ProviderError) -> BookPage {
      guard !isEndless.withLock({ $0 }) else { return BookPage(entries: [], next: "next") }
      let all = try pages.withLock { $0 }.get().filter { $0.direction == direction }
      let start = page.flatMap(Int.init) ?? 0
      let end = min(start + 2, all.count)
      return BookPage(entries: Array(all[start..<end]), next: end < all.count ? "\(end)" : nil)
    }

    func balanceMsat() async throws(ProviderError) -> Int64 { 123_000 }
  }

  struct Desk: Sendable {
    let engine: Engine
    let clock: ManualClock
    let book: FakeBook
    let provider: FakeProvider
    let invoice: Invoice
    /// Nobody has heard of its payment.
    let unpaid: Invoice
    let payout: Payout

    /// As in Workers.
    var worker: ReconciliationWorker {
      worker(Log(level: .error, clock: clock, sink: { _ in }))
    }

    func worker(_ log: Log) -> ReconciliationWorker {
      let (database, committer) = (engine.database, engine.committer)
      let providers = LightningProviders(provider)
      let invoices = InvoiceWatcher(
        database: database, providers: providers, clock: clock, log: log,
        onPaid: { invoice, paidMsat in
          let command = ReceivePayment(
            caller: .system("invoices"), paymentHash: invoice.paymentHash, paidMsat: paidMsat,
            event: nil)
          _ = try await committer.commit(command, deadline: nil) { .none(of: $0) }
        }, onExpired: { _ in })
      let deposits = DepositWatcher(
        database: database, committer: committer, providers: providers, clock: clock, log: log)
      return ReconciliationWorker(
        database: database, committer: committer,
        providers: [.init(book: book, provider: provider, account: book)], clock: clock, log: log
      ) { hash in
        try await invoices.ask(paymentHash: hash)
        try await deposits.ask(paymentHash: hash)
      }
    }

    /// What the provider's book has when all is right.
    var right: [BookEntry] {
      [
        entry(.received, invoice.paymentHash, invoice.paidMsat),
        entry(.sent, payout.paymentHash, payout.terms.amount.units + payout.feeUnits),
      ]
    }

    func entry(_ direction: BookEntry.Direction, _ hash: [UInt8], _ msat: Int64) -> BookEntry {
      BookEntry(
        direction: direction, paymentHash: hash, reference: "r", amountMsat: msat, at: .start)
    }

    func compare() async throws -> [ReconciliationFinding.Content] {
      try await Reconciler(database: engine.database, book: book, provider: provider).compare(
        from: Timestamp.start.adding(seconds: -10), to: Timestamp.start.adding(seconds: 10)
      ).findings
    }

    func runs() async throws -> [ReconciliationRun] {
      try await engine.database.query(
        ReconciliationStatements.runs,
        [.uuid(UUID(high: .max, low: .max)), .int8(100)])
    }
  }

  /// One paid invoice and one payout that arrived, at the beginning of time.
  static func withDesk(
    _ body: @escaping @Sendable (Desk) async throws -> Void
  ) async throws {
    try await withDatabase(
      statements: Engine.service + EngineStatements.tests, configure: { $0.readers = 1 }
    ) { database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      let world = World()
      _ = try world.escrow(in: .paidLocked)
      let unpaid = try world.invoice(for: try world.escrow(in: .created).escrow)
      try await engine.copy(world.store)
      var payout = Payout.fixture()
      try payout.beginAttempt(
        paymentRequest: "lnbc1", paymentHash: [UInt8](repeating: 0x77, count: 32), at: .start)
      try payout.settle(.succeeded(feeMsat: 2000, preimage: []), at: .start)
      try await engine.commit(PutRow(row: payout))
      let invoice = try #require(world.store.rows(Invoice.self).first { $0.state == .settled })
      let desk = Desk(
        engine: engine, clock: clock, book: FakeBook(), provider: try FakeProvider(),
        invoice: invoice, unpaid: unpaid, payout: payout)
      desk.book.set(.success(desk.right))
      try await body(desk)
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("books that agree have no findings, over several pages and in whatever order")
  func agree() async throws {
    try await Self.withDesk { desk in
      try await #expect(desk.compare().isEmpty)
      // The same on two pages is one; what is outside of the span of time is nobody's concern.
      let early = BookEntry(
        direction: .received, paymentHash: [UInt8](repeating: 9, count: 32), reference: "",
        amountMsat: 1, at: Timestamp.start.adding(seconds: -11))
      desk.book.set(.success([early] + desk.right.reversed() + desk.right + [early]))
      try await #expect(desk.compare().isEmpty)
    }
  }

  @Test(
    "what the provider has and we do not is missing here", arguments: BookEntry.Direction.allCases)
  func missingHere(direction: BookEntry.Direction) async throws {
    try await Self.withDesk { desk in
      let hash = [UInt8](repeating: 0x99, count: 32)
      desk.book.set(.success(desk.right + [desk.entry(direction, hash, 5000)]))
      let found = try await desk.compare()
      #expect(
        found == [
          .init(
            kind: .missingHere, direction: direction, paymentHash: hash, reference: "r",
            hereMsat: nil, thereMsat: 5000)
        ])
    }
  }

  @Test("an amount that differs is told from both sides", arguments: BookEntry.Direction.allCases)
  func amountDiffers(direction: BookEntry.Direction) async throws {
    try await Self.withDesk { desk in
      let wrong = desk.right.map { entry in
        entry.direction == direction
          ? desk.entry(direction, entry.paymentHash, entry.amountMsat + 1) : entry
      }
      desk.book.set(.success(wrong))
      let found = try await desk.compare()
      #expect(found.map(\.kind) == [.amountDiffers] && found.map(\.direction) == [direction])
      #expect(found.allSatisfy { $0.thereMsat == ($0.hereMsat ?? 0) + 1 })
    }
  }

  @Test("what the list lacks is asked about alone, and is missing only when that fails too")
  func missingThere() async throws {
    try await Self.withDesk { desk in
      desk.book.set(.success([]))
      let (paid, preimage) = (desk.invoice.paidMsat, [UInt8]())
      desk.provider.set { script in
        script.invoice = { () throws(ProviderError) in
          .paid(.init(amountMsat: paid, settledAt: nil, preimage: preimage))
        }
        script.payment = { () throws(ProviderError) in .succeeded(feeMsat: 0, preimage: preimage) }
      }
      try await #expect(desk.compare().isEmpty)
      desk.provider.set { script in
        script.invoice = { () throws(ProviderError) in
          .paid(.init(amountMsat: paid - 1, settledAt: nil, preimage: preimage))
        }
        script.payment = { () throws(ProviderError) in .pending }
      }
      var found = try await desk.compare()
      #expect(found.map(\.kind) == [.amountDiffers, .missingThere])
      desk.provider.set { script in
        script.invoice = { () throws(ProviderError) in throw .refused(reason: "unknown") }
        script.payment = { () throws(ProviderError) in nil }
      }
      found = try await desk.compare()
      #expect(found.map(\.kind) == [.missingThere, .missingThere])
      #expect(found.map(\.reference) == [desk.invoice.reference, desk.payout.reference])
      #expect(found.allSatisfy { $0.thereMsat == nil })
      // A provider that does not answer has not said that it has nothing.
      desk.provider.set { script in
        script.invoice = { () throws(ProviderError) in throw .unavailable(reason: "away") }
      }
      await #expect(throws: ProviderError.self) { _ = try await desk.compare() }
    }
  }

  private static func queue(_ provider: String = "simulator") -> QueueReconciliation {
    QueueReconciliation(
      caller: .admin, request: nil, provider: provider, from: .start,
      to: Timestamp.start.adding(seconds: 1))
  }

  @Test("each provider has one run at a time; a run is one server's until it is silent")
  func lease() async throws {
    try await Self.withDesk { desk in
      let run = try await desk.engine.carryOut(Self.queue())
      await #expect(throws: Refusal.self) { try await desk.engine.commit(Self.queue()) }
      try await desk.engine.commit(Self.queue("other"))
      let first = try #require(try await desk.engine.carryOut(BeginReconciliation(run: run.id)))
      #expect(try await desk.engine.carryOut(BeginReconciliation(run: run.id)) == nil)
      desk.clock.advance(seconds: ReconciliationLimits.leaseSeconds)
      let second = try #require(try await desk.engine.carryOut(BeginReconciliation(run: run.id)))
      let result = ReconciliationRun.Result(entriesHere: 1, entriesThere: 2)
      #expect(
        try await desk.engine.carryOut(
          FinishReconciliation(run: run.id, version: first.version, verdict: .done(result)))
          == nil)
      let done = try #require(
        try await desk.engine.carryOut(
          FinishReconciliation(run: run.id, version: second.version, verdict: .done(result))))
      #expect(done.state == .done && done.entriesHere == 1 && done.entriesThere == 2)
      #expect(
        try await desk.engine.carryOut(
          FinishReconciliation(
            run: run.id, version: done.version, verdict: .failed(.notAnswered, "late")))
          == nil)
      try await desk.engine.commit(Self.queue())
    }
  }

  @Test("every hour the worker compares from where it ended, and keeps what it found")
  func worker() async throws {
    try await Self.withDesk { desk in
      desk.clock.advance(seconds: ReconciliationLimits.settlingSeconds + 1)
      let hash = [UInt8](repeating: 0x99, count: 32)
      desk.book.set(.success(desk.right + [desk.entry(.received, hash, 5000)]))
      while try await desk.worker.step() {}
      let first = try #require(try await desk.runs().first)
      #expect(first.state == .done && first.findings == 1 && first.balanceMsat == 123_000)
      #expect(first.entriesHere == 2 && first.entriesThere == 3)
      let all = [SQLValue.uuid(first.id), .uuid(UUID(high: .max, low: .max)), .int8(10)]
      let found = try await desk.engine.database.query(
        ReconciliationStatements.findingsOfKind, all + [.int2(1)])
      #expect(found.map(\.content.paymentHash) == [hash] && found[0].run == first.id)
      let none = try await desk.engine.database.query(
        ReconciliationStatements.findingsOfKind, all + [.int2(2)])
      #expect(none.isEmpty)
      let each = try await desk.engine.database.query(ReconciliationStatements.findings, all)
      #expect(each.map(\.id) == found.map(\.id))
      // Not before the hour is over.
      while try await desk.worker.step() {}
      try await #expect(desk.runs().count == 1)

      desk.book.set(.failure(.unavailable(reason: "the provider is away")))
      desk.clock.advance(seconds: ReconciliationLimits.everySeconds)
      while try await desk.worker.step() {}
      let second = try #require(try await desk.runs().first)
      #expect(second.state == .failed && second.note.contains("the provider is away"))
      #expect(second.failure == .notAnswered)
      #expect(second.from == first.to.adding(seconds: -ReconciliationLimits.overlapSeconds))

      desk.book.set(.success([]))
      desk.clock.advance(seconds: ReconciliationLimits.everySeconds)
      while try await desk.worker.step() {}
      let third = try #require(try await desk.runs().first)
      // What failed is compared again.
      #expect(third.state == .done && third.from == second.from)
      try await #expect(desk.runs().count == 3)
    }
  }

  /// An admin's look at five minutes had become the place from which the server went on.
  @Test("what people have compared leaves no hole in what the server compares")
  func ownPlace() async throws {
    try await Self.withDesk { desk in
      desk.clock.advance(seconds: ReconciliationLimits.settlingSeconds + 1)
      while try await desk.worker.step() {}
      let first = try #require(try await desk.runs().first)
      #expect(first.isAutomatic && first.state == .done)
      desk.clock.advance(seconds: 2400)
      let now = desk.clock.now()
      let asked = try await desk.engine.carryOut(
        QueueReconciliation(
          caller: .admin, request: nil, provider: "simulator", from: now.adding(seconds: -300),
          to: now))
      while try await desk.worker.step() {}
      let looked = try #require(try await desk.runs().first)
      #expect(looked.id == asked.id && looked.state == .done && !looked.isAutomatic)
      desk.clock.advance(seconds: 3600)
      while try await desk.worker.step() {}
      let next = try #require(try await desk.runs().first)
      #expect(next.isAutomatic && next.id != asked.id)
      #expect(next.from == first.to.adding(seconds: -ReconciliationLimits.overlapSeconds))
    }
  }

  @Test("a span that holds too much is compared in parts, one after the other, without a pause")
  func parts() async throws {
    try await Self.withDesk { desk in
      desk.clock.advance(seconds: 8 * 86_400)
      let end = desk.clock.now().adding(seconds: -ReconciliationLimits.settlingSeconds)
      let whole = try await desk.engine.carryOut(
        QueueReconciliation(
          caller: .admin, request: nil, provider: "simulator", from: .start, to: end,
          isAutomatic: true))
      let begun = try #require(try await desk.engine.carryOut(BeginReconciliation(run: whole.id)))
      _ = try await desk.engine.carryOut(
        FinishReconciliation(
          run: whole.id, version: begun.version, verdict: .failed(.tooMuch, "too much")))
      // Runs of one millisecond have no order: there is always more than that between two.
      repeat { desk.clock.advance(seconds: 1) } while try await desk.worker.step()
      let parts = try await desk.runs().filter { $0.state == .done }.sorted { $0.from < $1.from }
      let last = try #require(parts.last)
      #expect(parts.first?.from == whole.from && end <= last.to && last.to < desk.clock.now())
      #expect(parts.count == 2 && parts[1].from <= parts[0].to && parts[0].to < end)
    }
  }

  @Test("where the provider's list is too long to be read back, the server begins later")
  func tooFarBack() async throws {
    try await Self.withDesk { desk in
      desk.clock.advance(seconds: ReconciliationLimits.settlingSeconds + 1)
      desk.book.set(isEndless: true)
      #expect(try await desk.worker.step())
      let first = try #require(try await desk.runs().first)
      #expect(
        first.state == .failed && first.failure == .tooFarBack && first.note.contains("later"))
      desk.book.set(isEndless: false)
      while try await desk.worker.step() {}
      let next = try #require(try await desk.runs().first)
      #expect(next.state == .done && first.from < next.from && next.to == first.to)
    }
  }

  /// Webhooks are sent for minutes, the rounds look back for a day: whoever paid before a longer
  /// outage had lost the money.
  @Test("what came in before a long outage is asked about and booked, once")
  func takesIn() async throws {
    try await Self.withDesk { desk in
      let deposit = Deposit(
        id: .entity(9), user: .entity(1),
        made: Deposit.Made(
          provider: "simulator", reference: "d", providerID: "",
          paymentHash: [UInt8](repeating: 0x55, count: 32), paymentRequest: "lnbc",
          amountMsat: 7000, expiresAt: .start), at: .start)
      try await desk.engine.commit(PutRow(row: deposit))
      desk.clock.advance(seconds: 26 * 3600)
      let unheard = [
        desk.entry(.received, desk.unpaid.paymentHash, desk.unpaid.amountMsat),
        desk.entry(.received, deposit.paymentHash, 7000),
      ]
      desk.book.set(.success(desk.right + unheard))
      func run() async throws -> ReconciliationRun {
        try await desk.engine.commit(Self.queue())
        while try await desk.worker.step() {}
        return try #require(try await desk.runs().first { !$0.isAutomatic })
      }
      // The list alone is no proof.
      try await #expect(run().findings == 2)
      desk.provider.set { script in
        script.invoice = { () throws(ProviderError) in
          .paid(.init(amountMsat: nil, settledAt: nil, preimage: []))
        }
      }
      for _ in 1...2 {
        desk.clock.advance(seconds: 1)
        try await #expect(run().findings == 0)
        let escrow = try await desk.engine.fetch(Escrow.self, by: "id", .uuid(desk.unpaid.escrow))
        #expect(escrow.map(\.state) == [.paidLocked])
        let wallet = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
        try await #expect(desk.engine.balance(wallet) == 7000)
      }
      try await #expect(desk.engine.discrepancies() == 0)
    }
  }

  @Test("a payment that is none of ours is a finding, and nothing is booked")
  func readsOnly() async throws {
    try await Self.withDesk { desk in
      desk.book.set(.success([desk.entry(.received, [UInt8](repeating: 1, count: 32), 1)]))
      let before = try await desk.engine.count(EngineStatements.transfers)
      desk.clock.advance(seconds: ReconciliationLimits.settlingSeconds + 1)
      while try await desk.worker.step() {}
      #expect(try await desk.engine.count(EngineStatements.transfers) == before)
      let invoice = try await desk.engine.fetch(
        Invoice.self, by: "payment_hash", .bytes(desk.invoice.paymentHash))
      #expect(invoice == [desk.invoice])
    }
  }
}

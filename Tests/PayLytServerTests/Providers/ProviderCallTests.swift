import Lightning
import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

@Suite("What is kept about calls of those outside")
struct ProviderCallTests {
  /// A provider of whom every call is kept, on a database of its own.
  private struct Desk: Sendable {
    let database: Database
    let clock: ManualClock
    let inner: FakeProvider
    let calls: ProviderCallLog

    var provider: RecordedProvider { RecordedProvider(inner: inner, calls: calls) }
    var keeper: ProviderCallKeeper { ProviderCallKeeper(database: database, clock: clock) }
    var sweeper: Sweeper {
      Sweeper(
        database: database, duties: [.init(sweep: ProviderCallStatements.sweep, clock: clock)])
    }

    /// The rows, newest first.
    func rows(outcome: ProviderCall.Outcome? = nil) async throws -> [ProviderCall] {
      try await database.query(
        ProviderCallStatements.recent,
        [
          .uuid(UUID(high: .max, low: .max)), .uuid(UUID(high: 0, low: 0)), .text(""), .int2(0),
          .int2(outcome?.rawValue ?? 0), .int8(1000),
        ])
    }

    /// The only row, once it is as `isDone` wants it.
    func row(_ isDone: (ProviderCall) -> Bool = { $0.outcome != .underWay }) async throws
      -> ProviderCall
    {
      try await eventually { try await rows().contains(where: isDone) }
      let found = try await rows()
      try #require(found.count == 1, "\(found)")
      return found[0]
    }
  }

  private func withDesk(_ body: @escaping @Sendable (Desk) async throws -> Void) async throws {
    try await withDatabase(statements: Engine.service) { database in
      let clock = ManualClock()
      let calls = ProviderCallLog(
        database: database, clock: clock, log: Log(level: .error, clock: clock))
      try await body(
        Desk(database: database, clock: clock, inner: try FakeProvider(), calls: calls))
    }
  }

  private static let hash = [UInt8](repeating: 1, count: 32)

  private static func order(_ reference: String = "payout-1") throws -> PaymentOrder {
    PaymentOrder(
      invoice: try FakeProvider.invoice(), reference: reference, maxFeeMsat: 500_000)
  }

  @Test("a payment is in the database before it is sent, and has its end afterwards")
  func before() async throws {
    try await withDesk { desk in
      let seen = Mutex<[ProviderCall]>([])
      desk.inner.set { script in
        script.send = { () throws(ProviderError) in
          let rows = try? await desk.rows()
          seen.withLock { $0 = rows ?? [] }
          desk.clock.advance(seconds: 2)
          return .succeeded(feeMsat: 2_000_000, preimage: [UInt8](repeating: 0xab, count: 32))
        }
      }
      _ = try await desk.provider.sendPayment(try Self.order())
      let begun = try #require(seen.withLock { $0 }.first)
      #expect(begun.outcome == .underWay && begun.endedAt == nil)
      #expect(begun.operation == .sendPayment && begun.reference == "payout-1")
      #expect(begun.paymentHash == Self.hash && begun.amount == .msat(50_000_000))
      let row = try await desk.row()
      #expect(row.id == begun.id && row.outcome == .ok)
      #expect(row.answer == "paid, fee 2000000 msat")
      #expect(row.startedAt == .start && row.endedAt == Timestamp.start.adding(seconds: 2))
    }
  }

  @Test(
    "how a call failed is kept as what it means for the money",
    arguments: [
      (ProviderError.refused(reason: "no route"), ProviderCall.Outcome.refused),
      (.unavailable(reason: "busy"), .unavailable), (.outcomeUnknown(reason: "gone"), .unknown),
    ])
  func failures(error: ProviderError, outcome: ProviderCall.Outcome) async throws {
    try await withDesk { desk in
      desk.inner.set { script in
        script.send = { () throws(ProviderError) in throw error }
      }
      await #expect(throws: error) { try await desk.provider.sendPayment(try Self.order()) }
      let row = try await desk.row()
      #expect(row.outcome == outcome && "\(error)".contains(row.answer))
      try await #expect(desk.rows(outcome: .ok).isEmpty)
    }
  }

  @Test("a payment that cannot be written down is not sent; a question is asked all the same")
  func notWritten() async throws {
    let clock = ManualClock()
    let inner = try FakeProvider()
    let calls = ProviderCallLog(
      database: NoStore(), clock: clock, log: Log(level: .error, clock: clock))
    let provider = RecordedProvider(inner: inner, calls: calls)
    let error = await #expect(throws: ProviderError.self) {
      try await provider.sendPayment(try Self.order())
    }
    guard case .unavailable = error else {
      Issue.record("nothing happened, so it may be tried again: \(String(describing: error))")
      return
    }
    #expect(inner.sent.isEmpty)
    try await #expect(provider.invoiceStatus(paymentHash: Self.hash) == .pending)
  }

  @Test("what the wire tells stands beside the call, without what nobody may read")
  func wire() async throws {
    try await withDesk { desk in
      desk.inner.set { script in
        script.send = { () throws(ProviderError) in
          ProviderTrace.current?.sent()
          ProviderTrace.current?.sent()
          ProviderTrace.current?.answered(
            "HTTP 422", requestID: "req_0123456789",
            detail: "account 0123456789 of ada@example.com\u{0}is closed")
          throw .refused(reason: "the receiver's account cannot be paid")
        }
      }
      _ = try? await desk.provider.sendPayment(try Self.order())
      let facts = try await desk.row().facts
      #expect(facts.attempts == 2 && facts.status == "HTTP 422")
      #expect(facts.requestID == "req_0123456789")
      #expect(facts.detail == "account # of # is closed")
    }
  }

  @Test("questions that are answered alike are one row that counts; another answer is a new one")
  func repeated() async throws {
    try await withDesk { desk in
      for _ in 0..<5 {
        _ = try await desk.provider.invoiceStatus(paymentHash: Self.hash)
        desk.clock.advance(seconds: 15)
      }
      let pending = try await desk.row { $0.times == 5 }
      #expect(pending.answer == "pending" && pending.startedAt == .start)
      #expect(pending.endedAt == Timestamp.start.adding(seconds: 60))
      desk.inner.set { script in
        script.invoice = { () throws(ProviderError) in
          .paid(.init(amountMsat: 7_000, settledAt: nil, preimage: []))
        }
      }
      _ = try await desk.provider.invoiceStatus(paymentHash: Self.hash)
      try await eventually { try await desk.rows().count == 2 }
      try await #expect(desk.rows().map(\.answer) == ["paid 7000 msat", "pending"])
    }
  }

  @Test("what was asked about a payment is found by its reference, and by its hash")
  func about() async throws {
    try await withDesk { desk in
      _ = try await desk.provider.sendPayment(try Self.order())
      _ = try await desk.provider.sendPayment(try Self.order("payout-2"))
      _ = try await desk.provider.invoiceStatus(paymentHash: Self.hash)
      _ = try await desk.provider.payment(
        reference: "payout-3", paymentHash: [UInt8](repeating: 9, count: 32))
      try await eventually { try await desk.rows().count == 4 }
      func found(_ reference: String, _ hash: [UInt8]) async throws -> Int {
        try await desk.database.query(
          ProviderCallStatements.about,
          [
            .uuid(UUID(high: .max, low: .max)), .uuid(UUID(high: 0, low: 0)), .text(""),
            .int2(0), .int2(0), .int8(100), .text(reference), .bytes(hash),
          ]
        ).count
      }
      try await #expect(found("payout-3", []) == 1)
      try await #expect(found("payout-1", Self.hash) == 3)
      try await #expect(found("nobody", []) == 0)
      try await #expect(found("", []) == 0)
    }
  }

  @Test("a call whose server ended is unknown after five minutes; what is old goes")
  func keeping() async throws {
    try await withDesk { desk in
      let subject = ProviderCall.Subject(
        provider: "bitnob", operation: .finalizePayout, reference: "payout-1")
      let call = ProviderCall(subject, id: .entity(1), at: desk.clock.now())
      try await desk.database.transaction { transaction in
        _ = try await transaction.commit([ProviderCallStatements.store([call])])
      }
      _ = try await desk.keeper.step()
      try await #expect(desk.rows().map(\.outcome) == [.underWay])
      desk.clock.advance(seconds: ProviderCallLimits.lostSeconds + 1)
      _ = try await desk.keeper.step()
      try await #expect(desk.rows().map(\.outcome) == [.unknown])
      _ = try await desk.provider.invoiceStatus(paymentHash: Self.hash)
      try await eventually { try await desk.rows().count == 2 }
      desk.clock.advance(seconds: ProviderCallLimits.questionKeptSeconds + 1)
      _ = try await desk.sweeper.step()
      try await #expect(desk.rows().map(\.operation) == [.finalizePayout])
      desk.clock.advance(seconds: ProviderCallLimits.keptSeconds)
      _ = try await desk.sweeper.step()
      try await #expect(desk.rows().isEmpty)
    }
  }

  @Test("what could not be written is tried again, and trying nothing harms nothing")
  func again() async throws {
    try await withDesk { desk in
      let retries = Task { await desk.calls.run(every: .milliseconds(1)) }
      defer { retries.cancel() }
      for number in 0..<3 {
        // Long enough for several turns without work.
        try await Task.sleep(for: .milliseconds(20))
        _ = try await desk.provider.payment(
          reference: "payout-\(number)", paymentHash: Self.hash)
        try await eventually { try await desk.rows().count == number + 1 }
      }
    }
  }

  @Test("of many calls at once none is missing")
  func together() async throws {
    try await withDesk { desk in
      let tasks = try (0..<200).map { number in
        let order = try Self.order("payout-\(number)")
        return desk.database.task { _ = try await desk.provider.sendPayment(order) }
      }
      for task in tasks { try await task.value }
      try await eventually { try await desk.rows(outcome: .underWay).isEmpty }
      try await #expect(desk.rows(outcome: .ok).count == 200)
    }
  }

  @Test(
    "what is kept for long holds no accounts, addresses, keys or invoices",
    arguments: [
      ("no route to receiver (code 12345)", "no route to receiver (code 12345)"),
      ("account 123456", "account #"), ("tel +254 712 345 678.", "tel +#."),
      ("a 12 b 34", "a 12 b 34"), ("card 1234-5678-9012-3456!", "card #!"),
      ("mail ada.l@example.com now", "mail # now"), ("line\none", "line one"),
      ("pay lnbcrt500u1p5qqqqqpp5qqqsyqcyq5rqwzqf", "pay #"),
      (String(repeating: "ab", count: 32), "#"), ("x\u{0}y", "x y"),
      ("insufficient_liquidity_for_this_payment", "insufficient_liquidity_for_this_payment"),
      ("key aGVsbG9Xb3JsZGhlbGxvV29ybGQ=", "key #="),
    ])
  func keepable(said: String, kept: String) {
    #expect(ProviderText.keepable(said, max: 200) == kept)
  }

  @Test("questions are forgotten in halves, and their counts are written before that")
  func bounded() {
    var questions = RepeatedQuestions()
    func asked(_ number: Int, at seconds: Int64) -> ProviderCall {
      let time = Timestamp.start.adding(seconds: seconds)
      var call = ProviderCall(
        .init(provider: "p", operation: .getPayment, reference: "payout-\(number)"),
        id: .entity(UInt64(number)), at: time)
      call.end(.ok, "pending", .init(), at: time)
      return call
    }
    #expect(questions.heard(asked(0, at: 0), at: .start).count == 1)
    #expect(questions.heard(asked(0, at: 1), at: .start.adding(seconds: 1)).isEmpty)
    var written: [ProviderCall] = []
    for number in 1...(2 * ProviderCallLimits.rememberedMax) {
      written += questions.heard(asked(number, at: 2), at: .start.adding(seconds: 2))
    }
    #expect(written.count == 2 * ProviderCallLimits.rememberedMax + 1)
    #expect(written.first { $0.reference == "payout-0" }?.times == 2)
    #expect(questions.heard(asked(0, at: 3), at: .start.adding(seconds: 3)).count == 1)
  }
}

/// A database that is away.
private struct NoStore: Store {
  func spawn(_ operation: @escaping @Sendable () async -> Void) { Task { await operation() } }
  func pause(_ duration: Duration) async {}

  func query<Row>(
    _ statement: Statement<Row>, _ values: [SQLValue], deadline: Deadline?
  ) async throws(DatabaseError) -> [Row] { throw .unavailable }

  func write<Value: Sendable>(
    _ body: (any StoreTransaction) async throws -> Value
  ) async throws -> Value { throw DatabaseError.unavailable }
}

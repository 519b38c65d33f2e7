import Synchronization
import Testing

@testable import PayLytServer

@Suite("Comparing the books in bad times")
struct ReconciliationTroubleTests {
  /// A shop of the same node had a thousand receipts an hour, and ours was none of the first.
  @Test("only receipts of our own are asked about, however many others there are")
  func strangers() async throws {
    try await ReconciliationTests.withDesk { desk in
      let strange = (1...9).map {
        desk.entry(.received, [UInt8](repeating: 0xa0 + $0, count: 32), 1)
      }
      let unheard = desk.entry(.received, desk.unpaid.paymentHash, desk.unpaid.amountMsat)
      desk.book.set(.success(desk.right + strange + [unheard]))
      let asked = Mutex<[[UInt8]]>([])
      let result = try await Reconciler(
        database: desk.engine.database, book: desk.book, provider: desk.provider,
        takeIn: { hash in asked.withLock { $0.append(hash) } }
      ).compare(
        from: Timestamp.start.adding(seconds: -10), to: Timestamp.start.adding(seconds: 10))
      #expect(asked.withLock { $0 } == [desk.unpaid.paymentHash])
      #expect(result.findings.count == strange.count + 1)
    }
  }

  @Test("a span that cannot be compared again and again is an error, a single failure is none")
  func stuck() async throws {
    try await ReconciliationTests.withDesk { desk in
      let lines = Mutex<[String]>([])
      let log = Log(level: .warning, clock: desk.clock) { line in
        lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
      }
      /// What the run of an hour later has logged.
      func hour() async throws -> String {
        desk.clock.advance(seconds: ReconciliationLimits.everySeconds)
        lines.withLock { $0 = [] }
        while try await desk.worker(log).step() {}
        return lines.withLock { $0.joined() }
      }
      let failures = Int(ReconciliationLimits.failuresQuiet)
      desk.book.set(.failure(.unavailable(reason: "A message of 301224 bytes is too large.")))
      for run in 1...failures + 1 {
        let said = try await hour()
        #expect(said.contains("books not compared"), "run \(run)")
        #expect(said.contains("books not compared for hours") == (run >= failures), "run \(run)")
      }
      desk.book.set(.success(desk.right))
      try await #expect(hour().isEmpty)
      desk.book.set(.failure(.unavailable(reason: "away")))
      let single = try await hour()
      #expect(single.contains("books not compared") && !single.contains("for hours"))
    }
  }
}

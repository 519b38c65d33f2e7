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
}

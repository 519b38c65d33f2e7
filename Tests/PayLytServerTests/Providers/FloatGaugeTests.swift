import Synchronization
import Testing

@testable import PayLytServer

@Suite("What the providers hold, and what the books say")
struct FloatGaugeTests {
  private final class FakeAccount: ProviderAccount {
    let name = "simulator"
    let condition = CircuitBreaker.Condition.closed
    private let balance = Mutex<Int64?>(0)

    /// - Parameter balance: nil when it does not answer.
    func set(_ balance: Int64?) { self.balance.withLock { $0 = balance } }
    func introduce() async -> ProviderGreeting { .welcome }

    func balanceMsat() async throws(ProviderError) -> Int64 {
      guard let balance = balance.withLock({ $0 }) else { throw .unavailable(reason: "away") }
      return balance
    }
  }

  @Test("money that leaves without a payout shows, and silence changes nothing")
  func difference() async throws {
    try await withEngine { engine in
      let registry = MetricRegistry()
      let (bitnob, node) = (FakeAccount(), FakeAccount())
      let gauge = FloatGauge(
        database: engine.database, accounts: [bitnob, node], metrics: FloatMetrics(registry))
      /// nil when the page says nothing of it.
      func difference() async throws -> Int64? {
        #expect(try await gauge.step() == false)
        let lines = MetricsPage(registry: registry).text.split(separator: "\n")
        let line = lines.last { $0.hasPrefix("paylyt_float_difference_msat ") }
        return line?.split(separator: " ").last.flatMap { Int64($0) }
      }
      bitnob.set(nil)
      #expect(try await difference() == nil)
      // On two stripes, as two servers book it.
      for (stripe, msat) in [(UInt8(3), Int64(50_000)), (40, 20_000)] {
        var float = Account(opening: .platform(.providerFloat, asset: .btc, stripe: stripe))
        float.debits = msat
        try await engine.commit(PutRow(row: float))
      }
      bitnob.set(60_000)
      node.set(10_000)
      #expect(try await difference() == 0)
      node.set(9_000)
      #expect(try await difference() == -1_000)
      bitnob.set(nil)
      node.set(10_000)
      #expect(try await difference() == -1_000)
    }
  }
}

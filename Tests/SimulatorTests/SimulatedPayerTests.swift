import Lightning
import PayLytHTTP
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("Whoever pays our invoices", .timeLimit(.minutes(1)))
struct SimulatedPayerTests {
  private static func failure(
    _ call: () async throws(SimulatedPayer.Failure) -> Void
  ) async -> SimulatedPayer.Failure? {
    do throws(SimulatedPayer.Failure) {
      try await call()
      return nil
    } catch {
      return error
    }
  }

  private static func payer(_ bench: Bench) -> SimulatedPayer {
    SimulatedPayer(baseURL: "http://127.0.0.1:\(bench.simulator.port)", http: bench.http)
  }

  @Test("a payment is made once under its name, and the provider tells of it once")
  func once() async throws {
    try await Bench.with { bench in
      let hash = try await bench.provider.createInvoice(bench.order()).invoice.paymentHash
      let payer = Self.payer(bench)
      let payment = PayLytServer.UUID(high: 1, low: 2)
      for _ in 0..<2 {
        try await payer.pay(hash, satoshis: 6000, isLate: false, payment: payment)
      }
      #expect(
        await Self.failure { () async throws(SimulatedPayer.Failure) in
          try await payer.pay(
            hash, satoshis: nil, isLate: false, payment: PayLytServer.UUID(high: 1, low: 3))
        } == .notPayable)
      try await bench.door.wait(for: 1)
      #expect(bench.door.deliveries.count == 1)
      #expect(bench.simulator.book.balance(.paidIn) == -6_000_000)
    }
  }

  @Test("an invoice that is over is paid late, and not otherwise")
  func late() async throws {
    try await Bench.with { bench in
      let hash = try await bench.provider.createInvoice(bench.order()).invoice.paymentHash
      bench.clock.advance(seconds: 901)
      let payer = Self.payer(bench)
      let payment = PayLytServer.UUID(high: 1, low: 2)
      #expect(
        await Self.failure { () async throws(SimulatedPayer.Failure) in
          try await payer.pay(hash, satoshis: nil, isLate: false, payment: payment)
        } == .notPayable)
      try await payer.pay(hash, satoshis: nil, isLate: true, payment: payment)
      #expect(bench.simulator.book.balance(.paidIn) == -5_000_000)
    }
  }

  @Test("an invoice that the simulator has not, and a simulator that is not there")
  func elsewhere() async throws {
    try await Bench.with { bench in
      let payment = PayLytServer.UUID(high: 1, low: 2)
      let hash = [UInt8](repeating: 7, count: 32)
      #expect(
        await Self.failure { () async throws(SimulatedPayer.Failure) in
          try await Self.payer(bench).pay(hash, satoshis: 1, isLate: false, payment: payment)
        } == .unknownInvoice)
      let nobody = SimulatedPayer(baseURL: "http://127.0.0.1:9", http: bench.http)
      #expect(
        await Self.failure { () async throws(SimulatedPayer.Failure) in
          try await nobody.pay(hash, satoshis: 1, isLate: false, payment: payment)
        } == .unavailable)
    }
  }
}

import PayLytCrypto
import Synchronization
import Testing

@testable import PayLytServer
@testable import SimulatorCore

@Suite("What an LND node tells by itself")
struct LNDStreamTests {
  @Test("the node tells of payments by itself, each once, also after its connection was lost")
  func stream() async throws {
    try await LNDTests.with { desk in
      let heard = Mutex<[[UInt8]]>([])
      let stream = LNDInvoiceStream(
        provider: desk.provider, onLoss: { _ in }, onSkip: { _, _ in }, isMomentary: { _ in true }
      ) { hash, _ in
        heard.withLock { $0.append(hash) }
      }
      let listening = Task(executorPreference: desk.loop) { await stream.run() }
      var paid: [[UInt8]] = []
      // Until the subscription stands, what is paid is left to the watchers.
      for number in 1...500 where heard.withLock({ $0.isEmpty }) {
        let made = try await desk.provider.createInvoice(LNDTests.order("early-\(number)"))
        try await desk.turn("POST", "invoices/\(made.providerID)/pay")
        try await Task.sleep(for: .milliseconds(20))
      }
      for number in 1...4 {
        let made = try await desk.provider.createInvoice(LNDTests.order("ref-\(number)"))
        // The stream breaks with the third one, and is opened again behind the second.
        if number == 3 { try await desk.arm("webhook", "down") }
        try await desk.turn("POST", "invoices/\(made.providerID)/pay")
        paid.append(made.invoice.paymentHash)
      }
      for _ in 0..<3000 where !heard.withLock({ $0.contains(paid[3]) }) {
        try await Task.sleep(for: .milliseconds(10))
      }
      let known = Set(paid)
      #expect(heard.withLock { $0.filter(known.contains) } == paid)
      listening.cancel()
      await listening.value
    }
  }

  /// It was told of for ever, and nothing behind it.
  @Test("a payment that cannot be booked does not keep the next ones from being heard")
  func unbookable() async throws {
    try await LNDTests.with { desk in
      let bad = try await desk.provider.createInvoice(LNDTests.order("bad")).invoice.paymentHash
      let tried = Mutex(0)
      let heard = Mutex<[[UInt8]]>([])
      let skipped = Mutex<[[UInt8]]>([])
      let stream = LNDInvoiceStream(
        provider: desk.provider, onLoss: { _ in },
        onSkip: { hash, _ in skipped.withLock { $0.append(hash) } },
        isMomentary: { $0.isMomentary }
      ) { hash, _ in
        guard hash == bad else { return heard.withLock { $0.append(hash) } }
        // What goes well a moment later is told again.
        let isFirst = tried.withLock { tries in
          tries += 1
          return tries == 1
        }
        throw isFirst ? Refusal.serverStopping : Refusal.damaged("an escrow")
      }
      let listening = Task(executorPreference: desk.loop) { await stream.run() }
      for number in 1...500 where heard.withLock({ $0.isEmpty }) {
        let made = try await desk.provider.createInvoice(LNDTests.order("early-\(number)"))
        try await desk.turn("POST", "invoices/\(made.providerID)/pay")
        try await Task.sleep(for: .milliseconds(20))
      }
      try await desk.turn("POST", "invoices/\(Hex.encode(bad))/pay")
      let good = try await desk.provider.createInvoice(LNDTests.order("good"))
      try await desk.turn("POST", "invoices/\(good.providerID)/pay")
      for _ in 0..<3000 where !heard.withLock({ $0.contains(good.invoice.paymentHash) }) {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(heard.withLock { $0.contains(good.invoice.paymentHash) })
      #expect(skipped.withLock { $0 } == [bad] && tried.withLock { $0 } == 2)
      listening.cancel()
      await listening.value
    }
  }
}

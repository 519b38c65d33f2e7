import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("A command that is only tried out")
struct RehearsalTests {
  private static let ada = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
  private static let pay = PostAll.paying(500, to: 1, request: .fixture(1, body: "pay 500"))

  @Test("it is answered, keeps nothing, and leaves its key for the real one")
  func nothingKept() async throws {
    try await withEngine { engine in
      for _ in 0..<3 {
        let tried = try await engine.commit(Self.pay, isRehearsal: true)
        #expect(!tried.isReplay)
      }
      try await #expect(engine.balance(Self.ada) == 0)
      try await #expect(engine.count(EngineStatements.journalRows) == 0)
      try await #expect(engine.count(EngineStatements.transfers) == 0)
      let real = try await engine.commit(Self.pay)
      #expect(!real.isReplay)
      try await #expect(engine.balance(Self.ada) == 500)
      #expect(engine.bugs.isEmpty)
    }
  }

  @Test("after the real one it decides anew instead of repeating the answer")
  func notReplayed() async throws {
    try await withEngine { engine in
      try await engine.commit(Self.pay)
      let tried = try await engine.commit(Self.pay, isRehearsal: true)
      #expect(!tried.isReplay)
      try await #expect(engine.balance(Self.ada) == 500)
    }
  }

  @Test("it is refused as the real one would be, and the refusal is not kept")
  func refused() async throws {
    try await withEngine { engine in
      let tooMuch = PostAll.paying(900, from: 1, to: 2, request: .fixture(2, body: "send 900"))
      await #expect(throws: LedgerError.insufficientFunds(asset: .btc, shortBy: 900).refusal) {
        try await engine.commit(tooMuch, isRehearsal: true)
      }
      try await #expect(engine.count(EngineStatements.journalRows) == 0)
      try await engine.commit(PostAll.paying(1000, to: 1))
      let real = try await engine.commit(tooMuch)
      #expect(!real.isReplay)
      try await #expect(engine.balance(Self.ada) == 100)
    }
  }

  @Test("in a batch it sees what came before it, and what comes after does not see it")
  func inABatch() async throws {
    try await withEngine { engine in
      let send = PostAll.paying(500, from: 1, to: 2)
      let results = try await engine.inOneBatch {
        [
          engine.start(send), engine.start(Self.pay),
          engine.database.task { try await engine.commit(send, isRehearsal: true) },
          engine.database.task { try await engine.commit(send, isRehearsal: true) },
          engine.start(send), engine.start(send),
        ]
      }
      let isAccepted = results.map { (try? $0.get()) != nil }
      #expect(isAccepted == [false, true, true, true, true, false])
      try await #expect(engine.balance(Self.ada) == 0)
      try await #expect(engine.discrepancies() == 0)
    }
  }

  @Test("an etag is compared when there is one")
  func etags() throws {
    let escrow = Escrow.fixture()
    try escrow.check(etag: "")
    try escrow.check(etag: escrow.etag)
    for stale in ["0", "2", "x", " ", "1 "] {
      let refusal = #expect(throws: Refusal.self) { try escrow.check(etag: stale) }
      #expect(refusal?.code == .aborted && refusal?.reason == "ETAG_MISMATCH")
      #expect(refusal?.isLasting == false)
    }
  }
}

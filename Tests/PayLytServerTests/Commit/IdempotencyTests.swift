import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The same request, sent again")
struct IdempotencyTests {
  private static let ada = AccountID(of: .entity(1), kind: .wallet, asset: .btc)
  private static let pay = PostAll.paying(500, to: 1, request: .fixture(1, body: "pay 500"))

  @Test("it gets the same answer, flagged, and takes effect once")
  func again() async throws {
    try await withEngine { engine in
      let first = try await engine.commit(Self.pay)
      let second = try await engine.commit(Self.pay)
      #expect(!first.isReplay && second.isReplay)
      #expect(first.bytes == second.bytes)
      try await #expect(engine.balance(Self.ada) == 500)
      try await #expect(engine.count(EngineStatements.journalRows) == 1)
    }
  }

  @Test("in one batch, one of many takes effect")
  func oneBatch() async throws {
    try await withEngine { engine in
      let results = try await engine.inOneBatch { (0..<50).map { _ in engine.start(Self.pay) } }
      let outcomes = try results.map { try $0.get() }
      #expect(outcomes.map(\.isReplay) == [false] + Array(repeating: true, count: 49))
      #expect(Set(outcomes.map(\.bytes)).count == 1)
      try await #expect(engine.balance(Self.ada) == 500)
    }
  }

  @Test("after a restart it gets the answer of the server before")
  func restart() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let first = try await withEngine(conninfo) { try await $0.commit(Self.pay) }
    try await withEngine(conninfo, stripe: 3) { engine in
      let second = try await engine.commit(Self.pay)
      #expect(second.isReplay && second.bytes == first.bytes)
      try await #expect(engine.balance(Self.ada) == 500)
    }
  }

  @Test("on two servers at once, each of many requests takes effect once")
  func twoServers() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, stripe: 0) { first in
      try await withEngine(conninfo, stripe: 1) { second in
        let commands = (UInt64(1)...60).map {
          PostAll.paying(1, to: $0 % 5 + 1, request: .fixture($0))
        }
        async let some = first.commitAll(commands)
        async let others = second.commitAll(commands.reversed())
        let (a, b) = await (some, Array(others.reversed()))
        for (one, other) in zip(a, b) {
          let (first, second) = (try one.get(), try other.get())
          #expect(first.isReplay != second.isReplay)
          #expect(first.bytes == second.bytes)
        }
      }
      try await #expect(first.count(EngineStatements.transfers) == 60)
      try await #expect(first.discrepancies() == 0)
    }
  }

  @Test("with another body it is refused, whether the first one was accepted or not")
  func otherBody() async throws {
    try await withEngine { engine in
      try await engine.commit(Self.pay)
      let tooMuch = PostAll.paying(900, from: 1, to: 2, request: .fixture(2, body: "send 900"))
      await #expect(throws: LedgerError.insufficientFunds(asset: .btc, shortBy: 400).refusal) {
        try await engine.commit(tooMuch)
      }
      for number in UInt64(1)...2 {
        let refusal = await #expect(throws: Refusal.self) {
          try await engine.commit(
            PostAll.paying(1, to: 1, request: .fixture(number, body: "other")))
        }
        #expect(refusal?.code == .alreadyExists)
        #expect(refusal?.reason == "IDEMPOTENCY_KEY_REUSED")
      }
      try await #expect(engine.balance(Self.ada) == 500)
      let replay = try await engine.commit(Self.pay)
      #expect(replay.isReplay)
    }
  }

  @Test("under another secret that is accepted it is the same request, whether accepted or refused")
  func otherSecret() async throws {
    @Sendable func request(
      _ number: UInt64, _ print: UInt8, or accepted: UInt8
    ) -> RequestIdentity {
      let prints = [print, accepted].map { [UInt8](repeating: $0, count: 32) }
      return RequestIdentity(
        key: .entity(number), fingerprint: prints[0], acceptedFingerprints: [prints[1]])
    }
    let swaps = [(UInt8(1), UInt8(2)), (2, 1)]
    try await withEngine { engine in
      var outcomes: [CommitOutcome] = []
      for (print, other) in swaps {
        outcomes.append(
          try await engine.commit(
            PostAll.paying(500, to: 1, request: request(1, print, or: other))))
        await #expect(throws: LedgerError.insufficientFunds(asset: .btc, shortBy: 400).refusal) {
          try await engine.commit(
            PostAll.paying(900, from: 1, to: 2, request: request(2, print, or: other)))
        }
      }
      #expect(outcomes.map(\.isReplay) == [false, true])
      #expect(outcomes[0].bytes == outcomes[1].bytes)
      let batch = try await engine.inOneBatch {
        swaps.map { print, other in
          engine.start(PostAll.paying(1, to: 1, request: request(3, print, or: other)))
        }
      }
      #expect(try batch.map { try $0.get().isReplay } == [false, true])
      for number in UInt64(1)...3 {
        let refusal = await #expect(throws: Refusal.self) {
          try await engine.commit(
            PostAll.paying(500, to: 1, request: request(number, 2, or: 3)))
        }
        #expect(refusal?.reason == "IDEMPOTENCY_KEY_REUSED")
      }
      try await #expect(engine.balance(Self.ada) == 501)
    }
  }

  @Test("in one batch with another body, the first one counts")
  func otherBodyInOneBatch() async throws {
    try await withEngine { engine in
      let results = try await engine.inOneBatch {
        [
          engine.start(Self.pay),
          engine.start(PostAll.paying(7, to: 1, request: .fixture(1, body: "pay 7"))),
        ]
      }
      #expect(throws: Never.self) { try results[0].get() }
      #expect(throws: Refusal.self) { try results[1].get() }
      try await #expect(engine.balance(Self.ada) == 500)
    }
  }

  @Test("a refusal is kept: the same request is refused even when it could succeed by now")
  func keptRefusal() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let spend = PostAll.paying(5, from: 1, to: 2, request: .fixture(9))
    let refusal = LedgerError.insufficientFunds(asset: .btc, shortBy: 5).refusal
    try await withEngine(conninfo) { engine in
      await #expect(throws: refusal) { try await engine.commit(spend) }
      try await engine.commit(PostAll.paying(5, to: 1))
      await #expect(throws: refusal) { try await engine.commit(spend) }
    }
    try await withEngine(conninfo) { engine in
      await #expect(throws: refusal) { try await engine.commit(spend) }
      try await engine.commit(PostAll.paying(5, from: 1, to: 2, request: .fixture(10)))
      try await #expect(engine.balance(Self.ada) == 0)
    }
  }

  @Test("what was not there, or not allowed, does not use up the request id")
  func unkeptRefusal() async throws {
    try await withEngine { engine in
      let world = World()
      let job = try world.job()
      let cancel = CancelJob(caller: .client, request: .fixture(5), job: job.id)
      let early = await #expect(throws: Refusal.self) { try await engine.commit(cancel) }
      #expect(early?.code == .notFound)
      let other = CancelJob(caller: .stranger, request: .fixture(6), job: job.id)
      try await engine.copy(world.store)
      let refused = await #expect(throws: Refusal.self) { try await engine.commit(other) }
      #expect(refused?.code == .permissionDenied)
      let rows = try await engine.count(EngineStatements.journalRows)
      let outcome = try await engine.commit(cancel)
      #expect(!outcome.isReplay)
      try await #expect(engine.count(EngineStatements.journalRows) == rows + 1)
    }
  }

  @Test("without a request id each one counts")
  func withoutID() async throws {
    try await withEngine { engine in
      for _ in 0..<3 {
        let outcome = try await engine.commit(PostAll.paying(1, to: 1))
        #expect(!outcome.isReplay)
      }
      try await #expect(engine.balance(Self.ada) == 3)
    }
  }
}

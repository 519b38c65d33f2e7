import Synchronization
import Testing

@testable import PayLytServer

@Suite("Payouts of which their provider tells the other end later on")
struct ContradictionTests {
  @Test(
    "what a rail calls failed after it had arrived is heard, moves nothing, and is told once",
    arguments: [RailPayout.State.failed(reason: "bounced"), .expired], [true, false])
  func failedAfterAll(word: RailPayout.State, isTold: Bool) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.step(payout)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let worker = desk.worker(OtherWords(rail: desk.rail, fetched: word))
      let watcher = ReversalWatcher(
        database: desk.engine.database, worker: worker, clock: desk.clock)
      let (wallet, float) = (try await desk.wallet(), try await desk.platform(.providerFloat))
      if isTold {
        try await #expect(worker.ask(reference: payout.reference))
      } else {
        desk.clock.advance(seconds: 7200)
        try await #expect(watcher.step() == false)
      }
      let told = try await desk.row(payout)
      #expect(told.state == .succeeded && told.contradiction == .open)
      try await #expect(desk.wallet() == wallet)
      try await #expect(desk.platform(.providerFloat) == float)
      try await #expect(Self.letters(desk) == [payout.id])
      // It is asked about as before, and the same word is no news.
      desk.clock.advance(seconds: 7200)
      try await #expect(watcher.step() == false)
      try await #expect(worker.ask(reference: payout.reference))
      try await #expect(desk.row(payout).version == told.version)
      // The rail says what came back.
      try await desk.turn("payouts/\(payout.reference)/reverse", "{}")
      desk.clock.advance(seconds: 7200)
      _ = try await ReversalWatcher(
        database: desk.engine.database, worker: desk.worker, clock: desk.clock
      ).step()
      try await #expect(desk.row(payout).state == .reversed)
      try await #expect(Self.letters(desk).isEmpty)
      try await desk.expectSameBooks()
    }
  }

  @Test("it is put away once somebody has seen to it, and asked about all the same")
  func seenTo() async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order(.ngn)
      try await desk.step(payout)
      try await #expect(desk.step(payout, seconds: 5) == .succeeded)
      let worker = desk.worker(OtherWords(rail: desk.rail, fetched: .failed(reason: "bounced")))
      try await #expect(worker.ask(reference: payout.reference))
      try await desk.engine.commit(
        DiscardDeadLetter(
          caller: .admin, request: nil, letter: DeadLetter.Name(.payout, payout.id), reason: "x"))
      try await #expect(desk.row(payout).contradiction == .seenTo)
      try await #expect(Self.letters(desk).isEmpty)
      try await #expect(worker.ask(reference: payout.reference))
      try await #expect(Self.letters(desk).isEmpty)
      try await desk.turn("payouts/\(payout.reference)/reverse", "{}")
      try await #expect(desk.worker.ask(reference: payout.reference))
      try await #expect(desk.row(payout).state == .reversed)
      try await desk.expectSameBooks()
    }
  }

  @Test(
    "what a rail pays after it had failed, and that it came back, is told once each, whoever hears",
    arguments: [true, false], [true, false])
  func cameBack(isPaidFirst: Bool, isTold: Bool) async throws {
    try await RailDesk.with { desk in
      let payout = try await desk.order()
      try await desk.arm("finalize_payout", "hold_payment")
      try await desk.step(payout)
      try await desk.turn("payouts/\(payout.reference)/fail", "{}")
      try await #expect(desk.step(payout, seconds: 60) == .failed)
      let float = try await desk.platform(.providerFloat)
      /// The rail says this of it.
      func hear(_ word: RailPayout.State) async throws -> Payout {
        let worker = desk.worker(OtherWords(rail: desk.rail, fetched: word))
        if isTold {
          try await #expect(worker.ask(reference: payout.reference))
        } else {
          desk.clock.advance(seconds: PayoutLimits.reversalLaterPauseSeconds)
          let watcher = ReversalWatcher(
            database: desk.engine.database, worker: worker, clock: desk.clock)
          try await #expect(watcher.step() == false)
        }
        try await #expect(desk.wallet() == RailDesk.bitcoin)
        try await #expect(desk.platform(.providerFloat) == float)
        return try await desk.row(payout)
      }
      func putAway() async throws {
        try await desk.engine.commit(
          DiscardDeadLetter(
            caller: .admin, request: nil, letter: DeadLetter.Name(.payout, payout.id), reason: "x"))
        try await #expect(Self.letters(desk).isEmpty)
      }
      let back = RailPayout.State.reversed(satoshis: 50_000, reason: "account closed")
      if isPaidFirst {
        try await #expect(hear(.completed(satoshis: nil)).contradiction == .open)
        try await putAway()
        // What people know is no news.
        try await #expect(hear(.completed(satoshis: nil)).contradiction == .seenTo)
      }
      let told = try await hear(back)
      #expect(told.state == .failed && told.contradiction == .returned)
      try await #expect(Self.letters(desk) == [payout.id])
      try await #expect(hear(back) == told)
      try await putAway()
      let seen = try await hear(back)
      #expect(seen.contradiction == .returnSeenTo)
      try await #expect(hear(.completed(satoshis: nil)) == seen)
    }
  }

  /// Counts how often a provider was asked.
  private final class Count: Sendable {
    let value = Atomic(0)
  }

  @Test(
    "callers have a provider asked once a minute about what failed, and for a month; it tells at once"
  )
  func asked() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      let count = Count()
      desk.provider.set { script in
        script.send = { () throws(ProviderError) in .failed(reason: "no route") }
        script.payment = { () throws(ProviderError) in
          count.value.add(1, ordering: .relaxed)
          return nil
        }
      }
      func asked(_ payout: UUID) async throws -> Int {
        let row = try #require(
          try await desk.engine.database.query(PayoutStatements.payout, [.uuid(payout)]).first)
        for _ in 0..<10 { await desk.worker.requeryForCaller(row) }
        return count.value.exchange(0, ordering: .relaxed)
      }
      let second = try await desk.another()
      try await #expect(desk.step() == .failed)
      try await #expect(asked(desk.payout) == 1)
      try await #expect(asked(second.id) == 0)
      desk.clock.advance(seconds: PayoutLimits.questionPauseSeconds - 1)
      try await #expect(asked(desk.payout) == 0)
      for _ in 0..<3 {
        try await #expect(desk.worker.ask(reference: "payout-\(desk.payout)"))
      }
      #expect(count.value.exchange(0, ordering: .relaxed) == 3)
      desk.clock.advance(seconds: 1)
      try await #expect(asked(desk.payout) == 1)
      desk.clock.advance(seconds: PayoutLimits.reversalSeconds)
      try await #expect(asked(desk.payout) == 0)
    }
  }

  @Test("what has no end is asked about once in two seconds, however often somebody wants to know")
  func askedUnderWay() async throws {
    try await PayoutWorkerTests.withDesk { desk in
      let count = Count()
      desk.provider.set { script in
        script.payment = { () throws(ProviderError) in
          count.value.add(1, ordering: .relaxed)
          return .pending
        }
      }
      try await #expect(desk.step() == .submitted)
      for asked in 1...3 {
        for _ in 0..<10 { await desk.worker.requeryForCaller(try desk.row) }
        #expect(count.value.load(ordering: .relaxed) == asked)
        desk.clock.advance(seconds: PayoutLimits.openQuestionPauseSeconds)
      }
    }
  }

  @Test("over Lightning nothing comes back, and what arrived has arrived")
  func lightning() throws {
    let store = MemoryStore()
    store.put(try PayoutTests.payout(in: .succeeded))
    let payout = Payout.fixture()
    let refusal = store.refusal(
      of: SettlePayout(payout: payout.id, outcome: .failed(reason: "x")))
    #expect(refusal?.reason == "ILLEGAL_TRANSITION")
  }

  private static func letters(_ desk: RailDesk) async throws -> [UUID] {
    try await desk.engine.database.query(
      AdminStatements.deadLetters,
      [
        .uuid(UUID(high: .max, low: .max)), .int2(0),
        .timestamp(desk.clock.now().adding(seconds: -PayoutLimits.stuckAfterSeconds)), .int8(10),
      ]
    ).map(\.name.id)
  }
}

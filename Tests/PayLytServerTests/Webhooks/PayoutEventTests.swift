import Testing

@testable import PayLytServer

@Suite("Events about payouts")
struct PayoutEventTests {
  /// A payout that waits at the rail, an event that tells of its end, and who looks at it.
  private struct Desk: Sendable {
    let rail: RailDesk
    let worker: InboundWorker
    let payout: Payout
    let event: UUID

    static func with(_ body: @escaping @Sendable (Desk) async throws -> Void) async throws {
      try await RailDesk.with { rail in
        let payout = try await rail.order()
        try await rail.arm("finalize_payout", "hold_payment")
        try await #expect(rail.step(payout) == .submitted)
        try await rail.turn("payouts/\(payout.reference)/settle", "{}")
        let told = """
          {"event":"payouts.withdrawal.success","eventId":"evt-1",\
          "data":{"reference":"\(payout.reference)"}}
          """
        let recorded = try await rail.engine.carryOut(
          RecordInboundEvent(
            provider: rail.rail.name, eventID: "evt-1", type: "payouts.withdrawal.success",
            body: Array(told.utf8)))
        let payouts = rail.worker
        let worker = InboundWorker(
          database: payouts.database, committer: payouts.committer, providers: payouts.providers,
          clock: rail.clock, log: payouts.log, setAside: SetAside("events", log: payouts.log),
          deposits: { _, _ in false }
        ) { try await payouts.ask(reference: $0) }
        try await body(
          Desk(rail: rail, worker: worker, payout: payout, event: recorded.event.id))
      }
    }

    func step(seconds: Int64 = 0) async throws -> InboundEvent {
      rail.clock.advance(seconds: seconds)
      _ = try await worker.step()
      return try #require(
        try await rail.engine.fetch(InboundEvent.self, by: "id", .uuid(event)).first)
    }
  }

  @Test("an event is closed when the provider was heard about the payout")
  func heard() async throws {
    try await Desk.with { desk in
      try await #expect(desk.step().state == .ignored)
      try await #expect(desk.rail.row(desk.payout).state == .succeeded)
    }
  }

  @Test("an event stays open while the provider does not answer, and is closed when it has")
  func unheard() async throws {
    try await Desk.with { desk in
      try await desk.rail.arm("fetch_payout", "down", count: 100)
      let open = try await desk.step()
      #expect(open.state == .waiting && open.attempts == 1)
      #expect(open.nextAttemptAt > desk.rail.clock.now())
      // Before its time nobody is asked.
      try await #expect(desk.step().attempts == 1)
      try await #expect(desk.step(seconds: 600).attempts == 2)
      try await desk.rail.disarm()
      try await #expect(desk.step(seconds: 600).state == .ignored)
      try await #expect(desk.rail.row(desk.payout).state == .succeeded)
      try await desk.rail.expectSameBooks()
    }
  }

  @Test("an event about what came back stays open, too, until the provider answers")
  func unheardReversal() async throws {
    try await Desk.with { desk in
      try await #expect(desk.rail.worker.ask(reference: desk.payout.reference))
      try await #expect(desk.rail.row(desk.payout).state == .succeeded)
      try await desk.rail.turn("payouts/\(desk.payout.reference)/reverse", "{}")
      try await desk.rail.arm("fetch_payout", "error500", count: 100)
      try await #expect(desk.step().state == .waiting)
      try await #expect(desk.rail.row(desk.payout).state == .succeeded)
      try await desk.rail.disarm()
      try await #expect(desk.step(seconds: 600).state == .ignored)
      try await #expect(desk.rail.row(desk.payout).state == .reversed)
      try await desk.rail.expectSameBooks()
    }
  }

  @Test("an event whose question is never answered is a dead letter, and replayed it is heard")
  func deadLetter() async throws {
    try await Desk.with { desk in
      try await desk.rail.arm("fetch_payout", "down", count: 1000)
      for attempt in 1..<WebhookLimits.unansweredMax {
        let open = try await desk.step(seconds: WebhookLimits.pauseSecondsMax)
        #expect(open.state == .waiting && open.attempts == attempt)
      }
      let dead = try await desk.step(seconds: WebhookLimits.pauseSecondsMax)
      #expect(dead.state == .failed && dead.note == "the provider did not answer")
      try await desk.rail.disarm()
      try await #expect(desk.step(seconds: 600).state == .failed)
      // The rail had acknowledged it: that nobody answers now says nothing about it.
      try await #expect(desk.rail.row(desk.payout).state == .submitted)
      try await desk.rail.engine.commit(
        ReplayDeadLetter(
          caller: .admin, request: nil, letter: DeadLetter.Name(.inboundEvent, desk.event),
          reason: "the rail is back"))
      try await #expect(desk.step().state == .ignored)
      try await #expect(desk.rail.row(desk.payout).state == .succeeded)
    }
  }
}

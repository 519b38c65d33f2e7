import Testing

@testable import PayLytServer

@Suite("Events from providers")
struct InboundEventTests {
  private let store = MemoryStore()

  private func record(
    _ id: String, provider: String = "bitnob"
  ) throws -> RecordInboundEvent.Recorded {
    try store.carryOut(
      RecordInboundEvent(provider: provider, eventID: id, type: "invoice.paid", body: [1, 2]))
  }

  private func close(
    _ event: InboundEvent, _ verdict: CloseInboundEvent.Verdict
  ) throws -> InboundEvent.State {
    try store.carryOut(CloseInboundEvent(event: event.id, verdict: verdict))
  }

  @Test("the same event delivered again is the same row")
  func duplicate() throws {
    let first = try record("evt-1")
    #expect(!first.isDuplicate)
    let again = try record("evt-1")
    #expect(again.isDuplicate)
    #expect(again.event == first.event)
    #expect(store.rows(InboundEvent.self) == [first.event])
  }

  @Test("ids are the provider's own: another provider's, or another spelling, is another event")
  func different() throws {
    _ = try record("evt-1")
    #expect(try !record("evt-1", provider: "lnd").isDuplicate)
    #expect(try !record("EVT-1").isDuplicate)
    #expect(try !record("caf\u{e9}").isDuplicate)
    #expect(try !record("cafe\u{301}").isDuplicate)
    #expect(store.rows(InboundEvent.self).count == 5)
  }

  @Test("an event that cannot be applied is tried again ever later, then given up")
  func postpone() throws {
    let event = try record("evt-1").event
    for attempt in 1...WebhookLimits.attemptsMax {
      let state = try close(event, .postponed("no answer"))
      let row = try #require(store.row(InboundEvent.self, event.id))
      #expect(row.attempts == attempt)
      #expect(state == (attempt < WebhookLimits.attemptsMax ? .waiting : .failed))
      if state == .waiting {
        #expect(row.nextAttemptAt == store.now.adding(seconds: 1 << Int64(attempt)))
      }
    }
    #expect(store.row(InboundEvent.self, event.id)?.note == "no answer")
  }

  @Test("one that the provider does not answer is tried for a day, and loses no other try by it")
  func unanswered() throws {
    let event = try record("evt-1").event
    var pauses: [Int64] = []
    for attempt in 1..<WebhookLimits.unansweredMax {
      #expect(try close(event, .unanswered) == .waiting)
      let row = try #require(store.row(InboundEvent.self, event.id))
      #expect(row.attempts == attempt && row.unanswered == attempt)
      pauses.append(row.nextAttemptAt.seconds - store.now.seconds)
      store.now = row.nextAttemptAt
    }
    #expect(pauses == pauses.sorted() && pauses.first == 2 && pauses.last == 3600)
    #expect((24...25).contains(pauses.reduce(0, +) / 3600))
    // Then it answers, and shows nothing yet.
    for _ in 1..<WebhookLimits.attemptsMax {
      #expect(try close(event, .postponed("not shown")) == .waiting)
    }
    #expect(try close(event, .unanswered) == .failed)
    #expect(store.row(InboundEvent.self, event.id)?.note == "the provider did not answer")
  }

  @Test("one that a sandbox delays comes once, later, and then as any other")
  func late() throws {
    let event = try record("evt-1").event
    #expect(try close(event, .late(milliseconds: 2_500)) == .waiting)
    let row = try #require(store.row(InboundEvent.self, event.id))
    #expect(row.attempts == 1 && row.nextAttemptAt == store.now.adding(milliseconds: 2_500))
  }

  @Test(
    "an event that is finished stays as it is",
    arguments: [
      CloseInboundEvent.Verdict.ignored("again"), .postponed("again"), .unanswered,
    ])
  func finished(verdict: CloseInboundEvent.Verdict) throws {
    let event = try record("evt-1").event
    #expect(try close(event, .ignored("not ours")) == .ignored)
    let before = store.contents
    _ = try close(event, verdict)
    #expect(store.contents == before)
  }

  @Test("an event that is not there is left alone")
  func unknown() throws {
    #expect(
      try store.carryOut(CloseInboundEvent(event: .entity(5), verdict: .ignored("x"))) == .applied)
    #expect(store.contents.isEmpty)
  }

  @Test("a payment finishes its event in the same commit, whether it counts or not")
  func finishedByPayment() throws {
    let world = World()
    let invoice = try world.invoice(for: try world.escrow(in: .created).escrow)
    func pay(_ id: String, _ hash: [UInt8]) throws -> InboundEvent? {
      let event = try world.store.carryOut(
        RecordInboundEvent(provider: "bitnob", eventID: id, type: "invoice.paid", body: [])
      ).event
      try world.store.carryOut(
        ReceivePayment(
          caller: .system("webhooks"), paymentHash: hash, paidMsat: invoice.amountMsat,
          event: event.id))
      return world.store.row(InboundEvent.self, event.id)
    }
    #expect(try pay("a", invoice.paymentHash)?.state == .applied)
    #expect(try pay("b", invoice.paymentHash)?.note == "the invoice was settled before")
    #expect(try pay("c", [UInt8](repeating: 200, count: 32))?.state == .ignored)
    #expect(world.store.discrepancies.isEmpty)
  }
}

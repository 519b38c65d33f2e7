import Testing

@testable import PayLytServer

@Suite("Dead letters")
struct DeadLetterTests {
  private static func replay(_ kind: DeadLetter.Kind, _ id: UUID) -> ReplayDeadLetter {
    ReplayDeadLetter(
      caller: .admin, request: nil, letter: DeadLetter.Name(kind, id), reason: "it may work now")
  }

  private static func discard(_ kind: DeadLetter.Kind, _ id: UUID) -> DiscardDeadLetter {
    DiscardDeadLetter(
      caller: .admin, request: nil, letter: DeadLetter.Name(kind, id), reason: "too old")
  }

  private static func event(_ state: InboundEvent.State) -> InboundEvent {
    InboundEvent(
      id: .entity(1), provider: "bitnob", eventID: "evt-1", type: "x", body: [1], state: state,
      attempts: 8, unanswered: 0, nextAttemptAt: .start, note: "no answer", receivedAt: .start)
  }

  private static func timer(_ state: Timer.State) -> Timer {
    Timer(
      id: .entity(2), kind: .jobEnds, subject: .entity(9), part: 0, dueAt: .start, attempts: 12,
      state: state, note: "NOT_FOUND")
  }

  @Test("only an event that failed is replayed or put away", arguments: InboundEvent.State.allCases)
  func events(state: InboundEvent.State) throws {
    let store = MemoryStore()
    store.put(Self.event(state))
    let before = store.contents
    guard state == .failed else {
      for refusal in [
        store.refusal(of: Self.replay(.inboundEvent, .entity(1))),
        store.refusal(of: Self.discard(.inboundEvent, .entity(1))),
      ] { #expect(refusal?.reason == "ILLEGAL_TRANSITION") }
      #expect(store.contents == before)
      return
    }
    store.now = Timestamp.start.adding(seconds: 100)
    let letter = try store.carryOut(Self.replay(.inboundEvent, .entity(1)))
    #expect(letter.state == .replayed && letter.attempts == 8 && letter.note == "no answer")
    let row = try #require(store.row(InboundEvent.self, .entity(1)))
    #expect(row.state == .waiting && row.attempts == 0 && row.nextAttemptAt == store.now)
    store.put(Self.event(.failed))
    #expect(try store.carryOut(Self.discard(.inboundEvent, .entity(1))).state == .discarded)
    #expect(store.row(InboundEvent.self, .entity(1))?.state == .ignored)
    #expect(store.events.map(\.type) == ["dead_letter.replayed", "dead_letter.discarded"])
    #expect(store.events.map(\.reason) == ["it may work now", "too old"])
  }

  @Test("only a timer that is parked is replayed or put away", arguments: Timer.State.allCases)
  func timers(state: Timer.State) throws {
    let store = MemoryStore()
    store.put(Self.timer(state))
    guard state == .parked else {
      #expect(
        store.refusal(of: Self.replay(.timer, .entity(2)))?.reason == "ILLEGAL_TRANSITION")
      #expect(
        store.refusal(of: Self.discard(.timer, .entity(2)))?.reason == "ILLEGAL_TRANSITION")
      return
    }
    #expect(try store.carryOut(Self.replay(.timer, .entity(2))).what == "jobEnds")
    #expect(store.row(Timer.self, .entity(2))?.attempts == 0)
    store.put(Self.timer(.parked))
    try store.carryOut(Self.discard(.timer, .entity(2)))
    #expect(store.row(Timer.self, .entity(2))?.state == .discarded)
  }

  @Test(
    "a payout that was sent is asked about at once, and none is put away",
    arguments: [PayoutState.reserved, .submitting, .unknown, .failed])
  func payouts(state: PayoutState) throws {
    let store = MemoryStore()
    var payout = Payout.fixture()
    if state == .submitting || state == .unknown {
      try payout.beginAttempt(paymentRequest: "lnbc1", at: .start)
    }
    if state == .unknown { try payout.settle(.unknown, at: .start) }
    if state == .failed { try payout.settle(.failed(reason: "x"), at: .start) }
    store.put(payout)
    store.now = Timestamp.start.adding(seconds: 1)
    let isSent = state == .submitting || state == .unknown
    if isSent {
      #expect(try store.carryOut(Self.replay(.payout, payout.id)).state == .replayed)
      let row = try #require(store.row(Payout.self, payout.id))
      #expect(row.state == state && row.nextAttemptAt == store.now)
      #expect(row.updatedAt == payout.updatedAt && row.version == payout.version + 1)
    } else {
      #expect(
        store.refusal(of: Self.replay(.payout, payout.id))?.reason == "ILLEGAL_TRANSITION")
    }
    #expect(
      store.refusal(of: Self.discard(.payout, payout.id))?.reason == "PAYOUT_NEEDS_ANSWER")
  }

  @Test("a payout that was paid after it had failed is put away once somebody has seen to it")
  func contradicted() throws {
    let store = MemoryStore()
    var payout = Payout.fixture()
    try payout.beginAttempt(paymentRequest: "lnbc1", at: .start)
    try payout.settle(.failed(reason: "x"), at: .start)
    #expect(try payout.contradict(at: .start))
    store.put(payout)
    #expect(
      store.refusal(of: Self.replay(.payout, payout.id))?.reason == "ILLEGAL_TRANSITION")
    #expect(try store.carryOut(Self.discard(.payout, payout.id)).state == .discarded)
    #expect(store.row(Payout.self, payout.id)?.contradiction == .seenTo)
    #expect(
      store.refusal(of: Self.discard(.payout, payout.id))?.reason == "PAYOUT_NEEDS_ANSWER")
  }

  @Test("what is not there is not found", arguments: DeadLetter.Kind.allCases)
  func missing(kind: DeadLetter.Kind) {
    let store = MemoryStore()
    #expect(store.refusal(of: Self.replay(kind, .entity(7)))?.code == .notFound)
    #expect(store.refusal(of: Self.discard(kind, .entity(7)))?.code == .notFound)
  }

  @Test("a timer that keeps failing is tried ever more rarely, parked, listed, and replayed")
  func parked() async throws {
    try await withEngine { engine in
      let clock = ManualClock()
      try await engine.commit(
        PutRow(
          row: Timer(
            id: .entity(2), kind: .jobEnds, subject: .entity(9), part: 0, dueAt: .start,
            attempts: 0)))
      let worker = TimerWorker(
        database: engine.database, clock: clock,
        log: Log(level: .error, clock: clock, sink: { _ in }),
        fire: { _ in throw Refusal.notFound("job") })
      var seconds: [Int64] = []
      for _ in 0..<TimerLimits.attemptsMax {
        _ = try await worker.step()
        let row = try #require(
          try await engine.fetch(Timer.self, by: "id", .uuid(.entity(2))).first)
        seconds.append(row.dueAt.seconds - clock.now().seconds)
        clock.advance(seconds: seconds.last ?? 0)
      }
      #expect(Array(seconds.prefix(4)) == [30, 60, 120, 240])
      #expect(seconds.max() == TimerLimits.leaseSecondsMax)
      let found = try await Self.list(engine, clock)
      #expect(found.map(\.name) == [DeadLetter.Name(.timer, .entity(2))])
      #expect(found.map(\.what) == ["jobEnds"] && found.map(\.note) == ["NOT_FOUND"])
      #expect(found.map(\.attempts) == [TimerLimits.attemptsMax])
      try await engine.commit(Self.replay(.timer, .entity(2)))
      try await #expect(Self.list(engine, clock).isEmpty)
      let replayed = TimerWorker(
        database: engine.database, clock: clock, log: Log(level: .error, clock: clock),
        fire: { _ in .done })
      clock.advance(seconds: 1_000_000_000)
      _ = try await replayed.step()
      let left = try await engine.fetch(Timer.self, by: "id", .uuid(.entity(2)))
      #expect(left.isEmpty)
    }
  }

  @Test("an admin does not put away what concerns a payout of their own")
  func ownPayout() throws {
    let store = MemoryStore()
    let payout = try Self.failed(21, isPaid: true)
    store.put(payout)
    func discard(by admin: UUID) -> DiscardDeadLetter {
      DiscardDeadLetter(
        caller: .user(admin, .admin), request: nil, letter: DeadLetter.Name(.payout, payout.id),
        reason: "x")
    }
    #expect(store.refusal(of: discard(by: payout.user))?.reason == "OWN_CASE")
    #expect(try store.carryOut(discard(by: .entity(5))).state == .discarded)
  }

  @Test("the list has the dead of each kind, newest first, by kind and by page")
  func listed() async throws {
    try await withEngine { engine in
      let clock = ManualClock()
      try await engine.commit(PutRow(row: Self.event(.failed)))
      try await engine.commit(PutRow(row: Self.timer(.parked)))
      var payout = Payout.fixture()
      try payout.beginAttempt(paymentRequest: "lnbc1", at: .start)
      try await engine.commit(PutRow(row: payout))
      var (gone, wallet) = (
        User.fixture(8), Account(opening: AccountID(of: .entity(8), kind: .wallet, asset: .ngn))
      )
      try gone.erase()
      try await engine.commit(PutRow(row: gone))
      // An empty wallet is nobody's loss.
      try await engine.commit(PutRow(row: wallet))
      wallet.credits = 5
      // The payout is young: nobody has given up on it.
      try await #expect(Self.list(engine, clock).map(\.name.kind) == [.timer, .inboundEvent])
      clock.advance(seconds: PayoutLimits.stuckAfterSeconds)
      try await engine.commit(PutRow(row: wallet, isKnown: true))
      // One that had failed is nobody's concern, unless it was paid after that.
      let (old, paid) = (try Self.failed(21, isPaid: false), try Self.failed(22, isPaid: true))
      try await engine.commit(PutRow(row: old))
      try await engine.commit(PutRow(row: paid))
      try await #expect(
        Self.list(engine, clock, .payout).map(\.name.id) == [paid.id, payout.id])
      let all = try await Self.list(engine, clock)
      #expect(Set(all.map(\.name.kind)) == Set(DeadLetter.Kind.allCases))
      #expect(all.map(\.name.id) == all.map(\.name.id).sorted(by: >))
      for letter in all {
        try await #expect(
          Self.list(engine, clock, letter.name.kind)
            == all.filter { $0.name.kind == letter.name.kind })
        try await #expect(
          Self.list(engine, clock, before: letter.name.id).first
            == all.first { $0.name.id < letter.name.id })
      }
    }
  }

  private static func failed(_ number: UInt64, isPaid: Bool) throws -> Payout {
    var payout = Payout(
      id: .entity(number), user: .entity(2), terms: Payout.fixture().terms, provider: "simulator",
      at: .start)
    try payout.beginAttempt(paymentRequest: "lnbc1", at: .start)
    try payout.settle(.failed(reason: "x"), at: .start)
    if isPaid { _ = try payout.contradict(at: .start) }
    return payout
  }

  private static func list(
    _ engine: Engine, _ clock: ManualClock, _ kind: DeadLetter.Kind? = nil,
    before: UUID = UUID(high: .max, low: .max)
  ) async throws -> [DeadLetter] {
    try await engine.database.query(
      AdminStatements.deadLetters,
      [
        .uuid(before), .int2(kind?.rawValue ?? 0),
        .timestamp(clock.now().adding(seconds: -PayoutLimits.stuckAfterSeconds)), .int8(10),
      ])
  }
}

import Testing

@testable import PayLytServer

@Suite("Removing what had its time")
struct SweeperTests {
  private static func sweeper(
    _ engine: Engine, _ sweeps: [Sweep], _ clock: any Clock
  ) -> Sweeper {
    Sweeper(database: engine.database, duties: sweeps.map { .init(sweep: $0, clock: clock) })
  }

  @Test("sessions and nonces are removed after their time, and nothing else")
  func sweeps() async throws {
    let clock = ManualClock()
    try await withEngine { engine in
      let user = User.fixture()
      try await engine.commit(PutRow(row: user))
      let session = Session(id: .entity(30), user: user, device: .unknown, at: .start)
      let later = Session(
        id: .entity(31), user: user, device: .unknown, at: Timestamp.start.adding(seconds: 60))
      let end = session.expiresAt.adding(seconds: AuthLimits.sessionKeptSeconds)
      let nonces = [
        RequestNonce(id: .entity(40), expiresAt: Timestamp.start.adding(seconds: 10)),
        RequestNonce(id: .entity(41), expiresAt: end.adding(seconds: 3600)),
      ]
      for session in [session, later] { try await engine.commit(PutRow(row: session)) }
      for nonce in nonces { try await engine.commit(PutRow(row: nonce)) }
      let sweeper = Self.sweeper(
        engine, [AuthStatements.sweepSessions, ApiKeyStatements.sweepNonces], clock)
      func left() async throws -> (sessions: [UUID], nonces: [UUID]) {
        var found: (sessions: [UUID], nonces: [UUID]) = ([], [])
        for id in [UUID.entity(30), .entity(31)] {
          found.sessions += try await engine.fetch(Session.self, by: "id", .uuid(id)).map(\.id)
        }
        for id in [UUID.entity(40), .entity(41)] {
          found.nonces += try await engine.fetch(RequestNonce.self, by: "id", .uuid(id)).map(\.id)
        }
        return found
      }

      #expect(try await sweeper.step() == false)
      #expect(try await left() == ([.entity(30), .entity(31)], [.entity(40), .entity(41)]))
      clock.advance(seconds: 11)
      #expect(try await sweeper.step() == false)
      #expect(try await left() == ([.entity(30), .entity(31)], [.entity(41)]))
      clock.advance(seconds: end.seconds - clock.now().seconds + 1)
      #expect(try await sweeper.step() == false)
      #expect(try await left() == ([.entity(31)], [.entity(41)]))
    }
  }

  @Test("in a sandbox that is ahead, a nonce stays as long as its signature is good outside")
  func sandbox() async throws {
    let world = ManualClock()
    let sandbox = SandboxTime(world)
    try await withEngine { engine in
      let signed = RequestSignature(
        path: "/a", timestamp: world.now().seconds, nonce: "n", signature: [], authorization: "",
        body: [])
      let spend = SpendNonce(nonce: signed.nonce(of: .entity(1)))
      try await engine.commit(spend)
      sandbox.advance(to: 3600)
      let duty = try #require(
        Workers.sweeps(ours: sandbox, world: world).first {
          $0.sweep.definition == ApiKeyStatements.sweepNonces.definition
        })
      let sweeper = Sweeper(database: engine.database, duties: [duty])
      _ = try await sweeper.step()
      #expect(signed.isTimely(at: world.now()))
      await #expect(throws: ApiKeyError.requestReplayed.refusal) {
        try await engine.commit(spend)
      }
      world.advance(seconds: AuthLimits.signatureWindowSeconds + 2)
      _ = try await sweeper.step()
      #expect(!signed.isTimely(at: world.now()))
      try await engine.commit(spend)
    }
  }

  @Test("however many there are, the sweeper goes on until all are gone")
  func many() async throws {
    let clock = ManualClock()
    clock.advance(seconds: 1)
    try await withEngine { engine in
      let count = Int(Sweep.batch) + 5
      let tasks = (0..<count).map { number in
        engine.start(
          PutRow(row: RequestNonce(id: .entity(UInt64(number)), expiresAt: .start)))
      }
      for task in tasks { _ = try await task.value }
      let sweeper = Self.sweeper(engine, [ApiKeyStatements.sweepNonces], clock)
      #expect(try await sweeper.step())
      #expect(try await sweeper.step() == false)
      let last = try await engine.fetch(
        RequestNonce.self, by: "id", .uuid(.entity(UInt64(count - 1))))
      #expect(last.isEmpty)
    }
  }

  /// A row's age is in its id.
  private static func id(_ clock: ManualClock, _ number: UInt64) -> UUID {
    UUID(time: clock.now(), random: number << 8)
  }

  @Test(
    "an event goes when it is settled and known long enough; what waits for people stays longer")
  func events() async throws {
    let clock = ManualClock()
    try await withEngine { engine in
      let states = InboundEvent.State.allCases
      func put() async throws {
        for state in states {
          let id = Self.id(clock, UInt64(state.rawValue))
          try await engine.commit(
            PutRow(
              row: InboundEvent(
                id: id, provider: "bitnob", eventID: "\(id)", type: "x",
                body: [1], state: state, attempts: 0, unanswered: 0, nextAttemptAt: .start,
                note: "",
                receivedAt: clock.now())))
        }
      }
      func left() async throws -> [Int64] {
        let counts = try await engine.count(EngineStatements.inboundEvents)
        var found: [Int64] = [counts]
        let waiting = try await engine.database.query(
          WebhookStatements.waiting, [.timestamp(clock.now()), .int8(100)])
        found.append(Int64(waiting.count))
        return found
      }
      let sweeper = Self.sweeper(
        engine, [WebhookStatements.sweepSettled, WebhookStatements.sweepFailed], clock)
      try await put()
      clock.advance(seconds: WebhookLimits.settledKeptSeconds)
      try await put()
      try await #expect(sweeper.step() == false)
      try await #expect(left() == [8, 2])
      clock.advance(seconds: 1)
      try await #expect(sweeper.step() == false)
      // The applied and the ignored one of the older four.
      try await #expect(left() == [6, 2])
      clock.advance(seconds: WebhookLimits.failedKeptSeconds)
      try await #expect(sweeper.step() == false)
      try await #expect(left() == [2, 2])
    }
  }

  @Test("notifications and e-mails go after their time, and never one that is still to be sent")
  func notifications() async throws {
    let clock = ManualClock()
    try await withEngine { engine in
      func put(_ day: UInt64) async throws {
        let notification = Notification(
          id: Self.id(clock, day), user: .entity(1), event: .entity(day), eventType: "x",
          subject: "", kind: .security, isListed: true, digestAt: nil, createdAt: clock.now(),
          readAt: nil)
        try await engine.commit(PutRow(row: notification))
        for state in Mail.State.allCases {
          let number = day * 10 + UInt64(state.rawValue)
          try await engine.commit(
            PutRow(
              row: Mail(
                id: Self.id(clock, number), user: .entity(1), notification: .entity(number),
                digestAt: nil, state: state, attempts: 0, nextAttemptAt: .start, lastError: "",
                createdAt: clock.now())))
        }
      }
      func left() async throws -> [Int] {
        let last = SQLValue.uuid(UUID(high: .max, low: .max))
        let listed = try await engine.search(NotificationStatements.list, of: .one(.entity(1)))
        var counts = [listed.count]
        for state in Mail.State.allCases {
          counts.append(
            try await engine.database.query(
              NotificationStatements.mailsOfState, [last, .int8(100), .int2(state.rawValue)]
            ).count)
        }
        return counts
      }
      let sweeper = Self.sweeper(
        engine,
        [
          NotificationStatements.sweep, NotificationStatements.sweepSentMails,
          NotificationStatements.sweepDeadMails,
        ], clock)
      try await put(1)
      // Listed, then pending, sent and dead e-mails.
      for (seconds, expected) in [
        (NotificationLimits.sentMailKeptSeconds, [1, 1, 1, 1]), (1, [1, 1, 0, 1]),
        (NotificationLimits.deadMailKeptSeconds, [1, 1, 0, 0]),
        (NotificationLimits.keptSeconds, [0, 1, 0, 0]),
      ] {
        clock.advance(seconds: seconds)
        _ = try await sweeper.step()
        try await #expect(left() == expected)
      }
      try await put(2)
      _ = try await sweeper.step()
      try await #expect(left() == [1, 2, 1, 1])
    }
  }

  @Test("a sweep that fails keeps the others from nothing")
  func failing() async throws {
    let clock = ManualClock()
    clock.advance(seconds: 1)
    let failing = Sweep(
      "test_sweep", of: "request_nonce", by: .id, where: "1 / (id <> id)::int4 = 1")
    try await withEngine(statements: [failing.definition]) { engine in
      try await engine.commit(PutRow(row: RequestNonce(id: .entity(1), expiresAt: .start)))
      await #expect(throws: DatabaseError.self) {
        _ = try await Self.sweeper(engine, [failing, ApiKeyStatements.sweepNonces], clock).step()
      }
      let left = try await engine.fetch(RequestNonce.self, by: "id", .uuid(.entity(1)))
      #expect(left.isEmpty)
    }
  }
}

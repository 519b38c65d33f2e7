import Testing

@testable import PayLytServer

@Suite("Sweeping sessions and nonces")
struct AuthSweeperTests {
  @Test("what is over is removed after its time, and nothing else")
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
      let sweeper = AuthSweeper(database: engine.database, clock: clock, world: clock)
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
      let sweeper = AuthSweeper(database: engine.database, clock: sandbox, world: sandbox.world)
      _ = try await sweeper.step()
      #expect(signed.isTimely(at: sandbox.world.now()))
      await #expect(throws: ApiKeyError.requestReplayed.refusal) {
        try await engine.commit(spend)
      }
      world.advance(seconds: AuthLimits.signatureWindowSeconds + 2)
      _ = try await sweeper.step()
      #expect(!signed.isTimely(at: sandbox.world.now()))
      try await engine.commit(spend)
    }
  }

  @Test("however many there are, the sweeper goes on until all are gone")
  func many() async throws {
    let clock = ManualClock()
    clock.advance(seconds: 1)
    try await withEngine { engine in
      let count = Int(AuthLimits.sweepBatch) + 5
      let tasks = (0..<count).map { number in
        engine.start(
          PutRow(row: RequestNonce(id: .entity(UInt64(number)), expiresAt: .start)))
      }
      for task in tasks { _ = try await task.value }
      let sweeper = AuthSweeper(database: engine.database, clock: clock, world: clock)
      #expect(try await sweeper.step())
      #expect(try await sweeper.step() == false)
      let last = try await engine.fetch(
        RequestNonce.self, by: "id", .uuid(.entity(UInt64(count - 1))))
      #expect(last.isEmpty)
    }
  }
}

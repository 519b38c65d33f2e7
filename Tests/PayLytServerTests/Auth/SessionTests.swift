import Testing

@testable import PayLytServer

@Suite("Sessions")
struct SessionTests {
  private let store = MemoryStore()
  private let session: Session

  init() throws {
    store.put(User.fixture())
    session = try store.carryOut(OpenSession(user: .entity(1))).session
  }

  private func refresh(_ generation: Int32) throws -> RefreshSession.Outcome {
    try store.carryOut(RefreshSession(session: session.id, generation: generation))
  }

  private var current: Session? { store.row(Session.self, session.id) }

  @Test(
    "of what a device calls itself 200 bytes are kept, in whole characters",
    arguments: [
      ("", ""), ("a phone", "a phone"), (String(repeating: "x", count: 300), "x"),
      (String(repeating: "é", count: 200), "é"), ("a" + String(repeating: "é", count: 200), "é"),
      // One character of 16 kilobytes.
      ("e" + String(repeating: "\u{301}", count: 8_000), "\u{301}"),
    ])
  func device(name: String, end: String) {
    let kept = Session.Device(named: name, at: "192.0.2.1").userAgent
    #expect(kept.utf8.count <= AuthLimits.userAgentBytesMax)
    #expect(kept.utf8.count >= min(name.utf8.count, AuthLimits.userAgentBytesMax - 1))
    #expect(kept.unicodeScalars.reversed().starts(with: end.unicodeScalars.reversed()))
    #expect(name.unicodeScalars.starts(with: kept.unicodeScalars))
  }

  @Test("a new session lives for its time and has the first generation")
  func fresh() {
    #expect(session.generation == 1)
    #expect(session.user == .entity(1))
    #expect(session.isLive(at: store.now, epoch: 1))
    #expect(session.expiresAt == store.now.adding(seconds: AuthLimits.sessionSeconds))
    #expect(!session.isLive(at: session.expiresAt, epoch: 1))
  }

  @Test("each refresh makes the next generation and a later end")
  func rotate() throws {
    for generation in Int32(1)...5 {
      store.now = store.now.adding(seconds: 60)
      guard case .rotated(let opened) = try refresh(generation) else {
        Issue.record("generation \(generation) was not taken")
        return
      }
      #expect(opened.session.generation == generation + 1)
      #expect(opened.session.expiresAt == store.now.adding(seconds: AuthLimits.sessionSeconds))
      #expect(opened.user.id == .entity(1))
    }
  }

  @Test("an old token ends the session for everybody", arguments: [Int32(1), 2, 4, 0, -1, .max])
  func reuse(generation: Int32) throws {
    _ = try refresh(1)
    _ = try refresh(2)
    guard case .reused = try refresh(generation) else {
      Issue.record("generation \(generation) was taken")
      return
    }
    #expect(current?.revokedAt == store.now)
    #expect(store.events.last?.type == "session.revoked")
    #expect(throws: AuthError.tokenRevoked) { _ = try refresh(3) }
  }

  @Test("an expired session cannot be refreshed")
  func expired() {
    store.now = session.expiresAt
    #expect(throws: AuthError.tokenExpired) { _ = try refresh(1) }
    #expect(current == session)
  }

  @Test("a session that is not there cannot be refreshed")
  func unknown() {
    #expect(throws: AuthError.tokenInvalid) {
      try store.carryOut(RefreshSession(session: .entity(50), generation: 1))
    }
  }

  @Test("signing out ends the session; doing it twice is no error")
  func logout() throws {
    let command = EndSession(caller: .client, session: session.id)
    #expect(try store.carryOut(command))
    let ended = try #require(current?.revokedAt)
    store.now = store.now.adding(seconds: 5)
    #expect(try !store.carryOut(command))
    #expect(current?.revokedAt == ended)
    #expect(throws: AuthError.tokenRevoked) { _ = try refresh(1) }
    #expect(try !store.carryOut(EndSession(caller: .client, session: .entity(50))))
  }
}

import Testing

@testable import PayLytServer

@Suite("Passwords, PINs and all sessions of a user")
struct SecondFactorTests {
  private let store = MemoryStore()
  private let hash = "$argon2id$x"

  init() {
    store.put(User.fixture())
    store.put(User.fixture(2))
  }

  private var user: User? { store.row(User.self, .entity(1)) }

  private func open(_ number: UInt64 = 1) throws -> Session {
    try store.carryOut(OpenSession(user: .entity(number))).session
  }

  private func isLive(_ session: Session) -> Bool {
    guard let session = store.row(Session.self, session.id),
      let user = store.row(User.self, session.user)
    else { return false }
    return session.isLive(at: store.now, epoch: user.sessionEpoch)
  }

  private func setPin(
    proved: String? = nil, pin: String = "pin", isSteppedUp: Bool = false
  ) -> SetTransactionPin {
    SetTransactionPin(
      caller: .client, request: nil, user: .entity(1),
      proved: ProvedPassword(hash: proved ?? hash), pinHash: pin, isSteppedUp: isSteppedUp)
  }

  private func change(kept: Session, proved: String? = nil) -> ChangePassword {
    ChangePassword(
      caller: .client, request: nil, user: .entity(1), session: kept.id,
      proved: ProvedPassword(hash: proved ?? hash), newHash: "new")
  }

  private func stepUp(_ pin: String = "pin") -> StepUp {
    StepUp(caller: .client, user: .entity(1), pinHash: pin)
  }

  @Test("a new password ends all sessions but the one that set it")
  func password() throws {
    let sessions = [try open(), try open(), try open()]
    let other = try open(2)
    try store.carryOut(change(kept: sessions[1]))
    #expect(sessions.map(isLive) == [false, true, false])
    #expect(isLive(other))
    #expect(user?.passwordHash == "new")
    #expect(isLive(try open()))
  }

  @Test("the session that is kept can be refreshed, the others cannot")
  func refresh() throws {
    let (kept, other) = (try open(), try open())
    try store.carryOut(change(kept: kept))
    let refreshed = try store.carryOut(RefreshSession(session: kept.id, generation: 1))
    guard case .rotated = refreshed else {
      Issue.record("\(refreshed)")
      return
    }
    #expect(throws: AuthError.tokenRevoked) {
      try store.carryOut(RefreshSession(session: other.id, generation: 1))
    }
  }

  @Test("a sign-in by the old password that was on its way begins no session")
  func overtaken() throws {
    let old = ProvedPassword(hash: hash)
    try store.carryOut(OpenSession(user: .entity(1), proved: old))
    try store.carryOut(change(kept: try open()))
    let late = OpenSession(user: .entity(1), proved: old)
    #expect(store.refusal(of: late)?.reason == "BAD_CREDENTIALS")
    try store.carryOut(OpenSession(user: .entity(1), proved: ProvedPassword(hash: "new")))
  }

  @Test("a session of somebody else, or one that has ended, is not kept")
  func foreign() throws {
    let (mine, ended, foreign) = (try open(), try open(), try open(2))
    try store.carryOut(EndAllSessions(caller: .client, user: .entity(1), kept: mine.id))
    #expect([mine, ended, foreign].map(isLive) == [true, false, true])
    try store.carryOut(EndAllSessions(caller: .client, user: .entity(1), kept: ended.id))
    #expect([mine, ended, foreign].map(isLive) == [false, false, true])
    try store.carryOut(EndAllSessions(caller: .client, user: .entity(1), kept: foreign.id))
    #expect(isLive(foreign))
    let nobody = EndAllSessions(caller: .client, user: .entity(50), kept: nil)
    #expect(store.refusal(of: nobody)?.reason == "NOT_FOUND")
  }

  @Test("a session is ended by its owner alone")
  func owner() throws {
    let session = try open()
    let foreign = EndSession(caller: .client, session: session.id, owner: .entity(2))
    #expect(store.refusal(of: foreign)?.reason == "NOT_FOUND")
    #expect(isLive(session))
    #expect(
      try store.carryOut(EndSession(caller: .client, session: session.id, owner: .entity(1))))
    #expect(!isLive(session))
  }

  @Test("a password that is no longer the account's proves nothing")
  func stale() throws {
    let session = try open()
    #expect(store.refusal(of: setPin(proved: "old"))?.reason == "BAD_CREDENTIALS")
    #expect(store.refusal(of: change(kept: session, proved: "old"))?.reason == "BAD_CREDENTIALS")
    #expect(user == .fixture())
  }

  @Test("while the password is locked, a right one that was on its way proves nothing")
  func lockedPassword() throws {
    let session = try open()
    for _ in 0..<6 {
      try store.carryOut(FailLogin(caller: .client, user: .entity(1), isSignedIn: true))
    }
    #expect(store.refusal(of: setPin())?.reason == "LOGIN_THROTTLED")
    #expect(store.refusal(of: change(kept: session))?.reason == "LOGIN_THROTTLED")
    store.now = store.now.adding(seconds: AuthLimits.lockSeconds)
    try store.carryOut(setPin())
    #expect(user?.reauthentication == Guesses.none && user?.password == Guesses.none)
  }

  @Test("what strangers guess does not keep the owner from a new PIN and a new password")
  func strangers() throws {
    let session = try open()
    for _ in 0..<6 { try store.carryOut(FailLogin(user: .entity(1))) }
    try store.carryOut(setPin())
    #expect(store.refusal(of: OpenSession(user: .entity(1)))?.reason == "LOGIN_THROTTLED")
    try store.carryOut(change(kept: session))
    try store.carryOut(OpenSession(user: .entity(1)))
  }

  @Test("a right PIN forgets the wrong ones, an old one and none prove nothing")
  func pin() throws {
    #expect(store.refusal(of: stepUp())?.reason == "BAD_PIN")
    try store.carryOut(setPin())
    try store.carryOut(FailPin(caller: .client, user: .entity(1)))
    #expect(user?.pin.failed == 1)
    try store.carryOut(stepUp())
    #expect(user?.pin == Guesses.none)
    try store.carryOut(setPin(pin: "another", isSteppedUp: true))
    #expect(store.refusal(of: stepUp())?.reason == "BAD_PIN")
    try store.carryOut(stepUp("another"))
  }

  @Test("a PIN in the place of one that was not proved proves nothing for a day")
  func replaced() throws {
    try store.carryOut(setPin())
    try store.carryOut(setPin(pin: "thief"))
    let refusal = store.refusal(of: stepUp("thief"))
    #expect(refusal?.reason == "PIN_HELD")
    #expect(refusal?.retrySeconds == AuthLimits.resetHoldSeconds + 1)
    // To set it again begins the day anew.
    store.now = store.now.adding(seconds: AuthLimits.resetHoldSeconds - 1)
    try store.carryOut(setPin(pin: "again"))
    store.now = store.now.adding(seconds: AuthLimits.resetHoldSeconds - 1)
    #expect(store.refusal(of: stepUp("again"))?.reason == "PIN_HELD")
    store.now = store.now.adding(seconds: 1)
    try store.carryOut(stepUp("again"))
    try store.carryOut(setPin(pin: "owner", isSteppedUp: true))
    try store.carryOut(stepUp("owner"))
  }

  @Test("after three free guesses each PIN locks for twice as long", arguments: 1...12)
  func guesses(count: Int) throws {
    try store.carryOut(setPin())
    for _ in 0..<count {
      let locked = user?.pin.lockedSeconds(at: store.now) ?? 0
      store.now = store.now.adding(seconds: locked)
      try store.carryOut(FailPin(caller: .client, user: .entity(1)))
    }
    let over = min(count - Int(AuthLimits.failedPinsFree), Int(AuthLimits.doublingsMax))
    guard over > 0 else {
      try store.carryOut(stepUp())
      return
    }
    #expect(store.refusal(of: stepUp())?.reason == "PIN_THROTTLED")
    // A wrong one that was on its way hears the same, and counts no more.
    let before = user?.pin
    let wrong = FailPin(caller: .client, user: .entity(1))
    #expect(store.refusal(of: wrong)?.reason == "PIN_THROTTLED")
    #expect(user?.pin == before)
    let lock = AuthLimits.lockSeconds << Int64(over - 1)
    store.now = store.now.adding(seconds: lock - 1)
    #expect(store.refusal(of: stepUp())?.reason == "PIN_THROTTLED")
    store.now = store.now.adding(seconds: 1)
    try store.carryOut(stepUp())
    // A lock of the PIN is none of the password.
    #expect(user?.password == Guesses.none)
  }

  @Test("a PIN of nobody changes nothing")
  func nobody() throws {
    #expect(try store.carryOut(FailPin(caller: .client, user: .entity(50))) == nil)
    #expect(
      store.refusal(of: StepUp(caller: .client, user: .entity(50), pinHash: ""))?.reason
        == "BAD_PIN")
    #expect(store.rows(User.self).count == 2)
  }

  @Test("a refresh whose answer was lost gets it again, from the same request and soon")
  func lostAnswer() throws {
    let session = try open()
    let request = UUID.entity(70)
    func refresh(_ generation: Int32, _ request: UUID?) throws -> RefreshSession.Outcome {
      try store.carryOut(
        RefreshSession(session: session.id, generation: generation, requestID: request))
    }
    _ = try refresh(1, request)
    store.now = store.now.adding(seconds: AuthLimits.refreshGraceSeconds - 1)
    guard case .repeated(let opened) = try refresh(1, request) else {
      Issue.record("the repetition was not recognised")
      return
    }
    #expect(opened.session.generation == 2)
    #expect(isLive(session))
  }

  @Test(
    "an old refresh token that is no such repetition ends the session",
    arguments: [
      (Int64(0), UInt64(71), Int32(1)), (AuthLimits.refreshGraceSeconds, 70, 1), (0, 70, 0),
      (0, 0, 1),
    ])
  func stolen(seconds: Int64, request: UInt64, generation: Int32) throws {
    let session = try open()
    func refresh(_ generation: Int32, _ request: UUID?) throws -> RefreshSession.Outcome {
      try store.carryOut(
        RefreshSession(session: session.id, generation: generation, requestID: request))
    }
    _ = try refresh(1, .entity(70))
    store.now = store.now.adding(seconds: seconds)
    let outcome = try refresh(generation, request == 0 ? nil : .entity(request))
    guard case .reused = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(!isLive(session))
    #expect(store.events.last?.type == "session.revoked")
  }

  @Test("a step-up token is good for its session, its PIN, its key and its time")
  func token() {
    let key = [UInt8](repeating: 1, count: 32)
    let end = Timestamp.start.adding(seconds: 300)
    let token = StepUpToken.make(for: .entity(30), pinHash: "pin", until: end, key: key)
    func isGood(
      _ text: String, session: UInt64 = 30, pinHash: String? = "pin", key: [UInt8] = key,
      at now: Timestamp = .start
    ) -> Bool {
      let proof = StepUpToken.proof(
        text, for: .entity(session), pinHash: pinHash, key: key, at: now)
      #expect(proof.map { $0.pinHash == pinHash && $0.expiresAt == end } ?? true)
      return proof != nil
    }
    #expect(isGood(token))
    #expect(isGood(token, at: end.adding(milliseconds: -1)))
    #expect(!isGood(token, at: end))
    #expect(!isGood(token, session: 31))
    for other in ["another", "pi", "", nil] { #expect(!isGood(token, pinHash: other)) }
    #expect(!isGood(token, key: [UInt8](repeating: 2, count: 32)))
    for text in ["", "x", token + "A", String(token.dropLast()), String(repeating: "A", count: 75)]
    {
      #expect(!isGood(text), "\(text)")
    }
  }
}

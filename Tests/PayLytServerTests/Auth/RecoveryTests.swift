import Testing

@testable import PayLytServer

@Suite("A password that was forgotten")
struct RecoveryTests {
  private let store = MemoryStore()
  private let key = [UInt8](repeating: 3, count: 32)

  init() {
    store.put(User.fixture(1))
    store.put(User.fixture(2))
  }

  private func ask(_ number: UInt64 = 1) throws -> MailedCode? {
    try store.carryOut(
      RequestPasswordReset(request: nil, email: "user\(number)@example.org"))
  }

  private func asked() throws -> ProvedCode {
    let code = try #require(try ask())
    return ProvedCode(code, of: try #require(user))
  }

  private var user: User? { store.row(User.self, .entity(1)) }

  private func reset(_ proved: ProvedCode) -> ResetPassword {
    ResetPassword(request: nil, proved: proved, newHash: "new")
  }

  private func setPin(_ pin: String, isSteppedUp: Bool = false) -> SetTransactionPin {
    SetTransactionPin(
      caller: .client, request: nil, user: .entity(1),
      proved: ProvedPassword(hash: user?.passwordHash ?? ""), pinHash: pin,
      isSteppedUp: isSteppedUp)
  }

  @Test("a reset ends all sessions, the lock and the code, and leaves the PIN and everybody else")
  func reset() throws {
    try store.carryOut(setPin("pin"))
    let sessions = try (1...2).map { _ in
      try store.carryOut(OpenSession(user: .entity(1))).session
    }
    let other = try store.carryOut(OpenSession(user: .entity(2))).session
    for _ in 0...AuthLimits.failedLoginsFree { try store.carryOut(FailLogin(user: .entity(1))) }
    let proved = try asked()
    try store.carryOut(reset(proved))
    let after = try #require(user)
    #expect(after.passwordHash == "new" && after.password == .none && after.pinHash == "pin")
    let epoch = try #require(store.row(User.self, .entity(2))).sessionEpoch
    #expect(other.isLive(at: store.now, epoch: epoch))
    for session in sessions { #expect(!session.isLive(at: store.now, epoch: after.sessionEpoch)) }
    #expect(store.events.last?.type == "user.password_reset")
    #expect(store.events.last?.parties == [.entity(1)])
    #expect(NotificationCatalog.entry("user.password_reset")?.tellsActor == true)
    #expect(store.refusal(of: reset(proved))?.reason == "BAD_CODE")
  }

  @Test("asking puts an e-mail in line that has no code in it, and a newer code ends the older one")
  func asking() throws {
    let older = try asked()
    let newer = try asked()
    let mails = store.rows(Mail.self)
    #expect(mails.count == 2 && Set(mails.map(\.code)) == [newer.code])
    #expect(mails.allSatisfy { $0.user == .entity(1) && $0.state == .pending })
    #expect(store.refusal(of: reset(older))?.reason == "BAD_CODE")
    try store.carryOut(reset(newer))
  }

  /// What becomes of a code before it is used, and whether it is good then.
  enum Fate: CaseIterable {
    case none, lastMoment, expired, passwordChanged, stopped, deleted
  }

  @Test(
    "a code is good for half an hour, for its address and its password", arguments: Fate.allCases)
  func fate(fate: Fate) throws {
    let proved = try asked()
    var changed = try #require(user)
    switch fate {
    case .none: break
    case .lastMoment: store.now = store.now.adding(seconds: AuthLimits.resetCodeSeconds - 1)
    case .expired: store.now = store.now.adding(seconds: AuthLimits.resetCodeSeconds)
    case .passwordChanged: changed.changePassword(to: "another")
    case .stopped: try changed.setFrozen(true, at: .start)
    case .deleted: try changed.erase()
    }
    store.put(changed)
    let before = store.contents
    let reason = store.refusal(of: reset(proved))?.reason
    switch fate {
    case .none, .lastMoment: #expect(reason == nil)
    case .stopped: #expect(reason == "ACCOUNT_FROZEN")
    case .expired, .passwordChanged, .deleted: #expect(reason == "BAD_CODE")
    }
    #expect((store.contents == before) == (reason != nil))
  }

  @Test("nobody, admins, who was stopped and who is gone are mailed nothing, and it looks the same")
  func nothing() throws {
    try store.carryOut(
      FreezeUser(caller: .admin, request: nil, user: .entity(2), isFrozen: true, reason: "x"))
    store.put(User.fixture(4, roles: [.client, .admin]))
    let before = store.contents
    for number: UInt64 in [2, 4, 50] { #expect(try ask(number) == nil) }
    #expect(store.contents == before)
  }

  @Test("whoever asks how often: few e-mails, and the latest code is good", arguments: 1...8)
  func flood(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    let start = store.now
    var mails = 0
    var latest: ProvedCode?
    while store.now < start.adding(seconds: 24 * 3600) {
      if let code = try ask() {
        mails += 1
        latest = ProvedCode(code, of: try #require(user))
      }
      let good = try #require(latest)
      let code = try #require(store.row(MailedCode.self, good.code))
      #expect(code.isGood(at: store.now) && code.nonce == good.nonce)
      store.now = store.now.adding(
        seconds: .random(in: 1...(seed < 5 ? 300 : 3600), using: &random))
    }
    #expect(mails <= 3 + 48)
  }

  @Test("for a day after a reset the old PIN alone sets another one")
  func pinHeld() throws {
    try store.carryOut(reset(try asked()))
    let refusal = store.refusal(of: setPin("thief"))
    #expect(refusal?.reason == "PIN_HELD")
    #expect(refusal?.retrySeconds == AuthLimits.resetHoldSeconds + 1)
    try store.carryOut(setPin("owner", isSteppedUp: true))
    store.now = store.now.adding(seconds: AuthLimits.resetHoldSeconds - 1)
    #expect(store.refusal(of: setPin("thief"))?.reason == "PIN_HELD")
    store.now = store.now.adding(seconds: 1)
    try store.carryOut(setPin("another"))
    #expect(user?.pinHash == "another")
  }

  @Test("while it is held nothing leaves without the second factor, and all with it")
  func held() {
    for limit: Int64? in [nil, 1_000_000] {
      let policy = AccessPolicy(stepUpAboveMsat: limit)
      #expect(Authority(policy: policy, isSteppedUp: false).unprovedMaxMsat == limit)
      #expect(Authority(policy: policy, isSteppedUp: false, isHeld: true).unprovedMaxMsat == 0)
      #expect(Authority(policy: policy, isSteppedUp: true, isHeld: true).unprovedMaxMsat == nil)
    }
  }

  @Test("a code proves nothing but what it was made for, by our key")
  func proof() throws {
    let code = try #require(try ask())
    let account = try #require(user)
    let text = code.text(for: account, key: key)
    #expect(text.utf8.count == 64)
    func isGood(
      _ text: String, of other: User? = nil, code other2: MailedCode? = nil,
      keys: MACKeys? = nil
    ) -> Bool {
      MailedCode.Sent(text).map {
        (other2 ?? code).isProved(by: $0, of: other ?? account, keys: keys ?? MACKeys(latest: key))
      } ?? false
    }
    let stranger = [UInt8](repeating: 4, count: 32)
    #expect(isGood(text) && isGood(text, keys: MACKeys(latest: stranger, accepted: [key])))
    #expect(!isGood(text, keys: MACKeys(latest: stranger)))
    #expect(!isGood(text, of: User.fixture(2)))
    var changed = account
    changed.changePassword(to: "another")
    #expect(!isGood(text, of: changed))
    for other in [try ask(), try ask(2)] { #expect(other != nil && !isGood(text, code: other)) }
    for bad in ["", "x", text + "A", String(text.dropLast()), String(repeating: "A", count: 64)] {
      #expect(!isGood(bad), "\(bad)")
    }
    for place in [0, 20, 40, 63] {
      var letters = Array(text)
      letters[place] = letters[place] == "A" ? "B" : "A"
      #expect(!isGood(String(letters)), "changed at \(place)")
    }
  }

  @Test(
    "an e-mail tells the code, a link where there is a page, and how long both are good",
    arguments: MailedCode.Purpose.allCases)
  func letter(purpose: MailedCode.Purpose) {
    let page =
      switch purpose {
      case .passwordReset: "reset-password"
      case .emailConfirmation: "confirm-email"
      }
    for links: String? in [nil, "https://app.example.com/account"] {
      let end = Timestamp(microseconds: Timestamp.start.microseconds + 123_456)
      let text = MailText.code("CODE", for: purpose, links: links, until: end)
      // In whole seconds: people read it.
      #expect(text.body.contains("\nCODE\n"))
      #expect(text.body.contains("until \(Timestamp.start.utcText)."))
      #expect(text.body.contains("#CODE") == (links != nil))
      if let links { #expect(text.body.contains("\n\(links)/\(page)#CODE\n")) }
    }
  }
}

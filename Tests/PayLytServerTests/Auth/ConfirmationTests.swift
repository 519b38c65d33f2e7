import Testing

@testable import PayLytServer

@Suite("Addresses that somebody has shown to read")
struct ConfirmationTests {
  private let store = MemoryStore()

  private func register(mailsCode: Bool) throws -> User {
    try store.carryOut(
      Register(
        caller: .system("auth"), request: nil, email: "ada@example.org", passwordHash: "x",
        displayName: "Ada", roles: .client, mailsCode: mailsCode))
  }

  private func ask(_ user: User) -> RequestEmailConfirmation {
    RequestEmailConfirmation(
      caller: .user(user.id, user.roles), request: nil, user: user.id)
  }

  private func row(_ user: User) throws -> User {
    try #require(store.row(User.self, user.id))
  }

  @Test("who registers is mailed a code where there is e-mail", arguments: [false, true])
  func registering(mailsCode: Bool) throws {
    let user = try register(mailsCode: mailsCode)
    #expect(user.emailConfirmedAt == nil)
    let codes = store.rows(MailedCode.self)
    #expect(codes.map(\.purpose) == (mailsCode ? [.emailConfirmation] : []))
    #expect(store.rows(Mail.self).compactMap(\.code) == codes.map(\.id))
    guard let code = codes.first else { return }
    try store.carryOut(ConfirmEmail(request: nil, proved: ProvedCode(code, of: user)))
    let confirmed = try row(user)
    #expect(confirmed.emailConfirmedAt == store.now && confirmed.version == user.version + 1)
    let again = ConfirmEmail(request: nil, proved: ProvedCode(code, of: user))
    #expect(store.refusal(of: again)?.reason == "BAD_CODE")
    #expect(store.refusal(of: ask(user))?.reason == "EMAIL_CONFIRMED")
  }

  /// What becomes of a code before it is sent back, and whether it is good then.
  enum Fate: CaseIterable {
    case none, lastMoment, expired, newer, passwordChanged, passwordReset, stopped, deleted
  }

  @Test(
    "a code is good for a day and for its address, whatever the password", arguments: Fate.allCases)
  func fate(fate: Fate) throws {
    let user = try register(mailsCode: false)
    let proved = ProvedCode(try store.carryOut(ask(user)), of: user)
    var changed = user
    switch fate {
    case .none: break
    case .lastMoment:
      store.now = store.now.adding(seconds: AuthLimits.confirmationCodeSeconds - 1)
    case .expired: store.now = store.now.adding(seconds: AuthLimits.confirmationCodeSeconds)
    case .newer: try store.carryOut(ask(user))
    case .passwordChanged: changed.changePassword(to: "another")
    case .passwordReset: changed.resetPassword(to: "another", at: store.now)
    case .stopped: try changed.setFrozen(true, at: .start)
    case .deleted: try changed.erase()
    }
    store.put(changed)
    let before = store.contents
    let reason = store.refusal(of: ConfirmEmail(request: nil, proved: proved))?.reason
    switch fate {
    case .none, .lastMoment, .passwordChanged, .passwordReset, .stopped:
      #expect(reason == nil)
      #expect(try row(user).emailConfirmedAt != nil)
    case .expired, .newer, .deleted:
      #expect(reason == "BAD_CODE")
      #expect(store.contents == before)
    }
  }

  @Test("three e-mails at once, and then one a day, with the delay")
  func throttled() throws {
    let user = try register(mailsCode: true)
    for _ in 1..<AuthLimits.codeMailsFree { try store.carryOut(ask(user)) }
    let refusal = store.refusal(of: ask(user))
    #expect(refusal?.reason == "MAILS_THROTTLED")
    let seconds = try #require(refusal?.retrySeconds)
    store.now = store.now.adding(seconds: seconds)
    try store.carryOut(ask(user))
    #expect(store.refusal(of: ask(user))?.reason == "MAILS_THROTTLED")
  }

  @Test("a reset by a mailed code shows the same")
  func reset() throws {
    let user = try register(mailsCode: false)
    let asked = try store.carryOut(RequestPasswordReset(request: nil, email: user.email))
    let proved = ProvedCode(try #require(asked), of: user)
    try store.carryOut(ResetPassword(request: nil, proved: proved, newHash: "new"))
    #expect(try row(user).emailConfirmedAt == store.now)
  }

  @Test("a code of one purpose is none of the other")
  func purposes() throws {
    let user = try register(mailsCode: true)
    let code = try #require(store.rows(MailedCode.self).first)
    let stolen = ProvedCode(code, of: user)
    let reset = ResetPassword(request: nil, proved: stolen, newHash: "new")
    #expect(store.refusal(of: reset)?.reason == "BAD_CODE")
    #expect(try row(user) == user)
  }
}

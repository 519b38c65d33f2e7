@testable import PayLytServer

/// The freelancer's account and one of its sessions. Everybody else has a session, too, which is
/// live in all states; what they do to themselves is theirs to do.
struct SessionScene: TableScene {
  enum State: String, CaseIterable {
    case live, ended, expired
    /// Nobody looks at the password for a while, nor at the PIN.
    case locked
    /// The account is stopped.
    case stopped
    /// The account is no more.
    case gone
  }

  enum Move: String, CaseIterable {
    case register = "Register"
    case registerKnown = "Register, with the freelancer's address"
    case login = "Login"
    case refresh = "RefreshSession"
    case refreshOld = "RefreshSession, by an old token"
    case refreshUnknown = "RefreshSession, unknown"
    case logout = "Logout"
    case revoke = "RevokeSession"
    case revokeUnknown = "RevokeSession, unknown"
    case revokeAll = "RevokeAllSessions"
    case password = "ChangePassword"
    case passwordOld = "ChangePassword, by an old password"
    case ask = "RequestPasswordReset"
    case askUnknown = "RequestPasswordReset, unknown"
    case reset = "ResetPassword"
    case resetOld = "ResetPassword, by an old code"
    case askConfirmation = "RequestEmailConfirmation"
    case confirm = "ConfirmEmail"
    case pin = "SetTransactionPin"
    case pinOld = "SetTransactionPin, by an old password"
    case stepUp = "StepUp"
    case stepUpOld = "StepUp, by an old PIN"
  }

  static let service = "AuthService"
  static let table = """
    Register                          client       freelancer    stranger     admin       service
    live, ended, expired              registered   registered    registered   registered  registered
    locked, stopped, gone             registered   registered    registered   registered  registered

    Register, with the freelancer's address  client        freelancer   stranger   admin   service
    live, ended, expired, locked, stopped    EMAIL_TAKEN   ~            ~          ~       ~
    gone                                 registered    ~            ~          ~       ~

    Login                                client            freelancer   stranger   admin   service
    live, ended, expired, stopped        opened            ~            ~          ~       ~
    locked                               LOGIN_THROTTLED   ~            ~          ~       ~
    gone                                 BAD_CREDENTIALS   ~            ~          ~       ~

    RefreshSession                       client            freelancer   stranger   admin   service
    live, locked, stopped                live              ~            ~          ~       ~
    ended, gone                          TOKEN_REVOKED     ~            ~          ~       ~
    expired                              TOKEN_EXPIRED     ~            ~          ~       ~

    RefreshSession, by an old token      client            freelancer   stranger   admin   service
    live, locked, stopped                ended             ~            ~          ~       ~
    ended, gone                          TOKEN_REVOKED     ~            ~          ~       ~
    expired                              TOKEN_EXPIRED     ~            ~          ~       ~

    RefreshSession, unknown              client            freelancer   stranger   admin   service
    live, ended, expired                 TOKEN_INVALID     ~            ~          ~       ~
    locked, stopped, gone                TOKEN_INVALID     ~            ~          ~       ~

    Logout                               client      freelancer    stranger    admin
    live, expired, locked, stopped, gone     ended       ended         ended       ended
    ended                                ended       (ended)       ended       ended

    RevokeSession                        client      freelancer    stranger    admin
    live, expired, locked, stopped, gone     NOT_FOUND   ended         NOT_FOUND   ended
    ended                                NOT_FOUND   (ended)       NOT_FOUND   (ended)

    RevokeSession, unknown               client      freelancer    stranger    admin
    live, ended, expired                 NOT_FOUND   NOT_FOUND     NOT_FOUND   NOT_FOUND
    locked, stopped, gone                NOT_FOUND   NOT_FOUND     NOT_FOUND   NOT_FOUND

    RevokeAllSessions                    client      freelancer    stranger    admin
    live, ended, expired                 ended       ended         ended       ended
    locked, stopped, gone                ended       ended         ended       ended

    ChangePassword                       client      freelancer         stranger   admin
    live, ended, expired                 changed     changed            changed    changed
    stopped                              changed     ACCOUNT_FROZEN     changed    changed
    locked                               changed     LOGIN_THROTTLED    changed    changed
    gone                                 changed     BAD_CREDENTIALS    changed    changed

    ChangePassword, by an old password   client            freelancer        stranger   admin
    live, ended, expired                 BAD_CREDENTIALS   BAD_CREDENTIALS   ~          ~
    locked, stopped, gone                BAD_CREDENTIALS   BAD_CREDENTIALS   ~          ~

    RequestPasswordReset                 client      freelancer   stranger   admin   service
    live, ended, expired, locked         mailed      ~            ~          ~       ~
    stopped, gone                        (nothing)   ~            ~          ~       ~

    RequestPasswordReset, unknown        client      freelancer   stranger   admin   service
    live, ended, expired                 (nothing)   ~            ~          ~       ~
    locked, stopped, gone                (nothing)   ~            ~          ~       ~

    ResetPassword                        client           freelancer   stranger   admin   service
    live, ended, locked                  ended            ~            ~          ~       ~
    stopped                              ACCOUNT_FROZEN   ~            ~          ~       ~
    expired, gone                        BAD_CODE         ~            ~          ~       ~

    ResetPassword, by an old code        client           freelancer   stranger   admin   service
    live, ended, locked                  BAD_CODE         ~            ~          ~       ~
    expired, stopped, gone               BAD_CODE         ~            ~          ~       ~

    RequestEmailConfirmation             client      freelancer   stranger   admin
    live, ended, expired                 mailed      mailed       mailed     mailed
    locked, stopped                      mailed      mailed       mailed     mailed
    gone                                 mailed      NOT_FOUND    mailed     mailed

    ConfirmEmail                         client      freelancer   stranger   admin   service
    live, ended, locked, stopped         confirmed   ~            ~          ~       ~
    expired, gone                        BAD_CODE    ~            ~          ~       ~

    SetTransactionPin                    client      freelancer         stranger   admin
    live, ended, expired                 changed     changed            changed    changed
    stopped                              changed     ACCOUNT_FROZEN     changed    changed
    locked                               changed     LOGIN_THROTTLED    changed    changed
    gone                                 changed     BAD_CREDENTIALS    changed    changed

    SetTransactionPin, by an old password    client            freelancer        stranger   admin
    live, ended, expired                 BAD_CREDENTIALS   BAD_CREDENTIALS   ~          ~
    locked, stopped, gone                BAD_CREDENTIALS   BAD_CREDENTIALS   ~          ~

    StepUp                            client         freelancer      stranger   admin
    live, ended, expired, stopped     proved, told   proved, told    ~          ~
    locked                            proved, told   PIN_THROTTLED   proved, told   ~
    gone                              proved, told   BAD_PIN         proved, told   ~

    StepUp, by an old PIN                client      freelancer         stranger   admin
    live, ended, expired                 BAD_PIN     BAD_PIN            BAD_PIN    BAD_PIN
    locked, stopped, gone                BAD_PIN     BAD_PIN            BAD_PIN    BAD_PIN
    """

  let store = MemoryStore()
  private let sessions: [TableCaller: UUID]
  /// A code that was mailed to the freelancer, and the one before it.
  private let code: ProvedCode
  private let oldCode: ProvedCode
  /// One that confirms their address.
  private let confirmation: ProvedCode

  init(in state: State) throws {
    var sessions: [TableCaller: UUID] = [:]
    for who in [TableCaller.client, .freelancer, .stranger, .admin] {
      var user = User.fixture(who == .client ? 1 : who == .freelancer ? 2 : who == .admin ? 4 : 3)
      user.setPin("pin", isProved: false, at: store.now)
      store.put(user)
      sessions[who] = try store.carryOut(OpenSession(user: user.id)).session.id
    }
    self.sessions = sessions
    oldCode = try Self.mailed(store)
    code = try Self.mailed(store)
    confirmation = ProvedCode(
      try store.carryOut(
        RequestEmailConfirmation(
          caller: TableCaller.freelancer.caller, request: nil, user: .entity(2))), of: .fixture(2))
    switch state {
    case .live: break
    case .ended: _ = try carryOut(.logout, as: .freelancer)
    case .expired: store.now = store.now.adding(seconds: AuthLimits.sessionSeconds)
    case .locked:
      for _ in 0...AuthLimits.failedLoginsFree {
        try store.carryOut(FailLogin(user: .entity(2)))
        try store.carryOut(FailLogin(user: .entity(2), isSignedIn: true))
      }
      for _ in 0...AuthLimits.failedPinsFree {
        try store.carryOut(FailPin(caller: TableCaller.freelancer.caller, user: .entity(2)))
      }
    case .stopped:
      try store.carryOut(
        FreezeUser(
          caller: .admin, request: nil, user: .entity(2), isFrozen: true, reason: "x"))
    case .gone:
      try store.carryOut(
        DeleteUser(caller: TableCaller.admin.caller, request: nil, user: .entity(2)))
    }
    store.now = store.now.adding(seconds: 1)
  }

  /// A code that the freelancer asks for.
  private static func mailed(_ store: MemoryStore) throws -> ProvedCode {
    let asked = RequestPasswordReset(request: nil, email: "user2@example.org")
    let code = try store.carryOut(asked) ?? MailedCode(of: .entity(2), for: .passwordReset)
    return ProvedCode(code, of: .fixture(2))
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    switch move {
    case .register, .registerKnown:
      try store.carryOut(
        Register(
          caller: .system("auth"), request: nil,
          email: move == .register ? "new@example.org" : "user2@example.org", passwordHash: "x",
          displayName: "Somebody", roles: .client))
      return "registered"
    case .login:
      try store.carryOut(OpenSession(user: .entity(2)))
      return "opened"
    case .refresh: return try refresh(generation: 1, session)
    case .refreshOld: return try refresh(generation: 0, session)
    case .refreshUnknown: return try refresh(generation: 1, .entity(99))
    case .logout: return try end(EndSession(caller: who.caller, session: session(of: who)), who)
    case .revoke, .revokeUnknown:
      let named = move == .revoke ? session : .entity(99)
      return try end(
        EndSession(caller: who.caller, session: named, owner: owner(for: who)), .freelancer)
    case .revokeAll:
      try store.carryOut(EndAllSessions(caller: who.caller, user: owner(for: who), kept: nil))
      return said(who == .admin ? .freelancer : who)
    case .password, .passwordOld, .pin, .pinOld: return try prove(move, as: who)
    case .ask, .askUnknown:
      let email = move == .ask ? "user2@example.org" : "nobody@example.org"
      let code = try store.carryOut(RequestPasswordReset(request: nil, email: email))
      return code == nil ? "nothing" : "mailed"
    case .reset, .resetOld:
      let proved = move == .reset ? code : oldCode
      try store.carryOut(ResetPassword(request: nil, proved: proved, newHash: "next"))
      return said(.freelancer)
    case .askConfirmation:
      try store.carryOut(
        RequestEmailConfirmation(caller: who.caller, request: nil, user: who.user))
      return "mailed"
    case .confirm:
      try store.carryOut(ConfirmEmail(request: nil, proved: confirmation))
      return store.row(User.self, .entity(2))?.emailConfirmedAt == nil ? "open" : "confirmed"
    case .stepUp, .stepUpOld:
      try store.carryOut(
        StepUp(
          caller: who.caller, user: who.user, pinHash: move == .stepUp ? "pin" : "another"))
      return "proved"
    }
  }

  private var session: UUID { session(of: .freelancer) }

  private func session(of who: TableCaller) -> UUID { sessions[who] ?? .entity(99) }

  /// Whom the caller names: an admin anybody, others only themselves.
  private func owner(for who: TableCaller) -> UUID { who == .admin ? .entity(2) : who.user }

  private func said(_ who: TableCaller) -> String {
    guard let found = store.row(Session.self, session(of: who)),
      let user = store.row(User.self, found.user)
    else { return "unknown" }
    return found.revokedAt == nil && found.epoch == user.sessionEpoch ? "live" : "ended"
  }

  private func end(_ command: EndSession, _ who: TableCaller) throws -> String {
    try store.carryOut(command)
    return said(who)
  }

  private func refresh(generation: Int32, _ session: UUID) throws -> String {
    try store.carryOut(RefreshSession(session: session, generation: generation))
    return said(.freelancer)
  }

  private func prove(_ move: Move, as who: TableCaller) throws -> String {
    let isOld = move == .passwordOld || move == .pinOld
    let proved = ProvedPassword(hash: isOld ? "another" : "$argon2id$x")
    if move == .pin || move == .pinOld {
      try store.carryOut(
        SetTransactionPin(
          caller: who.caller, request: nil, user: who.user, proved: proved, pinHash: "next"))
    } else {
      try store.carryOut(
        ChangePassword(
          caller: who.caller, request: nil, user: who.user, session: session(of: who),
          proved: proved, newHash: "next"))
    }
    return "changed"
  }
}

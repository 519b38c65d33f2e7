/// What has become of an account. Raw values are stored and equal the API's.
enum UserState: Int16, Sendable, CaseIterable {
  /// Next: frozen, deleted.
  case active = 1
  /// Stopped by an admin. Next: active, deleted.
  case frozen = 2
  /// Final: nothing in it says who it was.
  case deleted = 3

  /// Those of an account's roles that count in this state. A stopped admin is no admin: what they
  /// saw of everybody, and ended of others', may be why they were stopped.
  func effective(_ roles: Roles) -> Roles {
    switch self {
    case .active: roles
    case .frozen, .deleted: roles.subtracting(.admin)
    }
  }
}

/// A person with an account.
struct User: Hashable, Sendable, Versioned {
  let id: UUID
  /// Lower case.
  private(set) var email: String
  /// Argon2id, with its salt and parameters.
  private(set) var passwordHash: String
  private(set) var displayName: String
  private(set) var roles: Roles
  let createdAt: Timestamp
  /// Wrong passwords in a row, of whoever wants to sign in.
  private(set) var password: Guesses
  private(set) var state: UserState
  /// Sessions of earlier epochs have ended.
  private(set) var sessionEpoch: Int32
  /// As `passwordHash`; nil when there is no transaction PIN.
  private(set) var pinHash: String?
  private(set) var pin: Guesses
  private(set) var kycTier: KycTier
  private(set) var version: Int64
  /// When a mailed code last set the password.
  private(set) var passwordResetAt: Timestamp?
  /// Wrong passwords in a row of whoever is signed in: strangers do not lock the owner out here.
  private(set) var reauthentication: Guesses
  /// When somebody first showed that they read what is sent to `email`.
  private(set) var emailConfirmedAt: Timestamp?
  /// When the PIN that there is took the place of one that was not proved.
  private(set) var pinReplacedAt: Timestamp?
  /// When they were last let go on who had been stopped.
  private(set) var letGoAt: Timestamp?

  mutating func failLogin(at now: Timestamp) {
    password.fail(at: now, free: AuthLimits.failedLoginsFree)
  }

  mutating func succeedLogin() { password = .none }

  mutating func failReauthentication(at now: Timestamp) {
    reauthentication.fail(at: now, free: AuthLimits.failedLoginsFree)
  }

  mutating func succeedReauthentication() { reauthentication = .none }

  mutating func failPin(at now: Timestamp) { pin.fail(at: now, free: AuthLimits.failedPinsFree) }

  mutating func succeedPin() { pin = .none }

  mutating func changePassword(to hash: String) {
    passwordHash = hash
    password = .none
    reauthentication = .none
    touch()
  }

  /// The same by a mailed code.
  mutating func resetPassword(to hash: String, at now: Timestamp) {
    changePassword(to: hash)
    passwordResetAt = now
    confirmEmail(at: now)
  }

  /// Somebody has sent back what was mailed.
  mutating func confirmEmail(at now: Timestamp) {
    guard emailConfirmedAt == nil else { return }
    emailConfirmedAt = now
    touch()
  }

  /// - Parameter isProved: whether the PIN that there is was proved.
  mutating func setPin(_ hash: String, isProved: Bool, at now: Timestamp) {
    // Who has stolen the password would have both factors by it.
    pinReplacedAt = pinHash == nil || isProved ? nil : now
    pinHash = hash
    pin = .none
    touch()
  }

  /// Ends all sessions that there are.
  mutating func endSessions() { sessionEpoch += 1 }

  mutating func rename(to name: String) {
    displayName = name
    touch()
  }

  mutating func setRoles(_ roles: Roles) {
    self.roles = roles
    touch()
  }

  mutating func setTier(_ tier: KycTier) {
    kycTier = tier
    touch()
  }

  /// - Throws: `.deleted` for an account that is no more.
  mutating func setFrozen(_ isFrozen: Bool, at now: Timestamp) throws(AccountError) {
    switch state {
    case .active: if isFrozen { state = .frozen }
    case .frozen: if !isFrozen { (state, letGoAt) = (.active, now) }
    case .deleted: throw .deleted
    }
    touch()
  }

  /// Takes everything away that says who it was, for good.
  mutating func erase() throws(AccountError) {
    guard state != .deleted else { throw .deleted }
    state = .deleted
    // No e-mail that anybody could register with: it has no `@`.
    email = "deleted-\(id)"
    displayName = ""
    passwordHash = ""
    pinHash = nil
    emailConfirmedAt = nil
    password = .none
    pin = .none
    reauthentication = .none
    endSessions()
    touch()
  }

  private mutating func touch() { version += 1 }
}

extension User {
  /// Whether a mailed code may set the password. An admin decides about other people's money, which
  /// no PIN protects: nobody becomes one by reading their e-mails.
  var isResetByMail: Bool { state == .active && !roles.contains(.admin) }

  /// The end of the hold that follows a mailed password reset, or a PIN that was replaced without
  /// the old one; nil once it is over.
  ///
  /// After a reset, whoever reads the e-mails may have set the password: everything that leaves the
  /// account needs the PIN, and no PIN is set without the old one. After a replacement, whoever
  /// knows the password may have set the PIN: it proves nothing yet.
  static func holdEnd(since event: Timestamp?, at now: Timestamp) -> Timestamp? {
    let end = event?.adding(seconds: AuthLimits.resetHoldSeconds)
    return end.flatMap { now < $0 ? $0 : nil }
  }

  /// A new account.
  init(
    id: UUID, email: String, passwordHash: String, displayName: String, roles: Roles,
    createdAt: Timestamp
  ) {
    self.init(
      id: id, email: email, passwordHash: passwordHash, displayName: displayName, roles: roles,
      createdAt: createdAt, password: .none, state: .active, sessionEpoch: 1, pinHash: nil,
      pin: .none, kycTier: .basic, version: 1, reauthentication: .none)
  }
}

/// Wrong guesses of a secret in a row, and what they cost.
struct Guesses: Hashable, Sendable {
  private(set) var failed: Int16
  private(set) var lockedUntil: Timestamp?

  static let none = Guesses(failed: 0, lockedUntil: nil)

  /// A guess was wrong. After `free` in a row, each locks for twice as long.
  mutating func fail(at now: Timestamp, free: Int16) {
    failed = min(failed + 1, free + AuthLimits.doublingsMax)
    let over = failed - free
    guard over > 0 else { return }
    lockedUntil = now.adding(seconds: AuthLimits.lockSeconds << Int64(over - 1))
  }

  /// Guesses that run beside each other are all looked at before any of them is counted. Who
  /// counts one asks here, so that a lock lets no more of them tell what is right.
  ///
  /// - Parameter throttled: what says how long the lock lasts.
  func refuseLocked(
    at now: Timestamp, _ throttled: (_ seconds: Int64) -> AuthError
  ) throws(AuthError) {
    if let seconds = lockedSeconds(at: now) { throw throttled(seconds) }
  }

  /// For how many seconds no guess is looked at; nil when one is.
  func lockedSeconds(at now: Timestamp) -> Int64? {
    guard let lockedUntil, now < lockedUntil else { return nil }
    return now.wholeSeconds(until: lockedUntil)
  }
}

/// A sign-in on one device. Its tokens name it, so ending it ends them.
struct Session: Hashable, Sendable {
  let id: UUID
  let user: UUID
  /// Which refresh token is good: each refresh makes the next one.
  private(set) var generation: Int32
  let createdAt: Timestamp
  /// When this generation was made, and by which request.
  private(set) var refreshedAt: Timestamp
  private(set) var refreshRequest: UUID?
  private(set) var expiresAt: Timestamp
  private(set) var revokedAt: Timestamp?
  /// Of the user, when it was opened: it ends with its epoch.
  private(set) var epoch: Int32
  let device: Device

  /// Where a session was opened, so that its owner knows it again.
  struct Device: Hashable, Sendable {
    let userAgent: String
    let address: String

    static let unknown = Device(userAgent: "", address: "")
  }

  func isLive(at now: Timestamp, epoch current: Int32) -> Bool {
    revokedAt == nil && now < expiresAt && epoch == current
  }

  mutating func revoke(at now: Timestamp) {
    if revokedAt == nil { revokedAt = now }
  }

  mutating func rotate(at now: Timestamp, by request: UUID?) {
    generation += 1
    refreshedAt = now
    refreshRequest = request
    expiresAt = now.adding(seconds: AuthLimits.sessionSeconds)
  }

  /// Whether `generation` was replaced a moment ago by this very request, whose answer was lost.
  func isRepetition(of generation: Int32, by request: UUID?, at now: Timestamp) -> Bool {
    guard let request, request == refreshRequest, generation == self.generation - 1 else {
      return false
    }
    return now < refreshedAt.adding(seconds: AuthLimits.refreshGraceSeconds)
  }

  /// It outlives the end of all others.
  mutating func join(epoch: Int32) { self.epoch = epoch }
}

extension Session {
  init(id: UUID, user: User, device: Device, at now: Timestamp) {
    self.init(
      id: id, user: user.id, generation: 1, createdAt: now, refreshedAt: now, refreshRequest: nil,
      expiresAt: now.adding(seconds: AuthLimits.sessionSeconds), revokedAt: nil,
      epoch: user.sessionEpoch, device: device)
  }
}

/// A person with an account.
struct User: Hashable, Sendable {
  let id: UUID
  /// Lower case.
  let email: String
  /// Argon2id, with its salt and parameters.
  let passwordHash: String
  let displayName: String
  let roles: Roles
  let createdAt: Timestamp
  /// Wrong passwords in a row.
  private(set) var failedLogins: Int16
  private(set) var lockedUntil: Timestamp?

  /// A password was wrong. After `failedLoginsFree` in a row, each locks for twice as long.
  mutating func failLogin(at now: Timestamp) {
    failedLogins = min(failedLogins + 1, AuthLimits.failedLoginsMax)
    let over = failedLogins - AuthLimits.failedLoginsFree
    guard over > 0 else { return }
    lockedUntil = now.adding(seconds: AuthLimits.lockSeconds << Int64(over - 1))
  }

  mutating func succeedLogin() {
    failedLogins = 0
    lockedUntil = nil
  }

  func isLocked(at now: Timestamp) -> Bool { lockedUntil.map { now < $0 } ?? false }
}

/// A sign-in on one device. Its tokens name it, so ending it ends them.
struct Session: Hashable, Sendable {
  let id: UUID
  let user: UUID
  /// Which refresh token is good: each refresh makes the next one.
  private(set) var generation: Int32
  let createdAt: Timestamp
  private(set) var expiresAt: Timestamp
  private(set) var revokedAt: Timestamp?

  func isLive(at now: Timestamp) -> Bool { revokedAt == nil && now < expiresAt }

  mutating func revoke(at now: Timestamp) {
    if revokedAt == nil { revokedAt = now }
  }

  mutating func rotate(expiresAt: Timestamp) {
    generation += 1
    self.expiresAt = expiresAt
  }
}

extension Session {
  init(id: UUID, user: UUID, createdAt: Timestamp, expiresAt: Timestamp) {
    self.init(
      id: id, user: user, generation: 1, createdAt: createdAt, expiresAt: expiresAt,
      revokedAt: nil)
  }
}

/// The bounds of accounts and sessions.
enum AuthLimits {
  static let emailBytesMax = 254
  static let passwordBytes = 10...256
  static let displayNameCharactersMax = 100
  static let accessTokenSeconds: Int64 = 15 * 60
  static let sessionSeconds: Int64 = 30 * 24 * 3600
  /// Wrong passwords in a row before the account is locked for a while.
  static let failedLoginsFree: Int16 = 5
  /// Where the doubling of the lock ends: 30 s x 2^7 is about an hour.
  static let failedLoginsMax: Int16 = 13
  static let lockSeconds: Int64 = 30
  /// How long a server trusts what it read of a session. A logout on this server counts at once,
  /// one on another server after this time.
  static let sessionTrustMilliseconds: Int64 = 1000
  /// Sessions and tokens remembered by one server loop.
  static let cacheEntriesMax = 20_000
  /// Bytes of an access token that are looked at.
  static let accessTokenBytesMax = 4096
}

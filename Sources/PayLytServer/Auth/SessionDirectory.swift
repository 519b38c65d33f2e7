import PayLytRPC
import Synchronization

/// What a session may do at this moment, as its user's row says.
struct SessionStanding: Hashable, Sendable {
  let session: Session
  let epoch: Int32
  /// Those that count (`UserState.effective`).
  let roles: Roles
  let state: UserState
  /// nil without a transaction PIN.
  let pinHash: String?
  /// When a mailed code last set the password.
  let passwordResetAt: Timestamp?

  func isLive(at now: Timestamp) -> Bool { session.isLive(at: now, epoch: epoch) }

  /// - Throws: `.accountFrozen` when the user was stopped and the permission is not left to them.
  func check(_ permission: String) throws(AuthError) {
    guard state != .frozen || Permissions.isForFrozen(permission) else { throw .accountFrozen }
  }

  /// What a call was let in with decides what it sees, also where others could make it, too.
  ///
  /// - Throws: PERMISSION_DENIED when one of `roles` was taken away.
  func checkKeeps(_ roles: Roles) throws(Refusal) {
    guard self.roles.isSuperset(of: roles) else {
      throw Refusal(
        .permissionDenied, reason: "SCOPE_MISSING",
        message: "You have lost a role since the call began. Call again with those that are left.")
    }
  }
}

/// What a server remembers of sessions and tokens, so that a call does not pay a signature check
/// and a read each time. All its loops share one: a logout on one of them counts on each at once.
final class SessionDirectory: Sendable {
  private struct Trust {
    let standing: SessionStanding
    let until: Timestamp
  }

  private struct State {
    var tokens: [String: AccessToken.Verified] = [:]
    /// Until when each session is trusted to live.
    var trusted: [UUID: Trust] = [:]
    /// How often something was forgotten: what was read before that may be over.
    var forgotten: UInt64 = 0
  }

  private let state = Mutex(State())

  /// The content of a token, verified once.
  func verified(
    _ token: String, at now: Timestamp,
    _ verify: () throws(AuthError) -> AccessToken.Verified
  ) throws(AuthError) -> AccessToken.Verified {
    if let known = state.withLock({ $0.tokens[token] }) {
      guard now < known.expiresAt else {
        state.withLock { _ = $0.tokens.removeValue(forKey: token) }
        throw .tokenExpired
      }
      return known
    }
    let verified = try verify()
    state.withLock { state in
      // Dropping everything is rare and cheap; it costs one signature check for each live token.
      if state.tokens.count >= AuthLimits.cacheEntriesMax { state.tokens.removeAll() }
      state.tokens[token] = verified
    }
    return verified
  }

  /// - Throws: `.tokenRevoked` when the session has ended; `DatabaseError` when it cannot be told.
  @discardableResult
  func checkLive(
    _ session: UUID, at now: Timestamp, _ database: Database
  ) async throws -> SessionStanding {
    let (trust, forgotten) = state.withLock { ($0.trusted[session], $0.forgotten) }
    if let trust, now < trust.until { return trust.standing }
    let found = try await database.query(AuthStatements.standing, [.uuid(session)])
    guard let standing = found.first, standing.isLive(at: now) else {
      throw AuthError.tokenRevoked
    }
    state.withLock { state in
      guard state.forgotten == forgotten else { return }
      if state.trusted.count >= AuthLimits.cacheEntriesMax { state.trusted.removeAll() }
      state.trusted[session] = Trust(
        standing: standing,
        until: now.adding(milliseconds: AuthLimits.sessionTrustMilliseconds))
    }
    return standing
  }

  /// The session has ended here: its tokens stop working at once.
  func forget(_ session: UUID) {
    state.withLock { state in
      state.forgotten += 1
      state.trusted[session] = nil
    }
  }

  /// The same behind a request that changes that, unless it was a rehearsal.
  func forget(sessionsOf user: UUID, after request: some ChangeRequest) {
    if !request.validateOnly { forget(sessionsOf: user) }
  }

  /// Something changed for all sessions of a user: each is looked at again.
  func forget(sessionsOf user: UUID) {
    state.withLock { state in
      state.forgotten += 1
      state.trusted = state.trusted.filter { $0.value.standing.session.user != user }
    }
  }
}

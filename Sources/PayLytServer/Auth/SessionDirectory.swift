import PayLytRPC
import Synchronization

/// What a server remembers of sessions and tokens, so that a call does not pay a signature check
/// and a read each time. All its loops share one: a logout on one of them counts on each at once.
final class SessionDirectory: Sendable {
  private struct State {
    var tokens: [String: AccessToken.Verified] = [:]
    /// Until when each session is trusted to live.
    var trusted: [UUID: Timestamp] = [:]
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
  func checkLive(_ session: UUID, at now: Timestamp, _ database: Database) async throws {
    if let until = state.withLock({ $0.trusted[session] }), now < until { return }
    let found = try await database.query(AuthStatements.session, [.uuid(session)])
    guard let found = found.first, found.isLive(at: now) else { throw AuthError.tokenRevoked }
    state.withLock { state in
      if state.trusted.count >= AuthLimits.cacheEntriesMax { state.trusted.removeAll() }
      state.trusted[session] = now.adding(milliseconds: AuthLimits.sessionTrustMilliseconds)
    }
  }

  /// The session has ended here: its tokens stop working at once.
  func forget(_ session: UUID) {
    state.withLock { _ = $0.trusted.removeValue(forKey: session) }
  }
}

/// Removes what has ended long ago: sessions, and nonces that no signature can use any more.
struct AuthSweeper: Sendable {
  let database: Database
  let clock: any Clock
  /// The clock that signatures are dated by.
  let world: any Clock

  /// - Returns: whether there may be more: each request that is signed leaves a nonce.
  func step() async throws -> Bool {
    let now = clock.now()
    let batch = SQLValue.int8(AuthLimits.sweepBatch)
    let ended = now.adding(seconds: -AuthLimits.sessionKeptSeconds)
    let removed = try await database.transaction { transaction in
      let sessions = try await transaction.query(
        AuthStatements.sweepSessions, [.timestamp(ended), batch])
      let nonces = try await transaction.query(
        ApiKeyStatements.sweepNonces, [.timestamp(world.now()), batch])
      try await transaction.commit()
      return sessions + nonces
    }
    return removed.contains(AuthLimits.sweepBatch)
  }
}

/// What the callers of the general ledger share.
struct GeneralLedger: Sendable {
  let service: ServiceContext

  private var expiry: PendingExpiry {
    PendingExpiry(
      database: service.database, committer: service.committer, clock: service.clock)
  }

  /// Carries something out; when holds may be in its way that are over, it runs once more after
  /// they were released.
  ///
  /// - Parameter accounts: that it takes from or adds to; asked for when they matter.
  /// - Parameter attempt: told when holds were released.
  func releasing<Answer>(
    _ accounts: () async throws -> [GeneralName],
    _ attempt: (_ releasedUpTo: Timestamp?) async throws -> Answer
  ) async throws -> Answer {
    do {
      return try await attempt(nil)
    } catch let refusal as Refusal where refusal.reason == Refusal.holdsDueReason {
      return try await attempt(try await expiry.release(try await accounts()))
    }
  }
}

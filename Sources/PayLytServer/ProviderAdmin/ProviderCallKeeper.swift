/// Says of calls whose server ended that nobody knows their outcome.
struct ProviderCallKeeper: Sendable {
  let database: Database
  /// The clock that calls are dated by.
  let clock: any Clock

  /// - Returns: whether there may be more.
  func step() async throws -> Bool {
    let now = clock.now()
    let batch = ProviderCallLimits.closedBatch
    let lost = now.adding(seconds: -ProviderCallLimits.lostSeconds)
    let closed = try await database.transaction { transaction in
      try await transaction.query(
        ProviderCallStatements.closeLost, [.timestamp(lost), .timestamp(now), .int8(batch)])
    }
    return closed == [batch]
  }
}

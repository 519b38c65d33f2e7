/// Says of calls whose server ended that nobody knows their outcome, and removes what was kept long
/// enough.
struct ProviderCallKeeper: Sendable {
  let database: Database
  /// The clock that calls are dated by.
  let clock: any Clock

  /// - Returns: whether there may be more.
  func step() async throws -> Bool {
    let now = clock.now()
    let batch = SQLValue.int8(ProviderCallLimits.sweepBatch)
    let lost = now.adding(seconds: -ProviderCallLimits.lostSeconds)
    let counts = try await database.transaction { transaction in
      let closed = try await transaction.query(
        ProviderCallStatements.closeLost, [.timestamp(lost), .timestamp(now), batch])
      let swept = try await transaction.query(
        ProviderCallStatements.sweep, [.timestamp(now), batch])
      try await transaction.commit()
      return closed + swept
    }
    return counts.contains(ProviderCallLimits.sweepBatch)
  }
}

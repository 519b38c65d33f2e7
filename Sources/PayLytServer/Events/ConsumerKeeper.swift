/// Forgets consumers of events that nobody has used for long: their places are limited.
struct ConsumerKeeper: Sendable {
  let database: Database
  let clock: any Clock

  /// - Returns: whether there may be more.
  func step() async throws -> Bool {
    let end = clock.now().adding(seconds: -EventLimits.consumerKeptSeconds)
    let forgotten = try await database.transaction { transaction in
      let counts = try await transaction.query(
        EventStatements.forget, [.timestamp(end), .int8(EventLimits.forgottenBatch)])
      try await transaction.commit()
      return counts
    }
    return forgotten == [EventLimits.forgottenBatch]
  }
}

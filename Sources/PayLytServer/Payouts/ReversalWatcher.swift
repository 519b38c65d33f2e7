/// Asks about payouts to banks that are over: a bank may send back days later what had arrived, or
/// pay what had failed, and the webhook that tells so may be lost. Servers share the work.
struct ReversalWatcher: Sendable {
  let database: Database
  let worker: PayoutWorker
  let clock: any Clock

  /// Asks about those whose turn it is. Returns whether there may be more.
  func step() async throws -> Bool {
    let now = clock.now()
    let taken = try await database.transaction { transaction in
      try await transaction.query(
        PayoutStatements.takeEnded,
        [
          .timestamp(now), .timestamp(now.adding(seconds: -PayoutLimits.reversalSeconds)),
          .timestamp(now.adding(seconds: -PayoutLimits.reversalEagerSeconds)),
          .timestamp(now.adding(seconds: PayoutLimits.reversalPauseSeconds)),
          .timestamp(now.adding(seconds: PayoutLimits.reversalLaterPauseSeconds)),
          .int8(PayoutLimits.reversalBatch),
        ])
    }
    for payout in taken { await worker.requery(payout) }
    return taken.count == Int(PayoutLimits.reversalBatch)
  }
}

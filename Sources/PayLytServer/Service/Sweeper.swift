/// Removes what had its time, so that no table but the books and the log grows for ever.
struct Sweeper: Sendable {
  /// One table's rows, and the clock that they are dated by.
  struct Duty: Sendable {
    let sweep: Sweep
    let clock: any Clock
  }

  let database: Database
  let duties: [Duty]

  /// A turn of each. One that fails keeps none of the others from theirs.
  ///
  /// - Returns: whether there may be more.
  /// - Throws: the first failure.
  func step() async throws -> Bool {
    var hasMore = false
    var failure: (any Error)?
    for duty in duties {
      do {
        if try await remove(duty) == Sweep.batch { hasMore = true }
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return hasMore
  }

  private func remove(_ duty: Duty) async throws -> Int64 {
    try await database.transaction { transaction in
      try await transaction.query(
        duty.sweep.statement, duty.sweep.values(at: duty.clock.now())
      ).first ?? 0
    }
  }
}

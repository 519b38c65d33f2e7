/// Releases what pending transactions hold when their time is over.
struct PendingExpiry: Sendable {
  let database: Database
  let committer: Committer
  let clock: any Clock

  /// Expires what is due, oldest first. What cannot be is left alone for a while.
  ///
  /// - Returns: whether more may be due.
  func step(_ setAside: SetAside) async throws -> Bool {
    let now = clock.now()
    let aside = setAside.rows(at: now)
    let batch = GeneralLimits.expiredPerStep + aside.count
    // The lock only skips what another server is deciding on; each decision looks for itself.
    let due = try await database.transaction { transaction in
      try await transaction.query(GeneralStatements.due, [.timestamp(now), .int8(Int64(batch))])
    }
    try await withThrowingTaskGroup { group in
      for name in due where !aside.contains(name.key) {
        group.addTask { try await setAside.attempt(name.key, at: now) { try await expire(name) } }
      }
      try await group.waitForAll()
    }
    return due.count == batch
  }

  /// Expires what is due on these accounts, before a decision that it could be in the way of.
  ///
  /// - Returns: up to when nothing is held on them any more that is over.
  func release(_ accounts: [GeneralName]) async throws -> Timestamp {
    let now = clock.now()
    let keys = accounts.map(\.key)
    for _ in 0..<GeneralLimits.releaseStepsMax {
      let due = try await database.query(
        GeneralStatements.dueOnAccounts, [.timestamp(now), .uuidArray(keys)])
      guard !due.isEmpty else { return now }
      try await withThrowingTaskGroup { group in
        for name in due { group.addTask { try await expire(name) } }
        try await group.waitForAll()
      }
    }
    throw GeneralLedgerError.holdsDue
  }

  private func expire(_ name: GeneralName) async throws {
    _ = try await committer.commit(ExpirePending(name: name), deadline: nil) { view in
      view.map { .transaction($0) } ?? .none(of: name)
    }
  }
}

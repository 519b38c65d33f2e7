import PayLytRPC

/// Posts what was to be posted later, when it is due.
///
/// One server at a time does, so that there is one order: by due time, then by the id of the first
/// of the series, then by which one of it it is. What has no account in common is decided side by
/// side, in one commit: nobody can tell their order. The turn only keeps that order. That each is
/// carried out once follows from its row, which is locked by the decision.
///
/// One that can neither be carried out nor refused, because what it touches is damaged, is left
/// alone for a while: it loses its place in the order, and the others go on.
struct ScheduleRunner: Sendable {
  let database: Database
  let committer: Committer
  let clock: any Clock
  /// Who takes the turn: another one for each server.
  let holder: UUID
  let setAside: SetAside

  private var expiry: PendingExpiry {
    PendingExpiry(database: database, committer: committer, clock: clock)
  }

  /// - Returns: whether more may be due.
  func step() async throws -> Bool {
    let now = clock.now()
    let aside = setAside.rows(at: now)
    let batch = GeneralLimits.schedulesPerStep + aside.count
    let found = try await database.query(
      GeneralScheduleStatements.due, [.timestamp(now), .int8(Int64(batch))])
    let open = readable(found.filter { !aside.contains($0.id) }, at: now)
    guard !open.isEmpty, try await takeTurn(at: now) else { return false }
    let horizon = Self.horizon(of: open)
    let due = horizon.map { horizon in open.filter { $0.dueAt < horizon } } ?? open
    // After a failure the turn is kept: it comes back to this server, or ends by itself.
    try await carryOut(due, at: now)
    try await endTurn()
    return found.count == batch || horizon.map { $0 <= now } ?? false
  }

  private func readable(
    _ found: [GeneralScheduleStatements.Due], at now: Timestamp
  ) -> [GeneralSchedule] {
    found.compactMap { due in
      switch due.schedule {
      case .success(let schedule): return schedule
      case .failure(let error):
        setAside.add(due.id, because: error, at: now)
        return nil
      }
    }
  }

  /// When the first of those is due that are made when one of these is carried out: whoever is due
  /// then or later comes after it. After a time without servers, several of a series are due.
  static func horizon(of due: [GeneralSchedule]) -> Timestamp? {
    due.compactMap { schedule in
      schedule.place.map(\.following).flatMap { $0.isWithinCount ? $0.dueAt : nil }
    }.min()
  }

  /// Those of a wave have no account in common; who shares one with an earlier one comes in a
  /// later wave.
  static func waves(_ due: [GeneralSchedule]) -> [[GeneralSchedule]] {
    var waves: [[GeneralSchedule]] = []
    var last: [UUID: Int] = [:]
    for schedule in due {
      let accounts = schedule.accounts.map(\.key)
      let wave = accounts.compactMap { last[$0] }.max().map { $0 + 1 } ?? 0
      for account in accounts { last[account] = wave }
      if wave == waves.count { waves.append([]) }
      waves[wave].append(schedule)
    }
    return waves
  }

  private func carryOut(_ due: [GeneralSchedule], at now: Timestamp) async throws {
    for wave in Self.waves(due) {
      let released = try await release(wave)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for schedule in wave {
          group.addTask {
            try await setAside.attempt(schedule.id, at: now) {
              try await carryOut(schedule, releasedUpTo: released)
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  /// Holds that are over must not stand in the way of what is due now.
  ///
  /// - Returns: nil when one of them cannot be released. Whom that stops shows at each by itself.
  private func release(_ wave: [GeneralSchedule]) async throws -> Timestamp? {
    do {
      return try await expiry.release(wave.flatMap(\.accounts))
    } catch {
      guard !error.isMomentary else { throw error }
      return nil
    }
  }

  private func carryOut(
    _ schedule: GeneralSchedule, releasedUpTo: Timestamp?
  ) async throws {
    var released = releasedUpTo
    var obstacle: (any Error)?
    do {
      if released == nil { released = try await expiry.release(schedule.accounts) }
    } catch {
      guard !error.isMomentary else { throw error }
      obstacle = error
    }
    do {
      let command = ExecuteSchedule(name: schedule.name, releasedUpTo: released)
      _ = try await committer.commit(command, deadline: nil) { .schedule($0) }
    } catch {
      // Only who needs what is held and over is stopped by a hold that cannot be released.
      if let obstacle, (error as? Refusal)?.reason == Refusal.holdsDueReason { throw obstacle }
      guard let refusal = ScheduleRefusal(error) else { throw error }
      let command = RefuseSchedule(name: schedule.name, refusal: refusal)
      _ = try await committer.commit(command, deadline: nil) { .schedule($0) }
    }
  }

  // MARK: The turn

  private func takeTurn(at now: Timestamp) async throws -> Bool {
    try await database.transaction { transaction in
      try await transaction.query(
        GeneralScheduleStatements.takeTurn,
        [.uuid(holder), .timestamp(now), .int8(GeneralLimits.scheduleTurnSeconds)])
    }.first == true
  }

  private func endTurn() async throws {
    _ = try await database.transaction { transaction in
      try await transaction.run([GeneralScheduleStatements.endTurn.bind([.uuid(holder)])])
    }
  }
}

extension GeneralSchedule {
  /// Each that it touches, in the order of its postings.
  var accounts: [GeneralName] {
    var seen: Set<UUID> = []
    return list.flatMap(\.postings).map(\.account).filter { seen.insert($0.key).inserted }
  }
}

extension ScheduleRefusal {
  private static let failedInsideReason = "INTERNAL"

  /// Why a schedule cannot be carried out; nil when it may be a moment later.
  init?(_ error: any Error) {
    guard !error.isMomentary else { return nil }
    if error is CommitError {
      // A bug of ours: the log has it. Nothing was posted, and trying again would not help.
      self.init(
        code: StatusCode.internalError.rawValue, reason: Self.failedInsideReason,
        message: "Something went wrong inside. Nothing was posted.", field: "")
      return
    }
    guard let refusal = (error as? any RefusalConvertible)?.refusal else { return nil }
    self.init(
      code: refusal.code.rawValue, reason: refusal.reason, message: refusal.message,
      field: refusal.field ?? "")
  }
}

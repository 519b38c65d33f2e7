/// Lets timers go off. Servers share the work: each takes timers that no other one has, and one
/// that dies with some leaves them to the others.
struct TimerWorker: Sendable {
  let database: Database
  let clock: any Clock
  let log: Log
  /// What each kind of timer does.
  let fire: @Sendable (Timer) async throws -> Timer.Outcome

  /// Lets go off what is due. Returns whether more is.
  func step() async throws -> Bool {
    let now = clock.now()
    let taken = try await database.transaction { transaction in
      try await transaction.query(
        TimerStatements.take,
        [
          .timestamp(now), .timestamp(now.adding(seconds: TimerLimits.leaseSeconds)),
          .int8(TimerLimits.batch),
        ])
    }
    guard !taken.isEmpty else { return false }
    // Side by side: their commands share commits.
    let outcomes = await withTaskGroup { group in
      for timer in taken { group.addTask { (timer.id, await outcome(of: timer)) } }
      return await group.reduce(into: [(UUID, Timer.Outcome?)]()) { $0.append($1) }
    }
    try await store(outcomes)
    return taken.count == Int(TimerLimits.batch)
  }

  /// nil when it failed: it stays taken until its lease is over, and goes off again.
  private func outcome(of timer: Timer) async -> Timer.Outcome? {
    do {
      return try await fire(timer)
    } catch let refusal as Refusal where refusal.isPause {
      return .again(at: clock.now().adding(seconds: TimerLimits.pauseSeconds))
    } catch {
      let fields = [
        "kind": "\(timer.kind)", "subject": "\(timer.subject)",
        "error": (error as? any RefusalConvertible)?.refusal.reason ?? String(reflecting: error),
      ]
      if timer.attempts > TimerLimits.attemptsQuiet {
        log.warning("timer failed", fields)
      } else {
        log.info("timer failed", fields)
      }
      return nil
    }
  }

  private func store(_ outcomes: [(UUID, Timer.Outcome?)]) async throws {
    var done: [UUID] = []
    var later: [UUID] = []
    var moments: [Timestamp?] = []
    for (id, outcome) in outcomes {
      switch outcome {
      case .done: done.append(id)
      case .again(let moment):
        later.append(id)
        moments.append(moment)
      case nil: break
      }
    }
    try await database.transaction { transaction in
      _ = try await transaction.commit([
        TimerStatements.remove.bind([.uuidArray(done)]),
        TimerStatements.postpone.bind([.uuidArray(later), .timestampArray(moments)]),
      ])
    }
  }
}

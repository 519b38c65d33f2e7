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
          .timestamp(now), .int8(TimerLimits.leaseSeconds), .int8(TimerLimits.batch),
          .int8(TimerLimits.leaseSecondsMax),
        ])
    }
    guard !taken.isEmpty else { return false }
    // Side by side: their commands share commits.
    let outcomes = await withTaskGroup { group in
      for timer in taken { group.addTask { (timer.id, await outcome(of: timer)) } }
      return await group.reduce(into: [(UUID, End)]()) { $0.append($1) }
    }
    try await store(outcomes)
    return taken.count == Int(TimerLimits.batch)
  }

  private enum End: Sendable {
    case came(Timer.Outcome)
    /// It stays taken until its lease is over, and goes off again.
    case failed
    /// Too often.
    case failedForGood(String)
  }

  private func outcome(of timer: Timer) async -> End {
    do {
      return .came(try await fire(timer))
    } catch let refusal as Refusal where refusal.isPause {
      return .came(.again(at: clock.now().adding(seconds: TimerLimits.pauseSeconds)))
    } catch {
      let fields = [
        "kind": "\(timer.kind)", "subject": "\(timer.subject)",
        "error": (error as? any RefusalConvertible)?.refusal.reason ?? String(reflecting: error),
      ]
      guard timer.attempts < TimerLimits.attemptsMax else {
        log.error("timer parked", fields)
        return .failedForGood(
          (error as? any RefusalConvertible)?.refusal.reason ?? "it failed inside")
      }
      if timer.attempts > TimerLimits.attemptsQuiet {
        log.warning("timer failed", fields)
      } else {
        log.info("timer failed", fields)
      }
      return .failed
    }
  }

  private func store(_ outcomes: [(UUID, End)]) async throws {
    var done: [UUID] = []
    var parked: [UUID] = []
    var notes: [String?] = []
    var later: [UUID] = []
    var moments: [Timestamp?] = []
    for (id, outcome) in outcomes {
      switch outcome {
      case .came(.done): done.append(id)
      case .came(.again(let moment)):
        later.append(id)
        moments.append(moment)
      case .failedForGood(let note):
        parked.append(id)
        notes.append(note)
      case .failed: break
      }
    }
    try await database.transaction { transaction in
      _ = try await transaction.commit([
        TimerStatements.remove.bind([.uuidArray(done)]),
        TimerStatements.postpone.bind([.uuidArray(later), .timestampArray(moments)]),
        TimerStatements.park.bind([.uuidArray(parked), .textArray(notes)]),
      ])
    }
  }
}

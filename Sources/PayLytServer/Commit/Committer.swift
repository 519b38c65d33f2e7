import PayLytRPC
import Synchronization

/// Turns commands into commits: load, decide, store.
///
/// The commands that arrive while one batch commits form the next batch. Alone, a command waits for
/// nobody; under load, many share one commit. A batch is one database transaction: rows are loaded
/// and locked set-based, each command decides in turn and sees what the ones before it did, and all
/// changes are written set-based together with the journal. Nobody is answered before the commit.
final class Committer: Sendable {
  private let state = Mutex(CommitterState())
  private let announcements = Mutex(Announcements.none)
  private let database: any Store
  private let schema: CommitSchema
  private let clock: any Clock
  private let random: @Sendable () -> UInt64
  private let stripe: UInt8
  private let report: @Sendable (CommitEvent) -> Void

  /// - Parameter stripe: of the platform's accounts, for what this committer posts.
  /// - Parameter report: told what happens, on the task that commits; it must not block.
  init(
    database: any Store, schema: CommitSchema, clock: any Clock, stripe: UInt8,
    random: @escaping @Sendable () -> UInt64,
    report: @escaping @Sendable (CommitEvent) -> Void
  ) {
    self.database = database
    self.schema = schema
    self.clock = clock
    self.stripe = stripe
    self.random = random
    self.report = report
  }

  /// Carries out `command`; returns when it is durable.
  ///
  /// - Parameter via: the service that calls for the command's caller; the journal names both.
  /// - Parameter isRehearsal: whether to decide only, on the rows as they are.
  /// - Parameter encode: makes the answer that is stored under the request's key and returned.
  /// - Throws: `Refusal`, `CommitError`.
  func commit<C: Command>(
    _ command: C, deadline: Deadline?, via: String? = nil, isRehearsal: Bool = false,
    encode: @escaping @Sendable (C.Answer) -> Payload
  ) async throws -> CommitOutcome {
    let journalID = newID()
    return try await withCheckedThrowingContinuation { continuation in
      submit(
        PendingCommand(
          command, journalID: journalID, deadline: deadline, via: via, isRehearsal: isRehearsal,
          encode: encode
        ) {
          continuation.resume(with: $0)
        })
    }
  }

  private func submit(_ command: PendingCommand) {
    enum Next {
      case wait, drain, refuse(CommitError)
    }
    let now = clock.now()
    let next: Next = state.withLock { state in
      guard !state.delays(command, at: now) else { return .refuse(.inProgress) }
      guard state.queue.append(command) else { return .refuse(.overloaded) }
      guard !state.isDraining else { return .wait }
      state.isDraining = true
      return .drain
    }
    switch next {
    case .wait: break
    case .drain: database.spawn { await self.drain() }
    case .refuse(let reason):
      if reason == .overloaded { report(.overloaded) }
      command.answer(.failure(reason))
    }
  }

  private func drain() async {
    while let batch = takeBatch() {
      guard !batch.isEmpty else { continue }
      let now = clock.now()
      state.withLock { $0.begin(batch, at: now) }
      await settle(batch)
      state.withLock { $0.begin([], at: now) }
    }
  }

  /// The batch has to run again, nobody knows how often: who sends a request of it is told so.
  private func holdOffRepetitions() {
    let now = clock.now()
    let held = state.withLock { state in
      state.isTroubled = true
      return state.takeDelayed(at: now)
    }
    for command in held { command.answer(.failure(CommitError.inProgress)) }
  }

  /// The next batch, without those whose callers no longer wait; nil when the queue is empty.
  private func takeBatch() -> [PendingCommand]? {
    var left = 0
    let taken: [PendingCommand]? = state.withLock { state in
      guard !state.queue.isEmpty else {
        state.isDraining = false
        return nil
      }
      let batch = state.queue.takeBatch()
      left = state.queue.count
      return batch
    }
    report(.waiting(left))
    // Each deadline is looked at once: a second look could find a command neither here nor there.
    return taken?.filter { command in
      guard command.deadline?.hasPassed ?? false else { return true }
      command.answer(.failure(CommitError.deadlineExceeded))
      return false
    }
  }

  /// Runs a batch until each of its commands has an answer.
  ///
  /// - Parameter mayBeCommitted: whether an earlier run, as part of a larger batch, ended unknown.
  private func settle(_ batch: [PendingCommand], mayBeCommitted: Bool = false) async {
    var attempts = BatchAttempts(mayBeCommitted: mayBeCommitted)
    let start = monotonicNanoseconds()
    for attempt in 0..<CommitLimits.attemptsMax {
      do {
        let outcomes = try await run(batch, isRetry: attempt > 0 || mayBeCommitted)
        var tally = CommitTally()
        for (command, outcome) in zip(batch, outcomes) {
          tally.count(outcome)
          command.answer(outcome)
        }
        report(.settled(tally, nanoseconds: monotonicNanoseconds() - start))
        return
      } catch {
        switch attempts.judge(error) {
        case .runAgain: break
        case .giveUp(let reason):
          if reason == .internalError {
            report(.bug("a batch failed: \(String(reflecting: error))"))
          }
          for command in batch { command.answer(.failure(reason)) }
          return
        case .split:
          await split(batch, because: error, mayBeCommitted: attempts.mayBeCommitted)
          return
        }
        report(.retried)
        if attempt > 0 || attempts.mayBeCommitted { holdOffRepetitions() }
        await pause(afterAttempt: attempt)
      }
    }
    let reason: CommitError = attempts.mayBeCommitted ? .outcomeUnknown : .contended
    for command in batch { command.answer(.failure(reason)) }
  }

  /// The database refused the batch as a whole: halves it until the offender is alone.
  private func split(
    _ batch: [PendingCommand], because error: any Error, mayBeCommitted: Bool
  ) async {
    guard batch.count > 1 else {
      if let error = error as? DatabaseError, error.isOutOfRange {
        return batch[0].answer(.failure(Refusal.sumTooLarge))
      }
      report(.bug("\(batch[0].method): the database refused it: \(String(reflecting: error))"))
      batch[0].answer(.failure(CommitError.internalError))
      return
    }
    report(.split)
    let middle = batch.count / 2
    await settle(Array(batch[..<middle]), mayBeCommitted: mayBeCommitted)
    await settle(Array(batch[middle...]), mayBeCommitted: mayBeCommitted)
  }

  private func run(
    _ batch: [PendingCommand], isRetry: Bool
  ) async throws -> [Result<CommitOutcome, any Error>] {
    let set = WorkingSet(schema)
    return try await database.write { transaction in
      try await self.load(batch, batch.indices, into: set, transaction, isRetry: isRetry)
      var now = self.clock.now()
      var outcomes: [Result<CommitOutcome, any Error>] = []
      outcomes.reserveCapacity(batch.count)
      for (place, command) in batch.enumerated() {
        if set.answers.areStale {
          // What the commands before it made can name rows that were not there to be named: the
          // invoice of one is the payment of the next.
          try await self.load(batch, place..<place + 1, into: set, transaction, isRetry: isRetry)
          // That may have waited for another transaction: what was good before may be over now.
          now = max(now, self.clock.now())
        }
        set.answers.begin(place)
        outcomes.append(self.decide(command, set, now: now, isRetry: isRetry))
      }
      let writes = set.writes()
      if !writes.isEmpty {
        try await transaction.commit(writes)
        self.announce()
      }
      return outcomes
    }
  }

  /// Tells every server that there is something new. Outside of the transaction: one that notifies
  /// locks the whole database until its commit is on disk, so that all servers together would
  /// commit one after the other. The first commit after a silence is announced at once; those
  /// during an announcement, and shortly behind it, share the next.
  private func announce() {
    let isFirst = announcements.withLock { announcements in
      defer { announcements = announcements.isUnderWay ? .another : .underWay }
      return !announcements.isUnderWay
    }
    guard isFirst else { return }
    database.spawn { [self] in
      repeat {
        // Without a database there is nobody to tell; who waits looks again by itself.
        _ = try? await database.query(CommitStatements.notify)
        await database.pause(.milliseconds(CommitLimits.announcementMilliseconds))
      } while announcements.withLock { $0.next() }
    }
  }

  private enum Announcements {
    case none, underWay, another

    var isUnderWay: Bool { self != .none }

    /// One is done: whether another one follows.
    mutating func next() -> Bool {
      defer { self = self == .another ? .underWay : .none }
      return self == .another
    }
  }

  /// Loads what the commands at `places` name. One that has been told all that it asked for is not
  /// asked again.
  private func load(
    _ batch: [PendingCommand], _ places: Range<Int>, into set: WorkingSet,
    _ transaction: any StoreTransaction, isRetry: Bool
  ) async throws {
    let loader = Loader(set: set, stripe: stripe)
    for command in batch[places] {
      if isRetry { loader.want(JournalEntry.self, command.journalID) }
      if let request = command.request {
        loader.want(JournalEntry.self, by: "request_key", .uuid(request.key))
      }
    }
    var asking = Array(places)
    for _ in 0..<CommitLimits.loadRoundsMax {
      asking = asking.filter { place in
        set.answers.begin(place)
        batch[place].load(loader)
        return set.answers.isIncomplete
      }
      let loads = set.takeLoads()
      guard !loads.isEmpty else { return }
      let results = try await transaction.run(loads.map(\.statement))
      for (load, result) in zip(loads, results) { try load.accept(result) }
    }
    preconditionFailure("a command names rows without end: \(batch.map(\.method))")
  }

  private func decide(
    _ command: PendingCommand, _ set: WorkingSet, now: Timestamp, isRetry: Bool
  ) -> Result<CommitOutcome, any Error> {
    if let known = earlierEntry(of: command, set, isRetry: isRetry) {
      return replay(known, of: command)
    }
    do {
      let payload = try set.attempt {
        let decision = Decision(set, now: now, stripe: stripe) { self.newID() }
        let payload = try command.decide(decision)
        guard !command.isRehearsal else { throw Rehearsed(payload: payload) }
        record(command, set, now: now, payload: payload, event: decision.event)
        return payload
      }
      return .success(CommitOutcome(bytes: payload.bytes, isReplay: false))
    } catch let rehearsed as Rehearsed {
      return .success(CommitOutcome(bytes: rehearsed.payload.bytes, isReplay: false))
    } catch let error as any RefusalConvertible {
      record(command, set, now: now, refusal: error.refusal)
      return .failure(error.refusal)
    } catch {
      report(.bug("\(command.method) threw \(error)"))
      return .failure(CommitError.internalError)
    }
  }

  private func earlierEntry(
    of command: PendingCommand, _ set: WorkingSet, isRetry: Bool
  ) -> JournalEntry? {
    let journal = set.rows(JournalEntry.self)
    if isRetry, let own = journal.row(command.journalID) { return own }
    guard let request = command.request else { return nil }
    return journal.rows("request_key", .uuid(request.key)).first
  }

  private func replay(
    _ entry: JournalEntry, of command: PendingCommand
  ) -> Result<CommitOutcome, any Error> {
    do {
      return .success(
        try entry.answer(to: command.request, isReplay: entry.id != command.journalID))
    } catch let refusal as Refusal {
      return .failure(refusal)
    } catch {
      report(.bug("journal row \(entry.id) holds no refusal"))
      return .failure(CommitError.internalError)
    }
  }

  private func record(
    _ command: PendingCommand, _ set: WorkingSet, now: Timestamp, payload: Payload,
    event: Decision.Event?
  ) {
    guard event != nil || command.request != nil else { return }
    set.put(
      JournalEntry(
        id: command.journalID, createdAt: now, requestKey: command.request?.key,
        fingerprint: command.request?.fingerprint ?? [], actor: command.actor,
        method: command.method, status: .ok, response: payload.bytes, eventType: event?.type,
        subject: event?.subject, payloadType: payload.type.isEmpty ? nil : payload.type,
        reason: event?.reason, parties: event?.parties ?? []))
  }

  private func record(
    _ command: PendingCommand, _ set: WorkingSet, now: Timestamp, refusal: Refusal
  ) {
    guard let request = command.request, refusal.isLasting else { return }
    set.put(
      JournalEntry(
        id: command.journalID, createdAt: now, requestKey: request.key,
        fingerprint: request.fingerprint, actor: command.actor, method: command.method,
        status: refusal.code, response: refusal.storedForm, eventType: nil, subject: nil,
        payloadType: nil, reason: refusal.reason, parties: []))
  }

  private func newID() -> UUID { UUID(time: clock.now(), random: random()) }

  private func pause(afterAttempt attempt: Int) async {
    let base = CommitLimits.backoffMilliseconds << attempt
    let jitter = Int(random() % UInt64(base))
    // A cancelled caller's command is settled all the same.
    await database.pause(.milliseconds(base + jitter))
  }
}

/// Takes a rehearsed decision back, with what it would have answered.
private struct Rehearsed: Error {
  let payload: Payload
}

/// What the attempts of one batch have shown so far, and so what follows the next failure.
private struct BatchAttempts {
  /// Whether one of them may have committed.
  private(set) var mayBeCommitted: Bool
  private var uniqueViolations = 0

  enum Verdict {
    case runAgain, split
    case giveUp(CommitError)
  }

  init(mayBeCommitted: Bool) { self.mayBeCommitted = mayBeCommitted }

  mutating func judge(_ error: any Error) -> Verdict {
    guard let error = error as? DatabaseError else { return .giveUp(.internalError) }
    switch error {
    case .sqlState where error.isOutage || error.isReadOnly: return againIfUncertain
    case .sqlState where error.isSerializationFailure || error.isDeadlock: return .runAgain
    case .sqlState where error.isUniqueViolation():
      // Another server's insert after our load, which the next load sees; one that stays is a
      // command that did not look, and the others must not wait for it.
      uniqueViolations += 1
      return uniqueViolations > CommitLimits.uniqueRacesMax ? .split : .runAgain
    case .sqlState: return .split
    case .outcomeUnknown:
      mayBeCommitted = true
      return .runAgain
    case .unavailable, .overloaded, .timeout, .cancelled: return againIfUncertain
    case .parametersTooLarge, .column, .invalidStatement: return .split
    }
  }

  /// What may be committed is never given up as if it were not.
  private var againIfUncertain: Verdict { mayBeCommitted ? .runAgain : .giveUp(.unavailable) }
}

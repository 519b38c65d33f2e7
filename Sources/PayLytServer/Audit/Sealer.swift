import PayLytCrypto
import PayLytRPC
import Synchronization

/// Gives committed decisions their place in the log, off the hot path.
///
/// Every server has one; one of them works. The one that gets the lock and has something to seal
/// goes on as the leader and wakes up with each commit; the others look now and then and take over
/// when there is work that nobody does. Who leads does not matter for what is written: a batch is
/// one transaction under the lock, so a crash between any two steps leaves all of it or nothing.
final class Sealer: Sendable {
  /// What to do after a step.
  enum Next: Hashable, Sendable {
    /// There is more.
    case again
    case rest(milliseconds: Int)
    /// The same, unless somebody waits for what is committed to be sealed.
    case restUntilWanted(milliseconds: Int)
    /// Nothing to do until something commits.
    case waitForCommit
  }

  fileprivate enum Role: Hashable {
    case leader
    /// The end of the log when this server last looked.
    case standby(position: Int64)
  }

  fileprivate struct State {
    var role = Role.leader
    /// Where the log ended when this server led last.
    var end: Int64?
  }

  /// The log cannot be continued; docs/OPERATIONS.md says what to do.
  enum Failure: Error, Hashable, CustomStringConvertible {
    /// The last entry has lost its journal row or its checkpoint.
    case endIsBroken(position: Int64)
    /// The journal was written by transactions that this cluster has not seen yet.
    case journalOfAnotherCluster

    var description: String {
      switch self {
      case .endIsBroken(let position):
        "audit entry \(position), the last one, has lost its checkpoint or its journal row"
      case .journalOfAnotherCluster:
        "the journal was restored from another cluster: see \"Restoring a dump\" in "
          + "docs/OPERATIONS.md"
      }
    }
  }

  private let database: Database
  private let clock: any Clock
  private let key: Ed25519.SigningKey
  private let batchMax: Int
  /// Hashing a full batch takes milliseconds, which no call should wait for.
  private let hashing = BlockingPool()
  private let state = Mutex(State())

  init(
    database: Database, clock: any Clock, key: Ed25519.SigningKey,
    batchMax: Int = AuditLimits.batchMax
  ) {
    self.database = database
    self.clock = clock
    self.key = key
    self.batchMax = batchMax
  }

  /// Seals until the task is cancelled.
  ///
  /// - Parameters:
  ///   - commits: rings with every commit of any server.
  ///   - wanted: rings when somebody waits for what is committed to be sealed.
  func run(commits: Bell, wanted: Bell, on loop: EventLoop, log: Log) async {
    while !Task.isCancelled {
      let seen = commits.rings
      let wants = wanted.rings
      do {
        switch try await step() {
        case .again: break
        case .rest(let milliseconds): try await Task.sleep(for: .milliseconds(milliseconds))
        case .restUntilWanted(let milliseconds):
          let atLeast = min(milliseconds, AuditLimits.restWantedMilliseconds)
          try await Task.sleep(for: .milliseconds(atLeast))
          try await wanted.wait(
            after: wants, atMost: .milliseconds(milliseconds - atLeast), on: loop)
        case .waitForCommit:
          // Who waits for a commit to be sealed may have seen it before it was announced.
          try await Self.wait(
            for: [(commits, seen), (wanted, wants)],
            atMost: .milliseconds(AuditLimits.pollMilliseconds), on: loop)
        }
      } catch let error where error.isCancellation {
        return
      } catch let refusal as Refusal where refusal == .serverStopping {
        // No bell rings any more. Calls that still run are sealed until this task is cancelled too.
        try? await Task.sleep(for: .milliseconds(AuditLimits.pollMilliseconds))
      } catch {
        let pause = report(error, log)
        try? await Task.sleep(for: .milliseconds(pause))
      }
    }
  }

  /// Returns when one of the bells rings, at the latest after `timeout`.
  private static func wait(
    for bells: [(Bell, after: UInt64)], atMost timeout: Duration, on loop: EventLoop
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (bell, seen) in bells {
        group.addTask { try await bell.wait(after: seen, atMost: timeout, on: loop) }
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// One look at what is to be done; seals at most one batch.
  func step() async throws -> Next {
    guard case .standby(let position) = state.withLock({ $0.role }) else { return try await seal() }
    let glances = try await database.query(AuditStatements.glance)
    guard let glance = glances.first else {
      return .rest(milliseconds: AuditLimits.pollMilliseconds)
    }
    // Work that nobody has done since the last look: the leader is gone.
    if glance.hasWork, glance.position == position { return try await seal() }
    state.withLock { $0.role = .standby(position: glance.position) }
    return .rest(milliseconds: AuditLimits.pollMilliseconds)
  }

  fileprivate enum Outcome: Sendable {
    case sealed(through: Int64, isFull: Bool)
    case nothing(AuditStatements.End)
    case anotherSeals
  }

  private func seal() async throws -> Next {
    let outcome = try await sealBatch()
    state.withLock { $0.learn(from: outcome) }
    switch outcome {
    case .sealed(_, isFull: true): return .again
    case .sealed(_, isFull: false):
      return .restUntilWanted(milliseconds: AuditLimits.restMilliseconds)
    case .nothing(let end) where end.isHeldBack:
      return .restUntilWanted(milliseconds: AuditLimits.heldBackMilliseconds)
    case .nothing: return .waitForCommit
    case .anotherSeals: return .rest(milliseconds: AuditLimits.pollMilliseconds)
    }
  }

  private func sealBatch() async throws -> Outcome {
    let (clock, key, hashing, batchMax) = (clock, key, hashing, batchMax)
    return try await database.transaction { transaction in
      // The lock comes first: in READ COMMITTED each statement after it has a snapshot of its own,
      // which holds all that the sealer before has committed.
      let results = try await transaction.run([
        AuditStatements.lock.bind(), AuditStatements.end.bind(),
        AuditStatements.unsealed.bind(
          .int8(Int64(batchMax)), .int8(AuditLimits.batchBytesMax)),
      ])
      guard try results[0].rows(of: AuditStatements.lock) == [true] else { return .anotherSeals }
      guard let end = try results[1].rows(of: AuditStatements.end).first else {
        return .anotherSeals
      }
      guard end.isWhole else { throw Failure.endIsBroken(position: end.head.position) }
      guard !end.isFromTheFuture else { throw Failure.journalOfAnotherCluster }
      let rows = try results[2].rows(of: AuditStatements.unsealed)
      guard !rows.isEmpty else { return .nothing(end) }
      let batch = try await hashing.run {
        SealedBatch(rows, after: end.head, at: clock.now(), key: key)
      }
      try await transaction.commit(batch.writes + [AuditStatements.notify.bind()])
      return .sealed(
        through: batch.checkpoint.lastPosition, isFull: rows.count == batchMax)
    }
  }

  /// - Returns: milliseconds until the next attempt.
  private func report(_ error: any Error, _ log: Log) -> Int {
    guard error is Failure || error is DatabaseError && !error.isMomentary else {
      log.warning("sealing failed", ["error": String(reflecting: error)])
      return AuditLimits.retryMilliseconds
    }
    // No entry is ever left out: a chain with a link missing proves nothing.
    let reason = (error as? Failure).map { "\($0)" } ?? String(reflecting: error)
    log.error("the audit log cannot be continued", ["reason": reason])
    return AuditLimits.brokenMilliseconds
  }
}

extension AuditStatements {
  /// Refuses a journal that came from another cluster, before anything is added to it.
  static func checkOrigin(of database: Database) async throws {
    let end = try await database.query(AuditStatements.end)
    if end.first?.isFromTheFuture == true { throw Sealer.Failure.journalOfAnotherCluster }
  }
}

extension Sealer.State {
  fileprivate mutating func learn(from outcome: Sealer.Outcome) {
    switch outcome {
    case .sealed(let position, _):
      role = .leader
      end = position
    case .nothing(let found):
      // Somebody else has sealed meanwhile: one leader is enough.
      let isAlone = end == nil || end == found.head.position
      role = isAlone ? .leader : .standby(position: found.head.position)
      end = found.head.position
    case .anotherSeals:
      // No log ends here, so the next look only takes down where this one does.
      role = .standby(position: -1)
    }
  }
}

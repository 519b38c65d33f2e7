import Synchronization

/// Rows that a worker could not carry on: each is left alone for a while, so that one that is
/// damaged is in nobody's way.
///
/// It is kept in memory alone, because what is wrong with a row may be just that nothing can be
/// written to it. On every server, and again after a restart, each is tried once more.
final class SetAside: Sendable {
  private struct Row {
    /// In a row.
    var failures: Int64
    var until: Timestamp
  }

  private let worker: String
  private let log: Log
  private let count: Gauge
  private let rows = Mutex<[UUID: Row]>([:])

  /// - Parameter count: shows how many there are.
  init(_ worker: String, log: Log, count: Gauge = Gauge()) {
    self.worker = worker
    self.log = log
    self.count = count
  }

  /// Those that are not to be tried yet. Whoever reads a number of rows reads so many more.
  func rows(at now: Timestamp) -> Set<UUID> {
    rows.withLock { rows in
      rows = rows.filter { now < $0.value.until.adding(seconds: SetAsideLimits.keptSeconds) }
      count.set(Int64(rows.count))
      return Set(rows.filter { now < $0.value.until }.keys)
    }
  }

  /// Works on one row.
  ///
  /// - Throws: what may go well a moment later, and is not the row's fault. Anything else is
  ///   logged, and the row is left alone.
  func attempt(_ row: UUID, at now: Timestamp, _ work: () async throws -> Void) async throws {
    do {
      try await work()
      remove(row)
    } catch {
      guard !error.isMomentary else { throw error }
      add(row, because: error, at: now)
    }
  }

  /// Leaves a row alone for a while, twice as long each time.
  func add(_ row: UUID, because error: any Error, at now: Timestamp) {
    let failures = rows.withLock { rows in
      let failures = (rows[row]?.failures ?? 0) + 1
      let doublings = min(failures - 1, SetAsideLimits.doublingsMax)
      rows[row] = Row(
        failures: failures,
        until: now.adding(seconds: SetAsideLimits.firstPauseSeconds << doublings))
      if rows.count > SetAsideLimits.rowsMax,
        let next = rows.min(by: { $0.value.until < $1.value.until })
      {
        rows[next.key] = nil
      }
      count.set(Int64(rows.count))
      return failures
    }
    log.warning(
      "row set aside",
      [
        "worker": worker, "row": "\(row)", "failures": "\(failures)",
        "error": (error as? any RefusalConvertible)?.refusal.reason ?? String(reflecting: error),
      ])
  }

  /// It went well.
  func remove(_ row: UUID) {
    rows.withLock { rows in
      guard rows.removeValue(forKey: row) != nil else { return }
      count.set(Int64(rows.count))
    }
  }
}

/// The bounds of what workers leave alone.
enum SetAsideLimits {
  /// How long a row is left alone that has failed for the first time.
  static let firstPauseSeconds: Int64 = 30
  /// How often the pause grows twofold: to a bit more than an hour.
  static let doublingsMax: Int64 = 7
  /// For how long after its pause it is remembered that a row has failed: somebody may have mended
  /// it, or ended what it was about.
  static let keptSeconds: Int64 = 7200
  /// Rows that one worker leaves alone. Of more than that, those are tried whose time comes first.
  static let rowsMax = 1000
}

extension Error {
  /// Whether the same may go well a moment later, whatever it is about: the database is not there,
  /// there is too much to do, or somebody else is in the way.
  var isMomentary: Bool {
    switch self {
    case let error as CommitError: error != .internalError
    case let error as DatabaseError: error.isMomentary
    case is CancellationError: true
    case let error as any RefusalConvertible:
      switch error.refusal.code {
      case .aborted, .unavailable, .resourceExhausted, .deadlineExceeded, .cancelled: true
      case .ok, .unknown, .invalidArgument, .notFound, .alreadyExists, .permissionDenied,
        .failedPrecondition, .outOfRange, .unimplemented, .internalError, .dataLoss,
        .unauthenticated:
        false
      }
    case _: false
    }
  }
}

extension Error {
  /// Whether the task was cancelled meanwhile; the database has a name of its own for it.
  var isCancellation: Bool { self is CancellationError || self as? DatabaseError == .cancelled }
}

extension DatabaseError {
  fileprivate var isMomentary: Bool {
    switch self {
    case .unavailable, .outcomeUnknown, .timeout, .cancelled, .overloaded: true
    case .sqlState: isSerializationFailure || isDeadlock || isOutage || isReadOnly
    case .parametersTooLarge, .column, .invalidStatement: false
    }
  }
}

import PayLytRPC
import Synchronization

/// What somebody has seen of a row: it has changed when it looks otherwise.
struct RowVersion: Hashable, Sendable {
  let id: UUID
  let version: Int64
  /// The version of what belongs to the row and changes by itself; 0 when there is none.
  var part: Int64 = 0
}

/// Wakes whoever watches a single row, on one server loop, when this row has changed.
///
/// After a commit, one look at the versions of all rows that are watched takes the place of a read
/// by each watcher: what a commit costs here does not grow with those whom it does not concern.
final class RowWatch: Sendable {
  private struct Watcher {
    let question: Statement<RowVersion>
    let seen: RowVersion
    let bell: Bell
  }

  private struct State {
    /// No more than there are streams, each of which has one.
    var watchers: [UInt64: Watcher] = [:]
    var nextWatcher: UInt64 = 0
    var isClosed = false
  }

  private let database: Database
  private let commits: Bell
  private let log: Log
  private let poll: Duration
  /// Rings when there is something to look at.
  private let work = Bell()
  private let state = Mutex(State())

  /// - Parameter commits: rings with every commit of any server.
  /// - Parameter poll: how long a watcher waits before it looks for itself.
  init(
    database: Database, commits: Bell, log: Log,
    poll: Duration = .seconds(WatchLimits.pollSeconds)
  ) {
    self.poll = poll
    self.database = database
    self.commits = commits
    self.log = log
  }

  /// How many commits were heard of: take it before reading the row, wait with it after.
  var commitsHeard: UInt64 { commits.rings }

  /// How many watch.
  var count: Int { state.withLock { $0.watchers.count } }

  /// Returns when a row has changed, at the latest after a while: what tells of a commit may be
  /// lost.
  ///
  /// - Parameter seen: the row as it was read.
  /// - Parameter question: asks for the versions of rows of its kind.
  /// - Parameter heard: `commitsHeard` from before it was read.
  /// - Throws: `CancellationError` when the caller is gone, UNAVAILABLE when the server stops.
  func wait(
    for seen: RowVersion, by question: Statement<RowVersion>, after heard: UInt64
  ) async throws {
    let bell = Bell()
    let id = state.withLock { state in
      state.nextWatcher += 1
      state.watchers[state.nextWatcher] = Watcher(question: question, seen: seen, bell: bell)
      if state.isClosed { bell.close() }
      return state.nextWatcher
    }
    defer { state.withLock { $0.watchers[id] = nil } }
    // The look after a commit between the read and here was without this watcher.
    if commits.rings != heard { work.ring() }
    try await bell.wait(after: 0, atMost: poll, on: database.loop)
  }

  /// Looks after each commit, until the task is cancelled or the server stops.
  func run() async {
    await withDiscardingTaskGroup { group in
      group.addTask { await self.follow() }
      while !Task.isCancelled {
        let rings = work.rings
        do {
          if try await look() {
            // What is committed meanwhile is seen by the next look at once.
            try await Task.sleep(for: .milliseconds(WatchLimits.restMilliseconds))
          }
          try await work.wait(after: rings, atMost: poll, on: database.loop)
        } catch let error where error.isCancellation {
          break
        } catch let refusal as Refusal where refusal == .serverStopping {
          break
        } catch {
          // Until it goes well again, watchers look for themselves.
          log.warning("worker failed", ["worker": "watch", "error": String(reflecting: error)])
          try? await Task.sleep(for: .seconds(WatchLimits.retrySeconds))
        }
      }
      group.cancelAll()
    }
    close()
  }

  private func follow() async {
    var rings = commits.rings
    // Somebody may have heard of an earlier one.
    work.ring()
    do {
      while true {
        try await commits.wait(after: rings, atMost: poll, on: database.loop)
        guard commits.rings != rings else { continue }
        rings = commits.rings
        work.ring()
      }
    } catch {
      // The server stops, or this task is at its end.
      close()
    }
  }

  /// The server stops: no watcher holds it up.
  private func close() {
    let watchers = state.withLock { state in
      state.isClosed = true
      return Array(state.watchers.values)
    }
    for watcher in watchers { watcher.bell.close() }
    work.close()
  }

  /// Wakes those whose rows are not as they saw them.
  ///
  /// - Returns: whether anybody watches.
  private func look() async throws -> Bool {
    let watchers = state.withLock { Array($0.watchers.values) }
    for (_, watchers) in Dictionary(grouping: watchers, by: \.question.name) {
      guard let question = watchers.first?.question else { continue }
      let ids = Set(watchers.map(\.seen.id)).sorted()
      var versions: Set<RowVersion> = []
      for start in stride(from: 0, to: ids.count, by: WatchLimits.rowsPerReadMax) {
        let part = ids[start..<min(start + WatchLimits.rowsPerReadMax, ids.count)]
        versions.formUnion(try await database.query(question, [.uuidArray(Array(part))]))
      }
      for watcher in watchers where !versions.contains(watcher.seen) { watcher.bell.ring() }
    }
    return !watchers.isEmpty
  }
}

extension ServiceContext {
  /// Shows a row as it is and again whenever it has changed, until it is over.
  ///
  /// - Parameter question: asks for the versions of rows of its kind.
  func follow<Row>(
    by question: Statement<RowVersion>, _ context: ServerContext,
    read: () async throws -> Row, version: (Row) -> RowVersion, isOver: (Row) -> Bool,
    show: (Row) async throws -> Void
  ) async throws {
    var shown: RowVersion?
    while true {
      try await checkLive(context)
      let heard = watch.commitsHeard
      let row = try await read()
      let now = version(row)
      if now != shown {
        shown = now
        try await show(row)
      }
      guard !isOver(row) else { return }
      try await watch.wait(for: now, by: question, after: heard)
    }
  }
}

/// The bounds of watching rows.
enum WatchLimits {
  /// How long a watcher waits for news before it looks for itself, and whether its session lives.
  static let pollSeconds: Int64 = 15
  /// What lies between two looks: commits that come closer together share one.
  static let restMilliseconds: Int64 = 20
  static let rowsPerReadMax = 1000
  /// Until the next look when one failed.
  static let retrySeconds: Int64 = 1
}

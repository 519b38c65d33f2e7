import PayLytRPC
import Synchronization
import Testing

@testable import PayLytServer

@Suite("Watching single rows", .timeLimit(.minutes(3)))
struct RowWatchTests {
  /// Rows that are watched, and what was asked of the database for it.
  private final class Scene: Sendable {
    let conninfo: String
    let watch: RowWatch
    let commits = Bell()
    private let database: Database
    private let reads: Reads

    private final class Reads: Sendable {
      let counts = Mutex<[UUID: Int]>([:])
    }

    /// How many rows looks have read.
    var read: Int { reads.counts.withLock { $0.values.reduce(0, +) } }

    /// How often looks have read one row.
    func reads(of number: Int) -> Int {
      reads.counts.withLock { $0[.entity(UInt64(number)), default: 0] }
    }

    init(_ database: Database, _ conninfo: String) {
      self.database = database
      self.conninfo = conninfo
      reads = Reads()
      watch = RowWatch(
        database: database, commits: commits,
        log: Log(level: .error, clock: SystemClock()), poll: .seconds(600))
    }

    static let plain = Statement.versions("test_versions", of: "notification_preferences")

    var question: Statement<RowVersion> {
      let (plain, reads) = (Self.plain, reads)
      return Statement<RowVersion>(
        plain.name, plain.sql, parameters: plain.parameters, columns: plain.columns
      ) { (row) throws(DatabaseError) in
        let version = try plain.decode(row)
        reads.counts.withLock { $0[version.id, default: 0] += 1 }
        return version
      }
    }

    /// Watches a row that was seen in version 1.
    func watching(_ number: Int, after heard: UInt64? = nil) -> Task<Void, any Error> {
      let (watch, question) = (watch, question)
      let heard = heard ?? watch.commitsHeard
      return database.task {
        try await watch.wait(
          for: RowVersion(id: .entity(UInt64(number)), version: 1), by: question, after: heard)
      }
    }

    func change(_ numbers: [Int]) throws {
      let ids = numbers.map { "'\(UUID.entity(UInt64($0)))'" }.joined(separator: ", ")
      try Administrator.execute(
        "UPDATE notification_preferences SET version = version + 1 WHERE id IN (\(ids))",
        on: conninfo)
    }
  }

  /// - Parameter rows: numbered from 1, all in version 1.
  private func withScene(
    rows: Int, _ body: @escaping @Sendable (Scene) async throws -> Void
  ) async throws {
    let conninfo = try await TestCluster.freshDatabase()
    let ids = (0..<rows).map { "('\(UUID.entity(UInt64($0 + 1)))', '', 1)" }
    try Administrator.execute(
      "INSERT INTO notification_preferences (id, choices, version) VALUES "
        + ids.joined(separator: ", "), on: conninfo)
    try await withDatabase(conninfo, statements: [Scene.plain.definition]) { database in
      let scene = Scene(database, conninfo)
      let looks = database.task { await scene.watch.run() }
      do {
        try await body(scene)
      } catch {
        looks.cancel()
        throw error
      }
      looks.cancel()
      _ = await looks.result
    }
  }

  @Test("of five hundred watchers those wake whose rows have changed, by one look for all")
  func many() async throws {
    try await withScene(rows: 500) { scene in
      let ended = Ended()
      for number in 1...500 {
        let watcher = scene.watching(number)
        _ = Task {
          if case .success = await watcher.result { ended.numbers.withLock { $0.append(number) } }
        }
      }
      try await eventually { scene.watch.count == 500 }
      try scene.change([7, 300])
      let before = scene.read
      scene.commits.ring()
      try await eventually { ended.numbers.withLock { $0.count } == 2 }
      // A look reads each row once; one more may have been under way.
      #expect(scene.read - before <= 2 * 500)
      // What concerns nobody wakes nobody.
      let looked = scene.read
      scene.commits.ring()
      try await eventually { scene.read >= looked + 498 }
      #expect(ended.numbers.withLock { $0.sorted() } == [7, 300])
    }
  }

  private final class Ended: Sendable {
    let numbers = Mutex<[Int]>([])
  }

  @Test("a change between the read and the wait is not missed, though its look is over")
  func between() async throws {
    try await withScene(rows: 2) { scene in
      let heard = scene.watch.commitsHeard
      let other = scene.watching(1)
      try scene.change([1, 2])
      scene.commits.ring()
      // The look after this commit has been.
      try await other.value
      try await scene.watching(2, after: heard).value
    }
  }

  @Test("what was seen before a change is told of it at the next commit, whosever that is")
  func late() async throws {
    try await withScene(rows: 1) { scene in
      let watcher = scene.watching(1)
      // Nobody tells of this one.
      try scene.change([1])
      scene.commits.ring()
      try await watcher.value
    }
  }

  @Test("a row that is gone, or never was, is no longer as it was seen")
  func gone() async throws {
    try await withScene(rows: 1) { scene in
      let watcher = scene.watching(99)
      scene.commits.ring()
      try await watcher.value
    }
  }

  @Test("who leaves is no longer looked at")
  func left() async throws {
    try await withScene(rows: 3) { scene in
      let (leaves, stays) = (scene.watching(1), scene.watching(2))
      try await eventually { scene.watch.count == 2 }
      leaves.cancel()
      await #expect(throws: CancellationError.self) { try await leaves.value }
      #expect(scene.watch.count == 1)
      // One look after the other: that of a third one, who came later, is behind any with both.
      let third = scene.watching(3)
      try scene.change([3])
      scene.commits.ring()
      try await third.value
      let before = scene.reads(of: 1)
      try scene.change([1, 2])
      scene.commits.ring()
      try await stays.value
      #expect(scene.reads(of: 1) == before)
    }
  }

  @Test("when the server stops, whoever watches is told so, and whoever comes later")
  func stopping() async throws {
    try await withScene(rows: 1) { scene in
      let watcher = scene.watching(1)
      scene.commits.close()
      await #expect(throws: Refusal.serverStopping) { try await watcher.value }
      await #expect(throws: Refusal.serverStopping) { try await scene.watching(1).value }
    }
  }
}

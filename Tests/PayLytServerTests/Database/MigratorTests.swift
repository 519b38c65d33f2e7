import Schema
import Testing

@testable import PayLytServer

@Suite("Migrations")
struct MigratorTests {
  private static let first = (name: "0001_a", sql: "CREATE TABLE a (x int8)")
  private static let second = (
    name: "0002_b", sql: "CREATE TABLE b (y int8); INSERT INTO b VALUES (1)"
  )

  private static func run(
    _ conninfo: String, _ migrations: [(name: String, sql: String)]
  ) async throws -> [String] {
    try await Migrator(conninfo: conninfo, migrations: migrations).run()
  }

  @Test("each migration is applied once, in order, also when servers start together")
  func once() async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    #expect(try await Self.run(conninfo, [Self.first]) == ["0001_a"])
    #expect(try await Self.run(conninfo, [Self.first]) == [])
    let done = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 { group.addTask { try await Self.run(conninfo, [Self.first, Self.second]) } }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(done == ["0002_b"])
  }

  @Test("a changed, missing or unknown history is refused and nothing is applied")
  func refusedHistory() async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    _ = try await Self.run(conninfo, [Self.first, Self.second])
    let changed = (name: Self.first.name, sql: Self.first.sql + " ")
    await #expect(throws: Migrator.Failure.changed(name: "0001_a")) {
      try await Self.run(conninfo, [changed, Self.second])
    }
    await #expect(throws: Migrator.Failure.newerThanBinary(name: "0002_b")) {
      try await Self.run(conninfo, [Self.first])
    }
    let renamed = (name: "0002_c", sql: Self.second.sql)
    await #expect(
      throws: Migrator.Failure.otherHistory(position: 2, applied: "0002_b", known: "0002_c")
    ) { try await Self.run(conninfo, [Self.first, renamed]) }
    #expect(try await Self.run(conninfo, [Self.first, Self.second]) == [])
  }

  @Test("a history with a gap is refused")
  func refusedGap() async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    _ = try await Self.run(conninfo, [Self.first, Self.second])
    let remove = Statement<Void>(
      "remove", "DELETE FROM schema_migration WHERE position = 1", parameters: [])
    try await withDatabase(conninfo, statements: [remove.definition]) { database in
      _ = try await database.transaction { try await $0.commit([remove.bind()]) }
    }
    await #expect(
      throws: Migrator.Failure.otherHistory(position: 1, applied: "0002_b", known: "0001_a")
    ) { try await Self.run(conninfo, [Self.first, Self.second]) }
  }

  @Test("a migration that fails leaves nothing of itself, and those before it stay")
  func rejected() async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    let broken = (name: "0002_b", sql: "CREATE TABLE b (y int8); SELECT 1 / 0")
    await #expect(
      throws: Migrator.Failure.rejected(name: "0002_b", reason: "division by zero (22012)")
    ) { try await Self.run(conninfo, [Self.first, broken]) }
    #expect(try await Self.run(conninfo, [Self.first, Self.second]) == ["0002_b"])
  }

  @Test(
    "a migration cannot end its transaction",
    arguments: [
      "CREATE TABLE b (y int8); COMMIT", "COMMIT; BEGIN; CREATE TABLE b (y int8)", "ROLLBACK",
    ])
  func leftTransaction(sql: String) async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    await #expect(throws: Migrator.Failure.leftTransaction(name: "0002_b")) {
      try await Self.run(conninfo, [Self.first, ("0002_b", sql)])
    }
  }

  @Test("an unreachable database is named as such")
  func unreachable() async throws {
    let failure = await #expect(throws: Migrator.Failure.self) {
      try await Self.run("host=/nonexistent dbname=x", [Self.first])
    }
    guard case .unreachable = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test(
    "a database of another encoding is refused and left as it is",
    arguments: ["LATIN1", "SQL_ASCII"])
  func otherEncoding(encoding: String) async throws {
    let cluster = try await TestCluster.shared()
    let name = "test_in_\(encoding.lowercased())"
    try cluster.execute(
      "CREATE DATABASE \(name) ENCODING '\(encoding)' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
    )
    let conninfo = cluster.conninfo(database: name)
    await #expect(throws: Migrator.Failure.encoding(encoding)) {
      try await Self.run(conninfo, [Self.first])
    }
    let tables = try cluster.execute(
      "SELECT FROM pg_tables WHERE schemaname = 'public'", in: name)
    #expect(tables == 0)
  }

  @Test("the migrations of this binary apply to an empty database")
  func schema() async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    #expect(try await Self.run(conninfo, migrations) == migrations.map(\.name))
    #expect(try await Self.run(conninfo, migrations) == [])
  }

  @Test("a migration does not wait for a long transaction: everybody would wait behind it")
  func inUse() async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    _ = try await Self.run(conninfo, [Self.first])
    let altering = (name: "0002_c", sql: "ALTER TABLE a ADD COLUMN y int8")
    let look = Statement<Int64>("look", "SELECT x FROM a", parameters: [], columns: [.int8]) {
      (row) throws(DatabaseError) in try row.int64(0)
    }
    try await withDatabase(conninfo, statements: [look.definition]) { database in
      try await database.transaction { transaction in
        _ = try await transaction.query(look)
        await #expect(throws: Migrator.Failure.inUse(name: "0002_c")) {
          try await Self.run(conninfo, [Self.first, altering])
        }
      }
    }
    #expect(try await Self.run(conninfo, [Self.first, altering]) == ["0002_c"])
  }

  @Test("whoever finds nothing to do changes nothing, and needs no right to")
  func readOnly() async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    _ = try await Self.run(conninfo, [Self.first])
    let reading = conninfo + " options='-c default_transaction_read_only=on'"
    #expect(try await Self.run(reading, [Self.first]) == [])
  }
}

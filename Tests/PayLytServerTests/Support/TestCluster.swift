import CLinux
import PayLytRPC
import Schema
import Synchronization

@testable import PayLytServer

/// One private PostgreSQL for all tests of the process, and a fresh database for each test.
enum TestCluster {
  private struct Started {
    let cluster: PrivateCluster
    let directory: String
  }

  /// A database with every migration applied, which the tests' databases are copies of.
  private static let template = "paylyt_template"
  private static let number = Atomic<Int>(0)
  /// PostgreSQL allows one copy of a template at a time.
  private static let copying = Mutex(())
  private static let pool = BlockingPool()

  private static let started: Result<Started, any Error> = Result {
    let directory = try temporaryDirectory()
    // Most of a test would be waiting for the disk. What must be durable is tested on clusters of
    // their own.
    let cluster = try PrivateCluster.start(
      in: directory,
      // All tests at once, each with servers of its own.
      settings: ["fsync=off", "full_page_writes=off", "max_connections=600"])
    try cluster.createDatabase(template)
    _ = try Migrator(conninfo: cluster.conninfo(database: template), migrations: migrations)
      .runBlocking()
    atexit { TestCluster.stop() }
    return Started(cluster: cluster, directory: directory)
  }

  /// The shared cluster. Tests do not stop or kill it: those start one of their own.
  static func shared() async throws -> PrivateCluster {
    try await pool.run { started }.get().cluster
  }

  /// The connection string of a new database of its own, with the schema or empty.
  static func freshDatabase(isEmpty: Bool = false) async throws -> String {
    let name = "test_\(number.wrappingAdd(1, ordering: .relaxed).newValue)"
    return try await pool.run {
      Result {
        let cluster = try started.get().cluster
        try copying.withLock { _ in
          try cluster.createDatabase(name, template: isEmpty ? nil : template)
        }
        return cluster.conninfo(database: name)
      }
    }.get()
  }

  /// A new directory that the user whom PostgreSQL runs as can reach.
  static func temporaryDirectory() throws -> String {
    var path = Array("/tmp/paylyt-test-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&path) != nil, unsafe chmod(path, 0o755) == 0 else {
      throw SystemError("mkdtemp")
    }
    return String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func stop() {
    guard case .success(let started) = started else { return }
    started.cluster.stop()
    // The process ends: a directory that cannot be removed is only left over in /tmp.
    try? Files.remove(started.directory)
  }
}

/// Runs `body` on an event loop with a database, and closes both.
@discardableResult
func withDatabase<Value: Sendable>(
  _ conninfo: String? = nil, statements: [StatementDefinition] = [],
  configure: (inout DatabaseConfiguration) -> Void = { _ in },
  _ body: @escaping @Sendable (Database) async throws -> Value
) async throws -> Value {
  let address: String
  if let conninfo { address = conninfo } else { address = try await TestCluster.freshDatabase() }
  var configuration = DatabaseConfiguration(conninfo: address)
  // A loaded machine may take its time to connect; the test of outages sets its own.
  configuration.outageGrace = .seconds(10)
  configure(&configuration)
  let loop = try EventLoop.start(named: "test-db")
  defer { loop.stop() }
  return try await loop.run { [configuration] in
    let database = Database(on: loop, configuration, StatementCatalog(statements))
    defer { database.close() }
    try await database.start(within: .seconds(60))
    return try await body(database)
  }
}

extension Database {
  /// Runs `body` beside the caller, on the database's loop, which a bare `Task` would leave.
  func task<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) -> Task<Value, any Error> {
    Task(executorPreference: loop, operation: body)
  }
}

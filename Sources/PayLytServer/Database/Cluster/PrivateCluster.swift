internal import CLinux
internal import PayLytRPC
internal import Synchronization

/// A PostgreSQL of our own: the machine's binaries, a data directory, a unix socket and nothing
/// else. It is durable (fsync, checksums) and dies with this process.
///
/// For development and tests: `paylyt serve` starts one when it is given no `--database`. Every
/// call blocks: never on a loop.
final class PrivateCluster: Sendable {
  private static let startMillisecondsMax = 60_000
  private static let initMillisecondsMax = 120_000
  private static let stopMillisecondsMax = 15_000
  private static let takeOverMillisecondsMax = 15_000
  private static let startAttemptsMax = 3

  /// The database superuser, and the only user: the socket is closed to everyone else.
  static let userName = "paylyt"

  private let directory: ClusterDirectory
  private let binaries: PostgresBinaries
  private let settings: [String]
  private let server = Mutex<ChildProcess?>(nil)

  /// Starts the cluster in `directory`; the first time it is created.
  ///
  /// - Parameters:
  ///   - binaries: the directory with `postgres` and `initdb` (PAYLYT_PG_BIN); nil searches where
  ///     Debian puts them.
  ///   - settings: more of postgresql.conf, such as `max_connections=50`.
  /// - Throws: `ClusterError`, which says what to do.
  static func start(
    in directory: String, binaries: String? = nil, settings: [String] = []
  ) throws(ClusterError) -> PrivateCluster {
    let cluster = try PrivateCluster(directory, binaries, settings)
    try cluster.start()
    return cluster
  }

  private init(
    _ directory: String, _ binaries: String?, _ settings: [String]
  ) throws(ClusterError) {
    self.directory = try ClusterDirectory(directory)
    self.binaries = try PostgresBinaries.find(chosen: binaries, version: self.directory.version)
    self.settings = settings
  }

  deinit { stop() }

  /// A libpq connection string for one of its databases.
  func conninfo(database: String = "postgres") -> String {
    "host=\(Self.quoted(directory.socketDirectory)) port=5432 user=\(Self.userName) "
      + "dbname=\(Self.quoted(database))"
  }

  /// Whether its server has not ended; it may still be recovering.
  var isRunning: Bool { server.withLock { $0?.isRunning == true } }

  /// Starts the server again after it ended.
  func start() throws(ClusterError) {
    guard server.withLock({ $0?.isRunning != true }) else { return }
    if directory.version == nil { try initialize() }
    directory.trimLog()
    for attempt in 1...Self.startAttemptsMax {
      try directory.clearStaleServer(waitMilliseconds: Self.takeOverMillisecondsMax)
      let child = try launch()
      if waitUntil(
        milliseconds: Self.startMillisecondsMax, { isReady || !child.isRunning }),
        child.isRunning
      {
        return server.withLock { $0 = child }
      }
      // Backends of a killed server may hold its memory for a moment longer.
      guard !child.isRunning, attempt < Self.startAttemptsMax else {
        child.signal(SIGQUIT)
        break
      }
      pauseThread(milliseconds: 500)
    }
    throw .failed("PostgreSQL did not start", log: directory.logTail)
  }

  /// Stops the server: open transactions are rolled back, everything else is on disk.
  func stop() {
    guard let child = server.withLock({ $0.take() }) else { return }
    for signal in [SIGINT, SIGQUIT, SIGKILL] {
      child.signal(signal)
      if child.waitForExit(milliseconds: Self.stopMillisecondsMax) { break }
    }
    directory.removeSocketDirectory()
  }

  /// Kills the server and its backends at once, as a loss of power would: for fault tests.
  func kill() {
    guard let child = server.withLock({ $0.take() }), let processID = child.processID else {
      return
    }
    // Stopped first, so that it starts no further child while we count them.
    child.signal(SIGSTOP)
    let children = Self.children(of: processID)
    child.signal(SIGKILL)
    for child in children { _ = CLinux.kill(child, SIGKILL) }
    _ = child.waitForExit(milliseconds: Self.stopMillisecondsMax)
    _ = waitUntil(milliseconds: Self.stopMillisecondsMax) {
      children.allSatisfy { Self.state(of: $0)?.isZombie ?? true }
    }
  }

  /// Creates a database, as a copy of `template` when one is named. Nobody may be connected to it.
  func createDatabase(_ name: String, template: String? = nil) throws(ClusterError) {
    let source = template.map { " TEMPLATE \(Self.identifier($0))" } ?? ""
    try execute("CREATE DATABASE \(Self.identifier(name))\(source)")
  }

  func hasDatabase(_ name: String) throws(ClusterError) -> Bool {
    try execute("SELECT FROM pg_database WHERE datname = \(Self.literal(name))") == 1
  }

  /// Runs SQL as the superuser in one of the databases: for set-up and tests.
  ///
  /// - Returns: how many rows the last statement returned.
  @discardableResult
  func execute(_ sql: String, in database: String = "postgres") throws(ClusterError) -> Int {
    switch SessionHandle.open(conninfo: conninfo(database: database), applicationName: "paylyt") {
    case .failure(let failure): throw .system(failure.reason)
    case .success(let session):
      guard let result = session.execute(sql) else { throw .system(session.message) }
      guard result.status == .succeeded else { throw .system(result.primaryMessage) }
      return result.rowCount
    }
  }

  // MARK: Starting

  /// In a directory beside it first: an initdb that was interrupted leaves nothing that looks done.
  private func initialize() throws(ClusterError) {
    let fresh = directory.path + "/data.new"
    try Files.remove(fresh)
    let child: ChildProcess
    do throws(SystemError) {
      child = try ChildProcess.start(
        binaries.initdb,
        [
          "--pgdata=\(fresh)", "--username=\(Self.userName)", "--auth=trust", "--encoding=UTF8",
          "--locale=C", "--data-checksums", "--no-instructions",
        ], environment: environment, as: directory.user, log: directory.log)
    } catch {
      throw .system(error.description)
    }
    guard child.waitForExit(milliseconds: Self.initMillisecondsMax) else {
      child.signal(SIGKILL)
      throw .failed("initdb did not end", log: directory.logTail)
    }
    guard Files.exists(fresh + "/global/pg_control") else {
      throw .failed("initdb failed", log: directory.logTail)
    }
    try Files.write("local all all trust\n", to: fresh + "/pg_hba.conf")
    try Files.rename(fresh, to: directory.data)
  }

  private func launch() throws(ClusterError) -> ChildProcess {
    let all =
      [
        "listen_addresses=", "unix_socket_directories=\(directory.socketDirectory)",
        "unix_socket_permissions=0700", "fsync=on", "full_page_writes=on",
        "synchronous_commit=on", "max_connections=200", "timezone=UTC", "log_timezone=UTC",
        "cluster_name=paylyt",
      ] + settings
    do throws(SystemError) {
      return try ChildProcess.start(
        binaries.postgres, ["-D", directory.data] + all.flatMap { ["-c", $0] },
        environment: environment, as: directory.user, log: directory.log)
    } catch {
      throw .system(error.description)
    }
  }

  /// Nothing of our own environment: PGDATA, PGPORT or a locale would change what we start.
  private var environment: [String] { ["PATH=/usr/bin:/bin", "LC_ALL=C"] }

  private var isReady: Bool {
    switch SessionHandle.open(conninfo: conninfo(), applicationName: "paylyt") {
    case .success: true
    case .failure: false
    }
  }

  // MARK: Processes of the server

  private struct ProcessState {
    let isZombie: Bool
    let parent: pid_t
  }

  private static func children(of parent: pid_t) -> [pid_t] {
    Files.names(in: "/proc").compactMap(pid_t.init).filter { state(of: $0)?.parent == parent }
  }

  /// From `/proc/<pid>/stat`: `pid (name) state ppid …`, where the name may hold anything.
  private static func state(of processID: pid_t) -> ProcessState? {
    guard let text = Files.tail(of: "/proc/\(processID)/stat"), let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 1, let parent = pid_t(fields[1]) else { return nil }
    return ProcessState(isZombie: fields[0] == "Z", parent: parent)
  }

  // MARK: Quoting

  /// A value of a connection string (libpq, §34.1.1.1).
  private static func quoted(_ value: String) -> String {
    "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }

  private static func identifier(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  private static func literal(_ value: String) -> String {
    "'" + value.replacing("'", with: "''") + "'"
  }
}

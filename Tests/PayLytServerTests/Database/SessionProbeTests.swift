import CLinux
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Sessions of our own")
struct SessionProbeTests {
  @Test("a PostgreSQL that is connected to directly gives sessions of their own")
  func direct() async throws {
    let conninfo = try await TestCluster.freshDatabase(isEmpty: true)
    #expect(SessionProbe.find(conninfo: conninfo) == .own)
  }

  @Test("who is not there is unreachable, and not taken for a pooler")
  func nobody() throws {
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    guard case .unreachable = SessionProbe.find(conninfo: "host=\(directory) user=nobody") else {
      Issue.record("somebody answered")
      return
    }
  }

  @Test(
    "PgBouncer is taken in session mode, and refused when it shares sessions",
    .enabled(if: PgBouncer.path != nil),
    arguments: [
      ("session", "0", SessionProbe.Finding.own), ("transaction", "0", .shared),
      ("transaction", "1", .shared), ("statement", "0", .shared), ("statement", "1", .shared),
    ])
  func pooled(mode: String, roundRobin: String, finding: SessionProbe.Finding) async throws {
    try await PgBouncer.between(mode, roundRobin: roundRobin) { conninfo in
      #expect(SessionProbe.find(conninfo: conninfo) == finding)
      let migrator = Migrator(conninfo: conninfo, migrations: [("0001_a", "CREATE TABLE a ()")])
      switch finding {
      case .own:
        let applied = try migrator.runBlocking()
        #expect(applied == ["0001_a"])
      case .shared, .unreachable:
        #expect(throws: Migrator.Failure.sharedSessions) { try migrator.runBlocking() }
      }
    }
  }

  @Test("the refusal says what to do")
  func words() {
    #expect("\(Migrator.Failure.sharedSessions)".contains("set pool_mode = session"))
  }
}

/// The real one, on a unix socket in a directory of its own.
private enum PgBouncer {
  static let path = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer"].first { Files.exists($0) }

  static func between(
    _ mode: String, roundRobin: String, _ body: (_ conninfo: String) throws -> Void
  ) async throws {
    let path = try #require(Self.path)
    let direct = try await TestCluster.freshDatabase(isEmpty: true)
    let directory = try TestCluster.temporaryDirectory()
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    // Whoever runs it, it gives up being root before it makes its socket.
    try #require(unsafe chmod(directory, 0o777) == 0)
    let settings = "\(directory)/pgbouncer.ini"
    try Files.write(
      """
      [databases]
      * = \(direct.replacing("dbname='\(name(in: direct))'", with: ""))
      [pgbouncer]
      listen_addr =
      listen_port = 6432
      unix_socket_dir = \(directory)
      auth_type = any
      pool_mode = \(mode)
      server_round_robin = \(roundRobin)
      default_pool_size = 8
      """, to: settings)
    try #require(unsafe chmod(settings, 0o644) == 0)
    let user = getuid() == 0 ? ["-u", "postgres"] : []
    let child = try ChildProcess.start(
      path, user + [settings], environment: [], as: nil, log: "\(directory)/log")
    defer {
      child.signal(SIGTERM)
      #expect(child.waitForExit(milliseconds: 20_000))
    }
    let socket = "\(directory)/.s.PGSQL.6432"
    let isThere = waitUntil(milliseconds: 20_000) { Files.exists(socket) || !child.isRunning }
    let isUp = isThere && child.isRunning
    try #require(isUp, "\(Files.tail(of: "\(directory)/log") ?? "no log")")
    try body("host='\(directory)' port=6432 user=paylyt dbname='\(name(in: direct))'")
  }

  private static func name(in conninfo: String) -> String {
    let parts = conninfo.split(separator: "dbname=")
    return parts.last.map { $0.filter { $0 != "'" }.split(separator: " ").first ?? "" }
      .map(String.init) ?? ""
  }
}

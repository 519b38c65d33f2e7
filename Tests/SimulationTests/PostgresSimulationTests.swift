import CLinux
import PayLytRPC
import Schema
import Testing

@testable import PayLytServer

@Suite("Simulated users on PostgreSQL", .serialized)
struct PostgresSimulationTests {
  @Test(
    "every invariant holds while sessions and servers die and COMMITs get lost",
    arguments: [UInt64(1)])
  func holds(seed: UInt64) async throws {
    let judge = try await PostgresStory.tell(seed: seed, rounds: 3) {
      $0.happened.values.reduce(0, +) > 100 && $0.happened["ReceivePayment"] != nil
    }
    #expect(judge.violations.isEmpty)
  }

  /// The database itself refuses most of what is wrong.
  private static let withoutChecks = """
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT conname FROM pg_constraint
        WHERE conrelid = 'escrow'::regclass AND contype = 'c'
      LOOP EXECUTE 'ALTER TABLE escrow DROP CONSTRAINT ' || quote_ident(name); END LOOP;
    END $$;
    """

  @Test("a hand in the database is found")
  func planted() async throws {
    let judge = try await PostgresStory.tell(
      seed: 2, rounds: 2,
      planting: Self.withoutChecks + """
        UPDATE ledger_account SET credits = credits + 1 WHERE NOT is_debit_normal;
        UPDATE escrow SET refunded_msat = refunded_msat + 1;
        ALTER TABLE journal DISABLE TRIGGER ALL;
        DELETE FROM journal WHERE event_type = 'job.created';
        """
    ) { $0.happened["CreateJob"] != nil && $0.happened["ReceivePayment"] != nil }
    let found = Set(judge.violations.map(\.invariant))
    #expect(found.isSuperset(of: [.balanced, .escrow, .once]))
  }
}

/// One simulation on a PostgreSQL of its own.
enum PostgresStory {
  private static let servers = 3
  /// What has to happen has happened long before.
  private static let roundsMax = 100

  /// How many exchanges a server has, from one start to the next.
  private static let lives: ClosedRange<Int64> = 30...150

  /// - Parameter rounds: at least so many.
  /// - Parameter planting: SQL that spoils the database behind the servers' backs.
  /// - Parameter isEnough: whether the judge has seen what had to happen; who is faster is up to
  ///   the machine, so a story goes on until it has. It has lost a COMMIT, too, and servers have
  ///   died in every way.
  /// - Returns: the judge, who knows what is wrong.
  static func tell(
    seed: UInt64, rounds: Int, planting: String? = nil,
    until isEnough: @escaping @Sendable (Judge) -> Bool = { _ in true }
  ) async throws -> Judge {
    var path = Array("/tmp/paylyt-simulation-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&path) != nil, unsafe chmod(path, 0o755) == 0 else {
      throw SystemError("mkdtemp")
    }
    let directory = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { #expect(throws: Never.self) { try Files.remove(directory) } }
    // What is tested here is who is told what, not the disk.
    let cluster = try PrivateCluster.start(in: directory, settings: ["fsync=off"])
    defer { cluster.stop() }
    _ = try await Migrator(conninfo: cluster.conninfo(), migrations: migrations).run()
    try cluster.execute(races)
    let socket = String(cluster.conninfo().split(separator: "'")[1])
    let door = "\(directory)/door"
    guard unsafe mkdir(door, 0o755) == 0 else { throw SystemError("mkdir") }
    let proxy = try LossyProxy(
      at: "\(door)/.s.PGSQL.5432", before: "\(socket)/.s.PGSQL.5432", seed: seed)
    defer { proxy.stop() }
    let conninfo = cluster.conninfo().replacing(socket, with: door)
    return try await told(seed, rounds, conninfo, cluster, proxy, planting, isEnough)
  }

  /// Now and then PostgreSQL finds that a transaction cannot be brought into an order.
  private static let races = """
    CREATE FUNCTION race() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF random() < 0.02 THEN RAISE EXCEPTION 'a race' USING ERRCODE = '40001'; END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER race AFTER INSERT ON journal FOR EACH STATEMENT EXECUTE FUNCTION race();
    """

  private static let killings =
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_xid IS NOT NULL "
    + "AND random() < 0.3"

  private static let serverCatalog = StatementCatalog(
    ServiceStatements.catalog.statements.filter { !$0.name.hasPrefix("paylyt_") }
      + SimulationStatements.all)

  private static let witnessCatalog = StatementCatalog(
    Dump.statements + [SimulationStatements.shownHashes.definition])

  private static func configuration(_ conninfo: String) -> DatabaseConfiguration {
    var configuration = DatabaseConfiguration(conninfo: conninfo)
    configuration.outageGrace = .seconds(5)
    configuration.readers = 1
    return configuration
  }

  private static func told(
    _ seed: UInt64, _ rounds: Int, _ conninfo: String, _ cluster: PrivateCluster,
    _ proxy: LossyProxy, _ planting: String?, _ isEnough: @escaping @Sendable (Judge) -> Bool
  ) async throws -> Judge {
    let loop = try EventLoop.start(named: "simulation")
    defer { loop.stop() }
    return try await loop.run {
      let witness = Database(on: loop, configuration(cluster.conninfo()), witnessCatalog)
      defer { witness.close() }
      try await witness.start(within: .seconds(60))
      let simulation = PostgresSimulation(seed: seed, witness, lasting: lives) {
        Database(on: loop, configuration(conninfo), serverCatalog)
      }
      defer { simulation.close() }
      try await simulation.start(servers: servers)
      for round in 1...roundsMax {
        proxy.lose(percent: 4)
        let killer = Task.detached {
          while !Task.isCancelled {
            _ = try? cluster.execute(killings)
            try? await Task.sleep(for: .milliseconds(50))
          }
        }
        await simulation.round(round, clients: 6, doing: 25)
        killer.cancel()
        await killer.value
        proxy.lose(percent: 0)
        let judge = try await simulation.judged()
        if !judge.violations.isEmpty { return judge }
        let deaths = simulation.mortality.seen
        let isAllSeen = proxy.lost > 0 && deaths.count == Death.allCases.count
        if round >= rounds, isAllSeen, isEnough(judge) { break }
        #expect(round < roundsMax, "it never happened: \(judge.happened), \(deaths)")
      }
      try cluster.execute("DROP TRIGGER race ON journal")
      if let planting { try cluster.execute(planting, in: "postgres") }
      return try await simulation.rest()
    }
  }
}

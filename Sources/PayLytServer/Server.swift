import CLinux
import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import Schema

/// The whole server: starts its parts in order and stops them in reverse.
final class Server: Sendable {
  /// Where it can be reached, once it runs.
  struct Addresses: Codable, Sendable {
    let grpc: String
    let plaintext: String?
    let webhook: String
    let metrics: String?
    let channelz: String?
    let certificate: String
    /// Of the private PostgreSQL; empty for one that was given, which may hold a password.
    let database: String
    let simulator: String?
  }

  /// What was started so far, and how it ends.
  private struct Started: Sendable {
    var cluster: PrivateCluster?
    var simulator: SimulatorProcess?
    var loops: [ServerLoop] = []
    /// For providers and for whoever reads the figures.
    var doors: [HTTPServer] = []
    var channelz: ChannelzDoor?
    var background: [Task<Void, Never>] = []

    /// Lets running calls finish, ends background work between two commits, and stops the rest, in
    /// reverse.
    func stop() async {
      for loop in loops {
        loop.health.stopServing()
        for bell in loop.bells { bell.close() }
      }
      for door in doors { await door.stop() }
      await channelz?.close()
      await withTaskGroup { group in
        for loop in loops { group.addTask { await loop.rpc.stop(grace: Server.drainGrace) } }
      }
      for task in background { task.cancel() }
      for task in background { await task.value }
      for loop in loops {
        try? await loop.loop.run { loop.database.close() }
        loop.loop.stop()
      }
      simulator?.stop()
      if let cluster { try? await BlockingPool().run { cluster.stop() } }
    }
  }

  let addresses: Addresses
  private let started: Started
  private let tls: TLSContext
  private let certificate: CertificateWatch
  private let log: Log

  /// How long running calls may take when the server stops.
  private static let drainGrace = Duration.seconds(10)

  private init(
    _ addresses: Addresses, _ started: Started, _ tls: TLSContext,
    _ certificate: CertificateWatch, log: Log
  ) {
    self.addresses = addresses
    self.started = started
    self.tls = tls
    self.certificate = certificate
    self.log = log
    certificate.look(at: tls)
  }

  /// - Throws: when one part cannot be started; those before it are stopped then.
  static func start(_ configuration: Configuration, log: Log) async throws -> Server {
    var started = Started()
    do {
      let (addresses, tls, certificate) = try await start(&started, configuration, log)
      return Server(addresses, started, tls, certificate, log: log)
    } catch {
      await started.stop()
      throw error
    }
  }

  private static func start(
    _ started: inout Started, _ configuration: Configuration, _ log: Log
  ) async throws -> (Addresses, TLSContext, CertificateWatch) {
    try checkAddresses(configuration)
    try checkFiles(configuration)
    let files = try ServerFiles(configuration)
    started.cluster = try await ServerDatabase.cluster(configuration, log: log)
    let conninfo = configuration.database ?? ServerDatabase.conninfo(of: started.cluster)
    let applied = try await Migrator(conninfo: conninfo, migrations: migrations).run()
    for name in applied { log.info("migrated", ["migration": name]) }
    started.simulator = try await SimulatorProcess.startIfWanted(configuration, files: files)
    var parts = try await loopParts(configuration, files, conninfo, started.simulator, log)
    for number in 0..<configuration.loops {
      parts.worksInBackground = number == 0
      started.loops.append(try await ServerLoop.start(parts, number: number))
    }
    let door = try await openDoor(configuration, started, log: log)
    started.doors.append(door)
    let figures = try await openMetrics(configuration, started.loops[0], parts.metrics)
    if let figures { started.doors.append(figures.door) }
    try files.makeCertificate()
    let tls = try TLSContext.server(
      certificateFile: files.certificate, keyFile: files.key,
      clientAuthorities: configuration.clientAuthorities)
    let (grpc, plaintext) = try await listen(started.loops, configuration, tls)
    started.channelz = try await ChannelzDoor.open(configuration, started.loops)
    started.background = started.loops.flatMap { loop in
      loop.background.map { work in
        Task(executorPreference: loop.loop) { await work() }
      }
    }
    if let cluster = started.cluster {
      started.background.append(Task { await ServerDatabase.keepRunning(cluster, log: log) })
    }
    let addresses = Addresses(
      grpc: "\(grpc)", plaintext: plaintext.map { "\($0)" },
      webhook: "http://\(configuration.webhookListen.host):\(door.port)\(WebhookDoor.path)",
      metrics: figures?.url, channelz: (started.channelz?.address).map { "\($0)" },
      certificate: files.certificate,
      database: started.cluster == nil ? "" : conninfo, simulator: started.simulator?.url)
    // By the world's clock: a sandbox's days end no certificate.
    let certificate = CertificateWatch(parts.metrics.registry, clock: SystemClock(), log: log)
    return (addresses, tls, certificate)
  }

  /// What all loops are made from.
  private static func loopParts(
    _ configuration: Configuration, _ files: ServerFiles, _ conninfo: String,
    _ simulator: SimulatorProcess?, _ log: Log
  ) async throws -> ServerLoop.Parts {
    guard let provider = simulator?.provider ?? configuration.provider else {
      preconditionFailure("without a simulator, a configuration has a provider")
    }
    let sandbox = configuration.isSandbox ? SandboxTime(SystemClock()) : nil
    let clock: any Clock = if let sandbox { sandbox } else { SystemClock() }
    let blocking = BlockingPool()
    let decoy = try await blocking.run { Result { try PasswordHash.hash("no password at all") } }
    return ServerLoop.Parts(
      conninfo: conninfo, provider: BitnobConfiguration(provider),
      lnd: (simulator?.node ?? configuration.lnd).map {
        LNDConfiguration($0, preimageKey: files.secrets.preimages, network: provider.network)
      },
      webhook: BitnobWebhook(
        secret: provider.webhookSecret, previousSecret: provider.previousWebhookSecret,
        scheme: provider.webhookScheme),
      secrets: files.secrets, detailKeys: files.detailKeys, exchange: configuration.exchange,
      clock: clock, log: log, metrics: ServerMetrics(clock: clock, log: log), blocking: blocking,
      sessions: SessionDirectory(), policy: configuration.policy, decoyHash: try decoy.get(),
      worksInBackground: false, firstStripe: UInt8.random(in: 0..<UInt8(AccountKind.stripes)),
      rpc: configuration.rpc,
      approvalLimitSats: configuration.approvalLimitSats,
      webhookPolicy: configuration.webhookPolicy, sandbox: sandbox,
      mail: configuration.mail.map {
        MailSettings(
          sender: MailSender($0.server, pool: BlockingPool()), from: $0.from, links: $0.links)
      })
  }

  /// Reads the certificate, its key and the clients' authorities again, for connections that are
  /// made from now on. When the files cannot be used, everything stays as it was.
  func reloadCertificates() {
    do {
      try tls.reload()
      log.info("certificates read again")
      certificate.look(at: tls)
    } catch {
      log.error("certificates not read", ["error": "\(error)"])
    }
  }

  /// Lets running calls finish, ends background work, and stops what was started for it.
  func stop() async {
    log.info("stopping")
    await started.stop()
    log.info("stopped")
  }

  private static func openDoor(
    _ configuration: Configuration, _ started: Started, log: Log
  ) async throws -> HTTPServer {
    var settings = HTTPServer.Configuration()
    settings.host = configuration.webhookListen.host
    settings.port = started.simulator?.webhookPort ?? configuration.webhookListen.port
    settings.bodyBytesMax = WebhookLimits.bodyBytesMax
    settings.onOversize = { log.warning("webhook refused", ["why": "oversized", "path": $0]) }
    let first = started.loops[0]
    let door = first.webhookDoor
    return try await HTTPServer.start(on: first.loop, settings) { await door.answer($0) }
  }

  private static func openMetrics(
    _ configuration: Configuration, _ loop: ServerLoop, _ metrics: ServerMetrics
  ) async throws -> (door: HTTPServer, url: String)? {
    guard let endpoint = configuration.metricsListen else { return nil }
    var settings = HTTPServer.Configuration()
    settings.host = endpoint.host
    settings.port = endpoint.port
    settings.bodyBytesMax = 0
    let page = MetricsPage(registry: metrics.registry)
    let door = try await HTTPServer.start(on: loop.loop, settings) { page.answer($0) }
    return (door, "http://\(endpoint.host):\(door.port)\(MetricsPage.path)")
  }

  /// Refuses a start where somebody listens already, before anything was changed for it.
  private static func checkAddresses(_ configuration: Configuration) throws {
    let others = [
      configuration.plaintextListen, configuration.webhookListen, configuration.metricsListen,
      configuration.channelzListen,
    ].compactMap(\.self)
    for endpoint in [configuration.listen] + others where endpoint.port != 0 {
      try RPCServer.checkFree(SocketAddress(host: endpoint.host, port: endpoint.port))
    }
  }

  /// Refuses a start whose files cannot be used, before anything was changed for it: once a new
  /// version has migrated the database, the one before does not start on it any more.
  private static func checkFiles(_ configuration: Configuration) throws(TLSError) {
    if let tls = configuration.tls {
      _ = try TLSContext.server(certificateFile: tls.certificate, keyFile: tls.key)
    }
    if let node = configuration.lnd {
      _ = try TLSContext.client(trust: .pinned(file: node.certificateFile))
    }
    let authorities = [
      configuration.clientAuthorities, configuration.webhookPolicy.certificateAuthorityFile,
      configuration.mail?.server.certificateAuthorityFile,
    ]
    for file in authorities.compactMap(\.self) {
      _ = try TLSContext.client(trust: .authorities(file: file))
    }
  }

  /// Every loop listens on the same addresses; the kernel spreads the connections.
  private static func listen(
    _ loops: [ServerLoop], _ configuration: Configuration, _ tls: TLSContext
  ) async throws -> (SocketAddress, SocketAddress?) {
    var grpc = try SocketAddress(
      host: configuration.listen.host, port: configuration.listen.port)
    var plaintext = try configuration.plaintextListen.map {
      try SocketAddress(host: $0.host, port: $0.port)
    }
    for (number, loop) in loops.enumerated() {
      // With port 0 the first loop's choice is everybody's. Another process has no part in it: it
      // may have another database.
      let isFirst = number == 0
      grpc = try await loop.rpc.listen(on: grpc, tls: tls, isFirst: isFirst)
      if let address = plaintext {
        plaintext = try await loop.rpc.listen(on: address, isFirst: isFirst)
      }
    }
    return (grpc, plaintext)
  }
}

extension LNDConfiguration {
  init(_ node: Configuration.Node, preimageKey: [UInt8], network: Network) {
    self.init(
      host: node.address.host, port: node.address.port, certificateFile: node.certificateFile,
      macaroon: node.macaroon, preimageKey: preimageKey, network: network,
      allowsLoopbackHTTP: node.address.host == "127.0.0.1" && network == .regtest)
  }
}

extension BitnobConfiguration {
  init(_ provider: Configuration.Provider) {
    let isLocal = provider.url.hasPrefix("http://127.0.0.1:")
    self.init(
      baseURL: provider.url, clientID: provider.clientID, clientSecret: provider.clientSecret,
      allowsLoopbackHTTP: isLocal, network: provider.network, customerID: provider.customerID,
      callbackURL: provider.callbackURL)
  }
}

/// The private PostgreSQL of a server that was given none.
enum ServerDatabase {
  static let name = "paylyt"

  static func cluster(_ configuration: Configuration, log: Log) async throws -> PrivateCluster? {
    guard configuration.database == nil else { return nil }
    let directory = configuration.dataDirectory + "/postgres"
    log.info("starting PostgreSQL", ["directory": directory])
    return try await BlockingPool().run {
      Result {
        let cluster = try PrivateCluster.start(
          in: directory, binaries: configuration.postgresBinaries,
          // Six for each loop, and some for those who look.
          settings: ["max_connections=\(max(200, 50 + 6 * configuration.loops))"])
        if try !cluster.hasDatabase(name) { try cluster.createDatabase(name) }
        return cluster
      }
    }.get()
  }

  /// How often a private PostgreSQL is looked at, and the pauses before it is started again: what
  /// made it end may still be there.
  private static let lookSeconds: Int64 = 1
  private static let restartPauseSeconds: ClosedRange<Int64> = 1...30

  /// Starts a private PostgreSQL again whenever it has ended, until the task is cancelled. Calls
  /// say UNAVAILABLE meanwhile, and connections come back by themselves.
  static func keepRunning(_ cluster: PrivateCluster, log: Log) async {
    let pool = BlockingPool()
    var pause = restartPauseSeconds.lowerBound
    while true {
      do {
        try await Task.sleep(for: .seconds(lookSeconds))
        guard !cluster.isRunning else {
          pause = restartPauseSeconds.lowerBound
          continue
        }
        log.error("PostgreSQL ended", ["restart_in_seconds": "\(pause)"])
        try await Task.sleep(for: .seconds(pause))
        pause = min(2 * pause, restartPauseSeconds.upperBound)
        try await pool.run { Result { try cluster.start() } }.get()
        log.warning("PostgreSQL runs again")
      } catch is CancellationError {
        return
      } catch {
        log.error("PostgreSQL not started", ["error": "\(error)"])
      }
    }
  }

  static func conninfo(of cluster: PrivateCluster?) -> String {
    guard let cluster else {
      preconditionFailure("a server that was given no database has a cluster")
    }
    return cluster.conninfo(database: name)
  }
}

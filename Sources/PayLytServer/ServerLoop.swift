import PayLytAPI
import PayLytCrypto
import PayLytHTTP
import PayLytRPC
import PayLytRPCServices
import StandardAPI

/// One event loop of the server with everything that lives on it: its database connections, its
/// committer, its services. Loops share the database, and of memory only what `Parts` holds.
struct ServerLoop: Sendable {
  let loop: EventLoop
  let database: Database
  let rpc: RPCServer
  let health: HealthService
  /// What streams wait for; closed when the server stops.
  let bells: [Bell]
  /// The work that goes on beside the calls.
  let background: [@Sendable () async -> Void]
  let webhookDoor: WebhookDoor

  /// What all loops are made from.
  struct Parts: Sendable {
    let conninfo: String
    let provider: BitnobConfiguration
    /// nil: Lightning is the provider's, too.
    let lnd: LNDConfiguration?
    let webhook: BitnobWebhook
    let secrets: Secrets
    let detailKeys: DetailKeys
    let exchange: ExchangePolicy
    let clock: any Clock
    let log: Log
    let metrics: ServerMetrics
    let blocking: BlockingPool
    let sessions: SessionDirectory
    var keys = ApiKeyDirectory()
    var throttles = SignInThrottles()
    let bounds = CallerBounds()
    var policy = AccessPolicy.unlimited
    let decoyHash: String
    /// Only one loop of a server works in the background; others only serve.
    var worksInBackground: Bool
    /// Chosen at random by each server: servers on one database then rarely share a stripe.
    let firstStripe: UInt8
    /// How clients' connections are treated.
    var rpc = ServerConfiguration()
    /// What one admin may decide alone, of disputes and overrides.
    var approvalLimitSats = DisputeLimits.approvalSatsDefault
    /// Where requests to users' servers may go.
    var webhookPolicy = WebhookPolicy()
    /// How long a list of the log waits for the sealer.
    var sealingPatience = AuditLimits.patience
    /// The clock, where users may let time pass; nil where they may not.
    var sandbox: SandboxTime?
    /// Rings on any loop when somebody waits for the sealer.
    let sealingWanted = Bell()
    let workerBells = WorkerBells()
    /// Who sends e-mails; nil when nobody does.
    var mail: MailSettings?

    /// The clock that providers go by, in a sandbox too.
    var world: any Clock { sandbox?.world ?? clock }

    /// What all services of a loop work with.
    func service(
      _ database: Database, _ committer: Committer, _ watch: RowWatch, sealed: Bell
    ) -> ServiceContext {
      var service = ServiceContext(
        database: database, committer: committer, clock: clock, secrets: secrets, watch: watch,
        sealed: sealed, policy: policy, worldClock: world)
      service.bounds = bounds
      let (sessions, keys, plain) = (sessions, keys, service)
      service.checkLive = { context in
        var principal = try context.caller()
        if let session = principal.session {
          let standing = try await sessions.checkLive(
            session, at: plain.clock.now(), plain.database)
          try standing.check(context.method.options.permission)
          try standing.checkKeeps(principal.roles)
          // A PIN that was changed proves nothing any more.
          if let proof = principal.proof, proof.pinHash != standing.pinHash {
            principal.proof = nil
            context.principal = principal
          }
        }
        if let key = principal.service?.key { try await keys.checkLive(key, plain) }
      }
      return service
    }

    func stripe(of loop: Int) -> UInt8 {
      UInt8((Int(firstStripe) + loop) % AccountKind.stripes)
    }
  }

  /// Connects to the database; returns when it answers.
  static func start(_ parts: Parts, number: Int) async throws -> ServerLoop {
    let loop = try EventLoop.start(named: "paylyt-\(number)")
    do {
      return try await loop.run {
        let health = HealthService(services: names(parts))
        let database = database(parts, on: loop, health)
        do {
          try await database.start()
          try await AuditStatements.checkOrigin(of: database)
          try await parts.sandbox?.follow(database)
          return try await make(parts, number: number, on: loop, database, health)
        } catch {
          database.close()
          throw error
        }
      }
    } catch {
      loop.stop()
      throw error
    }
  }

  private static func database(
    _ parts: Parts, on loop: EventLoop, _ health: HealthService
  ) -> Database {
    let health = DatabaseHealth(health)
    var configuration = DatabaseConfiguration(conninfo: parts.conninfo)
    configuration.report = {
      parts.metrics.count($0)
      parts.log.report($0)
      health.follow($0)
    }
    return Database(on: loop, configuration, ServiceStatements.catalog)
  }

  private static func make(
    _ parts: Parts, number: Int, on loop: EventLoop, _ database: Database, _ health: HealthService
  ) async throws -> ServerLoop {
    let log = parts.log
    let committer = committer(parts, number: number, database)
    let bell = Bell()
    let sealed = Bell()
    let watch = RowWatch(database: database, commits: bell, log: log)
    let service = parts.service(database, committer, watch, sealed: sealed)
    let faults = parts.sandbox.map { _ in ProviderFaults(database: database) }
    let calls = ProviderCallLog(
      database: database, clock: parts.world, log: log, metrics: parts.metrics.providerCalls)
    let outside = try Outside(
      bitnob: parts.provider, lnd: parts.lnd, loop: loop,
      clock: parts.world, log: log, calls: calls,
      sandbox: faults.flatMap { faults in
        parts.sandbox.map { SandboxRules(faults: faults, time: $0) }
      })
    if number == 0 { try await outside.introduce(log) }
    let workers = Workers(
      service: service, outside: outside, parts: parts, loop: loop, faults: faults)
    let sealedLog = SealedLog(
      database: database, bell: sealed, wanted: parts.sealingWanted, loop: loop,
      patience: parts.sealingPatience)
    let latency = DeliveryLatency(total: parts.metrics.deliveries)
    let services = Self.services(
      parts, service, outside, workers.payoutWorker, sealedLog: sealedLog, latency: latency)
    let server = rpcServer(parts, service, services, health, on: loop)
    let door = WebhookDoor(
      bitnob: parts.webhook, committer: committer, clock: parts.world, log: log,
      nudge: { parts.workerBells.events.ring() })
    let always: [@Sendable () async -> Void] = [
      { await bell.run(on: database) },
      { await watch.run() },
      { await sealed.run(on: database, channel: AuditStatements.sealedChannel) },
      { await log.report(latency) },
      { await calls.run() },
      { await parts.sandbox?.follow(database, log: log) },
    ]
    let work =
      parts.worksInBackground ? workers.all + sealing(parts, service, commits: bell, on: loop) : []
    return ServerLoop(
      loop: loop, database: database, rpc: server, health: health, bells: [bell, sealed],
      background: always + work, webhookDoor: door)
  }

  private static func committer(
    _ parts: Parts, number: Int, _ database: Database
  ) -> Committer {
    let log = parts.log
    let randomness = RandomPool()
    let commits = parts.metrics.commits(number)
    return Committer(
      database: database, schema: ServiceStatements.schema, clock: parts.clock,
      stripe: parts.stripe(of: number),
      random: { randomness.next() },
      report: { event in
        commits.count(event)
        log.report(event)
      })
  }

  /// Everything that is called: by the services, or about them.
  private static func rpcServer(
    _ parts: Parts, _ service: ServiceContext, _ services: [any RPCService],
    _ health: HealthService, on loop: EventLoop
  ) -> RPCServer {
    checkPermissions(of: services)
    precondition(services.map { type(of: $0).serviceName } == names(parts), "health misses one")
    let log = parts.log
    let reflection = ReflectionService(
      services: names(parts) + [HealthService.serviceName],
      files: PayLytAPIDescriptors.files + StandardAPIDescriptors.files)
    var rpc = parts.rpc
    rpc.onEvent = {
      parts.metrics.count($0)
      log.report($0)
    }
    var interceptors: [any ServerInterceptor] = [
      RequestLog(log: log, metrics: parts.metrics.requests),
      Authenticator(service: service, sessions: parts.sessions, keys: parts.keys),
    ]
    if parts.sandbox != nil { interceptors.append(FaultInjector(database: service.database)) }
    return RPCServer(
      loop: loop, services: services + [health, reflection], interceptors: interceptors,
      configuration: rpc)
  }

  /// Seals the log, and sends users' webhooks what was sealed.
  private static func sealing(
    _ parts: Parts, _ service: ServiceContext, commits: Bell, on loop: EventLoop
  ) -> [@Sendable () async -> Void] {
    let sealer = Sealer(
      database: service.database, clock: parts.clock, key: parts.secrets.auditCheckpoints)
    let sender = WebhookSender(
      database: service.database, committer: service.committer, keys: parts.detailKeys,
      http: HTTPClient(loop: loop, configuration: .toUsers(parts.webhookPolicy)),
      clock: parts.clock, world: parts.world, log: parts.log, metrics: parts.metrics.webhooks,
      answerSeconds: parts.webhookPolicy.answerSeconds)
    let sealed = service.sealed
    return [
      { await sealer.run(commits: commits, wanted: parts.sealingWanted, on: loop, log: parts.log) },
      { await sender.run(sealed, on: loop) },
    ]
  }

  /// A method of ours without a known permission is a mistake that must not reach a caller.
  private static func checkPermissions(of services: [any RPCService]) {
    for service in services {
      for method in service.methods {
        let permission = method.descriptor.options.permission
        precondition(
          Permissions.isKnown(permission), "\(method.descriptor.path): permission '\(permission)'")
      }
    }
  }
}

extension HTTPClient.Configuration {
  /// Users say where requests go, so they must not lead into our own network.
  fileprivate static func toUsers(_ policy: WebhookPolicy) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration()
    configuration.allowsPrivateAddresses = policy.allowsPrivateAddresses
    configuration.certificateAuthorityFile = policy.certificateAuthorityFile
    return configuration
  }
}

extension Log {
  /// Says now and then how fast events are delivered, until the task is cancelled.
  func report(_ latency: DeliveryLatency) async {
    while true {
      do {
        try await Task.sleep(for: .seconds(EventLimits.latencyReportSeconds))
      } catch {
        return
      }
      guard let summary = latency.take() else { continue }
      info(
        "events delivered",
        [
          "count": "\(summary.count)", "p50_us": "\(summary.p50)", "p99_us": "\(summary.p99)",
          "max_us": "\(summary.max)",
        ])
    }
  }

  func report(_ event: CommitEvent) {
    switch event {
    case .bug(let what): error("bug", ["what": what])
    case .overloaded: debug("commit overloaded")
    case .retried: debug("batch retried")
    case .split: warning("batch split")
    case .settled, .waiting: break
    }
  }

  func report(_ event: DatabaseEvent) {
    switch event {
    case .connected(let role): debug("database connected", ["role": role])
    case .connectionLost(let role): warning("database connection lost", ["role": role])
    case .connectFailed(let role, let reason, let retryAfter):
      warning(
        "database unreachable",
        ["role": role, "reason": reason, "retry_after": "\(retryAfter)"])
    case .notReady(let role): debug("database not ready", ["role": role])
    case .ready(let role): debug("database ready", ["role": role])
    case .outage(let role): error("database away", ["role": role])
    case .recovered(let role): info("database back", ["role": role])
    }
  }

  func report(_ event: ServerEvent) {
    switch event {
    case .handlerFailed(let method, let failure):
      let known = failure as? RequestLog.UnforeseenFailure
      var fields = ["method": method.path, "error": String(reflecting: known?.cause ?? failure)]
      if let known { fields["request"] = known.request }
      error("handler failed", fields)
    case .connectionOpened(let peer): debug("connection opened", ["peer": peer])
    case .connectionClosed(let peer, let reason):
      debug("connection closed", ["peer": peer, "reason": reason])
    case .connectionRefused(let reason): warning("connection refused", ["reason": reason])
    }
  }
}

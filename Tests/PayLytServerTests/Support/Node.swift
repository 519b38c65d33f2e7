import Lightning
import PayLytAPI
import PayLytHTTP
import PayLytRPC
import RefusalSupport
import Synchronization
import Testing

@testable import PayLytServer

/// One server on a database, without a door, and a client of it. Nothing may be refused that the
/// protos do not declare.
final class Node: Sendable {
  let channel: Channel
  let throttles: SignInThrottles
  private let server: ServerLoop
  private let parts: ServerLoop.Parts
  private let log: NodeLog
  private let background: [Task<Void, Never>]

  /// - Parameter seals: whether its background work runs.
  /// - Parameter webhooks: where requests to users' servers may go.
  /// - Parameter provider: where its provider is; by default nobody is there.
  /// - Parameter sendsMail: whether it sends e-mails, which nobody takes.
  static func start(
    on conninfo: String, number: Int = 0, seals: Bool = true,
    webhooks: WebhookPolicy = WebhookPolicy(allowsPrivateAddresses: true), sandbox: Bool = false,
    provider: String = "http://127.0.0.1:9", policy: AccessPolicy = .unlimited,
    sendsMail: Bool = false, secrets: Secrets = .fixture()
  ) async throws -> Node {
    let time = sandbox ? SandboxTime(SystemClock()) : nil
    let clock: any Clock = if let time { time } else { SystemClock() }
    let log = NodeLog()
    let parts = ServerLoop.Parts(
      conninfo: conninfo,
      provider: BitnobConfiguration(
        baseURL: provider, clientID: "none", clientSecret: [1],
        allowsLoopbackHTTP: true, network: .regtest), lnd: nil,
      webhook: BitnobWebhook(secret: [1]), secrets: secrets,
      detailKeys: .fixture, exchange: ExchangePolicy(), clock: clock,
      log: Log(level: .info, clock: clock, sink: log.take), metrics: ServerMetrics(clock: clock),
      blocking: BlockingPool(),
      sessions: SessionDirectory(), policy: policy, decoyHash: "", worksInBackground: seals,
      firstStripe: 0,
      webhookPolicy: webhooks,
      // What other tests have under way holds every sealer of the cluster back.
      sealingPatience: seals ? .seconds(60) : .zero, sandbox: time,
      mail: sendsMail ? mail : nil)
    return try await start(parts, number: number, log)
  }

  /// Another loop of the same server, which only serves.
  func anotherLoop(number: Int) async throws -> Node {
    var parts = parts
    parts.worksInBackground = false
    return try await Node.start(parts, number: number, log)
  }

  private static func start(
    _ parts: ServerLoop.Parts, number: Int, _ log: NodeLog
  ) async throws -> Node {
    let server = try await ServerLoop.start(parts, number: number)
    let address = try await server.rpc.listen(on: SocketAddress(host: "127.0.0.1", port: 0))
    let background = server.background.map { work in
      Task(executorPreference: server.loop) { await work() }
    }
    return Node(
      server, parts, background, try Channel(host: "127.0.0.1", port: address.port), log)
  }

  private static var mail: MailSettings? {
    MailAddress("paylyt@example.org").map { sender in
      MailSettings(
        sender: MailSender(
          MailSender.Configuration(url: "smtp://127.0.0.1:9"), pool: BlockingPool()),
        from: sender)
    }
  }

  private init(
    _ server: ServerLoop, _ parts: ServerLoop.Parts, _ background: [Task<Void, Never>],
    _ channel: Channel, _ log: NodeLog
  ) {
    throttles = parts.throttles
    self.parts = parts
    self.server = server
    self.background = background
    self.channel = channel
    self.log = log
  }

  func stop() async {
    await channel.close()
    await server.rpc.stop(grace: .milliseconds(100))
    for task in background { task.cancel() }
    for task in background { await task.value }
    try? await server.loop.run { [server] in server.database.close() }
    server.loop.stop()
    #expect(throws: Never.self) { try RefusalLog.check(log.text) }
  }

  /// Signs a new user in.
  func register(_ name: String, roles: [Role]) async throws -> Guest {
    let session = try await AuthServiceClient(channel).register(
      RegisterRequest(
        requestID: "\(UUID.random())", email: "\(name)-\(UUID.random())@example.com",
        password: "a long password", displayName: name, roles: roles))
    return try Guest(session)
  }

  /// Signs a new admin in, whom nobody can register.
  func admin(on conninfo: String) async throws -> Guest {
    let email = "admin-\(UUID.random())@example.com"
    try await AdminCommand.createUser(
      email: email, name: "An operator", password: "a long password", database: conninfo)
    return try await login(email)
  }

  func login(_ email: String) async throws -> Guest {
    try Guest(
      await AuthServiceClient(channel).login(
        LoginRequest(email: email, password: "a long password")))
  }
}

/// Keeps what a node says, and prints what it complains about.
private final class NodeLog: Sendable {
  private let lines = Mutex<[UInt8]>([])

  var text: String { lines.withLock { String(decoding: $0, as: UTF8.self) } }

  @Sendable func take(_ line: [UInt8]) {
    lines.withLock { $0 += line }
    if String(decoding: line, as: UTF8.self).contains("\"level\":\"error\"") {
      Log.writeToStandardError(line)
    }
  }
}

/// A signed-in user.
struct Guest: Sendable {
  let id: UUID
  let options: CallOptions

  init(_ session: PayLytAPI.Session) throws {
    id = try ResourceName.parse(session.user?.name ?? "", "users")
    var options = CallOptions()
    options.timeout = .seconds(120)
    try options.metadata.add("authorization", "Bearer \(session.accessToken)")
    self.options = options
  }
}

extension UUID {
  static func random() -> UUID {
    .fresh(at: SystemClock().now())
  }
}

/// Runs `body` with servers on one new database.
///
/// - Parameter secrets: of each server.
func withNodes(
  _ count: Int, webhooks: WebhookPolicy = WebhookPolicy(allowsPrivateAddresses: true),
  sandbox: Bool = false, provider: String = "http://127.0.0.1:9",
  policy: AccessPolicy = .unlimited, sendsMail: Bool = false,
  secrets: (Int) -> Secrets = { _ in .fixture() },
  _ body: (String, [Node]) async throws -> Void
) async throws {
  let conninfo = try await TestCluster.freshDatabase()
  var nodes: [Node] = []
  do {
    for number in 0..<count {
      nodes.append(
        try await Node.start(
          on: conninfo, number: number, webhooks: webhooks, sandbox: sandbox, provider: provider,
          policy: policy, sendsMail: sendsMail, secrets: secrets(number)))
    }
    try await body(conninfo, nodes)
  } catch {
    for node in nodes { await node.stop() }
    throw error
  }
  for node in nodes { await node.stop() }
}

/// The status of a call that must fail; nil when it does not.
func refusal(_ call: () async throws -> Void) async -> StatusCode? {
  do {
    try await call()
    return nil
  } catch let error as RPCError {
    return error.code
  } catch {
    Issue.record(error, "no refusal")
    return .unknown
  }
}

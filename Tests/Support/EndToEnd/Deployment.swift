import CLinux
import PayLytRPC
import Synchronization

/// A server with a private PostgreSQL, and the provider simulator beside it, each a process. The
/// simulator and the data survive the server, so that a test can take it away and bring it back.
public final class Deployment: Sendable {
  public let directory: TemporaryDirectory
  public let simulator: SimulatorProgram
  private let webhookPort: UInt16
  private let options: [String]
  private let running: Mutex<RunningServer>
  private let others = Mutex<[RunningServer]>([])

  public var server: RunningServer { running.withLock { $0 } }

  private init(
    _ directory: TemporaryDirectory, _ simulator: SimulatorProgram, webhookPort: UInt16,
    _ options: [String], _ server: RunningServer
  ) {
    self.directory = directory
    self.simulator = simulator
    self.webhookPort = webhookPort
    self.options = options
    running = Mutex(server)
  }

  /// Lends a deployment and takes it down in any case.
  ///
  /// - Parameters:
  ///   - paysAfterMilliseconds: when the simulator pays each invoice; nil only when told.
  ///   - hasNode: whether Lightning goes over an LND node, which the simulator plays.
  ///   - options: further ones of the server.
  /// - Throws: what `body` throws, else what went wrong when stopping.
  public static func with(
    paysAfterMilliseconds: Int? = nil, hasNode: Bool = false, options: [String] = [],
    _ body: (Deployment) async throws -> Void
  ) async throws {
    try await TemporaryDirectory.with { directory in
      let deployment = try await start(
        directory, paysAfterMilliseconds, hasNode: hasNode, options)
      do {
        try await body(deployment)
      } catch {
        // The first failure is the one to tell, and a server that was gone by then.
        let process = deployment.server.process
        let end = process.end
        do { try await deployment.stop() } catch {}
        guard let end else { throw error }
        let last = process.printed.suffix(4000)
        throw Failure("\(error)\nbut the server had ended with \(end):\n\(last)")
      }
      try await deployment.stop()
    }
  }

  private static func start(
    _ directory: TemporaryDirectory, _ paysAfterMilliseconds: Int?, hasNode: Bool,
    _ options: [String]
  ) async throws -> Deployment {
    let port = try FreePort.take()
    let simulator = try await SimulatorProgram.start(
      webhook: "http://127.0.0.1:\(port)/webhooks/bitnob",
      paysAfterMilliseconds: paysAfterMilliseconds,
      node: hasNode ? try SimulatorProgram.NodeFiles(in: directory) : nil, in: directory)
    let options = simulator.serverArguments + options
    let server = try await start(
      provider: simulator.url, webhookPort: port, directory.path + "/server", options)
    return Deployment(directory, simulator, webhookPort: port, options, server)
  }

  private static func start(
    provider: String, webhookPort: UInt16, _ dataDirectory: String, _ arguments: [String] = []
  ) async throws -> RunningServer {
    try await RunningServer.start(
      [
        "--webhook-listen", "127.0.0.1:\(webhookPort)", "--provider-url", provider,
        "--provider-client-id", SimulatorProgram.clientID, "--network", "bcrt",
        // No test is a race with the end of a quote.
        "--fx-quote-seconds", "900",
        "--sandbox",
        // Nobody is there: e-mails wait.
        "--smtp-url", "smtp://127.0.0.1:9", "--mail-from", "paylyt@example.com",
      ] + arguments,
      environment: [
        "PAYLYT_PROVIDER_CLIENT_SECRET": SimulatorProgram.clientSecret,
        "PAYLYT_WEBHOOK_SECRET": SimulatorProgram.webhookSecret,
      ], dataDirectory: dataDirectory)
  }

  /// Starts the server again on what its predecessor left behind.
  public func restart() async throws {
    let server = try await Self.start(
      provider: simulator.url, webhookPort: webhookPort, directory.path + "/server", options)
    running.withLock { $0 = server }
  }

  /// One more server on the same database.
  ///
  /// - Parameter provider: where it finds its provider; by default the simulator.
  public func addServer(provider: String? = nil) async throws -> RunningServer {
    let number = others.withLock { $0.count + 1 }
    let server = try await Self.start(
      provider: provider ?? simulator.url, webhookPort: try FreePort.take(),
      directory.path + "/server-\(number)",
      ["--database", self.server.addresses.database] + options)
    others.withLock { $0.append(server) }
    return server
  }

  private func stop() async throws {
    for server in others.withLock({ $0 }) where server.process.end == nil {
      try await server.stop()
    }
    if server.process.end == nil { try await server.stop() }
    simulator.process.signal(SIGTERM)
    let end = try await simulator.process.waitForEnd()
    guard end == .exited(0) else { throw Failure("the simulator ended with \(end)") }
  }

  // MARK: PostgreSQL

  /// The process number of the postmaster of the private cluster.
  public func postmaster() throws -> Int32 {
    let file = directory.path + "/server/postgres/data/postmaster.pid"
    guard let text = readText(file), let line = text.split(separator: "\n").first,
      let pid = Int32(line)
    else { throw Failure("\(file) names no process") }
    return pid
  }
}

import CLinux
import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC

/// The provider simulator as a child of a development server, with secrets made for this run.
final class SimulatorProcess: Sendable {
  /// How long it may take to listen.
  private static let startMillisecondsMax = 10_000
  private static let stopMillisecondsMax = 5_000

  let url: String
  let provider: Configuration.Provider
  /// The LND node that it plays, when it does.
  let node: Configuration.Node?
  /// Where it delivers webhooks: kept free for the server's door.
  let webhookPort: UInt16
  private let child: ChildProcess

  private init(
    _ child: ChildProcess, url: String, provider: Configuration.Provider,
    node: Configuration.Node?, webhookPort: UInt16
  ) {
    self.child = child
    self.url = url
    self.provider = provider
    self.node = node
    self.webhookPort = webhookPort
  }

  static func startIfWanted(
    _ configuration: Configuration, files: ServerFiles
  ) async throws -> SimulatorProcess? {
    guard configuration.simulator.isOn else { return nil }
    let webhookPort = try await freePort(configuration.webhookListen)
    let clientSecret = Hex.encode(SecureRandom.bytes(24))
    let webhookSecret = Hex.encode(SecureRandom.bytes(24))
    let log = files.directory + "/simulator.log"
    try writePrivateFile(log, [])
    let host = configuration.webhookListen.host
    var arguments = [
      "--listen", "127.0.0.1:0",
      "--webhook-url", "http://\(host):\(webhookPort)\(WebhookDoor.path)",
      "--client-id", "paylyt-development",
    ]
    if configuration.simulator.paysAfterMilliseconds > 0 {
      arguments += ["--auto-pay-after-ms", "\(configuration.simulator.paysAfterMilliseconds)"]
    }
    let macaroon = SecureRandom.bytes(32)
    let certificate = files.directory + "/simulator-lnd.cert"
    if configuration.simulator.playsNode {
      let key = files.directory + "/simulator-lnd.key"
      try DevelopmentCertificate().write(certificateFile: certificate, keyFile: key)
      arguments += [
        "--lnd-listen", "127.0.0.1:0", "--lnd-tls-certificate", certificate, "--lnd-tls-key", key,
      ]
    }
    let child = try ChildProcess.start(
      try binary(), arguments,
      environment: [
        "PATH=/usr/bin:/bin", "SIMULATOR_CLIENT_SECRET=\(clientSecret)",
        "SIMULATOR_WEBHOOK_SECRET=\(webhookSecret)",
        "SIMULATOR_LND_MACAROON=\(Hex.encode(macaroon))",
      ], as: nil, log: log)
    let addresses = try await BlockingPool().run {
      Result { try waitForAddresses(in: log, child) }
    }.get()
    let provider = Configuration.Provider(
      url: addresses.url, clientID: "paylyt-development", clientSecret: Array(clientSecret.utf8),
      webhookSecret: Array(webhookSecret.utf8), previousWebhookSecret: nil, network: .regtest,
      callbackURL: "http://127.0.0.1:\(webhookPort)\(WebhookDoor.path)")
    let node = try addresses.node.map {
      Configuration.Node(
        address: try Endpoint($0, option: "lnd-address"), certificateFile: certificate,
        macaroon: macaroon)
    }
    return SimulatorProcess(
      child, url: addresses.url, provider: provider, node: node, webhookPort: webhookPort)
  }

  func stop() {
    child.signal(SIGTERM)
    if !child.waitForExit(milliseconds: Self.stopMillisecondsMax) { child.signal(SIGKILL) }
  }

  /// Beside this program.
  private static func binary() throws -> String {
    let own = try TextFile.linkTarget("/proc/self/exe")
    guard let slash = own.lastIndex(of: "/") else { throw SystemError("readlink", code: ENOENT) }
    let path = own[..<slash] + "/paylyt-simulator"
    guard TextFile.exists(String(path)) else {
      throw CommandLineOptions.Misuse(
        description: "paylyt-simulator is not beside this program; build it: make build")
    }
    return String(path)
  }

  /// It tells all its addresses at once.
  private static func waitForAddresses(
    in log: String, _ child: ChildProcess
  ) throws -> (url: String, node: String?) {
    var (url, node): (String?, String?)
    _ = waitUntil(milliseconds: startMillisecondsMax) {
      guard let text = try? TextFile.read(log) else { return false }
      url = address(after: "listening on ", in: text)
      node = address(after: "node listening on ", in: text)
      return url != nil || !child.isRunning
    }
    guard let url else {
      throw CommandLineOptions.Misuse(
        description: "the simulator did not start:\n" + ((try? TextFile.read(log)) ?? ""))
    }
    return (url, node)
  }

  private static func address(after marker: String, in text: String) -> String? {
    text.split(separator: "\n").first { $0.hasPrefix(marker) }
      .map { String($0.dropFirst(marker.count)) }
  }

  /// A port that nobody listens on. The simulator must know where the server's door will be before
  /// the server can be started, and the server must know the simulator.
  private static func freePort(_ wanted: Endpoint) async throws -> UInt16 {
    guard wanted.port == 0 else { return wanted.port }
    let loop = try EventLoop.start(named: "paylyt-port")
    defer { loop.stop() }
    var settings = HTTPServer.Configuration()
    settings.host = wanted.host
    let server = try await HTTPServer.start(on: loop, settings) { _ in .text(503, "not yet") }
    let port = server.port
    await server.stop()
    return port
  }
}

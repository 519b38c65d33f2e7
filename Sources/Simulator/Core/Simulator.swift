import Glibc
import PayLytHTTP
public import PayLytRPC

/// A provider of Lightning services on loopback: Bitnob's API, a domain of Lightning addresses, the
/// network behind them, and knobs that make all of it go wrong.
public final class Simulator: Sendable {
  /// Where it listens.
  public let port: UInt16
  /// Where the node listens, when there is one.
  public let nodePort: UInt16?
  private let node: RPCServer?
  private let server: HTTPServer
  private let engine: SimulatorEngine

  /// Listens and serves until `stop`.
  ///
  /// - Parameter now: seconds since 1970.
  /// - Throws: `SystemError` when the address cannot be bound.
  public static func start(
    _ configuration: SimulatorConfiguration, on loop: EventLoop,
    now: @escaping @Sendable () -> Int64 = wallClock
  ) async throws -> Simulator {
    let engine = SimulatorEngine(configuration, loop: loop, now: now)
    var http = HTTPServer.Configuration()
    http.host = configuration.host
    http.port = configuration.port
    http.handlerTimeout = .milliseconds(Limits.delayMillisecondsMax + 5000)
    let server = try await HTTPServer.start(on: loop, http) { await engine.answer($0) }
    let node = try await configuration.lnd?.start(engine, on: loop)
    return Simulator(server: server, engine: engine, node: node)
  }

  /// The machine's own time.
  public static let wallClock: @Sendable () -> Int64 = { Int64(time(nil)) }

  private init(
    server: HTTPServer, engine: SimulatorEngine, node: (server: RPCServer, port: UInt16)?
  ) {
    self.node = node?.server
    nodePort = node?.port
    self.server = server
    self.engine = engine
    port = server.port
  }

  /// Answers what is under way, drops webhooks that wait, and closes.
  public func stop() async {
    engine.webhooks.stop()
    await node?.stop(grace: .milliseconds(100))
    await server.stop(grace: .seconds(1))
  }

  /// The simulator's book, for tests in the same process.
  public var book: Book { engine.world.withLock { $0.book } }
}

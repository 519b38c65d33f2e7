import PayLytRPC
import PayLytRPCServices
import Synchronization

/// A server on loopback, with TLS and in the clear, and channels to both.
final class Fixture: Sendable {
  let loop: EventLoop
  let server: RPCServer
  let echo = EchoService()
  let clear: SocketAddress
  let secure: SocketAddress
  let certificateFile: String
  private let keyFile: String
  private let events: EventLog

  /// Runs `body` against a server of its own, and ends the server in any case.
  static func run<Result: Sendable>(
    interceptors: [any ServerInterceptor] = [], services: [any RPCService] = [],
    _ configure: (inout ServerConfiguration) -> Void = { _ in },
    _ body: (Fixture) async throws -> Result
  ) async throws -> Result {
    var configuration = ServerConfiguration()
    configure(&configuration)
    let fixture = try await Fixture(interceptors, services, configuration)
    do {
      let result = try await body(fixture)
      await fixture.stop()
      return result
    } catch {
      await fixture.stop()
      throw error
    }
  }

  private init(
    _ interceptors: [any ServerInterceptor], _ services: [any RPCService],
    _ configuration: ServerConfiguration
  ) async throws {
    let log = EventLog()
    events = log
    var configuration = configuration
    configuration.onEvent = { log.append($0) }
    let name = "\(Self.temporaryDirectory)/paylyt-rpc-\(UInt64.random(in: 0...UInt64.max))"
    certificateFile = "\(name).crt"
    keyFile = "\(name).key"
    try DevelopmentCertificate().write(certificateFile: certificateFile, keyFile: keyFile)
    loop = try EventLoop.start(named: "test-server")
    server = RPCServer(
      loop: loop, services: [echo] + services, interceptors: interceptors,
      configuration: configuration)
    let any = try SocketAddress(host: "127.0.0.1", port: 0)
    clear = try await server.listen(on: any)
    secure = try await server.listen(
      on: any, tls: try TLSContext.server(certificateFile: certificateFile, keyFile: keyFile))
  }

  private func stop() async {
    await server.stop(grace: .milliseconds(200))
    loop.stop()
    removeFile(certificateFile)
    removeFile(keyFile)
  }

  func channel(
    tls: Bool = false, loop: EventLoop? = nil,
    _ configure: (inout ChannelConfiguration) -> Void = { _ in }
  ) throws -> Channel {
    var configuration = ChannelConfiguration()
    if tls {
      configuration.tls = try TLSContext.client(trust: .authorities(file: certificateFile))
    }
    configure(&configuration)
    let address = tls ? secure : clear
    return try Channel(
      host: address.host, port: address.port, loop: loop, configuration: configuration)
  }

  /// What the server has reported, as text.
  var reports: [String] { events.texts }

  static var temporaryDirectory: String { environment("TMPDIR") ?? "/tmp" }
}

final class EventLog: Sendable {
  private let events = Mutex<[String]>([])
  func append(_ event: ServerEvent) { events.withLock { $0.append("\(event)") } }
  var texts: [String] { events.withLock { $0 } }
}

/// Waits for something that another thread brings about; gives up after a minute.
func eventually(_ condition: () async -> Bool) async throws -> Bool {
  let end = ContinuousClock.now + .seconds(60)
  while ContinuousClock.now < end {
    if await condition() { return true }
    try await Task.sleep(for: .milliseconds(10))
  }
  return await condition()
}

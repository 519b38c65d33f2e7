import Glibc
import InteropAPI
import PayLytRPC
import PayLytRPCServices
import StandardAPI

/// grpc.testing.TestService for anybody's client, until SIGTERM or SIGINT. docs/INTEROP.md has the
/// options. SIGHUP reads the certificate files again.
@main
struct Main {
  /// Not `async`: signals are blocked on the main thread, before any other thread exists to inherit
  /// them unblocked.
  static func main() {
    TLSContext.prepareMemory()
    do {
      let options = try InteropOptions(Array(CommandLine.arguments.dropFirst()))
      let signals = try SignalDescriptor([SIGINT, SIGTERM, SIGHUP])
      Task.detached {
        do {
          try await serve(options, until: signals)
          exit(0)
        } catch {
          fail("\(error)", status: 1)
        }
      }
      while true { pause() }
    } catch {
      fail("\(error)", status: 64)
    }
  }

  private static func serve(
    _ options: InteropOptions, until signals: SignalDescriptor
  ) async throws {
    let tls = try options.credentials.map { (credentials) throws(TLSError) in
      try TLSContext.server(
        certificateFile: credentials.certificateFile, keyFile: credentials.keyFile,
        clientAuthorities: options.clientAuthorities)
    }
    let names = [TestService.serviceName]
    let inventory = RPCInventory()
    let health = HealthService(services: names)
    let reflection = ReflectionService(
      services: names + [HealthService.serviceName, ChannelzService.serviceName],
      files: InteropAPIDescriptors.files + StandardAPIDescriptors.files)
    let loop = try EventLoop.start(named: "interop")
    let server = RPCServer(
      loop: loop, services: [TestService(), health, reflection, ChannelzService(inventory)],
      configuration: options.configuration)
    inventory.add(server)
    let address = try await server.listen(
      on: SocketAddress(host: "127.0.0.1", port: options.port), tls: tls)
    // `localhost` may mean either; a machine without IPv6 has the first alone.
    if let second = try? SocketAddress(host: "::1", port: address.port) {
      _ = try? await server.listen(on: second, tls: tls)
    }
    print("listening on \(address)")
    _ = fflush(nil)
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    try await loop.run {
      try loop.onSignal(signals) { signal in
        guard signal == SIGHUP else { return end.finish() }
        do { try tls?.reload() } catch { complain("\(error)") }
      }
    }
    for await _ in ends {}
    health.stopServing()
    await server.stop(grace: .seconds(10))
  }

  private static func complain(_ reason: String) {
    let line = "interop-server: \(reason)\n"
    _ = unsafe line.withCString { unsafe write(STDERR_FILENO, $0, line.utf8.count) }
  }

  private static func fail(_ reason: String, status: Int32) -> Never {
    complain(reason)
    exit(status)
  }
}

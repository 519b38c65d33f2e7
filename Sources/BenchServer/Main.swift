import Glibc
import PayLytRPC

/// `bench-server --port P [CERT KEY] [--loops N]`: bench.v1.Echo on loopback, until SIGTERM.
@main
struct Main {
  /// Not `async`: signals are blocked on the main thread, before any other thread exists to inherit
  /// them unblocked.
  static func main() {
    TLSContext.prepareMemory()
    do {
      let options = try BenchOptions(Array(CommandLine.arguments.dropFirst()))
      let signals = try SignalDescriptor([SIGINT, SIGTERM])
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
    _ options: BenchOptions, until signals: SignalDescriptor
  ) async throws {
    let tls = try options.certificate.map { (files) throws(TLSError) in
      try TLSContext.server(certificateFile: files.certificate, keyFile: files.key)
    }
    let address = try SocketAddress(host: "127.0.0.1", port: options.port)
    let first = try EventLoop.start(named: "bench-0")
    var servers = [RPCServer(loop: first, services: [EchoService()])]
    // All listen on one port: the kernel spreads the connections.
    let bound = try await servers[0].listen(on: address, tls: tls)
    for number in 1..<options.loops {
      let loop = try EventLoop.start(named: "bench-\(number)")
      let server = RPCServer(loop: loop, services: [EchoService()])
      try await server.listen(on: bound, tls: tls)
      servers.append(server)
    }
    print("listening on \(bound)")
    _ = fflush(nil)
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    try await first.run { try first.onSignal(signals) { _ in end.finish() } }
    for await _ in ends {}
    for server in servers { await server.stop(grace: .seconds(2)) }
  }

  private static func fail(_ reason: String, status: Int32) -> Never {
    let line = "bench-server: \(reason)\n"
    _ = unsafe line.withCString { unsafe write(STDERR_FILENO, $0, line.utf8.count) }
    exit(status)
  }
}

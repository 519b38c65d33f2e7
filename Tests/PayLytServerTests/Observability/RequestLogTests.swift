import PayLytRPC
import PayLytRPCServices
import StandardAPI
import Synchronization
import Testing

@testable import PayLytServer

@Suite("The line of a call, and its name")
struct RequestLogTests {
  /// A handler that fails as nobody foresaw, or answers.
  private struct Failing: ServerInterceptor {
    struct Bug: Error {}

    func intercept(
      _ context: ServerContext, _ next: @Sendable () async throws -> Void
    ) async throws {
      if context.metadata["x-fail"] != nil { throw Bug() }
      try await next()
    }
  }

  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: [UInt8]) {
      lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
    }
  }

  private static func with(_ body: (Channel, Lines) async throws -> Void) async throws {
    let loop = try EventLoop.start(named: "request-log")
    let lines = Lines()
    let log = Log(level: .info, clock: ManualClock()) { lines.add($0) }
    var configuration = ServerConfiguration()
    configuration.onEvent = { log.report($0) }
    let server = RPCServer(
      loop: loop, services: [HealthService(services: ["a.A"])],
      interceptors: [
        RequestLog(log: log, metrics: RequestMetrics(MetricRegistry())), Failing(),
      ], configuration: configuration)
    let address = try await server.listen(on: SocketAddress(host: "127.0.0.1", port: 0))
    let channel = try Channel(host: "127.0.0.1", port: address.port)
    let outcome: Result<Void, any Error>
    do {
      outcome = .success(try await body(channel, lines))
    } catch {
      outcome = .failure(error)
    }
    await channel.close()
    await server.stop(grace: .milliseconds(100))
    loop.stop()
    loop.join()
    try outcome.get()
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.count == 32 && text.allSatisfy { $0.isHexDigit && !$0.isUppercase }
  }

  @Test("an answer carries the name of its call ahead, the log the same, and the caller's trace")
  func answered() async throws {
    try await Self.with { channel, lines in
      var options = CallOptions(timeout: .seconds(60))
      let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
      options.trace = TraceContext(traceparent: "00-\(trace)-00f067aa0ba902b7-01")
      var names: [String] = []
      for _ in 1...2 {
        let answer: UnaryResponse<HealthCheckResponse> = try await channel.unary(
          HealthMethods.check, HealthCheckRequest(service: "a.A"), options)
        let name = try #require(answer.initialMetadata["paylyt-request-id"])
        #expect(Self.isName(name))
        #expect(answer.trailingMetadata["paylyt-request-id"] == nil)
        names.append(name)
      }
      #expect(Set(names).count == 2)
      for (line, name) in zip(lines.all.filter { $0.contains("Health/Check") }, names) {
        #expect(line.contains(#""request":"\#(name)""#))
        #expect(line.contains(#""trace":"\#(trace)""#))
      }
    }
  }

  @Test("a refusal names its call in its details")
  func refused() async throws {
    try await Self.with { channel, lines in
      let error = await #expect(throws: RPCError.self) {
        try await HealthClient(channel).check(
          HealthCheckRequest(service: "b.B"), options: CallOptions(timeout: .seconds(60)))
      }
      #expect(error?.code == .notFound)
      let name = try #require(error?.requestID)
      #expect(Self.isName(name))
      let line = try #require(lines.all.first { $0.contains("Health/Check") })
      #expect(line.contains(#""request":"\#(name)""#))
      #expect(!line.contains("trace"))
    }
  }

  @Test("a bug is logged with the name of the call that it ended, and tells the caller nothing")
  func bug() async throws {
    try await Self.with { channel, lines in
      var options = CallOptions(timeout: .seconds(60))
      try options.metadata.add("x-fail", "1")
      let error = await #expect(throws: RPCError.self) {
        try await HealthClient(channel).check(HealthCheckRequest(service: "a.A"), options: options)
      }
      #expect(error?.code == .internalError)
      #expect(error?.message.contains("Bug") == false)
      let line = try #require(lines.all.first { $0.contains("handler failed") })
      let parts = line.split(separator: #""request":""#)
      let name = String(try #require(parts.dropFirst().first).prefix(32))
      #expect(Self.isName(name) && line.contains("Bug"))
      #expect(lines.all.contains { $0.contains(#""message":"rpc""#) && $0.contains(name) })
    }
  }

  @Test("the values of a refusal stand in its details")
  func values() {
    let refusal = EscrowError.refundNotDue(until: .start).refusal
    #expect(refusal.message.contains("2025-06-15T15:06:40Z"))
    #expect(
      refusal.rpcError.errorInfo?.metadata == ["refundable_from": "2025-06-15T15:06:40Z"])
    let missing = Access.refusal(of: Access.Grant(roles: .client, scopes: nil), for: "fees.set")
    #expect(missing?.rpcError.errorInfo?.metadata == ["permission": "fees.set"])
    #expect(Refusal.notFound("job").rpcError.errorInfo?.metadata == [:])
  }
}

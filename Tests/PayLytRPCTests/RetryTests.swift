import StandardAPI
import Synchronization
import Testing

@testable import PayLytRPC

@Suite("Calls that are made again, and calls that wait")
struct RetryTests {
  typealias Text = ProtoStringValue

  @Test(
    "the pause grows to its bound, then there is no further attempt",
    arguments: [(1, 100), (2, 200), (3, 300), (4, nil)] as [(Int, Int?)])
  func backoff(attempts: Int, milliseconds: Int?) {
    let policy = RetryPolicy(
      attemptsMax: 4, initialBackoff: .milliseconds(100), backoffMax: .milliseconds(300))
    func delay(_ code: StatusCode, _ pushback: RetryPolicy.Pushback = .unsaid) -> Duration? {
      policy.delay(
        afterAttempts: attempts, sincePushback: attempts, code: code, pushback: pushback, share: 1)
    }
    #expect(delay(.unavailable) == milliseconds.map { .milliseconds($0) })
    #expect(delay(.internalError) == nil)
    #expect(delay(.unavailable, .never) == nil)
    #expect(delay(.unavailable, .after(.zero)) == (milliseconds == nil ? nil : .zero))
  }

  @Test(
    "a server's word about another attempt is read as A6 has it",
    arguments: [
      (nil, .unsaid), ("0", .after(.zero)), ("70", .after(.milliseconds(70))), ("-1", .never),
      ("soon", .never), ("", .never), ("99999999999", .never),
    ] as [(String?, RetryPolicy.Pushback)])
  func pushback(text: String?, meaning: RetryPolicy.Pushback) {
    #expect(RetryPolicy.Pushback(text) == meaning)
  }

  @Test("failures stop retries, and successes allow them again")
  func budget() {
    var budget = RetryBudget(RetryThrottling(tokensMax: 4, tokenRatio: 0.5))
    budget.failed()
    #expect(budget.allowsRetry)
    budget.failed()
    #expect(!budget.allowsRetry)
    budget.succeeded()
    #expect(budget.allowsRetry)
    for _ in 0..<100 { budget.succeeded() }
    for _ in 0..<2 { budget.failed() }
    #expect(!budget.allowsRetry)
    #expect(RetryBudget(nil).allowsRetry)
  }

  private static func config(
    _ retry: RetryPolicy, throttling: RetryThrottling? = nil
  ) -> ServiceConfig {
    ServiceConfig(methods: [MethodConfig(retry: retry)], throttling: throttling)
  }

  private static let quick = RetryPolicy(attemptsMax: 4, initialBackoff: .milliseconds(1))

  @Test(
    "a call that fails is made again until it succeeds, with its request", arguments: [0, 1, 3])
  func unary(failures: Int) async throws {
    let flaky = FlakyService(failures: failures)
    try await Fixture.run(services: [flaky]) { fixture in
      let channel = try fixture.channel { $0.service = Self.config(Self.quick) }
      let answer: UnaryResponse<Text> = try await channel.unary(
        FlakyService.one, Text(value: "hello"), CallOptions())
      #expect(answer.message.value == "hello")
      #expect(flaky.seen == Array([nil, "1", "2", "3"].prefix(failures + 1)))
      await channel.close()
    }
  }

  @Test("a stream that fails is made again with everything that was sent")
  func stream() async throws {
    let flaky = FlakyService(failures: 2)
    try await Fixture.run(services: [flaky]) { fixture in
      let channel = try fixture.channel { $0.service = Self.config(Self.quick) }
      let call: ClientStreamingCall<Text, Text> = try await channel.clientStreaming(
        FlakyService.many, CallOptions())
      for word in ["a", "b", "c"] {
        try await call.send(Text(value: word))
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(try await call.finish().value == "abc")
      #expect(flaky.seen.count == 3)
      await channel.close()
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var policy: RetryPolicy? = RetryTests.quick
    var throttling: RetryThrottling?
    var pushback: String?
    var code = StatusCode.unavailable
    var answersFirst = false
    let attempts: Int
  }

  static let cases = [
    Case(testDescription: "no policy", policy: nil, attempts: 1),
    Case(testDescription: "all attempts fail", attempts: 4),
    Case(testDescription: "another code", code: .internalError, attempts: 1),
    Case(testDescription: "the server says no", pushback: "-1", attempts: 1),
    Case(testDescription: "the server says when", pushback: "5", attempts: 4),
    Case(
      testDescription: "too many calls fail", throttling: RetryThrottling(tokensMax: 4),
      attempts: 2),
    Case(testDescription: "the answer has begun", answersFirst: true, attempts: 1),
  ]

  @Test("a call is made so many times, and the caller sees the last failure", arguments: cases)
  func attempts(story: Case) async throws {
    let flaky = FlakyService(
      failures: .max, code: story.code, pushback: story.pushback,
      answersFirst: story.answersFirst)
    try await Fixture.run(services: [flaky]) { fixture in
      let channel = try fixture.channel {
        if let policy = story.policy {
          $0.service = Self.config(policy, throttling: story.throttling)
        }
      }
      let error = await #expect(throws: RPCError.self) {
        let stream: ResponseStream<Text> = try await channel.serverStreaming(
          FlakyService.back, Text(), CallOptions())
        for try await _ in stream {}
      }
      #expect(error?.code == story.code)
      #expect(flaky.seen.count == story.attempts)
      await channel.close()
    }
  }

  @Test("a deadline ends the pauses between attempts too")
  func deadline() async throws {
    let flaky = FlakyService(failures: .max, pushback: "60000")
    try await Fixture.run(services: [flaky]) { fixture in
      let channel = try fixture.channel {
        $0.service = ServiceConfig(methods: [
          MethodConfig(
            name: .service(FlakyService.serviceName), timeout: .milliseconds(100),
            retry: Self.quick)
        ])
      }
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          FlakyService.one, Text(), CallOptions(timeout: .seconds(60)))
      }
      #expect(error?.code == .deadlineExceeded)
      await channel.close()
    }
  }

  @Test("a call that waits is made when the server is there; one that does not fails at once")
  func waitForReady() async throws {
    let loop = try EventLoop.start(named: "test-late")
    defer { loop.stop() }
    // A port that is free: it was bound a moment ago.
    let first = RPCServer(loop: loop, services: [EchoService()])
    let address = try await first.listen(on: SocketAddress(host: "127.0.0.1", port: 0))
    await first.stop(grace: .zero)
    var configuration = ChannelConfiguration()
    configuration.backoff.initial = .milliseconds(20)
    let channel = try Channel(to: address, configuration: configuration)
    func call(_ waits: Bool, _ timeout: Duration) async throws -> String {
      var options = CallOptions(timeout: timeout)
      options.waitsForReady = waits
      let answer: UnaryResponse<Text> = try await channel.unary(
        EchoService.echo, Text(value: "here"), options)
      return answer.message.value
    }
    for (waits, code) in [(false, StatusCode.unavailable), (true, .deadlineExceeded)] {
      let error = await #expect(throws: RPCError.self) {
        _ = try await call(waits, .milliseconds(200))
      }
      #expect(error?.code == code)
    }
    async let late = call(true, .seconds(20))
    try await Task.sleep(for: .milliseconds(100))
    let second = RPCServer(loop: loop, services: [EchoService()])
    try await second.listen(on: address)
    #expect(try await late == "here")
    await channel.close()
    await second.stop(grace: .zero)
  }
}

/// Fails the first calls, and remembers what each one said of those before it.
final class FlakyService: RPCService {
  static let serviceName = "paylyt.test.v1.Flaky"
  static let one = descriptor("One", .unary)
  static let many = descriptor("Many", .clientStreaming)
  static let back = descriptor("Back", .serverStreaming)

  private let failures: Int
  private let code: StatusCode
  private let pushback: String?
  private let answersFirst: Bool
  private let attempts = Mutex<[String?]>([])

  /// `grpc-previous-rpc-attempts` of every call.
  var seen: [String?] { attempts.withLock { $0 } }

  init(
    failures: Int, code: StatusCode = .unavailable, pushback: String? = nil,
    answersFirst: Bool = false
  ) {
    self.failures = failures
    self.code = code
    self.pushback = pushback
    self.answersFirst = answersFirst
  }

  private static func descriptor(
    _ method: String, _ kind: MethodDescriptor.Kind
  ) -> MethodDescriptor {
    MethodDescriptor(
      service: serviceName, method: method, kind: kind,
      requestType: "google.protobuf.StringValue", responseType: "google.protobuf.StringValue")
  }

  var methods: [MethodBinding] {
    [.unary(Self.one, one), .clientStreaming(Self.many, many), .serverStreaming(Self.back, back)]
  }

  private func fail(_ context: ServerContext) throws {
    let count = attempts.withLock { attempts in
      attempts.append(context.metadata["grpc-previous-rpc-attempts"])
      return attempts.count
    }
    guard count <= failures else { return }
    var metadata = Metadata()
    if let pushback { try metadata.add("grpc-retry-pushback-ms", pushback) }
    throw RPCError(code, "Not yet.", metadata: metadata)
  }

  private func one(
    _ request: ProtoStringValue, _ context: ServerContext
  ) async throws -> ProtoStringValue {
    try fail(context)
    return request
  }

  private func many(
    _ requests: RequestStream<ProtoStringValue>, _ context: ServerContext
  ) async throws -> ProtoStringValue {
    try fail(context)
    var text = ""
    for try await request in requests { text += request.value }
    return ProtoStringValue(value: text)
  }

  private func back(
    _ request: ProtoStringValue, _ responses: ResponseWriter<ProtoStringValue>,
    _ context: ServerContext
  ) async throws {
    if answersFirst { try await responses.write(request) }
    try fail(context)
  }
}

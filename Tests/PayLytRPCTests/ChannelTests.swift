import CLinux
import Glibc
import StandardAPI
import Synchronization
import Testing

@testable import PayLytRPC

@Suite("What a channel does beside its calls")
struct ChannelTests {
  typealias Text = ProtoStringValue

  private static func say(
    _ text: String, on channel: Channel, _ options: CallOptions = CallOptions()
  ) async throws -> String {
    let answer: UnaryResponse<Text> = try await channel.unary(
      EchoService.echo, Text(value: text), options)
    return answer.message.value
  }

  @Test("a server that is gone without a word fails its calls with UNAVAILABLE")
  func silentServer() async throws {
    let server = try SilentServer()
    var configuration = ChannelConfiguration()
    configuration.keepalive = Keepalive(time: .milliseconds(50), timeout: .milliseconds(100))
    let channel = try Channel(to: server.address, configuration: configuration)
    let pool = BlockingPool()
    async let served: Void = pool.run { server.serve() }
    let error = await #expect(throws: RPCError.self) {
      _ = try await Self.say("anybody?", on: channel)
    }
    #expect(error?.code == .unavailable)
    #expect(error?.message.contains("does not answer") == true)
    try await served
    await channel.close()
  }

  @Test("a server that is only slow keeps its calls")
  func slowServer() async throws {
    try await Fixture.run {
      $0.pings = PingPolicy(intervalMin: .zero)
    } _: { fixture in
      let channel = try fixture.channel {
        $0.keepalive = Keepalive(time: .milliseconds(20), timeout: .seconds(30))
      }
      let slow = Task { () async throws -> UnaryResponse<Text> in
        try await channel.unary(EchoService.sleep, Text(), CallOptions())
      }
      #expect(try await eventually { fixture.echo.record.sleeping == 1 })
      // Each is sent when the one before was answered.
      #expect(try await eventually { await Self.pings(channel) >= 5 })
      slow.cancel()
      let error = await #expect(throws: RPCError.self) { try await slow.value }
      #expect(error?.code == .cancelled)
      await channel.close()
    }
  }

  /// How often it has asked on its first connection.
  private static func pings(_ channel: Channel) async -> Int {
    guard let name = await channel.facts().subchannels.first,
      let connection = await channel.subchannel(name.number)?.connections.first
    else { return 0 }
    return await channel.connection(connection.number)?.keepalivesSent ?? 0
  }

  @Test("a unix socket serves our client and the official one, and leaves no file behind")
  func unixSocket() async throws {
    let path = "\(Fixture.temporaryDirectory)/paylyt-\(UInt64.random(in: 0...UInt64.max)).sock"
    let address = try SocketAddress(unixPath: path)
    #expect("\(address)" == "unix:\(path)")
    try await Fixture.run(services: []) { fixture in
      try await fixture.server.listen(on: address)
      let channel = try Channel(to: address)
      #expect(try await Self.say("near", on: channel) == "near")
      await channel.close()
      // It is taken.
      let other = RPCServer(loop: fixture.loop, services: [])
      await #expect(throws: SystemError.self) { try await other.listen(on: address) }
      await other.stop(grace: .zero)
    }
    #expect(unsafe access(path, F_OK) != 0)
    // What a server that was killed has left is replaced.
    do { _ = try ListeningSocket(bindingTo: address) }
    #expect(unsafe access(path, F_OK) == 0)
    try await Fixture.run { fixture in
      try await fixture.server.listen(on: address)
      let channel = try Channel(to: address)
      #expect(try await Self.say("again", on: channel) == "again")
      await channel.close()
    }
    #expect(throws: SystemError.self) {
      try SocketAddress(unixPath: String(repeating: "x", count: 108))
    }
  }

  @Test("interceptors see every call begin and end, and may refuse it")
  func interceptors() async throws {
    let gate = Gate()
    try await Fixture.run { fixture in
      let channel = try fixture.channel { $0.interceptors = [gate] }
      let answer: UnaryResponse<Text> = try await channel.unary(
        EchoService.echo, Text(value: "x"), CallOptions())
      #expect(answer.trailingMetadata["x-echo"] == "from the gate")
      var options = CallOptions()
      try options.metadata.add("x-refuse", "1")
      let error = await #expect(throws: RPCError.self) {
        _ = try await Self.say("x", on: channel, options)
      }
      #expect(error?.message == "not through here")
      await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.fail, Text(value: "\(StatusCode.aborted)"), CallOptions())
      }
      #expect(gate.ended == ["Echo: ok", "Fail: \(StatusCode.aborted)"])
      await channel.close()
    }
  }

  private static let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

  @Test("a trace and a deadline go on to the calls that a handler makes")
  func trace() async throws {
    let relay = Relay()
    try await Fixture.run(interceptors: [relay]) { fixture in
      let channel = try fixture.channel()
      var options = CallOptions(timeout: .seconds(30))
      options.trace = TraceContext(traceparent: Self.parent)
      #expect(try await Self.say("traced", on: channel, options) == "traced")
      let outgoing = try #require(relay.last)
      #expect(outgoing.trace?.traceID == "0af7651916cd43dd8448eb211c80319c")
      #expect(outgoing.trace?.spanID != "b7ad6b7169203331")
      #expect(outgoing.trace?.flags == 1)
      let timeout = try #require(outgoing.timeout)
      #expect(timeout <= .seconds(30) && timeout > .seconds(20))
      #expect(try await Self.say("plain", on: channel) == "plain")
      #expect(relay.last?.trace == nil && relay.last?.timeout == nil)
      await channel.close()
    }
  }

  @Test(
    "a traceparent is read strictly",
    arguments: [
      (parent, true), (parent + "-x", false), ("01" + parent.dropFirst(2) + "-x", true),
      ("ff" + parent.dropFirst(2), false), (parent.uppercased(), false), ("", false),
      ("00-00000000000000000000000000000000-b7ad6b7169203331-01", false),
      ("00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01", false),
      ("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331", false),
    ])
  func traceparent(text: String, isValid: Bool) {
    let trace = TraceContext(traceparent: text)
    #expect((trace != nil) == isValid)
    if text == Self.parent { #expect(trace?.traceparent == text) }
    #expect(trace?.child(spanID: 1).spanID == (isValid ? "0000000000000001" : nil))
  }
}

/// Adds metadata to every call, refuses those that ask for it, and keeps how calls ended.
final class Gate: ClientInterceptor {
  private let log = Mutex<[String]>([])
  var ended: [String] { log.withLock { $0 } }

  func callBegins(
    _ method: MethodDescriptor, _ options: inout CallOptions
  ) async throws(RPCError) {
    guard options.metadata["x-refuse"] == nil else {
      throw RPCError(.permissionDenied, "not through here")
    }
    do {
      try options.metadata.add("x-echo", "from the gate")
    } catch {
      throw RPCError(.internalError, "\(error)")
    }
  }

  func callEnded(_ method: MethodDescriptor, _ error: RPCError?, after time: Duration) {
    let outcome = error.map { "\($0.code)" } ?? "ok"
    log.withLock { $0.append("\(method.method): \(outcome)") }
  }
}

/// Keeps what a handler would send on.
final class Relay: ServerInterceptor {
  private let options = Mutex<CallOptions?>(nil)
  var last: CallOptions? { options.withLock { $0 } }

  func intercept(
    _ context: ServerContext, _ next: @Sendable () async throws -> Void
  ) async throws {
    options.withLock { $0 = context.outgoingOptions }
    try await next()
  }
}

/// Accepts one connection, sends its SETTINGS, and never says a word again.
final class SilentServer: Sendable {
  private let listener: FileDescriptor
  let address: SocketAddress

  init() throws {
    let listening = try ListeningSocket(bindingTo: SocketAddress(host: "127.0.0.1", port: 0))
    address = listening.address
    let copy = fcntl(listening.number, F_DUPFD_CLOEXEC, 0)
    try #require(copy >= 0)
    listener = FileDescriptor(adopting: copy)
    // The copy blocks in accept.
    _ = fcntl(copy, F_SETFL, 0)
  }

  /// Blocks until the client has closed its connection.
  func serve() {
    let number = accept4(listener.number, nil, nil, Int32(SOCK_CLOEXEC.rawValue))
    guard number >= 0 else { return }
    let connection = FileDescriptor(adopting: number)
    let settings = Frame.settings
    _ = unsafe settings.withUnsafeBytes { unsafe send(number, $0.baseAddress, $0.count, 0) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while unsafe recv(connection.number, &buffer, buffer.count, 0) > 0 {}
  }
}

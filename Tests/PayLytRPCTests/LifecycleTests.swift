import PayLytRPC
import StandardAPI
import Testing

@Suite("The life of calls, connections and servers")
struct LifecycleTests {
  typealias Text = ProtoStringValue

  @Test("a deadline ends the call on both sides", arguments: [false, true])
  func deadline(tls: Bool) async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel(tls: tls)
      // Connected before: on a slow machine the handshake alone could take the whole time.
      let _: UnaryResponse<Text> = try await channel.unary(
        EchoService.echo, Text(), CallOptions())
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.sleep, Text(), CallOptions(timeout: .seconds(1)))
      }
      #expect(error?.code == .deadlineExceeded)
      #expect(try await eventually { fixture.echo.record.cancelled == 1 })
    }
  }

  @Test("a deadline that has passed already is refused without a handler")
  func deadlineBefore() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.echo, Text(), CallOptions(timeout: .zero))
      }
      #expect(error?.code == .deadlineExceeded)
    }
  }

  @Test("cancelling the caller's task cancels the handler's")
  func cancel() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let task = Task { () async throws -> UnaryResponse<Text> in
        try await channel.unary(EchoService.sleep, Text(), CallOptions())
      }
      #expect(try await eventually { fixture.echo.record.sleeping == 1 })
      task.cancel()
      let error = await #expect(throws: RPCError.self) { _ = try await task.value }
      #expect(error?.code == .cancelled)
      #expect(try await eventually { fixture.echo.record.cancelled == 1 })
    }
  }

  @Test("a slow reader stops the writer, and its memory does not grow", arguments: [false, true])
  func slowReader(tls: Bool) async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel(tls: tls)
      let stream: ResponseStream<ProtoBytesValue> = try await channel.serverStreaming(
        EchoService.flood, ProtoInt32Value(value: 1000), CallOptions())
      var iterator = stream.makeAsyncIterator()
      #expect(try await iterator.next()?.value.count == 16 << 10)
      #expect(try await eventually { fixture.echo.record.written >= 10 })
      try await Task.sleep(for: .milliseconds(200))
      // A window of 256 KiB at the client and a backlog of 64 KiB at the server, in messages of
      // 16 KiB; a thousand would be 16 MiB.
      let written = fixture.echo.record.written
      #expect(written <= 40, "\(written) messages were written")
      var count = 1
      while try await iterator.next() != nil { count += 1 }
      #expect(count == 1000)
    }
  }

  @Test("letting go of a stream cancels its handler")
  func dropStream() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      do {
        let stream: ResponseStream<ProtoBytesValue> = try await channel.serverStreaming(
          EchoService.flood, ProtoInt32Value(value: 1000), CallOptions())
        var iterator = stream.makeAsyncIterator()
        _ = try await iterator.next()
      }
      #expect(try await eventually { fixture.echo.record.cancelled == 1 })
    }
  }

  @Test("a handler that does not read holds its client up, and no other call")
  func slowHandler() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let call: BidirectionalCall<ProtoBytesValue, ProtoBytesValue> =
        try await channel.bidirectional(EchoService.hold, CallOptions())
      let message = ProtoBytesValue(value: [UInt8](repeating: 1, count: 16 << 10))
      let sender = Task { () async throws -> Int in
        for _ in 0..<100 { try await call.send(message) }
        try await call.finishSending()
        return 100
      }
      #expect(try await eventually { fixture.echo.record.taken == 1 })
      for number in 0..<10 {
        let answer: UnaryResponse<Text> = try await channel.unary(
          EchoService.echo, Text(value: "\(number)"), CallOptions(timeout: .seconds(30)))
        #expect(answer.message.value == "\(number)")
      }
      #expect(fixture.echo.record.taken == 1)
      fixture.echo.release()
      #expect(try await sender.value == 100)
      for try await _ in call.responses {}
      #expect(fixture.echo.record.taken == 100)
    }
  }

  @Test("a stopping server lets a running call finish, and refuses new ones")
  func drain() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let call: BidirectionalCall<Text, Text> = try await channel.bidirectional(
        EchoService.chat, CallOptions())
      var answers = call.responses.makeAsyncIterator()
      try await call.send(Text(value: "a"))
      #expect(try await answers.next()?.value == "re: a")
      async let stopped: Void = fixture.server.stop(grace: .seconds(60))
      try await Task.sleep(for: .milliseconds(100))
      try await call.send(Text(value: "b"))
      #expect(try await answers.next()?.value == "re: b")
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.echo, Text(), CallOptions())
      }
      #expect(error?.code == .unavailable)
      try await call.finishSending()
      #expect(try await answers.next() == nil)
      await stopped
    }
  }

  @Test("a rolling restart loses no call")
  func rollingRestart() async throws {
    let loops = [
      try EventLoop.start(named: "test-old"), try EventLoop.start(named: "test-new"),
    ]
    defer { for loop in loops { loop.stop() } }
    let old = RPCServer(loop: loops[0], services: [EchoService()])
    let address = try await old.listen(on: try SocketAddress(host: "127.0.0.1", port: 0))
    let channel = try Channel(host: address.host, port: address.port)
    let new = RPCServer(loop: loops[1], services: [EchoService()])
    // The kernel resets connections that nobody has accepted when their listener closes.
    let _: UnaryResponse<Text> = try await channel.unary(
      EchoService.echo, Text(value: "first"), CallOptions(timeout: .seconds(10)))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for number in 0..<200 {
            let answer: UnaryResponse<Text> = try await channel.unary(
              EchoService.echo, Text(value: "\(number)"), CallOptions(timeout: .seconds(10)))
            #expect(answer.message.value == "\(number)")
          }
        }
      }
      group.addTask {
        try await new.listen(on: address)
        await old.stop(grace: .seconds(5))
      }
      try await group.waitForAll()
    }
    await new.stop(grace: .zero)
  }

  @Test("who listens first is alone, and others may join; nobody else listens first after them")
  func first() async throws {
    let loop = try EventLoop.start(named: "test-first")
    defer { loop.stop() }
    let servers = (0..<3).map { _ in RPCServer(loop: loop, services: [EchoService()]) }
    let any = try SocketAddress(host: "127.0.0.1", port: 0)
    let address = try await servers[0].listen(on: any, isFirst: true)
    for _ in 0..<2 {
      await #expect(throws: SystemError.self) {
        try await servers[2].listen(on: address, isFirst: true)
      }
      #expect(throws: SystemError.self) { try RPCServer.checkFree(address) }
      try await servers[1].listen(on: address)
    }
    for server in servers { await server.stop(grace: .zero) }
    try RPCServer.checkFree(address)
  }

  @Test("a handler that outlasts the grace is cancelled")
  func hardStop() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let task = Task { () async throws -> UnaryResponse<Text> in
        try await channel.unary(EchoService.sleep, Text(), CallOptions())
      }
      #expect(try await eventually { fixture.echo.record.sleeping == 1 })
      await fixture.server.stop(grace: .milliseconds(50))
      #expect(fixture.echo.record.cancelled == 1)
      let error = await #expect(throws: RPCError.self) { _ = try await task.value }
      #expect(error?.code == .unavailable)
    }
  }

  @Test("nobody listens: calls are UNAVAILABLE, and succeed when somebody does")
  func reconnect() async throws {
    let loop = try EventLoop.start(named: "test-late")
    defer { loop.stop() }
    let reserved = RPCServer(loop: loop, services: [])
    let address = try await reserved.listen(on: try SocketAddress(host: "127.0.0.1", port: 0))
    await reserved.stop(grace: .zero)
    var configuration = ChannelConfiguration()
    configuration.backoff.initial = .milliseconds(20)
    let channel = try Channel(
      host: "localhost", port: address.port, configuration: configuration)
    func call() async throws(RPCError) -> String {
      let answer: UnaryResponse<Text> = try await channel.unary(
        EchoService.echo, Text(value: "x"), CallOptions(timeout: .seconds(30)))
      return answer.message.value
    }
    for _ in 0..<2 {
      let error = await #expect(throws: RPCError.self) { try await call() }
      #expect(error?.code == .unavailable)
    }
    let server = RPCServer(loop: loop, services: [EchoService()])
    try await server.listen(on: address)
    try await Task.sleep(for: .milliseconds(200))
    #expect(try await call() == "x")
    await server.stop(grace: .zero)
    let second = RPCServer(loop: loop, services: [EchoService()])
    try await second.listen(on: address)
    // The first calls may still go to the connection that is being lost.
    var answer: String?
    for _ in 0..<100 where answer == nil {
      do throws(RPCError) {
        answer = try await call()
      } catch {
        #expect(error.code == .unavailable)
        try await Task.sleep(for: .milliseconds(20))
      }
    }
    #expect(answer == "x")
    await second.stop(grace: .zero)
  }

  @Test("a closed channel refuses calls and ends those under way")
  func closedChannel() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let task = Task { () async throws -> UnaryResponse<Text> in
        try await channel.unary(EchoService.sleep, Text(), CallOptions())
      }
      #expect(try await eventually { fixture.echo.record.sleeping == 1 })
      await channel.close()
      for attempt in [
        task, Task { try await channel.unary(EchoService.echo, Text(), CallOptions()) },
      ] {
        let error = await #expect(throws: RPCError.self) { _ = try await attempt.value }
        #expect(error?.code == .unavailable)
      }
    }
  }

  @Test("a channel on the loop of its server works as well")
  func sameLoop() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel(tls: true, loop: fixture.loop)
      let answer = try await fixture.loop.run { () async throws -> String in
        let answer: UnaryResponse<Text> = try await channel.unary(
          EchoService.echo, Text(value: "near"), CallOptions())
        return answer.message.value
      }
      #expect(answer == "near")
      await channel.close()
    }
  }

  @Test("a client that does not trust the certificate is UNAVAILABLE")
  func untrusted() async throws {
    try await Fixture.run { fixture in
      try await Fixture.run { other in
        let tls = try TLSContext.client(trust: .pinned(file: other.certificateFile))
        let channel = try fixture.channel(tls: true) { $0.tls = tls }
        let error = await #expect(throws: RPCError.self) {
          let _: UnaryResponse<Text> = try await channel.unary(
            EchoService.echo, Text(), CallOptions())
        }
        #expect(error?.code == .unavailable)
        #expect(error?.message.contains("certificate verify failed") == true)
      }
      let wrongName = try fixture.channel(tls: true) { $0.serverName = "example.org" }
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await wrongName.unary(
          EchoService.echo, Text(), CallOptions())
      }
      #expect(error?.code == .unavailable)
      let pinned = try TLSContext.client(trust: .pinned(file: fixture.certificateFile))
      let channel = try fixture.channel(tls: true) { $0.tls = pinned }
      let answer: UnaryResponse<Text> = try await channel.unary(
        EchoService.echo, Text(value: "trusted"), CallOptions())
      #expect(answer.message.value == "trusted")
    }
  }

  @Test("a message over the limit is RESOURCE_EXHAUSTED, in both directions")
  func messageLimits() async throws {
    let bytes = ProtoBytesValue(value: [UInt8](repeating: 1, count: 2000))
    func code(
      _ server: (inout ServerConfiguration) -> Void = { _ in },
      _ client: @escaping @Sendable (inout ChannelConfiguration) -> Void = { _ in }
    ) async throws -> StatusCode? {
      try await Fixture.run(server) { fixture in
        let channel = try fixture.channel { client(&$0) }
        do throws(RPCError) {
          let _: UnaryResponse<ProtoBytesValue> = try await channel.unary(
            EchoService.blob, bytes, CallOptions())
          return nil
        } catch {
          return error.code
        }
      }
    }
    #expect(try await code() == nil)
    #expect(try await code { $0.requestBytesMax = 1000 } == .resourceExhausted)
    #expect(try await code { $0.responseBytesMax = 1000 } == .resourceExhausted)
    #expect(try await code({ _ in }, { $0.requestBytesMax = 1000 }) == .resourceExhausted)
    #expect(try await code({ _ in }, { $0.responseBytesMax = 1000 }) == .resourceExhausted)
  }

  @Test("more calls than a connection may have at once wait for their turn")
  func manyStreams() async throws {
    try await Fixture.run {
      $0.http2.concurrentStreamsMax = 4
    } _: { fixture in
      let channel = try fixture.channel()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<100 {
          group.addTask {
            let _: UnaryResponse<Text> = try await channel.unary(
              EchoService.echo, Text(), CallOptions(timeout: .seconds(10)))
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("an interceptor sees every call, lets it pass with a principal, or refuses it")
  func interceptors() async throws {
    struct Gate: ServerInterceptor {
      func intercept(
        _ context: ServerContext, _ next: @Sendable () async throws -> Void
      ) async throws {
        guard context.metadata["x-token"] == "open" else {
          throw RPCError(.unauthenticated, "Who are you?")
        }
        context.principal = "somebody"
        try await next()
      }
    }
    struct Check: ServerInterceptor {
      func intercept(
        _ context: ServerContext, _ next: @Sendable () async throws -> Void
      ) async throws {
        guard context.principal as? String == "somebody" else {
          throw RPCError(.internalError, "The gate comes first.")
        }
        try await next()
      }
    }
    try await Fixture.run(interceptors: [Gate(), Check()]) { fixture in
      let channel = try fixture.channel()
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.echo, Text(), CallOptions())
      }
      #expect(error?.code == .unauthenticated)
      var options = CallOptions()
      try options.metadata.add("x-token", "open")
      let _: UnaryResponse<Text> = try await channel.unary(EchoService.echo, Text(), options)
    }
  }
}

import PayLytRPC
import StandardAPI
import Testing

@Suite("Calls of our client to our server")
struct CallTests {
  typealias Text = ProtoStringValue

  @Test("a unary call is answered, in the clear and over TLS", arguments: [false, true])
  func unary(tls: Bool) async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel(tls: tls)
      for number in 0..<100 {
        let answer: UnaryResponse<Text> = try await channel.unary(
          EchoService.echo, Text(value: "hello \(number)"), CallOptions())
        #expect(answer.message.value == "hello \(number)")
      }
      await channel.close()
    }
  }

  @Test("a thousand calls at once are answered, each with its own answer")
  func concurrent() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
        for number in 0..<1000 {
          group.addTask {
            let answer: UnaryResponse<Text> = try await channel.unary(
              EchoService.echo, Text(value: "\(number)"), CallOptions())
            return (number, answer.message.value)
          }
        }
        return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
      }
      #expect(answers.count == 1000)
      #expect(answers.allSatisfy { "\($0.key)" == $0.value })
    }
  }

  @Test("messages larger than every window arrive whole", arguments: [0, 1, 70_000, 4_000_000])
  func large(count: Int) async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel(tls: true)
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      let answer: UnaryResponse<ProtoBytesValue> = try await channel.unary(
        EchoService.blob, ProtoBytesValue(value: bytes), CallOptions())
      #expect(answer.message.value == bytes)
    }
  }

  @Test("a server stream arrives in order, then its trailers")
  func serverStream() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      var options = CallOptions()
      try options.metadata.add("x-echo", "one")
      let stream: ResponseStream<ProtoInt32Value> = try await channel.serverStreaming(
        EchoService.count, ProtoInt32Value(value: 5000), options)
      #expect(try await stream.initialMetadata["x-echo"] == "one")
      var numbers: [Int32] = []
      for try await message in stream { numbers.append(message.value) }
      #expect(numbers == Array(0..<5000))
      #expect(await stream.trailingMetadata["x-echo"] == "one")
    }
  }

  @Test("a client stream is answered after its end")
  func clientStream() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let call: ClientStreamingCall<Text, Text> = try await channel.clientStreaming(
        EchoService.join, CallOptions())
      for word in ["a", "b", "c"] { try await call.send(Text(value: word)) }
      #expect(try await call.finish().value == "abc")
    }
  }

  @Test("a server may answer before the client has finished sending")
  func earlyAnswer() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let call: ClientStreamingCall<Text, Text> = try await channel.clientStreaming(
        EchoService.join, CallOptions())
      try await call.send(Text(value: "stop"))
      let refused = try await eventually {
        try await call.send(Text(value: "more"))
      }
      #expect(refused == RPCError(.cancelled, "The server has ended the call."))
      #expect(try await call.finish().value == "stop")
    }
  }

  /// Repeats `body` until it throws: what it threw.
  private func eventually(_ body: () async throws -> Void) async throws -> RPCError? {
    for _ in 0..<500 {
      do { try await body() } catch { return error as? RPCError }
      try await Task.sleep(for: .milliseconds(10))
    }
    return nil
  }

  @Test("both directions of a bidirectional call go on independently", arguments: [false, true])
  func bidirectional(tls: Bool) async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel(tls: tls)
      let call: BidirectionalCall<Text, Text> = try await channel.bidirectional(
        EchoService.chat, CallOptions())
      var answers = call.responses.makeAsyncIterator()
      for word in ["a", "b"] {
        try await call.send(Text(value: word))
        #expect(try await answers.next()?.value == "re: \(word)")
      }
      try await call.finishSending()
      #expect(try await answers.next() == nil)
    }
  }

  @Test("metadata travels both ways, bytes included")
  func metadata() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      var options = CallOptions()
      try options.metadata.add("X-Echo", "one")
      try options.metadata.add("x-echo", "two, three")
      try options.metadata.add("x-echo-bin", bytes: [0, 1, 255])
      let answer: UnaryResponse<Text> = try await channel.unary(
        EchoService.echo, Text(value: ""), options)
      for metadata in [answer.initialMetadata, answer.trailingMetadata] {
        #expect(metadata.values("x-echo") == ["one", "two, three"])
        #expect(metadata.bytes("x-echo-bin") == [0, 1, 255])
      }
    }
  }

  @Test(
    "every status arrives with its message, details and trailers",
    arguments: StatusCode.allCases.filter { $0 != .ok })
  func status(code: StatusCode) async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.fail, Text(value: "\(code)"), CallOptions())
      }
      #expect(error?.code == code)
      #expect(error?.message == "grüße, 100 %\n")
      #expect(error?.metadata["x-reason"] == "because")
      let details = try #require(error?.details)
      #expect(try GoogleStatus(wireBytes: details).code == code.rawValue)
    }
  }

  @Test("an unforeseen error is INTERNAL, and its text goes to the log alone")
  func unforeseen() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.crash, Text(value: ""), CallOptions())
      }
      #expect(error?.code == .internalError)
      #expect(error?.message.contains("hunter2") == false)
      #expect(fixture.reports.contains { $0.contains("hunter2") })
    }
  }

  @Test("an unknown method is UNIMPLEMENTED")
  func unknownMethod() async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<Text> = try await channel.unary(
          EchoService.descriptor("Nothing", .unary), Text(value: ""), CallOptions())
      }
      #expect(error?.code == .unimplemented)
      #expect(error?.message == "There is no method /paylyt.test.v1.Echo/Nothing.")
    }
  }
}

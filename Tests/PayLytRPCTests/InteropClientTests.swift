import Glibc
import InteropAPI
import PayLytRPC
import Testing

@Suite("Our client passes the cases of gRPC against the official servers")
struct InteropClientTests {
  typealias Output = StreamingOutputCallRequest

  static let requestSizes = [27182, 8, 1828, 45904]
  static let responseSizes: [Int32] = [31415, 9, 2653, 58979]

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: @Sendable (TestServiceClient, Channel) async throws -> Void

    init(
      _ name: String, _ body: @escaping @Sendable (TestServiceClient, Channel) async throws -> Void
    ) {
      testDescription = name
      self.body = body
    }
  }

  @Test("every case passes against Python's")
  func python() async throws {
    try await run(
      ServerProcess(program: PythonClient.path, ["Tests/Support/python/interop_server.py"]))
  }

  private static let cppServer = ".build/cpp/interop-server-cpp"

  @Test(
    "every case passes against C++'s",
    .enabled(
      if: unsafe access(cppServer, X_OK) == 0,
      "scripts/cpp-interop.sh builds it where Debian's gRPC C++ is installed"))
  func cpp() async throws {
    try await run(ServerProcess(program: Self.cppServer, []))
  }

  private func run(_ server: ServerProcess) async throws {
    let channel = try Channel(host: "127.0.0.1", port: server.port)
    let client = TestServiceClient(channel)
    for story in Self.unary + Self.streams + Self.ends {
      do {
        try await story.body(client, channel)
      } catch {
        Issue.record("\(story.testDescription): \(error)")
      }
    }
    await channel.close()
  }

  private static func payload(_ count: Int) -> Payload {
    Payload(body: [UInt8](repeating: 0, count: count))
  }

  private static let large = SimpleRequest(responseSize: 314_159, payload: payload(271_828))

  private static func request(_ sizes: [Int32], intervalUs: Int32 = 0) -> Output {
    Output(
      responseParameters: sizes.enumerated().map { index, size in
        ResponseParameters(
          size: size, intervalUs: intervalUs, compressed: BoolValue(value: index % 2 == 0))
      })
  }

  private static func refusal<Value>(
    _ body: () async throws -> Value
  ) async throws -> RPCError {
    try #require(await #expect(throws: RPCError.self) { _ = try await body() })
  }

  private static func sizes(
    _ responses: ResponseStream<StreamingOutputCallResponse>
  ) async throws -> [Int32] {
    var sizes: [Int32] = []
    for try await response in responses { sizes.append(Int32(response.payload?.body.count ?? -1)) }
    return sizes
  }

  static let unary = [
    Case("empty_unary") { (client, _) async throws in
      #expect(try await client.emptyCall(Empty()) == Empty())
    },
    Case("large_unary") { (client, _) async throws in
      #expect(try await client.unaryCall(large).payload?.body.count == 314_159)
    },
    Case("client_compressed_unary") { (client, _) async throws in
      for encoding in MessageEncoding.allCases {
        let options = CallOptions(compression: encoding)
        let response = try await client.unaryCall(large, options: options)
        #expect(response.payload?.body.count == 314_159)
      }
    },
    Case("server_compressed_unary") { (client, _) async throws in
      var request = large
      request.responseCompressed = BoolValue(value: true)
      #expect(try await client.unaryCall(request).payload == payload(314_159))
    },
    Case("rpc_soak") { (client, _) async throws in
      for _ in 0..<100 {
        let options = CallOptions(timeout: .seconds(10))
        _ = try await client.unaryCall(large, options: options)
      }
    },
    Case("custom_metadata") { (_, channel) async throws in
      var options = CallOptions()
      try options.metadata.add("x-grpc-test-echo-initial", "test_initial_metadata_value")
      try options.metadata.add("x-grpc-test-echo-trailing-bin", bytes: [0xab, 0xab, 0xab])
      let answer: UnaryResponse<SimpleResponse> = try await channel.unary(
        TestServiceMethods.unaryCall, large, options)
      #expect(
        answer.initialMetadata["x-grpc-test-echo-initial"] == "test_initial_metadata_value")
      #expect(
        answer.trailingMetadata.bytes("x-grpc-test-echo-trailing-bin") == [0xab, 0xab, 0xab])
    },
  ]

  static let streams = [
    Case("client_streaming") { (client, _) async throws in
      let call = try await client.streamingInputCall()
      for size in requestSizes {
        try await call.send(StreamingInputCallRequest(payload: payload(size)))
      }
      #expect(try await call.finish().aggregatedPayloadSize == 74922)
    },
    Case("server_streaming, compressed by turns") { (client, _) async throws in
      let responses = try await client.streamingOutputCall(request(responseSizes))
      #expect(try await sizes(responses) == responseSizes)
    },
    Case("ping_pong") { (client, _) async throws in
      let call = try await client.fullDuplexCall()
      var responses = call.responses.makeAsyncIterator()
      for size in responseSizes {
        try await call.send(request([size]))
        #expect(try await responses.next()?.payload?.body.count == Int(size))
      }
      try await call.finishSending()
      #expect(try await responses.next() == nil)
    },
    Case("empty_stream") { (client, _) async throws in
      let call = try await client.fullDuplexCall()
      try await call.finishSending()
      #expect(try await sizes(call.responses) == [])
    },
    Case("half_duplex") { (client, _) async throws in
      let call = try await client.halfDuplexCall()
      for size in responseSizes { try await call.send(request([size])) }
      try await call.finishSending()
      #expect(try await sizes(call.responses) == responseSizes)
    },
  ]

  static let ends = [
    Case("status_code_and_message, special_status_message") { (client, _) async throws in
      let special = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n"
      for (code, message) in [(StatusCode.unknown, "test status message"), (.aborted, special)] {
        let status = EchoStatus(code: code.rawValue, message: message)
        let unary = try await refusal {
          try await client.unaryCall(SimpleRequest(responseStatus: status))
        }
        let streamed = try await refusal {
          let call = try await client.fullDuplexCall()
          try await call.send(Output(responseStatus: status))
          try await call.finishSending()
          return try await sizes(call.responses)
        }
        for error in [unary, streamed] {
          #expect(error.code == code)
          #expect(error.message == message)
        }
      }
    },
    Case("unimplemented_method, unimplemented_service") { (_, channel) async throws in
      for service in ["TestService", "UnimplementedService"] {
        let method = MethodDescriptor(
          service: "grpc.testing.\(service)", method: "UnimplementedCall", kind: .unary,
          requestType: "grpc.testing.Empty", responseType: "grpc.testing.Empty")
        let error = try await refusal {
          let _: UnaryResponse<Empty> = try await channel.unary(method, Empty(), CallOptions())
        }
        #expect(error.code == .unimplemented)
      }
    },
    Case("cancel_after_begin") { (client, _) async throws in
      let call = try await client.streamingInputCall()
      call.cancel()
      #expect(try await refusal { try await call.finish() }.code == .cancelled)
    },
    Case("cancel_after_first_response") { (client, _) async throws in
      let call = try await client.fullDuplexCall()
      try await call.send(request([31415]))
      var responses = call.responses.makeAsyncIterator()
      #expect(try await responses.next() != nil)
      call.cancel()
      #expect(try await refusal { try await responses.next() }.code == .cancelled)
    },
    Case("timeout_on_sleeping_server") { (client, _) async throws in
      let call = try await client.fullDuplexCall(
        options: CallOptions(timeout: .milliseconds(50)))
      let error = try await refusal {
        try await call.send(request([1], intervalUs: 500_000))
        return try await sizes(call.responses)
      }
      #expect(error.code == .deadlineExceeded)
    },
  ]
}

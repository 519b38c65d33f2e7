import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("Compressed messages")
struct CompressionTests {
  private func compressed(_ bytes: [UInt8], _ encoding: MessageEncoding) throws -> [UInt8] {
    try unsafe bytes.withUnsafeBufferPointer {
      try unsafe encoding.compress(UnsafeRawBufferPointer($0))
    }
  }

  private func decompressed(
    _ bytes: [UInt8], _ encoding: MessageEncoding, bytesMax: Int = 1 << 20
  ) throws -> [UInt8] {
    try unsafe bytes.withUnsafeBufferPointer {
      try unsafe encoding.decompress(UnsafeRawBufferPointer($0), bytesMax: bytesMax)
    }
  }

  static let sizes = [0, 1, 100, 16 << 10, (16 << 10) + 1, 1_000_000]

  @Test("what is compressed comes back", arguments: MessageEncoding.allCases, sizes)
  func roundTrip(encoding: MessageEncoding, count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 5) }
    #expect(try decompressed(compressed(bytes, encoding), encoding) == bytes)
  }

  @Test("a bomb is refused at the limit", arguments: MessageEncoding.allCases)
  func bomb(encoding: MessageEncoding) throws {
    let bytes = try compressed([UInt8](repeating: 0, count: 10_000_000), encoding)
    #expect(bytes.count < 20_000)
    let error = #expect(throws: RPCError.self) { try decompressed(bytes, encoding) }
    #expect(error?.code == .resourceExhausted)
    #expect(try decompressed(bytes, encoding, bytesMax: 10_000_000).count == 10_000_000)
  }

  @Test("bytes that are no compressed message are refused", arguments: MessageEncoding.allCases)
  func malformed(encoding: MessageEncoding) throws {
    let good = try compressed(Array("a message of some length, of some length".utf8), encoding)
    var wrong = good
    wrong[good.count - 1] ^= 0xff
    let other: MessageEncoding = encoding == .gzip ? .deflate : .gzip
    for bytes in [[], Array(good.dropLast()), good + [0], wrong, try compressed([1], other)] {
      let error = #expect(throws: RPCError.self) { try decompressed(bytes, encoding) }
      #expect(error?.code == .internalError)
    }
  }

  @Test(
    "the best encoding that both sides know is chosen",
    arguments: [
      ("identity,deflate,gzip", .gzip), ("deflate", .deflate), ("br, gzip ,x", .gzip),
      ("identity", nil), ("", nil), ("gzipped", nil),
    ] as [(String, MessageEncoding?)])
  func choice(accepted: String, chosen: MessageEncoding?) {
    #expect(MessageEncoding.chosen(from: accepted) == chosen)
  }

  @Test("our client's requests are read in every encoding", arguments: MessageEncoding.allCases)
  func ourClient(encoding: MessageEncoding) async throws {
    try await Fixture.run { fixture in
      let channel = try fixture.channel()
      let text = String(repeating: "again and ", count: 10_000)
      let answer: UnaryResponse<ProtoStringValue> = try await channel.unary(
        EchoService.echo, ProtoStringValue(value: text), CallOptions(compression: encoding))
      #expect(answer.message.value == text)
      let error = await #expect(throws: RPCError.self) {
        let huge = ProtoBytesValue(value: [UInt8](repeating: 0, count: 5 << 20))
        let _: UnaryResponse<ProtoBytesValue> = try await channel.unary(
          EchoService.blob, huge, CallOptions(compression: encoding))
      }
      #expect(error?.code == .resourceExhausted)
      await channel.close()
    }
  }

  @Test("a bomb in a request is RESOURCE_EXHAUSTED, and the connection goes on")
  func requestBomb() async throws {
    let bomb = try compressed([UInt8](repeating: 0, count: 50_000_000), .gzip)
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(
        [("grpc-encoding", "gzip")], path: "/paylyt.test.v1.Echo/Blob")
      let count = bomb.count
      client.send(
        [1, 0, UInt8(count >> 16), UInt8(count >> 8 & 255), UInt8(count & 255)] + bomb, on: stream)
      #expect(client.wait { stream.closeReason != nil })
      #expect(stream.fields["grpc-status"] == "\(StatusCode.resourceExhausted.rawValue)")
      let next = try client.open(path: ProtocolTests.echo)
      client.send(ProtocolTests.message, on: next)
      #expect(client.wait { next.closeReason != nil })
      #expect(next.fields["grpc-status"] == "0")
    }
  }

  @Test("a stream mixes compressed and plain responses, if the client reads them")
  func responses() async throws {
    try await Fixture.run(services: [ZebraService()]) { fixture in
      for (accepted, encoding) in [
        ("identity,gzip", "gzip"), ("deflate", "deflate"), ("identity", nil), (nil, nil),
      ] as [(String?, String?)] {
        let client = try RawClient(fixture.clear)
        let stream = try client.open(
          [("grpc-accept-encoding", accepted)], path: ZebraService.stripes.path)
        client.send([0, 0, 0, 0, 0], on: stream)
        #expect(client.wait { stream.closeReason != nil })
        #expect(stream.fields["grpc-encoding"] == encoding)
        var deframer = MessageDeframer(messageBytesMax: 1 << 20)
        deframer.encoding = encoding.flatMap(MessageEncoding.init(name:))
        try unsafe stream.body.withUnsafeBufferPointer {
          try unsafe deframer.receive(UnsafeRawBufferPointer($0))
        }
        for index in 0..<4 {
          #expect(deframer.isMessageCompressed == (encoding != nil && index % 2 == 0))
          _ = deframer.dropMessage()
        }
      }
      let channel = try fixture.channel()
      let stream: ResponseStream<ProtoStringValue> = try await channel.serverStreaming(
        ZebraService.stripes, ProtoStringValue(), CallOptions())
      var count = 0
      for try await stripe in stream {
        #expect(stripe.value.utf8.count == 10_000)
        count += 1
      }
      #expect(count == 4)
    }
  }
}

/// Compresses every second response.
struct ZebraService: RPCService {
  static let serviceName = "paylyt.test.v1.Zebra"
  static let stripes = MethodDescriptor(
    service: serviceName, method: "Stripes", kind: .serverStreaming,
    requestType: "google.protobuf.StringValue", responseType: "google.protobuf.StringValue")

  var methods: [MethodBinding] { [.serverStreaming(Self.stripes, stripes)] }

  private func stripes(
    _ request: ProtoStringValue, _ responses: ResponseWriter<ProtoStringValue>,
    _ context: ServerContext
  ) async throws {
    let stripe = ProtoStringValue(value: String(repeating: "z", count: 10_000))
    for index in 0..<4 {
      context.compressResponses(index % 2 == 0)
      try await responses.write(stripe)
    }
  }
}

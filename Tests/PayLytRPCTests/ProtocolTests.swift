import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("What the server answers to requests that no gRPC client sends")
struct ProtocolTests {
  static let echo = "/paylyt.test.v1.Echo/Echo"
  /// The message `x`, framed.
  static let message: [UInt8] = [0, 0, 0, 0, 3, 0x0a, 1, 0x78]

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var fields: [(String, String?)] = []
    var path = ProtocolTests.echo
    var body = ProtocolTests.message
    var http = "200"
    let status: StatusCode
    var extra: [String: String] = [:]
  }

  @Test(
    "trailers of a request do not pass for its head",
    arguments: [("x-echo", "trailers"), ("x-echo-bin", "no base64!"), ("another", "field")])
  func trailers(name: String, value: String) async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open([("x-echo", "head")], path: Self.echo)
      client.send(Self.message, on: stream, end: false)
      var trailers = HeaderFields()
      trailers.append(name: name, value: value)
      stream.ending = .trailers(trailers)
      client.send([], on: stream, end: false)
      #expect(client.wait { stream.closeReason != nil })
      #expect(stream.fields["grpc-status"] == "0" && stream.fields["x-echo"] == "head")
    }
  }

  static let cases = [
    Case(testDescription: "a plain call", status: .ok),
    Case(
      testDescription: "the format is named", fields: [("content-type", "application/grpc+proto")],
      status: .ok),
    Case(
      testDescription: "parameters follow", fields: [("content-type", "application/grpc;v=1")],
      status: .ok),
    Case(
      testDescription: "identity is named", fields: [("grpc-encoding", "identity")], status: .ok),
    Case(
      testDescription: "GET", fields: [(":method", "GET")], http: "405", status: .internalError,
      extra: ["allow": "POST"]),
    Case(
      testDescription: "another content type", fields: [("content-type", "application/json")],
      http: "415", status: .invalidArgument),
    Case(
      testDescription: "almost the content type", fields: [("content-type", "application/grpcx")],
      http: "415", status: .invalidArgument),
    Case(
      testDescription: "no content type", fields: [("content-type", nil)], http: "415",
      status: .invalidArgument),
    Case(
      testDescription: "another format", fields: [("content-type", "application/grpc+json")],
      status: .unimplemented),
    Case(
      testDescription: "an encoding that is not supported", fields: [("grpc-encoding", "zstd")],
      status: .unimplemented, extra: ["grpc-accept-encoding": "identity,deflate,gzip"]),
    Case(
      testDescription: "an encoding that no message uses", fields: [("grpc-encoding", "gzip")],
      status: .ok),
    Case(
      testDescription: "the encodings of the client are answered with ours",
      fields: [("grpc-accept-encoding", "identity, br")], status: .ok,
      extra: ["grpc-accept-encoding": "identity,deflate,gzip"]),
    Case(
      testDescription: "a compressed message without an encoding", body: [1, 0, 0, 0, 1, 0],
      status: .internalError),
    Case(
      testDescription: "a compressed message that is not of its encoding",
      fields: [("grpc-encoding", "gzip")], body: [1, 0, 0, 0, 3, 1, 2, 3],
      status: .internalError),
    Case(
      testDescription: "a flag that does not exist", fields: [("grpc-encoding", "gzip")],
      body: [2, 0, 0, 0, 1, 0], status: .internalError),
    Case(
      testDescription: "a malformed timeout", fields: [("grpc-timeout", "1 S")],
      status: .internalError),
    Case(
      testDescription: "malformed base64", fields: [("x-a-bin", "A=A")], status: .internalError),
    Case(testDescription: "an unknown service", path: "/a.B/C", status: .unimplemented),
    Case(testDescription: "a path that is none", path: "/", status: .unimplemented),
    Case(
      testDescription: "metadata over the limit",
      fields: [("x-large", String(repeating: "x", count: 20_000))], status: .resourceExhausted),
    Case(testDescription: "no message", body: [], status: .unimplemented),
    Case(testDescription: "two messages", body: message + message, status: .unimplemented),
    Case(testDescription: "half a prefix", body: [0, 0, 0], status: .internalError),
    Case(testDescription: "half a message", body: [0, 0, 0, 0, 9, 1], status: .internalError),
    Case(
      testDescription: "a compressed message", body: [1, 0, 0, 0, 1, 0], status: .internalError),
    Case(testDescription: "an unknown flag", body: [2, 0, 0, 0, 1, 0], status: .internalError),
    Case(
      testDescription: "a length over the limit", body: [0, 0xff, 0xff, 0xff, 0xff, 0],
      status: .resourceExhausted),
  ]

  @Test("each gets its status", arguments: cases)
  func status(of situation: Case) async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(situation.fields, path: situation.path)
      client.send(situation.body, on: stream)
      #expect(client.wait { stream.closeReason != nil })
      #expect(stream.fields[":status"] == situation.http)
      #expect(stream.fields["content-type"] == "application/grpc")
      #expect(stream.fields["grpc-status"] == String(situation.status.rawValue))
      for (name, value) in situation.extra { #expect(stream.fields[name] == value) }
      #expect(stream.body == (situation.status == .ok ? Self.message : []))
    }
  }

  @Test("a message over the limit is refused at its prefix, and the rest is stopped")
  func earlyRefusal() async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(path: Self.echo)
      client.send([0, 0x7f, 0, 0, 0], on: stream, end: false)
      #expect(client.wait { stream.closeReason != nil })
      #expect(stream.fields["grpc-status"] == String(StatusCode.resourceExhausted.rawValue))
      // RFC 9113 §8.1: a server that has answered early resets with NO_ERROR.
      #expect(stream.closeReason == .stream(.noError))
    }
  }

  @Test("bytes that are not the message are INVALID_ARGUMENT with the field in the details")
  func malformed() async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(path: Self.echo)
      // Field 1 of StringValue with a byte that is no UTF-8.
      client.send([0, 0, 0, 0, 3, 0x0a, 1, 0xff], on: stream)
      #expect(client.wait { stream.closeReason != nil })
      #expect(stream.fields["grpc-status"] == String(StatusCode.invalidArgument.rawValue))
      let details = try #require(stream.fields["grpc-status-details-bin"])
      let status = try GoogleStatus(wireBytes: try #require(Base64.decode(Array(details.utf8))))
      #expect(status.code == StatusCode.invalidArgument.rawValue)
      #expect(
        status.details.map(\.typeURL)
          == ["ErrorInfo", "BadRequest"].map {
            "type.googleapis.com/google.rpc.\($0)"
          })
      let any = try #require(status.details.last)
      let request = try GoogleBadRequest(wireBytes: any.value)
      #expect(request.fieldViolations.map(\.field) == ["value"])
    }
  }

  @Test("a timeout of the client ends a handler that the client has forgotten")
  func timeout() async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      // Time enough for a handler to begin.
      let stream = try client.open([("grpc-timeout", "1S")], path: "/paylyt.test.v1.Echo/Sleep")
      client.send(Self.message, on: stream)
      #expect(client.wait { stream.closeReason != nil })
      #expect(stream.fields["grpc-status"] == String(StatusCode.deadlineExceeded.rawValue))
      #expect(try await eventually { fixture.echo.record.cancelled == 1 })
    }
  }

  @Test("a lost connection cancels its handlers, and the server goes on")
  func lostConnection() async throws {
    try await Fixture.run { fixture in
      do {
        let client = try RawClient(fixture.clear)
        var streams: [RawStream] = []
        for _ in 0..<20 {
          let stream = try client.open(path: "/paylyt.test.v1.Echo/Sleep")
          client.send(Self.message, on: stream)
          streams.append(stream)
        }
        #expect(try await eventually { fixture.echo.record.sleeping == 20 })
      }
      #expect(try await eventually { fixture.echo.record.cancelled == 20 })
      try await Self.expectService(fixture)
    }
  }

  /// The server still answers others.
  ///
  /// - Parameter patiently: tries more than one connection: the server gives each so little time
  ///   for its first words that a slow machine loses some.
  static func expectService(_ fixture: Fixture, patiently: Bool = false) async throws {
    let channel = try fixture.channel()
    var options = CallOptions(timeout: .seconds(30))
    options.waitsForReady = patiently
    let answer: UnaryResponse<ProtoStringValue> = try await channel.unary(
      EchoService.echo, ProtoStringValue(value: "still here"), options)
    #expect(answer.message.value == "still here")
  }
}

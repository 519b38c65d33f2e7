import Glibc
import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("gRPC-Web: browsers call without a proxy in between")
struct WebTests {
  private static let page = "https://app.example.com"
  private static let policy = try? WebPolicy(origins: [page, "http://localhost:8080"])
  private static let path = "/paylyt.test.v1.Echo/"

  private func run(_ body: (Fixture) async throws -> Void) async throws {
    try await Fixture.run {
      $0.web = Self.policy
    } _: {
      try await body($0)
    }
  }

  private func fields(
    _ type: String, origin: String? = page, _ more: [(String, String?)] = []
  ) -> [(String, String?)] {
    [("te", nil), ("content-type", type), ("x-grpc-web", "1")]
      + (origin.map { [("origin", $0)] } ?? []) + more
  }

  private struct Answer {
    var messages: [[UInt8]] = []
    var trailers: [String: String] = [:]
    /// Whether the trailers are the last thing.
    var isWhole = false
  }

  /// Messages up to the trailers.
  private func read(_ body: [UInt8]) -> Answer {
    var answer = Answer()
    var rest = body[...]
    while rest.count >= 5, !answer.isWhole {
      let head = Array(rest.prefix(5))
      let count = head[1...].reduce(0) { $0 << 8 | Int($1) }
      let payload = Array(rest.dropFirst(5).prefix(count))
      rest = rest.dropFirst(5 + count)
      guard head[0] & 0x80 != 0 else {
        answer.messages.append(payload)
        continue
      }
      answer.isWhole = rest.isEmpty
      for line in String(decoding: payload, as: UTF8.self).split(separator: "\r\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        answer.trailers[String(parts[0])] = String(parts[1].drop { $0 == " " })
      }
    }
    return answer
  }

  /// Joined base64, each piece with its own padding.
  private func decode(_ text: [UInt8]) throws -> [UInt8] {
    var decoder = WebTextDecoder()
    return try #require(unsafe text.withUnsafeBytes { unsafe decoder.decode($0) })
  }

  @Test(
    "a call in the binary format is answered with its message, its status in the body, and CORS",
    arguments: ["application/grpc-web", "application/grpc-web+proto", "application/grpc-web;v=1"])
  func binary(type: String) async throws {
    try await run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(fields(type), path: Self.path + "Echo")
      client.send(ProtocolTests.message, on: stream)
      #expect(client.wait { stream.closeReason == .stream(.noError) })
      #expect(stream.blocks.count == 1)
      #expect(stream.fields[":status"] == "200")
      #expect(stream.fields["content-type"] == "application/grpc-web+proto")
      #expect(stream.fields["access-control-allow-origin"] == Self.page)
      #expect(stream.fields["access-control-expose-headers"]?.contains("grpc-status") == true)
      #expect(stream.fields["vary"] == "origin")
      let answer = read(stream.body)
      #expect(answer.messages == [[0x0a, 1, 0x78]])
      #expect(answer.trailers == ["grpc-status": "0"])
      #expect(answer.isWhole)
    }
  }

  @Test("a call in the text format may come in any pieces, and is answered as base64")
  func text() async throws {
    try await run { fixture in
      let client = try RawClient(fixture.clear)
      // Two parts, each with its own padding, cut in the middle of their groups.
      let parts = [ProtocolTests.message.prefix(4), ProtocolTests.message.suffix(4)]
      let text = parts.flatMap { Array(Base64.encode(Array($0)).utf8) + Array("==".utf8) }
      let stream = try client.open(
        fields("application/grpc-web-text"), path: Self.path + "Echo")
      for byte in text.dropLast() { client.send([byte], on: stream, end: false) }
      client.send(Array(text.suffix(1)), on: stream)
      #expect(client.wait { stream.closeReason == .stream(.noError) })
      #expect(stream.fields["content-type"] == "application/grpc-web-text+proto")
      let answer = read(try decode(stream.body))
      #expect(answer.messages == [[0x0a, 1, 0x78]])
      #expect(answer.trailers == ["grpc-status": "0"])
      #expect(answer.isWhole)
    }
  }

  @Test(
    "a stream of answers arrives whole through the smallest window",
    arguments: ["application/grpc-web", "application/grpc-web-text"])
  func stream(type: String) async throws {
    try await run { fixture in
      let client = try RawClient(fixture.clear, HTTP2Settings(streamWindowBytes: 3))
      let stream = try client.open(fields(type), path: Self.path + "Count")
      let request: [UInt8] = [0, 0, 0, 0, 2, 8, 20]
      let isText = type.hasSuffix("text")
      client.send(
        isText ? Array(Base64.encode(request).utf8) + Array("==".utf8) : request, on: stream)
      #expect(client.wait { stream.closeReason == .stream(.noError) })
      let answer = read(isText ? try decode(stream.body) : stream.body)
      #expect(answer.messages.count == 20)
      #expect(answer.messages.last == [8, 19])
      #expect(answer.isWhole)
    }
  }

  /// What the server has let the client send on a stream, on top of the first window.
  private func credit(_ client: RawClient, _ stream: RawStream) -> Int {
    client.frames.filter { $0.type == 8 && Int32($0.stream) == stream.id }
      .map { $0.payload.reduce(0) { $0 << 8 | Int($1) } }.reduce(0, +)
  }

  @Test(
    "what nobody has read is not let in again, however its text is cut",
    arguments: [[3, 1], [1, 3], [2], [1], [4], [7, 1, 5]])
  func window(cuts: [Int]) async throws {
    try await Fixture.run {
      $0.web = Self.policy
      $0.http2.streamWindowBytes = 240
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(
        fields("application/grpc-web-text"), path: Self.path + "Hold")
      // The handler takes the first message and leaves the others.
      let message: [UInt8] = [0, 0, 0, 0, 4, 0x0a, 2, 1, 2]
      let text = Array(Base64.encode(message).utf8)
      let messages = 200
      client.send(text, on: stream, end: false)
      // The window is the server's only when its settings have come.
      #expect(client.wait { client.frames.contains { $0.type == 4 && $0.flags == 0 } })
      #expect(client.wait { fixture.echo.record.taken == 1 })
      var rest = (1..<messages).flatMap { _ in text }[...]
      var turn = 0
      while !rest.isEmpty {
        let piece = rest.prefix(cuts[turn % cuts.count])
        rest = rest.dropFirst(piece.count)
        turn += 1
        client.send(Array(piece), on: stream, end: false)
      }
      // Everything before the acknowledgement of a ping has been seen.
      client.session.ping(1)
      client.send([], on: stream, end: false)
      #expect(client.wait { client.frames.contains { $0.type == 6 && $0.flags == 1 } })
      let sent = messages * text.count - stream.output.count
      // A quarter of the text is base64 itself, one message was taken, and of the next one what
      // came before its end.
      let allowed = sent / 4 + 2 * message.count
      #expect(stream.output.count > 0, "the window holds up what nobody reads")
      #expect(credit(client, stream) <= allowed)
      // Read at last, all of it arrives.
      fixture.echo.release()
      #expect(client.wait { fixture.echo.record.taken == messages })
      #expect(stream.output.isEmpty)
      #expect(credit(client, stream) <= messages * text.count)
      client.send([], on: stream)
      #expect(client.wait { stream.closeReason == .stream(.noError) })
    }
  }

  @Test("an error has its code, message, details and metadata in the trailers of the body")
  func failure() async throws {
    try await run { fixture in
      let client = try RawClient(fixture.clear)
      let cases: [(String, [UInt8], StatusCode)] = [
        ("Fail", [0, 0, 0, 0, 11, 0x0a, 9] + Array("NOT_FOUND".utf8), .notFound),
        ("Nothing", ProtocolTests.message, .unimplemented),
        ("Echo", [0, 0, 0, 0, 2, 0x0a, 9], .invalidArgument),
      ]
      for (method, body, code) in cases {
        let stream = try client.open(fields("application/grpc-web"), path: Self.path + method)
        client.send(body, on: stream)
        #expect(client.wait { stream.closeReason == .stream(.noError) })
        #expect(stream.fields[":status"] == "200")
        let answer = read(stream.body)
        #expect(answer.trailers["grpc-status"] == String(code.rawValue))
        #expect(answer.isWhole)
        guard method == "Fail" else { continue }
        #expect(answer.trailers["grpc-message"] == "gr%C3%BC%C3%9Fe, 100 %25%0A")
        #expect(answer.trailers["x-reason"] == "because")
        #expect(answer.trailers["grpc-status-details-bin"] != nil)
      }
    }
  }

  @Test("text that is no base64 resets its call alone")
  func garbage() async throws {
    try await run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(
        fields("application/grpc-web-text"), path: Self.path + "Echo")
      client.send(Array("A=BC!!!!".utf8), on: stream)
      #expect(client.wait { stream.closeReason == .stream(.protocolError) })
      // A call of gRPC on the same connection wears nothing of gRPC-Web.
      let plain = try client.open(path: Self.path + "Echo")
      client.send(ProtocolTests.message, on: plain)
      #expect(client.wait { plain.closeReason == .stream(.noError) })
      #expect(plain.fields["content-type"] == "application/grpc")
      #expect(plain.fields["grpc-status"] == "0")
      #expect(plain.body == ProtocolTests.message)
    }
  }

  struct Preflight: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var origin: String? = WebTests.page
    var method: String? = "POST"
    let status: String
  }

  @Test(
    "a browser that asks first is told whether the page may call",
    arguments: [
      Preflight(testDescription: "a page of the list", status: "204"),
      Preflight(testDescription: "another one", origin: "http://localhost:8080", status: "204"),
      Preflight(testDescription: "a stranger", origin: "https://evil.example", status: "403"),
      Preflight(
        testDescription: "almost the same", origin: "https://app.example.com.evil.example",
        status: "403"),
      Preflight(testDescription: "no TLS", origin: "http://app.example.com", status: "403"),
      Preflight(testDescription: "a file", origin: "null", status: "403"),
      Preflight(testDescription: "another method", method: "DELETE", status: "403"),
      Preflight(testDescription: "no browser", origin: nil, status: "405"),
      Preflight(testDescription: "no question", method: nil, status: "405"),
    ])
  func preflight(story: Preflight) async throws {
    try await run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(
        [
          (":method", "OPTIONS"), ("te", nil), ("content-type", nil), ("origin", story.origin),
          ("access-control-request-method", story.method),
          ("access-control-request-headers", "authorization,content-type,x-grpc-web"),
        ], path: Self.path + "Echo")
      client.send([], on: stream)
      #expect(client.wait { stream.closeReason != nil })
      #expect(stream.fields[":status"] == story.status)
      let isAllowed = story.status == "204"
      #expect(stream.fields["access-control-allow-origin"] == (isAllowed ? story.origin : nil))
      #expect(
        stream.fields["access-control-allow-headers"]
          == (isAllowed ? "authorization,content-type,x-grpc-web" : nil))
    }
  }

  @Test("a call of a strange page is not carried out; one without an origin is")
  func origins() async throws {
    try await run { fixture in
      let client = try RawClient(fixture.clear)
      let strange = try client.open(
        fields("application/grpc-web", origin: "https://evil.example"), path: Self.path + "Sleep")
      client.send(ProtocolTests.message, on: strange)
      #expect(client.wait { strange.closeReason != nil })
      #expect(strange.fields[":status"] == "403")
      #expect(strange.fields["access-control-allow-origin"] == nil)
      #expect(fixture.echo.record.sleeping == 0)
      let native = try client.open(
        fields("application/grpc-web", origin: nil), path: Self.path + "Echo")
      client.send(ProtocolTests.message, on: native)
      #expect(client.wait { native.closeReason == .stream(.noError) })
      #expect(read(native.body).trailers == ["grpc-status": "0"])
      #expect(native.fields["access-control-allow-origin"] == nil)
    }
  }

  @Test("a server that was told of no page speaks gRPC alone")
  func off() async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(fields("application/grpc-web"), path: Self.path + "Echo")
      client.send(ProtocolTests.message, on: stream)
      #expect(client.wait { stream.closeReason != nil })
      #expect(stream.fields[":status"] == "415")
    }
  }

  @Test("curl calls over TLS, as a browser does")
  func curl() async throws {
    try await run { fixture in
      let file = fixture.certificateFile + ".request"
      defer { removeFile(file) }
      let descriptor = unsafe open(file, O_WRONLY | O_CREAT, 0o600)
      let message = ProtocolTests.message
      #expect(unsafe write(descriptor, message, message.count) == message.count)
      close(descriptor)
      let arguments = [
        "--http2", "--silent", "--show-error", "--max-time", "10", "--cacert",
        fixture.certificateFile, "--header", "origin: \(Self.page)", "--header",
        "content-type: application/grpc-web+proto", "--data-binary", "@\(file)", "--include",
        "https://localhost:\(fixture.secure.port)\(Self.path)Echo",
      ]
      let (code, output) = try await BlockingPool().run { runProgram("curl", arguments) }
      #expect(code == 0, "\(output)")
      #expect(output.hasPrefix("HTTP/2 200"), "\(output)")
      #expect(output.contains("access-control-allow-origin: \(Self.page)"), "\(output)")
      #expect(output.contains("grpc-status: 0\r\n"), "\(output)")
    }
  }

  @Test(
    "what no browser calls an origin is no origin",
    arguments: [
      "", "*", "app.example.com", "https://", "https://app.example.com/", "https://App.example",
      "ftp://a", "https://a b",
    ])
  func misuse(origin: String) {
    #expect(throws: WebPolicy.Misuse.self) { try WebPolicy(origins: [origin]) }
  }
}

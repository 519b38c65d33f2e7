import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("The client keeps to HTTP/2, whatever the server sends", .serialized)
struct ClientConformanceTests {
  private typealias Make = Conformance
  private typealias Kind = Conformance.Kind

  /// What the server must see of the client.
  enum Sign: Sendable {
    case nothing
    case goAway(HTTP2ErrorCode)
    case reset(HTTP2ErrorCode)
    case frame(UInt8, flags: UInt8, [UInt8])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var greeting = Frame.settings
    let answer: [UInt8]
    let code: StatusCode
    let sign: Sign
  }

  private static func head(_ extra: [UInt8] = []) -> [UInt8] {
    Frame.make(
      Kind.headers, flags: 4, stream: 1,
      [0x88] + Make.field("content-type", "application/grpc") + extra)
  }

  private static let body =
    Frame.make(Kind.data, stream: 1, ProtocolTests.message)
    + Frame.make(Kind.headers, flags: 5, stream: 1, Make.field("grpc-status", "0"))

  private static let whole = head() + body

  static let cases = [
    Case(testDescription: "a usual answer", answer: whole, code: .ok, sign: .nothing),
    Case(
      testDescription: "§3.4: a first frame that is not SETTINGS", greeting: Frame.ping,
      answer: [], code: .unavailable, sign: .goAway(.protocolError)),
    Case(
      testDescription: "§4.2: a frame that is too large",
      answer: Frame.make(Kind.data, stream: 1, Make.bytes(16_385)), code: .unavailable,
      sign: .goAway(.frameSizeError)),
    Case(
      testDescription: "§4.3: a header block that cannot be decoded",
      answer: Frame.make(Kind.headers, flags: 4, stream: 1, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      code: .unavailable, sign: .goAway(.compressionError)),
    Case(
      testDescription: "§5.1: DATA of a stream that was never opened",
      answer: Frame.make(Kind.data, stream: 3, [1]), code: .unavailable,
      sign: .goAway(.protocolError)),
    Case(
      testDescription: "§6.1: padding longer than DATA",
      answer: head() + Frame.make(Kind.data, flags: 8, stream: 1, [9, 0]), code: .unavailable,
      sign: .goAway(.protocolError)),
    Case(
      testDescription: "§6.4: RST_STREAM with ENHANCE_YOUR_CALM", answer: Make.reset(1, code: 11),
      code: .resourceExhausted, sign: .nothing),
    Case(
      testDescription: "§6.4: RST_STREAM with an unknown code", answer: Make.reset(1, code: 0xff),
      code: .internalError, sign: .nothing),
    Case(
      testDescription: "§6.5.2: a server that allows itself to push",
      answer: Make.settings([(2, 1)]), code: .unavailable, sign: .goAway(.protocolError)),
    Case(
      testDescription: "§6.6: PUSH_PROMISE",
      // Until the server has read that it must not, it may.
      answer: Frame.make(Kind.settings, flags: 1) + head()
        + Frame.make(Kind.push, flags: 4, stream: 1, Frame.number(2) + Make.block()),
      code: .unavailable, sign: .goAway(.protocolError)),
    Case(
      testDescription: "§6.7: PING",
      answer: Frame.make(Kind.ping, [1, 2, 3, 4, 5, 6, 7, 8]) + whole,
      code: .ok, sign: .frame(Kind.ping, flags: 1, [1, 2, 3, 4, 5, 6, 7, 8])),
    Case(
      testDescription: "§6.8: GOAWAY that spares the call",
      answer: Frame.make(Kind.goAway, Frame.number(1) + Frame.number(0)) + whole, code: .ok,
      sign: .nothing),
    Case(
      testDescription: "§6.9.1: a window that overflows", answer: Make.window(0x7fff_ffff),
      code: .unavailable, sign: .goAway(.flowControlError)),
    Case(
      testDescription: "§8.1: an informational head comes first",
      answer: Frame.make(Kind.headers, flags: 4, stream: 1, Make.field(":status", "103")) + whole,
      code: .ok, sign: .nothing),
    Case(
      testDescription: "§8.1.1: a body that is not content-length",
      answer: head(Make.field("content-length", "9")) + body, code: .internalError,
      sign: .reset(.protocolError)),
    Case(
      testDescription: "§8.2: an upper-case name", answer: head(Make.field("X-Test", "1")) + body,
      code: .internalError, sign: .reset(.protocolError)),
    Case(
      testDescription: "§8.3.2: no status",
      answer: Frame.make(
        Kind.headers, flags: 4, stream: 1, Make.field("content-type", "application/grpc")),
      code: .internalError, sign: .reset(.protocolError)),
    Case(
      testDescription: "§8.3: a request's pseudo-header",
      answer: Frame.make(
        Kind.headers, flags: 4, stream: 1, [0x88] + Make.field(":path", "/") + [0]),
      code: .unavailable, sign: .goAway(.compressionError)),
  ]

  @Test("each answer ends the call as it must", arguments: cases)
  func answered(story: Case) async throws {
    let server = try RawServer()
    async let received = BlockingPool().run {
      server.serve(greeting: story.greeting, answer: story.answer)
    }
    var configuration = ChannelConfiguration()
    configuration.backoff = Backoff(initial: .seconds(60))
    let channel = try Channel(host: "127.0.0.1", port: server.port, configuration: configuration)
    var code = StatusCode.ok
    do throws(RPCError) {
      let answer: UnaryResponse<ProtoStringValue> = try await channel.unary(
        EchoService.echo, ProtoStringValue(value: "x"), CallOptions(timeout: .seconds(60)))
      #expect(answer.message.value == "x")
    } catch {
      code = error.code
    }
    #expect(code == story.code)
    // What it has to say to the answer leaves before its end.
    await channel.close()
    let frames = RawServer.frames(try await received)
    switch story.sign {
    case .nothing:
      #expect(!frames.contains { $0.type == Kind.goAway && $0.payload.dropFirst(4).last != 0 })
    case .goAway(let code):
      #expect(
        frames.contains {
          $0.type == Kind.goAway
            && Array($0.payload.dropFirst(4).prefix(4)) == Frame.number(code.rawValue)
        })
    case .reset(let code):
      #expect(
        frames.contains {
          $0.type == Kind.reset && Array($0.payload) == Frame.number(code.rawValue)
        })
    case .frame(let type, let flags, let payload):
      #expect(
        frames.contains { $0.type == type && $0.flags == flags && Array($0.payload) == payload })
    }
  }
}

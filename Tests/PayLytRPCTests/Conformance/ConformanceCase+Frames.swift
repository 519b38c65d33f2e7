@testable import PayLytRPC

extension ConformanceCase {
  private typealias Make = Conformance
  private typealias Kind = Conformance.Kind

  /// RFC 9113 §6 but for SETTINGS and flow control, and §7.
  static let frameCases = [
    ConformanceCase(
      "6.1", "DATA on stream 0 is a PROTOCOL_ERROR", Frame.make(Kind.data, [1]),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.1", "DATA with padding is read without it",
      Make.head(on: 1)
        + Frame.make(Kind.data, flags: 9, stream: 1, [3] + ProtocolTests.message + Make.bytes(3)),
      .answered(stream: 1)),
    ConformanceCase(
      "6.1", "DATA of nothing but padding is read as nothing",
      Make.head(on: 1) + Frame.make(Kind.data, flags: 8, stream: 1, [3] + Make.bytes(3))
        + Make.message(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "6.1", "padding as long as DATA is a PROTOCOL_ERROR",
      Make.head(on: 1) + Frame.make(Kind.data, flags: 9, stream: 1, [6] + Make.bytes(5)),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.1", "padded DATA without a length of the padding is a FRAME_SIZE_ERROR",
      Make.head(on: 1) + Frame.make(Kind.data, flags: 9, stream: 1),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.2", "HEADERS on stream 0 is a PROTOCOL_ERROR",
      Frame.make(Kind.headers, flags: 5, Make.block()), .connectionError(.protocolError)),
    ConformanceCase(
      "6.2", "HEADERS with padding are read without it",
      Frame.make(Kind.headers, flags: 0x0c, stream: 1, [4] + Make.block() + Make.bytes(4))
        + Make.message(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "6.2", "padding longer than HEADERS is a PROTOCOL_ERROR",
      Frame.make(Kind.headers, flags: 0x0d, stream: 1, [200] + Make.block().prefix(20)),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.2", "HEADERS too short for their priority is a FRAME_SIZE_ERROR",
      Frame.make(Kind.headers, flags: 0x25, stream: 1, [0, 0, 0]), .connectionError(.frameSizeError)
    ),
    ConformanceCase(
      "6.3", "PRIORITY on stream 0 is a PROTOCOL_ERROR", Frame.make(Kind.priority, Make.bytes(5)),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.3", "PRIORITY of another length is a FRAME_SIZE_ERROR",
      Make.head(on: 1) + Frame.make(Kind.priority, stream: 1, Make.bytes(4)),
      .connectionError(.frameSizeError)),
    ConformanceCase(
      "6.4", "RST_STREAM on stream 0 is a PROTOCOL_ERROR", Make.reset(0),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.4", "RST_STREAM of another length is a FRAME_SIZE_ERROR",
      Make.sleeping(on: 1) + Frame.make(Kind.reset, stream: 1, Make.bytes(3)),
      .connectionError(.frameSizeError)),
    ConformanceCase(
      "6.4", "RST_STREAM of a server's stream is a PROTOCOL_ERROR", Make.reset(2),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.4", "RST_STREAM ends its call alone",
      Make.sleeping(on: 1) + Make.reset(1) + Make.request(on: 3), .answered(stream: 3)),
    ConformanceCase(
      "6.6", "PUSH_PROMISE of a client is a PROTOCOL_ERROR",
      Make.sleeping(on: 1)
        + Frame.make(Kind.push, flags: 4, stream: 1, Frame.number(2) + Make.block()),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.7", "PING is answered with its payload", Frame.make(Kind.ping, [1, 2, 3, 4, 5, 6, 7, 8]),
      .frame(Kind.ping, flags: 1, [1, 2, 3, 4, 5, 6, 7, 8])),
    ConformanceCase(
      "6.7", "an acknowledgement that nobody waits for is ignored",
      Frame.make(Kind.ping, flags: 1, Make.bytes(8)), .ignored),
    ConformanceCase(
      "6.7", "PING on a stream is a PROTOCOL_ERROR",
      Frame.make(Kind.ping, stream: 1, Make.bytes(8)), .connectionError(.protocolError)),
    ConformanceCase(
      "6.7", "PING of another length is a FRAME_SIZE_ERROR", Frame.make(Kind.ping, Make.bytes(6)),
      .connectionError(.frameSizeError)),
    ConformanceCase(
      "6.8", "GOAWAY on a stream is a PROTOCOL_ERROR",
      Frame.make(Kind.goAway, stream: 1, Make.bytes(8)), .connectionError(.protocolError)),
    ConformanceCase(
      "6.8", "GOAWAY without a code is a FRAME_SIZE_ERROR", Frame.make(Kind.goAway, Make.bytes(7)),
      .connectionError(.frameSizeError)),
    ConformanceCase(
      "6.8", "calls under way are answered after GOAWAY",
      Make.head(on: 1) + Frame.make(Kind.goAway, Make.bytes(8)) + Make.message(on: 1),
      .answeredAtLast(stream: 1)),
    ConformanceCase(
      "6.10", "a header block in several frames is read as one", split([10, 30]),
      .answered(stream: 1)),
    ConformanceCase(
      "6.10", "an empty CONTINUATION is read as nothing", split([10, 10]), .answered(stream: 1)),
    ConformanceCase(
      "6.10", "CONTINUATION on stream 0 is a PROTOCOL_ERROR",
      Frame.make(Kind.headers, stream: 1, Make.block())
        + Frame.make(Kind.continuation, flags: 4, []), .connectionError(.protocolError)),
    ConformanceCase(
      "6.10", "CONTINUATION of another stream is a PROTOCOL_ERROR",
      Frame.make(Kind.headers, stream: 1, Make.block())
        + Frame.make(Kind.continuation, flags: 4, stream: 3, []), .connectionError(.protocolError)),
    ConformanceCase(
      "6.10", "CONTINUATION after the end of the block is a PROTOCOL_ERROR",
      Make.head(on: 1) + Frame.make(Kind.continuation, flags: 4, stream: 1, []),
      .connectionError(.protocolError)),
    ConformanceCase(
      "6.10", "CONTINUATION after DATA is a PROTOCOL_ERROR",
      Make.head(on: 1) + Frame.make(Kind.data, stream: 1, [0])
        + Frame.make(Kind.continuation, flags: 4, stream: 1, []), .connectionError(.protocolError)),
    ConformanceCase(
      "6.10", "DATA inside of a header block is a PROTOCOL_ERROR",
      Frame.make(Kind.headers, stream: 1, Make.block()) + Make.message(on: 1),
      .connectionError(.protocolError)),
    ConformanceCase(
      "7", "an unknown code in RST_STREAM has no special meaning",
      Make.sleeping(on: 1) + Make.reset(1, code: 0xff) + Make.request(on: 3), .answered(stream: 3)),
    ConformanceCase(
      "7", "an unknown code in GOAWAY has no special meaning",
      Make.head(on: 1) + Frame.make(Kind.goAway, Frame.number(0) + Frame.number(0xff))
        + Make.message(on: 1), .answeredAtLast(stream: 1)),
  ]

  /// A request's header block, cut at these places.
  private static func split(_ cuts: [Int]) -> [UInt8] {
    let block = Make.block()
    let ends = cuts + [block.count]
    var start = 0
    return ends.enumerated().flatMap { index, end in
      defer { start = end }
      return Frame.make(
        index == 0 ? Kind.headers : Kind.continuation, flags: end == block.count ? 4 : 0,
        stream: 1, Array(block[start..<end]))
    } + Make.message(on: 1)
  }
}

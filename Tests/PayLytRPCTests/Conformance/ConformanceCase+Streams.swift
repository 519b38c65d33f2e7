@testable import PayLytRPC

extension ConformanceCase {
  private typealias Make = Conformance
  private typealias Kind = Conformance.Kind

  /// RFC 9113 §3 and §4: the connection's start and the frame layer.
  static let startCases = [
    ConformanceCase(
      "3.4", "a request after the preface is answered", Make.request(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "3.4", "a request in the same packet as the preface needs no SETTINGS of ours",
      raw: Frame.preface + Frame.settings + Make.request(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "3.4", "another protocol's first bytes end the connection",
      raw: Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8), .closed),
    ConformanceCase(
      "3.4", "a preface with one wrong byte ends the connection",
      raw: Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\r".utf8) + Frame.settings, .closed),
    ConformanceCase(
      "3.4", "a first frame that is not SETTINGS is a PROTOCOL_ERROR",
      raw: Frame.preface + Frame.ping, .connectionError(.protocolError)),
    ConformanceCase(
      "3.4", "an acknowledgement is not the first SETTINGS",
      raw: Frame.preface + Frame.make(Kind.settings, flags: 1), .connectionError(.protocolError)),
    ConformanceCase(
      "4.1", "a frame of an unknown type is ignored", Frame.make(0x16, flags: 0xff, [1, 2, 3]),
      .ignored),
    ConformanceCase(
      "4.1", "a frame of an unknown type on a stream is ignored",
      Make.head(on: 1) + Frame.make(0xfe, stream: 1, Make.bytes(9)) + Make.message(on: 1),
      .answered(stream: 1)),
    ConformanceCase(
      "4.1", "flags without a meaning are ignored",
      Frame.make(Kind.ping, flags: 0x16, Make.bytes(8)),
      .frame(Kind.ping, flags: 1, Make.bytes(8))),
    ConformanceCase(
      "4.1", "the reserved bit of the stream is ignored",
      Frame.make(Kind.headers, flags: 4, stream: 0x8000_0001, Make.block()) + Make.message(on: 1),
      .answered(stream: 1)),
    ConformanceCase(
      "4.2", "DATA of 2^14 bytes is taken",
      Make.head(on: 1, "/paylyt.test.v1.Echo/Hold")
        + Frame.make(Kind.data, stream: 1, [0, 0, 0, 0x3f, 0xfb] + Make.bytes(16_379)), .ignored),
    ConformanceCase(
      "4.2", "DATA of more than 2^14 bytes is a FRAME_SIZE_ERROR",
      Make.head(on: 1) + Frame.make(Kind.data, stream: 1, Make.bytes(16_385)),
      .connectionError(.frameSizeError)),
    ConformanceCase(
      "4.2", "HEADERS of more than 2^14 bytes is a FRAME_SIZE_ERROR",
      Frame.make(Kind.headers, flags: 5, stream: 1, Make.block() + Make.bytes(16_385)),
      .connectionError(.frameSizeError)),
    ConformanceCase(
      "4.2", "a frame of an unknown type is bounded, too", Frame.make(0x20, Make.bytes(16_385)),
      .connectionError(.frameSizeError)),
    ConformanceCase(
      "4.3", "a header block that cannot be decoded is a COMPRESSION_ERROR",
      Frame.make(Kind.headers, flags: 5, stream: 1, [0x00, 0xff, 0xff, 0xff, 0xff, 0xff]),
      .connectionError(.compressionError)),
    ConformanceCase(
      "4.3", "PRIORITY inside of a header block is a PROTOCOL_ERROR",
      Frame.make(Kind.headers, stream: 1, Make.block())
        + Frame.make(Kind.priority, stream: 1, Make.bytes(5)), .connectionError(.protocolError)),
    ConformanceCase(
      "4.3", "HEADERS of another stream inside of a header block is a PROTOCOL_ERROR",
      Frame.make(Kind.headers, stream: 1, Make.block()) + Make.head(on: 3),
      .connectionError(.protocolError)),
  ]

  /// RFC 9113 §5: the states of a stream.
  static let streamCases = [
    ConformanceCase(
      "5.1", "idle: DATA is a PROTOCOL_ERROR", Frame.make(Kind.data, flags: 1, stream: 1, [1]),
      .connectionError(.protocolError)),
    ConformanceCase(
      "5.1", "idle: RST_STREAM is a PROTOCOL_ERROR", Make.reset(1), .connectionError(.protocolError)
    ),
    ConformanceCase(
      "5.1", "idle: WINDOW_UPDATE is a PROTOCOL_ERROR", Make.window(100, on: 1),
      .connectionError(.protocolError)),
    ConformanceCase(
      "5.1", "idle: CONTINUATION is a PROTOCOL_ERROR",
      Frame.make(Kind.continuation, flags: 4, stream: 1, Make.block()),
      .connectionError(.protocolError)),
    ConformanceCase(
      "5.1", "idle: PRIORITY is taken",
      Frame.make(Kind.priority, stream: 1, Make.bytes(4) + [15]) + Make.request(on: 1),
      .answered(stream: 1)),
    ConformanceCase(
      "5.1", "half-closed: DATA is STREAM_CLOSED", Make.sleeping(on: 1) + Make.message(on: 1),
      .connectionError(.streamClosed)),
    ConformanceCase(
      "5.1", "half-closed: HEADERS is STREAM_CLOSED", Make.sleeping(on: 1) + Make.head(on: 1),
      .connectionError(.streamClosed)),
    ConformanceCase(
      "5.1", "half-closed: CONTINUATION is a PROTOCOL_ERROR",
      Make.sleeping(on: 1) + Frame.make(Kind.continuation, flags: 4, stream: 1, Make.block()),
      .connectionError(.protocolError)),
    ConformanceCase(
      "5.1", "half-closed: WINDOW_UPDATE, PRIORITY, RST_STREAM are taken",
      Make.sleeping(on: 1) + Make.window(1, on: 1)
        + Frame.make(Kind.priority, stream: 1, Make.bytes(4) + [1]) + Make.reset(1), .ignored),
    ConformanceCase(
      "5.1", "closed by the client: DATA is dropped, as it may be",
      Make.head(on: 1, Make.sleep) + Make.reset(1) + Make.message(on: 1) + Make.request(on: 3),
      .answered(stream: 3)),
    ConformanceCase(
      "5.1", "closed: WINDOW_UPDATE and RST_STREAM are ignored",
      Make.request(on: 1) + Make.reset(1) + Make.window(5, on: 1) + Make.reset(1)
        + Make.request(on: 3), .answered(stream: 3)),
    ConformanceCase(
      "5.1", "closed: CONTINUATION is a PROTOCOL_ERROR",
      Make.head(on: 1, Make.sleep) + Make.reset(1)
        + Frame.make(Kind.continuation, flags: 4, stream: 1, Make.block()),
      .connectionError(.protocolError)),
    ConformanceCase(
      "5.1.1", "an even stream is a PROTOCOL_ERROR", Make.request(on: 2),
      .connectionError(.protocolError)),
    // A PROTOCOL_ERROR by the letter. nghttp2 cannot tell it from the trailers of a stream that it
    // has reset, and drops both.
    ConformanceCase(
      "5.1.1", "a stream below an earlier one is not served",
      Make.sleeping(on: 5) + Make.request(on: 3), .unanswered(stream: 3)),
    ConformanceCase("5.1.1", "streams may be skipped", Make.request(on: 7), .answered(stream: 7)),
    ConformanceCase(
      "5.1.2", "a stream over the limit is refused",
      (0...256).flatMap { Make.sleeping(on: UInt32(2 * $0 + 1)) },
      .streamError(.refusedStream, stream: UInt8(truncatingIfNeeded: 513))),
    ConformanceCase(
      "5.3.2", "priority in HEADERS is taken",
      Frame.make(Kind.headers, flags: 0x24, stream: 1, Frame.number(3) + [9] + Make.block())
        + Make.message(on: 1), .answered(stream: 1)),
    ConformanceCase(
      "5.5", "an unknown frame inside of a header block is a PROTOCOL_ERROR",
      Frame.make(Kind.headers, stream: 1, Make.block()) + Frame.make(0x42, Make.bytes(3)),
      .connectionError(.protocolError)),
  ]
}

@testable import PayLytRPC

extension ConformanceCase {
  private typealias Make = Conformance
  private typealias Kind = Conformance.Kind

  private static let refused = Expectation.streamError(.protocolError, stream: 1)

  /// RFC 9113 §8: requests as HTTP has them.
  static let messageCases = [
    ConformanceCase(
      "8.1", "trailers of the client are taken",
      Make.head(on: 1) + Frame.make(Kind.data, stream: 1, ProtocolTests.message)
        + Frame.make(Kind.headers, flags: 5, stream: 1, Make.field("x-trailer", "1")),
      .answered(stream: 1)),
    ConformanceCase(
      "8.1", "a second header block that does not end the request is malformed",
      Make.head(on: 1) + Make.head(on: 1), refused),
    ConformanceCase(
      "8.1.1", "content-length that is the body's is taken",
      Make.request(on: 1, [("content-length", "8")]), .answered(stream: 1)),
    ConformanceCase(
      "8.1.1", "a body shorter than content-length is malformed",
      Make.request(on: 1, [("content-length", "9")]), refused),
    ConformanceCase(
      "8.1.1", "a body longer than content-length is malformed",
      Make.request(on: 1, [("content-length", "7")]), refused),
    ConformanceCase(
      "8.1.1", "content-length that is no number is malformed",
      Make.request(on: 1, [("content-length", "8x")]), refused),
    ConformanceCase(
      "8.1.1", "content-length given twice is malformed",
      Frame.make(
        Kind.headers, flags: 4, stream: 1,
        Make.block(adding: Make.field("content-length", "8") + Make.field("content-length", "8"))),
      refused),
    ConformanceCase(
      "8.2", "an upper-case name is malformed", Make.request(on: 1, [("X-TEST", "ok")]), refused),
    ConformanceCase(
      "8.2.1", "a blank in a name is malformed", Make.request(on: 1, [("x test", "ok")]), refused),
    ConformanceCase(
      "8.2.1", "a name with a control character is malformed",
      Make.request(on: 1, [("x-\u{1}", "ok")]), refused),
    ConformanceCase(
      "8.2.1", "a name with DEL is malformed", Make.request(on: 1, [("x-\u{7f}", "ok")]), refused),
    ConformanceCase(
      "8.2.1", "a name with a colon inside is malformed", Make.request(on: 1, [("x:y", "ok")]),
      refused),
    ConformanceCase(
      "8.2.1", "a value with a line feed is malformed", Make.request(on: 1, [("x-test", "a\nb")]),
      refused),
    ConformanceCase(
      "8.2.1", "a value with a carriage return is malformed",
      Make.request(on: 1, [("x-test", "a\rb")]), refused),
    ConformanceCase(
      "8.2.1", "a value with NUL is malformed", Make.request(on: 1, [("x-test", "a\0b")]), refused),
    ConformanceCase(
      "8.2.2", "connection is malformed", Make.request(on: 1, [("connection", "keep-alive")]),
      refused),
    ConformanceCase(
      "8.2.2", "keep-alive is malformed", Make.request(on: 1, [("keep-alive", "1")]), refused),
    ConformanceCase(
      "8.2.2", "proxy-connection is malformed", Make.request(on: 1, [("proxy-connection", "x")]),
      refused),
    ConformanceCase(
      "8.2.2", "transfer-encoding is malformed",
      Make.request(on: 1, [("transfer-encoding", "chunked")]), refused),
    ConformanceCase(
      "8.2.2", "upgrade is malformed", Make.request(on: 1, [("upgrade", "h2c")]), refused),
    ConformanceCase(
      "8.2.2", "te that says more than trailers is malformed",
      Make.request(on: 1, [("te", "trailers, deflate")]), refused),
    ConformanceCase(
      "8.3", "an unknown pseudo-header is malformed",
      Frame.make(Kind.headers, flags: 4, stream: 1, Make.field(":test", "ok") + Make.block()),
      refused),
    ConformanceCase(
      "8.3", "a response's pseudo-header is malformed",
      Frame.make(Kind.headers, flags: 4, stream: 1, Make.field(":status", "200") + Make.block()),
      refused),
    ConformanceCase(
      "8.3", "a pseudo-header in the trailers is malformed",
      Make.head(on: 1)
        + Frame.make(Kind.headers, flags: 5, stream: 1, Make.field(":method", "POST")), refused),
    ConformanceCase(
      "8.3", "a pseudo-header after a field is malformed",
      Frame.make(
        Kind.headers, flags: 4, stream: 1,
        Make.block(Make.echo, [(":path", nil)], adding: Make.field(":path", Make.echo))), refused),
    ConformanceCase("8.3.1", "an empty path is malformed", Make.head(on: 1, ""), refused),
    ConformanceCase(
      "8.3.1", "a path without a slash is malformed", Make.head(on: 1, "echo"), refused),
    ConformanceCase(
      "8.3.1", "no method is malformed", Make.request(on: 1, [(":method", nil)]), refused),
    ConformanceCase(
      "8.3.1", "no scheme is malformed", Make.request(on: 1, [(":scheme", nil)]), refused),
    ConformanceCase(
      "8.3.1", "no path is malformed", Make.request(on: 1, [(":path", nil)]), refused),
    ConformanceCase(
      "8.3.1", "a method given twice is malformed",
      Frame.make(Kind.headers, flags: 4, stream: 1, Make.field(":method", "POST") + Make.block()),
      refused),
    ConformanceCase(
      "8.3.1", "a scheme given twice is malformed",
      Frame.make(Kind.headers, flags: 4, stream: 1, Make.field(":scheme", "http") + Make.block()),
      refused),
    ConformanceCase(
      "8.3.1", "a path given twice is malformed",
      Frame.make(Kind.headers, flags: 4, stream: 1, Make.field(":path", Make.echo) + Make.block()),
      refused),
    ConformanceCase(
      "8.3.1", "no authority is taken",
      Make.request(on: 1, [(":authority", nil), ("host", "test")]), .answered(stream: 1)),
    ConformanceCase(
      "8.5", "CONNECT with a path is malformed", Make.request(on: 1, [(":method", "CONNECT")]),
      refused),
  ]
}

import Testing

@testable import PayLytRPC

/// One sentence of a specification, as bytes that a client sends and what it must get back.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  enum Expectation: Sendable {
    /// GOAWAY with this code, then the end of the connection (RFC 9113 §5.4.1).
    case connectionError(HTTP2ErrorCode)
    /// The connection ends, with or without a word.
    case closed
    /// RST_STREAM with this code, and the connection goes on (RFC 9113 §5.4.2).
    case streamError(HTTP2ErrorCode, stream: UInt8)
    /// The call on this stream is answered with its message, and the connection goes on.
    case answered(stream: UInt8)
    /// The same, and the connection has ended or may.
    case answeredAtLast(stream: UInt8)
    /// A frame with this type, flags and payload, and the connection goes on.
    case frame(UInt8, flags: UInt8, [UInt8])
    /// Nothing at all on this stream, and the connection goes on.
    case unanswered(stream: UInt8)
    /// Nothing but that the connection goes on.
    case ignored
  }

  let section: String
  let title: String
  let bytes: [UInt8]
  /// What is sent one after the other, each when the server has taken the one before.
  var steps: [[UInt8]] = []
  let expectation: Expectation

  var testDescription: String { "\(section): \(title)" }

  /// - Parameter bytes: what follows the connection preface.
  init(_ section: String, _ title: String, _ bytes: [UInt8], _ expectation: Expectation) {
    self.section = "RFC 9113 §\(section)"
    self.title = title
    self.bytes = Frame.preface + Frame.settings + bytes
    self.expectation = expectation
  }

  /// - Parameter steps: what follows the connection preface.
  init(_ section: String, _ title: String, steps: [[UInt8]], _ expectation: Expectation) {
    self.init(section, title, steps[0], expectation)
    self.steps = Array(steps.dropFirst())
  }

  /// - Parameter block: a header block, which is sent as a request.
  init(hpack section: String, _ title: String, _ block: [UInt8], _ expectation: Expectation) {
    self.section = "RFC 7541 §\(section)"
    self.title = title
    bytes =
      Frame.preface + Frame.settings + Frame.make(1, flags: 4, stream: 1, block)
      + Conformance.message(on: 1)
    self.expectation = expectation
  }

  /// - Parameter raw: everything that is sent.
  init(_ section: String, _ title: String, raw: [UInt8], _ expectation: Expectation) {
    self.section = "RFC 9113 §\(section)"
    self.title = title
    bytes = raw
    self.expectation = expectation
  }
}

/// Frames and header blocks by name, as the tables use them.
enum Conformance {
  enum Kind {
    static let data: UInt8 = 0
    static let headers: UInt8 = 1
    static let priority: UInt8 = 2
    static let reset: UInt8 = 3
    static let settings: UInt8 = 4
    static let push: UInt8 = 5
    static let ping: UInt8 = 6
    static let goAway: UInt8 = 7
    static let window: UInt8 = 8
    static let continuation: UInt8 = 9
  }

  static let echo = ProtocolTests.echo
  static let sleep = "/paylyt.test.v1.Echo/Sleep"

  /// A field as a literal without indexing (RFC 7541 §6.2.2).
  static func field(_ name: String, _ value: String) -> [UInt8] {
    [0] + text(name) + text(value)
  }

  /// A string literal without Huffman coding, shorter than 127 bytes.
  static func text(_ text: String) -> [UInt8] { [UInt8(text.utf8.count)] + text.utf8 }

  /// A request's fields, with some replaced, dropped (`nil`) or added.
  static func block(
    _ path: String = echo, _ changes: [(String, String?)] = [], adding extra: [UInt8] = []
  ) -> [UInt8] {
    var fields: [(String, String)] = [
      (":method", "POST"), (":scheme", "http"), (":path", path), (":authority", "test"),
      ("te", "trailers"), ("content-type", "application/grpc"),
    ]
    for (name, value) in changes {
      if let index = fields.firstIndex(where: { $0.0 == name }) {
        if let value { fields[index].1 = value } else { fields.remove(at: index) }
      } else if let value {
        fields.append((name, value))
      }
    }
    return fields.flatMap { field($0.0, $0.1) } + extra
  }

  /// A request's head that leaves the stream open.
  static func head(
    on stream: UInt32, _ path: String = echo, _ changes: [(String, String?)] = []
  ) -> [UInt8] {
    Frame.make(Kind.headers, flags: 4, stream: stream, block(path, changes))
  }

  /// The message `x`, and the end of the request.
  static func message(on stream: UInt32) -> [UInt8] {
    Frame.make(Kind.data, flags: 1, stream: stream, ProtocolTests.message)
  }

  /// A whole request, which is answered at once.
  static func request(on stream: UInt32, _ changes: [(String, String?)] = []) -> [UInt8] {
    head(on: stream, echo, changes) + message(on: stream)
  }

  /// A request whose body never comes, so that the stream is half-closed and stays.
  static func sleeping(on stream: UInt32) -> [UInt8] {
    head(on: stream, sleep) + message(on: stream)
  }

  static func reset(_ stream: UInt32, code: UInt32 = 8) -> [UInt8] {
    Frame.make(Kind.reset, stream: stream, Frame.number(code))
  }

  static func settings(_ entries: [(UInt8, UInt32)]) -> [UInt8] {
    Frame.make(Kind.settings, entries.flatMap { [0, $0.0] + Frame.number($0.1) })
  }

  static func window(_ increment: UInt32, on stream: UInt32 = 0) -> [UInt8] {
    Frame.make(Kind.window, stream: stream, Frame.number(increment))
  }

  /// A frame whose length is not its payload's: the payload follows all the same.
  static func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
}

import Testing

@testable import PayLytRPC

@Suite("The state machine of a call on the client")
struct ClientStreamTests {
  typealias Fields = [(String, String)]

  static let head: Fields = [(":status", "200"), ("content-type", "application/grpc")]
  static let message: [UInt8] = [0, 0, 0, 0, 1, 7]

  enum Event: Sendable {
    case block(Fields, end: Bool)
    case data([UInt8])
    case end
    case close(HTTP2CloseReason)
  }

  struct Story: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let events: [Event]
    /// `nil`: the call goes on.
    let code: StatusCode?
    var messages = 0
  }

  static let stories = [
    Story(
      testDescription: "an answer",
      events: [
        .block(head, end: false), .data(message), .block([("grpc-status", "0")], end: true),
      ], code: .ok, messages: 1),
    Story(
      testDescription: "an informational block comes first",
      events: [
        .block([(":status", "103")], end: false), .block(head, end: false),
        .block([("grpc-status", "0")], end: true),
      ], code: .ok),
    Story(
      testDescription: "trailers alone",
      events: [.block(head + [("grpc-status", "5")], end: true)], code: .notFound),
    Story(
      testDescription: "an unknown status",
      events: [.block(head + [("grpc-status", "99")], end: true)],
      code: .unknown),
    Story(
      testDescription: "a status that is no number",
      events: [.block(head + [("grpc-status", "x")], end: true)], code: .unknown),
    Story(
      testDescription: "no status", events: [.block(head, end: false), .block([], end: true)],
      code: .unknown),
    Story(
      testDescription: "the end without trailers",
      events: [.block(head, end: false), .data(message), .end], code: .unknown, messages: 1),
    Story(
      testDescription: "a proxy's 503", events: [.block([(":status", "503")], end: false)],
      code: .unavailable),
    Story(
      testDescription: "a proxy's 404, at once", events: [.block([(":status", "404")], end: true)],
      code: .unimplemented),
    Story(
      testDescription: "the status counts more than HTTP's",
      events: [.block([(":status", "415"), ("grpc-status", "3")], end: true)],
      code: .invalidArgument),
    Story(
      testDescription: "another content type",
      events: [.block([(":status", "200"), ("content-type", "text/html")], end: false)],
      code: .unknown),
    Story(
      testDescription: "an encoding that nobody asked for",
      events: [.block(head + [("grpc-encoding", "zstd")], end: false)], code: .internalError),
    Story(
      testDescription: "data ahead of the headers", events: [.data(message)], code: .internalError),
    Story(
      testDescription: "headers in the middle",
      events: [.block(head, end: false), .block(head, end: false)], code: .internalError),
    Story(
      testDescription: "half a message and OK",
      events: [
        .block(head, end: false), .data([0, 0]), .block([("grpc-status", "0")], end: true),
      ], code: .internalError),
    Story(
      testDescription: "a message over the limit",
      events: [.block(head, end: false), .data([0, 0, 0, 1, 0])], code: .resourceExhausted),
    Story(
      testDescription: "a reset", events: [.block(head, end: false), .close(.stream(.cancel))],
      code: .cancelled),
    Story(
      testDescription: "refused", events: [.close(.stream(.refusedStream))], code: .unavailable),
    Story(
      testDescription: "too fast", events: [.close(.stream(.enhanceYourCalm))],
      code: .resourceExhausted),
    Story(
      testDescription: "a lost connection", events: [.close(.connection("gone"))],
      code: .unavailable),
    Story(
      testDescription: "what comes after the status changes nothing",
      events: [.block(head + [("grpc-status", "5")], end: true), .close(.connection("gone"))],
      code: .notFound),
    Story(
      testDescription: "a message that waits", events: [.block(head, end: false), .data(message)],
      code: nil, messages: 1),
  ]

  @Test("each answer has its outcome", arguments: stories)
  func story(story: Story) {
    var stream = ClientStream(messageBytesMax: 100)
    for event in story.events {
      switch event {
      case .block(let pairs, let end):
        var fields = HeaderFields()
        for (name, value) in pairs { fields.append(name: name, value: value) }
        stream.receiveBlock(fields, isTooLarge: false, endOfStream: end)
      case .data(let bytes): unsafe bytes.withUnsafeBytes { unsafe stream.receiveData($0) }
      case .end: stream.receiveEnd()
      case .close(let reason): stream.close(reason)
      }
    }
    #expect(stream.deframer.readyCount == story.messages)
    switch stream.outcome {
    case .pending: #expect(story.code == nil)
    case .succeeded: #expect(story.code == .ok)
    case .failed(let error): #expect(error.code == story.code)
    }
  }

  static let delays: [(Int, Double, Duration)] = [
    (1, 0, .milliseconds(100)), (2, 0, .milliseconds(200)), (5, 0, .milliseconds(1600)),
    (6, 0, .seconds(2)), (1000, 0, .seconds(2)), (1, 1, .milliseconds(125)),
    (1, -1, .milliseconds(75)),
  ]

  @Test("the wait before connecting again grows to its bound", arguments: delays)
  func backoff(failures: Int, spread: Double, delay: Duration) {
    let backoff = Backoff(
      initial: .milliseconds(100), multiplier: 2, max: .seconds(2), jitter: 0.25)
    #expect(backoff.delay(afterFailures: failures, spread: spread) == delay)
  }
}

import Testing

@testable import PayLytRPC

@Suite("The state machine of a call on the server")
struct ServerStreamTests {
  typealias Action = ServerStream.Action

  enum Event: Sendable {
    case head(MethodDescriptor.Kind?, end: Bool)
    case badHead(RequestHead.Refusal)
    case data([UInt8])
    case end
    case reset
    case deadline
    case handlerEnded
    case take
  }

  static let message: [UInt8] = [0, 0, 0, 0, 1, 7]
  static let refusal = RPCError(.internalError, "no")
  static let late = Action.refuse(RPCError(.deadlineExceeded, "The deadline has passed."))
  static let none = Action.refuse(
    RPCError(.unimplemented, "This method takes one request message, but none was sent."))
  static let many = Action.refuse(
    RPCError(.unimplemented, "This method takes one request message, but more were sent."))
  static let cut = Action.refuse(
    RPCError(.internalError, "The request ends in the middle of a message."))
  static let unknown = Action.refuse(RPCError(.unimplemented, "There is no method /a.B/C."))

  struct Story: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let steps: [(Event, Action)]
  }

  static let stories = [
    Story(
      testDescription: "unary: the handler starts when the request is complete",
      steps: [
        (.head(.unary, end: false), .none), (.data(message), .none), (.end, .start),
        (.take, .none), (.handlerEnded, .none),
      ]),
    Story(
      testDescription: "unary: no message",
      steps: [(.head(.unary, end: true), none), (.handlerEnded, .none)]),
    Story(
      testDescription: "unary: a second message",
      steps: [(.head(.unary, end: false), .none), (.data(message + message), many), (.end, .none)]),
    Story(
      testDescription: "server streaming: a second message, later",
      steps: [
        (.head(.serverStreaming, end: false), .none), (.data(message), .none),
        (.data(message), many),
      ]),
    Story(
      testDescription: "unary: the end in the middle of a message",
      steps: [(.head(.unary, end: false), .none), (.data([0, 0, 0, 0, 2, 1]), .none), (.end, cut)]),
    Story(
      testDescription: "bidirectional: the handler starts at once and is woken by what arrives",
      steps: [
        (.head(.bidirectional, end: false), .start), (.data([0, 0, 0]), .none),
        (.data([0, 1, 7]), .wakeReader), (.take, .none), (.data(message + message), .wakeReader),
        (.end, .wakeReader), (.take, .none), (.take, .none), (.handlerEnded, .none),
      ]),
    Story(
      testDescription: "client streaming: an end without a message is fine",
      steps: [(.head(.clientStreaming, end: true), .start), (.handlerEnded, .none)]),
    Story(
      testDescription: "client streaming: the end in the middle of a message",
      steps: [
        (.head(.clientStreaming, end: false), .start), (.data([0, 0]), .none), (.end, cut),
      ]),
    Story(testDescription: "an unknown method", steps: [(.head(nil, end: false), unknown)]),
    Story(
      testDescription: "a head that is refused, and data after it",
      steps: [
        (.badHead(.rpc(refusal)), .refuse(refusal)), (.data(message), .none), (.end, .none),
        (.reset, .none),
      ]),
    Story(
      testDescription: "a head that is no call",
      steps: [
        (.badHead(.http(status: 415, refusal)), .refuseHTTP(status: 415, refusal)), (.end, .none),
      ]),
    Story(
      testDescription: "the deadline passes before the request is complete",
      steps: [(.head(.unary, end: false), .none), (.deadline, late), (.data(message), .none)]),
    Story(
      testDescription: "the deadline passes while the handler runs",
      steps: [
        (.head(.bidirectional, end: false), .start), (.deadline, late), (.deadline, .none),
        (.handlerEnded, .none), (.reset, .none),
      ]),
    Story(
      testDescription: "a reset cancels a handler once",
      steps: [(.head(.bidirectional, end: false), .start), (.reset, .cancel), (.reset, .none)]),
    Story(
      testDescription: "a reset before the handler has started cancels nothing",
      steps: [(.head(.unary, end: false), .none), (.reset, .none), (.end, .none)]),
    Story(
      testDescription: "nothing cancels a handler that has ended",
      steps: [
        (.head(.bidirectional, end: true), .start), (.handlerEnded, .none), (.reset, .none),
        (.deadline, .none),
      ]),
  ]

  @Test("each event leads to its action", arguments: stories)
  func story(story: Story) {
    var stream = ServerStream(messageBytesMax: 100)
    for (index, (event, expected)) in story.steps.enumerated() {
      #expect(perform(event, on: &stream) == expected, "step \(index)")
    }
  }

  private func perform(_ event: Event, on stream: inout ServerStream) -> Action {
    switch event {
    case .head(let kind, let end):
      var fields = HeaderFields()
      fields.append(name: ":method", value: "POST")
      fields.append(name: "content-type", value: "application/grpc")
      do throws(RequestHead.Refusal) {
        return stream.receiveHead(
          try RequestHead(fields), kind: kind, path: "/a.B/C", endOfStream: end)
      } catch {
        return stream.receiveHead(refused: error)
      }
    case .badHead(let refusal): return stream.receiveHead(refused: refusal)
    case .data(let bytes): return unsafe bytes.withUnsafeBytes { unsafe stream.receiveData($0) }
    case .end: return stream.receiveEnd()
    case .reset: return stream.receiveReset()
    case .deadline: return stream.deadlinePassed()
    case .handlerEnded:
      let wasOpen = stream.isOpen
      #expect(stream.handlerEnded() == wasOpen)
      return .none
    case .take:
      #expect(unsafe stream.withMessage { unsafe Array($0) } == [7])
      _ = stream.dropMessage()
      return .none
    }
  }
}

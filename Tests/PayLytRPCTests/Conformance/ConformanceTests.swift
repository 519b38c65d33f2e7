import Testing

@testable import PayLytRPC

@Suite("The server keeps to HTTP/2 and HPACK, sentence by sentence")
struct ConformanceTests {
  static let cases =
    ConformanceCase.startCases + ConformanceCase.streamCases + ConformanceCase.frameCases
    + ConformanceCase.settingsCases + ConformanceCase.messageCases + ConformanceCase.hpackCases

  /// One server for all: whatever one client does, the next one is served.
  @Test("every case of the table gets what its section says")
  func table() async throws {
    try await Fixture.run { fixture in
      for story in Self.cases { try Self.run(story, fixture.clear) }
      try await ProtocolTests.expectService(fixture)
    }
  }

  @Test("no case stands in the table twice")
  func distinct() {
    #expect(Set(Self.cases.map(\.testDescription)).count == Self.cases.count)
    #expect(Self.cases.count >= 130)
  }

  private static let probe: [UInt8] = [0xca, 0xfe, 0, 0, 0, 0, 0, 1]

  private static func run(_ story: ConformanceCase, _ address: SocketAddress) throws {
    let client = try RawClient(address)
    client.send(story.bytes)
    for (number, step) in story.steps.enumerated() {
      let barrier = Frame.number(0xba44_1e40) + Frame.number(UInt32(number))
      client.send(Frame.make(6, barrier))
      #expect(client.wait { client.frames.contains { Array($0.payload) == barrier } })
      client.send(step)
    }
    let hasMet: Bool
    switch story.expectation {
    case .connectionError(let code):
      hasMet = client.wait { client.isClosed } && client.goAwayCodes.last == code.rawValue
    case .closed:
      hasMet = client.wait { client.isClosed }
    case .streamError(let code, let stream):
      let found = client.wait {
        client.frames.contains {
          $0.type == 3 && $0.stream == stream && Array($0.payload) == Frame.number(code.rawValue)
        }
      }
      hasMet = found && goesOn(client)
    case .answered(let stream):
      hasMet = isAnswered(client, stream) && goesOn(client)
    case .answeredAtLast(let stream):
      hasMet = isAnswered(client, stream)
    case .frame(let type, let flags, let payload):
      let found = client.wait {
        client.frames.contains {
          $0.type == type && $0.flags == flags && Array($0.payload) == payload
        }
      }
      hasMet = found && goesOn(client)
    case .unanswered(let stream):
      hasMet = goesOn(client) && !client.frames.contains { $0.stream == stream }
    case .ignored:
      hasMet =
        goesOn(client) && !client.frames.contains { $0.type == 3 && $0.payload.last != 0 }
    }
    let seen = client.frames.map { "\($0.type)/\($0.flags)/\($0.stream) \(Array($0.payload))" }
    #expect(
      hasMet, "\(story.testDescription): \(story.expectation), but \(seen), \(client.isClosed)")
  }

  private static func isAnswered(_ client: RawClient, _ stream: UInt8) -> Bool {
    client.wait {
      client.frames.contains {
        $0.type == 0 && $0.stream == stream && Array($0.payload) == ProtocolTests.message
      }
    }
  }

  /// Whether the connection answers a PING of ours.
  private static func goesOn(_ client: RawClient) -> Bool {
    client.send(Frame.make(6, probe))
    return client.wait {
      client.frames.contains { $0.type == 6 && $0.flags == 1 && Array($0.payload) == probe }
    } && client.goAwayCodes.isEmpty
  }
}

extension RawClient {
  /// The codes of all GOAWAY frames.
  var goAwayCodes: [UInt32] {
    frames.filter { $0.type == 7 }.map { frame in
      Array(frame.payload.dropFirst(4).prefix(4)).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }
}

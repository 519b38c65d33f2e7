import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("Calls that come faster than the server wants")
struct RateTests {
  private func outcome(_ channel: Channel) async -> StatusCode {
    do throws(RPCError) {
      let _: UnaryResponse<ProtoStringValue> = try await channel.unary(
        EchoService.echo, ProtoStringValue(value: "x"), CallOptions(timeout: .seconds(5)))
      return .ok
    } catch {
      return error.code
    }
  }

  @Test("are RESOURCE_EXHAUSTED on their connection alone, until the second is over")
  func calm() async throws {
    try await Fixture.run {
      $0.streamsPerSecondMax = 5
    } _: { fixture in
      let hasty = try fixture.channel()
      var codes: [StatusCode] = []
      for _ in 0..<15 { codes.append(await outcome(hasty)) }
      #expect(codes.prefix(5).allSatisfy { $0 == .ok })
      // A second may end between two calls, but no two of them do.
      #expect(codes.count { $0 == .ok } <= 10)
      #expect(codes.count { $0 == .resourceExhausted } >= 5)
      #expect(await outcome(try fixture.channel()) == .ok)
      try await Task.sleep(for: .milliseconds(1_100))
      #expect(await outcome(hasty) == .ok)
    }
  }

  @Test("are refused with ENHANCE_YOUR_CALM, and a client that does not stop is cut off")
  func flood() async throws {
    try await Fixture.run {
      $0.streamsPerSecondMax = 5
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      client.send(Frame.preface + Frame.settings)
      for number in 0..<20 { client.send(Conformance.request(on: UInt32(2 * number + 1))) }
      let calm = Frame.number(HTTP2ErrorCode.enhanceYourCalm.rawValue)
      #expect(
        client.wait {
          client.frames.count { $0.type == 3 && Array($0.payload) == calm } == 15
        })
      #expect(client.goAwayCodes.isEmpty)
      for number in 20..<700 { client.send(Conformance.request(on: UInt32(2 * number + 1))) }
      #expect(client.wait { client.isClosed })
      #expect(client.goAwayCodes.last == HTTP2ErrorCode.enhanceYourCalm.rawValue)
      try await ProtocolTests.expectService(fixture)
    }
  }
}

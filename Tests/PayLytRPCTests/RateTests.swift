import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("Calls that come faster than the server wants")
struct RateTests {
  private func outcome(_ channel: Channel) async -> StatusCode {
    do throws(RPCError) {
      let _: UnaryResponse<ProtoStringValue> = try await channel.unary(
        EchoService.echo, ProtoStringValue(value: "x"), CallOptions(timeout: .seconds(30)))
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
      var hasty = try fixture.channel()
      var codes: [StatusCode] = []
      // On a slow machine some second ends after each few calls: until one ends but once.
      for _ in 0..<10 {
        let time = await ContinuousClock().measure {
          for _ in 0..<15 { codes.append(await outcome(hasty)) }
        }
        #expect(codes.prefix(5).allSatisfy { $0 == .ok })
        guard time >= .seconds(1) else { break }
        hasty = try fixture.channel()
        codes = []
      }
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
      func requests(_ numbers: Range<Int>) -> [UInt8] {
        numbers.flatMap { Conformance.request(on: UInt32(2 * $0 + 1)) }
      }
      client.send(Frame.preface + Frame.settings + requests(0..<20))
      let calm = Frame.number(HTTP2ErrorCode.enhanceYourCalm.rawValue)
      #expect(
        client.wait {
          client.frames.count { $0.type == 3 && Array($0.payload) == calm } == 15
        })
      #expect(client.goAwayCodes.isEmpty)
      client.send(requests(20..<700))
      #expect(client.wait { client.isClosed })
      #expect(client.goAwayCodes.last == HTTP2ErrorCode.enhanceYourCalm.rawValue)
      try await ProtocolTests.expectService(fixture)
    }
  }
}

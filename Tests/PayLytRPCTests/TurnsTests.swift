import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("Streams of one connection")
struct TurnsTests {
  @Test("take turns when the connection's window holds them up")
  func turns() async throws {
    try await Fixture.run { fixture in
      // Each stream could take the whole connection for itself.
      let settings = HTTP2Settings(streamWindowBytes: 16 << 20, connectionWindowBytes: 65_535)
      let client = try RawClient(fixture.clear, settings)
      var request = ByteQueue()
      try MessageFramer.append(ProtoInt32Value(value: 512), to: &request, bytesMax: 64)
      let bytes = unsafe request.withUnsafeBytes { unsafe Array($0) }
      let streams = try (0..<2).map { _ in
        let stream = try client.open(path: EchoService.flood.path)
        client.send(bytes, on: stream)
        return stream
      }
      // Eight MiB on each.
      client.wait(atMost: .seconds(30)) { streams.contains { $0.body.count > 6 << 20 } }
      #expect(streams.allSatisfy { $0.body.count > 3 << 20 })
    }
  }
}

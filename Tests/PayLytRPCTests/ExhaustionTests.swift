import CNGHTTP2
import Synchronization
import Testing

@testable import PayLytRPC

@Suite("What a client does when HTTP/2 has no more numbers")
struct ExhaustionTests {
  /// After 2^30 calls (RFC 9113 §5.1.1).
  @Test("a connection without a number for another call takes no more, and ends with its last")
  func exhausted() async throws {
    try await Fixture.run { fixture in
      let loop = try EventLoop.start(named: "test-exhausted")
      defer { loop.stop() }
      let seen = Mutex<[Bool]>([])
      try await loop.run {
        let client = try await ClientConnection.open(
          fixture.clear, host: "test", loop: loop, buffers: ConnectionBuffers(),
          configuration: ChannelConfiguration(),
          timer: ConnectTimer(loop: loop, after: .seconds(30))
        ) { _, change in
          let isEnd = if case .closed = change { true } else { false }
          seen.withLock { $0.append(isEnd) }
        }
        unsafe nghttp2_session_set_next_stream_id(client.connection.session.raw, Int32.max)
        var head = HeaderFields()
        for (name, value) in [
          (":method", "POST"), (":scheme", "http"), (":path", ProtocolTests.echo),
          (":authority", "test"), ("te", "trailers"), ("content-type", "application/grpc"),
        ] { head.append(name: name, value: value) }
        let stream = RawStream()
        stream.output.append(ProtocolTests.message)
        stream.ending = .endOfStream
        #expect(client.takesCalls)
        try client.open(stream, head)
        #expect(!client.takesCalls && seen.withLock { $0 } == [false])
        for _ in 0..<3_000 where stream.closeReason == nil || !client.connection.isClosed {
          try await Task.sleep(for: .milliseconds(10))
        }
        #expect(stream.fields["grpc-status"] == "0")
        #expect(client.connection.isClosed && seen.withLock { $0 } == [false, true])
      }
    }
  }
}

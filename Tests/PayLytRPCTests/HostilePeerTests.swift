import Testing

@testable import PayLytRPC

@Suite("Hostile peers are cut off, and everybody else is served")
struct HostilePeerTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What is sent after connecting.
    let bytes: [UInt8]
    /// What the GOAWAY says; `nil` where the peer gets none.
    let code: HTTP2ErrorCode?
  }

  static let opening = Frame.preface + Frame.settings
  static let block = Frame.requestBlock(path: "/paylyt.test.v1.Echo/Sleep")

  static let attacks = [
    Attack(
      testDescription: "no preface", bytes: Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8),
      code: nil),
    Attack(
      testDescription: "garbage after the preface",
      bytes: Frame.preface + [UInt8](repeating: 0xff, count: 64), code: .protocolError),
    Attack(
      testDescription: "rapid reset",
      bytes: opening
        + (0..<2000).flatMap { index in
          let id = UInt32(index * 2 + 1)
          return Frame.make(1, flags: 4, stream: id, block)
            + Frame.make(3, stream: id, Frame.number(8))
        }, code: .enhanceYourCalm),
    Attack(
      testDescription: "streams that are refused, of a peer that acknowledges no SETTINGS",
      bytes: opening
        + (0..<2000).flatMap { Frame.make(1, flags: 4, stream: UInt32($0 * 2 + 1), block) },
      code: .enhanceYourCalm),
    Attack(
      testDescription: "streams that the server must reset, for their windows",
      bytes: opening
        + (0..<600).flatMap { index in
          let id = UInt32(index * 2 + 1)
          return Frame.make(1, flags: 4, stream: id, block)
            + Frame.make(8, stream: id, Frame.number(0x7fff_ffff))
        }, code: .enhanceYourCalm),
    Attack(
      testDescription: "streams that the server must reset, for bodies longer than promised",
      bytes: opening
        + (0..<2000).flatMap {
          Conformance.request(on: UInt32($0 * 2 + 1), [("content-length", "7")])
        }, code: .enhanceYourCalm),
    Attack(
      testDescription: "a flood of PING",
      bytes: opening + (0..<600).flatMap { _ in Frame.ping }, code: .enhanceYourCalm),
    Attack(
      testDescription: "a flood of SETTINGS",
      bytes: opening + (0..<600).flatMap { _ in Frame.settings }, code: .enhanceYourCalm),
    Attack(
      testDescription: "a flood of empty DATA",
      bytes: opening + Frame.make(1, flags: 4, stream: 1, block)
        + (0..<60_000).flatMap { _ in Frame.make(0, stream: 1) }, code: .enhanceYourCalm),
    Attack(
      testDescription: "DATA on a stream that was never opened",
      bytes: opening + Frame.make(0, stream: 5, [1, 2, 3]), code: .protocolError),
    Attack(
      testDescription: "a window that overflows",
      bytes: opening + Frame.make(8, Frame.number(0x7fff_ffff)), code: .flowControlError),
    Attack(
      testDescription: "HPACK that cannot be decoded",
      bytes: opening + Frame.make(1, flags: 5, stream: 1, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      code: .compressionError),
  ]

  @Test("each gets its GOAWAY and loses its connection", arguments: attacks)
  func cutOff(attack: Attack) async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      client.send(attack.bytes)
      #expect(client.wait { client.isClosed })
      if let code = attack.code { #expect(client.goAway == code) }
      try await ProtocolTests.expectService(fixture)
      #expect(
        try await eventually { fixture.reports.contains { $0.hasPrefix("connectionClosed") } })
    }
  }

  @Test("a ping behind each answer, as grpc-go sends it, is no flood")
  func measuringPings() async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      for number in 0..<2000 {
        let stream = try client.open(path: ProtocolTests.echo)
        client.send(ProtocolTests.message, on: stream)
        #expect(client.wait { stream.closeReason != nil })
        client.session.ping(UInt64(number))
        guard stream.fields["grpc-status"] == "0" else {
          Issue.record("call \(number): \(stream.fields)")
          return
        }
      }
      #expect(client.goAway == nil && !client.isClosed)
    }
  }

  @Test("endless CONTINUATION ends the connection")
  func continuation() async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      client.send(Self.opening + Frame.make(1, stream: 1, Self.block))
      for _ in 0..<1000 where !client.isClosed {
        client.send(Frame.make(9, stream: 1, [0, 1, 0x78, 1, 0x78]))
      }
      #expect(client.wait { client.isClosed })
      try await ProtocolTests.expectService(fixture)
    }
  }

  @Test("an HPACK bomb is refused, and its connection goes on")
  func headerBomb() async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      // A field of 4 KB in the table, then a byte for each further copy of it.
      let entry =
        [0x40, 1, UInt8(ascii: "x"), 0x7f, 0xa1, 0x1e] + [UInt8](repeating: 0x61, count: 4000)
      let block = Self.block + entry + [UInt8](repeating: 0xbe, count: 8000)
      client.send(Self.opening + Frame.make(1, flags: 5, stream: 1, block))
      // Trailers alone: the call was refused before anybody looked at it.
      #expect(client.wait { client.frames.contains { $0.type == 1 && $0.flags & 1 == 1 } })
      #expect(!client.isClosed)
      try await ProtocolTests.expectService(fixture)
    }
  }

  @Test("a client that sends byte by byte is served")
  func byteByByte() async throws {
    // However long the machine takes between two bytes.
    try await Fixture.run {
      $0.handshakeTimeout = .seconds(600)
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      let message = ProtocolTests.message
      let bytes =
        Self.opening
        + Frame.make(1, flags: 4, stream: 1, Frame.requestBlock(path: ProtocolTests.echo))
        + Frame.make(0, flags: 1, stream: 1, message)
      for byte in bytes {
        client.send([byte])
        try await Task.sleep(for: .microseconds(100))
      }
      #expect(
        client.wait(atMost: .seconds(60)) {
          client.frames.contains { $0.type == 0 && $0.stream == 1 && $0.payload == message[...] }
        })
    }
  }

  @Test("ten thousand connections, opened and dropped, leave nothing behind")
  func droppedConnections() async throws {
    try await Fixture.run { fixture in
      for number in 0..<10_000 {
        let client = try RawClient(fixture.clear)
        if number % 3 == 0 { client.send(Self.opening) }
        if number % 3 == 1 { client.send(Array(Frame.preface.prefix(number % 24))) }
      }
      try await ProtocolTests.expectService(fixture)
      #expect(
        try await eventually {
          let reports = fixture.reports
          let opened = reports.count { $0.hasPrefix("connectionOpened") }
          let closed = reports.count { $0.hasPrefix("connectionClosed") }
          return opened > 10_000 && opened - closed <= 1
        })
    }
  }

  static let stalls: [(String, [UInt8])] = [
    ("silence", []), ("half a preface", Array(Frame.preface.prefix(10))),
    ("no SETTINGS", Frame.preface),
    ("half a header block", opening + Frame.make(1, stream: 1, block)),
    ("half a frame head after a header block", opening + Frame.make(1, stream: 1, block) + [0, 0]),
  ]

  @Test("a peer that stalls is closed after its time", arguments: stalls)
  func stalled(name: String, bytes: [UInt8]) async throws {
    try await Fixture.run {
      $0.handshakeTimeout = .milliseconds(100)
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      client.send(bytes)
      #expect(client.wait { client.isClosed })
      #expect(try await eventually { fixture.reports.contains { $0.contains("took too long") } })
      try await ProtocolTests.expectService(fixture, patiently: true)
    }
  }

  @Test(
    "a TLS peer that stalls or sends garbage is closed",
    arguments: [[], [22, 3, 1], [1, 2, 3, 4, 5, 6]])
  func stalledTLS(bytes: [UInt8]) async throws {
    try await Fixture.run {
      $0.handshakeTimeout = .milliseconds(100)
    } _: { fixture in
      let client = try RawClient(fixture.secure)
      client.send(bytes)
      #expect(client.wait { client.isClosed })
      try await ProtocolTests.expectService(fixture, patiently: true)
    }
  }

  @Test("connections over the limit are closed, and those within it are served")
  func connectionLimit() async throws {
    try await Fixture.run {
      $0.connectionsMax = 3
    } _: { fixture in
      let clients = try (0..<5).map { _ in try RawClient(fixture.clear) }
      #expect(clients.map { $0.isServed() } == [true, true, true, false, false])
      #expect(fixture.reports.count { $0.hasPrefix("connectionRefused") } == 2)
    }
  }

  @Test("calls that together hold too much are refused, and what they held is freed")
  func heldBytes() async throws {
    try await Fixture.run {
      $0.heldBytesMax = 100_000
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      for _ in 0..<3 {
        let streams = try (0..<3).map { _ in try client.beginLongMessage() }
        #expect(client.wait { streams.contains { $0.closeReason != nil } })
        let refused = streams.filter { $0.closeReason != nil }
        #expect(refused.count == 1)
        #expect(
          refused.first?.fields["grpc-status"] == String(StatusCode.resourceExhausted.rawValue))
        for stream in streams where stream.closeReason == nil {
          client.session.reset(stream, .cancel)
        }
        let last = try client.open(path: ProtocolTests.echo)
        client.send(ProtocolTests.message, on: last)
        #expect(client.wait { last.closeReason != nil })
        #expect(last.fields["grpc-status"] == "0")
      }
    }
  }

  @Test("what all connections of a loop hold together has a bound, too")
  func heldByLoop() async throws {
    try await Fixture.run {
      $0.loopHeldBytesMax = 100_000
    } _: { fixture in
      let clients = try (0..<3).map { _ in try RawClient(fixture.clear) }
      let streams = try clients.enumerated().map { number, client in
        let stream = try client.beginLongMessage()
        #expect(client.settle())
        if number == 2 { client.wait { stream.closeReason != nil } }
        return stream
      }
      let refused = String(StatusCode.resourceExhausted.rawValue)
      #expect(streams.map { $0.fields["grpc-status"] } == [nil, nil, refused])
    }
  }

  @Test("calls of all connections together have a bound, and room again when some end")
  func callLimit() async throws {
    try await Fixture.run {
      $0.callsMax = 4
    } _: { fixture in
      let clients = try (0..<3).map { _ in try RawClient(fixture.clear) }
      for _ in 0..<3 {
        let streams = try clients.enumerated().map { number, client in
          let two = try (0..<2).map { _ in try client.open(path: "/paylyt.test.v1.Echo/Sleep") }
          #expect(client.settle())
          // Both of the last client's are refused, and may be heard of one after the other.
          if number == 2 { client.wait { two.allSatisfy { $0.closeReason != nil } } }
          return two
        }
        let refused = HTTP2CloseReason.stream(.refusedStream)
        #expect(
          streams.map { $0.map(\.closeReason) } == [[nil, nil], [nil, nil], [refused, refused]])
        for (client, two) in zip(clients, streams) {
          for stream in two where stream.closeReason == nil {
            client.session.reset(stream, .cancel)
          }
          client.send([])
          let last = try client.open(path: "/paylyt.test.v1.Echo/Nothing")
          client.send([], on: last)
          #expect(
            client.wait { last.closeReason != nil && two.allSatisfy { $0.closeReason != nil } })
        }
      }
    }
  }

  @Test("streams over the limit are refused, and may be tried again")
  func streamLimit() async throws {
    try await Fixture.run {
      $0.http2.concurrentStreamsMax = 2
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      let streams = try (0..<3).map { _ in try client.open(path: "/paylyt.test.v1.Echo/Sleep") }
      #expect(client.wait { streams.contains { $0.closeReason == .stream(.refusedStream) } })
    }
  }
}

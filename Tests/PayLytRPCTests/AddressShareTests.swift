import Testing

@testable import PayLytRPC

@Suite("What one address may have of a server")
struct AddressShareTests {
  @Test(
    "who has one address, and what is theirs as well, shares",
    arguments: [
      ("127.0.0.1", "127.0.0.1", true), ("127.0.0.1", "127.0.0.2", false),
      ("127.0.0.1", "::ffff:127.0.0.1", true), ("2001:db8::1", "2001:db8::2:0:0:1", true),
      ("2001:db8::1", "2001:db8:0:1::1", false), ("::1", "127.0.0.1", false),
    ])
  func shared(one: String, other: String, isShared: Bool) throws {
    var shares = AddressShares()
    let first = shares.share(of: try SocketAddress(host: one, port: 1))
    shares.opened(first)
    let second = shares.share(of: try SocketAddress(host: other, port: 2))
    #expect((first === second) == isShared)
    shares.opened(second)
    #expect(shares.count == (isShared ? 1 : 2))
    for share in [first, second] { shares.closed(share) }
    #expect(shares.count == 0)
  }

  @Test("what comes over a unix socket is everybody's, and counts for nobody")
  func unix() {
    var shares = AddressShares()
    let share = shares.share(of: nil)
    shares.opened(share)
    #expect(shares.count == 0 && shares.share(of: nil) !== share)
    shares.closed(share)
  }

  @Test("an address has so many connections, others have theirs, and room comes back")
  func connections() async throws {
    try await Fixture.run {
      $0.addressConnectionsMax = 2
    } _: { fixture in
      var clients = try (0..<2).map { _ in try RawClient(fixture.clear) }
      #expect(clients.allSatisfy { $0.isServed() })
      #expect(try !RawClient(fixture.clear).isServed())
      #expect(fixture.reports.contains { $0.contains("2 of 127.0.0.1 are open") })
      #expect(try RawClient(fixture.clear, from: "127.0.0.2").isServed())
      clients.removeLast()
      #expect(try await eventually { fixture.reports.contains { $0.hasPrefix("connectionCl") } })
      #expect(try RawClient(fixture.clear).isServed())
    }
  }

  @Test("an address has so many calls open, and others have theirs")
  func calls() async throws {
    try await Fixture.run {
      $0.addressCallsMax = 2
    } _: { fixture in
      let clients = try [nil, nil, "127.0.0.2"].map { try RawClient(fixture.clear, from: $0) }
      for _ in 0..<2 {
        let streams = try clients.enumerated().map { number, client in
          let two = try (0..<2).map { _ in try client.open(path: "/paylyt.test.v1.Echo/Sleep") }
          // The first one's have to count before others come.
          #expect(client.settle())
          if number == 1 { client.wait { two.allSatisfy { $0.closeReason != nil } } }
          return two
        }
        let reasons = streams.map { $0.map(\.closeReason) }
        #expect(
          reasons == [
            [nil, nil], [.stream(.refusedStream), .stream(.refusedStream)], [nil, nil],
          ])
        for (client, two) in zip(clients, streams) {
          for stream in two where stream.closeReason == nil {
            client.session.reset(stream, .cancel)
          }
          // The next answer comes behind the resets.
          let last = try client.open(path: "/paylyt.test.v1.Echo/Nothing")
          client.send([], on: last)
          #expect(client.wait { last.closeReason != nil })
        }
      }
    }
  }

  @Test("what the calls of one address hold has a bound, and others have theirs")
  func held() async throws {
    try await Fixture.run {
      $0.addressHeldBytesMax = 100_000
    } _: { fixture in
      let clients = try [nil, nil, nil, "127.0.0.2"].map {
        try RawClient(fixture.clear, from: $0)
      }
      let streams = try clients.enumerated().map { number, client in
        let stream = try client.beginLongMessage()
        #expect(client.settle())
        if number == 2 { client.wait { stream.closeReason != nil } }
        return stream
      }
      let refused = String(StatusCode.resourceExhausted.rawValue)
      #expect(streams.map { $0.fields["grpc-status"] } == [nil, nil, refused, nil])
    }
  }

  @Test("when a server is full, whoever has no call makes room, even without an answer")
  func room() async throws {
    try await Fixture.run {
      $0.connectionsMax = 2
      $0.lifetime.idleMaxWhenFull = .seconds(1)
      $0.keepalive.timeout = .seconds(1)
    } _: { fixture in
      let busy = try RawClient(fixture.clear)
      let call = try busy.open(path: "/paylyt.test.v1.Echo/Sleep")
      busy.send(ProtocolTests.message, on: call)
      // It never answers: only raw bytes are sent.
      let silent = try RawClient(fixture.clear)
      silent.send(HostilePeerTests.opening)
      #expect(silent.wait { silent.isClosed })
      #expect(!busy.wait(atMost: .milliseconds(300)) { busy.isClosed || call.closeReason != nil })
      let next = try RawClient(fixture.clear)
      let answered = try next.open(path: ProtocolTests.echo)
      next.send(ProtocolTests.message, on: answered)
      #expect(next.wait { answered.fields["grpc-status"] == "0" })
    }
  }
}

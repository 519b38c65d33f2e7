import StandardAPI
import Testing

@testable import PayLytRPC

@Suite("Connections that are silent, too old, or ask too often")
struct KeepaliveTests {
  static let second: UInt64 = 1_000_000_000

  @Test("a silent peer is asked, and given up when it does not answer")
  func clock() {
    var clock = KeepaliveClock(Keepalive(time: .seconds(10), timeout: .seconds(5)))
    let at = { (seconds: UInt64) in seconds * Self.second }
    #expect(clock.check(now: at(9), heardAt: 0) == .wait)
    #expect(clock.check(now: at(10), heardAt: 0) == .ping)
    #expect(clock.check(now: at(14), heardAt: 0) == .wait)
    // Any byte is an answer.
    #expect(clock.check(now: at(15), heardAt: at(14)) == .wait)
    #expect(clock.check(now: at(24), heardAt: at(14)) == .ping)
    #expect(clock.check(now: at(29), heardAt: at(14)) == .giveUp)
    var silent = KeepaliveClock(Keepalive())
    #expect(silent.check(now: .max, heardAt: 0) == .wait)
    // Unless it was asked by something else.
    silent.asked(at: at(10))
    #expect(silent.check(now: at(29), heardAt: 0) == .wait)
    #expect(silent.check(now: at(30), heardAt: 0) == .giveUp)
    #expect(silent.check(now: at(30), heardAt: at(11)) == .wait)
  }

  @Test(
    "pings that come too early are strikes, and the third ends it",
    arguments: [
      // A ping each so many seconds; with calls; with data in between; when it is too much.
      (1, true, false, 4), (300, true, false, nil), (299, true, false, 4), (1, true, true, nil),
      (300, false, false, 4), (7200, false, false, nil),
    ] as [(UInt64, Bool, Bool, Int?)])
  func strikes(every: UInt64, hasCalls: Bool, hasSent: Bool, refusedAt: Int?) {
    var pings = PingGuard(PingPolicy())
    let refused = (1...20).first { number in
      !pings.accepts(
        now: UInt64(number) * every * Self.second, hasCalls: hasCalls, hasSent: hasSent)
    }
    #expect(refused == refusedAt)
  }

  @Test("an old connection is drained, then closed; an idle one is drained")
  func lifetime() {
    let at = { (seconds: UInt64) in seconds * Self.second }
    var old = LifetimeClock(
      ConnectionLifetime(ageMax: .seconds(10), ageGrace: .seconds(5)), now: 0, spread: 1)
    #expect(old.check(now: at(10), hasCalls: true) == .wait)
    #expect(old.check(now: at(11), hasCalls: true) == .drain)
    #expect(old.check(now: at(15), hasCalls: true) == .wait)
    #expect(old.check(now: at(16), hasCalls: true) == .close)
    var idle = LifetimeClock(ConnectionLifetime(idleMax: .seconds(10)), now: 0, spread: 0)
    #expect(idle.check(now: at(9), hasCalls: false) == .wait)
    idle.callChanged(now: at(9))
    #expect(idle.check(now: at(12), hasCalls: true) == .wait)
    #expect(idle.check(now: at(30), hasCalls: true) == .wait)
    idle.callChanged(now: at(31))
    #expect(idle.check(now: at(40), hasCalls: false) == .wait)
    #expect(idle.check(now: at(41), hasCalls: false) == .drain)
    var forever = LifetimeClock(ConnectionLifetime(), now: 0, spread: 0)
    #expect(forever.check(now: .max, hasCalls: false) == .wait)
    // When others want its place, a minute is enough.
    #expect(forever.check(now: at(59), hasCalls: false, isFull: true) == .wait)
    #expect(forever.check(now: at(60), hasCalls: true, isFull: true) == .wait)
    #expect(forever.check(now: at(119), hasCalls: false, isFull: true) == .wait)
    #expect(forever.check(now: at(179), hasCalls: false, isFull: true) == .drain)
  }

  @Test("a client that pings too often is told so and closed")
  func tooManyPings() async throws {
    try await Fixture.run { fixture in
      let client = try RawClient(fixture.clear)
      client.send(HostilePeerTests.opening)
      for _ in 0..<4 { client.send(Frame.ping) }
      #expect(client.wait { client.isClosed })
      #expect(client.goAway == .enhanceYourCalm)
      #expect(
        try await eventually { fixture.reports.contains { $0.contains("too_many_pings") } })
    }
  }

  @Test("a client that is gone without a word is closed")
  func silentClient() async throws {
    try await Fixture.run {
      $0.keepalive = Keepalive(time: .milliseconds(50), timeout: .milliseconds(100))
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      // It never answers: only raw bytes are sent.
      client.send(HostilePeerTests.opening)
      #expect(client.wait { client.isClosed })
      #expect(
        try await eventually { fixture.reports.contains { $0.contains("does not answer") } })
    }
  }

  @Test("a client that has nothing to say but answers stays")
  func quietClient() async throws {
    try await Fixture.run {
      $0.keepalive = Keepalive(time: .milliseconds(50), timeout: .seconds(30))
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(path: "/paylyt.test.v1.Echo/Sleep")
      client.send(ProtocolTests.message, on: stream)
      // Each is sent when the one before was answered.
      #expect(client.wait { client.frames.count { $0.type == 6 && $0.flags == 0 } >= 5 })
      #expect(!client.isClosed && stream.closeReason == nil)
    }
  }

  @Test("an old connection is drained: its calls finish, new ones go to a new connection")
  func age() async throws {
    try await Fixture.run {
      $0.lifetime.ageMax = .milliseconds(100)
    } _: { fixture in
      let channel = try fixture.channel()
      // A machine that is slow to connect finds the connection old already.
      var options = CallOptions()
      options.waitsForReady = true
      let call: BidirectionalCall<ProtoStringValue, ProtoStringValue> =
        try await channel.bidirectional(EchoService.chat, options)
      var answers = call.responses.makeAsyncIterator()
      for _ in 0..<10 {
        try await call.send(ProtoStringValue(value: "old"))
        #expect(try await answers.next()?.value == "re: old")
        let answer: UnaryResponse<ProtoStringValue> = try await channel.unary(
          EchoService.echo, ProtoStringValue(value: "new"), options)
        #expect(answer.message.value == "new")
        try await Task.sleep(for: .milliseconds(50))
      }
      try await call.finishSending()
      #expect(try await answers.next() == nil)
      #expect(fixture.reports.count { $0.hasPrefix("connectionOpened") } > 1)
      await channel.close()
    }
  }

  @Test("the calls of an old connection end with its grace")
  func grace() async throws {
    try await Fixture.run {
      $0.lifetime = ConnectionLifetime(
        ageMax: .seconds(1), ageGrace: .milliseconds(100))
    } _: { fixture in
      let channel = try fixture.channel()
      let error = await #expect(throws: RPCError.self) {
        let _: UnaryResponse<ProtoStringValue> = try await channel.unary(
          EchoService.sleep, ProtoStringValue(), CallOptions())
      }
      #expect(error?.code == .unavailable)
      #expect(try await eventually { fixture.echo.record.cancelled == 1 })
    }
  }

  @Test("an idle connection is ended with a word")
  func idle() async throws {
    try await Fixture.run {
      $0.lifetime.idleMax = .milliseconds(100)
    } _: { fixture in
      let client = try RawClient(fixture.clear)
      let stream = try client.open(path: ProtocolTests.echo)
      client.send(ProtocolTests.message, on: stream)
      #expect(client.wait { client.goAway != nil && stream.closeReason != nil })
      #expect(client.goAway == .noError)
      #expect(stream.fields["grpc-status"] == "0")
    }
  }
}

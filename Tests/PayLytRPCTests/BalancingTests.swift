import StandardAPI
import Synchronization
import Testing

@testable import PayLytRPC

@Suite("Channels to several addresses", .serialized)
struct BalancingTests {
  private static func configuration(health: String? = nil) -> ChannelConfiguration {
    var configuration = ChannelConfiguration()
    configuration.balancing = .roundRobin(healthService: health)
    configuration.backoff = Backoff(initial: .milliseconds(20), max: .milliseconds(50))
    return configuration
  }

  /// Calls until every member that shall have calls has some, and the others have none.
  private func settles(
    _ group: ServerGroup, _ channel: Channel, on wanted: [Bool]
  ) async throws -> Bool {
    for _ in 0..<200 {
      let before = group.calls
      for _ in 0..<12 { _ = try? await channel.probe() }
      let had = zip(before, group.calls).map { $0 < $1 }
      if had == wanted { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  @Test("round robin gives every address its turn")
  func turns() async throws {
    try await ServerGroup.run(3) { (group) async throws in
      let channel = try Channel(target: group.target, configuration: Self.configuration())
      #expect(try await settles(group, channel, on: [true, true, true]))
      let before = group.calls
      for _ in 0..<30 { _ = try await channel.probe() }
      #expect(zip(before, group.calls).map { $1 - $0 } == [10, 10, 10])
      await channel.close()
    }
  }

  @Test("pick first stays with the first address, and takes the next when it is gone")
  func pickFirst() async throws {
    try await ServerGroup.run(3) { (group) async throws in
      let channel = try Channel(to: group.members.map(\.address))
      for _ in 0..<6 { _ = try await channel.probe() }
      #expect(group.calls == [6, 0, 0])
      await group.members[0].stop()
      #expect(try await settles(group, channel, on: [false, true, false]))
      await channel.close()
    }
  }

  @Test(
    "an address that is gone gets no calls, none fails for it, and it gets some when it is back")
  func loss() async throws {
    try await ServerGroup.run(2) { (group) async throws in
      let channel = try Channel(target: group.target, configuration: Self.configuration())
      #expect(try await settles(group, channel, on: [true, true]))
      await group.members[1].stop()
      for _ in 0..<20 { _ = try await channel.probe() }
      #expect(try await settles(group, channel, on: [true, false]))
      try await group.members[1].restart()
      #expect(try await settles(group, channel, on: [true, true]))
      await channel.close()
    }
  }

  @Test("a server that says that it does not serve gets no calls until it says that it does")
  func health() async throws {
    try await ServerGroup.run(2) { (group) async throws in
      group.members[0].health.set(.notServing, for: "paylyt.test.v1.Echo")
      let channel = try Channel(
        target: group.target, configuration: Self.configuration(health: "paylyt.test.v1.Echo"))
      #expect(try await settles(group, channel, on: [false, true]))
      #expect(group.calls[0] == 0)
      group.members[0].health.set(.serving, for: "paylyt.test.v1.Echo")
      #expect(try await settles(group, channel, on: [true, true]))
      for member in group.members {
        member.health.set(.notServing, for: "paylyt.test.v1.Echo")
      }
      #expect(try await settles(group, channel, on: [false, false]))
      let error = try await #require(
        throws: RPCError.self, performing: { _ = try await channel.probe() })
      #expect(error.code == .unavailable)
      #expect(error.message.contains("does not serve"))
      // Who waits is served when somebody serves again.
      async let patient = channel.probe(waitsForReady: true)
      try await Task.sleep(for: .milliseconds(50))
      group.members[1].health.set(.serving, for: "paylyt.test.v1.Echo")
      _ = try await patient
      await channel.close()
    }
  }

  @Test("a server without the health service counts as one that serves")
  func noHealth() async throws {
    try await ServerGroup.run(2, health: false) { (group) async throws in
      let channel = try Channel(
        target: group.target, configuration: Self.configuration(health: ""))
      #expect(try await settles(group, channel, on: [true, true]))
      await channel.close()
    }
  }

  @Test("a name is looked up again when a connection is lost: new addresses come, old ones go")
  func resolution() async throws {
    try await ServerGroup.run(3) { (group) async throws in
      let addresses = group.members.map(\.address)
      let names = Names([addresses[0], addresses[1]])
      var configuration = Self.configuration()
      configuration.resolutionInterval = .zero
      configuration.lookUp = { _, _ in names.answer() }
      let channel = try Channel(target: "dns:servers.test:1", configuration: configuration)
      #expect(try await settles(group, channel, on: [true, true, false]))
      names.set([addresses[1], addresses[2]])
      await group.members[1].stop()
      try await group.members[1].restart()
      #expect(try await settles(group, channel, on: [false, true, true]))
      // Nobody is found: those from before are better than none.
      names.set([])
      await group.members[1].stop()
      #expect(try await settles(group, channel, on: [false, false, true]))
      // The lost connection is seen before the question that it leads to.
      #expect(try await eventually { names.asked >= 3 })
      await channel.close()
    }
  }

  @Test("a call under way on an address that is gone ends there, and its connection after it")
  func retired() async throws {
    try await ServerGroup.run(2) { (group) async throws in
      let addresses = group.members.map(\.address)
      let names = Names([addresses[0]])
      var configuration = Self.configuration(health: "")
      configuration.resolutionInterval = .zero
      configuration.lookUp = { _, _ in names.answer() }
      let channel = try Channel(target: "dns:servers.test:1", configuration: configuration)
      group.members[0].probe.prepare([.answerLate])
      async let late = channel.probe()
      #expect(try await eventually { group.calls[0] == 1 })
      names.set([addresses[1]])
      // A graceful end of the server brings the question for new addresses.
      async let stopped: Void = group.members[0].stop()
      #expect(try await settles(group, channel, on: [false, true]))
      #expect(try await late == 1)
      await stopped
      await channel.close()
    }
  }

  @Test("a name that nobody knows fails calls that do not wait, with a pause between questions")
  func unknownName() async throws {
    let names = Names([])
    var configuration = Self.configuration()
    configuration.backoff = Backoff(initial: .seconds(30))
    configuration.lookUp = { _, _ in names.answer() }
    let channel = try Channel(target: "nobody.test:1", configuration: configuration)
    for _ in 0..<5 {
      let error = try await #require(
        throws: RPCError.self, performing: { _ = try await channel.probe() })
      #expect(error.code == .unavailable)
      #expect(error.message.contains("the name is unknown"))
    }
    #expect(names.asked == 1)
    let late = try await #require(
      throws: RPCError.self,
      performing: {
        _ = try await channel.probe(waitsForReady: true, timeout: .milliseconds(50))
      })
    #expect(late.code == .deadlineExceeded)
    await channel.close()
  }

  @Test("a channel that is told of too many pings asks half as often, until it is borne")
  func tooManyPings() async throws {
    try await Fixture.run {
      $0.pings = PingPolicy(intervalMin: .milliseconds(400), allowsPingsWithoutCalls: true)
    } _: { fixture in
      let channel = try fixture.channel {
        $0.keepalive = Keepalive(time: .milliseconds(40))
        $0.keepsIdleAlive = true
      }
      var complaints = 0
      for _ in 0..<8 {
        let answer: UnaryResponse<ProtoStringValue> = try await channel.unary(
          EchoService.echo, ProtoStringValue(value: "x"), CallOptions(timeout: .seconds(5)))
        #expect(answer.message.value == "x")
        var isBorne = true
        for _ in 0..<100 where isBorne {
          try await Task.sleep(for: .milliseconds(10))
          isBorne = fixture.reports.count { $0.contains("too_many_pings") } == complaints
        }
        if isBorne { break }
        complaints += 1
      }
      // 40 to 320 ms are too often, 640 ms is not; a slow machine may ping less often.
      #expect((1...4).contains(complaints))
      await channel.close()
    }
  }

  static let targets: [(String, String)] = [
    ("127.0.0.1:1", "127.0.0.1:1"), ("name.test:50051", "name.test:50051"),
    ("dns:name.test:2", "name.test:2"), ("dns:///name.test:3", "name.test:3"),
    ("[::1]:4", "[::1]:4"), ("ipv4:127.0.0.1:5,127.0.0.2:6", "127.0.0.1:5"),
    ("ipv6:[::1]:7", "[::1]:7"), ("unix:/run/x.sock", "localhost"),
    ("unix:///run/x.sock", "localhost"), ("unix:x.sock", "localhost"),
  ]

  @Test("a target's text names whom it says", arguments: targets)
  func target(text: String, authority: String) throws {
    #expect(try ChannelTarget(text).authority == authority)
  }

  @Test(
    "a text that names nobody is refused",
    arguments: [
      "", "name", "name:", "name:70000", ":1", "ipv4:", "ipv4:name.test:1", "ipv4:127.0.0.1:1,",
      "unix:", "dns:", "dns://8.8.8.8/name:1",
    ])
  func badTarget(text: String) {
    #expect(throws: ChannelTargetError.self) { try ChannelTarget(text) }
  }
}

/// A name server of the test.
private final class Names: Sendable {
  private let state: Mutex<(addresses: [SocketAddress], asked: Int)>

  init(_ addresses: [SocketAddress]) { state = Mutex((addresses, 0)) }

  func set(_ addresses: [SocketAddress]) { state.withLock { $0.addresses = addresses } }

  func answer() -> [SocketAddress] {
    state.withLock { state in
      state.asked += 1
      return state.addresses
    }
  }

  var asked: Int { state.withLock { $0.asked } }
}

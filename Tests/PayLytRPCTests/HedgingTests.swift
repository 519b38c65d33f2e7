import PayLytRPC
import Testing

@Suite("Calls that are made several times at once")
struct HedgingTests {
  private func run(
    _ policy: HedgingPolicy, throttling: RetryThrottling? = nil, _ fates: [ProbeService.Fate],
    _ body: (Channel, ProbeService) async throws -> Void
  ) async throws {
    try await ServerGroup.run(1, health: false) { (group) async throws in
      var configuration = ChannelConfiguration()
      configuration.service = ServiceConfig(
        methods: [MethodConfig(hedging: policy)], throttling: throttling)
      let channel = try Channel(target: group.target, configuration: configuration)
      let probe = group.members[0].probe
      probe.prepare(fates)
      try await body(channel, probe)
      await channel.close()
    }
  }

  private func refusal(_ channel: Channel) async throws -> RPCError {
    try await #require(throws: RPCError.self) { _ = try await channel.probe() }
  }

  private func unavailable(pushback: String? = nil) throws -> RPCError {
    var metadata = Metadata()
    if let pushback { try metadata.add("grpc-retry-pushback-ms", pushback) }
    return RPCError(.unavailable, "not now", metadata: metadata)
  }

  @Test("the first answer counts, and the slow attempts are cancelled")
  func slow() async throws {
    let policy = HedgingPolicy(attemptsMax: 3, delay: .milliseconds(30))
    try await run(policy, [.hang, .hang, .answer]) { (channel, probe) async throws in
      #expect(try await channel.probe() == 3)
      #expect(probe.record.attempts == ["", "1", "2"])
      #expect(try await eventually { probe.record.cancelled == 2 })
      #expect(probe.record.calls == 3)
    }
  }

  @Test("a quick answer is the only attempt")
  func quick() async throws {
    try await run(HedgingPolicy(delay: .seconds(30)), []) { (channel, probe) async throws in
      for number in 1...5 { #expect(try await channel.probe() == number) }
      #expect(probe.record.calls == 5)
    }
  }

  @Test("a method that is not idempotent is called once")
  func once() async throws {
    let policy = HedgingPolicy(attemptsMax: 5, delay: .milliseconds(1))
    try await run(policy, [.hang]) { (channel, probe) async throws in
      let task = Task { try await channel.probe(ProbeService.set) }
      #expect(try await eventually { probe.record.calls == 1 })
      // Time in which other attempts would have come.
      try await Task.sleep(for: .milliseconds(50))
      task.cancel()
      #expect(try await eventually { probe.record.cancelled == 1 })
      #expect(probe.record.calls == 1)
      await #expect(throws: RPCError.self) { try await task.value }
    }
  }

  @Test("a refusal that is not fatal brings the next attempt at once; the last one is told")
  func nonFatal() async throws {
    let policy = HedgingPolicy(attemptsMax: 3, delay: .seconds(30))
    let refused = ProbeService.Fate.fail(try unavailable())
    try await run(policy, [refused, refused]) { (channel, probe) async throws in
      #expect(try await channel.probe() == 3)
      probe.prepare([refused, refused, refused, refused])
      let error = try await refusal(channel)
      #expect(error.code == .unavailable)
      #expect(probe.record.calls == 6)
    }
  }

  @Test("any other refusal ends the call")
  func fatal() async throws {
    let policy = HedgingPolicy(attemptsMax: 2, delay: .milliseconds(20))
    let refused = ProbeService.Fate.fail(RPCError(.permissionDenied, "no"))
    try await run(policy, [.hang, refused]) { (channel, probe) async throws in
      let error = try await refusal(channel)
      #expect(error.code == .permissionDenied)
      #expect(try await eventually { probe.record.cancelled == 1 })
      #expect(probe.record.calls == 2)
    }
  }

  @Test(
    "the server decides when the next attempt comes, or that none does", arguments: ["0", "-1"])
  func pushback(text: String) async throws {
    let policy = HedgingPolicy(attemptsMax: 3, delay: .seconds(30))
    try await run(policy, [.fail(try unavailable(pushback: text))]) {
      (channel, probe) async throws in
      if text == "-1" {
        let error = try await refusal(channel)
        #expect(error.code == .unavailable)
        #expect(probe.record.calls == 1)
      } else {
        #expect(try await channel.probe() == 2)
      }
    }
  }

  @Test("when most calls fail, one attempt is all that is made")
  func throttled() async throws {
    let policy = HedgingPolicy(attemptsMax: 5, delay: .seconds(30))
    let throttling = RetryThrottling(tokensMax: 4, tokenRatio: 0.1)
    let refusals = [ProbeService.Fate](repeating: .fail(try unavailable()), count: 20)
    try await run(policy, throttling: throttling, refusals) { (channel, probe) async throws in
      for _ in 0..<6 { _ = try await refusal(channel) }
      // Two failures bring the balance to half of it: after that each call is one attempt.
      #expect(probe.record.calls == 7)
    }
  }

  @Test("cancelling the caller cancels every attempt")
  func cancelled() async throws {
    let policy = HedgingPolicy(attemptsMax: 3, delay: .milliseconds(10))
    try await run(policy, [.hang, .hang, .hang]) { (channel, probe) async throws in
      let task = Task { () -> StatusCode in
        do throws(RPCError) {
          _ = try await channel.probe()
          return .ok
        } catch {
          return error.code
        }
      }
      #expect(try await eventually { probe.record.calls == 3 })
      task.cancel()
      #expect(await task.value == .cancelled)
      #expect(try await eventually { probe.record.cancelled == 3 })
    }
  }
}

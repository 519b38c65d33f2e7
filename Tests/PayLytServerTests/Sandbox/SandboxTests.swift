import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The sandbox", .timeLimit(.minutes(5)))
struct SandboxTests {
  private static let provider = [
    "--provider-url", "https://example.com", "--provider-client-id", "x",
    "--provider-client-secret", "x", "--webhook-secret", "x",
  ]

  private static let fund = "paylyt.escrow.v1.EscrowService/FundEscrow"

  private func set(
    _ user: UInt64 = 1, kind: SandboxFault.Kind = .refuse, calls: Int32 = 2
  ) -> PayLytServer.SetFault {
    PayLytServer.SetFault(
      caller: .client, request: nil, user: .entity(user), target: Self.fund, kind: kind,
      code: kind == .delay ? 0 : 14, delayMilliseconds: kind == .delay ? 5 : 0, calls: calls)
  }

  @Test("time goes ahead, step by step, for ten years at most")
  func clock() throws {
    let store = MemoryStore()
    func advance(_ seconds: Int64) -> AdvanceSandboxClock {
      AdvanceSandboxClock(
        caller: .client, request: nil, user: .entity(1), seconds: seconds)
    }
    #expect(try store.carryOut(advance(60)).aheadSeconds == 60)
    let second = try store.carryOut(advance(40))
    #expect(second.aheadSeconds == 100 && second.time == store.now.adding(seconds: 40))
    for _ in 0..<9 { try store.carryOut(advance(SandboxLimits.stepSecondsMax)) }
    let refusal = store.refusal(of: advance(SandboxLimits.stepSecondsMax))
    #expect(refusal?.reason == "SANDBOX_TOO_FAR")
    let time = SandboxTime(ManualClock())
    time.advance(to: 100)
    time.advance(to: 60)
    #expect(time.now() == Timestamp.start.adding(seconds: 100))
  }

  @Test("a user has twenty faults at most, each of a kind, and clears their own")
  func faults() throws {
    let store = MemoryStore()
    for number in 0..<20 { #expect(try store.carryOut(set()).slot == number) }
    #expect(store.refusal(of: set())?.reason == "FAULTS_FULL")
    for kind in SandboxFault.Kind.allCases {
      #expect(try store.carryOut(set(2, kind: kind)).kind == kind)
    }
    let clear = PayLytServer.ClearFaults(caller: .client, request: nil, user: .entity(1))
    #expect(try store.carryOut(clear) == 20)
    #expect(try store.carryOut(clear) == 0)
    // A used-up one makes room, with another content.
    let again = try store.carryOut(set(kind: .delay, calls: 7))
    #expect(again.kind == .delay && again.callsLeft == 7)
    // Which is another fault, and so has another name.
    let names = store.events.filter { $0.type == "sandbox.fault_set" }.map(\.subject)
    #expect(names.last == "faults/\(again.number)")
    #expect(Set(names).count == names.count)
    let live = store.rows(SandboxFault.self).count { $0.callsLeft > 0 }
    #expect(live == SandboxFault.Kind.allCases.count + 1)
  }

  @Test(
    "neither production nor real money has a sandbox",
    arguments: [
      ["--production"], ["--production", "--with-simulator"], Self.provider + ["--network", "bc"],
      Self.provider,
    ])
  func production(arguments: [String]) {
    #expect(throws: CommandLineOptions.Misuse.self) {
      _ = try Configuration(
        try CommandLineOptions(
          ["--sandbox"] + arguments, known: Configuration.options + ConnectionOptions.options))
    }
  }

  @Test("a fault hits its user's own calls, as often as was asked, and time passes for all servers")
  func injected() async throws {
    try await withNodes(2, sandbox: true) { _, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      let bob = try await nodes[0].register("bob", roles: [.client])
      let sandbox = SandboxServiceClient(nodes[0].channel)
      func status(_ guest: Guest, _ node: Node) async -> StatusCode? {
        await refusal {
          _ = try await NotificationServiceClient(node.channel).listNotifications(
            ListNotificationsRequest(), options: guest.options)
        }
      }
      let fault = try await sandbox.setFault(
        SetFaultRequest(
          requestID: "\(UUID.random())",
          method: "paylyt.notifications.v1.NotificationService/ListNotifications",
          kind: .refuse, code: 14, calls: 2), options: ada.options)
      #expect(fault.callsLeft == 2)
      #expect(await status(bob, nodes[0]) == nil)
      #expect(await status(ada, nodes[0]) == .unavailable)
      #expect(await status(ada, nodes[1]) == .unavailable)
      #expect(await status(ada, nodes[0]) == nil)
      // It happens, and the answer is lost: the same request finds out.
      _ = try await sandbox.setFault(
        SetFaultRequest(
          requestID: "\(UUID.random())",
          method: "paylyt.webhooks.v1.WebhookService/CreateWebhookEndpoint",
          kind: .loseAnswer, code: 14, calls: 1), options: ada.options)
      let hooks = WebhookServiceClient(nodes[0].channel)
      let create = CreateWebhookEndpointRequest(
        requestID: "\(UUID.random())", url: "https://example.com/")
      #expect(
        await refusal { _ = try await hooks.createWebhookEndpoint(create, options: ada.options) }
          == .unavailable)
      let made = try await hooks.createWebhookEndpoint(create, options: ada.options)
      let listed = try await hooks.listWebhookEndpoints(
        ListWebhookEndpointsRequest(), options: ada.options)
      #expect(listed.endpoints.map(\.name) == [made.name])
      // Ten minutes: the sessions still live.
      let advanced = try await sandbox.advanceSandboxClock(
        AdvanceSandboxClockRequest(requestID: "\(UUID.random())", seconds: 600),
        options: ada.options)
      #expect(advanced.aheadSeconds == 600)
      let other = SandboxServiceClient(nodes[1].channel)
      let there = try await other.getSandboxClock(GetSandboxClockRequest(), options: bob.options)
      #expect(there.aheadSeconds == 600)
      let late = try await hooks.createWebhookEndpoint(
        CreateWebhookEndpointRequest(
          requestID: "\(UUID.random())", url: "https://example.com/late"), options: ada.options)
      let (first, second) = (made.createTime?.seconds ?? 0, late.createTime?.seconds ?? 0)
      #expect(second - first >= 600)
    }
  }

  @Test("without the switch there is no such service")
  func absent() async throws {
    try await withNodes(1) { _, nodes in
      let ada = try await nodes[0].register("ada", roles: [.client])
      #expect(
        await refusal {
          _ = try await SandboxServiceClient(nodes[0].channel).getSandboxClock(
            GetSandboxClockRequest(), options: ada.options)
        } == .unimplemented)
    }
  }
}

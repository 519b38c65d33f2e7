import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

/// Two methods whose requests look the same on the wire, and undo each other.
@Suite("The ids of requests", .timeLimit(.minutes(5)))
struct RequestIDTests {
  private struct Scene: Sendable {
    let channel: Channel
    let options: CallOptions
    let user: String

    func account(_ id: String, isFrozen: Bool) async throws -> Bool {
      let users = UserServiceClient(channel)
      let answer =
        isFrozen
        ? try await users.freezeUser(
          FreezeUserRequest(requestID: id, name: user, reason: "x"), options: options)
        : try await users.unfreezeUser(
          UnfreezeUserRequest(requestID: id, name: user, reason: "x"), options: options)
      let now = try await users.getUser(GetUserRequest(name: user), options: options)
      #expect(answer.state == now.state)
      return now.state == .frozen
    }

    func wallet(_ id: String, isFrozen: Bool) async throws -> Bool {
      let wallets = WalletServiceClient(channel)
      let name = user + "/wallet"
      let answer =
        isFrozen
        ? try await wallets.freezeWallet(
          FreezeWalletRequest(requestID: id, name: name, reason: "x"), options: options)
        : try await wallets.unfreezeWallet(
          UnfreezeWalletRequest(requestID: id, name: name, reason: "x"), options: options)
      let now = try await wallets.getWallet(GetWalletRequest(name: name), options: options)
      #expect(answer.frozen == now.frozen)
      return now.frozen
    }

    func conversions(_ id: String, isPaused: Bool) async throws -> Bool {
      let admins = AdminServiceClient(channel)
      let answer =
        isPaused
        ? try await admins.pauseCapability(
          PauseCapabilityRequest(requestID: id, capability: .conversions, reason: "x"),
          options: options)
        : try await admins.resumeCapability(
          ResumeCapabilityRequest(requestID: id, capability: .conversions, reason: "x"),
          options: options)
      let list = try await admins.listCapabilities(ListCapabilitiesRequest(), options: options)
      let now = list.capabilities.first { $0.capability == .conversions }?.paused
      #expect(answer.paused == now)
      return now == true
    }

    /// What was called, as auditors see it.
    func methods(_ subject: String) async throws -> [String] {
      let found = try await AuditServiceClient(channel).listAuditEntries(
        ListAuditEntriesRequest(subject: subject), options: options)
      return found.entries.map(\.method)
    }
  }

  @Test("the same id means another request of another method, however alike the two are")
  func alike() async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let ada = try await nodes[0].register("ada", roles: [.client])
      let scene = Scene(
        channel: nodes[0].channel, options: admin.options, user: "users/\(ada.id)")
      for _ in 1...2 {
        let id = "\(UUID.random())"
        #expect(try await scene.account(id, isFrozen: true))
        #expect(try await !scene.account(id, isFrozen: false))
        #expect(try await scene.wallet(id, isFrozen: true))
        #expect(try await !scene.wallet(id, isFrozen: false))
        #expect(try await scene.conversions(id, isPaused: true))
        #expect(try await !scene.conversions(id, isPaused: false))
      }
      // A long transaction of another test holds the sealer back, and no list waits for ever.
      try await eventually { try await scene.methods("capabilities/conversions").count == 4 }
      let account = try await scene.methods(scene.user)
      #expect(
        account.filter { $0.hasSuffix("freezeUser") || $0.hasSuffix("FreezeUser") } == [
          "UserService/FreezeUser", "UserService/UnfreezeUser", "UserService/FreezeUser",
          "UserService/UnfreezeUser",
        ])
      #expect(
        try await scene.methods(scene.user + "/wallet") == [
          "WalletService/FreezeWallet", "WalletService/UnfreezeWallet",
          "WalletService/FreezeWallet", "WalletService/UnfreezeWallet",
        ])
      #expect(
        try await scene.methods("capabilities/conversions") == [
          "AdminService/PauseCapability", "AdminService/ResumeCapability",
          "AdminService/PauseCapability", "AdminService/ResumeCapability",
        ])
    }
  }

  @Test("the same id is the same payout, whether it is sent alone or in a batch")
  func payouts() async throws {
    try await withNodes(1) { conninfo, nodes in
      let ada = try await nodes[0].register("ada", roles: [.freelancer])
      try await withEngine(conninfo, stripe: 3) { engine in
        try await engine.commit(
          PostAll(
            moves: [
              .init(
                amount: 10_000_000, debit: .platform(.providerFloat, asset: .btc, stripe: 3),
                credit: AccountID(of: ada.id, kind: .wallet, asset: .btc))
            ]))
      }
      let payouts = PayoutServiceClient(nodes[0].channel)
      let request = CreatePayoutRequest(
        requestID: "\(UUID.random())", amount: PayLytAPI.Money(asset: "BTC", units: 1_000_000),
        lightningAddress: "ada@127.0.0.1:9")
      let alone = try await payouts.createPayout(request, options: ada.options)
      let call = try await payouts.batchCreatePayouts(options: ada.options)
      try await call.send(BatchCreatePayoutsRequest(payout: request))
      try await call.finishSending()
      var answers: [BatchCreatePayoutsResponse] = []
      for try await answer in call.responses { answers.append(answer) }
      guard answers.count == 1, case .payout(let again)? = answers.first?.result else {
        Issue.record("\(answers)")
        return
      }
      #expect(again.name == alone.name)
    }
  }
}

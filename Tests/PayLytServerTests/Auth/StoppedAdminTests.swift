import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("A stopped admin is no admin", .timeLimit(.minutes(5)))
struct StoppedAdminTests {
  /// One admin stops another one, and lets them go on.
  private struct Scene {
    let conninfo: String
    let node: Node
    let admin: Guest
    let stopped: Guest

    var auth: AuthServiceClient { AuthServiceClient(node.channel) }
    private var users: UserServiceClient { UserServiceClient(node.channel) }

    func freeze() async throws {
      _ = try await users.freezeUser(
        FreezeUserRequest(
          requestID: "\(UUID.random())", name: "users/\(stopped.id)", reason: "taken over"),
        options: admin.options)
    }

    func unfreeze() async throws {
      _ = try await users.unfreezeUser(
        UnfreezeUserRequest(
          requestID: "\(UUID.random())", name: "users/\(stopped.id)", reason: "theirs again"),
        options: admin.options)
    }

    func me(_ options: CallOptions) async throws -> User {
      try await users.getMe(GetMeRequest(), options: options)
    }
  }

  private typealias User = PayLytAPI.User

  private static func withScene(_ body: (Scene) async throws -> Void) async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let stopped = try await nodes[0].admin(on: conninfo)
      try await body(Scene(conninfo: conninfo, node: nodes[0], admin: admin, stopped: stopped))
    }
  }

  @Test("they end nobody's sessions but their own, and see nobody's, however they sign in again")
  func sessions() async throws {
    try await Self.withScene { scene in
      let other = "users/\(scene.admin.id)"
      let theirs = try await scene.auth.listSessions(
        ListSessionsRequest(parent: other), options: scene.stopped.options
      ).sessions
      let email = try await scene.me(scene.stopped.options).email
      try await scene.freeze()
      let anew = try await scene.node.login(email)
      for options in [scene.stopped.options, anew.options] {
        #expect(
          await reason {
            _ = try await scene.auth.revokeAllSessions(
              RevokeAllSessionsRequest(requestID: "\(UUID.random())", parent: other),
              options: options)
          } == "NOT_FOUND")
        #expect(
          await reason {
            _ = try await scene.auth.revokeSession(
              RevokeSessionRequest(name: try #require(theirs.first).name), options: options)
          } == "NOT_FOUND")
        #expect(
          await reason {
            _ = try await scene.auth.listSessions(
              ListSessionsRequest(parent: other), options: options)
          } == "NOT_FOUND")
        #expect(
          await reason {
            _ = try await AuditServiceClient(scene.node.channel).listAuditEntries(
              ListAuditEntriesRequest(), options: options)
          } == "SCOPE_MISSING")
      }
      _ = try await scene.me(scene.admin.options)
      // Their own ones are theirs to look at and to end.
      #expect(
        try await scene.auth.listSessions(ListSessionsRequest(), options: anew.options)
          .sessions.count == 2)
      _ = try await scene.auth.logout(LogoutRequest(), options: anew.options)
      try await scene.unfreeze()
      _ = try await scene.auth.revokeAllSessions(
        RevokeAllSessionsRequest(requestID: "\(UUID.random())", parent: other),
        options: scene.stopped.options)
      #expect(await reason { _ = try await scene.me(scene.admin.options) } == "TOKEN_REVOKED")
    }
  }

  @Test("what was let in as an admin's ends, also where others could call it")
  func streams() async throws {
    try await Self.withScene { scene in
      let stream = try await EventServiceClient(scene.node.channel).subscribe(
        SubscribeRequest(filter: EventFilter(types: ["ledger.*"])),
        options: scene.stopped.options)
      var responses = stream.makeAsyncIterator()
      _ = try await responses.next()
      try await scene.freeze()
      try await withEngine(scene.conninfo) { engine in
        try await engine.commit(Happen(subject: "things/1", parties: [.entity(9)]))
      }
      let error = await #expect(throws: RPCError.self) {
        while let response = try await responses.next() { #expect(response.event == nil) }
      }
      #expect(error?.errorInfo?.reason == "SCOPE_MISSING")
    }
  }

  @Test("who asks what they may call hears that it is nothing but their session")
  func explained() async throws {
    try await Self.withScene { scene in
      try await scene.freeze()
      let methods = try await AccessServiceClient(scene.node.channel).explainAccess(
        ExplainAccessRequest(subject: "users/\(scene.stopped.id)"), options: scene.admin.options
      ).methods
      for method in methods {
        let isLeft = [Permissions.session, Permissions.public].contains(method.permission)
        #expect(method.allowed == isLeft, "\(method.method)")
        let isRead = Permissions.isForFrozen(method.permission)
        let refusal = isLeft ? "" : isRead ? "SCOPE_MISSING" : "ACCOUNT_FROZEN"
        #expect(method.refusal == refusal, "\(method.method)")
      }
    }
  }

  @Test("their webhook endpoints get what they are a party of, and nothing else")
  func webhooks() async throws {
    try await WebhookReceiver.with { receiver in
      try await Self.withScene { scene in
        _ = try await WebhookServiceClient(scene.node.channel).createWebhookEndpoint(
          CreateWebhookEndpointRequest(
            requestID: "\(UUID.random())", url: receiver.url, eventTypes: ["ledger.*"]),
          options: scene.stopped.options)
        try await withEngine(scene.conninfo, stripe: 3) { engine in
          func happen(_ subject: String, to party: UUID) async throws {
            try await engine.commit(
              Happen(subject: subject, type: "ledger.account_opened", parties: [party]))
          }
          try await happen("things/1", to: .entity(9))
          try await eventually { receiver.received.count == 1 }
          try await scene.freeze()
          try await happen("things/2", to: .entity(9))
          try await happen("things/3", to: scene.stopped.id)
          try await eventually { receiver.received.count >= 2 }
        }
        #expect(receiver.received.last?.text.contains("things/3") == true)
        #expect(receiver.received.count == 2)
      }
    }
  }
}

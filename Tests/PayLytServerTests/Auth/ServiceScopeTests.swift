import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("What a service may do by its scopes", .timeLimit(.minutes(5)))
struct ServiceScopeTests {
  private struct Scene {
    let node: Node
    let admin: Guest
    let user: Guest

    var auth: AuthServiceClient { AuthServiceClient(node.channel) }
    var keys: ApiKeyServiceClient { ApiKeyServiceClient(node.channel) }

    func key(_ scopes: [String]) async throws -> CreateApiKeyResponse {
      try await keys.createApiKey(
        CreateApiKeyRequest(
          requestID: "\(UUID.random())", displayName: "Support", scopes: scopes,
          credential: .secret), options: admin.options)
    }

    /// How a service calls, for somebody or for itself.
    func options(_ secret: String, for guest: Guest? = nil) throws -> CallOptions {
      var options = guest?.options ?? CallOptions()
      options.timeout = .seconds(120)
      try options.metadata.add("paylyt-api-key", secret)
      return options
    }
  }

  private static func withScene(_ body: (Scene) async throws -> Void) async throws {
    try await withNodes(1) { conninfo, nodes in
      let admin = try await nodes[0].admin(on: conninfo)
      let user = try await nodes[0].register("ada", roles: [.client])
      try await body(Scene(node: nodes[0], admin: admin, user: user))
    }
  }

  @Test(
    "others' sessions are seen through a service that lists users, ended through one that manages",
    arguments: [["jobs.read"], ["users.list"], ["users.manage"]])
  func sessions(scopes: [String]) async throws {
    try await Self.withScene { scene in
      let service = try await scene.key(scopes).secret
      let options = try scene.options(service, for: scene.admin)
      func list(_ user: Guest?) async throws -> [SessionInfo] {
        let parent = user.map { "users/\($0.id)" } ?? ""
        return try await scene.auth.listSessions(
          ListSessionsRequest(parent: parent), options: options
        ).sessions
      }
      func endAll(_ user: Guest) async throws {
        _ = try await scene.auth.revokeAllSessions(
          RevokeAllSessionsRequest(
            requestID: "\(UUID.random())", parent: "users/\(user.id)", keepCurrent: true),
          options: options)
      }
      let sessions = try await scene.auth.listSessions(
        ListSessionsRequest(), options: scene.user.options
      ).sessions
      let name = try #require(sessions.first?.name)
      let sees = scopes == ["users.list"] ? nil : "SCOPE_MISSING"
      let ends = scopes == ["users.manage"] ? nil : "SCOPE_MISSING"
      #expect(await reason { _ = try await list(scene.user) } == sees)
      #expect(
        await reason {
          _ = try await scene.auth.revokeSession(
            RevokeSessionRequest(name: name), options: options)
        } == ends)
      #expect(await reason { try await endAll(scene.user) } == ends)
      // The admin's own ones are no business of the service.
      #expect(try await list(nil).count == 1)
      #expect(try await list(scene.admin).count == 1)
      try await endAll(scene.admin)
    }
  }

  @Test("through a service no key is made or rotated that may do more than the service")
  func grants() async throws {
    try await Self.withScene { scene in
      let service = try await scene.key(["api_keys.write", "jobs.read"]).secret
      let options = try scene.options(service, for: scene.admin)
      let table: [(scopes: [String], refusal: String?)] = [
        (["jobs.read"], nil), (["jobs.read", "fx.read"], "SCOPE_MISSING"),
      ]
      for (scopes, refusal) in table {
        let create = CreateApiKeyRequest(
          requestID: "\(UUID.random())", displayName: "Another", scopes: scopes,
          credential: .secret)
        #expect(
          await reason { _ = try await scene.keys.createApiKey(create, options: options) }
            == refusal)
        let made = try await scene.key(scopes)
        let rotate = RotateApiKeyRequest(
          requestID: "\(UUID.random())", name: made.apiKey?.name ?? "", overlapSeconds: 0)
        #expect(
          await reason { _ = try await scene.keys.rotateApiKey(rotate, options: options) }
            == refusal)
        // By themselves admins may.
        _ = try await scene.keys.rotateApiKey(
          RotateApiKeyRequest(requestID: "\(UUID.random())", name: made.apiKey?.name ?? ""),
          options: scene.admin.options)
      }
    }
  }

  @Test(
    "who asks what a key may call alone hears what its calls hear",
    arguments: [["jobs.read", "users.manage"], ["auth.proxy", "jobs.read"]])
  func explained(scopes: [String]) async throws {
    try await Self.withScene { scene in
      let made = try await scene.key(scopes)
      let methods = try await AccessServiceClient(scene.node.channel).explainAccess(
        ExplainAccessRequest(subject: made.apiKey?.name ?? ""), options: scene.admin.options
      ).methods
      func said(_ method: String) throws -> MethodAccess {
        try #require(methods.first { $0.method == method })
      }
      let options = try scene.options(made.secret)
      let list = await reason {
        _ = try await JobServiceClient(scene.node.channel).listJobs(
          ListJobsRequest(), options: options)
      }
      #expect(list == (scopes.contains(Permissions.proxy) ? "TOKEN_MISSING" : nil))
      let jobs = try said("paylyt.jobs.v1.JobService/ListJobs")
      #expect(jobs.allowed == (list == nil) && jobs.refusal == list ?? "")
      let freeze = await reason {
        _ = try await UserServiceClient(scene.node.channel).freezeUser(
          FreezeUserRequest(
            requestID: "\(UUID.random())", name: "users/\(scene.user.id)", reason: "no"),
          options: options)
      }
      let users = try said("paylyt.identity.v1.UserService/FreezeUser")
      #expect(!users.allowed && users.refusal == freeze && freeze == "TOKEN_MISSING")
    }
  }
}

import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("A registration that is sent again", .timeLimit(.minutes(5)))
struct RepeatedRegistrationTests {
  @Test("it signs in with the password of now alone, and is throttled as signing in is")
  func repeated() async throws {
    try await withNodes(1) { _, nodes in
      let auth = AuthServiceClient(nodes[0].channel)
      let request = RegisterRequest(
        requestID: "\(UUID.random())", email: "ada-\(UUID.random())@example.com",
        password: "a long password", displayName: "Ada", roles: [.client])
      let first = try Guest(await auth.register(request))
      let again = try Guest(await auth.register(request))
      #expect(again.id == first.id)
      _ = try await auth.changePassword(
        ChangePasswordRequest(
          requestID: "\(UUID.random())", currentPassword: request.password,
          newPassword: "another long one"), options: first.options)
      func attempt() async -> String? {
        await reason { _ = try await auth.register(request) }
      }
      for _ in 1...AuthLimits.failedLoginsFree { #expect(await attempt() == "BAD_CREDENTIALS") }
      // Each further one locks for twice as long, up to an hour.
      var heard = await attempt()
      for _ in 1...AuthLimits.doublingsMax where heard == "BAD_CREDENTIALS" {
        heard = await attempt()
      }
      #expect(heard == "LOGIN_THROTTLED")
    }
  }
}

import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Guessing passwords", .timeLimit(.minutes(5)))
struct GuessingTests {
  @Test("whoever tries many at once has no more tries, and a right one costs nothing")
  func atOnce() async throws {
    try await withNodes(1) { _, nodes in
      let auth = AuthServiceClient(nodes[0].channel)
      let email = "ada-\(UUID.random())@example.com"
      let right = LoginRequest(email: email, password: "a long password")
      _ = try await auth.register(
        RegisterRequest(
          requestID: "\(UUID.random())", email: email, password: right.password,
          displayName: "Ada", roles: [.client]))
      _ = try await auth.login(right)
      let failures = nodes[0].throttles.failures
      #expect(failures.count == 0)
      let now = SystemClock().now()
      for _ in 3..<AuthLimits.addressFailuresFree { failures.fail("127.0.0.1", at: now) }
      let looked = await withTaskGroup { group in
        for _ in 0..<30 {
          group.addTask {
            await reason {
              _ = try await auth.login(
                LoginRequest(email: email, password: "not the password"))
            }
          }
        }
        return await group.reduce(into: 0) { $0 += $1 == "BAD_CREDENTIALS" ? 1 : 0 }
      }
      // One more comes back in five seconds.
      #expect((3...6).contains(looked))
    }
  }
}

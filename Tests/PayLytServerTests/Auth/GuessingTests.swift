import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Guessing passwords", .timeLimit(.minutes(5)))
struct GuessingTests {
  @Test("strangers who guess do not keep the owner, who is signed in, from a new password")
  func strangers() async throws {
    try await withNodes(1) { _, nodes in
      let auth = AuthServiceClient(nodes[0].channel)
      let (owner, email) = try await register(auth)
      func login(_ password: String) async -> String? {
        await reason { _ = try await auth.login(LoginRequest(email: email, password: password)) }
      }
      func change(_ password: String) async -> String? {
        await reason {
          _ = try await auth.changePassword(
            ChangePasswordRequest(
              requestID: "\(UUID.random())", currentPassword: password,
              newPassword: "another long one"), options: owner.options)
        }
      }
      for _ in 0...AuthLimits.failedLoginsFree {
        #expect(await login("not the password") == "BAD_CREDENTIALS")
      }
      #expect(await login(Self.password) == "LOGIN_THROTTLED")
      // Whoever else has that address has used it up, too.
      for _ in 0..<AuthLimits.addressFailuresFree {
        nodes[0].throttles.failures.fail("127.0.0.1", at: SystemClock().now())
      }
      #expect(await change(Self.password) == nil)
      // Whoever has a session guesses no faster.
      for _ in 0...AuthLimits.failedLoginsFree {
        #expect(await change("not the password") == "BAD_CREDENTIALS")
      }
      #expect(await change("another long one") == "LOGIN_THROTTLED")
    }
  }

  @Test("of PINs that are tried at once few are looked at, and a right one among them stays secret")
  func pins() async throws {
    try await withNodes(1) { _, nodes in
      let auth = AuthServiceClient(nodes[0].channel)
      let owner = try await register(auth).0
      _ = try await auth.setTransactionPin(
        SetTransactionPinRequest(
          requestID: "\(UUID.random())", password: Self.password, transactionPin: "424242"),
        options: owner.options)
      let heard = await reasons(ofAtOnce: 40) { number in
        _ = try await auth.stepUp(
          StepUpRequest(transactionPin: "\(100_000 + number)"), options: owner.options)
      }
      // Another one comes back after five seconds, while the account is locked.
      let looked = heard["BAD_PIN"] ?? 0
      #expect((1...Int(AuthLimits.failedPinsFree) + 1).contains(looked), "\(heard)")
      #expect(heard["PIN_THROTTLED"] == 40 - looked)
      #expect(
        await reason {
          _ = try await auth.stepUp(
            StepUpRequest(transactionPin: "424242"), options: owner.options)
        } == "PIN_THROTTLED")
    }
  }

  private static let password = "a long password"

  private func register(_ auth: AuthServiceClient) async throws -> (Guest, email: String) {
    let email = "ada-\(UUID.random())@example.com"
    let session = try await auth.register(
      RegisterRequest(
        requestID: "\(UUID.random())", email: email, password: Self.password,
        displayName: "Ada", roles: [.client]))
    return (try Guest(session), email)
  }

  @Test("whoever tries many at once has no more tries, and a right one costs nothing")
  func atOnce() async throws {
    try await withNodes(1) { _, nodes in
      let auth = AuthServiceClient(nodes[0].channel)
      let email = try await register(auth).email
      _ = try await auth.login(LoginRequest(email: email, password: Self.password))
      let failures = nodes[0].throttles.failures
      #expect(failures.count == 0)
      let now = SystemClock().now()
      for _ in 3..<AuthLimits.addressFailuresFree { failures.fail("127.0.0.1", at: now) }
      let heard = await reasons(ofAtOnce: 30) { _ in
        _ = try await auth.login(LoginRequest(email: email, password: "not the password"))
      }
      // One more comes back in five seconds.
      #expect((3...6).contains(heard["BAD_CREDENTIALS"] ?? 0), "\(heard)")
    }
  }
}

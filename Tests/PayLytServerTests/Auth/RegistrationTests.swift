import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("E-mails without an account")
struct UnknownEmailTests {
  private let unknown = UnknownEmails()

  @Test("guessing at one is locked when guessing at an account is, and for as long")
  func likeAccounts() throws {
    var account = User.fixture(1)
    var now = Timestamp.start
    for _ in 0..<12 {
      let locked = unknown.lockedSeconds(of: "nobody@example.com", at: now)
      #expect(locked == account.password.lockedSeconds(at: now))
      if let locked {
        #expect(throws: AuthError.loginThrottled(seconds: locked)) {
          try unknown.fail("nobody@example.com", at: now)
        }
        now = now.adding(seconds: locked)
      }
      account.failLogin(at: now)
      try unknown.fail("nobody@example.com", at: now)
    }
    #expect(unknown.lockedSeconds(of: "nobody@example.com", at: now) != nil)
    #expect(unknown.lockedSeconds(of: "somebody@example.com", at: now) == nil)
  }

  @Test("there are never more than it may remember, and the locked ones stay")
  func many() throws {
    for _ in 0...AuthLimits.failedLoginsFree { try unknown.fail("locked", at: .start) }
    for number in 0...AuthLimits.addressesMax { try unknown.fail("a\(number)", at: .start) }
    #expect(unknown.count <= AuthLimits.addressesMax)
    #expect(unknown.lockedSeconds(of: "locked", at: .start) != nil)
  }
}

@Suite("Registrations", .timeLimit(.minutes(5)))
struct RegistrationTests {
  private static func register(_ email: String, on node: Node) async -> String? {
    do {
      _ = try await AuthServiceClient(node.channel).register(
        RegisterRequest(
          requestID: "\(UUID.random())", email: email, password: "a long password",
          displayName: "Ada", roles: [.client]), options: CallOptions(timeout: .seconds(60)))
      return nil
    } catch {
      return error.errorInfo?.reason
    }
  }

  /// Fills a bucket an hour ahead, so that none of it leaks away while the test runs.
  private static func fill(_ throttle: AddressThrottle, _ count: Int) {
    let later = SystemClock().now().adding(seconds: 3600)
    for _ in 0..<count { throttle.fail("127.0.0.1", at: later) }
  }

  @Test("an address may open so many accounts, and then has to wait")
  func throttled() async throws {
    try await withNodes(1) { _, nodes in
      let throttles = nodes[0].throttles
      #expect(await Self.register("first@example.com", on: nodes[0]) == nil)
      #expect(throttles.registrations.count == 1 && throttles.failures.count == 0)
      Self.fill(throttles.registrations, AuthLimits.registrationsFree)
      #expect(
        await Self.register("second@example.com", on: nodes[0]) == "REGISTRATIONS_THROTTLED")
    }
  }

  @Test("asking which e-mails are taken counts as guessing")
  func asking() async throws {
    try await withNodes(1) { _, nodes in
      let failures = nodes[0].throttles.failures
      #expect(await Self.register("ada@example.com", on: nodes[0]) == nil)
      #expect(failures.count == 0)
      #expect(await Self.register("ada@example.com", on: nodes[0]) == "EMAIL_TAKEN")
      #expect(failures.count == 1)
      Self.fill(failures, AuthLimits.addressFailuresFree)
      #expect(await Self.register("ada@example.com", on: nodes[0]) == "LOGIN_THROTTLED")
      #expect(await Self.register("eve@example.com", on: nodes[0]) == "LOGIN_THROTTLED")
    }
  }

  @Test("an allowance is used up, and comes back with time")
  func allowance() {
    let throttle = AddressThrottle(.registrations)
    for _ in 0..<AuthLimits.registrationsFree {
      #expect(throttle.waitSeconds(of: "a", at: .start) == nil)
      throttle.fail("a", at: .start)
    }
    #expect(throttle.waitSeconds(of: "a", at: .start) == 1)
    let later = Timestamp.start.adding(seconds: AuthLimits.registrationSeconds)
    #expect(throttle.waitSeconds(of: "a", at: later) == nil)
    #expect(throttle.waitSeconds(of: "b", at: .start) == nil)
  }
}

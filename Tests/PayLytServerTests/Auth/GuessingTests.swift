import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Guessing passwords", .timeLimit(.minutes(5)))
struct GuessingTests {
  /// Signs in from the addresses that it names, as a backend does.
  private struct Backend {
    let conninfo: String
    let auth: AuthServiceClient
    let key: String

    init(_ node: Node, on conninfo: String) async throws {
      self.conninfo = conninfo
      auth = AuthServiceClient(node.channel)
      let admin = try await node.admin(on: conninfo)
      key = try await ApiKeyServiceClient(node.channel).createApiKey(
        CreateApiKeyRequest(
          requestID: "\(UUID.random())", displayName: "Backend", scopes: [Permissions.proxy],
          credential: .secret), options: admin.options
      ).secret
    }

    func options(from address: String) throws -> CallOptions {
      var options = CallOptions()
      options.timeout = .seconds(120)
      try options.metadata.add("paylyt-api-key", key)
      try options.metadata.add("paylyt-forwarded-for", address)
      return options
    }

    /// Why the sign-in is refused; nil when it is not.
    func login(_ email: String, _ password: String, from address: String) async -> String? {
      await reason {
        _ = try await auth.login(
          LoginRequest(email: email, password: password), options: options(from: address))
      }
    }

    /// Strangers guess until the account is locked, for longer than the test takes.
    func lock(_ email: String, from address: String) async throws {
      for _ in 0...AuthLimits.failedLoginsFree {
        #expect(await login(email, "not the password", from: address) == "BAD_CREDENTIALS")
      }
      #expect(await login(email, "not the password", from: address) == "LOGIN_THROTTLED")
      try Administrator.execute(
        "UPDATE app_user SET locked_until = locked_until + interval '1 hour' "
          + "WHERE email = '\(email)'", on: conninfo)
    }
  }

  @Test("strangers who guess do not keep the owner, who is signed in, from a new password")
  func strangers() async throws {
    try await withNodes(1) { conninfo, nodes in
      let backend = try await Backend(nodes[0], on: conninfo)
      let auth = backend.auth
      let (owner, email) = try await register(auth)
      func change(_ password: String) async -> String? {
        await reason {
          _ = try await auth.changePassword(
            ChangePasswordRequest(
              requestID: "\(UUID.random())", currentPassword: password,
              newPassword: "another long one"), options: owner.options)
        }
      }
      try await backend.lock(email, from: Self.elsewhere)
      #expect(await backend.login(email, Self.password, from: Self.elsewhere) == "LOGIN_THROTTLED")
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

  @Test(
    "strangers who guess do not keep the owner from signing in where they are signed in already")
  func known() async throws {
    try await withNodes(1) { conninfo, nodes in
      let backend = try await Backend(nodes[0], on: conninfo)
      let (home, elsewhere) = ("192.0.2.1", Self.elsewhere)
      let email = try await register(backend.auth, backend.options(from: home)).email
      try await backend.lock(email, from: elsewhere)
      #expect(await backend.login(email, Self.password, from: elsewhere) == "LOGIN_THROTTLED")
      let failures = nodes[0].throttles.failures
      let counted = failures.count
      // A wrong one counts for the address, and hears what it would hear of any other account.
      #expect(await backend.login(email, "a typing mistake", from: home) == "LOGIN_THROTTLED")
      #expect(failures.count == counted + 1)
      #expect(await backend.login(email, Self.password, from: home) == nil)
      // It was right: the account is as it was.
      #expect(await backend.login(email, Self.password, from: elsewhere) == nil)

      try await backend.lock(email, from: "198.51.100.8")
      // Whoever else is at home has a few tries, too, and no more.
      for _ in 0..<AuthLimits.failedLoginsFree {
        #expect(await backend.login(email, "not the password", from: home) == "LOGIN_THROTTLED")
      }
      #expect(await backend.login(email, Self.password, from: home) == "LOGIN_THROTTLED")
    }
  }

  @Test("where no session lives any more, an account's lock counts as everywhere")
  func ended() async throws {
    try await withNodes(1) { conninfo, nodes in
      let backend = try await Backend(nodes[0], on: conninfo)
      let home = try backend.options(from: "192.0.2.1")
      for isAll in [true, false] {
        let (owner, email) = try await register(backend.auth, home)
        try await backend.lock(email, from: Self.elsewhere)
        if isAll {
          _ = try await backend.auth.revokeAllSessions(
            RevokeAllSessionsRequest(requestID: "\(UUID.random())"), options: owner.options)
        } else {
          _ = try await backend.auth.logout(LogoutRequest(), options: owner.options)
        }
        #expect(
          await backend.login(email, Self.password, from: "192.0.2.1") == "LOGIN_THROTTLED")
      }
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
  /// Where nobody is signed in.
  private static let elsewhere = "198.51.100.7"

  private func register(
    _ auth: AuthServiceClient, _ options: CallOptions = CallOptions()
  ) async throws -> (Guest, email: String) {
    let email = "ada-\(UUID.random())@example.com"
    let session = try await auth.register(
      RegisterRequest(
        requestID: "\(UUID.random())", email: email, password: Self.password,
        displayName: "Ada", roles: [.client]), options: options)
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

import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import Testing

@testable import PayLytServer

/// One server that sends e-mails, which nobody takes: what they would tell is read from its rows.
@Suite("Getting in again by a mailed code", .timeLimit(.minutes(5)))
struct RecoveryServiceTests {
  private static let newPassword = "a new long password"

  private struct Account {
    let email: String
    let guest: Guest
  }

  private static func register(on node: Node) async throws -> Account {
    let email = "Ada-\(UUID.random())@Example.com"
    let session = try await AuthServiceClient(node.channel).register(
      RegisterRequest(
        requestID: "\(UUID.random())", email: email, password: "a long password",
        displayName: "Ada", roles: [.client]))
    return Account(email: email, guest: try Guest(session))
  }

  private static func ask(
    _ email: String, on node: Node, requestID: String = "\(UUID.random())", rehearses: Bool = false
  ) async throws {
    _ = try await AuthServiceClient(node.channel).requestPasswordReset(
      RequestPasswordResetRequest(
        requestID: requestID, email: email, validateOnly: rehearses), options: .test)
  }

  /// The code of the latest e-mail, as it would be sent; nil when none was asked for.
  private static func mailed(to account: Account, _ conninfo: String) async throws -> String? {
    try await withDatabase(conninfo, statements: Engine.service) { database in
      let id = MailedCode.id(of: account.guest.id, for: .passwordReset)
      let code = try await database.query(AuthStatements.mailedCode, [.uuid(id)]).first
      let user = try await database.query(AuthStatements.user, [.uuid(account.guest.id)]).first
      guard let code, let user else { return nil }
      return code.text(for: user, key: Secrets.fixture().mailedCodes.latest)
    }
  }

  private static func reset(
    _ code: String, on node: Node, requestID: String = "\(UUID.random())",
    password: String = newPassword, rehearses: Bool = false
  ) async throws {
    _ = try await AuthServiceClient(node.channel).resetPassword(
      ResetPasswordRequest(
        requestID: requestID, code: code, newPassword: password, validateOnly: rehearses),
      options: .test)
  }

  private static func login(_ email: String, _ password: String, on node: Node) async throws {
    _ = try await AuthServiceClient(node.channel).login(
      LoginRequest(email: email, password: password), options: .test)
  }

  @Test("a code sets a new password once; sessions end, and a repetition gets the same answer")
  func story() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      let ada = try await Self.register(on: node)
      try await Self.ask(ada.email, on: node, rehearses: true)
      #expect(try await Self.mailed(to: ada, conninfo) == nil)
      try await Self.ask(ada.email.uppercased(), on: node)
      let code = try #require(try await Self.mailed(to: ada, conninfo))
      let request = "\(UUID.random())"
      try await Self.reset(code, on: node, requestID: request, rehearses: true)
      try await Self.login(ada.email, "a long password", on: node)
      try await Self.reset(code, on: node, requestID: request)
      try await Self.reset(code, on: node, requestID: request)
      #expect(
        await reason {
          try await Self.reset(code, on: node, requestID: request, password: "another one")
        } == "IDEMPOTENCY_KEY_REUSED")
      #expect(await reason { try await Self.reset(code, on: node) } == "BAD_CODE")
      #expect(
        await reason {
          _ = try await UserServiceClient(node.channel).getMe(
            GetMeRequest(), options: ada.guest.options)
        } == "TOKEN_REVOKED")
      #expect(
        await reason { try await Self.login(ada.email, "a long password", on: node) }
          == "BAD_CREDENTIALS")
      try await Self.login(ada.email, Self.newPassword, on: node)
      for secret in [code, Self.newPassword] {
        try Administrator.execute(
          """
          DO $$ BEGIN
            IF EXISTS (SELECT FROM journal WHERE position('\(secret)' IN journal::text) > 0
              OR position(encode('\(secret)', 'hex') IN journal::text) > 0)
            THEN RAISE 'the journal tells a secret'; END IF;
          END $$
          """, on: conninfo)
      }
    }
  }

  @Test("an e-mail without an account gets the same answer, and the same throttle")
  func unknown() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      let ada = try await Self.register(on: node)
      for email in [ada.email, "nobody@example.com"] {
        let request = "\(UUID.random())"
        for _ in 1...AuthLimits.mailsToOneFree {
          try await Self.ask(email, on: node, requestID: request)
        }
        var heard: [String?] = []
        for _ in 1...2 { heard.append(await reason { try await Self.ask(email, on: node) }) }
        #expect(heard.last == "MAILS_THROTTLED", "\(email)")
      }
      // One request was sent again and again: one e-mail.
      try Administrator.execute(
        """
        DO $$ BEGIN
          IF (SELECT count(*) FROM mail WHERE code_id IS NOT NULL) > 4
          THEN RAISE 'too many e-mails'; END IF;
        END $$
        """, on: conninfo)
    }
  }

  @Test("what is no code is refused alike, and counts as a guess")
  func wrong() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      let ada = try await Self.register(on: node)
      try await Self.ask(ada.email, on: node)
      let code = try #require(try await Self.mailed(to: ada, conninfo))
      for bad in ["x", String(repeating: "A", count: 64), String(code.reversed())] {
        #expect(await reason { try await Self.reset(bad, on: node) } == "BAD_CODE")
      }
      #expect(node.throttles.failures.count == 1)
      let later = SystemClock().now().adding(seconds: 3600)
      for _ in 0..<AuthLimits.addressFailuresFree {
        node.throttles.failures.fail("127.0.0.1", at: later)
      }
      #expect(await reason { try await Self.reset(code, on: node) } == "LOGIN_THROTTLED")
      #expect(
        await reason {
          _ = try await AuthServiceClient(node.channel).confirmEmail(
            ConfirmEmailRequest(requestID: "\(UUID.random())", code: code), options: .test)
        } == "LOGIN_THROTTLED")
    }
  }

  @Test("a server without e-mail says so, whoever asks")
  func noMail() async throws {
    try await withNodes(1) { _, nodes in
      let ada = try await Self.register(on: nodes[0])
      for email in [ada.email, "nobody@example.com"] {
        #expect(await reason { try await Self.ask(email, on: nodes[0]) } == "MAIL_UNSUPPORTED")
      }
      #expect(
        await reason {
          _ = try await AuthServiceClient(nodes[0].channel).requestEmailConfirmation(
            RequestEmailConfirmationRequest(requestID: "\(UUID.random())"),
            options: ada.guest.options)
        } == "MAIL_UNSUPPORTED")
    }
  }

  @Test("who reads the e-mails gets in and moves nothing; who knows the PIN does")
  func held() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      let (ada, bob) = (try await Self.register(on: node), try await Self.register(on: node))
      let auth = AuthServiceClient(node.channel)
      let pin = "482915"
      _ = try await auth.setTransactionPin(
        SetTransactionPinRequest(
          requestID: "\(UUID.random())", password: "a long password", transactionPin: pin),
        options: ada.guest.options)
      func transfer(_ options: CallOptions) async -> String? {
        await reason {
          _ = try await WalletServiceClient(node.channel).transferFunds(
            TransferFundsRequest(
              requestID: "\(UUID.random())", to: "users/\(bob.guest.id)",
              amount: Money(asset: "BTC", units: 1_000)), options: options)
        }
      }
      #expect(await transfer(ada.guest.options) == "INSUFFICIENT_FUNDS")
      try await Self.ask(ada.email, on: node)
      let code = try #require(try await Self.mailed(to: ada, conninfo))
      try await Self.reset(code, on: node)
      let guest = try Guest(
        await auth.login(
          LoginRequest(email: ada.email, password: Self.newPassword), options: .test))
      #expect(await transfer(guest.options) == "STEP_UP_REQUIRED")
      let limits = try await UserServiceClient(node.channel).getLimits(
        GetLimitsRequest(), options: guest.options)
      #expect(limits.holdExpireTime != nil)
      #expect(
        await reason {
          _ = try await auth.setTransactionPin(
            SetTransactionPinRequest(
              requestID: "\(UUID.random())", password: Self.newPassword, transactionPin: "111222"),
            options: guest.options)
        } == "PIN_HELD")
      let proof = try await auth.stepUp(StepUpRequest(transactionPin: pin), options: guest.options)
      var proved = guest.options
      try proved.metadata.add("paylyt-step-up", proof.token)
      #expect(await transfer(proved) == "INSUFFICIENT_FUNDS")
      _ = try await auth.setTransactionPin(
        SetTransactionPinRequest(
          requestID: "\(UUID.random())", password: Self.newPassword, transactionPin: "111222"),
        options: proved)
    }
  }
}

extension CallOptions {
  fileprivate static var test: CallOptions { CallOptions(timeout: .seconds(60)) }
}

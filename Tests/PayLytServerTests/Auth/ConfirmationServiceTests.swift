import PayLytAPI
import PayLytRPC
import PayLytRPCServices
import Testing

@testable import PayLytServer

/// One server that sends e-mails, which nobody takes: what they would tell is read from its rows.
@Suite("Confirming an address by a mailed code", .timeLimit(.minutes(5)))
struct ConfirmationServiceTests {
  private static func register(_ email: String, on node: Node) async throws -> Guest {
    try Guest(
      await AuthServiceClient(node.channel).register(
        RegisterRequest(
          requestID: "\(UUID.random())", email: email, password: "a long password",
          displayName: "Ada", roles: [.client]), options: .test))
  }

  private static func ask(
    _ guest: Guest, on node: Node, requestID: String = "\(UUID.random())", rehearses: Bool = false
  ) async throws {
    _ = try await AuthServiceClient(node.channel).requestEmailConfirmation(
      RequestEmailConfirmationRequest(requestID: requestID, validateOnly: rehearses),
      options: guest.options)
  }

  private static func confirm(
    _ code: String, on node: Node, requestID: String = "\(UUID.random())", rehearses: Bool = false
  ) async throws {
    _ = try await AuthServiceClient(node.channel).confirmEmail(
      ConfirmEmailRequest(requestID: requestID, code: code, validateOnly: rehearses),
      options: .test)
  }

  private static func isConfirmed(_ guest: Guest, on node: Node) async throws -> Bool {
    try await UserServiceClient(node.channel).getMe(GetMeRequest(), options: guest.options)
      .emailConfirmed
  }

  /// The code of the latest e-mail, as it would be sent; nil when none was asked for.
  private static func mailed(
    to guest: Guest, for purpose: MailedCode.Purpose = .emailConfirmation, _ conninfo: String
  ) async throws -> String? {
    try await withDatabase(conninfo, statements: Engine.service) { database in
      let id = MailedCode.id(of: guest.id, for: purpose)
      let code = try await database.query(AuthStatements.mailedCode, [.uuid(id)]).first
      let user = try await database.query(AuthStatements.user, [.uuid(guest.id)]).first
      guard let code, let user else { return nil }
      return code.text(for: user, key: Secrets.fixture().mailedCodes.latest)
    }
  }

  private static func expect(mails: ClosedRange<Int>, _ conninfo: String) throws {
    try Administrator.execute(
      """
      DO $$ BEGIN
        IF (SELECT count(*) FROM mail WHERE code_id IS NOT NULL)
          NOT BETWEEN \(mails.lowerBound) AND \(mails.upperBound)
        THEN RAISE 'another number of e-mails'; END IF;
      END $$
      """, on: conninfo)
  }

  @Test("the code that came with the account confirms its address once, and is in no journal")
  func story() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      let ada = try await Self.register("ada@example.com", on: node)
      let bob = try await Self.register("bob@example.com", on: node)
      let code = try #require(try await Self.mailed(to: ada, conninfo))
      let request = "\(UUID.random())"
      try await Self.confirm(code, on: node, requestID: request, rehearses: true)
      #expect(try await !Self.isConfirmed(ada, on: node))
      for _ in 1...2 { try await Self.confirm(code, on: node, requestID: request) }
      #expect(try await Self.isConfirmed(ada, on: node))
      #expect(try await !Self.isConfirmed(bob, on: node))
      #expect(await reason { try await Self.confirm(code, on: node) } == "BAD_CODE")
      #expect(await reason { try await Self.ask(ada, on: node) } == "EMAIL_CONFIRMED")
      try Administrator.execute(
        """
        DO $$ BEGIN
          IF EXISTS (SELECT FROM journal WHERE position('\(code)' IN journal::text) > 0
            OR position(encode('\(code)', 'hex') IN journal::text) > 0)
          THEN RAISE 'the journal tells a secret'; END IF;
        END $$
        """, on: conninfo)
    }
  }

  @Test("what is no code of this purpose is refused alike, and counts as a guess")
  func wrong() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      let ada = try await Self.register("ada@example.com", on: node)
      let older = try #require(try await Self.mailed(to: ada, conninfo))
      try await Self.ask(ada, on: node)
      let code = try #require(try await Self.mailed(to: ada, conninfo))
      let auth = AuthServiceClient(node.channel)
      _ = try await auth.requestPasswordReset(
        RequestPasswordResetRequest(requestID: "\(UUID.random())", email: "ada@example.com"),
        options: .test)
      let reset = try #require(try await Self.mailed(to: ada, for: .passwordReset, conninfo))
      for bad in ["x", String(repeating: "A", count: 64), older, reset] {
        #expect(await reason { try await Self.confirm(bad, on: node) } == "BAD_CODE")
      }
      #expect(
        await reason {
          _ = try await auth.resetPassword(
            ResetPasswordRequest(
              requestID: "\(UUID.random())", code: code, newPassword: "another password"),
            options: .test)
        } == "BAD_CODE")
      #expect(node.throttles.failures.count == 1)
      try await Self.confirm(code, on: node)
    }
  }

  @Test("a repetition and a rehearsal mail nothing, and an account is sent three at once")
  func asking() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      let ada = try await Self.register("ada@example.com", on: node)
      let request = "\(UUID.random())"
      for _ in 1...2 * AuthLimits.mailsToOneFree {
        try await Self.ask(ada, on: node, requestID: request)
        try await Self.ask(ada, on: node, rehearses: true)
      }
      try Self.expect(mails: 2...2, conninfo)
      try await Self.ask(ada, on: node)
      #expect(await reason { try await Self.ask(ada, on: node) } == "MAILS_THROTTLED")
      try Self.expect(mails: 3...3, conninfo)
    }
  }

  @Test("accounts that come and go fill no mailbox")
  func comingAndGoing() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      for _ in 1...AuthLimits.mailsToOneFree + 2 {
        let guest = try await Self.register("ada@example.com", on: node)
        _ = try await UserServiceClient(node.channel).deleteUser(
          DeleteUserRequest(requestID: "\(UUID.random())", name: "users/\(guest.id)"),
          options: guest.options)
      }
      let ada = try await Self.register("Ada@Example.com", on: node)
      #expect(await reason { try await Self.ask(ada, on: node) } == "MAILS_THROTTLED")
      // What has leaked away meanwhile makes room for another one.
      let free = AuthLimits.mailsToOneFree
      try Self.expect(mails: free...free + 1, conninfo)
      #expect(try await Self.mailed(to: ada, conninfo) == nil)
    }
  }

  @Test("who has had as many e-mails sent as one may opens accounts without any, and asks later")
  func manyAccounts() async throws {
    try await withNodes(1, sendsMail: true) { conninfo, nodes in
      let node = nodes[0]
      // An hour ahead, so that none of it leaks away while the test runs.
      let later = SystemClock().now().adding(seconds: 3600)
      for _ in 1...AuthLimits.mailsFree {
        node.throttles.registrationMails.fail("127.0.0.1", at: later)
      }
      let ada = try await Self.register("ada@example.com", on: node)
      try Self.expect(mails: 0...0, conninfo)
      try await Self.ask(ada, on: node)
      try Self.expect(mails: 1...1, conninfo)
    }
  }

  @Test("what an address registers counts, and not among the e-mails that it asks for")
  func counted() async throws {
    try await withNodes(1, sendsMail: true) { _, nodes in
      #expect(nodes[0].throttles.registrationMails.count == 0)
      _ = try await Self.register("ada@example.com", on: nodes[0])
      #expect(nodes[0].throttles.registrationMails.count == 1)
      #expect(nodes[0].throttles.mails.count == 0)
      #expect(
        await reason { _ = try await Self.register("ada@example.com", on: nodes[0]) }
          == "EMAIL_TAKEN")
    }
  }
}

extension CallOptions {
  fileprivate static var test: CallOptions { CallOptions(timeout: .seconds(60)) }
}

import EndToEndSupport
import FoundationEssentials
import PayLytAPI
import PayLytRPC
import Testing

extension EndToEnd {
  @Suite("A forgotten password, with the e-mail read", .timeLimit(.minutes(3)))
  struct RecoveryTests {
    /// The code of the first one.
    private static func code(
      in mails: [MailSink.Mail], to person: Person, _ link: String
    ) throws -> String {
      let mail = try #require(mails.first)
      #expect(mail.recipients == [person.email] && mail.isEncrypted && mail.defects.isEmpty)
      let lines = mail.text.split(separator: "\n").map(String.init)
      let code = try #require(lines.first { $0.count == 64 && !$0.contains(" ") })
      #expect(lines.contains(link + code))
      return code
    }

    @Test("who reads the e-mail sets another password, and every session ends")
    func story() async throws {
      try await TemporaryDirectory.with { directory in
        let sink = try await MailSink.start(in: directory)
        let links = "https://app.example.com/account/"
        let server = try await RunningServer.start(
          [
            "--with-simulator", "--webhook-listen", "127.0.0.1:0", "--smtp-url", sink.url,
            "--smtp-user", MailSink.user, "--smtp-ca", sink.certificate, "--mail-from",
            "paylyt@example.com", "--mail-links", links,
          ], environment: ["PAYLYT_SMTP_PASSWORD": MailSink.password],
          dataDirectory: directory.path + "/server")
        let channel = try server.channel()
        let ada = try await Person.register([.client], on: channel)
        for email in ["nobody@example.com", ada.email] {
          _ = try await ada.auth.requestPasswordReset(
            RequestPasswordResetRequest(requestID: RequestID.new(), email: email),
            options: .bounded)
        }
        func mails(_ subject: String = "Set a new password") -> [MailSink.Mail] {
          sink.mails.filter { $0.subject == subject }
        }
        let confirmation = "Confirm your e-mail address"
        try await eventually("the codes are sent") {
          !mails().isEmpty && !mails(confirmation).isEmpty
        }
        #expect(ada.session.user?.emailConfirmed == false)
        let sent = try Self.code(in: mails(confirmation), to: ada, links + "confirm-email#")
        _ = try await ada.auth.confirmEmail(
          ConfirmEmailRequest(requestID: RequestID.new(), code: sent), options: .bounded)
        let me = try await ada.users.getMe(GetMeRequest(), options: ada.options)
        #expect(me.emailConfirmed)
        let code = try Self.code(in: mails(), to: ada, links + "reset-password#")
        let password = "another long password"
        _ = try await ada.auth.resetPassword(
          ResetPasswordRequest(requestID: RequestID.new(), code: code, newPassword: password),
          options: .bounded)
        let ended = try await refusal {
          try await ada.users.getMe(GetMeRequest(), options: ada.options)
        }
        #expect(ended.reason == "TOKEN_REVOKED")
        let old = try await refusal { try await Person.login(ada.email, on: channel) }
        #expect(old.reason == "BAD_CREDENTIALS")
        let again = Person(
          channel,
          try await ada.auth.login(
            LoginRequest(email: ada.email, password: password), options: .bounded))
        #expect(again.name == ada.name)
        try await eventually("the owner is told") {
          sink.mails(to: ada.email).contains { $0.subject.contains("password was reset") }
        }
        #expect(mails().count == 1)
        #expect(sink.mails(to: "nobody@example.com").isEmpty)
        #expect(!server.process.printed.contains(code))
        try await server.stop()
      }
    }
  }
}

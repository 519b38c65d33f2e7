import EndToEndSupport
import PayLytAPI
import PayLytHTTP
import PayLytRPC
import Testing

extension EndToEnd {
  @Suite("E-mails", .timeLimit(.minutes(3)))
  struct MailTests {
    private func outcome(
      to recipient: String, from: String = "paylyt@example.com", _ sink: MailSink,
      _ change: (inout MailSender.Configuration) -> Void = { _ in }
    ) async throws -> MailError? {
      var configuration = MailSender.Configuration(url: sink.url)
      configuration.user = MailSink.user
      configuration.password = MailSink.password
      configuration.certificateAuthorityFile = sink.certificate
      change(&configuration)
      let sender = try #require(MailAddress(from))
      let message = MailMessage(
        from: sender, to: try #require(MailAddress(recipient)), subject: "Größe",
        date: "Sun, 15 Jun 2025 15:06:40 +0000", messageID: "\(recipient)",
        text: "One.\n.two = 2\n" + String(repeating: "long ä ", count: 40) + "\n")
      do {
        try await MailSender(configuration, pool: BlockingPool()).send(try #require(message))
        return nil
      } catch let error as MailError {
        return error
      }
    }

    @Test("a mail arrives as it was written, over TLS, from somebody who is known")
    func arrives() async throws {
      try await TemporaryDirectory.with { directory in
        let sink = try await MailSink.start(in: directory)
        #expect(try await outcome(to: "ada@example.com", sink) == nil)
        let mail = try #require(sink.mails(to: "ada@example.com").first)
        #expect(mail.isEncrypted && mail.isKnown && mail.defects.isEmpty)
        #expect(mail.subject == "Größe" && mail.messageID == "<ada@example.com>")
        #expect(mail.sender == "PayLyt <paylyt@example.com>")
        let long = String(repeating: "long ä ", count: 40)
        #expect(mail.text.hasPrefix("One.\n.two = 2\n\(long)\n"))
      }
    }

    @Test("whether a mail was taken is told apart: certainly not, never, or unknown")
    func outcomes() async throws {
      try await TemporaryDirectory.with { directory in
        let sink = try await MailSink.start(in: directory)
        guard case .refused? = try await outcome(to: "refuse@example.com", sink) else {
          Issue.record("550 is final")
          return
        }
        let busy = try await outcome(to: "busy@example.com", sink)
        guard case .notSent? = busy else {
          Issue.record("451 is not: \(String(describing: busy))")
          return
        }
        let dropped = try await outcome(to: "drop@example.com", sink)
        guard case .outcomeUnknown? = dropped else {
          Issue.record("a cut is unknown: \(String(describing: dropped))")
          return
        }
        let wrong = try await outcome(to: "ada@example.com", sink) { $0.password = "no" }
        guard case .notSent? = wrong else {
          Issue.record("a wrong password may be corrected: \(String(describing: wrong))")
          return
        }
        #expect(sink.mails.map(\.recipients) == [["drop@example.com"]])
        guard case .refused? = try await outcome(to: "spam@example.com", sink) else {
          Issue.record("554 for what was sent is final")
          return
        }
      }
    }

    @Test("a no that is not about the recipient or the mail is not the mail's end")
    func elsewhere() async throws {
      try await TemporaryDirectory.with { directory in
        let closed = try await MailSink.start(in: directory, greeting: "554 no service now")
        let sink = try await MailSink.start(in: directory)
        let (to, sender) = ("ada@example.com", "unwelcome@example.com")
        let outcomes = [
          "a greeting of 554": try await outcome(to: to, closed),
          "a sender who is refused": try await outcome(to: to, from: sender, sink),
          "nobody who sends": try await outcome(to: to, sink) {
            ($0.user, $0.password) = (nil, nil)
          },
        ]
        for (what, outcome) in outcomes {
          guard case .notSent? = outcome else {
            Issue.record("\(what) may be over later: \(String(describing: outcome))")
            continue
          }
        }
        #expect(closed.mails.isEmpty && sink.mails.isEmpty)
      }
    }

    @Test("a server without TLS, or with somebody else's certificate, hears no password")
    func insecure() async throws {
      try await TemporaryDirectory.with { directory in
        let plain = try await MailSink.start(in: directory, speaksTLS: false)
        guard case .notSent? = try await outcome(to: "ada@example.com", plain) else {
          Issue.record("TLS is not asked for")
          return
        }
        let sink = try await MailSink.start(in: directory)
        let stranger = try await outcome(to: "ada@example.com", sink) {
          $0.certificateAuthorityFile = nil
        }
        guard case .notSent? = stranger else {
          Issue.record("any certificate is believed")
          return
        }
        #expect(plain.mails.isEmpty && sink.mails.isEmpty)
      }
    }

    @Test("users are told once by e-mail and in their list; a refused mail is there for admins")
    func story() async throws {
      try await TemporaryDirectory.with { directory in
        let sink = try await MailSink.start(in: directory)
        let server = try await RunningServer.start(
          [
            "--with-simulator", "--webhook-listen", "127.0.0.1:0", "--smtp-url", sink.url,
            "--smtp-user", MailSink.user, "--smtp-ca", sink.certificate, "--mail-from",
            "paylyt@example.com",
          ], environment: ["PAYLYT_SMTP_PASSWORD": MailSink.password],
          dataDirectory: directory.path + "/server")
        let channel = try server.channel()
        func register(_ email: String) async throws -> Person {
          Person(
            channel,
            try await AuthServiceClient(channel).register(
              RegisterRequest(
                requestID: RequestID.new(), email: email, password: Person.password,
                displayName: "Somebody", roles: [.client]), options: .bounded))
        }
        // Beside the codes that confirm their addresses.
        let title = "A webhook endpoint was added to your account"
        func notices(to address: String) -> [MailSink.Mail] {
          sink.mails(to: address).filter { $0.subject == title }
        }
        // Each is told of the endpoint that they add.
        for email in ["drop-ada@example.com", "refuse-bob@example.com"] {
          let person = try await register(email)
          let hooks = WebhookServiceClient(channel)
          let endpoint = try await hooks.createWebhookEndpoint(
            CreateWebhookEndpointRequest(
              requestID: RequestID.new(), url: "https://webhooks.invalid/",
              eventTypes: ["mail.retried"]), options: person.options)
          try await eventually("it is in the list") {
            let list = try await NotificationServiceClient(channel).listNotifications(
              ListNotificationsRequest(), options: person.options)
            return list.notifications.map(\.subject) == [endpoint.name] && list.unread == 1
          }
        }
        try await eventually("the mail is sent") {
          !notices(to: "drop-ada@example.com").isEmpty
        }
        let mail = try #require(notices(to: "drop-ada@example.com").first)
        #expect(mail.messageID.hasSuffix("@example.com>"))
        #expect(!mail.text.contains("whsec_"))
        let admin = try await operatorOf(server, directory)
        let mails = NotificationServiceClient(channel)
        // It came whole and nobody answered: it waits, and comes again as the same mail.
        var unknown: PayLytAPI.Mail?
        try await eventually("nobody knows whether it arrived") {
          unknown = try await mails.listMails(
            ListMailsRequest(state: .pending), options: admin.options
          ).mails.first { $0.lastError.hasPrefix("unknown") && !$0.notification.isEmpty }
          return unknown != nil
        }
        _ = try await mails.retryMail(
          RetryMailRequest(requestID: RequestID.new(), name: try #require(unknown).name),
          options: admin.options)
        try await eventually("it is sent") {
          try await mails.listMails(ListMailsRequest(state: .sent), options: admin.options)
            .mails.contains { $0.name == unknown?.name }
        }
        let copies = notices(to: "drop-ada@example.com").map(\.messageID)
        #expect(copies == [mail.messageID, mail.messageID])
        var dead: [PayLytAPI.Mail] = []
        try await eventually("the refused one is given up") {
          dead = try await mails.listMails(
            ListMailsRequest(state: .dead), options: admin.options
          ).mails.filter { !$0.notification.isEmpty }
          return dead.count == 1
        }
        #expect(dead[0].lastError.contains("550") && dead[0].attempts == 1)
        let again = try await mails.retryMail(
          RetryMailRequest(requestID: RequestID.new(), name: dead[0].name),
          options: admin.options)
        #expect(again.state == .pending && again.attempts == 0)
        try await server.stop()
      }
    }

    @Test("who wants it once a day gets one mail at seven, with all that happened")
    func digest() async throws {
      try await TemporaryDirectory.with { directory in
        let sink = try await MailSink.start(in: directory)
        let server = try await RunningServer.start(
          [
            "--with-simulator", "--webhook-listen", "127.0.0.1:0", "--smtp-url", sink.url,
            "--smtp-user", MailSink.user, "--smtp-ca", sink.certificate, "--mail-from",
            "paylyt@example.com", "--sandbox",
          ], environment: ["PAYLYT_SMTP_PASSWORD": MailSink.password],
          dataDirectory: directory.path + "/server")
        let channel = try server.channel()
        let person = try await Person.register([.client], on: channel)
        let notifications = NotificationServiceClient(channel)
        _ = try await notifications.updateNotificationPreferences(
          UpdateNotificationPreferencesRequest(
            requestID: RequestID.new(),
            preferences: [.init(kind: .security, inApp: true, mail: .digest)]),
          options: person.options)
        let hooks = WebhookServiceClient(channel)
        let endpoint = try await hooks.createWebhookEndpoint(
          CreateWebhookEndpointRequest(
            requestID: RequestID.new(), url: "https://webhooks.invalid/",
            eventTypes: ["mail.retried"]), options: person.options)
        _ = try await hooks.rotateWebhookSecret(
          RotateWebhookSecretRequest(requestID: RequestID.new(), name: endpoint.name),
          options: person.options)
        try await eventually("both are in the list") {
          try await notifications.listNotifications(
            ListNotificationsRequest(), options: person.options
          ).unread == 2
        }
        func mails() -> [MailSink.Mail] {
          sink.mails(to: person.email).filter { !$0.subject.hasPrefix("Confirm") }
        }
        #expect(mails().isEmpty)
        // The next seven o'clock is less than a day away.
        _ = try await SandboxServiceClient(channel).advanceSandboxClock(
          AdvanceSandboxClockRequest(requestID: RequestID.new(), seconds: 86_400),
          options: person.options)
        let lines = [
          "- A webhook endpoint was added to your account",
          "- The secret of a webhook endpoint was replaced",
        ]
        func told() -> [String] {
          mails().flatMap { $0.text.split(separator: "\n") }
            .filter { $0.hasPrefix("- ") }.map { String($0) }
        }
        try await eventually("the digest is sent", within: .seconds(60)) { told().count >= 2 }
        #expect(told().sorted() == lines)
        #expect(mails().allSatisfy { $0.subject == "Your day on PayLyt" && $0.isEncrypted })
        #expect(mails().allSatisfy { $0.text.contains(endpoint.name) && $0.defects.isEmpty })
        try await server.stop()
      }
    }

    private func operatorOf(
      _ server: RunningServer, _ directory: TemporaryDirectory
    ) async throws -> Person {
      let email = "\(RequestID.new())@example.com"
      try await ChildProgram.run(
        "/bin/sh",
        [
          "-c", #"printf '%s\n' "$2" | "$0" admin create-user --database "$1" --email "$3""#,
          try Place.program("paylyt"), server.addresses.database, Person.password, email,
        ], in: directory)
      return try await Person.login(email, on: server.channel())
    }
  }
}

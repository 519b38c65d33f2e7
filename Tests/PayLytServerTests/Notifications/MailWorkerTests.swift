import PayLytHTTP
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("The worker of e-mails")
struct MailWorkerTests {
  /// A notification for the client, and the e-mail that tells it.
  private static func tell(_ number: UInt64, by engine: Engine) async throws {
    let notification = PayLytServer.Notification(
      id: .entity(number), user: .entity(1), event: .entity(number + 100),
      eventType: "escrow.released", subject: "escrows/1", kind: .escrow, isListed: true,
      digestAt: nil, createdAt: .start, readAt: nil)
    let mail = Mail(
      id: .entity(number + 200), user: .entity(1), notification: .entity(number),
      digestAt: nil, state: .pending, attempts: 0, nextAttemptAt: .start, lastError: "",
      createdAt: .start)
    try await engine.commit(PutRow(row: notification))
    try await engine.commit(PutRow(row: mail))
  }

  @Test("an e-mail that cannot be made stops no other one, and is given up in the end")
  func damaged() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withDatabase(conninfo, statements: Engine.service + EngineStatements.tests) {
      database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      try await engine.commit(PutRow(row: User.fixture(1)))
      for number: UInt64 in 1...3 { try await Self.tell(number, by: engine) }
      // Of a kind that this server does not know.
      try Administrator.execute(
        """
        ALTER TABLE notification DROP CONSTRAINT notification_kind_check;
        UPDATE notification SET kind = 99 WHERE id = '\(UUID.entity(1))';
        """, on: conninfo)
      // Nobody listens there.
      let worker = MailWorker(
        database: database,
        sender: MailSender(
          MailSender.Configuration(url: "smtp://127.0.0.1:1"), pool: BlockingPool()),
        from: try #require(MailAddress("paylyt@example.org")), clock: clock,
        log: Log(level: .error, clock: clock, sink: { _ in }))
      func mails() async throws -> [Mail] {
        var found: [Mail] = []
        for number: UInt64 in 201...203 {
          found += try await engine.fetch(Mail.self, by: "id", .uuid(.entity(number)))
        }
        return found
      }
      try await #expect(!worker.step())
      let tried = try await mails()
      #expect(tried.map(\.attempts) == [1, 1, 1] && tried.allSatisfy { $0.state == .pending })
      #expect(tried[0].lastError == "it could not be made")
      #expect(tried[1].lastError != tried[0].lastError)
      for _ in 1..<NotificationLimits.attemptsMax {
        clock.advance(seconds: 30 * 86_400)
        try await #expect(!worker.step())
      }
      try await #expect(mails().allSatisfy { $0.state == .dead })
    }
  }

  @Test("a code goes before all notices, however long they have waited")
  func codesFirst() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withDatabase(conninfo, statements: Engine.service + EngineStatements.tests) {
      database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      try await engine.commit(PutRow(row: User.fixture(1)))
      let waiting = 1...UInt64(NotificationLimits.mailsAtOnce) * 2
      for number in waiting { try await Self.tell(number, by: engine) }
      clock.advance(seconds: 3600)
      let code = Mail(
        id: .entity(300), user: .entity(1), notification: nil, digestAt: nil, state: .pending,
        attempts: 0, nextAttemptAt: clock.now(), lastError: "", createdAt: clock.now(),
        takenUntil: nil, code: .entity(9))
      try await engine.commit(PutRow(row: code))
      // It knows of no code that is good any more, so that what it takes is given up.
      let worker = MailWorker(
        database: database,
        sender: MailSender(
          MailSender.Configuration(url: "smtp://127.0.0.1:1"), pool: BlockingPool()),
        from: try #require(MailAddress("paylyt@example.org")), clock: clock,
        log: Log(level: .error, clock: clock, sink: { _ in }))
      try await #expect(worker.step())
      let found = try await engine.fetch(Mail.self, by: "id", .uuid(code.id))
      #expect(found.first?.state == .dead)
      var tried: Int64 = 0
      for number in waiting {
        let notice = try await engine.fetch(Mail.self, by: "id", .uuid(.entity(number + 200)))
        tried += Int64(notice.count { $0.attempts > 0 })
      }
      #expect(tried == NotificationLimits.mailsAtOnce - 1)
    }
    for (take, index) in [
      (NotificationStatements.takeCodes, "mail_code_due"),
      (NotificationStatements.takeNotices, "mail_notice_due"),
    ] {
      #expect(try Administrator.plan(of: take.definition, on: conninfo).contains(index))
    }
  }

  @Test("what became of an e-mail is kept though the server stops meanwhile")
  func stopped() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withDatabase(conninfo, statements: Engine.service + EngineStatements.tests) {
      database in
      let clock = ManualClock()
      let engine = Engine(database, stripe: 0, clock: clock)
      try await engine.commit(PutRow(row: User.fixture(1)))
      let mail = Mail(
        id: .entity(201), user: .entity(1), notification: nil, digestAt: nil,
        state: .pending, attempts: 0, nextAttemptAt: .start, lastError: "", createdAt: .start,
        takenUntil: nil, code: .entity(9))
      try await engine.commit(PutRow(row: mail))
      let worker = MailWorker(
        database: database,
        sender: MailSender(
          MailSender.Configuration(url: "smtp://127.0.0.1:1"), pool: BlockingPool()),
        from: try #require(MailAddress("paylyt@example.org")), clock: clock,
        log: Log(level: .error, clock: clock, sink: { _ in })
      ) { _, _ in
        unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
        return nil
      }
      let step = Task(executorPreference: database.loop) { try await worker.step() }
      _ = try? await step.value
      let found = try await engine.fetch(Mail.self, by: "id", .uuid(mail.id))
      #expect(found.first?.state == .dead)
    }
  }
}

import PayLytAPI
import PayLytRPC
import Testing

@testable import PayLytServer

@Suite("Notifications", .timeLimit(.minutes(5)))
struct NotificationTests {
  private typealias Row = PayLytServer.Notification
  private typealias Mail = PayLytServer.Mail
  private typealias Preferences = PayLytServer.NotificationPreferences

  private static func row(
    _ number: UInt64, user: UInt64 = 1, isListed: Bool = true
  ) -> Row {
    Row(
      id: .entity(number), user: .entity(user), event: .entity(number + 100),
      eventType: "escrow.released", subject: "escrows/1", kind: .escrow, isListed: isListed,
      digestAt: nil, createdAt: .start, readAt: nil)
  }

  private static func mail(_ state: Mail.State) -> Mail {
    Mail(
      id: .entity(30), user: .entity(1), notification: .entity(31), digestAt: nil, state: state,
      attempts: 12, nextAttemptAt: .start, lastError: "550", createdAt: .start)
  }

  // MARK: Commands

  @Test("a notification is read once, by its own user")
  func reading() throws {
    let store = MemoryStore()
    store.put(Self.row(1))
    store.put(Self.row(2, isListed: false))
    func mark(_ number: UInt64, by user: UInt64) -> MarkNotificationRead {
      MarkNotificationRead(
        caller: .stranger, request: nil, user: .entity(user), notification: .entity(number))
    }
    for (number, user) in [(1, 2), (2, 1), (9, 1)] as [(UInt64, UInt64)] {
      #expect(store.refusal(of: mark(number, by: user))?.code == .notFound)
    }
    #expect(try store.carryOut(mark(1, by: 1)).readAt == .start)
    store.now = Timestamp.start.adding(seconds: 5)
    #expect(try store.carryOut(mark(1, by: 1)).readAt == .start)
  }

  @Test("all at once are one's own that are unread")
  func readingAll() throws {
    let store = MemoryStore()
    for row in [Self.row(1), Self.row(2), Self.row(3, user: 2)] { store.put(row) }
    let all = MarkAllNotificationsRead(
      caller: .client, request: nil, user: .entity(1),
      notifications: [.entity(1), .entity(2), .entity(3), .entity(9)])
    #expect(try store.carryOut(all) == 2)
    #expect(try store.carryOut(all) == 0)
    #expect(store.row(Row.self, .entity(3))?.readAt == nil)
  }

  @Test(
    "preferences are kept by kind, with an etag", arguments: PayLytServer.NotificationKind.allCases)
  func preferences(kind: PayLytServer.NotificationKind) throws {
    let store = MemoryStore()
    func update(_ choice: Preferences.Choice, etag: String = "") -> UpdateNotificationPreferences {
      UpdateNotificationPreferences(
        caller: .client, request: nil, user: .entity(1), changes: [kind: choice], etag: etag)
    }
    for mail in Preferences.Mail.allCases {
      for isInApp in [true, false] {
        let choice = Preferences.Choice(isInApp: isInApp, mail: mail)
        let changed = try store.carryOut(update(choice))
        #expect(changed.choice(kind) == choice)
        let again = Preferences(
          user: .entity(1), stored: changed.stored, version: changed.version)
        #expect(again == changed)
        for other in PayLytServer.NotificationKind.allCases where other != kind {
          #expect(changed.choice(other) == Preferences.Choice(isInApp: true, mail: .atOnce))
        }
        #expect(store.refusal(of: update(choice, etag: "stale"))?.reason == "ETAG_MISMATCH")
      }
    }
    #expect(Preferences(user: .entity(1), stored: [0xff], version: 1) == nil)
  }

  @Test(
    "what was not sent is tried again at once, unless it is on its way",
    arguments: PayLytServer.Mail.State.allCases)
  func retrying(state: PayLytServer.Mail.State) throws {
    let store = MemoryStore()
    store.put(Self.mail(state))
    let retry = RetryMail(caller: .admin, request: nil, mail: .entity(30))
    guard state != .sent else {
      #expect(store.refusal(of: retry)?.reason == "MAIL_SENT")
      return
    }
    if state == .pending {
      var taken = Self.mail(state)
      taken.takenUntil = store.now.adding(seconds: 1)
      store.put(taken)
      #expect(store.refusal(of: retry)?.reason == "MAIL_BEING_SENT")
      store.now = store.now.adding(seconds: 1)
    }
    let again = try store.carryOut(retry)
    #expect(again.state == .pending && again.attempts == 0)
    let other = RetryMail(caller: .admin, request: nil, mail: .entity(99))
    #expect(store.refusal(of: other)?.code == .notFound)
  }

  // MARK: Times and texts

  @Test("the tries of a mail end after about a day and a half")
  func schedule() {
    let pauses = (1..<NotificationLimits.attemptsMax).compactMap { Mail.pauseSeconds(after: $0) }
    #expect(pauses.count == 11 && pauses == pauses.sorted())
    #expect((30...40).contains(pauses.reduce(0, +) / 3600))
    #expect(Mail.pauseSeconds(after: NotificationLimits.attemptsMax) == nil)
  }

  @Test("a day's mail goes out at the next seven in the morning")
  func digestTimes() {
    let day: Int64 = 86_400
    let midnight = Timestamp(microseconds: 20_000 * day * 1_000_000)
    for (second, expected) in [
      (0, 7 * 3600), (7 * 3600 - 1, 7 * 3600), (7 * 3600, 7 * 3600 + day),
      (23 * 3600, 7 * 3600 + day),
    ] as [(Int64, Int64)] {
      let digest = Mail.digest(after: midnight.adding(seconds: second))
      #expect(digest == midnight.adding(seconds: expected))
    }
  }

  @Test(
    "moments are written after RFC 3339",
    arguments: [
      (0, "1970-01-01T00:00:00.000000Z"), (951_782_400_000_001, "2000-02-29T00:00:00.000001Z"),
      (1_750_000_000_123_456, "2025-06-15T15:06:40.123456Z"),
      (4_107_542_399_999_999, "2100-02-28T23:59:59.999999Z"),
      (4_107_542_400_000_000, "2100-03-01T00:00:00.000000Z"),
      (-1, "1969-12-31T23:59:59.999999Z"), (-2_208_988_800_000_000, "1900-01-01T00:00:00.000000Z"),
    ] as [(Int64, String)])
  func moments(microseconds: Int64, text: String) {
    #expect(Timestamp(microseconds: microseconds).text == text)
  }

  @Test("a mail's date is that of RFC 5322")
  func dates() {
    #expect(Timestamp.start.mailDate == "Sun, 15 Jun 2025 15:06:40 +0000")
    #expect(Timestamp(microseconds: 0).mailDate == "Thu, 01 Jan 1970 00:00:00 +0000")
  }

  @Test("a digest lists fifty and says that there are more")
  func digestText() {
    let many = (0..<51).map { Self.row(UInt64($0)) }
    let text = MailText.digest(many).body
    #expect(text.split(separator: "\n").count { $0.hasPrefix("- ") } == 51)
    #expect(text.contains("- and more"))
    #expect(!MailText.digest(Array(many.prefix(50))).body.contains("- and more"))
  }

  @Test("an event is told or silent, never both, and every title is a short line")
  func catalog() {
    for type in NotificationCatalog.types {
      let entry = NotificationCatalog.entry(type)
      #expect((entry == nil) == NotificationCatalog.silent.contains(type), "\(type)")
      guard let title = entry?.title else { continue }
      #expect((10...80).contains(title.count) && !title.hasSuffix("."), "\(type)")
    }
    #expect(NotificationCatalog.types.count > 100)
  }

  @Test("docs/WEBHOOKS.md has every type of event, and no other")
  func documented() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    let text = try TextFile.read(root.joined(separator: "/") + "/docs/WEBHOOKS.md")
    var types: Set<String> = []
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let words = line.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map(
        \.element)
      let kind = try #require(words.first?.dropLast(2))
      types.formUnion(words.dropFirst().map { "\(kind).\($0)" })
    }
    #expect(types == NotificationCatalog.types)
  }

  // MARK: Out of the log

  @Test("two servers tell each party once, as they prefer, and the one who acted of receipts only")
  func once() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { first in
      let quiet = UUID.entity(5)
      let daily = UUID.entity(6)
      for (user, choice) in [
        (quiet, Preferences.Choice(isInApp: false, mail: .none)),
        (daily, Preferences.Choice(isInApp: false, mail: .digest)),
      ] {
        try await first.commit(
          UpdateNotificationPreferences(
            caller: .system("test"), request: nil, user: user, changes: [.escrow: choice],
            etag: ""))
      }
      for number in 0..<20 {
        try await first.commit(
          Happen(
            subject: "escrows/\(number)", type: "escrow.released",
            parties: [.entity(1), quiet, daily]))
        try await first.commit(
          Happen(subject: "x/\(number)", type: "nobody.told", parties: [.entity(1)]))
      }
      try await first.sealAll(first.sealer())
      try await withEngine(conninfo, stripe: 1) { second in
        // Each on its own loop, side by side.
        let both = [first, second].map { engine in
          engine.database.task {
            let notifier = Notifier(
              database: engine.database, clock: SystemClock(), sendsMail: true,
              log: Log(level: .error, clock: SystemClock()))
            for _ in 0..<5 { _ = try await notifier.step() }
          }
        }
        for one in both { try await one.value }
      }
      func told(_ user: UUID) async throws -> [Row] {
        try await first.search(NotificationStatements.list, of: .one(user))
      }
      let list = try await told(.entity(1))
      #expect(Set(list.map(\.subject)) == Set((0..<20).map { "escrows/\($0)" }))
      #expect(list.count == 20)
      try await #expect(told(quiet).isEmpty)
      try await #expect(told(daily).isEmpty)
      let mails = try await first.database.query(
        NotificationStatements.mails,
        [.uuid(UUID(high: .max, low: .max)), .int8(100)])
      #expect(mails.count { $0.user == .entity(1) && $0.notification != nil } == 20)
      let digests = mails.filter { $0.user == daily }
      #expect(digests.count == 1 && digests.first?.digestAt != nil)
      #expect(mails.count == 21)
      let ofDay = try await first.database.query(
        NotificationStatements.ofDigest,
        [.uuid(daily), .timestamp(digests.first?.digestAt), .int8(100)])
      #expect(ofDay.count == 20)
    }
  }

  @Test("too many e-mails in an hour are told in the day's; security has its own count")
  func hourly() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      let clock = ManualClock()
      let notifier = Notifier(
        database: engine.database, clock: clock, sendsMail: true,
        log: Log(level: .error, clock: clock))
      /// How many e-mails there are then: at once, and of days.
      func happen(_ type: String, _ count: Int) async throws -> [Int] {
        for number in 0..<count {
          try await engine.commit(
            Happen(subject: "x/\(number)", type: type, parties: [.entity(1)]))
        }
        try await engine.sealAll(engine.sealer())
        while try await notifier.step() {}
        let mails = try await engine.database.query(
          NotificationStatements.mails, [.uuid(UUID(high: .max, low: .max)), .int8(100)])
        return [mails.count { $0.notification != nil }, mails.count { $0.digestAt != nil }]
      }
      let most = Int(NotificationLimits.mailsAnHourMax)
      #expect(try await happen("escrow.released", most - 1) == [most - 1, 0])
      #expect(try await happen("application.made", 4) == [most, 1])
      #expect(try await happen("user.password_changed", most + 1) == [2 * most, 1])
      let ofDay = try await engine.database.query(
        NotificationStatements.ofDigest,
        [.uuid(.entity(1)), .timestamp(Mail.digest(after: clock.now())), .int8(100)])
      #expect(ofDay.map(\.eventType).count { $0 == "application.made" } == 3 && ofDay.count == 4)
      let listed = try await engine.search(NotificationStatements.list, of: .one(.entity(1)))
      #expect(listed.count == 2 * most + 4)
      clock.advance(seconds: NotificationLimits.mailsAnHourSeconds)
      #expect(try await happen("escrow.released", 1) == [2 * most + 1, 1])
    }
  }

  @Test("who is robbed of a session is told what outlives it: endpoints, and keys of the house")
  func outliving() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      let endpoints = ["created", "updated", "enabled"].map { "webhook_endpoint.\($0)" }
      let keys = ["api_key.created", "api_key.rotated"]
      for (types, parties) in [(endpoints + ["fees.set"], [UUID.entity(4)]), (keys, [])] {
        for type in types {
          try await engine.commit(
            Happen(caller: .admin, subject: "x/1", type: type, parties: parties))
        }
      }
      try await engine.commit(Happen(subject: "x/2", type: "api_key.created"))
      try await engine.sealAll(engine.sealer())
      let notifier = Notifier(
        database: engine.database, clock: SystemClock(), sendsMail: true,
        log: Log(level: .error, clock: SystemClock()))
      while try await notifier.step() {}
      let told = try await engine.search(NotificationStatements.list, of: .one(.entity(4)))
      #expect(Set(told.map(\.eventType)) == Set(endpoints + keys))
      #expect(told.count == 5 && told.allSatisfy { $0.kind == .security })
      let mails = try await engine.database.query(
        NotificationStatements.mails, [.uuid(UUID(high: .max, low: .max)), .int8(100)])
      #expect(mails.count == 5 && mails.allSatisfy { $0.user == .entity(4) })
    }
  }

  @Test("an entry that nobody can be told of is passed once one behind it was told, not before")
  func damaged() async throws {
    let conninfo = try await TestCluster.freshDatabase()
    try await withEngine(conninfo, statements: SealingStatements.all) { engine in
      let passed = Counter()
      let notifier = Notifier(
        database: engine.database, clock: SystemClock(), sendsMail: false,
        log: Log(level: .error, clock: SystemClock(), sink: { _ in }), passed: passed)
      func happen(_ numbers: ClosedRange<Int>) async throws {
        for number in numbers {
          try await engine.commit(
            Happen(
              subject: "escrows/\(number)", type: "escrow.released", parties: [.entity(1)]))
        }
        try await engine.sealAll(engine.sealer())
      }
      func told() async throws -> Set<String> {
        let list = try await engine.search(NotificationStatements.list, of: .one(.entity(1)))
        return Set(list.map(\.subject))
      }
      try await happen(0...2)
      try Administrator.execute(
        """
        ALTER TABLE journal DISABLE TRIGGER USER;
        UPDATE journal SET created_at = 'infinity' WHERE subject IN ('escrows/1', 'escrows/2');
        """, on: conninfo)
      _ = try await notifier.step()
      #expect(try await told() == ["escrows/0"])
      // Nothing shows that it is they who are to blame.
      await #expect(throws: DatabaseError.self) { try await notifier.step() }
      #expect(passed.current == 0)
      try await happen(3...4)
      _ = try await notifier.step()
      #expect(try await told() == ["escrows/0", "escrows/3", "escrows/4"])
      #expect(passed.current == 2)
      #expect(try await notifier.step() == false)
    }
  }
}

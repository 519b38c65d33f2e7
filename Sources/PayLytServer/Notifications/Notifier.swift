import PayLytCrypto

/// Makes notifications, and the e-mails that tell them, out of the event log.
///
/// The place in the log moves in the transaction that keeps what was made: nothing is left out and
/// nothing is made twice, whichever server dies when.
struct Notifier: Sendable {
  let database: Database
  let clock: any Clock
  /// Whether there is a server that sends e-mails.
  let sendsMail: Bool
  let log: Log
  /// Counts entries that nobody could be told of.
  var passed = Counter()

  /// Looks at the next part of the log. Returns whether it goes on.
  func step() async throws -> Bool {
    guard let position = try await database.query(NotificationStatements.position).first else {
      return false
    }
    do {
      let read = try await tell(from: position, after: position, NotificationLimits.readMax)
      return read == NotificationLimits.readMax
    } catch {
      guard !error.isMomentary else { throw error }
      try await tellOneByOne(from: position, because: error)
      return true
    }
  }

  /// Tells of a part of the log, and moves the place in it behind this part.
  ///
  /// - Parameter place: where the place is now.
  /// - Parameter start: what is behind it is read; what lies between is passed over.
  /// - Returns: how many positions were read; none also when another server was faster.
  private func tell(from place: Int64, after start: Int64, _ count: Int) async throws -> Int {
    let part = try await database.query(
      NotificationStatements.news, [.int8(start), .int8(start + Int64(count))])
    guard let last = part.last?.position else { return 0 }
    let now = clock.now()
    let told = try await notifications(of: part.compactMap(\.event), at: now)
    let mailed = sendsMail ? told.filter(\.isMailed) : []
    let mails = mailed.map { mail(of: $0.notification, now) }
    // Short: as long as it is open, nothing newer is sealed.
    return try await database.transaction { transaction in
      let moved = try await transaction.query(
        NotificationStatements.move, [.int8(place), .int8(last)])
      // Another server was faster, and goes on.
      guard !moved.isEmpty else { return 0 }
      _ = try await transaction.commit([
        Self.insertion(of: told.map(\.notification)), Self.insertion(of: mails, now),
      ])
      return part.count
    }
  }

  /// Leaves an entry out that nobody can be told of, so that it stands in nobody's way.
  ///
  /// Only when one behind it was told: where nothing goes any more, no entry is to blame, and the
  /// place stays where it is.
  private func tellOneByOne(from position: Int64, because first: any Error) async throws {
    var place = position
    var failure = first
    for start in position..<position + Int64(NotificationLimits.readMax) {
      guard start - place <= NotificationLimits.passedMax else { break }
      do {
        guard try await tell(from: place, after: start, 1) > 0 else { break }
        if start > place { report(passed: place + 1...start, because: failure) }
        place = start + 1
      } catch {
        guard !error.isMomentary else { throw error }
        failure = error
      }
    }
    guard place > position else { throw first }
  }

  private func report(passed: ClosedRange<Int64>, because error: any Error) {
    self.passed.add(UInt64(passed.count))
    log.error(
      "log entries passed",
      [
        "worker": "notifications", "first": "\(passed.lowerBound)",
        "last": "\(passed.upperBound)", "error": String(reflecting: error),
      ])
  }

  private typealias Told = (notification: Notification, isMailed: Bool)

  private func notifications(
    of events: [NotifiableEvent], at now: Timestamp
  ) async throws -> [Told] {
    let users = Set(events.flatMap(\.concerned)).sorted()
    guard !users.isEmpty else { return [] }
    let found = try await database.query(NotificationStatements.preferences, [.uuidArray(users)])
    let preferences = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    var recent = RecentMails(
      try await database.query(
        NotificationStatements.recentMails,
        [
          .uuidArray(users), .int2(NotificationKind.security.rawValue),
          .timestamp(now.adding(seconds: -NotificationLimits.mailsAnHourSeconds)),
        ]))
    var told: [Told] = []
    for event in events {
      for user in event.concerned {
        let preferences = preferences[user] ?? NotificationPreferences(user: user)
        if let one = tell(event, user, preferences, &recent, now) { told.append(one) }
      }
    }
    return told
  }

  private func tell(
    _ event: NotifiableEvent, _ user: UUID, _ preferences: NotificationPreferences,
    _ recent: inout RecentMails, _ now: Timestamp
  ) -> Told? {
    guard let known = NotificationCatalog.entry(event.type),
      known.tellsActor || event.actor != "users/\(user)"
    else { return nil }
    let choice = preferences.choice(known.kind)
    let isListed = choice.isInApp || known.kind == .security
    guard isListed || choice.mail != .none else { return nil }
    let isOfDigest =
      switch choice.mail {
      case .none: false
      case .atOnce: sendsMail && !recent.take(user, known.kind)
      case .digest: true
      }
    let notification = Notification(
      id: Self.id(of: event, for: user), user: user, event: event.id, eventType: event.type,
      subject: event.subject, kind: known.kind, isListed: isListed,
      digestAt: isOfDigest ? Mail.digest(after: now) : nil,
      createdAt: event.createdAt, readAt: nil)
    return (notification, choice.mail != .none)
  }

  private func mail(of notification: Notification, _ now: Timestamp) -> Mail {
    let digest = notification.digestAt
    return Mail(
      id: .fresh(at: now), user: notification.user,
      notification: digest == nil ? notification.id : nil,
      digestAt: digest, state: .pending, attempts: 0, nextAttemptAt: digest ?? now, lastError: "",
      createdAt: now)
  }

  /// The same each time, so that the primary key says that nobody is told of an event twice.
  private static func id(of event: NotifiableEvent, for user: UUID) -> UUID {
    let mixed = UUID(bytes: SHA256.hash(event.id.bytes + user.bytes).prefix(16))
    return UUID(time: event.createdAt, random: mixed.low)
  }

  private static func insertion(of rows: [Notification]) -> BoundStatement {
    NotificationStatements.insert.bind([
      .uuidArray(rows.map(\.id)), .uuidArray(rows.map(\.user)), .uuidArray(rows.map(\.event)),
      .textArray(rows.map(\.eventType)), .textArray(rows.map(\.subject)),
      .int2Array(rows.map(\.kind.rawValue)), .boolArray(rows.map(\.isListed)),
      .timestampArray(rows.map(\.digestAt)), .timestampArray(rows.map(\.createdAt)),
    ])
  }

  private static func insertion(of mails: [Mail], _ now: Timestamp) -> BoundStatement {
    NotificationStatements.insertMails.bind([
      .uuidArray(mails.map(\.id)), .uuidArray(mails.map(\.user)),
      .uuidArray(mails.map(\.notification)), .timestampArray(mails.map(\.digestAt)),
      .timestampArray(mails.map(\.nextAttemptAt)), .timestamp(now),
    ])
  }
}

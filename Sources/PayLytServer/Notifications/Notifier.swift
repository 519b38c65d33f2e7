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

  /// Looks at the next part of the log. Returns whether it goes on.
  func step() async throws -> Bool {
    guard let position = try await database.query(NotificationStatements.position).first else {
      return false
    }
    let part = try await database.query(NotificationStatements.news, [.int8(position)])
    guard let last = part.last?.position else { return false }
    let now = clock.now()
    let told = try await notifications(of: part.compactMap(\.event))
    let mails = sendsMail ? told.compactMap { mail(of: $0.notification, $0.mail, now) } : []
    // Short: as long as it is open, nothing newer is sealed.
    return try await database.transaction { transaction in
      let moved = try await transaction.query(
        NotificationStatements.move, [.int8(position), .int8(last)])
      // Another server was faster, and goes on.
      guard !moved.isEmpty else { return false }
      _ = try await transaction.commit([
        Self.insertion(of: told.map(\.notification)), Self.insertion(of: mails, now),
      ])
      return part.count == NotificationLimits.readMax
    }
  }

  private typealias Told = (notification: Notification, mail: NotificationPreferences.Mail)

  private func notifications(of events: [NotifiableEvent]) async throws -> [Told] {
    let users = Set(events.flatMap(\.parties))
    guard !users.isEmpty else { return [] }
    let found = try await database.query(
      NotificationStatements.preferences, [.uuidArray(users.sorted())])
    let preferences = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    return events.flatMap { event in
      event.parties.compactMap { user in
        tell(event, user, preferences[user] ?? NotificationPreferences(user: user))
      }
    }
  }

  private func tell(
    _ event: NotifiableEvent, _ user: UUID, _ preferences: NotificationPreferences
  ) -> Told? {
    guard let known = NotificationCatalog.entry(event.type),
      known.tellsActor || event.actor != "users/\(user)"
    else { return nil }
    let choice = preferences.choice(known.kind)
    let isListed = choice.isInApp || known.kind == .security
    guard isListed || choice.mail != .none else { return nil }
    let notification = Notification(
      id: Self.id(of: event, for: user), user: user, event: event.id, eventType: event.type,
      subject: event.subject, kind: known.kind, isListed: isListed,
      digestAt: choice.mail == .digest ? Mail.digest(after: clock.now()) : nil,
      createdAt: event.createdAt, readAt: nil)
    return (notification, choice.mail)
  }

  private func mail(
    of notification: Notification, _ choice: NotificationPreferences.Mail, _ now: Timestamp
  ) -> Mail? {
    guard choice != .none else { return nil }
    let digest = notification.digestAt
    return Mail(
      id: fresh(now), user: notification.user, notification: digest == nil ? notification.id : nil,
      digestAt: digest, state: .pending, attempts: 0, nextAttemptAt: digest ?? now, lastError: "",
      createdAt: now)
  }

  /// The same each time, so that the primary key says that nobody is told of an event twice.
  private static func id(of event: NotifiableEvent, for user: UUID) -> UUID {
    let mixed = UUID(bytes: SHA256.hash(event.id.bytes + user.bytes).prefix(16))
    return UUID(time: event.createdAt, random: (mixed.high, mixed.low))
  }

  private func fresh(_ time: Timestamp) -> UUID {
    UUID(time: time, random: (.random(in: 0 ... .max), .random(in: 0 ... .max)))
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

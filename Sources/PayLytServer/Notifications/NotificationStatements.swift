extension Notification: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Notification>(
    "notification",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("event_id", .uuid) { .uuid($0.event) },
      .fixed("event_type", .text) { .text($0.eventType) },
      .fixed("subject", .text) { .text($0.subject) },
      .fixed("kind", .int2) { .int2($0.kind.rawValue) },
      .fixed("is_listed", .bool) { .bool($0.isListed) },
      .fixed("digest_at", .timestamptz) { .timestamp($0.digestAt) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("read_at", .timestamptz) { .timestamp($0.readAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.notification() }
}

extension NotificationPreferences: StoredRow {
  var rowID: UUID { id }

  static let table = Table<NotificationPreferences>(
    "notification_preferences",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .mutable("choices", .bytea) { .bytes($0.stored) },
      .mutable("version", .int8) { .int8($0.version) },
    ]
  ) { (row) throws(DatabaseError) in try row.notificationPreferences() }
}

extension Mail: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Mail>(
    "mail",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("notification_id", .uuid) { .uuid($0.notification) },
      .fixed("digest_at", .timestamptz) { .timestamp($0.digestAt) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("attempts", .int4) { .int4($0.attempts) },
      .mutable("next_attempt_at", .timestamptz) { .timestamp($0.nextAttemptAt) },
      .fixed("last_error", .text) { .text($0.lastError) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .fixed("taken_until", .timestamptz) { .timestamp($0.takenUntil) },
      .fixed("code_id", .uuid) { .uuid($0.code) },
    ]
  ) { (row) throws(DatabaseError) in try row.mail() }
}

extension RowReader {
  /// The columns of `Notification.table`, from 0.
  func notification() throws(DatabaseError) -> Notification {
    Notification(
      id: try uuid(0), user: try uuid(1), event: try uuid(2), eventType: try text(3),
      subject: try text(4), kind: try value(5, NotificationKind.self), isListed: try bool(6),
      digestAt: try optionalTimestamp(7), createdAt: try timestamp(8),
      readAt: try optionalTimestamp(9))
  }

  /// The columns of `NotificationPreferences.table`, from 0.
  func notificationPreferences() throws(DatabaseError) -> NotificationPreferences {
    let (user, version) = (try uuid(0), try int64(2))
    guard
      let found = NotificationPreferences(user: user, stored: try bytes(1), version: version)
    else { throw .column(1, .isMalformed) }
    return found
  }

  /// The columns of `Mail.table`, from 0.
  func mail() throws(DatabaseError) -> Mail {
    Mail(
      id: try uuid(0), user: try uuid(1), notification: try optionalUUID(2),
      digestAt: try optionalTimestamp(3), state: try value(4, Mail.State.self),
      attempts: try int32(5), nextAttemptAt: try timestamp(6), lastError: try text(7),
      createdAt: try timestamp(8), takenUntil: try optionalTimestamp(9),
      code: try optionalUUID(10))
  }
}

/// An event as far as people are told of it; what the call answered is not read.
struct NotifiableEvent: Hashable, Sendable {
  let id: UUID
  let type: String
  let subject: String
  /// As the journal names them: `users/…`.
  let actor: String
  let parties: [UUID]
  let createdAt: Timestamp

  /// Whom it may be told: its parties, and of what is nobody's, such as an API key, the user who
  /// did it.
  var concerned: [UUID] {
    let users = "users/"
    guard parties.isEmpty, actor.hasPrefix(users), let user = UUID(actor.dropFirst(users.count))
    else { return parties }
    return [user]
  }
}

/// A position of the log that was looked at.
struct NotifiablePosition: Hashable, Sendable {
  let position: Int64
  let event: NotifiableEvent?
}

enum NotificationStatements {
  private static let columns = Notification.table.columns.map(\.name).joined(separator: ", ")
  private static let mailColumns = Mail.table.columns.map(\.name).joined(separator: ", ")

  // MARK: Reading

  /// A user's. In two halves, or the unread one of them, as the index has them.
  static let list = SearchList<Notification>(
    "notification_list", of: "notification", columns: Notification.table.columns.map(\.name),
    types: Notification.table.columns.map(\.type),
    fields: SearchFields(
      "Notifications",
      [
        SearchField("kind", "kind", .oneOf(NotificationKind.self)),
        SearchField("event_type", "event_type", .code),
        SearchField("create_time", "created_at", .moment),
      ]),
    parts: [.own: [unreadOfUser, readOfUser], .unread: [unreadOfUser]], id: \.id
  ) { (row) throws(DatabaseError) in try row.notification() }

  private static let unreadOfUser = "user_id = $1 AND is_listed AND read_at IS NULL"
  private static let readOfUser = "user_id = $1 AND is_listed AND (read_at IS NULL) IS FALSE"

  /// The oldest unread ones of a user's list.
  static let unread = Statement<UUID>(
    "notification_unread",
    """
    SELECT id FROM notification WHERE user_id = $1 AND is_listed AND read_at IS NULL
    ORDER BY id LIMIT $2
    """,
    parameters: [.uuid, .int8], columns: [.uuid]
  ) { (row) throws(DatabaseError) in try row.uuid(0) }

  static let preferences = Statement<NotificationPreferences>(
    "notification_preferences_get",
    "SELECT id, choices, version FROM notification_preferences WHERE id = ANY($1)",
    parameters: [.uuidArray], columns: NotificationPreferences.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.notificationPreferences() }

  static let mail = Statement<Mail>(
    "mail_get", "SELECT \(mailColumns) FROM mail WHERE id = $1", parameters: [.uuid],
    columns: Mail.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.mail() }

  /// Before an id, newest first.
  static let mails = Statement<Mail>(
    "mail_list", "SELECT \(mailColumns) FROM mail WHERE id < $1 ORDER BY id DESC LIMIT $2",
    parameters: [.uuid, .int8], columns: Mail.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.mail() }

  static let mailsOfState = Statement<Mail>.ofState("mail_list_of_state")

  // MARK: Making notifications

  /// Positions of the log after $1, each with its event if it is one.
  ///
  /// The limit stands in the text: for one that comes as a parameter, the planner expects a tenth
  /// of the log.
  static let news = Statement<NotifiablePosition>(
    "notification_news",
    """
    SELECT sealed.position, entry.id, entry.event_type, coalesce(entry.subject, ''), entry.actor,
      entry.parties, entry.created_at
    FROM (SELECT position, journal_id FROM sealed_entry WHERE position > $1 AND position <= $2
      ORDER BY position LIMIT \(NotificationLimits.readMax)) AS sealed
    \(CommitStatements.joinSealedJournal) ON entry.event_type IS NOT NULL
    ORDER BY sealed.position
    """,
    parameters: [.int8, .int8],
    columns: [.int8, .uuid, .text, .text, .text, .bytea, .timestamptz]
  ) { (row) throws(DatabaseError) in
    NotifiablePosition(
      position: try row.int64(0),
      event: row.isNull(1)
        ? nil
        : NotifiableEvent(
          id: try row.uuid(1), type: try row.text(2), subject: try row.text(3),
          actor: try row.text(4), parties: UUID.list(try row.bytes(5)),
          createdAt: try row.timestamp(6)))
  }

  static let position = Statement<Int64>(
    "notification_position", "SELECT position FROM notification_cursor", parameters: [],
    columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  /// Moves the place in the log from $1 to $2; nothing when another server has moved it.
  static let move = Statement<Int64>(
    "notification_move",
    "UPDATE notification_cursor SET position = $2 WHERE position = $1 RETURNING position",
    parameters: [.int8, .int8], columns: [.int8]
  ) { (row) throws(DatabaseError) in try row.int64(0) }

  /// How many e-mails users were sent at once since $3, by whether they were of the kind $2.
  static let recentMails = Statement<(key: RecentMails.Key, count: Int64)>(
    "mail_recent",
    """
    SELECT mail.user_id, notification.kind = $2, count(*)
    FROM mail JOIN notification ON notification.id = mail.notification_id
    WHERE mail.user_id = ANY($1) AND mail.notification_id IS NOT NULL AND mail.created_at > $3
    GROUP BY 1, 2
    """,
    parameters: [.uuidArray, .int2, .timestamptz], columns: [.uuid, .bool, .int8]
  ) { (row) throws(DatabaseError) in
    (
      key: RecentMails.Key(user: try row.uuid(0), isSecurity: try row.bool(1)),
      count: try row.int64(2)
    )
  }

  static let insert = Statement(
    "notification_make",
    """
    INSERT INTO notification (id, user_id, event_id, event_type, subject, kind, is_listed,
      digest_at, created_at)
    SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (id) DO NOTHING
    """,
    parameters: [
      .uuidArray, .uuidArray, .uuidArray, .textArray, .textArray, .int2Array, .boolArray,
      .timestamptzArray, .timestamptzArray,
    ])

  /// One for each notification of an e-mail at once, and one for each user and day.
  static let insertMails = Statement(
    "mail_make",
    """
    INSERT INTO mail (id, user_id, notification_id, digest_at, state, attempts, next_attempt_at,
      last_error, created_at)
    SELECT new.id, new.user_id, new.notification, new.digest, 1, 0, new.due, '', $6
    FROM unnest($1, $2, $3, $4, $5) AS new(id, user_id, notification, digest, due)
    ON CONFLICT DO NOTHING
    """,
    parameters: [
      .uuidArray, .uuidArray, .uuidArray, .timestamptzArray, .timestamptzArray, .timestamptz,
    ])

  // MARK: Sending

  /// Those that tell a code.
  static let takeCodes = take("mail_take_codes", where: "code_id IS NOT NULL")
  /// All others.
  static let takeNotices = take("mail_take_notices", where: "code_id IS NULL")

  /// Takes e-mails that are due at $1: until $2 nobody else takes them.
  private static func take(_ name: String, where which: String) -> Statement<Mail> {
    Statement(
      name,
      """
      UPDATE mail SET next_attempt_at = $2, taken_until = $2 FROM (
        SELECT id AS due FROM mail WHERE state = 1 AND \(which) AND next_attempt_at <= $1
        ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED) AS taken
      WHERE mail.id = taken.due RETURNING \(mailColumns)
      """,
      parameters: [.timestamptz, .timestamptz, .int8], columns: Mail.table.columns.map(\.type)
    ) { (row) throws(DatabaseError) in try row.mail() }
  }

  static let address = Statement<String>(
    "mail_address", "SELECT email FROM app_user WHERE id = $1", parameters: [.uuid],
    columns: [.text]
  ) { (row) throws(DatabaseError) in try row.text(0) }

  static let notification = Statement<Notification>(
    "notification_get", "SELECT \(columns) FROM notification WHERE id = $1",
    parameters: [.uuid], columns: Notification.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.notification() }

  /// What a day's e-mail tells, oldest first.
  static let ofDigest = Statement<Notification>(
    "notification_of_digest",
    """
    SELECT \(columns) FROM notification WHERE user_id = $1 AND digest_at = $2
    ORDER BY id LIMIT $3
    """,
    parameters: [.uuid, .timestamptz, .int8], columns: Notification.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.notification() }

  /// Keeps what came of an attempt: state, when next, and why it failed.
  static let record = Statement(
    "mail_record",
    """
    UPDATE mail SET state = $2, attempts = attempts + 1, next_attempt_at = $3, last_error = $4,
      taken_until = NULL
    WHERE id = $1 AND state = 1
    """,
    parameters: [.uuid, .int2, .timestamptz, .text])

  // MARK: Removing

  static let sweep = Sweep(
    "notification_sweep", of: "notification", by: .id,
    keptSeconds: NotificationLimits.keptSeconds)
  static let sweepSentMails = Sweep(
    "mail_sweep_sent", of: "mail", by: .id, where: "state = 2",
    keptSeconds: NotificationLimits.sentMailKeptSeconds)
  static let sweepDeadMails = Sweep(
    "mail_sweep_dead", of: "mail", by: .id, where: "state = 3",
    keptSeconds: NotificationLimits.deadMailKeptSeconds)

  static let all =
    [
      unread.definition, preferences.definition, mail.definition, mails.definition,
      mailsOfState.definition,
      position.definition, news.definition, move.definition, insert.definition,
      insertMails.definition, recentMails.definition,
      takeCodes.definition, takeNotices.definition, address.definition, notification.definition,
      ofDigest.definition,
      record.definition, sweep.definition, sweepSentMails.definition, sweepDeadMails.definition,
    ] + list.definitions
}

extension User: StoredRow {
  var rowID: UUID { id }

  static let table = Table<User>(
    "app_user",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .mutable("email", .text) { .text($0.email) },
      .mutable("password_hash", .text) { .text($0.passwordHash) },
      .mutable("display_name", .text) { .text($0.displayName) },
      .mutable("roles", .int2) { .int2($0.roles.rawValue) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("failed_logins", .int2) { .int2($0.password.failed) },
      .mutable("locked_until", .timestamptz) { .timestamp($0.password.lockedUntil) },
      .mutable("state", .int2) { .int2($0.state.rawValue) },
      .mutable("session_epoch", .int4) { .int4($0.sessionEpoch) },
      .mutable("pin_hash", .text) { .text($0.pinHash) },
      .mutable("failed_pins", .int2) { .int2($0.pin.failed) },
      .mutable("pin_locked_until", .timestamptz) { .timestamp($0.pin.lockedUntil) },
      .mutable("kyc_tier", .int2) { .int2($0.kycTier.rawValue) },
      .mutable("version", .int8) { .int8($0.version) },
      .mutable("password_reset_at", .timestamptz) { .timestamp($0.passwordResetAt) },
      .mutable("failed_reauthentications", .int2) { .int2($0.reauthentication.failed) },
      .mutable("reauthentication_locked_until", .timestamptz) {
        .timestamp($0.reauthentication.lockedUntil)
      },
      .mutable("email_confirmed_at", .timestamptz) { .timestamp($0.emailConfirmedAt) },
      .mutable("pin_replaced_at", .timestamptz) { .timestamp($0.pinReplacedAt) },
      .mutable("let_go_at", .timestamptz) { .timestamp($0.letGoAt) },
    ],
    keys: [RowKey("email", .text) { .text($0.email) }],
    locking: .ownAtTheEnd
  ) { (row) throws(DatabaseError) in try row.user() }
}

extension Session: StoredRow {
  var rowID: UUID { id }

  static let table = Table<Session>(
    "session",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .mutable("generation", .int4) { .int4($0.generation) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("refreshed_at", .timestamptz) { .timestamp($0.refreshedAt) },
      .mutable("refresh_request", .uuid) { .uuid($0.refreshRequest) },
      .mutable("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .mutable("revoked_at", .timestamptz) { .timestamp($0.revokedAt) },
      .mutable("epoch", .int4) { .int4($0.epoch) },
      .fixed("user_agent", .text) { .text($0.device.userAgent) },
      .fixed("address", .text) { .text($0.device.address) },
    ]
  ) { (row) throws(DatabaseError) in try row.session() }
}

extension MailedCode: StoredRow {
  var rowID: UUID { id }

  static let table = Table<MailedCode>(
    "mailed_code",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("user_id", .uuid) { .uuid($0.user) },
      .fixed("purpose", .int2) { .int2($0.purpose.rawValue) },
      .mutable("nonce", .uuid) { .uuid($0.nonce) },
      .mutable("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .mutable("mailed_until", .timestamptz) { .timestamp($0.mailedUntil) },
    ],
    locking: .ownAtTheEnd
  ) { (row) throws(DatabaseError) in try row.mailedCode() }
}

extension RowReader {
  /// The columns of `MailedCode.table`, from 0.
  func mailedCode() throws(DatabaseError) -> MailedCode {
    MailedCode(
      id: try uuid(0), user: try uuid(1), purpose: try value(2, MailedCode.Purpose.self),
      nonce: try uuid(3), expiresAt: try timestamp(4), mailedUntil: try timestamp(5))
  }

  /// The columns of `User.table`, from 0.
  func user() throws(DatabaseError) -> User {
    User(
      id: try uuid(0), email: try text(1), passwordHash: try text(2), displayName: try text(3),
      roles: Roles(rawValue: try int16(4)), createdAt: try timestamp(5),
      password: Guesses(failed: try int16(6), lockedUntil: try optionalTimestamp(7)),
      state: try value(8, UserState.self), sessionEpoch: try int32(9),
      pinHash: try optionalText(10),
      pin: Guesses(failed: try int16(11), lockedUntil: try optionalTimestamp(12)),
      kycTier: try value(13, KycTier.self), version: try int64(14),
      passwordResetAt: try optionalTimestamp(15),
      reauthentication: Guesses(failed: try int16(16), lockedUntil: try optionalTimestamp(17)),
      emailConfirmedAt: try optionalTimestamp(18), pinReplacedAt: try optionalTimestamp(19),
      letGoAt: try optionalTimestamp(20))
  }

  /// The columns of `Session.table`, from 0.
  func session() throws(DatabaseError) -> Session {
    Session(
      id: try uuid(0), user: try uuid(1), generation: try int32(2), createdAt: try timestamp(3),
      refreshedAt: try timestamp(4), refreshRequest: try optionalUUID(5),
      expiresAt: try timestamp(6), revokedAt: try optionalTimestamp(7), epoch: try int32(8),
      device: Session.Device(userAgent: try text(9), address: try text(10)))
  }
}

enum AuthStatements {
  static let userColumns = User.table.columns.map(\.name).joined(separator: ", ")
  private static let sessionColumns = Session.table.columns.map { "session.\($0.name)" }
    .joined(separator: ", ")

  static let user = Statement<User>(
    "user_get", "SELECT \(userColumns) FROM app_user WHERE id = $1",
    parameters: [.uuid], columns: User.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.user() }

  static let userByEmail = Statement<User>(
    "user_by_email", "SELECT \(userColumns) FROM app_user WHERE email = $1",
    parameters: [.text], columns: User.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.user() }

  static let mailedCode = Statement<MailedCode>(
    "mailed_code_get",
    "SELECT \(MailedCode.table.columns.map(\.name).joined(separator: ", ")) FROM mailed_code "
      + "WHERE id = $1",
    parameters: [.uuid], columns: MailedCode.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.mailedCode() }

  static let standing = Statement<SessionStanding>(
    "session_standing",
    "SELECT \(sessionColumns), app_user.session_epoch, app_user.roles, app_user.state, "
      + "app_user.pin_hash, app_user.password_reset_at "
      + "FROM session JOIN app_user ON app_user.id = session.user_id WHERE session.id = $1",
    parameters: [.uuid],
    columns: Session.table.columns.map(\.type)
      + [.int4, .int2, .int2, .text, .timestamptz]
  ) { (row) throws(DatabaseError) in
    let state = try row.value(13, UserState.self)
    return SessionStanding(
      session: try row.session(), epoch: try row.int32(11),
      roles: state.effective(Roles(rawValue: try row.int16(12))), state: state,
      pinHash: try row.optionalText(14), passwordResetAt: try row.optionalTimestamp(15))
  }

  /// Of the user $1, at $3.
  private static let live =
    "FROM session JOIN app_user ON app_user.id = session.user_id WHERE session.user_id = $1 "
    + "AND session.revoked_at IS NULL AND session.expires_at > $3 "
    + "AND session.epoch = app_user.session_epoch"

  /// Whether a live session of a user was opened from the address $2.
  static let livesFrom = Statement<Bool>(
    "session_lives_from", "SELECT EXISTS (SELECT \(live) AND session.address = $2)",
    parameters: [.uuid, .text, .timestamptz], columns: [.bool]
  ) { (row) throws(DatabaseError) in try row.bool(0) }

  /// The live sessions of a user, newest first.
  static let liveSessions = Statement<Session>(
    "session_list",
    "SELECT \(sessionColumns) \(live) AND session.id < $2 ORDER BY session.id DESC LIMIT $4",
    parameters: [.uuid, .uuid, .timestamptz, .int8], columns: Session.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.session() }

  static let sweepSessions = Sweep(
    "session_sweep", of: "session", by: .column("expires_at"),
    keptSeconds: AuthLimits.sessionKeptSeconds)

  static let sweepCodes = Sweep(
    "mailed_code_sweep", of: "mailed_code", by: .column("expires_at"),
    keptSeconds: AuthLimits.codeKeptSeconds)

  static let all = [
    user.definition, userByEmail.definition, standing.definition, livesFrom.definition,
    liveSessions.definition, mailedCode.definition, sweepSessions.definition, sweepCodes.definition,
  ]
}

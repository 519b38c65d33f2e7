extension User: StoredRow {
  var rowID: UUID { id }

  static let table = Table<User>(
    "app_user",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("email", .text) { .text($0.email) },
      .fixed("password_hash", .text) { .text($0.passwordHash) },
      .fixed("display_name", .text) { .text($0.displayName) },
      .fixed("roles", .int2) { .int2($0.roles.rawValue) },
      .fixed("created_at", .timestamptz) { .timestamp($0.createdAt) },
      .mutable("failed_logins", .int2) { .int2($0.failedLogins) },
      .mutable("locked_until", .timestamptz) { .timestamp($0.lockedUntil) },
    ],
    keys: [RowKey("email", .text) { .text($0.email) }]
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
      .mutable("expires_at", .timestamptz) { .timestamp($0.expiresAt) },
      .mutable("revoked_at", .timestamptz) { .timestamp($0.revokedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.session() }
}

extension RowReader {
  /// The columns of `User.table`, from 0.
  func user() throws(DatabaseError) -> User {
    User(
      id: try uuid(0), email: try text(1), passwordHash: try text(2), displayName: try text(3),
      roles: Roles(rawValue: try int16(4)), createdAt: try timestamp(5),
      failedLogins: try int16(6), lockedUntil: try optionalTimestamp(7))
  }

  /// The columns of `Session.table`, from 0.
  func session() throws(DatabaseError) -> Session {
    Session(
      id: try uuid(0), user: try uuid(1), generation: try int32(2), createdAt: try timestamp(3),
      expiresAt: try timestamp(4), revokedAt: try optionalTimestamp(5))
  }
}

enum AuthStatements {
  private static let userColumns = User.table.columns.map(\.name).joined(separator: ", ")
  private static let sessionColumns = Session.table.columns.map(\.name).joined(separator: ", ")

  static let user = Statement<User>(
    "user_get", "SELECT \(userColumns) FROM app_user WHERE id = $1",
    parameters: [.uuid], columns: User.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.user() }

  static let userByEmail = Statement<User>(
    "user_by_email", "SELECT \(userColumns) FROM app_user WHERE email = $1",
    parameters: [.text], columns: User.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.user() }

  static let session = Statement<Session>(
    "session_get", "SELECT \(sessionColumns) FROM session WHERE id = $1",
    parameters: [.uuid], columns: Session.table.columns.map(\.type)
  ) { (row) throws(DatabaseError) in try row.session() }

  static let all = [user.definition, userByEmail.definition, session.definition]
}

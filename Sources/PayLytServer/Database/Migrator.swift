internal import PayLytRPC

/// Brings a database to the schema of this binary: forward only, in order, each migration in a
/// transaction of its own, under an advisory lock so that servers that start together take turns.
struct Migrator: Sendable {
  /// One step of the schema, known by its place in the list.
  struct Migration: Sendable, Equatable {
    let name: String
    let sql: String
  }

  /// Why the database was left as it is, from the failing migration on.
  enum Failure: Error, Equatable, CustomStringConvertible {
    case unreachable(reason: String)
    /// A pooler gives a session another server process for each transaction.
    case sharedSessions
    /// The database cannot hold all characters.
    case encoding(String)
    /// Another server migrates for longer than `DatabaseLimits.migrationLockSecondsMax`.
    case locked
    /// The text of an applied migration is not the one that was applied.
    case changed(name: String)
    /// The database has another migration in this place: history was renamed, reordered or removed.
    case otherHistory(position: Int, applied: String, known: String)
    /// The database has migrations that this binary does not know.
    case newerThanBinary(name: String)
    case rejected(name: String, reason: String)
    /// A table is in use for longer than `DatabaseLimits.migrationTableSecondsMax`.
    case inUse(name: String)
    /// The SQL began or ended a transaction itself.
    case leftTransaction(name: String)

    var description: String {
      switch self {
      case .unreachable(let reason): "cannot migrate: \(reason)"
      case .sharedSessions:
        "the address of the database leads to a pooler that shares sessions between transactions, "
          + "such as PgBouncer with pool_mode transaction or statement; PayLyt needs sessions of "
          + "its own: set pool_mode = session, or connect directly"
      case .encoding(let name):
        "the encoding of the database is \(name); PayLyt needs UTF8: create the database with "
          + "ENCODING 'UTF8' TEMPLATE template0"
      case .locked: "cannot migrate: another server holds the migration lock"
      case .changed(let name):
        "migration \(name) was changed after it was applied; add a new migration instead"
      case .otherHistory(let position, let applied, let known):
        "migration \(position) of the database is \(applied), but this binary knows \(known) there"
      case .newerThanBinary(let name):
        "the database has migration \(name), which this binary does not know; use a newer one"
      case .rejected(let name, let reason): "migration \(name) was rejected: \(reason)"
      case .inUse(let name):
        "migration \(name) needs a table that a long transaction uses, such as a dump or the "
          + "verification of the audit log; nothing of it was applied: try again when that is over "
          + "(SELECT pid, xact_start, query FROM pg_stat_activity ORDER BY xact_start)"
      case .leftTransaction(let name):
        "migration \(name) begins or ends a transaction; each one runs in its own already"
      }
    }
  }

  /// The key of the advisory lock: "PayLyt" in ASCII.
  private static let lockKey: Int64 = 0x5061_794c_7974

  let conninfo: String
  let migrations: [Migration]

  init(conninfo: String, migrations: [(name: String, sql: String)]) {
    precondition(Set(migrations.map(\.name)).count == migrations.count, "two migrations, one name")
    self.conninfo = conninfo
    self.migrations = migrations.map { Migration(name: $0.name, sql: $0.sql) }
  }

  /// Applies what is missing and returns the names of the migrations that it applied.
  ///
  /// - Throws: `Failure`. What was applied before stays.
  func run() async throws -> [String] {
    try await BlockingPool().run { [self] in
      Result { () throws(Failure) in try runBlocking() }
    }.get()
  }

  /// The same, on the calling thread: never on a loop.
  func runBlocking() throws(Failure) -> [String] {
    switch SessionProbe.find(conninfo: conninfo) {
    case .own: break
    case .shared: throw .sharedSessions
    case .unreachable(let reason): throw .unreachable(reason: reason)
    }
    let session: SessionHandle
    switch SessionHandle.open(conninfo: conninfo, applicationName: "paylyt migrate") {
    case .success(let opened): session = opened
    case .failure(let failure): throw .unreachable(reason: failure.reason)
    }
    try checkEncoding(session)
    try lock(session)
    try createHistory(session)
    let applied = try history(session)
    try check(applied)
    var done: [String] = []
    for (position, migration) in migrations.enumerated().dropFirst(applied.count) {
      try apply(migration, position: position + 1, session)
      done.append(migration.name)
    }
    return done
  }

  /// In another encoding most works, and what it cannot hold is refused as a bug of ours, late.
  private func checkEncoding(_ session: SessionHandle) throws(Failure) {
    guard let result = session.execute("SHOW server_encoding"), result.status == .succeeded,
      let encoding = result.text(row: 0, column: 0)
    else { throw .unreachable(reason: session.message) }
    guard encoding == "UTF8" else { throw .encoding(encoding) }
  }

  // The lock ends with the session.
  private func lock(_ session: SessionHandle) throws(Failure) {
    let sql = """
      SET lock_timeout = '\(DatabaseLimits.migrationLockSecondsMax)s'; SET TIME ZONE 'UTC';
      SELECT pg_advisory_lock(\(Self.lockKey));
      SET lock_timeout = '\(DatabaseLimits.migrationTableSecondsMax)s'
      """
    guard let result = session.execute(sql) else {
      throw .unreachable(reason: session.message)
    }
    guard result.status == .succeeded else {
      guard result.sqlState == .lockNotAvailable else {
        throw .unreachable(reason: result.primaryMessage)
      }
      throw .locked
    }
  }

  /// Only where there is none: a server whose user may not create tables starts on a database that
  /// was migrated beforehand.
  private func createHistory(_ session: SessionHandle) throws(Failure) {
    guard let result = session.execute("SELECT to_regclass('schema_migration') IS NULL"),
      result.status == .succeeded
    else { throw .unreachable(reason: session.message) }
    guard result.text(row: 0, column: 0) == "t" else { return }
    let create = """
      CREATE TABLE schema_migration (
        position integer PRIMARY KEY CHECK (position > 0),
        name text NOT NULL UNIQUE,
        checksum bytea NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now())
      """
    try expect(session.execute(create), session, "schema_migration")
  }

  private struct Applied {
    let name: String
    let isUnchanged: Bool
  }

  /// What was applied, in order, compared with the text that this binary has in the same place.
  private func history(_ session: SessionHandle) throws(Failure) -> [Applied] {
    let sql = """
      SELECT name, position, encode(checksum, 'hex') FROM schema_migration ORDER BY position
      """
    guard let result = session.execute(sql), result.status == .succeeded else {
      throw .unreachable(reason: session.message)
    }
    var applied: [Applied] = []
    for row in 0..<result.rowCount {
      let name = result.text(row: row, column: 0) ?? ""
      let position = result.text(row: row, column: 1) ?? ""
      guard position == String(row + 1) else {
        throw .otherHistory(position: row + 1, applied: name, known: knownName(row))
      }
      let stored = result.text(row: row, column: 2)
      let known = try row < migrations.count ? checksum(migrations[row], session) : nil
      applied.append(Applied(name: name, isUnchanged: stored == known))
    }
    return applied
  }

  /// The server computes the sums, so that no second implementation can disagree.
  private func checksum(
    _ migration: Migration, _ session: SessionHandle
  ) throws(Failure) -> String? {
    let sql = "SELECT encode(sha256(convert_to($1::text, 'UTF8')), 'hex')"
    guard let result = session.execute(sql, [migration.sql]), result.status == .succeeded else {
      throw .unreachable(reason: session.message)
    }
    return result.text(row: 0, column: 0)
  }

  private func check(_ applied: [Applied]) throws(Failure) {
    for (index, entry) in applied.enumerated() {
      guard index < migrations.count else { throw .newerThanBinary(name: entry.name) }
      guard entry.name == migrations[index].name else {
        throw .otherHistory(position: index + 1, applied: entry.name, known: knownName(index))
      }
      guard entry.isUnchanged else { throw .changed(name: entry.name) }
    }
  }

  private func knownName(_ index: Int) -> String {
    index < migrations.count ? migrations[index].name : "none"
  }

  private func apply(
    _ migration: Migration, position: Int, _ session: SessionHandle
  ) throws(Failure) {
    try expect(session.execute("BEGIN"), session, migration.name)
    // A migration that commits and begins again would pass for one transaction; its id tells.
    let before = transactionID(session)
    try expect(session.execute(migration.sql), session, migration.name)
    guard let before, transactionID(session) == before else {
      throw .leftTransaction(name: migration.name)
    }
    let record = """
      INSERT INTO schema_migration (position, name, checksum)
      VALUES ($1::text::integer, $2, sha256(convert_to($3::text, 'UTF8')))
      """
    try expect(
      session.execute(record, [String(position), migration.name, migration.sql]), session,
      migration.name)
    try expect(session.execute("COMMIT"), session, migration.name)
  }

  /// Outside of a transaction each call answers another id.
  private func transactionID(_ session: SessionHandle) -> String? {
    guard let result = session.execute("SELECT pg_current_xact_id()"), result.status == .succeeded
    else { return nil }
    return result.text(row: 0, column: 0)
  }

  private func expect(
    _ result: consuming ResultHandle?, _ session: SessionHandle, _ name: String
  ) throws(Failure) {
    guard let result else { throw .unreachable(reason: session.message) }
    guard result.status == .succeeded else {
      guard result.sqlState != .lockNotAvailable else { throw .inUse(name: name) }
      throw .rejected(name: name, reason: "\(result.primaryMessage) (\(result.sqlState))")
    }
  }
}

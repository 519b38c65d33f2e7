internal import CPQ

/// Owns one libpq result; `PQclear` runs exactly once, when this value dies.
@safe struct ResultHandle: ~Copyable, @unchecked Sendable {
  // Sendable, because a PGresult never changes after libpq returned it.
  private let raw: OpaquePointer

  init(adopting raw: OpaquePointer) { unsafe self.raw = raw }

  deinit { unsafe PQclear(raw) }

  /// What a result says about its command.
  enum Status: Equatable {
    case succeeded
    /// The end of a batch: everything before it is done, and committed if it was to be.
    case pipelineSync
    /// Skipped, because an earlier command of the batch failed.
    case pipelineAborted
    case failed
  }

  var status: Status {
    switch unsafe PQresultStatus(raw) {
    case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: .succeeded
    case PGRES_PIPELINE_SYNC: .pipelineSync
    case PGRES_PIPELINE_ABORTED: .pipelineAborted
    default: .failed
    }
  }

  var rowCount: Int { Int(unsafe PQntuples(raw)) }

  /// The rows that an INSERT, UPDATE, DELETE or SELECT touched.
  var affectedRows: Int { unsafe Int(String(cString: PQcmdTuples(raw))) ?? 0 }

  /// `COMMIT` or `ROLLBACK`: what really happened, where both count as success.
  var commandTag: String { unsafe String(cString: PQcmdStatus(raw)) }

  /// The session ended with this error: shutdown, crash or an idle timeout.
  var isFatal: Bool {
    let severity = field(paylyt_diag_severity)
    return severity == "FATAL" || severity == "PANIC"
  }

  var sqlState: SQLState { SQLState(field(paylyt_diag_sqlstate) ?? "XX000") }

  /// - Parameter statement: stands for the table where PostgreSQL names none: of a value that
  ///   breaks the rule of its domain, it tells neither table nor column.
  func error(of statement: String) -> DatabaseError {
    .sqlState(
      sqlState, constraint: field(paylyt_diag_constraint),
      table: field(paylyt_diag_table) ?? (sqlState == .checkViolation ? statement : nil))
  }

  /// The server's sentence. It may hold values of a statement's parameters: only for statements
  /// that have none.
  var primaryMessage: String {
    if let message = field(paylyt_diag_message) { return message }
    return unsafe String(cString: PQresultErrorMessage(raw))
  }

  /// The OIDs that the server gave a prepared statement's parameters (PQdescribePrepared).
  var parameterTypes: [UInt32] { unsafe (0..<PQnparams(raw)).map { unsafe PQparamtype(raw, $0) } }
  var columnTypes: [UInt32] { unsafe (0..<PQnfields(raw)).map { unsafe PQftype(raw, $0) } }

  /// Decodes every row; nothing but what `decode` keeps is allocated.
  func rows<Row>(
    _ decode: (borrowing RowReader) throws(DatabaseError) -> Row
  ) throws(DatabaseError) -> [Row] {
    let count = unsafe PQntuples(raw)
    var rows: [Row] = []
    rows.reserveCapacity(Int(count))
    for row in 0..<count { rows.append(try decode(unsafe RowReader(raw, row: row))) }
    return rows
  }

  /// A field in text format, as the administrative sessions read it; nil for NULL.
  func text(row: Int, column: Int) -> String? {
    guard unsafe PQgetisnull(raw, Int32(row), Int32(column)) == 0 else { return nil }
    return unsafe String(cString: PQgetvalue(raw, Int32(row), Int32(column)))
  }

  private func field(_ code: Int32) -> String? {
    guard let value = unsafe PQresultErrorField(raw, code) else { return nil }
    return unsafe String(cString: value)
  }
}

/// What one statement of a transaction answered.
final class QueryResult: Sendable {
  private let handle: ResultHandle

  init(_ handle: consuming ResultHandle) { self.handle = handle }

  var rowCount: Int { handle.rowCount }
  var affectedRows: Int { handle.affectedRows }
  var commandTag: String { handle.commandTag }

  /// The rows, decoded by the statement that produced them.
  func rows<Row>(of statement: Statement<Row>) throws(DatabaseError) -> [Row] {
    try handle.rows(statement.decode)
  }
}

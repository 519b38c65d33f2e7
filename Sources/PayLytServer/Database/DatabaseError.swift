/// Why the database did not do what it was asked.
enum DatabaseError: Error, Equatable, Sendable {
  /// PostgreSQL refused the statement; nothing of its transaction remains.
  case sqlState(SQLState, constraint: String? = nil, table: String? = nil)
  /// No connection, and nothing was committed: safe to retry.
  case unavailable
  /// The connection was lost after COMMIT was sent: the transaction took effect, or it did not.
  case outcomeUnknown
  /// The deadline passed, or the statement ran for longer than allowed; nothing was committed.
  case timeout
  /// The caller's task was cancelled; nothing was committed.
  case cancelled
  /// Too much work waits already; nothing was sent. Come back later.
  case overloaded
  /// The values exceed the bounds of `DatabaseLimits`; nothing was sent.
  case parametersTooLarge
  /// A column did not hold what the statement's decoder asked for.
  case column(Int, ColumnProblem)
  /// The database disagrees with the statement that the service carries: wrong SQL, a missing
  /// migration, or other parameter or column types. Reported when a connection opens.
  case invalidStatement(name: String, reason: String)

  enum ColumnProblem: Equatable, Sendable {
    case isNull
    case hasType(UInt32, wanted: SQLType)
    case isMalformed
  }

  /// Another transaction was in the way; the whole transaction may be run again.
  var isSerializationFailure: Bool { state == .serializationFailure }

  /// This transaction was chosen to end a deadlock; it may be run again.
  var isDeadlock: Bool { state == .deadlockDetected }

  var isCheckViolation: Bool { state == .checkViolation }

  /// Whether a unique constraint was violated: `constraint`, or any when it is nil.
  func isUniqueViolation(_ constraint: String? = nil) -> Bool {
    guard case .sqlState(.uniqueViolation, let violated, _) = self else { return false }
    return constraint == nil || constraint == violated
  }

  /// Whether the database could not, rather than would not: its disk, its memory or its connections
  /// are used up (class 53), its operators end it (57P), or its system fails (58). Nothing of the
  /// transaction remains; the same one may be sent later.
  var isOutage: Bool {
    guard let code = state?.code else { return false }
    return ["53", "57P", "58"].contains { code.hasPrefix($0) }
  }

  /// Whether it is a standby, which a writer meets while another server takes over.
  var isReadOnly: Bool { state == .readOnlyTransaction }

  /// Whether a number grew past what its type holds.
  var isOutOfRange: Bool { state == .numericValueOutOfRange }

  private var state: SQLState? {
    guard case .sqlState(let state, _, _) = self else { return nil }
    return state
  }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
  /// Names neither SQL nor values nor the schema: it can reach a client.
  var description: String {
    switch self {
    case .sqlState: "the database refused the change"
    case .unavailable: "the database is not available; nothing was changed"
    case .outcomeUnknown: "the database went away while it confirmed the change"
    case .timeout: "the database did not answer in time; nothing was changed"
    case .cancelled: "the call was cancelled; nothing was changed"
    case .overloaded: "the database is busy; nothing was changed"
    case .parametersTooLarge: "the values are too large for the database"
    case .column: "the database answered with a row of another shape"
    case .invalidStatement(let name, _): "the database does not fit statement \(name)"
    }
  }

  /// For the log: with the error code and the names of the schema, still without values.
  var debugDescription: String {
    switch self {
    case .sqlState(let state, let constraint, let table):
      "SQLSTATE \(state)" + (constraint.map { ", constraint \($0)" } ?? "")
        + (table.map { ", table \($0)" } ?? "")
    case .column(let index, .isNull): "column \(index) is NULL"
    case .column(let index, .isMalformed): "column \(index) is malformed"
    case .column(let index, .hasType(let type, let wanted)):
      "column \(index) has type OID \(type), not \(wanted)"
    case .invalidStatement(let name, let reason): "statement \(name): \(reason)"
    case .unavailable, .outcomeUnknown, .timeout, .cancelled, .overloaded, .parametersTooLarge:
      description
    }
  }
}

/// A five-character error code of PostgreSQL (its manual, appendix A).
struct SQLState: Hashable, Sendable, CustomStringConvertible {
  let code: String

  init(_ code: String) { self.code = code }

  var description: String { code }

  static let serializationFailure = SQLState("40001")
  static let deadlockDetected = SQLState("40P01")
  static let uniqueViolation = SQLState("23505")
  static let checkViolation = SQLState("23514")
  static let foreignKeyViolation = SQLState("23503")
  static let numericValueOutOfRange = SQLState("22003")
  static let queryCanceled = SQLState("57014")
  static let lockNotAvailable = SQLState("55P03")
  static let readOnlyTransaction = SQLState("25006")
}

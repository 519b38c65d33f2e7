/// The bounds of the general ledger.
enum GeneralLimits {
  static let nameCharactersMax = 100
  /// Legs of one transaction: their entries are numbered in the last byte of an id, twice over.
  static let postingsMax = 100
  static let descriptionCharactersMax = 500
  static let annotationsMax = 16
  static let annotationKeyCharactersMax = 40
  static let annotationValueCharactersMax = 500
  /// Ten years.
  static let timeoutSecondsMax: Int64 = 10 * 366 * 86_400
  /// Pending transactions that one step of the worker expires.
  static let expiredPerStep = 100
  /// Rounds of releasing what is over on the accounts of one transaction.
  static let releaseStepsMax = 20
}

/// The bounds of the general ledger.
enum GeneralLimits {
  static let nameCharactersMax = 100
  /// Legs of one transaction: their entries are numbered in the last byte of an id, twice over.
  static let postingsMax = 100
  /// Transactions of one batch, and the legs of all of them together.
  static let batchMax = 100
  static let batchPostingsMax = 1000
  /// Transactions of an import that are under way or not answered yet: a batch of the committer.
  static let importInFlightMax = 256
  /// Entries that one read of a stream takes.
  static let entriesPerRead = 500
  /// How long an export waits for older transactions of the database, and how often it looks.
  static let horizonMilliseconds = 1_000
  static let horizonPollMilliseconds = 5
  static let descriptionCharactersMax = 500
  static let annotationsMax = 16
  static let annotationKeyCharactersMax = 40
  static let annotationValueCharactersMax = 500
  /// Labels of one account or transaction.
  static let labelsMax = 64
  /// How far ahead something may be scheduled: ten years.
  static let scheduleAheadSecondsMax: Int64 = 10 * 366 * 86_400
  /// Schedules that one step of the worker carries out.
  static let schedulesPerStep = 64
  /// For how long a server that takes the turn has it when it is not heard of any more.
  static let scheduleTurnSeconds: Int64 = 10
  /// Days, weeks or months between two of a series; and how many it has, where that is said.
  static let recurrenceEveryMax: Int64 = 1000
  static let recurrenceCountMax: Int64 = 100_000
  /// A dot and the number of an occurrence, at the end of a transaction's id.
  static let occurrenceCharactersMax = 11
  /// Ten years.
  static let timeoutSecondsMax: Int64 = 10 * 366 * 86_400
  /// How far from its booking something may count: books that are imported are old, and what is
  /// agreed for later is not later than about a year.
  static let effectivePastSecondsMax: Int64 = 50 * 366 * 86_400
  static let effectiveFutureSecondsMax: Int64 = 366 * 86_400
  /// Pending transactions that one step of the worker expires.
  static let expiredPerStep = 100
  /// Rounds of releasing what is over on the accounts of one transaction.
  static let releaseStepsMax = 20
}

/// The bounds of what operators look at.
enum DashboardLimits {
  /// Rows of one kind that are counted, the newest first: a few milliseconds. Where there are more,
  /// the figure says "at least".
  static let countedMax: Int64 = 10_000
  /// Accounts of the books that are added up: some ten milliseconds. Where there are more, only
  /// those of the platform are, and the trial balance does the rest.
  static let accountsMax: Int64 = 100_000
  static let stepsMax: Int64 = 400
  /// Transfers that one time series looks at: a second or two of the database.
  static let transfersMax: Int64 = 500_000
  /// Positions that one page of activity looks at while it searches.
  static let scannedMax: Int64 = 5_000
}

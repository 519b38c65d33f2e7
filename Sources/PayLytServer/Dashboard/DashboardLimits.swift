/// The bounds of what operators look at.
enum DashboardLimits {
  static let stepSeconds: ClosedRange<Int64> = 60...2_678_400
  static let stepsMax: Int64 = 400
  /// Transfers that one time series looks at: a second or two of the database.
  static let transfersMax: Int64 = 500_000
  static let kindsMax = 32
  /// Positions that one page of activity looks at while it searches.
  static let scannedMax: Int64 = 5_000
  static let actorCharactersMax = 100
}

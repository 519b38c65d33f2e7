/// The bounds of lists of jobs.
enum JobLimits {
  /// Jobs that one statement goes through: some milliseconds, however rare the thing is that is
  /// searched for. Other reads have their turn before the next one.
  static let lookedAtOnce = 500
  /// Statements for one page: a search that finds little gives a short page, whose token leads on.
  static let looksPerPageMax = 20
}

/// The bounds of escrows.
enum EscrowLimits {
  /// Satoshis that one Lightning invoice of the provider can carry (Bitnob's limit).
  static let amountSatsMax: Int64 = 20_000_000
  static let milestonesMax = 50
  static let titleCharactersMax = 200
  static let noteCharactersMax = 10_000
  static let reasonCharactersMax = 1_000
  /// The platform's share, in hundredths of a percent, fixed when terms are accepted.
  static let feeBasisPoints: Int32 = 250
  /// How long after the job's deadline the client must wait for a refund of unsubmitted work.
  static let refundGraceSeconds: Int64 = 72 * 3600
  /// How long an invoice can be paid.
  static let invoiceExpirySeconds: Int64 = 3600
}

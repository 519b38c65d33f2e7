/// Why money was not changed.
enum ExchangeError: Error, Equatable {
  case quoteExpired
  case quoteUsed
  /// A release pays so much, and the quote is over another amount or another way.
  case quoteMismatch(dueMsat: Int64)
  /// Nothing would arrive.
  case amountTooSmall
  /// The result does not fit into 64 bits.
  case amountTooLarge
  /// The market's rate is no fraction that can be counted with.
  case rateUnusable
  /// The platform would hold, or owe, more of this currency than its operators allow.
  case exposureTooLarge(Asset)
  /// The market's rate is older than `ExchangeLimits.rateAgeSecondsMax`.
  case rateStale
}

extension ExchangeError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .quoteExpired:
      Refusal(
        .failedPrecondition, reason: "QUOTE_EXPIRED",
        message: "The quote's time is over. Ask for a new one.")
    case .quoteUsed:
      Refusal(
        .failedPrecondition, reason: "QUOTE_USED",
        message: "The quote was used. Ask for a new one.")
    case .quoteMismatch(let due):
      Refusal(
        .failedPrecondition, reason: "QUOTE_MISMATCH",
        message: "The freelancer would get \(due) millisatoshis: the quote must give just them.",
        values: ["due_msat": "\(due)"])
    case .amountTooSmall:
      Refusal(
        .failedPrecondition, reason: "AMOUNT_TOO_SMALL",
        message: "At this rate nothing would arrive. Change more at once.")
    case .amountTooLarge: .invalid("amount", "This is too much to be changed at once.")
    case .exposureTooLarge(let asset):
      Refusal(
        .failedPrecondition, reason: "EXPOSURE_LIMIT",
        message: "No more \(asset.rawValue) can be changed this way now. Change less, or later.",
        values: ["asset": asset.rawValue])
    case .rateUnusable, .rateStale:
      Refusal(
        .unavailable, reason: "RATE_UNAVAILABLE",
        message: "The market has no fresh rate now. Ask again in a moment.")
    }
  }
}

/// The bounds of conversions.
enum ExchangeLimits {
  /// What the platform may keep of a conversion, in hundredths of a percent.
  static let spreadBasisPoints: ClosedRange<Int64> = 0...1000
  /// For how long a quote may be open, in seconds: longer, and the rate is a gift to whoever waits.
  static let quoteSeconds: ClosedRange<Int64> = 5...900
  /// Satoshis of one conversion.
  static let amountSatsMax: Int64 = 100_000_000
  /// Minor units of one conversion.
  static let amountMinorMax: Int64 = 1_000_000_000_000
  /// Minor units of a currency that may be limited at all.
  static let exposureMinorMax: Int64 = 1_000_000_000_000_000
  /// Seconds for which the market is not asked again, whether or not it had a rate.
  static let rateCacheSeconds: Int64 = 5
  /// Seconds after which a rate says nothing any more.
  static let rateAgeSecondsMax: Int64 = 120
  /// Seconds for which a quote that nobody used is still shown after its end, and how many one step
  /// removes.
  static let quoteKeptSeconds: Int64 = 86_400
}

/// How the operator sells and buys.
struct ExchangePolicy: Hashable, Sendable {
  /// In `ExchangeLimits.spreadBasisPoints`.
  var spreadBasisPoints: Int64 = 50
  /// In `ExchangeLimits.quoteSeconds`.
  var quoteSeconds: Int64 = 30
  var exposure = ExposureLimits.unlimited
}

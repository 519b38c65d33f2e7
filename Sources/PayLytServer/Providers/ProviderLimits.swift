extension Timestamp {
  /// The latest moment that anybody outside is believed.
  static let lastTold = Timestamp(microseconds: ProviderLimits.secondsMax * 1_000_000)

  /// A moment as somebody outside has told it, in seconds since 1970; nil for what is none.
  init?(told seconds: Int64) {
    guard (0...ProviderLimits.secondsMax).contains(seconds) else { return nil }
    self.init(microseconds: seconds * 1_000_000)
  }

  /// The earliest moment in a span at which what was made now may have been paid.
  func paidWithin(spanFrom from: Timestamp) -> Timestamp {
    self >= from.adding(seconds: -ProviderLimits.bookAgeSeconds) ? max(self, from) : self
  }
}

/// Every bound towards providers, with its unit and its reason.
enum ProviderLimits {
  /// Bytes of an answer that is read. The largest, a page of invoices, is far below.
  static let responseBytesMax = 256 << 10
  /// The same of our own node, which shows the whole route of each part of each payment, and of
  /// each attempt that failed where it keeps those.
  static let nodeBytesMax = 4 << 20
  /// From the call to the last byte of the answer.
  static let timeout = Duration.seconds(15)
  /// The same of each question to the service of a Lightning address. Users say whom it asks, and a
  /// payout holds its turn for as long.
  static let strangerTimeout = Duration.seconds(5)
  /// The same for who we are, which is asked when the server starts: it waits for it.
  static let greetingTimeout = Duration.seconds(5)
  /// How long after its end an invoice that the provider does not know waits to be found there: one
  /// that has lost its books does not have it any more.
  static let unknownSecondsMax: Int64 = 24 * 3600
  /// Seconds by which our clock may be ahead of a provider's.
  static let skewSecondsMax: Int64 = 60
  /// How often a read is tried before the caller hears that the provider is away.
  static let readAttemptsMax = 3
  /// Pause before the second try of a read; doubled each time, up to `pauseMax`.
  static let firstPause = Duration.milliseconds(250)
  static let pauseMax = Duration.seconds(2)
  /// Failures in a row after which the provider is left alone.
  static let breakerFailuresMax = 5
  /// Seconds for which it is left alone, unless it asks for more.
  static let breakerSeconds: Int64 = 30
  /// The longest `Retry-After` that is believed, in seconds.
  static let retryAfterSecondsMax: Int64 = 300
  /// Seconds for which a node looks for a route: it ends before our call does.
  static let routingSeconds: Int32 = 12
  /// Blocks for which a held payment may wait, about two days: longer, and its channels may close.
  static let holdBlocks: UInt64 = 288
  /// For how long one subscription to a node's invoices is open before it is renewed.
  static let streamLife = Duration.seconds(3600)
  /// The longest pause before a subscription is opened again.
  static let streamPauseMax = Duration.seconds(30)
  /// Entries of a provider's book on one page.
  static let bookPage: Int64 = 100
  /// Payments of a node on one page: 80 KiB each are about 140 attempts of four hops.
  static let nodePaymentsPage: Int64 = 50
  /// Pages of what went out that are read for one payment that the provider does not know by its
  /// reference.
  static let sentPagesMax: Int64 = 50
  /// Seconds that an invoice may be older than its payment: books are listed by when it was made.
  static let bookAgeSeconds: Int64 = 2 * 86_400
  /// Bytes of a memo; the invoice's own bound is a little above.
  static let memoBytesMax = 500
  /// Characters of a provider's explanation, and of what else it says, that go to the log.
  static let reasonCharactersMax = 300
  static let detailsCharactersMax = 1000
  /// Characters of a provider's number of a request.
  static let requestIDCharactersMax = 100
  /// Characters of the name of an account's holder.
  static let holderCharactersMax = 300
  /// Digits in a row that may be an account or a phone, and stay out of the log.
  static let loggedDigitsMax = 5
  /// Characters of a word, or of a part of one like `no_route`; a longer one may be a key, an
  /// invoice or a preimage, and is not kept.
  static let keptWordCharactersMax = 24
  /// Characters of what a Lightning address's service says that its payer is shown.
  static let lnurlReasonCharactersMax = 300
  /// Satoshis of one invoice (the provider's documentation).
  static let invoiceSatMax: Int64 = 20_000_000
  /// The last second of the year 9999: what is later is no moment.
  static let secondsMax: Int64 = 253_402_300_799
  /// Seconds by which the time of a webhook's event may differ from ours.
  static let webhookSkewSecondsMax: UInt64 = 1800
}

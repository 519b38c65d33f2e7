/// The bounds of payouts.
enum PayoutLimits {
  static let amountSatsMax: Int64 = 20_000_000
  /// For how long a quote may be used at most; a rail usually locks a rate as long.
  static let quoteSecondsMax: Int64 = 900
  /// For how much longer a rail is believed to carry it out: nobody can say for years what becomes
  /// of one that it has lost.
  static let lockSecondsMax: Int64 = 48 * 3600
  /// How far a rail's quote may be from the market, in either direction: ten percent.
  static let quoteBasisPointsMax: Int64 = 1000
  /// How much more than it had quoted a rail takes before people are told: one percent.
  static let slippageBasisPointsMax: Int64 = 100
  /// The fee limit where the caller sets none: a share of the amount, and a floor.
  static let feeLimitBasisPoints: Int64 = 100
  static let feeLimitSatsMin: Int64 = 5
  /// The floor of a payout to a bank, whose fee is a fixed one and is told after the quote.
  static let railFeeLimitSatsMin: Int64 = 100
  /// The most that a provider may say to have taken: all bitcoin that there will ever be.
  static let toldMsatMax: Int64 = 2_100_000_000_000_000_000
  /// How long after an attempt left the provider is asked about it.
  static let firstRequerySeconds: Int64 = 5
  /// How often a payout without an answer is asked about, by its age.
  static let requeryPauses: [(untilAgeSeconds: Int64, pauseSeconds: Int64)] = [
    (30, 5), (120, 15), (600, 60), (3600, 300),
  ]
  /// How long a provider that knows no such reference must have been quiet before it is sent again
  /// under the same one. Longer than the longest sending, with all that is read before it.
  static let resendAfterSeconds: Int64 = 120
  /// How long a payout is sent again that its provider says not to know: an invoice may be good for
  /// years. It is sent twice in any case.
  static let resendForSeconds: Int64 = 24 * 3600
  /// How long a payout is tried whose address cannot be resolved, or whose wallet is frozen, before
  /// the money goes back.
  static let reservedForSeconds: Int64 = 24 * 3600
  /// How long after a quote's end a payout that the provider never got is given up: until then a
  /// message on its way could still count.
  static let expiryGraceSeconds: Int64 = 600
  /// Seconds after which a payout that has no end yet is shown to people.
  static let stuckAfterSeconds: Int64 = 24 * 3600
  /// Payouts that one server carries on at the same time.
  static let atOnce = 64
  /// Of one user.
  static let ofUserAtOnce = 8
  /// To addresses on one host, as long as it has to be asked for an invoice: it may serve many.
  static let ofHostAtOnce = 8
  /// Payouts that are due of which one look sees.
  static let dueMax: Int64 = 64
  /// Payouts in one stream of BatchCreatePayouts.
  static let batchItemsMax = 10_000
  /// How many of them are worked on at a time: so they share commits, and no caller fills the queue
  /// of a server alone.
  static let batchAtOnce = 16
  /// For how long a bank may send back what had arrived, or pay what had failed, and we ask about
  /// it: 30 days.
  static let reversalSeconds: Int64 = 30 * 86_400
  /// How often: hourly on the first day, then every six hours.
  static let reversalPauseSeconds: Int64 = 3600
  static let reversalEagerSeconds: Int64 = 86_400
  static let reversalLaterPauseSeconds: Int64 = 6 * 3600
  /// How long a user waits until a payout that is over is asked about again.
  static let questionPauseSeconds: Int64 = 60
  /// The same of one that is under way.
  static let openQuestionPauseSeconds: Int64 = 2
  /// Users whose last question is remembered; with more of them, questions wait.
  static let questionUsersMax = 10_000
  /// Payouts that are asked about in one step.
  static let reversalBatch: Int64 = 20
}

/// The bounds of escrows.
enum EscrowLimits {
  /// Satoshis that one Lightning invoice of the provider can carry (Bitnob's limit).
  static let invoiceSatsMax: Int64 = 20_000_000
  /// The price of one job. The client's fee on top of it may need a second invoice.
  static let amountSatsMax: Int64 = 20_000_000
  static let amountMsatMax = amountSatsMax * 1000
  static let milestonesMax = 50
  /// Numbers of a job's milestones are not used again: so many can ever be added.
  static let milestoneNumberMax: Int16 = 500
  /// Those whose applications for one job may stand at once.
  static let applicationsMax = 200
  /// Those who may ever apply for it: each is a row that is looked at with all others.
  static let applicantsMax = 1000
  /// How long the terms may let the client look at a delivery, and how long if they do not say.
  static let inspectionSeconds: ClosedRange<Int64> = 1...90 * 86_400
  static let inspectionSecondsDefault: Int64 = 7 * 86_400
  static let revisionsDefault: Int16 = 3
  /// How long an escrow waits to be paid in full.
  static let fundingWindowSeconds: Int64 = 24 * 3600
  /// A payment that was under way when the window ended is waited for that long: the watcher asks
  /// about the invoice in between.
  static let fundingGraceSeconds: Int64 = 60
  /// How long after its end an invoice keeps its escrow waiting for the provider to say that it was
  /// not paid: longer than servers or providers are away, or whoever paid in time ahead of an
  /// outage would have paid too late. The client may cancel before that.
  static let unheardSecondsMax: Int64 = 7 * 86_400
  /// How long the other side can agree to what one side has proposed: nobody is bound by words of
  /// months ago.
  static let proposalSeconds: Int64 = 14 * 86_400
  /// How soon a timer looks again at what a dispute or an admin has stopped.
  static let stoppedRetrySeconds: Int64 = 3600
  /// What is left of a review, at least, when a client is let go who was stopped meanwhile.
  static let stoppedReviewSeconds: Int64 = 86_400
  /// A review that ends later than that after its time was ended by a server that had been away.
  static let reviewLateSeconds: Int64 = 600
  /// The most that it goes on for then.
  static let lateReviewSecondsMax: Int64 = 86_400
  /// How long after the job's deadline the client must wait for a refund of unsubmitted work.
  static let refundGraceSeconds: Int64 = 72 * 3600
  /// How long an invoice can be paid.
  static let invoiceExpirySeconds: Int64 = 3600
  /// Invoices of one escrow that nobody heard of and that are over: each lives for
  /// `invoiceExpirySeconds` or to the end of the funding window, the next one is made after that.
  static let lostInvoicesMax = Int(fundingWindowSeconds / invoiceExpirySeconds) + 1
  /// An invoice that can be paid for less than that is not worth asking for.
  static let invoiceExpirySecondsMin: Int64 = 60
}

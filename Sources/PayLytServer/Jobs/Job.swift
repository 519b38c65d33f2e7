/// What a job's own row knows; from assigned on, what users see follows from the escrow. Raw values
/// are stored.
enum JobState: Int16, Sendable, CaseIterable {
  /// Next: assigned, cancelled, expired.
  case open = 1
  /// Next: open, when it was not paid in time or one of the two declined. Else the escrow goes on.
  case assigned = 2
  /// Final.
  case cancelled = 3
  /// Only the client sees it. Next: open, cancelled.
  case draft = 4
  /// Final: nobody took it before its deadline.
  case expired = 5

  /// Whether its terms may still be changed.
  var isEditable: Bool {
    switch self {
    case .draft, .open: true
    case .assigned, .cancelled, .expired: false
    }
  }
}

/// Work that is offered.
struct Job: Hashable, Sendable, Versioned {
  let id: UUID
  let client: UUID
  var freelancer: UUID?
  var title: String
  var description: String
  var amountMsat: Int64
  var local: LocalValue
  var deadline: Timestamp
  var conditions: EscrowConditions
  /// Those of the moment when the terms were written: the escrow is opened with them.
  var fees: FeeRates
  /// Whether the client picks one of those who apply; otherwise the first one takes it.
  var requiresApplication: Bool
  /// Grows with each change of the terms.
  var termsVersion: Int32
  /// SHA-256 of the terms: what the freelancer agrees to.
  var termsSHA256: [UInt8]
  var state: JobState
  var escrow: UUID?
  var version: Int64
  let createdAt: Timestamp
  var updatedAt: Timestamp

  /// What the platform takes once all is released, and who bears it.
  var feeTerms: FeeTerms { FeeTerms(rates: fees, payer: conditions.feePayer) }

  /// The amount in the client's currency, as quoted before the decision.
  struct LocalValue: Hashable, Sendable {
    let currency: Asset
    /// nil when there was no rate: the price is bitcoin, and this only shows it.
    let worth: Worth?

    /// The same rate on another amount; nil when the result has no Int64.
    func value(of amountMsat: Int64) -> LocalValue? {
      guard let worth else { return self }
      return worth.value(of: amountMsat).map { LocalValue(currency: currency, worth: $0) }
    }
  }

  struct Worth: Hashable, Sendable {
    /// Minor units, rounded down.
    let minor: Int64
    let rateNumerator: Int64
    let rateDenominator: Int64
    let rateAt: Timestamp

    /// The same rate on another amount; nil when the result has no Int64.
    func value(of amountMsat: Int64) -> Worth? {
      Share.convert(amountMsat, numerator: rateNumerator, denominator: rateDenominator).map {
        Worth(
          minor: $0, rateNumerator: rateNumerator, rateDenominator: rateDenominator,
          rateAt: rateAt)
      }
    }
  }

  /// What a freelancer has read and agrees to.
  struct Agreement: Hashable, Sendable {
    let sha256: [UInt8]
    /// nil when only the content counts.
    var version: Int32?
  }

  /// - Throws: when `agreement` is not about the terms as they are.
  func check(_ agreement: Agreement) throws(JobError) {
    guard agreement.sha256 == termsSHA256, (agreement.version ?? termsVersion) == termsVersion
    else { throw .termsChanged }
  }

  /// Whether `freelancer` could take the job now under the terms that they read.
  func checkOffer(to freelancer: UUID, _ agreement: Agreement, at now: Timestamp) throws(JobError) {
    guard freelancer != client else { throw .ownJob }
    guard state == .open else { throw .notOpen(state) }
    guard now < deadline else { throw .deadlinePassed }
    try check(agreement)
  }

  /// The job is the freelancer's; its escrow exists from now on.
  mutating func assign(
    to freelancer: UUID, _ agreement: Agreement, escrow: UUID, at now: Timestamp
  ) throws(JobError) {
    try checkOffer(to: freelancer, agreement, at: now)
    state = .assigned
    self.freelancer = freelancer
    self.escrow = escrow
    touch(now)
  }

  mutating func publish(at now: Timestamp) throws(JobError) {
    guard state == .draft else { throw .notADraft(state) }
    guard now < deadline else { throw .deadlinePassed }
    state = .open
    touch(now)
  }

  mutating func cancel(at now: Timestamp) throws(JobError) {
    guard state.isEditable else { throw .notOpen(state) }
    state = .cancelled
    touch(now)
  }

  /// The escrow ended unpaid: the job may be taken by another one. Those who applied stay.
  mutating func reopen(at now: Timestamp) throws(JobError) {
    guard state == .assigned else { throw .notAssigned(state) }
    state = .open
    freelancer = nil
    escrow = nil
    touch(now)
  }

  mutating func expire(at now: Timestamp) throws(JobError) {
    guard state == .open else { throw .notOpen(state) }
    guard now >= deadline else { throw .deadlineAhead }
    state = .expired
    touch(now)
  }

  mutating func touch(_ now: Timestamp) {
    version += 1
    updatedAt = now
  }
}

/// One step of a job and its price.
struct JobMilestone: Hashable, Sendable {
  let id: UUID
  let job: UUID
  /// From 1, and never used again for another one.
  let number: Int16
  var title: String
  var amountMsat: Int64
  var isRemoved: Bool
}

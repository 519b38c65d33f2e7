/// The life of an escrow (docs/ARCHITECTURE.md shows it as a picture). Raw values are stored and
/// equal the API's.
enum EscrowState: Int16, Sendable, CaseIterable {
  /// Terms accepted. Next: awaitingPayment, partiallyFunded, paidLocked, cancelled, expired.
  case created = 1
  /// An invoice is out. Next: partiallyFunded, paidLocked, cancelled, expired.
  case awaitingPayment = 2
  /// A part is paid. Next: paidLocked, refunded.
  case partiallyFunded = 3
  /// All is held. Next: inReview, partiallyReleased, released, refunded, disputed, split.
  case paidLocked = 4
  /// Something is delivered. Next: paidLocked, partiallyReleased, released, refunded, disputed,
  /// split.
  case inReview = 5
  /// A part is paid out. Next: released, refunded, disputed, split.
  case partiallyReleased = 6
  /// Final.
  case released = 7
  /// Final.
  case refunded = 8
  /// Final.
  case cancelled = 9
  /// The two disagree, and what is held is frozen. Next: the state before, released, refunded,
  /// split.
  case disputed = 10
  /// Final: both got a part of what was held.
  case split = 11
  /// Final: it was not paid in time.
  case expired = 12

  var isFinal: Bool {
    switch self {
    case .released, .refunded, .cancelled, .split, .expired: true
    case .created, .awaitingPayment, .partiallyFunded, .paidLocked, .inReview, .partiallyReleased,
      .disputed:
      false
    }
  }

  /// Whether the full amount was paid and some of it is still held, at nobody's dispute.
  var isHolding: Bool {
    switch self {
    case .paidLocked, .inReview, .partiallyReleased: true
    case .created, .awaitingPayment, .partiallyFunded, .released, .refunded, .cancelled,
      .disputed, .split, .expired:
      false
    }
  }

  /// Whether it waits for money.
  var isUnpaid: Bool {
    switch self {
    case .created, .awaitingPayment, .partiallyFunded: true
    case .paidLocked, .inReview, .partiallyReleased, .released, .refunded, .cancelled, .disputed,
      .split, .expired:
      false
    }
  }
}

/// What was agreed when the escrow was opened. Only the deadline can change, and only by both.
struct EscrowTerms: Hashable, Sendable {
  let fees: FeeTerms
  /// When the work is due.
  var deadline: Timestamp
  /// Until when it must be paid in full.
  let fundBy: Timestamp
  /// How long the client may look at a delivery before it counts as accepted.
  let inspectionSeconds: Int64
  /// How often the client may ask for a revision of one milestone.
  let revisionsMax: Int16
  /// Whether the money goes back by itself when deadline and grace have passed with nothing
  /// delivered; otherwise the client asks for it.
  let isReturnedByTimer: Bool
}

/// The part of an escrow's terms that the two choose, beside price and deadline.
struct EscrowConditions: Hashable, Sendable {
  let feePayer: FeePayer
  let inspectionSeconds: Int64
  let revisionsMax: Int16
  let isReturnedByTimer: Bool
}

extension EscrowTerms {
  /// The terms of an escrow that is opened now.
  init(
    _ conditions: EscrowConditions, fees: FeeRates, deadline: Timestamp, openedAt now: Timestamp
  ) {
    self.init(
      fees: FeeTerms(rates: fees, payer: conditions.feePayer), deadline: deadline,
      fundBy: now.adding(seconds: EscrowLimits.fundingWindowSeconds),
      inspectionSeconds: conditions.inspectionSeconds, revisionsMax: conditions.revisionsMax,
      isReturnedByTimer: conditions.isReturnedByTimer)
  }
}

/// Which of the two have agreed to something.
struct Consents: OptionSet, Hashable, Sendable {
  let rawValue: Int16
  static let client = Consents(rawValue: 1)
  static let freelancer = Consents(rawValue: 2)
  static let both: Consents = [.client, .freelancer]
}

/// Money held for one job. Amounts are millisatoshis.
struct Escrow: Hashable, Sendable {
  let id: UUID
  let job: UUID
  let client: UUID
  let freelancer: UUID
  var terms: EscrowTerms
  var state: EscrowState
  /// The price: what the milestones are worth together.
  var amountMsat: Int64
  /// What the client pays on top of it for the platform.
  var clientFeeMsat: Int64
  /// What was paid in and counts.
  var fundedMsat: Int64
  /// What left for the freelancer and the platform.
  var releasedMsat: Int64
  /// What went back to the client.
  var refundedMsat: Int64
  /// What a dispute has frozen.
  var disputedMsat: Int64
  /// The platform's part of what was released, and how much of that was the client's.
  var feeTakenMsat: Int64
  var clientFeeTakenMsat: Int64
  var invoicesMade: Int32
  var isPaidLate: Bool
  var isOverpaid: Bool
  /// An admin stopped everything that would take money out.
  var isFrozen: Bool
  var stateBeforeDispute: EscrowState?
  /// The open dispute, or the last one.
  var dispute: UUID?
  var cancelConsents: Consents
  /// Until when the other side can agree to end it; nil while neither has, and once both have.
  var cancellableUntil: Timestamp?
  var restateConsents: Consents
  /// When the work would be due in what one side has proposed; nil: as it is.
  var restatedDeadline: Timestamp?
  /// What would be added in what one side has proposed.
  var newMilestones: [NewMilestone]
  /// Until when the other side can agree to it; nil while nothing is proposed.
  var restatableUntil: Timestamp?
  /// How many share what the freelancer gets; zero while it is theirs alone.
  var payeeCount: Int16
  var version: Int64
  let createdAt: Timestamp
  var updatedAt: Timestamp

  /// What must be paid in.
  var totalMsat: Int64 { amountMsat + clientFeeMsat }

  /// What is held now and can be released.
  var availableMsat: Int64 { fundedMsat - releasedMsat - refundedMsat - disputedMsat }

  /// What is still to be paid in.
  var dueMsat: Int64 { totalMsat - fundedMsat }

  /// The work that was paid for: what was released less the client's fee in it.
  var workReleasedMsat: Int64 { releasedMsat - clientFeeTakenMsat }

  /// The account that holds the money.
  var account: AccountID { AccountID(of: id, kind: .escrow, asset: .btc) }

  /// What pays for a larger scope, and where money that goes back arrives.
  var clientWallet: AccountID { AccountID(of: client, kind: .wallet, asset: .btc) }

  /// The account that holds it while it is in dispute.
  var disputedAccount: AccountID { AccountID(of: id, kind: .escrowDisputed, asset: .btc) }
}

extension Escrow {
  /// A new escrow that waits for money.
  init(
    opening id: UUID, job: UUID, client: UUID, freelancer: UUID, amountMsat: Int64,
    terms: EscrowTerms, at now: Timestamp
  ) {
    self.init(
      id: id, job: job, client: client, freelancer: freelancer, terms: terms, state: .created,
      amountMsat: amountMsat, clientFeeMsat: terms.fees.clientPart(of: amountMsat), fundedMsat: 0,
      releasedMsat: 0, refundedMsat: 0, disputedMsat: 0, feeTakenMsat: 0, clientFeeTakenMsat: 0,
      invoicesMade: 0, isPaidLate: false, isOverpaid: false, isFrozen: false,
      stateBeforeDispute: nil, dispute: nil, cancelConsents: [], cancellableUntil: nil,
      restateConsents: [], restatedDeadline: nil, newMilestones: [], restatableUntil: nil,
      payeeCount: 0, version: 1, createdAt: now, updatedAt: now)
  }
}

/// The life of an escrow (docs/ARCHITECTURE.md shows it as a picture). Raw values are stored and
/// equal the API's.
enum EscrowState: Int16, Sendable, CaseIterable {
  /// Terms accepted. Next: awaitingPayment, cancelled.
  case created = 1
  /// An invoice is out. Next: partiallyFunded, paidLocked, cancelled.
  case awaitingPayment = 2
  /// A part is paid. Next: paidLocked, refunded.
  case partiallyFunded = 3
  /// All is held. Next: inReview, partiallyReleased, released, refunded.
  case paidLocked = 4
  /// Something is delivered. Next: partiallyReleased, released, refunded.
  case inReview = 5
  /// Some milestones are paid out. Next: released, refunded.
  case partiallyReleased = 6
  /// Final.
  case released = 7
  /// Final.
  case refunded = 8
  /// Final.
  case cancelled = 9

  var isFinal: Bool {
    switch self {
    case .released, .refunded, .cancelled: true
    case .created, .awaitingPayment, .partiallyFunded, .paidLocked, .inReview, .partiallyReleased:
      false
    }
  }

  /// Whether the full amount was paid and some of it is still held.
  var isHolding: Bool {
    switch self {
    case .paidLocked, .inReview, .partiallyReleased: true
    case .created, .awaitingPayment, .partiallyFunded, .released, .refunded, .cancelled: false
    }
  }
}

/// Money held for one job. Amounts are millisatoshis.
struct Escrow: Hashable, Sendable {
  let id: UUID
  let job: UUID
  let client: UUID
  let freelancer: UUID
  var state: EscrowState
  let amountMsat: Int64
  var fundedMsat: Int64
  var releasedMsat: Int64
  var refundedMsat: Int64
  let feeBasisPoints: Int32
  var feeTakenMsat: Int64
  var invoicesMade: Int32
  var isPaidLate: Bool
  var isOverpaid: Bool
  let deadline: Timestamp
  var version: Int64
  let createdAt: Timestamp
  var updatedAt: Timestamp

  /// What is held now.
  var availableMsat: Int64 { fundedMsat - releasedMsat - refundedMsat }

  /// What is still to be paid in.
  var dueMsat: Int64 { amountMsat - fundedMsat }

  /// The account that holds the money.
  var account: AccountID { AccountID(of: id, kind: .escrow, asset: .btc) }
}

/// The life of one milestone. Raw values are stored and equal the API's.
enum MilestoneState: Int16, Sendable, CaseIterable {
  /// Next: funded, cancelled.
  case pending = 1
  /// Next: submitted, released, refunded.
  case funded = 2
  /// Next: released, refunded.
  case submitted = 3
  /// Final.
  case released = 4
  /// Final.
  case refunded = 5
  /// Final.
  case cancelled = 6

  var isHeld: Bool {
    switch self {
    case .funded, .submitted: true
    case .pending, .released, .refunded, .cancelled: false
    }
  }
}

/// One step of the work and its share of the money.
struct Milestone: Hashable, Sendable {
  let id: UUID
  let escrow: UUID
  /// From 1.
  let position: Int16
  let title: String
  let amountMsat: Int64
  var state: MilestoneState
  var deliveryNote: String
  var submittedAt: Timestamp?
}

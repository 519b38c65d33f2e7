import PayLytCrypto

@testable import PayLytServer

extension UUID {
  /// A different entity's id for each number.
  static func entity(_ number: UInt64) -> UUID {
    UUID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number << 8)
  }
}

extension Timestamp {
  /// Where the tests' time begins.
  static let start = Timestamp(microseconds: 1_750_000_000_000_000)
}

extension Caller {
  static let client = Caller.user(.entity(1), [.client])
  static let freelancer = Caller.user(.entity(2), [.freelancer])
  static let stranger = Caller.user(.entity(3), [.client, .freelancer])
  static let admin = Caller.user(.entity(4), [.admin])
}

extension Escrow {
  /// 100 000 sats for two milestones, created and not yet paid, with a fee of 2.5 %.
  static func fixture(
    state: EscrowState = .created, amountMsat: Int64 = 100_000_000, fundedMsat: Int64 = 0,
    releasedMsat: Int64 = 0, refundedMsat: Int64 = 0, feeBasisPoints: Int32 = 250,
    feeTakenMsat: Int64 = 0
  ) -> Escrow {
    Escrow(
      id: .entity(10), job: .entity(11), client: .entity(1), freelancer: .entity(2), state: state,
      amountMsat: amountMsat, fundedMsat: fundedMsat, releasedMsat: releasedMsat,
      refundedMsat: refundedMsat, feeBasisPoints: feeBasisPoints, feeTakenMsat: feeTakenMsat,
      invoicesMade: 0, isPaidLate: false, isOverpaid: false,
      deadline: Timestamp.start.adding(seconds: 7 * 86_400), version: 1, createdAt: .start,
      updatedAt: .start)
  }
}

extension Milestone {
  static func fixture(
    _ position: Int16, _ amountMsat: Int64, _ state: MilestoneState = .pending
  ) -> Milestone {
    Milestone(
      id: .entity(100 + UInt64(position)), escrow: .entity(10), position: position,
      title: "Step \(position)", amountMsat: amountMsat, state: state,
      deliveryNote: state == .submitted ? "done" : "",
      submittedAt: state == .submitted ? .start : nil)
  }
}

extension EscrowCase {
  /// A case as it looks in `state`: milestones of 60 000 and 40 000 sats; where money came in, all
  /// of it but in `.partiallyFunded` (30 000 sats); where work began, on the first milestone.
  static func fixture(_ state: EscrowState) -> EscrowCase {
    let whole: Int64 = 100_000_000
    let first: Int64 = 60_000_000
    let second: Int64 = 40_000_000
    func make(_ escrow: Escrow, _ a: MilestoneState, _ b: MilestoneState) -> EscrowCase {
      EscrowCase(escrow: escrow, milestones: [.fixture(1, first, a), .fixture(2, second, b)])
    }
    return switch state {
    case .created, .awaitingPayment: make(.fixture(state: state), .pending, .pending)
    case .partiallyFunded:
      make(.fixture(state: state, fundedMsat: 30_000_000), .pending, .pending)
    case .paidLocked: make(.fixture(state: state, fundedMsat: whole), .funded, .funded)
    case .inReview: make(.fixture(state: state, fundedMsat: whole), .submitted, .funded)
    case .partiallyReleased:
      make(
        .fixture(state: state, fundedMsat: whole, releasedMsat: first, feeTakenMsat: 1_500_000),
        .released, .funded)
    case .released:
      make(
        .fixture(state: state, fundedMsat: whole, releasedMsat: whole, feeTakenMsat: 2_500_000),
        .released, .released)
    case .refunded:
      make(
        .fixture(state: state, fundedMsat: whole, refundedMsat: whole), .refunded, .refunded)
    case .cancelled: make(.fixture(state: state), .cancelled, .cancelled)
    }
  }
}

extension JobTerms {
  static let fixture = JobTerms(
    title: "Website", description: "Three pages",
    steps: [
      Step(title: "Design", amountMsat: 60_000_000), Step(title: "Code", amountMsat: 40_000_000),
    ],
    deadline: Timestamp.start.adding(seconds: 7 * 86_400))
}

extension CreateJob.LocalValue {
  static let fixture = CreateJob.LocalValue(
    currency: .ngn, minor: 16_000_000, rateNumerator: 16, rateDenominator: 100, rateAt: .start)
}

extension Payout {
  /// 50 000 sats with a fee limit of 500.
  static func fixture(user: UUID = .entity(2)) -> Payout {
    Payout(
      id: .entity(20), user: user, amountMsat: 50_000_000, feeLimitMsat: 500_000,
      lightningAddress: "ada@example.org", provider: "simulator", at: .start)
  }
}

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

extension FeeRates {
  static let fixture = FeeRates(
    version: 1, basisPoints: 250, fixedMsat: 0, minMsat: 0, maxMsat: .max)

  /// A later version, which takes more of everything.
  static let dearer = FeeRates(
    version: 2, basisPoints: 1000, fixedMsat: 1_000_000, minMsat: 5_000, maxMsat: .max)
}

extension EscrowConditions {
  static let fixture = EscrowConditions(
    feePayer: .freelancer, inspectionSeconds: 7 * 86_400, revisionsMax: 2,
    isReturnedByTimer: false)
}

extension EscrowTerms {
  static func fixture(
    feeBasisPoints: Int32 = 250, fixedMsat: Int64 = 0, minMsat: Int64 = 0,
    maxMsat: Int64 = .max, payer: FeePayer = .freelancer, isReturnedByTimer: Bool = false
  ) -> EscrowTerms {
    EscrowTerms(
      fees: FeeTerms(
        rates: FeeRates(
          version: 1, basisPoints: feeBasisPoints, fixedMsat: fixedMsat, minMsat: minMsat,
          maxMsat: maxMsat), payer: payer),
      deadline: Timestamp.start.adding(seconds: 7 * 86_400),
      fundBy: Timestamp.start.adding(seconds: EscrowLimits.fundingWindowSeconds),
      inspectionSeconds: 7 * 86_400, revisionsMax: 2, isReturnedByTimer: isReturnedByTimer)
  }
}

extension Escrow {
  /// 100 000 sats for two milestones, created and not yet paid, with a fee of 2.5 %.
  static func fixture(
    state: EscrowState = .created, amountMsat: Int64 = 100_000_000, fundedMsat: Int64 = 0,
    releasedMsat: Int64 = 0, refundedMsat: Int64 = 0, disputedMsat: Int64 = 0,
    feeTakenMsat: Int64 = 0, terms: EscrowTerms = .fixture()
  ) -> Escrow {
    var escrow = Escrow(
      opening: .entity(10), job: .entity(11), client: .entity(1), freelancer: .entity(2),
      amountMsat: amountMsat, terms: terms, at: .start)
    escrow.state = state
    escrow.fundedMsat = fundedMsat
    escrow.releasedMsat = releasedMsat
    escrow.refundedMsat = refundedMsat
    escrow.disputedMsat = disputedMsat
    escrow.feeTakenMsat = feeTakenMsat
    if state == .disputed { escrow.stateBeforeDispute = .paidLocked }
    return escrow
  }
}

extension Milestone {
  static func fixture(
    _ position: Int16, _ amountMsat: Int64, _ state: MilestoneState = .pending
  ) -> Milestone {
    var milestone = Milestone(
      opening: .entity(100 + UInt64(position)), escrow: .entity(10), position: position,
      title: "Step \(position)", amountMsat: amountMsat)
    milestone.state = state
    if state == .released { milestone.releasedMsat = amountMsat }
    if state == .submitted {
      milestone.deliveryNote = "done"
      milestone.submittedAt = .start
      milestone.reviewUntil = Timestamp.start.adding(seconds: 7 * 86_400)
    }
    return milestone
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
    case .disputed:
      make(.fixture(state: state, fundedMsat: whole, disputedMsat: whole), .funded, .funded)
    case .split:
      make(
        .fixture(
          state: state, fundedMsat: whole, releasedMsat: 30_000_000, refundedMsat: 70_000_000,
          feeTakenMsat: 750_000), .split, .split)
    case .expired: make(.fixture(state: state), .cancelled, .cancelled)
    }
  }
}

extension JobTerms {
  static let fixture = JobTerms(
    title: "Website", description: "Three pages",
    steps: [
      Step(title: "Design", amountMsat: 60_000_000), Step(title: "Code", amountMsat: 40_000_000),
    ],
    deadline: Timestamp.start.adding(seconds: 7 * 86_400), conditions: .fixture,
    fees: .fixture)

  func with(_ conditions: EscrowConditions, fees: FeeRates = .fixture) -> JobTerms {
    JobTerms(
      title: title, description: description, steps: steps, deadline: deadline,
      conditions: conditions, fees: fees)
  }
}

extension Job.LocalValue {
  static let fixture = Job.LocalValue(
    currency: .ngn,
    worth: Job.Worth(
      minor: 16_000_000, rateNumerator: 16, rateDenominator: 100, rateAt: .start))
}

extension Payout {
  /// 50 000 sats with a fee limit of 500.
  static func fixture(user: UUID = .entity(2)) -> Payout {
    Payout(
      id: .entity(20), user: user,
      terms: .lightning(
        .lightningAddress, amountMsat: 50_000_000, feeLimitMsat: 500_000,
        destination: "ada@example.org"), provider: "simulator", at: .start)
  }
}

extension CreatePayout {
  /// To a Lightning address that is given as such.
  init(
    caller: Caller, request: RequestIdentity?, user: UUID, amountMsat: Int64, feeLimitMsat: Int64,
    lightningAddress: String, provider: String
  ) {
    self.init(
      caller: caller, request: request, user: user,
      order: .lightning(
        .lightning(
          .lightningAddress, amountMsat: amountMsat, feeLimitMsat: feeLimitMsat,
          destination: lightningAddress)), provider: provider)
  }
}

extension Secrets {
  /// - Parameter byte: which its secret repeats.
  /// - Parameter accepted: the same of other secrets that are good too.
  static func fixture(_ byte: UInt8 = 7, accepting accepted: UInt8...) -> Secrets {
    func master(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }
    guard let secrets = Secrets(master: master(byte), accepted: accepted.map(master)) else {
      preconditionFailure("32 bytes are a secret")
    }
    return secrets
  }
}

extension DetailKeys {
  static let fixture: DetailKeys = {
    guard let keys = DetailKeys([1: [UInt8](repeating: 1, count: 32)], current: 1) else {
      preconditionFailure("32 bytes are a key")
    }
    return keys
  }()
}

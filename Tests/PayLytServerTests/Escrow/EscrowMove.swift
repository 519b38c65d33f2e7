@testable import PayLytServer

/// Every move that an escrow case knows, as a value that a table of situations can hold.
enum EscrowMove: CaseIterable, Hashable {
  case fund, fundLate, payPart, payRest, payTooMuch
  case restateOne, restateBoth, restateTooMuch, restateWrong, expire, expireEarly, cancel
  case restateSecond, restateAway, restateDeadline, restatePast, restateWithdrawn
  case restateUpwards, restateAnew, restateTooLarge
  case submitFirst, submitSecond, submitUnknown
  case reviseFirst, prolongByClient, prolongByFreelancer, prolongTooLong, share
  case releaseFirst, releaseSecond, releaseUnknown, releaseAll
  case releasePart, releasePartOfSecond, releaseTooMuch, unansweredEarly, unansweredLate
  case refundByFreelancer, refundByClientEarly, refundByClientLate, refundByTimer
  case consentOne, consentBoth, consentWithdrawn
  case freeze, unfreeze, overrideSplit, overrideUnbalanced
  case dispute, withdrawDispute, settleToFreelancer, settleToClient, settleSplit, settleUnbalanced

  /// Where the money of one move goes, in millisatoshis.
  struct Effect: Hashable {
    var toEscrow: Int64 = 0
    var toClient: Int64 = 0
    var toFreelancer: Int64 = 0
    var toPlatform: Int64 = 0
  }

  static let partMsat: Int64 = 1_000_000
  static let excessMsat: Int64 = 7_000
  static let laterDeadline = Timestamp.start.adding(seconds: 30 * 86_400)
  static let later = Timestamp.start.adding(seconds: 60)

  /// Whether the two do it, one after the other.
  var isOfBoth: Bool {
    isRestatementOfBoth || self == .consentBoth
  }

  /// Whether the client takes back what they have not agreed to.
  var isOfNothing: Bool { self == .restateWithdrawn || self == .consentWithdrawn }

  var isRestatementOfBoth: Bool {
    [
      Self.restateBoth, .restateSecond, .restateAway, .restateDeadline, .restateUpwards,
      .restateAnew,
    ].contains(self)
  }

  var isPayment: Bool { [Self.payPart, .payRest, .payTooMuch].contains(self) }

  /// The moment of the move.
  func moment(_ held: EscrowCase) -> Timestamp {
    let due = held.escrow.terms.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    return switch self {
    case .refundByClientLate, .refundByTimer: due
    case .refundByClientEarly: Timestamp(microseconds: due.microseconds - 1)
    case .expire, .fundLate: held.escrow.terms.fundBy
    case .expireEarly: Timestamp(microseconds: held.escrow.terms.fundBy.microseconds - 1)
    case .unansweredLate: Timestamp.start.adding(seconds: 7 * 86_400)
    default: Self.later
    }
  }

  func apply(to held: inout EscrowCase) throws(EscrowError) -> Effect {
    let now = moment(held)
    switch self {
    case .fund, .fundLate:
      try held.issueInvoice(at: now)
      return Effect()
    case .payPart: return Self.effect(held.receive(paidMsat: Self.partMsat, at: now))
    case .payRest:
      return Self.effect(held.receive(paidMsat: max(held.escrow.dueMsat, 1000), at: now))
    case .payTooMuch:
      let paid = max(held.escrow.dueMsat, 0) + Self.excessMsat
      return Self.effect(held.receive(paidMsat: paid, at: now))
    case .restateOne, .restateBoth, .restateTooMuch, .restateWrong, .restateSecond, .restateAway,
      .restateDeadline, .restatePast, .restateWithdrawn, .restateUpwards, .restateAnew,
      .restateTooLarge:
      return try restate(&held, now)
    case .expire, .expireEarly: return Effect(toClient: try held.expire(at: now))
    case .cancel: return Effect(toClient: try held.cancel(at: now))
    case .submitFirst: return try submit(1, &held, now)
    case .submitSecond: return try submit(2, &held, now)
    case .submitUnknown: return try submit(3, &held, now)
    case .reviseFirst, .prolongByClient, .prolongByFreelancer, .prolongTooLong, .share, .freeze,
      .unfreeze:
      return try work(&held, now)
    case .releaseFirst, .releaseSecond, .releaseUnknown, .releaseAll, .releasePart,
      .releasePartOfSecond, .releaseTooMuch, .unansweredEarly, .unansweredLate:
      return Self.effect(try release(&held, now))
    case .refundByFreelancer: return try refund(.byFreelancer, &held, now)
    case .refundByClientEarly, .refundByClientLate: return try refund(.byClient, &held, now)
    case .refundByTimer: return try refund(.byTimer, &held, now)
    case .consentOne, .consentBoth, .consentWithdrawn: return try consent(&held, now)
    case .overrideSplit, .overrideUnbalanced, .dispute, .withdrawDispute, .settleToFreelancer,
      .settleToClient, .settleSplit, .settleUnbalanced:
      return try rule(&held, now)
    }
  }

  private func restate(
    _ held: inout EscrowCase, _ now: Timestamp
  ) throws(EscrowError) -> Effect {
    switch self {
    case .restateWrong: _ = try held.restate([60_000_001, -1], by: .client, at: now)
    case .restateTooMuch: _ = try held.restate([60_000_000, 40_000_000], by: .client, at: now)
    case .restateTooLarge:
      _ = try held.restate([60_000_000, EscrowLimits.amountMsatMax], by: .client, at: now)
    case .restateBoth: return try restate(&held, [20_000_000, 0], now)
    case .restateSecond: return try restate(&held, [60_000_000, 10_000_000], now)
    case .restateAway: return try restate(&held, [60_000_000, 0], now)
    case .restateDeadline: return try restate(&held, [], deadline: Self.laterDeadline, now)
    case .restateUpwards: return try restate(&held, [60_000_000, 55_000_000], now)
    case .restateAnew:
      return try restate(&held, [60_000_000, 30_000_000], adding: [.fixture(3, 15_000_000)], now)
    case .restatePast: _ = try held.restate([], deadline: now, by: .client, at: now)
    case .restateWithdrawn: try held.withdrawRestatement(by: .client, at: now)
    default: _ = try held.restate([20_000_000, 1_000], by: .client, at: now)
    }
    return Effect()
  }

  private func restate(
    _ held: inout EscrowCase, _ amounts: [Int64], adding added: [Milestone] = [],
    deadline: Timestamp? = nil, _ now: Timestamp
  ) throws(EscrowError) -> Effect {
    _ = try held.restate(amounts, adding: added, deadline: deadline, by: .freelancer, at: now)
    let difference = try held.restate(
      amounts, adding: added, deadline: deadline, by: .client, at: now)
    return Effect(
      toEscrow: difference?.toEscrowMsat ?? -1, toClient: difference?.toClientMsat ?? -1)
  }

  private func work(_ held: inout EscrowCase, _ now: Timestamp) throws(EscrowError) -> Effect {
    switch self {
    case .reviseFirst: try held.requestRevision(position: 1, note: "again", at: now)
    case .prolongByClient:
      try held.extendInspection(position: 1, seconds: 7 * 86_400, by: .client, at: now)
    case .prolongByFreelancer:
      try held.extendInspection(position: 1, seconds: 60 * 86_400, by: .freelancer, at: now)
    case .prolongTooLong:
      try held.extendInspection(position: 1, seconds: 90 * 86_400, by: .freelancer, at: now)
    case .share: try held.setPayees(2, at: now)
    default: try held.setFrozen(self == .freeze, at: now)
    }
    return Effect()
  }

  private func release(
    _ held: inout EscrowCase, _ now: Timestamp
  ) throws(EscrowError) -> EscrowCase.Payment {
    switch self {
    case .releaseFirst: try held.release(.milestone(1, amountMsat: nil), at: now)
    case .releaseSecond: try held.release(.milestone(2, amountMsat: nil), at: now)
    case .releaseUnknown: try held.release(.milestone(0, amountMsat: nil), at: now)
    case .releasePart: try held.release(.amount(10_000_000), at: now)
    case .releasePartOfSecond: try held.release(.milestone(2, amountMsat: 10_000_000), at: now)
    case .releaseTooMuch: try held.release(.amount(100_000_001), at: now)
    case .unansweredEarly, .unansweredLate: try held.releaseUnanswered(position: 1, at: now)
    default: try held.release(.all, at: now)
    }
  }

  private func consent(_ held: inout EscrowCase, _ now: Timestamp) throws(EscrowError) -> Effect {
    let isWithdrawn = self == .consentWithdrawn
    _ = try held.consentCancel(by: .client, isWithdrawn: isWithdrawn, at: now)
    guard self == .consentBoth else { return Effect() }
    let back = try held.consentCancel(by: .freelancer, isWithdrawn: false, at: now)
    return Effect(toClient: back ?? -1)
  }

  private func rule(_ held: inout EscrowCase, _ now: Timestamp) throws(EscrowError) -> Effect {
    let free = held.escrow.availableMsat
    let frozen = held.escrow.disputedMsat
    let ruling: (payment: EscrowCase.Payment?, refundMsat: Int64)
    switch self {
    case .dispute:
      _ = try held.openDispute(.entity(70), at: now)
      return Effect()
    case .withdrawDispute:
      _ = try held.withdrawDispute(openedAt: .start, at: now)
      return Effect()
    case .overrideSplit:
      ruling = try held.override(
        toFreelancerMsat: 10_000_000, toClientMsat: free - 10_000_000, at: now)
    case .overrideUnbalanced:
      ruling = try held.override(toFreelancerMsat: free, toClientMsat: 1, at: now)
    case .settleToFreelancer:
      ruling = try held.settleDispute(toFreelancerMsat: frozen, toClientMsat: 0, at: now)
    case .settleToClient:
      ruling = try held.settleDispute(toFreelancerMsat: 0, toClientMsat: frozen, at: now)
    case .settleSplit:
      ruling = try held.settleDispute(
        toFreelancerMsat: 10_000_000, toClientMsat: frozen - 10_000_000, at: now)
    default:
      ruling = try held.settleDispute(toFreelancerMsat: frozen, toClientMsat: 1, at: now)
    }
    return Effect(
      toClient: ruling.refundMsat, toFreelancer: ruling.payment?.netMsat ?? 0,
      toPlatform: ruling.payment?.feeMsat ?? 0)
  }

  private func submit(
    _ position: Int16, _ held: inout EscrowCase, _ now: Timestamp
  ) throws(EscrowError) -> Effect {
    try held.submit(position: position, note: "here", at: now)
    return Effect()
  }

  private func refund(
    _ claim: EscrowCase.RefundClaim, _ held: inout EscrowCase, _ now: Timestamp
  ) throws(EscrowError) -> Effect {
    Effect(
      toClient: try held.refund(claim, graceSeconds: EscrowLimits.refundGraceSeconds, at: now))
  }

  private static func effect(_ intake: EscrowCase.Intake) -> Effect {
    Effect(toEscrow: intake.toEscrowMsat, toClient: intake.toClientMsat)
  }

  private static func effect(_ payment: EscrowCase.Payment) -> Effect {
    Effect(toFreelancer: payment.netMsat, toPlatform: payment.feeMsat)
  }
}

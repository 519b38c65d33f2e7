@testable import PayLytServer

/// Every move that an escrow case knows, as a value that a table of situations can hold.
enum EscrowMove: CaseIterable, Hashable {
  case fund, payPart, payRest, payTooMuch
  case submitFirst, submitSecond, submitUnknown
  case releaseFirst, releaseSecond, releaseUnknown, releaseAll
  case refundByFreelancer, refundByAdmin, refundByClientEarly, refundByClientLate
  case cancel

  /// Where the money of one move goes, in millisatoshis.
  struct Effect: Hashable {
    var toEscrow: Int64 = 0
    var toClient: Int64 = 0
    var toFreelancer: Int64 = 0
    var toPlatform: Int64 = 0
  }

  static let partMsat: Int64 = 1_000_000
  static let excessMsat: Int64 = 7_000

  /// The moment of the move.
  func moment(_ held: EscrowCase) -> Timestamp {
    switch self {
    case .refundByClientLate:
      held.escrow.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    case .refundByClientEarly:
      Timestamp(
        microseconds: held.escrow.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
          .microseconds - 1)
    case .fund, .payPart, .payRest, .payTooMuch, .submitFirst, .submitSecond, .submitUnknown,
      .releaseFirst, .releaseSecond, .releaseUnknown, .releaseAll, .refundByFreelancer,
      .refundByAdmin, .cancel:
      Timestamp.start.adding(seconds: 60)
    }
  }

  func apply(to held: inout EscrowCase) throws(EscrowError) -> Effect {
    let now = moment(held)
    switch self {
    case .fund:
      try held.issueInvoice(at: now)
      return Effect()
    case .payPart: return Self.effect(held.receive(paidMsat: Self.partMsat, at: now))
    case .payRest:
      return Self.effect(held.receive(paidMsat: max(held.escrow.dueMsat, 1000), at: now))
    case .payTooMuch:
      let paid = max(held.escrow.dueMsat, 0) + Self.excessMsat
      return Self.effect(held.receive(paidMsat: paid, at: now))
    case .submitFirst: return try submit(1, &held, now)
    case .submitSecond: return try submit(2, &held, now)
    case .submitUnknown: return try submit(3, &held, now)
    case .releaseFirst: return Self.effect(try held.release(position: 1, at: now))
    case .releaseSecond: return Self.effect(try held.release(position: 2, at: now))
    case .releaseUnknown: return Self.effect(try held.release(position: 0, at: now))
    case .releaseAll: return Self.effect(try held.releaseAll(at: now))
    case .refundByFreelancer: return try refund(.byFreelancer, &held, now)
    case .refundByAdmin: return try refund(.byAdmin, &held, now)
    case .refundByClientEarly, .refundByClientLate: return try refund(.byClient, &held, now)
    case .cancel: return Effect(toClient: try held.cancel(at: now))
    }
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

@testable import PayLytServer

/// An escrow of two milestones; what was submitted or released is the first one.
struct EscrowScene: TableScene {
  enum State: String, CaseIterable {
    case created, awaitingPayment, partiallyFunded, paidLocked, inReview, partiallyReleased
    case released, refunded, cancelled, disputed, split, expired
    /// Paid in part, and the freelancer has proposed to do less for it.
    case restating
    /// Paid, and the freelancer has proposed to do more for more, which the client's wallet pays.
    case raising
    /// Paid, and the freelancer has agreed to give it back.
    case consented
    /// Paid in part, paid, under review: and the operators have frozen it.
    case frozenPart, frozen, frozenReview

    fileprivate var escrow: EscrowState {
      switch self {
      case .created: .created
      case .awaitingPayment: .awaitingPayment
      case .partiallyFunded, .restating, .frozenPart: .partiallyFunded
      case .paidLocked, .raising, .consented, .frozen: .paidLocked
      case .inReview, .frozenReview: .inReview
      case .partiallyReleased: .partiallyReleased
      case .released: .released
      case .refunded: .refunded
      case .cancelled: .cancelled
      case .disputed: .disputed
      case .split: .split
      case .expired: .expired
      }
    }
  }

  enum Move: String, CaseIterable {
    case fund = "FundEscrow"
    case submit = "SubmitMilestone"
    case submitUnknown = "SubmitMilestone, unknown"
    case revise = "RequestRevision"
    case prolong = "ExtendInspection"
    case prolongMuch = "ExtendInspection, by more than agreed"
    case share = "SetPayees"
    case releaseOne = "ReleaseMilestone"
    case releaseAll = "ReleaseEscrow"
    case releaseTooMuch = "ReleaseEscrow, more than is held"
    case refund = "RefundEscrow"
    case cancel = "CancelEscrow"
    case restate = "RestateEscrow"
    case restateUpwards = "RestateEscrow, upwards"
    case restateAnew = "RestateEscrow, something new"
    case restateDeadline = "RestateEscrow, another deadline"
    case restateWithdrawn = "RestateEscrow, taken back"
    case consent = "ConsentCancel"
    case dissent = "ConsentCancel, taken back"
    case freeze = "FreezeEscrow"
    case unfreeze = "UnfreezeEscrow"
    case override = "OverrideEscrow"
    case overrideUneven = "OverrideEscrow, unbalanced"
    case overrideAlone = "OverrideEscrow, above the limit"
  }

  static let service = "EscrowService"
  static let table = work + money + agreement + operators

  private let world = World()
  let escrow: UUID
  var store: MemoryStore { world.store }

  init(in state: State) throws {
    escrow = try world.escrow(in: state.escrow).escrow.id
    switch state {
    case .restating: _ = try carryOut(.restate, as: .freelancer)
    case .raising:
      world.topUp(1_000_000)
      _ = try carryOut(.restateAnew, as: .freelancer)
    case .consented: _ = try carryOut(.consent, as: .freelancer)
    case .frozenPart, .frozen, .frozenReview: _ = try carryOut(.freeze, as: .admin)
    case .created, .awaitingPayment, .partiallyFunded, .paidLocked, .inReview,
      .partiallyReleased, .released, .refunded, .cancelled, .disputed, .split, .expired:
      break
    }
  }

  func carryOut(_ move: Move, as who: TableCaller) throws -> String {
    let held: EscrowCase
    switch move {
    case .fund:
      held = try store.carryOut(
        FundEscrow(
          caller: who.caller, request: nil, escrow: escrow,
          made: world.made(for: world.held(escrow).escrow))
      ).held
    case .submit, .submitUnknown, .revise, .prolong, .prolongMuch, .share:
      held = try work(move, as: who.caller)
    case .releaseOne:
      held = try store.carryOut(
        ReleaseMilestone(caller: who.caller, request: nil, escrow: escrow, position: 2))
    case .releaseAll, .releaseTooMuch:
      held = try store.carryOut(
        ReleaseEscrow(
          caller: who.caller, request: nil, escrow: escrow,
          amountMsat: move == .releaseAll ? nil : 100_000_001))
    case .refund:
      held = try store.carryOut(
        RefundEscrow(caller: who.caller, request: nil, escrow: escrow, reason: "x"))
    case .cancel:
      held = try store.carryOut(CancelEscrow(caller: who.caller, request: nil, escrow: escrow))
    case .restate, .restateUpwards, .restateAnew, .restateDeadline, .restateWithdrawn:
      held = try restate(move, as: who.caller)
    case .consent, .dissent:
      held = try store.carryOut(
        ConsentCancel(
          caller: who.caller, request: nil, escrow: escrow, isWithdrawn: move == .dissent))
    case .freeze, .unfreeze, .override, .overrideUneven, .overrideAlone:
      held = try rule(move, as: who.caller)
    }
    let isRaised = held.milestones.count > 2
    return "\(held.escrow.state)" + (held.escrow.isFrozen ? ", frozen" : isRaised ? ", raised" : "")
  }

  private func work(_ move: Move, as caller: Caller) throws -> EscrowCase {
    switch move {
    case .revise:
      return try store.carryOut(
        RequestRevision(caller: caller, request: nil, escrow: escrow, position: 1, note: "x"))
    case .prolong, .prolongMuch:
      return try store.carryOut(
        ExtendInspection(
          caller: caller, request: nil, escrow: escrow, position: 1,
          seconds: (move == .prolong ? 1 : 8) * 86_400))
    case .share:
      return try store.carryOut(
        SetPayees(
          caller: caller, request: nil, escrow: escrow,
          shares: [.init(user: .entity(2), weight: 2), .init(user: .entity(3), weight: 1)]))
    default:
      return try store.carryOut(
        SubmitMilestone(
          caller: caller, request: nil, escrow: escrow, position: move == .submit ? 2 : 3,
          note: "done"))
    }
  }

  private func restate(_ move: Move, as caller: Caller) throws -> EscrowCase {
    let deadline = store.now.adding(seconds: 30 * 86_400)
    return try store.carryOut(
      RestateEscrow(
        caller: caller, request: nil, escrow: escrow,
        amounts: move == .restate
          ? [20_000_000, 0] : move == .restateUpwards ? [60_000_000, 40_000_001] : [],
        added: move == .restateAnew ? [NewMilestone(title: "more", amountMsat: 1_000_000)] : [],
        deadline: move == .restateDeadline ? deadline : nil,
        isWithdrawn: move == .restateWithdrawn))
  }

  private func rule(_ move: Move, as caller: Caller) throws -> EscrowCase {
    if move == .freeze {
      return try store.carryOut(
        FreezeEscrow(caller: caller, request: nil, escrow: escrow, reason: "x"))
    }
    if move == .unfreeze {
      return try store.carryOut(
        UnfreezeEscrow(caller: caller, request: nil, escrow: escrow, reason: "x"))
    }
    let rest = world.held(escrow).escrow.availableMsat - 10_000_000
    return try store.carryOut(
      OverrideEscrow(
        caller: caller, request: nil, escrow: escrow, toFreelancerMsat: 10_000_000,
        toClientMsat: move == .overrideUneven ? rest + 1 : rest, reason: "x",
        approvalLimitMsat: move == .overrideAlone ? 0 : .max))
  }
}

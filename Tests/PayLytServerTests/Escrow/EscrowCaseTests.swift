import Testing

@testable import PayLytServer

/// One allowed move: from where, to where, and what moves in the ledger.
struct AllowedMove: Sendable, CustomTestStringConvertible {
  let from: EscrowState
  let move: EscrowMove
  let to: EscrowState
  let effect: EscrowMove.Effect

  var testDescription: String { "\(from) → \(move) → \(to)" }

  private init(
    _ from: EscrowState, _ move: EscrowMove, _ to: EscrowState, _ effect: EscrowMove.Effect
  ) {
    self.from = from
    self.move = move
    self.to = to
    self.effect = effect
  }

  private static func paid(_ escrow: Int64, back: Int64 = 0) -> EscrowMove.Effect {
    EscrowMove.Effect(toEscrow: escrow, toClient: back)
  }

  private static func released(_ net: Int64, fee: Int64) -> EscrowMove.Effect {
    EscrowMove.Effect(toFreelancer: net, toPlatform: fee)
  }

  private static func both(_ net: Int64, fee: Int64, back: Int64) -> EscrowMove.Effect {
    EscrowMove.Effect(toClient: back, toFreelancer: net, toPlatform: fee)
  }

  private static func back(_ amount: Int64) -> EscrowMove.Effect {
    EscrowMove.Effect(toClient: amount)
  }

  /// All of them. The fixture holds 100 000 000 msat: 60 % for milestone 1, 40 % for milestone 2;
  /// 30 000 000 are there when it is partly funded; the fee is 2.5 %.
  static let all: [AllowedMove] = [
    AllowedMove(.created, .fund, .awaitingPayment, .init()),
    AllowedMove(.created, .payPart, .partiallyFunded, paid(1_000_000)),
    AllowedMove(.created, .payRest, .paidLocked, paid(100_000_000)),
    AllowedMove(.created, .payTooMuch, .paidLocked, paid(100_000_000, back: 7_000)),
    AllowedMove(.created, .cancel, .cancelled, .init()),
    AllowedMove(.created, .expire, .expired, .init()),
    AllowedMove(.created, .share, .created, .init()),
    AllowedMove(.created, .freeze, .created, .init()),

    AllowedMove(.awaitingPayment, .fund, .awaitingPayment, .init()),
    AllowedMove(.awaitingPayment, .payPart, .partiallyFunded, paid(1_000_000)),
    AllowedMove(.awaitingPayment, .payRest, .paidLocked, paid(100_000_000)),
    AllowedMove(.awaitingPayment, .payTooMuch, .paidLocked, paid(100_000_000, back: 7_000)),
    AllowedMove(.awaitingPayment, .cancel, .cancelled, .init()),
    AllowedMove(.awaitingPayment, .expire, .expired, .init()),
    AllowedMove(.awaitingPayment, .share, .awaitingPayment, .init()),
    AllowedMove(.awaitingPayment, .freeze, .awaitingPayment, .init()),

    AllowedMove(.partiallyFunded, .fund, .partiallyFunded, .init()),
    AllowedMove(.partiallyFunded, .payPart, .partiallyFunded, paid(1_000_000)),
    AllowedMove(.partiallyFunded, .payRest, .paidLocked, paid(70_000_000)),
    AllowedMove(.partiallyFunded, .payTooMuch, .paidLocked, paid(70_000_000, back: 7_000)),
    AllowedMove(.partiallyFunded, .cancel, .refunded, back(30_000_000)),
    AllowedMove(.partiallyFunded, .expire, .refunded, back(30_000_000)),
    AllowedMove(.partiallyFunded, .restateOne, .partiallyFunded, .init()),
    AllowedMove(.partiallyFunded, .restateBoth, .paidLocked, back(10_000_000)),
    AllowedMove(.partiallyFunded, .restateWithdrawn, .partiallyFunded, .init()),
    AllowedMove(.partiallyFunded, .share, .partiallyFunded, .init()),
    AllowedMove(.partiallyFunded, .freeze, .partiallyFunded, .init()),

    AllowedMove(.paidLocked, .restateOne, .paidLocked, .init()),
    AllowedMove(.paidLocked, .restateBoth, .paidLocked, back(80_000_000)),
    AllowedMove(.paidLocked, .restateSecond, .paidLocked, back(30_000_000)),
    AllowedMove(.paidLocked, .restateAway, .paidLocked, back(40_000_000)),
    AllowedMove(.paidLocked, .restateDeadline, .paidLocked, .init()),
    AllowedMove(.paidLocked, .restateUpwards, .paidLocked, paid(15_000_000)),
    AllowedMove(.paidLocked, .restateAnew, .paidLocked, paid(5_000_000)),
    AllowedMove(.paidLocked, .restateWithdrawn, .paidLocked, .init()),
    AllowedMove(.paidLocked, .payPart, .paidLocked, back(1_000_000)),
    AllowedMove(.paidLocked, .payRest, .paidLocked, back(1_000)),
    AllowedMove(.paidLocked, .payTooMuch, .paidLocked, back(7_000)),
    AllowedMove(.paidLocked, .submitFirst, .inReview, .init()),
    AllowedMove(.paidLocked, .submitSecond, .inReview, .init()),
    AllowedMove(
      .paidLocked, .releaseFirst, .partiallyReleased, released(58_500_000, fee: 1_500_000)),
    AllowedMove(
      .paidLocked, .releaseSecond, .partiallyReleased, released(39_000_000, fee: 1_000_000)),
    AllowedMove(.paidLocked, .releaseAll, .released, released(97_500_000, fee: 2_500_000)),
    AllowedMove(.paidLocked, .refundByFreelancer, .refunded, back(100_000_000)),
    AllowedMove(.paidLocked, .refundByClientLate, .refunded, back(100_000_000)),
    AllowedMove(.paidLocked, .share, .paidLocked, .init()),
    AllowedMove(.paidLocked, .freeze, .paidLocked, .init()),
    AllowedMove(.paidLocked, .releasePart, .partiallyReleased, released(9_750_000, fee: 250_000)),
    AllowedMove(
      .paidLocked, .releasePartOfSecond, .partiallyReleased, released(9_750_000, fee: 250_000)),
    AllowedMove(.paidLocked, .consentOne, .paidLocked, .init()),
    AllowedMove(.paidLocked, .consentWithdrawn, .paidLocked, .init()),
    AllowedMove(.paidLocked, .consentBoth, .refunded, back(100_000_000)),
    AllowedMove(
      .paidLocked, .overrideSplit, .split, both(9_750_000, fee: 250_000, back: 90_000_000)),
    AllowedMove(.paidLocked, .dispute, .disputed, .init()),

    AllowedMove(.inReview, .restateOne, .inReview, .init()),
    AllowedMove(.inReview, .restateBoth, .inReview, back(80_000_000)),
    AllowedMove(.inReview, .restateSecond, .inReview, back(30_000_000)),
    AllowedMove(.inReview, .restateAway, .inReview, back(40_000_000)),
    AllowedMove(.inReview, .restateDeadline, .inReview, .init()),
    AllowedMove(.inReview, .restateUpwards, .inReview, paid(15_000_000)),
    AllowedMove(.inReview, .restateAnew, .inReview, paid(5_000_000)),
    AllowedMove(.inReview, .restateWithdrawn, .inReview, .init()),
    AllowedMove(.inReview, .payPart, .inReview, back(1_000_000)),
    AllowedMove(.inReview, .payRest, .inReview, back(1_000)),
    AllowedMove(.inReview, .payTooMuch, .inReview, back(7_000)),
    AllowedMove(.inReview, .submitSecond, .inReview, .init()),
    AllowedMove(.inReview, .releaseFirst, .partiallyReleased, released(58_500_000, fee: 1_500_000)),
    AllowedMove(
      .inReview, .releaseSecond, .partiallyReleased, released(39_000_000, fee: 1_000_000)),
    AllowedMove(.inReview, .releaseAll, .released, released(97_500_000, fee: 2_500_000)),
    AllowedMove(.inReview, .refundByFreelancer, .refunded, back(100_000_000)),
    AllowedMove(.inReview, .reviseFirst, .paidLocked, .init()),
    AllowedMove(.inReview, .prolongByClient, .inReview, .init()),
    AllowedMove(.inReview, .prolongByFreelancer, .inReview, .init()),
    AllowedMove(
      .inReview, .unansweredLate, .partiallyReleased, released(58_500_000, fee: 1_500_000)),
    AllowedMove(.inReview, .share, .inReview, .init()),
    AllowedMove(.inReview, .freeze, .inReview, .init()),
    AllowedMove(.inReview, .releasePart, .partiallyReleased, released(9_750_000, fee: 250_000)),
    AllowedMove(
      .inReview, .releasePartOfSecond, .partiallyReleased, released(9_750_000, fee: 250_000)),
    AllowedMove(.inReview, .consentOne, .inReview, .init()),
    AllowedMove(.inReview, .consentWithdrawn, .inReview, .init()),
    AllowedMove(.inReview, .consentBoth, .refunded, back(100_000_000)),
    AllowedMove(
      .inReview, .overrideSplit, .split, both(9_750_000, fee: 250_000, back: 90_000_000)),
    AllowedMove(.inReview, .dispute, .disputed, .init()),

    AllowedMove(.partiallyReleased, .restateSecond, .partiallyReleased, back(30_000_000)),
    AllowedMove(.partiallyReleased, .restateAway, .released, back(40_000_000)),
    AllowedMove(.partiallyReleased, .restateDeadline, .partiallyReleased, .init()),
    AllowedMove(.partiallyReleased, .restateUpwards, .partiallyReleased, paid(15_000_000)),
    AllowedMove(.partiallyReleased, .restateAnew, .partiallyReleased, paid(5_000_000)),
    AllowedMove(.partiallyReleased, .restateWithdrawn, .partiallyReleased, .init()),
    AllowedMove(.partiallyReleased, .payPart, .partiallyReleased, back(1_000_000)),
    AllowedMove(.partiallyReleased, .payRest, .partiallyReleased, back(1_000)),
    AllowedMove(.partiallyReleased, .payTooMuch, .partiallyReleased, back(7_000)),
    AllowedMove(.partiallyReleased, .submitSecond, .partiallyReleased, .init()),
    AllowedMove(
      .partiallyReleased, .releaseSecond, .released, released(39_000_000, fee: 1_000_000)),
    AllowedMove(.partiallyReleased, .releaseAll, .released, released(39_000_000, fee: 1_000_000)),
    AllowedMove(.partiallyReleased, .refundByFreelancer, .refunded, back(40_000_000)),
    AllowedMove(.partiallyReleased, .share, .partiallyReleased, .init()),
    AllowedMove(.partiallyReleased, .freeze, .partiallyReleased, .init()),
    AllowedMove(
      .partiallyReleased, .releasePart, .partiallyReleased, released(9_750_000, fee: 250_000)),
    AllowedMove(
      .partiallyReleased, .releasePartOfSecond, .partiallyReleased,
      released(9_750_000, fee: 250_000)),
    AllowedMove(.partiallyReleased, .consentOne, .partiallyReleased, .init()),
    AllowedMove(.partiallyReleased, .consentWithdrawn, .partiallyReleased, .init()),
    AllowedMove(.partiallyReleased, .consentBoth, .refunded, back(40_000_000)),
    AllowedMove(
      .partiallyReleased, .overrideSplit, .split, both(9_750_000, fee: 250_000, back: 30_000_000)),
    AllowedMove(.partiallyReleased, .dispute, .disputed, .init()),

    AllowedMove(.disputed, .payPart, .disputed, back(1_000_000)),
    AllowedMove(.disputed, .payRest, .disputed, back(1_000)),
    AllowedMove(.disputed, .payTooMuch, .disputed, back(7_000)),
    AllowedMove(.disputed, .freeze, .disputed, .init()),
    AllowedMove(.disputed, .withdrawDispute, .paidLocked, .init()),
    AllowedMove(.disputed, .settleToFreelancer, .released, released(97_500_000, fee: 2_500_000)),
    AllowedMove(.disputed, .settleToClient, .refunded, back(100_000_000)),
    AllowedMove(.disputed, .settleSplit, .split, both(9_750_000, fee: 250_000, back: 90_000_000)),

    AllowedMove(.released, .payPart, .released, back(1_000_000)),
    AllowedMove(.released, .payRest, .released, back(1_000)),
    AllowedMove(.released, .payTooMuch, .released, back(7_000)),
    AllowedMove(.refunded, .payPart, .refunded, back(1_000_000)),
    AllowedMove(.refunded, .payRest, .refunded, back(1_000)),
    AllowedMove(.refunded, .payTooMuch, .refunded, back(7_000)),
    AllowedMove(.cancelled, .payPart, .cancelled, back(1_000_000)),
    AllowedMove(.cancelled, .payRest, .cancelled, back(100_000_000)),
    AllowedMove(.cancelled, .payTooMuch, .cancelled, back(100_007_000)),
    AllowedMove(.split, .payPart, .split, back(1_000_000)),
    AllowedMove(.split, .payRest, .split, back(1_000)),
    AllowedMove(.split, .payTooMuch, .split, back(7_000)),
    AllowedMove(.expired, .payPart, .expired, back(1_000_000)),
    AllowedMove(.expired, .payRest, .expired, back(100_000_000)),
    AllowedMove(.expired, .payTooMuch, .expired, back(100_007_000)),
  ]
}

/// One move that its state does not allow.
struct RefusedMove: Sendable, CustomTestStringConvertible {
  let from: EscrowState
  let move: EscrowMove
  let error: EscrowError

  var testDescription: String { "\(from) → \(move)" }

  /// All the others.
  static let all: [RefusedMove] = EscrowState.allCases.flatMap { from in
    EscrowMove.allCases.compactMap { move in
      if AllowedMove.all.contains(where: { $0.from == from && $0.move == move }) { return nil }
      return RefusedMove(from: from, move: move, error: error(from, move))
    }
  }

  private static func error(_ from: EscrowState, _ move: EscrowMove) -> EscrowError {
    let until = Escrow.fixture().terms.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    return switch move {
    case .submitUnknown: .unknownMilestone(position: 3)
    case .releaseUnknown: .unknownMilestone(position: 0)
    case .fund: .illegalTransition(from: from, move: "fund")
    case .fundLate:
      from.isUnpaid ? .fundingWindowOver : .illegalTransition(from: from, move: "fund")
    case .cancel: .illegalTransition(from: from, move: "cancel")
    case .expireEarly where from.isUnpaid: .fundingWindowOpen(until: Escrow.fixture().terms.fundBy)
    case .expire, .expireEarly: .illegalTransition(from: from, move: "expire")
    case .restateWrong where from == .partiallyFunded,
      .restateUpwards where from == .partiallyFunded,
      .restateAnew where from == .partiallyFunded,
      .restateTooLarge where from == .partiallyFunded:
      .notASmallerScope
    case .restateTooLarge where from.isHolding: .scopeTooLarge
    case .restateTooMuch where from == .partiallyFunded: .scopeOverFunded(30_000_000)
    case .restateOne where from.isHolding, .restateBoth where from.isHolding,
      .restateWrong where from.isHolding:
      .notAScope
    case .restateTooMuch where from.isHolding: .nothingRestated
    case .restateSecond where from == .partiallyFunded,
      .restateAway where from == .partiallyFunded,
      .restateDeadline where from == .partiallyFunded:
      .scopeOverFunded(30_000_000)
    case .restatePast where from.isHolding || from == .partiallyFunded: .deadlineNotAhead
    case .restateOne, .restateBoth, .restateTooMuch, .restateWrong, .restateSecond, .restateAway,
      .restateDeadline, .restatePast, .restateWithdrawn, .restateUpwards, .restateAnew,
      .restateTooLarge:
      .illegalTransition(from: from, move: "be restated")
    case .freeze: .illegalTransition(from: from, move: "be frozen")
    case .unfreeze:
      from.isFinal ? .illegalTransition(from: from, move: "be unfrozen") : .notFrozen
    case .share: .illegalTransition(from: from, move: "get other payees")
    case .payPart, .payRest, .payTooMuch:
      preconditionFailure("a payment is never refused")
    case .refundByClientEarly, .refundByClientLate, .refundByTimer:
      from.isHolding
        ? .refundNotDue(until: until) : .illegalTransition(from: from, move: "refund")
    case .refundByFreelancer: .illegalTransition(from: from, move: "refund")
    case .consentOne, .consentBoth, .consentWithdrawn:
      .illegalTransition(from: from, move: "be cancelled")
    default: workError(from, move)
    }
  }

  private static func workError(_ from: EscrowState, _ move: EscrowMove) -> EscrowError {
    func notOpen(_ state: MilestoneState) -> EscrowError {
      .milestoneNotOpen(position: 1, state: state)
    }
    let firstState = EscrowCase.fixture(from).milestones[0].state
    return switch move {
    case .submitFirst where from.isHolding, .reviseFirst where from.isHolding,
      .prolongByClient where from.isHolding, .prolongByFreelancer where from.isHolding,
      .releaseFirst where from.isHolding, .unansweredLate, .unansweredEarly:
      notOpen(firstState)
    case .prolongTooLong where from == .inReview:
      .inspectionTooLong(EscrowLimits.inspectionSeconds.upperBound)
    case .prolongTooLong where from.isHolding: notOpen(firstState)
    case .submitFirst, .submitSecond: .illegalTransition(from: from, move: "submit")
    case .reviseFirst: .illegalTransition(from: from, move: "go back to work")
    case .prolongByClient, .prolongByFreelancer, .prolongTooLong:
      .illegalTransition(from: from, move: "be looked at longer")
    case .releaseTooMuch where from.isHolding:
      .amountOverHeld(from == .partiallyReleased ? 40_000_000 : 100_000_000)
    case .overrideUnbalanced where from.isHolding:
      .unbalanced(from == .partiallyReleased ? 40_000_000 : 100_000_000)
    case .overrideSplit, .overrideUnbalanced:
      .illegalTransition(from: from, move: "be overridden")
    case .settleUnbalanced where from == .disputed: .unbalanced(100_000_000)
    case .settleToFreelancer, .settleToClient, .settleSplit, .settleUnbalanced:
      .illegalTransition(from: from, move: "be settled")
    case .withdrawDispute:
      .illegalTransition(from: from, move: "have its dispute withdrawn")
    case .dispute: .illegalTransition(from: from, move: "be disputed")
    default: .illegalTransition(from: from, move: "release")
    }
  }
}

extension EscrowCase {
  /// All that is in it, in dispute or not.
  var heldMsat: Int64 { escrow.availableMsat + escrow.disputedMsat }
}

@Suite("The escrow's state machine")
struct EscrowCaseTests {
  @Test("an allowed move leads to its state and moves its amounts", arguments: AllowedMove.all)
  func allowed(situation: AllowedMove) throws {
    let before = EscrowCase.fixture(situation.from)
    var held = before
    let effect = try situation.move.apply(to: &held)
    #expect(held.escrow.state == situation.to)
    #expect(effect == situation.effect)
    guard !situation.move.isOfNothing else {
      #expect(held == before)
      return
    }
    let steps: Int64 = situation.move.isOfBoth ? 2 : 1
    #expect(held.escrow.version == before.escrow.version + steps)
    #expect(held.escrow.updatedAt == situation.move.moment(before))
    let left =
      situation.move.isPayment
      ? 0 : effect.toClient + effect.toFreelancer + effect.toPlatform
    #expect(held.heldMsat == before.heldMsat + effect.toEscrow - left)
  }

  @Test(
    "every other move is refused with its reason and changes nothing", arguments: RefusedMove.all)
  func refused(situation: RefusedMove) {
    let before = EscrowCase.fixture(situation.from)
    var held = before
    #expect(throws: situation.error) { try situation.move.apply(to: &held) }
    #expect(held == before)
  }

  @Test("each state and move is in exactly one of the two tables")
  func complete() {
    let moves = AllowedMove.all.map { "\($0.from) \($0.move)" }
    #expect(Set(moves).count == moves.count)
    #expect(
      moves.count + RefusedMove.all.count == EscrowState.allCases.count * EscrowMove.allCases.count)
  }

  @Test("a final state holds no money and no open milestone", arguments: EscrowState.allCases)
  func final(state: EscrowState) {
    let held = EscrowCase.fixture(state)
    #expect(!state.isFinal || held.escrow.availableMsat == 0)
    #expect(!state.isFinal || !held.milestones.contains { $0.state.isHeld })
    #expect(!(state.isFinal && state.isHolding))
  }

  @Test(
    "each milestone follows its escrow",
    arguments: [
      (EscrowState.created, EscrowMove.payRest, [MilestoneState.funded, .funded]),
      (.created, .payPart, [.pending, .pending]),
      (.created, .cancel, [.cancelled, .cancelled]),
      (.partiallyFunded, .payTooMuch, [.funded, .funded]),
      (.partiallyFunded, .cancel, [.cancelled, .cancelled]),
      (.paidLocked, .submitSecond, [.funded, .submitted]),
      (.paidLocked, .releaseFirst, [.released, .funded]),
      (.paidLocked, .restateAnew, [.funded, .funded, .funded]),
      (.inReview, .restateAnew, [.submitted, .funded, .funded]),
      (.partiallyReleased, .restateAnew, [.released, .funded, .funded]),
      (.inReview, .releaseSecond, [.submitted, .released]),
      (.inReview, .refundByFreelancer, [.refunded, .refunded]),
      (.partiallyReleased, .releaseAll, [.released, .released]),
      (.partiallyReleased, .refundByFreelancer, [.released, .refunded]),
    ])
  func milestones(from: EscrowState, move: EscrowMove, expected: [MilestoneState]) throws {
    var held = EscrowCase.fixture(from)
    _ = try move.apply(to: &held)
    #expect(held.milestones.map(\.state) == expected)
  }

  @Test("a submitted milestone keeps its note and its moment")
  func submission() throws {
    var held = EscrowCase.fixture(.paidLocked)
    let moment = Timestamp.start.adding(seconds: 5)
    try held.submit(position: 2, note: "see attachment", at: moment)
    #expect(held.milestones[1].deliveryNote == "see attachment")
    #expect(held.milestones[1].submittedAt == moment)
    #expect(held.milestones[0].submittedAt == nil)
  }

  @Test("milestones are kept by position, however they come")
  func order() {
    let case1 = EscrowCase.fixture(.paidLocked)
    let shuffled = EscrowCase(
      escrow: case1.escrow, milestones: Array(case1.milestones.reversed()))
    #expect(shuffled == case1)
  }
}

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

    AllowedMove(.awaitingPayment, .fund, .awaitingPayment, .init()),
    AllowedMove(.awaitingPayment, .payPart, .partiallyFunded, paid(1_000_000)),
    AllowedMove(.awaitingPayment, .payRest, .paidLocked, paid(100_000_000)),
    AllowedMove(.awaitingPayment, .payTooMuch, .paidLocked, paid(100_000_000, back: 7_000)),
    AllowedMove(.awaitingPayment, .cancel, .cancelled, .init()),

    AllowedMove(.partiallyFunded, .fund, .partiallyFunded, .init()),
    AllowedMove(.partiallyFunded, .payPart, .partiallyFunded, paid(1_000_000)),
    AllowedMove(.partiallyFunded, .payRest, .paidLocked, paid(70_000_000)),
    AllowedMove(.partiallyFunded, .payTooMuch, .paidLocked, paid(70_000_000, back: 7_000)),
    AllowedMove(.partiallyFunded, .cancel, .refunded, back(30_000_000)),

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
    AllowedMove(.paidLocked, .refundByAdmin, .refunded, back(100_000_000)),
    AllowedMove(.paidLocked, .refundByClientLate, .refunded, back(100_000_000)),

    AllowedMove(.inReview, .payPart, .inReview, back(1_000_000)),
    AllowedMove(.inReview, .payRest, .inReview, back(1_000)),
    AllowedMove(.inReview, .payTooMuch, .inReview, back(7_000)),
    AllowedMove(.inReview, .submitSecond, .inReview, .init()),
    AllowedMove(.inReview, .releaseFirst, .partiallyReleased, released(58_500_000, fee: 1_500_000)),
    AllowedMove(
      .inReview, .releaseSecond, .partiallyReleased, released(39_000_000, fee: 1_000_000)),
    AllowedMove(.inReview, .releaseAll, .released, released(97_500_000, fee: 2_500_000)),
    AllowedMove(.inReview, .refundByFreelancer, .refunded, back(100_000_000)),
    AllowedMove(.inReview, .refundByAdmin, .refunded, back(100_000_000)),

    AllowedMove(.partiallyReleased, .payPart, .partiallyReleased, back(1_000_000)),
    AllowedMove(.partiallyReleased, .payRest, .partiallyReleased, back(1_000)),
    AllowedMove(.partiallyReleased, .payTooMuch, .partiallyReleased, back(7_000)),
    AllowedMove(.partiallyReleased, .submitSecond, .partiallyReleased, .init()),
    AllowedMove(
      .partiallyReleased, .releaseSecond, .released, released(39_000_000, fee: 1_000_000)),
    AllowedMove(.partiallyReleased, .releaseAll, .released, released(39_000_000, fee: 1_000_000)),
    AllowedMove(.partiallyReleased, .refundByFreelancer, .refunded, back(40_000_000)),
    AllowedMove(.partiallyReleased, .refundByAdmin, .refunded, back(40_000_000)),

    AllowedMove(.released, .payPart, .released, back(1_000_000)),
    AllowedMove(.released, .payRest, .released, back(1_000)),
    AllowedMove(.released, .payTooMuch, .released, back(7_000)),
    AllowedMove(.refunded, .payPart, .refunded, back(1_000_000)),
    AllowedMove(.refunded, .payRest, .refunded, back(1_000)),
    AllowedMove(.refunded, .payTooMuch, .refunded, back(7_000)),
    AllowedMove(.cancelled, .payPart, .cancelled, back(1_000_000)),
    AllowedMove(.cancelled, .payRest, .cancelled, back(100_000_000)),
    AllowedMove(.cancelled, .payTooMuch, .cancelled, back(100_007_000)),
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
    let until = Escrow.fixture().deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    return switch move {
    case .submitUnknown: .unknownMilestone(position: 3)
    case .releaseUnknown: .unknownMilestone(position: 0)
    case .fund: .illegalTransition(from: from, move: "fund")
    case .cancel: .illegalTransition(from: from, move: "cancel")
    case .submitFirst where from == .inReview: .milestoneNotOpen(position: 1, state: .submitted)
    case .submitFirst where from == .partiallyReleased:
      .milestoneNotOpen(position: 1, state: .released)
    case .submitFirst, .submitSecond: .illegalTransition(from: from, move: "submit")
    case .releaseFirst where from == .partiallyReleased:
      .milestoneNotOpen(position: 1, state: .released)
    case .releaseFirst, .releaseSecond, .releaseAll:
      .illegalTransition(from: from, move: "release")
    case .refundByClientEarly, .refundByClientLate:
      from.isHolding
        ? .refundNotDue(until: until) : .illegalTransition(from: from, move: "refund")
    case .refundByFreelancer, .refundByAdmin: .illegalTransition(from: from, move: "refund")
    case .payPart, .payRest, .payTooMuch:
      preconditionFailure("a payment is never refused")
    }
  }
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
    #expect(held.escrow.version == before.escrow.version + 1)
    #expect(held.escrow.updatedAt == situation.move.moment(before))
    let isPayment = [EscrowMove.payPart, .payRest, .payTooMuch].contains(situation.move)
    let left = isPayment ? 0 : effect.toClient + effect.toFreelancer + effect.toPlatform
    #expect(
      held.escrow.availableMsat == before.escrow.availableMsat + effect.toEscrow - left)
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
      (.inReview, .releaseSecond, [.submitted, .released]),
      (.inReview, .refundByFreelancer, [.refunded, .refunded]),
      (.partiallyReleased, .releaseAll, [.released, .released]),
      (.partiallyReleased, .refundByAdmin, [.released, .refunded]),
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

import PayLytRPC
import Testing

@testable import PayLytServer

/// The commands on one escrow, as a column of a table.
enum EscrowAction: CaseIterable, Hashable {
  case fund, submit, releaseMilestone, releaseAll, refund, cancel

  var method: String {
    switch self {
    case .fund: FundEscrow.method
    case .submit: SubmitMilestone.method
    case .releaseMilestone: ReleaseMilestone.method
    case .releaseAll: ReleaseEscrow.method
    case .refund: RefundEscrow.method
    case .cancel: CancelEscrow.method
    }
  }

  func carryOut(_ world: World, _ escrow: UUID, as caller: Caller) throws -> EscrowCase {
    let store = world.store
    switch self {
    case .fund:
      let made = world.made(for: world.held(escrow).escrow)
      return try store.carryOut(
        FundEscrow(caller: caller, request: nil, escrow: escrow, made: made)
      ).held
    case .submit:
      return try store.carryOut(
        SubmitMilestone(caller: caller, request: nil, escrow: escrow, position: 2, note: "here"))
    case .releaseMilestone:
      return try store.carryOut(
        ReleaseMilestone(caller: caller, request: nil, escrow: escrow, position: 2))
    case .releaseAll:
      return try store.carryOut(ReleaseEscrow(caller: caller, request: nil, escrow: escrow))
    case .refund:
      return try store.carryOut(
        RefundEscrow(caller: caller, request: nil, escrow: escrow, reason: "we agreed"))
    case .cancel:
      return try store.carryOut(CancelEscrow(caller: caller, request: nil, escrow: escrow))
    }
  }
}

/// What one caller hears of one action: where it is accepted, and why it is refused elsewhere.
struct EscrowRule: Sendable, CustomTestStringConvertible {
  let action: EscrowAction
  let role: String
  let caller: Caller
  /// Where the caller's right is enough.
  let accepted: [EscrowState]
  /// The reason in the states that `exceptions` does not name.
  let reason: String
  var exceptions: [EscrowState: String] = [:]

  var testDescription: String { "\(action) by \(role)" }

  private static let holding: [EscrowState] = [.paidLocked, .inReview, .partiallyReleased]

  static let all: [EscrowRule] =
    [
      EscrowRule(
        action: .fund, role: "client", caller: .client,
        accepted: [.created, .awaitingPayment, .partiallyFunded], reason: "ILLEGAL_TRANSITION"),
      EscrowRule(
        action: .fund, role: "freelancer", caller: .freelancer, accepted: [],
        reason: "NOT_THE_CLIENT"),
      EscrowRule(
        action: .fund, role: "admin", caller: .admin, accepted: [], reason: "NOT_THE_CLIENT"),
      EscrowRule(
        action: .submit, role: "freelancer", caller: .freelancer, accepted: holding,
        reason: "ILLEGAL_TRANSITION"),
      EscrowRule(
        action: .submit, role: "client", caller: .client, accepted: [],
        reason: "NOT_THE_FREELANCER"),
      EscrowRule(
        action: .submit, role: "admin", caller: .admin, accepted: [],
        reason: "NOT_THE_FREELANCER"),
      EscrowRule(
        action: .releaseMilestone, role: "client", caller: .client, accepted: holding,
        reason: "ILLEGAL_TRANSITION"),
      EscrowRule(
        action: .releaseMilestone, role: "freelancer", caller: .freelancer, accepted: [],
        reason: "NOT_THE_CLIENT"),
      EscrowRule(
        action: .releaseMilestone, role: "admin", caller: .admin, accepted: [],
        reason: "NOT_THE_CLIENT"),
      EscrowRule(
        action: .releaseAll, role: "client", caller: .client, accepted: holding,
        reason: "ILLEGAL_TRANSITION"),
      EscrowRule(
        action: .releaseAll, role: "freelancer", caller: .freelancer, accepted: [],
        reason: "NOT_THE_CLIENT"),
      EscrowRule(
        action: .releaseAll, role: "admin", caller: .admin, accepted: [],
        reason: "NOT_THE_CLIENT"),
      EscrowRule(
        action: .refund, role: "freelancer", caller: .freelancer, accepted: holding,
        reason: "ILLEGAL_TRANSITION"),
      EscrowRule(
        action: .refund, role: "admin", caller: .admin, accepted: [], reason: "NOT_A_PARTY"),
      // The client must wait for deadline and grace, which have not passed.
      EscrowRule(
        action: .refund, role: "client", caller: .client, accepted: [],
        reason: "ILLEGAL_TRANSITION",
        exceptions: Dictionary(uniqueKeysWithValues: holding.map { ($0, "REFUND_NOT_DUE") })),
      EscrowRule(
        action: .cancel, role: "client", caller: .client,
        accepted: [.created, .awaitingPayment, .partiallyFunded], reason: "ILLEGAL_TRANSITION"),
      EscrowRule(
        action: .cancel, role: "freelancer", caller: .freelancer, accepted: [],
        reason: "NOT_THE_CLIENT"),
      EscrowRule(
        action: .cancel, role: "admin", caller: .admin, accepted: [], reason: "NOT_THE_CLIENT"),
    ]
    + EscrowAction.allCases.map {
      EscrowRule(action: $0, role: "stranger", caller: .stranger, accepted: [], reason: "NOT_FOUND")
    }
}

@Suite("Commands on an escrow")
struct EscrowCommandTests {
  @Test(
    "each caller is heard in the states of the table and nowhere else", arguments: EscrowRule.all)
  func rules(rule: EscrowRule) throws {
    for state in EscrowState.allCases {
      let world = World()
      let escrow = try world.escrow(in: state).escrow
      #expect(escrow.state == state)
      let before = world.store.contents
      let events = world.store.events.count
      do {
        let after = try rule.action.carryOut(world, escrow.id, as: rule.caller)
        #expect(rule.accepted.contains(state), "\(state)")
        #expect(after == world.held(escrow.id))
        let isRepeated = rule.action == .fund && state != .created && state != .partiallyFunded
        #expect(world.store.events.count == events + (isRepeated ? 0 : 1))
      } catch let error as any RefusalConvertible {
        #expect(!rule.accepted.contains(state), "\(state): \(error.refusal.reason)")
        #expect(error.refusal.reason == rule.exceptions[state] ?? rule.reason, "\(state)")
        #expect(world.store.contents == before, "\(state)")
        #expect(world.store.events.count == events)
      }
      #expect(world.store.discrepancies.isEmpty, "\(state)")
    }
  }

  @Test(
    "an escrow that is not there and one of other people sound the same",
    arguments: EscrowAction.allCases)
  func unknown(action: EscrowAction) throws {
    let world = World()
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    let stranger = Result { try action.carryOut(world, escrow, as: .stranger) }
    guard case .failure(let refused as Refusal) = stranger else {
      Issue.record("a stranger was heard")
      return
    }
    #expect(refused.code == .notFound)
    #expect(refused == Refusal.notFound("escrow \(escrow)"))
  }

  @Test("a release pays the wallet and the fee, and leaves a receipt")
  func release() throws {
    let world = World()
    let escrow = try world.escrow(in: .paidLocked).escrow
    try world.store.carryOut(
      ReleaseMilestone(caller: .client, request: nil, escrow: escrow.id, position: 1))
    #expect(world.store.wallet(escrow.freelancer) == 58_500_000)
    #expect(world.store.balance(.platform(.fees, asset: .btc, stripe: 0)) == 1_500_000)
    #expect(world.store.balance(escrow.account) == 40_000_000)
    #expect(world.store.balance(.platform(.providerFloat, asset: .btc, stripe: 0)) == 100_000_000)
    let receipt = try #require(world.store.rows(Receipt.self).first)
    #expect(receipt.kind == .release && receipt.lines == ["Design"])
    #expect(receipt.grossMsat == 60_000_000 && receipt.feeMsat == 1_500_000)
    let transfers = world.store.rows(Transfer.self)
      .filter { $0.transaction == receipt.transaction }
    #expect(transfers.map(\.amount).sorted() == [1_500_000, 58_500_000])
    #expect(Set(transfers.map(\.kind)) == [.release, .fee])
    #expect(world.store.events.last?.type == "escrow.milestone_released")
    try world.store.carryOut(
      ReleaseMilestone(caller: .client, request: nil, escrow: escrow.id, position: 2))
    #expect(world.store.events.last?.type == "escrow.released")
    #expect(world.store.wallet(escrow.freelancer) == 97_500_000)
  }

  @Test("the client takes unsubmitted money back once deadline and grace have passed")
  func lateRefund() throws {
    let world = World()
    let escrow = try world.escrow(in: .paidLocked).escrow
    let due = escrow.terms.deadline.adding(seconds: EscrowLimits.refundGraceSeconds)
    let command = RefundEscrow(caller: .client, request: nil, escrow: escrow.id, reason: "late")
    world.store.now = due.adding(milliseconds: -1)
    #expect(world.store.refusal(of: command)?.reason == "REFUND_NOT_DUE")
    world.store.now = due
    try world.store.carryOut(command)
    #expect(world.store.wallet(escrow.client) == 100_000_000)
    #expect(world.store.events.last?.reason == "late")
    let receipt = try #require(world.store.rows(Receipt.self).first)
    #expect(receipt.kind == .refund && receipt.feeMsat == 0 && receipt.lines.isEmpty)
  }

  @Test("an admin who is the client has only the client's right")
  func adminAsClient() throws {
    let world = World()
    let escrow = try world.escrow(in: .paidLocked).escrow
    let both = Caller.user(escrow.client, [.client, .admin])
    #expect(
      world.store.refusal(
        of: RefundEscrow(caller: both, request: nil, escrow: escrow.id, reason: "mine"))?.reason
        == "REFUND_NOT_DUE")
  }

  @Test("an unknown milestone is NOT_FOUND", arguments: [Int16(0), -1, 3, .max, .min])
  func unknownMilestone(position: Int16) throws {
    let world = World()
    let escrow = try world.escrow(in: .paidLocked).escrow.id
    #expect(
      world.store.refusal(
        of: ReleaseMilestone(caller: .client, request: nil, escrow: escrow, position: position))?
        .code == .notFound)
    #expect(
      world.store.refusal(
        of: SubmitMilestone(
          caller: .freelancer, request: nil, escrow: escrow, position: position, note: ""))?
        .code == .notFound)
  }

  /// What a broken disk or a hand in the database leaves behind.
  private static let damages: [@Sendable (inout Escrow, inout Milestone) -> Void] = [
    { _, milestone in milestone.state = .pending },
    { escrow, _ in escrow.releasedMsat = 200_000_000 },
    { escrow, _ in escrow.state = .refunded },
  ]

  @Test("rows that contradict each other are DATA_LOSS, and nothing changes", arguments: 0..<3)
  func damaged(number: Int) throws {
    let world = World()
    let held = try world.escrow(in: .paidLocked)
    var escrow = held.escrow
    var milestone = held.milestones[0]
    Self.damages[number](&escrow, &milestone)
    world.store.put(escrow)
    world.store.put(milestone)
    let before = world.store.contents
    let refusal = world.store.refusal(
      of: ReleaseEscrow(caller: .client, request: nil, escrow: escrow.id))
    #expect(refusal?.code == .dataLoss)
    #expect(refusal?.reason == "RECORD_DAMAGED")
    #expect(refusal?.isLasting == false)
    #expect(world.store.contents == before)
    let rows = [milestone, held.milestones[1]].map { EscrowCaseRow(escrow: escrow, milestone: $0) }
    #expect(throws: Refusal.damaged("escrow \(escrow.id)")) { try EscrowCase(stored: rows) }
  }
}

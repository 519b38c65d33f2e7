import Testing

@testable import PayLytServer

@Suite("Money of an escrow")
struct EscrowMoneyTests {
  /// Cuts `total` into `count` parts of at least one satoshi.
  private static func cut(_ total: Int64, into count: Int, _ random: inout SeededRandom) -> [Int64]
  {
    var cuts: Set<Int64> = []
    while cuts.count < count - 1 { cuts.insert(Int64.random(in: 1..<total / 1000, using: &random)) }
    let edges = [0] + cuts.sorted() + [total / 1000]
    return zip(edges.dropFirst(), edges).map { ($0 - $1) * 1000 }
  }

  private static func locked(_ parts: [Int64], feeBasisPoints: Int32) -> EscrowCase {
    let total = parts.reduce(0, +)
    return EscrowCase(
      escrow: .fixture(
        state: .paidLocked, amountMsat: total, fundedMsat: total,
        terms: .fixture(feeBasisPoints: feeBasisPoints)),
      milestones: parts.enumerated().map { .fixture(Int16($0.offset + 1), $0.element, .funded) })
  }

  @Test("the fees of the parts add up to the fee of the whole, in any order", arguments: 1...200)
  func feesAddUp(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let total = Int64.random(in: 60...EscrowLimits.amountSatsMax, using: &random) * 1000
    let count = Int.random(in: 1...EscrowLimits.milestonesMax, using: &random)
    let basisPoints = Int32.random(in: 0...1000, using: &random)
    var held = Self.locked(Self.cut(total, into: count, &random), feeBasisPoints: basisPoints)
    var net: Int64 = 0
    var fees: Int64 = 0
    for position in (1...count).shuffled(using: &random) {
      let payment = try held.release(
        .milestone(Int16(position), amountMsat: nil), at: .start)
      #expect(payment.feeMsat >= 0)
      #expect(payment.netMsat >= 0)
      net += payment.netMsat
      fees += payment.feeMsat
    }
    #expect(fees == Share.floor(of: total, basisPoints: Int64(basisPoints)))
    #expect(net + fees == total)
    #expect(held.escrow.feeTakenMsat == fees)
    #expect(held.escrow.state == .released)
  }

  @Test("releasing some, then all, costs what releasing all at once costs", arguments: 1...50)
  func someThenAll(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let parts = Self.cut(99_999_000, into: 7, &random)
    var once = Self.locked(parts, feeBasisPoints: 333)
    var stepwise = once
    let whole = try once.release(.all, at: .start)
    let first = try stepwise.release(
      .milestone(.random(in: 1...7, using: &random), amountMsat: nil), at: .start)
    let rest = try stepwise.release(.all, at: .start)
    #expect(first.feeMsat + rest.feeMsat == whole.feeMsat)
    #expect(first.netMsat + rest.netMsat == whole.netMsat)
  }

  @Test("what is refunded after a release carries no fee")
  func noFeeOnRefund() throws {
    var held = EscrowCase.fixture(.partiallyReleased)
    let back = try held.refund(.byFreelancer, graceSeconds: 0, at: .start)
    #expect(back == 40_000_000)
    #expect(held.escrow.feeTakenMsat == 1_500_000)
  }

  @Test("payments in any parts lock the escrow once they reach the amount", arguments: 1...100)
  func parts(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var held = EscrowCase.fixture(.awaitingPayment)
    var paid: Int64 = 0
    var toEscrow: Int64 = 0
    var toClient: Int64 = 0
    for _ in 0..<8 {
      let payment = Int64.random(in: 1...30_000, using: &random) * 1000
      paid += payment
      let intake = held.receive(paidMsat: payment, at: .start)
      toEscrow += intake.toEscrowMsat
      toClient += intake.toClientMsat
      #expect(toEscrow == min(paid, 100_000_000))
      #expect(toEscrow + toClient == paid)
      #expect(held.escrow.state == (paid < 100_000_000 ? .partiallyFunded : .paidLocked))
      #expect(held.escrow.isOverpaid == (paid > 100_000_000))
      #expect(!held.escrow.isPaidLate)
    }
  }

  @Test(
    "less than a satoshi too much is our own rounding, and no overpayment",
    arguments: [
      (Int64(100_000_000), false), (100_000_999, false), (100_001_000, true),
    ])
  func rounding(paid: Int64, isOverpaid: Bool) {
    var held = EscrowCase.fixture(.awaitingPayment)
    let intake = held.receive(paidMsat: paid, at: .start)
    #expect(held.escrow.state == .paidLocked && held.escrow.isOverpaid == isOverpaid)
    #expect(intake.toClientMsat == paid - 100_000_000)
  }

  @Test(
    "a late payment is flagged, and all of it is the client's",
    arguments: [
      EscrowState.released, .refunded, .cancelled, .split, .expired,
    ])
  func late(state: EscrowState) {
    var held = EscrowCase.fixture(state)
    let intake = held.receive(paidMsat: 5_000_000, at: .start)
    #expect(intake == EscrowCase.Intake(toEscrowMsat: 0, toClientMsat: 5_000_000))
    #expect(held.escrow.isPaidLate)
    #expect(!held.escrow.isOverpaid)
    #expect(held.escrow.state == state)
  }

  @Test("the largest payment that a message can hold is taken without overflow")
  func hugePayment() {
    var held = EscrowCase.fixture(.awaitingPayment)
    let intake = held.receive(paidMsat: .max, at: .start)
    #expect(intake.toEscrowMsat == 100_000_000)
    #expect(intake.toClientMsat == .max - 100_000_000)
  }

  @Test("random moves keep funded = released + refunded + available", arguments: 1...200)
  func randomMoves(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var held = EscrowCase.fixture(.created)
    var outside = EscrowMove.Effect()
    for _ in 0..<20 {
      guard let move = EscrowMove.allCases.randomElement(using: &random) else { return }
      let before = held
      do {
        let effect = try move.apply(to: &held)
        outside.toEscrow += effect.toEscrow
        // What a smaller scope does not need was paid in, and does not count any more.
        if move.isRestatementOfBoth { outside.toEscrow -= effect.toClient }
        outside.toFreelancer += effect.toFreelancer
        outside.toPlatform += effect.toPlatform
        #expect(
          held.escrow.version > before.escrow.version || move.isOfNothing && held == before)
      } catch {
        // A move of two steps may be refused at the second one.
        if !move.isOfBoth { #expect(held == before) }
      }
      let escrow = held.escrow
      #expect(
        escrow.fundedMsat == escrow.releasedMsat + escrow.refundedMsat + escrow.availableMsat
          + escrow.disputedMsat)
      #expect(escrow.availableMsat >= 0)
      #expect(escrow.fundedMsat == outside.toEscrow)
      #expect(escrow.releasedMsat == outside.toFreelancer + outside.toPlatform)
      #expect(escrow.feeTakenMsat == outside.toPlatform)
      #expect(!before.escrow.state.isFinal || escrow.state == before.escrow.state)
    }
  }

  @Test("the invoice is over what is due, in whole satoshis, and its reference changes with it")
  func invoices() throws {
    var held = EscrowCase.fixture(.created)
    #expect(FundEscrow.invoiceMsat(for: held.escrow) == 100_000_000)
    let first = FundEscrow.reference(for: held.escrow)
    try held.issueInvoice(at: .start)
    #expect(FundEscrow.reference(for: held.escrow) != first)
    _ = held.receive(paidMsat: 1, at: .start)
    #expect(held.escrow.dueMsat == 99_999_999)
    #expect(FundEscrow.invoiceMsat(for: held.escrow) == 100_000_000)
  }
}

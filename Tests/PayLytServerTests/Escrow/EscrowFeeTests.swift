import Testing

@testable import PayLytServer

@Suite("Fees and shares of a release")
struct EscrowFeeTests {
  private static func terms(_ random: inout SeededRandom) -> EscrowTerms {
    let minimum = Int64.random(in: 0...2_000_000, using: &random)
    let hasMaximum = Bool.random(using: &random)
    return .fixture(
      feeBasisPoints: .random(in: 0...1000, using: &random),
      fixedMsat: .random(in: 0...1_000_000, using: &random), minMsat: minimum,
      maxMsat: hasMaximum ? minimum + .random(in: 0...3_000_000, using: &random) : .max,
      payer: FeePayer.allCases.randomElement(using: &random) ?? .split)
  }

  private static func locked(_ parts: [Int64], _ terms: EscrowTerms) -> EscrowCase {
    var escrow = Escrow.fixture(
      state: .paidLocked, amountMsat: parts.reduce(0, +), terms: terms)
    escrow.fundedMsat = escrow.totalMsat
    return EscrowCase(
      escrow: escrow,
      milestones: parts.enumerated().map { .fixture(Int16($0.offset + 1), $0.element, .funded) })
  }

  @Test(
    "who bears the fee decides what is paid in and what comes out",
    arguments: [
      (FeePayer.client, Int64(102_500_000), Int64(100_000_000)),
      (.freelancer, 100_000_000, 97_500_000), (.split, 101_250_000, 98_750_000),
    ])
  func payer(payer: FeePayer, total: Int64, net: Int64) throws {
    var held = Self.locked([60_000_000, 40_000_000], .fixture(payer: payer))
    #expect(held.escrow.totalMsat == total)
    let first = try held.release(.milestone(1, amountMsat: nil), at: .start)
    let rest = try held.release(.all, at: .start)
    #expect(first.netMsat + rest.netMsat == net)
    #expect(first.feeMsat + rest.feeMsat == 2_500_000)
    #expect(first.grossMsat + rest.grossMsat == total)
    #expect(held.escrow.state == .released && held.escrow.availableMsat == 0)
  }

  @Test("an odd millisatoshi of a shared fee is the freelancer's")
  func oddSplit() throws {
    var held = Self.locked([1_000], .fixture(feeBasisPoints: 10, payer: .split))
    #expect(held.escrow.clientFeeMsat == 0 && held.escrow.terms.fees.total(of: 1_000) == 1)
    #expect(try held.release(.all, at: .start).netMsat == 999)
  }

  @Test(
    "the parts of the schedule are kept to",
    arguments: [
      // work, basis points, fixed, min, max -> fee
      (Int64(1_000_000), Int32(250), Int64(0), Int64(0), Int64.max, Int64(25_000)),
      (1_000_000, 250, 7_000, 0, .max, 32_000), (1_000_000, 250, 0, 40_000, .max, 40_000),
      (1_000_000, 250, 0, 0, 9_000, 9_000), (1_000, 250, 7_000, 0, .max, 1_000),
      (0, 250, 7_000, 40_000, .max, 0), (1_000_000, 0, 0, 0, .max, 0),
      (39, 250, 0, 0, .max, 0), (40, 250, 0, 0, .max, 1),
    ])
  func schedule(
    work: Int64, basisPoints: Int32, fixed: Int64, minimum: Int64, maximum: Int64, fee: Int64
  ) {
    let fees = EscrowTerms.fixture(
      feeBasisPoints: basisPoints, fixedMsat: fixed, minMsat: minimum, maxMsat: maximum
    ).fees
    #expect(fees.total(of: work) == fee)
  }

  @Test("however it is cut, the same leaves the escrow and nothing is left", arguments: 1...200)
  func anyCut(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let parts = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      Int64.random(in: 1...30_000, using: &random) * 1000
    }
    let terms = Self.terms(&random)
    let amount = parts.reduce(0, +)
    var held = Self.locked(parts, terms)
    let total = held.escrow.totalMsat
    var (net, fees, gross) = (Int64(0), Int64(0), Int64(0))
    // Each round pays at least one unit of work, so it ends.
    for _ in 0..<200 where !held.escrow.state.isFinal {
      let left = held.milestones.filter(\.state.isHeld).reduce(0) { $0 + $1.restMsat }
      let payment = try held.release(
        .amount(.random(in: max(1, left / 3)...left, using: &random)), at: .start)
      #expect(payment.feeMsat >= 0 && payment.netMsat >= 0)
      net += payment.netMsat
      fees += payment.feeMsat
      gross += payment.grossMsat
    }
    #expect(held.escrow.state == .released)
    #expect(fees == terms.fees.total(of: amount))
    #expect(gross == total && net == total - fees)
    #expect(held.escrow.clientFeeTakenMsat == held.escrow.clientFeeMsat)
  }

  @Test("any division of what is disputed adds up, whoever bears the fee", arguments: 1...200)
  func division(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var held = Self.locked(
      [.random(in: 1...50_000, using: &random) * 1000, 9_000_000], Self.terms(&random))
    if Bool.random(using: &random) {
      _ = try held.release(.amount(.random(in: 1...9_000_000, using: &random)), at: .start)
    }
    if held.escrow.state.isFinal { return }
    let takenBefore = held.escrow.feeTakenMsat
    let frozen = try held.openDispute(.entity(1), at: .start)
    let toFreelancer = Int64.random(in: 0...frozen, using: &random)
    let (payment, refund) = try held.settleDispute(
      toFreelancerMsat: toFreelancer, toClientMsat: frozen - toFreelancer, at: .start)
    #expect(refund == frozen - toFreelancer)
    #expect((payment?.grossMsat ?? 0) == toFreelancer)
    #expect((payment?.netMsat ?? 0) >= 0 && (payment?.feeMsat ?? 0) >= 0)
    #expect(held.escrow.feeTakenMsat - takenBefore == payment?.feeMsat ?? 0)
    #expect(held.heldMsat == 0 && held.escrow.state.isFinal)
    #expect(
      held.escrow.state
        == (toFreelancer == 0 ? .refunded : toFreelancer == frozen ? .released : .split))
  }

  @Test("all of a dispute for the freelancer is what a release would have paid", arguments: 1...50)
  func wholeRuling(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var ruled = Self.locked([7_001_000, 2_000], Self.terms(&random))
    var released = ruled
    let frozen = try ruled.openDispute(.entity(1), at: .start)
    let payment = try ruled.settleDispute(
      toFreelancerMsat: frozen, toClientMsat: 0, at: .start
    ).payment
    let whole = try released.release(.all, at: .start)
    #expect(payment?.netMsat == whole.netMsat && payment?.feeMsat == whole.feeMsat)
  }

  private static let splits: [(Int64, [Int32], [Int64])] = [
    (100, [1, 1, 1], [34, 33, 33]), (100, [1, 2], [33, 67]), (5, [1, 1, 1, 1], [2, 1, 1, 1]),
    (0, [3, 4], [0, 0]), (7, [10_000], [7]), (1, [1, 9_999], [0, 1]), (10, [0, 1], [0, 10]),
    (.max, [1, 1], [Int64.max / 2 + 1, Int64.max / 2]),
  ]

  @Test(
    "a split is exact, and what does not divide goes to the largest remainders",
    arguments: splits)
  func split(amount: Int64, weights: [Int32], expected: [Int64]) {
    #expect(Share.split(amount, by: weights) == expected)
  }

  @Test("random splits add up and differ from the exact share by less than one", arguments: 1...100)
  func randomSplit(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let amount = Int64.random(in: 0...(.max), using: &random)
    let weights = (0..<Int.random(in: 1...10, using: &random)).map { _ in
      Int32.random(in: 1...10_000, using: &random)
    }
    let parts = Share.split(amount, by: weights)
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    #expect(parts.reduce(Int128(0)) { $0 + Int128($1) } == Int128(amount))
    for (part, weight) in zip(parts, weights) {
      let off = Int128(part) * sum - Int128(amount) * Int128(weight)
      #expect(abs(off) < sum)
    }
  }
}

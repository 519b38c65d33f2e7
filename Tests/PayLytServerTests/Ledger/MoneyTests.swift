import Testing

@testable import PayLytServer

@Suite("Shares of amounts")
struct MoneyTests {
  @Test(
    "a share is rounded down",
    arguments: [
      (Int64(0), Int64(250), Int64(0)), (39, 250, 0), (40, 250, 1), (79, 250, 1), (80, 250, 2),
      (10_000, 1, 1), (9_999, 1, 0), (10_000, 10_000, 10_000), (.max, 10_000, .max),
      (.max, 0, 0), (.max, 9_999, 9_222_449_699_651_090_329), (1, 9_999, 0),
    ])
  func floor(amount: Int64, basisPoints: Int64, share: Int64) {
    #expect(Share.floor(of: amount, basisPoints: basisPoints) == share)
  }

  @Test("a share and the rest are the whole, and more costs no less", arguments: 1...100)
  func monotone(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let amount = Int64.random(in: 0...Int64.max - 1, using: &random)
    let basisPoints = Int64.random(in: 0...10_000, using: &random)
    let share = Share.floor(of: amount, basisPoints: basisPoints)
    #expect((0...amount).contains(share))
    #expect(Share.floor(of: amount + 1, basisPoints: basisPoints) >= share)
    // The exact share lies in [share, share + 1).
    let exact = Int128(amount) * Int128(basisPoints)
    #expect(Int128(share) * 10_000 <= exact)
    #expect(Int128(share + 1) * 10_000 > exact)
  }

  @Test(
    "a conversion is rounded down, and refused when its result has no Int64",
    arguments: [
      (Int64(100_000_000), Int64(16), Int64(100), Int64?.some(16_000_000)),
      (0, .max, 1, 0), (1, 1, 2, 0), (3, 1, 2, 1), (.max, 1, 1, .max), (.max, .max, .max, .max),
      (.max, 2, 1, nil), (.max, .max, 1, nil), (1, .max, 1, .max),
    ])
  func convert(amount: Int64, numerator: Int64, denominator: Int64, expected: Int64?) {
    #expect(
      Share.convert(amount, numerator: numerator, denominator: denominator) == expected)
  }

  @Test("every asset has a number of its own that fits an account id")
  func assetNumbers() {
    #expect(Set(Asset.allCases.map(\.number)).count == Asset.allCases.count)
    #expect(Asset.allCases.allSatisfy { (1...15).contains($0.number) })
    #expect(AccountKind.allCases.allSatisfy { (1...15).contains($0.rawValue) })
  }
}

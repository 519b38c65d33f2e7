import Testing

@testable import PayLytServer

@Suite("The terms of a conversion")
struct ConversionTermsTests {
  private let toNaira = AssetPair(from: .btc, to: .ngn)
  private let toBitcoin = AssetPair(from: .ngn, to: .btc)
  /// 150 000 000.25 naira for a bitcoin.
  private let mid = BitcoinRate(15_000_000_025, per: 100_000_000_000)

  @Test(
    "a rate is a positive fraction without a common factor",
    arguments: [
      (Int128(4), Int128(6), Int64(2), Int64(3)), (7, 1, 7, 1), (1 << 90, 1 << 91, 1, 2),
      (15_000_000_025, 100_000_000_000, 600_000_001, 4_000_000_000),
    ] as [(Int128, Int128, Int64, Int64)])
  func reduced(numerator: Int128, denominator: Int128, reduced: Int64, below: Int64) throws {
    let rate = try #require(BitcoinRate(numerator, per: denominator))
    #expect(rate.numerator == reduced && rate.denominator == below)
  }

  @Test(
    "what is no such fraction is refused",
    arguments: [(0, 1), (1, 0), (-1, 1), (1, -1), ((1 << 90) + 1, 1 << 90)] as [(Int128, Int128)])
  func noRate(numerator: Int128, denominator: Int128) {
    #expect(BitcoinRate(numerator, per: denominator) == nil)
  }

  @Test(
    "one side of a conversion is bitcoin, and only one",
    arguments: [(Asset.btc, Asset.btc), (.ngn, .kes), (.usd, .usd)])
  func pairs(from: Asset, to: Asset) {
    #expect(AssetPair(from: from, to: to) == nil)
  }

  @Test("the receiver gets what is left after the spread, rounded down; the rest is accounted for")
  func selling() throws {
    let pair = try #require(toNaira)
    let terms = try ConversionTerms(
      pair, .giving(100_000_001), mid: try #require(mid), spread: 100)
    // 150 000.00… naira at the market, 1 % of it is the platform's.
    #expect(terms.grossUnits == 15_000_000)
    #expect(terms.spreadUnits == 150_000)
    #expect(terms.toUnits == 14_850_000)
    #expect(terms.roundingUnits == 0)
  }

  @Test(
    "who names what arrives gets exactly that, and gives the least that is worth it",
    arguments: [Int64(1), 7, 100, 14_850_000])
  func receiving(units: Int64) throws {
    for pair in [try #require(toNaira), try #require(toBitcoin)] {
      let mid = try #require(mid)
      let terms = try ConversionTerms(pair, .receiving(units), mid: mid, spread: 100)
      #expect(terms.toUnits == units)
      let least = try ConversionTerms(pair, .giving(terms.fromUnits), mid: mid, spread: 100)
      #expect(least.toUnits >= units)
      guard terms.fromUnits > 1 else { continue }
      let less = terms.rate.converted(terms.fromUnits - 1, pair) ?? 0
      #expect(less < units)
    }
  }

  @Test(
    "what would not arrive, or cannot be counted, is refused",
    arguments: [
      (Int64(1), ExchangeError.amountTooSmall), (6, .amountTooSmall),
    ])
  func tooSmall(msat: Int64, error: ExchangeError) throws {
    let (pair, mid) = (try #require(toNaira), try #require(mid))
    #expect(throws: error) {
      _ = try ConversionTerms(pair, .giving(msat), mid: mid, spread: 0)
    }
  }

  @Test("an amount whose value has no 64 bits is refused")
  func tooLarge() throws {
    let pair = try #require(toBitcoin)
    let mid = try #require(BitcoinRate(1, per: 1_000_000_000))
    #expect(throws: ExchangeError.amountTooLarge) {
      _ = try ConversionTerms(pair, .giving(.max), mid: mid, spread: 0)
    }
  }

  /// The property that makes a money pump impossible, over random rates, spreads and amounts.
  @Test("there and back is never more than before", arguments: [UInt64(1), 2, 3, 4])
  func noMoneyPump(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var tried = 0
    for _ in 0..<20_000 {
      let currency = Asset.allCases.filter { $0 != .btc }.randomElement(using: &random)
      guard let currency, let sell = AssetPair(from: .btc, to: currency),
        let buy = AssetPair(from: currency, to: .btc),
        let mid = BitcoinRate(
          Int128(
            Int64.random(in: 1...1 << Int64.random(in: 1...50, using: &random), using: &random)),
          per: Int128(
            Int64.random(in: 1...1 << Int64.random(in: 1...50, using: &random), using: &random)))
      else { continue }
      let pair = Bool.random(using: &random) ? sell : buy
      let back = pair == sell ? buy : sell
      let spread = Int64.random(in: 0...1000, using: &random)
      let start = Int64.random(in: 1...1_000_000_000_000, using: &random)
      let amount: ConversionTerms.Amount =
        Bool.random(using: &random) ? .giving(start) : .receiving(start)
      guard let there = try? ConversionTerms(pair, amount, mid: mid, spread: spread),
        let again = try? ConversionTerms(back, .giving(there.toUnits), mid: mid, spread: spread)
      else { continue }
      tried += 1
      #expect(again.toUnits <= there.fromUnits)
      #expect(there.roundingUnits >= 0 && again.roundingUnits >= 0)
      #expect(there.spreadUnits + there.toUnits + there.roundingUnits == there.grossUnits)
    }
    #expect(tried > 1000)
  }
}

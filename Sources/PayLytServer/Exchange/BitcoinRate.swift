/// What a bitcoin costs, exactly: `numerator` minor units of a currency for `denominator`
/// millisatoshis. Both are positive and have no common factor.
struct BitcoinRate: Hashable, Sendable {
  let numerator: Int64
  let denominator: Int64

  /// - Returns: nil when one of them is not positive, or too large once the fraction is reduced.
  init?(_ numerator: Int128, per denominator: Int128) {
    guard numerator > 0, denominator > 0 else { return nil }
    let factor = Self.commonFactor(numerator, denominator)
    guard let numerator = Int64(exactly: numerator / factor),
      let denominator = Int64(exactly: denominator / factor)
    else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// What somebody gets who changes bitcoin into the currency, when the platform keeps a share.
  ///
  /// - Parameter spread: basis points, in `0..<10_000`.
  func selling(spread: Int64) -> BitcoinRate? {
    BitcoinRate(Int128(numerator) * Int128(10_000 - spread), per: Int128(denominator) * 10_000)
  }

  /// What somebody pays who changes the currency into bitcoin, when the platform keeps a share.
  ///
  /// - Parameter spread: basis points, in `0..<10_000`.
  func buying(spread: Int64) -> BitcoinRate? {
    BitcoinRate(Int128(numerator) * 10_000, per: Int128(denominator) * Int128(10_000 - spread))
  }

  /// What `units` of `from` are worth in `to`, rounded down; nil when that has no Int64.
  func converted(_ units: Int64, _ pair: AssetPair) -> Int64? {
    let (multiplier, divisor) = factors(pair)
    return Int64(exactly: Int128(units) * multiplier / divisor)
  }

  /// The least `from` that is worth `units` of `to`; nil when that has no Int64.
  func needed(for units: Int64, _ pair: AssetPair) -> Int64? {
    let (multiplier, divisor) = factors(pair)
    return Int64(exactly: (Int128(units) * divisor + multiplier - 1) / multiplier)
  }

  private func factors(_ pair: AssetPair) -> (multiplier: Int128, divisor: Int128) {
    pair.isSellingBitcoin
      ? (Int128(numerator), Int128(denominator)) : (Int128(denominator), Int128(numerator))
  }

  private static func commonFactor(_ a: Int128, _ b: Int128) -> Int128 {
    var (a, b) = (a, b)
    // Euclid: the smaller one at least halves every second round.
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

/// Which way money is changed. One of the two is bitcoin.
struct AssetPair: Hashable, Sendable {
  let from: Asset
  let to: Asset

  init?(from: Asset, to: Asset) {
    guard (from == .btc) != (to == .btc) else { return nil }
    self.from = from
    self.to = to
  }

  var isSellingBitcoin: Bool { from == .btc }
  /// The one that is not bitcoin.
  var currency: Asset { isSellingBitcoin ? to : from }
}

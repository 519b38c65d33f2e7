/// A locked rate and the amounts that it makes: what a conversion moves, to the last unit.
///
/// `grossUnits`, what the market would pay for `fromUnits`, is shared out completely: `toUnits` to
/// the user, `spreadUnits` and `roundingUnits` to the platform.
struct ConversionTerms: Hashable, Sendable {
  let pair: AssetPair
  /// The user's rate, after the spread.
  let rate: BitcoinRate
  let fromUnits: Int64
  let toUnits: Int64
  let grossUnits: Int64
  let spreadUnits: Int64

  var roundingUnits: Int64 { grossUnits - spreadUnits - toUnits }
  var from: Money { Money(asset: pair.from, units: fromUnits) }
  var to: Money { Money(asset: pair.to, units: toUnits) }

  /// Which of the two amounts is fixed.
  enum Amount: Hashable, Sendable {
    case giving(Int64)
    case receiving(Int64)
  }

  /// - Parameter mid: the market's rate.
  /// - Parameter spread: the platform's share, in basis points.
  /// - Throws: `.amountTooSmall` when nothing would arrive, `.amountTooLarge` when it cannot be
  ///   counted, `.rateUnusable`.
  init(
    _ pair: AssetPair, _ amount: Amount, mid: BitcoinRate, spread: Int64
  ) throws(ExchangeError) {
    precondition(ExchangeLimits.spreadBasisPoints.contains(spread), "a spread of \(spread)")
    let rate = pair.isSellingBitcoin ? mid.selling(spread: spread) : mid.buying(spread: spread)
    guard let rate else { throw .rateUnusable }
    let from: Int64?
    let to: Int64?
    switch amount {
    case .giving(let units):
      from = units
      to = rate.converted(units, pair)
    case .receiving(let units):
      from = rate.needed(for: units, pair)
      to = units
    }
    guard let from, let to, let gross = mid.converted(from, pair) else { throw .amountTooLarge }
    guard from > 0, to > 0 else { throw .amountTooSmall }
    self.init(
      pair: pair, rate: rate, fromUnits: from, toUnits: to, grossUnits: gross,
      spreadUnits: Share.floor(of: gross, basisPoints: spread))
  }

  init(
    pair: AssetPair, rate: BitcoinRate, fromUnits: Int64, toUnits: Int64, grossUnits: Int64,
    spreadUnits: Int64
  ) {
    self.pair = pair
    self.rate = rate
    self.fromUnits = fromUnits
    self.toUnits = toUnits
    self.grossUnits = grossUnits
    self.spreadUnits = spreadUnits
    precondition(roundingUnits >= 0, "a conversion gives away more than the market pays")
  }
}

/// The ledger's side of a conversion.
extension Posting {
  /// Takes `fromUnits` out of the wallet and puts `toUnits` into it, through the pools of both.
  func convert(_ terms: ConversionTerms, walletOf user: UUID, stripe: UInt8) throws(LedgerError) {
    let (from, to) = (terms.pair.from, terms.pair.to)
    let pool = AccountID.platform(.fxPool, asset: to, stripe: stripe)
    try transfer(
      terms.fromUnits, debit: AccountID(of: user, kind: .wallet, asset: from),
      credit: .platform(.fxPool, asset: from, stripe: stripe), kind: .convertOut)
    try transfer(
      terms.toUnits, debit: pool, credit: AccountID(of: user, kind: .wallet, asset: to),
      kind: .convertIn)
    try transfer(
      terms.spreadUnits, debit: pool, credit: .platform(.fxSpread, asset: to, stripe: stripe),
      kind: .convertSpread)
    try transfer(
      terms.roundingUnits, debit: pool, credit: .platform(.rounding, asset: to, stripe: stripe),
      kind: .convertRounding)
  }
}

extension Loader {
  /// Names the accounts that a conversion touches.
  func want(_ pair: AssetPair, walletOf user: UUID) {
    want(
      AccountID(of: user, kind: .wallet, asset: pair.from),
      AccountID(of: user, kind: .wallet, asset: pair.to),
      .platform(.fxPool, asset: pair.from, stripe: stripe),
      .platform(.fxPool, asset: pair.to, stripe: stripe),
      .platform(.fxSpread, asset: pair.to, stripe: stripe),
      .platform(.rounding, asset: pair.to, stripe: stripe))
  }
}

// MARK: What is open

/// The platform's open position in a currency. It is covered when that currency is paid out, or
/// changed back.
extension Loader {
  /// What `checkExposure` reads: the currency's accounts in all their stripes. A stripe that nobody
  /// has used has no row that could be locked, so conversions of a limited currency queue at its
  /// gate.
  func wantExposure(_ pair: AssetPair, _ limits: ExposureLimits) {
    guard limits[pair.currency] != nil else { return }
    want(ExposureGate.self, ExposureGate.id(of: pair.currency))
    wantBalances(of: ExposureLimits.accounts(of: pair.currency))
  }
}

extension Decision {
  /// Call it before the conversion is posted.
  ///
  /// - Throws: `.exposureTooLarge` when the conversion leads further away from zero than the limit.
  ///   What leads back is always welcome.
  func checkExposure(
    of terms: ConversionTerms, _ limits: ExposureLimits
  ) throws(ExchangeError) {
    let currency = terms.pair.currency
    guard let limit = limits[currency] else { return }
    let before = openUnits(of: currency)
    let after =
      terms.pair.isSellingBitcoin
      ? before - Int128(terms.grossUnits) : before + Int128(terms.fromUnits)
    guard after.magnitude > before.magnitude, after.magnitude > UInt128(limit) else { return }
    throw .exposureTooLarge(currency)
  }
}

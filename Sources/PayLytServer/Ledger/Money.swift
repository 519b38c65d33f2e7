/// What a ledger counts. Each asset has ledgers of its own; nothing ever sums over two of them.
enum Asset: String, Sendable, CaseIterable {
  case btc = "BTC"
  case ngn = "NGN"
  case kes = "KES"
  case ghs = "GHS"
  case usd = "USD"

  /// The low half of the last byte of an account's id.
  var number: UInt8 {
    switch self {
    case .btc: 1
    case .ngn: 2
    case .kes: 3
    case .ghs: 4
    case .usd: 5
    }
  }
}

/// An amount in smallest units of its asset: millisatoshis for BTC, minor units for a currency.
struct Money: Hashable, Sendable {
  let asset: Asset
  let units: Int64

  static func msat(_ units: Int64) -> Money { Money(asset: .btc, units: units) }
}

/// Shares of amounts, rounded down, without overflow and without floats.
enum Share {
  /// floor(`amount` x `basisPoints` / 10 000).
  ///
  /// - Parameter amount: smallest units, not negative.
  /// - Parameter basisPoints: hundredths of a percent, in `0...10_000`.
  static func floor(of amount: Int64, basisPoints: Int64) -> Int64 {
    precondition(amount >= 0 && (0...10_000).contains(basisPoints), "a share of nothing real")
    return Int64(Int128(amount) * Int128(basisPoints) / 10_000)
  }

  /// floor(`amount` x `numerator` / `denominator`); nil when the result has no Int64.
  static func convert(_ amount: Int64, numerator: Int64, denominator: Int64) -> Int64? {
    precondition(amount >= 0 && numerator > 0 && denominator > 0, "a rate is positive")
    return Int64(exactly: Int128(amount) * Int128(numerator) / Int128(denominator))
  }
}

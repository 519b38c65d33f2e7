/// How far the platform may be long or short of each currency, in minor units. A currency that is
/// not named has no limit.
struct ExposureLimits: Hashable, Sendable {
  static let unlimited = ExposureLimits()

  private(set) var minorUnits: [Asset: Int64] = [:]

  /// - Parameter units: more than zero.
  mutating func limit(_ asset: Asset, to units: Int64) {
    precondition(asset != .btc && units > 0, "a limit of \(units) for \(asset)")
    minorUnits[asset] = units
  }

  subscript(asset: Asset) -> Int64? { minorUnits[asset] }

  /// The pool of a currency in all its stripes: what is open is their sum.
  static func pools(of currency: Asset) -> [AccountID] {
    (0..<UInt8(AccountKind.stripes)).map {
      .platform(.fxPool, asset: currency, stripe: $0)
    }
  }

  /// Those of all currencies.
  static let allPools = Asset.currencies.flatMap(pools)

  /// What is open in each currency whose pools these are.
  static func open(in pools: [Account]) -> [Asset: Int64] {
    pools.reduce(into: [:]) { $0[$1.asset, default: 0] += $1.balance }
  }
}

extension Asset {
  /// What is changed into bitcoin and back.
  static let currencies = allCases.filter { $0 != .btc }
}

extension Decision {
  /// What is open in a currency, of the pools that the command has named.
  func openUnits(of currency: Asset) -> Int128 {
    ExposureLimits.pools(of: currency).reduce(0) {
      $0 + Int128(row(Account.self, $1.uuid)?.balance ?? 0)
    }
  }
}

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

  /// What a currency's open position is made of, in all stripes: what conversions left in its pool,
  /// less what corrections gave away, which the platform owes as well.
  static func accounts(of currency: Asset) -> [AccountID] {
    [AccountKind.fxPool, .losses].flatMap { kind in
      (0..<UInt8(AccountKind.stripes)).map { .platform(kind, asset: currency, stripe: $0) }
    }
  }

  /// Those of all currencies.
  static let allAccounts = Asset.currencies.flatMap(accounts)

  /// What is open in each currency whose accounts these are.
  static func open(in accounts: [Account]) -> [Asset: Int64] {
    accounts.reduce(into: [:]) { $0[$1.asset, default: 0] += $1.openUnits }
  }
}

extension Asset {
  /// What is changed into bitcoin and back.
  static let currencies = allCases.filter { $0 != .btc }
}

extension Account {
  /// What it adds to the open position. Each counts on its normal side.
  fileprivate var openUnits: Int64 { kind == .losses ? -balance : balance }
}

extension Decision {
  /// What is open in a currency, of the accounts that the command has named.
  func openUnits(of currency: Asset) -> Int128 {
    ExposureLimits.accounts(of: currency).reduce(0) {
      $0 + Int128(row(Account.self, $1.uuid)?.openUnits ?? 0)
    }
  }
}

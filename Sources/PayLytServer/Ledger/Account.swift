/// The chart of accounts (docs/LEDGER.md shows every posting between them).
enum AccountKind: Int16, Sendable, CaseIterable {
  /// Liability: what a user owns here.
  case wallet = 1
  /// Liability: what an escrow holds.
  case escrow = 2
  /// Liability: a payout's money between the wallet and the provider's answer.
  case payoutInTransit = 3
  /// Asset: our balance at a Lightning provider.
  case providerFloat = 4
  /// Income: the platform's share of releases.
  case fees = 5
  /// Equity: what conversions between two assets left in each of them; the two sides of a
  /// conversion are in the pools of both. One pool is above zero when another one is below.
  case fxPool = 6
  /// Income: the margin of conversions, less what rates moved against us meanwhile.
  case fxSpread = 7
  /// Income: the fractions of smallest units that rounding leaves.
  case rounding = 8
  /// Liability: what an escrow holds while the two disagree about it.
  case escrowDisputed = 9
  /// Expense: what corrections cost the platform, less what they brought in.
  case losses = 10

  /// Assets and expenses grow by debits, liabilities and income by credits.
  var isDebitNormal: Bool {
    switch self {
    case .providerFloat, .losses: true
    case .wallet, .escrow, .payoutInTransit, .fees, .fxPool, .fxSpread, .rounding,
      .escrowDisputed:
      false
    }
  }

  /// On its normal side.
  func balance(debits: Int64, credits: Int64) -> Int64 {
    isDebitNormal ? debits - credits : credits - debits
  }

  /// How many stripes a platform account has: more than servers that one database carries.
  static let stripes = 64

  /// Platform accounts are kept in stripes, so that no row is every transaction's bottleneck; one
  /// stripe may be below zero while their sum is not.
  var isStriped: Bool {
    switch self {
    case .providerFloat, .fees, .fxPool, .fxSpread, .rounding, .losses: true
    case .wallet, .escrow, .payoutInTransit, .escrowDisputed: false
    }
  }

  /// Whether what leaves it has to be there: a wallet gives only what it has. What the others may
  /// give, the rows say that they belong to; the schema refuses what these could get wrong.
  var isLimitedByBalance: Bool {
    switch self {
    case .wallet: true
    case .escrow, .payoutInTransit, .providerFloat, .fees, .fxPool, .fxSpread, .rounding,
      .escrowDisputed, .losses:
      false
    }
  }

  /// The name in the API and in the trial balance.
  var name: String {
    switch self {
    case .wallet: "wallet"
    case .escrow: "escrow"
    case .payoutInTransit: "payout_in_transit"
    case .providerFloat: "provider_float"
    case .fees: "fees"
    case .fxPool: "fx_pool"
    case .fxSpread: "fx_spread"
    case .rounding: "rounding"
    case .escrowDisputed: "escrow_disputed"
    case .losses: "losses"
    }
  }
}

/// The id of an account, derived from who it belongs to: it can be named without a look-up.
struct AccountID: Hashable, Sendable, Comparable {
  let uuid: UUID

  /// The account of `kind` of a user, an escrow or a payout.
  init(of entity: UUID, kind: AccountKind, asset: Asset) {
    precondition(!kind.isStriped, "\(kind) belongs to the platform")
    uuid = entity.subordinate(UInt8(kind.rawValue) << 4 | asset.number)
  }

  /// One stripe of a platform account.
  static func platform(_ kind: AccountKind, asset: Asset, stripe: UInt8) -> AccountID {
    precondition(kind.isStriped, "\(kind) belongs to an entity")
    let entity = UUID(high: 0x7000, low: 0x8000_0000_0000_0000 | UInt64(stripe) << 8)
    return AccountID(uuid: entity.subordinate(UInt8(kind.rawValue) << 4 | asset.number))
  }

  /// Every stripe of every account of the platform.
  static let platform: [AccountID] = AccountKind.allCases.filter(\.isStriped).flatMap { kind in
    Asset.allCases.flatMap { asset in
      (0..<UInt8(AccountKind.stripes)).map { platform(kind, asset: asset, stripe: $0) }
    }
  }

  init(uuid: UUID) { self.uuid = uuid }

  var kind: AccountKind? { AccountKind(rawValue: Int16(uuid.low >> 4 & 15)) }
  var asset: Asset? { Asset.allCases.first { UInt64($0.number) == uuid.low & 15 } }

  static func < (a: AccountID, b: AccountID) -> Bool { a.uuid < b.uuid }
}

/// One account with the two sums that make its balance.
struct Account: Hashable, Sendable {
  let id: AccountID
  let kind: AccountKind
  let asset: Asset
  var debits: Int64
  var credits: Int64

  /// A new account with nothing in it.
  init(opening id: AccountID) {
    guard let kind = id.kind, let asset = id.asset else {
      preconditionFailure("\(id.uuid) names no account")
    }
    self.init(id: id, kind: kind, asset: asset, debits: 0, credits: 0)
  }

  init(id: AccountID, kind: AccountKind, asset: Asset, debits: Int64, credits: Int64) {
    self.id = id
    self.kind = kind
    self.asset = asset
    self.debits = debits
    self.credits = credits
  }

  /// Smallest units, on the account's normal side.
  var balance: Int64 { kind.balance(debits: debits, credits: credits) }

  var mayOverdraw: Bool { kind.isStriped }

  /// The same account with the sums of both; nil when one does not fit.
  func adding(_ other: Account) -> Account? {
    var total = self
    let (debits, isTooMuch) = debits.addingReportingOverflow(other.debits)
    let (credits, isTooMuchToo) = credits.addingReportingOverflow(other.credits)
    (total.debits, total.credits) = (debits, credits)
    return isTooMuch || isTooMuchToo ? nil : total
  }
}

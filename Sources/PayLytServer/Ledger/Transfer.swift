/// Why money moved. The names are part of the API (`Transfer.kind`, `WalletEntry.kind`).
enum TransferKind: Int16, Sendable, CaseIterable {
  case fund = 1
  case fundExcess = 2
  case fundLate = 3
  case release = 4
  case fee = 5
  case refund = 6
  case payoutReserve = 7
  case payoutSettle = 8
  case payoutReturn = 9
  case convertOut = 10
  case convertIn = 11
  case convertSpread = 12
  case convertRounding = 13
  case transfer = 14
  case deposit = 15
  case payoutCover = 16
  case payoutSlippage = 17
  case payoutReversal = 18
  case fundFromWallet = 19
  case correction = 20
  case disputeFreeze = 40
  case disputeUnfreeze = 41

  var name: String {
    switch self {
    case .fund: "fund"
    case .fundExcess: "fund_excess"
    case .fundLate: "fund_late"
    case .release: "release"
    case .fee: "fee"
    case .refund: "refund"
    case .payoutReserve: "payout_reserve"
    case .payoutSettle: "payout_settle"
    case .payoutReturn: "payout_return"
    case .convertOut: "convert_out"
    case .convertIn: "convert_in"
    case .convertSpread: "convert_spread"
    case .convertRounding: "convert_rounding"
    case .transfer: "transfer"
    case .deposit: "deposit"
    case .payoutCover: "payout_cover"
    case .payoutSlippage: "payout_slippage"
    case .payoutReversal: "payout_reversal"
    case .fundFromWallet: "fund_from_wallet"
    case .correction: "correction"
    case .disputeFreeze: "dispute_freeze"
    case .disputeUnfreeze: "dispute_unfreeze"
    }
  }
}

/// One movement: `amount` smallest units leave nothing behind, they are debited to one account and
/// credited to another of the same asset.
struct Transfer: Hashable, Sendable {
  let id: UUID
  let transaction: UUID
  let debit: AccountID
  let credit: AccountID
  let asset: Asset
  let amount: Int64
  let kind: TransferKind
  let createdAt: Timestamp
}

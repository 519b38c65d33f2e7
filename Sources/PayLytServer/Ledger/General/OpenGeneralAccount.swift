/// Opens an account of the general ledger.
struct OpenGeneralAccount: Command {
  static let method = "LedgerService/CreateAccount"
  let caller: Caller
  let request: RequestIdentity?
  let name: GeneralName
  let asset: AssetCode
  let normalSide: Side
  let balanceMin: Int64?
  let balanceMax: Int64?
  let code: Int32
  let annotations: Annotations

  struct Opened: Sendable {
    let account: GeneralAccount
    /// Whether it had been opened before.
    let isReplay: Bool
  }

  func load(_ rows: Loader) { rows.want(GeneralAccount.self, name.key) }

  func decide(_ decision: Decision) throws -> Opened {
    if let existing = decision.row(GeneralAccount.self, name.key) {
      if let field = difference(from: existing) {
        throw GeneralLedgerError.accountIDReused(name.text, field: field)
      }
      return Opened(account: existing.asOpened, isReplay: true)
    }
    let account = GeneralAccount(
      name: name, asset: asset, normalSide: normalSide, balanceMin: balanceMin,
      balanceMax: balanceMax, code: code, annotations: annotations, createdAt: decision.now,
      lastEntryAt: decision.now)
    decision.put(account)
    decision.record("ledger.account_opened", subject: "ledgerAccounts/\(name.text)", parties: [])
    return Opened(account: account, isReplay: false)
  }

  /// The first attribute in which the account that is there is another one.
  private func difference(from existing: GeneralAccount) -> String? {
    if existing.asset != asset { return "asset" }
    if existing.normalSide != normalSide { return "normal_side" }
    if existing.balanceMin != balanceMin { return "balance_min" }
    if existing.balanceMax != balanceMax { return "balance_max" }
    if existing.code != code { return "code" }
    if existing.annotations != annotations { return "metadata" }
    return nil
  }
}

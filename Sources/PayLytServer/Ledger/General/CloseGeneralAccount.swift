/// Closes an account of the general ledger: its balance stays as it is.
struct CloseGeneralAccount: Command {
  static let method = "LedgerService/CloseAccount"
  let caller: Caller
  let request: RequestIdentity?
  let name: GeneralName
  /// Empty: none is given.
  let reason: String
  /// As in `GeneralPosting`.
  var releasedUpTo: Timestamp?

  func load(_ rows: Loader) { rows.want(GeneralAccount.self, name.key) }

  func decide(_ decision: Decision) throws -> GeneralAccount {
    guard var account = decision.row(GeneralAccount.self, name.key) else {
      throw GeneralLedgerError.accountNotFound(name.text)
    }
    guard account.closedAt == nil else { return account }
    // What is held could neither be posted nor released on a closed account.
    guard account.sums.debits.pending == 0, account.sums.credits.pending == 0 else {
      if account.mayHoldWhatIsOver(at: decision.now, releasedUpTo: releasedUpTo) {
        throw GeneralLedgerError.holdsDue
      }
      throw GeneralLedgerError.accountHasPending(name.text)
    }
    account.closedAt = decision.now
    decision.put(account)
    decision.record(
      "ledger.account_closed", subject: "ledgerAccounts/\(name.text)", parties: [],
      reason: reason.isEmpty ? nil : reason)
    return account
  }
}

/// Opens a closed account of the general ledger again.
struct ReopenGeneralAccount: Command {
  static let method = "LedgerService/ReopenAccount"
  let caller: Caller
  let request: RequestIdentity?
  let name: GeneralName
  /// Empty: none is given.
  let reason: String

  func load(_ rows: Loader) { rows.want(GeneralAccount.self, name.key) }

  func decide(_ decision: Decision) throws -> GeneralAccount {
    guard var account = decision.row(GeneralAccount.self, name.key) else {
      throw GeneralLedgerError.accountNotFound(name.text)
    }
    guard account.closedAt != nil else { return account }
    account.closedAt = nil
    decision.put(account)
    decision.record(
      "ledger.account_reopened", subject: "ledgerAccounts/\(name.text)", parties: [],
      reason: reason.isEmpty ? nil : reason)
    return account
  }
}

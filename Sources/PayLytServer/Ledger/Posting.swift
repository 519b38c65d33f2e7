/// Why the ledger refused a posting.
enum LedgerError: Error, Equatable {
  /// The account holds `shortBy` smallest units less than the posting takes.
  case insufficientFunds(asset: Asset, shortBy: Int64)
  /// A sum of the account would not fit in 64 bits.
  case sumTooLarge(asset: Asset)
}

extension LedgerError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .insufficientFunds(let asset, let shortBy):
      Refusal(
        .failedPrecondition, reason: "INSUFFICIENT_FUNDS",
        message: "The wallet is short of \(shortBy) smallest units of \(asset.rawValue).")
    case .sumTooLarge(let asset):
      Refusal(
        .failedPrecondition, reason: "SUM_TOO_LARGE",
        message: "An account of \(asset.rawValue) cannot count that much.")
    }
  }
}

/// One ledger transaction: the transfers of one decision, all or none of them.
struct Posting {
  let id: UUID
  private let decision: Decision

  init(_ decision: Decision) {
    self.decision = decision
    id = decision.newID()
  }

  /// Moves `amount` smallest units: debits one account, credits the other. Zero moves nothing.
  ///
  /// - Throws: `.insufficientFunds` when an account that may not be overdrawn would be, and
  ///   `.sumTooLarge`. The decision that throws is undone as a whole.
  func transfer(
    _ amount: Int64, debit: AccountID, credit: AccountID, kind: TransferKind
  ) throws(LedgerError) {
    precondition(amount >= 0, "a transfer backwards")
    precondition(debit != credit, "a transfer to itself")
    guard amount > 0 else { return }
    var from = account(debit)
    precondition(from.asset == credit.asset, "a transfer between two assets")
    from.debits = try sum(from.debits, amount, from.asset)
    try store(from)
    var to = account(credit)
    to.credits = try sum(to.credits, amount, to.asset)
    try store(to)
    decision.put(
      Transfer(
        id: decision.newID(), transaction: id, debit: debit, credit: credit, asset: from.asset,
        amount: amount, kind: kind, createdAt: decision.now))
  }

  private func sum(_ a: Int64, _ b: Int64, _ asset: Asset) throws(LedgerError) -> Int64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    guard !overflow else { throw .sumTooLarge(asset: asset) }
    return sum
  }

  private func account(_ id: AccountID) -> Account {
    decision.row(Account.self, id.uuid) ?? Account(opening: id)
  }

  private func store(_ account: Account) throws(LedgerError) {
    guard account.mayOverdraw || account.balance >= 0 else {
      throw .insufficientFunds(asset: account.asset, shortBy: -account.balance)
    }
    decision.put(account)
  }
}

extension Decision {
  /// Opens an account of an entity that this decision makes: nobody can have opened it before.
  func open(_ account: AccountID) { put(Account(opening: account)) }
}

extension Loader {
  /// Names the accounts that a posting touches.
  func want(_ accounts: AccountID...) { want(accounts) }

  func want(_ accounts: [AccountID]) {
    for account in accounts { want(Account.self, account.uuid) }
  }
}

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
        message: "The wallet is short of \(shortBy) smallest units of \(asset.rawValue).",
        values: ["asset": asset.rawValue, "short_units": "\(shortBy)"])
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
    var (from, to) = (Account(opening: debit), Account(opening: credit))
    precondition(from.asset == to.asset, "a transfer between two assets")
    from.debits = amount
    to.credits = amount
    try post(from)
    try post(to)
    decision.put(
      Transfer(
        id: decision.newID(), transaction: id, debit: debit, credit: credit, asset: from.asset,
        amount: amount, kind: kind, createdAt: decision.now))
  }

  /// Adds to the sums of an account. Where no balance decides, it needs not be known.
  private func post(_ sums: Account) throws(LedgerError) {
    let id = sums.id.uuid
    guard decision.isNamed(Account.self, id) else {
      precondition(
        sums.debits == 0 || !sums.kind.isLimitedByBalance, "a wallet is debited unseen")
      guard decision.add(sums) else { throw .sumTooLarge(asset: sums.asset) }
      return
    }
    let account = decision.row(Account.self, id) ?? Account(opening: sums.id)
    guard let total = account.adding(sums) else { throw .sumTooLarge(asset: sums.asset) }
    guard total.mayOverdraw || total.balance >= 0 else {
      throw .insufficientFunds(asset: total.asset, shortBy: -total.balance)
    }
    decision.put(total)
  }
}

extension Decision {
  /// Opens an account of an entity that this decision makes: nobody can have opened it before.
  func open(_ account: AccountID) { put(Account(opening: account)) }
}

extension Loader {
  /// Names the accounts that a posting touches. Those of them that give only what they have are
  /// read, and locked.
  func want(_ accounts: AccountID...) { want(accounts) }

  func want(_ accounts: [AccountID]) {
    for account in accounts {
      if account.kind?.isLimitedByBalance ?? true {
        want(Account.self, account.uuid)
      } else {
        expect(Account.self, account.uuid)
      }
    }
  }

  /// Names accounts whose balances are read, and locks them whatever they are.
  func wantBalances(of accounts: [AccountID]) {
    for account in accounts { want(Account.self, account.uuid) }
  }

  /// Names the accounts that a posting touches when it debits no wallet: none has to be read.
  func expect(_ accounts: [AccountID]) {
    for account in accounts { expect(Account.self, account.uuid) }
  }

  func expect(_ accounts: AccountID...) { expect(accounts) }
}

/// What the general ledger should do, in a few lines: numbers in dictionaries, nothing else.
struct GeneralLedgerModel {
  struct Account {
    var min: Int64?
    var max: Int64?
    var posted: Int64 = 0
    var into: Int64 = 0
    var out: Int64 = 0

    var isWithinLimits: Bool {
      (min.map { posted - out >= $0 } ?? true) && (max.map { posted + into <= $0 } ?? true)
    }
  }

  struct Transaction {
    enum State { case pending, posted, voided, expired }

    /// Account and amount; negative where the account gives.
    var moves: [(account: String, amount: Int64)]
    var state: State
    var expiresAt: Int64?
    var isTwoPhase: Bool
    var isReversed = false
    var isReversal = false
  }

  var accounts: [String: Account] = [:]
  var transactions: [String: Transaction] = [:]
  var now: Int64 = 0

  /// - Returns: whether it is accepted.
  mutating func post(
    _ id: String, _ moves: [(account: String, amount: Int64)], pending: Bool, timeout: Int64,
    isReversal: Bool = false
  ) -> Bool {
    guard moves.reduce(0, { $0 + $1.amount }) == 0 else { return false }
    var next = accounts
    for (account, amount) in moves {
      if pending {
        if amount > 0 { next[account]?.into += amount } else { next[account]?.out -= amount }
      } else {
        next[account]?.posted += amount
      }
    }
    guard moves.allSatisfy({ next[$0.account]?.isWithinLimits ?? false }) else { return false }
    accounts = next
    transactions[id] = Transaction(
      moves: moves, state: pending ? .pending : .posted,
      expiresAt: pending && timeout > 0 ? now + timeout : nil, isTwoPhase: pending,
      isReversal: isReversal)
    return true
  }

  mutating func resolve(_ id: String, share: Int64?, void: Bool) -> Bool {
    guard var transaction = transactions[id], transaction.state == .pending,
      transaction.expiresAt.map({ now < $0 }) ?? true
    else { return false }
    release(transaction)
    if void {
      transaction.state = .voided
    } else {
      transaction.state = .posted
      if let share {
        transaction.moves = transaction.moves.map { ($0.account, $0.amount > 0 ? share : -share) }
      }
      for (account, amount) in transaction.moves { accounts[account]?.posted += amount }
    }
    transactions[id] = transaction
    return true
  }

  mutating func expire() {
    for (id, var transaction) in transactions
    where transaction.state == .pending && transaction.expiresAt.map({ now >= $0 }) ?? false {
      release(transaction)
      transaction.state = .expired
      transactions[id] = transaction
    }
  }

  mutating func reverse(_ id: String, as reversal: String) -> Bool {
    guard let transaction = transactions[id], transaction.state == .posted,
      !transaction.isReversed, !transaction.isReversal
    else { return false }
    let moves = transaction.moves.map { ($0.account, -$0.amount) }
    guard post(reversal, moves, pending: false, timeout: 0, isReversal: true) else { return false }
    transactions[id]?.isReversed = true
    return true
  }

  private mutating func release(_ transaction: Transaction) {
    for (account, amount) in transaction.moves {
      if amount > 0 { accounts[account]?.into -= amount } else { accounts[account]?.out += amount }
    }
  }
}

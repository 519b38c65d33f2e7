/// Posts what a pending transaction holds, all or a part of it, and releases the rest.
struct CommitPending: Command {
  static let method = "LedgerService/CommitPending"
  let caller: Caller
  let request: RequestIdentity?
  let name: GeneralName
  /// What to post of each leg; nil: everything.
  let amounts: [Int64]?

  func load(_ rows: Loader) { rows.wantTransaction(name) }

  func decide(_ decision: Decision) throws -> TransactionView {
    let view = try decision.resolve(name, as: .commit(amounts: amounts))
    decision.record(view, "ledger.transaction_committed")
    return view
  }
}

/// Releases what a pending transaction holds.
struct VoidPending: Command {
  static let method = "LedgerService/VoidPending"
  let caller: Caller
  let request: RequestIdentity?
  let name: GeneralName
  /// Empty: none is given.
  let reason: String

  func load(_ rows: Loader) { rows.wantTransaction(name) }

  func decide(_ decision: Decision) throws -> TransactionView {
    let view = try decision.resolve(name, as: .void)
    decision.record(
      view, "ledger.transaction_voided", reason: reason.isEmpty ? nil : reason)
    return view
  }
}

/// The time of a pending transaction is over. Nothing happens when it was resolved meanwhile.
struct ExpirePending: Command {
  static let method = "ledger/expire"
  let caller = Caller.system("ledger")
  let request: RequestIdentity? = nil
  let name: GeneralName

  func load(_ rows: Loader) { rows.wantTransaction(name) }

  func decide(_ decision: Decision) throws -> TransactionView? {
    guard let transaction = decision.transaction(name), transaction.state == .pending,
      let expiresAt = transaction.expiresAt, decision.now >= expiresAt
    else { return nil }
    let view = try decision.resolve(name, as: .expire)
    decision.record(view, "ledger.transaction_expired")
    return view
  }
}

/// How a pending transaction ends.
enum PendingResolution: Hashable, Sendable {
  /// With what to post of each leg; nil: everything.
  case commit(amounts: [Int64]?)
  case void
  case expire

  var state: GeneralTransactionState {
    switch self {
    case .commit: .posted
    case .void: .voided
    case .expire: .expired
    }
  }

  var kind: GeneralEntryKind {
    switch self {
    case .commit: .commit
    case .void: .void
    case .expire: .expire
    }
  }

  /// What to post of each leg of a hold.
  fileprivate func amounts(of held: [GeneralEntry]) throws -> [Int64] {
    switch self {
    case .commit(nil): return held.map(\.amount)
    case .void, .expire: return held.map { _ in 0 }
    case .commit(let amounts?):
      guard amounts.count == held.count else {
        throw Refusal.invalid(
          "amounts", "One amount for each of the \(held.count) postings, or none at all.")
      }
      for (index, (amount, entry)) in zip(amounts, held).enumerated() where amount > entry.amount {
        throw TransactionStateError.exceedsPending(index: index)
      }
      return amounts
    }
  }
}

extension Decision {
  /// Ends a pending transaction. What ends a hold takes nothing out of an account and adds nothing
  /// to what was expected, so no limit is ever in its way.
  ///
  /// - Throws: `GeneralLedgerError`, `TransactionStateError`; `Refusal` for amounts without sense.
  func resolve(
    _ name: GeneralName, as resolution: PendingResolution
  ) throws -> TransactionView {
    guard var transaction = transaction(name) else {
      throw GeneralLedgerError.transactionNotFound(name.text)
    }
    let held = entries(of: transaction).filter { !$0.entry.kind.resolves }
    let posting = GeneralPosting(decision: self, releasedUpTo: nil)
    let time = try posting.time(touching: held.map(\.account))
    try transaction.resolve(as: resolution.state, at: time)
    let amounts = try resolution.amounts(of: held.map(\.entry))
    let legs = zip(held, amounts).map { view, amount in
      GeneralPosting.Leg(
        account: view.account, side: view.entry.side, posted: amount, pending: -view.entry.amount)
    }
    let made = try posting.apply(
      legs, as: resolution.kind, of: transaction.id, name, at: time,
      effectiveAt: transaction.effectiveAt)
    put(transaction)
    return TransactionView(transaction: transaction, entries: held + made, made: made)
  }
}

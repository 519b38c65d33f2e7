import PayLytAPI
import StandardAPI

// How the general ledger looks on the wire.

extension PayLytAPI.Side {
  init(_ side: Side) {
    self =
      switch side {
      case .debit: .debit
      case .credit: .credit
      }
  }
}

extension LedgerBalance {
  /// - Parameter sequence: of the entry that it is the balance after; 0 before the first.
  init(
    _ sums: GeneralSums, of account: GeneralName, asset: AssetCode, _ normal: Side,
    sequence: Int64, at time: Timestamp?
  ) {
    self.init(
      account: account.accountName, asset: asset.text, posted: sums.posted(normal),
      pendingIn: sums.pendingIn(normal), pendingOut: sums.pendingOut(normal),
      available: sums.available(normal), debitsPosted: sums.debits.posted,
      creditsPosted: sums.credits.posted, debitsPending: sums.debits.pending,
      creditsPending: sums.credits.pending, sequence: sequence,
      entryTime: time.map { ProtoTimestamp($0) })
  }

  init(_ account: GeneralAccount) {
    self.init(
      account.sums, of: account.name, asset: account.asset, account.normalSide,
      sequence: account.entries, at: account.entries == 0 ? nil : account.lastEntryAt)
  }

  init(after view: EntryView) {
    self.init(
      view.entry.sums, of: view.account, asset: view.entry.asset, view.normalSide,
      sequence: view.entry.sequence, at: view.entry.createdAt)
  }
}

extension LedgerAccount {
  /// - Parameter labels: nil when there are none, or nobody asked.
  init(_ account: GeneralAccount, labels: GeneralLabels? = nil) {
    self.init(
      name: account.name.accountName, asset: account.asset.text,
      normalSide: PayLytAPI.Side(account.normalSide), balanceMin: account.balanceMin,
      balanceMax: account.balanceMax, code: account.code, metadata: account.annotations.pairs,
      createTime: ProtoTimestamp(account.createdAt), balance: LedgerBalance(account),
      closeTime: account.closedAt.map { ProtoTimestamp($0) }, labels: labels?.labels.pairs ?? [:],
      labelsEtag: labels?.etag ?? "")
  }
}

extension LedgerEntry {
  init(_ view: EntryView) {
    let entry = view.entry
    self.init(
      account: view.account.accountName, sequence: entry.sequence,
      transaction: view.transaction.transactionName, kind: Kind(entry.kind),
      side: PayLytAPI.Side(entry.side), posted: entry.posted, pending: entry.pending,
      balance: LedgerBalance(after: view), createTime: ProtoTimestamp(entry.createdAt),
      effectiveTime: ProtoTimestamp(entry.effectiveAt))
  }
}

extension LedgerEntry.Kind {
  init(_ kind: GeneralEntryKind) {
    self =
      switch kind {
      case .post: .post
      case .hold: .hold
      case .commit: .commit
      case .void: .void
      case .expire: .expire
      }
  }
}

extension LedgerTransaction {
  /// - Parameter entries: everything that it did, in the order of its numbers.
  /// - Parameter labels: nil when there are none, or nobody asked.
  init(
    _ transaction: GeneralTransaction, _ entries: [EntryView], labels: GeneralLabels? = nil
  ) {
    let committed = Dictionary(
      uniqueKeysWithValues: entries.filter { $0.entry.kind.resolves }
        .map { ($0.entry.leg, $0.entry.posted) })
    let postings = entries.filter { !$0.entry.kind.resolves }.map { view in
      LedgerPosting(
        account: view.account.accountName, side: PayLytAPI.Side(view.entry.side),
        amount: view.entry.amount,
        posted: view.entry.posted + committed[view.entry.leg, default: 0])
    }
    self.init(
      name: transaction.name.transactionName, state: State(transaction.state), postings: postings,
      code: transaction.code, description: transaction.description,
      metadata: transaction.annotations.pairs,
      createTime: ProtoTimestamp(transaction.createdAt),
      expireTime: transaction.expiresAt.map { ProtoTimestamp($0) },
      resolveTime: transaction.resolvedAt.map { ProtoTimestamp($0) },
      reverses: transaction.reverses.map { "\(GeneralName.transactions)/\($0)" } ?? "",
      reversedBy: transaction.reversedBy.map { "\(GeneralName.transactions)/\($0)" } ?? "",
      effectiveTime: transaction.effectiveAt.map { ProtoTimestamp($0) },
      reference: transaction.reference, balancing: PayLytAPI.Balancing(transaction.balancing),
      amountMax: transaction.amountMax ?? 0, labels: labels?.labels.pairs ?? [:],
      labelsEtag: labels?.etag ?? "")
  }
}

extension PayLytAPI.Balancing {
  init(_ balancing: Balancing) {
    self =
      switch balancing {
      case .none: .unspecified
      case .debit: .debit
      case .credit: .credit
      case .both: .both
      }
  }
}

extension LedgerTransaction.State {
  init(_ state: GeneralTransactionState) {
    self =
      switch state {
      case .pending: .pending
      case .posted: .posted
      case .voided: .voided
      case .expired: .expired
      }
  }
}

extension TransactionResult {
  init(_ view: TransactionView, labels: GeneralLabels? = nil) {
    self.init(
      transaction: LedgerTransaction(view.transaction, view.entries, labels: labels),
      entries: view.made.map { LedgerEntry($0) })
  }
}

extension TransactionOutcome {
  init(_ view: TransactionView) {
    self.init(
      transactionID: view.transaction.name.text, result: TransactionResult(view))
  }
}

extension TransactionRefusal {
  init(_ refusal: Refusal) {
    self.init(
      code: refusal.code.rawValue, reason: refusal.reason, message: refusal.message,
      field: refusal.field ?? "")
  }
}

extension Payload {
  static func transaction(_ view: TransactionView) -> Payload { Payload(TransactionResult(view)) }
}

extension CreateAccountRequest: ChangeRequest {}
extension CloseAccountRequest: ChangeRequest {}
extension ReopenAccountRequest: ChangeRequest {}
extension PostTransactionRequest: ChangeRequest {}
extension CommitPendingRequest: ChangeRequest {}
extension VoidPendingRequest: ChangeRequest {}
extension ReverseTransactionRequest: ChangeRequest {}

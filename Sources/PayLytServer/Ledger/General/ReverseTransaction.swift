/// Posts what a transaction posted on the other sides, once, linked both ways.
struct ReverseTransaction: Command {
  static let method = "LedgerService/ReverseTransaction"
  let caller: Caller
  let request: RequestIdentity?
  let name: GeneralName
  /// Of the reversal; nil: the server makes one.
  let reversal: GeneralName?
  let description: String
  let annotations: Annotations
  /// Whether it counts when what it undoes did.
  var countsAsOriginal = false
  /// When holds that were over had been released; nil on the first attempt.
  var releasedUpTo: Timestamp?

  func load(_ rows: Loader) {
    rows.wantTransaction(name)
    if let reversal { rows.wantTransaction(reversal) }
  }

  func decide(_ decision: Decision) throws -> TransactionView {
    guard var original = decision.transaction(name) else {
      throw GeneralLedgerError.transactionNotFound(name.text)
    }
    let terms = terms(reversing: decision.entries(of: original), of: original)
    // The same reversal again is answered by the one that is there.
    guard reversal.flatMap(decision.transaction) == nil else {
      return try decision.post(terms, releasedUpTo: releasedUpTo)
    }
    let id = decision.newID()
    let reversal = reversal ?? GeneralName(id)
    try original.reverse(by: reversal)
    let view = try decision.post(terms, as: reversal, id: id, releasedUpTo: releasedUpTo)
    decision.put(original)
    decision.record(view, "ledger.transaction_reversed", reason: description)
    return view
  }

  private func terms(
    reversing entries: [EntryView], of original: GeneralTransaction
  ) -> TransactionTerms {
    let posted = entries.filter { $0.entry.posted > 0 }
    let postings = posted.map { view in
      TransactionTerms.Posting(
        account: view.account, side: view.entry.side.opposite, amount: view.entry.posted)
    }
    return TransactionTerms(
      name: reversal, postings: postings, isPending: false, timeoutSeconds: 0,
      code: original.code, description: description, annotations: annotations,
      reverses: original.name.text,
      effectiveAt: countsAsOriginal ? posted.first?.entry.effectiveAt : nil,
      reference: original.reference)
  }
}

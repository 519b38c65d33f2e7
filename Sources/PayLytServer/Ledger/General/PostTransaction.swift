/// Posts one transaction, or holds its amounts.
struct PostTransaction: Command {
  static let method = "LedgerService/PostTransaction"
  let caller: Caller
  let request: RequestIdentity?
  let terms: TransactionTerms
  /// When holds that were over had been released; nil on the first attempt.
  var releasedUpTo: Timestamp?
  /// The length of the transaction where it is one of many and has no request of its own.
  var draftBytes: Int?

  var bytes: Int { draftBytes ?? request?.bytes ?? 0 }

  /// Its answer says which transaction is meant, and names fields as they are in that.
  private var isOneOfMany: Bool { draftBytes != nil }

  func load(_ rows: Loader) { rows.want(terms) }

  func decide(_ decision: Decision) throws -> TransactionView {
    let view: TransactionView
    do {
      view = try decision.post(terms, releasedUpTo: releasedUpTo)
    } catch {
      guard !isOneOfMany, let field = error.refusal.field else { throw error }
      throw error.refusal.naming(field: "transaction.\(field)")
    }
    decision.record(
      view, terms.isPending ? "ledger.transaction_held" : "ledger.transaction_posted")
    return view
  }
}

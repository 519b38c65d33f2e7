/// Posts a list of transactions in one decision: all of them or none.
struct PostLinkedTransactions: Command {
  static let method = "LedgerService/BatchPostTransactions"
  let caller: Caller
  let request: RequestIdentity?
  /// Each with a name, all of them different.
  let list: [TransactionTerms]
  /// When holds that were over had been released; nil on the first attempt.
  var releasedUpTo: Timestamp?

  func load(_ rows: Loader) { for terms in list { rows.want(terms) } }

  func decide(_ decision: Decision) throws -> [TransactionView] {
    let views = try decision.postLinked(list, releasedUpTo: releasedUpTo)
    if let first = views.first, !first.isReplay {
      decision.record(
        "ledger.transactions_posted",
        subject: "ledgerTransactions/\(first.transaction.name.text)", parties: [])
    }
    return views
  }
}

extension Decision {
  /// Posts all of a list, each on top of the ones before, or answers what was done when all of them
  /// are there.
  ///
  /// - Throws: `Refusal`, about the one at fault.
  func postLinked(
    _ list: [TransactionTerms], releasedUpTo: Timestamp?
  ) throws(Refusal) -> [TransactionView] {
    let known = list.indices.filter { list[$0].name.flatMap(transaction) != nil }
    // A part of them would be neither all nor nothing.
    if let first = known.first, known.count < list.count {
      throw Refusal(
        .failedPrecondition, reason: "LINKED_PARTLY_POSTED",
        message: "This transaction is there already, and others of the list are not.",
        field: "transactions[\(first)].transaction_id")
    }
    var views: [TransactionView] = []
    for (index, terms) in list.enumerated() {
      do {
        views.append(try post(terms, releasedUpTo: releasedUpTo))
      } catch {
        throw error.refusal.inside("transactions[\(index)]")
      }
    }
    return views
  }
}

extension Refusal {
  /// The same about a part of a request.
  func inside(_ path: String) -> Refusal {
    Refusal(
      code, reason: reason, message: "\(path): \(message)",
      field: field.map { "\(path).\($0)" } ?? path, retrySeconds: retrySeconds,
      values: values)
  }
}

/// Keeps the id of a request that is carried out in several decisions, so that it stands for the
/// same list in each of them and for ever.
struct ClaimBatch: Command {
  static let method = "LedgerService/BatchPostTransactions"
  let caller: Caller
  let request: RequestIdentity?

  func load(_ rows: Loader) {}
  func decide(_ decision: Decision) throws {}
}

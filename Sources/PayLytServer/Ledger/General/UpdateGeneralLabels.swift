/// Attaches labels to an account or a transaction of the general ledger, changes or removes them.
struct UpdateGeneralLabels: Command {
  static let method = "LedgerService/UpdateLabels"
  let caller: Caller
  let request: RequestIdentity?
  let subject: GeneralLabels.Subject
  let changes: LabelChanges
  /// Which version of the labels the caller has read; empty: any.
  let etag: String

  func load(_ rows: Loader) {
    switch subject {
    case .account(let name):
      rows.want(GeneralAccount.self, name.key)
      rows.want(GeneralLabels.self, name.key)
    case .transaction(let name):
      let found = rows.rows(
        GeneralTransaction.self, by: GeneralTransaction.nameKey, .uuid(name.key))
      for transaction in found { rows.want(GeneralLabels.self, transaction.id) }
    }
  }

  func decide(_ decision: Decision) throws -> GeneralLabels {
    var labels = try labels(decision)
    try labels.check(etag: etag)
    guard try labels.change(changes, at: decision.now) else { return labels }
    decision.put(labels)
    decision.record("ledger.labels_changed", subject: subject.resource, parties: [])
    return labels
  }

  /// As they are; new ones where there are none.
  private func labels(_ decision: Decision) throws(GeneralLedgerError) -> GeneralLabels {
    let (id, place): (UUID, String)
    switch subject {
    case .account(let name):
      guard decision.row(GeneralAccount.self, name.key) != nil else {
        throw .accountNotFound(name.text)
      }
      (id, place) = (name.key, name.text)
    case .transaction(let name):
      guard let transaction = decision.transaction(name) else {
        throw .transactionNotFound(name.text)
      }
      (id, place) = (transaction.id, transaction.id.description)
    }
    return decision.row(GeneralLabels.self, id)
      ?? GeneralLabels(
        id: id, isAccount: subject.isAccount, place: place, labels: Annotations([:]), version: 0,
        changedAt: decision.now)
  }
}

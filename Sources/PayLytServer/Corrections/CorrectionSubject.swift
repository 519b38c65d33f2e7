/// What a correction is about. Whom that concerns does not decide on it.
struct CorrectionSubject: Hashable, Sendable {
  enum Collection: String, CaseIterable {
    case payouts, reconciliationRuns, escrows, invoices
  }

  let collection: Collection
  let id: UUID

  var name: String { "\(collection.rawValue)/\(id)" }

  /// nil for what is no such name.
  init?(_ name: String) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let collection = Collection(rawValue: String(parts[0])),
      let id = UUID(parts[1]), id == id.entity
    else { return nil }
    self.collection = collection
    self.id = id
  }
}

extension Loader {
  /// Names what `Decision.concerns` looks at.
  func want(_ subject: CorrectionSubject) {
    switch subject.collection {
    case .payouts: want(Payout.self, subject.id)
    case .reconciliationRuns: want(ReconciliationRun.self, subject.id)
    case .escrows: wantEscrow(subject.id)
    case .invoices: if let invoice = row(Invoice.self, subject.id) { wantEscrow(invoice.escrow) }
    }
  }

  private func wantEscrow(_ id: UUID) {
    want(Escrow.self, id)
    want(Payee.self, by: "escrow_id", .uuid(id))
  }
}

extension Decision {
  /// Whether it is about what is the caller's own.
  ///
  /// - Throws: NOT_FOUND when there is no such thing.
  func concerns(_ caller: Caller, _ subject: CorrectionSubject) throws(Refusal) -> Bool {
    switch subject.collection {
    case .payouts: return caller.isUser(try found(Payout.self, subject.id, subject).user)
    case .reconciliationRuns:
      _ = try found(ReconciliationRun.self, subject.id, subject)
      return false
    case .escrows: return concerns(caller, try found(Escrow.self, subject.id, subject))
    case .invoices:
      let escrow = try found(Invoice.self, subject.id, subject).escrow
      return concerns(caller, try found(Escrow.self, escrow, subject))
    }
  }

  private func found<Row: StoredRow>(
    _: Row.Type, _ id: UUID, _ subject: CorrectionSubject
  ) throws(Refusal) -> Row {
    guard let row = row(Row.self, id) else { throw .notFound(subject.name) }
    return row
  }
}

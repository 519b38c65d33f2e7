import PayLytAPI
import PayLytRPC
import StandardAPI

/// Labels of the general ledger.
extension LedgerService {
  func updateLabels(
    _ request: UpdateLabelsRequest, _ context: ServerContext
  ) async throws -> LedgerLabels {
    let subject = try GeneralLabels.Subject(request.name, field: "name")
    let changes = try LabelChanges(request)
    return try await service.change(request, context) { asked in
      UpdateGeneralLabels(
        caller: asked.caller, request: asked.identity, subject: subject, changes: changes,
        etag: request.etag)
    } answer: { labels in
      LedgerLabels(
        name: subject.resource, labels: labels.labels.pairs,
        updateTime: labels.version == 0 ? nil : ProtoTimestamp(labels.changedAt),
        etag: labels.version == 0 ? "" : labels.etag)
    }
  }

  /// The labels of accounts or transactions, by the id of what has some.
  func labels(of ids: [UUID], _ context: ServerContext) async throws -> [UUID: GeneralLabels] {
    guard !ids.isEmpty else { return [:] }
    let found = try await service.database.query(
      GeneralLabelStatements.labels, [.uuidArray(ids)], deadline: context.deadline)
    return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
  }
}

extension GeneralLabels.Subject {
  /// Reads `ledgerAccounts/{id}` or `ledgerTransactions/{id}`.
  init(_ name: String, field: String) throws(Refusal) {
    if name.utf8.starts(with: Array("\(GeneralName.accounts)/".utf8)) {
      self = .account(try GeneralName.parse(name, GeneralName.accounts, field: field))
    } else {
      self = .transaction(try GeneralName.parse(name, GeneralName.transactions, field: field))
    }
  }
}

extension LabelChanges {
  init(_ request: UpdateLabelsRequest) throws(Refusal) {
    _ = try Annotations(request.labels, field: "labels", most: GeneralLimits.labelsMax)
    for (index, key) in request.remove.enumerated() {
      let field = "remove[\(index)]"
      guard Annotations.isKey(key) else {
        throw .invalid(field, "1 to 40 letters, digits and . _ : - only.")
      }
      guard request.labels[key] == nil else {
        throw .invalid(field, "It is set by the same request.")
      }
    }
    self.init(set: request.labels, removed: request.remove)
  }
}

/// A label that a list asks for.
enum LabelFilter {
  /// Reads `key=value`, exactly; the value may be empty.
  static func parse(_ text: String, field: String = "label") throws(Refusal) -> String {
    let equals = text.utf8.firstIndex(of: UInt8(ascii: "="))
    guard let equals, Annotations.isKey(String(text[..<equals])) else {
      throw .invalid(field, "Expected `key=value`.")
    }
    return text
  }
}

extension UpdateLabelsRequest: ChangeRequest {}

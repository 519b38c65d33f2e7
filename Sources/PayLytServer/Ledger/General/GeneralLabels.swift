/// What callers attach to an account or a transaction of the general ledger, and change as they
/// like. No posting looks at it, and what they are attached to stays as it is.
struct GeneralLabels: Hashable, Sendable, Versioned {
  /// What labels are attached to.
  enum Subject: Hashable, Sendable {
    case account(GeneralName)
    case transaction(GeneralName)

    var isAccount: Bool {
      switch self {
      case .account: true
      case .transaction: false
      }
    }

    /// `ledgerAccounts/ada`.
    var resource: String {
      switch self {
      case .account(let name): name.accountName
      case .transaction(let name): name.transactionName
      }
    }
  }

  /// The account's or the transaction's.
  let id: UUID
  let isAccount: Bool
  /// What lists are ordered by: the name of an account, the id of a transaction.
  let place: String
  private(set) var labels: Annotations
  /// 0: there never were any.
  private(set) var version: Int64
  private(set) var changedAt: Timestamp

  init(
    id: UUID, isAccount: Bool, place: String, labels: Annotations, version: Int64,
    changedAt: Timestamp
  ) {
    self.id = id
    self.isAccount = isAccount
    self.place = place
    self.labels = labels
    self.version = version
    self.changedAt = changedAt
  }

  /// Sets and removes labels.
  ///
  /// - Returns: whether that changed anything.
  /// - Throws: `.tooManyLabels`.
  mutating func change(
    _ changes: LabelChanges, at time: Timestamp
  ) throws(GeneralLedgerError) -> Bool {
    var pairs = labels.pairs
    for key in changes.removed { pairs[key] = nil }
    pairs.merge(changes.set) { $1 }
    guard pairs.count <= GeneralLimits.labelsMax else { throw .tooManyLabels }
    let next = Annotations(pairs)
    guard next != labels else { return false }
    labels = next
    version += 1
    changedAt = time
    return true
  }
}

/// What is to become of labels: those that are named nowhere stay as they are.
struct LabelChanges: Hashable, Sendable {
  let set: [String: String]
  /// None of those that are set.
  let removed: [String]
}

extension GeneralLabels: StoredRow {
  var rowID: UUID { id }

  static let table = Table<GeneralLabels>(
    "general_labels",
    columns: [
      .fixed("id", .uuid) { .uuid($0.id) },
      .fixed("is_account", .bool) { .bool($0.isAccount) },
      .fixed("place", .text) { .text($0.place) },
      .mutable("labels", .bytea) { .bytes($0.labels.bytes) },
      .mutable("version", .int8) { .int8($0.version) },
      .mutable("changed_at", .timestamptz) { .timestamp($0.changedAt) },
    ]
  ) { (row) throws(DatabaseError) in try row.generalLabels() }
}

extension RowReader {
  /// The columns of `GeneralLabels.table`, from 0.
  func generalLabels() throws(DatabaseError) -> GeneralLabels {
    GeneralLabels(
      id: try uuid(0), isAccount: try bool(1), place: try text(2),
      labels: Annotations(stored: try bytes(3)), version: try int64(4), changedAt: try timestamp(5))
  }
}

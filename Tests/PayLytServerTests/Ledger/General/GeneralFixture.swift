import Testing

@testable import PayLytServer

extension GeneralName: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let name = GeneralName(text) else { preconditionFailure("\(text) is no name") }
    self = name
  }
}

extension AssetCode: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    guard let code = AssetCode(text) else { preconditionFailure("\(text) is no asset") }
    self = code
  }
}

/// `.debit("a", 5)`: one leg of a transaction.
extension TransactionTerms.Posting {
  static func debit(_ account: GeneralName, _ amount: Int64) -> Self {
    Self(account: account, side: .debit, amount: amount)
  }

  static func credit(_ account: GeneralName, _ amount: Int64) -> Self {
    Self(account: account, side: .credit, amount: amount)
  }
}

extension OpenGeneralAccount {
  static func fixture(
    _ name: GeneralName, asset: AssetCode = "USD", normal: Side = .credit, min: Int64? = nil,
    max: Int64? = nil, code: Int32 = 0, metadata: [String: String] = [:]
  ) -> OpenGeneralAccount {
    OpenGeneralAccount(
      caller: .admin, request: nil, name: name, asset: asset, normalSide: normal, balanceMin: min,
      balanceMax: max, code: code, annotations: Annotations(metadata))
  }
}

extension TransactionTerms {
  static func fixture(
    _ name: GeneralName?, _ postings: [Posting], pending: Bool = false, timeout: Int64 = 0,
    code: Int32 = 0, description: String = "", metadata: [String: String] = [:],
    effectiveAt: Timestamp? = nil, reference: String = "", balancing: Balancing = .none
  ) -> TransactionTerms {
    TransactionTerms(
      name: name, postings: postings, isPending: pending, timeoutSeconds: timeout, code: code,
      description: description, annotations: Annotations(metadata), effectiveAt: effectiveAt,
      reference: reference, balancing: balancing)
  }
}

extension PostTransaction {
  static func fixture(
    _ name: GeneralName?, _ postings: [TransactionTerms.Posting], pending: Bool = false,
    timeout: Int64 = 0, releasedUpTo: Timestamp? = nil, request: RequestIdentity? = nil
  ) -> PostTransaction {
    PostTransaction(
      caller: .admin, request: request,
      terms: .fixture(name, postings, pending: pending, timeout: timeout),
      releasedUpTo: releasedUpTo)
  }

  /// From one account to another: debits the first and credits the second.
  static func moving(
    _ amount: Int64, from: GeneralName, to: GeneralName, as name: GeneralName? = nil,
    pending: Bool = false, timeout: Int64 = 0
  ) -> PostTransaction {
    .fixture(name, [.debit(from, amount), .credit(to, amount)], pending: pending, timeout: timeout)
  }
}

extension CommitPending {
  static func fixture(_ name: GeneralName, _ amounts: [Int64]? = nil) -> CommitPending {
    CommitPending(caller: .admin, request: nil, name: name, amounts: amounts)
  }
}

extension VoidPending {
  static func fixture(_ name: GeneralName) -> VoidPending {
    VoidPending(caller: .admin, request: nil, name: name, reason: "")
  }
}

extension ReverseTransaction {
  static func fixture(_ name: GeneralName, as reversal: GeneralName? = nil) -> ReverseTransaction {
    ReverseTransaction(
      caller: .admin, request: nil, name: name, reversal: reversal, description: "undone",
      annotations: Annotations([:]))
  }
}

extension MemoryStore {
  /// Four accounts: `world` without limits, `ada` and `ben` that may not be overdrawn, and `cash`,
  /// which grows by debits and may not be overdrawn either.
  static func general(seed: UInt64 = 1) throws -> MemoryStore {
    let store = MemoryStore(seed: seed)
    try store.carryOut(OpenGeneralAccount.fixture("world"))
    try store.carryOut(OpenGeneralAccount.fixture("ada", min: 0))
    try store.carryOut(OpenGeneralAccount.fixture("ben", min: 0))
    try store.carryOut(OpenGeneralAccount.fixture("cash", normal: .debit, min: 0))
    return store
  }

  func general(_ name: GeneralName) -> GeneralAccount {
    guard let account = row(GeneralAccount.self, name.key) else {
      preconditionFailure("there is no \(name.text)")
    }
    return account
  }

  /// Posted, held on the way in, held on the way out.
  func amounts(_ name: GeneralName) -> [Int64] {
    let account = general(name)
    let normal = account.normalSide
    return [
      account.sums.posted(normal), account.sums.pendingIn(normal), account.sums.pendingOut(normal),
    ]
  }

  func generalTransaction(_ name: GeneralName) -> GeneralTransaction? {
    rows(GeneralTransaction.self).first { $0.name == name }
  }

  /// What does not add up in the general ledger; empty when all is right.
  var generalDiscrepancies: [String] {
    var found: [String] = []
    for account in rows(GeneralAccount.self) {
      let entries = rows(GeneralEntry.self).filter { $0.account == account.id }
        .sorted { $0.sequence < $1.sequence }
      if entries.map(\.sequence)
        != Array(1...max(1, account.entries)).filter({ _ in !entries.isEmpty })
      {
        found.append("\(account.name.text): the sequence has a gap")
      }
      var sums = GeneralSums()
      for entry in entries {
        do {
          try sums.add(posted: entry.posted, pending: entry.pending, to: entry.side)
        } catch {
          found.append("\(account.name.text): a sum is \(error)")
        }
        if entry.sums != sums { found.append("\(account.name.text): entry \(entry.sequence)") }
      }
      if sums != account.sums { found.append("\(account.name.text) is not its entries' sum") }
      let times = entries.map(\.createdAt)
      if times != times.sorted() { found.append("\(account.name.text): time goes back") }
      do { try account.checkLimits() } catch { found.append("\(account.name.text): \(error)") }
    }
    let steps = Dictionary(grouping: rows(GeneralEntry.self)) {
      "\($0.transaction) \($0.kind) \($0.asset.text)"
    }
    for (step, entries) in steps {
      let posted = entries.reduce(Int128(0)) {
        $0 + ($1.side == .debit ? 1 : -1) * Int128($1.posted)
      }
      let pending = entries.reduce(Int128(0)) {
        $0 + ($1.side == .debit ? 1 : -1) * Int128($1.pending)
      }
      if posted != 0 || pending != 0 { found.append("\(step) does not sum to zero") }
    }
    return found
  }
}

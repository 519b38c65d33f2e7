/// Where a transaction of the general ledger is.
enum GeneralTransactionState: Int16, Sendable, CaseIterable {
  /// Amounts are held. Next: `.posted`, `.voided`, `.expired`.
  case pending = 1
  /// Final. It may be reversed by another transaction.
  case posted = 2
  /// Final.
  case voided = 3
  /// Final.
  case expired = 4
}

/// Which account says how much a transaction moves.
enum Balancing: Int16, Sendable, CaseIterable {
  /// Neither: it moves the amounts that it names.
  case none = 0
  case debit = 1
  case credit = 2
  case both = 3

  /// Whether no more than the account on `side` has is moved.
  func bounds(_ side: Side) -> Bool {
    switch self {
    case .none: false
    case .debit: side == .debit
    case .credit: side == .credit
    case .both: true
    }
  }
}

/// One transaction of the general ledger; its amounts are in its entries.
struct GeneralTransaction: Hashable, Sendable {
  let id: UUID
  let name: GeneralName
  var state: GeneralTransactionState
  /// Whether it began as pending.
  let isTwoPhase: Bool
  /// How many legs it has.
  let postings: Int16
  let code: Int32
  let description: String
  let annotations: Annotations
  /// 0: never.
  let timeoutSeconds: Int64
  let createdAt: Timestamp
  let expiresAt: Timestamp?
  var resolvedAt: Timestamp?
  /// The names of the transaction that it reverses, and of the one that reverses it.
  let reverses: String?
  var reversedBy: String?
  /// When it counts; nil: when it is booked.
  let effectiveAt: Timestamp?
  /// What it belongs to for the caller; may be empty.
  let reference: String
  let balancing: Balancing
  /// Of a balancing one: how much was to be moved at most.
  let amountMax: Int64?

  /// As it was when it was made.
  var asMade: GeneralTransaction {
    var transaction = self
    transaction.state = isTwoPhase ? .pending : .posted
    transaction.resolvedAt = nil
    transaction.reversedBy = nil
    return transaction
  }

  /// A pending transaction becomes final.
  ///
  /// - Throws: why it cannot: it never was pending, or it was resolved, or its time is over.
  mutating func resolve(
    as next: GeneralTransactionState, at time: Timestamp
  ) throws(TransactionStateError) {
    precondition(next != .pending, "a transaction is resolved to be final")
    guard isTwoPhase else { throw .notPending(name.text) }
    switch state {
    case .pending: break
    case .posted: throw .alreadyCommitted(name.text)
    case .voided: throw .alreadyVoided(name.text)
    case .expired: throw .expired(name.text)
    }
    // Its time counts the moment it is over, whether the worker has come by or not.
    if next != .expired, let expiresAt, time >= expiresAt { throw .expired(name.text) }
    state = next
    resolvedAt = time
  }

  /// It is reversed by another one, once.
  mutating func reverse(by reversal: GeneralName) throws(TransactionStateError) {
    guard reverses == nil else { throw .reversalOfReversal(name.text) }
    guard state == .posted else { throw .notPosted(name.text) }
    if let reversedBy { throw .alreadyReversed(name.text, by: reversedBy) }
    reversedBy = reversal.text
  }
}

/// What an entry does to its account.
enum GeneralEntryKind: Int16, Sendable, CaseIterable {
  case post = 1
  case hold = 2
  case commit = 3
  case void = 4
  case expire = 5

  /// Whether it ends a hold: then its number is that of the leg and `postingsMax`.
  var resolves: Bool {
    switch self {
    case .post, .hold: false
    case .commit, .void, .expire: true
    }
  }
}

/// One change of one account by one leg of a transaction, with the account's sums after it.
struct GeneralEntry: Hashable, Sendable {
  let account: UUID
  let sequence: Int64
  let transaction: UUID
  /// From 1.
  let leg: Int16
  let kind: GeneralEntryKind
  let side: Side
  let asset: AssetCode
  let posted: Int64
  let pending: Int64
  let sums: GeneralSums
  let createdAt: Timestamp
  /// When it counts.
  let effectiveAt: Timestamp

  var number: Int16 { kind.resolves ? leg + Int16(GeneralLimits.postingsMax) : leg }
  /// What the leg is about, for an entry that does not resolve.
  var amount: Int64 { posted + pending }
}

/// An entry with what is to be known to show it.
struct EntryView: Hashable, Sendable {
  let entry: GeneralEntry
  let transaction: GeneralName
  let account: GeneralName
  let normalSide: Side
}

/// What a command did, and what it looks like.
struct TransactionView: Hashable, Sendable {
  let transaction: GeneralTransaction
  /// Everything that it did up to here.
  let entries: [EntryView]
  /// What this command did.
  let made: [EntryView]
  /// Whether it had been done before.
  var isReplay = false
}

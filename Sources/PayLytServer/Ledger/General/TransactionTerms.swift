/// What a caller wants posted.
struct TransactionTerms: Hashable, Sendable {
  struct Posting: Hashable, Sendable {
    let account: GeneralName
    let side: Side
    let amount: Int64
  }

  /// nil: the server makes one.
  var name: GeneralName?
  let postings: [Posting]
  let isPending: Bool
  /// 0: never.
  let timeoutSeconds: Int64
  let code: Int32
  let description: String
  let annotations: Annotations
  /// The name of the transaction that this one reverses.
  var reverses: String?
  /// When it counts; nil: when it is booked.
  var effectiveAt: Timestamp?
  /// What it belongs to for the caller; may be empty.
  var reference = ""
  /// With it, the amounts of the two postings are an upper bound.
  var balancing = Balancing.none

  var kind: GeneralEntryKind { isPending ? .hold : .post }

  /// What each posting does.
  ///
  /// - Parameter amount: of all of them; nil: each its own.
  func legs(of amount: Int64? = nil) -> [GeneralPosting.Leg] {
    postings.map { posting in
      let amount = amount ?? posting.amount
      return GeneralPosting.Leg(
        account: posting.account, side: posting.side,
        posted: isPending ? 0 : amount, pending: isPending ? amount : 0)
    }
  }

  /// Of a balancing one: how much it moves at most.
  var amountMax: Int64? { balancing == .none ? nil : postings.first?.amount }

  /// The first attribute in which a transaction that is there is another one.
  func difference(from existing: GeneralTransaction, _ entries: [EntryView]) -> String? {
    let made = entries.filter { !$0.entry.kind.resolves }.map(\.entry)
    let isSame =
      made.count == postings.count
      && zip(made, postings).allSatisfy { entry, posting in
        entry.account == posting.account.key && entry.side == posting.side
          && (balancing != .none || entry.amount == posting.amount)
      }
    guard isSame, existing.amountMax == amountMax else { return "postings" }
    if existing.balancing != balancing { return "balancing" }
    if existing.effectiveAt != effectiveAt { return "effective_time" }
    if existing.reference != reference { return "reference" }
    if existing.isTwoPhase != isPending { return "pending" }
    if existing.timeoutSeconds != timeoutSeconds { return "timeout_seconds" }
    if existing.code != code { return "code" }
    if existing.annotations != annotations { return "metadata" }
    if existing.reverses != reverses { return "reverses" }
    // Texts are the same when their bytes are.
    if !existing.description.utf8.elementsEqual(description.utf8) { return "description" }
    return nil
  }
}

extension Loader {
  /// Names what `Decision.post` reads.
  func want(_ terms: TransactionTerms) {
    if let name = terms.name { wantTransaction(name) }
    want(terms.legs())
  }
}

extension Decision {
  /// Posts or holds `terms`, or answers what a transaction of the same id and content did.
  ///
  /// - Parameter releasedUpTo: when the caller saw to it that no hold was over that still counts.
  /// - Throws: `GeneralLedgerError`.
  func post(
    _ terms: TransactionTerms, releasedUpTo: Timestamp?
  ) throws(GeneralLedgerError) -> TransactionView {
    if let name = terms.name, let existing = transaction(name) {
      return try replay(existing, terms)
    }
    let id = newID()
    return try post(
      terms, as: terms.name ?? GeneralName(id), id: id, releasedUpTo: releasedUpTo)
  }

  /// Posts or holds `terms` under a name that no transaction has.
  func post(
    _ terms: TransactionTerms, as name: GeneralName, id: UUID, releasedUpTo: Timestamp?
  ) throws(GeneralLedgerError) -> TransactionView {
    let posting = GeneralPosting(decision: self, releasedUpTo: releasedUpTo)
    try check(effectiveAt: terms.effectiveAt, bookedAt: now)
    let time = try posting.time(touching: terms.postings.map(\.account))
    let amount = try terms.amountMax.map { (most) throws(GeneralLedgerError) in
      try posting.amount(upTo: most, terms.balancing, terms.postings)
    }
    let expiresAt = terms.timeoutSeconds > 0 ? time.adding(seconds: terms.timeoutSeconds) : nil
    let made = try posting.apply(
      terms.legs(of: amount), as: terms.kind, of: id, name, at: time,
      effectiveAt: terms.effectiveAt, expiresAt: expiresAt)
    let transaction = GeneralTransaction(
      id: id, name: name, state: terms.isPending ? .pending : .posted, isTwoPhase: terms.isPending,
      postings: Int16(terms.postings.count), code: terms.code,
      description: terms.description, annotations: terms.annotations,
      timeoutSeconds: terms.timeoutSeconds, createdAt: time, expiresAt: expiresAt,
      reverses: terms.reverses, effectiveAt: terms.effectiveAt, reference: terms.reference,
      balancing: terms.balancing, amountMax: terms.amountMax)
    put(transaction)
    return TransactionView(transaction: transaction, entries: made, made: made)
  }

  /// - Throws: `.effectiveTimeOutOfRange`.
  func check(
    effectiveAt time: Timestamp?, bookedAt booked: Timestamp
  ) throws(GeneralLedgerError) {
    guard let time else { return }
    let range =
      booked.adding(
        seconds: -GeneralLimits.effectivePastSecondsMax)...booked.adding(
        seconds: GeneralLimits.effectiveFutureSecondsMax)
    guard range.contains(time) else { throw .effectiveTimeOutOfRange }
  }

  private func replay(
    _ existing: GeneralTransaction, _ terms: TransactionTerms
  ) throws(GeneralLedgerError) -> TransactionView {
    let entries = entries(of: existing)
    if let field = terms.difference(from: existing, entries) {
      throw .transactionIDReused(existing.name.text, field: field)
    }
    let made = entries.filter { !$0.entry.kind.resolves }
    return TransactionView(
      transaction: existing.asMade, entries: made, made: made, isReplay: true)
  }

  /// Tells the journal what became of a transaction, unless it is told already.
  func record(_ view: TransactionView, _ type: String, reason: String? = nil) {
    guard !view.isReplay else { return }
    record(
      type, subject: "ledgerTransactions/\(view.transaction.name.text)", parties: [],
      reason: reason)
  }
}

/// Applies the legs of one step of a transaction to their accounts, all or nothing.
struct GeneralPosting {
  /// One leg: what it adds to the posted and pending amounts of one side of an account.
  struct Leg: Hashable, Sendable {
    let account: GeneralName
    let side: Side
    let posted: Int64
    let pending: Int64
  }

  let decision: Decision
  /// When the caller saw to it that every hold that was over had been released.
  let releasedUpTo: Timestamp?

  /// When a step that touches these accounts happens: now, and later than every entry of theirs,
  /// whatever the clocks of the servers say.
  ///
  /// - Throws: `.accountNotFound`.
  func time(touching accounts: [GeneralName]) throws(GeneralLedgerError) -> Timestamp {
    var time = decision.now
    for name in accounts {
      let last = try account(name).lastEntryAt
      time = max(time, Timestamp(microseconds: last.microseconds + 1))
    }
    return time
  }

  /// Limits hold after all legs, not after each: a transaction is one change.
  ///
  /// - Parameter expiresAt: of the hold.
  /// - Parameter effectiveAt: when it counts; nil: when it happens.
  /// - Returns: the entries, in the order of the legs.
  /// - Throws: `.unbalanced`, `.accountClosed`, `.insufficientFunds`, `.aboveLimit`,
  ///   `.sumTooLarge`, `.accountDamaged`, `.holdsDue`.
  func apply(
    _ legs: [Leg], as kind: GeneralEntryKind, of transaction: UUID, _ name: GeneralName,
    at time: Timestamp, effectiveAt: Timestamp?, expiresAt: Timestamp? = nil
  ) throws(GeneralLedgerError) -> [EntryView] {
    try checkBalance(legs)
    var touched: [UUID: GeneralAccount] = [:]
    var entries: [EntryView] = []
    for (index, leg) in legs.enumerated() {
      var account =
        if let known = touched[leg.account.key] { known } else { try account(leg.account) }
      guard account.closedAt == nil else { throw .accountClosed(account.name.text) }
      try account.add(leg)
      account.entries += 1
      account.lastEntryAt = time
      account.followHolds(until: kind == .hold ? expiresAt : nil)
      touched[account.id] = account
      let entry = GeneralEntry(
        account: account.id, sequence: account.entries, transaction: transaction,
        leg: Int16(index + 1), kind: kind, side: leg.side, asset: account.asset,
        posted: leg.posted, pending: leg.pending, sums: account.sums, createdAt: time,
        effectiveAt: effectiveAt ?? time)
      entries.append(
        EntryView(
          entry: entry, transaction: name, account: account.name, normalSide: account.normalSide))
    }
    // By id, so that a refusal names the same account each time.
    for account in touched.values.sorted(by: { $0.id < $1.id }) { try store(account) }
    for view in entries { decision.put(view.entry) }
    return entries
  }

  /// Whether these legs could be applied, but for limits.
  ///
  /// - Throws: `.unbalanced`, `.accountNotFound`, `.accountClosed`.
  func check(_ legs: [Leg]) throws(GeneralLedgerError) {
    for leg in legs {
      let account = try account(leg.account)
      guard account.closedAt == nil else { throw .accountClosed(account.name.text) }
    }
    try checkBalance(legs)
  }

  /// As much of `amount` as is there, on the sides that `balancing` is about.
  ///
  /// - Throws: `.nothingToMove`, `.accountNotFound`, `.holdsDue`.
  func amount(
    upTo amount: Int64, _ balancing: Balancing, _ postings: [TransactionTerms.Posting]
  ) throws(GeneralLedgerError) -> Int64 {
    var least = amount
    for posting in postings where balancing.bounds(posting.side) {
      let account = try account(posting.account)
      let room = account.sums.room(on: posting.side)
      if room < amount, mayHoldWhatIsOver(account) { throw .holdsDue }
      guard room > 0 else { throw .nothingToMove(account: account.name.text) }
      least = min(least, room)
    }
    return least
  }

  private func account(_ name: GeneralName) throws(GeneralLedgerError) -> GeneralAccount {
    guard let account = decision.row(GeneralAccount.self, name.key) else {
      throw .accountNotFound(name.text)
    }
    return account
  }

  private func store(_ account: GeneralAccount) throws(GeneralLedgerError) {
    do throws(GeneralLedgerError) {
      try account.checkLimits()
    } catch {
      if mayHoldWhatIsOver(account) { throw .holdsDue }
      throw error
    }
    decision.put(account)
  }

  private func mayHoldWhatIsOver(_ account: GeneralAccount) -> Bool {
    account.mayHoldWhatIsOver(at: decision.now, releasedUpTo: releasedUpTo)
  }

  /// Posted and pending amounts each sum to zero for each asset.
  private func checkBalance(_ legs: [Leg]) throws(GeneralLedgerError) {
    var sums: [String: (posted: Int128, pending: Int128)] = [:]
    for leg in legs {
      let sign: Int128 = leg.side == .debit ? 1 : -1
      let asset = try account(leg.account).asset.text
      sums[asset, default: (0, 0)].posted += sign * Int128(leg.posted)
      sums[asset, default: (0, 0)].pending += sign * Int128(leg.pending)
    }
    for (asset, sum) in sums.sorted(by: { $0.key < $1.key }) {
      let difference = sum.posted != 0 ? sum.posted : sum.pending
      if difference != 0 { throw .unbalanced(asset: asset, difference: difference) }
    }
  }
}

extension GeneralAccount {
  /// A hold that is over must not stand in the way, even when nobody has released it yet.
  ///
  /// - Parameter releasedUpTo: as in `GeneralPosting`.
  func mayHoldWhatIsOver(at now: Timestamp, releasedUpTo: Timestamp?) -> Bool {
    guard let from = holdsExpireFrom, from <= now else { return false }
    return releasedUpTo ?? Timestamp(microseconds: .min) < from
  }

  fileprivate mutating func add(_ leg: GeneralPosting.Leg) throws(GeneralLedgerError) {
    do throws(GeneralSums.Fault) {
      try sums.add(posted: leg.posted, pending: leg.pending, to: leg.side)
    } catch {
      switch error {
      case .tooLarge: throw .sumTooLarge(account: name.text)
      case .negative: throw .accountDamaged(name.text)
      }
    }
  }

  /// Keeps `holdsExpireFrom` a lower bound.
  fileprivate mutating func followHolds(until expiresAt: Timestamp?) {
    if sums.debits.pending == 0, sums.credits.pending == 0 { holdsExpireFrom = nil }
    if let expiresAt { holdsExpireFrom = min(holdsExpireFrom ?? expiresAt, expiresAt) }
  }
}

extension Loader {
  /// Names the accounts that these legs touch.
  func want(_ legs: [GeneralPosting.Leg]) {
    for leg in legs { want(GeneralAccount.self, leg.account.key) }
  }

  /// A transaction with its entries and their accounts, as far as they are loaded.
  func wantTransaction(_ name: GeneralName) {
    for transaction in rows(
      GeneralTransaction.self, by: GeneralTransaction.nameKey, .uuid(name.key))
    {
      for entry in rows(
        GeneralEntry.self, by: GeneralEntry.transactionKey, .uuid(transaction.id))
      {
        want(GeneralAccount.self, entry.account)
      }
    }
  }
}

extension Decision {
  func transaction(_ name: GeneralName) -> GeneralTransaction? {
    rows(GeneralTransaction.self, by: GeneralTransaction.nameKey, .uuid(name.key)).first
  }

  /// Every entry of a transaction so far: as it was made, then as it was resolved.
  func entries(of transaction: GeneralTransaction) -> [EntryView] {
    rows(GeneralEntry.self, by: GeneralEntry.transactionKey, .uuid(transaction.id))
      .sorted { $0.number < $1.number }
      .map { entry in
        guard let account = row(GeneralAccount.self, entry.account) else {
          preconditionFailure("entry \(entry.rowID) is of no account")
        }
        return EntryView(
          entry: entry, transaction: transaction.name, account: account.name,
          normalSide: account.normalSide)
      }
  }
}

/// The two sides of an account.
enum Side: Int16, Sendable, CaseIterable {
  case debit = 1
  case credit = 2

  var opposite: Side {
    switch self {
    case .debit: .credit
    case .credit: .debit
    }
  }
}

/// The four sums of an account. Posted ones only grow, pending ones come and go; what is pending
/// can always be posted, because the sum of both fits in 64 bits.
struct GeneralSums: Hashable, Sendable {
  struct Amounts: Hashable, Sendable {
    var posted: Int64 = 0
    var pending: Int64 = 0
  }

  var debits = Amounts()
  var credits = Amounts()

  subscript(side: Side) -> Amounts {
    get {
      switch side {
      case .debit: debits
      case .credit: credits
      }
    }
    set {
      switch side {
      case .debit: debits = newValue
      case .credit: credits = newValue
      }
    }
  }

  /// Why sums stay as they are.
  enum Fault: Error {
    /// They would not fit in 64 bits.
    case tooLarge
    /// Less is held than is to be released: the row is damaged.
    case negative
  }

  mutating func add(posted: Int64, pending: Int64, to side: Side) throws(Fault) {
    let before = self[side]
    let (newPosted, tooMuchPosted) = before.posted.addingReportingOverflow(posted)
    let (newPending, tooMuchPending) = before.pending.addingReportingOverflow(pending)
    guard !tooMuchPosted, !tooMuchPending,
      !newPosted.addingReportingOverflow(newPending).overflow
    else { throw .tooLarge }
    precondition(posted >= 0, "what is posted on a side is not taken back from it")
    guard newPending >= 0 else { throw .negative }
    self[side] = Amounts(posted: newPosted, pending: newPending)
  }

  // None of the following overflows: both sums of a side are at least zero and fit together.

  /// Smallest units on the normal side.
  func posted(_ normal: Side) -> Int64 { self[normal].posted - self[normal.opposite].posted }

  func pendingIn(_ normal: Side) -> Int64 { self[normal].pending }
  func pendingOut(_ normal: Side) -> Int64 { self[normal.opposite].pending }

  /// What can be taken out.
  func available(_ normal: Side) -> Int64 {
    let out = self[normal.opposite]
    return self[normal].posted - (out.posted + out.pending)
  }

  /// How much `side` may still grow until both sides are equal; not more when it is ahead already.
  func room(on side: Side) -> Int64 {
    max(0, self[side.opposite].posted - (self[side].posted + self[side].pending))
  }

  /// What there will be at most.
  func expected(_ normal: Side) -> Int64 {
    let into = self[normal]
    return (into.posted + into.pending) - self[normal.opposite].posted
  }
}

/// One account of the general ledger.
struct GeneralAccount: Hashable, Sendable {
  let name: GeneralName
  let asset: AssetCode
  let normalSide: Side
  /// `available` is never below; nil without a bound. At most zero.
  let balanceMin: Int64?
  /// `expected` is never above; nil without a bound. At least zero.
  let balanceMax: Int64?
  let code: Int32
  let annotations: Annotations
  let createdAt: Timestamp
  var sums = GeneralSums()
  /// How many entries it has: the sequence of the last one.
  var entries: Int64 = 0
  /// When it was opened or its last entry was made.
  var lastEntryAt: Timestamp
  /// No hold on the account expires before; nil when none expires.
  var holdsExpireFrom: Timestamp?
  /// While it is closed, nothing is posted to it or held on it.
  var closedAt: Timestamp?

  var id: UUID { name.key }

  /// As it was when it was opened.
  var asOpened: GeneralAccount {
    var account = self
    account.sums = GeneralSums()
    account.entries = 0
    account.lastEntryAt = createdAt
    account.holdsExpireFrom = nil
    account.closedAt = nil
    return account
  }

  /// - Throws: what limit its sums break.
  func checkLimits() throws(GeneralLedgerError) {
    if let balanceMin, sums.available(normalSide) < balanceMin {
      let short = Int128(balanceMin) - Int128(sums.available(normalSide))
      throw .insufficientFunds(account: name.text, asset: asset.text, shortBy: short)
    }
    if let balanceMax, sums.expected(normalSide) > balanceMax {
      let over = Int128(sums.expected(normalSide)) - Int128(balanceMax)
      throw .aboveLimit(account: name.text, asset: asset.text, by: over)
    }
  }
}

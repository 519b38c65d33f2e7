/// A rate that is locked for one user and a short time. Executed once, or not at all.
struct FxQuote: Hashable, Sendable {
  let id: UUID
  let user: UUID
  let terms: ConversionTerms
  /// What it was executed as.
  private(set) var conversion: UUID?
  let expiresAt: Timestamp
  let createdAt: Timestamp

  /// What users see; that it expired is not stored.
  enum State: Hashable, Sendable, CaseIterable {
    /// Next: executed, expired.
    case open
    /// Final.
    case executed
    /// Final.
    case expired
  }

  func state(at now: Timestamp) -> State {
    if conversion != nil { return .executed }
    return now < expiresAt ? .open : .expired
  }

  mutating func execute(as conversion: UUID, at now: Timestamp) throws(ExchangeError) {
    switch state(at: now) {
    case .open: self.conversion = conversion
    case .executed: throw .quoteUsed
    case .expired: throw .quoteExpired
    }
  }
}

extension FxQuote {
  /// Whether a release that pays the quote's user `msat` can be paid at it.
  func check(pays msat: Int64) throws(ExchangeError) {
    guard terms.pair.isSellingBitcoin, terms.fromUnits == msat else {
      throw .quoteMismatch(dueMsat: msat)
    }
  }

  init(id: UUID, user: UUID, terms: ConversionTerms, expiresAt: Timestamp, at now: Timestamp) {
    self.init(
      id: id, user: user, terms: terms, conversion: nil, expiresAt: expiresAt, createdAt: now)
  }
}

/// Money that was changed. Never altered.
struct Conversion: Hashable, Sendable {
  /// Where its rate came from.
  enum Origin: Hashable, Sendable {
    case quote(UUID)
    /// The escrow whose release was paid in local currency.
    case release(escrow: UUID)
  }

  let id: UUID
  let user: UUID
  let origin: Origin
  let terms: ConversionTerms
  let transaction: UUID
  let createdAt: Timestamp
}

/// Sets money of a wallet aside for a payout: the amount and the highest fee.
struct CreatePayout: Command {
  static let method = "PayoutService/CreatePayout"
  static let capability: Capability? = .payouts
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let order: Order
  let provider: String
  /// The failed payout in whose place this one is.
  var replaces: UUID?
  var authority = Authority.unlimited

  enum Order: Hashable, Sendable {
    case lightning(PayoutTerms)
    /// The one amount and the fee limit of the payout that this one replaces.
    case lightningInstead(PayoutMethod, destination: String, beneficiary: UUID?, fixedMsat: Int64?)
    case quote(UUID)
  }

  var method: String { replaces == nil ? Self.method : "PayoutService/ReplaceDestination" }

  func load(_ rows: Loader) {
    rows.want(WalletFreeze.self, user)
    rows.wantStanding(of: user, authority)
    if let replaces, let failed = rows.row(Payout.self, replaces) { rows.want(failed.wallet) }
    switch order {
    case .lightning(let terms):
      rows.want(AccountID(of: user, kind: .wallet, asset: terms.amount.asset))
      if let beneficiary = terms.beneficiary { rows.want(Beneficiary.self, beneficiary) }
    case .lightningInstead(_, _, let beneficiary, _):
      if let beneficiary { rows.want(Beneficiary.self, beneficiary) }
    case .quote(let id):
      guard let quote = rows.row(PayoutQuote.self, id), quote.user == user else { return }
      rows.want(Beneficiary.self, quote.beneficiary)
      rows.want(AccountID(of: user, kind: .wallet, asset: quote.amount.asset))
    }
  }

  func decide(_ decision: Decision) throws -> Payout {
    let id = decision.newID()
    var failed: Payout?
    if let replaces {
      guard var found = decision.row(Payout.self, replaces), found.user == user else {
        throw Refusal.notFound("payout \(replaces)")
      }
      try found.replace(by: id, at: decision.now)
      failed = found
    }
    let terms = try terms(for: id, insteadOf: failed, decision)
    try decision.checkNotFrozen(walletOf: user)
    try decision.spend(
      terms.countedMsat, counted: countedMsat(of: failed, at: decision.now), as: .payout,
      by: user, authority)
    let payout = Payout(
      id: id, user: user, terms: terms, provider: provider, replaces: replaces, at: decision.now)
    let posting = Posting(decision)
    decision.open(payout.account)
    try posting.transfer(
      payout.reservedUnits, debit: payout.wallet, credit: payout.account, kind: .payoutReserve)
    if let failed { decision.put(failed) }
    decision.put(payout)
    decision.record("payout.reserved", subject: "payouts/\(payout.id)", parties: [payout.user])
    return payout
  }

  /// What the failed payout has used of today's limit already.
  private func countedMsat(of failed: Payout?, at now: Timestamp) -> Int64 {
    guard let failed, failed.createdAt.utcDay == now.utcDay else {
      return 0
    }
    return failed.terms.countedMsat
  }

  private func terms(
    for id: UUID, insteadOf failed: Payout?, _ decision: Decision
  ) throws -> PayoutTerms {
    switch order {
    case .lightning(let terms):
      if let beneficiary = terms.beneficiary { _ = try live(beneficiary, decision) }
      return terms
    case .lightningInstead(let method, let destination, let beneficiary, let fixedMsat):
      if let beneficiary { _ = try live(beneficiary, decision) }
      guard let failed, failed.terms.amount.asset == .btc else {
        throw Refusal.invalid("quote", "This payout was in local currency: send a quote.")
      }
      guard fixedMsat == nil || fixedMsat == failed.terms.amount.units else {
        throw Refusal.invalid("beneficiary", "The invoice asks for another amount.")
      }
      return .lightning(
        method, amountMsat: failed.terms.amount.units, feeLimitMsat: failed.terms.feeLimitUnits,
        destination: destination, beneficiary: beneficiary)
    case .quote(let quoteID):
      guard var quote = decision.row(PayoutQuote.self, quoteID), quote.user == user else {
        throw Refusal.notFound("quote \(quoteID)")
      }
      try quote.use(for: id, at: decision.now)
      decision.put(quote)
      return PayoutTerms(quote, to: try live(quote.beneficiary, decision))
    }
  }

  /// - Throws: NOT_FOUND also for one that was deleted.
  private func live(_ id: UUID, _ decision: Decision) throws(Refusal) -> Beneficiary {
    guard let beneficiary = decision.row(Beneficiary.self, id), beneficiary.user == user,
      !beneficiary.isDeleted
    else { throw .notFound("beneficiary \(id)") }
    return beneficiary
  }
}

/// Keeps the rate that the rail has locked.
struct CreatePayoutQuote: Command {
  static let method = "PayoutService/CreatePayoutQuote"
  static let capability: Capability? = .payouts
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let beneficiary: UUID
  let made: Made

  struct Made: Hashable, Sendable {
    let provider: String
    let providerQuoteID: String
    let reference: String
    let amount: Money
    let feeLimitUnits: Int64
    let settlement: Money
    let coverMsat: Int64
    let expiresAt: Timestamp
    /// Until when the rail carries it out.
    let lockedUntil: Timestamp
  }

  func load(_ rows: Loader) {}

  func decide(_ decision: Decision) throws -> PayoutQuote {
    let quote = PayoutQuote(
      id: decision.newID(), user: user, beneficiary: beneficiary, provider: made.provider,
      providerQuoteID: made.providerQuoteID, reference: made.reference, amount: made.amount,
      feeLimitUnits: made.feeLimitUnits, settlement: made.settlement, coverMsat: made.coverMsat,
      payout: nil, expiresAt: made.expiresAt, lockedUntil: made.lockedUntil,
      createdAt: decision.now)
    decision.put(quote)
    decision.record("payout.quoted", subject: "payoutQuotes/\(quote.id)", parties: [user])
    return quote
  }
}

/// The user takes a payout back that was not handed to the provider.
struct CancelPayout: Command {
  static let method = "PayoutService/CancelPayout"
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let payout: UUID
  var etag = ""

  func load(_ rows: Loader) {
    guard let payout = rows.row(Payout.self, payout), payout.user == user else { return }
    rows.expect(payout.account, payout.wallet)
  }

  func decide(_ decision: Decision) throws -> Payout {
    guard var payout = decision.row(Payout.self, payout), payout.user == user else {
      throw Refusal.notFound("payout \(payout)")
    }
    try payout.check(etag: etag)
    try payout.cancel(at: decision.now)
    try Posting(decision).transfer(
      payout.reservedUnits, debit: payout.account, credit: payout.wallet, kind: .payoutReturn)
    decision.put(payout)
    decision.record("payout.cancelled", subject: "payouts/\(payout.id)", parties: [user])
    return payout
  }
}

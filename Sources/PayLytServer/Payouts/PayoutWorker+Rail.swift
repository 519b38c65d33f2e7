/// Payouts to banks and to mobile money: quoted before, initialized and finalized here.
///
/// Only finalizing moves money, and the provider finalizes a quote once. So after a crash between
/// any two steps the payout is asked about by its reference, and goes on where the provider says.
extension PayoutWorker {
  func submitToRail(_ payout: Payout) async throws {
    guard let rail else {
      return try await giveUpOrPostpone(
        payout, because: .unavailable(reason: "there is no payout rail"))
    }
    let account = try await account(of: payout)
    let begun = try await begin(payout, "")
    try await hand(begun, to: account, rail)
  }

  private func account(of payout: Payout) async throws -> RailAccount {
    guard let account = try await destination(of: payout).account else {
      preconditionFailure("payout \(payout.id) has no account")
    }
    return account
  }

  private func hand(_ begun: Payout, to account: RailAccount, _ rail: any PayoutRail) async throws {
    var payout = begun
    do {
      let named = try await rail.initialize(
        payout.terms.providerQuoteID, to: account, reference: payout.reference)
      switch named.state {
      case .quoted, .initiated: break
      case .pending, .completed, .failed, .expired, .reversed:
        return try await take(named.outcome(of: payout), toSending: payout)
      }
      if let feeMsat = named.feeSatoshis.map({ $0 * 1000 }) {
        guard payout.terms.feeUnits(ofMsat: feeMsat) <= payout.terms.feeLimitUnits else {
          // What was never finalized ends by itself; an earlier attempt may have been.
          guard payout.attempts == 1 else { return try await settle(payout, .unknown) }
          return try await failRefused(payout, "The provider's fee is over the limit.")
        }
        payout = try await note(feeMsat: feeMsat, of: payout)
      }
      let sent = try await rail.finalize(
        payout.terms.providerQuoteID, reference: payout.reference)
      try await take(sent.outcome(of: payout), toSending: payout)
    } catch ProviderError.refused(let reason) where payout.attempts == 1 {
      try await failRefused(payout, reason)
    } catch is ProviderError {
      // Finalized or not: from here on it is asked, by its reference.
      try await settle(payout, .unknown)
    }
  }

  /// - Returns: whether the rail has answered.
  func askRail(_ payout: Payout) async throws -> Bool {
    guard let rail else { return false }
    let found: RailPayout?
    do {
      found = try await lookUp(payout, on: rail)
    } catch {
      try await settle(payout, .unheard)
      return false
    }
    switch found?.state {
    case nil, .quoted, .initiated: try await goOn(payout, rail)
    case .pending, .completed, .failed, .expired, .reversed:
      if let found { try await settle(payout, found.outcome(of: payout)) }
    }
    return true
  }

  /// What the rail knows of the payout.
  ///
  /// - Throws: `.unavailable` also where it shows another quote under our reference: what became of
  ///   that one says nothing.
  func lookUp(
    _ payout: Payout, on rail: any PayoutRail
  ) async throws(ProviderError) -> RailPayout? {
    guard let found = try await rail.payout(reference: payout.reference) else { return nil }
    guard found.isOf(quote: payout.terms.providerQuoteID) else {
      log.error("payout answered with another quote", ["payout": "\(payout.id)"])
      throw .unavailable(reason: "the answer is about another quote")
    }
    return found
  }

  /// The provider never got it, or was never told to let it go. Only when nothing was heard or
  /// tried for a while it is handed over again: the same quote, under the same reference.
  private func goOn(_ payout: Payout, _ rail: any PayoutRail) async throws {
    let now = clock.now()
    guard payout.isQuiet(at: now) else {
      return try await settle(payout, .unknown)
    }
    let quotes = try await database.query(
      PayoutStatements.quote, [.uuid(payout.terms.quote)])
    if let quote = quotes.first, now < quote.lockedUntil {
      try await hand(begin(payout, ""), to: account(of: payout), rail)
    } else if let quote = quotes.first,
      now < quote.lockedUntil.adding(seconds: PayoutLimits.expiryGraceSeconds)
    {
      try await settle(payout, .unknown)
    } else {
      try await fail(payout, "The quote expired before it was sent.")
    }
  }

  /// A bank may send back what had arrived. A rail that calls it failed afterwards does not say
  /// what came back, if anything did.
  ///
  /// - Returns: whether the rail has answered.
  func askForReversal(_ payout: Payout) async throws -> Bool {
    guard let rail else { return false }
    guard let found = try await lookUp(payout, on: rail) else { return true }
    switch found.state {
    case .reversed: try await settle(payout, found.outcome(of: payout))
    case .failed, .expired:
      guard payout.contradiction == .none else { return true }
      try await settle(payout, found.outcome(of: payout))
      log.error("payout failed after it had arrived", ["payout": "\(payout.id)"])
    case .quoted, .initiated, .pending, .completed: break
    }
    return true
  }
}

extension RailPayout {
  /// What the provider's answer means for the payout.
  func outcome(of payout: Payout) -> Payout.Outcome {
    let quoted = payout.terms.coverMsat / 1000
    switch state {
    case .quoted, .initiated: return .unknown
    case .pending: return .pending
    case .completed(let satoshis):
      let fee = feeSatoshis.map { $0 * 1000 } ?? payout.namedFeeMsat ?? 0
      return .succeeded(
        feeMsat: fee, chargedMsat: satoshis.map { $0 * 1000 }, preimage: [])
    case .failed(let reason): return .failed(reason: reason)
    case .expired: return .failed(reason: "The quote expired before it was sent.")
    case .reversed(let satoshis, let reason):
      return .reversed(
        returnedMsat: (satoshis ?? quoted) * 1000, keptFeeMsat: feeSatoshis.map { $0 * 1000 },
        reason: reason)
    }
  }
}

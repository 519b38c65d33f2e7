/// A release that the freelancer gets in local currency.
///
/// The quote is the freelancer's own: by making it for exactly what the release pays them, and by
/// telling its name to the client, they agree to its rate. Release and conversion are one ledger
/// transaction. What arrives is never stopped by a freeze of the wallet, as no release is.
extension Decision {
  /// Changes what `posting` has just paid to the freelancer.
  ///
  /// - Throws: NOT_FOUND when the quote is not the freelancer's; `ExchangeError`; when conversions
  ///   are paused.
  func convert(
    _ parts: [PayeePart], of escrow: Escrow, at quote: UUID, _ posting: Posting,
    _ exposure: ExposureLimits
  ) throws {
    try checkNotPaused(.conversions)
    guard var found = row(FxQuote.self, quote), found.user == escrow.freelancer else {
      throw Refusal.notFound("quote \(quote)")
    }
    let id = newID()
    try found.execute(as: id, at: now)
    try found.check(pays: escrow.freelancerMsat(of: parts))
    try checkExposure(of: found.terms, exposure)
    put(found)
    try posting.convert(found.terms, walletOf: escrow.freelancer, stripe: stripe)
    put(
      Conversion(
        id: id, user: escrow.freelancer, origin: .release(escrow: escrow.id), terms: found.terms,
        transaction: posting.id, createdAt: now))
  }
}

extension Loader {
  /// What `convert` reads and posts to.
  func want(quote: UUID?, of escrow: Escrow, _ exposure: ExposureLimits) {
    guard let quote else { return }
    want(CapabilityState.self, Capability.conversions.id)
    guard let found = row(FxQuote.self, quote), found.user == escrow.freelancer else { return }
    want(found.terms.pair, walletOf: found.user)
    wantExposure(found.terms.pair, exposure)
  }
}

extension Escrow {
  /// What the freelancer gets of what is shared out; nothing when they share all of it.
  func freelancerMsat(of parts: [PayeePart]) -> Int64 {
    parts.reduce(0) { $0 + ($1.user == freelancer ? $1.amountMsat : 0) }
  }
}

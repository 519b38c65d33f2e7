/// Changes the money of a wallet at the rate that a quote has locked.
struct ExecuteQuote: Command {
  static let method = "FxService/ExecuteQuote"
  static let capability: Capability? = .conversions
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let quote: UUID
  var exposure = ExposureLimits.unlimited

  func load(_ rows: Loader) {
    rows.want(WalletFreeze.self, user)
    rows.wantAccount(of: user)
    guard let quote = rows.row(FxQuote.self, quote), quote.user == user else { return }
    rows.want(quote.terms.pair, walletOf: user)
    rows.wantExposure(quote.terms.pair, exposure)
  }

  func decide(_ decision: Decision) throws -> Conversion {
    guard var quote = decision.row(FxQuote.self, quote), quote.user == user else {
      throw Refusal.notFound("quote \(quote)")
    }
    let id = decision.newID()
    try quote.execute(as: id, at: decision.now)
    try decision.checkActive(user)
    try decision.checkNotFrozen(walletOf: user)
    try decision.checkExposure(of: quote.terms, exposure)
    decision.put(quote)
    let posting = Posting(decision)
    try posting.convert(quote.terms, walletOf: user, stripe: decision.stripe)
    let conversion = Conversion(
      id: id, user: user, origin: .quote(quote.id), terms: quote.terms, transaction: posting.id,
      createdAt: decision.now)
    decision.put(conversion)
    decision.record("fx.converted", subject: "conversions/\(id)", parties: [user])
    return conversion
  }
}

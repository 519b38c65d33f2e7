/// Locks a rate that was asked for before the decision.
struct CreateFxQuote: Command {
  static let method = "FxService/CreateQuote"
  static let capability: Capability? = .conversions
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let terms: ConversionTerms
  let quoteSeconds: Int64

  func load(_ rows: Loader) {}

  func decide(_ decision: Decision) throws -> FxQuote {
    let quote = FxQuote(
      id: decision.newID(), user: user, terms: terms,
      expiresAt: decision.now.adding(seconds: quoteSeconds), at: decision.now)
    decision.put(quote)
    decision.record("fx.quoted", subject: "quotes/\(quote.id)", parties: [user])
    return quote
  }
}

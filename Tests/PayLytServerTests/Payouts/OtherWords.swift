@testable import PayLytServer

/// A rail that tells less than it does, or something else.
struct OtherWords: PayoutRail {
  let rail: any PayoutRail
  /// Whether it names its fee also once the money was let go.
  var namesFees = true
  /// What it says of every payout that it is asked about.
  var fetched: RailPayout.State?
  /// What it says of one that it is told to let go, as it does so.
  var sent: RailPayout.State?
  /// The quote that it answers with, whatever it is asked about.
  var otherQuote: String?
  /// Whether it knows any of the payouts that it is asked about.
  var forgets = false
  /// The fee that it names when it is told the receiver, instead of its own.
  var namedFee: Int64?
  /// Whether what it is told to let go gets lost on the way there.
  var losesFinalize = false
  /// For how much longer it locks a rate.
  var moreSeconds: Int64 = 0
  /// Percent of the bitcoin that it would take.
  var price: Int64 = 100

  var name: String { rail.name }

  func corridors() async throws(ProviderError) -> [RailCorridor] { try await rail.corridors() }

  func accountHolder(_ account: RailAccount) async throws(ProviderError) -> String? {
    try await rail.accountHolder(account)
  }

  func quote(_ order: RailQuoteOrder) async throws(ProviderError) -> RailQuote {
    var quote = try await rail.quote(order)
    quote.expiresAt = quote.expiresAt.adding(seconds: moreSeconds)
    guard price != 100 else { return quote }
    switch order.amount {
    case .giving:
      return RailQuote(
        quoteID: quote.quoteID, satoshis: quote.satoshis,
        settlementMinor: quote.settlementMinor * 100 / price, expiresAt: quote.expiresAt)
    case .settling:
      return RailQuote(
        quoteID: quote.quoteID, satoshis: quote.satoshis * price / 100,
        settlementMinor: quote.settlementMinor, expiresAt: quote.expiresAt)
    }
  }

  func initialize(
    _ quoteID: String, to account: RailAccount, reference: String
  ) async throws(ProviderError) -> RailPayout {
    let payout = try await rail.initialize(quoteID, to: account, reference: reference)
    return RailPayout(
      quoteID: payout.quoteID, state: payout.state, feeSatoshis: namedFee ?? payout.feeSatoshis)
  }

  func finalize(_ quoteID: String, reference: String) async throws(ProviderError) -> RailPayout {
    guard !losesFinalize else { throw .outcomeUnknown(reason: "cut") }
    return inOtherWords(try await rail.finalize(quoteID, reference: reference), fetched: sent)
  }

  func payout(reference: String) async throws(ProviderError) -> RailPayout? {
    guard !forgets else { return nil }
    return try await rail.payout(reference: reference).map { inOtherWords($0, fetched: fetched) }
  }

  private func inOtherWords(_ payout: RailPayout, fetched: RailPayout.State?) -> RailPayout {
    RailPayout(
      quoteID: otherQuote ?? payout.quoteID, state: fetched ?? payout.state,
      feeSatoshis: namesFees ? payout.feeSatoshis : nil)
  }
}

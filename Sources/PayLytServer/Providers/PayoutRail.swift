/// The port to whoever pays out local currency, to banks and to mobile money, from our bitcoin.
///
/// A payout is quoted, initialized and finalized. Only finalizing moves money, and a quote is
/// finalized once, however often it is asked for: so it is safe to go on after any step.
protocol PayoutRail: Sendable {
  /// How rows name the rail, such as `bitnob`.
  var name: String { get }

  /// Where it pays out to. A read: never `.outcomeUnknown`.
  func corridors() async throws(ProviderError) -> [RailCorridor]

  /// Whose account it is. A read: never `.outcomeUnknown`.
  ///
  /// - Returns: nil when there is no such account.
  func accountHolder(_ account: RailAccount) async throws(ProviderError) -> String?

  /// Locks a rate.
  func quote(_ order: RailQuoteOrder) async throws(ProviderError) -> RailQuote

  /// Names the receiver of a quote. Moves no money.
  func initialize(
    _ quoteID: String, to account: RailAccount, reference: String
  ) async throws(ProviderError) -> RailPayout

  /// Lets the money go.
  ///
  /// - Throws: `.outcomeUnknown` when it may be on its way: ask `payout(reference:)`.
  func finalize(_ quoteID: String, reference: String) async throws(ProviderError) -> RailPayout

  /// What became of a payout. A read: never `.outcomeUnknown`.
  ///
  /// - Returns: nil when the provider itself says that it knows no such reference.
  func payout(reference: String) async throws(ProviderError) -> RailPayout?
}

/// An account in the world of local money. A secret: printing one prints nothing of it.
struct RailAccount: Hashable, Sendable {
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case bank = "BANK"
    case mobileMoney = "MOBILEMONEY"
  }

  let kind: Kind
  /// ISO 3166-1 alpha-2.
  let country: String
  /// The bank's code, or the operator.
  let institution: String
  /// The account's number, or the phone's.
  let number: String
  let holder: String
}

extension RailAccount: CustomStringConvertible, CustomReflectable {
  var description: String { "RailAccount" }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}

struct RailCorridor: Hashable, Sendable {
  let country: String
  /// ISO 4217.
  let currency: String
  let kinds: [RailAccount.Kind]
  /// Minor units of one payout.
  let bounds: ClosedRange<Int64>
}

struct RailQuoteOrder: Hashable, Sendable {
  enum Amount: Hashable, Sendable {
    /// Whole satoshis that are given.
    case giving(satoshis: Int64)
    /// Minor units that are paid out.
    case settling(minor: Int64)
  }

  let amount: Amount
  let country: String
  /// ISO 4217.
  let currency: String
  /// Ours, for the life of the payout.
  let reference: String
}

struct RailQuote: Hashable, Sendable {
  let quoteID: String
  /// What the provider takes, without its fee.
  let satoshis: Int64
  /// What is paid out.
  let settlementMinor: Int64
  var expiresAt: Timestamp
}

struct RailPayout: Hashable, Sendable {
  enum State: Hashable, Sendable {
    /// No receiver yet: no money moves.
    case quoted
    /// It has a receiver and waits to be finalized: no money moves.
    case initiated
    case pending
    /// `satoshis`: what was taken without the fee; nil when the provider does not say, which then
    /// is what the quote said.
    case completed(satoshis: Int64?)
    case failed(reason: String)
    /// Its time was over before it was finalized.
    case expired
    /// It was paid and came back, whether or not it was ever seen as completed. `satoshis`: what we
    /// have again, without the fee; nil as in `completed`.
    case reversed(satoshis: Int64?, reason: String)
  }

  /// As the rail names it; empty where it does not.
  let quoteID: String
  let state: State
  /// Satoshis that are charged on top, and of what came back those that the provider keeps; nil
  /// where it does not say: then it is what the rail named when it was initialized.
  let feeSatoshis: Int64?
}

extension RailPayout {
  /// Whether it can be the payout of a quote.
  func isOf(quote: String) -> Bool { quoteID.isEmpty || quoteID == quote }
}

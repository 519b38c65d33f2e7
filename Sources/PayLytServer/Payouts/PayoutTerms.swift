/// What a payout gives, what arrives, and where: fixed when it is ordered.
struct PayoutTerms: Hashable, Sendable {
  let method: PayoutMethod
  /// What leaves the wallet for the receiver.
  let amount: Money
  /// The most that may be charged on top, in the same asset.
  let feeLimitUnits: Int64
  /// What the provider takes from our float, without its fee.
  let coverMsat: Int64
  /// What is paid out: over Lightning the amount itself.
  let settlement: Money
  /// A Lightning address that was given as such, else what may be shown of the beneficiary.
  let destination: String
  let beneficiary: UUID?
  let quote: UUID?
  /// The provider's; empty over Lightning.
  let providerQuoteID: String
  /// Ours, when the quote has one already.
  var reference: String?

  /// Bitcoin to a Lightning address or an invoice.
  static func lightning(
    _ method: PayoutMethod, amountMsat: Int64, feeLimitMsat: Int64, destination: String,
    beneficiary: UUID? = nil
  ) -> PayoutTerms {
    precondition(!method.isRail, "\(method) needs a quote")
    return PayoutTerms(
      method: method, amount: .msat(amountMsat), feeLimitUnits: feeLimitMsat,
      coverMsat: amountMsat, settlement: .msat(amountMsat), destination: destination,
      beneficiary: beneficiary, quote: nil, providerQuoteID: "")
  }

  /// Local currency, as a quote has locked it.
  init(_ quote: PayoutQuote, to beneficiary: Beneficiary) {
    self.init(
      method: beneficiary.method, amount: quote.amount, feeLimitUnits: quote.feeLimitUnits,
      coverMsat: quote.coverMsat, settlement: quote.settlement, destination: beneficiary.masked,
      beneficiary: beneficiary.id, quote: quote.id, providerQuoteID: quote.providerQuoteID,
      reference: quote.reference)
  }

  init(
    method: PayoutMethod, amount: Money, feeLimitUnits: Int64, coverMsat: Int64, settlement: Money,
    destination: String, beneficiary: UUID?, quote: UUID?, providerQuoteID: String,
    reference: String? = nil
  ) {
    self.method = method
    self.amount = amount
    self.feeLimitUnits = feeLimitUnits
    self.coverMsat = coverMsat
    self.settlement = settlement
    self.destination = destination
    self.beneficiary = beneficiary
    self.quote = quote
    self.providerQuoteID = providerQuoteID
    self.reference = reference
  }

  /// One percent in whole satoshis, and at least `satsMin` of them, in millisatoshis: what a fee
  /// may be unless the caller says something else.
  static func usualFeeLimit(amountMsat: Int64, satsMin: Int64) -> Int64 {
    let share = Share.floor(of: amountMsat, basisPoints: PayoutLimits.feeLimitBasisPoints)
    return max((share + 999) / 1000, satsMin) * 1000
  }

  /// What counts for the second factor and the day's limit: the amount, and what may be charged
  /// beyond the usual fee. Over Lightning the caller says the fee limit, and a hop of their own may
  /// take it, whatever the amount is.
  var countedMsat: Int64 {
    guard !method.isRail else { return coverMsat }
    let usual = Self.usualFeeLimit(amountMsat: coverMsat, satsMin: PayoutLimits.feeLimitSatsMin)
    return coverMsat + max(0, feeLimitUnits - usual)
  }

  /// What a fee of the provider is in the asset that pays it, rounded up. Bitcoin pays it as it is;
  /// a currency pays it at the payout's own rate.
  func feeUnits(ofMsat fee: Int64) -> Int64 {
    guard amount.asset != .btc else { return fee }
    let product = Int128(fee) * Int128(amount.units)
    let units = (product + Int128(coverMsat) - 1) / Int128(coverMsat)
    return Int64(exactly: units) ?? .max
  }

  /// The same, as far as it is the user's: the limit, where the provider took more.
  func chargeableUnits(ofMsat fee: Int64) -> Int64 {
    min(feeUnits(ofMsat: fee), feeLimitUnits)
  }

  /// The highest fee that is all the user's, in millisatoshis.
  var feeLimitMsat: Int64 {
    guard amount.asset != .btc else { return feeLimitUnits }
    let msat = Int128(feeLimitUnits) * Int128(coverMsat) / Int128(amount.units)
    return Int64(exactly: msat) ?? .max
  }
}

/// The locked rate of a payout to a bank or to mobile money. Used once.
struct PayoutQuote: Hashable, Sendable {
  let id: UUID
  let user: UUID
  let beneficiary: UUID
  let provider: String
  let providerQuoteID: String
  /// Ours; the payout's for its whole life.
  let reference: String
  let amount: Money
  let feeLimitUnits: Int64
  let settlement: Money
  let coverMsat: Int64
  private(set) var payout: UUID?
  /// When it can be used no more.
  let expiresAt: Timestamp
  /// Until when the rail carries out what was ordered by it; not before `expiresAt`.
  let lockedUntil: Timestamp
  let createdAt: Timestamp

  mutating func use(for payout: UUID, at now: Timestamp) throws(PayoutQuoteError) {
    guard self.payout == nil else { throw .used }
    guard now < expiresAt else { throw .expired }
    self.payout = payout
  }
}

/// Why a quote pays nothing out.
enum PayoutQuoteError: Error, Equatable {
  case used
  case expired
}

extension PayoutQuoteError: RefusalConvertible {
  var refusal: Refusal {
    switch self {
    case .used:
      Refusal(
        .failedPrecondition, reason: "QUOTE_USED",
        message: "The quote was used. Ask for a new one.")
    case .expired:
      Refusal(
        .failedPrecondition, reason: "QUOTE_EXPIRED",
        message: "The quote's time is over. Ask for a new one.")
    }
  }
}

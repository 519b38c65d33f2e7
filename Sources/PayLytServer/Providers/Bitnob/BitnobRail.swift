import PayLytCrypto
import PayLytHTTP

/// Bitnob's payouts to banks and to mobile money.
struct BitnobRail: PayoutRail {
  let name = "bitnob"
  private let transport: BitnobTransport

  /// Beside the provider's Lightning: when it asks for quiet, it means both.
  init(beside provider: BitnobProvider) { transport = provider.transport }

  func corridors() async throws(ProviderError) -> [RailCorridor] {
    let countries = try await transport.read(
      "GET", "/api/payouts/supported-countries", as: [BitnobCountry].self)
    let limits = try await transport.read("GET", "/api/payouts/limits", as: [BitnobLimit].self)
    guard let countries, let limits else {
      throw .unavailable(reason: "the provider shows no corridors")
    }
    return countries.compactMap { country in
      let limit = limits.first { $0.currency == country.currency }
      let kinds = country.destinations.compactMap { RailAccount.Kind(rawValue: $0.type) }
      guard let limit, let least = Self.minor(limit.min), let most = Self.minor(limit.max),
        least <= most, !kinds.isEmpty
      else { return nil }
      return RailCorridor(
        country: country.code, currency: country.currency, kinds: kinds, bounds: least...most)
    }
  }

  func accountHolder(_ account: RailAccount) async throws(ProviderError) -> String? {
    let body = try BitnobJSON.encode(
      BitnobLookupRequest(
        country: account.country, accountNumber: account.number, bankCode: account.institution,
        type: account.kind.rawValue))
    let answer = try await transport.read(
      "POST", "/api/payouts/beneficiary-lookup", body, as: BitnobLookup.self)
    return answer.map { String($0.accountName.prefix(ProviderLimits.holderCharactersMax)) }
  }

  func quote(_ order: RailQuoteOrder) async throws(ProviderError) -> RailQuote {
    let request: BitnobQuoteRequest
    switch order.amount {
    case .giving(let satoshis):
      request = BitnobQuoteRequest(
        toCurrency: order.currency, amount: Self.decimal(satoshis, scale: 8),
        settlementAmount: nil, country: order.country, reference: order.reference)
    case .settling(let minor):
      request = BitnobQuoteRequest(
        toCurrency: order.currency, amount: nil,
        settlementAmount: Self.decimal(minor, scale: 2), country: order.country,
        reference: order.reference)
    }
    let answer = try await transport.send("/api/payouts/quotes", request, as: BitnobQuote.self)
    guard let settlement = Self.minor(answer.settlementAmount), settlement > 0,
      answer.satAmount.value > 0
    else { throw .outcomeUnknown(reason: "the quote cannot be read") }
    return RailQuote(
      quoteID: answer.quoteId.value, satoshis: answer.satAmount.value,
      settlementMinor: settlement, expiresAt: answer.expiryTimestamp.value)
  }

  func initialize(
    _ quoteID: String, to account: RailAccount, reference: String
  ) async throws(ProviderError) -> RailPayout {
    let request = BitnobInitializeRequest(
      customerId: transport.configuration.customerID ?? transport.configuration.clientID,
      beneficiary: .init(
        type: account.kind.rawValue, country: account.country, accountNumber: account.number,
        accountName: account.holder,
        bankCode: account.kind == .bank ? account.institution : nil,
        network: account.kind == .mobileMoney ? account.institution : nil),
      reference: reference, callbackUrl: transport.configuration.callbackURL)
    let answer = try await transport.send(
      "/api/payouts/quotes/\(quoteID.pathSegment)/initialize", request, as: BitnobPayout.self)
    return try payout(answer, quoteID: quoteID, reference: reference)
  }

  func finalize(_ quoteID: String, reference: String) async throws(ProviderError) -> RailPayout {
    let answer = try await transport.send(
      "/api/payouts/quotes/\(quoteID.pathSegment)/finalize", BitnobNothing(),
      as: BitnobPayout.self)
    return try payout(answer, quoteID: quoteID, reference: reference)
  }

  func payout(reference: String) async throws(ProviderError) -> RailPayout? {
    let path = "/api/payouts/fetch/reference/\(reference.pathSegment)"
    guard let answer = try await transport.read("GET", path, as: BitnobPayout.self) else {
      return nil
    }
    do throws(ProviderError) {
      return try payout(answer, quoteID: nil, reference: reference)
    } catch {
      throw error.ofRead
    }
  }

  private func payout(
    _ answer: BitnobPayout, quoteID: String?, reference: String
  ) throws(ProviderError) -> RailPayout {
    guard answer.reference == nil || answer.reference == reference,
      quoteID == nil || answer.quoteId == nil || answer.quoteId?.value == quoteID
    else { throw .outcomeUnknown(reason: "the answer is about another payout") }
    let (fee, satoshis) = (answer.fees?.value, answer.satAmount?.value)
    // A thousand times as much must still be countable.
    let countable = 0...Int64.max / 1_000_000
    guard fee.map(countable.contains) ?? true, satoshis.map(countable.contains) ?? true else {
      throw .outcomeUnknown(reason: "the amounts cannot be read")
    }
    return RailPayout(
      quoteID: answer.quoteId?.value ?? quoteID ?? "",
      state: state(answer, satoshis: satoshis, reference), feeSatoshis: fee)
  }

  private func state(
    _ answer: BitnobPayout, satoshis: Int64?, _ reference: String
  ) -> RailPayout.State {
    let reason = BitnobWords.failure(answer.failureReason)
    switch answer.status.uppercased() {
    case "QUOTE": return .quoted
    case "INITIATED", "INITIALIZED": return .initiated
    case "COMPLETED", "SUCCESS": return .completed(satoshis: satoshis)
    case "FAILED", "REJECTED":
      transport.noteFailure(of: reference, answer.failureReason)
      return .failed(reason: reason)
    case "EXPIRED": return .expired
    case "REVERSED", "REFUNDED":
      transport.noteFailure(of: reference, answer.failureReason)
      return .reversed(satoshis: satoshis, reason: reason)
    // A word that we do not know is no reason to believe in success or failure.
    default: return .pending
    }
  }

  /// Smallest units as a decimal text.
  static func decimal(_ units: Int64, scale: Int) -> String {
    let power = (0..<scale).reduce(Int64(1)) { value, _ in value * 10 }
    let fraction = String(units % power)
    return "\(units / power)." + String(repeating: "0", count: scale - fraction.count) + fraction
  }

  /// Minor units of a currency with two digits of them; nil when there are more digits or no Int64.
  private static func minor(_ decimal: LenientDecimal) -> Int64? {
    var (digits, scale) = (decimal.digits, decimal.scale)
    while scale > 2 {
      guard digits % 10 == 0 else { return nil }
      digits /= 10
      scale -= 1
    }
    let power: Int64 = scale == 2 ? 1 : scale == 1 ? 10 : 100
    let (minor, overflow) = digits.multipliedReportingOverflow(by: power)
    return overflow ? nil : minor
  }
}

extension String {
  /// As one segment of a path (RFC 3986 §2.3).
  var pathSegment: String {
    utf8.reduce(into: "") { path, byte in
      let isPlain =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-._~".utf8.contains(byte)
      path += isPlain ? String(decoding: [byte], as: UTF8.self) : "%" + Hex.encode([byte])
    }
  }
}

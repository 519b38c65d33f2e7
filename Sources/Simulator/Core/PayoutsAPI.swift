import PayLytHTTP

/// Bitnob's frame around its payouts calls.
struct PayoutEnvelope<Payload: Encodable>: Encodable {
  let status = "success"
  let message: String
  let data: Payload
}

private struct QuoteBody: Decodable {
  let fromAsset: String?
  let source: String?
  let paymentReason: String?
  let toCurrency: String
  let amount: String?
  let settlementAmount: String?
  let country: String
  let reference: String
}

private struct InitializeBody: Decodable {
  let customerId: String?
  let callbackUrl: String?
  let beneficiary: PayoutReceiver
  let reference: String
}

private struct LookupBody: Decodable {
  let country: String
  let accountNumber: String
  let type: String
}

/// Integers as texts, as some of Bitnob's answers have them.
struct PayoutAnswer: Encodable {
  let quoteId: String
  let reference: String
  let status: String
  let satAmount: String
  /// Units of the currency for one bitcoin.
  let exchangeRate: String
  let btcRate: String
  let settlementAmount: String
  let fees: Int64
  /// Seconds until it arrives.
  let eta = 60
  let expiryTimestamp: Int64
  let failureReason: String?

  init(_ record: PayoutRecord, now: Int64) {
    quoteId = record.quoteID
    reference = record.reference
    status = record.status(at: now)
    satAmount = String(record.satoshis)
    (exchangeRate, btcRate) = (record.price, record.price)
    settlementAmount = decimal(record.settlement)
    fees = record.feeSat
    expiryTimestamp = record.expiresAt
    switch record.state {
    case .failed(let reason), .reversed(let reason): failureReason = reason
    case .quoted, .initiated, .pending, .completed: failureReason = nil
    }
  }
}

private struct LookupAnswer: Encodable {
  let accountName: String
  let accountNumber: String
}

private struct CountryAnswer: Encodable {
  struct Destination: Encodable {
    let type: String
    let fields: [String]
  }

  let code: String
  let currency: String
  let destinations: [Destination]

  init(_ country: PayoutCountry) {
    code = country.code
    currency = country.currency
    destinations = country.types.map { type in
      Destination(
        type: type,
        fields: ["account_number", "account_name", type == "BANK" ? "bank_code" : "network"])
    }
  }
}

private struct LimitAnswer: Encodable {
  let currency: String
  let min: String
  let max: String
}

/// Minor units as a decimal text.
private func decimal(_ minor: Int64) -> String {
  "\(minor / 100)." + (minor % 100 < 10 ? "0" : "") + "\(minor % 100)"
}

extension BitnobAPI {
  /// Which call of the payouts a path names; `parts` are those after `/api/payouts`.
  static func payoutOperation(_ method: String, _ parts: ArraySlice<Substring>) -> Operation? {
    let parts = parts.map(String.init)
    return switch (method, parts.count, parts.first) {
    case ("POST", 1, "quotes"): .createPayoutQuote
    case ("POST", 3, "quotes") where parts[2] == "initialize": .initializePayout
    case ("POST", 3, "quotes") where parts[2] == "finalize": .finalizePayout
    case ("GET", 2, "quotes"), ("GET", 2, "fetch"): .fetchPayout
    case ("GET", 3, "fetch") where parts[1] == "reference": .fetchPayout
    case ("POST", 1, "beneficiary-lookup"): .beneficiaryLookup
    case ("GET", 1, "supported-countries"): .supportedCountries
    case ("GET", 3, "supported-countries") where parts[2] == "requirements": .supportedCountries
    case ("GET", 1, "limits"): .payoutLimits
    default: nil
    }
  }

  func quotePayout(_ world: inout World) throws(World.Refusal) -> Outcome {
    let body = try JSON.decode(QuoteBody.self, from: request.body)
    try Self.require([
      "from_asset": body.fromAsset == "BTC", "source": body.source == "offchain",
      "payment_reason": body.paymentReason?.isEmpty == false,
    ])
    let amount: World.PayoutAmount
    if let text = body.amount, let satoshis = Self.units(text, scale: 8) {
      amount = .satoshis(satoshis)
    } else if let text = body.settlementAmount, let minor = Self.units(text, scale: 2) {
      amount = .settlement(minor)
    } else {
      throw World.Refusal(422, "invalid_amount", "amount or settlement_amount is missing")
    }
    return payoutAnswer(
      "Quote created",
      PayoutAnswer(
        try world.quotePayout(
          amount, country: body.country, currency: body.toCurrency, reference: body.reference,
          now: now), now: now), status: 201)
  }

  func initializePayout(_ world: inout World) throws(World.Refusal) -> Outcome {
    let body = try JSON.decode(InitializeBody.self, from: request.body)
    let isURL = body.callbackUrl.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    try Self.require([
      "customer_id": body.customerId?.isEmpty == false, "callback_url": isURL ?? true,
    ])
    let (record, events) = try world.initializePayout(
      quoteSegment, to: body.beneficiary, reference: body.reference,
      callbackURL: body.callbackUrl, now: now)
    var outcome = payoutAnswer("Payout initialized", PayoutAnswer(record, now: now))
    outcome.events = events
    return outcome
  }

  /// - Throws: 422 with each field that is not as it must be.
  private static func require(_ fields: [String: Bool]) throws(World.Refusal) {
    let missing = fields.filter { !$0.value }.mapValues { _ in "is missing or invalid" }
    guard missing.isEmpty else {
      throw World.Refusal(422, "validation_error", "some fields are invalid", details: missing)
    }
  }

  func finalizePayout(_ world: inout World) throws(World.Refusal) -> Outcome {
    let holds = world.faults.take(.holdPayment, for: .finalizePayout) != nil
    let (record, events) = try world.finalizePayout(quoteSegment, holds: holds, now: now)
    var outcome = payoutAnswer("Payout finalized", PayoutAnswer(record, now: now))
    outcome.events = events
    return outcome
  }

  func fetchPayout(_ world: World) throws(World.Refusal) -> Outcome {
    guard let record = world.payout(lastSegment) else {
      throw World.Refusal(404, "not_found", "no such payout")
    }
    return payoutAnswer("Payout", PayoutAnswer(record, now: now))
  }

  func lookUpBeneficiary() throws(World.Refusal) -> Outcome {
    let body = try JSON.decode(LookupBody.self, from: request.body)
    let isKnown = PayoutCountry.all.contains {
      $0.code == body.country && $0.types.contains(body.type)
    }
    guard isKnown, World.isAccount(body.accountNumber) else {
      throw World.Refusal(404, "not_found", "no such account")
    }
    return payoutAnswer(
      "Account",
      LookupAnswer(
        accountName: "HOLDER OF \(body.accountNumber.suffix(4))",
        accountNumber: body.accountNumber))
  }

  func supportedCountries() -> Outcome {
    payoutAnswer("Countries", PayoutCountry.all.map { CountryAnswer($0) })
  }

  func payoutLimits() -> Outcome {
    payoutAnswer(
      "Limits",
      PayoutCountry.all.map {
        LimitAnswer(
          currency: $0.currency, min: String($0.bounds.lowerBound),
          max: String($0.bounds.upperBound))
      })
  }

  /// `QT_1` of `/api/payouts/quotes/QT_1/finalize`.
  private var quoteSegment: String {
    request.path.split(separator: "/").dropLast().last.map(String.init) ?? ""
  }

  private func payoutAnswer(
    _ message: String, _ payload: some Encodable, status: Int = 200
  ) -> Outcome {
    Outcome(
      response: .json(status, JSON.encode(PayoutEnvelope(message: message, data: payload))))
  }

  /// A decimal text as smallest units; nil for anything else.
  private static func units(_ text: String, scale: Int) -> Int64? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard let whole = parts.first, !whole.isEmpty, fraction.utf8.count <= scale,
      (whole + fraction).utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int64(whole + fraction + String(repeating: "0", count: scale - fraction.utf8.count))
  }
}

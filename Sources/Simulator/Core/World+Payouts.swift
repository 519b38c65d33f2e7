import PayLytCrypto

/// A payout to a bank or to mobile money that the client asked for.
struct PayoutRecord: Sendable {
  enum State: Sendable, Equatable {
    case quoted
    case initiated
    case pending
    case completed
    case failed(reason: String)
    case reversed(reason: String)
  }

  let quoteID: String
  let reference: String
  let country: String
  let currency: String
  let satoshis: Int64
  /// Minor units.
  let settlement: Int64
  /// What is charged on top; zero once it was given back.
  var feeSat: Int64
  /// Units of the currency for one bitcoin, a decimal text.
  let price: String
  /// Seconds since 1970.
  let expiresAt: Int64
  var receiver: PayoutReceiver?
  var callbackURL: String?
  var state = State.quoted

  func status(at now: Int64) -> String {
    switch state {
    case .quoted: now < expiresAt ? "QUOTE" : "EXPIRED"
    case .initiated: now < expiresAt ? "INITIATED" : "EXPIRED"
    case .pending: "PENDING"
    case .completed: "COMPLETED"
    case .failed: "FAILED"
    case .reversed: "REVERSED"
    }
  }
}

struct PayoutReceiver: Decodable, Sendable, Equatable {
  let type: String
  let country: String
  let accountNumber: String
  let accountName: String?
  let bankCode: String?
  let network: String?
}

/// A country that is paid out to, and how much at once in the currency's own units.
struct PayoutCountry: Sendable {
  let code: String
  let currency: String
  let types: [String]
  let bounds: ClosedRange<Int64>

  /// As Bitnob's documentation has them.
  static let all = [
    PayoutCountry(code: "NG", currency: "NGN", types: ["BANK"], bounds: 1000...2_000_000),
    PayoutCountry(
      code: "KE", currency: "KES", types: ["BANK", "MOBILEMONEY"], bounds: 20...150_000),
    PayoutCountry(
      code: "GH", currency: "GHS", types: ["BANK", "MOBILEMONEY"], bounds: 20...300_000),
  ]
}

extension World {
  enum PayoutAmount {
    case satoshis(Int64)
    /// Minor units.
    case settlement(Int64)
  }

  /// Locks a rate, or finds the quote that this reference made before.
  mutating func quotePayout(
    _ amount: PayoutAmount, country: String, currency: String, reference: String, now: Int64
  ) throws(Refusal) -> PayoutRecord {
    guard (1...Limits.referenceMax).contains(reference.utf8.count) else {
      throw Refusal(422, "invalid_reference", "reference is missing or too long")
    }
    guard let place = PayoutCountry.all.first(where: { $0.code == country }),
      place.currency == currency, let price = minorPrice(of: currency)
    else { throw Refusal(422, "unsupported_country", "nothing is paid out there") }
    let (satoshis, settlement) = try Self.amounts(amount, price: price)
    guard (place.bounds.lowerBound * 100...place.bounds.upperBound * 100).contains(settlement)
    else { throw Refusal(422, "limit_exceeded", "the amount is outside of the limits") }
    if let index = payoutIndex["ref:" + reference] {
      guard payouts[index].currency == currency, payouts[index].satoshis == satoshis else {
        throw Refusal(422, "reference_reused", "this reference belongs to another quote")
      }
      return payouts[index]
    }
    guard payouts.count < Limits.recordsMax else {
      throw Refusal(429, "too_many", "the simulator is full")
    }
    let record = PayoutRecord(
      quoteID: "QT_\(payouts.count + 1)", reference: reference, country: country,
      currency: currency, satoshis: satoshis, settlement: settlement,
      feeSat: configuration.payoutFeeSat, price: configuration.prices[currency] ?? "",
      expiresAt: now + configuration.payoutQuoteSeconds)
    for key in ["id:" + record.quoteID, "ref:" + reference] { payoutIndex[key] = payouts.count }
    payouts.append(record)
    return record
  }

  private static func amounts(
    _ amount: PayoutAmount, price: Int64
  ) throws(Refusal) -> (satoshis: Int64, settlement: Int64) {
    let satoshisPerBitcoin: Int128 = 100_000_000
    let satoshis: Int64?
    let settlement: Int64?
    switch amount {
    case .satoshis(let given):
      satoshis = given
      settlement = Int64(exactly: Int128(given) * Int128(price) / satoshisPerBitcoin)
    case .settlement(let wanted):
      settlement = wanted
      satoshis = Int64(
        exactly: (Int128(wanted) * satoshisPerBitcoin + Int128(price) - 1) / Int128(price))
    }
    guard let satoshis, let settlement, satoshis > 0, settlement > 0 else {
      throw Refusal(422, "invalid_amount", "the amount is not payable")
    }
    return (satoshis, settlement)
  }

  /// Minor units for one bitcoin.
  private func minorPrice(of currency: String) -> Int64? {
    guard let text = configuration.prices[currency] else { return nil }
    let parts = text.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, parts[1].utf8.count == 2 else { return nil }
    return Int64(parts[0] + parts[1])
  }

  func payout(_ name: String) -> PayoutRecord? {
    (payoutIndex["id:" + name] ?? payoutIndex["ref:" + name]).map { payouts[$0] }
  }

  /// Names the receiver; a second time it changes nothing.
  mutating func initializePayout(
    _ id: String, to receiver: PayoutReceiver, reference: String, callbackURL: String?,
    now: Int64
  ) throws(Refusal) -> (PayoutRecord, [Event]) {
    let index = try livePayout(id, now)
    guard payouts[index].reference == reference else {
      throw Refusal(422, "invalid_reference", "the quote has another reference")
    }
    guard payouts[index].state == .quoted else { return (payouts[index], []) }
    guard receiver.country == payouts[index].country,
      PayoutCountry.all.contains(where: {
        $0.code == receiver.country && $0.types.contains(receiver.type)
      }), Self.isAccount(receiver.accountNumber)
    else { throw Refusal(422, "invalid_beneficiary", "nobody is paid there") }
    payouts[index].receiver = receiver
    payouts[index].callbackURL = callbackURL
    payouts[index].state = .initiated
    return (payouts[index], [payoutEvent("payouts.initialized", payouts[index], now)])
  }

  /// Lets the money go, once.
  mutating func finalizePayout(
    _ id: String, holds: Bool, now: Int64
  ) throws(Refusal) -> (PayoutRecord, [Event]) {
    let index = try livePayout(id, now)
    switch payouts[index].state {
    case .quoted: throw Refusal(400, "not_initialized", "the quote has no receiver")
    case .pending, .completed, .failed, .reversed: return (payouts[index], [])
    case .initiated: break
    }
    let record = payouts[index]
    let total = (record.satoshis + record.feeSat) * 1000
    guard total <= book.balance(.float) else {
      throw Refusal(400, "insufficient_balance", "the balance is too low")
    }
    book.move(record.satoshis * 1000, debit: .paidOut, credit: .float, about: record.quoteID)
    book.move(record.feeSat * 1000, debit: .fees, credit: .float, about: record.quoteID)
    payouts[index].state = .pending
    let answer = payouts[index]
    let processing = payoutEvent("payouts.processing", answer, now)
    guard !holds else { return (answer, [processing]) }
    // It is answered as pending and arrives right after.
    return (answer, [processing] + (try finishPayout(id, .completed, now: now).1))
  }

  /// What a test decides about a payout that is under way, or that had arrived.
  ///
  /// - Parameter keepsFee: of what is reversed; nil: as it is usual, once it has arrived.
  mutating func finishPayout(
    _ name: String, _ state: PayoutRecord.State, keepsFee: Bool? = nil, now: Int64
  ) throws(Refusal) -> (PayoutRecord, [Event]) {
    guard let id = payout(name)?.quoteID, let index = payoutIndex["id:" + id] else {
      throw Refusal(404, "not_found", "no such payout")
    }
    let record = payouts[index]
    switch (state, record.state) {
    case (.completed, .pending): break
    case (.failed, .pending):
      book.move(record.satoshis * 1000, debit: .float, credit: .paidOut, about: id)
      book.move(record.feeSat * 1000, debit: .float, credit: .fees, about: id)
    case (.reversed, .completed), (.reversed, .pending):
      book.move(record.satoshis * 1000, debit: .float, credit: .paidOut, about: id)
      if !(keepsFee ?? (record.state == .completed)) {
        book.move(record.feeSat * 1000, debit: .float, credit: .fees, about: id)
        payouts[index].feeSat = 0
      }
    default: throw Refusal(409, "wrong_state", "the payout is \(record.status(at: now))")
    }
    payouts[index].state = state
    let isSuccess = state == .completed
    let name = "payouts.withdrawal." + (isSuccess ? "success" : "failed")
    return (payouts[index], [payoutEvent(name, payouts[index], now)])
  }

  private func livePayout(_ id: String, _ now: Int64) throws(Refusal) -> Int {
    guard let index = payoutIndex["id:" + id] else {
      throw Refusal(404, "not_found", "no such quote")
    }
    guard payouts[index].status(at: now) != "EXPIRED" else {
      throw Refusal(400, "quote_expired", "the quote has expired")
    }
    return index
  }

  /// Nobody has an account that ends in four zeros.
  static func isAccount(_ number: String) -> Bool {
    (6...20).contains(number.utf8.count) && number.utf8.allSatisfy { (48...57).contains($0) }
      && !number.hasSuffix("0000")
  }
}

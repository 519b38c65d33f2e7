import Lightning
import PayLytAPI
import PayLytRPC

/// Reads what a request orders: where to, how much, and at which rate.
struct PayoutOrders: Sendable {
  let database: Database
  let provider: any LightningProvider
  let corridors: Corridors
  /// Opens the details of an invoice, which say its amount.
  let keys: DetailKeys
  /// What a rail's quote is held against.
  let rates: ExchangeRates
  /// What we keep where we sell a currency, and for how long a price in one is good.
  let policy: ExchangePolicy
  let clock: any Clock
  let log: Log

  /// Who carries it out.
  func name(of order: CreatePayout.Order) -> String {
    switch order {
    case .lightning, .lightningInstead: provider.name
    case .quote: corridors.rail?.name ?? provider.name
    }
  }

  // MARK: Orders

  /// - Parameter request: whose fields were compared with their rules.
  func order(
    _ request: CreatePayoutRequest, of user: UUID, deadline: Deadline?
  ) async throws -> CreatePayout.Order {
    try Self.checkOne(request.lightningAddress, request.beneficiary, request.quote)
    if !request.quote.isEmpty {
      guard request.amount == nil else {
        throw Refusal.invalid("amount", "The quote says the amount.")
      }
      guard request.feeLimit == nil else {
        throw Refusal.invalid("fee_limit", "The quote says the fee limit.")
      }
      return .quote(try ResourceName.parse(request.quote, "payoutQuotes", field: "quote"))
    }
    let target = try await target(
      request.lightningAddress, request.beneficiary, of: user, deadline: deadline)
    let amount: Int64
    if let fixed = target.fixedMsat, request.amount == nil {
      guard fixed <= PayoutLimits.amountSatsMax * 1000 else {
        throw Refusal.invalid(
          "beneficiary", "Its invoice is over \(PayoutLimits.amountSatsMax) satoshis.")
      }
      amount = fixed
    } else {
      amount = try Amounts.wholeSats(
        request.amount, field: "amount", satsMax: PayoutLimits.amountSatsMax)
      guard target.fixedMsat == nil || target.fixedMsat == amount else {
        throw Refusal.invalid("amount.units", "The invoice asks for another amount.")
      }
    }
    return .lightning(
      .lightning(
        target.method, amountMsat: amount,
        feeLimitMsat: Self.feeLimit(request.feeLimit, amountMsat: amount),
        destination: target.destination, beneficiary: target.beneficiary))
  }

  func replacement(
    _ request: ReplaceDestinationRequest, of user: UUID, deadline: Deadline?
  ) async throws -> CreatePayout.Order {
    try Self.checkOne(request.lightningAddress, request.beneficiary, request.quote)
    if !request.quote.isEmpty {
      return .quote(try ResourceName.parse(request.quote, "payoutQuotes", field: "quote"))
    }
    let target = try await target(
      request.lightningAddress, request.beneficiary, of: user, deadline: deadline)
    return .lightningInstead(
      target.method, destination: target.destination, beneficiary: target.beneficiary,
      fixedMsat: target.fixedMsat)
  }

  private struct Target {
    let method: PayoutMethod
    let destination: String
    let beneficiary: UUID?
    /// Of an invoice.
    var fixedMsat: Int64?
  }

  private func target(
    _ address: String, _ beneficiary: String, of user: UUID, deadline: Deadline?
  ) async throws -> Target {
    guard !beneficiary.isEmpty else {
      return Target(
        method: .lightningAddress,
        destination: try PayoutDestination.lightningAddress(address, field: "lightning_address"),
        beneficiary: nil)
    }
    let found = try await self.beneficiary(beneficiary, of: user, deadline: deadline)
    var fixed: Int64?
    switch found.method {
    case .lightningAddress: break
    case .bolt11:
      if case .bolt11(let text) = try found.destination(keys) {
        let invoice = try BOLT11Invoice(text)
        try await checkForeign(invoice, deadline: deadline)
        fixed = invoice.amountMsat
      }
    case .bank, .mobileMoney:
      throw Refusal.invalid("beneficiary", "Ask for a quote: CreatePayoutQuote.")
    }
    return Target(
      method: found.method, destination: found.masked, beneficiary: found.id, fixedMsat: fixed)
  }

  /// No node pays itself: it would say so again and again until the invoice is over. Its row was
  /// there before anybody could read the invoice.
  private func checkForeign(_ invoice: BOLT11Invoice, deadline: Deadline?) async throws {
    let isOwn = try await database.query(
      PayoutStatements.isOwnInvoice, [.bytes(invoice.paymentHash)], deadline: deadline)
    guard isOwn.first != true else {
      throw Refusal.invalid(
        "beneficiary",
        "It is an invoice of this platform, which is paid from outside. Between wallets money goes "
          + "by TransferFunds.")
    }
  }

  func beneficiary(
    _ name: String, of user: UUID, deadline: Deadline?
  ) async throws -> Beneficiary {
    let id = try ResourceName.parse(name, "beneficiaries", field: "beneficiary")
    let found = try await database.query(
      BeneficiaryStatements.beneficiary, [.uuid(id)], deadline: deadline)
    guard let beneficiary = found.first, beneficiary.user == user, !beneficiary.isDeleted else {
      throw Refusal.notFound("beneficiary \(id)")
    }
    return beneficiary
  }

  private static func checkOne(
    _ address: String, _ beneficiary: String, _ quote: String
  ) throws(Refusal) {
    let given = [address, beneficiary, quote].filter { !$0.isEmpty }.count
    guard given == 1 else {
      throw .invalid(
        "lightning_address", "One of `lightning_address`, `beneficiary` and `quote`.")
    }
  }

  /// One percent, at least 5 satoshis, where the caller names none.
  private static func feeLimit(_ money: PayLytAPI.Money?, amountMsat: Int64) -> Int64 {
    money?.units
      ?? PayoutTerms.usualFeeLimit(
        amountMsat: amountMsat, satsMin: PayoutLimits.feeLimitSatsMin)
  }
}

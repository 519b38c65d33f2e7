import Lightning

/// What a sandbox does to its providers.
struct SandboxRules: Sendable {
  let faults: ProviderFaults
  /// The providers' moments are the world's.
  let time: SandboxTime
}

/// The Lightning provider of a sandbox, who fails where its users asked for it.
struct SandboxProvider: LightningProvider {
  let inner: any LightningProvider
  let rules: SandboxRules

  var name: String { inner.name }
  var holdInvoices: (any HoldInvoiceProvider)? {
    inner.holdInvoices.map { SandboxHoldInvoices(inner: $0, rules: rules) }
  }

  func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
    try await rules.created(order) { () throws(ProviderError) in
      try await inner.createInvoice(order)
    }
  }

  func invoiceStatus(
    paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoiceStatus {
    let status = try await rules.faults.pass(.getInvoice, paymentHash: paymentHash) {
      () throws(ProviderError) in try await inner.invoiceStatus(paymentHash: paymentHash)
    }
    guard case .paid(var receipt) = status else { return status }
    receipt.settledAt = receipt.settledAt.map { rules.time.here($0) }
    return .paid(receipt)
  }

  func resolve(
    _ address: LightningAddress, amountMsat: Int64, reference: String
  ) async throws(ProviderError) -> BOLT11Invoice {
    try await inner.resolve(address, amountMsat: amountMsat, reference: reference)
  }

  func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
    let failed = ProviderPayment(
      reference: order.reference, providerID: "", state: .failed(reason: Self.reason))
    return try await rules.faults.pass(
      .sendPayment, reference: order.reference, paymentHash: order.invoice.paymentHash,
      failed: { failed }
    ) { () throws(ProviderError) in try await inner.sendPayment(order) }
  }

  func payment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment? {
    try await rules.faults.pass(.getPayment, reference: reference, paymentHash: paymentHash) {
      () throws(ProviderError) in
      try await inner.payment(reference: reference, paymentHash: paymentHash)
    }
  }

  fileprivate static let reason = "You asked the sandbox for this failure."
}

extension SandboxRules {
  /// An invoice that is good for as long as was asked for, from now on here.
  fileprivate func created(
    _ order: InvoiceOrder, _ ask: () async throws(ProviderError) -> ProviderInvoice
  ) async throws(ProviderError) -> ProviderInvoice {
    var made = try await faults.pass(.createInvoice, reference: order.reference, ask)
    made.expiresAt = time.here(made.expiresAt)
    return made
  }
}

/// Its invoices whose payments are held back.
struct SandboxHoldInvoices: HoldInvoiceProvider {
  let inner: any HoldInvoiceProvider
  let rules: SandboxRules

  func createHoldInvoice(
    _ order: InvoiceOrder, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoice {
    try await rules.created(order) { () throws(ProviderError) in
      try await inner.createHoldInvoice(order, paymentHash: paymentHash)
    }
  }

  func holdState(paymentHash: [UInt8]) async throws(ProviderError) -> HoldState {
    try await inner.holdState(paymentHash: paymentHash)
  }

  func settleHold(preimage: [UInt8]) async throws(ProviderError) {
    try await inner.settleHold(preimage: preimage)
  }

  func cancelHold(paymentHash: [UInt8]) async throws(ProviderError) {
    try await inner.cancelHold(paymentHash: paymentHash)
  }
}

/// Its prices, which are of now here, too.
struct SandboxRates: RateSource {
  let inner: any RateSource
  let rules: SandboxRules

  func rate(currency: String) async throws(ProviderError) -> ProviderRate {
    var rate = try await inner.rate(currency: currency)
    rate.asOf = rules.time.here(rate.asOf)
    return rate
  }
}

/// Its payouts to banks.
struct SandboxRail: PayoutRail {
  let inner: any PayoutRail
  let rules: SandboxRules

  var name: String { inner.name }

  func corridors() async throws(ProviderError) -> [RailCorridor] { try await inner.corridors() }

  func accountHolder(_ account: RailAccount) async throws(ProviderError) -> String? {
    try await inner.accountHolder(account)
  }

  func quote(_ order: RailQuoteOrder) async throws(ProviderError) -> RailQuote {
    var quote = try await rules.faults.pass(.quotePayout, reference: order.reference) {
      () throws(ProviderError) in try await inner.quote(order)
    }
    quote.expiresAt = rules.time.here(quote.expiresAt)
    return quote
  }

  func initialize(
    _ quoteID: String, to account: RailAccount, reference: String
  ) async throws(ProviderError) -> RailPayout {
    try await rules.faults.pass(.initializePayout, reference: reference) {
      () throws(ProviderError) in
      try await inner.initialize(quoteID, to: account, reference: reference)
    }
  }

  func finalize(_ quoteID: String, reference: String) async throws(ProviderError) -> RailPayout {
    let failed = RailPayout(
      quoteID: quoteID, state: .failed(reason: SandboxProvider.reason), feeSatoshis: nil)
    return try await rules.faults.pass(.finalizePayout, reference: reference, failed: { failed }) {
      () throws(ProviderError) in try await inner.finalize(quoteID, reference: reference)
    }
  }

  func payout(reference: String) async throws(ProviderError) -> RailPayout? {
    try await rules.faults.pass(.getPayout, reference: reference) { () throws(ProviderError) in
      try await inner.payout(reference: reference)
    }
  }
}

import Lightning

/// A Lightning provider of whom every call is kept.
struct RecordedProvider: LightningProvider {
  let inner: any LightningProvider
  let calls: ProviderCallLog

  var name: String { inner.name }
  var holdInvoices: (any HoldInvoiceProvider)? {
    inner.holdInvoices.map { RecordedHoldInvoices(name: name, inner: $0, calls: calls) }
  }

  func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
    try await calls.keep(
      .init(
        provider: name, operation: .createInvoice, reference: order.reference,
        amount: .msat(order.amountMsat)),
      { made, call in
        call.paymentHash = made.invoice.paymentHash
        return "an invoice"
      }
    ) { () throws(ProviderError) in try await inner.createInvoice(order) }
  }

  func invoiceStatus(
    paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoiceStatus {
    try await calls.keep(
      .init(provider: name, operation: .getInvoice, paymentHash: paymentHash),
      { status, _ in
        switch status {
        case .pending: "pending"
        case .expired: "expired"
        case .paid(let receipt):
          receipt.amountMsat.map { "paid \(ProviderCall.sats($0))" } ?? "paid"
        }
      }
    ) { () throws(ProviderError) in try await inner.invoiceStatus(paymentHash: paymentHash) }
  }

  func resolve(
    _ address: LightningAddress, amountMsat: Int64, reference: String
  ) async throws(ProviderError) -> BOLT11Invoice {
    try await calls.keep(
      .init(
        provider: name, operation: .resolveAddress, reference: reference,
        amount: .msat(amountMsat)),
      { invoice, call in
        call.paymentHash = invoice.paymentHash
        return "an invoice"
      }
    ) { () throws(ProviderError) in
      try await inner.resolve(address, amountMsat: amountMsat, reference: reference)
    }
  }

  func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
    try await calls.keep(
      .init(
        provider: name, operation: .sendPayment, reference: order.reference,
        paymentHash: order.invoice.paymentHash, amount: order.invoice.amountMsat.map { .msat($0) }),
      { payment, _ in payment.state.told }
    ) { () throws(ProviderError) in try await inner.sendPayment(order) }
  }

  func payment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment? {
    try await calls.keep(
      .init(
        provider: name, operation: .getPayment, reference: reference, paymentHash: paymentHash),
      { payment, _ in payment?.state.told ?? "no such payment there" }
    ) { () throws(ProviderError) in
      try await inner.payment(reference: reference, paymentHash: paymentHash)
    }
  }
}

/// Its payments that are held back.
struct RecordedHoldInvoices: HoldInvoiceProvider {
  let name: String
  let inner: any HoldInvoiceProvider
  let calls: ProviderCallLog

  func createHoldInvoice(
    _ order: InvoiceOrder, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoice {
    try await calls.keep(
      .init(
        provider: name, operation: .createHoldInvoice, reference: order.reference,
        paymentHash: paymentHash, amount: .msat(order.amountMsat)),
      { _, _ in "an invoice" }
    ) { () throws(ProviderError) in
      try await inner.createHoldInvoice(order, paymentHash: paymentHash)
    }
  }

  func holdState(paymentHash: [UInt8]) async throws(ProviderError) -> HoldState {
    try await calls.keep(
      .init(provider: name, operation: .getHold, paymentHash: paymentHash),
      { state, _ in
        switch state {
        case .open: "open"
        case .held(let amount): "held \(ProviderCall.sats(amount))"
        case .settled(let amount): "settled \(ProviderCall.sats(amount))"
        case .cancelled: "cancelled"
        }
      }
    ) { () throws(ProviderError) in try await inner.holdState(paymentHash: paymentHash) }
  }

  /// The preimage is the secret that takes the money: its hash is what is kept.
  func settleHold(preimage: [UInt8]) async throws(ProviderError) {
    try await calls.keep(
      .init(provider: name, operation: .settleHold, paymentHash: ProviderCall.hash(of: preimage)),
      { (_: Void, _) in "settled" }
    ) { () throws(ProviderError) in try await inner.settleHold(preimage: preimage) }
  }

  func cancelHold(paymentHash: [UInt8]) async throws(ProviderError) {
    try await calls.keep(
      .init(provider: name, operation: .cancelHold, paymentHash: paymentHash),
      { (_: Void, _) in "cancelled" }
    ) { () throws(ProviderError) in try await inner.cancelHold(paymentHash: paymentHash) }
  }
}

/// A source of rates of which every question is kept.
struct RecordedRates: RateSource {
  let name: String
  let inner: any RateSource
  let calls: ProviderCallLog

  func rate(currency: String) async throws(ProviderError) -> ProviderRate {
    try await calls.keep(
      .init(provider: name, operation: .getRate, reference: currency),
      { rate, _ in ProviderCall.rate(rate) }
    ) { () throws(ProviderError) in try await inner.rate(currency: currency) }
  }
}

/// Payouts to banks and to mobile money of which every call is kept, but for what they are paid to.
struct RecordedRail: PayoutRail {
  let inner: any PayoutRail
  let calls: ProviderCallLog

  var name: String { inner.name }

  func corridors() async throws(ProviderError) -> [RailCorridor] { try await inner.corridors() }

  func accountHolder(_ account: RailAccount) async throws(ProviderError) -> String? {
    try await calls.keep(
      .init(provider: name, operation: .lookUpAccount),
      { holder, _ in holder == nil ? "no such account" : "an account" }
    ) { () throws(ProviderError) in try await inner.accountHolder(account) }
  }

  func quote(_ order: RailQuoteOrder) async throws(ProviderError) -> RailQuote {
    try await calls.keep(
      .init(
        provider: name, operation: .quotePayout, reference: order.reference, amount: order.money),
      { quote, _ in "\(quote.satoshis) sat for \(quote.settlementMinor) minor units" }
    ) { () throws(ProviderError) in try await inner.quote(order) }
  }

  func initialize(
    _ quoteID: String, to account: RailAccount, reference: String
  ) async throws(ProviderError) -> RailPayout {
    try await calls.keep(
      .init(provider: name, operation: .initializePayout, reference: reference),
      { payout, _ in payout.told }
    ) { () throws(ProviderError) in
      try await inner.initialize(quoteID, to: account, reference: reference)
    }
  }

  func finalize(_ quoteID: String, reference: String) async throws(ProviderError) -> RailPayout {
    try await calls.keep(
      .init(provider: name, operation: .finalizePayout, reference: reference),
      { payout, _ in payout.told }
    ) { () throws(ProviderError) in try await inner.finalize(quoteID, reference: reference) }
  }

  func payout(reference: String) async throws(ProviderError) -> RailPayout? {
    try await calls.keep(
      .init(provider: name, operation: .getPayout, reference: reference),
      { payout, _ in payout?.told ?? "no such payout there" }
    ) { () throws(ProviderError) in try await inner.payout(reference: reference) }
  }
}

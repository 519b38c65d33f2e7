import Lightning

/// The Lightning provider of a sandbox, who fails where its users asked for it.
struct SandboxProvider: LightningProvider {
  let inner: any LightningProvider
  let faults: ProviderFaults

  var name: String { inner.name }
  var holdInvoices: (any HoldInvoiceProvider)? { inner.holdInvoices }

  func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
    try await faults.pass(.createInvoice, reference: order.reference) {
      () throws(ProviderError) in try await inner.createInvoice(order)
    }
  }

  func invoiceStatus(
    paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoiceStatus {
    try await faults.pass(.getInvoice, paymentHash: paymentHash) { () throws(ProviderError) in
      try await inner.invoiceStatus(paymentHash: paymentHash)
    }
  }

  func resolve(
    _ address: LightningAddress, amountMsat: Int64
  ) async throws(ProviderError) -> BOLT11Invoice {
    try await inner.resolve(address, amountMsat: amountMsat)
  }

  func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
    let failed = ProviderPayment(
      reference: order.reference, providerID: "", state: .failed(reason: Self.reason))
    return try await faults.pass(
      .sendPayment, reference: order.reference, paymentHash: order.invoice.paymentHash,
      failed: { failed }
    ) { () throws(ProviderError) in try await inner.sendPayment(order) }
  }

  func payment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment? {
    try await faults.pass(.getPayment, reference: reference, paymentHash: paymentHash) {
      () throws(ProviderError) in
      try await inner.payment(reference: reference, paymentHash: paymentHash)
    }
  }

  fileprivate static let reason = "You asked the sandbox for this failure."
}

/// Its payouts to banks.
struct SandboxRail: PayoutRail {
  let inner: any PayoutRail
  let faults: ProviderFaults

  var name: String { inner.name }

  func corridors() async throws(ProviderError) -> [RailCorridor] { try await inner.corridors() }

  func accountHolder(_ account: RailAccount) async throws(ProviderError) -> String? {
    try await inner.accountHolder(account)
  }

  func quote(_ order: RailQuoteOrder) async throws(ProviderError) -> RailQuote {
    try await faults.pass(.quotePayout, reference: order.reference) { () throws(ProviderError) in
      try await inner.quote(order)
    }
  }

  func initialize(
    _ quoteID: String, to account: RailAccount, reference: String
  ) async throws(ProviderError) -> RailPayout {
    try await faults.pass(.initializePayout, reference: reference) { () throws(ProviderError) in
      try await inner.initialize(quoteID, to: account, reference: reference)
    }
  }

  func finalize(_ quoteID: String, reference: String) async throws(ProviderError) -> RailPayout {
    let failed = RailPayout(
      quoteID: quoteID, state: .failed(reason: SandboxProvider.reason), feeSatoshis: nil)
    return try await faults.pass(.finalizePayout, reference: reference, failed: { failed }) {
      () throws(ProviderError) in try await inner.finalize(quoteID, reference: reference)
    }
  }

  func payout(reference: String) async throws(ProviderError) -> RailPayout? {
    try await faults.pass(.getPayout, reference: reference) { () throws(ProviderError) in
      try await inner.payout(reference: reference)
    }
  }
}

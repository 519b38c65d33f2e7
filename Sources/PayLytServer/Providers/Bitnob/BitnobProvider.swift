import Lightning
import PayLytCrypto
import PayLytHTTP

/// Bitnob's API, second generation, as a Lightning provider and a source of rates.
struct BitnobProvider: LightningProvider, RateSource {
  let name = "bitnob"
  let transport: BitnobTransport
  private let resolver: LNURLResolver
  private let clock: any Clock
  private let network: Network

  /// - Parameters:
  ///   - strangers: asks the services of Lightning addresses, wherever users say.
  ///   - nonce: gives 16 bytes that were never used before.
  ///   - pause: waits between tries of a read.
  init(
    _ configuration: BitnobConfiguration, http: HTTPClient, strangers: HTTPClient,
    clock: any Clock, log: Log,
    nonce: @escaping @Sendable () -> [UInt8] = { SecureRandom.bytes(16) },
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    transport = BitnobTransport(
      configuration: configuration, http: http, clock: clock, log: log, nonce: nonce,
      pause: pause)
    resolver = LNURLResolver(
      http: strangers, loopback: configuration.allowsLoopbackHTTP ? http : nil, clock: clock,
      network: configuration.network)
    network = configuration.network
    self.clock = clock
  }

  func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
    let (satoshis, rest) = order.amountMsat.quotientAndRemainder(dividingBy: 1000)
    guard rest == 0, (1...ProviderLimits.invoiceSatMax).contains(satoshis) else {
      throw .refused(
        reason: "an invoice asks for 1 to \(ProviderLimits.invoiceSatMax) whole satoshis")
    }
    guard order.memo.utf8.count <= ProviderLimits.memoBytesMax else {
      throw .refused(reason: "the memo is longer than \(ProviderLimits.memoBytesMax) bytes")
    }
    let request = BitnobInvoiceRequest(
      amount: satoshis, description: order.memo, expiry: order.expirySeconds,
      reference: order.reference, customerId: transport.configuration.customerID)
    let answer = try await transport.send(
      "/api/lightning/invoices", request, as: BitnobInvoice.self)
    let invoice = try checked(answer, amountMsat: order.amountMsat)
    return ProviderInvoice(
      providerID: answer.id.value, invoice: invoice,
      isOver: invoice.isExpired(at: clock.now().seconds))
  }

  /// What the provider sent must be the invoice that was ordered: the payer will trust it, not us.
  private func checked(
    _ answer: BitnobInvoice, amountMsat: Int64
  ) throws(ProviderError) -> BOLT11Invoice {
    let invoice: BOLT11Invoice
    do {
      invoice = try BOLT11Invoice(answer.request)
    } catch {
      throw .outcomeUnknown(reason: "the provider's invoice cannot be read: \(error)")
    }
    guard invoice.network == network else {
      throw .outcomeUnknown(reason: "the provider's invoice is for another network")
    }
    guard invoice.amountMsat == amountMsat else {
      throw .outcomeUnknown(reason: "the provider's invoice asks for another amount")
    }
    if let hash = answer.paymentHash, Hex.decode(hash) != invoice.paymentHash {
      throw .outcomeUnknown(reason: "the provider's invoice has another payment hash")
    }
    return invoice
  }

  func invoiceStatus(
    paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoiceStatus {
    let body = try BitnobJSON.encode(BitnobVerifyRequest(paymentHash: Hex.encode(paymentHash)))
    let answer = try await transport.read(
      "POST", "/api/lightning/invoices/verify", body, as: BitnobVerification.self)
    guard let answer else { throw .refused(reason: "the provider knows no such invoice") }
    guard answer.isPaid.value else {
      // Not every answer has a word for it, and our clock may be ahead of theirs.
      let ended = clock.now().adding(seconds: -ProviderLimits.skewSecondsMax)
      let isOver = answer.expiresAt.map { $0.value <= ended } ?? false
      return isOver || answer.status?.lowercased() == "expired" ? .expired : .pending
    }
    // What is paid and not yet on our account there is not ours yet.
    guard answer.ledgerCredited?.value ?? true else { return .pending }
    guard let preimage = proof(answer.preimage, paymentHash: paymentHash) else {
      throw .unavailable(reason: "the preimage does not belong to the payment hash")
    }
    return .paid(
      .init(
        amountMsat: try receivedMsat(answer), settledAt: answer.settledAt?.value,
        preimage: preimage))
  }

  private func receivedMsat(_ answer: BitnobVerification) throws(ProviderError) -> Int64? {
    if let msat = answer.amountReceivedMsat?.value { return msat }
    guard let satoshis = answer.amountReceivedSat?.value else { return nil }
    let (msat, overflow) = satoshis.multipliedReportingOverflow(by: 1000)
    guard !overflow, msat > 0 else { throw .unavailable(reason: "the amount cannot be read") }
    return msat
  }

  func resolve(
    _ address: LightningAddress, amountMsat: Int64, reference: String
  ) async throws(ProviderError) -> BOLT11Invoice {
    try await resolver.resolve(address, amountMsat: amountMsat)
  }

  func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
    try await checkRoute(to: order.invoice, maxFeeMsat: order.maxFeeMsat)
    let request = BitnobPaymentRequest(
      request: order.invoice.text, reference: order.reference, maxFee: order.maxFeeMsat / 1000,
      customerId: transport.configuration.customerID)
    let answer = try await transport.send(
      "/api/lightning/payments/send", request, as: BitnobPayment.self)
    return try payment(answer, reference: order.reference, paymentHash: order.invoice.paymentHash)
  }

  /// Asks what paying would take. What cannot work is refused here, before anything was sent, and
  /// so is a fee above the limit: the payment names the limit, too, but what is taken beyond it all
  /// the same is the platform's.
  private func checkRoute(
    to invoice: BOLT11Invoice, maxFeeMsat: Int64
  ) async throws(ProviderError) {
    let body = try BitnobJSON.encode(BitnobRouteRequest(request: invoice.text))
    let route = try await transport.read(
      "POST", "/api/lightning/payments/initiate", body, as: BitnobRoute.self)
    guard let route else { return }
    guard route.isExpired?.value != true else { throw .refused(reason: "the invoice has expired") }
    guard route.routeFound?.value != false else {
      throw .refused(reason: "there is no route to the receiver")
    }
    guard route.feeSat?.value ?? 0 <= maxFeeMsat / 1000 else {
      throw .refused(reason: "it would cost more than the fee limit")
    }
    if let satoshis = route.amountSat?.value, let msat = invoice.amountMsat,
      satoshis != msat / 1000, satoshis != (msat + 999) / 1000
    {
      throw .refused(reason: "the provider reads another amount in the invoice")
    }
  }

  func payment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment? {
    if let found = try await payment(reference: reference) { return found }
    // The look-up by reference is not in all of the provider's material: that it knows no such
    // payment is believed only when its list of what went out does not show the hash, either.
    return try await listedPayment(reference: reference, paymentHash: paymentHash)
  }

  func payment(reference: String) async throws(ProviderError) -> ProviderPayment? {
    let path = "/api/lightning/payments/reference/" + reference.pathSegment
    guard let answer = try await transport.read("GET", path, as: BitnobPayment.self) else {
      return nil
    }
    do throws(ProviderError) {
      return try payment(
        answer, reference: reference, paymentHash: answer.paymentHash.flatMap(Hex.decode))
    } catch {
      throw error.ofRead
    }
  }

  private func payment(
    _ answer: BitnobPayment, reference: String, paymentHash: [UInt8]?
  ) throws(ProviderError) -> ProviderPayment {
    guard answer.reference == nil || answer.reference == reference else {
      throw .outcomeUnknown(reason: "the answer is about another reference")
    }
    let state: ProviderPayment.State
    switch answer.status.lowercased() {
    case "success", "completed", "settled", "paid":
      guard let preimage = proof(answer.preimage, paymentHash: paymentHash) else {
        throw .outcomeUnknown(reason: "the preimage does not belong to the payment hash")
      }
      let (fee, overflow) = (answer.feeSat?.value ?? 0).multipliedReportingOverflow(by: 1000)
      guard !overflow, fee >= 0 else { throw .outcomeUnknown(reason: "the fee cannot be read") }
      state = .succeeded(feeMsat: fee, preimage: preimage)
    case "failed":
      transport.noteFailure(of: reference, answer.failureReason)
      state = .failed(reason: BitnobWords.failure(answer.failureReason))
    case "pending", "processing", "initiated": state = .pending
    // A word that we do not know is no reason to believe in success or failure.
    default: state = .pending
    }
    let id = answer.transactionId ?? answer.id
    return ProviderPayment(reference: reference, providerID: id?.value ?? "", state: state)
  }

  /// The preimage when it proves the payment, empty when the provider did not send it, nil when it
  /// proves something else.
  private func proof(_ text: String?, paymentHash: [UInt8]?) -> [UInt8]? {
    guard let text, !text.isEmpty else { return [] }
    guard let preimage = Hex.decode(text), preimage.count == 32 else { return nil }
    guard let paymentHash else { return preimage }
    return SHA256.hash(preimage) == paymentHash ? preimage : nil
  }

  func rate(currency: String) async throws(ProviderError) -> ProviderRate {
    // The currencies that Bitnob prices, all with two digits of minor units (ISO 4217).
    guard ["NGN", "KES", "GHS", "USD"].contains(currency) else {
      throw .refused(reason: "the provider has no price in \(currency.prefix(8))")
    }
    let answer = try await transport.read(
      "GET", "/api/trading/prices?currency=\(currency)", as: BitnobPrice.self)
    guard let price = answer?.price, price.digits > 0 else {
      throw .unavailable(reason: "the provider has no price now")
    }
    let (numerator, overflow) = price.digits.multipliedReportingOverflow(by: 100)
    guard !overflow else { throw .unavailable(reason: "the price cannot be read") }
    let denominator = (0..<price.scale).reduce(Int64(1)) { value, _ in value * 10 }
    return ProviderRate(
      currency: currency, numerator: numerator, denominator: denominator,
      asOf: answer?.timestamp?.value ?? clock.now())
  }
}

extension BitnobProvider: ProviderAccount {
  var condition: CircuitBreaker.Condition { transport.breakers.condition }

  func introduce() async -> ProviderGreeting { await transport.introduce() }

  func balanceMsat() async throws(ProviderError) -> Int64 {
    let answer = try await transport.read("GET", "/api/balances", as: BitnobBalances.self)
    let satoshis = answer?.balances.first { $0.currency == "BTC" }?.availableSat.value
    guard let satoshis, satoshis.magnitude <= UInt64(Int64.max / 1000) else {
      throw .unavailable(reason: "the balance cannot be read")
    }
    return satoshis * 1000
  }
}

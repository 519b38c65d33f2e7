import LNDAPI
import Lightning
import PayLytCrypto
import PayLytHTTP
import PayLytRPC

/// Our own invoices have that name, too.
typealias NodeInvoice = LNDAPI.Invoice

/// Our own LND node as a Lightning provider, over its gRPC API.
struct LNDProvider: LightningProvider {
  let name = "lnd"
  let transport: LNDTransport
  private let resolver: LNURLResolver
  private let clock: any Clock
  private let network: Network
  private let preimageKey: [UInt8]

  /// - Parameters:
  ///   - http: asks this machine's own services, in development.
  ///   - strangers: asks the services of Lightning addresses, wherever users say.
  init(
    _ configuration: LNDConfiguration, http: HTTPClient, strangers: HTTPClient, loop: EventLoop,
    clock: any Clock, log: Log
  ) throws {
    transport = try LNDTransport(configuration, loop: loop, clock: clock, log: log)
    resolver = LNURLResolver(
      http: strangers, loopback: configuration.allowsLoopbackHTTP ? http : nil, clock: clock,
      network: configuration.network)
    network = configuration.network
    preimageKey = configuration.preimageKey
    self.clock = clock
  }

  // MARK: Invoices

  func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
    guard order.memo.utf8.count <= ProviderLimits.memoBytesMax else {
      throw .refused(reason: "the memo is longer than \(ProviderLimits.memoBytesMax) bytes")
    }
    let preimage = HMAC.sha256(key: preimageKey, message: Array(order.reference.utf8))
    let hash = SHA256.hash(preimage)
    // The node refuses a second invoice with this hash, but does not show the first one then.
    if let known = try await invoice(hash) { return try checked(known, hash, order) }
    let request = NodeInvoice(
      memo: order.memo, rPreimage: preimage, expiry: order.expirySeconds,
      valueMsat: order.amountMsat)
    let made = try await transport.call(mayMoveMoney: true) {
      (options) throws(RPCError) -> AddInvoiceResponse? in
      do throws(RPCError) {
        return try await transport.lightning.addInvoice(request, options: options)
      } catch {
        guard error.message.contains("already exists") else { throw error }
        return nil
      }
    }
    guard made?.paymentRequest == nil else {
      return try checked(NodeInvoice(paymentRequest: made?.paymentRequest ?? ""), hash, order)
    }
    guard let known = try await invoice(hash) else {
      throw .outcomeUnknown(reason: "the node hides an invoice that it says it has")
    }
    return try checked(known, hash, order)
  }

  /// - Returns: nil when the node has no such invoice.
  func invoice(_ hash: [UInt8]) async throws(ProviderError) -> NodeInvoice? {
    try await transport.call { (options) throws(RPCError) -> NodeInvoice? in
      do throws(RPCError) {
        return try await transport.lightning.lookupInvoice(
          PaymentHash(rHash: hash), options: options)
      } catch {
        guard error.isLNDNotFound else { throw error }
        return nil
      }
    }
  }

  /// What the node sent must be the invoice that was ordered: the payer will trust it, not us.
  func checked(
    _ made: NodeInvoice, _ hash: [UInt8], _ order: InvoiceOrder
  ) throws(ProviderError) -> ProviderInvoice {
    let invoice: BOLT11Invoice
    do {
      invoice = try BOLT11Invoice(made.paymentRequest)
    } catch {
      throw .outcomeUnknown(reason: "the node's invoice cannot be read: \(error)")
    }
    guard invoice.network == network, invoice.paymentHash == hash,
      invoice.amountMsat == order.amountMsat
    else { throw .outcomeUnknown(reason: "the node's invoice is not the one that was ordered") }
    return ProviderInvoice(
      providerID: Hex.encode(hash), invoice: invoice,
      isOver: made.state == .canceled || invoice.isExpired(at: clock.now().seconds))
  }

  func invoiceStatus(
    paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoiceStatus {
    guard let found = try await invoice(paymentHash) else {
      throw .refused(reason: "the node knows no such invoice")
    }
    return try status(of: found, paymentHash)
  }

  func status(
    of found: NodeInvoice, _ paymentHash: [UInt8]
  ) throws(ProviderError) -> ProviderInvoiceStatus {
    switch found.state {
    case .settled:
      guard found.rPreimage.isEmpty || SHA256.hash(found.rPreimage) == paymentHash,
        found.amtPaidMsat > 0
      else { throw .unavailable(reason: "the node's proof is not one") }
      return .paid(
        .init(
          amountMsat: found.amtPaidMsat,
          settledAt: Timestamp(told: found.settleDate),
          preimage: found.rPreimage))
    case .canceled: return .expired
    // Held money is not ours before it is settled.
    case .accepted: return .pending
    case .open, .unrecognized:
      let end = found.creationDate.addingReportingOverflow(found.expiry)
      return !end.overflow && end.partialValue <= clock.now().seconds ? .expired : .pending
    }
  }

  // MARK: Payments

  func resolve(
    _ address: LightningAddress, amountMsat: Int64, reference: String
  ) async throws(ProviderError) -> BOLT11Invoice {
    try await resolver.resolve(address, amountMsat: amountMsat)
  }

  /// LND knows a payment by its invoice's hash alone and pays each hash once. A reference belongs
  /// to one invoice and an invoice to one payout (`BeginPayoutAttempt`): it needs no other name.
  func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
    let request = SendPaymentRequest(
      paymentRequest: order.invoice.text, timeoutSeconds: ProviderLimits.routingSeconds,
      feeLimitMsat: order.maxFeeMsat)
    let last = try await transport.call(mayMoveMoney: true) {
      (options) throws(RPCError) -> Payment? in
      try await Self.outcome(
        of: try await transport.router.sendPaymentV2(request, options: options))
    }
    guard let last else { throw .outcomeUnknown(reason: "the node ended without an answer") }
    return try payment(last, order.reference, order.invoice.paymentHash)
  }

  func payment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment? {
    let request = TrackPaymentRequest(paymentHash: paymentHash)
    let found = try await transport.call { (options) throws(RPCError) -> Payment? in
      do throws(RPCError) {
        return try await Self.first(
          try await transport.router.trackPaymentV2(request, options: options))
      } catch {
        guard error.isLNDNotFound else { throw error }
        return nil
      }
    }
    guard let found else { return nil }
    do throws(ProviderError) {
      return try payment(found, reference, paymentHash)
    } catch {
      throw error.ofRead
    }
  }

  /// The end of a payment, or how far it had come when our patience ended: one that hangs somewhere
  /// in the network is no failure of the node.
  private static func outcome(
    of stream: ResponseStream<Payment>
  ) async throws(RPCError) -> Payment? {
    var iterator = stream.makeAsyncIterator()
    var last: Payment?
    do throws(RPCError) {
      while let next = try await iterator.next() { last = next }
    } catch {
      guard error.code == .deadlineExceeded, last != nil else { throw error }
    }
    return last
  }

  /// Letting go of the stream does not cancel the payment.
  private static func first(
    _ stream: ResponseStream<Payment>
  ) async throws(RPCError) -> Payment? {
    var iterator = stream.makeAsyncIterator()
    return try await iterator.next()
  }

  private func payment(
    _ found: Payment, _ reference: String, _ paymentHash: [UInt8]
  ) throws(ProviderError) -> ProviderPayment {
    guard found.paymentHash.isEmpty || Hex.decode(found.paymentHash) == paymentHash else {
      throw .outcomeUnknown(reason: "the answer is about another payment")
    }
    let state: ProviderPayment.State
    switch found.status {
    case .succeeded:
      guard let preimage = Hex.decode(found.paymentPreimage),
        SHA256.hash(preimage) == paymentHash, found.feeMsat >= 0
      else { throw .outcomeUnknown(reason: "the preimage does not belong to the payment hash") }
      state = .succeeded(feeMsat: found.feeMsat, preimage: preimage)
    case .failed: state = .failed(reason: Self.explanation(found.failureReason))
    // A word that we do not know is no reason to believe in success or failure.
    case .unknown, .inFlight, .initiated, .unrecognized: state = .pending
    }
    return ProviderPayment(
      reference: reference, providerID: Hex.encode(paymentHash), state: state)
  }

  private static func explanation(_ reason: PaymentFailureReason) -> String {
    switch reason {
    case .failureReasonTimeout: "no route was found in time"
    case .failureReasonNoRoute: "there is no route within the fee limit"
    case .failureReasonIncorrectPaymentDetails: "the receiver does not know the invoice"
    case .failureReasonInsufficientBalance: "we cannot send as much now"
    case .failureReasonCanceled: "it was cancelled"
    case .failureReasonNone, .failureReasonError, .unrecognized: "the node gave no reason"
    }
  }
}

extension LNDProvider: ProviderAccount {
  var condition: CircuitBreaker.Condition { transport.breaker.condition }

  func introduce() async -> ProviderGreeting { await transport.introduce() }

  func balanceMsat() async throws(ProviderError) -> Int64 {
    let balance = try await transport.call { (options) throws(RPCError) -> ChannelBalanceResponse in
      try await transport.lightning.channelBalance(ChannelBalanceRequest(), options: options)
    }
    guard let msat = Int64(exactly: balance.localBalance?.msat ?? 0) else {
      throw .unavailable(reason: "the balance cannot be read")
    }
    return msat
  }
}

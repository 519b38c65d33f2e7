import Lightning
import PayLytCrypto

@testable import PayLytServer

/// The provider's own book: what it was asked for, what it did, and what it will tell us.
final class ProviderBook: @unchecked Sendable {
  struct Invoice {
    let invoice: BOLT11Invoice
    var paidMsat: Int64?
  }

  struct Payment {
    let amountMsat: Int64
    let feeLimitMsat: Int64
    var state: ProviderPayment.State
  }

  /// An event that it delivers until somebody says 200, and now and then again.
  struct Webhook {
    let id: String
    let type: String
    let body: [UInt8]
    var isTaken = false
  }

  var invoices: [[UInt8]: Invoice] = [:]
  /// Payments that wait for our word, by their hashes.
  var holds: [[UInt8]: Hold] = [:]
  private(set) var hashes: [String: [UInt8]] = [:]
  private(set) var payments: [String: Payment] = [:]
  private(set) var webhooks: [Webhook] = []
  /// Payouts to banks, by our reference.
  var remittances: [String: Remittance] = [:]
  private var made: UInt64 = 0
  var draw = Draw(seed: 0)
  var now = Timestamp.beginning
  /// A bug for the judge to find: it knows of no payment that it made, and makes it again.
  var forgetsPayments = false
  var paidTwiceMsat: Int64 = 0
  /// The same of payouts to banks.
  var forgetsRemittances = false
  /// What was taken goes back to the payer all the same.
  var returnsSettled = false

  /// Millisatoshis that it holds for us.
  var balanceMsat: Int64 {
    let received = invoices.values.reduce(0) { $0 + ($1.paidMsat ?? 0) }
    let sent = payments.values.reduce(0) { $0 + $1.costMsat }
    let remitted = remittances.values.reduce(0) { $0 + $1.costMsat }
    return received - sent - remitted - paidTwiceMsat
  }

  /// References of payments that are not decided yet, in an order that chance has no say in.
  var pending: [String] {
    payments.filter { $0.value.state == .pending }.keys.sorted()
      + remittances.filter { $0.value.state == .pending }.keys.sorted()
  }

  /// The moments to come at which invoices expire that nobody has paid, and rates that wait.
  var ends: [Timestamp] {
    let open = invoices.values.filter { $0.paidMsat == nil }.map(\.invoice.expiresAt)
    let rates = remittances.values.filter { !$0.isSent }.map(\.expiresAt.seconds)
    return [open, rates].flatMap { $0.filter { $0 > now.seconds }.sorted().prefix(2) }
      .map { Timestamp(microseconds: $0 * 1_000_000) }
  }

  // MARK: What we ask

  func invoice(_ order: InvoiceOrder) -> ProviderInvoice? {
    if let hash = hashes[order.reference], let known = invoices[hash] {
      return ProviderInvoice(providerID: order.reference, invoice: known.invoice)
    }
    guard let invoice = sign(order.amountMsat, expirySeconds: order.expirySeconds) else {
      return nil
    }
    hashes[order.reference] = invoice.paymentHash
    invoices[invoice.paymentHash] = Invoice(invoice: invoice)
    return ProviderInvoice(providerID: order.reference, invoice: invoice)
  }

  /// A new invoice of anybody.
  func sign(
    _ amountMsat: Int64, expirySeconds: Int64, paymentHash: [UInt8]? = nil
  ) -> BOLT11Invoice? {
    made += 1
    var draft = InvoiceDraft(
      network: .regtest, amountMsat: amountMsat, timestamp: now.seconds,
      paymentHash: paymentHash ?? SHA256.hash(made.bigEndianBytes),
      paymentSecret: [UInt8](repeating: 2, count: 32), purpose: .text("simulated"))
    draft.expirySeconds = expirySeconds
    guard let key = NodeKey(secret: [UInt8](repeating: 1, count: 32)) else { return nil }
    return try? draft.signed(by: key)
  }

  func pay(_ order: PaymentOrder) throws(ProviderError) -> ProviderPayment.State {
    if let known = payments[order.reference] {
      if forgetsPayments { paidTwiceMsat += known.amountMsat }
      return known.state
    }
    guard let amount = order.invoice.amountMsat, !order.invoice.isExpired(at: now.seconds),
      !draw.chance(8)
    else { throw .refused(reason: "no") }
    payments[order.reference] = Payment(
      amountMsat: amount, feeLimitMsat: order.maxFeeMsat, state: .pending)
    if draw.chance(50) { conclude(order.reference) }
    return payments[order.reference]?.state ?? .pending
  }

  // MARK: What happens out there

  /// Somebody pays an invoice.
  func receive(_ hash: [UInt8], msat: Int64) {
    guard holds[hash] == nil else { return hold(hash, msat: msat) }
    guard var invoice = invoices[hash], invoice.paidMsat == nil else { return }
    invoice.paidMsat = msat
    invoices[hash] = invoice
    let data = "\"paymentHash\":\"\(Hex.encode(hash))\""
    tell("btc.lightning.received.success", "{\(data)}")
  }

  /// A payment that was pending arrives, or does not.
  func conclude(_ reference: String) {
    guard var payment = payments[reference] else { return concludeRemittance(reference) }
    guard payment.state == .pending else { return }
    if draw.chance(70) {
      // Now and then it takes more than it was allowed to.
      let limit = draw.chance(4) ? payment.feeLimitMsat + 1000 : payment.feeLimitMsat
      payment.state = .succeeded(feeMsat: draw.number(0...limit), preimage: [])
      tell("btc.lightning.send.success", "{\"reference\":\"\(reference)\"}")
    } else {
      payment.state = .failed(reason: "no route")
      tell("btc.lightning.send.failed", "{\"reference\":\"\(reference)\"}")
    }
    payments[reference] = payment
  }

  func taken(_ index: Int) { webhooks[index].isTaken = true }

  func tell(_ type: String, _ data: String) {
    let id = "event-\(webhooks.count + 1)"
    let body = "{\"event\":\"\(type)\",\"eventId\":\"\(id)\",\"data\":\(data)}"
    webhooks.append(Webhook(id: id, type: type, body: Array(body.utf8)))
  }
}

extension ProviderBook.Payment {
  /// What it took from us.
  var costMsat: Int64 {
    guard case .succeeded(let fee, _) = state else { return 0 }
    return amountMsat + fee
  }
}

/// One server's way to the provider: calls are turned away, and answers get lost.
protocol ProviderLine: Sendable {
  var isDown: Bool { get }
  func exchange<Value>(_ text: String, _ attempt: @escaping (Fate) -> Value?) async -> Value
}

/// The provider as a server sees it.
struct SimulatedProvider: LightningProvider {
  let name = "simulator"
  let book: ProviderBook
  let line: any ProviderLine

  func createInvoice(_ order: InvoiceOrder) async throws(ProviderError) -> ProviderInvoice {
    try await call("asks for invoice \(order.reference)") { () throws(ProviderError) in
      guard let invoice = book.invoice(order) else { throw .refused(reason: "no invoice") }
      return invoice
    }
  }

  func invoiceStatus(
    paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoiceStatus {
    try await call("asks whether an invoice is paid") { () throws(ProviderError) in
      guard let known = book.invoices[paymentHash] else { throw .refused(reason: "unknown") }
      if let paid = known.paidMsat {
        let isExact = paid == known.invoice.amountMsat
        return .paid(.init(amountMsat: isExact ? nil : paid, settledAt: nil, preimage: []))
      }
      switch book.holds[paymentHash]?.state {
      case .held: return .pending
      case .cancelled: return .expired
      case .open, .settled, nil: break
      }
      return known.invoice.isExpired(at: book.now.seconds) ? .expired : .pending
    }
  }

  func resolve(
    _ address: LightningAddress, amountMsat: Int64, reference: String
  ) async throws(ProviderError) -> BOLT11Invoice {
    try await call("resolves an address") { () throws(ProviderError) in
      guard !book.draw.chance(5), let invoice = book.sign(amountMsat, expirySeconds: 3600) else {
        throw .refused(reason: "no such address")
      }
      return invoice
    }
  }

  func sendPayment(_ order: PaymentOrder) async throws(ProviderError) -> ProviderPayment {
    let state = try await call("sends \(order.reference)") { () throws(ProviderError) in
      try book.pay(order)
    }
    return ProviderPayment(reference: order.reference, providerID: "p", state: state)
  }

  func payment(
    reference: String, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderPayment? {
    let state = try await call("asks for \(reference)") {
      book.forgetsPayments ? nil : book.payments[reference]?.state
    }
    return state.map { ProviderPayment(reference: reference, providerID: "p", state: $0) }
  }

  func rate(currency: String) async throws(ProviderError) -> ProviderRate {
    throw .unavailable(reason: "nobody asks")
  }

  func call<Value>(
    _ text: String, _ answer: @escaping () throws(ProviderError) -> Value
  ) async throws(ProviderError) -> Value {
    guard !line.isDown else { throw .unavailable(reason: "the server is gone") }
    let result = await line.exchange(text) {
      fate -> Result<Value, ProviderError> in
      switch fate {
      case .done: return Result { () throws(ProviderError) in try answer() }
      case .refused: return .failure(.unavailable(reason: "at the door"))
      case .lostBefore: return .failure(.outcomeUnknown(reason: "time-out"))
      case .lostAfter:
        _ = Result { () throws(ProviderError) in try answer() }
        return .failure(.outcomeUnknown(reason: "time-out"))
      }
    }
    return try result.get()
  }
}

import Lightning
import PayLytCrypto

extension World {
  /// What paying would cost, and whether there is a way.
  func route(to invoice: BOLT11Invoice) -> (feeMsat: Int64, isFound: Bool) {
    let amount = invoice.amountMsat ?? 0
    if invoice.payee == node.key.publicKey { return (0, true) }
    let (product, overflow) = amount.multipliedReportingOverflow(
      by: configuration.routingFeeMillionths)
    guard !overflow, invoice.payee == remoteNode.key.publicKey else { return (0, false) }
    return (product / 1_000_000 / 1000 * 1000, true)
  }

  /// Pays an invoice, or finds the payment that this reference made before.
  mutating func sendPayment(
    _ text: String, reference: String, maxFeeSat: Int64, holds: Bool, isOfNode: Bool = false,
    now: Int64
  ) throws(Refusal) -> (PaymentRecord, [Event]) {
    guard (1...Limits.referenceMax).contains(reference.utf8.count), maxFeeSat >= 0 else {
      throw Refusal(422, "invalid_reference", "reference or max_fee is missing or invalid")
    }
    let invoice: BOLT11Invoice
    do {
      invoice = try BOLT11Invoice(text)
    } catch {
      throw Refusal(400, "invalid_request", "the invoice cannot be read: \(error)")
    }
    if let index = paymentIndex["ref:" + reference] {
      guard payments[index].invoice == invoice else {
        throw Refusal(422, "reference_reused", "this reference belongs to another payment")
      }
      return (payments[index], [])
    }
    guard let amount = invoice.amountMsat else {
      throw Refusal(422, "invalid_amount", "the invoice has no amount")
    }
    guard payments.count < Limits.recordsMax else {
      throw Refusal(429, "too_many", "the simulator is full")
    }
    let (fee, _) = route(to: invoice)
    let reason = obstacle(invoice, feeMsat: fee, maxFeeSat: maxFeeSat, now: now)
    guard reason != nil || amount <= book.balance(.float) - fee else {
      throw Refusal(400, "insufficient_balance", "the balance is too low")
    }
    let record = PaymentRecord(
      id: "pay_\(payments.count + 1)", reference: reference, invoice: invoice, amountMsat: amount,
      feeMsat: fee, user: remoteInvoices[invoice.paymentHash]?.user, createdAt: now,
      isOfNode: isOfNode, state: reason.map { .failed(reason: $0) } ?? .pending)
    for key in ["id:" + record.id, "ref:" + reference] { paymentIndex[key] = payments.count }
    payments.append(record)
    guard reason == nil else {
      return (record, events("btc.lightning.send.failed", record, now))
    }
    // The money is set aside at once, also while the payment is held.
    book.move(amount, debit: .paidOut, credit: .float, about: record.id)
    book.move(fee, debit: .fees, credit: .float, about: record.id)
    underWay.insert(invoice.paymentHash)
    return holds ? (record, []) : try settlePayment(record.id, now: now)
  }

  /// Why a payment fails for good; nil when it goes through.
  private func obstacle(
    _ invoice: BOLT11Invoice, feeMsat: Int64, maxFeeSat: Int64, now: Int64
  ) -> String? {
    if invoice.network != configuration.network { return "wrong_network" }
    if invoice.isExpired(at: now) { return "invoice_expired" }
    if underWay.contains(invoice.paymentHash) { return "invoice_already_paid" }
    if let own = self.invoice(Hex.encode(invoice.paymentHash)) {
      return own.state == .pending ? nil : "invoice_already_paid"
    }
    guard route(to: invoice).isFound, let remote = remoteInvoices[invoice.paymentHash] else {
      return "no_route"
    }
    if remote.isPaid { return "invoice_already_paid" }
    return feeMsat > maxFeeSat * 1000 ? "fee_limit_exceeded" : nil
  }

  /// A payment arrives.
  mutating func settlePayment(
    _ id: String, now: Int64
  ) throws(Refusal) -> (PaymentRecord, [Event]) {
    let index = try pendingPayment(id)
    let hash = payments[index].invoice.paymentHash
    underWay.remove(hash)
    payments[index].settledAt = now
    var events: [Event] = []
    if let remote = remoteInvoices[hash] {
      remoteInvoices[hash]?.isPaid = true
      payments[index].state = .succeeded(preimage: remote.preimage)
    } else {
      // The client pays an invoice of its own: the money comes back in.
      let name = Hex.encode(hash)
      let (own, received) = try payInvoice(name, amountMsat: nil, isLate: true, now: now)
      payments[index].state = .succeeded(preimage: own.preimage)
      events += received
    }
    events += self.events("btc.lightning.send.success", payments[index], now)
    return (payments[index], events)
  }

  /// A payment that was held does not arrive: the money comes back.
  mutating func failPayment(
    _ id: String, reason: String, now: Int64
  ) throws(Refusal) -> (PaymentRecord, [Event]) {
    let index = try pendingPayment(id)
    payments[index].state = .failed(reason: reason)
    let record = payments[index]
    underWay.remove(record.invoice.paymentHash)
    book.move(record.amountMsat, debit: .float, credit: .paidOut, about: record.id)
    book.move(record.feeMsat, debit: .float, credit: .fees, about: record.id)
    return (record, events("btc.lightning.send.failed", record, now))
  }

  private func pendingPayment(_ id: String) throws(Refusal) -> Int {
    guard let index = paymentIndex["id:" + id] ?? paymentIndex["ref:" + id] else {
      throw Refusal(404, "not_found", "no such payment")
    }
    guard payments[index].state == .pending else {
      throw Refusal(409, "not_pending", "the payment is final")
    }
    return index
  }

  func payment(reference: String) -> PaymentRecord? {
    paymentIndex["ref:" + reference].map { payments[$0] }
  }

  /// An invoice of a simulated user, which only money that leaves the provider can pay.
  mutating func remoteInvoice(
    user: String, amountMsat: Int64, metadataHash: [UInt8], now: Int64
  ) throws(Refusal) -> BOLT11Invoice {
    guard remoteInvoices.count < Limits.recordsMax else {
      throw Refusal(429, "too_many", "the simulator is full")
    }
    do {
      let minted = try remoteNode.mint(
        network: configuration.network, amountMsat: amountMsat, purpose: .hash(metadataHash),
        expirySeconds: 600, now: now)
      remoteInvoices[minted.invoice.paymentHash] = RemoteInvoice(
        user: user, preimage: minted.preimage)
      return minted.invoice
    } catch {
      throw Refusal(422, "invalid_amount", "\(error)")
    }
  }
}

import Lightning
import PayLytCrypto

/// What a node does beside what Bitnob does with one.
extension World {
  /// Makes an invoice over a hash that the client chose.
  ///
  /// - Parameter preimage: nil for a hold invoice.
  mutating func addInvoice(
    amountMsat: Int64, memo: String, expirySeconds: Int64, hash: [UInt8], preimage: [UInt8]?,
    now: Int64
  ) throws(Refusal) -> InvoiceRecord {
    guard hash.count == 32, amountMsat >= 1000, amountMsat <= Limits.invoiceSatMax * 1000,
      memo.utf8.count <= Limits.descriptionBytesMax
    else { throw Refusal(422, "invalid", "the invoice makes no sense") }
    guard invoiceIndex[Self.key(hash)] == nil else {
      throw Refusal(409, "exists", "invoice with payment hash already exists")
    }
    guard invoices.count < Limits.recordsMax else {
      throw Refusal(429, "too_many", "the simulator is full")
    }
    let invoice: BOLT11Invoice
    do {
      invoice = try node.sign(
        hash, network: configuration.network, amountMsat: amountMsat, purpose: .text(memo),
        expirySeconds: expirySeconds == 0 ? 86_400 : expirySeconds, now: now)
    } catch {
      throw Refusal(422, "invalid_invoice", "\(error)")
    }
    var record = InvoiceRecord(
      id: "inv_\(invoices.count + 1)", reference: "lnd-" + Hex.encode(hash),
      amountSat: amountMsat / 1000, memo: memo, invoice: invoice, preimage: preimage ?? [],
      createdAt: now)
    record.isHold = preimage == nil
    record.isOfNode = true
    for key in ["id:" + record.id, "ref:" + record.reference, Self.key(hash)] {
      invoiceIndex[key] = invoices.count
    }
    invoices.append(record)
    return record
  }

  func place(ofInvoice hash: [UInt8]) -> Int? { invoiceIndex[Self.key(hash)] }

  /// The client takes the held money. Again is harmless.
  mutating func settleHold(preimage: [UInt8], now: Int64) throws(Refusal) {
    guard let index = place(ofInvoice: SHA256.hash(preimage)) else {
      throw Refusal(404, "not_found", "unable to locate invoice")
    }
    switch invoices[index].state {
    case .held(let amount):
      invoices[index].preimage = preimage
      takeIn(amount, index, now)
    case .paid: return
    case .pending, .cancelled: throw Refusal(409, "wrong_state", "invoice still open")
    }
  }

  /// The held money goes back to whoever paid. Again is harmless.
  mutating func cancelHold(hash: [UInt8]) throws(Refusal) {
    guard let index = place(ofInvoice: hash) else {
      throw Refusal(404, "not_found", "unable to locate invoice")
    }
    switch invoices[index].state {
    case .held, .pending: invoices[index].state = .cancelled
    case .cancelled: return
    case .paid: throw Refusal(409, "wrong_state", "invoice already settled")
    }
  }

  /// The payment that was ordered over this hash.
  func payment(hash: [UInt8]) -> PaymentRecord? { payment(reference: Self.reference(hash)) }

  static func reference(_ hash: [UInt8]) -> String { "lnd-" + Hex.encode(hash) }
}

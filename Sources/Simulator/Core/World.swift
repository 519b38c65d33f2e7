import Lightning
import PayLytCrypto

/// Everything that the simulator knows: a value without I/O, changed by one request at a time.
///
/// Times are seconds since 1970 and come in as parameters.
struct World: Sendable {
  let configuration: SimulatorConfiguration
  var book = Book()
  var faults = Faults()
  var nonces = NonceMemory()

  var node: SimulatedNode
  var remoteNode: SimulatedNode
  var invoices: [InvoiceRecord] = []
  /// By "id:", "ref:" and "hash:".
  var invoiceIndex: [String: Int] = [:]
  var payments: [PaymentRecord] = []
  /// By "id:" and "ref:".
  var paymentIndex: [String: Int] = [:]
  var remoteInvoices: [[UInt8]: RemoteInvoice] = [:]
  /// Which invoices were paid, in this order.
  var settled: [Int] = []
  var payouts: [PayoutRecord] = []
  /// By "id:" and "ref:".
  var payoutIndex: [String: Int] = [:]
  /// Payment hashes of payments that are pending.
  var underWay: Set<[UInt8]> = []
  private var eventCount = 0

  init(_ configuration: SimulatorConfiguration) {
    self.configuration = configuration
    let derived = SimulatedNode(role: "provider", seed: configuration.seed)
    node = configuration.nodeKey.map { SimulatedNode(key: $0, seed: configuration.seed) } ?? derived
    remoteNode = SimulatedNode(role: "remote", seed: configuration.seed)
    book.move(
      configuration.openingFloatSat * 1000, debit: .float, credit: .opening, about: "opening")
  }

  /// Why the provider says no: nothing has changed.
  struct Refusal: Error, Equatable {
    let status: Int
    let code: String
    let message: String
    /// What is wrong with which field.
    let details: [String: String]?

    init(_ status: Int, _ code: String, _ message: String, details: [String: String]? = nil) {
      self.status = status
      self.code = code
      self.message = message
      self.details = details
    }
  }

  // MARK: Invoices

  /// Makes an invoice, or finds the one that this reference made before.
  mutating func createInvoice(
    amountSat: Int64, memo: String, expirySeconds: Int64, reference: String, now: Int64
  ) throws(Refusal) -> InvoiceRecord {
    guard (1...Limits.invoiceSatMax).contains(amountSat) else {
      throw Refusal(422, "invalid_amount", "amount must be 1 to \(Limits.invoiceSatMax) sat")
    }
    guard (1...Limits.expirySecondsMax).contains(expirySeconds) else {
      throw Refusal(422, "invalid_expiry", "expiry must be 1 s to a year")
    }
    guard (1...Limits.referenceMax).contains(reference.utf8.count),
      memo.utf8.count <= Limits.descriptionBytesMax
    else { throw Refusal(422, "invalid_text", "reference or description is missing or too long") }
    if let index = invoiceIndex["ref:" + reference] {
      guard invoices[index].amountSat == amountSat, invoices[index].memo == memo else {
        throw Refusal(422, "reference_reused", "this reference belongs to another invoice")
      }
      return invoices[index]
    }
    guard invoices.count < Limits.recordsMax else {
      throw Refusal(429, "too_many", "the simulator is full")
    }
    let minted: SimulatedNode.Minted
    do {
      minted = try node.mint(
        network: configuration.network, amountMsat: amountSat * 1000, purpose: .text(memo),
        expirySeconds: expirySeconds, now: now)
    } catch {
      throw Refusal(422, "invalid_invoice", "\(error)")
    }
    let record = InvoiceRecord(
      id: "inv_\(invoices.count + 1)", reference: reference, amountSat: amountSat, memo: memo,
      invoice: minted.invoice, preimage: minted.preimage, createdAt: now)
    for key in ["id:" + record.id, "ref:" + reference, Self.key(minted.invoice.paymentHash)] {
      invoiceIndex[key] = invoices.count
    }
    invoices.append(record)
    return record
  }

  /// For how many seconds the next invoice can be paid.
  mutating func life(asked seconds: Int64) -> Int64 {
    faults.take(.shortLife, for: .createInvoice) == nil ? seconds : 1
  }

  /// Finds an invoice by its id, its payment hash in hex, or its reference.
  func invoice(_ name: String) -> InvoiceRecord? {
    let index =
      invoiceIndex["id:" + name] ?? invoiceIndex["hash:" + name.lowercased()]
      ?? invoiceIndex["ref:" + name]
    return index.map { invoices[$0] }
  }

  /// Newest first.
  func invoices(status: String?, now: Int64) -> [InvoiceRecord] {
    invoices.reversed().filter { status == nil || $0.status(at: now) == status }
  }

  /// Somebody pays the client's invoice.
  ///
  /// - Parameters:
  ///   - amountMsat: nil pays what was asked for.
  ///   - isLate: whether the network still delivers it after the expiry.
  ///   - payment: how whoever pays calls this payment: the same one again is the one that was made.
  mutating func payInvoice(
    _ name: String, amountMsat: Int64?, isLate: Bool, payment: String? = nil, now: Int64
  ) throws(Refusal) -> (InvoiceRecord, [Event]) {
    guard let id = invoice(name)?.id, let index = invoiceIndex["id:" + id] else {
      throw Refusal(404, "not_found", "no such invoice")
    }
    guard (payment?.utf8.count ?? 0) <= Limits.referenceMax else {
      throw Refusal(422, "invalid_reference", "the payment's name is too long")
    }
    if let payment, invoices[index].payment == payment { return (invoices[index], []) }
    switch invoices[index].state {
    case .pending: break
    case .cancelled: throw Refusal(409, "cancelled", "the invoice was taken back")
    case .paid, .held: throw Refusal(409, "already_paid", "the invoice is paid")
    }
    guard isLate || !invoices[index].invoice.isExpired(at: now) else {
      throw Refusal(409, "expired", "the invoice has expired")
    }
    let amount = amountMsat ?? invoices[index].amountSat * 1000
    guard (1...2 * Limits.invoiceSatMax * 1000).contains(amount) else {
      throw Refusal(422, "invalid_amount", "the amount is not payable")
    }
    invoices[index].payment = payment
    if invoices[index].isHold {
      invoices[index].state = .held(amountMsat: amount)
      return (invoices[index], [])
    }
    takeIn(amount, index, now)
    let events = events("btc.lightning.received.success", invoices[index], amount, now)
    return (invoices[index], events)
  }

  /// The money of an invoice is the client's.
  mutating func takeIn(_ amountMsat: Int64, _ index: Int, _ now: Int64) {
    invoices[index].state = .paid(amountMsat: amountMsat, at: now)
    settled.append(index)
    book.move(amountMsat, debit: .float, credit: .paidIn, about: invoices[index].id)
  }

  // MARK: Events

  /// What the provider tells of an invoice; nothing of one that is not its own.
  mutating func events(
    _ name: String, _ record: InvoiceRecord, _ amountMsat: Int64, _ now: Int64
  ) -> [Event] {
    guard !record.isOfNode else { return [] }
    let content = EventContent(
      id: record.id, reference: record.reference,
      paymentHash: Hex.encode(record.invoice.paymentHash), status: "success",
      amountSat: amountMsat / 1000, failureReason: nil)
    return [event(name, now, content)]
  }

  mutating func events(_ name: String, _ record: PaymentRecord, _ now: Int64) -> [Event] {
    guard !record.isOfNode else { return [] }
    var failure: String?
    if case .failed(let reason) = record.state { failure = reason }
    let content = EventContent(
      id: record.id, reference: record.reference,
      paymentHash: Hex.encode(record.invoice.paymentHash),
      status: failure == nil ? "success" : "failed", amountSat: record.amountMsat / 1000,
      failureReason: failure)
    return [event(name, now, content)]
  }

  mutating func payoutEvent(_ name: String, _ record: PayoutRecord, _ now: Int64) -> Event {
    var event = event(
      name, now,
      EventContent(
        id: record.quoteID, reference: record.reference, paymentHash: nil,
        status: record.status(at: now).lowercased(), amountSat: record.satoshis,
        failureReason: nil))
    event.callbackURL = record.callbackURL
    return event
  }

  private mutating func event(_ name: String, _ now: Int64, _ content: EventContent) -> Event {
    eventCount += 1
    let digest = SHA256.hash(Array("event/\(eventCount)/".utf8) + configuration.seed)
    return Event(
      event: name, eventId: "evt_" + Hex.encode(digest.prefix(12)), timestamp: now, data: content)
  }

  static func key(_ paymentHash: [UInt8]) -> String { "hash:" + Hex.encode(paymentHash) }
}

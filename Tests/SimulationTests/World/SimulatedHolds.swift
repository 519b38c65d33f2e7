import PayLytCrypto

@testable import PayLytServer

/// The provider's node holds payments back until we say what becomes of them: each is settled once,
/// or goes back to its payer once.
extension ProviderBook {
  struct Hold {
    var state = HoldState.open
    var heldAt: Timestamp?
    /// How often its money became ours, and how often it went back.
    var settled = 0
    var returned = 0

    mutating func giveBack() {
      if case .held = state { returned += 1 }
      state = .cancelled
    }
  }

  /// Hashes of payments that wait for our word, in an order that chance has no say in.
  var held: [[UInt8]] {
    holds.filter { if case .held = $0.value.state { true } else { false } }.keys
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  func holdInvoice(_ order: InvoiceOrder, _ hash: [UInt8]) -> ProviderInvoice? {
    if let known = invoices[hash] {
      return ProviderInvoice(providerID: order.reference, invoice: known.invoice)
    }
    guard
      let invoice = sign(order.amountMsat, expirySeconds: order.expirySeconds, paymentHash: hash)
    else { return nil }
    invoices[hash] = Invoice(invoice: invoice)
    holds[hash] = Hold()
    return ProviderInvoice(providerID: order.reference, invoice: invoice)
  }

  /// Somebody pays one: nothing of it is ours yet.
  func hold(_ hash: [UInt8], msat: Int64) {
    guard let known = holds[hash], known.state == .open else { return }
    holds[hash]?.state = .held(amountMsat: msat)
    holds[hash]?.heldAt = now
  }

  func holdState(_ hash: [UInt8]) -> HoldState {
    guard let known = holds[hash] else { return .cancelled }
    switch known.state {
    case .held:
      // To keep its channels.
      if let heldAt = known.heldAt, now >= heldAt.adding(seconds: 2 * 86_400) { giveBack(hash) }
    case .settled where returnsSettled:
      holds[hash]?.returned += 1
      holds[hash]?.state = .cancelled
      invoices[hash]?.paidMsat = nil
    case .open, .settled, .cancelled: break
    }
    return holds[hash]?.state ?? .cancelled
  }

  func settleHold(_ preimage: [UInt8]) throws(ProviderError) {
    let hash = SHA256.hash(preimage)
    switch holds[hash]?.state {
    case .held(let msat):
      holds[hash]?.state = .settled(amountMsat: msat)
      holds[hash]?.settled += 1
      invoices[hash]?.paidMsat = msat
    case .settled: break
    case .open, .cancelled, nil: throw .refused(reason: "nothing is held")
    }
  }

  func cancelHold(_ hash: [UInt8]) throws(ProviderError) {
    if case .settled = holds[hash]?.state { throw .refused(reason: "it is settled") }
    giveBack(hash)
  }

  func giveBack(_ hash: [UInt8]) { holds[hash]?.giveBack() }
}

extension SimulatedProvider: HoldInvoiceProvider {
  var holdInvoices: (any HoldInvoiceProvider)? { self }

  /// What takes the payment of an invoice: it follows from its reference.
  static func preimage(of reference: String) -> [UInt8] {
    SHA256.hash(Array("preimage of \(reference)".utf8))
  }

  func createHoldInvoice(
    _ order: InvoiceOrder, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoice {
    try await call("asks for hold invoice \(order.reference)") { () throws(ProviderError) in
      guard let invoice = book.holdInvoice(order, paymentHash) else {
        throw .refused(reason: "no invoice")
      }
      return invoice
    }
  }

  func holdState(paymentHash: [UInt8]) async throws(ProviderError) -> HoldState {
    do throws(ProviderError) {
      return try await call("asks what is held") { book.holdState(paymentHash) }
    } catch {
      throw error.ofRead
    }
  }

  func settleHold(preimage: [UInt8]) async throws(ProviderError) {
    try await call("takes what is held") { () throws(ProviderError) in
      try book.settleHold(preimage)
    }
  }

  func cancelHold(paymentHash: [UInt8]) async throws(ProviderError) {
    try await call("sends back what is held") { () throws(ProviderError) in
      try book.cancelHold(paymentHash)
    }
  }
}

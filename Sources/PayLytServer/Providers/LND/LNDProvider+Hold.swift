import LNDAPI
import Lightning
import PayLytRPC

/// Invoices whose payment is held back until it is settled or sent back.
extension LNDProvider: HoldInvoiceProvider {
  var holdInvoices: (any HoldInvoiceProvider)? { self }

  func createHoldInvoice(
    _ order: InvoiceOrder, paymentHash: [UInt8]
  ) async throws(ProviderError) -> ProviderInvoice {
    if let known = try await invoice(paymentHash) { return try checked(known, paymentHash, order) }
    let request = AddHoldInvoiceRequest(
      memo: order.memo, hash: paymentHash, expiry: order.expirySeconds,
      cltvExpiry: ProviderLimits.holdBlocks, valueMsat: order.amountMsat)
    let made = try await transport.call(mayMoveMoney: true) {
      (options) throws(RPCError) -> AddHoldInvoiceResp in
      try await transport.invoices.addHoldInvoice(request, options: options)
    }
    return try checked(NodeInvoice(paymentRequest: made.paymentRequest), paymentHash, order)
  }

  func holdState(paymentHash: [UInt8]) async throws(ProviderError) -> HoldState {
    // A node may forget what was cancelled, and keeps what is held or settled.
    guard let found = try await invoice(paymentHash) else { return .cancelled }
    switch found.state {
    case .open, .unrecognized: return .open
    case .accepted: return .held(amountMsat: found.amtPaidMsat)
    case .settled: return .settled(amountMsat: found.amtPaidMsat)
    case .canceled: return .cancelled
    }
  }

  func settleHold(preimage: [UInt8]) async throws(ProviderError) {
    _ = try await transport.call(mayMoveMoney: true) {
      (options) throws(RPCError) -> SettleInvoiceResp in
      try await transport.invoices.settleInvoice(
        SettleInvoiceMsg(preimage: preimage), options: options)
    }
  }

  func cancelHold(paymentHash: [UInt8]) async throws(ProviderError) {
    _ = try await transport.call(mayMoveMoney: true) {
      (options) throws(RPCError) -> CancelInvoiceResp in
      try await transport.invoices.cancelInvoice(
        CancelInvoiceMsg(paymentHash: paymentHash), options: options)
    }
  }
}

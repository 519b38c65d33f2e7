import Lightning
import PayLytRPC

/// Asks the Lightning provider for an escrow's invoice, before the decision that records it.
struct Funding: Sendable {
  let provider: any LightningProvider
  let database: Database
  let clock: any Clock

  /// A new invoice; nil when there is one that can still be paid, or when the escrow takes no money
  /// any more (the decision then says why).
  ///
  /// The reference follows from the escrow, so that a repetition after a time-out or a crash finds
  /// the same invoice instead of making a second one.
  ///
  /// - Parameter replaced: the invoice that the new one is made in place of.
  func invoice(
    for escrow: Escrow, replacing replaced: UUID? = nil, _ context: ServerContext
  ) async throws -> FundEscrow.Made? {
    let now = clock.now()
    guard escrow.state.isUnpaid, now < escrow.terms.fundBy else { return nil }
    let known = try await database.query(
      InvoiceStatements.invoicesOfEscrow, [.uuid(escrow.id)], deadline: context.deadline)
    guard !known.contains(where: { $0.id != replaced && $0.isPayable(at: now) }) else { return nil }
    let order = InvoiceOrder(
      amountMsat: FundEscrow.invoiceMsat(for: escrow), memo: "PayLyt escrow \(escrow.id)",
      expirySeconds: FundEscrow.expirySeconds(for: escrow, at: now),
      reference: FundEscrow.reference(for: escrow))
    do throws(ProviderError) {
      let made = try await provider.createInvoice(order)
      return FundEscrow.Made(
        provider: provider.name, reference: order.reference, providerID: made.providerID,
        paymentHash: made.invoice.paymentHash, paymentRequest: made.invoice.text,
        amountMsat: order.amountMsat,
        expiresAt: Timestamp(microseconds: made.invoice.expiresAt * 1_000_000))
    } catch {
      throw error.refusal
    }
  }
}

extension ProviderError: RefusalConvertible {
  /// What the caller of an RPC hears of a provider: never its own words about us.
  var refusal: Refusal {
    switch self {
    case .refused:
      Refusal(
        .failedPrecondition, reason: "PROVIDER_REFUSED",
        message: "The payment provider refused this.")
    case .unavailable, .outcomeUnknown:
      Refusal(
        .unavailable, reason: "PROVIDER_DOWN",
        message: "The payment provider does not answer. Nothing changed; send it again.")
    }
  }
}

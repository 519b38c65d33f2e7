import Lightning
import PayLytCrypto
import PayLytRPC

/// Asks the Lightning provider for an escrow's invoice, before the decision that records it.
struct Funding: Sendable {
  let provider: any LightningProvider
  let database: Database
  let clock: any Clock
  /// Makes the preimages of hold invoices.
  let preimageKey: [UInt8]
  /// Encrypts them at rest.
  let keys: DetailKeys

  /// A new invoice; nil when there is one that can still be paid, or when the escrow takes no money
  /// any more (the decision then says why).
  ///
  /// The reference follows from the escrow, so that a repetition after a time-out or a crash finds
  /// the same invoice instead of making a second one.
  ///
  /// - Parameter replaced: the invoice that the new one is made in place of.
  /// - Parameter holds: whether its payment waits at our node until it is known to be wanted.
  func invoice(
    for escrow: Escrow, replacing replaced: UUID? = nil, holds: Bool, _ context: ServerContext
  ) async throws -> FundEscrow.Made? {
    let now = clock.now()
    let holding = holds ? try holding() : nil
    guard escrow.state.isUnpaid, now < escrow.terms.fundBy else { return nil }
    let known = try await database.query(
      InvoiceStatements.invoicesOfEscrow, [.uuid(escrow.id)], deadline: context.deadline)
    guard !known.contains(where: { $0.id != replaced && $0.isAwaited(at: now) }) else { return nil }
    let order = InvoiceOrder(
      amountMsat: FundEscrow.invoiceMsat(for: escrow), memo: "PayLyt escrow \(escrow.id)",
      expirySeconds: FundEscrow.expirySeconds(for: escrow, at: now),
      reference: FundEscrow.reference(for: escrow))
    do throws(ProviderError) {
      guard let holding else {
        return FundEscrow.Made(
          try await provider.createInvoice(order), for: order, by: provider.name)
      }
      let preimage = HMAC.sha256(key: preimageKey, message: Array("hold \(order.reference)".utf8))
      let made = try await holding.createHoldInvoice(order, paymentHash: SHA256.hash(preimage))
      let id = UUID(time: now, random: (.random(in: 0 ... .max), .random(in: 0 ... .max)))
      return FundEscrow.Made(
        made, for: order, by: provider.name,
        hold: .init(
          invoice: id, preimage: keys.seal(preimage, for: id, in: HoldInvoice.secrets)))
    } catch {
      throw error.refusal
    }
  }

  /// - Throws: `HOLD_INVOICES_UNSUPPORTED` when the provider cannot.
  func holding() throws(Refusal) -> any HoldInvoiceProvider {
    guard let holding = provider.holdInvoices else {
      throw Refusal(
        .failedPrecondition, reason: "HOLD_INVOICES_UNSUPPORTED",
        message: "The payment provider cannot hold payments back. Ask without `hold`.")
    }
    return holding
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

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
  /// the same invoice instead of making a second one. When that one is over by now, the next number
  /// is asked for, and the one that nobody heard of comes along.
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
    var lost: [FundEscrow.Made] = []
    do throws(ProviderError) {
      for _ in 0...EscrowLimits.lostInvoicesMax {
        let order = InvoiceOrder(
          amountMsat: FundEscrow.invoiceMsat(for: escrow), memo: "PayLyt escrow \(escrow.id)",
          expirySeconds: FundEscrow.expirySeconds(for: escrow, at: now),
          reference: FundEscrow.reference(for: escrow, after: lost.count))
        let (made, isOver) = try await ask(for: order, holding, at: now)
        guard isOver else { return made.following(lost) }
        lost.append(made)
      }
    } catch {
      throw error.refusal
    }
    throw ProviderError.refused(reason: "every invoice of \(escrow.id) is over").refusal
  }

  private func ask(
    for order: InvoiceOrder, _ holding: (any HoldInvoiceProvider)?, at now: Timestamp
  ) async throws(ProviderError) -> (FundEscrow.Made, isOver: Bool) {
    guard let holding else {
      let made = try await provider.createInvoice(order)
      return (FundEscrow.Made(made, for: order, by: provider.name), made.isOver)
    }
    let preimage = HMAC.sha256(key: preimageKey, message: Array("hold \(order.reference)".utf8))
    let found = try await holding.createHoldInvoice(order, paymentHash: SHA256.hash(preimage))
    var made = FundEscrow.Made(found, for: order, by: provider.name)
    let id = UUID.fresh(at: made.madeAt ?? now)
    made.hold = FundEscrow.Hold(
      invoice: id, preimage: keys.seal(preimage, for: id, in: HoldInvoice.secrets))
    return (made, found.isOver)
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

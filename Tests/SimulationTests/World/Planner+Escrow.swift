import PayLytCrypto

@testable import PayLytServer

extension Planner {
  mutating func fundEscrow() -> Operation? {
    // Mostly one whose last invoice was not for what it misses now.
    let invoiced = knowledge.invoiced
    let missing = escrow { deal in
      deal.isUnpaid && invoiced[deal.job] != deal.paidIn
    }
    guard let escrow = missing else { return nil }
    let (job, paidIn) = (model.deals[escrow.id]?.job, model.deals[escrow.id]?.paidIn)
    let user = somebody(rather: escrow.client)
    let caller = caller(user)
    // Now and then one whose payment waits at the node for our word.
    let held = draw.chance(30) ? newID(0x401d) : nil
    let kind = held == nil ? "an invoice" : "a hold invoice"
    return Operation(number, "ask for \(kind) of escrow \(escrow.id)") { server, request in
      FundEscrow(
        caller: caller, request: request, escrow: escrow.id,
        made: try await Self.invoice(for: escrow.id, held: held, server))
    } answer: {
      [$0.invoice.id]
    } effect: { model, ids, now in
      model.mayFund(escrow.id, by: user, at: now, isAnswered: !ids.isEmpty)
    } learn: { knowledge, ids in
      knowledge.invoices += ids.map { .init(id: $0, escrow: escrow) }
      if let job { knowledge.invoiced[job] = paidIn }
    }
  }

  /// What the service does before the decision (`Funding`).
  private static func invoice(
    for id: UUID, held: UUID? = nil, _ server: SimulatedServer
  ) async throws -> FundEscrow.Made? {
    guard let escrow = try await server.escrow(id),
      [.created, .awaitingPayment, .partiallyFunded].contains(escrow.state)
    else { return nil }
    let reference = FundEscrow.reference(for: escrow)
    let amount = FundEscrow.invoiceMsat(for: escrow)
    let order = InvoiceOrder(
      amountMsat: amount, memo: "", expirySeconds: EscrowLimits.invoiceExpirySeconds,
      reference: reference)
    do {
      guard let held else {
        let made = try await server.provider.createInvoice(order)
        return FundEscrow.Made(made, for: order, by: server.provider.name)
      }
      let preimage = SimulatedProvider.preimage(of: reference)
      let made = try await server.provider.createHoldInvoice(
        order, paymentHash: SHA256.hash(preimage))
      let sealed = SimulatedServer.keys.seal(preimage, for: held, in: HoldInvoice.secrets)
      return FundEscrow.Made(
        made, for: order, by: server.provider.name,
        hold: .init(invoice: held, preimage: sealed))
    } catch {
      throw error.refusal
    }
  }

  mutating func cancelInvoice() -> Operation? {
    guard let invoice = draw.recent(of: knowledge.invoices) else { return nil }
    let user = somebody(rather: invoice.escrow.client)
    let caller = caller(user)
    return Operation(number, "nobody should pay \(invoice.id)", judgesRefusals: false) {
      _, request in
      CancelInvoice(caller: caller, request: request, invoice: invoice.id)
    } effect: { model, _, _ in
      model.deals[invoice.escrow.id]?.client == user
    }
  }

  /// What is paid on the old one counts all the same.
  mutating func refreshInvoice() -> Operation? {
    guard let invoice = draw.recent(of: knowledge.invoices) else { return nil }
    let user = somebody(rather: invoice.escrow.client)
    let caller = caller(user)
    return Operation(number, "another invoice for \(invoice.id)", judgesRefusals: false) {
      server, request in
      RefreshInvoice(
        caller: caller, request: request, invoice: invoice.id,
        made: try await Self.invoice(for: invoice.escrow.id, server))
    } answer: {
      [$0.id]
    } effect: { model, ids, now in
      model.mayFund(invoice.escrow.id, by: user, at: now, isAnswered: !ids.isEmpty)
    } learn: { knowledge, ids in
      knowledge.invoices += ids.map { .init(id: $0, escrow: invoice.escrow) }
    }
  }

  mutating func addDeliverable() -> Operation? {
    guard let escrow = escrow(where: { $0.isHolding }) else { return nil }
    let user = somebody(rather: escrow.freelancer)
    let (caller, part) = (caller(user), position(in: escrow))
    let file = StoredFile(
      id: newID(0xde), name: "a", contentType: "text/plain", sizeBytes: 1,
      sha256: [UInt8](repeating: 1, count: 32), uploader: user, createdAt: now)
    return Operation(
      number, "a file for milestone \(part) of escrow \(escrow.id)", judgesRefusals: false
    ) { _, request in
      AddDeliverable(
        caller: caller, request: request, escrow: escrow.id, position: part, file: file)
    } effect: { model, _, _ in
      model.deals[escrow.id].map { $0.freelancer == user && $0.isHolding } ?? false
    }
  }

  mutating func submitMilestone() -> Operation? {
    guard
      let escrow = escrow(where: { deal in
        deal.isHolding && deal.parts.contains { $0.stage == .held }
      })
    else {
      return nil
    }
    let user = somebody(rather: escrow.freelancer)
    let caller = caller(user)
    let part = position(in: escrow)
    return Operation(number, "deliver milestone \(part) of escrow \(escrow.id)") { _, request in
      SubmitMilestone(
        caller: caller, request: request, escrow: escrow.id, position: part, note: "here")
    } effect: { model, _, now in
      model.submit(escrow.id, Int(part) - 1, by: user, at: now)
    }
  }

  mutating func releaseMilestone() -> Operation? {
    guard let escrow = escrow(where: { $0.isHolding }) else { return nil }
    let user = somebody(rather: escrow.client)
    let caller = caller(user)
    let part = position(in: escrow)
    return Operation(number, "release milestone \(part) of escrow \(escrow.id)") { _, request in
      ReleaseMilestone(caller: caller, request: request, escrow: escrow.id, position: part)
    } effect: { model, _, _ in
      model.release(escrow.id, Int(part) - 1, by: user)
    }
  }

  mutating func releaseEscrow() -> Operation? {
    guard let escrow = escrow(where: { $0.isHolding }) else { return nil }
    let user = somebody(rather: escrow.client)
    let caller = caller(user)
    let amount = draw.chance(60) ? draw.number(1...80_000) * 1000 : nil
    let what = amount.map { "\($0) msat" } ?? "all"
    return Operation(number, "release \(what) of escrow \(escrow.id)") { _, request in
      ReleaseEscrow(caller: caller, request: request, escrow: escrow.id, amountMsat: amount)
    } effect: { model, _, _ in
      model.release(escrow.id, nil, amount: amount, by: user)
    }
  }

  mutating func refundEscrow() -> Operation? {
    guard let escrow = escrow(where: { $0.isHolding }) else { return nil }
    let user = somebody(rather: draw.chance(50) ? escrow.freelancer : escrow.client)
    let caller = caller(user)
    return Operation(number, "\(user) refunds escrow \(escrow.id)") { _, request in
      RefundEscrow(caller: caller, request: request, escrow: escrow.id, reason: "no time")
    } effect: { model, _, now in
      model.refund(escrow.id, by: user, at: now)
    }
  }

  mutating func cancelEscrow() -> Operation? {
    guard let escrow = escrow(where: { !$0.isOver && $0.paidIn < $0.total }) else { return nil }
    let user = somebody(rather: escrow.client)
    let caller = caller(user)
    return Operation(number, "cancel escrow \(escrow.id)") { _, request in
      CancelEscrow(caller: caller, request: request, escrow: escrow.id)
    } effect: { model, _, _ in
      model.cancel(escrow.id, by: user)
    }
  }

  /// Mostly one that is there, also of those that were added.
  mutating func position(in escrow: Knowledge.KnownEscrow) -> Int16 {
    let parts = model.deals[escrow.id]?.parts.count ?? escrow.parts
    return Int16(draw.number(1...Int64(parts + (draw.chance(10) ? 1 : 0))))
  }
}

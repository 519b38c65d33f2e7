@testable import PayLytServer

extension Planner {
  /// Mostly somebody who has some of it.
  mutating func somebody(with asset: Asset) -> UUID? {
    let rich = knowledge.users.filter {
      model.wallets[.init(user: $0, asset: asset), default: 0] > 0
    }
    return draw.one(of: draw.chance(80) && !rich.isEmpty ? rich : knowledge.users)
  }

  mutating func createPayout() -> Operation? {
    if draw.chance(40), let operation = createPayoutAtRate() { return operation }
    guard let user = somebody(with: .btc) else { return nil }
    let amount = draw.number(1...60_000) * 1000
    let limit = draw.number(0...500) * 1000
    let caller = caller(user)
    return Operation(number, "\(user) withdraws \(amount) msat") { _, request in
      CreatePayout(
        caller: caller, request: request, user: user,
        order: .lightning(
          .lightning(
            .lightningAddress, amountMsat: amount, feeLimitMsat: limit,
            destination: "ada@example.org")), provider: "simulator")
    } answer: {
      [$0.id]
    } effect: { model, ids, _ in
      model.withdraw(ids.first ?? .none, amount, feeLimit: limit, by: user)
    } learn: { knowledge, ids in
      knowledge.payouts += ids.map { .init(id: $0, user: user) }
    }
  }

  /// Before it is handed over.
  mutating func cancelPayout() -> Operation? {
    let early = knowledge.payouts.filter {
      model.withdrawals[$0.id].map { !$0.isOver && !$0.isSent } ?? false
    }
    guard let payout = draw.recent(of: early.isEmpty ? knowledge.payouts : early) else {
      return nil
    }
    let user = somebody(rather: payout.user)
    let caller = caller(user)
    return Operation(number, "\(user) takes payout \(payout.id) back") { _, request in
      CancelPayout(caller: caller, request: request, user: user, payout: payout.id)
    } effect: { model, _, _ in
      model.cancelPayout(payout.id, by: user)
    }
  }

  mutating func transferFunds() -> Operation? {
    let asset: Asset = draw.chance(70) ? .btc : .ngn
    guard let from = somebody(with: asset), let to = draw.one(of: knowledge.users) else {
      return nil
    }
    let units = draw.number(1...20_000_000)
    let caller = caller(from)
    return Operation(number, "\(from) gives \(to) \(units) of \(asset)") { _, request in
      TransferFunds(
        caller: caller, request: request, from: from, to: to,
        amount: Money(asset: asset, units: units))
    } effect: { model, _, _ in
      model.transfer(units, asset, from: from, to: to)
    }
  }

  mutating func createDeposit() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let amount = draw.number(1...100_000) * 1000
    let caller = caller(user)
    return Operation(number, "\(user) wants to deposit \(amount) msat") { server, request in
      CreateDeposit(
        caller: caller, request: request, user: user,
        made: try await Self.deposit(amount, request, server))
    } answer: {
      [$0.id]
    } effect: { model, _, _ in
      !model.stopped.contains(user)
    }
  }

  /// What the service does before the decision.
  private static func deposit(
    _ amountMsat: Int64, _ request: RequestIdentity?, _ server: SimulatedServer
  ) async throws -> Deposit.Made {
    let reference = request.map(CreateDeposit.reference) ?? ""
    let order = InvoiceOrder(
      amountMsat: amountMsat, memo: "", expirySeconds: WalletLimits.depositExpirySeconds,
      reference: reference)
    do {
      let made = try await server.provider.createInvoice(order)
      return Deposit.Made(
        provider: server.provider.name, reference: reference, providerID: made.providerID,
        paymentHash: made.invoice.paymentHash, paymentRequest: made.invoice.text,
        amountMsat: amountMsat,
        expiresAt: Timestamp(microseconds: made.invoice.expiresAt * 1_000_000))
    } catch {
      throw error.refusal
    }
  }

  mutating func setWalletFreeze() -> Operation? {
    guard let admin = knowledge.admins.first, let user = draw.one(of: knowledge.users) else {
      return nil
    }
    // Mostly what is frozen thaws: too many would do nothing.
    let isFrozen = !model.frozen.contains(user) != draw.chance(10)
    let caller = caller(admin)
    return Operation(number, "\(isFrozen ? "freeze" : "thaw") \(user)") { _, request in
      SetWalletFreeze(
        caller: caller, request: request, user: user, isFrozen: isFrozen, reason: "x")
    } effect: { model, _, _ in
      model.freeze(user, isFrozen)
    }
  }

  mutating func createQuote() -> Operation? {
    let isSelling = draw.chance(60)
    let (from, to): (Asset, Asset) = isSelling ? (.btc, .ngn) : (.ngn, .btc)
    let units = isSelling ? draw.number(1_000...50_000_000) : draw.number(1...5_000)
    guard let user = somebody(with: from), let pair = AssetPair(from: from, to: to),
      let mid = BitcoinRate(16, per: 100_000),
      let terms = try? ConversionTerms(pair, .giving(units), mid: mid, spread: 50)
    else { return nil }
    let seconds = draw.number(30...900)
    let caller = caller(user)
    return Operation(number, "\(user) asks what \(units) of \(from) are worth") { _, request in
      CreateFxQuote(
        caller: caller, request: request, user: user, terms: terms, quoteSeconds: seconds)
    } answer: {
      [$0.id]
    } effect: { model, ids, now in
      for id in ids {
        model.quotes[id] = .init(
          user: user, from: from, to: to, units: units, until: now.adding(seconds: seconds))
      }
      return true
    } learn: { knowledge, ids in
      knowledge.quotes += ids.map { .init(id: $0, user: user) }
    }
  }

  mutating func executeQuote() -> Operation? {
    guard let quote = draw.recent(of: knowledge.quotes) else { return nil }
    let user = somebody(rather: quote.user)
    let caller = caller(user)
    return Operation(number, "\(user) executes quote \(quote.id)") { _, request in
      ExecuteQuote(caller: caller, request: request, user: user, quote: quote.id)
    } effect: { model, _, now in
      model.convert(quote.id, by: user, at: now)
    }
  }
}

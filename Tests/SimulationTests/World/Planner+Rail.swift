@testable import PayLytServer

/// Payouts to banks: an account, a locked rate, and the order.
extension Planner {
  private static let bank = PayoutDestination.bank(
    RailAccount(
      kind: .bank, country: "NG", institution: "058", number: "0123456789", holder: "Ada"))

  /// What the rail said to an operation; the same each time that it is asked under its reference.
  private final class Offered: @unchecked Sendable {
    var made: CreatePayoutQuote.Made?
  }

  mutating func createBank() -> Operation? {
    guard let user = draw.one(of: knowledge.users) else { return nil }
    let caller = caller(user)
    let made = Beneficiary(
      id: newID(0xba), user: user, destination: Self.bank, label: "Ada", currency: .ngn,
      keys: SimulatedServer.keys, at: now)
    return change("\(user) knows bank \(made.id)") {
      [$0.id]
    } learn: { knowledge, ids in
      knowledge.banks += ids.map { .init(id: $0, user: user) }
    } _: {
      CreateBeneficiary(caller: caller, request: $0, beneficiary: made)
    }
  }

  mutating func createPayoutQuote() -> Operation? {
    let source: Asset = draw.chance(65) ? .btc : .ngn
    let able = knowledge.banks.filter {
      model.wallets[.init(user: $0.user, asset: source)] ?? 0 > 0
    }
    guard let bank = draw.recent(of: able.isEmpty ? knowledge.banks : able) else { return nil }
    let (user, caller) = (bank.user, caller(bank.user))
    let amount: RailQuoteOrder.Amount =
      source == .btc
      ? .giving(satoshis: draw.number(10...40_000)) : .settling(minor: draw.number(1...3_000))
    let offered = Offered()
    return Operation(number, "\(user) asks for a rate from \(source)") { server, request in
      let made = try await Self.quote(amount, source, request, server)
      offered.made = made
      return CreatePayoutQuote(
        caller: caller, request: request, user: user, beneficiary: bank.id, made: made)
    } answer: {
      [$0.id]
    } effect: { model, ids, _ in
      guard let made = offered.made else { return false }
      for id in ids {
        model.rates[id] = .init(
          user: user, asset: source, amount: made.amount.units, feeLimit: made.feeLimitUnits,
          coverMsat: made.coverMsat, reference: made.reference, until: made.expiresAt)
      }
      return true
    } learn: { knowledge, ids in
      knowledge.rates += ids.map { .init(id: $0, user: user) }
    }
  }

  /// What the service does before the decision.
  private static func quote(
    _ amount: RailQuoteOrder.Amount, _ source: Asset, _ request: RequestIdentity?,
    _ server: SimulatedServer
  ) async throws -> CreatePayoutQuote.Made {
    let order = RailQuoteOrder(
      amount: amount, country: "NG", currency: "NGN",
      reference: "payout-\(request?.key ?? .none)")
    do {
      let quote = try await server.rail.quote(order)
      let (cover, feeMsat) = (quote.satoshis * 1000, 100_000 as Int64)
      let settlement = Money(asset: .ngn, units: quote.settlementMinor)
      let isBitcoin = source == .btc
      return CreatePayoutQuote.Made(
        provider: server.rail.name, providerQuoteID: quote.quoteID, reference: order.reference,
        amount: isBitcoin ? .msat(cover) : settlement,
        feeLimitUnits: isBitcoin ? feeMsat : (feeMsat * settlement.units + cover - 1) / cover,
        settlement: settlement, coverMsat: cover,
        expiresAt: quote.expiresAt, lockedUntil: quote.expiresAt)
    } catch {
      throw error.refusal
    }
  }

  mutating func createPayoutAtRate() -> Operation? {
    let open = knowledge.rates.filter {
      model.rates[$0.id].map { !$0.isUsed && now < $0.until } ?? false
    }
    guard let rate = draw.recent(of: draw.chance(sense) && !open.isEmpty ? open : knowledge.rates)
    else { return nil }
    let user = somebody(rather: rate.user)
    let caller = caller(user)
    return Operation(number, "\(user) withdraws to a bank at rate \(rate.id)") {
      server, request in
      CreatePayout(
        caller: caller, request: request, user: user, order: .quote(rate.id),
        provider: server.rail.name)
    } answer: {
      [$0.id]
    } effect: { model, ids, now in
      model.withdraw(ids.first ?? .none, at: rate.id, by: user, now)
    } learn: { knowledge, ids in
      knowledge.payouts += ids.map { .init(id: $0, user: user) }
    }
  }
}

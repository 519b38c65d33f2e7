/// Records the invoice of a deposit. The provider has been asked before the decision, under a
/// reference that follows from the request, so asking twice makes one invoice.
struct CreateDeposit: Command {
  static let method = "WalletService/CreateDeposit"
  static let capability: Capability? = .deposits
  let caller: Caller
  let request: RequestIdentity?
  let user: UUID
  let made: Deposit.Made

  /// The provider's dedupe key: half a hash over caller, method and request id.
  static func reference(of request: RequestIdentity) -> String { "deposit-\(request.key)" }

  func load(_ rows: Loader) {
    rows.wantAccount(of: user)
    rows.want(Deposit.self, by: "payment_hash", .bytes(made.paymentHash))
  }

  func decide(_ decision: Decision) throws -> Deposit {
    try decision.checkActive(user)
    // A payment finds its deposit by this hash, so it must not mean two.
    guard decision.rows(Deposit.self, by: "payment_hash", .bytes(made.paymentHash)).isEmpty else {
      throw Refusal(
        .unavailable, reason: "PROVIDER_REPEATED_INVOICE",
        message: "The payment provider made no new invoice. Send it again later.")
    }
    let deposit = Deposit(id: decision.newID(), user: user, made: made, at: decision.now)
    decision.put(deposit)
    decision.record("deposit.created", subject: "deposits/\(deposit.id)", parties: [user])
    return deposit
  }
}

/// A provider says that a deposit was paid. Harmless any number of times: it is settled once.
struct ReceiveDeposit: Command {
  static let method = "deposits/receive"
  let caller: Caller
  let request: RequestIdentity? = nil
  let paymentHash: [UInt8]
  /// What arrived; nil when the provider does not say, which then is what the invoice asked for.
  let paidMsat: Int64?

  func load(_ rows: Loader) {
    rows.expect(.platform(.providerFloat, asset: .btc, stripe: rows.stripe))
    let found = rows.rows(Deposit.self, by: "payment_hash", .bytes(paymentHash))
    guard let deposit = found.first else { return }
    rows.expect(deposit.wallet)
  }

  func decide(_ decision: Decision) throws -> Deposit {
    let found = decision.rows(Deposit.self, by: "payment_hash", .bytes(paymentHash))
    guard var deposit = found.first else { throw Refusal.notFound("deposit") }
    guard deposit.state != .settled else { return deposit }
    let paid = paidMsat ?? deposit.amountMsat
    guard paid > 0 else { throw Refusal.invalid("paid_msat", "A payment is more than zero.") }
    let isLate = decision.now >= deposit.expiresAt
    deposit.settle(paidMsat: paid, at: decision.now)
    let posting = Posting(decision)
    try posting.transfer(
      paid, debit: .platform(.providerFloat, asset: .btc, stripe: decision.stripe),
      credit: deposit.wallet, kind: .deposit)
    decision.put(deposit)
    decision.record(
      isLate ? "deposit.settled_late" : "deposit.settled", subject: "deposits/\(deposit.id)",
      parties: [deposit.user])
    return deposit
  }
}

/// A deposit's time is over and the provider has seen no payment. A late one is still taken in.
struct ExpireDeposit: Command {
  static let method = "deposits/expire"
  let caller = Caller.system("deposits")
  let request: RequestIdentity? = nil
  let deposit: UUID

  func load(_ rows: Loader) { rows.want(Deposit.self, deposit) }

  func decide(_ decision: Decision) throws -> Bool {
    guard var deposit = decision.row(Deposit.self, deposit), deposit.expire(at: decision.now)
    else { return false }
    decision.put(deposit)
    decision.record(
      "deposit.expired", subject: "deposits/\(deposit.id)", parties: [deposit.user])
    return true
  }
}

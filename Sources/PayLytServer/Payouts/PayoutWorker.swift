import Lightning
import PayLytAPI
import PayLytRPC

/// Carries out payouts and finds out what became of them. All it knows is in the rows, so it goes
/// on after a crash wherever it stopped; two servers may run it at once.
struct PayoutWorker: Sendable {
  let database: any Store
  let committer: Committer
  let provider: any LightningProvider
  let clock: any Clock
  let log: Log

  /// Takes what is due. Returns whether more is.
  func step() async throws -> Bool {
    let due = try await database.query(
      PayoutStatements.due,
      [.timestamp(clock.now()), .int8(PayoutLimits.workBatch)])
    // Side by side: one provider call that hangs holds up nobody else.
    await withDiscardingTaskGroup { group in
      for payout in due { group.addTask { await carryOn(payout) } }
    }
    return due.count == Int(PayoutLimits.workBatch)
  }

  /// The provider has told us that there is news about one of its payments.
  func ask(reference: String) async throws {
    let found = try await database.query(
      PayoutStatements.byReference, [.text(provider.name), .text(reference)])
    for payout in found where !payout.state.isFinal && payout.state != .reserved {
      await carryOn(payout)
    }
  }

  private func carryOn(_ payout: Payout) async {
    do {
      switch payout.state {
      case .reserved: try await resolveAndSend(payout)
      case .submitting, .submitted, .unknown: try await ask(payout)
      case .succeeded, .failed: break
      }
    } catch let refusal as any RefusalConvertible {
      // Another server's worker was faster, or the provider overcharged: the row says which.
      log.info("payout not moved", ["payout": "\(payout.id)", "why": refusal.refusal.reason])
    } catch {
      log.warning(
        "payout not moved", ["payout": "\(payout.id)", "error": String(reflecting: error)])
    }
  }

  // MARK: Nothing was sent yet

  private func resolveAndSend(_ payout: Payout) async throws {
    let request: String
    do {
      let address = try LightningAddress(payout.lightningAddress)
      request = try await provider.resolve(address, amountMsat: payout.amountMsat).text
    } catch ProviderError.refused(let reason) {
      try await fail(payout, reason)
      return
    } catch let error as ProviderError {
      try await giveUpOrPostpone(payout, because: error)
      return
    }
    let begun = try await begin(payout, request)
    try await send(begun)
  }

  private func giveUpOrPostpone(_ payout: Payout, because error: ProviderError) async throws {
    let age = clock.now().seconds - payout.createdAt.seconds
    guard age < PayoutLimits.resolveForSeconds else {
      try await fail(payout, "The Lightning address could not be reached.")
      return
    }
    log.info("payout postponed", ["payout": "\(payout.id)", "error": "\(error)"])
    let command = PostponePayout(payout: payout.id, version: payout.version)
    _ = try await commit(command)
  }

  // MARK: Sending, under one reference for ever

  private func begin(_ payout: Payout, _ request: String) async throws -> Payout {
    let command = BeginPayoutAttempt(
      payout: payout.id, version: payout.version, paymentRequest: request)
    _ = try await commit(command)
    let rows = try await database.query(PayoutStatements.payout, [.uuid(payout.id)])
    guard let begun = rows.first, begun.version == payout.version + 1 else {
      throw Refusal.payoutMoved
    }
    return begun
  }

  private func send(_ payout: Payout) async throws {
    let order = PaymentOrder(
      invoice: try BOLT11Invoice(payout.paymentRequest), reference: payout.reference,
      maxFeeMsat: payout.feeLimitMsat)
    do {
      try await settle(payout, try await provider.sendPayment(order).outcome)
    } catch ProviderError.refused(let reason) where payout.attempts == 1 {
      try await fail(payout, reason)
    } catch is ProviderError {
      // Sent or not: from here on it is asked, by its reference. A refusal to pay again is no news
      // of the first time: the provider may know the invoice as paid, or the reference as used.
      try await settle(payout, .unknown)
    }
  }

  // MARK: Sent, and no final answer

  private func ask(_ payout: Payout) async throws {
    let found: ProviderPayment?
    do {
      found = try await provider.payment(reference: payout.reference)
    } catch {
      try await settle(payout, .unknown)
      return
    }
    if let found {
      try await settle(payout, found.outcome)
      return
    }
    // The provider knows no such reference. Only when nothing was heard or tried for a while, and
    // only under the same reference, is it sent again.
    let now = clock.now()
    let invoice = try BOLT11Invoice(payout.paymentRequest)
    if now.seconds - payout.updatedAt.seconds < PayoutLimits.resendAfterSeconds {
      try await settle(payout, .unknown)
    } else if invoice.isExpired(at: now.seconds) {
      try await fail(payout, "The invoice expired before it was sent.")
    } else {
      try await send(begin(payout, payout.paymentRequest))
    }
  }

  /// Gives the money back, unless another worker has moved the payout since it was read.
  private func fail(_ payout: Payout, _ reason: String) async throws {
    _ = try await commit(
      SettlePayout(
        payout: payout.id, outcome: .failed(reason: reason), version: payout.version))
  }

  private func settle(_ payout: Payout, _ outcome: Payout.Outcome) async throws {
    if case .succeeded(let fee, _) = outcome, !(0...payout.feeLimitMsat).contains(fee) {
      log.error("payout overcharged", ["payout": "\(payout.id)"])
    }
    _ = try await commit(SettlePayout(payout: payout.id, outcome: outcome))
  }

  private func commit<C: Command>(_ command: C) async throws -> CommitOutcome
  where C.Answer == Payout {
    try await committer.commit(command, deadline: nil) { Payload(PayLytAPI.Payout($0)) }
  }
}

extension ProviderPayment {
  /// What the provider's answer means for the payout.
  var outcome: Payout.Outcome {
    switch state {
    case .pending: .pending
    case .succeeded(let fee, let preimage): .succeeded(feeMsat: fee, preimage: preimage)
    case .failed(let reason): .failed(reason: reason)
    }
  }
}

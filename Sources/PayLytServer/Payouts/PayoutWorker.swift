import Lightning
import PayLytAPI
import PayLytRPC

/// Carries out payouts and finds out what became of them. All it knows is in the rows, so it goes
/// on after a crash wherever it stopped; two servers may run it at once.
struct PayoutWorker: Sendable {
  let database: any Store
  let committer: Committer
  let providers: LightningProviders
  /// nil: nothing is paid out in local currency.
  let rail: (any PayoutRail)?
  /// Opens the details of beneficiaries.
  let keys: DetailKeys
  let clock: any Clock
  let log: Log
  let setAside: SetAside
  /// The clock by which invoices end: that of those who made them, and not a sandbox's.
  var worldClock: (any Clock)?
  let turns = PayoutTurns()
  private let pace = QuestionPace(seconds: PayoutLimits.questionPauseSeconds)
  private let openPace = QuestionPace(seconds: PayoutLimits.openQuestionPauseSeconds)

  /// The provider has told us that there is news about one of its payments.
  ///
  /// - Returns: whether it was heard: false when the question must be asked again.
  func ask(reference: String) async throws -> Bool {
    var isHeard = true
    for name in Set(providers.names + (rail.map { [$0.name] } ?? [])) {
      let found = try await database.query(
        PayoutStatements.byReference, [.text(name), .text(reference)])
      for payout in found where await !requery(payout) { isHeard = false }
    }
    return isHeard
  }

  /// Asks about a payout before its turn, and also about one that is over.
  ///
  /// - Returns: whether the provider was heard, or has nothing to say.
  @discardableResult
  func requery(_ payout: Payout) async -> Bool {
    // What never left is nothing that a provider could know.
    guard payout.state != .reserved else { return true }
    return await carryOn(payout)
  }

  /// The same for somebody who calls, and may call again and again.
  func requeryForCaller(_ payout: Payout) async {
    let now = clock.now()
    guard payout.mayHaveNews(at: now) else { return }
    // What is open the worker asks about by itself.
    let pace = payout.state.isFinal ? pace : openPace
    guard pace.takesTurn(of: payout.user, at: now) else { return }
    await requery(payout)
  }

  /// - Returns: whether it went as far as it could: false where it is worth another attempt.
  func carryOn(_ payout: Payout) async -> Bool {
    do {
      let isHeard = try await move(payout)
      setAside.remove(payout.id)
      return isHeard
    } catch let refusal as Refusal where refusal.isPause {
      return await wait(payout)
    } catch let refusal as any RefusalConvertible {
      // Mostly another server's worker was faster.
      log.info("payout not moved", ["payout": "\(payout.id)", "why": refusal.refusal.reason])
      await leaveAlone(payout, because: refusal)
    } catch {
      log.warning(
        "payout not moved", ["payout": "\(payout.id)", "error": String(reflecting: error)])
      await leaveAlone(payout, because: error)
    }
    return false
  }

  private func move(_ payout: Payout) async throws -> Bool {
    let isRail = payout.terms.method.isRail
    switch payout.state {
    case .reserved:
      do {
        if isRail { try await submitToRail(payout) } else { try await resolveAndSend(payout) }
      } catch let refusal as Refusal where refusal.isStop {
        try await takeBackOrPostpone(payout, because: refusal)
      }
      return true
    case .submitting, .submitted, .unknown:
      return isRail ? try await askRail(payout) : try await ask(payout)
    case .succeeded: return isRail ? try await askForReversal(payout) : true
    case .failed: return try await askAboutFailed(payout)
    case .cancelled, .reversed: return true
    }
  }

  /// A provider may pay what it had called failed, or what we had given up. A bank may send that
  /// back.
  ///
  /// - Returns: whether it has answered.
  private func askAboutFailed(_ payout: Payout) async throws -> Bool {
    guard payout.mayBeContradicted else { return true }
    let outcome: Payout.Outcome?
    if payout.terms.method.isRail {
      guard let rail else { return false }
      outcome = try await lookUp(payout, on: rail)?.outcome(of: payout)
    } else {
      outcome = try await providers.named(payout.provider).payment(
        reference: payout.reference, paymentHash: payout.paymentHash)?.outcome
    }
    guard let outcome else { return true }
    switch outcome {
    case .succeeded where payout.contradiction == .none:
      try await settle(payout, outcome)
      log.error("payout paid after it had failed", ["payout": "\(payout.id)"])
    case .reversed:
      try await settle(payout, outcome)
      log.error("payout came back after it had failed", ["payout": "\(payout.id)"])
    case .succeeded, .failed, .pending, .unknown, .unheard, .initialized: break
    }
    return true
  }

  /// One that nothing has moved would be due again at once, before all others.
  private func leaveAlone(_ payout: Payout, because error: any Error) async {
    guard !error.isMomentary, !payout.state.isFinal else { return }
    do {
      let rows = try await database.query(PayoutStatements.payout, [.uuid(payout.id)])
      guard rows.first?.version == payout.version else { return }
      setAside.add(payout.id, because: error, at: clock.now())
    } catch {
      log.info("payout not read", ["payout": "\(payout.id)", "error": "\(error)"])
    }
  }

  /// The operators have paused payouts: what was not sent stays as it is, and what was is asked
  /// about as before.
  ///
  /// - Returns: whether that could be noted.
  private func wait(_ payout: Payout) async -> Bool {
    do {
      if payout.state == .reserved {
        try await postpone(payout, "The operators have paused payouts.")
      } else {
        try await settle(payout, .unknown)
      }
      return true
    } catch {
      log.warning(
        "payout not moved", ["payout": "\(payout.id)", "error": String(reflecting: error)])
      return false
    }
  }

  /// Where it goes, in the clear.
  func destination(of payout: Payout) async throws -> PayoutDestination {
    guard let id = payout.terms.beneficiary else {
      return .lightningAddress(payout.terms.destination)
    }
    let rows = try await database.query(BeneficiaryStatements.beneficiary, [.uuid(id)])
    guard let beneficiary = rows.first else { throw Refusal.notFound("beneficiary \(id)") }
    return try beneficiary.destination(keys)
  }

  // MARK: Nothing was sent yet

  private func resolveAndSend(_ payout: Payout) async throws {
    let request: BOLT11Invoice
    do {
      request = try await invoice(for: payout)
    } catch ProviderError.refused(let reason) {
      try await fail(payout, reason)
      return
    } catch let error as ProviderError {
      try await giveUpOrPostpone(payout, because: error)
      return
    }
    let begun: Payout
    do {
      begun = try await begin(payout, request.text, paymentHash: request.paymentHash)
    } catch let refusal as Refusal where refusal == PayoutError.invoiceInUse.refusal {
      try await fail(payout, "Another payout has tried to pay this invoice.")
      return
    }
    try await send(begun)
  }

  private func invoice(for payout: Payout) async throws -> BOLT11Invoice {
    let provider = try providers.named(payout.provider)
    switch try await destination(of: payout) {
    case .lightningAddress(let text):
      let address = try LightningAddress(text)
      let invoice = try await provider.resolve(
        address, amountMsat: payout.terms.amount.units, reference: payout.reference)
      // No node pays itself, and a failed attempt would keep the invoice from whoever may pay it.
      let isOwn = try await database.query(
        PayoutStatements.isOwnInvoice, [.bytes(invoice.paymentHash)])
      guard isOwn.first != true else {
        throw ProviderError.refused(
          reason:
            "The address answered with an invoice of this platform, which is paid from outside.")
      }
      return invoice
    case .bolt11(let text):
      let invoice = try BOLT11Invoice(text)
      guard !isOver(invoice) else {
        throw ProviderError.refused(reason: "The invoice has expired.")
      }
      return invoice
    case .bank, .mobileMoney: preconditionFailure("payout \(payout.id) belongs to the rail")
    }
  }

  private func isOver(_ invoice: BOLT11Invoice) -> Bool {
    invoice.isExpired(at: (worldClock ?? clock).now().seconds)
  }

  func giveUpOrPostpone(_ payout: Payout, because error: ProviderError) async throws {
    let reason =
      error == .unknownDomain
      ? "The domain of the address is not found." : "The receiver could not be reached."
    try await giveUpOrPostpone(payout, reason, because: "\(error)")
  }

  /// Who was stopped has no orders that leave when they are let go: somebody else may have given
  /// them. A wallet that was frozen may thaw for a day.
  private func takeBackOrPostpone(_ payout: Payout, because refusal: Refusal) async throws {
    guard refusal != AuthError.accountFrozen.refusal else {
      return try await fail(payout, "The account was stopped before it was sent.")
    }
    try await giveUpOrPostpone(payout, "The wallet is frozen.", because: refusal.reason)
  }

  /// - Parameter reason: for its owner; `error` is for the log.
  private func giveUpOrPostpone(
    _ payout: Payout, _ reason: String, because error: String
  ) async throws {
    let age = clock.now().seconds - payout.createdAt.seconds
    guard age < PayoutLimits.reservedForSeconds else { return try await fail(payout, reason) }
    log.info("payout postponed", ["payout": "\(payout.id)", "error": error])
    try await postpone(payout, reason)
  }

  private func postpone(_ payout: Payout, _ reason: String) async throws {
    _ = try await commit(
      PostponePayout(payout: payout.id, version: payout.version, reason: reason))
  }

  // MARK: Sending, under one reference for ever

  func begin(
    _ payout: Payout, _ request: String, paymentHash: [UInt8] = []
  ) async throws -> Payout {
    let command = BeginPayoutAttempt(
      payout: payout.id, version: payout.version, paymentRequest: request,
      paymentHash: paymentHash)
    return try await advance(payout, by: command)
  }

  /// Notes what a rail will charge: it may not say so again. Nothing is let go before.
  func note(feeMsat: Int64, of payout: Payout) async throws -> Payout {
    guard payout.namedFeeMsat != feeMsat else { return payout }
    return try await advance(
      payout,
      by: SettlePayout(
        payout: payout.id, outcome: .initialized(feeMsat: feeMsat),
        basis: .row(version: payout.version)))
  }

  /// - Returns: the row after the decision, which nobody else has moved since.
  private func advance<C: Command>(_ payout: Payout, by command: C) async throws -> Payout
  where C.Answer == Payout {
    _ = try await commit(command)
    let rows = try await database.query(PayoutStatements.payout, [.uuid(payout.id)])
    guard let moved = rows.first, moved.version == payout.version + 1 else {
      throw Refusal.payoutMoved
    }
    return moved
  }

  private func send(_ payout: Payout) async throws {
    let order = PaymentOrder(
      invoice: try BOLT11Invoice(payout.paymentRequest), reference: payout.reference,
      maxFeeMsat: payout.terms.feeLimitUnits)
    do {
      let provider = try providers.named(payout.provider)
      try await take(try await provider.sendPayment(order).outcome, toSending: payout)
    } catch ProviderError.refused(let reason) where payout.attempts == 1 {
      try await failRefused(payout, reason)
    } catch is ProviderError {
      // Sent or not: from here on it is asked, by its reference. A refusal to pay again is no news
      // of the first time: the provider may know the invoice as paid, or the reference as used.
      try await settle(payout, .unknown)
    }
  }

  // MARK: Sent, and no final answer

  /// - Returns: whether the provider has answered.
  private func ask(_ payout: Payout) async throws -> Bool {
    let found: ProviderPayment?
    do {
      found = try await providers.named(payout.provider).payment(
        reference: payout.reference, paymentHash: payout.paymentHash)
    } catch {
      try await settle(payout, .unheard)
      return false
    }
    if let found {
      try await settle(payout, found.outcome)
      return true
    }
    // The provider knows no such reference. Only when nothing was heard or tried for a while, and
    // only under the same reference, is it sent again.
    let now = clock.now()
    let invoice = try BOLT11Invoice(payout.paymentRequest)
    if !payout.isQuiet(at: now) {
      try await settle(payout, .unknown)
    } else if isOver(invoice) {
      try await fail(payout, "The invoice expired before it was sent.")
    } else if payout.attempts > 1,
      now.seconds - payout.createdAt.seconds >= PayoutLimits.resendForSeconds
    {
      // It refuses before it begins, as a node does that cannot read the invoice's demands.
      try await fail(payout, "The provider did not take it.")
    } else {
      try await send(
        begin(payout, payout.paymentRequest, paymentHash: payout.paymentHash))
    }
    return true
  }

  /// Gives the money back, unless another worker has moved the payout since it was read.
  func fail(_ payout: Payout, _ reason: String) async throws {
    _ = try await commit(
      SettlePayout(
        payout: payout.id, outcome: .failed(reason: reason), basis: .row(version: payout.version))
    )
  }

  /// The same after a refusal of the first attempt: nothing has left.
  func failRefused(_ payout: Payout, _ reason: String) async throws {
    _ = try await commit(
      SettlePayout(payout: payout.id, outcome: .failed(reason: reason), basis: .onlyAttempt))
  }

  /// Takes in what the provider answered when it was sent. "Failed" is no more than a refusal where
  /// it was sent before: it may be about this attempt, and the one before may have been paid. The
  /// next question, by the reference, tells.
  func take(_ outcome: Payout.Outcome, toSending payout: Payout) async throws {
    if case .failed = outcome, payout.attempts > 1 {
      try await settle(payout, .unknown)
    } else {
      try await settle(payout, outcome)
    }
  }

  func settle(_ payout: Payout, _ outcome: Payout.Outcome) async throws {
    _ = try await commit(SettlePayout(payout: payout.id, outcome: outcome))
    if payout.terms.isOvercharged(by: outcome) {
      log.error("payout overcharged", ["payout": "\(payout.id)"])
    }
  }

  private func commit<C: Command>(_ command: C) async throws -> CommitOutcome
  where C.Answer == Payout {
    try await committer.commit(command, deadline: nil) { Payload(PayLytAPI.Payout($0)) }
  }
}

extension Refusal {
  /// Whether an admin has stopped what it is about.
  fileprivate var isStop: Bool { self == AuthError.accountFrozen.refusal || self == .walletFrozen }
}

extension ProviderPayment {
  /// What the provider's answer means for the payout.
  fileprivate var outcome: Payout.Outcome {
    switch state {
    case .pending: .pending
    case .succeeded(let fee, let preimage): .succeeded(feeMsat: fee, preimage: preimage)
    case .failed(let reason): .failed(reason: reason)
    }
  }
}
